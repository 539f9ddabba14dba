#!/usr/bin/env python3
"""The command line as a script sees it: output, exit codes, files.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: test-cli.py VALMIUS-CLI
"""
import csv
import datetime
import json
import os
import pathlib
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'project'))
import tap  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
if not os.path.exists(CLI):
    sys.exit(f'Bail out! {CLI} is missing')
DATA = pathlib.Path(os.environ.get('VAL_TEST_DATA', '/nonexistent'))


class Place:
    """A folder with a database of its own."""

    def __init__(self, *init):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        if init is not None:
            code, out, err = self('init', *init)
            assert code == 0, err

    def __call__(self, *arguments, language='en', database='a.db'):
        environment = dict(os.environ, LANGUAGE=language, LC_ALL='C.UTF-8')
        done = subprocess.run([CLI, '--database', str(self.path / database), *map(str, arguments)],
                              capture_output=True, env=environment, timeout=120, check=False)
        return done.returncode, done.stdout.decode(errors='replace'), done.stderr.decode()

    def write(self, name, text, encoding='utf-8'):
        (self.path / name).write_bytes(text.encode(encoding))
        return self.path / name

    def answer(self, *arguments):
        code, out, err = self('readiness', '--format', 'json', *arguments)
        assert code == 0, err
        return json.loads(out)


def vector(place, *import_options):
    rows = ['agent,skill,level,date']
    for count, level in ((4, 4), (6, 6), (5, 8), (5, 10)):
        rows += [f'Agent {len(rows) + i},Listening,{level},2026-05-01' for i in range(count)]
    return place('import', place.write('v.csv', '\n'.join(rows)), '--as', 'assessments',
                 *import_options)


def wrong_unless(**facts):
    return [name.replace('_', ' ') for name, true in facts.items() if not true]


def the_answer():
    place = Place()
    code, out, _ = vector(place)
    answer = place.answer()
    shares = {row['level']: row['percent'] for row in answer['distribution'] if row['percent']}
    return wrong_unless(
        imports=code == 0 and 'Rows stored: 20' in out and 'Import number: 1' in out,
        mean=answer['mean'] == 7.1, level=answer['level'] == 7, eleven=len(answer['distribution']) == 11,
        shares=shares == {4: 20, 6: 30, 8: 25, 10: 25}, assessed=answer['assessed'] == 20,
        keys=list(answer) == ['on', 'team', 'scale', 'assessed', 'not_assessed', 'coverage', 'mean',
                              'level', 'distribution', 'groups', 'most_needed', 'critical'],
        groups=[g['name'] for g in answer['groups']] == ['starting', 'developing', 'proficient',
                                                         'expert'],
        weeks=answer['groups'][0]['hours'] == 64 and answer['groups'][0]['weeks'] == 8)


def nobody():
    place = Place()
    answer = place.answer()
    place('import', place.write('p.csv', 'given,family\nAnna,Nowak\nJan,Lis\n'), '--as', 'people')
    people = place.answer()
    return wrong_unless(null=answer['mean'] is None and answer['level'] is None,
                        coverage=answer['coverage'] == 0,
                        not_assessed=people['not_assessed'] == 2 and people['mean'] is None)


def past_dates():
    place = Place()
    place('import', place.write('s.csv', 'agent;skill;level;date\nAnna;A;3;2026-05-01\n'
                                'Anna;A;8;2026-06-01\n'), '--as', 'assessments')
    return wrong_unless(before=place.answer('--on', '2026-05-31')['mean'] == 3,
                        after=place.answer('--on', '2026-06-01')['mean'] == 8,
                        earlier=place.answer('--on', '2026-04-30')['mean'] is None)


