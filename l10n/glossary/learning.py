"""What reviewers change again and again: “X became Y in 7 of 8 segments”, mined from first drafts and accepted texts.

Both texts are aligned word by word; where some words were replaced by others, that is a change. Changes of the same
words in other forms are one (`l10n.text.inflection`), and a mere change of form (доме, дома) is none: that is
grammar; but a capital (кремль, Кремль) is one. A change counts by segments, and against the segments whose draft had
the words at all, those accepted as they were too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Prefix

from l10n.languages import record
from l10n.text.apostrophe import alike
from l10n.text.inflection import key, pattern

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
"""Letters and digits; a hyphen or an apostrophe only within the word, as at its edge it is a mark."""
_LONGEST = 3
"""Words of one change; longer ones are sentences said anew."""
_STEM, _ENDING = 4, 3
"""Letters that two forms share at least, and that either has after them at most."""
_OFTEN = 0.6
"""Share of the segments of a source word in which the change happens, and of the changes with that word, at least."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A segment: its first draft, and what reviewers accepted, which may be the same."""

    source: str
    draft: str
    accepted: str
    language: str
    """The language of draft and accepted text."""


@dataclass(frozen=True, slots=True)
class RepeatedChange:
    """A change that reviewers make repeatedly."""

    language: str
    old: str
    """The shortest form of what drafts had."""
    new: str
    times: int
    """Segments in which it was made."""
    drafts: int
    """Segments whose draft had the old words."""
    source: str = ""
    """The word of the source that goes with it; empty if there is none."""


Words = tuple[str, ...]


def learn(
    corrections: Iterable[Correction], source_language: str, minimum: int = 2, share: float = 0.5
) -> list[RepeatedChange]:
    """Changes made in so many segments, and in this share of those where they could be; most frequent first."""
    languages: dict[str, list[Correction]] = defaultdict(list)
    for correction in corrections:
        languages[correction.language].append(correction)
    changes = [
        change
        for lang, texts in languages.items()
        for change in _of_language(texts, lang, source_language)
        if change.times >= minimum and change.times >= share * change.drafts
    ]
    return sorted(
        changes,
        key=lambda change: (-change.times, -change.times / change.drafts, change.language, change.old, change.new),
    )


def _of_language(corrections: Sequence[Correction], lang: str, source_language: str) -> Iterator[RepeatedChange]:
    groups = _Groups(lang)
    for number, correction in enumerate(corrections):
        for old, new in _changes(correction):
            groups.add(old, new, number)
    for (old, new), changed in groups.merged():
        had = {number for number, correction in enumerate(corrections) if _has(old, correction.draft, lang)} | changed
        word = _companion([correction.source for correction in corrections], changed, source_language)
        yield RepeatedChange(lang, " ".join(old), " ".join(new), len(changed), len(had), word)


def _changes(correction: Correction) -> Iterator[tuple[Words, Words]]:
    """Words replaced by others, without those among them that only took another form."""
    draft, accepted = (_WORD.findall(text) for text in (correction.draft, correction.accepted))
    before, after = (list(map(alike, words)) for words in (draft, accepted))
    for tag, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = tuple(draft[start:end]), tuple(accepted[first:last])
        if tag != "replace" or len(old) > _LONGEST or len(new) > _LONGEST:
            continue
        pairs = zip(old, new, strict=True) if len(old) == len(new) else ()
        single = [((word,), (form,)) for word, form in pairs if not _same(word, form, correction.language)]
        yield from single if 0 < len(single) < len(old) else [(old, new)]


class _Groups:
    """Changes by what they change, whatever the endings."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._found: dict[tuple[Words, Words], set[int]] = defaultdict(set)

    def add(self, old: Words, new: Words, number: int) -> None:
        if not _alike(old, new, self._lang) or " ".join(old).lower() == " ".join(new).lower():
            self._found[old, new].add(number)

    def merged(self) -> Iterator[tuple[tuple[Words, Words], set[int]]]:
        """Each with its shortest form and the segments of all its forms."""
        buckets: dict[Words, list[tuple[Words, Words]]] = defaultdict(list)
        merged: dict[tuple[Words, Words], set[int]] = {}
        for change in sorted(self._found, key=_simplest):
            old, new = change
            bucket = buckets[tuple(key(word, self._lang) for word in old + new)]
            same = (
                known_change
                for known_change in bucket
                if _alike(known_change[0], old, self._lang) and _alike(known_change[1], new, self._lang)
            )
            known = next(same, None)
            if known is None:
                bucket.append(change)
            merged.setdefault(known or change, set()).update(self._found[change])
        yield from merged.items()


def _simplest(change: tuple[Words, Words]) -> tuple[int, str]:
    """The shortest first, and small letters before capitals, which may be those of a sentence."""
    text = " ".join(change[0] + change[1])
    return len(text), text.swapcase()


def _alike(words: Words, others: Words, lang: str) -> bool:
    """The same words in the same forms or others."""
    return len(words) == len(others) and all(_same(*pair, lang) for pair in zip(words, others, strict=True))


def _same(word: str, form: str, lang: str) -> bool:
    """Two forms of a word, with a capital or without, one of which may be no base form: большом, больших."""
    word, form = alike(word), alike(form)
    start = Prefix.similarity(word.lower(), form.lower())
    if (
        record(lang).inflection.rich
        and start >= _STEM
        and max(len(word), len(form)) - start <= min(_ENDING, start // 2)
    ):
        return True
    return any(pattern(first, lang, False).fullmatch(last) for first, last in ((word, form), (form, word)))


def _has(words: Words, text: str, lang: str) -> bool:
    return pattern(" ".join(words), lang, False).search(alike(text)) is not None


def _companion(sources: Sequence[str], changed: set[int], lang: str) -> str:
    """The source word of all changed segments that fewest others have; of several the longest with a capital."""
    texts = list(map(alike, sources))
    first, *others = (texts[number] for number in sorted(changed))
    best, rank = "", (_OFTEN, False, 0)
    for word in dict.fromkeys(_WORD.findall(first)):
        form = pattern(word, lang, True)
        if len(word) < 3 or not all(form.search(text) for text in others):
            continue
        having = sum(form.search(text) is not None for text in texts)
        if (new := (len(changed) / having, word[0].isupper(), len(word))) > rank:
            best, rank = word, new
    return _shortest(best, sources, lang)


def _shortest(word: str, sources: Iterable[str], lang: str) -> str:
    """The word in the shortest form that the sources have."""
    if not word:
        return ""
    forms: set[str] = {other for text in sources for other in _WORD.findall(text) if _same(word, other, lang)}
    return min(sorted(forms), key=len)
