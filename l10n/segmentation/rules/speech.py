"""Rules on quotations, dashes, exclamations and ellipses."""

from __future__ import annotations

from l10n.segmentation.candidate import Candidate, Verdict
from l10n.segmentation.rules.abbreviation import is_abbreviation


def name_with_exclamation_mark(c: Candidate) -> Verdict | None:
    """Some names are written so. Joins: Die Firma Yahoo! Deutschland"""
    named = c.final_mark == "!" and not c.closers and c.token in c.words.exclaimed_names
    return Verdict.JOIN if named and not c.starter else None


def quotation_ends(c: Candidate) -> Verdict | None:
    """A mark within quotes ends the sentence before a capital. Splits: „Er kam.“ | Dann ging er."""
    return Verdict.SPLIT if c.closers and not c.late_mark else None


def attribution_after_dash(c: Candidate) -> Verdict | None:
    """A dash leads from a quotation to its speaker. Joins: «Все тихо!» — Иван сел."""
    return Verdict.JOIN if c.closers and not c.late_mark and c.dash and not c.opens_quotation else None


def strong_mark_ends(c: Candidate) -> Verdict | None:
    """`!`, `?`, an ellipsis or a full stop after quotes ends. Splits: Er sagte „nein“. | Dann ging er."""
    return Verdict.SPLIT if c.mark != "." or c.late_mark else None


def full_stop_stands_alone(c: Candidate) -> Verdict | None:
    """A full stop after a space or a quote ends. Splits: Er sagte „nein“. | Dann … Splits: Aus . | Vorbei ."""
    return None if c.token else Verdict.SPLIT


def dash_goes_on(c: Candidate) -> Verdict | None:
    """After a number or abbreviation a dash goes on. Joins: vom 3. – 5. Mai. Joins: 500 v. Chr. – 30 v. Chr."""
    if not c.dash or (c.starter and not c.opens_quotation):
        return None
    counted = c.number is not None and not c.opens_quotation
    return Verdict.JOIN if counted or is_abbreviation(c) else None


def dash_begins(c: Candidate) -> Verdict | None:
    """After a word with a full stop a dash begins a sentence. Splits: Er ging. | – Das war gestern."""
    return Verdict.SPLIT if c.dash and not c.opens_quotation else None
