#!/usr/bin/env python3
"""A manager's first hour, in the real window and in one language: first run, a file imported, the
answer read, a score corrected from the keyboard, undo, the answer copied.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-first-week.py VALMIUS LANGUAGE
"""
import os
import tempfile

from driver import Atspi, plain, wait_until, walk
from opening import LANGUAGE, Steps, start, t, write_file


def level_words(level):
    return t('Level %d of 10') % level


def vector(folder, last=10):
    """The twenty people of the answer: mean 7.1, level 7, 20/30/25/25 %."""
    rows = ['agent;skill;level;date']
    for count, level in ((4, 4), (6, 6), (5, 8), (5, last)):
        rows += [f'Łucja Άννα {len(rows) + i};Listening;{level};2026-05-01' for i in range(count)]
    return write_file(folder, 'scores.csv', '\n'.join(rows))


def choose_file(app, path):
    """In GTK's own file chooser: Ctrl+L, the path, Enter."""
    windows = app.count_windows
    wait_until(lambda: windows() > 1, 'the file chooser')
    app.let_windows_settle()
    app.key('ctrl+l')
    entry = app.find('text', 'GtkFileChooserEntry')
    app.type_into(entry, path)
    app.key('Return')
    app.let_windows_settle()


def first_run(app, folder):
    app.label(t('Are Your People Ready?'))
    app.click('push button', contains=t('_Import…'))
    choose_file(app, vector(folder))
    frame = app.find('frame', t('Import'))
    button = wait_until(lambda: next((n for n in walk(frame) if n.get_role_name() == 'push button'
                                      and plain(n.get_name()) == t('_Import')), None), 'Import')
    wait_until(lambda: 'scores.csv' in ' '.join(app.describe()), 'the file in the dialog')
    wait_until(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'a fit')
    app.act(button)
    app.wait_for_windows(1)
    app.open_page('readiness')


def answer_is(app, level, mean):
    app.label(level_words(level), patience=40)
    app.label(mean, patience=40)


def copied(app, parts):
    app.click('push button', t('_Copy Answer'))
    text = wait_until(app.clipboard, 'an answer to paste')
    for part in parts:
        assert part in text, (part, text)


def correct_score(app):
    """In the matrix, the first person's only skill: from 4 to 9, which moves the mean by 0.25."""
    app.open_page('skills')
    app.label('Listening')
    app.key('ctrl+Home', '9', 'Return')
    app.open_page('readiness')


def main():
    percent = '20\u00a0%' if LANGUAGE == 'fi' else '20%'
    mean = '7.1' if LANGUAGE == 'en' else '7,1'
    done = Steps(7)
    with tempfile.TemporaryDirectory() as folder:
        with start(os.path.join(folder, 'centre.db')) as app:
            first_run(app, folder)
            done('first run, a file imported')
            answer_is(app, 7, mean)
            done('the readiness page shows the numbers')
            app.hold_names()
            done('everything that takes the focus has a name')
            copied(app, [percent, mean, 'Listening'])
            done('the answer copied')
            correct_score(app)
            answer_is(app, 7, mean.replace('1', '4'))
            done('a score corrected from the keyboard')
            app.key('ctrl+z')
            answer_is(app, 7, mean)
            done('the correction undone')
            app.key('ctrl+z')
            app.label(t('Nobody Here Yet'), patience=40)
            app.key('ctrl+shift+z')
            answer_is(app, 7, mean)
            done('the import undone and done again')


main()
