# driver.py: drives the real window through the accessibility bus
#
# Copyright 2026 Valmius developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What works on the oldest GTK that is supported: finding by role and name, actions, text and
selection; keys and clicks go through the X server. A click takes effect some time later, so
everything is asked for again and again until it is true or the patience ends."""

import gettext
import os
import pathlib
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 20
CLASS_NAME = re.compile('(Gtk|Adw|Gdk|Val)[A-Z]')


class NotFound(AssertionError):
    pass


def wait_until(check, what, patience=PATIENCE):
    """The first true answer of check(); NotFound when there is none in time."""
    end = time.monotonic() + patience
    while True:
        try:
            answer = check()
        except (gi.repository.GLib.Error, NotFound):
            answer = None  # the thing went away while it was looked at
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotFound(what)
        time.sleep(0.1)


def spaced(text):
    """Where a line may not be broken is a space like any other."""
    return text.replace("\u00a0", " ")


def plain(name):
    """A name without mnemonic and without what GTK 4.8 repeats: '_Delete Delete' is 'Delete'."""
    words = spaced(name or "").replace("_", "")
    half = len(words) // 2
    if len(words) % 2 == 1 and words[half] == " " and words[:half] == words[half + 1:]:
        words = words[:half]
    return words


def text_of(node):
    text = node.get_text_iface()
    if text is None:
        return ""
    return spaced(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))


def is_showing(node):
    """GTK 4.8 says SHOWING of windows only; what it hides loses VISIBLE, but for other pages of a
    stack, which a test therefore tells apart by what stands on them."""
    return node.get_state_set().contains(Atspi.StateType.VISIBLE)


def walk(node):
    """The thing and all below it. What goes away meanwhile is left out."""
    yield node
    try:
        count = node.get_child_count()
    except gi.repository.GLib.Error:
        return
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
        except gi.repository.GLib.Error:
            continue
        if child is not None:
            yield from walk(child)


def near(node, depth):
    """The thing and what is near below it."""
    yield node
    for i in range(node.get_child_count() if depth > 0 else 0):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from near(child, depth - 1)


def manage_windows():
    """A window manager that is ready. The one of the program before must have gone: a second one
    ends at once, and a window that is shown to a dying one stays unseen."""
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)

    def ready():
        assert manager.poll() is None, "another window manager is there"
        # What an earlier one left on the root window names a window that is gone.
        root = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"],
                              capture_output=True, text=True).stdout.split()
        return root[-1:] and root[-1].startswith("0x") and subprocess.run(
            ["xprop", "-id", root[-1], "_NET_SUPPORTING_WM_CHECK"], capture_output=True,
            text=True).stdout.strip().endswith(root[-1])

    wait_until(ready, "the window manager")
    return manager


class App:
    def __init__(self, program, *arguments, language="en", environment=None):
        Atspi.init()
        words = gettext.translation("valmius", pathlib.Path(program).parent / "po", [language],
                                    fallback=language == "en")
        self.pages = words.gettext("Pages")
        self.environment = dict(os.environ, LANGUAGE=language, LC_ALL="C.UTF-8",
                                G_DEBUG="fatal-warnings", **(environment or {}))
        self.manager = manage_windows()
        self.process = subprocess.Popen([program, *arguments], env=self.environment)
        self.root = wait_until(self._find_application, "the program on the accessibility bus")
        self.key_window = None

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            print(f"# the program: {self.process.poll() or 'running'}; what was on the screen:")
            for line in self.describe():
                print("#", line)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.manager.terminate()
        self.manager.wait(10)
        return False

    def describe(self):
        for node in walk(self.root):
            try:
                if is_showing(node):
                    yield f"{node.get_role_name()}: {plain(node.get_name())!r} {text_of(node)!r}"
            except gi.repository.GLib.Error:
                pass

    def nodes(self, role=None):
        for node in walk(self.root):
            try:
                wanted = (role is None or node.get_role_name() == role) and is_showing(node)
            except gi.repository.GLib.Error:
                continue
            if wanted:
                yield node

    def find(self, role, name=None, contains=None, patience=PATIENCE):
        """The first showing thing of this role with this name, or with this in name or text."""
        name = name if name is None else spaced(name)
        contains = contains if contains is None else spaced(contains)

        def look():
            for node in self.nodes(role):
                own = plain(node.get_name())
                if name is not None and own != name:
                    continue
                if contains is not None and contains not in own and contains not in text_of(node):
                    continue
                return node
            return None

        return wait_until(look, f"{role} {name or contains!r}", patience)

    def has(self, role, name=None, contains=None):
        try:
            return self.find(role, name, contains, 0) is not None
        except NotFound:
            return False

    def label(self, contains, patience=PATIENCE):
        return self.find("label", contains=contains, patience=patience)

    def toast(self, contains, frame=None):
        """A toast with these words. A walk through all of the window may take longer than it
        stays, so only the place of toasts is looked at, in the main window or in another frame."""

        def look():
            for node in near(frame or self.find("frame"), 4 if frame is None else 6):
                if node.get_name() == "AdwToastWidget" and any(
                        contains in plain(n.get_name()) for n in walk(node)):
                    return node
            return None

        return wait_until(look, f"toast {contains!r}")

    def act(self, node, action=None):
        """Carries out a thing's action: the named one, or its first."""
        count = node.get_n_actions()
        names = [node.get_action_name(i) for i in range(count)]
        if action is None:
            index = 0
        else:
            index = names.index(action)
        if not count or not node.do_action(index):
            raise AssertionError(f"{node.get_role_name()} {node.get_name()!r} cannot {action}")
        self.let_windows_settle(0.7)

    def click(self, role, name=None, contains=None):
        node = self.find(role, name, contains)
        if node.get_n_actions():
            self.act(node)
        else:
            # A menu button keeps its action on the toggle inside.
            inner = next(n for n in walk(node) if n.get_n_actions())
            self.act(inner)

    def window_of(self, title):
        """The open window with this title, or None."""
        for i in range(self.root.get_child_count()):
            window = self.root.get_child_at_index(i)
            if window is not None and plain(window.get_name()) == title:
                return window
        return None

    def opened(self, title):
        window = wait_until(lambda: self.window_of(title), title)
        self.let_windows_settle()
        return window

    def closed(self, title):
        wait_until(lambda: self.window_of(title) is None, f"{title} to close")
        self.let_windows_settle()

    def open_by(self, title, **button):
        """Clicks what opens the window with this title. A page is made anew when its numbers have
        come; what was clicked at that moment is gone, and it is clicked again."""
        for _ in range(3):
            self.click("push button", **button)
            try:
                wait_until(lambda: self.window_of(title), title, 5)
                break
            except NotFound:
                pass
        return self.opened(title)

    def window_action(self, action):
        """An action of the window: 'win.undo'."""
        frame = self.find("frame")
        self.act(frame, action)

    def type_into(self, node, text):
        node.get_editable_text_iface().set_text_contents(text)

    def focus_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self.process.pid)], capture_output=True, text=True)
        windows = found.stdout.split()
        if windows:
            self.key_window = windows[-1]
            subprocess.run(["xdotool", "windowactivate", "--sync", self.key_window],
                           stderr=subprocess.DEVNULL)

    def count_windows(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self.process.pid)], capture_output=True, text=True)
        return len(found.stdout.split())

    def let_windows_settle(self, quiet=1.0):
        """Waits until windows have neither come nor gone for a while. Asks the X server and not the
        accessibility bus: GTK 4.8 warns of itself, which is fatal here, when it is asked about a
        window at the very moment that window is taken down."""
        count, since = self.count_windows(), time.monotonic()
        end = since + 30
        while self.process.poll() is None and time.monotonic() < min(since + quiet, end):
            time.sleep(0.1)
            now = self.count_windows()
            if now != count:
                count, since = now, time.monotonic()

    def wait_for_windows(self, count):
        wait_until(lambda: self.process.poll() is not None or self.count_windows() == count,
                   f"{count} windows", 40)
        self.let_windows_settle()

    def open_page(self, name):
        """A page of the sidebar by its id, such as 'people': Alt and its place in the list. While
        the file is being opened there are no pages, and a key is lost: it is pressed again until
        the page is marked in the sidebar."""
        source = pathlib.Path(__file__).resolve().parents[2] / 'app/shell/val-pages.c'
        names = re.findall(r'^  { "([a-z]+)",', source.read_text(), re.M)
        place = names.index(name)

        def chosen():
            rows = list(near(self.find("list", self.pages, patience=0), 1))[1:]
            return rows[place].get_state_set().contains(Atspi.StateType.SELECTED)

        self.key_until(f'alt+{place + 1}', chosen, f'the page {name}')

    def key_until(self, key, check, what):
        """Presses a key that does no harm when it is pressed twice, until what it is for is
        there."""
        end = time.monotonic() + PATIENCE * 2
        while True:
            self.key(key)
            try:
                return wait_until(check, what, 4)
            except NotFound:
                if time.monotonic() > end:
                    raise

    def key(self, *keys):
        self.focus_window()
        for one in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", one], check=True)
            time.sleep(0.05)
            if one in ("Return", "Escape"):
                self.let_windows_settle(0.7)

    def press(self, node):
        """The mouse, in the middle of a thing of the window that has the keyboard, scrolled there
        by the wheel: for what has no action on the bus."""
        self.focus_window()
        frame = node
        while frame.get_parent().get_role_name() != "application":
            frame = frame.get_parent()
        height = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW).height

        def middle():
            box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
            return box.x + box.width // 2, box.y + box.height // 2

        def use(x, y, button):
            # Not --sync: that waits for ever when the pointer is there already.
            subprocess.run(["xdotool", "mousemove", "--window", self.key_window, str(x), str(y),
                            "sleep", "0.1", "click", button], check=True)
            time.sleep(0.2)

        for _ in range(40):
            if middle()[1] < height - 30:
                break
            use(middle()[0], height // 2, "5")
        x, y = middle()
        use(x + 5, y + 5, "1")  # a window has a rim of five pixels here

    def save_as(self, path, proposed):
        """Answers the dialog that asks for a file, in which a name with this ending stands."""
        self.find("text", contains=proposed)
        self.let_windows_settle()
        self.type_into(self.find("text", contains=proposed), path)
        self.key("Return")

    def hold_names(self):
        """Everything that takes the focus has a name that is not a class name."""
        bad = []
        for node in self.nodes():
            if not node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
                continue
            name = plain(node.get_name())
            if CLASS_NAME.match(name) or (not name and node.get_role_name() in
                                          ('push button', 'toggle button', 'image', 'text',
                                           'check box', 'combo box', 'spin button', 'slider')):
                parent = node.get_parent()
                if parent.get_name() == 'AdwToastWidget':
                    continue  # libadwaita 1.2 gives the closing button of its toasts no name
                bad.append(f'{node.get_role_name()} {name!r} in {parent.get_role_name()} '
                           f'{parent.get_name()!r} of '
                           f'{[plain(n.get_name()) for n in walk(parent)][:12]}')
        assert not bad, sorted(set(bad))

    def clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True,
                              timeout=10).stdout.decode()

    def picture(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)
