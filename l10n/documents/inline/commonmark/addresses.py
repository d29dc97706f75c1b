"""Where links lead: those that say it themselves, and those whose address stands elsewhere in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from l10n.documents.inline.commonmark.events import events

_LABEL = re.compile(r"\]\[(?P<label>(?:[^\[\]\\]|\\.)+)\]\Z")
_SPECIAL = re.compile(r"[<>|\\\s]|&(?=#?\w)")
"""What an address in angle brackets must not have, or would not keep."""


def definitions(data: bytes) -> dict[str, str]:
    """The addresses of the references that links and pictures of a text in UTF-8 have, by label."""
    links = (event.value for event in events(data) if event.kind == "Start" and event.name in {"Link", "Image"})
    return {_key(link["id"]): link["dest_url"] for link in links if link["id"]}


def address(end: str, known: Mapping[str, str]) -> str:
    """Where a link with this end leads, from its `]` on; empty if nobody says it."""
    if label := _LABEL.match(end):
        return known.get(_key(label["label"]), "")
    told = events(f"[x{end}".encode("utf-8", "replace"), front_matter=False)
    links = (event.value for event in told if event.kind == "Start" and event.name == "Link")
    return next((str(link["dest_url"]) for link in links), "")


def written_out(mark: str, known: Mapping[str, str]) -> str:
    """The end of a link, or a picture, with the address itself for a reference that is known."""
    return _LABEL.sub(lambda label: _resolved(label, known), mark)


def close(to: str) -> str:
    """The end of a link that leads there."""
    return f"](<{_SPECIAL.sub(_encoded, to)}>)"


def _resolved(label: re.Match[str], known: Mapping[str, str]) -> str:
    to = known.get(_key(label["label"]))
    return close(to) if to else label[0]


def _encoded(sign: re.Match[str]) -> str:
    return "&amp;" if sign[0] == "&" else "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "replace"))


def _key(label: str) -> str:
    """Labels are the same whatever their case and white space (CommonMark 0.31.2, section 4.7)."""
    return " ".join(label.split()).casefold()
