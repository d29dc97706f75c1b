"""Wrong spaces, line breaks, characters nobody sees."""

from __future__ import annotations

import re
from random import Random

from tests.seeding.material import Material, Seed, kind
from tests.seeding.texts import found, one_of, put, words


def _everywhere(pattern: str, new: str) -> Seed:
    """One match of the pattern, wherever it is, becomes something else."""

    def seed(material: Material, rng: Random) -> str | None:
        return one_of(rng, [put(match, new) for match in found(pattern, material.target)])

    return seed


def _leading(material: Material, rng: Random) -> str | None:
    edges = (material.source[:1], material.target[:1])
    return None if any(edge.isspace() for edge in edges) else f" {material.target}"


def _trailing(material: Material, rng: Random) -> str | None:
    edges = (material.source[-1:], material.target[-1:])
    return None if any(edge.isspace() for edge in edges) else f"{material.target} "


def _break_lost(material: Material, rng: Random) -> str | None:
    return material.target.removesuffix("\n") if material.source.endswith("\n") else None


def _break_added(material: Material, rng: Random) -> str | None:
    return None if material.source.endswith("\n") else f"{material.target}\n"


def _inner_break_lost(material: Material, rng: Random) -> str | None:
    """Two lines become one."""
    if not re.search(r"\n.", material.source):
        return None
    return one_of(rng, [put(match, " ") for match in re.finditer(r"\n(?=.)", material.target)])


def _in_word(character: str) -> Seed:
    def seed(material: Material, rng: Random) -> str | None:
        word = one_of(rng, [match for match in words(material.target) if len(match[0]) > 4])
        if word is None or character in material.source:
            return None
        place = rng.randrange(2, len(word[0]) - 1)
        return put(word, word[0][:place] + character + word[0][place:])

    return seed


def _byte_order_mark(material: Material, rng: Random) -> str | None:
    return rng.choice(("\ufeff{}", "{}\ufeff")).format(material.target)


def _bell(material: Material, rng: Random) -> str | None:
    """Software that takes a text over from elsewhere leaves such things at its places of joining."""
    word = one_of(rng, words(material.target))
    return put(word, f"{word[0]}\x07") if word else None


KINDS = (
    kind("doubled-space", "spaces", _everywhere(r"(?<=[^\W\d_]) (?=[^\W\d_])", "  ")),
    kind("space-before-comma", "spaces", _everywhere(r"(?<=[^\W\d_]),(?=\s)", " ,")),
    kind("space-before-full-stop", "spaces", _everywhere(r"(?<=[^\W\d_])\.$", " .")),
    kind("space-after-comma-lost", "spaces", _everywhere(r"(?<=[^\W\d_]), (?=[^\W\d_])", ",")),
    kind("leading-space", "spaces", _leading),
    kind("trailing-space", "spaces", _trailing),
    kind("space-before-percent", "spaces", _everywhere(r"(?<=\d)%", " %"), "en"),
    kind("line-break-lost", "line-breaks", _break_lost),
    kind("line-break-added", "line-breaks", _break_added),
    kind("inner-line-break-lost", "line-breaks", _inner_break_lost),
    kind("zero-width-space", "control-characters", _in_word("\u200b")),
    kind("soft-hyphen", "control-characters", _in_word("\u00ad")),
    kind("byte-order-mark", "control-characters", _byte_order_mark),
    kind("bell", "control-characters", _bell),
)
