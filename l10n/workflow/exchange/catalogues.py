"""The catalogues of an exchange, by what a request names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n.catalogue.normalize import source_language
from l10n.catalogue.search import language_of
from l10n.catalogue.source_texts import source_texts
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model import Catalogue
from l10n.workflow import inputs

Pair = tuple[str, str]
"""Source and target language, as other programs write them: `pt-BR`."""


def named(paths: Sequence[Path], locales: Path | None, settings: Config) -> list[Path]:
    """Return the PO files of the paths and of the folder, else of the settings' folder; raises L10nError for none."""
    if paths:
        return inputs.named_catalogues([*paths, *([locales] if locales else ())])
    return inputs.stored_catalogues((), locales, settings) or inputs.named_catalogues([locales or settings.locales])


def pair_of(path: Path, catalogue: Catalogue, settings: Config) -> Pair:
    """Return the languages of a catalogue; raises L10nError if they are unknown or the same."""
    from l10n.exchange.omegat import locations

    stated = source_language(catalogue, None, settings.source_language)
    source = stated or source_texts(path, catalogue, settings.source_language).language
    pair = locations.language(source, path), locations.language(language_of(path, catalogue), path)
    if pair[0] == pair[1]:
        hint = "the header's fields X-Source-Language and Language name them"
        raise L10nError(f"{path}: from '{pair[0]}' into '{pair[1]}'", hint)
    return pair


def refuse_two_sources(pairs: Iterable[Pair]) -> None:
    """Raise L10nError for two source languages with one target, whose files would have one name."""
    targets = [target for _, target in pairs]
    if twice := next((target for target in targets if targets.count(target) > 1), ""):
        raise L10nError(f"catalogues into '{twice}' from several languages", "export those from one language at a time")