def bad_rows():
    place = Place()
    rows = place.write('b.csv', 'agent,skill,level,date\nAnna,A,11,2026-05-01\n"Jan\nLis",A,5,\n'
                       'Ola,A,5,2026-13-01\nEwa,A,5,2026-05-01\n')
    code, _, err = place('import', rows, '--as', 'assessments')
    nothing = place.answer()['assessed'] == 0
    skipped, out, _ = place('import', rows, '--as', 'assessments', '--skip-bad')
    _, _, polish = place('import', rows, '--as', 'assessments', '--dry-run', language='pl')
    lines = [line for line in err.splitlines() if line.startswith('line ')]
    return wrong_unless(refused=code == 3, nothing=nothing, listed=len(lines) == 2,
                        physical_line=lines[1:] and lines[1].startswith('line 5: date: '),
                        skips=skipped == 0 and 'Rows stored: 2' in out,
                        translated='wykracza' in polish
                        and 'wiersz 2: poziom: ' in polish)


def dry_run():
    place = Place()
    code, out, _ = vector(place, '--dry-run')
    return wrong_unless(code=code == 0, said='dry run' in out,
                        nothing=place.answer()['assessed'] == 0 and
                        place('undo')[0] == 1)


def undo():
    place = Place()
    vector(place)
    place('import', place.write('p.csv', 'given,family\nAnna,Nowak\n'), '--as', 'people')
    first, _, _ = place('undo', '--import', '1')
    left = place.answer()
    second, out, _ = place('undo', language='pl')
    again = place.answer()
    unknown, _, err = place('undo', '--import', '99')
    return wrong_unless(import_undone=first == 0 and left['assessed'] == 0 and left['not_assessed'] == 1,
                        undone_undone=second == 0 and again['assessed'] == 20,
                        unknown=unknown == 1 and err != '')


def scales():
    place = Place()
    for name, scale, value, mean in (('a', '0-100', '76,5', 7.65), ('b', '1-5', '3', 5),
                                     ('c', 'A-E', 'B', 7.5)):
        place('import', place.write(f'{name}.csv', f'agent;skill;level\n{name};S{name};{value}\n'),
              '--as', 'assessments', '--scale', scale, '--date', '2026-01-01')
    means = [place.answer('--skill', f'S{name}')['mean'] for name in 'abc']
    bad, _, _ = place('import', place.path / 'a.csv', '--as', 'assessments', '--scale', '9-1')
    return wrong_unless(means=means == [7.65, 5, 7.5], bad_scale=bad == 2)


def encodings():
    wrong = []
    for encoding, header, name in (
            ('cp1250', 'Imię;Nazwisko', 'Łucja;Żółw'), ('cp1253', 'Όνομα;Επώνυμο', 'Άννα;Δήμου'),
            ('iso-8859-1', 'Etunimi;Sukunimi', 'Äijä;Östman'), ('utf-16', 'given;family', 'Łucja;Źrebię'),
            ('utf-8-sig', 'given\tfamily', 'Łucja\tŹrebię')):
        place = Place()
        code, _, err = place('import', place.write('p.csv', f'{header}\r\n{name}\r\n', encoding),
                             '--as', 'people')
        place('export', '--format', 'csv', '--output', place.path / 'out')
        people = (place.path / 'out' / 'people.csv').read_text() if code == 0 else ''
        if not all(part in people for part in name.replace('\t', ';').split(';')):
            wrong.append(f'{encoding}: {err} {people}')
    return wrong


