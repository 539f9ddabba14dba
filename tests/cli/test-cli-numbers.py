#!/usr/bin/env python3
"""Scorecards and pivots of the command line, beside what SQL says of the same contacts.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: test-cli-numbers.py VALMIUS-CLI
"""
import csv
import datetime
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'project'))
import tap  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
if not os.path.exists(CLI):
    sys.exit(f'Bail out! {CLI} is missing')
DATA = pathlib.Path(os.environ.get('VAL_TEST_DATA', '/nonexistent'))
FOLDER = tempfile.TemporaryDirectory()
PATH = pathlib.Path(FOLDER.name)
EPOCH = datetime.date(1970, 1, 1)


def cli(*arguments, language='en', database='a.db'):
    environment = dict(os.environ, LANGUAGE=language, LC_ALL='C.UTF-8')
    done = subprocess.run([CLI, '--database', str(PATH / database), *map(str, arguments)],
                          capture_output=True, env=environment, timeout=120, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def answer(*arguments, **options):
    code, out, err = cli(*arguments, '--format', 'json', **options)
    assert code == 0, err
    return json.loads(out)


def table(*arguments, **options):
    code, out, err = cli(*arguments, '--format', 'csv', **options)
    assert code == 0, err
    assert out.endswith('\r\n')
    return list(csv.reader(out.splitlines()))


def sql(text, *values, database='a.db'):
    with sqlite3.connect(f'file:{PATH / database}?mode=ro', uri=True) as connection:
        return connection.execute(text, values).fetchall()


def change(text, *values, database='a.db'):
    with sqlite3.connect(PATH / database) as connection:
        connection.execute(text, values)
    connection.close()


def iso(day):
    return (EPOCH + datetime.timedelta(days=day)).isoformat()


def last_month():
    """First and last day of the month before that of the newest contact."""
    newest = EPOCH + datetime.timedelta(days=sql('SELECT MAX(day) FROM contact')[0][0])
    last = newest.replace(day=1) - datetime.timedelta(days=1)
    return last.replace(day=1), last


def days(first, last):
    return (first - EPOCH).days, (last - EPOCH).days


def near(one, two):
    return one is not None and two is not None and abs(one - two) < 1e-9 * max(1, abs(two))


def by_key(row):
    return {one['key']: one for one in row['indicators']}


BY_PERSON = '''
SELECT p.given || ' ' || p.family, COUNT(*), SUM(answered IS NOT NULL), SUM(answered = 1),
  AVG(CASE WHEN answered = 1 THEN wait END), AVG(CASE WHEN answered = 1 THEN talk END),
  SUM(answered = 1 AND resolved IS NOT NULL), SUM(answered = 1 AND resolved = 1),
  AVG(satisfaction) / 1000
FROM contact c JOIN contact_label l ON l.id = c.agent JOIN person p ON p.id = l.person_id
WHERE day BETWEEN ? AND ? GROUP BY p.id'''


def a_scorecard_says_what_sql_says():
    first, last = last_month()
    card = answer('scorecard', '--from', first, '--to', last)
    agents = {row['agent']: row for row in card['agents']}
    wrong = []
    found = sql(BY_PERSON, *days(first, last))
    if len(found) < 10:
        wrong.append(f'only {len(found)} people have contacts')
    for name, _, known, answered, wait, talk, cases, resolved, rating in found:
        values = by_key(agents[name])
        for key, n, value in (('answered', known, 100 * answered / known),
                              ('wait', None, wait), ('talk', None, talk),
                              ('resolved', cases, 100 * resolved / cases),
                              ('satisfaction', None, rating)):
            if key not in values:
                wrong.append(f'{name}: {key} is missing')
            elif not near(values[key]['value'], value):
                wrong.append(f'{name} {key}: {values[key]["value"]}, SQL {value}')
            elif n is not None and values[key]['n'] != n:
                wrong.append(f'{name} {key}: n {values[key]["n"]}, SQL {n}')
            elif not values[key]['low'] <= value + 0.001 or not values[key]['high'] >= value - 0.001:
                wrong.append(f'{name} {key}: outside of its interval')
    return wrong


def the_index_is_made_of_its_parts():
    first, last = last_month()
    card = answer('scorecard', '--from', first, '--to', last)
    terms = {one['key']: one for one in card['indicators']}
    wrong = []
    for row in card['agents'] + card['teams'] + [card['centre']]:
        above = below = points = 0
        for one in row['indicators']:
            if one['value'] is None:
                if one['score'] is not None or one['points'] is not None:
                    wrong.append(f'{row}: a score without a value')
                continue
            term = terms[one['key']]
            score = (one['value'] - term['floor']) / (term['target'] - term['floor'])
            score = 10 * min(max(score, 0), 1)
            if abs(score - one['score']) > 1e-6:
                wrong.append(f'{row.get("agent")} {one["key"]}: {one["score"]}, not {score}')
            above += term['weight'] * score
            below += term['weight']
            points += one['points'] or 0
        if row['index'] is None:
            wrong += [f'{row.get("agent")}: no index'] if below else []
        elif abs(row['index'] - above / below) > 2e-6 or abs(points - row['index']) > 1e-5:
            wrong.append(f'{row.get("agent")}: {row["index"]}, not {above / below}, parts {points}')
    placed = sorted((row['place'], -row['index']) for row in card['agents'] if row['place'])
    if len(placed) != card['placed'] or len(placed) < 5:
        wrong.append(f'{len(placed)} places, {card["placed"]} said')
    if [one[1] for one in placed] != sorted(one[1] for one in placed):
        wrong.append('places do not follow the index')
    return wrong


def teams_are_pooled():
    first, last = last_month()
    centre = by_key(answer('scorecard', '--from', first, '--to', last)['centre'])['answered']
    known, answered = sql('SELECT SUM(answered IS NOT NULL), SUM(answered) FROM contact '
                          'WHERE day BETWEEN ? AND ?', *days(first, last))[0]
    wrong = [] if near(centre['value'], 100 * answered / known) else [str(centre)]
    team, n = sql('SELECT t.name, COUNT(*) FROM contact c JOIN contact_label l ON l.id = c.agent '
                  'JOIN person p ON p.id = l.person_id JOIN team t ON t.id = p.team_id '
                  'WHERE answered IS NOT NULL AND day BETWEEN ? AND ? '
                  'AND NOT EXISTS (SELECT 1 FROM team s WHERE s.parent_id = t.id) '
                  'GROUP BY t.id LIMIT 1', *days(first, last))[0]
    card = answer('scorecard', '--team', team, '--from', first, '--to', last)
    of_team = [row for row in card['teams'] if row['team'] == team]
    if not of_team or by_key(of_team[0])['answered']['n'] != n:
        wrong.append(f'{team}: {of_team}, SQL n {n}')
    people = {row[0] for row in sql('SELECT given || " " || family FROM person p JOIN team t '
                                    'ON t.id = p.team_id WHERE t.name = ?', team)}
    if not card['agents'] or not {row['agent'] for row in card['agents']} <= people:
        wrong.append('people of another team')
    return wrong


def each_month_by_its_own_terms():
    first, last = last_month()
    indicator = sql("SELECT id FROM indicator WHERE key = 'answered'")[0][0]
    shutil.copy(PATH / 'a.db', PATH / 'terms.db')
    change('DELETE FROM indicator_term WHERE indicator_id = ?', indicator, database='terms.db')
    for day, weight in ((0, 1000), ((last - EPOCH).days, 9000), ((last - EPOCH).days + 1, 2000)):
        change('INSERT INTO indicator_term (indicator_id, day, floor, target, weight, reason) '
               "VALUES (?, ?, 0, 100000, ?, '')", indicator, day, weight, database='terms.db')
    wrong = []
    before = first - datetime.timedelta(days=1)
    for day, weight in ((before, 1), (last, 9), (last + datetime.timedelta(days=1), 2)):
        card = answer('scorecard', '--to', day, database='terms.db')
        terms = {one['key']: one for one in card['indicators']}
        if terms['answered']['weight'] != weight:
            wrong.append(f'{day}: weight {terms["answered"]["weight"]}, not {weight}')
    # The trend of today shows the month as it was judged then.
    card = answer('scorecard', '--from', first, '--to', last, database='terms.db')
    later = answer('scorecard', '--to', last + datetime.timedelta(days=1), database='terms.db')
    then = [one for one in later['centre']['trend'] if one['to'] == last.isoformat()]
    if not then or then[0]['index'] != card['centre']['index']:
        wrong.append(f'{then}, then it was {card["centre"]["index"]}')
    return wrong


def a_pivot_says_what_sql_says():
    wrong = []
    cases = (('weekday', "(day + 3) % 7 + 1", lambda name: 1 + ['Monday', 'Tuesday', 'Wednesday',
                                                               'Thursday', 'Friday', 'Saturday',
                                                               'Sunday'].index(name)),
             ('hour', 'second / 3600', int),
             ('month', "strftime('%Y-%m', day * 86400, 'unixepoch')", str),
             ('day', "strftime('%Y-%m-%d', day * 86400, 'unixepoch')", str),
             ('topic', '(SELECT name FROM contact_label WHERE id = topic)', str),
             ('channel', '(SELECT name FROM contact_label WHERE id = channel)', str))
    for dimension, expression, key in cases:
        pivot = answer('pivot', '--rows', dimension, '--columns', 'month', '--value', 'answered')
        expected = {}
        for row, column, n, answered in sql(
                f"SELECT {expression}, strftime('%Y-%m', day * 86400, 'unixepoch'), "
                'SUM(answered IS NOT NULL), SUM(answered) FROM contact GROUP BY 1, 2'):
            expected[row, column] = (n, answered)
        cells = 0
        for row in pivot['rows']:
            name = key(row['name']) if row['name'] is not None else None
            for column, cell in zip(pivot['columns'], row['cells']):
                n, answered = expected.get((name, column), (0, 0))
                if cell is None and n == 0:
                    continue
                cells += 1
                if cell is None or cell['n'] != n or (n and not near(cell['value'],
                                                                     100 * answered / n)):
                    wrong.append(f'{dimension} {name} {column}: {cell}, SQL {n} {answered}')
            total = sum(n for (one, _), (n, _) in expected.items() if one == name)
            if row['total'] is None and total == 0:
                continue
            if row['total']['n'] != total:
                wrong.append(f'{dimension} {name}: total {row["total"]}, SQL {total}')
        # The demo has contacts of five months at least, whatever day it is made on.
        if cells < 5 or cells != len(expected):
            wrong.append(f'{dimension}: {cells} cells, SQL {len(expected)}')
        if pivot['total']['total']['n'] != sum(n for n, _ in expected.values()):
            wrong.append(f'{dimension}: {pivot["total"]["total"]}')
    return wrong


def a_pivot_as_csv():
    rows = table('pivot', '--rows', 'agent', '--columns', 'month', '--value', 'talk')
    wrong = []
    if rows[0][0] != 'agent' or rows[0][-1] != 'Total' or rows[-1][0] != 'Total':
        wrong.append(f'{rows[0]} … {rows[-1]}')
    if any(len(row) != len(rows[0]) for row in rows):
        wrong.append('rows of different lengths')
    mean = sql('SELECT AVG(talk) FROM contact WHERE answered = 1')[0][0]
    if not near(float(rows[-1][-1]), mean):
        wrong.append(f'{rows[-1][-1]}, SQL {mean}')
    names = [row[0] for row in rows[1:-1] if row[0]]
    if names != sorted(names, key=str.casefold):
        wrong.append(f'not by name: {names}')
    rows = table('pivot', '--rows', 'weekday', '--columns', 'agent', '--value', 'talk', language='fi')
    if [row[0] for row in rows[1:8]][:2] != ['maanantai', 'tiistai'] or rows[-1][0] != 'Yhteensä':
        wrong.append(str([row[0] for row in rows]))
    return wrong


def indicators_have_names_in_four_languages():
    asked = ('pivot', '--rows', 'agent', '--columns', 'month', '--value')
    plain = table(*asked, 'answered')
    wrong = []
    for name in ('Answered share', 'ANSWERED SHARE', 'Odsetek odebranych', 'odsetek ODEBRANYCH'):
        if table(*asked, name) != plain:
            wrong.append(name)
    for language in ('pl', 'el', 'fi'):
        name = answer(*asked, 'answered', language=language)['value']['name']
        if table(*asked, name) != plain:
            wrong.append(f'{language}: {name}')
    return wrong


def words_in_four_languages():
    wrong = []
    first, last = last_month()
    for language, word in (('en', 'Scorecard'), ('pl', 'Karta wyników'), ('el', 'Κάρτα επιδόσεων'),
                           ('fi', 'Tuloskortti')):
        code, out, err = cli('scorecard', '--from', first, '--to', last, language=language)
        if code != 0 or not out.startswith(word):
            wrong.append(f'{language}: {out[:60]} {err}')
    return wrong


def pdf_and_csv():
    first, last = last_month()
    agent = sql(BY_PERSON, *days(first, last))[0][0]
    wrong = []
    for name, arguments in (('centre', ()), ('agent', ('--agent', agent))):
        code, _, err = cli('scorecard', '--from', first, '--to', last, '--format', 'pdf', *arguments,
                           '--output', PATH / f'{name}.pdf')
        if code != 0 or not (PATH / f'{name}.pdf').read_bytes().startswith(b'%PDF'):
            wrong.append(f'{name}: {err}')
    code, _, err = cli('report', 'agent', '--agent', agent, '--output', PATH / 'report.pdf')
    if code != 0:
        wrong.append(err)
    elif shutil.which('pdftotext'):
        text = subprocess.run(['pdftotext', '-layout', PATH / 'report.pdf', '-'],
                              capture_output=True, text=True, check=True).stdout
        if 'Scorecard' not in text or 'Answered share' not in text:
            wrong.append('the report lacks the scorecard')
    rows = table('scorecard', '--agent', agent, '--from', first, '--to', last)
    if rows[0][:6] != ['from', 'to', 'kind', 'name', 'indicator', 'value']:
        wrong.append(str(rows[0]))
    if {row[3] for row in rows[1:] if row[2] == 'agent'} != {agent}:
        wrong.append('another agent')
    return wrong


def what_cannot_be_answered():
    pivot = ('pivot', '--rows', 'agent', '--columns')
    wrong = []
    cases = ((1, (*pivot, 'month', '--value', 'nonsense')),
             (1, (*pivot, 'topic', '--value', 'quality')),
             (1, ('scorecard', '--team', 'nonsense')), (1, ('scorecard', '--agent', 'nonsense')),
             (2, ('scorecard', '--format', 'png')), (2, ('scorecard', '--format', 'pdf')),
             (2, ('scorecard', '--from', '2026-02-30')),
             (2, ('scorecard', '--from', '2026-02-02', '--to', '2026-02-01')),
             (2, ('scorecard', 'too', 'much')),
             (2, (*pivot, 'year', '--value', 'answered')), (2, (*pivot, 'month')),
             (2, (*pivot, 'month', '--value', 'answered', '--format', 'text')))
    for wanted, arguments in cases:
        code, out, err = cli(*arguments)
        if code != wanted or out or not err:
            wrong.append(f'{" ".join(arguments)}: {code}, wanted {wanted}; {out[:40]} {err[:80]}')
    return wrong


def nothing_there():
    code, _, err = cli('init', database='empty.db')
    wrong = [] if code == 0 else [err]
    card = answer('scorecard', database='empty.db')
    if card['agents'] or card['centre']['index'] is not None or card['stability']['10'] is not None:
        wrong.append(str(card))
    pivot = answer('pivot', '--rows', 'agent', '--columns', 'month', '--value', 'answered',
                   database='empty.db')
    if pivot['rows'] or pivot['columns'] or pivot['total']['total'] is not None:
        wrong.append(str(pivot))
    return wrong


CALLS = {'Becky': (631, 517, 462, 65.331, 220.010, 3.3714),
         'Dan': (633, 523, 471, 67.283, 231.189, 3.4474),
         'Diane': (633, 501, 452, 66.267, 218.954, 3.4052),
         'Greg': (624, 502, 455, 68.444, 226.803, 3.4044),
         'Jim': (666, 536, 485, 66.343, 228.114, 3.3937),
         'Joe': (593, 484, 436, 70.988, 224.101, 3.3306),
         'Martha': (638, 514, 461, 69.488, 223.726, 3.4708),
         'Stewart': (582, 477, 424, 66.184, 226.205, 3.4004)}


def the_real_calls():
    file = DATA / 'pwc-calls' / 'Call-Center-Dataset.csv'
    if not file.exists():
        raise tap.Skip('the file is not here')
    cli('init', database='calls.db')
    code, _, err = cli('import', file, '--as', 'contacts', database='calls.db')
    if code == 2:
        raise tap.Skip('contacts cannot be imported yet')
    wrong = [] if code == 0 else [err]
    card = answer('scorecard', '--from', '2021-01-01', '--to', '2021-03-31', database='calls.db')
    rows = {row['agent']: by_key(row) for row in card['agents']}
    for name, (contacts, answered, resolved, wait, talk, rating) in CALLS.items():
        values = rows[name]
        if values['answered']['n'] != contacts \
                or not near(values['answered']['value'], 100 * answered / contacts) \
                or not near(values['resolved']['value'], 100 * resolved / answered) \
                or abs(values['wait']['value'] - wait) > 0.0006 \
                or abs(values['talk']['value'] - talk) > 0.0006 \
                or abs(values['satisfaction']['value'] - rating) > 0.00006:
            wrong.append(f'{name}: {values}')
    centre = by_key(card['centre'])
    if centre['answered']['n'] != 5000 or abs(centre['wait']['value'] - 67.5207) > 0.00005 \
            or abs(centre['talk']['value'] - 224.9228) > 0.00005 \
            or abs(centre['satisfaction']['value'] - 3.40355) > 0.000005:
        wrong.append(str(centre))
    return wrong


def service_levels_have_a_formula():
    """The formula that is said, else the usual one; one that does not exist is refused."""
    path = PATH / 'levels.csv'
    path.write_text('Date,Incoming Calls,Service Level (20 Seconds)\n2026-03-02,300,90%\n')
    wrong = []
    for formula, code, variant in (('answered', 0, 1), (None, 0, 2), ('nonsense', 2, None)):
        database = f'levels-{formula}.db'
        cli('init', database=database)
        said = cli('import', path, '--as', 'forecast',
                   *(['--service-level', formula] if formula else []), database=database)
        stored = sql('SELECT variant, seconds FROM forecast', database=database)
        if said[0] != code or stored != ([(variant, 20)] if variant is not None else []):
            wrong.append(f'{formula}: {said} {stored}')
    return wrong


def the_sheet_with_the_table():
    """Found behind a calculator and named; the same again is refused."""
    file = DATA / 'interval-15min' / 'erlang_c_staffing_forecast.xlsx'
    if not file.exists():
        raise tap.Skip('the file is not here')
    cli('init', database='sheets.db')
    code, out, err = cli('import', file, '--as', 'forecast', database='sheets.db')
    wrong = [] if code == 0 and 'Sheet: erlang_c_staffing_forecast' in out else [f'{code} {out} {err}']
    code, out, err = cli('import', file, '--as', 'forecast', database='sheets.db')
    if code != 1 or 'imported before' not in err:
        wrong.append(f'again: {code} {out} {err}')
    code, out, err = cli('import', file, '--as', 'forecast', '--sheet', 'Schedule_Service_Level',
                         '--skip-bad', database='sheets.db')
    if 'imported before' in err:
        wrong.append(f'another sheet: {code} {out} {err}')
    return wrong


code, _, err = cli('init', '--demo')
if code != 0:
    sys.exit(f'Bail out! {err}')
tap.main(a_scorecard_says_what_sql_says, the_index_is_made_of_its_parts, teams_are_pooled,
         each_month_by_its_own_terms, a_pivot_says_what_sql_says, a_pivot_as_csv,
         indicators_have_names_in_four_languages, words_in_four_languages, pdf_and_csv,
         what_cannot_be_answered, nothing_there, the_real_calls, service_levels_have_a_formula,
         the_sheet_with_the_table)
