"""Marks of reStructuredText: ``literals``, :role:`text`, `links <url>`_, |substitutions|.

The specification of docutils says how marks begin and end; Sphinx which roles lead somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.model import Span
from l10n.model.kinds import TextKind
from l10n.pairs.pair import Pair

_MARK = re.compile(
    r"(?<!`)``(?P<literal>(?:[^`]|`(?!`))+)``(?!`)"
    r"|(?P<role>(?<![\w:]):[A-Za-z]\w*(?:[:.+-]\w+)*:)?(?<!`)`(?!`)(?P<text>[^`]+)`(?!`)(?P<link>__?(?!\w))?"
    r"|(?<![\w|])\|(?P<name>[^\s|](?:[^|\n]*[^\s|])?)\|(?![\w|])"
)
_TARGET = re.compile(r"\s<([^<>]+)>$")
_SURE = re.compile(r"(?<!`)``(?!`)[^`\n]+``(?!`)|(?<![\w:.+-]):[A-Za-z][\w:.+-]*:`[^`]|`[^`<>]*<[^<>`]+>`__?(?!\w)")
_WORDS = frozenset(
    {
        *(":abbr:", ":abbreviation:", ":acronym:", ":dfn:", ":emphasis:", ":file:", ":guilabel:", ":kbd:", ":math:"),
        *(
            ":menuselection:",
            ":samp:",
            ":strong:",
            ":sub:",
            ":subscript:",
            ":sup:",
            ":superscript:",
            ":title:",
            ":term:",
        ),
    }
)
"""Roles whose text may be translated as a whole."""


PLAIN = "text in backticks"
"""It has the default role, which is nothing special mostly."""


@dataclass(frozen=True, slots=True)
class RestMark:
    """A mark of reStructuredText."""

    kind: str
    """What it is for people: a literal, a link, a substitution, or the role, `:ref:`."""
    span: Span
    target: str = ""
    """What it leads to, or is replaced by, which has to be kept; empty if it is words, or an address."""


def is_rest(pair: Pair) -> bool:
    """The source is reStructuredText: its catalogue is, or it has marks that nothing else has."""
    if pair.source_chars.isdisjoint("`|") or pair.kind in {TextKind.MARKDOWN, TextKind.ASCIIDOC}:
        return False
    return pair.kind is TextKind.REST or _SURE.search(pair.source) is not None


def marks(text: str) -> Iterator[RestMark]:
    """The marks from left to right."""
    for match in _MARK.finditer(text):
        if match["literal"]:
            yield RestMark("literal", match.span())
        elif match["name"]:
            yield RestMark("substitution", match.span(), match[0])
        elif match["role"]:
            target = _TARGET.search(match["text"])
            whole = "" if match["role"] in _WORDS else match["text"].lstrip("~!")
            yield RestMark(match["role"], match.span(), target[1] if target else whole)
        else:
            yield RestMark("link" if match["link"] else PLAIN, match.span())
