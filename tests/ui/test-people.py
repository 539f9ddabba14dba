#!/usr/bin/env python3
"""A person added with the keyboard, found by letters without accents, taken back, brought back;
who leaves, returns, is deleted, and comes back by the toast.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-people.py VALMIUS LANGUAGE
"""
import tempfile

from driver import plain, wait_until, walk
from opening import Steps, appeared, ask, gone, make_centre, part, press_undo, start, t

PEOPLE = 'given;family;number\nAnna;Nowak;1\nPekka;Äijälä;2\nΕλένη;Παππά;3\n'
NAME = 'Żółwia Åsa Γεωργίου'


def rows(app):
    names = [plain(n.get_name()) for n in app.nodes('table row')]
    return [name for name in names if not name.startswith('Gtk')]  # the header has no name


def add(app):
    dialog = appeared(app, t('Add Person'))
    button = part(dialog, 'push button', t('_Add'))
    app.act(button)
    app.label(t('Give a name or an employee number'))
    fields = {plain(n.get_name()): n for n in walk(dialog) if n.get_role_name() == 'text'}
    app.type_into(fields[t('Given name')], 'Żółwia Åsa')
    app.type_into(fields[t('Family name')], 'Γεωργίου')
    app.act(button)
    gone(app, t('Add Person'))


def leave(app):
    title = t('Leaving', 'dialog title')
    app.window_action('page.leave')
    dialog = appeared(app, title)
    app.act(part(dialog, 'push button', t('_Leave', 'button')))
    gone(app, title)


def search(app, letters, names):
    app.type_into(app.find('entry', t('Search people')), letters)

    def found():
        shown = rows(app)
        return len(shown) == len(names) and all(any(n in s for s in shown) for n in names)

    wait_until(found, f'{letters!r} to find {names}')


def main():
    done = Steps(7)
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, PEOPLE)
        with start(database) as app:
            app.find('frame')
            app.open_page('people')
            wait_until(lambda: len(rows(app)) == 3, 'three people')
            app.key('ctrl+shift+n')
            add(app)
            wait_until(lambda: len(rows(app)) == 4, 'the new person')
            done('a person without a name refused, one with a name added')
            for letters in ('zolwia', 'asa', 'γεωργιου'):
                search(app, letters, [NAME])
            search(app, 'aijala', ['Pekka Äijälä'])
            search(app, 'ελενη', ['Ελένη Παππά'])
            done('found by letters without accents')
            search(app, 'zolwia', [NAME])
            app.window_action('win.undo')
            app.label(t('Nobody found'))
            done('taken back')
            app.window_action('win.redo')
            wait_until(lambda: len(rows(app)) == 1, 'the person again')
            done('brought back')
            app.key('ctrl+f', 'Return')  # opens the one found
            leave(app)
            app.toast(t('Leaves: %s') % NAME)
            app.key('alt+Left')
            app.label(t('Nobody found'))
            app.window_action('page.show-left')
            wait_until(lambda: len(rows(app)) == 1, 'who left, among those who left')
            done('leaves, and is listed where those who left are')
            app.key('ctrl+f', 'Return')
            app.window_action('page.restore')
            app.toast(t('Back again: %s') % NAME)
            app.key('alt+Left')
            app.window_action('page.show-left')
            wait_until(lambda: len(rows(app)) == 1, 'who is back, among those who are here')
            done('returns')
            app.key('ctrl+f', 'Return')
            app.window_action('page.delete')
            toast = app.toast(t('Deleted: %s') % NAME)
            press_undo(app, toast)
            # The toast first: it goes by itself, the person stays.
            app.toast(t('Taken back: %s') % (t('Deleted: %s') % NAME))
            wait_until(lambda: len(rows(app)) == 1, 'who was deleted')
        people = ask(database, 'SELECT given, family, leave_day FROM person ORDER BY id')
        assert people[3:] == [('Żółwia Åsa', 'Γεωργίου', None)], people
        done('deleted, and back by the toast')


main()
