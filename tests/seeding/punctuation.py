"""Wrong marks: at the end, doubled, hyphens for dashes, ellipses gone."""

from __future__ import annotations

import re
from random import Random

from tests.seeding.material import Material, Seed, kind
from tests.seeding.texts import found, one_of, put

_END = re.compile(r"(?<=[^\s.,!?:…])[.!?:](?=[»”)]?$)")
_DASH = re.compile(r"(?<=[ \u00a0])[–—](?= )")
_CHANGES = {".": "!?,:", "?": ".!", "!": ".?", ":": ".;"}


def _both_end(material: Material) -> re.Match[str] | None:
    """The mark at the end of the translation, if the source has one there, too."""
    ends = re.search(r"[.!?:][»”“)\"]?$", material.source)
    return _END.search(material.target) if ends else None


def _end_lost(material: Material, rng: Random) -> str | None:
    match = _both_end(material)
    return put(match, "") if match else None


def _end_changed(material: Material, rng: Random) -> str | None:
    match = _both_end(material)
    return put(match, rng.choice(_CHANGES[match[0]])) if match else None


def _end_added(material: Material, rng: Random) -> str | None:
    if re.search(r"\w\Z", material.source) and re.search(r"[^\W\d_]\Z", material.target):
        return material.target + rng.choice("..!")
    return None


def _doubled_comma(material: Material, rng: Random) -> str | None:
    return one_of(rng, [put(match, ",,") for match in found(r"(?<=[^\W\d_]),(?=\s)", material.target)])


def _comma_before_stop(material: Material, rng: Random) -> str | None:
    return one_of(rng, [put(match, ",.") for match in found(r"(?<=[^\W\d_])\.$", material.target)])


def _doubled_stop(material: Material, rng: Random) -> str | None:
    return one_of(rng, [put(match, "..") for match in found(r"(?<=[^\W\d_])\.$", material.target)])


def _hyphen(material: Material, rng: Random) -> str | None:
    return one_of(rng, [put(match, "-") for match in found(_DASH, material.target)])


def _double_hyphen(material: Material, rng: Random) -> str | None:
    return one_of(rng, [put(match, "--") for match in found(_DASH, material.target)])


def _ellipsis(material: Material, rng: Random, *others: str) -> str | None:
    """The ellipsis becomes something else; in the middle of a sentence that is nothing."""
    if "…" not in material.source:
        return None
    options = []
    for match in found("…", material.target):
        at_end = match.end() == len(material.target)
        options += [put(match, other) for other in others if at_end or other != "."]
    return one_of(rng, options)


def _ellipsis_lost(material: Material, rng: Random) -> str | None:
    return _ellipsis(material, rng, "", ".")


def _three_dots(material: Material, rng: Random) -> str | None:
    return _ellipsis(material, rng, "...")


def _leading(mark: str) -> Seed:
    """A mark that engines put before a sentence: of a list, of speech in films."""

    def seed(material: Material, rng: Random) -> str | None:
        text = material.target
        return f"{mark} {text}" if text[:1].isalpha() and material.source[:1].isalpha() else None

    return seed


KINDS = (
    kind("end-mark-lost", "end-punctuation", _end_lost),
    kind("end-mark-changed", "end-punctuation", _end_changed),
    kind("end-mark-added", "end-punctuation", _end_added),
    kind("doubled-comma", "punctuation", _doubled_comma),
    kind("comma-before-full-stop", "punctuation", _comma_before_stop),
    kind("doubled-full-stop", "punctuation end-punctuation", _doubled_stop),
    kind("dash-added", "leading-mark", _leading("-")),
    kind("long-dash-added", "leading-mark", _leading("–")),
    kind("bullet-added", "leading-mark", _leading("•")),
    kind("hyphen-for-dash", "dashes", _hyphen),
    kind("double-hyphen-for-dash", "dashes", _double_hyphen),
    kind("ellipsis-lost", "ellipsis end-punctuation", _ellipsis_lost),
    kind("three-dots-for-ellipsis", "ellipsis end-punctuation", _three_dots),
)
