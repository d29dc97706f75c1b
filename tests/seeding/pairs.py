"""Quotation marks of another language, and quotation marks and brackets without their partner."""

from __future__ import annotations

import re
from random import Random

from tests.seeding.material import Material, Seed, kind
from tests.seeding.texts import found, one_of

_QUOTED = {"en": "“[^“”]*”", "az": "“[^“”]*”", "ru": "«[^«»]*»", "uk": "«[^«»]*»"}
_BRACKETED = r"\([^()]*\)|\[[^\[\]]*\]"


def _quoted(material: Material) -> list[re.Match[str]]:
    """What the translation quotes where the source quotes something, too."""
    return found(_QUOTED[material.language], material.target) if re.search('["„“”«»]', material.source) else []


def _marked(match: re.Match[str], opening: str, closing: str) -> str:
    """The text with other marks around the same words."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return f"{before}{opening}{match[0][1:-1]}{closing}{after}"


def _half(rng: Random, matches: list[re.Match[str]]) -> str | None:
    """One of the pairs loses its first or its last mark."""
    match = one_of(rng, matches)
    return _marked(match, *rng.choice([("", match[0][-1]), (match[0][0], "")])) if match else None


def _marks(opening: str, closing: str) -> Seed:
    def seed(material: Material, rng: Random) -> str | None:
        return one_of(rng, [_marked(match, opening, closing) for match in _quoted(material)])

    return seed


def _quote_lost(material: Material, rng: Random) -> str | None:
    return _half(rng, _quoted(material))


def _quotes_lost(material: Material, rng: Random) -> str | None:
    """All of them, and the words within stay."""
    if not _quoted(material) or "’" in material.target or "'" in material.target:
        return None
    return re.sub("[“”«»„]", "", material.target)


def _bracket_lost(material: Material, rng: Random) -> str | None:
    if not re.search(_BRACKETED, material.source):
        return None
    return _half(rng, found(_BRACKETED, material.target))


KINDS = (
    kind("german-quotes", "quotes", _marks("„", "“")),
    kind("straight-quotes", "quotes", _marks('"', '"'), "ru uk"),
    kind("english-quotes", "quotes", _marks("“", "”"), "ru uk"),
    kind("guillemets", "quotes", _marks("«", "»"), "en"),
    kind("quotation-mark-lost", "quotes", _quote_lost),
    kind("quotation-marks-all-lost", "quotes", _quotes_lost),
    kind("bracket-lost", "brackets", _bracket_lost),
)
