"""Editors that people use: Emacs po-mode, driven by its keys in a terminal, and what OmegaT does to a file."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from l10n.catalogue import po
from tests.conftest import missing, program
from tests.tools import call

_PATIENCE = 60.0
_PLAIN = "(setq make-backup-files nil auto-save-default nil create-lockfiles nil ring-bell-function 'ignore)"
_WHERE = '(progn (package-initialize) (princ (locate-library "po-mode")) (terpri))'
_SUBEDIT = "(Text) --"


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person does to one entry."""

    entry: int
    """Its place in the file, from 1; 0 is the header."""
    text: str = ""
    """What is typed in place of the msgstr; nothing if the text stays."""
    accept: bool = False
    """Unfuzzy."""
    comment: str = ""
    """What is typed in place of all translator comments."""
    note: str = ""
    """What is typed on a line of its own below them."""


def omegat(path: Path) -> None:
    """OmegaT's own filter for PO files writes no fuzzy flags and no previous msgids (omegat's PoFilter.java)."""
    old = po.read(path)
    entries = tuple(replace(entry, flags=_without_fuzzy(entry.flags), previous=()) for entry in old.entries)
    po.write(path, replace(old, entries=entries))


def po_mode(path: Path, edits: Sequence[Edit]) -> None:
    """Emacs in po-mode: go to each entry, edit it, save, quit."""
    library = _po_mode_library()
    with tempfile.TemporaryDirectory() as folder:  # pytest's own names are too long for a socket's
        terminal = _Terminal(Path(folder))
        try:
            terminal.start(path, library)
            for edit in edits:
                terminal.edit(edit)
            terminal.save_and_quit()
        finally:
            terminal.close()


def has_po_mode() -> bool:
    """Emacs, po-mode and tmux are installed."""
    return all(map(shutil.which, ("emacs", "tmux"))) and _library() is not None


def _po_mode_library() -> str:
    for name in ("emacs", "tmux"):
        program(name)
    return _library() or missing("needs po-mode for Emacs (Debian: gettext-el), which is not installed")


@cache
def _library() -> str | None:
    found = call("emacs", "-q", "--batch", "--eval", _WHERE).splitlines()
    return next((line for line in found if Path(line).stem == "po-mode"), None)


class _Terminal:
    """Emacs in a terminal with a server, home and settings of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(self, path: Path, library: str) -> None:
        """Open the file."""
        home = ("env", f"HOME={self.folder}", "LC_ALL=C.UTF-8")
        emacs = ("emacs", "-nw", "-Q", "--eval", _PLAIN, "-l", library, "--visit", path.absolute(), "-f", "po-mode")
        self.tmux("new-session", "-d", "-x", 200, "-y", 60, shlex.join(map(str, (*home, *emacs))))
        self.until(lambda screen: "(PO) --" in screen)

    def edit(self, edit: Edit) -> None:
        """Go there, type, accept."""
        self.keys("<", *["n"] * edit.entry)
        if edit.text:
            self.type("Enter", edit.text)
        if edit.comment:
            self.type("#", edit.comment)
        if edit.note:
            self.type("#", edit.note, ("M->", "C-b"))  # before the "<" that ends the window
        if edit.accept:
            self.keys("Tab")

    def type(self, key: str, text: str, before: Sequence[str] = ("C-x", "h", "C-w")) -> None:
        """In the window that the key opens, after these keys; all that is there goes, if no others are named."""
        self.keys(key)
        self.until(lambda screen: _SUBEDIT in screen)
        self.keys(*before)
        self.tmux("send-keys", "-l", "--", text)
        self.keys("C-c", "C-c")
        self.until(lambda screen: _SUBEDIT not in screen)

    def save_and_quit(self) -> None:
        """Until the file is whole and Emacs has gone."""
        self.keys("C-x", "C-s")
        self.until(lambda screen: "Wrote " in screen or "(No changes need to be saved)" in screen)
        self.keys("C-x", "C-c")

    def close(self) -> None:
        """End our own server, whatever is left in it."""
        with contextlib.suppress(AssertionError):
            self.tmux("kill-server")

    def keys(self, *names: str) -> None:
        """Press keys; Emacs takes them in their order, however long each needs."""
        self.tmux("send-keys", *names)

    def until(self, condition: Callable[[str], bool]) -> None:
        """Wait for what the screen shows."""
        end = time.monotonic() + _PATIENCE
        while not condition(screen := self.tmux("capture-pane", "-p")):
            assert time.monotonic() < end, f"Emacs does not go on:\n{screen}"
            time.sleep(0.05)

    def tmux(self, *arguments: object) -> str:
        """Speak to our server."""
        return call("tmux", "-u", "-S", self.folder / "tmux", "-f", os.devnull, *arguments)


def _without_fuzzy(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(flag for flag in flags if flag != "fuzzy")
