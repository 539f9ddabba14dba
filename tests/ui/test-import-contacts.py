#!/usr/bin/env python3
"""A file of contacts in the real window: what will happen, who an unknown agent is, imported, taken
back and done again; the same contacts once more are noticed, the same file is asked about.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-import-contacts.py VALMIUS LANGUAGE
"""
import gettext
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from driver import App, Atspi, plain, wait_until, walk

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')
PEOPLE = 'given;family;number\nRebecca;Adams;17\nDan;Żółw;18\n'
CONTACTS = ('Call Id,Agent,Date,Time,Answered (Y/N),Speed of answer in seconds\n'
            'C1,Becky,2026-03-05,9:00:00,Y,10\nC2,Dan,2026-03-05,9:05:00,Y,20\n'
            'C3,Becky,2026-03-05,9:07:00,N,\nC4,Zoe,2026-03-06,9:00:00,Y,5\n')


def t(message):
    return plain(CATALOGUE.gettext(message))


def n(one, many, count):
    return plain(CATALOGUE.ngettext(one, many, count)).replace('%s', str(count))


def cli(database, *arguments):
    done = subprocess.run([PROGRAM + '-cli', '--database', database, *arguments], check=False,
                          capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def choose_file(app, path):
    """In GTK's own file chooser: Ctrl+L, the path, Enter."""
    app.window_action('win.import')
    wait_until(lambda: app.count_windows() > 1, 'the import')
    app.let_windows_settle()
    app.key('ctrl+l')
    app.type_into(app.find('text', 'GtkFileChooserEntry'), path)
    app.key('Return')
    app.let_windows_settle()


def find_button(app, name):
    frame = app.find('frame', t('Import'))
    return wait_until(lambda: next((node for node in walk(frame)
                                    if node.get_role_name() == 'push button'
                                    and plain(node.get_name()) == name), None), name)


def press_import(app, name):
    button = find_button(app, name)
    wait_until(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'a fit')
    app.act(button)


def choose_person(app, agent):
    """The third of the agent's choices: new person, nobody, the first of the centre."""
    choice = find_button(app, agent)
    app.act(choice)
    app.let_windows_settle(0.5)
    app.key('Down', 'Down', 'Return')


def imported(database):
    with sqlite3.connect(database) as base:
        undone = base.execute("SELECT undone FROM import WHERE kind = 'contacts' ORDER BY id").fetchall()
        labels = dict(base.execute(
            'SELECT l.name, p.family FROM contact_label l LEFT JOIN person p ON p.id = l.person_id'
            ' WHERE l.kind = 0').fetchall())
        contacts = base.execute('SELECT count(*) FROM contact').fetchone()[0]
    return [row[0] for row in undone], labels, contacts


def first_time(app, path, done):
    choose_file(app, path)
    app.label(n('%s row will be imported', '%s rows will be imported', 4))
    app.label(t('Agents Not Recognised'))
    app.label(n('%s new person', '%s new people', 2))
    done('what will happen')
    choose_person(app, 'Becky')
    app.label(n('%s new person', '%s new people', 1))
    if os.environ.get('VAL_TEST_SHOTS'):
        app.picture(os.path.join(os.environ['VAL_TEST_SHOTS'], f'import-contacts-{LANGUAGE}.png'))
    done('an agent matched by hand')
    press_import(app, t('_Import'))
    app.wait_for_windows(1)
    toast = app.toast(t('Import of %s').replace('%s', 'calls.csv'))
    app.act(next(node for node in walk(toast) if plain(node.get_name()) == t('_Undo')
                 and node.get_role_name() == 'push button'))
    app.toast(t('Taken back: %s').replace('%s', t('Import of %s').replace('%s', 'calls.csv')))
    done('imported and taken back')
    app.let_windows_settle()
    app.key('ctrl+shift+z')
    app.let_windows_settle()


def main():
    steps = 0

    def done(what):
        nonlocal steps
        steps += 1
        print(f'ok {steps} {LANGUAGE} {what}', flush=True)

    print('1..6')
    with tempfile.TemporaryDirectory() as folder:
        database, path = os.path.join(folder, 'a.db'), os.path.join(folder, 'calls.csv')
        people = pathlib.Path(folder, 'people.csv')
        people.write_text(PEOPLE, encoding='utf-8')
        pathlib.Path(path).write_text(CONTACTS, encoding='utf-8')
        plain_path = os.path.join(folder, 'plain.csv')
        pathlib.Path(plain_path).write_text(CONTACTS.replace('Call Id', 'Remark'), encoding='utf-8')
        cli(database, 'init')
        cli(database, 'import', str(people), '--as', 'people')
        with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
            app.find('frame')
            app.let_windows_settle()
            first_time(app, path, done)
        undone, labels, contacts = imported(database)
        assert undone == [0] and contacts == 4, (undone, contacts)
        assert labels == {'Becky': 'Adams', 'Dan': 'Żółw', 'Zoe': ''}, labels
        done('remembered in the file')
        with App(PROGRAM, '--database', database, path, language=LANGUAGE) as app:
            app.wait_for_windows(2)
            app.label(n('%s contact was there already', '%s contacts were there already', 4))
            app.label(t('Exactly this file was imported before. Imported again, everything in it counts'
                        ' twice.'))
        done('the same contacts noticed')
        cli(database, 'import', plain_path, '--as', 'contacts')
        with App(PROGRAM, '--database', database, plain_path, language=LANGUAGE) as app:
            app.wait_for_windows(2)
            press_import(app, t('_Import'))
            assert app.count_windows() == 2
            press_import(app, t('_Import Again'))
            app.wait_for_windows(1)
        assert imported(database)[0] == [0, 0, 0]
        done('the same file asked about')


main()
