"""Quotation marks are not those of the language, do not match, or were lost.

English has “ ” and within them ‘ ’, Russian and Ukrainian « » and within them „ “, Azerbaijani “ ” or « ». Straight
ones are a matter of custom, told once where many texts of the catalogue have them (`mixed-quotes`); marks within
others are noted, and so are single ones of another language where the source has single ones. A quotation may begin in
one segment and end in another, and speech may be interrupted: «Да, — сказал он. — People leave the marks of names, or
of words that they quote once within a sentence of their own, out on purpose, and that is only noted. Where the whole
text is a quotation, their loss is an error.

Bad:  Er sagte „Komm“. | He said „Come“.
Bad:  Er sagte „Komm“. | He said “Come.
Bad:  Er sagte: „Ich komme nicht mehr.“ | He said: I come no more.
Bad ru: Er sagte „Komm“. | Он сказал „Приди“.
Bad uk: Er sagte „Komm“. | Він сказав “Прийди”.
Bad az: Er sagte „Komm“. | O „gəl“ dedi.
Good: Er sagte „Komm“. | He said “Come”.
Good ru: Er sagte „Komm“. | Он сказал «Приди».
Good az: Er sagte „Komm“. | O «gəl» dedi.
Good: „Wir kommen. | “We are coming.
Good en-ru: 'We came, | «Мы пришли,
Good en-ru: “They said ‘Come’”, he said. | «Они сказали: «Идите», — сказал он.
Bad ru: Man sprach von „Freunden“. | Говорили о друзьях.
Good: Das Haus der Müllers | The Millers’ house
Good en-de: our <b>old</b> page | unsere <b>»alte«-Seite</b>
Good: Nutze printf("x") und „b“ | Use printf("x") and “b”
Good: Nutze {"a": 1} | Use {"a": 1}
Bad:  »Ja«, sagte er. | »Yes«, he said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.checks import Edit, Hit
from l10n.languages import record
from l10n.languages.knowledge import knows
from l10n.languages.record import Typography
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.quotation import (
    MARKS,
    SINGLE,
    STRAIGHT,
    QuotationMark,
    apostrophes,
    fits,
    is_reversed,
    loose,
    marks,
    quotations,
    wanted,
)
from l10n.text.apostrophe import alike
from l10n.text.names import is_title
from l10n.text.sentences import sentences

SAFE = True
SEVERITY = Severity.WARNING
ALONE = True
NEEDS = ("typography",)

_SPEECH = 5
"""Spaces from which a quotation is speech, which has to have marks."""
_FEW = 3
"""Words of a quotation whose marks are a matter of style: “hard look”."""
_ESCAPED = re.compile(r'\\"')
_ARROWS = frozenset("»›")
_DASHES = ("–", "—", "-")


def check(pair: Pair) -> Iterator[Hit]:
    """The form of the marks, then their number."""
    if pair.source_chars.isdisjoint(MARKS) and pair.target_chars.isdisjoint(MARKS):
        return
    if pair.typography is None or pair.verbatim:
        return
    source, target = (marks(text, is_reversed(text)) for text in (pair.source_plain, pair.target_plain))
    if _are_arrows(target, pair):
        return
    yield from _form(pair, target, pair.typography)
    if '""' not in pair.source:  # as spreadsheets write them: nobody knows which are meant
        yield from _number(pair, source, target)


def _are_arrows(target: Sequence[QuotationMark], pair: Pair) -> bool:
    """They lead from menu to menu: Datei » Öffnen."""
    text = pair.target_plain
    return len({mark.character for mark in target}) == 1 and all(
        mark.character in _ARROWS and text[mark.position - 1 : mark.position + 2] == f" {mark.character} "
        for mark in target
    )


def _form(pair: Pair, target: list[QuotationMark], typography: Typography) -> Iterator[Hit]:
    wrong = [mark for mark in target if mark.character != STRAIGHT and _is_wrong(mark, pair, typography)]
    kept = _literal(pair, target)
    straight = [mark for mark in target if mark.character == STRAIGHT and mark.position not in kept]
    usual = "".join(typography.quotes[0])
    if wrong:
        span = (wrong[0].position, wrong[-1].position + 1)
        used = "".join(dict.fromkeys(mark.character for mark in wrong))
        severity = Severity.INFO if all(_is_custom(mark, pair) for mark in wrong) else SEVERITY
        custom = f"other quotation marks than {usual}" if all(_is_usual(mark, pair) for mark in wrong) else ""
        if all(mark.depth for mark in wrong):
            custom = f"within quotations, other marks than {typography.inner[0]}"
        message, edits = f"quotation marks {used} instead of {usual}", _edits([*wrong, *straight], typography)
        yield Hit(message, span, edits=edits, severity=severity, custom=custom)
    elif straight and not (pair.conventions and pair.conventions.straight_quotes):
        severity = SEVERITY if pair.conventions and knows(pair.language, "customs") else Severity.INFO
        span = (straight[0].position, straight[-1].position + 1)
        yield Hit(
            f"straight quotation marks instead of {usual}", span, edits=_edits(straight, typography), severity=severity
        )


def _is_wrong(mark: QuotationMark, pair: Pair, typography: Typography) -> bool:
    """A single one without a partner may be an apostrophe, or an arrow that the source has, too: Next ›.

    Single ones of the language are right where the source has single ones: ‘No’, say headlines.
    """
    alone = mark.character in SINGLE or mark.character in pair.source_chars
    if fits(mark, typography) or (alone and not mark.matched):
        return False
    inner = {character for marks_of_pair in typography.inner for character in marks_of_pair}
    return mark.character not in inner & SINGLE or not _has_single(pair)


def _is_custom(mark: QuotationMark, pair: Pair) -> bool:
    """It stands within others, many texts have it, or the source has single ones, too."""
    single = mark.character in SINGLE and (not pair.source or _has_single(pair))
    return bool(mark.depth) or _is_usual(mark, pair) or single


def _is_usual(mark: QuotationMark, pair: Pair) -> bool:
    return pair.conventions is not None and mark.character in pair.conventions.usual_quotes


def _has_single(pair: Pair) -> bool:
    """The source has single quotation marks."""
    return not pair.source_chars.isdisjoint(SINGLE) or any(apostrophes(pair.source))


def _number(pair: Pair, source: list[QuotationMark], target: list[QuotationMark]) -> Iterator[Hit]:
    if pair.continued:
        return
    if source and not target and _are_foreign(pair, source):
        return
    if source and not target and loose(source) == (0, 0) and not any(apostrophes(alike(pair.target_plain))):
        span = (source[0].position, source[-1].position + 1)
        yield Hit("the quotation marks are gone", source_span=span, severity=_lost(pair, list(_outer(source))))
    elif loose(target) != loose(source) and not (
        _unsure(pair, source) or _goes_on(pair, target) or _ends_with_backslash(pair)
    ):
        for mark in target:
            if not mark.matched:
                word = "closed" if mark.opens else "opened"
                span = (mark.position, mark.position + 1)
                yield Hit(f"the quotation is never {word}: {mark.character}", span, severity=_unpaired(pair))
                return


def _are_foreign(pair: Pair, source: list[QuotationMark]) -> bool:
    """The words stand as they are in a text of Cyrillic letters, which set names apart as well as marks would."""
    cyrillic = pair.typography is not None and pair.typography.cyrillic
    quoted = [pair.source_plain[start + 1 : end] for start, end in _outer(source)] if cyrillic else []
    return bool(quoted) and all(any(map(str.isalpha, text)) and text in pair.target_plain for text in quoted)


def _unpaired(pair: Pair) -> Severity:
    """Of a source text of one sentence a note: it may be part of a speech that runs over paragraphs."""
    if pair.source:
        return Severity.ERROR
    return SEVERITY if sentences(pair.target_plain, pair.language) > 1 else Severity.INFO


def _lost(pair: Pair, outer: Sequence[Span]) -> Severity:
    """An error if somebody says the whole text; a note if people left the marks of names or of one quotation out."""
    text = pair.source_plain
    quoted = [text[start + 1 : end] for start, end in outer]
    around = text[: outer[0][0]], text[outer[-1][1] + 1 :]
    whole = len(outer) == 1 and not any(map(str.isalnum, "".join(around)))
    if whole:
        return Severity.ERROR if quoted[0].count(" ") >= _SPEECH else SEVERITY
    within = _is_minor(quoted, pair.source_language) or (len(quoted) == 1 and 2 * len(quoted[0]) < len(text))
    minor = pair.conventions and within and not around[0].rstrip().endswith(":")
    return Severity.INFO if minor else SEVERITY


def _is_minor(quoted: Sequence[str], lang: str) -> bool:
    """A single quotation of few words, or names: “The Rachel Maddow Show”. Of a noun with a capital nobody can tell."""
    names = not record(lang).noun_capitals and all(map(is_title, quoted))
    return names or (len(quoted) == 1 and len(quoted[0].split()) <= _FEW)


def _goes_on(pair: Pair, target: list[QuotationMark]) -> bool:
    """The speech is interrupted at the end, or one mark closes two quotations of the same kind."""
    alone = [mark for mark in target if not mark.matched]
    if not all(mark.opens for mark in alone):
        return False
    nested = _has_single(pair)
    inner = {mark.character for mark in target if mark.matched and mark.opens and mark.depth}
    return pair.target.rstrip().endswith(_DASHES) or (nested and len(alone) == 1 and alone[0].character in inner)


def _ends_with_backslash(pair: Pair) -> bool:
    """All marks have a partner if a backslash is no part of an escape, but the last character that is quoted."""
    text = pair.target_plain
    for match in _ESCAPED.finditer(pair.target):
        text = text[: match.start()] + match[0] + text[match.end() :]
    return text != pair.target_plain and loose(marks(text)) == (0, 0)


def _outer(text_marks: list[QuotationMark]) -> Iterator[Span]:
    """Where the outer quotations are, without their closing marks."""
    return ((opening.position, closing.position) for opening, closing in quotations(text_marks) if opening.depth == 0)


def _literal(pair: Pair, target: list[QuotationMark]) -> set[int]:
    """Places of straight quotation marks whose quotation the source has just so, or that give a value: code."""
    if STRAIGHT not in pair.source_chars:
        return set()
    straight = [
        quotation for quotation in quotations(target) if {quotation[0].character, quotation[1].character} == {STRAIGHT}
    ]
    return {
        mark.position
        for quotation in straight
        if pair.target[quotation[0].position : quotation[1].position + 1] in pair.source
        or pair.target[: quotation[0].position].endswith("=")
        for mark in quotation
    }


def _unsure(pair: Pair, source: list[QuotationMark]) -> bool:
    """What does not match in the source may be apostrophes: nobody knows what the translation should have."""
    if "`" in pair.source_chars or len(set(apostrophes(pair.source_plain))) > 1:
        return True
    return loose(source) != (0, 0) and any(mark.character == STRAIGHT for mark in source)


def _edits(wrong: Sequence[QuotationMark], typography: Typography) -> tuple[Edit, ...]:
    """None if a mark has no partner: what is open then is anybody's guess."""
    if not all(mark.matched for mark in wrong):
        return ()
    return tuple(
        (mark.position, mark.position + 1, wanted(mark, typography))
        for mark in sorted(wrong, key=lambda mark: mark.position)
    )
