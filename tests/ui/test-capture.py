#!/usr/bin/env python3
"""A note and thanks written down within seconds, from the keyboard alone, in the real window.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-capture.py VALMIUS LANGUAGE
"""
import subprocess
import tempfile
import time

from driver import wait_until
from opening import (CATALOGUE, PROGRAM, Steps, appeared, ask, gone, make_centre, part,
                     start, t, write)

PEOPLE = 'given;family;number\nAnna;Nowak;1\nPekka;Äijälä;2\nΕλένη;Παππά;3\nMarek;Łęcki;4\n'
GREEK = 'Η Ελένη άκουσε τον πελάτη με υπομονή· '


def open_capture(app, *keys):
    app.key(*keys)
    window = appeared(app, t('Write Down'))
    app.let_windows_settle(0.3)
    app.focus_window()
    return window


def save(app):
    app.key('ctrl+Return')
    gone(app, t('Write Down'))


def paste(app, text):
    subprocess.run(['xclip', '-selection', 'clipboard'], input=text.encode(), check=True)
    app.key('ctrl+v')


def written_down(app):
    began = time.monotonic()
    open_capture(app, 'ctrl+n')
    write(app, 'aija', 8)
    subprocess.run(['xdotool', 'key', 'Return'], check=True)
    write(app, 'Stayed calm', 8)
    save(app)
    return time.monotonic() - began


def refused(app):
    open_capture(app, 'ctrl+n')
    app.key('ctrl+Return')
    write(app, 'xyzzy', 8)
    app.label(t('Nobody found'))
    app.key('ctrl+a', 'Tab')
    assert app.window_of(t('Write Down')) is not None
    app.key('Escape')
    if app.window_of(t('Write Down')) is not None:
        app.key('Escape')
    gone(app, t('Write Down'))


def choose_thanks(app):
    """Alt and the marked letter; a Greek one is not on the keyboard of the screen under test."""
    letter = CATALOGUE.pgettext('capture', '_Thanks').split('_')[1][0].lower()
    if letter.isascii():
        app.key(f'alt+{letter}')
    else:
        app.act(part(app.window_of(t('Write Down')), 'push button', t('_Thanks', 'capture')))
    app.find('combo box', t('Kind of thanks'))


def killed(folder, database):
    """The program is killed a second after the last letter; the draft is offered and goes on."""
    with start(database) as app:
        app.find('frame')
        open_capture(app, 'ctrl+n')
        write(app, 'lec', 8)
        subprocess.run(['xdotool', 'key', 'Return'], check=True)
        write(app, 'half a thought', 8)
        view = part(app.window_of(t('Write Down')), 'text', t('Text'))
        wait_until(lambda: view.get_character_count() == len('half a thought'), 'the letters')
        time.sleep(1)
        app.process.kill()
        app.process.wait()
    with start(database) as app:
        app.find('frame')
        app.toast(t('A note was not finished'))
        open_capture(app, 'ctrl+n')
        app.label(t('You were writing this before. Nothing of it was lost.'))
        view = part(app.window_of(t('Write Down')), 'text', t('Text'))
        wait_until(lambda: view.get_character_count() == len('half a thought'), 'the text again')
        save(app)
        # The draft goes after the note is stored: leaving as users do waits for it, a signal does not.
        app.key('ctrl+q')
        app.process.wait(20)


def by_command(database):
    with start(database, '--capture') as app:
        appeared(app, t('Write Down'))
        app.key('Escape')
        gone(app, t('Write Down'))
        # A second call reaches the running program.
        subprocess.run([PROGRAM, '--capture'], env=app.environment, check=True, timeout=30)
        appeared(app, t('Write Down'))
        app.key('Escape')
        gone(app, t('Write Down'))


def main():
    done = Steps(5)
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, PEOPLE)
        with start(database) as app:
            app.find('frame')
            seconds = written_down(app)
            print(f'# {seconds:.1f} s with the waits of the test')
            app.toast(t('Note saved: %s').replace('%s', 'Pekka Äijälä'))
            assert seconds < 10, seconds
            done('a note under ten seconds')
            open_capture(app, 'ctrl+n')
            write(app, 'an', 8)
            subprocess.run(['xdotool', 'key', 'Return'], check=True)
            choose_thanks(app)
            view = part(app.window_of(t('Write Down')), 'text', t('Text'))
            long = (GREEK * 300)[:10000]
            paste(app, long)
            wait_until(lambda: view.get_character_count() == 10000, '10,000 letters')
            save(app)
            app.toast(t('Thanks saved: %s').replace('%s', 'Anna Nowak'))
            saved = t('Thanks saved: %s').replace('%s', 'Anna Nowak')
            app.window_action('win.undo')
            app.toast(t('Taken back: %s').replace('%s', saved))
            app.window_action('win.redo')
            app.toast(t('Done again: %s').replace('%s', saved))
            refused(app)
            done('thanks of 10,000 Greek letters, taken back and brought back')
        notes = ask(database, 'SELECT text FROM note')
        thanks = ask(database, 'SELECT text FROM recognition')
        assert notes == [('Stayed calm',)] and thanks == [(long.strip(),)], (notes, thanks)
        done('both are in the file')
        killed(folder, database)
        notes = ask(database, 'SELECT text FROM note ORDER BY id')
        drafts = ask(database, 'SELECT body FROM draft')
        assert notes == [('Stayed calm',), ('half a thought',)] and drafts == [], (notes, drafts)
        done('a draft outlives the program and goes on')
        by_command(database)
        done('from the command line, in a running program too')


main()
