#!/usr/bin/env python3
"""A note and thanks written down within seconds, from the keyboard alone, in the real window.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-capture.py VALMIUS LANGUAGE
"""
import gettext
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

from driver import App, plain, wait_until, walk

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')
PEOPLE = 'given;family;number\nAnna;Nowak;1\nPekka;Äijälä;2\nΕλένη;Παππά;3\nMarek;Łęcki;4\n'
GREEK = 'Η Ελένη άκουσε τον πελάτη με υπομονή· '


def t(message, context=None):
    if context is not None:
        return plain(CATALOGUE.pgettext(context, message))
    return plain(CATALOGUE.gettext(message))


def centre(folder):
    path = os.path.join(folder, 'people.csv')
    with open(path, 'w', encoding='utf-8') as out:
        out.write(PEOPLE)
    database = os.path.join(folder, 'centre.db')
    for command in (['init'], ['import', path, '--as', 'people']):
        subprocess.run([PROGRAM + '-cli', '--database', database, *command], check=True,
                       stdout=subprocess.DEVNULL)
    return database


def dialog(app):
    for i in range(app.root.get_child_count()):
        window = app.root.get_child_at_index(i)
        if window is not None and plain(window.get_name()) == t('Write Down'):
            return window
    return None


def type_keys(app, text):
    subprocess.run(['xdotool', 'type', '--delay', '8', text], check=True)


def open_capture(app, *keys):
    app.key(*keys)
    wait_until(lambda: dialog(app), 'the quick note')
    app.let_windows_settle(0.3)
    app.focus_window()


def save(app):
    app.key('ctrl+Return')
    wait_until(lambda: dialog(app) is None, 'the quick note to close')


def read(database, question):
    """What the file says once the program has ended: it holds the file alone."""
    with sqlite3.connect(f'file:{database}?mode=rw', uri=True) as connection:
        return connection.execute(question).fetchall()


def paste(app, text):
    subprocess.run(['xclip', '-selection', 'clipboard'], input=text.encode(), check=True)
    app.key('ctrl+v')


def written_down(app):
    began = time.monotonic()
    open_capture(app, 'ctrl+n')
    type_keys(app, 'aija')
    subprocess.run(['xdotool', 'key', 'Return'], check=True)
    type_keys(app, 'Stayed calm')
    save(app)
    return time.monotonic() - began


def refused(app):
    open_capture(app, 'ctrl+n')
    app.key('ctrl+Return')
    type_keys(app, 'xyzzy')
    app.label(t('Nobody found'))
    app.key('ctrl+a', 'Tab')
    assert dialog(app) is not None
    app.key('Escape')
    if dialog(app) is not None:
        app.key('Escape')
    wait_until(lambda: dialog(app) is None, 'the quick note to close')


def choose_thanks(app):
    """Alt and the marked letter; a Greek one is not on the keyboard of the screen under test."""
    letter = CATALOGUE.pgettext('capture', '_Thanks').split('_')[1][0].lower()
    if letter.isascii():
        app.key(f'alt+{letter}')
    else:
        app.act(next(n for n in walk(dialog(app)) if n.get_role_name() == 'push button'
                     and plain(n.get_name()) == t('_Thanks', 'capture')))
    app.find('combo box', t('Kind of thanks'))


def text_view(app):
    window = dialog(app)
    return next(n for n in walk(window) if n.get_role_name() == 'text' and plain(n.get_name())
                == t('Text'))


def killed(folder, database):
    """The program is killed a second after the last letter; the draft is offered and goes on."""
    with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
        app.find('frame')
        open_capture(app, 'ctrl+n')
        type_keys(app, 'lec')
        subprocess.run(['xdotool', 'key', 'Return'], check=True)
        type_keys(app, 'half a thought')
        view = text_view(app)
        wait_until(lambda: view.get_character_count() == len('half a thought'), 'the letters')
        time.sleep(1)
        app.process.kill()
        app.process.wait()
    with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
        app.find('frame')
        app.toast(t('A note was not finished'))
        open_capture(app, 'ctrl+n')
        app.label(t('You were writing this before. Nothing of it was lost.'))
        view = text_view(app)
        wait_until(lambda: view.get_character_count() == len('half a thought'), 'the text again')
        save(app)


def by_command(database):
    with App(PROGRAM, '--capture', '--database', database, language=LANGUAGE) as app:
        wait_until(lambda: dialog(app), 'the quick note that was asked for')
        app.key('Escape')
        wait_until(lambda: dialog(app) is None, 'it to close')
        # A second call reaches the running program.
        subprocess.run([PROGRAM, '--capture'], env=app.environment, check=True, timeout=30)
        wait_until(lambda: dialog(app), 'the quick note in the running program')
        app.key('Escape')
        wait_until(lambda: dialog(app) is None, 'it to close')


def main():
    print('1..6')
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
            app.find('frame')
            seconds = written_down(app)
            print(f'# {seconds:.1f} s with the waits of the test')
            app.toast(t('Note saved: %s').replace('%s', 'Pekka Äijälä'))
            print(f'{"ok" if seconds < 10 else "not ok"} 1 {LANGUAGE} a note under ten seconds')
            open_capture(app, 'ctrl+n')
            type_keys(app, 'an')
            subprocess.run(['xdotool', 'key', 'Return'], check=True)
            choose_thanks(app)
            view = text_view(app)
            long = (GREEK * 300)[:10000]
            paste(app, long)
            wait_until(lambda: view.get_character_count() == 10000, '10,000 letters')
            save(app)
            app.toast(t('Thanks saved: %s').replace('%s', 'Anna Nowak'))
            app.window_action('win.undo')
            app.window_action('win.redo')
            refused(app)
            print(f'ok 2 {LANGUAGE} thanks of 10,000 Greek letters, taken back and brought back')
        notes = read(database, 'SELECT text FROM note')
        thanks = read(database, 'SELECT text FROM recognition')
        good = notes == [('Stayed calm',)] and [len(row[0]) for row in thanks] == [len(long.strip())]
        print(f'{"ok" if good else "not ok"} 3 {LANGUAGE} both are in the file')
        killed(folder, database)
        notes = read(database, 'SELECT text FROM note ORDER BY id')
        drafts = read(database, 'SELECT body FROM draft')
        good = notes == [('Stayed calm',), ('half a thought',)] and drafts == []
        print(f'{"ok" if good else "not ok"} 4 {LANGUAGE} a draft outlives the program and goes on')
        by_command(database)
        print(f'ok 5 {LANGUAGE} from the command line, in a running program too')
        print(f'ok 6 {LANGUAGE} closed by itself')


main()
