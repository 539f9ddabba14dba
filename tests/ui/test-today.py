#!/usr/bin/env python3
"""Today, search and the day's notifications in the real window, from the keyboard alone.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-today.py VALMIUS LANGUAGE
"""
import datetime
import os
import sqlite3
import subprocess
import sys
import tempfile

from driver import plain, text_of, wait_until, walk
from opening import (LANGUAGE, Steps, appeared, ask, counted, gone, make_centre, part, start, t,
                     write)

TODAY = datetime.date(2026, 3, 26)
WORDS = 'He taught Zolw the new tool'
PEOPLE = ('given;family;number;start\nAnna;Nowak;1;2024-01-01\nPekka;Äijälä;2;2024-01-01\n'
          'Ελένη;Παππά;3;2024-01-01\nMarek;Łęcki;4;2024-01-01\n')

# What a desktop has to show notifications: writes down what it is told.
DESKTOP = '''
import sys
from gi.repository import Gio, GLib
XML = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
</interface></node>"""
count = 0
def call(connection, sender, path, interface, method, arguments, invocation):
    global count
    if method == "Notify":
        count += 1
        print("say", count, arguments[3], "|", arguments[4], flush=True)
        invocation.return_value(GLib.Variant("(u)", (count,)))
    elif method == "CloseNotification":
        print("unsay", arguments[0], flush=True)
        invocation.return_value(None)
    else:
        invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
def bus(connection, name):
    info = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
    connection.register_object("/org/freedesktop/Notifications", info, call, None, None)
Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.Notifications", 0, bus,
                 lambda c, n: print("ready", flush=True), None)
GLib.MainLoop().run()
'''


def day(date):
    return (date - datetime.date(1970, 1, 1)).days


def centre(folder):
    database = make_centre(folder, PEOPLE)
    with sqlite3.connect(database) as file:
        fill(file)
    file.close()
    return database


def fill(file):
    """Anna comes at 10:00, Pekka was talked with 16 days ago, both have promises; thanks are
    lately given to all but Marek, 41 days ago."""
    today = day(TODAY)
    ids = dict(file.execute('SELECT given, id FROM person').fetchall())

    def session(person, state, planned, minute, held):
        cursor = file.execute(
            "INSERT INTO mentoring (kind, state, planned_day, planned_minute, held_day, minutes, "
            "title, place, agenda, words, said_back, text, remark, with_manager) "
            "VALUES (0, ?, ?, ?, ?, 30, '', '', '', '', 0, '', '', 0)",
            (state, planned, minute, held))
        file.execute('INSERT INTO mentoring_person (mentoring_id, person_id) VALUES (?, ?)',
                     (cursor.lastrowid, ids[person]))

    session('Anna', 0, today, 600, None)
    for person, ago in (('Anna', 5), ('Pekka', 16), ('Ελένη', 2), ('Marek', 3)):
        session(person, 1, None, None, today - ago)
        thanked = today - (41 if person == 'Marek' else 4)
        file.execute('INSERT INTO recognition (person_id, day, promised, text, value, cost, remark)'
                     " VALUES (?, ?, 0, 'For patience', '', 0, '')", (ids[person], thanked))
    for person, mine, words, due in (('Anna', 1, 'A second screen', today),
                                     ('Pekka', 0, 'The new return form', today - 2)):
        file.execute('INSERT INTO agreement (person_id, mine, text, day, due_day, dropped) '
                     'VALUES (?, ?, ?, ?, ?, 0)', (ids[person], mine, words, today - 7, due))


def desktop():
    server = subprocess.Popen([sys.executable, '-c', DESKTOP], stdout=subprocess.PIPE, text=True)
    assert server.stdout.readline() == 'ready\n'
    os.set_blocking(server.stdout.fileno(), False)
    lines = []

    def heard():
        while True:
            line = server.stdout.readline()
            if not line:
                return lines
            lines.append(line.strip())

    return server, heard


def rows(app):
    return [plain(node.get_name()) for node in app.nodes('list item')]


