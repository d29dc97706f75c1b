"""A space is missing, too many, or of the wrong kind.

No space before punctuation marks, one after; none inside brackets. `--fix` puts spaces right. Double spaces that a
whole catalogue has are noted once.

Bad:  Das Haus ist groß. | The house  is big.
Bad:  Er kam, sah und siegte. | He came , saw and conquered.
Bad:  Er kam, sah und siegte. | He came,saw and conquered.
Bad:  Das Haus ist groß. | The house is big.␣
Bad:  Die Quote stieg auf 3,4 %. | The rate rose to 3.4 %.
Bad ru: Er sagte „Komm“. | Он сказал « Приди ».
Bad:  Er kam, sah und siegte. | He came ,saw and conquered.
Bad:  Er kam. Sie ging. | He came .She went.
Bad:  Hallo %(name)s, willkommen! | Hello %(name)s , welcome!
Bad:  Das Haus (alt) | The house(old)
Bad:  Nutze System.Collections hier, bitte | Use System.Collections here,please
Good: Die Liste (Namen) | The name(s) (list)
Good: Nutze .Net | Use .Net
Good az: Er sagte „Komm“. | O ,,gəl'' dedi.
Good: „Ja“, sagte er. | »Yes«, he said, »no«.
Good: Die Quote stieg auf 3,4 %. | The rate rose to 3.4%.
Good: ␣Das Haus | ␣The house
Good: Und dann … | And then …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Edit, Hit
from l10n.languages import record
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.quotation import MARKS, is_reversed, marks, quotations
from l10n.text.visible import FILLER

SAFE = True
SEVERITY = Severity.WARNING
ALONE = True

_SPACE = " \u00a0\u202f\u2009"
_DOUBLE = re.compile(rf"(?<=\S)[{_SPACE}]{{2,}}(?=\S)")
_BEFORE = re.compile(rf"(?<=[\w\"”»“)\]{FILLER}])[{_SPACE}]+(?=([,;:!?.])(?!\1|[\w.)(/-]))")
_WRONG_SIDE = re.compile(
    rf"(?<=[\w\"”»“)\]])[{_SPACE}]+"
    r"(?:[,;](?=[^\W\d_])(?![^,'’‘]{0,60}['’‘](?!\w))|[.!?](?=[A-ZА-ЯƏİŞÇÖÜІЇЄҐ][^\W\d_A-ZА-ЯƏİŞÇÖÜІЇЄҐ]))"
)
"""But not the comma that stands for a low quotation mark: ,so'."""
_INSIDE = re.compile(rf"(?<=[(\[])[{_SPACE}]++|(?<![{_SPACE}])[{_SPACE}]++(?=[)\]])")
_BRACKET = re.compile(r"(?<=[^\W\d_]{3})\((?=[^\W\d_]{3})")
_AFTER = re.compile(
    rf"(?<=[^\W\d_]|{FILLER})[,;](?=[^\W\d_]|{FILLER})"
    r"|(?<=[^\W\d_A-ZА-Я][^\W\d_A-ZА-Я])[.!?:](?=[A-ZА-ЯƏİŞÇÖÜІЇЄҐ][^\W\d_])"
)
_NEAR = 2
"""Letters on either side by which a glued mark is known again."""
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
    if core and target[:head] != wanted and not _is_layout(source[: -len(source.lstrip())]):
        yield _edge("beginning", (0, head), wanted)
    wanted = source[len(source.rstrip(_SPACE)) :]
    if core and target[tail:] != wanted and not _is_layout(source[len(source.rstrip()) :]):
        yield _edge("end", (tail, len(target)), wanted)


def _is_layout(edge: str) -> bool:
    """Line breaks and indents around a text in a template mean nothing."""
    return "\n" in edge and edge != "\n"


def _edge(edge: str, span: Span, wanted: str) -> Hit:
    """Columns may be as wide as their language needs: another number of spaces is noted only."""
    message = f"{'no space' if wanted else 'a space'} at the {edge}, unlike the source"
    if wanted and span[0] < span[1]:
        return Hit(
            f"other spaces at the {edge} than in the source", span, edits=((*span, wanted),), severity=Severity.INFO
        )
    return Hit(message, span, edits=((*span, wanted),))