def reports_about_people():
    """A session sheet comes in the agent's language, the others in the caller's."""
    place = Place()
    place('import', place.write('p.csv', 'number,given,family,team\n7,Anna,Nowak,Blue\n8,Jan,Żak,Blue\n'),
          '--as', 'people')
    pdf = place.path / 'r.pdf'
    none = place('report', 'session', '--agent', '7', '--output', pdf)
    with sqlite3.connect(place.path / 'a.db') as file:
        file.execute("UPDATE person SET languages = 'suomi, polski' WHERE number = '7'")
        file.execute("INSERT INTO mentoring (id, kind, state, held_day, minutes, title, place, agenda, "
                     "words, said_back, text, remark, with_manager) "
                     "VALUES (1, 0, 1, 20000, 30, '', '', '', 'Own words', 1, '', 'HIDDEN', 0)")
        file.execute("INSERT INTO mentoring_person (mentoring_id, person_id) "
                     "SELECT 1, id FROM person WHERE number = '7'")
    file.close()
    wrong = []

    def words(*arguments):
        code, out, err = place('report', *arguments, '--output', pdf)
        if code != 0 or not pdf.read_bytes().startswith(b'%PDF'):
            wrong.append(f'{arguments}: {code} {out} {err}')
        if shutil.which('pdftotext') is None:
            return None
        return subprocess.run(['pdftotext', pdf, '-'], capture_output=True, check=True).stdout.decode()

    for arguments, wanted in ((('session', '--agent', 'Anna Nowak'), 'Asiakaspalvelijan omin sanoin'),
                              (('agent', '--agent', '7'), 'Last session'),
                              (('recognition', '--team', 'Blue'), '0 of 2')):
        said = words(*arguments)
        # Lines end where the font of this machine wants them to.
        if said is not None and (wanted not in ' '.join(said.split()) or 'HIDDEN' in said):
            wrong.append(f'{arguments}: {said}')
    return wrong + wrong_unless(
        no_session=none[0] == 1 and none[2].count('\n') == 1,
        no_agent=place('report', 'agent', '--output', pdf)[0] == 2,
        nobody=place('report', 'agent', '--agent', 'Nobody', '--output', pdf)[0] == 1,
        no_output=place('report', 'recognition')[0] == 2,
        no_kind=place('report', 'weather', '--output', pdf)[0] == 2)


def pictures():
    place = Place()
    vector(place)
    starts = {'png': b'\x89PNG', 'pdf': b'%PDF', 'svg': b'<?xml', 'csv': b'level'}
    wrong = []
    for form, start in starts.items():
        file = place.path / f'r.{form}'
        code, _, err = place('readiness', '--format', form, '--output', file)
        if code != 0 or not file.read_bytes().startswith(start):
            wrong.append(f'{form}: {code} {err}')
    code, _, _ = place('report', 'readiness', '--output', place.path / 'report.pdf')
    return wrong + wrong_unless(report=code == 0, needs_output=place('readiness', '--format', 'png')[0] == 2)


def languages():
    place = Place()
    vector(place)
    texts = {language: place('readiness', '--language', language)[1] for language in ('en', 'pl', 'el', 'fi')}
    environment = place('readiness', language='fi')[1]
    return wrong_unless(four=len(set(texts.values())) == 4, environment=environment == texts['fi'],
                        english='20%' in texts['en'] and '7.1' in texts['en'],
                        polish='7,1' in texts['pl'], finnish='20\u00a0%' in texts['fi'],
                        unknown=place('--language', 'xx', 'readiness')[0] == 2)


def safety():
    place = Place()
    vector(place)
    mode = stat.S_IMODE(os.stat(place.path / 'a.db').st_mode)
    again, _, said = place('init')
    copied = place('backup', place.path / 'b.db')[0]
    twice = place('backup', place.path / 'b.db')[0]
    place('undo')
    restored, out, _ = place('restore', place.path / 'b.db')
    kept = [line.split(': ', 1)[1] for line in out.splitlines() if 'kept' in line]
    answer = place.answer()
    data = bytearray((place.path / 'a.db').read_bytes())
    data[4096:] = b'\xff' * (len(data) - 4096)
    (place.path / 'bad.db').write_bytes(data)
    bad, _, named = place('check', database='bad.db')
    (place.path / 'empty.db').write_bytes(b'')
    empty = place('check', database='empty.db')[0]
    return wrong_unless(owner_only=mode == 0o600, refuses=again == 1 and said, copies=copied == 0,
                        twice=twice == 1, restores=restored == 0 and answer['assessed'] == 20,
                        keeps=kept and os.path.exists(kept[0]), sound=place('check')[0] == 0,
                        damaged=bad == 1 and named, empty=empty == 1,
                        missing=place('readiness', database='none.db')[0] == 1)


