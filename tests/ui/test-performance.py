#!/usr/bin/env python3
"""The scorecard of a month, a weight moved and kept, the pivot and the contacts behind a cell.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session test-performance.py VALMIUS LANGUAGE
"""
import csv
import io
import os
import pathlib
import re
import subprocess
import tempfile
import zipfile

from driver import Atspi, plain, text_of, wait_until, walk
from opening import (CATALOGUE, LANGUAGE, Steps, appeared, ask, cli, counted, gone, make_centre,
                     part, start, t, write_file)

TODAY = '2026-07-02'
# Of 40 contacts so many were answered, and so many of those resolved. With the weights of the
# presets (answered 1 between 70 and 95 %, resolved 2 between 60 and 90 %) the indexes are 7.3, 6.0,
# 4.7, 3.3 and 2.0; all together 3.6.
PEOPLE = {'Bea': (30, 27), 'Cid': (36, 27), 'Eva': (32, 24), 'Ada': (38, 19), 'Dan': (34, 17)}


def cases(count):
    return t('cases: %s').replace('%s', str(count))


def number(text):
    return text if LANGUAGE == 'en' else text.replace('.', ',')


def centre(folder):
    database = make_centre(folder, 'given;number\n' + ''.join(
        f'{name};{i}\n' for i, name in enumerate(PEOPLE, 1)))
    lines = ['Agent,Date,Time,Topic,Answered,Resolved,Call Id']
    for name, (answered, resolved) in PEOPLE.items():
        lines += [f'{name},2026-06-{1 + i % 2:02},09:{i:02}:00,Invoice,'
                  f'{"Y" if i < answered else "N"},{"Y" if i < resolved else "N"},{name}-{i}'
                  for i in range(40)]
    contacts = write_file(folder, 'contacts.csv', '\n'.join(lines))
    cli(database, 'import', contacts, '--as', 'contacts')
    return database


def says(app, *parts):
    """Whether a label, such as the read-out of the cell under the cursor, says all of this. GTK 4.8
    does not tell descriptions, of which that is one too."""
    return any(all(part in text_of(node) for part in parts) for node in app.nodes('label'))


def focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def scorecard(app):
    subprocess.run(['xdotool', 'mousemove', '0', '0'], check=True)  # nothing is pointed at
    app.open_page('performance')
    sheet = app.find('image', t('Scorecard'))
    wait_until(lambda: focused(sheet), 'the scorecard to have the focus')
    app.label(counted('%u person below 5', '%u people below 5', 3))
    assert app.has('label', contains=number('3.6'))
    app.key('ctrl+Home')  # by name: Ada first
    wait_until(lambda: says(app, 'Ada · ', number('3.3')), 'Ada’s index')
    app.key('Right', 'Right')
    place = CATALOGUE.gettext('place %1$s of %2$s').replace('%1$s', '4').replace('%2$s', '5')
    wait_until(lambda: says(app, 'Ada · ', place), 'Ada’s place')
    app.key('Right')
    wait_until(lambda: says(app, 'Ada · ', number('95.0'), cases(40)),
               'Ada’s answered share with its n')
    # The same as a table that a screen reader walks through.
    app.key('ctrl+t')
    table = appeared(app, t('Scorecard'))
    app.let_windows_settle()
    texts = [text_of(n) for n in walk(table) if n.get_role_name() == 'label']
    for wanted in ('Ada', number('3.3'), number('95.0')):
        assert wanted in texts, (wanted, texts)
    app.key('Escape')
    wait_until(lambda: focused(sheet), 'the scorecard to have the focus again')


def saved(app, path, proposed):
    """What is in the file that the dialog is told to write."""
    app.save_as(path, proposed)
    app.toast(t('Saved as %s').replace('%s', os.path.basename(path)))
    return pathlib.Path(path).read_bytes()


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode('utf-8-sig'))))


def sheets_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return re.findall(r'<sheet name="([^"]*)"', parts.read('xl/workbook.xml').decode())


def files(app, folder):
    """The scorecard as CSV and as a workbook, by the button and by the keyboard; a picture."""
    app.click('push button', t('_Export…'))
    rows = rows_of(saved(app, os.path.join(folder, 'κάρτα.csv'), '.xlsx'))
    # From, to, name, kind, indicator, value, n, low, high, score, weight, points, index, place
    share = t('Answered share', 'indicator')
    ada = next(row for row in rows if row[2] == 'Ada' and row[4] == share)
    assert ada[:2] == ['2026-06-01', '2026-06-30'], ada
    assert [float(ada[i]) for i in (5, 6, 9, 10)] == [95, 40, 10, 1], ada
    assert float(ada[7]) < 95 < float(ada[8]) and ada[13] == '4', ada
    assert rows[-1][2] == t('Centre', 'scorecard') and rows[-1][13] == '', rows[-1]
    app.key('ctrl+e')
    names = sheets_of(saved(app, os.path.join(folder, 'card.xlsx'), '.xlsx'))
    assert names == [t('Scorecard', 'tab'), t('Details', 'sheet')], names
    app.key('ctrl+shift+e')
    picture = saved(app, os.path.join(folder, 'card.svg'), '.png')
    assert b'<svg' in picture[:200], picture[:200]


