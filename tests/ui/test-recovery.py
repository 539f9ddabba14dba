#!/usr/bin/env python3
"""A backup restored from its dialog; a damaged file restored, and another one salvaged.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-recovery.py VALMIUS LANGUAGE
"""
import os
import pathlib
import tempfile
import time

from driver import plain, wait_until
from opening import Steps, ask, cli, make_centre, start, t, write_file

PEOPLE = 'given;family;number\n' + ''.join(f'Zoë{i};Nowak{i};{i}\n' for i in range(400))


def centre(folder):
    """400 people, a backup with all of them made before an import, and somebody after that."""
    database = make_centre(folder, PEOPLE)
    time.sleep(1.1)  # backups are listed by the second they are of
    cli(database, 'import', write_file(folder, 'later.csv', 'given;family\nIda;Later\n'), '--as',
        'people')
    time.sleep(1.1)
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
    app.save_as(target, t('valmius-salvaged', 'file name') + '.db')
    app.wait_for_windows(1)
    app.click('push button', t('_Open the Saved File'))
    app.open_page('people')
    wait_until(lambda: any('Zoë' in text for text in app.describe()), 'people who were saved', 40)


def main():
    done = Steps(3)
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with start(database) as app:
            app.find('frame')
            restore_from_dialog(app)
        done('a backup is restored from the dialog')
        damage(database)
        with start(database) as app:
            app.find('frame')
            restore_damaged(app)
        done('a damaged file is restored')
        damage(database)
        before = pathlib.Path(database).read_bytes()
        with start(database) as app:
            app.find('frame')
            salvage(app, os.path.join(folder, 'saved.db'))
        assert pathlib.Path(database).read_bytes() == before, 'the damaged file was changed'
        saved = os.path.join(folder, 'saved.db')
        cli(saved, 'check')
        people = ask(saved, "SELECT given FROM person WHERE given != ''")
        # Three pages of the file are lost, the others are not.
        assert 200 < len(people) <= 401, len(people)
        done('what can be read of it is saved and opens')


main()