def passphrase():
    place = Place()
    vector(place)
    good, bad = place.write('good', 'zażółć\n'), place.write('bad', 'other\n')
    made = place('backup', place.path / 'c', '--passphrase-file', good)[0]
    without, wrong_one = (place('restore', place.path / 'c', *options)[0]
                          for options in ((), ('--passphrase-file', bad)))
    place('undo')
    right = place('restore', place.path / 'c', '--passphrase-file', good)[0]
    return wrong_unless(made=made == 0, unreadable=b'SQLite' not in (place.path / 'c').read_bytes(),
                        asks=without == 1, wrong_one=wrong_one == 1, restores=right == 0,
                        back=place.answer()['assessed'] == 20,
                        no_leftovers=not list(place.path.glob('*.tmp*')))


def salvage():
    place = Place()
    vector(place)
    data = bytearray((place.path / 'a.db').read_bytes())
    data[:16] = b'\xff' * 16
    (place.path / 'bad.db').write_bytes(data)
    bad, _, said = place('check', database='bad.db')
    code, out, _ = place('salvage', place.path / 'bad.db', '--output', place.path / 'new.db')
    again, _, refused = place('salvage', place.path / 'bad.db', '--output', place.path / 'new.db')
    _, answer, _ = place('readiness', '--format', 'json', database='new.db')
    return wrong_unless(damaged=bad == 1 and said, saved=code == 0 and 'lost: 0' in out,
                        all_there=json.loads(answer)['mean'] == 7.1,
                        never_over=again == 1 and refused)


def staffing():
    place = Place()
    queue = ('staffing', '--contacts', 100, '--interval', '30m', '--handle-time', 180,
             '--target', '80/20')
    least = json.loads(place(*queue, '--shrinkage', 30, '--max-occupancy', 85, '--format',
                             'json')[1])
    eleven = json.loads(place(*queue, '--agents', 11, '--format', 'json')[1])
    ten = json.loads(place(*queue, '--agents', 10, '--format', 'json')[1])
    finnish = place(*queue, language='fi')[1]
    return wrong_unless(
        least=least['agents'] == 14 and least['rostered'] == 20,
        level=abs(least['service_level'] - 0.88835002) < 1e-8,
        eleven=abs(eleven['service_level'] - 0.38961381) < 1e-8
        and abs(eleven['asa'] - 122.7813) < 1e-4,
        no_number=ten['service_level'] is None and ten['asa'] is None,
        in_finnish='88,8\u00a0%' in finnish,
        usage=place(*queue[:-1], '80')[0] == 2)


def usage():
    place = Place()
    cases = [('frobnicate',), (), ('import',), ('import', 'x.csv'), ('readiness', '--on', 'soon'),
             ('readiness', '--format', 'doc'), ('export',), ('readiness', 'extra'), ('backup',),
             ('readiness', '--nonsense'), ('undo', '--import', '0'), ('undo', '--import', 'x'),
             ('readiness', '--language', 'xx'), ('--language', 'xx', '--language', 'en', 'check'),
             ('--language', 'en', '--language', 'xx', 'check')]
    wrong = [f'{case}: {code} {err!r}' for case in cases for code, _, err in [place(*case)]
             if code != 2 or not err]
    # Of a command that is known only its own line is shown, and every word is in the language.
    for case, words in ((('readiness', '--nonsense'), '”--nonsense” ei ole tämän komennon valitsin'),
                        (('readiness', '--on'), 'Valitsimen ”--on” perästä puuttuu jotain')):
        said = place(*case, language='fi')[2]
        if words not in said or said.count('valmius-cli [') != 1:
            wrong.append(f'{case}: {said}')
    for case, words in ((('--nonsense',), 'Valitsinta ”--nonsense” ei ole'),
                        (('--nonsense', 'readiness'), 'Valitsinta ”--nonsense” ei ole'),
                        (('--database',), 'Valitsimen ”--database” perästä puuttuu jotain')):
        answer = subprocess.run([CLI, *case], env=dict(os.environ, LANGUAGE='fi', LC_ALL='C.UTF-8'),
                                capture_output=True, text=True)
        if answer.returncode != 2 or words not in answer.stderr:
            wrong.append(f'{case}: {answer.stderr}')
    if 'ei ole' not in place('readiness', '--nonsense', '--language', 'fi')[2]:
        wrong.append('a language behind the command')
    code, out, err = place('readiness', '--help')
    _, _, known = place('pivot', '--rows', 'agent', '--columns', 'month', '--value', 'speed')
    vector(place)
    untouched = place('undo', '--import', '0')[0] == 2 and place.answer()['assessed'] == 20
    return wrong + wrong_unless(
        one_command=code == 0 and out.count('valmius-cli [') == 1 and not err, untouched=untouched,
        indicators=len(known.splitlines()) == 1 and 'answered, service-level, wait' in known,
        a_folder='Is a directory' in place('import', place.path, '--as', 'people')[2],
        no_folder='No such file or directory\n' in place('readiness', '--format', 'svg', '--output',
                                                         '/nonexistent/a.svg')[2])


