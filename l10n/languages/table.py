"""The table of our languages: a module each, found by its name and imported when somebody asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module

from l10n import plugins
from l10n.languages.record import Language, Tier

_FAMILY = "l10n.languages"
SOURCE = "de"
"""The language of the articles, unless the settings say otherwise."""
TARGETS = ("en", "ru", "az", "uk")
"""What they are translated into, unless the settings say otherwise."""
PIVOT = "en"
"""The language between two that have no package: the official index pairs every language with this one only."""
_CODE = re.compile("[a-z]{2,3}")


class _Ours(Mapping[str, Language]):
    """The records of the languages that can be a source and a target; those of the settings' defaults first."""

    def __getitem__(self, code: str) -> Language:
        if code in modules() and (known := _imported(code)).tier is Tier.FULL:
            return known
        raise KeyError(code)

    def __iter__(self) -> Iterator[str]:
        return (code for code in modules() if _imported(code).tier is Tier.FULL)

    def __len__(self) -> int:
        return sum(1 for _ in self)


LANGUAGES: Mapping[str, Language] = _Ours()


@cache
def modules() -> tuple[str, ...]:
    """The codes of all languages that have a record here, whatever is known of them."""
    codes = (name for name in plugins.names(_FAMILY) if _CODE.fullmatch(name))
    return tuple(dict.fromkeys((SOURCE, *TARGETS, *codes)))


@cache
def record(code: str) -> Language:
    """What is known of any language by its base code: our record, or CLDR's; of a code that nobody knows nothing."""
    if code in modules() and (ours := _imported(code)).tier is Tier.FULL:
        return ours
    from l10n.languages import cldr

    known = cldr.record(code)
    return _completed(ours, known) if code in modules() else known


def ours(code: str) -> Language:
    """The record without what CLDR adds to ours, which takes time; that of CLDR for a language without one of ours."""
    return _imported(code) if code in modules() else record(code)


def ordered(codes: Iterable[str]) -> list[str]:
    """Each code once: those of languages that are known in full in their order, then the others by alphabet."""
    rest = set(codes)
    return [*(code for code in LANGUAGES if code in rest), *sorted(rest - LANGUAGES.keys())]


def _completed(ours: Language, cldr: Language) -> Language:
    """Our record, and what CLDR has where ours says nothing."""
    neutral = Language("", "", "", "")
    return cldr._replace(
        **{field: value for field, value in ours._asdict().items() if value != getattr(neutral, field)}
    )


@cache
def _imported(code: str) -> Language:
    known: Language = import_module(f"{_FAMILY}.{code}").LANGUAGE
    return known
