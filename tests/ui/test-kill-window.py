#!/usr/bin/env python3
"""The real window killed while somebody types, again and again: what was shown as saved is there,
and what was being typed comes back.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-kill-window.py VALMIUS LANGUAGE [ROUNDS]
"""
import os
import random
import subprocess
import sys
import tempfile
import time

from driver import text_of, wait_until
from opening import Steps, appeared, ask, gone, make_centre, part, start, t, write
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 50
# A draft is on the disk so long after the last letter at most.
KEPT_AFTER = 1.0


def view(app):
    return part(appeared(app, t('Write Down')), 'text', t('Text'))


def save(app):
    app.key('ctrl+Return')
    gone(app, t('Write Down'))


def begin(app):
    app.key('ctrl+n')
    text = view(app)
    app.let_windows_settle(0.2)
    write(app, 'mar', 6)
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
        gone(app, t('Write Down'))
    text = begin(app)
    words = f'Note {number} is whole'
    write(app, words, 6)
    wait_until(lambda: text_of(text) == words, 'the letters of a note')
    save(app)
    saved.append(words)
    text = begin(app)
    first = f'Thought {number} began'
    write(app, first, 6)
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
    done = Steps(2)
    seed = int(os.environ.get('VAL_SEED', '0')) or random.randrange(1, 1 << 30)
    random.seed(seed)
    print(f'# {ROUNDS} rounds, VAL_SEED={seed}')
    saved = []
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, 'given;family;number\nAnna;Nowak;1\nMaria;Łęcka;2\n')
        left = None
        for number in range(ROUNDS):
            with start(database, '--capture') as app:
                left = one_round(app, number, left, saved)
        done(f'{ROUNDS - 1} drafts came back')
        with start(database) as app:
            app.find('frame')  # mends the file, as it does after every kill
            time.sleep(1)
        found = [row[0] for row in ask(database, 'SELECT text FROM note ORDER BY id')]
        sound = ask(database, 'PRAGMA integrity_check')[0][0]
        assert found == saved and sound == 'ok', (
            sound, 'missing', [s for s in saved if s not in found],
            'too many', [f for f in found if f not in saved])
        done(f'all {len(saved)} notes shown as saved are there, once')


main()