def demo():
    wrong = []
    for language in ('en', 'pl', 'el', 'fi'):
        place = Place(*('--language', language, '--demo'))
        answer = place.answer()
        if answer['assessed'] + answer['not_assessed'] < 20 or not 3 < answer['mean'] < 9:
            wrong.append(f'{language}: {answer}')
        wrong += [f'{language}: {what}' for what in year_of(place)]
    return wrong


def year_of(place):
    """What is written in a demo centre: a year of it, some due today, some overdue."""
    place('export', '--format', 'json', '--output', place.path / 'all.json')
    demo_centre = json.loads((place.path / 'all.json').read_text())
    today = datetime.date.today().isoformat()
    sessions = demo_centre['sessions']
    open_agreements = [a for a in demo_centre['agreements'] if a['done_date'] is None]
    return wrong_unless(
        held=500 < sum(s['state'] == 'held' for s in sessions) < 1000,
        missed=any(s['state'] == 'missed' for s in sessions),
        today=any(s['state'] == 'planned' and s['planned_date'] == today for s in sessions),
        nobody_late=all((s['held_date'] or today) <= today for s in sessions),
        overdue=any(a['due_date'] < today for a in open_agreements),
        due=any(a['due_date'] >= today for a in open_agreements),
        notes=200 < len(demo_centre['notes']) < 500,
        past=all(r['date'] <= today for r in demo_centre['notes'] + demo_centre['recognitions']),
        promised=sum(r['promised'] for r in demo_centre['recognitions']) == 2,
        goals=any(g['due_date'] < today and g['done_date'] is None for g in demo_centre['goals']),
        rules=len(demo_centre['recognition_rules']) == 3,
        phases=len(demo_centre['coaching_phases']) == 6, sound=place('check')[0] == 0)


def export():
    place = Place()
    vector(place)
    place('export', '--format', 'json', '--output', place.path / 'all.json')
    place('export', '--format', 'csv', '--output', place.path / 'all')
    place('export', '--agent', 'Agent 3', '--format', 'json', '--output', place.path / 'one.json')
    everything = json.loads((place.path / 'all.json').read_text())
    one = json.loads((place.path / 'one.json').read_text())
    with open(place.path / 'all' / 'assessments.csv', newline='', encoding='utf-8') as table:
        rows = list(csv.DictReader(table))
    other = Place()
    code, _, err = other('import', place.path / 'all' / 'assessments.csv', '--as', 'assessments')
    return wrong_unless(json=len(everything['assessments']) == 20, csv=len(rows) == 20,
                        one=len(one['people']) == len(one['assessments']) == 1 and one['people'][0]['family'] == '3',
                        comes_back=code == 0 and other.answer()['mean'] == 7.1,
                        unknown=place('export', '--agent', 'Nobody', '--format', 'json', '--output',
                                      place.path / 'x')[0] == 1)


NOTES = {
    'en': 'Employee,Date,Type,Comment\n"Żółw, Anna",2026-03-05,praise,Calm with a difficult caller\n',
    'pl': 'Konsultant;Data;Rodzaj;Treść\nAnna Żółw;5.03.2026;pochwała;Spokojna rozmowa\n',
    'el': 'Εκπρόσωπος;Ημερομηνία;Είδος;Κείμενο\nΆννα Παπαδοπούλου;5/3/2026;έπαινος;Ήρεμη συζήτηση\n',
    'fi': 'Asiakaspalvelija;Päivä;Laji;Palaute\nAijo Äijälä;5.3.2026;kehu;Rauhallinen puhelu\n',
}