def weights(app):
    scale = app.find('slider', t('Weight: %s').replace('%s', t('Answered share', 'indicator')))
    scale.get_value_iface().set_current_value(4.0)
    one, many = '%1$s of %2$s people changes place.', '%1$s of %2$s people change place.'
    words = CATALOGUE.ngettext(one, many, 4).replace('%1$s', '4').replace('%2$s', '5')
    app.label(words)
    app.key('ctrl+Home')
    wait_until(lambda: says(app, 'Ada · ', number('6.7')), 'Ada’s index with another weight')
    app.click('push button', t('_Keep These Weights…'))
    window = appeared(app, t('New Weights', 'window'))
    app.let_windows_settle(0.3)
    app.type_into(part(window, 'text', t('Why, and who decided', 'indicator')), 'Decided together')
    app.key('ctrl+Return')
    app.toast(t('Weights kept from %s').split('%s')[0])
    gone(app, t('New Weights', 'window'))
    wait_until(lambda: not app.has('label', contains=words), 'nothing to be tried any more')
    assert says(app, 'Ada · ', number('6.7'))
    app.window_action('win.undo')
    wait_until(lambda: says(app, 'Ada · ', number('3.3')), 'Ada’s index as it was')


def pivot(app, folder):
    app.click('push button', t('Pivot', 'tab'))
    sheet = app.find('image', t('Pivot table'))
    wait_until(lambda: says(app, number('85.0')), 'the pivot')
    app.press(sheet)
    app.key('ctrl+Home')
    # Ada's Mondays: 19 of 20 were answered.
    wait_until(lambda: says(app, 'Ada · ', number('95.0'), cases(20)), 'Ada’s Mondays')
    app.key('ctrl+End')
    wait_until(lambda: says(app, t('Total', 'pivot') + ' · ', number('85.0'), cases(200)),
               'the total')
    app.key('ctrl+e')
    rows = rows_of(saved(app, os.path.join(folder, 'pivot.csv'), '.xlsx'))
    assert rows[1][0] == 'Ada' and float(rows[1][1]) == 95, rows[1]
    assert rows[-1][0] == t('Total', 'pivot') and float(rows[-1][-1]) == 85, rows[-1]
    app.key('ctrl+shift+e')
    picture = saved(app, os.path.join(folder, 'pivot.png'), '.png')
    assert picture.startswith(b'\x89PNG'), picture[:8]
    # What stands in the table stands in the report too, and not the scores of it.
    app.key('ctrl+p')
    path = os.path.join(folder, 'pivot.pdf')
    assert saved(app, path, '.pdf').startswith(b'%PDF')
    words = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True).stdout
    assert number('95.0') in words.split() and '2026' in words, words
    app.press(sheet)
    app.key('ctrl+Home', 'Return')
    app.label(counted('%d contact', '%d contacts', 20))
    contacts = app.find('image', t('Contacts'))
    wait_until(lambda: focused(contacts) and says(app, 'Ada-'), 'a contact’s number')
    app.key('Escape')
    wait_until(lambda: focused(sheet), 'the pivot to have the focus again')


def catalogue(app):
    app.click('push button', t('Indicators', 'tab'))
    name = t('Satisfaction', 'indicator')
    wait_until(lambda: any(name in plain(n.get_name()) for n in app.nodes('list item')),
               'the indicators')
    app.click('push button', f'{t("Suspend")}: {name}')
    app.toast(t('Indicator suspended: %s').split('%s')[0])
    app.find('push button', f'{t("Put into Use")}: {name}')
    app.window_action('win.undo')
    app.find('push button', f'{t("Suspend")}: {name}')


def main():
    done = Steps(5)
    with tempfile.TemporaryDirectory() as folder:
        database = centre(folder)
        with start(database, today=TODAY) as app:
            app.find('frame')
            scorecard(app)
            done('the scorecard says the numbers')
            files(app, folder)
            done('the scorecard in files')
            weights(app)
            done('a weight moved, kept and undone')
            pivot(app, folder)
            done('the pivot and the contacts behind a cell')
            catalogue(app)
            done('an indicator suspended and undone')
        assert ask(database, 'SELECT day, weight, reason FROM indicator_term WHERE day > 0') == []


main()
