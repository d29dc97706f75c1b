"""A glossary becomes a file of another kind: a table or TBX."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n import glossary
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.glossary import Term, export, rows, tbx
from l10n.glossary.export import Dialect
from l10n.languages import language
from l10n.model.events import Event
from l10n.workflow import inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryConvertRequest:
    """Which glossary is to be written as which; what is not said is as in the settings."""

    settings: Config
    path: Path
    """CSV, tabs or TBX."""
    new: Path
    """The file to write, by its suffix CSV or TBX."""
    dialect: Dialect | None = None
    """Which TBX is written; None: TBX-Min for `.tbxm`, else TBX-Basic of version 3."""
    source_language: str | None = None
    to: str | None = None
    """The second language of TBX-Min or of a table that names none."""
    force: bool = False
    """Replace the new file if it is there."""


@dataclass(frozen=True, slots=True)
class GlossaryConverted(Event):
    """The new file is written."""

    path: Path
    terms: int
    lost: Mapping[str, int]
    """What one of the two kinds of file has no place for, and how often it was there."""


def convert(request: GlossaryConvertRequest) -> Iterator[Event]:
    """Write the terms in one step.

    Raises L10nError for a file that cannot be read or is there already, for words that the new kind cannot hold, and
    for an unknown language; WriteError if the file cannot be written.
    """
    settings = request.settings
    _check(request)
    others = [language(request.to).code] if request.to else settings.targets
    terms, lost = _read(request.path, (settings.source_language, *others))
    text, more = _text(terms, request)
    write_bytes(request.new, text.encode("utf-8"))
    yield GlossaryConverted(request.new, len(terms), Counter(lost) + Counter(more))


def _check(request: GlossaryConvertRequest) -> None:
    """L10nError for a new file that is no glossary by its name, or is there."""
    new = request.new
    if new.suffix.lower() not in glossary.SUFFIXES:
        suffixes = ", ".join(sorted(glossary.SUFFIXES))
        raise L10nError(f"{new}: no suffix of a glossary", f"name it with one of {suffixes}")
    if new.exists() and not request.force:
        raise L10nError(f"{new}: is there already", "name another file, or --force to replace it")


def _read(path: Path, languages: Sequence[str]) -> tuple[tuple[Term, ...], Mapping[str, int]]:
    """The terms, and what a term has no place for."""
    if not glossary.is_tbx(path):
        return rows.read(path, languages), {}
    content = tbx.read(path)
    return content.terms, content.lost


def _text(terms: Sequence[Term], request: GlossaryConvertRequest) -> tuple[str, Mapping[str, int]]:
    """The file's text, and what it has no place for."""
    path, suffix = request.path, request.new.suffix.lower()
    source = inputs.source_language(request.source_language, request.settings)
    if suffix == ".csv":
        return rows.text(terms, path), {}
    match request.dialect or (Dialect.MIN if suffix == ".tbxm" else Dialect.BASIC):
        case Dialect.V2:
            return export.martif(terms, path, source), {}
        case Dialect.BASIC:
            return export.basic(terms, path, source), {}
        case Dialect.MIN:
            target = _second_language(terms, source, request.to)
            return export.minimal(terms, path, source, target), export.lost_in_min(terms, source, target)


def _second_language(terms: Sequence[Term], source: str, given: str | None) -> str:
    """The one of TBX-Min; L10nError if there are several, and nothing is said."""
    others = dict.fromkeys(lang for term in terms for lang in term.words if lang != source)
    if given is None and len(others) != 1:
        raise L10nError("TBX-Min is for two languages", f"choose the second one with --to: {', '.join(others)}")
    return language(given or next(iter(others))).code