def records():
    wrong = []
    for language, text in NOTES.items():
        place = Place()
        code, _, err = place('import', place.write('n.csv', text), '--as', 'notes',
                             language=language)
        place('export', '--format', 'json', '--output', place.path / 'all.json')
        notes = json.loads((place.path / 'all.json').read_text())['notes']
        if code != 0 or [(n['kind'], n['date']) for n in notes] != [('praise', '2026-03-05')]:
            wrong.append(f'{language}: {code} {err} {notes}')
    place = Place()
    bad = place.write('bad.csv', 'agent,date,kind,text\nA B,2026-03-05,praise,Good\n'
                      'A B,2999-01-01,praise,Later\nA B,2026-03-05,cake,x\nA B,2026-03-05,praise,\n'
                      ',2026-03-05,praise,x\nA C,,,' + 'x' * 1048577 + '\n')
    code, _, err = place('import', bad, '--as', 'notes', language='pl')
    lines = [line.split(':')[0] for line in err.splitlines()]
    part = place('import', bad, '--as', 'notes', '--skip-bad')[0]
    thanks = place('import', place.write('r.csv', 'agent,date,kind,text\nA B,2026-03-05,card,Help\n'
                                         'A B,2026-03-06,Cake,Birthday\n'), '--as', 'recognitions')
    place('export', '--format', 'csv', '--output', place.path / 'all')
    place('export', '--agent', 'A B', '--format', 'json', '--output', place.path / 'one.json')
    one = json.loads((place.path / 'one.json').read_text())
    other = Place()
    back = [other('import', place.path / 'all' / f'{kind}.csv', '--as', kind)[0]
            for kind in ('people', 'notes', 'recognitions')]
    other('export', '--format', 'csv', '--output', other.path / 'all')
    same = all((place.path / 'all' / name).read_text().replace('\r', '').count('\n')
               == (other.path / 'all' / name).read_text().replace('\r', '').count('\n')
               for name in ('people.csv', 'notes.csv', 'recognitions.csv'))
    dry = place('import', bad, '--as', 'notes', '--skip-bad', '--dry-run')[0]
    undone = place('undo', '--import', '1')[0]
    left = json.loads(place('search', '--format', 'json', 'good')[1])['results']
    return wrong + wrong_unless(
        refused=code == 3 and lines == [f'wiersz {n}' for n in (3, 4, 5, 6, 7)],
        part=part == 0, thanks=thanks[0] == 0, back=back == [0, 0, 0], same=same, dry=dry == 0,
        kinds=[r['kind'] for r in sorted(one['recognitions'], key=lambda r: r['id'])]
        == ['handwritten', 'Cake'],
        undone=undone == 0 and left == [] and place('check')[0] == 0)


def search():
    place = Place()
    rows = ['agent,date,text', 'Łukasz Mróz,2026-03-05,Pamiętał o żółwiu klienta',
            'Άννα Παπαδοπούλου,2026-03-06,Βοήθησε τον Łukasz', 'Aijo Äijälä,2026-03-07,"x, ""OR"" *"']
    place('import', place.write('n.csv', '\n'.join(rows)), '--as', 'notes')

    def find(text):
        code, out, err = place('search', '--format', 'json', '--', text)
        return [(r['kind'], r['marks']) for r in json.loads(out)['results']] if code == 0 else err

    code, nothing, _ = place('search', 'qqq', language='fi')
    return wrong_unless(
        lukasz=[kind for kind, _ in find('lukasz')] == ['person', 'note'],
        zolw=find('zolw') == [('note', ['żółw'])],
        greek=[kind for kind, _ in find('ΠΑΠΑΔΟΠΟΥΛΟΥ')] == ['person'],
        aijala=find('aijala')[0] == ('person', ['Äijälä']),
        operators=find('"OR" *') == [('note', ['OR'])], signs=find('"(*') == [],
        nothing=code == 0 and nothing == 'Mitään ei löytynyt.\n',
        text='Pamiętał o żółwiu klienta' in place('search', 'zolw klien')[1],
        usage=place('search')[0] == 2 and place('search', '--format', 'xml', 'a')[0] == 2)


