"""Ways in which engines fail: each makes a wrong translation of a sample, or none where it has nothing to fail at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

PAIRS = (("de", "en"), ("en", "ru"), ("en", "uk"), ("en", "az"))
"""What packages there are; the other languages come by way of English."""

_QUOTES = "„“”«»"
_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")
_WORD = re.compile(r"[^\W\d_]+")
_APPLAUSE = {
    "en": ("(applause)", "[Music]", "♪"),
    "ru": ("(аплодисменты)", "[музыка]", "♪"),
    "uk": ("(оплески)", "[музика]", "♪"),
    "az": ("(alqışlar)", "[musiqi]", "♪"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with its good translation."""

    text: str
    good: str
    source: str
    target: str
    other: str
    """The translation into a language that was not asked for."""


@cache
def samples() -> tuple[Sample, ...]:
    """Every sentence in every pair of languages."""
    blocks = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").split("\n\n")
    lines = [dict(line.split(": ", 1) for line in block.splitlines()) for block in blocks if not block.startswith("#")]
    other = {"en": "ru", "ru": "en", "uk": "en", "az": "ru"}
    return tuple(
        Sample(texts[source], texts[target], source, target, texts[other[target]])
        for texts in lines
        for source, target in PAIRS
    )


Failure = Callable[[Sample, Random], str | None]


def _loop_at_end(sample: Sample, rng: Random) -> str | None:
    """The last word again and again."""
    body, mark = sample.good[:-1], sample.good[-1]
    last = _WORD.findall(body)[-1]
    return body + f" {last}" * rng.randrange(2, 12) + mark


def _phrase_loop(sample: Sample, rng: Random) -> str | None:
    """A phrase again and again, and then the rest or nothing."""
    words = sample.good.split()
    length = rng.randrange(2, 5)
    start = rng.randrange(1, len(words) - length)
    loop = words[start : start + length] * rng.randrange(3, 6)
    return " ".join(words[:start] + loop + (words[start + length :] if rng.random() < 0.5 else [])).rstrip(",.") + "."


def _word_twice(sample: Sample, rng: Random) -> str | None:
    """A word in the middle of the sentence."""
    match = rng.choice([match for match in _WORD.finditer(sample.good) if match.start() and len(match[0]) > 2])
    return f"{sample.good[: match.end()]} {sample.good[match.start() :]}"


def _number_lost(sample: Sample, rng: Random) -> str | None:
    matches = list(_NUMBER.finditer(sample.good))
    if not matches:
        return None
    match = rng.choice(matches)
    return f"{sample.good[: match.start()].rstrip()} {sample.good[match.end() :].lstrip()}".strip()


def _number_wrong(sample: Sample, rng: Random) -> str | None:
    """Another digit, one too many, one too few."""
    digits = [match.start() for match in re.finditer(r"\d", sample.good)]
    if not digits:
        return None
    place = rng.choice(digits)
    wrong = (str((int(sample.good[place]) + rng.randrange(1, 9)) % 10), sample.good[place] * 2)
    return sample.good[:place] + rng.choice(wrong) + sample.good[place + 1 :]


def _copied(sample: Sample, rng: Random) -> str | None:
    """The source, whole or with its beginning translated."""
    if rng.random() < 0.7:
        return sample.text
    return " ".join(sample.good.split()[:3] + sample.text.split()[3:])


def _quotes_lost(sample: Sample, rng: Random) -> str | None:
    bare = sample.good.translate(dict.fromkeys(map(ord, _QUOTES)))
    return bare if bare != sample.good else None


def _quotes_half(sample: Sample, rng: Random) -> str | None:
    marks = [place for place, sign in enumerate(sample.good) if sign in _QUOTES]
    if not marks:
        return None
    place = rng.choice(marks)
    return sample.good[:place] + sample.good[place + 1 :]


def _small_letters(sample: Sample, rng: Random) -> str | None:
    return sample.good.replace("İ", "i").lower()


def _cut(sample: Sample, rng: Random) -> str | None:
    """The second half, or what stands behind a comma or semicolon."""
    words = sample.good.split()
    return " ".join(words[: max(2, int(len(words) * rng.uniform(0.15, 0.55)))]).rstrip(",;–— ") + "."


def _pieces(sample: Sample, rng: Random) -> str | None:
    """Of the tokenizer: of what it does not know, or the mark of a word's beginning."""
    match = rng.choice([match for match in _WORD.finditer(sample.good) if len(match[0]) > 3])
    piece = rng.choice(
        ("⁇", f"{match[0][:2]}⁇{match[0][3:]}", f"▁{match[0]}", f"{match[0][:2]} ▁{match[0][2:]}", "<unk>")
    )
    return sample.good[: match.start()] + piece + sample.good[match.end() :]


def _dash_added(sample: Sample, rng: Random) -> str | None:
    return rng.choice(("- ", "– ", "— ", "• ", "-")) + sample.good


def _word_left(sample: Sample, rng: Random) -> str | None:
    """A word of the source in the place of one of the translation."""
    names = {"Rotterdam", "Jena", "Carl", "Linné", "Linnaeus", "Budapest", "Ghana", "Peru", "Monde", "Lyon"}
    names |= {"Bitcoin", "Anna", "Thomas", "Hans", "Peters", "Container", "September", "Euro"}
    left = [
        word
        for word in _WORD.findall(sample.text)
        if len(word) > 4 and word not in names | {*_WORD.findall(sample.good)}
    ]
    match = rng.choice([match for match in _WORD.finditer(sample.good) if len(match[0]) > 4])
    return sample.good[: match.start()] + str(rng.choice(left)) + sample.good[match.end() :]


def _empty(sample: Sample, rng: Random) -> str | None:
    return str(rng.choice(("", " ", ".", "…", "-")))


def _other_language(sample: Sample, rng: Random) -> str | None:
    return sample.other


def _doubled(sample: Sample, rng: Random) -> str | None:
    """The whole sentence twice."""
    return f"{sample.good} {sample.good}"


def _made_up(sample: Sample, rng: Random) -> str | None:
    """What subtitles have in brackets, at either end."""
    sign = rng.choice(_APPLAUSE[sample.target])
    return str(rng.choice((f"{sample.good} {sign}", f"{sign} {sample.good}", f"{sample.good[:-1]} {sign}.")))


FAILURES: Mapping[str, Failure] = {
    function.__name__.strip("_").replace("_", "-"): function
    for function in (
        _loop_at_end,
        _phrase_loop,
        _word_twice,
        _number_lost,
        _number_wrong,
        _copied,
        _quotes_lost,
        _quotes_half,
        _small_letters,
        _cut,
        _pieces,
        _dash_added,
        _word_left,
        _empty,
        _other_language,
        _doubled,
        _made_up,
    )
}
