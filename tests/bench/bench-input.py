#!/usr/bin/env python3
"""B6: what a key or a change of page costs the main thread; bench-input carries it out.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: bench-input.py CENTRE VALMIUS-CLI RUN-SESSION BENCH-INPUT [PART]
BENCH_ROUNDS: how often, 3 unless told

The same is done in some windows, one after the other, each on a fresh copy of the same file, and of
each event the median counts: what the program does is long in all of them. A machine that is shared
stretches any five milliseconds of anybody to twenty now and then, in processor time as well; among
600 events some always meet that, and the goals are asked of the worst ones.
"""
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

TURN, LONGEST_TURN, FRAME = 8, 16.7, 2
FEW = 20  # events, of which there is no 99th percentile
PARTS = ('longest', 'sum', 'paint')


def load(path):
    spec = importlib.util.spec_from_file_location('centre', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(words):
    """The three lists of a line."""
    lists, times = {}, None
    for word in words:
        if word in PARTS:
            times = lists[word] = []
        else:
            times.append(float(word))
    return lists


def carry_out(command):
    """What a blank frame takes, and (what, lists) of each kind of event."""
    blank, found = None, []
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        if line.startswith('1..0'):
            print(line)
            sys.exit(0)
        if line.startswith('BLANK '):
            blank = float(line.split()[1])
        elif line.startswith('EVENTS '):
            what, times = line.removeprefix('EVENTS ').rsplit(': ', 1)
            found.append((what, read(times.split())))
        elif line.startswith('#'):
            print(line)
    return blank, found


def medians(rounds):
    """Of each event that of all rounds; painting by the blank frame of its own round."""
    for same in zip(*(found for _blank, found in rounds), strict=True):
        lists = {}
        for part in PARTS:
            scaled = [[time / (blank if part == 'paint' else 1) for time in one[part]]
                      for (blank, _found), (_what, one) in zip(rounds, same, strict=True)]
            lists[part] = [statistics.median(times) for times in zip(*scaled, strict=True)]
        yield same[0][0], lists


def at(times, share):
    return sorted(times)[min(int(share * len(times)), len(times) - 1)]


def verdict(longest, frame=0):
    return ('met' if (len(longest) < FEW or at(longest, .99) <= TURN)
            and max(longest) <= LONGEST_TURN and frame <= FRAME else 'MISSED')


def say(what, lists):
    longest, frame = lists['longest'], at(lists['paint'], .5)
    print(f'# B6 {what:<34} {len(longest):>3} events: longest turn p50 {at(longest, .5):5.1f} '
          f'p99 {at(longest, .99):5.1f} max {max(longest):5.1f} ms; '
          f'all turns p50 {at(lists["sum"], .5):5.1f} max {max(lists["sum"]):5.1f} ms; '
          f'frame p50 {frame:.1f} x blank: {verdict(longest, frame)}')


def main():
    centre, cli, session, program = map(os.path.abspath, sys.argv[1:5])
    rounds = []
    print('1..1')
    with tempfile.TemporaryDirectory() as folder:
        path, copy = (os.path.join(folder, name) for name in ('centre.db', 'copy.db'))
        load(centre).make(cli, path)
        for _ in range(int(os.environ.get('BENCH_ROUNDS', 3))):
            shutil.copy(path, copy)
            rounds.append(carry_out([session, program, copy, *sys.argv[5:]]))
    everything = list(medians(rounds))
    for what, lists in everything:
        say(what, lists)
    longest = [time for _what, lists in everything for time in lists['longest']]
    alone = [[time for _what, lists in found for time in lists['longest']]
             for _blank, found in rounds]
    print(f'# B6 all events, the median of {len(rounds)} rounds: p50 {at(longest, .5):.1f} p99 '
          f'{at(longest, .99):.1f} max {max(longest):.1f} ms of {len(longest)}, goal p99 <= {TURN}, '
          f'max <= {LONGEST_TURN}: {verdict(longest)} (single rounds: p99 '
          f'{", ".join(f"{at(one, .99):.1f}" for one in alone)}, max '
          f'{", ".join(f"{max(one):.1f}" for one in alone)})')
    print('ok 1 bench')


if __name__ == '__main__':
    main()