def rows_of(place, query):
    with sqlite3.connect(place.path / 'a.db') as base:
        return base.execute(query).fetchall()


def contacts():
    place = Place()
    place('import', place.write('p.csv', 'given,family,number\nBecky,Żółw,17\nJan,Lis,1\nJan,Lis,2\n'),
          '--as', 'people')
    text = ('Call Id;Konsultant;Data;Godzina;Odebrane;Czas rozmowy (min);Satysfakcja\n'
            'A1;becky;5.03.2026;9:12;tak;2,5;4\nA2;Jan Lis;5.03.2026;9:13;nie;;\nA3;Ola;5.03.2026;9:14;tak;1;5\n'
            ';;;;;;\n')
    rows = place.write('c.csv', text)
    dry, said, _ = place('import', rows, '--as', 'contacts', '--team', 'Blue', '--dry-run')
    code, out, err = place('import', rows, '--as', 'contacts', '--team', 'Blue')
    stored = rows_of(place, 'SELECT l.name, p.given, c.second, c.answered, c.talk, c.satisfaction, c.reference'
                     ' FROM contact c JOIN contact_label l ON l.id = c.agent'
                     ' LEFT JOIN person p ON p.id = l.person_id ORDER BY c.id')
    again, _, twice = place('import', rows, '--as', 'contacts', language='pl')
    undone = place('undo', '--import', '2')[0]
    after, out_after, _ = place('import', rows, '--as', 'contacts')
    bad = place.write('b.csv', 'id,date,answered,talk\n1,2026-03-05,yes,4\n2,2026-03-05,yes,soon\n'
                      '3,2026-03-05,yes,1\n4,2026-03-05,maybe,1\n5,2026-03-05,no,\n6,2026-03-05,no,2\n')
    refused, _, why = place('import', bad, '--as', 'contacts', language='fi')
    longer = place.write('d.csv', text.replace(';;;;;;\n', 'A9;Ola;6.03.2026;8:00;tak;1;5\n'))
    more, added, _ = place('import', longer, '--as', 'contacts')
    other, _, told = place('import', place.write('i.csv', 'date,time,calls\n2026-03-05,8:00,4\n'),
                           '--as', 'contacts')
    return wrong_unless(
        dry=dry == 0 and 'People made: 1' in said,
        stored=code == 0 and 'Rows stored: 3' in out and 'Empty rows left out: 1' in out,
        ambiguous='Jan Lis' in err,
        rows=stored == [('becky', 'Becky', 33120, 1, 150, 4000, 'A1'), ('Jan Lis', None, 33180, 0, None, None, 'A2'),
                        ('Ola', 'Ola', 33240, 1, 60, 5000, 'A3')],
        twice=again == 1 and '2' in twice and 'importowany' in twice and twice.count('\n') == 1,
        undone=undone == 0 and after == 0 and 'Rows stored: 3' in out_after,
        more=more == 0 and 'Rows stored: 1' in added and 'there already: 3' in added,
        refused=refused == 3 and 'rivi 3: käsittelyaika: ' in why and 'rivi 5: vastattu: ' in why,
        other=other == 1 and 'forecast' in told)


