"""A `<tu>` and its `<tuv>` elements, as they stand in a TMX file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from l10n.languages.codes import base

_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")


@dataclass(slots=True)
class Variant:
    """A `<tuv>`."""

    attributes: Mapping[str, str]
    text: str | None = None
    """As it stands, codes included, as OmegaT has it; None if there is no `<seg>`."""
    plain: str = ""
    """Without codes and the layout of the file; a line break with an indent is a space unless xml:space keeps it."""
    codes: Mapping[str, int] = field(default_factory=dict)
    """How often each kind of code stands there that belongs to no pair."""
    props: dict[str, str] = field(default_factory=dict)

    code: str = field(init=False)
    """Its language as the file has it: `pt-BR`."""
    language: str = field(init=False)
    """Its base code, as `pt`."""

    def __post_init__(self) -> None:
        self.code = self.attributes.get("xml:lang") or self.attributes.get("lang", "")
        self.language = as_base(self.code)


@dataclass(slots=True)
class Element:
    """A `<tu>` as it stands in the file, whatever its texts; `read` makes units of it."""

    attributes: Mapping[str, str]
    source_language: str
    """What it or the header call so; empty if neither does, or any may be it (`*all*`)."""
    line: int = 0
    props: dict[str, str] = field(default_factory=dict)
    """Their texts by type; those that OmegaT calls `prev` and `next` have our names."""
    variants: list[Variant] = field(default_factory=list)
    note: str = ""
    fault: str = ""
    """Why it cannot be taken as it is; empty if it can."""

    def changed(self, variant: Variant) -> tuple[str, str]:
        """Who changed the variant last, and when (ISO 8601); empty if unknown."""
        about = self._about(variant)
        who = about.get("changeid") or about.get("creationid", "")
        return who, date(about.get("changedate", "")) or date(about.get("creationdate", ""))

    def created(self, variant: Variant) -> str:
        """When it was made (ISO 8601); empty if unknown."""
        return date(self._about(variant).get("creationdate", ""))

    def _about(self, variant: Variant) -> Mapping[str, str]:
        """What the unit and the variant say, which comes first."""
        return {**self.attributes, **variant.attributes} if self.attributes else variant.attributes


@lru_cache(1000)  # asked for every text of the file
def as_base(code: str) -> str:
    """The base code, as `pt` of `pt-BR`."""
    return base(code)


def date(text: str) -> str:
    """`20260131T123045Z` in ISO 8601; empty for anything else."""
    match = _DATE.fullmatch(text) if text else None
    return "{}-{}-{}T{}:{}:{}Z".format(*match.groups()) if match else ""
