# opening.py: what every test of the window begins with
#
# Copyright 2026 Valmius developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program and the language of the call (`run-session test-x.py VALMIUS LANGUAGE`), the words of
that language, a centre made by the command line, and small things to look for in the window."""

import gettext
import os
import pathlib
import re
import sqlite3
import subprocess
import sys

from driver import App, Atspi, plain, wait_until, walk

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')


def t(message, context=None):
    """A text of the program as the window says it."""
    return plain(CATALOGUE.pgettext(context, message) if context else CATALOGUE.gettext(message))


def counted(one, many, count):
    """A text that says how many."""
    return plain(re.sub('%[sud]', str(count), CATALOGUE.ngettext(one, many, count)))


class Steps:
    """What has been shown, one line each."""

    def __init__(self, count):
        self.done = 0
        print(f'1..{count}', flush=True)

    def __call__(self, what):
        self.done += 1
        print(f'ok {self.done} {LANGUAGE} {what}', flush=True)


def cli(database, *arguments):
    """What the command line says; it must succeed."""
    done = subprocess.run([PROGRAM + '-cli', '--database', database, *arguments], check=False,
                          capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def write_file(folder, name, text):
    path = os.path.join(folder, name)
    pathlib.Path(path).write_text(text, encoding='utf-8')
    return path


def make_centre(folder, text, kind='people', *options):
    """A database with what a CSV file of one kind holds."""
    database = os.path.join(folder, 'centre.db')
    cli(database, 'init')
    cli(database, 'import', write_file(folder, f'{kind}.csv', text), '--as', kind, *options)
    return database


def make_demo(folder):
    database = os.path.join(folder, 'centre.db')
    cli(database, '--language', LANGUAGE, 'init', '--demo')
    return database


def ask(database, question, *values):
    """Asked when the window is closed: the program keeps its file to itself. It may have been
    killed, which leaves a journal to be rolled back."""
    with sqlite3.connect(f'file:{database}?mode=rw', uri=True) as file:
        answer = file.execute(question, values).fetchall()
    file.close()
    return answer


def start(database, *arguments, today=None):
    return App(PROGRAM, '--database', database, *arguments, language=LANGUAGE,
               environment={'VALMIUS_TODAY': today} if today else None)


def part(window, role, name):
    """What has this role and name in one window."""
    return wait_until(lambda: next((n for n in walk(window) if n.get_role_name() == role
                                    and plain(n.get_name()) == name), None), f'{role} {name}')


def press_undo(app, toast):
    app.act(part(toast, 'push button', t('_Undo')))


def appeared(app, title):
    """The window with this title, as soon as it is there."""
    return wait_until(lambda: app.window_of(title), title)


def gone(app, title):
    wait_until(lambda: app.window_of(title) is None, f'{title} to close')


def write(app, text, delay=20):
    """Letter by letter, to whatever has the keyboard."""
    app.focus_window()
    subprocess.run(['xdotool', 'type', '--delay', str(delay), text], check=True)


def words_of(path):
    """What is written in a PDF file."""
    return subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True,
                          check=True).stdout


def print_to_file(app):
    """GTK's own print dialog, which may speak another language: the printer that is a file, in the
    working folder, is the only one; Print is the last button."""
    dialog = app.find('dialog')
    app.let_windows_settle()
    printer = wait_until(lambda: [n for n in walk(dialog) if n.get_role_name() == 'table row'][1:],
                         'the printer')
    app.press(printer[0])
    button = [n for n in walk(dialog) if n.get_role_name() == 'push button'][-1]
    wait_until(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'Print')
    app.act(button)


def show_anna(app):
    """The page of the person who is found by 'anna'."""
    app.find('frame')
    app.open_page('people')
    wait_until(lambda: any('Anna' in plain(n.get_name()) for n in app.nodes('table row')),
               'Anna in the list')
    app.key('ctrl+f')
    write(app, 'anna')
    app.key('Return')
    app.label(t('Before you talk'))


def keep_picture(app, name):
    """For who wants to see what a test saw: VAL_TEST_SHOTS=FOLDER."""
    if os.environ.get('VAL_TEST_SHOTS'):
        app.picture(os.path.join(os.environ['VAL_TEST_SHOTS'], f'{name}-{LANGUAGE}.png'))
