#!/usr/bin/env python3
"""A backup restored from its dialog; a damaged file restored, and another one salvaged.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-recovery.py VALMIUS LANGUAGE
"""
import gettext
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from driver import App, plain, wait_until

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')
PEOPLE = 'given;family;number\n' + ''.join(f'Zoë{i};Nowak{i};{i}\n' for i in range(400))


def t(message):
    return plain(CATALOGUE.gettext(message))


def cli(database, *arguments):
    subprocess.run([PROGRAM + '-cli', '--database', database, *arguments], check=True,
                   stdout=subprocess.DEVNULL)


def centre(folder):
    """400 people, a backup with all of them made before an import, and somebody after that."""
    database = os.path.join(folder, 'centre.db')
    for name, text in (('people.csv', PEOPLE), ('later.csv', 'given;family\nIda;Later\n')):
        path = os.path.join(folder, name)
        with open(path, 'w', encoding='utf-8') as out:
            out.write(text)
        if name == 'people.csv':
            cli(database, 'init')
        cli(database, 'import', path, '--as', 'people')
        time.sleep(1.1)  # backups are listed by the second they are of
    return database


def damage(database):
    """Writes over pages in the middle: some rows can be read, some cannot."""
    size = os.path.getsize(database)
    with open(database, 'r+b') as out:
        out.seek(size // 2 // 4096 * 4096)
        out.write(b'\xee' * 12288)


def shows(app, count):
    """In the header of the page: how many people there are."""
    app.label(str(count), patience=40)


def confirm(app):
    """Presses Restore in the question."""
    wait_until(lambda: app.has('push button', t('_Restore')), 'the question')
    app.let_windows_settle()
    app.click('push button', t('_Restore'))


def restore_from_dialog(app):
    app.open_page('people')
    shows(app, 401)
    app.window_action('win.restore')
    app.find('push button', contains=t('Restore…'))
    # The oldest, made before the import; the window may have made the one of the day meanwhile.
    app.act([node for node in app.nodes('push button')
             if t('Restore…') in plain(node.get_name())][-1])
    confirm(app)
    # The toast first: it goes by itself, the people stay.
    app.toast(t('Restored. What was there before is kept in %s').split('%s')[0].rstrip())
    shows(app, 400)


def restore_damaged(app):
    app.label(t('The File Is Damaged'))
    app.click('push button', contains=t('Restore…'))
    confirm(app)
    app.wait_for_windows(1)
    app.open_page('people')
    shows(app, 401)  # the newest backup was made before the restore


def salvage(app, target):
    app.label(t('The File Is Damaged'))
    app.click('push button', t('_Save What Can Be Read…'))
    wait_until(lambda: app.count_windows() > 1, 'the file chooser')
    app.let_windows_settle()
    app.type_into(app.find('text', contains='valmius-salvaged.db'), target)
    app.key('Return')
    app.wait_for_windows(1)
    app.click('push button', t('_Open the Saved File'))
    app.open_page('people')
    wait_until(lambda: any('Zoë' in text for text in app.describe()), 'people who were saved', 40)


def main():
    print('1..3')
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
            app.find('frame')
            restore_from_dialog(app)
        print(f'ok 1 {LANGUAGE} a backup is restored from the dialog')
        damage(database)
        with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
            app.find('frame')
            restore_damaged(app)
        print(f'ok 2 {LANGUAGE} a damaged file is restored')
        damage(database)
        before = pathlib.Path(database).read_bytes()
        with App(PROGRAM, '--database', database, language=LANGUAGE) as app:
            app.find('frame')
            salvage(app, os.path.join(folder, 'saved.db'))
        assert pathlib.Path(database).read_bytes() == before, 'the damaged file was changed'
        cli(os.path.join(folder, 'saved.db'), 'check')
        print(f'ok 3 {LANGUAGE} what can be read of it is saved and opens')


main()
