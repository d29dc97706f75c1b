"""Quotation marks are not those of the language, do not match, or were lost.

English has “ ” and within them ‘ ’, Russian and Ukrainian « » and within them „ “, Azerbaijani “ ” or « ». Straight
ones are a matter of custom: where most of the catalogue has them they are only noted. A quotation may begin in one
segment and end in another, as in the source.

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
Good: Das Haus der Müllers | The Millers’ house
Good: Nutze printf("x") und „b“ | Use printf("x") and “b”
Good: Nutze {"a": 1} | Use {"a": 1}
Bad:  »Ja«, sagte er. | »Yes«, he said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.checks import Edit, Hit
from l10n.languages.record import Typography
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.quotation import MARKS, STRAIGHT, QuotationMark, fits, is_reversed, loose, marks, quotations, wanted

SAFE = True
SEVERITY = Severity.WARNING

_MARKS_WITHIN = '“”‘’»"'
_SPEECH = 5
"""Spaces from which a quotation is speech; titles and terms may go without quotation marks."""


def check(pair: Pair) -> Iterator[Hit]:
    """The form of the marks, then their number."""
    if pair.source_chars.isdisjoint(MARKS) and pair.target_chars.isdisjoint(MARKS):
        return
    if pair.typography is None:
        return
    source, target = (marks(text, is_reversed(text)) for text in (pair.source_plain, pair.target_plain))
    yield from _form(pair, target, pair.typography)
    if '""' not in pair.source:  # as spreadsheets write them: nobody knows which are meant
        yield from _number(pair, source, target)


def _form(pair: Pair, target: list[QuotationMark], typography: Typography) -> Iterator[Hit]:
    wrong = [mark for mark in target if mark.character != STRAIGHT and not fits(mark, typography)]
    kept = _literal(pair, target)
    straight = [mark for mark in target if mark.character == STRAIGHT and mark.position not in kept]
    usual = "".join(typography.quotes[0])
    if wrong:
        span = (wrong[0].position, wrong[-1].position + 1)
        used = "".join(dict.fromkeys(mark.character for mark in wrong))
        yield Hit(f"quotation marks {used} instead of {usual}", span, edits=_edits([*wrong, *straight], typography))
    elif straight:
        custom = pair.conventions is None or pair.conventions.straight_quotes
        severity = Severity.INFO if custom else SEVERITY
        span = (straight[0].position, straight[-1].position + 1)
        yield Hit(
            f"straight quotation marks instead of {usual}", span, edits=_edits(straight, typography), severity=severity
        )


def _number(pair: Pair, source: list[QuotationMark], target: list[QuotationMark]) -> Iterator[Hit]:
    if (
        source
        and not target
        and loose(source) == (0, 0)
        and "’" not in pair.target_chars
        and "'" not in pair.target_chars
    ):
        span = (source[0].position, source[-1].position + 1)
        speech = any(_speech(pair.source_plain[slice(*quotation)]) for quotation in _outer(source))
        yield Hit("the quotation marks are gone", source_span=span, severity=SEVERITY if speech else Severity.INFO)
    elif loose(target) != loose(source) and not _unsure(source):
        for mark in target:
            if not mark.matched:
                word = "closed" if mark.opens else "opened"
                span = (mark.position, mark.position + 1)
                yield Hit(f"the quotation is never {word}: {mark.character}", span, severity=Severity.ERROR)
                return


def _speech(quotation: str) -> bool:
    return quotation.count(" ") >= _SPEECH or quotation.rstrip(_MARKS_WITHIN)[-1:] in {".", "!", "?"}


def _outer(text_marks: list[QuotationMark]) -> Iterator[Span]:
    """Where the outer quotations are, without their closing marks."""
    return ((opening.position, closing.position) for opening, closing in quotations(text_marks) if opening.depth == 0)


def _literal(pair: Pair, target: list[QuotationMark]) -> set[int]:
    """Places of straight quotation marks whose quotation the source has just so: code, most likely."""
    if STRAIGHT not in pair.source_chars:
        return set()
    straight = [
        quotation for quotation in quotations(target) if {quotation[0].character, quotation[1].character} == {STRAIGHT}
    ]
    return {
        mark.position
        for quotation in straight
        if pair.target[quotation[0].position : quotation[1].position + 1] in pair.source
        for mark in quotation
    }


def _unsure(source: list[QuotationMark]) -> bool:
    """Straight marks that do not match may open or close: nobody knows what the translation should have."""
    return loose(source) != (0, 0) and any(mark.character == STRAIGHT for mark in source)


def _edits(wrong: Sequence[QuotationMark], typography: Typography) -> tuple[Edit, ...]:
    """None if a mark has no partner: what is open then is anybody's guess."""
    if not all(mark.matched for mark in wrong):
        return ()
    return tuple(
        (mark.position, mark.position + 1, wanted(mark, typography))
        for mark in sorted(wrong, key=lambda mark: mark.position)
    )
