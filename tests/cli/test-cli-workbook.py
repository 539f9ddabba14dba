#!/usr/bin/env python3
"""The exported workbook, read by somebody else's library: cells, looks, and back again.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: test-cli-workbook.py VALMIUS-CLI
"""
import csv
import datetime
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'project'))
import tap  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
if not os.path.exists(CLI):
    sys.exit(f'Bail out! {CLI} is missing')
MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
DAY, MINUTE, SECOND, MOMENT, DURATION = 14, 20, 21, 22, 46


def cli(database, *arguments, language='en'):
    environment = dict(os.environ, LANGUAGE=language, LC_ALL='C.UTF-8')
    done = subprocess.run([CLI, '--database', str(database), *map(str, arguments)],
                          capture_output=True, env=environment, timeout=120, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def unescape(text):
    return re.sub('_x([0-9A-F]{4})_', lambda match: chr(int(match[1], 16)), text or '')


def cell_value(cell, formats):
    """(text as CSV would have it, kind)"""
    assert cell.find(MAIN + 'f') is None, 'a formula'
    if cell.get('t') == 'inlineStr':
        return unescape(''.join(t.text or '' for t in cell.iter(MAIN + 't'))), 'text'
    assert cell.get('t') is None, cell.get('t')
    number = float(cell.find(MAIN + 'v').text)
    form = formats[int(cell.get('s', 0))]
    if form in (DAY, MOMENT):
        at = datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(number * 86400))
        return at.strftime('%Y-%m-%d' if form == DAY else '%Y-%m-%dT%H:%M:%SZ'), 'date'
    if form == MINUTE:
        return f'{round(number * 1440) // 60:02d}:{round(number * 1440) % 60:02d}', 'time'
    if form == SECOND:
        return str(datetime.timedelta(seconds=round(number * 86400))).zfill(8), 'time'
    if form == DURATION:
        return str(round(number * 86400)), 'duration'
    return f'{number:.3f}'.rstrip('0').rstrip('.'), 'number'


def read_book(path):
    """{sheet: (rows of cells, the XML)}, and whether the header's style is bold."""
    with zipfile.ZipFile(path) as book:
        def part(name):
            return ElementTree.fromstring(book.read(name))
        styles = part('xl/styles.xml')
        looks = styles.find(MAIN + 'cellXfs')
        formats = [int(xf.get('numFmtId')) for xf in looks]
        fonts = styles.find(MAIN + 'fonts')
        bold = {i for i, xf in enumerate(looks)
                if fonts[int(xf.get('fontId'))].find(MAIN + 'b') is not None}
        sheets = {}
        for i, sheet in enumerate(part('xl/workbook.xml').find(MAIN + 'sheets')):
            xml = part(f'xl/worksheets/sheet{i + 1}.xml')
            rows = []
            for row in xml.find(MAIN + 'sheetData'):
                cells = {re.sub(r'\d', '', c.get('r')): cell_value(c, formats) for c in row}
                rows.append(cells)
                if len(rows) == 1:
                    heads = [int(c.get('s', 0)) in bold for c in row]
            sheets[sheet.get('name')] = rows, xml, all(heads)
    return sheets


