"""Finds the end marks of a text and asks the rules of its language, in order: the first opinion counts.

Everything a rule may look at lies within a fixed distance of the mark, so the time grows with the length of the text
and no faster. End marks on which no rule has an opinion end a segment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from l10n.segmentation.end_mark import Decision, EndMark, Rule
from l10n.segmentation.plain_ends import is_plain, next_quote
from l10n.segmentation.traits import traits
from l10n.segmentation.words import Words

_LOOK_BACK = 200
_LAST_PARTS = 8
"""Characters among which an abbreviation of several parts has a full stop: of z. B, the last part and a space."""
_LOOK_AHEAD = 120

# regex leaves the information separators out of \s, str.strip() does not: here white space is what strip() takes.
_SPACE = r"[\s\x1c-\x1f]"
_VISIBLE = r"[^\s\x1c-\x1f]"
_INVISIBLE = "\u200b-\u200d\u2060\ufeff"
_SOFT_HYPHEN = "\u00ad"

_MARKS = ".!?…‽⁇⁈⁉؟۔।॥"
_WIDE_MARKS = "。！？｡"
"""Chinese and Japanese have no space after them, and quotation marks that look the same way on both sides are rare."""

END = regex.compile(
    rf"""
    (?<![{_MARKS}])(?P<mark>[{_MARKS}]++)
    (?P<closers>(?:["“”„»«’‘›‹'`)\]}}]|(?<=[.!?…]){_SPACE}[»”“](?={_SPACE}|$))*+)
    (?P<late_mark>[{_MARKS}]*+)
    (?:[¹²³⁴-⁹{_INVISIBLE}]|\[\d{{1,3}}\])*+        # footnote numbers
    (?:{_SPACE}?(?:[:;=]['’]?-?[)(DPp](?!\w)|\p{{Emoji_Presentation}}[\p{{Emoji_Modifier}}\ufe0f\u200d]*+))*+
    {_SPACE}++(?={_VISIBLE})
    |
    (?P<mark>[{_WIDE_MARKS}]++)(?P<closers>[」』）】》〉”’)]*+)(?P<late_mark>[{_WIDE_MARKS}]*+){_SPACE}*+(?={_VISIBLE})
    """,
    regex.VERBOSE | regex.DOTALL,
)
_RUN = re.compile(
    rf"[{_MARKS}{_WIDE_MARKS}](?:(?<=[{_WIDE_MARKS}])(?<![{_WIDE_MARKS}]{{2}})[{_WIDE_MARKS}]*+"
    rf"|(?<=[{_MARKS}])(?<![{_MARKS}]{{2}})[{_MARKS}]*+(?![A-Za-z0-9,]))(?!\Z)"
)
"""Where END may match: all marks of one kind that stand together, from the first of them on."""
_NEXT = regex.compile(
    rf"(?P<opener>[\s–—‒―\-„“”\"»«‚‘›‹'`(\[{{{_INVISIBLE}]{{0,12}}+)(?P<word>[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}’'-]*+|.?)",
    regex.DOTALL,
)
# These three read backwards from the mark.
_TOKEN = regex.compile(r"(?r)[^\s\x1c-\x1f„“”\"»«‚‘(\[/]+")
_PREVIOUS = regex.compile(r"(?r)[^\s\x1c-\x1f„“”\"»«‚‘(\[]+")
_DOTTED = regex.compile(rf"(?r)(?<![^\s(„“»‚\"\[/–-])(?:\p{{L}}{{1,3}}\.[\s{_INVISIBLE}]?){{1,6}}\p{{L}}{{1,3}}")
_NUMBER = regex.compile(r"(?:[^–-]*[–-])*+(\d{1,9})")
_BETWEEN_PARTS = regex.compile(rf"[\s{_INVISIBLE}]+")


def starts(text: str, tables: Sequence[Sequence[Rule]], words: Words) -> list[int]:
    """Offsets at which a new segment begins, the first one at 0 not among them.

    `tables` has the rules for each sum of traits of an end mark, see `l10n.segmentation.traits`. Soft hyphens change
    nothing: they stand within words, which no list has with them.
    """
    if not _RUN.search(text):  # as in most headings, items and cells
        return []
    if _SOFT_HYPHEN not in text:
        return _starts(text, tables, words)
    visible = [position for position, character in enumerate(text) if character != _SOFT_HYPHEN]
    return [visible[start - 1] + 1 for start in _starts(text.replace(_SOFT_HYPHEN, ""), tables, words)]


def _starts(text: str, tables: Sequence[Sequence[Rule]], words: Words) -> list[int]:
    starts: list[int] = []
    start, quote = 0, -1
    for end in ends(text):
        stop, sign, closers, _, after = end
        if quote < start:
            quote = next_quote(text, start)
        is_usual = after == stop + 2 and sign == "." and not closers and stop < quote
        if not is_usual or not is_plain(text, max(start, stop - _LOOK_BACK), stop, words):
            mark = end_mark(text, end, start, words)
            if decision(mark, tables[traits(mark)]) is Decision.JOIN:
                continue
        start = after
        starts.append(start)
    return starts


class End(NamedTuple):
    """What END matches."""

    start: int
    mark: str
    closers: str
    late_mark: str
    end: int
    """Offset of what comes next, after the white space."""


def ends(text: str) -> Iterator[End]:
    """All that END matches, in order, sooner than it is searched for."""
    position = 0
    for run in _RUN.finditer(text):
        start, stop = run.span()
        if start < position:
            continue
        if text[stop] == " " and text[stop + 1 : stop + 2].isalnum():
            position = stop + 1
            yield tuple.__new__(End, (start, run[0], "", "", position))  # in half the time
        elif match := END.match(text, start):
            position = match.end()
            mark, closers, late_mark = match.groups()
            yield End(start, mark, closers, late_mark, position)


def decision(c: EndMark, table: Sequence[Rule]) -> Decision:
    """What the first rule with an opinion says."""
    for rule in table:
        opinion = rule(c)
        if opinion is not None:
            return opinion
    return Decision.SPLIT


def end_mark(text: str, end: End, start: int, words: Words) -> EndMark:
    """An end mark with its surroundings, in a segment that begins at `start`."""
    stop, mark, closers, late_mark, after = end
    start = max(start, stop - _LOOK_BACK)
    token = _TOKEN.match(text, start, stop)
    lead = text[start : token.start() if token else stop].rstrip()
    previous = _PREVIOUS.match(lead)
    dotted = _DOTTED.match(text, start, stop) if "." in text[max(start, stop - _LAST_PARTS) : stop] else None
    number = _NUMBER.fullmatch(token[0]) if token and token[0][-1].isdecimal() else None
    upcoming = text[after : after + _LOOK_AHEAD]
    following = _NEXT.match(upcoming)
    opener, word = following.groups()
    return EndMark(  # its fields by their order, as names take twice as long
        words,
        text[start:stop],
        mark,
        closers,
        late_mark,
        token[0] if token else "",
        lead,
        previous[0] if previous else "",
        _BETWEEN_PARTS.sub("", dotted[0]) if dotted else "",
        int(number[1]) if number else None,
        opener,
        word,
        upcoming[following.end() - len(word) :],
        # «И. Крылов», "A. Smith": one letter with a full stop is an initial, not a word.
        word in words.starters and not (len(word) == 1 and upcoming[following.end() :][:1] == "."),
    )
