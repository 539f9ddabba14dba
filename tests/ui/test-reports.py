#!/usr/bin/env python3
"""Reports as PDF from the keyboard: a person, thanks, the scorecard; none while names are hidden.
All that is held on a person, written from the menu of the page.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-reports.py VALMIUS LANGUAGE
"""
import json
import os
import pathlib
import subprocess
import tempfile

from opening import Steps, ask, keep_picture, make_demo, start, t, wait_until, write


def words_of(path):
    """The text of a PDF file, once it is there as a whole."""
    wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, path)
    done = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True)
    return ' '.join(done.stdout.decode().replace('\u00a0', ' ').split())


def report(app, folder, name):
    """Ctrl+P, a place, Return."""
    path = os.path.join(folder, name)
    app.key('ctrl+p')
    app.save_as(path, '.pdf')
    app.toast(t('Saved as %s').replace('%s', name))
    return words_of(path)


def show_person(app, given):
    app.open_page('people')
    app.key('ctrl+f')
    write(app, given)
    app.key('Return')
    app.label(t('Before you talk'))
    app.let_windows_settle()


def export(app, folder):
    """By the menu of the person's page, as JSON."""
    path = os.path.join(folder, 'one.json')
    app.click('push button', t('More about this person'))
    app.click('menu item', t('E_xport all about this person…'))
    app.click('push button', t('One _JSON File'))
    app.save_as(path, '.json')
    app.toast(t('Exported to %s').replace('%s', 'one.json'))
    return json.loads(pathlib.Path(path).read_text(encoding='utf-8'))


def show_thanks(app):
    app.open_page('mentoring')
    app.label(t('Who is next'))
    # Today has buttons of the same name in Greek: the tab is the one before the mirror.
    app.act(app.find('push button', t('Mirror', 'tab')).get_parent().get_child_at_index(1))
    app.label(t('Longest without thanks'))
    app.find('push button', t('_Report as PDF…'))
    app.let_windows_settle()


def main():
    done = Steps(5)
    with tempfile.TemporaryDirectory() as folder:
        database = make_demo(folder)
        given, family, email = ask(database, 'SELECT given, family, email FROM person WHERE id = 2')[0]
        with start(database) as app:
            app.find('frame')
            show_person(app, email.split('@')[0].replace('.', ' '))
            text = report(app, folder, 'one.pdf')
            assert f'{given} {family}' in text and t('Satisfaction', 'indicator') in text, text
            done('a person')
            held = export(app, folder)
            assert [p['family'] for p in held['people']] == [family], held['people']
            assert held['notes'] and held['assessments'] and held['contacts'], list(held)
            done('all that is held on a person')
            show_thanks(app)
            text = report(app, folder, 'thanks.pdf')
            assert family in text, text
            done('thanks')
            app.open_page('performance')
            app.find('push button', t('_Export…'))
            app.let_windows_settle()
            keep_picture(app, 'scorecard')
            text = report(app, folder, 'scorecard.pdf')
            assert family in text and t('Satisfaction', 'indicator') in text, text
            done('the scorecard')
            app.key('ctrl+shift+h')
            app.let_windows_settle()
            app.key('ctrl+p')
            app.toast(t('Names are hidden. Show them again to make a report that names people.'))
            assert app.count_windows() == 1
            done('none while names are hidden')


main()
