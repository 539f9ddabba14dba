#!/usr/bin/env python3
"""Names in the contacts: those that have become people are offered, one is matched by hand; an
indicator gets another target.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-agents.py VALMIUS LANGUAGE
"""
import gettext
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from driver import App, Atspi, plain, text_of, wait_until, walk

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
CATALOGUE = gettext.translation('valmius', pathlib.Path(PROGRAM).parent / 'po', [LANGUAGE],
                                fallback=LANGUAGE == 'en')
PEOPLE = 'given;family;number\nAda;Lis;1\nJan;Żółw;2\nJan;Żółw;3\n'
CONTACTS = ('Call Id,Agent,Date,Time,Answered (Y/N)\nC1,Ada Lis,2026-06-05,9:00:00,Y\n'
            'C2,Jan Żółw,2026-06-05,9:05:00,Y\nC3,Jan Żółw,2026-06-05,9:07:00,N\n')


def t(message, context=None):
    return plain(CATALOGUE.pgettext(context, message) if context else CATALOGUE.gettext(message))


def centre(folder):
    """Two are called Jan Żółw, so that their contacts stay nobody's; Ada came after hers."""
    database = os.path.join(folder, 'centre.db')
    for name, text in (('people', PEOPLE), ('contacts', CONTACTS)):
        path = os.path.join(folder, name + '.csv')
        pathlib.Path(path).write_text(text, encoding='utf-8')
        if name == 'people':
            subprocess.run([PROGRAM + '-cli', '--database', database, 'init'], check=True,
                           stdout=subprocess.DEVNULL)
        subprocess.run([PROGRAM + '-cli', '--database', database, 'import', path, '--as', name],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with sqlite3.connect(database) as file:
        file.execute("UPDATE contact_label SET person_id = NULL WHERE name = 'Ada Lis'")
    return database


def read(database, question):
    with sqlite3.connect(f'file:{database}?mode=ro', uri=True) as file:
        return file.execute(question).fetchall()


def window(app, name):
    for i in range(app.root.get_child_count()):
        node = app.root.get_child_at_index(i)
        if node is not None and plain(node.get_name()) == name:
            return node
    return None


def button_in(frame, name):
    return next(n for n in walk(frame) if n.get_role_name() == 'push button'
                and plain(n.get_name()) == name)


def offer(app):
    """Ada is offered and the two namesakes are not; left alone, taken back, matched."""
    app.open_page('performance')
    words = CATALOGUE.ngettext('%1$u name in the contacts matches a person now: %2$s',
                               '%1$u names in the contacts match people now: %2$s', 1)
    words = words.replace('%1$u', '1').replace('%2$s', 'Ada Lis → Ada Lis')
    app.label(words)
    if os.environ.get('VAL_TEST_SHOTS'):
        app.picture(os.path.join(os.environ['VAL_TEST_SHOTS'], f'offer-{LANGUAGE}.png'))
    app.click('push button', t('_Leave'))
    app.toast(t('Names in the contacts left without a person'))
    wait_until(lambda: not app.has('label', contains=words), 'the offer to go')
    app.window_action('win.undo')
    app.label(words)
    app.click('push button', t('_Match'))
    app.toast(t('Names in the contacts matched to people'))
    wait_until(lambda: not app.has('label', contains=words), 'the offer to go')


def by_hand(app):
    app.click('push button', t('Agents', 'tab'))
    row = wait_until(lambda: next((n for n in app.nodes('list item')
                                   if 'Jan Żółw' in plain(n.get_name())
                                   and any(t('matched to nobody') in text_of(part)
                                           for part in walk(n))), None), 'Jan of the contacts')
    app.press(row)
    title = t('Who is %s?').replace('%s', 'Jan Żółw')
    frame = wait_until(lambda: window(app, title), 'the dialog')
    app.let_windows_settle()
    if os.environ.get('VAL_TEST_SHOTS'):
        app.picture(os.path.join(os.environ['VAL_TEST_SHOTS'], f'agent-{LANGUAGE}.png'))
    # Nobody chosen: refused with a sentence.
    app.act(button_in(frame, t('_Match')))
    app.label(t('Choose a person.'))
    app.focus_window()
    subprocess.run(['xdotool', 'type', '--delay', '20', 'Ada'], check=True)
    subprocess.run(['xdotool', 'key', 'Return'], check=True)
    app.let_windows_settle()
    app.act(button_in(frame, t('_Match')))
    app.toast(t('Agent matched: %s').replace('%s', 'Jan Żółw'))
    wait_until(lambda: window(app, title) is None, 'the dialog to close')


def term(app):
    """Another target for an indicator from today on, with its reason."""
    app.click('push button', t('Indicators', 'tab'))
    name = t('Service level', 'indicator')
    row = wait_until(lambda: next((n for n in app.nodes('list item')
                                   if name in plain(n.get_name())), None), 'an indicator')
    app.press(row)
    wait_until(lambda: window(app, t('Edit indicator')), 'the indicator’s dialog')
    app.let_windows_settle()
    app.click('push button', t('Change _from a day…'))
    frame = wait_until(lambda: window(app, t('Target and weight')), 'the dialog of targets')
    app.let_windows_settle()
    if os.environ.get('VAL_TEST_SHOTS'):
        app.picture(os.path.join(os.environ['VAL_TEST_SHOTS'], f'term-{LANGUAGE}.png'))
    spin = next(n for n in walk(frame) if n.get_role_name() == 'spin button'
                and plain(n.get_name()) == t('Target', 'indicator'))
    for _ in range(40):
        if spin.get_state_set().contains(Atspi.StateType.FOCUSED):
            break
        app.key('Tab')
    before = text_of(spin)
    app.key('Down', 'Down')
    wait_until(lambda: text_of(spin) != before, 'another target')
    text = next(n for n in walk(frame) if n.get_role_name() == 'text'
                and plain(n.get_name()) == t('Why, and who decided', 'indicator'))
    app.type_into(text, 'Decided together')
    app.act(button_in(frame, t('_Add')))
    wait_until(lambda: window(app, t('Target and weight')) is None, 'the dialog to close')
    edit = window(app, t('Edit indicator'))
    app.act(button_in(edit, t('_Cancel')))
    wait_until(lambda: window(app, t('Edit indicator')) is None, 'the indicator’s dialog to close')


def main():
    print('1..3')
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with App(PROGRAM, '--database', database, language=LANGUAGE,
                 environment={'VALMIUS_TODAY': '2026-07-02'}) as app:
            app.find('frame')
            offer(app)
            print(f'ok 1 {LANGUAGE} a name that has become a person')
            by_hand(app)
            print(f'ok 2 {LANGUAGE} an agent matched by hand')
            term(app)
        labels = read(database, 'SELECT l.name, p.number FROM contact_label l LEFT JOIN person p '
                                'ON p.id = l.person_id WHERE l.kind = 0 ORDER BY l.name')
        assert labels == [('Ada Lis', '1'), ('Jan Żółw', '1')], labels
        terms = read(database, 'SELECT new.floor - old.floor, new.target - old.target, new.reason '
                               'FROM indicator_term new JOIN indicator_term old USING (indicator_id) '
                               'WHERE new.day > 0 AND old.day = 0')
        assert terms == [(0, -1000, 'Decided together')], terms
        print(f'ok 3 {LANGUAGE} another target')


main()
