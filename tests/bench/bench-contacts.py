#!/usr/bin/env python3
"""B2: from a file of contacts to agent × month, beside a spreadsheet that only reads the file; then
the same rows once more on top of those that are there, and all of them out again as JSON.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: bench-contacts.py VALMIUS-CLI [ROWS]
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
AWK = ('BEGIN{FS=","} NR>1{k=$2 "," substr($3,1,7); n[k]++; if($9!=""){s[k]+=$9; m[k]++}} '
       'END{for(k in n) print k "," (m[k]?s[k]/m[k]:"") "," n[k]}')


def write_rows(path, rows):
    chance = random.Random(7)
    with open(path, 'w', encoding='utf-8') as out:
        out.write('id,agent,date,time,topic,answered,resolved,wait,talk,satisfaction\n')
        for i in range(rows):
            day = i * 700 // rows
            answered = chance.randrange(100) < 81
            out.write(f'C{i},Agent {chance.randrange(200):03d},'
                      f'{2021 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d},'
                      f'{8 + chance.randrange(12):02d}:{chance.randrange(60):02d}:00,'
                      f'Topic {chance.randrange(8)},{"Y" if answered else "N"},'
                      f'{"Y" if answered and chance.randrange(10) else "N"},{chance.randrange(120)},'
                      f'{30 + chance.randrange(400) if answered else ""},'
                      f'{1 + chance.randrange(5) if answered else ""}\n')


def run(command, **options):
    """CPU seconds, peak KiB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               **options)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f'not ok 1 {command} ended with {status}')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def median(many, which=0):
    return statistics.median(one[which] for one in many)


def own_way(cli, folder, rows):
    database = os.path.join(folder, 'own.db')
    for name in os.listdir(folder):
        if name.startswith('own.db'):
            os.unlink(os.path.join(folder, name))
    run([cli, '--database', database, 'init'])
    into = run([cli, '--database', database, 'import', rows, '--as', 'contacts'])
    table = run([cli, '--database', database, 'pivot', '--rows', 'agent', '--columns', 'month',
                 '--value', 'talk'])
    return into, table


def on_top(cli, folder, rows):
    """What is there already is recognised, and everything is written out."""
    database = os.path.join(folder, 'own.db')
    again = os.path.join(folder, 'again.csv')
    with open(rows, encoding='utf-8') as source, open(again, 'w', encoding='utf-8') as out:
        for i, line in enumerate(source):
            if i % 10 == 0:
                out.write(line)
    idle = run([cli, '--database', os.path.join(folder, 'none.db'), 'init'])
    overlap = run([cli, '--database', database, 'import', again, '--as', 'contacts'])
    export = run([cli, '--database', database, 'export', '--format', 'json', '--output',
                  os.path.join(folder, 'all.json')])
    print(f'# B2 a tenth of them once more, all recognised: {overlap[0]:.2f} s CPU; all of them as '
          f'JSON: {export[0]:.2f} s CPU, {(export[1] - idle[1]) / 1024:.0f} MiB beyond idle')


def beside_libreoffice(folder, rows, own, peak):
    """LibreOffice reads the file and writes it again; it makes no table, which would take longer."""
    if not shutil.which('soffice'):
        print('# B2 LibreOffice is not installed; elsewhere it took 27 s and 894 MiB with its table')
        bench_row.say('B2', 'file to table, 1 M contacts, against 27 s', own, 's', '<=', 2.7,
                      'LibreOffice is not here')
        return
    command = ['soffice', '--headless', '--convert-to', 'csv', '--outdir', os.path.join(folder, 'out'),
               rows]
    other, memory = run(command, env=dict(os.environ, HOME=folder))
    bench_row.say('B2', 'file to table, 1 M contacts, against LibreOffice', other / own, 'x faster', '>=',
                  10, f'{own:.2f} s CPU; it reads and writes the file in {other:.2f} s')
    bench_row.say('B2', 'file to table, 1 M contacts, memory against it', peak * 1024 / memory, '', '<=', 0.25,
                  f'{peak:.0f} MiB, LibreOffice {memory / 1024:.0f} MiB')


def main():
    cli = os.path.abspath(sys.argv[1])
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    print('1..1')
    with tempfile.TemporaryDirectory() as folder:
        for n in sorted({most // 10, most}):
            rows = os.path.join(folder, f'{n}.csv')
            write_rows(rows, n)
            own, awk, spreadsheet = [], [], []
            for _ in range(ROUNDS if n < most else 2):
                own.append(own_way(cli, folder, rows))
                awk.append(run(['awk', AWK, rows]))
                if shutil.which('ssconvert') and n <= 100_000:
                    spreadsheet.append(run(['ssconvert', rows, os.path.join(folder, 'out.csv')]))
            into = statistics.median(one[0][0] for one in own)
            table = statistics.median(one[1][0] for one in own)
            peak = max(max(one[0][1], one[1][1]) for one in own) / 1024
            print(f'# B2 {n:9,} contacts: import {into:6.2f} s CPU, file to table {table:6.2f} s, '
                  f'peak {peak:5.0f} MiB; awk over the text {median(awk):6.2f} s')
            if n == 1_000_000:
                beside_libreoffice(folder, rows, into + table, peak)
            if n == most:
                on_top(cli, folder, rows)
            if spreadsheet:
                ratio = median(spreadsheet) / (into + table)
                bench_row.say('B2', f'file to table, {n:,} contacts, against Gnumeric', ratio, 'x faster',
                              '>=', 20, f'{into + table:.2f} s CPU; it reads the file in '
                              f'{median(spreadsheet):.2f} s, {median(spreadsheet, 1) / 1024:.0f} MiB')
    print('ok 1 bench')


if __name__ == '__main__':
    main()
