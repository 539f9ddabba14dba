#!/usr/bin/env python3
"""A note with a private part written, changed, deleted and brought back; thanks written
and promised ones given; a follow-up done: on the page of a person.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-person-records.py VALMIUS LANGUAGE
"""
import gettext
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from driver import App, plain, text_of, wait_until, walk

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')
SHARED = 'Ηρεμία μεγάλη: zażółć gęślą jaźń'
PRIVATE = 'Vain minulle: åäö'


def t(message, context=None):
    if context is not None:
        return plain(CATALOGUE.pgettext(context, message))
    return plain(CATALOGUE.gettext(message))


def centre(folder):
    path = os.path.join(folder, 'people.csv')
    with open(path, 'w', encoding='utf-8') as out:
        out.write('given;family;number\nAnna;Nowak;1\n')
    database = os.path.join(folder, 'centre.db')
    for command in (['init'], ['import', path, '--as', 'people']):
        subprocess.run([PROGRAM + '-cli', '--database', database, *command], check=True,
                       stdout=subprocess.DEVNULL)
    # A promise from before, to be kept here; tests/pages makes one in the form.
    with sqlite3.connect(database) as connection:
        connection.execute('INSERT INTO recognition (person_id, day, due_day, promised, text,'
                           " value, cost, remark) VALUES (1, 20500, 20510, 1, 'A day off', '', 0,"
                           " '')")
    connection.close()
    return database


def stored(database, query):
    """What the file has by now: what the window says is saved must be there. The program holds the
    file, so a copy of it and of its log is asked."""
    with tempfile.TemporaryDirectory() as folder:
        for tail in ('', '-wal', '-journal'):
            if os.path.exists(database + tail):
                shutil.copy(database + tail, os.path.join(folder, 'copy.db' + tail))
        with sqlite3.connect(os.path.join(folder, 'copy.db')) as connection:
            return connection.execute(query).fetchall()


def window_of(app, title):
    for i in range(app.root.get_child_count()):
        window = app.root.get_child_at_index(i)
        if window is not None and plain(window.get_name()) == title:
            return window
    return None


def field(window, label):
    return next(n for n in walk(window) if n.get_role_name() == 'text'
                and plain(n.get_name()) == label)


def open_people(app):
    """Today comes first; with the file open it names the person."""
    wait_until(lambda: any('Nowak' in plain(n.get_name()) for n in app.nodes('list item')),
               'the person on the first page', 40)
    app.open_page('people')


def press(app, label):
    """The button of a line: the last one, for Today has lines of the same kind."""
    def look():
        return [n for n in walk(app.root)
                if n.get_role_name() == 'push button' and plain(n.get_name()) == label]

    app.act(wait_until(look, label)[-1])


def write(app, keys, title, texts):
    """Opens a form by its keys and saves it by Ctrl+Enter."""
    app.key(keys)
    form = wait_until(lambda: window_of(app, title), title)
    for label, text in texts.items():
        app.type_into(field(form, label), text)
    app.key('ctrl+Return')
    wait_until(lambda: window_of(app, title) is None, f'{title} to close')


def note_steps(app, database):
    note, remark = t('_Note, which the person may read'), t('_Remark of my own')
    write(app, 'ctrl+shift+m', t('New note'), {note: SHARED, remark: PRIVATE})
    assert stored(database, 'SELECT text, remark FROM note') == [(SHARED, PRIVATE)]
    app.label(SHARED)
    app.label(PRIVATE)
    print(f'ok 1 {LANGUAGE} a note with a private part')
    # Ctrl+Page Down goes to the list of notes, Enter opens the note, which is changed.
    for _ in range(2):
        app.key('ctrl+Next')
    wait_until(lambda: app.has('list item', contains=SHARED), 'the note in the list')
    app.key('Return')
    form = wait_until(lambda: window_of(app, t('Edit note')), 'the note')
    assert text_of(field(form, note)) == SHARED
    app.type_into(field(form, note), SHARED + ' 2')
    app.key('ctrl+Return')
    wait_until(lambda: window_of(app, t('Edit note')) is None, 'the note to close')
    assert stored(database, 'SELECT text FROM note') == [(SHARED + ' 2',)]
    print(f'ok 2 {LANGUAGE} the note changed')
    wait_until(lambda: app.has('list item', contains=SHARED + ' 2'), 'the changed note')
    app.key('Delete')
    wait_until(lambda: stored(database, 'SELECT id FROM note') == [], 'the note to go')
    app.label(t('No notes yet'))
    assert stored(database, 'SELECT count(*) FROM person') == [(1,)], 'Delete took the person'
    app.key('ctrl+z')
    wait_until(lambda: app.has('list item', contains=SHARED + ' 2'), 'the note again')
    print(f'ok 3 {LANGUAGE} the note deleted and brought back')


def follow_up(app, database):
    app.key('ctrl+Prior', 'ctrl+Next', 'Return')
    form = wait_until(lambda: window_of(app, t('Edit note')), 'the note')
    app.type_into(field(form, t('Follow up on')), '5.3.2026')
    app.key('ctrl+Return')
    wait_until(lambda: window_of(app, t('Edit note')) is None, 'the note to close')
    assert stored(database, 'SELECT follow_day IS NULL, follow_done FROM note') == [(0, None)]
    press(app, t('Followed up', 'button'))
    wait_until(lambda: stored(database, 'SELECT follow_done IS NULL FROM note') == [(0,)],
               'the follow-up to be done')
    print(f'ok 4 {LANGUAGE} a follow-up done')


def thanks(app, database):
    app.key('ctrl+shift+t')
    form = wait_until(lambda: window_of(app, t('New thanks')), 'the thanks')
    app.type_into(field(form, t('_What for')), SHARED)
    app.key('ctrl+Return')
    wait_until(lambda: window_of(app, t('New thanks')) is None, 'the thanks to close')
    query = 'SELECT text, promised FROM recognition ORDER BY id'
    assert stored(database, query) == [('A day off', 1), (SHARED, 0)]
    print(f'ok 5 {LANGUAGE} thanks written')
    app.key('ctrl+Next')
    press(app, t('Mark as given', 'button'))
    wait_until(lambda: stored(database, query) == [('A day off', 0), (SHARED, 0)],
               'the promise to be kept')
    print(f'ok 6 {LANGUAGE} promised thanks given')


def main():
    print('1..6')
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
            open_people(app)
            wait_until(lambda: any('Nowak' in plain(n.get_name()) for n in app.nodes('table row')),
                       'the person in the list')
            app.key('ctrl+f')
            app.let_windows_settle()
            app.key('Return')
            app.label(t('Before you talk'))
            note_steps(app, database)
            follow_up(app, database)
            thanks(app, database)


main()
