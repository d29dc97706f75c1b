"""A word of the source was left over.

Names stay, other words do not: a German word in the translation has been overlooked, or the engine did not know it.

Bad ru: Die Regierung ist gespalten. | Regierung расколото.
Bad:  Die Regierung ist gespalten. | The Regierung is divided.
Bad az: Er wurde kurz darauf abgelöst. | O, tezliklə abgelöst oldu.
Good ru: Der Konzern SOCAR | Концерн SOCAR
Good: Die Welt am Sonntag schrieb darüber. | The Welt am Sonntag wrote about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.linguistics.pair import Pair
from l10n.linguistics.typography import LATIN
from l10n.linguistics.words import listed
from l10n.model import Severity

SEVERITY = Severity.WARNING

_ENDINGS = (
    "ung",
    "ungen",
    "keit",
    "keiten",
    "heit",
    "heiten",
    "schaft",
    "schaften",
    "lich",
    "liche",
    "lichen",
    "licher",
)
_INFLECTED = re.compile(r"(?:e[mnrs]?|er?n|eln|[es]?t|ig|i?s?ch|ung|[äöüß]\w*)$")
_GERMAN = listed("de", "common_words")
_SHOWN = 5
_SHORT = 3
_LONG = 6
"""Letters from which an ending tells that a word is no name."""


def check(pair: Pair) -> Iterator[Hit]:
    """Words of both texts that are no names: common in the source language, or small in a text of another script."""
    if pair.source_language == pair.language or pair.target == pair.source or pair.typography is None:
        return
    if pair.typography.cyrillic and pair.target_chars.isdisjoint(LATIN):
        return
    shared = [word for word in set(pair.target_words).intersection(pair.source_words) if _candidate(word, pair)]
    matches = (re.search(rf"(?<![\w!&.'’-]){re.escape(word)}(?![\w'’-])", pair.target_plain) for word in shared)
    left = sorted((match for match in matches if match and not _titled(pair, match)), key=lambda match: match.start())
    if left:
        words = ", ".join(f"“{match[0]}”" for match in left[:_SHOWN]) + (" …" if len(left) > _SHOWN else "")
        yield Hit(f"left over from the source: {words}", left[0].span())


def _candidate(word: str, pair: Pair) -> bool:
    return len(word) >= _SHORT and word.isalpha() and not word.isupper() and _left(word, pair)


def _left(word: str, pair: Pair) -> bool:
    if pair.source_language != "de":
        return word.lower() in listed(pair.source_language, "function_words") or (_cyrillic(pair) and word.islower())
    if not _GERMAN.isdisjoint((word, word.lower())) or (len(word) > _LONG and word.endswith(_ENDINGS)):
        return True
    if word.islower():
        return bool(_INFLECTED.search(word)) and (pair.language != "en" or not word.isascii())
    return _cyrillic(pair) and (len(word) > 2 * _LONG or not word.isascii())


def _cyrillic(pair: Pair) -> bool:
    return pair.typography is not None and pair.typography.cyrillic


def _titled(pair: Pair, match: re.Match[str]) -> bool:
    """Part of a name of several words, “Welt am Sonntag”, or in quotation marks or brackets: quoted as it is."""
    before, after = pair.target_plain[: match.start()], pair.target_plain[match.end() :]
    if re.search(r"[„“”«»\"'(‘/-]\s?$", before) or re.match(r"\s?[”“«»\"')’/-]", after):
        return True
    left, right = re.search(r"([A-ZÄÖÜ][\wäöüß.&-]*) $", before), re.match(r" ([A-ZÄÖÜ][\w]*)", after)
    phrase = left[1][:_LONG] if left else ""
    follow = f"{match[0]} {right[1]}" if right else ""
    return bool(phrase and phrase in pair.source_plain and match[0].istitle()) or bool(
        follow and follow in pair.source_plain
    )
