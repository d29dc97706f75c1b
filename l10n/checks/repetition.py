"""A word or a phrase is repeated.

Translation engines run into loops, and people leave a word twice when they edit. Two fields of a text, with the mark
between them that the source has there, may have the same words.

Bad:  Das Haus ist groß. | The the house is big.
Bad ru: Er kam am Montag. | Он пришел в понедельник в понедельник.
Bad:  Das Haus ist groß. | The house is big, the house is big, the house is big.
Bad az: Er kam am Montag. | O, bazar günü bazar günü gəldi.
Bad ru: Er sagt, dass er kommt. | Он говорит, что что что придет.
Bad:  Nach Riga und zurück | To Riga Riga Riga and back
Good: Dass das das war | That that was that
Good az: Schritt für Schritt | addım addım
Good en-ru: All is well now, all is well now | Всё хорошо нынче, всё хорошо нынче
Good en-de: Split it in parts | Es in Teilen teilen
Bad en-de: On the house | Auf auf dem Haus
Good en-uk: %i MiB of %i MiB | %i МБ з %i МБ
Good: Sehr, sehr gut | Very, very good
Good: Nach New York | To New York, New York
Good: Niemals, niemals, niemals! | Never, never, never!
Good en-ru: I am well, touch wood. | У меня всё хорошо, тьфу-тьфу-тьфу.
Good en-ru: Options/Preferences | Настройки/Настройки
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from l10n.checks import Hit
from l10n.languages import record
from l10n.languages.knowledge import knows
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.apostrophe import alike
from l10n.text.visible import FILLER
from l10n.text.words import listed, word_pattern

SEVERITY = Severity.ERROR
ALONE = True

_LONGEST = 6
"""Words of a phrase that is said twice in a row."""
_TWICE = 2
_SMALL = 3
"""Letters of most prepositions."""
_NGRAM = 3
_TIMES = 3
"""So often a phrase of three words is a loop, if the source says nothing that often."""
_INSIDE = re.compile(r"(\w{2,48}?)\1{4,}")
_LONG = 24
_HALF = 6
"""Letters of the shortest text that is not just a word said twice."""
_DIVIDING = frozenset("\\|/=;\t\n")
_PLAIN = re.compile(r"\w+\s+\w+")
_MARKS = re.compile(r"[.!?:;,«»“”\"–—-]")
"""Between two short phrases they make a figure of speech likely: “Very good, very good”."""
_ENDS = re.compile(r"[.!?:]\s")
_APART = re.compile(rf"[^\w\s.!?:;,«»“”\"–—-]|\n\s*\n|\s{{2}}|{FILLER}|:\s")
"""Brackets, labels, columns, paragraphs, code: what stands on both sides belongs to different things."""
_BEGINNING = ("", *'.!?:…"“„»«')
_COMPOUND = re.compile(r"-|\w[·*:]")
"""Before the first of two words they make it the end of another: seven-time time trial, Nutzer·in in."""


def check(pair: Pair) -> Iterator[Hit]:
    """Doubled words and phrases, then loops with something between, then loops within a word."""
    words = pair.target_words
    repeats = len(pair.target_vocabulary) < len(words)
    lowered = pair.target_lowered
    if repeats and (span := _tripled(lowered, pair) or _doubled(lowered, pair) or _loop(lowered, pair)):
        text = pair.target[slice(*span)]
        yield Hit(f"repeated: “{text}”", span, severity=_severity(text.split(), pair))
        return
    if _twice(pair.target) and not _twice(pair.source) and not _are_fields(pair) and not _source_doubles(pair, 1):
        yield Hit("the whole text is there twice", (0, len(pair.target)))
        return
    long = len(pair.target) > _LONG and max(map(len, words), default=0) > _LONG
    if long and (match := _INSIDE.search(pair.target_plain)):
        yield Hit(f"repeated: “{match[0]}”", match.span())


def _severity(words: Sequence[str], pair: Pair) -> Severity | None:
    """Hindi, Arabic and Turkish say words twice; and one on one on the screen is two phrases with the same word."""
    if len(words) == _TWICE and not knows(pair.language, "doubles"):
        return Severity.INFO
    crossed = len(words) == 2 * _TWICE and words[0] == words[2] and words[-1] in _prepositions(pair.language)
    return Severity.WARNING if crossed else None


def _prepositions(lang: str) -> frozenset[str]:
    """Small words that go with what follows."""
    return frozenset(word for word in listed(lang, "function_words") if len(word) <= _SMALL)


def _twice(text: str) -> bool:
    """One half is the other, whatever is between them."""
    stripped = text.strip()
    half = len(stripped) // 2
    return stripped[:half].strip() == stripped[-half:].strip() and sum(map(str.isalpha, stripped[:half])) >= _HALF


def _are_fields(pair: Pair) -> bool:
    """A label and its explanation, which may be the same: what stands between them divides the source, too."""
    text = pair.target.strip()
    between = text[len(text) // 2]
    return len(text) % 2 == 1 and between in _DIVIDING and between in pair.source.strip()[1:-1]


def _tripled(words: Sequence[str], pair: Pair) -> Span | None:
    """Where a word, a name too, stands three times in a row, unless the source says one twice."""
    if not any(map(eq, words, words[1:])) or _source_doubles(pair, 1):
        return None
    spans: list[Span] = []
    triples = zip(words, words[1:], words[2:], strict=False)
    for index, (first, second, third) in enumerate(triples):
        if first == second == third and len(first) > 1 and not first.isdigit():
            spans = spans or _places(pair)
            span = spans[index][0], spans[index + 2][1]
            if pair.target[slice(*span)].count("-") < _TWICE:  # an exclamation: тьфу-тьфу-тьфу
                return span
    return None


def _doubled(words: Sequence[str], pair: Pair) -> Span | None:
    """Where a word or phrase follows itself, unless the source says something twice, too."""
    spans: list[Span] = []
    for size in range(1, min(_LONGEST, len(words) - len(pair.target_vocabulary)) + 1):
        doubled = _repeats(words, size)
        if not doubled or _source_doubles(pair, size if size == 1 else 2 * size):
            continue
        spans = spans or _places(pair)
        for index in doubled:
            span = (spans[index][0], spans[index + 2 * size - 1][1])
            seam = pair.target[spans[index + size - 1][1] : spans[index + size][0]]
            if not _allowed(words[index : index + size], pair, span, seam):
                return span
    return None


def _repeats(words: Sequence[str], size: int) -> list[int]:
    """Where phrases of so many words that follow themselves begin."""
    same, run = bytes(map(eq, words, words[size:])), b"\1" * size
    starts, start = [], same.find(run)
    while start >= 0:
        starts.append(start)
        start = same.find(run, start + 1)
    return starts


def _allowed(phrase: Sequence[str], pair: Pair, span: Span, seam: str) -> bool:
    """A custom of the language, a name or an enumeration."""
    text = pair.target[slice(*span)]
    if _APART.search(seam):
        return True
    if len(phrase) == 1:
        parts = text.split()
        first, last = parts[0], parts[-1]
        custom = phrase[0] in listed(pair.language, "doubles") or phrase[0].isdigit()
        name = (first.istitle() and last.istitle()) or (len(last) == 1 and last.isupper())
        noun = first.istitle() and last.islower() and _within_sentence(span[0], pair)
        compound = _COMPOUND.search(pair.target[max(0, span[0] - 2) : span[0]])
        metavariable = first.isupper() != last.isupper() and len(first) > 1  # НАЗВА назва
        return custom or name or noun or compound is not None or metavariable or not _PLAIN.fullmatch(alike(text))
    if all(word.isdigit() or len(word) == 1 for word in phrase):
        return True
    return len(phrase) < _NGRAM and (_MARKS.search(seam) or _ENDS.search(text)) is not None


def _within_sentence(start: int, pair: Pair) -> bool:
    """There a capital is a noun's in German: in Teilen teilen."""
    if not record(pair.language).noun_capitals:
        return False
    while start and pair.target[start - 1].isspace():
        start -= 1
    return pair.target[max(0, start - 1) : start] not in _BEGINNING


