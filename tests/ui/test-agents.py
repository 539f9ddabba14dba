#!/usr/bin/env python3
"""Names in the contacts: those that have become people are offered, one is matched by hand; an
indicator gets another target.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-agents.py VALMIUS LANGUAGE
"""
import sqlite3
import tempfile

from driver import Atspi, plain, text_of, wait_until, walk
from opening import (CATALOGUE, Steps, appeared, ask, cli, gone, keep_picture, make_centre, part,
                     start, t, write, write_file)

PEOPLE = 'given;family;number\nAda;Lis;1\nJan;Żółw;2\nJan;Żółw;3\n'
CONTACTS = ('Call Id,Agent,Date,Time,Answered (Y/N)\nC1,Ada Lis,2026-06-05,9:00:00,Y\n'
            'C2,Jan Żółw,2026-06-05,9:05:00,Y\nC3,Jan Żółw,2026-06-05,9:07:00,N\n')


def centre(folder):
    """Two are called Jan Żółw, so that their contacts stay nobody's; Ada came after hers."""
    database = make_centre(folder, PEOPLE)
    cli(database, 'import', write_file(folder, 'contacts.csv', CONTACTS), '--as', 'contacts')
    with sqlite3.connect(database) as file:
        file.execute("UPDATE contact_label SET person_id = NULL WHERE name = 'Ada Lis'")
    return database


def offer(app):
    """Ada is offered and the two namesakes are not; left alone, taken back, matched."""
    app.open_page('performance')
    words = CATALOGUE.ngettext('%1$u name in the contacts matches a person now: %2$s',
                               '%1$u names in the contacts match people now: %2$s', 1)
    words = words.replace('%1$u', '1').replace('%2$s', 'Ada Lis → Ada Lis')
    app.label(words)
    keep_picture(app, 'offer')
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
    title = t('Who Is It?')
    frame = appeared(app, title)
    app.let_windows_settle()
    keep_picture(app, 'agent')
    # Nobody chosen: refused with a sentence.
    app.act(part(frame, 'push button', t('_Match')))
    app.label(t('Choose a person.'))
    write(app, 'Ada')
    app.key('Return')
    app.act(part(frame, 'push button', t('_Match')))
    app.toast(t('Agent matched: %s').replace('%s', 'Jan Żółw'))
    gone(app, title)


def term(app):
    """Another target for an indicator from today on, with its reason."""
    app.click('push button', t('Indicators', 'tab'))
    name = t('Service level', 'indicator')
    row = wait_until(lambda: next((n for n in app.nodes('list item')
                                   if name in plain(n.get_name())), None), 'an indicator')
    app.press(row)
    appeared(app, t('Edit Indicator'))
    app.let_windows_settle()
    app.click('push button', t('Change _from a Day…'))
    frame = appeared(app, t('Target and Weight'))
    app.let_windows_settle()
    keep_picture(app, 'term')
    spin = part(frame, 'spin button', t('Target', 'indicator'))
    for _ in range(40):
        if spin.get_state_set().contains(Atspi.StateType.FOCUSED):
            break
        app.key('Tab')
    before = text_of(spin)
    app.key('Down', 'Down')
    wait_until(lambda: text_of(spin) != before, 'another target')
    app.type_into(part(frame, 'text', t('Why, and who decided', 'indicator')), 'Decided together')
    app.act(part(frame, 'push button', t('_Add')))
    gone(app, t('Target and Weight'))
    edit = appeared(app, t('Edit Indicator'))
    app.act(part(edit, 'push button', t('_Cancel')))
    gone(app, t('Edit Indicator'))


def main():
    done = Steps(3)
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with start(database, today='2026-07-02') as app:
            app.find('frame')
            offer(app)
            done('a name that has become a person')
            by_hand(app)
            done('an agent matched by hand')
            term(app)
        labels = ask(database, 'SELECT l.name, p.number FROM contact_label l LEFT JOIN person p '
                               'ON p.id = l.person_id WHERE l.kind = 0 ORDER BY l.name')
        assert labels == [('Ada Lis', '1'), ('Jan Żółw', '1')], labels
        terms = ask(database, 'SELECT new.floor - old.floor, new.target - old.target, new.reason '
                              'FROM indicator_term new JOIN indicator_term old '
                              'USING (indicator_id) WHERE new.day > 0 AND old.day = 0')
        assert terms == [(0, -1000, 'Decided together')], terms
        done('another target')


main()
