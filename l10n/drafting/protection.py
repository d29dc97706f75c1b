"""What of a text must not change, and ways to get it past a model: a sentinel in its place, or translating around it.

The tokens that a model keeps differ from package to package, so several sentinels are tried. LibreTranslate knows one
(`###T01###`), which models squeeze and drop.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from l10n.glossary import Glossary
from l10n.model import Span
from l10n.pairs.pair import VARIABLE, addresses
from l10n.text import placeholders
from l10n.text.inflection import present
from l10n.text.placeholders import Fragment

STAND_IN = re.compile("\u27e6[0-9]+\u27e7")
"""What the engine sees of what has no words: a picture, a line break. No vocabulary has these signs: decoders copy."""
_SIGNS = re.compile(
    rf"`[^`\n]+`|{VARIABLE}"  # code
    r"|(?<![\w&])[@#](?=[^\W\d])[\w.]*\w"  # hashtags, names of accounts
    rf"|{STAND_IN.pattern}"
    r"|\*\*|__|(?<=\])\([^()\s]*\)|(?<![\w!])!?\[(?=[^\]\n]*\]\()|\](?=\()"  # Markdown
)
_FILE = re.compile(r"(?<![\w/.-])[\w.-]++")
_SUFFIX = re.compile(
    r"[\w-]\.(?:txt|md|pdf|docx?|xlsx?|csv|html?|pot?|xml|json|toml|ya?ml|py|js|zip|png|jpe?g|svg)", re.IGNORECASE
)
_STYLES = ("X{}X", "[{}]", "\u27e6{}\u27e7")
"""Sentinels: a name that no language has, a reference, and a sign that no vocabulary has and decoders copy."""


class Protected(NamedTuple):
    """Something in a text that has to be copied."""

    start: int
    end: int
    text: str
    """As the translation has to have it: a name without the ending that it has here."""
    term: bool = False
    """It is a term of the glossary, which may have endings in the translation."""
    placeholder: bool = False
    """A program finds it wherever it stands, in the middle of a word, too: `%dx%d`."""


@dataclass(frozen=True, slots=True)
class Sentinels:
    """A text with sentinels, and what they stand for."""

    text: str
    copied: tuple[str, ...]
    style: str

    def restore(self, translation: str) -> str:
        """The translation with what they stand for; empty unless each sentinel is there once."""
        for number, item in enumerate(self.copied):
            head, tail = map(re.escape, self.style.split("{}"))
            pattern = re.compile(rf"{head}\s?{number}\s?{tail}", re.IGNORECASE)
            if len(pattern.findall(translation)) != 1:
                return ""
            translation = pattern.sub(lambda _, item=item: item, translation)  # type: ignore[misc]  # bound now
        return translation


def protected(text: str, lang: str, glossary: Glossary | None = None, flags: Collection[str] = ()) -> list[Protected]:
    """What has to be copied, from left to right: of two that overlap, the longer one."""
    spans = [match.span() for match in addresses(text)] + [match.span() for match in _SIGNS.finditer(text)]
    spans += [(match.start(), match.start() + len(name)) for match in _FILE.finditer(text) if (name := _file(match[0]))]
    parts = [Protected(start, end, text[start:end]) for start, end in spans]
    parts += [Protected(start, end, text[start:end], placeholder=True) for start, end in _placeholders(text, flags)]
    parts += [Protected(*match.span, match.word, True) for match in glossary.fixed(text, lang)] if glossary else []
    return without_overlaps(parts)


def without_overlaps(parts: Iterable[Protected]) -> list[Protected]:
    """The parts from left to right; of two that overlap, the longer one."""
    kept: list[Protected] = []  # sorted, so that only the neighbours of a new one may overlap it
    for part in sorted(parts, key=lambda part: part.start - part.end):
        index = bisect(kept, part)
        before, after = kept[index - 1 : index] if index else [], kept[index : index + 1]
        if all(part.end <= other.start or other.end <= part.start for other in (*before, *after)):
            kept.insert(index, part)
    return kept


def lost(wanted: Sequence[Protected], translation: str, lang: str, flags: Collection[str] = ()) -> list[str]:
    """What the translation does not have as often; a part of something longer does not count."""
    gone = [part.text for part in wanted if part.term and present(part.text, translation, lang) is None]
    counts = Counter((part.text, part.placeholder) for part in wanted if not part.term)
    missing = _missing(counts, translation, flags)
    if missing:  # unless it has them read as the source was: where they overlap, one search may take another's letters
        own = Counter((part.text, part.placeholder) for part in protected(translation, lang, flags=flags))
        gone += [key[0] for key in missing if own[key] < counts[key]]
    return list(dict.fromkeys(gone))


def _missing(counts: Counter[tuple[str, bool]], translation: str, flags: Collection[str]) -> list[tuple[str, bool]]:
    """The texts that are not to be had as often, longer ones first, each in letters that no other has taken."""
    missing = []
    for key in sorted(counts, key=lambda key: len(key[0]), reverse=True):
        text, placeholder = key
        spans = _occurrences(text, translation, flags if placeholder else None)[: counts[key]]
        for start, end in reversed(spans):
            translation = translation[:start] + "\ue000" + translation[end:]
        if len(spans) < counts[key]:
            missing.append(key)
    return missing


def sentinels(text: str, copied: Sequence[Protected]) -> list[Sentinels]:
    """The text with sentinels of each style that cannot be mistaken for a part of it."""
    pieces = around(text, copied)
    whole, fixed = "".join(piece.text for piece in pieces), tuple(piece.text for piece in pieces if piece.fixed)
    made = []
    for style in _STYLES:
        numbers = iter(range(len(fixed)))
        masked = "".join(style.format(next(numbers)) if piece.fixed else piece.text for piece in pieces)
        masking = Sentinels(masked, fixed, style)
        if masking.restore(masked) == whole:
            made.append(masking)
    return made


def around(text: str, copied: Sequence[Protected]) -> list[Fragment]:
    """What is copied, and what stands in between; joined, they are the text, but for endings of terms."""
    pieces: list[Fragment] = []
    here = 0
    for part in copied:
        pieces += [Fragment(text[here : part.start], False), Fragment(part.text, True)]
        here = part.end
    return [piece for piece in (*pieces, Fragment(text[here:], False)) if piece.text]


def _file(word: str) -> str:
    """The word if it is a file's name, without the full stop of the sentence."""
    name = word.rstrip(".")
    head, dot, tail = name.rpartition(".")
    return name if head and _SUFFIX.fullmatch(head[-1] + dot + tail) else ""


def _occurrences(item: str, text: str, flags: Collection[str] | None) -> list[Span]:
    """Where the item stands in the text: a placeholder of texts with these flags; any other item if they are None."""
    if flags is None:
        return [match.span() for match in _whole(item).finditer(text)]
    return [(start, end) for start, end in _placeholders(text, flags) if text[start:end] == item]


def _whole(item: str) -> re.Pattern[str]:
    """The item, but not within a longer word or address."""
    address = any(sign in item for sign in "/@.")
    before = (r"(?<![\w@/.-])" if address else r"(?<!\w)") if item[0].isalnum() or item[0] in "#@" else ""
    after = (r"(?![\w/]|[.?#=&%-]\w)" if address else r"(?!\w)") if item[-1].isalnum() else ""
    return re.compile(before + re.escape(item) + after)


def _placeholders(text: str, flags: Collection[str]) -> list[Span]:
    return [(start, end) for start, end in placeholders.spans(text, flags) if not text[start:end].isspace()]
