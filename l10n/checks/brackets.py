"""Brackets do not match, or were lost.

Every bracket that opens has to close; a parenthesis of the source usually is one in the
translation, or stands between commas or dashes. Where the text is shorter without it, that is noted.

Bad:  Die Konferenz (MCSC) beginnt. | The conference (MCSC begins.
Bad:  Die Konferenz (MCSC) beginnt. | The conference MCSC) begins.
Bad ru: Die große Konferenz (MCSC 2026) in München | Конференция в Мюнхене
Good ru: Die Konferenz (MCSC) in München | Конференция MCSC в городе Мюнхене
Good: Die Konferenz (MCSC) beginnt. | The conference (MCSC) begins.
Good: a) Das Haus | a) The house
Good: Das ist alles. | That is all;)
Good ru: a. Das Haus | а) Дом
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.left_out import left_out
from l10n.pairs.pair import Pair
from l10n.text.visible import FILLER

SEVERITY = Severity.ERROR
ALONE = True

_PAIRS = {")": "(", "]": "[", "}": "{"}
_BRACKETS = frozenset("()[]{}")
_POINTED = frozenset("⟨⟩‹›⟪⟫")
_OPEN = frozenset("([{")
_CONTENT = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(r"(?<=[\"'„“”«»‘’‚`‹›])[()\[\]{}](?=[\"'„“”«»‘’`‹›])|(?<=\\)[()\[\]{}]|(?<!\S)[:;]-?[()]+(?!\w)")
"""A bracket that is spoken of, or escaped, or the mouth of a face."""
_FACE = re.compile(r"[:;]-?\)\Z")
"""Right behind a word, where it may close a bracket as well."""
_LABEL = re.compile(r"\w{1,3}[)\]]")
"""At the beginning of an item: a) or 12)."""
_ORDINAL = re.compile(r"(?:[^\W\d_]|\d{1,3}|[ivxIVX]{1,4})[.)\]](?!\S)")
"""The same in the source, where it may have a full stop."""
_TELLING = re.compile(r"\d|[A-ZÄÖÜА-ЯƏİ]{2}")
"""A figure or an abbreviation."""


def check(pair: Pair) -> Iterator[Hit]:
    """Compared by kind; a translation may drop or add a whole pair, but not all of them."""
    source, target = pair.source_chars & _BRACKETS, pair.target_chars & _BRACKETS
    if (not source and not target) or not any(map(str.isalnum, pair.target)):
        return
    own, text = pair.source_plain, pair.target_plain
    if not own or _ORDINAL.match(own):
        own, text = _without_label(own), _without_label(text)
    wrong = _unmatched(_QUOTED.sub(_filled, text))
    if wrong is not None and not _FACE.search(text, 0, wrong + 1) and _unmatched(_QUOTED.sub(_filled, own)) is None:
        if pair.source and (_unmatched(pair.target) is None or not pair.source_chars.isdisjoint(_POINTED)):
            return  # an arrow, or they match, and what seems to be code has one of them: a backtick is missing
        bracket = pair.target_plain[wrong]
        word = "closed" if bracket in _OPEN else "opened"
        yield Hit(f"“{bracket}” is never {word}", (wrong, wrong + 1))
    elif source & _OPEN and not target and _unmatched(pair.source_plain) is None:
        for match in _CONTENT.finditer(pair.source_plain):
            if _TELLING.search(match[0]) and left_out([match.span()], pair):
                yield Hit("the brackets are gone", source_span=match.span(), severity=Severity.INFO)


def _without_label(text: str) -> str:
    """The text of an item, as long as before, without its letter or number."""
    label = _LABEL.match(text)
    return FILLER * label.end() + text[label.end() :] if label else text


def _filled(match: re.Match[str]) -> str:
    return FILLER * len(match[0])


def _unmatched(text: str) -> int | None:
    """The place of the first bracket without a partner."""
    opened: list[int] = []
    for position, character in enumerate(text):
        if character not in _BRACKETS:
            continue
        if character in _OPEN:
            opened.append(position)
        elif not opened or text[opened.pop()] != _PAIRS[character]:
            return position
    return opened[0] if opened else None
