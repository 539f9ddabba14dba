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


def count(*runs):
    """Exit code and last line for programs given as (result, output)."""
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        for result, output in runs:
            log.write(json.dumps({'name': 'x', 'result': result, 'stdout': output}) + '\n')
        log.flush()
        done = subprocess.run([sys.executable, str(tap.ROOT / 'tests/project/count.py'), log.name],
                              stdout=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stdout.splitlines()[-1]


def expect(wanted, got):
    return [] if wanted == got else [f'wanted {wanted}, got {got}']


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

        def say(*arguments):
            return subprocess.run([sys.executable, str(tap.ROOT / 'tests/project/count.py'),
                                   *arguments, f'{folder}/log'],
                                  stdout=subprocess.PIPE, text=True, check=False)

        done = say('--again', f'{folder}/again')
        return (expect('w\n', say('--windows').stdout)
                + expect((1, '2 passed, 2 failed'), (done.returncode, done.stdout.splitlines()[-1]))
                + expect(True, 'first ERROR, then OK' in done.stdout)
                + expect(True, 'died of signal 11: valmius:ui / dead' in done.stdout))


tap.main(windows_once_more, good_cases, bad_and_skipped_cases, a_crash_after_good_cases,
         a_program_without_tap, nothing_at_all)
