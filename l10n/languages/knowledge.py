"""Whether enough is known of a language for something: a part of its record, or a list of words in its data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from l10n.languages.record import Tier
from l10n.languages.table import record


@cache
def knows(lang: str, need: str) -> bool:
    """The record says so (`typography`, `capitals`), or there is a list of that name (`cities`).

    How a language sets its text is known to be so where somebody has measured it, not where CLDR alone says so.
    """
    known = record(lang)
    measured = known.typography is not None and known.tier is not Tier.BASIC
    parts = {
        "typography": measured,
        "dash": measured and known.typography is not None and known.typography.dash != "",
        "capitals": known.script.cased,
        "names": known.tier is Tier.FULL,
        "evidence": known.tier is Tier.FULL,
        "customs": known.tier is Tier.FULL,
        "negation": known.negation.possible != "",
    }
    if need in parts:
        return parts[need]
    folder = files("l10n.languages").joinpath("data", lang)
    return any(folder.joinpath(f"{need}.{suffix}").is_file() for suffix in ("txt", "tsv"))
