#!/usr/bin/env python3
"""The real window killed while somebody types, again and again: what was shown as saved is there,
and what was being typed comes back.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-kill-window.py VALMIUS [ROUNDS]
"""
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

from driver import App, plain, text_of, wait_until, walk

PROGRAM = os.path.abspath(sys.argv[1])
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 50
# A draft is on the disk so long after the last letter at most.
KEPT_AFTER = 1.0


def centre(folder):
    path = os.path.join(folder, 'people.csv')
    with open(path, 'w', encoding='utf-8') as out:
        out.write('given;family;number\nAnna;Nowak;1\nMaria;Łęcka;2\n')
    database = os.path.join(folder, 'centre.db')
    for command in (['init'], ['import', path, '--as', 'people']):
        subprocess.run([PROGRAM + '-cli', '--database', database, *command], check=True,
                       stdout=subprocess.DEVNULL)
    return database


def dialog(app):
    for i in range(app.root.get_child_count()):
        window = app.root.get_child_at_index(i)
        if window is not None and window.get_name() == 'Write Down':
            return window
    return None


def view(app):
    window = wait_until(lambda: dialog(app), 'the quick note')
    return wait_until(lambda: next((n for n in walk(window) if n.get_role_name() == 'text'
                                    and plain(n.get_name()) == 'Text'), None), 'its text')


def type_keys(text, delay=6):
    subprocess.run(['xdotool', 'type', '--delay', str(delay), text], check=True)


def save(app):
    app.key('ctrl+Return')
    wait_until(lambda: dialog(app) is None, 'the quick note to close')


def begin(app):
    app.key('ctrl+n')
    text = view(app)
    app.let_windows_settle(0.2)
    app.focus_window()
    type_keys('mar')
    subprocess.run(['xdotool', 'key', 'Return'], check=True)
    return text


def one_round(app, number, left, saved):
    """What comes back from the round before is looked at and saved; then a note, then a thought
    that is cut short. Says what must come back, and what may."""
    if left is not None:
        must, may = left
        text = view(app)
        wait_until(lambda: text_of(text).startswith(must), f'{must!r} to come back')
        back = text_of(text)
        assert may.startswith(back), (back, may)
        app.let_windows_settle(0.2)
        save(app)
        saved.append(back.strip())
    else:
        view(app)
        app.let_windows_settle(0.2)
        app.key('Escape')
        wait_until(lambda: dialog(app) is None, 'the quick note to close')
    text = begin(app)
    words = f'Note {number} is whole'
    type_keys(words)
    wait_until(lambda: text_of(text) == words, 'the letters of a note')
    save(app)
    saved.append(words)
    text = begin(app)
    first = f'Thought {number} began'
    type_keys(first)
    wait_until(lambda: text_of(text) == first, 'the letters of a thought')
    time.sleep(KEPT_AFTER)
    more = ' and went on and on without an end'
    typing = subprocess.Popen(['xdotool', 'type', '--delay', '15', more])
    time.sleep(random.uniform(0, 0.8))
    app.process.kill()
    app.process.wait()
    typing.wait()
    return first, first + more


def main():
    print('1..2')
    seed = int(os.environ.get('VAL_SEED', '0')) or random.randrange(1, 1 << 30)
    random.seed(seed)
    print(f'# {ROUNDS} rounds, VAL_SEED={seed}')
    saved = []
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        left = None
        for number in range(ROUNDS):
            with App(PROGRAM, '--capture', '--database', database) as app:
                left = one_round(app, number, left, saved)
        print(f'ok 1 {ROUNDS - 1} drafts came back')
        with App(PROGRAM, '--database', database) as app:
            app.find('frame')  # mends the file, as it does after every kill
            time.sleep(1)
        connection = sqlite3.connect(f'file:{database}?mode=ro', uri=True)
        found = [row[0] for row in connection.execute('SELECT text FROM note ORDER BY id')]
        sound = connection.execute('PRAGMA integrity_check').fetchone()[0]
        connection.close()
        good = found == saved and sound == 'ok'
        if not good:
            print(f'# {sound}; missing {[s for s in saved if s not in found]}; '
                  f'too many {[f for f in found if f not in saved]}')
        print(f'{"ok" if good else "not ok"} 2 all {len(saved)} notes shown as saved are there, once')


main()
