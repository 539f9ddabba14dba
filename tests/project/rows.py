#!/usr/bin/env python3
"""The table that ./dev bench ends with: every figure that has a goal, of all programs.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: rows.py LOG

LOG is Meson's; what the programs wrote stands above the table. A row that nobody measured is in it
too. The exit code is 1 when a program failed or none ran; a goal that was missed is no failure of
the run, and the last line counts them.
"""
import re
import sys

import count

ROWS = {
    'B1': 'import', 'B2': 'file to table', 'B3': 'pivot, index, readiness', 'B4': 'start',
    'B5': 'tables and matrix', 'B6': 'input', 'B7': 'charts', 'B8': 'search', 'B9': 'saving',
    'B10': 'workbook, PDF', 'B11': 'growth',
}
LINE = re.compile(r'# (B\d+) +(\S.*?): +([^:]+), goal (.+): (met|MISSED)(?: \((.*)\))?$')


def find(runs):
    """(row, what, result, goal, verdict, detail), in the order of the rows."""
    found = []
    for run in runs:
        for line in (run.get('stdout') or '').splitlines():
            match = LINE.match(line.strip())
            if match:
                found.append([' '.join((part or '').split()) for part in match.groups()])
    return sorted(found, key=lambda one: int(one[0][1:]))


def table(found):
    """Lines with columns of one width."""
    rows = [['', 'what', 'result', 'goal', '', '']]
    for row, name in ROWS.items():
        rows += [one for one in found if one[0] == row] or [[row, name, '-', '-', 'NOT MEASURED', '']]
    rows += [one for one in found if one[0] not in ROWS]
    widths = [max(len(one[i]) for one in rows) for i in range(5)]
    return ['  '.join([*(cell.ljust(width) for cell, width in zip(one, widths)), one[5]]).rstrip()
            for one in rows]


def main(path):
    runs = count.read(path)
    bad = [f"{run['name']}: {run['result']}" for run in runs if count.cases(run)[1]]
    for run in runs:
        print(f"== {run['name']}: {run['result']}")
        print((run.get('stdout') or '').rstrip())
    found = find(runs)
    print()
    print('\n'.join(table(found)))
    print()
    for name in bad:
        print('failed:', name)
    missed = sum(one[4] == 'MISSED' for one in found)
    absent = len(set(ROWS) - {one[0] for one in found})
    print(f'{len(runs)} programs, {len(bad)} failed; {len(found)} goals: {len(found) - missed} met, '
          f'{missed} MISSED' + (f'; {absent} of {len(ROWS)} rows not measured' if absent else ''))
    return 1 if bad or not runs else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
