#!/usr/bin/env python3
"""A function in a header is for others: somebody outside of its own file uses it.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import collections
import re

import tap

COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)
DECLARED = re.compile(r'^[A-Za-z][\w *]*?\b(val_\w+) \(', re.MULTILINE)
DEFINED = re.compile(r'^(val_\w+) \(', re.MULTILINE)
NAME = re.compile(r'\bval_\w+\b')


def texts(*patterns):
    return {path: COMMENT.sub('', tap.read(path)) for path in tap.sources(*patterns)}


def every_public_function_is_used():
    headers = texts('app/**/*.h')
    # What a header does with it itself, in a macro for example, is a use; declaring it is none.
    used = collections.Counter()
    for text in headers.values():
        used.update(NAME.findall(text))
        used.subtract(DECLARED.findall(text))
    for text in texts('app/**/*.c', 'tests/**/*.[ch]').values():
        used.update(set(NAME.findall(text)) - set(DEFINED.findall(text)))
    # G_DECLARE_… brings the function of a type whether or not anybody asks for the type.
    return [f'{path}: {name} () is used by nobody outside of its own file'
            for path, text in headers.items() for name in DECLARED.findall(text)
            if used[name] <= 0 and not name.endswith('_get_type')]


if __name__ == '__main__':
    tap.main(every_public_function_is_used)
