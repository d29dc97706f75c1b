"""What the demo engine makes of each piece of text it knows, alone and as part of a longer word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from l10n.text.letters import capital

# A drop after one of these takes the space that follows it, any other drop the space before it.
_OPENERS = '„“”«»‚‘‹›([{"'
# Combining marks, the soft hyphen and the joiners stand inside words, as an apostrophe between letters does.
_LETTER = r"[\w\u0300-\u036f\u00ad\u200c\u200d]"
_TOKEN = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*|.", re.DOTALL)
_BEGINS_WORD = re.compile(rf"['’]?{_LETTER}")
_ENDS_WORD = re.compile(rf"{_LETTER}['’]?\Z")


class Replacement(NamedTuple):
    """What a piece becomes: as whole words, when a letter stands before it, after it, on both sides."""

    alone: str
    after_letter: str
    before_letter: str
    between_letters: str


class Edges(NamedTuple):
    """What a piece is to its neighbours: 1 or 0."""

    begins_word: bool
    ends_word: bool
    is_apostrophe: bool


def replacements(gloss: Mapping[str, str], source: str, target: str) -> dict[str, Replacement]:
    """Each piece of text that the engine must recognize, with its replacements; spaces are plain, "" is a drop."""
    gloss = _with_capitals(gloss, source, target)
    return {
        text: Replacement(*(_translate(text, gloss, left, right) for right in (False, True) for left in (False, True)))
        for text in _pieces(gloss)
    }


def edges(text: str) -> Edges:
    """How a piece of text meets its neighbours, spaces plain."""
    return Edges(_BEGINS_WORD.match(text) is not None, _ENDS_WORD.search(text) is not None, text in {"'", "’"})


def _with_capitals(gloss: Mapping[str, str], source: str, target: str) -> dict[str, str]:
    capitals = {_capital(words, source): _capital(translation, target) for words, translation in gloss.items()}
    return capitals | dict(gloss)


def _capital(text: str, code: str) -> str:
    return capital(text[:1], code) + text[1:]


def _pieces(gloss: Mapping[str, str]) -> Iterator[str]:
    """Every key after a space, after anything else, and (only if it begins with a drop) after an opener."""
    dropped = tuple(f"{words} " for words, translation in gloss.items() if not translation)
    first = [*dropped, *(words for words in gloss if words.startswith(dropped))]
    for words in gloss:
        yield " " + words
        yield words
    for opener in _OPENERS:
        yield from (opener + words for words in first)


def _translate(text: str, gloss: Mapping[str, str], left: bool, right: bool) -> str:
    """The gloss of a text, longest match first; a word that continues to the `left` or `right` is copied."""
    tokens = _TOKEN.findall(text)
    first = 1 if left and edges(text).begins_word else 0
    last = len(tokens) - (1 if right and edges(text).ends_word else 0)
    output = tokens[:first]
    start = first
    while start < last:
        end = next((e for e in range(last, start, -1) if "".join(tokens[start:e]) in gloss), None)
        if end is None:
            output.append(tokens[start])
            start += 1
            continue
        translation = gloss["".join(tokens[start:end])]
        if translation:
            output.append(translation)
        elif output and output[-1] == " ":
            output.pop()
        elif output and output[-1] in _OPENERS and tokens[end : end + 1] == [" "]:
            end += 1
        start = end
    return "".join(output + tokens[max(start, last) :])
