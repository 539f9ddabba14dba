#!/usr/bin/env python3
"""The centre's own words in the real window: a team added and taken back, a group of levels
renamed, seen on the page of readiness and taken back.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-centre.py VALMIUS LANGUAGE
"""
import tempfile

from driver import Atspi, plain, wait_until, walk
from opening import Steps, make_demo, part, start, t


def group(app):
    app.open_page('readiness')
    app.window_action('win.preferences')
    window = app.opened(t('Preferences'))
    app.type_into(part(window, 'text', t('Name')), 'the new ones')
    button = part(window, 'push button', t('_Apply'))
    wait_until(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'Apply')
    app.act(button)
    app.key('Escape')
    app.closed(t('Preferences'))
    wait_until(lambda: any('the new ones' in text.lower() for text in app.describe()),
               'the new name of the group', 40)
    app.key('ctrl+z')
    wait_until(lambda: not any('the new ones' in text.lower() for text in app.describe()),
               'the old name again', 40)


def has_team(window):
    return any(plain(node.get_name()) == 'Night shift' for node in walk(window))


def team(app):
    app.open_page('people')
    app.window_action('page.teams')
    window = app.opened(t('Teams and Roles'))
    app.act(next(n for n in walk(window) if n.get_role_name() == 'push button'
                 and t('Add Team') in plain(n.get_name())))
    form = app.opened(t('Add Team'))
    app.type_into(next(n for n in walk(form) if n.get_role_name() == 'text'), 'Night shift')
    app.act(part(form, 'push button', t('_Add')))
    app.closed(t('Add Team'))
    wait_until(lambda: has_team(window), 'the team in the list')
    # The first Escape takes the toast away.
    app.key_until('Escape', lambda: app.window_of(t('Teams and Roles')) is None, 'it to close')
    app.closed(t('Teams and Roles'))
    app.key('ctrl+z')
    app.toast(t('Taken back: %s').split('%s')[0].strip())
    app.window_action('page.teams')
    window = app.opened(t('Teams and Roles'))
    assert not has_team(window)
    app.key('Escape')
    app.closed(t('Teams and Roles'))


def tables(app):
    """Rows of tables have names: those of the catalogue, and of a chart shown as a table."""
    app.open_page('skills')
    app.click('push button', t('Catalogue', 'tab'))
    app.find('table row', contains=t('Weight') + ':')
    app.hold_names()
    app.open_page('readiness')

    def on_chart():
        app.key('Tab')
        return any(node.get_state_set().contains(Atspi.StateType.FOCUSED)
                   for node in app.nodes('image'))

    wait_until(on_chart, 'the chart')
    app.key('ctrl+t')
    app.find('table row', contains=' · ')
    app.hold_names()


def main():
    done = Steps(3)
    with tempfile.TemporaryDirectory() as folder:
        with start(make_demo(folder)) as app:
            app.find('frame')
            team(app)
            done('a team added, and taken back')
            group(app)
            done('a group of levels renamed, and taken back')
            tables(app)
            done('rows of tables have names')


main()
