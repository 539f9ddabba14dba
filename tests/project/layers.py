#!/usr/bin/env python3
"""Which room includes what: the table in CONTRIBUTING.md, checked.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import re

import tap

BELOW = {
    'base': set(),
    'domain': {'base'},
    'analytics': {'base', 'domain'},
    'store': {'base', 'domain', 'face'},
    'face': {'base', 'domain'},
    'exchange': {'base', 'domain'},
    'charts': {'base'},
    'reports': {'base', 'domain', 'analytics', 'charts'},
    'models': {'base', 'domain', 'analytics', 'face'},
    'widgets': {'base', 'charts'},
}
BELOW['dialogs'] = {'base', 'domain', 'analytics', 'face', 'exchange', 'charts', 'reports',
                    'models', 'widgets'}
BELOW['pages'] = BELOW['dialogs'] | {'dialogs'}
BELOW['shell'] = BELOW['pages'] | {'pages'}
BELOW['cli'] = {'base', 'domain', 'analytics', 'face', 'exchange', 'charts', 'reports'}

GTK_ROOMS = {'widgets', 'dialogs', 'pages', 'shell'}
PICTURE_ROOMS = GTK_ROOMS | {'charts', 'reports', 'cli'}
SYSTEM = (
    (re.compile(r'^sqlite3'), {'store'}),
    (re.compile(r'^(gtk|gdk|gsk|adwaita)'), GTK_ROOMS),
    (re.compile(r'^(cairo|pango)'), PICTURE_ROOMS),
    (re.compile(r'^json-glib'), {'exchange', 'reports', 'cli', 'store'}),
)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
SQL = re.compile(r'"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s'
                 r'|CREATE\s+(TABLE|INDEX|VIRTUAL)\s|DROP\s+(TABLE|INDEX)\s|PRAGMA\s)')


def room_of(path):
    parts = path.parts
    return 'face' if parts[1:3] == ('store', 'face') else parts[1]


def code():
    return [path for path in tap.sources('app/**/*.[ch]') if len(path.parts) > 2]


def every_room_is_known():
    return [f'{path}: a folder that the table does not name' for path in code()
            if room_of(path) not in BELOW]


def own_headers_come_from_below():
    headers = {path.name: room_of(path) for path in code() if path.suffix == '.h'}
    wrong = []
    for path in code():
        room = room_of(path)
        for kind, name in INCLUDE.findall(tap.read(path)):
            other = headers.get(name.split('/')[-1])
            if other and other != room and other not in BELOW.get(room, set()):
                wrong.append(f'{path}: {name} belongs to {other}')
            if kind == '"' and '/' in name:
                wrong.append(f'{path}: {name}: own headers are included by their name alone')
    return wrong


def system_headers_stay_in_their_rooms():
    wrong = []
    for path in code():
        room = 'store' if room_of(path) == 'face' else room_of(path)
        for _, name in INCLUDE.findall(tap.read(path)):
            for pattern, rooms in SYSTEM:
                if pattern.match(name) and room not in rooms:
                    wrong.append(f'{path}: <{name}>')
    return wrong


def the_face_shows_no_sqlite():
    return [f'{path}: <{name}>' for path in tap.sources('app/store/face/*.h')
            for _, name in INCLUDE.findall(tap.read(path)) if name.startswith('sqlite')]


def sql_is_in_the_store_only():
    return [f'{path}: {match.group(0)}' for path in code() if room_of(path) != 'store'
            for match in SQL.finditer(tap.read(path))]


tap.main(every_room_is_known, own_headers_come_from_below, system_headers_stay_in_their_rooms,
         the_face_shows_no_sqlite, sql_is_in_the_store_only)
