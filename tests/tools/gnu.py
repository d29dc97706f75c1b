"""GNU gettext."""

from __future__ import annotations

from pathlib import Path

from tests.tools import call

ALL_IN_BULK = ("--clear-fuzzy", "--clear-previous")


def msgmerge(path: Path, template: Path, *options: str) -> None:
    """A colleague brings the catalogue up to date with the template, old msgids kept."""
    call("msgmerge", "--quiet", "--previous", "--no-wrap", *options, f"--output-file={path}", path, template)


def msgmerge_without_guesses(path: Path, template: Path) -> None:
    """The same, and changed msgids get no old text."""
    msgmerge(path, template, "--no-fuzzy-matching")


def msgattrib(path: Path) -> None:
    """A plain save."""
    call("msgattrib", "--no-wrap", f"--output-file={path}", path)


def accept_all(path: Path) -> None:
    """Somebody accepts whatever is fuzzy, in bulk."""
    call("msgattrib", "--no-wrap", *ALL_IN_BULK, f"--output-file={path}", path)


def msgcat(path: Path, width: int | None) -> None:
    """A save as Poedit's, wrapped at this width; None for no wrap."""
    wrap = "--no-wrap" if width is None else f"--width={width}"
    call("msgcat", wrap, f"--output-file={path}", path)
