#!/usr/bin/env python3
"""B1: a million CSV rows brought in, beside sqlite3's own .import.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: bench-import.py VALMIUS-CLI [ROWS]
"""
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile

import bench_row

ROUNDS = 3
PEOPLE = 200
SKILLS = 12


def write_rows(path, rows, first_day=0):
    chance = random.Random(7)
    with open(path, 'w', encoding='utf-8') as out:
        out.write('agent,date,skill,level\n')
        for i in range(rows):
            day = first_day + i * 700 // rows
            out.write(f'A{chance.randrange(PEOPLE):04d},{2021 + day // 336}-{day // 28 % 12 + 1:02d}-'
                      f'{day % 28 + 1:02d},Skill {chance.randrange(SKILLS)},{chance.randrange(11)}\n')


def write_contacts(path, rows):
    chance = random.Random(7)
    with open(path, 'w', encoding='utf-8') as out:
        out.write('Contact ID,Agent,Date,Time,Channel,Topic,Answered,Resolved,Wait (s),Talk (s),Satisfaction\n')
        for i in range(rows):
            day, second = i * 700 // rows, 32400 + chance.randrange(36000)
            answered = chance.random() < .85
            out.write(
                f'C{i:07d},Agent {chance.randrange(PEOPLE):03d},{2021 + day // 336}-{day // 28 % 12 + 1:02d}-'
                f'{day % 28 + 1:02d},{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d},'
                f'{("Phone", "Chat", "E-mail")[chance.randrange(3)]},Topic {chance.randrange(SKILLS)},'
                + (f'Y,{"YN"[chance.random() < .2]},{chance.randrange(300)},{chance.randrange(30, 900)},'
                   f'{chance.randrange(1, 6) if chance.random() < .3 else ""}\n' if answered
                   else f'N,,{chance.randrange(300)},,\n'))


def run(command, stdin=None):
    """CPU seconds, peak KiB."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE if stdin else None,
                               stdout=subprocess.DEVNULL)
    if stdin:
        process.stdin.write(stdin.encode())
        process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f'not ok 1 {command[0]} ended with {status}')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def import_valmius(cli, database, rows, kind='assessments'):
    return run([cli, '--database', database, 'import', rows, '--as', kind])


def import_sqlite(database, rows, after=''):
    table = 'CREATE TABLE score(agent TEXT, date TEXT, skill TEXT, level REAL);\n'
    index = 'CREATE INDEX score_ad ON score(agent, date, level);\n'
    first, last = (table + index, '') if not after else (table, index)
    return run(['sqlite3', database], first + f'.import --csv --skip 1 {rows} score\n' + last)


def import_contacts_sqlite(database, rows):
    return run(['sqlite3', database],
               'CREATE TABLE contact(id TEXT, agent TEXT, date TEXT, time TEXT, channel TEXT, topic TEXT,'
               ' answered TEXT, resolved TEXT, wait REAL, talk REAL, satisfaction REAL);\n'
               'CREATE INDEX contact_ad ON contact(agent, date);\n'
               f'.import --csv --skip 1 {rows} contact\n')


def bench_contacts(cli, place, rows):
    """Contacts have their numbers in the other system, which are kept: more bytes a row."""
    path = place('contacts.csv')
    write_contacts(path, rows)
    own, references = [], []
    for i in range(ROUNDS):
        database = place(f'c{i}.db')
        run([cli, '--database', database, 'init'])
        idle = run([cli, '--database', database, 'check'])
        own.append(import_valmius(cli, database, path, 'contacts'))
        references.append(import_contacts_sqlite(place(f'd{i}.db'), path))
    say(f'{rows:,} contacts, against .import with an index', own, references, 0.6)
    grown = statistics.median(one[1] for one in own) - idle[1] - os.path.getsize(path) / 1024
    bench_row.say('B1', 'contacts, memory beyond idle and the file', grown / 1024, 'MiB', '<=', 32, 'peak')


def bench_first_write(cli, place, rows):
    """What looking the whole file over costs before the first write, where no seal spares it."""
    took = {'sealed': [], 'looked over': []}
    seal = place('backups/w.db.seal')
    for i in range(ROUNDS):
        for state, figures in took.items():
            shutil.copy(place('0.db'), place('w.db'))
            for n in range(2):
                with open(place(f'{n}.csv'), 'w', encoding='utf-8') as out:
                    out.write(f'agent,date,skill,level\nA0001,2023-05-0{n + 1},Skill 1,{i}\n')
                if n == 1 and state != 'sealed' and os.path.exists(seal):
                    os.unlink(seal)
                last = import_valmius(cli, place('w.db'), place(f'{n}.csv'))
            figures.append(last)
    sealed, looked = (statistics.median(one[0] for one in many) for many in took.values())
    print(f'# B1 one row added to {rows * 11 // 10:,} with its copy: {sealed:.2f} s CPU, '
          f'{looked:.2f} s where the file is looked over first')


def say(what, figures, references, goal):
    own, other = (statistics.median(one[0] for one in many) for many in (figures, references))
    bench_row.say('B1', what, own / other, '', '<=', goal, f'{own:.2f} s CPU, reference {other:.2f} s')


def main():
    cli = os.path.abspath(sys.argv[1])
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    print('1..1')
    if not shutil.which('sqlite3'):
        print('ok 1 # SKIP sqlite3 is not installed')
        return
    with tempfile.TemporaryDirectory() as folder:
        def place(name):
            return os.path.join(folder, name)
        write_rows(place('rows.csv'), rows)
        write_rows(place('more.csv'), rows // 10, 700)
        own, indexed, after, added, appended = [], [], [], [], []
        for i in range(ROUNDS):
            run([cli, '--database', place(f'{i}.db'), 'init'])
            idle = run([cli, '--database', place(f'{i}.db'), 'check'])
            own.append(import_valmius(cli, place(f'{i}.db'), place('rows.csv')))
            indexed.append(import_sqlite(place(f'a{i}.db'), place('rows.csv')))
            after.append(import_sqlite(place(f'b{i}.db'), place('rows.csv'), 'after'))
            added.append(import_valmius(cli, place(f'{i}.db'), place('more.csv')))
            appended.append(run(
                ['sqlite3', place(f'b{i}.db')],
                'CREATE TABLE more(agent TEXT, date TEXT, skill TEXT, level REAL);\n'
                f'.import --csv --skip 1 {place("more.csv")} more\n'
                'PRAGMA cache_size=-65536;\n'
                'INSERT INTO score SELECT * FROM more ORDER BY 1, 2, 4;\n'))
        say(f'{rows:,} rows, against .import with an index', own, indexed, 0.6)
        say(f'{rows:,} rows, against .import, then the index', own, after, 1.3)
        say(f'{rows // 10:,} rows added, against a sorted append', added, appended, 1.3)
        file_kib = os.path.getsize(place('rows.csv')) / 1024
        grown = statistics.median(one[1] for one in own) - idle[1] - file_kib
        bench_row.say('B1', 'rows, memory beyond idle and the file', grown / 1024, 'MiB', '<=', 32, 'peak')
        bench_first_write(cli, place, rows)
        bench_contacts(cli, place, rows)
    print('ok 1 bench')


if __name__ == "__main__":
    main()
