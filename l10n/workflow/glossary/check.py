"""What is wrong with a glossary, and how catalogues use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import glossary
from l10n.config import Config
from l10n.errors import L10nError
from l10n.languages.codes import meant
from l10n.model.events import Event
from l10n.workflow import inputs
from l10n.workflow.glossary import catalogues

if TYPE_CHECKING:
    from l10n.glossary_audit.catalogues import ReadCatalogue
    from l10n.glossary_audit.problems import GlossaryProblem
    from l10n.glossary_audit.usage import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryCheckRequest:
    """Which glossaries are to be examined; what is not said is as in the settings."""

    settings: Config
    files: tuple[Path, ...] = ()
    """CSV or TBX files."""
    catalogues: tuple[Path, ...] = ()
    """PO files, or folders with some."""
    source_language: str | None = None
    """None: what the catalogues are translated from."""
    to: str | None = None
    """Target languages, with commas between them; None: those of the catalogues, if they have a source of their own."""


@dataclass(frozen=True, slots=True)
class GlossaryChecked(Event):
    """A glossary has been examined."""

    path: Path
    terms: int
    source: str
    """Code of the language whose words are looked for."""
    targets: tuple[str, ...]
    problems: tuple[GlossaryProblem, ...]
    """By line, the gravest of a line first."""
    usage: Usage | None
    """None if there are no catalogues."""


def check(request: GlossaryCheckRequest) -> Iterator[Event]:
    """Examine each glossary by itself and against all catalogues.

    Raises L10nError if no glossary is named, for an unknown language, and for a file that cannot be read.
    """
    from l10n.glossary_audit.problems import problems
    from l10n.glossary_audit.usage import usage

    settings = request.settings
    files = catalogues.paths(request.catalogues, settings)
    known, source = catalogues.read(files, request.source_language, settings)
    yield catalogues.source_languages(known)
    targets = _targets(request, known, source)
    for path in request.files or (_own(settings),):
        terms = glossary.read(path, (source, *targets))
        faults = tuple(problems(terms, source, targets))
        used = usage(terms, source, known) if known else None
        yield GlossaryChecked(path, len(terms.terms), source, tuple(targets), faults, used)


def _targets(request: GlossaryCheckRequest, known: Sequence[ReadCatalogue], source: str) -> list[str]:
    """Those of the catalogues only if their source language is not the settings'."""
    own = [] if source == request.settings.source_language else [catalogue.language for catalogue in known]
    named = request.to or ",".join(dict.fromkeys(lang for lang in own if meant(lang)))
    return inputs.targets(named or None, source, request.settings)


def _own(settings: Config) -> Path:
    """The glossary of the settings; L10nError if they name none."""
    if settings.glossary is None:
        raise L10nError("no glossary", 'name a CSV or TBX file, or set glossary = "…" in [tool.l10n] of pyproject.toml')
    return settings.glossary
