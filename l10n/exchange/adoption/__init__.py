"""Catalogues that other programs have made of the same documents, paragraph by paragraph: their translations for ours.

| module | knows |
|---|---|
| `formats` | how our documents are read |
| `messages` | a message of theirs, read as our formats read files: blocks, and their sentences |
| `references` | links by name (`[Lua]`) and what they refer to, in messages that have no definitions |
| `readings` | a message and its translation, block by block |
| `likeness` | what makes two texts the same, whatever marks stand in them; our marks for theirs |
| `division` | the translation of a block, sentence by sentence, if there can be no doubt |
| `paragraphs` | the paragraphs of our documents |
| `taking` | which entry takes which text, and what is left for the memory |

po4a, mdpo and mdbook-i18n-helpers write Markdown as it is, each with its own habits: they keep the marks of quotes and
headings or not, join lines or not, write references out as links or leave them alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from l10n.model import Entry

TextPair = tuple[str, str]
"""A text and its translation."""


class Fate(Enum):
    """What became of a translation of theirs."""

    WHOLE = auto()
    """It is that of a single sentence of ours."""
    DIVIDED = auto()
    """Its sentences are those of several of ours."""
    KNOWN = auto()
    """People have translated all of it in our catalogues already."""
    REMEMBERED = auto()
    """It fits no paragraph of ours, or its sentences do not: it is for the memory."""
    LEFT_OUT = auto()
    """It fits nothing, and is unfinished, no text or what its source says; or it has plural forms."""


@dataclass(frozen=True, slots=True)
class AdoptedText:
    """What an entry of ours is to say."""

    text: str
    message: Entry
    """Theirs that it comes from."""
    whole: bool
    """It is all of their translation."""
    first: bool
    """It is the first part of it, and gets the comments."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What has been done with a message of theirs."""

    message: Entry
    fate: Fate
    units: tuple[TextPair, ...] = ()
    """For the memory: what is in no entry of ours."""
    reason: str = ""
    """Why it is in none."""
