#!/usr/bin/env python3
"""House rules that a compiler does not know: lengths, headers, platform, shell syntax.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import xml.etree.ElementTree as ElementTree

import tap

MAX_FILE = 700
MAX_FUNCTION = 80

# Newer than the pins, or deprecated in what runs today. The pins do not see .ui files.
FORBIDDEN = set('''
GtkFileDialog GtkAlertDialog GtkUriLauncher GtkFileLauncher GtkColorDialog GtkFontDialog
GtkColumnViewRow GtkListHeader GtkScrollInfo GtkGraphicsOffload
AdwNavigationSplitView AdwNavigationView AdwNavigationPage AdwOverlaySplitView AdwToolbarView
AdwBreakpoint AdwBreakpointBin AdwDialog AdwAlertDialog AdwPreferencesDialog AdwAboutDialog
AdwSwitchRow AdwSpinRow AdwBanner AdwSpinner AdwTabOverview AdwTabButton AdwLayoutSlot
AdwMultiLayoutView AdwBottomSheet AdwButtonRow AdwToggleGroup AdwWrapBox AdwShortcutsDialog
GtkTreeView GtkTreeViewColumn GtkTreeStore GtkListStore GtkIconView GtkCellRendererText
GtkCellView GtkComboBox GtkComboBoxText GtkDialog GtkMessageDialog GtkInfoBar
GtkEntryCompletion GtkAppChooserDialog GtkAppChooserButton GtkColorButton GtkFontButton
GtkColorChooserDialog GtkFontChooserDialog GtkFileChooserDialog GtkFileChooserWidget
GtkAssistant GtkLockButton GtkStatusbar GtkVolumeButton GtkShortcutLabel
'''.split())
# Windows that are allowed although their family became deprecated later.
WINDOW_TEMPLATE_ONLY = {'AdwLeaflet', 'AdwFlap'}

FUNCTION = re.compile(r'^(\w+) \([^;]*?\)\n\{\n(.*?)^\}', re.MULTILINE | re.DOTALL)


def c_files():
    return tap.sources('app/**/*.c', 'tests/**/*.c')


def files_are_short():
    wrong = []
    for path in c_files() + tap.sources('app/**/*.h'):
        lines = tap.read(path).count('\n')
        if lines > MAX_FILE:
            wrong.append(f'{path}: {lines} lines, {MAX_FILE} allowed')
    return wrong


def functions_are_short():
    wrong = []
    for path in c_files():
        for match in FUNCTION.finditer(tap.read(path)):
            lines = match.group(2).count('\n') + 2
            if lines > MAX_FUNCTION:
                wrong.append(f'{path}: {match.group(1)}: {lines} lines, {MAX_FUNCTION} allowed')
    return wrong


def every_file_says_its_licence():
    wrong = []
    for path in c_files() + tap.sources('app/**/*.h', 'tests/**/*.py'):
        start = tap.read(path)[:600]
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in start or 'Valmius dev' not in start:
            wrong.append(f'{path}: no licence line')
    return wrong


def nothing_is_left_for_later():
    word = re.compile(r'\b(TODO|FIXME|XXX)\b')
    return [f'{path}: {match.group(0)}' for path in c_files() + tap.sources('app/**/*.h')
            for match in word.finditer(tap.read(path))]


def ui_files_use_the_platform():
    wrong = []
    for path in tap.sources('resources/**/*.ui', 'app/**/*.ui'):
        for element in ElementTree.parse(tap.ROOT / path).iter():
            name = element.get('class') if element.tag in ('object', 'template') else None
            parent = element.get('parent') if element.tag == 'template' else None
            for used in (name, parent):
                if used in FORBIDDEN:
                    wrong.append(f'{path}: {used}')
                if used in WINDOW_TEMPLATE_ONLY and 'window' not in path.name:
                    wrong.append(f'{path}: {used} outside of the window')
    return wrong


def code_uses_the_platform():
    def snake(name):
        return re.sub(r'(?<=[a-z])(?=[A-Z])', '_', name).lower()
    words = '|'.join(sorted(FORBIDDEN | {snake(name) + r'_\w+' for name in FORBIDDEN}))
    pattern = re.compile(rf'\b({words})\b')
    allowed = re.compile(r'^gtk_(dialog_error|color_dialog_error)')
    return [f'{path}: {match.group(0)}' for path in tap.sources('app/**/*.[ch]')
            for match in pattern.finditer(tap.read(path)) if not allowed.match(match.group(0))]


def no_machine_paths():
    pattern = re.compile(r'/(work|home/\w+|root)/')
    files = tap.sources('app/**/*', 'resources/**/*', 'flatpak/*', 'po/*', '*.md', 'dev', '.ci/*')
    wrong = []
    for path in files:
        try:
            text = tap.read(path)
        except UnicodeDecodeError:
            continue
        wrong += [f'{path}: {match.group(0)}' for match in pattern.finditer(text)]
    return wrong


def shell_scripts_parse():
    wrong = []
    for path in tap.sources('dev', '.ci/*', 'flatpak/*', 'tests/**/*'):
        with open(tap.ROOT / path, 'rb') as start:
            if not re.match(rb'#!.*\b(ba|da)?sh\b', start.readline()):
                continue
        code, said = tap.run('bash', '-n', str(tap.ROOT / path))
        if code:
            wrong.append(f'{path}: {said}')
    return wrong


def python_scripts_parse():
    wrong = []
    for path in tap.sources('tests/**/*.py'):
        try:
            compile(tap.read(path), str(path), 'exec')
        except SyntaxError as error:
            wrong.append(f'{path}: {error}')
    return wrong


tap.main(files_are_short, functions_are_short, every_file_says_its_licence,
         nothing_is_left_for_later, ui_files_use_the_platform, code_uses_the_platform,
         no_machine_paths, shell_scripts_parse, python_scripts_parse)
