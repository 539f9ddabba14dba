#!/usr/bin/env python3
"""Everything exported as a workbook from the menu, and brought in again by the command line.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-export.py VALMIUS LANGUAGE
"""
import os
import pathlib
import re
import tempfile
import zipfile

from opening import Steps, cli, keep_picture, make_centre, start, t

PEOPLE = 'given;family;number\nAnna;Żółw;007\nPekka;Äijälä;2\nΕλένη;Παππά;3\n'


def main():
    done = Steps(1)
    with tempfile.TemporaryDirectory() as folder:
        book = os.path.join(folder, 'βιβλίο.xlsx')
        with start(make_centre(folder, PEOPLE)) as app:
            app.find('frame')
            app.let_windows_settle()
            app.window_action('win.export')
            app.find('push button', t('One Excel _Workbook'))
            keep_picture(app, 'export')
            app.click('push button', t('One Excel _Workbook'))
            app.save_as(book, '.xlsx')
            app.toast(t('Exported to %s').replace('%s', 'βιβλίο.xlsx'))
        with zipfile.ZipFile(book) as parts:
            names = parts.read('xl/workbook.xml').decode()
        assert all(f'name="{sheet}"' in names for sheet in ('people', 'notes', 'groups')), names
        other = os.path.join(folder, 'b.db')
        cli(other, 'init')
        said = cli(other, 'import', book, '--as', 'people', '--sheet', 'people')
        assert re.search(r'\b3\b', said.splitlines()[0]), said
        cli(other, 'export', '--format', 'csv', '--output', os.path.join(folder, 'out'))
        back = pathlib.Path(folder, 'out', 'people.csv').read_text(encoding='utf-8')
        people = [','.join(line.split(',')[:3]) for line in back.splitlines()]
        assert people == ['number,given,family', '007,Anna,Żółw', '2,Pekka,Äijälä',
                          '3,Ελένη,Παππά'], people
    done('export')


main()
