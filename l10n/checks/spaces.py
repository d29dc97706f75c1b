"""A space is missing, too many, or of the wrong kind.

No space before punctuation marks, one behind; none inside brackets. What a whole catalogue does otherwise is only
noted. `--fix` puts spaces right.

Bad:  Das Haus ist groß. | The house  is big.
Bad:  Er kam, sah und siegte. | He came , saw and conquered.
Bad:  Er kam, sah und siegte. | He came,saw and conquered.
Bad:  Das Haus ist groß. | The house is big.␣
Bad:  Die Quote stieg auf 3,4 %. | The rate rose to 3.4 %.
Bad ru: Er sagte „Komm“. | Он сказал « Приди ».
Good: Die Quote stieg auf 3,4 %. | The rate rose to 3.4%.
Good: ␣Das Haus | ␣The house
Good: Und dann … | And then …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.linguistics.pair import FILLER, Pair
from l10n.linguistics.quotation import STRAIGHT, marks
from l10n.model import Severity

SAFE = True
SEVERITY = Severity.WARNING

_SPACE = " \u00a0\u202f\u2009"
_DOUBLE = re.compile(rf"(?<=\S)[{_SPACE}]{{2,}}(?=\S)")
_BEFORE = re.compile(rf"(?<=[\w\"”»“)\]])[{_SPACE}]+(?=[,;:!?.](?![\w.)(/-]))")
_INSIDE = re.compile(rf"(?<=[(\[«„])[{_SPACE}]+|[{_SPACE}]+(?=[)\]»])")
_AFTER = re.compile(
    rf"(?<=[^\W\d_]|{FILLER})[,;](?=[^\W\d_]|{FILLER})"
    r"|(?<=[^\W\d_A-ZА-Я][^\W\d_A-ZА-Я])[.!?:](?=[A-ZА-ЯƏİŞÇÖÜІЇЄҐ][^\W\d_])"
)
_PERCENT = re.compile(rf"(?<=\d)([{_SPACE}]*)%")


def check(pair: Pair) -> Iterator[Hit]:
    """At the edges, within, and before the percent sign; what the source has, too, may stay."""
    yield from _edges(pair)
    text = pair.target_plain
    if pair.irregular:
        yield from _within(pair, text)
    if "%" in pair.target_chars:
        yield from _percent(pair, text)


def _edges(pair: Pair) -> Iterator[Hit]:
    source, target = pair.source, pair.target
    if not (target[:1].isspace() or target[-1:].isspace() or source[:1].isspace() or source[-1:].isspace()):
        return
    core = target.strip(_SPACE)
    head, tail = len(target) - len(target.lstrip(_SPACE)), len(target.rstrip(_SPACE))
    wanted = source[: len(source) - len(source.lstrip(_SPACE))]
    if core and target[:head] != wanted:
        word = "no space" if wanted else "a space"
        yield Hit(f"{word} at the beginning, unlike the source", (0, head), edits=((0, head, wanted),))
    wanted = source[len(source.rstrip(_SPACE)) :]
    if core and target[tail:] != wanted:
        word = "no space" if wanted else "a space"
        yield Hit(f"{word} at the end, unlike the source", (tail, len(target)), edits=((tail, len(target), wanted),))


def _within(pair: Pair, text: str) -> Iterator[Hit]:
    for pattern, message, new in (
        (_DOUBLE, "more than one space", " "),
        (_BEFORE, "a space before the punctuation mark", ""),
        (_INSIDE, "a space inside brackets or quotation marks", ""),
    ):
        custom = pattern is _DOUBLE and pair.conventions is not None and pair.conventions.double_spaces
        match = pattern.search(text)
        if match and not pattern.search(pair.source_plain):
            edits = tuple((*one.span(), new) for one in pattern.finditer(text))
            yield Hit(message, match.span(), edits=edits, severity=Severity.INFO if custom else SEVERITY)
    yield from _straight(pair, text)
    match = _AFTER.search(text)
    if match and match[0] not in _glued(pair.source_plain):
        edits = tuple((one.end(), one.end(), " ") for one in _AFTER.finditer(text))
        yield Hit(f"no space after “{match[0]}”", match.span(), edits=edits)


def _straight(pair: Pair, text: str) -> Iterator[Hit]:
    """Spaces on the inner side of straight quotation marks, which only their order tells."""
    if STRAIGHT not in pair.target_chars:
        return
    edits = []
    for mark in marks(text):
        place = mark.place + 1 if mark.opens else mark.place - 1
        if mark.matched and mark.character == STRAIGHT and 0 <= place < len(text) and text[place] in _SPACE:
            edits.append((place, place + 1, ""))
    if edits:
        start, end, _ = edits[0]
        yield Hit("a space inside quotation marks", (start, end), edits=tuple(edits))


def _glued(text: str) -> set[str]:
    return {match[0] for match in _AFTER.finditer(text)}


def _percent(pair: Pair, text: str) -> Iterator[Hit]:
    """A custom that whole catalogues break, except in English: noted only."""
    if pair.typography is None:
        return
    usual = pair.conventions.percent if pair.conventions else None
    wanted = pair.typography.percent if usual is None else usual
    for match in _PERCENT.finditer(text):
        if match[1] != wanted:
            severity = SEVERITY if pair.language == "en" else Severity.INFO
            what = {"": "no space", " ": "a space"}.get(wanted, "a no-break space")
            edit = (*match.span(1), wanted)
            yield Hit(f"{what} belongs before the percent sign", match.span(), edits=(edit,), severity=severity)
