"""Capital and small letters as a language pairs them: the capital of an Azerbaijani i is İ."""

from __future__ import annotations

from functools import cache

from l10n.languages import record


def capital(letter: str, lang: str) -> str:
    """The capital of a letter, which may be several characters; no letter stays no letter."""
    return record(lang).capitals.get(letter) or letter.upper()


@cache
def to_capitals(lang: str) -> dict[int, str]:
    """For str.translate, before upper(): the small letters whose capitals are not Unicode's."""
    return str.maketrans(dict(record(lang).capitals))


@cache
def to_small(lang: str) -> dict[int, str]:
    """For str.translate, before lower(): the capitals whose small letters are not Unicode's."""
    return str.maketrans({capital: small for small, capital in record(lang).capitals.items()})
