#!/usr/bin/env python3
"""B4: from the start to the first frame, beside an empty libadwaita window.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: run-session bench-start.py VALMIUS VALMIUS-CLI BARE-WINDOW FIRST-FRAME.so IMPORT-ROWS CENTRE
"""
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time

import bench_row

ROUNDS = 9


def start(preload, command):
    """Wall ms, CPU ms and peak KiB at the first frame."""
    with tempfile.NamedTemporaryFile() as result:
        environment = dict(os.environ, LD_PRELOAD=preload, BENCH_RESULT=result.name, GTK_A11Y='none',
                           BENCH_BEGAN_US=str(time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000))
        subprocess.run(command, env=environment, timeout=60, check=True)
        return [float(word) for word in result.read().split()]


def say(what, own, bare, goal):
    wall, cpu = ([statistics.median(one[i] for one in many) for many in (own, bare)]
                 for i in (0, 1))
    bench_row.say('B4', f'first frame, {what}', cpu[0] / cpu[1], '', '<=', goal,
                  f'{cpu[0]:.1f} ms main-thread CPU, {wall[0]:.0f} wall; bare window {cpu[1]:.1f}, '
                  f'{wall[1]:.0f}')


def load(path):
    spec = importlib.util.spec_from_file_location('loaded', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    window, cli, bare_window, preload, rows, centre = map(os.path.abspath, sys.argv[1:7])
    print('1..1')
    with tempfile.TemporaryDirectory() as folder:
        demo, big, full, csv = (os.path.join(folder, name)
                                for name in ('demo.db', 'big.db', 'full.db', 'rows.csv'))
        quiet = {'stdout': subprocess.DEVNULL, 'check': True}
        subprocess.run([cli, '--database', demo, 'init', '--demo'], **quiet)
        subprocess.run([cli, '--database', big, 'init'], **quiet)
        load(rows).write_rows(csv, int(os.environ.get("BENCH_ROWS", 1_000_000)))
        subprocess.run([cli, '--database', big, 'import', csv, '--as', 'assessments'], **quiet)
        load(centre).make(cli, full)
        runs = {'demo': [], 'big': [], 'full': [], 'bare': []}
        for i in range(ROUNDS + 1):
            for name, command in (('bare', [bare_window]), ('demo', [window, '--database', demo]),
                                  ('big', [window, '--database', big]),
                                  ('full', [window, '--database', full])):
                figures = start(preload, command)
                if i > 0:
                    runs[name].append(figures)
    say('demo centre', runs['demo'], runs['bare'], 1.15)
    say('a million scores', runs['big'], runs['bare'], 1.25)
    say('5,000 people, 1 M scores, notes', runs['full'], runs['bare'], 1.25)
    peaks = [statistics.median(one[2] for one in runs[name]) for name in ('full', 'bare')]
    grown = (peaks[0] - peaks[1]) / 1024
    bench_row.say('B4', 'first frame, memory beyond a bare window', grown, 'MiB', '<=', 30,
                  f'{peaks[0] / 1024:.1f} MiB')
    print('ok 1 bench')


if __name__ == "__main__":
    main()
