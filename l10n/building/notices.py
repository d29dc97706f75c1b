"""What readers of an article are told of machine text in it that nobody has reviewed."""

from __future__ import annotations

from enum import Enum

from l10n import documents
from l10n.languages import PIVOT, record
from l10n.languages.codes import base


class Disclosure(Enum):
    """Whether an article says that machine text is in it that nobody has reviewed."""

    WRITTEN = "written"
    OFF = "off"
    """Nobody has asked for a notice."""
    NO_ROOM = "no room"
    """The format has no room for a notice, or this file lacks it."""


def disclosed(data: bytes, form: str, language: str, notice: bool | str) -> tuple[bytes, Disclosure]:
    """The finished file with the notice, in the words that are given or in those of the language; English if it has
    none. `form` is the name of the file's format.
    """
    with_notice = getattr(documents.named(form), "with_notice", None)
    if not notice or with_notice is None:
        return data, Disclosure.NO_ROOM if notice else Disclosure.OFF
    words, own = (notice, language) if isinstance(notice, str) else _words(language)
    noticed = with_notice(data, words, own)
    return noticed, Disclosure.NO_ROOM if noticed == data else Disclosure.WRITTEN


def _words(language: str) -> tuple[str, str]:
    """The words, and the language that they are in."""
    words = record(base(language)).notice
    return (words, language) if words else (record(PIVOT).notice, PIVOT)
