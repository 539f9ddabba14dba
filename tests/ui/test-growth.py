#!/usr/bin/env python3
"""Goals, coaching, a session with an aim and its sheet, and a session with two, in the real window.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-growth.py VALMIUS LANGUAGE
"""
import os
import subprocess
import tempfile
import time

from driver import Atspi, NotFound, plain, wait_until, walk
from opening import LANGUAGE, Steps, ask, make_centre, part, show_anna, start, t, write

PEOPLE = 'given;family;number\nAnna;Nowak;1\nPekka;Rossi;2\n'


def goal(app):
    """Added on the person's page, taken back and brought back."""
    app.open_by(t('Add Goal'), name=t('Add _Goal'))
    app.key('ctrl+Return')
    app.label(t('Write what is to be reached.'))
    form = app.opened(t('Add Goal'))
    app.type_into(part(form, 'text', t('What is to be reached')), 'Two calls a day heard')
    app.key('ctrl+Return')
    app.closed(t('Add Goal'))
    app.label('Two calls a day heard')
    app.key('ctrl+z')
    app.label(t('No open goals.'))
    app.key('ctrl+shift+z')
    app.label('Two calls a day heard')


def coaching(app):
    title = t('Coaching Programme')
    app.window_action('page.programme')
    form = app.opened(title)
    app.act(part(form, 'push button', t('_Add Phase')))
    app.type_into(part(form, 'text', t('How, and with whom')), 'Two hours with Pekka')
    app.key('ctrl+Return')
    app.closed(title)
    app.toast(t('Coaching programme saved: %s').split('%s')[0].strip())


def tab_to(app, node):
    for _ in range(60):
        if node.get_state_set().contains(Atspi.StateType.FOCUSED):
            return
        app.key('Tab')
        time.sleep(0.1)
    raise NotFound(f'Tab does not lead to {node.get_name()}')


def session(app, folder):
    """Aims at an indicator, whose value is first no value; its sheet says so."""
    app.key('ctrl+shift+s')
    window = app.opened('Anna Nowak')
    tab_to(app, part(window, 'list item', t('The aim')))
    app.key('space')
    tab_to(app, part(window, 'combo box', t('Indicator', 'aim')))
    app.key('space')
    app.let_windows_settle(0.7)
    app.key('Down', 'Return')
    value = part(window, 'text', t('Value to reach', 'aim'))
    app.type_into(value, 'many')
    app.key('ctrl+s')
    app.label(t('This is not a value of the indicator; write a number like 85 or 87.5'))
    app.type_into(value, '85')
    path = os.path.join(folder, 'sheet.pdf')
    app.key('F10', 'Down', 'Down', 'Return')
    app.save_as(path, '.pdf')
    wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, 'the sheet')
    app.toast(t('Saved as %s').replace('%s', 'sheet.pdf'), window)
    words = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True,
                           text=True).stdout
    percent = {'en': '85.0%', 'fi': '85,0 %'}.get(LANGUAGE, '85,0%')
    assert words.count('\f') == 1, 'places to sign on a page of their own: ' + words
    fonts = subprocess.run(['pdffonts', path], capture_output=True, text=True).stdout
    assert 'Serif' not in fonts, fonts
    aim = t('Answered share', 'indicator') + ': ' + percent
    assert aim in words.replace('\u00a0', ' '), words
    app.key('ctrl+s')
    app.closed('Anna Nowak')


def group(app):
    """Two people chosen by their letters, the group named, the session finished."""
    app.open_page('mentoring')
    app.label(t('Who is next'))
    app.let_windows_settle()
    # A person's page has such a button too, and comes before this one.
    app.act([n for n in app.nodes('push button')
             if plain(n.get_name()) == t('_Plan a Session')][-1])
    window = app.opened(t('Session'))
    write(app, 'anna')
    app.key('Return')
    again = wait_until(lambda: next((n for n in walk(window) if plain(n.get_name())
                                     == t('Add somebody to the session')), None), 'the picker')
    app.press(again)
    write(app, 'pekka')
    app.key('Return')
    app.type_into(part(window, 'text', t('Name of the group')), 'Evening shift')
    app.act(window, 'meeting.finish')
    app.wait_for_windows(1)


def main():
    done = Steps(4)
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, PEOPLE)
        with start(database, today='2026-03-26') as app:
            show_anna(app)
            goal(app)
            done('a goal added, taken back and brought back')
            coaching(app)
            done('a phase of coaching')
            session(app, folder)
            done('a session that aims at an indicator, with its sheet')
            group(app)
        aims = ask(database, 'SELECT aim_value, i.key FROM mentoring JOIN indicator i ON i.id = '
                             'aim_indicator_id')
        assert aims == [(85000, 'answered')], aims
        phases = ask(database, 'SELECT text FROM coaching_phase')
        assert phases == [('Two hours with Pekka',)], phases
        held = ask(database, "SELECT m.state, count(*) FROM mentoring m JOIN mentoring_person ON "
                             "mentoring_id = m.id WHERE title = 'Evening shift' GROUP BY m.id "
                             "ORDER BY m.id")
        assert held[0] == (1, 2), held
        done('a session with two, held')


main()
