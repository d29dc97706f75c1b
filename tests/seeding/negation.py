"""Negations lost: the translation says the opposite."""

from __future__ import annotations

import re
from random import Random

from tests.seeding.material import Material, kind

_SOURCE = {
    "de": r"\b(?:nicht(?! nur| etwa| mehr| ohne)|nie|niemals|kein\w*|nichts)\b",
    "en": r"\b(?:not|never|no|nothing)\b|n[’']t\b",
}
_TARGET = {
    "en": r"\b(?:do|does|did)(?: not|n[’']t) |\b(?:not|never) |n[’']t\b",
    "ru": r"\b(?:никогда не|не|ни) ",
    "uk": r"\b(?:ніколи не|не|ні) ",
    "az": r" deyil(?=[.,])|(?<=\w)m(?=[iıuü]r\b)|(?<=\w)m[aə](?=d[ıi])",
}


def _lost(material: Material, rng: Random) -> str | None:
    """All the negations of the translation, where the source has one."""
    if len(re.findall(_SOURCE[material.source_language], material.source.lower())) != 1:
        return None
    text = re.sub(_TARGET[material.language], "", material.target, flags=re.IGNORECASE)
    return None if text == material.target else text[:1].upper() + text[1:]


KINDS = (kind("negation-lost", "negation", _lost),)
