#!/usr/bin/env python3
"""A note with a private part written, changed, deleted and brought back; thanks written
and promised ones given; a follow-up done: on the page of a person.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-person-records.py VALMIUS LANGUAGE
"""
import os
import shutil
import sqlite3
import tempfile

from driver import plain, text_of, wait_until, walk
from opening import Steps, appeared, ask, gone, make_centre, part, start, t

SHARED = 'Ηρεμία μεγάλη: zażółć gęślą jaźń'
PRIVATE = 'Vain minulle: åäö'
FOLLOW = 20517  # 5 March 2026


def centre(folder):
    database = make_centre(folder, 'given;family;number\nAnna;Nowak;1\n')
    # A promise from before, to be kept here; tests/pages makes one in the form.
    with sqlite3.connect(database) as file:
        file.execute('INSERT INTO recognition (person_id, day, due_day, promised, text, value, '
                     "cost, remark) VALUES (1, 20500, 20510, 1, 'A day off', '', 0, '')")
    file.close()
    return database


def stored(database, query):
    """What the file has by now: what the window says is saved must be there. The program holds the
    file, so a copy of it and of its log is asked."""
    with tempfile.TemporaryDirectory() as folder:
        for tail in ('', '-wal', '-journal'):
            if os.path.exists(database + tail):
                shutil.copy(database + tail, os.path.join(folder, 'copy.db' + tail))
        return ask(os.path.join(folder, 'copy.db'), query)


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
    form = appeared(app, title)
    for label, text in texts.items():
        app.type_into(part(form, 'text', label), text)
    app.key('ctrl+Return')
    gone(app, title)


def note_steps(app, database, done):
    note, remark = t('_Note, which the person may read'), t('_Remark of my own')
    write(app, 'ctrl+shift+m', t('New Note'), {note: SHARED, remark: PRIVATE})
    assert stored(database, 'SELECT text, remark FROM note') == [(SHARED, PRIVATE)]
    app.label(SHARED)
    app.label(PRIVATE)
    done('a note with a private part')
    # Ctrl+Page Down goes to the list of notes, Enter opens the note, which is changed.
    for _ in range(2):
        app.key('ctrl+Next')
    wait_until(lambda: app.has('list item', contains=SHARED), 'the note in the list')
    app.key('Return')
    form = appeared(app, t('Edit Note'))
    assert text_of(part(form, 'text', note)) == SHARED
    app.type_into(part(form, 'text', note), SHARED + ' 2')
    app.key('ctrl+Return')
    gone(app, t('Edit Note'))
    assert stored(database, 'SELECT text FROM note') == [(SHARED + ' 2',)]
    done('the note changed')
    wait_until(lambda: app.has('list item', contains=SHARED + ' 2'), 'the changed note')
    app.key('Delete')
    wait_until(lambda: stored(database, 'SELECT id FROM note') == [], 'the note to go')
    app.label(t('No notes yet'))
    assert stored(database, 'SELECT count(*) FROM person') == [(1,)], 'Delete took the person'
    app.key('ctrl+z')
    wait_until(lambda: app.has('list item', contains=SHARED + ' 2'), 'the note again')
    done('the note deleted and brought back')


def follow_up(app, database, done):
    app.key('ctrl+Prior', 'ctrl+Next', 'Return')
    form = appeared(app, t('Edit Note'))
    app.type_into(part(form, 'text', t('Follow up on')), '5.3.2026')
    app.key('ctrl+Return')
    gone(app, t('Edit Note'))
    assert stored(database, 'SELECT follow_day, follow_done FROM note') == [(FOLLOW, None)]
    press(app, t('Followed up', 'button'))
    wait_until(lambda: stored(database, 'SELECT follow_done IS NULL FROM note') == [(0,)],
               'the follow-up to be done')
    done('a follow-up done')


def thanks(app, database, done):
    app.key('ctrl+shift+t')
    form = appeared(app, t('New Thanks'))
    app.type_into(part(form, 'text', t('_What for')), SHARED)
    app.key('ctrl+Return')
    gone(app, t('New Thanks'))
    query = 'SELECT text, promised FROM recognition ORDER BY id'
    assert stored(database, query) == [('A day off', 1), (SHARED, 0)]
    done('thanks written')
    app.key('ctrl+Next')
    press(app, t('Mark as Given', 'button'))
    wait_until(lambda: stored(database, query) == [('A day off', 0), (SHARED, 0)],
               'the promise to be kept')
    done('promised thanks given')


def main():
    done = Steps(6)
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with start(database) as app:
            open_people(app)
            wait_until(lambda: any('Nowak' in plain(n.get_name()) for n in app.nodes('table row')),
                       'the person in the list')
            app.key('ctrl+f')
            app.let_windows_settle()
            app.key('Return')
            app.label(t('Before you talk'))
            note_steps(app, database, done)
            follow_up(app, database, done)
            thanks(app, database, done)


main()
