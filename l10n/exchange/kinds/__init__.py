"""Kinds of files that come back, one module a kind, known by what is in them.

A kind's module has

- `TITLE`: what people call it;
- `recognises(head, path)`: the file, of which these are the first bytes, is one of it. Looks at the name last, as mail
  programs and people rename files. Never raises;
- `read(path)`: what is in it, see `gate.IncomingFile`. L10nError with file and line, or cell, for what is none; a unit
  that cannot be told from others is in `refused` instead. Declares its limits, and resolves no entity;
- `leftover(path, refused)`: the bytes of a file of this kind with these units alone, which can come in again; None if
  the kind cannot write one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from l10n import plugins
from l10n.errors import L10nError
from l10n.exchange.gate import IncomingCatalogue, IncomingFile, Returned
from l10n.files import refuse_special

__all__ = ["ExchangeKind", "IncomingCatalogue", "IncomingFile", "of_file"]

_HEAD = 4096
_OTHERS = {
    b"<tmx": ("a translation memory (TMX)", "l10n memory import FILE"),
    b"<martif": ("a glossary (TBX)", "l10n glossary convert FILE"),
    b"<tbx": ("a glossary (TBX)", "l10n glossary convert FILE"),
    b'"l10n-review-patch"': ("a review patch", "l10n review apply FILE"),
    b"msgid ": ("a catalogue", "l10n git merge puts two versions of one together; l10n adopt takes another program's"),
}
"""What other files begin with, what they are, and which command takes them."""


class ExchangeKind(Protocol):
    """The module of a kind; see above what it promises."""

    TITLE: str

    @staticmethod
    def recognises(head: bytes, path: Path) -> bool:
        """The file is of this kind."""

    @staticmethod
    def read(path: Path) -> IncomingFile:
        """What is in the file."""

    @staticmethod
    def leftover(path: Path, refused: Sequence[Returned]) -> bytes | None:
        """A file with these units alone."""


def of_file(path: Path) -> ExchangeKind:
    """The kind of this file; L10nError that names the right command for others, or the kinds that there are."""
    head = _head(path)
    kinds = [cast("ExchangeKind", module) for module in plugins.modules(__name__).values()]
    for kind in kinds:
        if kind.recognises(head, path):
            return kind
    plain = head.replace(b"\0", b"").lower()  # UTF-16 as well
    for sign, (what, command) in _OTHERS.items():
        if sign in plain:
            raise L10nError(f"{path}: {what}", command)
    titles = ", ".join(kind.TITLE for kind in kinds)
    raise L10nError(
        f"{path}: none of the kinds of files that come back", f"{titles}; OmegaT: l10n import omegat FOLDER"
    )


def _head(path: Path) -> bytes:
    try:
        refuse_special(path)
        with path.open("rb") as file:
            return file.read(_HEAD)
    except IsADirectoryError:
        raise L10nError(f"{path}: a folder", "name files; an OmegaT project: l10n import omegat FOLDER") from None
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from None
