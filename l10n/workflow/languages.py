"""The languages, and how much is known of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from l10n.languages import Language, language
from l10n.languages.codes import every, offered
from l10n.model.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagesRequest:
    """Which languages are to be listed: without codes those that Argos has packages for."""

    codes: tuple[str, ...] = ()
    everything: bool = False
    """All that CLDR has a name of, which other engines may have."""


@dataclass(frozen=True, slots=True)
class LanguageListed(Event):
    """A language of the list."""

    language: Language


def languages(request: LanguagesRequest) -> Iterator[Event]:
    """Yields `LanguageListed` for each; L10nError for an unknown code, with the nearest known."""
    codes = request.codes or (every() if request.everything else offered())
    yield from (LanguageListed(language(code)) for code in codes)
