#!/usr/bin/env python3
"""Counts test cases in Meson's log: each TAP line is one, and a program without TAP is one.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: count.py [--again LOG2] LOG
       count.py --windows LOG

--windows names the programs of the real
window that failed, but for those in which Valmius died of a signal: that is never put down to a
busy machine. --again counts what they did when they were run once more, and says so.

The last line is "N passed, N failed", with ", N skipped" when some were. The exit code is 1 when
something failed, or when nothing ran at all.
"""
import json
import re
import signal
import sys

CASE = re.compile(r'^(not )?ok\b(?:[^#\\]|\\.)*(#\s*(skip|todo)\b.*)?', re.IGNORECASE)
GOOD = {'OK', 'EXPECTEDFAIL', 'SKIP'}


def cases(run):
    """Passed, failed and skipped of one program."""
    passed = failed = skipped = 0
    for line in (run.get('stdout') or '').splitlines():
        match = CASE.match(line)
        if not match:
            continue
        directive = (match.group(3) or '').lower()
        if directive == 'skip':
            skipped += 1
        elif match.group(1) and directive != 'todo':
            failed += 1
        else:
            passed += 1
    good = run['result'] in GOOD
    if passed + failed + skipped == 0:
        if run['result'] == 'SKIP':
            skipped = 1
        elif good:
            passed = 1
    # A program that crashed or ran out of time after its last good case has failed all the same.
    if not good and failed == 0:
        failed = 1
    return passed, failed, skipped


def read(path):
    try:
        with open(path, encoding='utf-8', errors='replace') as log:
            return [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        return []


def died(run):
    """The signal of which Valmius died while it was driven; not one that a test itself sends."""
    said = (run.get('stdout') or '') + (run.get('stderr') or '')
    signals = [int(n) for n in re.findall(r'the program(?::| ended with) -(\d+)', said)]
    return next((n for n in signals if n not in (signal.SIGKILL, signal.SIGTERM)), None)


def run_again(runs, path):
    """The same programs, those that were run once more by what they did then."""
    second = {run['name']: run for run in read(path)}
    for run in runs:
        if run['name'] in second:
            print(f"once more, alone: {run['name']}: first {run['result']}, "
                  f"then {second[run['name']]['result']}")
        elif died(run):
            print(f"the program died of signal {died(run)}: {run['name']}")
    return [second.get(run['name'], run) for run in runs]


def main(arguments):
    path = arguments[-1]
    if '--windows' in arguments:
        for run in read(path):
            if run['result'] not in GOOD and ':ui / ' in run['name'] and not died(run):
                print(run['name'].split(' / ')[-1])
        return 0
    total = [0, 0, 0]
    bad = []
    runs = read(path)
    if '--again' in arguments:
        runs = run_again(runs, arguments[arguments.index('--again') + 1])
    for run in runs:
        counts = cases(run)
        total = [sum(pair) for pair in zip(total, counts)]
        if counts[1]:
            bad.append(f"{run['name']}: {run['result']}")
    for name in bad:
        print('failed:', name)
    print(f'{len(runs)} programs')
    line = f'{total[0]} passed, {total[1]} failed'
    print(line + (f', {total[2]} skipped' if total[2] else ''))
    return 1 if total[1] or not runs else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
