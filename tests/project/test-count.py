#!/usr/bin/env python3
"""What ./dev test says at its end is counted, and a failure is never lost.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import subprocess
import sys
import tempfile

import tap


def say(program, *runs):
    """Exit code and lines of a program of this folder, for a log of (result, output)."""
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        for result, output in runs:
            log.write(json.dumps({'name': 'x', 'result': result, 'stdout': output}) + '\n')
        log.flush()
        done = subprocess.run([sys.executable, str(tap.ROOT / 'tests/project' / program), log.name],
                              stdout=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


def count(*runs):
    """Exit code and last line of what ./dev test says."""
    code, said = say('count.py', *runs)
    return code, said[-1]


def expect(wanted, got):
    return [] if wanted == got else [f'wanted {wanted}, got {got}']


def rows_of_a_benchmark():
    lines = ('# B10 big: 1.50 x, goal <= 1.00: MISSED (3 ms, reference 2 ms)\n'
             '# B6 all   12 events: p50 1 ms, goal p99 <= 8: met\n# B7 without a goal: 2 ms\nok 1 x\n')
    code, said = say('rows.py', ('OK', lines))
    split = [line.split() for line in said]
    missed = ['B10', 'big', '1.50', 'x', '<=', '1.00', 'MISSED', '3', 'ms,', 'reference', '2', 'ms']
    return (expect(0, code) + expect(True, missed in split)
            + expect(9, sum('NOT MEASURED' in line for line in said))
            + expect(1, sum(line.startswith('B6 ') and ' met' in line for line in said))
            + expect('1 programs, 0 failed; 2 goals: 1 met, 1 MISSED; 9 of 11 rows not measured',
                     said[-1]))


def a_benchmark_that_fails():
    code, said = say('rows.py', ('ERROR', '# B9 x: 1.00 x, goal <= 5.00: met (y)\n'))
    return expect((1, True), (code, said[-1].startswith('1 programs, 1 failed; 1 goals: 1 met, 0 ')))


def good_cases():
    return expect((0, '3 passed, 0 failed'),
                  count(('OK', '1..2\nok 1 /a\nok 2 /b # slow\n'), ('OK', '')))


def bad_and_skipped_cases():
    return expect((1, '1 passed, 1 failed, 1 skipped'),
                  count(('FAIL', 'ok 1 /a\nnot ok 2 /b\nok 3 /c # SKIP no data\n')))


def a_crash_after_good_cases():
    return expect((1, '1 passed, 1 failed'), count(('ERROR', 'ok 1 /a\n')))


def a_program_without_tap():
    return expect((1, '0 passed, 1 failed'), count(('TIMEOUT', 'words\n')))


def nothing_at_all():
    return expect((1, '0 passed, 0 failed'), count())


def windows_once_more():
    with tempfile.TemporaryDirectory() as folder:
        for name, runs in (('log', (('valmius:ui / w', 'ERROR', '# the program: -9\n'),
                                    ('valmius:ui / dead', 'ERROR', '# the program: -11\n'),
                                    ('valmius:store / s', 'FAIL', 'not ok 1 /a\n'))),
                           ('again', (('valmius:ui / w', 'OK', 'ok 1 x\nok 2 y\n'),))):
            with open(f'{folder}/{name}', 'w', encoding='utf-8') as log:
                for test, result, output in runs:
                    log.write(json.dumps({'name': test, 'result': result, 'stdout': output}) + '\n')

        def told(*arguments):
            return subprocess.run([sys.executable, str(tap.ROOT / 'tests/project/count.py'),
                                   *arguments, f'{folder}/log'],
                                  stdout=subprocess.PIPE, text=True, check=False)

        done = told('--again', f'{folder}/again')
        return (expect('w\n', told('--windows').stdout)
                + expect((1, '2 passed, 2 failed'), (done.returncode, done.stdout.splitlines()[-1]))
                + expect(True, 'first ERROR, then OK' in done.stdout)
                + expect(True, 'died of signal 11: valmius:ui / dead' in done.stdout))


tap.main(windows_once_more, good_cases, bad_and_skipped_cases, a_crash_after_good_cases,
         a_program_without_tap, nothing_at_all, rows_of_a_benchmark, a_benchmark_that_fails)