def _source_doubles(pair: Pair, longest: int) -> bool:
    words = [word.lower() for word in pair.source_words if word != "s"]  # the Jersey's Jersey
    return any(
        words[index : index + size] == words[index + size : index + 2 * size]
        for size in range(1, longest + 1)
        for index in range(len(words) - 2 * size + 1)
    )


def _loop(words: Sequence[str], pair: Pair) -> Span | None:
    if len(words) - len(pair.target_vocabulary) < _NGRAM * (_TIMES - 1):
        return None
    grams = [*zip(words, words[1:], words[2:], strict=False)]
    if len(set(grams)) > len(grams) - _TIMES + 1:
        return None
    gram, times = Counter(grams).most_common(1)[0]
    source = [word.lower() for word in pair.source_words]
    pairs, single = Counter(pairwise(source)), Counter(word for word in source if len(word) > _NGRAM)
    if times < _TIMES or max(pairs.values(), default=0) >= _TIMES - 1 or max(single.values(), default=0) >= times:
        return None
    second = grams.index(gram, grams.index(gram) + 1)
    spans = _places(pair)
    return spans[second][0], spans[second + _NGRAM - 1][1]


def _places(pair: Pair) -> list[Span]:
    """Where the words are."""
    return [match.span() for match in word_pattern(pair.language).finditer(alike(pair.target_plain))]