def _within(pair: Pair, text: str) -> Iterator[Hit]:
    for pattern, message, new in (
        (_DOUBLE, "more than one space", " "),
        (_BEFORE, "a space before the punctuation mark", ""),
        (_INSIDE, "a space inside brackets", ""),
    ):
        custom = pattern is _DOUBLE and pair.conventions is not None and pair.conventions.double_spaces
        wrong = [match for match in pattern.finditer(text) if not _is_set_apart(match, pair)]
        if wrong and not pattern.search(pair.source_plain):
            edits = tuple((*match.span(), new) for match in wrong)
            severity = Severity.INFO if custom else SEVERITY
            yield Hit(message, wrong[0].span(), edits=edits, severity=severity, custom=message if custom else "")
    yield from _quoted(pair, text)
    yield from _wrong_side(pair, text)
    yield from _after(pair, text)
    yield from _bracket(pair, text)


def _is_set_apart(match: re.Match[str], pair: Pair) -> bool:
    """The mark behind the space is one that the language has a space before: French « Non ! »"""
    marks = _set_apart(pair)
    return bool(marks) and match.string[match.end() : match.end() + 1] in marks


def _set_apart(pair: Pair) -> str:
    return pair.typography.spaced_marks if pair.typography else ""


def _quoted(pair: Pair, text: str) -> Iterator[Hit]:
    """Spaces within quotation marks, on both sides or on one."""
    if pair.target_chars.isdisjoint(MARKS):
        return
    edits = [edit for edit in _gaps(text) if not _is_of_guillemet(edit, text, pair)]
    if edits and not _gaps(pair.source_plain):
        yield Hit("a space inside quotation marks", edits[0][:2], edits=tuple(edits))


def _is_of_guillemet(gap: Edit, text: str, pair: Pair) -> bool:
    start, end, _ = gap
    return "»" in _set_apart(pair) and (text[start - 1] in "«‹" or text[end] in "»›")


def _gaps(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for opening, closing in quotations(marks(text, is_reversed(text))):
        start, end = opening.position + 1, closing.position
        inner = text[start:end]
        inches = text[start - 2 : start - 1].isdigit()
        if (core := inner.strip(_SPACE)) and not inches:
            first, last = start + inner.index(core[0]), start + len(inner.rstrip(_SPACE))
            edits += [(*span, "") for span in ((start, first), (last, end)) if span[0] < span[1]]
    return sorted(set(edits))


def _wrong_side(pair: Pair, text: str) -> Iterator[Hit]:
    """The space stands before the mark instead of after it."""
    wrong = list(_WRONG_SIDE.finditer(text))
    if wrong and not _WRONG_SIDE.search(pair.source_plain):
        edits = tuple(
            edit for match in wrong for edit in ((match.start(), match.end() - 1, ""), (match.end(), match.end(), " "))
        )
        yield Hit("the space belongs behind the punctuation mark", wrong[0].span(), edits=edits)


def _after(pair: Pair, text: str) -> Iterator[Hit]:
    """No space after a mark; what the source has just so is a name, what it glues elsewhere is its custom."""
    if not record(pair.language).script.spaced:
        return
    glued = {_around(match): match[0] for match in _AFTER.finditer(text)}
    source = {_around(match): match[0] for match in _AFTER.finditer(pair.source_plain)} if glued else {}
    custom = {mark for around, mark in source.items() if around not in glued}
    right = {around for around, mark in glued.items() if mark in custom or around.lower() in pair.source_lower}
    if len(right) < len(glued):
        wrong = [match for match in _AFTER.finditer(text) if _around(match) not in right]
        edits = tuple((match.end(), match.end(), " ") for match in wrong)
        yield Hit(f"no space after “{wrong[0][0]}”", wrong[0].span(), edits=edits)


def _around(match: re.Match[str]) -> str:
    """The mark and some letters on both sides."""
    return match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]


def _bracket(pair: Pair, text: str) -> Iterator[Hit]:
    """No space before a bracket, where the source has one: `file(s)` and `print(name)` are right."""
    source = pair.source_plain
    if source.count(" (") > text.count(" (") and not _BRACKET.search(source):
        edits = tuple((match.start(), match.start(), " ") for match in _BRACKET.finditer(text))
        if edits:
            yield Hit("no space before the bracket", (edits[0][0], edits[0][0] + 1), edits=edits)


def _percent(pair: Pair, text: str) -> Iterator[Hit]:
    """A custom that whole catalogues break, except in English: noted only."""
    if pair.typography is None:
        return
    usual = pair.conventions.percent if pair.conventions else None
    wanted = pair.typography.percent if usual is None else usual
    for match in _PERCENT.finditer(text):
        if match[1] != wanted:
            severity = SEVERITY if pair.typography.percent_always else Severity.INFO
            what = {"": "no space", " ": "a space"}.get(wanted, "a no-break space")
            edit = (*match.span(1), wanted)
            yield Hit(f"{what} belongs before the percent sign", match.span(), edits=(edit,), severity=severity)
