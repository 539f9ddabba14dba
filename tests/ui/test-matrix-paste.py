#!/usr/bin/env python3
"""A block of a spreadsheet pasted into the skill matrix, undone as one and done again.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-matrix-paste.py VALMIUS LANGUAGE
"""
import gettext
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from driver import App, Atspi, plain, wait_until

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')
SCORES = 'agent;Calm;Listening\nAda;4;7\nÅsa;9;2\nΕλένη;6;8\n'
OLD = [['4', '7'], ['9', '2']]
NEW = [['10', '3'], ['0', '5']]


def t(message):
    return plain(CATALOGUE.gettext(message))


def centre(folder):
    path = os.path.join(folder, 'scores.csv')
    with open(path, 'w', encoding='utf-8') as out:
        out.write(SCORES)
    database = os.path.join(folder, 'centre.db')
    for command in (['init'], ['import', path, '--as', 'assessments', '--date', '2026-05-01']):
        subprocess.run([PROGRAM + '-cli', '--database', database, *command], check=True,
                       stdout=subprocess.DEVNULL)
    return database


def set_clipboard(text):
    subprocess.run(['xclip', '-selection', 'clipboard', '-i'], input=text.encode(), check=True,
                   stdout=subprocess.DEVNULL)


def block(app):
    """The first two people's levels, as they are copied."""
    set_clipboard('nothing copied')
    app.key('ctrl+Home', 'shift+Right', 'shift+Down', 'ctrl+c')
    time.sleep(0.3)
    return [line.split('\t') for line in app.clipboard().splitlines()]


def main():
    print('1..4')
    with tempfile.TemporaryDirectory() as folder:
        with App(PROGRAM, '--database', centre(folder), language=LANGUAGE) as app:
            app.find('frame')
            app.open_page('skills')
            matrix = app.find('image', t('Skill matrix'))
            wait_until(lambda: matrix.get_state_set().contains(Atspi.StateType.FOCUSED),
                       'the matrix to have the focus')
            wait_until(lambda: block(app) == OLD, f'the block as it was, not {block(app)}')
            print(f'ok 1 {LANGUAGE} a block copied')
            set_clipboard('\n'.join('\t'.join(row) for row in NEW))
            app.key('ctrl+Home', 'ctrl+v')
            time.sleep(0.5)
            wait_until(lambda: block(app) == NEW, 'the pasted block')
            print(f'ok 2 {LANGUAGE} a block pasted')
            app.key('ctrl+z')
            wait_until(lambda: block(app) == OLD, 'the block as it was before')
            print(f'ok 3 {LANGUAGE} all of it undone at once')
            app.key('ctrl+shift+z')
            wait_until(lambda: block(app) == NEW, 'the pasted block again')
            print(f'ok 4 {LANGUAGE} all of it done again')


main()
