"""Rules on what follows the mark: a sentence that visibly goes on, or one that visibly begins."""

from __future__ import annotations

import regex

from l10n.segmentation.end_mark import Decision, EndMark
from l10n.segmentation.rules.abbreviation import is_abbreviation
from l10n.segmentation.traits import CLOSERS, DASH, ODD, only_with

_WIDE_MARKS = frozenset("。！？｡")
_WIDE_GOES_ON = frozenset("，、；：）」』》〉")
_QUOTATIVE = ("と", "って", "という", "など")
"""Japanese particles after what somebody says."""
_GOES_ON = frozenset(",;:.!?%)]}…/=")
_PARTS_A_NOTE = frozenset(",;–—")
_SMALL_BRAND = regex.compile(r"[ie]\p{Lu}|\p{Ll}{1,2}\p{Lu}{2}")
_LEADING_ELLIPSIS = regex.compile(r"(?:…|\.{3})\s?[„“”\"»«‚‘›‹]?\p{Lu}")
_LEADER = regex.compile(r"(?r)\s[.…]{5,}|(?:\s[.…]){4,}")
_AGENCY = regex.compile(r"\((\p{L}+)")
_WORD = regex.compile(r"\w")
_LIST_LETTER = regex.compile(r"(?:\p{Ll}|[ivx]{2,4})\)\s")
_CLAUSE = regex.compile(r"\p{Lu}[\p{L}-]+\s\p{Ll}+\s")
_EDITION = regex.compile(r"(?:\d{1,3}(?:-?\p{Ll}{1,3})?\.?,?\s(?:\p{Ll}+\.?,?\s){0,3}?)(\p{L}+)\.?[,;]")
_VOLUME = regex.compile(r"(\p{Lu}\p{Ll}*)\.(?:,|\s\d+[,;]|\s\p{Ll})")


@only_with(ODD)
def nothing_follows(c: EndMark) -> Decision | None:
    """Only quotes, brackets or dashes follow. Joins: Er kam. –"""
    return None if c.next else Decision.JOIN


def nothing_before(c: EndMark) -> Decision | None:
    """The segment has no word yet. Joins: … Und dann kam er."""
    return None if c.token[:1].isalpha() or _WORD.search(c.before) else Decision.JOIN


@only_with(ODD)
def leader_goes_on(c: EndMark) -> Decision | None:
    """A row of dots leads to a page. Joins: Einleitung ........ 5. Joins: Preis . . . . . 12 Euro"""
    if not c.next[0].isdigit() or not c.before[-1:].isspace():
        return None
    return Decision.JOIN if _LEADER.match(c.before + c.mark) else None


@only_with(ODD)
def agency_credit(c: EndMark) -> Decision | None:
    """A news agency in brackets is a segment. Splits: Er trat zurück. | (dpa)"""
    if "(" not in c.opener:
        return None
    agency = _AGENCY.match(c.opener[c.opener.index("(") :] + c.following)
    return Decision.SPLIT if agency and agency[1].lower() in c.words.agencies else None


@only_with(ODD)
def wide_mark_ends(c: EndMark) -> Decision | None:
    """A full-width mark ends, but before who says it. Splits: 他来了。|他走了。 Joins: 「行こう。」と言った。"""
    if c.final_mark not in _WIDE_MARKS:
        return None
    said = c.closers != "" and c.following.startswith(_QUOTATIVE)
    return Decision.JOIN if said or c.next[0] in _WIDE_GOES_ON else Decision.SPLIT


@only_with(ODD)
def list_letter_begins(c: EndMark) -> Decision | None:
    """A letter with a bracket counts. Splits: a) Er kam. | b) Er ging. Joins: Art. a) Satz 2"""
    if not c.next[0].islower() or c.mark.endswith((",", "…")) or not _LIST_LETTER.match(c.following):
        return None
    return None if c.number is not None or is_abbreviation(c) else Decision.SPLIT


