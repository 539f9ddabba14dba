#!/usr/bin/env python3
"""Translations: files listed, checks of msgfmt, nothing untranslated or fuzzy.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

usage: languages.py files | languages.py complete
"""
import pathlib
import re
import sys
import tempfile

import tap

# What the glib preset of Meson's i18n module gives to xgettext.
XGETTEXT = ['--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_',
            '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2',
            '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
            '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format',
            '--flag=NC_:2:pass-c-format', '--flag=g_dngettext:2:pass-c-format',
            '--flag=g_strdup_printf:1:c-format', '--flag=g_string_printf:2:c-format',
            '--flag=g_string_append_printf:2:c-format', '--flag=g_error_new:3:c-format',
            '--flag=g_set_error:4:c-format']

MARKED = re.compile(r'(?<![\w"])(_|N_|C_|NC_|ngettext|gettext)\s*\(\s*"')
# A number, a space at which lines break, a unit.
UNIT = re.compile(r'(%(\d\$)?(\d\d)?[sdu]|\d) '
                  r'(s|h|d|min|godz\.|δευτ\.|ώρ\.|ημ\.|λ\.|λεπ\.|δ\.|pv)(?!\w)')
TRANSLATABLE = re.compile(r'translatable="(yes|true)"')


def lines_of(path):
    return [line.strip() for line in tap.read(path).splitlines()
            if line.strip() and not line.startswith('#')]


def listed():
    return lines_of('po/POTFILES.in')


def languages():
    return lines_of('po/LINGUAS')


def every_file_with_strings_is_listed():
    wrong = []
    known = set(listed())
    for path in tap.sources('app/**/*.c', 'app/**/*.h'):
        if path.name != 'val-i18n.h' and MARKED.search(tap.read(path)) and str(path) not in known:
            wrong.append(f'{path}: has strings and is not in POTFILES.in')
    for path in tap.sources('resources/**/*.ui', 'app/**/*.ui'):
        if TRANSLATABLE.search(tap.read(path)) and str(path) not in known:
            wrong.append(f'{path}: has strings and is not in POTFILES.in')
    for path in tap.sources('resources/**/*.desktop.in', 'resources/**/*.metainfo.xml.in',
                            'resources/**/*.desktop.in.in', 'resources/**/*.metainfo.xml.in.in'):
        if str(path) not in known:
            wrong.append(f'{path}: is not in POTFILES.in')
    return wrong


def every_listed_file_exists():
    return [f'{name}: listed, but not there' for name in listed()
            if not (tap.ROOT / name).is_file()]


def the_list_is_sorted_and_single():
    names = listed()
    return [] if names == sorted(set(names)) else ['po/POTFILES.in is not sorted, or has doubles']


def msgfmt_finds_nothing():
    wrong = []
    for language in languages():
        code, said = tap.run('msgfmt', '-c', '--check-accelerators=_', '-o', '/dev/null',
                             str(tap.ROOT / 'po' / f'{language}.po'))
        if code or 'warning' in said:
            wrong += said.splitlines()
    return wrong


def numbers_keep_their_units():
    """Between a number and its unit stands a no-break space, in the source and in each language."""
    wrong = []
    for language in languages():
        _, text = tap.run('msgcat', '--no-wrap', str(tap.ROOT / 'po' / f'{language}.po'))
        for line in text.splitlines():
            if line.startswith(('msgid', 'msgstr')) and UNIT.search(line):
                wrong.append(f'{language}: a plain space before a unit: {line}')
    return wrong


def the_interface_has_strings():
    return [] if listed() else ['po/POTFILES.in is empty']


def template(folder):
    pot = pathlib.Path(folder) / 'valmius.pot'
    code, said = tap.run('xgettext', *XGETTEXT, '-o', str(pot), '-f',
                         str(tap.ROOT / 'po' / 'POTFILES.in'), cwd=tap.ROOT)
    if code:
        raise RuntimeError(said)
    return pot


def missing(language, folder):
    """Messages of the program, as it is now, that a language lacks or has only guessed."""
    po = tap.ROOT / 'po' / f'{language}.po'
    merged = pathlib.Path(folder) / f'{language}.po'
    code, said = tap.run('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', str(merged), str(po),
                         str(template(folder)))
    if code:
        raise RuntimeError(said)
    found = []
    for kind in ('--untranslated', '--only-fuzzy'):
        _, text = tap.run('msgattrib', '--no-obsolete', '--no-wrap', kind, str(merged))
        entries = text.split('\n\n')[1:]
        for entry in entries:
            match = re.search(r'^msgid (".*")$', entry, re.MULTILINE)
            place = re.search(r'^#: (\S+)', entry, re.MULTILINE)
            if match:
                where = place.group(1) if place else '?'
                found.append(f'{language}: {kind[2:]}: {where}: {match.group(1)}')
    return found


def every_string_is_translated():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for language in languages():
            wrong += missing(language, folder)
    return wrong


if sys.argv[1:] == ['complete']:
    tap.main(the_interface_has_strings, every_string_is_translated)
else:
    tap.main(every_file_with_strings_is_listed, every_listed_file_exists,
             the_list_is_sorted_and_single, msgfmt_finds_nothing, numbers_keep_their_units)
