#!/usr/bin/env python3
"""A file of contacts in the real window: what will happen, who an unknown agent is, imported, taken
back and done again; the same contacts once more are noticed, the same file is asked about.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-import-contacts.py VALMIUS LANGUAGE
"""
import tempfile

from driver import Atspi, wait_until
from opening import (Steps, ask, cli, counted, keep_picture, make_centre, part, press_undo, start,
                     t, write_file)

PEOPLE = 'given;family;number\nRebecca;Adams;17\nDan;Żółw;18\n'
CONTACTS = ('Call Id,Agent,Date,Time,Answered (Y/N),Speed of answer in seconds\n'
            'C1,Becky,2026-03-05,9:00:00,Y,10\nC2,Dan,2026-03-05,9:05:00,Y,20\n'
            'C3,Becky,2026-03-05,9:07:00,N,\nC4,Zoe,2026-03-06,9:00:00,Y,5\n')


def choose_file(app, path):
    """In GTK's own file chooser: Ctrl+L, the path, Enter."""
    app.window_action('win.import')
    wait_until(lambda: app.count_windows() > 1, 'the import')
    app.let_windows_settle()
    app.key('ctrl+l')
    app.type_into(app.find('text', 'GtkFileChooserEntry'), path)
    app.key('Return')
    app.let_windows_settle()


def press_import(app, name):
    button = part(app.find('frame', t('Import')), 'push button', name)
    wait_until(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'a fit')
    app.act(button)


def choose_person(app, agent):
    """The third of the agent's choices: new person, nobody, the first of the centre."""
    app.act(part(app.find('frame', t('Import')), 'push button', agent))
    app.let_windows_settle(0.5)
    app.key('Down', 'Down', 'Return')


def imported(database):
    undone = ask(database, "SELECT undone FROM import WHERE kind = 'contacts' ORDER BY id")
    labels = ask(database, 'SELECT l.name, p.family FROM contact_label l LEFT JOIN person p '
                           'ON p.id = l.person_id WHERE l.kind = 0')
    return [row[0] for row in undone], dict(labels), ask(database, 'SELECT count(*) FROM contact')


def first_time(app, path, done):
    choose_file(app, path)
    app.label(counted('%s row will be imported', '%s rows will be imported', 4))
    app.label(t('Agents Not Recognised'))
    app.label(counted('%s new person', '%s new people', 2))
    done('what will happen')
    choose_person(app, 'Becky')
    app.label(counted('%s new person', '%s new people', 1))
    keep_picture(app, 'import-contacts')
    done('an agent matched by hand')
    press_import(app, t('_Import'))
    app.wait_for_windows(1)
    toast = app.toast(t('Import of %s').replace('%s', 'calls.csv'))
    press_undo(app, toast)
    app.toast(t('Taken back: %s').replace('%s', t('Import of %s').replace('%s', 'calls.csv')))
    done('imported and taken back')
    app.let_windows_settle()
    app.key('ctrl+shift+z')
    app.let_windows_settle()


def main():
    done = Steps(6)
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, PEOPLE)
        path = write_file(folder, 'calls.csv', CONTACTS)
        plain_path = write_file(folder, 'plain.csv', CONTACTS.replace('Call Id', 'Remark'))
        with start(database) as app:
            app.find('frame')
            app.let_windows_settle()
            first_time(app, path, done)
        undone, labels, contacts = imported(database)
        assert undone == [0] and contacts == [(4,)], (undone, contacts)
        assert labels == {'Becky': 'Adams', 'Dan': 'Żółw', 'Zoe': ''}, labels
        done('remembered in the file')
        with start(database, path) as app:
            app.wait_for_windows(2)
            app.label(counted('%s contact was there already', '%s contacts were there already', 4))
            app.label(t('Exactly this file was imported before: nothing in it is new.'))
        done('the same contacts noticed')
        cli(database, 'import', plain_path, '--as', 'contacts')
        with start(database, plain_path) as app:
            app.wait_for_windows(2)
            app.label(t('Exactly this file was imported before. Imported again, everything in it '
                        'counts twice.'))
            press_import(app, t('_Import'))
            assert app.count_windows() == 2
            press_import(app, t('_Import Again'))
            app.wait_for_windows(1)
        assert imported(database)[0] == [0, 0, 0]
        done('the same file asked about')


main()
