#!/usr/bin/env python3
"""A person added with the keyboard, found by letters without accents, taken back, brought back;
who leaves, returns, is deleted, and comes back by the toast.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-people.py VALMIUS LANGUAGE
"""
import gettext
import os
import pathlib
import subprocess
import sys
import tempfile

from driver import App, plain, wait_until, walk

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')
PEOPLE = 'given;family;number\nAnna;Nowak;1\nPekka;Äijälä;2\nΕλένη;Παππά;3\n'
NAME = 'Żółwia Åsa Γεωργίου'


def t(message, context=None):
    if context is None:
        return plain(CATALOGUE.gettext(message))
    return plain(CATALOGUE.pgettext(context, message))


def centre(folder):
    path = os.path.join(folder, 'people.csv')
    with open(path, 'w', encoding='utf-8') as out:
        out.write(PEOPLE)
    database = os.path.join(folder, 'centre.db')
    for command in (['init'], ['import', path, '--as', 'people']):
        subprocess.run([PROGRAM + '-cli', '--database', database, *command], check=True,
                       stdout=subprocess.DEVNULL)
    return database


def rows(app):
    names = [plain(n.get_name()) for n in app.nodes('table row')]
    return [name for name in names if not name.startswith('Gtk')]  # the header has no name


def open_dialog(app, title):
    """The form: what has its title and is no button, whatever role its window is given."""
    for i in range(app.root.get_child_count()):
        window = app.root.get_child_at_index(i)
        if window is not None and plain(window.get_name()) == title:
            return window
    return None


def button_of(dialog, label):
    return next(n for n in walk(dialog)
                if n.get_role_name() == 'push button' and plain(n.get_name()) == label)


def add(app):
    dialog = wait_until(lambda: open_dialog(app, t('Add person')), 'the form')
    button = button_of(dialog, t('_Add'))
    app.act(button)
    app.label(t('Give a name or an employee number'))
    fields = {plain(n.get_name()): n for n in walk(dialog) if n.get_role_name() == 'text'}
    app.type_into(fields[t('Given name')], 'Żółwia Åsa')
    app.type_into(fields[t('Family name')], 'Γεωργίου')
    app.act(button)
    wait_until(lambda: open_dialog(app, t('Add person')) is None, 'the form to close')


def leave(app):
    title = t('Leaving', 'dialog title')
    app.window_action('page.leave')
    dialog = wait_until(lambda: open_dialog(app, title), 'the form of leaving')
    app.act(button_of(dialog, t('_Leave', 'button')))
    wait_until(lambda: open_dialog(app, title) is None, 'the form of leaving to close')


def search(app, letters, names):
    app.type_into(app.find('entry', t('Search people')), letters)

    def found():
        shown = rows(app)
        return len(shown) == len(names) and all(any(n in s for s in shown) for n in names)

    wait_until(found, f'{letters!r} to find {names}')


def main():
    print('1..7')
    with tempfile.TemporaryDirectory() as folder:
        with App(PROGRAM, '--database', centre(folder), language=LANGUAGE) as app:
            app.find('frame')
            app.open_page('people')
            wait_until(lambda: len(rows(app)) == 3, 'three people')
            app.key('ctrl+shift+n')
            add(app)
            wait_until(lambda: len(rows(app)) == 4, 'the new person')
            print(f'ok 1 {LANGUAGE} a person without a name refused, one with a name added')
            for letters in ('zolwia', 'asa', 'γεωργιου'):
                search(app, letters, [NAME])
            search(app, 'aijala', ['Pekka Äijälä'])
            search(app, 'ελενη', ['Ελένη Παππά'])
            print(f'ok 2 {LANGUAGE} found by letters without accents')
            search(app, 'zolwia', [NAME])
            app.window_action('win.undo')
            app.label(t('Nobody found'))
            print(f'ok 3 {LANGUAGE} taken back')
            app.window_action('win.redo')
            wait_until(lambda: len(rows(app)) == 1, 'the person again')
            print(f'ok 4 {LANGUAGE} brought back')
            app.key('ctrl+f', 'Return')  # opens the one found
            leave(app)
            app.toast(t('Leaves: %s') % NAME)
            app.key('alt+Left')
            app.label(t('Nobody found'))
            app.window_action('page.show-left')
            wait_until(lambda: len(rows(app)) == 1, 'who left, among those who left')
            print(f'ok 5 {LANGUAGE} leaves, and is listed where those who left are')
            app.key('ctrl+f', 'Return')
            app.window_action('page.restore')
            app.toast(t('Back again: %s') % NAME)
            app.key('alt+Left')
            app.window_action('page.show-left')
            wait_until(lambda: len(rows(app)) == 1, 'who is back, among those who are here')
            print(f'ok 6 {LANGUAGE} returns')
            app.key('ctrl+f', 'Return')
            app.window_action('page.delete')
            toast = app.toast(t('Deleted: %s') % NAME)
            app.act(next(n for n in walk(toast) if plain(n.get_name()) == t('_Undo')
                         and n.get_role_name() == 'push button'))
            # The toast first: it goes by itself, the person stays.
            app.toast(t('Taken back: %s') % (t('Deleted: %s') % NAME))
            wait_until(lambda: len(rows(app)) == 1, 'who was deleted')
            print(f'ok 7 {LANGUAGE} deleted, and back by the toast')


main()
