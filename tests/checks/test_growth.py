"""No check takes the square of a long text, whatever is in it; `make bench-growth` looks further."""

from __future__ import annotations

from collections import deque

import pytest

from l10n.checks import checks
from l10n.pairs.pair import Pair
from tests.growing import takes_time_with_its_size

_LETTERS = str.maketrans("0123456789", "abcdefghij")


@pytest.mark.parametrize("piece", ["In in ", "_a ", "ab - ", "Haus\u00adbau "])
def test_long_texts_of_one_piece(piece: str) -> None:
    def step(size: int) -> None:
        text = f"{(piece * size)[:size]}/ Haus"
        for check in checks().values():
            for source in ("Wort „b“", text):
                deque(check.pair(Pair(source, text, "ru", "de")) if check.pair else (), maxlen=0)

    assert takes_time_with_its_size(step, 1_000)


@pytest.mark.parametrize(
    ("rule", "piece", "source"),
    [
        *(("homoglyphs", piece, "Wort ") for piece in ("A? ", "A. a ", "A ", "AB ", " A")),
        *(("homoglyphs", piece, "Wort ABX ") for piece in ("A ", "AC ")),
        *(("punctuation", piece, "Wort ") for piece in (";", "a ; ", ".. ")),
        *(("source-left", piece, piece) for piece in ("a", "a1")),
    ],
)
def test_a_check_of_what_is_there_many_times(rule: str, piece: str, source: str) -> None:
    check = checks()[rule].pair
    assert check

    def step(size: int) -> None:
        text, target = ((each * size)[:size] for each in (source, piece))
        deque(check(Pair(text, f"{target}/ слово", "de", "ru")), maxlen=0)

    assert takes_time_with_its_size(step, 4_000)


@pytest.mark.parametrize("word", ["wort", "WORT"])
def test_many_words_that_were_left_over(word: str) -> None:
    check = checks()["source-left"].pair
    assert check

    def step(size: int) -> None:
        endings = (str(number).translate(_LETTERS) for number in range(size))
        words = " ".join(f"{word}{ending.upper() if word.isupper() else ending}" for ending in endings)
        deque(check(Pair(words, f"{words} слово", "de", "ru")), maxlen=0)

    assert takes_time_with_its_size(step, 300)


def test_many_runs_of_words_that_the_source_has_not() -> None:
    check = checks()["source-left"].pair
    assert check

    def step(size: int) -> None:
        endings = [str(number).translate(_LETTERS) for number in range(size)]
        text = "".join(f"Das haus will die{ending}. " for ending in endings)
        deque(check(Pair("Das wort soll die " * size, f"{text} слово", "de", "ru")), maxlen=0)

    assert takes_time_with_its_size(step, 1_000)


@pytest.mark.parametrize("source", ["Wort", "Xhaus§x"])
def test_many_small_words_of_neither_language(source: str) -> None:
    check = checks()["source-left"].pair
    assert check

    def step(size: int) -> None:
        endings = [str(number).translate(_LETTERS) for number in range(size)]
        texts = (" ".join(word.replace("§", ending) for ending in endings) for word in (source, "haus§"))
        deque(check(Pair(next(texts), f"{next(texts)} слово", "de", "ru")), maxlen=0)

    assert takes_time_with_its_size(step, 2_000)


def test_comments_without_an_end_are_words() -> None:
    check = checks()["length"].pair
    assert check
    (hit,) = check(Pair("Das Haus.", "The house <!-- a --> " + "<!-- word " * 20, "de", "en"))
    assert hit.message == "very long: 209 characters for 9"
    assert takes_time_with_its_size(lambda size: list(check(Pair("Das Haus.", "<!-- a" * size, "de", "en"))), 2_000)
