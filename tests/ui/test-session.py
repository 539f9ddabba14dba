#!/usr/bin/env python3
"""A session in the real window: opened from the person's page, words and an agreement written,
finished; the next one is planned by itself.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-session.py VALMIUS LANGUAGE
"""
import tempfile

from driver import Atspi, plain, wait_until
from opening import CATALOGUE, Steps, ask, make_centre, show_anna, start, t, write

PEOPLE = 'given;family;number\nAnna;Nowak;1\n'
TODAY = 20538  # Thursday, 26 March 2026


def tick(app, message):
    """Alt and the letter that the translation marks; a Greek one is not on the keyboard of the
    screen under test. GTK 4.8 gives a check box no action, so that it takes the mouse."""
    words = CATALOGUE.gettext(message)
    letter = words[words.index('_') + 1].lower()
    if ord(letter) < 0x370:
        app.key(f'alt+U{ord(letter):04x}')
    else:
        app.press(app.find('check box', plain(words)))
    wait_until(lambda: app.find('check box', plain(words)).get_state_set().contains(
        Atspi.StateType.CHECKED), f'{plain(words)} to be ticked')


def open_session(app):
    app.key('ctrl+shift+s')
    wait_until(lambda: app.count_windows() > 1, 'the window of the session')
    app.find('push button', t('_Finish', 'session'))
    app.let_windows_settle()


def hold(app):
    """Words, said back, an agreement, finish."""
    show_anna(app)
    open_session(app)
    app.type_into(app.find('text', t("In the agent's _words")), 'more difficult calls')
    tick(app, 'Said _back and confirmed')
    app.click('push button', t('_Add Agreement'))
    app.find(None, t('What was agreed'))
    app.let_windows_settle()
    write(app, 'listen to two calls')
    app.click('push button', t('_Finish', 'session'))
    app.wait_for_windows(1)


def main():
    done = Steps(1)
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, PEOPLE)
        with start(database, today='2026-03-26') as app:
            hold(app)
        held = ask(database, 'SELECT words, said_back, held_day FROM mentoring WHERE state = 1')
        assert held == [('more difficult calls', 1, TODAY)], held
        made = ask(database, 'SELECT text, mine, done_day FROM agreement')
        assert made == [('listen to two calls', 0, None)], made
        planned = ask(database, 'SELECT planned_day, planned_minute FROM mentoring '
                                'WHERE state = 0')
        assert planned == [(TODAY + 7, 600)], planned
        done('held with words and an agreement; the next is planned')


main()