def has_row(app, *words):
    return any(all(word in row for word in words) for row in rows(app))


def opens(app, heard):
    ten = '10.00' if LANGUAGE == 'fi' else '10:00'
    wait_until(lambda: has_row(app, 'Anna Nowak', ten), 'the session of today')
    long = counted('Last session %s day ago', 'Last session %s days ago', 16)
    wait_until(lambda: has_row(app, 'Pekka Äijälä', long, t('Long overdue', 'urgency')),
               'who waits for long')
    thanked = counted('Last thanked %s day ago', 'Last thanked %s days ago', 41)
    wait_until(lambda: has_row(app, 'Marek Łęcki', thanked), 'who is to thank')
    assert has_row(app, 'A second screen', t('Your promise'), t('due today'))
    wait_until(lambda: any('Anna Nowak' in line for line in heard()), 'a notification')
    promise = counted('%s promise falls due', '%s promises fall due', 1)
    wait_until(lambda: any(promise in line for line in heard()), 'the promises')


def ticks(app, heard):
    """From the first line down to the promise; Space keeps it, the window takes it back."""
    app.key('alt+1')
    app.key('Down', 'Down', 'space')
    wait_until(lambda: not has_row(app, 'A second screen', t('Your promise')), 'the promise to go')
    wait_until(lambda: any(line.startswith('unsay') for line in heard()), 'the promises taken back')
    app.window_action('win.undo')
    wait_until(lambda: has_row(app, 'A second screen', t('Your promise')), 'the promise again')


def thanks(app):
    """t on the line of somebody who has earned thanks."""
    app.key('alt+1')
    # A Greek keyboard has τ where others have t.
    if LANGUAGE == 'el':
        subprocess.run(['setxkbmap', '-layout', 'us,gr'], check=True)
    app.key('Down', 'Down', 'Down', 'Down', 'Greek_tau' if LANGUAGE == 'el' else 't')
    window = appeared(app, t('Write Down'))
    wait_until(lambda: any(text_of(node) == 'Marek Łęcki' for node in walk(window)), 'the name')
    app.let_windows_settle(0.3)
    write(app, WORDS, 8)
    app.key('ctrl+Return')
    gone(app, t('Write Down'))
    wait_until(lambda: not has_row(app, 'Marek Łęcki'), 'nobody to thank')


def searches(app):
    app.key('ctrl+shift+f')
    appeared(app, t('Search everything written'))
    app.let_windows_settle(0.3)
    write(app, 'ZOLW', 8)
    wait_until(lambda: has_row(app, 'Marek Łęcki', WORDS), 'what was written')
    # All letters taken away, and others typed.
    app.key('ctrl+a', 'BackSpace')
    wait_until(lambda: not has_row(app, WORDS), 'the empty search')
    write(app, 'taught', 8)
    wait_until(lambda: has_row(app, 'Marek Łęcki', WORDS), 'the other words')
    app.key('Return')
    gone(app, t('Search everything written'))
    wait_until(lambda: any(WORDS in text_of(node)
                           for node in app.nodes('text')), 'the thanks in their form')
    app.key('Escape')


def main():
    done = Steps(5)
    server, heard = desktop()
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with start(database, today=TODAY.isoformat()) as app:
            app.find('frame')
            opens(app, heard)
            done('what waits, and what the desktop is told of it')
            ticks(app, heard)
            done('a promise kept by Space, taken back by undo')
            thanks(app)
            done('thanks by t')
            searches(app)
            done('found by letters and opened by Enter')
            app.key('alt+1')
            app.key('Return')
            part(app.opened('Anna Nowak'), 'push button', t('_Finish', 'session'))
            done('the session opened by Enter')
        thanks_of = ask(database, 'SELECT day, promised FROM recognition WHERE text = ?', WORDS)
        assert thanks_of == [(day(TODAY), 0)], thanks_of
        assert ask(database, 'SELECT count(*) FROM agreement WHERE done_day IS NOT NULL') == [(0,)]
    server.terminate()


main()
