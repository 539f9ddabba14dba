#!/usr/bin/env python3
"""The recognition programme in the real window: a rule added, changed, taken back and deleted; the
person thanked by it; the card saved and sent to a printer that is a file.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-programme.py VALMIUS LANGUAGE
"""
import os
import pathlib
import subprocess
import tempfile

from driver import plain, text_of, wait_until, walk
from opening import (CATALOGUE, LANGUAGE, Steps, counted, make_centre, part, print_to_file, start,
                     t, words_of, write)

PEOPLE = 'given;family;number;start;team\nAnna;Nowak;1;2024-01-01;Phone\n'
RULE = 'A quiet voice'
COMMA = '.' if LANGUAGE == 'en' else ','


def show_thanks(app):
    app.open_page('mentoring')
    # Today has buttons of the same name in Greek: the tab is the one before the mirror.
    app.act(app.find('push button', t('Mirror', 'tab')).get_parent().get_child_at_index(1))
    app.find('push button', t('_Add Rule'))


def add_rule(app):
    """From the keyboard alone: what, by whom, every 30 days, at what cost."""
    title = t('Add Rule')
    form = app.open_by(title, name=t('_Add Rule'))
    app.key('ctrl+Return')
    wait_until(lambda: any(t('Write what the rule recognises.') in text_of(node)
                           for node in walk(form)), 'what is missing')
    write(app, RULE)
    app.key('Tab', 'Tab')
    write(app, 'Ewa')
    app.key('Tab', 'Tab')
    write(app, '30')
    app.key('Tab')
    write(app, f'12{COMMA}5')
    app.key('Tab', 'ctrl+a')
    write(app, '1.2.2026')
    app.key('ctrl+Return')
    app.closed(title)
    app.toast(t('Rule saved: %s') % RULE)
    app.label(t('due: %s') % 'Anna Nowak')


def open_rule(app):
    app.press(wait_until(lambda: next((n for n in app.nodes('list item')
                                       if plain(n.get_name()) == RULE), None), 'the rule'))
    return app.opened(t('Edit Rule'))


def change_rule(app):
    form = open_rule(app)
    every = part(form, 'spin button', t('How often each person, in days'))
    assert text_of(every) == '30', text_of(every)
    cost = part(form, 'spin button', t('Cost each time'))
    assert text_of(cost) == f'12{COMMA}50', text_of(cost)
    app.act(part(form, 'check box', t('Suspended')))
    app.key('ctrl+Return')
    app.closed(t('Edit Rule'))
    app.label(t('suspended', 'rule'))
    app.window_action('win.undo')
    app.label(t('due: %s') % 'Anna Nowak')


def is_a6(path):
    told = subprocess.run(['pdfinfo', path], capture_output=True, text=True).stdout
    return '297.638 x 419.528' in told


def thank(app, folder):
    """Thanks by the rule, which are due for nobody then; and their card."""
    title = t('New Thanks')
    # The button of the rule comes after that of the person.
    app.act([n for n in app.nodes('push button')
             if t('Thank: %s') % 'Anna Nowak' in plain(n.get_name())][-1])
    form = app.opened(title)
    assert text_of(part(form, 'spin button', t('Cost'))) == f'12{COMMA}50'
    write(app, 'For the calm in December')
    path = os.path.join(folder, 'card.pdf')
    app.act(part(form, 'push button', t('Sa_ve Card…').replace('_', '')))
    app.save_as(path, '.pdf')
    wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, 'the card')
    words = words_of(path)
    assert 'For the calm in December' in words and 'Anna' in words, words
    assert is_a6(path), path
    app.act(part(form, 'push button', t('_Print Card…')))
    print_to_file(app)
    wait_until(lambda: any(is_a6(made) for made in pathlib.Path(folder).glob('*.pdf')
                           if made.name != 'card.pdf'), 'what was printed')
    app.key('ctrl+Return')
    app.closed(title)
    app.label(counted('given %u time', 'given %u times', 1))


def delete_rule(app):
    form = open_rule(app)
    app.act(part(form, 'push button', t('_Delete Rule')))
    app.closed(t('Edit Rule'))
    app.label(CATALOGUE.gettext('No rule yet. A rule says what is recognised, how, by whom and '
                                'how often; here it says when it is due and what it costs.')[:20])
    app.key('ctrl+z')
    wait_until(lambda: any(plain(n.get_name()) == RULE for n in app.nodes('list item')),
               'the rule again')


def main():
    done = Steps(4)
    with tempfile.TemporaryDirectory() as folder:
        database = make_centre(folder, PEOPLE)
        os.chdir(folder)  # where the printer that is a file leaves what it prints
        with start(database, today='2026-03-26') as app:
            app.find('frame')
            show_thanks(app)
            add_rule(app)
            done('a rule from the keyboard, and for whom it is due')
            change_rule(app)
            done('the rule suspended, and undone')
            thank(app, folder)
            done('thanked, with a card')
            delete_rule(app)
            done('the rule deleted, and brought back')


main()
