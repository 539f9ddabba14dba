#!/usr/bin/env python3
"""Planning in the real window: the forecast of a demo centre and how good it was, agents for a day,
what mentoring costs; a forecast is kept, deleted and brought back; a number that was changed is
there the next time.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-planning.py VALMIUS LANGUAGE
"""
import os
import pathlib
import re
import subprocess
import tempfile
import time

from driver import Atspi, plain, text_of, wait_until
from opening import (CATALOGUE, LANGUAGE, Steps, ask, cli, keep_picture, make_demo, start, t,
                     write_file)

SHARE = {'en': '1.43%', 'pl': '1,43%', 'el': '1,43%', 'fi': '1,43\u00a0%'}[LANGUAGE]
EXPECTED = ('Service level to expect: %1$s answered within %2$s\u00a0s (Erlang C, with as many agents as '
            'Staffing shows)')
NAME = 'Żółta Ελένη 1'
LEVELS = ('Date,Incoming Calls,Service Level (20 Seconds)\n'
          '2026-03-02,300,90%\n2026-03-03,100,70%\n')


def beginning(message):
    """The words of a sentence before its first number."""
    return t(message).split('%')[0].strip()


def honest():
    """The sentence about how good the forecast was begins so."""
    one = ('Tried on %1$u week it had not seen, this forecast was off by %2$s of the contacts by '
           'interval and %3$s by day; repeating the week before would have been off by %4$s and '
           '%5$s.')
    many = one.replace('%1$u week it', '%1$u weeks it')
    return CATALOGUE.ngettext(one, many, 8).replace('%1$u', '8').split('%')[0].strip()


def show_planning(app):
    app.find('frame')
    app.open_page('planning')
    app.label(honest())  # comes with the forecast


def spans(app):
    """What the window says of first and last days."""
    return [text_of(node) for node in app.nodes('label') if ' – ' in text_of(node)]


def look(app):
    """Forecast by day and week, agents, mentoring."""
    show_planning(app)
    app.click('push button', t('Day', 'range'))
    app.label(beginning('In eight of ten cases between %1$s and %2$s.'))
    app.click('push button', t('Week', 'range'))
    shown = wait_until(lambda: spans(app), 'the days of the week')
    app.click('push button', t('Later'))
    wait_until(lambda: spans(app) and not set(spans(app)) & set(shown), 'another week')
    app.click('push button', t('Staffing', 'tab'))
    app.label(t('One agent more in each interval'))
    app.label(beginning('Service level %1$s, mean wait %2$s\u00a0s, occupancy %3$s, %4$s paid '
                        'hours'))
    app.click('push button', t('Mentoring', 'tab'))
    app.label(SHARE)
    app.click('push button', t('Forecast', 'tab'))


def keep(app):
    app.key('ctrl+shift+n')
    wait_until(lambda: app.count_windows() > 1, 'the dialog for the name')
    app.let_windows_settle()
    app.type_into(app.find('text', t('Name of the forecast')), NAME)
    app.click('push button', t('_Keep', 'forecast'))
    app.wait_for_windows(1)
    app.find('push button', t('Delete: %s').replace('%s', NAME))


def delete_and_undo(app):
    delete = t('Delete: %s').replace('%s', NAME)
    app.click('push button', delete)
    wait_until(lambda: not app.has('push button', delete), 'the forecast to be gone')
    app.key('ctrl+z')
    app.find('push button', delete)


def step_up(app, spin):
    """Two steps up, by the keyboard."""
    for _ in range(60):
        if spin.get_state_set().contains(Atspi.StateType.FOCUSED):
            break
        app.key('Tab')
    app.key('Up', 'Up')


def change(app):
    """Shrinkage on the staffing tab; the same number stands on the mentoring tab."""
    app.click('push button', t('Staffing', 'tab'))
    name = t('Shrinkage, %')
    step_up(app, app.find('spin button', name))
    # What is on the other tab is not there for a screen reader before it is shown.
    for tab in ('Staffing', 'Mentoring'):
        app.click('push button', t(tab, 'tab'))
        wait_until(lambda: [text_of(n)[:2] for n in app.nodes('spin button')
                            if plain(n.get_name()) == name] == ['31'], f'the number on {tab}')


def assert_dated(words, title):
    """A title with days and their year."""
    found = re.search(re.escape(beginning(title)) + r' \S.{0,60}?\b20\d\d\b', words)
    assert found is not None, words


