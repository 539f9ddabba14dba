"""Runs check functions as TAP cases: a check returns the list of what is wrong.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import subprocess
import sys
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Skip(Exception):
    """The check has nothing to look at here."""


def sources(*patterns):
    """Files of the project that match, sorted, as paths relative to its root."""
    found = set()
    for pattern in patterns:
        found.update(p.relative_to(ROOT) for p in ROOT.glob(pattern)
                     if p.is_file() and not p.relative_to(ROOT).parts[0].startswith('build'))
    return sorted(found)


def read(path):
    return (ROOT / path).read_text(encoding='utf-8')


def run(*command, **options):
    """Exit code and everything that was written."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=dict(os.environ, LC_ALL='C.UTF-8'), check=False, **options)
    return done.returncode, done.stdout


def main(*checks):
    print(f'1..{len(checks)}')
    failures = 0
    for number, check in enumerate(checks, 1):
        name = check.__name__.replace('_', '-')
        try:
            wrong = check()
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}')
            continue
        except Exception:  # a check that breaks has failed
            wrong = traceback.format_exc().splitlines()
        for line in wrong:
            print('#', line)
        failures += bool(wrong)
        print('not ok' if wrong else 'ok', number, name)
        sys.stdout.flush()
    sys.exit(1 if failures else 0)
