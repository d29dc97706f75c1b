"""The lines that a project gets, at the end of files that stay as they are."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import refuse_special, sizes, write_bytes
from l10n.workflow.init.surroundings import Surroundings

_MOST = 1 << 20
IGNORED = ("l10n.db", "l10n.db-*", ".l10n-drafts.db*", ".l10n.lock", "build/")
"""The translation memory and what SQLite has beside it, what a run keeps for itself, and finished articles."""


def settings(source: str, targets: Sequence[str], sources: Sequence[str], around: Surroundings) -> tuple[str, ...]:
    """The settings, a line each."""
    return (
        f"source-language = {_value(source)}",
        f"targets = {_value(list(targets))}",
        *([f"sources = {_value(list(sources))}"] if sources else []),
        *([f"locales = {_value(around.locales)}"] if around.locales not in ("", "locales") else []),
        *([f"catalogues = {_value(around.catalogues)}"] if around.catalogues else []),
    )


def _value(value: str | list[str]) -> str:
    """Strings of JSON are strings of TOML, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def add_settings(folder: Path, lines: Sequence[str]) -> Path:
    """Add them to pyproject.toml if there is one, else make l10n.toml; the file that has them now.

    Raises L10nError if pyproject.toml cannot be read or have another table at its end, and WriteError.
    """
    path = folder / "pyproject.toml"
    if not path.exists():
        path = folder / "l10n.toml"
        write_bytes(path, _longer(b"", lines))
        return path
    old = _content(path)
    new = _longer(old + (b"" if old.endswith(b"\n") else b"\n"), ("", "[tool.l10n]", *lines))
    try:
        tomllib.loads(new.decode("utf-8-sig"))
    except ValueError as error:
        raise L10nError(f"{path}: cannot take [tool.l10n] at its end: {error}", "mend it, or move it away") from None
    write_bytes(path, new)
    return path


def ignore(folder: Path) -> tuple[Path, tuple[str, ...]] | None:
    """Have git leave aside what is not for it; the file and the lines that it lacked, None outside of repositories.

    Raises L10nError for a file that cannot be read, and WriteError.
    """
    path = folder / ".gitignore"
    if not any((parent / ".git").exists() for parent in (folder.absolute(), *folder.absolute().parents)):
        return None
    old = _content(path) if path.exists() else b""
    present = {line.strip().strip(b"/") for line in old.splitlines()}
    lines = tuple(line for line in IGNORED if line.strip("/").encode() not in present)
    if not lines:
        return None
    write_bytes(path, _longer(old + (b"" if not old or old.endswith(b"\n") else b"\n"), lines))
    return path, lines


def _content(path: Path) -> bytes:
    try:
        refuse_special(path, "put a file there, or move it away")
        return sizes.content(path, "make it smaller", _MOST)
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check its permissions") from None


def _longer(old: bytes, lines: Sequence[str]) -> bytes:
    """With more lines at the end, which end as the others do."""
    line_end = "\r\n" if b"\r\n" in old else "\n"
    return old + "".join(f"{line}{line_end}" for line in lines).encode()
