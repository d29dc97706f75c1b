"""Rules on quotations, dashes, exclamations and ellipses."""

from __future__ import annotations

import regex

from l10n.segmentation.end_mark import Decision, EndMark
from l10n.segmentation.rules.abbreviation import is_abbreviation
from l10n.segmentation.traits import CLOSERS, DASH, ODD, only_with

_CLOSING = '“”"»«'
# A quotation that begins with a capital after a word or a colon, and what follows its end.
_QUOTED = regex.compile(r"""(?r)[\p{L}\p{N}:]\s[„“”"»«]\p{Lu}[^„“”"»«]*""")
_SENTENCE_GOES_ON = regex.compile(r"""[^„“”"»«]*+(?<=\S)[“”"»«](?:,|\s\p{Ll})""")


@only_with(ODD)
def name_with_exclamation_mark(c: EndMark) -> Decision | None:
    """Some names are written so. Joins: Die Firma Yahoo! Deutschland"""
    named = c.final_mark == "!" and not c.closers and c.token in c.words.exclaimed_names
    return Decision.JOIN if named and not c.starter else None


def quotation_within_sentence(c: EndMark) -> Decision | None:
    """Sentences quoted within one that goes on are no segments. Joins: Der Satz „Er kam. Er sah.“ ist alt."""
    if c.closers or not _has_any(c.following, _CLOSING):
        return None
    opened, after = _QUOTED.match(c.before), _SENTENCE_GOES_ON.match(c.following)
    if not opened or not after:
        return None
    # After a colon, a comma leads to the speaker: Er rief: „Halt! | Wer da?“, und floh.
    return None if opened[0][0] == ":" and after[0][-1] == "," else Decision.JOIN


@only_with(CLOSERS)
def quotation_ends(c: EndMark) -> Decision | None:
    """A mark within quotes ends the sentence before a capital. Splits: „Er kam.“ | Dann ging er."""
    return Decision.SPLIT if c.closers and not c.late_mark else None


@only_with(CLOSERS)
def attribution_after_dash(c: EndMark) -> Decision | None:
    """A dash leads from a quotation to its speaker. Joins: «Все тихо!» — Иван сел."""
    return Decision.JOIN if c.closers and not c.late_mark and c.dash and not c.opens_quotation else None


@only_with(ODD)
def strong_mark_ends(c: EndMark) -> Decision | None:
    """`!`, `?`, an ellipsis or a full stop after quotes ends. Splits: Er sagte „nein“. | Dann ging er."""
    return Decision.SPLIT if c.mark != "." or c.late_mark else None


@only_with(ODD)
def full_stop_stands_alone(c: EndMark) -> Decision | None:
    """A full stop after a space or a quote ends. Splits: Er sagte „nein“. | Dann … Splits: Aus . | Vorbei ."""
    return None if c.token else Decision.SPLIT


@only_with(DASH)
def dash_goes_on(c: EndMark) -> Decision | None:
    """After a number or abbreviation a dash goes on. Joins: vom 3. – 5. Mai. Joins: 500 v. Chr. – 30 v. Chr."""
    if not c.dash or (c.starter and not c.opens_quotation):
        return None
    counted = c.number is not None and not c.opens_quotation
    return Decision.JOIN if counted or is_abbreviation(c) else None


@only_with(DASH)
def dash_begins(c: EndMark) -> Decision | None:
    """After a word with a full stop a dash begins a sentence. Splits: Er ging. | – Das war gestern."""
    return Decision.SPLIT if c.dash and not c.opens_quotation else None


def _has_any(text: str, signs: str) -> bool:
    for sign in signs:  # noqa: SIM110  # `any` takes three times as long
        if sign in text:
            return True
    return False
