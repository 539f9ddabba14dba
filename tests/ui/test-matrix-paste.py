#!/usr/bin/env python3
"""A block of a spreadsheet pasted into the skill matrix, undone as one and done again.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-matrix-paste.py VALMIUS LANGUAGE
"""
import subprocess
import tempfile
import time

from driver import Atspi, wait_until
from opening import Steps, ask, make_centre, start, t

SCORES = 'agent;Calm;Listening\nAda;4;7\nÅsa;9;2\nΕλένη;6;8\n'
OLD = [['4', '7'], ['9', '2']]
NEW = [['10', '3'], ['0', '5']]


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
    done = Steps(4)
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, SCORES, 'assessments', '--date', '2026-05-01')
        with start(database) as app:
            app.find('frame')
            app.open_page('skills')
            matrix = app.find('image', t('Skill matrix'))
            wait_until(lambda: matrix.get_state_set().contains(Atspi.StateType.FOCUSED),
                       'the matrix to have the focus')
            wait_until(lambda: block(app) == OLD, f'the block as it was, not {block(app)}')
            done('a block copied')
            set_clipboard('\n'.join('\t'.join(row) for row in NEW))
            app.key('ctrl+Home', 'ctrl+v')
            time.sleep(0.5)
            wait_until(lambda: block(app) == NEW, 'the pasted block')
            done('a block pasted')
            app.key('ctrl+z')
            wait_until(lambda: block(app) == OLD, 'the block as it was before')
            done('all of it undone at once')
            app.key('ctrl+shift+z')
            wait_until(lambda: block(app) == NEW, 'the pasted block again')
        levels = ask(database, 'SELECT level / 1000 FROM (SELECT *, row_number() OVER (PARTITION '
                               'BY person_id, skill_id ORDER BY day DESC, id DESC) AS place FROM '
                               'assessment) WHERE place = 1 ORDER BY person_id, skill_id')
        # Nobody else's either.
        assert levels == [(10,), (3,), (0,), (5,), (6,), (8,)], levels
        done('all of it done again')


main()
