"""A URL or e-mail address was lost or changed.

An address that is not exactly right leads nowhere. If there is a page in the language, link to that on
purpose: such a link is only noted, and one to another site is a warning.

Bad:  Mehr auf https://example.org/de. | More at https://example.org/.
Bad:  Schreiben Sie an info@example.org. | Write to us.
Good: Mehr auf https://example.org/de. | More at https://example.org/de.
Good: Das meldet www.example.org. | Www.example.org reports that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import unescape

from l10n.checks import Hit
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.links import is_localised
from l10n.pairs.pair import Pair, addresses
from l10n.text.visible import FILLER

SEVERITY = Severity.ERROR

_RESERVED = re.compile(r"(?:^|[@/.])(example\.(?:com|net|org))(?![\w.-])")
_NOBODYS = re.compile(r"\.(?:example|invalid|test)(?![\w.-])")
"""Nobody's names, for examples."""

_HOST = re.compile(r"(?:[a-z][\w+.-]*:)?//([^\s/?#:]+)", re.IGNORECASE)
_ALIKE = 0.8
"""Two hosts that are more alike are one, with a slip."""
_WRAPPED = re.compile(r"\s+([^\s<>]+)(?=>)")
_PLACEHOLDER = re.compile(
    r"(?:^|[@/.])(?:my|your|some)?-?(?:somewhere|domain|proxy|host(?:name)?|server|(?:web)?site|company|foo|bar|foobar)"
    r"\.(?:com|net|org|name|tld|lan|local)(?![\w.-])"
)


def check(pair: Pair) -> Iterator[Hit]:
    """Each address of the source has to be in the translation as it is; one that is new there is worth a look."""
    if FILLER not in pair.source_plain and FILLER not in pair.target_plain:
        return
    source, target = _addresses(pair.source, pair.source_plain), _addresses(pair.target, pair.target_plain)
    text = unescape(pair.target.lower()) if "&" in pair.target_chars else pair.target.lower()
    for start, span in source.items():
        if unescape(start.lower()) not in text:
            address = _whole(start, span[1], pair.source)
            near = _nearest(address, [other for other in target if other not in pair.source], pair)
            target_span = target.pop(near) if near is not None else (0, 0)
            what = f"is “{near}” here" if near is not None else "is missing"
            severity = _severity(address, near, pair) if near is not None else None
            yield Hit(f"“{address}” {what}", target_span, span, severity=severity)
    whole = unescape("".join(pair.source.split()).lower()) if target else ""  # programs wrap addresses, too
    for address, span in target.items():
        if unescape(address.lower()) not in whole:
            yield Hit(f"“{address}” is not in the source", span, severity=Severity.WARNING)


def _whole(address: str, end: int, source: str) -> str:
    """The address with the rest that a program wrapped: <https://example.org/a- b>."""
    rest = _WRAPPED.match(source, end) if address.endswith("-") else None
    return address + rest[1] if rest else address


def _nearest(address: str, others: list[str], pair: Pair) -> str | None:
    """What seems to have become of it: the page in the other language, or else the first."""
    return next((other for other in others if _is_localised(address, other, pair)), others[0] if others else None)


def _severity(address: str, near: str, pair: Pair) -> Severity | None:
    """How grave it is that the address is this one here; None if it is an error."""
    if _is_example(address, near, pair) or _is_localised(address, near, pair):
        return Severity.INFO
    if pair.kind.is_technical and _RESERVED.search(address):
        return Severity.WARNING
    return Severity.WARNING if _is_other_site(address, near) else None


def _is_other_site(address: str, near: str) -> bool:
    """A page elsewhere, which translators may have chosen; a host with a slip in its name is none."""
    first, second = _HOST.match(address), _HOST.match(near)
    if first is None or second is None:
        return False
    return SequenceMatcher(None, first[1].lower(), second[1].lower(), autojunk=False).ratio() < _ALIKE


def _is_localised(address: str, other: str, pair: Pair) -> bool:
    return is_localised(address, other, pair.source_language, pair.language)


def _is_example(address: str, near: str, pair: Pair) -> bool:
    """No host has such a name, http://server/path; or in texts of programs it says what it stands for, www.domain.com,
    or both are at one for examples (RFC 2606).
    """
    if "://" in address and "." not in address.split("/")[2]:
        return True
    if pair.kind.is_technical and (_PLACEHOLDER.search(address) or _NOBODYS.search(address)):
        return True
    reserved = _RESERVED.search(address) if pair.kind.is_technical else None
    return reserved is not None and reserved[1] in near


def _addresses(text: str, plain: str) -> dict[str, Span]:
    if FILLER not in plain:
        return {}
    return {match[0]: match.span() for match in addresses(text)}
