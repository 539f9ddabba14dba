#!/usr/bin/env python3
"""A session in the real window: opened from the person's page, words and an agreement written, the
sheet saved and printed, finished; the next one is planned by itself, and goes into a calendar file.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-session.py VALMIUS LANGUAGE
"""
import os
import pathlib
import tempfile

from driver import Atspi, plain, wait_until
from opening import (CATALOGUE, Steps, ask, make_centre, print_to_file, show_anna, start, t,
                     words_of, write)

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


def written(path):
    return os.path.exists(path) and os.path.getsize(path) > 100


def put_on_paper(app):
    """The sheet says what stands in the window, which is not stored yet."""
    app.key('F10')
    app.act(app.find('menu item', t('Save a S_heet to Sign (PDF)…')))
    app.save_as(os.path.abspath('sheet.pdf'), '.pdf')
    wait_until(lambda: written('sheet.pdf'), 'the sheet')
    app.let_windows_settle()
    app.key('ctrl+p')
    print_to_file(app)
    wait_until(lambda: len(list(pathlib.Path().glob('*.pdf'))) == 2, 'what was printed')
    for path in pathlib.Path().glob('*.pdf'):
        wait_until(lambda: path.read_bytes().rstrip().endswith(b'%%EOF'), f'the end of {path}')
        words = words_of(path)
        assert 'Anna Nowak' in words and 'listen to two calls' in words, (path, words)


def save_calendar(app):
    """The time and with whom, and nothing that was said."""
    app.open_page('mentoring')
    app.click('push button', t('_Calendar File…'))
    app.save_as(os.path.abspath('sessions.ics'), '.ics')
    wait_until(lambda: written('sessions.ics'), 'the calendar')
    text = pathlib.Path('sessions.ics').read_text(encoding='utf-8')
    assert text.count('BEGIN:VEVENT') == 1 and '20260402T100000' in text, text
    assert 'Anna' in text and 'calls' not in text, text


def hold(app):
    """Words, said back, an agreement, the sheet, finish."""
    show_anna(app)
    open_session(app)
    app.type_into(app.find('text', t("In the agent’s _words")), 'more difficult calls')
    tick(app, 'Said _back and confirmed')
    app.click('push button', t('_Add Agreement'))
    app.find(None, t('What was agreed'))
    app.let_windows_settle()
    write(app, 'listen to two calls')
    put_on_paper(app)
    app.click('push button', t('_Finish', 'session'))
    app.wait_for_windows(1)


def main():
    done = Steps(2)
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, PEOPLE)
        os.chdir(folder)  # where the printer that is a file leaves what it prints
        with start(database, today='2026-03-26') as app:
            hold(app)
            save_calendar(app)
            done('the planned session lies in a calendar file')
        held = ask(database, 'SELECT words, said_back, held_day FROM mentoring WHERE state = 1')
        assert held == [('more difficult calls', 1, TODAY)], held
        made = ask(database, 'SELECT text, mine, done_day FROM agreement')
        assert made == [('listen to two calls', 0, None)], made
        planned = ask(database, 'SELECT planned_day, planned_minute FROM mentoring '
                                'WHERE state = 0')
        assert planned == [(TODAY + 7, 600)], planned
        done('held with words and an agreement; the next is planned')


main()
