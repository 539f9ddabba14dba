#!/usr/bin/env python3
"""Everything exported as a workbook from the menu, and brought in again by the command line.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-export.py VALMIUS LANGUAGE
"""
import gettext
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from driver import App, plain

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')
PEOPLE = 'given;family;number\nAnna;Żółw;007\nPekka;Äijälä;2\nΕλένη;Παππά;3\n'


def cli(database, *arguments):
    done = subprocess.run([PROGRAM + '-cli', '--database', database, *arguments], check=False,
                          capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def t(message):
    return plain(CATALOGUE.gettext(message))


def main():
    print('1..1')
    with tempfile.TemporaryDirectory() as folder:
        database, book = os.path.join(folder, 'a.db'), os.path.join(folder, 'βιβλίο.xlsx')
        people = pathlib.Path(folder, 'people.csv')
        people.write_text(PEOPLE, encoding='utf-8')
        cli(database, 'init')
        cli(database, 'import', str(people), '--as', 'people')
        with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
            app.find('frame')
            app.let_windows_settle()
            app.window_action('win.export')
            app.find('push button', t('One Excel _Workbook'))
            if os.environ.get('VAL_TEST_SHOTS'):
                app.picture(os.path.join(os.environ['VAL_TEST_SHOTS'], f'export-{LANGUAGE}.png'))
            app.click('push button', t('One Excel _Workbook'))
            app.save_as(book, '.xlsx')
            app.toast(t('Exported to %s').replace('%s', 'βιβλίο.xlsx'))
        with zipfile.ZipFile(book) as parts:
            names = parts.read('xl/workbook.xml').decode()
        assert all(f'name="{sheet}"' in names for sheet in ('people', 'notes', 'groups')), names
        other = os.path.join(folder, 'b.db')
        cli(other, 'init')
        said = cli(other, 'import', book, '--as', 'people', '--sheet', 'people')
        assert '3' in said.splitlines()[0], said
        cli(other, 'export', '--format', 'csv', '--output', os.path.join(folder, 'out'))
        back = pathlib.Path(folder, 'out', 'people.csv').read_text(encoding='utf-8')
        assert '007,Anna,Żółw' in back and '3,Ελένη,Παππά' in back, back
    print('ok 1 export')


main()