def column_name(number):
    return (chr(64 + number // 26) if number >= 26 else '') + chr(65 + number % 26)


def same_table(table, rows, kinds):
    """The first difference of a CSV file and a sheet, or None."""
    with open(table, newline='', encoding='utf-8') as file:
        wanted = list(csv.reader(file))
    if len(wanted) != len(rows):
        return f'{table.stem}: {len(rows)} rows, not {len(wanted)}'
    for number, (line, cells) in enumerate(zip(wanted, rows)):
        for column, text in enumerate(line):
            value, kind = cells.get(column_name(column), ('', None))
            if number == 0 and text == 'at':
                text = 'at_utc'
            if value != text:
                return f'{table.stem} {column_name(column)}{number + 1}: {value!r}, not {text!r}'
            if number > 0 and text:
                kinds.setdefault((table.stem, wanted[0][column]), set()).add(kind)
    return None


KINDS = {('people', 'start'): 'date', ('people', 'number'): 'text', ('assessments', 'date'): 'date',
         ('requirements', 'weight'): 'number', ('notes', 'at'): 'date', ('notes', 'date'): 'date',
         ('sessions', 'planned_time'): 'time', ('sessions', 'minutes'): 'number',
         ('skills', 'level_0'): 'text', ('goals', 'level'): 'number', ('groups', 'from'): 'number',
         ('indicator_values', 'value'): 'number', ('indicator_terms', 'weight'): 'number',
         ('contacts', 'time'): 'time', ('contacts', 'talk'): 'duration', ('contacts', 'id'): 'text',
         ('forecast_intervals', 'forecast'): 'number'}


def demo(language):
    wrong, kinds = [], {}
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        cli(place / 'a.db', 'init', '--demo', language=language)
        cli(place / 'a.db', 'export', '--format', 'csv', '--output', place / 'all')
        code, out, err = cli(place / 'a.db', 'export', '--format', 'xlsx', '--output',
                             place / 'all.xlsx')
        if code != 0 or out or err:
            return [f'{code} {out} {err}']
        sheets = read_book(place / 'all.xlsx')
        tables = {table.stem: table for table in (place / 'all').iterdir()}
        if set(sheets) != set(tables):
            wrong.append(f'sheets: {sorted(sheets)}')
        for name, (rows, xml, bold) in sheets.items():
            wrong.append(same_table(tables[name], rows, kinds))
            pane = xml.find(f'.//{MAIN}pane')
            last = f'{column_name(len(rows[0]) - 1)}{len(rows)}'
            area = xml.find(MAIN + 'autoFilter').get('ref')
            if pane is None or pane.get('state') != 'frozen' or pane.get('ySplit') != '1':
                wrong.append(f'{name}: the header moves')
            if area not in (f'A1:{last}', last):
                wrong.append(f'{name}: filter {area}')
            if not bold or xml.find(MAIN + 'cols') is None:
                wrong.append(f'{name}: looks')
        for key, kind in KINDS.items():
            if kinds.get(key, {kind}) - {kind}:
                wrong.append(f'{key}: {kinds[key]}')
        if sum(key in kinds for key in KINDS) < len(KINDS) - 2:
            wrong.append(f'kinds not seen: {set(KINDS) - set(kinds)}')
        if stat.S_IMODE((place / 'all.xlsx').stat().st_mode) != 0o600:
            wrong.append('others can read it')
    return [text for text in wrong if text]


def english():
    return demo('en')


def polish():
    return demo('pl')


def greek():
    return demo('el')


def comes_back():
    """What the import knows is imported again from the sheets; a text is never a formula."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        (place / 'n.csv').write_text('agent,date,kind,text\nZoë Żółw,2026-03-05,praise,"=1+1"\n'
                                     'Άννα Δήμου,2026-03-06,praise,"@x\n+y"\n', encoding='utf-8')
        (place / 's.csv').write_text('agent,skill,level,date\nZoë Żółw,-2+3,7.1,2026-03-05\n'
                                     'Άννα Δήμου,-2+3,n/a,2026-03-05\n', encoding='utf-8')
        for name, kind in (('n', 'notes'), ('s', 'assessments')):
            code, _, err = cli(place / 'a.db', 'init') if name == 'n' else (0, '', '')
            code, _, err = cli(place / 'a.db', 'import', place / f'{name}.csv', '--as', kind)
            if code:
                wrong.append(err)
        cli(place / 'a.db', 'export', '--format', 'xlsx', '--output', place / 'a.xlsx')
        cli(place / 'a.db', 'export', '--agent', 'Zoë Żółw', '--format', 'xlsx', '--output',
            place / 'one.xlsx')
        cli(place / 'b.db', 'init')
        for kind in ('people', 'assessments', 'notes'):
            code, _, err = cli(place / 'b.db', 'import', place / 'a.xlsx', '--as', kind, '--sheet',
                               kind)
            if code:
                wrong.append(f'{kind}: {err}')
        tables = []
        for name in 'ab':
            cli(place / f'{name}.db', 'export', '--format', 'csv', '--output', place / name)
            tables.append([(place / name / f'{table}.csv').read_text()
                           for table in ('people', 'assessments')])
        if tables[0] != tables[1]:
            wrong.append(f'{tables[0]} became {tables[1]}')
        head, *rows = read_book(place / 'a.xlsx')['notes'][0]
        where = next(column for column, (text, _) in head.items() if text == 'text')
        notes = [cells[where][0] for cells in rows]
        one = read_book(place / 'one.xlsx')
        if sorted(notes) != ['=1+1', '@x\n+y']:
            wrong.append(f'notes: {notes}')
        if len(one['people'][0]) != 2 or len(one['notes'][0]) != 2 \
                or {'groups', 'forecast_intervals'} & set(one):
            wrong.append('one person: others too')
        if 'Δήμου' in str([rows for rows, _, _ in one.values()]):
            wrong.append('one person: another name')
    return wrong


def one_person():
    """Of one person also the contacts and values, and nobody else's."""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        cli(place / 'a.db', 'init', '--demo')
        cli(place / 'a.db', 'export', '--format', 'csv', '--output', place / 'all')

        def rows_of(table, agent=None):
            with open(place / 'all' / f'{table}.csv', newline='', encoding='utf-8') as file:
                return [row for row in csv.DictReader(file) if agent in (None, row['agent'])]

        agent = rows_of('contacts')[0]['agent']
        code, _, err = cli(place / 'a.db', 'export', '--agent', agent, '--format', 'xlsx',
                           '--output', place / 'one.xlsx')
        if code:
            return [err]
        one = read_book(place / 'one.xlsx')
        counts = {table: (len(one[table][0]) - 1, len(rows_of(table, agent)))
                  for table in ('contacts', 'indicator_values', 'contact_labels', 'notes')}
        total = len(rows_of('contacts'))
    return [f'{table}: {had} of {wanted}' for table, (had, wanted) in counts.items()
            if had != wanted or wanted == 0 or wanted == total]


def numbers_come_back():
    """Contacts, values and forecasts of the exported workbook, sheet by sheet, into a new file."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        cli(place / 'a.db', 'init', '--demo', language='fi')
        cli(place / 'a.db', 'export', '--format', 'xlsx', '--output', place / 'a.xlsx')
        cli(place / 'b.db', 'init')
        for kind, sheet in (('people', 'people'), ('contacts', 'contacts'),
                            ('values', 'indicator_values'), ('forecast', 'forecast_intervals')):
            code, _, err = cli(place / 'b.db', 'import', place / 'a.xlsx', '--as', kind, '--sheet',
                               sheet, language='fi')
            if code:
                wrong.append(f'{kind}: {err}')
        code, _, err = cli(place / 'b.db', 'import', place / 'a.xlsx', '--as', 'contacts',
                           '--sheet', 'contacts', language='fi')
        if code != 1:
            wrong.append(f'the same sheet twice: {code} {err}')
        tables = {}
        for name in 'ab':
            cli(place / f'{name}.db', 'export', '--format', 'csv', '--output', place / name,
                language='fi')
            for table, columns in (('contacts', slice(0, 12)), ('indicator_values', slice(0, 6)),
                                   ('forecast_intervals', slice(1, 8))):
                with open(place / name / f'{table}.csv', newline='', encoding='utf-8') as file:
                    tables[name, table] = sorted(row[columns] for row in csv.reader(file))
        for (name, table), rows in tables.items():
            if rows != tables['a', table] or len(rows) < 100:
                wrong.append(f'{name} {table}: {len(rows)} rows')
    return wrong


def near_cell(text, cell):
    """CSV's number and the cell: a percentage is a share there, a duration rounded seconds."""
    if cell is None or text == '':
        return cell is None and text == ''
    value, kind = cell
    try:
        number = float(text)
    except ValueError:
        return value == text and kind in ('text', 'date')
    if kind == 'duration':
        return abs(number - float(value)) <= 0.5
    return kind == 'number' and min(abs(number - float(value)),
                                    abs(number - 100 * float(value))) < 0.06


def numbers():
    """A pivot and a scorecard: the cells of CSV, as days, percentages and durations."""
    wrong, kinds = [], set()
    asked = (('pivot', '--rows', 'agent', '--columns', 'weekday', '--value', 'answered'),
             ('pivot', '--rows', 'day', '--columns', 'channel', '--value', 'wait'), ('scorecard',))
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        cli(place / 'a.db', 'init', '--demo', language='pl')
        for question in asked:
            code, table, err = cli(place / 'a.db', *question, '--format', 'csv', language='pl')
            done = cli(place / 'a.db', *question, '--format', 'xlsx', '--output', place / 'a.xlsx',
                       language='pl')
            without = cli(place / 'a.db', *question, '--format', 'xlsx', language='pl')
            if code or done[0] or without[0] != 2:
                wrong.append(f'{question}: {err} {done} {without}')
                continue
            (rows, _, bold), = read_book(place / 'a.xlsx').values()
            lines = list(csv.reader(table.splitlines()))
            # A scorecard's indicators have names for people there and keys here.
            keyed = lines[0].index('indicator') if 'indicator' in lines[0] else None
            if len(lines) != len(rows) or len(rows) < 10 or not bold:
                wrong.append(f'{question}: {len(rows)} rows, not {len(lines)}')
            for line, cells in zip(lines, rows):
                for column, text in enumerate(line):
                    cell = cells.get(column_name(column))
                    kinds.add(cell[1] if cell else None)
                    if column != keyed and not near_cell(text, cell):
                        wrong.append(f'{question} {column}: {text!r} became {cell}')
    if kinds != {'text', 'date', 'number', 'duration', None}:
        wrong.append(f'kinds: {kinds}')
    return wrong[:5]


def refused():
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        cli(place / 'a.db', 'init')
        (place / 'kept.xlsx').mkdir()
        (place / 'kept.xlsx' / 'a').write_text('a')
        answers = [cli(place / 'a.db', 'export', '--format', 'xlsx', '--output', place / path,
                       language='pl') for path in ('no/a.xlsx', 'kept.xlsx')]
        left = sorted(path.name for path in place.iterdir() if 'xlsx' in path.name)
    return [f'{answer} {left}' for answer in answers
            if answer[0] != 1 or len(answer[2].splitlines()) != 1 or left != ['kept.xlsx']]


tap.main(english, polish, greek, comes_back, numbers_come_back, one_person,
         numbers, refused)
