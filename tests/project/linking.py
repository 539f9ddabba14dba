#!/usr/bin/env python3
"""The command line runs where there is no display: it links no toolkit.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: linking.py VALMIUS-CLI
"""
import os
import re
import sys

import tap

PROGRAM = sys.argv[1]


def libraries_it_names():
    code, said = tap.run('readelf', '-d', PROGRAM)
    if code:
        return [said]
    return [line.strip() for line in said.splitlines() if '(NEEDED)' in line and
            re.search(r'\[lib(gtk|gdk|gsk|adwaita)', line)]


def libraries_it_loads():
    code, said = tap.run('ldd', PROGRAM)
    if code:
        raise tap.Skip('ldd does not work here')
    return [line.strip() for line in said.splitlines()
            if re.search(r'lib(gtk|gdk|gsk|adwaita)', line)]


def no_toolkit_symbol():
    code, said = tap.run('nm', '-D', '--undefined-only', PROGRAM)
    if code:
        return [said]
    return [line.strip() for line in said.splitlines() if re.search(r' U (gtk|gdk|adw)_', line)]


def it_runs_without_a_display():
    for name in ('DISPLAY', 'WAYLAND_DISPLAY'):
        os.environ.pop(name, None)
    code, said = tap.run(PROGRAM, '--help')
    return [f'exit {code}: {said}'] if code < 0 or code > 2 else []


tap.main(libraries_it_names, libraries_it_loads, no_toolkit_symbol, it_runs_without_a_display)
