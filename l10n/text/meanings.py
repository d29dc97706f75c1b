"""Words whose meaning is known in several languages: days of the week, currencies, units, countries.

`l10n/languages/data/<code>/<kind>.tsv` has a meaning a line, then patterns of the words for it. They begin with three
letters that no form changes, or are a whole word of fewer; capitals in a pattern count. A pattern after `?` may mean
this and other things: it is enough where the meaning is looked for, and does not show that it is there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from l10n.model import Span
from l10n.text.apostrophe import alike
from l10n.text.lazy import lazy

KINDS = ("weekdays", "currencies", "countries", "cities", "number_words")
"""What texts are searched for; `units` stand at numbers."""

_START = 3
_MANY = 100_000
"""Words that are remembered."""
_DOTS = str.maketrans("İı", "Ii")
_WORD = re.compile(r"[ \u00a0\u202f-]{0,2}([^\W\d_]+(?:[ -][^\W\d_]+)?)")
_SMALL = {0x307: None, ord("ı"): "i"}
_FIRST = re.compile(r"[^\W\d_]+")


class Sense(NamedTuple):
    """One pattern of the words for a meaning."""

    meaning: str
    written: str
    """As a regular expression."""
    sure: bool
    stem: str = ""
    """Letters in lower case that every word for it begins with."""
    case: bool = False
    """Capitals count."""
    base: bool = False
    """The first of its meaning, or written with a capital like that: a name, and not what is made of it."""

    def places(self, text: str, lower: str) -> Iterator[Span]:
        """Where it is in the text, from left to right; `lower` is the text in lower case, as long."""
        start = lower.find(self.stem)
        while start >= 0:
            match = self.pattern.match(text, start)
            if match:
                yield match.span()
            start = lower.find(self.stem, match.end() if match else start + 1)

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it, compiled when a text may have it first: most texts have hardly any of them."""
        return _compiled(self.written, self.case)

    @property
    def anyhow(self) -> re.Pattern[str]:
        """What finds it in small letters, too."""
        return _compiled(self.written, False)


class Vocabulary(NamedTuple):
    """The patterns of a language, as they are looked up."""

    by_start: Mapping[str, tuple[Sense, ...]]
    """By the first letters of the first word."""
    signs: Mapping[str, Sense]
    """Those that are no words: €."""


class Meanings:
    """What a text may mention, of all kinds: found in one pass over its words."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self.senses: dict[str, list[Sense]] = {}
        """By kind; the kinds of which the text has nothing are left out."""

    @lazy
    def text(self) -> str:
        """With the apostrophe and the letters that patterns have."""
        return alike(self._text).replace("İ", "I").replace("ı", "i")

    @lazy
    def lower(self) -> str:
        """The same in lower case."""
        return self.text.lower()

    def mentioned(self, kind: str, *, sure: bool = False) -> dict[str, list[Span]]:
        """The meanings of this kind, each with its places; with `sure` only those that are there beyond doubt."""
        spans: dict[str, list[Span]] = {}
        for sense in self.senses.get(kind, ()):
            if sense.sure or not sure:
                for span in sense.places(self.text, self.lower):
                    spans.setdefault(sense.meaning, []).append(span)
        return {meaning: _apart(places) for meaning, places in spans.items()}


_NOTHING = Meanings()
_others: defaultdict[str, set[str]] = defaultdict(set)
"""By language: words that turned out to mean nothing that is known. They are nearly all, and looked up in one go."""


@cache
def vocabulary(lang: str, kind: str) -> Vocabulary:
    """What is known of this kind; nothing if the language has no such list."""
    path = files("l10n.languages").joinpath("data", lang, f"{kind}.tsv")
    rows = path.read_text("utf-8").splitlines() if path.is_file() else []
    by_start: dict[str, tuple[Sense, ...]] = {}
    signs = {}
    for meaning, patterns in (row.split("\t") for row in rows if not row.startswith("#")):
        capital = patterns[:1].isupper()
        for index, written in enumerate(patterns.split("; ")):
            letters = alike(written.removeprefix("?")).translate(_DOTS)
            first = _FIRST.match(letters)
            if first is None:
                signs[letters] = Sense(meaning, re.escape(letters), written == letters, letters.lower(), True)
                continue
            case = any(map(str.isupper, re.sub(r"\\.", "", letters)))
            base = index == 0 or (capital and case)
            pattern = rf"(?<!\w)(?:{letters})(?!\w)"
            sense = Sense(meaning, pattern, not written.startswith("?"), _stem(letters), case, base)
            start = _start(first[0])
            by_start[start] = (*by_start.get(start, ()), sense)
    return Vocabulary(by_start, signs)


def meanings(text: str, words: Collection[str], lang: str) -> Meanings:
    """What a text with these words, in lower case, may mention."""
    by_start, signs = _all(lang)
    known = [(kind, sense) for sign, kind, sense in signs if sign in text]
    dotless = "ı" in text or "İ" in text or "\u0307" in text
    stems, others = _stems(lang), _others[lang]
    for word in frozenset(words) - others:
        small = word.translate(_SMALL) if dotless else word  # as the stems are written
        start = small[:_START]
        if start in stems and small.startswith(stems[start]):
            known += [each for each in by_start[start] if small.startswith(each[1].stem)]
        elif len(others) < _MANY:
            others.add(word)
    mentioned = Meanings(text) if known else _NOTHING
    for kind, sense in known:
        if "\u0307" not in text or sense.stem in mentioned.lower:  # a letter may have a dot of its own
            own = mentioned.senses.setdefault(kind, [])
            if sense not in own:
                own.append(sense)
    return mentioned


@cache
def _all(lang: str) -> tuple[Mapping[str, Sequence[tuple[str, Sense]]], Sequence[tuple[str, str, Sense]]]:
    """Every sense with its kind, by start; and every sign."""
    by_start: dict[str, list[tuple[str, Sense]]] = {}
    signs = []
    for kind in KINDS:
        known = vocabulary(lang, kind)
        signs += [(sign, kind, sense) for sign, sense in known.signs.items()]
        for start, senses in known.by_start.items():
            by_start.setdefault(start, []).extend((kind, sense) for sense in senses)
    return by_start, signs


@cache
def _stems(lang: str) -> Mapping[str, tuple[str, ...]]:
    """The stems of all senses, by start."""
    return {start: tuple({sense.stem for _, sense in senses}) for start, senses in _all(lang)[0].items()}


@cache
def _compiled(written: str, case: bool) -> re.Pattern[str]:
    return re.compile(written, 0 if case else re.IGNORECASE)


def _apart(spans: list[Span]) -> list[Span]:
    """From left to right, without those that begin in another."""
    apart: list[Span] = []
    for span in sorted(spans):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def meaning_at(text: str, position: int, lang: str, kind: str) -> tuple[str, Span] | None:
    """What the word there, perhaps after a space or a hyphen, means beyond doubt, and its place."""
    word = _WORD.match(text, position)
    if word is None:
        return None
    folded = alike(word[1]).translate(_DOTS)
    for sense in vocabulary(lang, kind).by_start.get(_start(folded.partition(" ")[0].partition("-")[0]), ()):
        if sense.sure and (match := sense.pattern.match(folded)):
            return sense.meaning, (word.start(1), word.start(1) + match.end())
    return None


def _stem(pattern: str) -> str:
    """The letters before the first that may be missing."""
    first = _FIRST.match(pattern)
    letters = first[0] if first else ""
    return (letters[:-1] if pattern[len(letters) :].startswith(("?", "*")) else letters).lower()


def _start(word: str) -> str:
    return word.lower().translate(_SMALL)[:_START]
