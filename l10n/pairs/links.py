"""Addresses of the same page: in another language, or by a secure connection."""

from __future__ import annotations

import re
from collections.abc import Collection

_SCHEME = re.compile(r"(?:https?:)?//|mailto:")
_REGION = re.compile(r"[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3})$")


def is_localised(address: str, other: str, source_language: str, language: str) -> bool:
    """The other address leads to the page in this language, or is the same with or without https and www.

    The language may stand where the address has none: example.org/page, example.org/de/page.

    An encyclopedia calls its articles otherwise in each language: there it is enough that the host names the language.
    """
    (host, *path), (other_host, *other_path) = _parts(address), _parts(other)
    known = {source_language, language}
    labels, other_labels = _labels(host, known), _labels(other_host, known)
    if labels[1:] != other_labels[1:] or not host:
        return False
    if labels[0] == source_language and other_labels[0] in {language, ""}:
        return True
    if labels[0] not in {"", other_labels[0]}:
        return False
    own, theirs = ([_code(part, known) for part in parts] for parts in (path, other_path))
    return own == theirs or (language in other_path and [*filter(None, own)] == [*filter(None, theirs)])


def _parts(address: str) -> list[str]:
    """The host and the parts of the path; a slash at the end is one, too."""
    bare = _SCHEME.sub("", address, count=1)
    host, slash, path = bare.partition("/")
    return [host.lower(), *(path.split("/") if slash else ())]


def _labels(host: str, known: Collection[str]) -> list[str]:
    """The language that the host names first, empty if it names none, and the rest of the host."""
    first, _, rest = host.partition(".")
    return [first, rest] if first in known and "." in rest else ["", host.removeprefix("www.")]


def _code(part: str, known: Collection[str]) -> str:
    """A part of a path; the same for each of the languages."""
    return "" if part and _REGION.sub("", part).lower() in known else f"/{part}"