def files(app, folder):
    """The picture as SVG and the report as PDF."""
    for keys, name, proposed, begins in (('ctrl+shift+e', 'εικόνα.svg', '.png', b'<?xml'),
                                        ('ctrl+p', 'plan.pdf', '.pdf', b'%PDF')):
        path = os.path.join(folder, name)
        app.key(keys)
        app.save_as(path, proposed)
        app.toast(t('Saved as %s').replace('%s', name))
        assert pathlib.Path(path).read_bytes().startswith(begins), name
    words = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True).stdout
    words = ' '.join(words.split())
    assert honest() in words, words
    assert beginning(EXPECTED) in words, words
    assert_dated(words, 'Forecast, %s')
    # The finding stands above the picture and not a second time over it.
    said = [words.count(' '.join(span.split())) for span in spans(app)]
    assert 1 in said and max(said) == 1, (said, words)


def pictures(app, folder):
    """The report is that of the tab in sight; a tab without a picture has none."""
    app.click('push button', t('Staffing', 'tab'))
    app.label(t('One agent more in each interval'))
    path = os.path.join(folder, 'staffing.pdf')
    app.key('ctrl+p')
    app.save_as(path, '.pdf')
    app.toast(t('Saved as %s').replace('%s', 'staffing.pdf'))
    words = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True).stdout
    words = ' '.join(words.split())
    assert_dated(words, 'Staffing, %s')
    assert beginning(EXPECTED) in words, words
    app.click('push button', t('Mentoring', 'tab'))
    app.label(SHARE)
    wait_until(lambda: not app.find('push button', t('PDF')).get_state_set()
               .contains(Atspi.StateType.SENSITIVE), 'no report of a tab without a picture')
    app.click('push button', t('Forecast', 'tab'))


def formula(app):
    """Days that another system counted, and by which formula."""
    one = t('Service level %1$s: %2$s (in time is %3$s\u00a0s)')
    share = '85.0%' if LANGUAGE == 'en' else '85,0%' if LANGUAGE != 'fi' else '85,0\u00a0%'

    def words(key, seconds):
        return (one.replace('%1$s', share).replace('%2$s', t(key, 'service level'))
                .replace('%3$s', str(seconds)))

    before, after = words('Answered in time, of all', 20), words('Answered in time, of all', 30)
    app.label(before)
    app.click('push button', t('Formula of service level: %s').replace('%s', 'levels'))
    wait_until(lambda: app.count_windows() > 1, 'the dialog of the formula')
    app.let_windows_settle()
    keep_picture(app, 'formula')
    # The tab of staffing has one of the same name; the dialog's comes last.
    name = t('In time means within, seconds')
    spin = [n for n in app.nodes('spin button') if plain(n.get_name()) == name][-1]
    step_up(app, spin)
    wait_until(lambda: text_of(spin) == '30', 'half a minute')
    app.click('push button', t('_Save'))
    app.wait_for_windows(1)
    app.label(after)
    app.key('ctrl+z')
    app.label(before)


def main():
    done = Steps(5)
    with tempfile.TemporaryDirectory() as folder:
        database = make_demo(folder)
        cli(database, 'import', write_file(folder, 'levels.csv', LEVELS), '--as', 'forecast')
        with start(database) as app:
            # Of a closed day the next open one is told.
            app.label(os.path.commonprefix([t('Contacts expected today: %s'),
                                            t('Contacts expected on %1$s, %2$s: %3$s')]))
            app.hold_names()
            look(app)
            keep(app)
            delete_and_undo(app)
            done('forecast seen, kept, deleted, brought back')
            files(app, folder)
            done('picture and report in files')
            pictures(app, folder)
            done('the report of its own tab')
            formula(app)
            done('the formula of imported service levels')
            change(app)
            # Numbers are written a moment after the last change.
            time.sleep(3)
        kept = ask(database, 'SELECT id, kind, slot_minutes FROM forecast WHERE name = ?', NAME)
        assert len(kept) == 1 and kept[0][1] == 1, kept
        intervals = ask(database, 'SELECT count (*), min (forecast), count (actual) '
                                  'FROM forecast_interval WHERE forecast_id = ?', kept[0][0])
        assert intervals[0][0] > 56 and intervals[0][1] >= 0 and intervals[0][2] == 0, intervals
        setting = ask(database, "SELECT value FROM setting WHERE key = 'planning'")
        assert 'shrinkage=31000' in setting[0][0], setting
        done('numbers kept')


main()