def edition_goes_on(c: EndMark) -> Decision | None:
    """The note on an edition belongs to its title. Joins: Die Stadt. 2. Aufl., Berlin. Joins: Die Stadt. Bd. 2, Ulm"""
    if not c.next[0].isdigit() and c.next not in c.words.editions:
        return None
    note = _EDITION.match(c.following) or _VOLUME.match(c.following)
    return Decision.JOIN if note and note[1] in c.words.editions else None


def clause_begins(c: EndMark) -> Decision | None:
    """A noun and its verb begin a clause after another. Splits: Das Fest ist am 12. | Karten gibt es hier."""
    verbs = c.words.verbs
    if not verbs or verbs.isdisjoint(c.following.split(None, 2)[1:2]) or "," in c.lead:
        return None
    return Decision.SPLIT if _CLAUSE.match(c.following) and not verbs.isdisjoint(c.lead.split()) else None


def note_in_brackets(c: EndMark) -> Decision | None:
    """A small word right after a bracket or a comma within is short. Joins: (erb. 1890, ren. 2005)"""
    if c.starter or not c.token.islower():
        return None
    first = c.lead[-1:] in _PARTS_A_NOTE or c.before[: -len(c.token)].endswith(("(", "["))
    return Decision.JOIN if first and in_open_bracket(c) else None


@only_with(ODD)
def lower_case_goes_on(c: EndMark) -> Decision | None:
    """A small letter goes on, but for brands. Joins: „Warum?“, fragte er. Splits: Er schwieg. | iPhones sind teuer."""
    return Decision.JOIN if c.next[0].islower() and not _SMALL_BRAND.match(c.next) else None


@only_with(ODD)
def ellipsis_begins(c: EndMark) -> Decision | None:
    """An ellipsis before a capital begins a segment. Splits: Er kam. | … Und blieb."""
    return Decision.SPLIT if c.next in (".", "…") and _LEADING_ELLIPSIS.match(c.following) else None


@only_with(ODD)
def punctuation_goes_on(c: EndMark) -> Decision | None:
    """A comma, a closing bracket or another mark goes on. Joins: Was (!) , wie gesagt."""
    return Decision.JOIN if c.next in _GOES_ON else None


@only_with(CLOSERS)
def insertion_in_brackets(c: EndMark) -> Decision | None:
    """Brackets in the middle of a sentence end none. Joins: Das war ein (!) Versehen."""
    if c.late_mark or not _closes_bracket(c):
        return None
    inside = _open_bracket(c)
    if inside is None:
        return None
    sentence = c.before[: len(c.before) - inside].rstrip()
    if not sentence or sentence[-1] in '.!?…:“”"«»':
        return None
    # A whole sentence in brackets without a full stop before it: … aus (Der Grund ist klar und bekannt.) Dann …
    return None if c.starter and inside > 25 else Decision.JOIN


@only_with(CLOSERS)
def brackets_end(c: EndMark) -> Decision | None:
    """A sentence in brackets is over. Splits: Er kam. (Spät genug.) | Dann ging er."""
    return Decision.SPLIT if _closes_bracket(c) else None


@only_with(DASH)
def editors_note(c: EndMark) -> Decision | None:
    """A note in brackets keeps its signature. Joins: (Gemeint ist Bonn. – Anm. d. Red.)"""
    return Decision.JOIN if c.dash and c.next in c.words.notes else None


def in_open_bracket(c: EndMark) -> bool:
    """Whether a bracket that opened in the last 120 characters has not closed yet."""
    inside = _open_bracket(c)
    return inside is not None and inside < 120 and not {")", "]"} & set(c.before[-inside:])


def _closes_bracket(c: EndMark) -> bool:
    return ")" in c.closers or "]" in c.closers


def _open_bracket(c: EndMark) -> int | None:
    """How many characters before the mark the last bracket opens."""
    position = max(c.before.rfind("("), c.before.rfind("["))
    return None if position < 0 else len(c.before) - position