def numbers():
    place = Place()
    values = place.write('v.csv', 'agent,indicator,value,date,n\nOla,Quality score,"87,5 %",2026-03-05,40\n'
                         'Ola,Jakość,1,2026-03-05,\n')
    code, _, err = place('import', values, '--as', 'values')
    skipped, out, _ = place('import', values, '--as', 'values', '--skip-bad')
    stored = rows_of(place, 'SELECT value, n FROM indicator_value')
    plan = place.write('Plan.csv', 'date,time,forecast,actual,service_level\n2026-03-05,8:00,4,5,80%\n'
                       '2026-03-05,8:15,6.5,,\n')
    planned = place('import', plan, '--as', 'forecast')[0]
    intervals = rows_of(place, 'SELECT f.name, f.slot_minutes, i.minute, i.forecast, i.actual, i.service_level'
                        ' FROM forecast f JOIN forecast_interval i ON i.forecast_id = f.id ORDER BY minute')
    return wrong_unless(
        refused=code == 3 and 'line 3: indicator: ' in err and 'Jakość' in err,
        skipped=skipped == 0 and 'Rows stored: 1' in out, stored=stored == [(87500, 40)],
        forecast=planned == 0 and intervals == [('Plan', 15, 480, 4000, 5000, 80000),
                                                ('Plan', 15, 495, 6500, None, None)])


def real_calls():
    folder = DATA / 'pwc-calls'
    if not folder.exists():
        raise tap.Skip('the files are not here')
    sums = []
    for name in ('Call-Center-Dataset.csv', '01 Call-Center-Dataset.xlsx'):
        place = Place()
        code, out, _ = place('import', folder / name, '--as', 'contacts')
        sums.append(rows_of(place, 'SELECT count(*), sum(answered), sum(resolved), round(avg(wait), 4),'
                            ' round(avg(talk), 4), round(avg(satisfaction) / 1000, 5) FROM contact')[0])
        place('undo', '--import', '1')
    scaled = Place()
    rated, said, _ = scaled('import', DATA / 'callcenter-32941' / 'Call Center.csv', '--as', 'contacts',
                            '--scale', '1-10')
    doubted, _, why = Place()('import', DATA / 'callcenter-32941' / 'Call Center.csv', '--as', 'contacts')
    return wrong_unless(code=code == 0 and 'People made: 8' in out, same=sums[0] == sums[1],
                        vectors=sums[0] == (5000, 4054, 3646, 67.5207, 224.9228, 3.40355),
                        padding=rated == 0 and 'Rows stored: 10747' in said and '22194' in said,
                        scale=doubted == 3 and '1-10' in why.splitlines()[-1])


def real_skills():
    source = DATA / 'skills-operators' / 'skill_matrix.csv'
    if not source.exists():
        raise tap.Skip('the file is not here')
    place = Place()
    code, out, err = place('import', source, '--as', 'assessments', '--scale', '0-100', '--date',
                           '2026-01-15')
    answer = place.answer()
    people = {}
    with open(source, newline='', encoding='utf-8') as table:
        for row in csv.DictReader(table):
            people.setdefault(row['Operator ID'], {})[row['Operation']] = float(row['Eff']) / 10
    means = [sum(skills.values()) / len(skills) for skills in people.values()]
    shares = [sum(1 for mean in means if int(mean + 0.5) == level) for level in range(11)]
    return wrong_unless(code=code == 0, made='People made: 150' in out and 'Rows stored: 900' in out,
                        mean=abs(answer['mean'] - sum(means) / len(means)) < 1e-9,
                        counts=[row['count'] for row in answer['distribution']] == shares,
                        coverage=answer['coverage'] == 0.2, said=err == '')


def real_people():
    source = DATA / 'ibm-hr' / 'WA_Fn-UseC_-HR-Employee-Attrition.csv'
    if not source.exists():
        raise tap.Skip('the file is not here')
    place = Place()
    code, out, err = place('import', source, '--as', 'people')
    other = Place()
    book, rows, _ = other('import', source.with_suffix('.xlsx'), '--as', 'people')
    sheet, _, said = other('import', source.with_suffix('.xlsx'), '--as', 'people', '--sheet', 'x')
    return wrong_unless(code=code == 0, made='People made: 1470' in out,
                        counted=place.answer()['not_assessed'] == 1470,
                        workbook=book == 0 and 'People made: 1470' in rows,
                        sheet=sheet == 1 and 'x' in said)


tap.main(the_answer, nobody, past_dates, bad_rows, dry_run, undo, scales, encodings, pictures,
         reports_about_people, languages, safety, passphrase, salvage, staffing, usage, demo, export, records, search, contacts, numbers, real_calls, real_skills, real_people)
