"""The words and patterns of our comments. Nothing outside this package knows them."""

from __future__ import annotations

import re

PREFIX = "l10n-"
END = " ¶"
"""It closes a line of ours that ends in a text, so that a line which was wrapped is known to go on."""
PIVOT = "l10n-pivot"
"""The comment with the text between two packages, as people are told of it."""
WAS = "l10n-was"
"""The comment that tells what an outdated text was."""
IGNORE = "l10n-ignore"
"""The comment with which people silence checks."""
MEMORY = "l10n-tm"
"""The comment of a draft from the translation memory; the memory calls itself so where an engine is named."""
TERM = "glossary: "
"""How an extracted comment begins that names a term which the draft lacks: `#. glossary: Kreml → Кремль`."""

_HASH = "[0-9a-f]{8}"
_DATE = r"\d{4}-\d\d-\d\d"
# What stands after the grammar of a line, here as `rest`, is what a person has typed there.
MARK_LINE = re.compile(
    r"l10n-(?P<kind>mt|tm): (?P<origin>[^\s=]+ [^\s=]+|\d+% .+?)(?P<values>(?: (?:score|risk|repaired|s)=\S+)*)"
    rf" h=(?P<texts>{_HASH}(?:,{_HASH})*)(?P<rest> .*)?$"
)
MARK_VALUE = re.compile(r" (\w+)=(\S+)")
# Values that somebody has changed by hand may be anything: then they are none.
RISK, SOURCE = re.compile(r"[01]\.\d+"), re.compile(_HASH)
TRUSTED_LINE = re.compile(rf"{MEMORY}: (?P<origin>\d+% .+)$")
"""The mark of a text that people have reviewed elsewhere: no machine's, so without a digest."""
PERCENT = re.compile(r"(\d{1,3})%")
"""At the beginning of an origin: how well a text of the memory fitted."""
FIRST_LEG = re.compile(r"\S+ ([a-z]{2,3})-")
"""At the beginning of an origin: an engine, whichever it is, and the language that its first pair translates from."""
SIGNATURE_LINE = re.compile(rf"l10n-reviewed: (?P<name>.+?) (?P<date>{_DATE}) h=(?P<digest>{_HASH})(?P<rest> .*)?$")
# Version 0.1.0 wrote neither `s=` nor `now=`.
WAS_LINE = re.compile(
    rf"l10n-was: (?P<state>accepted|edited)(?: s=(?P<source>{_HASH}))?(?: now=(?P<now>{_HASH}))? h=(?P<text>{_HASH})"
    r"(?P<rest> .*)?$"
)
# Version 0.1.0 wrote no `¶`: then the text goes to the end of the line.
TEXT_LINE = re.compile(r"l10n-(?P<kind>pivot|lost|changed|diff): (?P<text>.*?)(?: ?¶(?P<rest> .*)?)?$")
REJECTION_LINE = re.compile(rf"l10n-rejected: (?P<text>.+ {_DATE}: .*?)(?: ?¶(?P<rest> .*)?)?$")
# People write these: with any white space, and a reason in parentheses or none.
IGNORE_LINE = re.compile(rf"{IGNORE}:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*(?:\(.*\))?\s*$")
_REPLACED = re.compile(r"\{\+|\[-")
_ENDS = {"{+": "+}", "[-": "-]"}


def undone(diff: str) -> str:
    """The old of two texts, from the words of both: those in `{+…+}` are new, and those in `[-…-]` are gone."""
    parts: list[str] = []
    position = 0
    endless: set[str] = set()
    for mark in _REPLACED.finditer(diff):
        if mark.start() < position or mark[0] in endless:
            continue
        end = diff.find(_ENDS[mark[0]], mark.end())
        if end < 0:
            endless.add(mark[0])
            continue
        parts += (diff[position : mark.start()], diff[mark.end() : end] if mark[0] == "[-" else "")
        position = end + len(_ENDS[mark[0]])
    return "".join((*parts, diff[position:]))
