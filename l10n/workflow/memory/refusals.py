"""Two documents that are no text and its translation are refused before anything is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import real
from l10n.languages import record
from l10n.model import Document
from l10n.reports.characters import shown
from l10n.text.language_id import identify
from l10n.workflow.outputs import keep_off

MOST = 100_000
"""Sentences of a document: they take minutes, and 1.5 GB."""
_FEWEST = 0.1
"""Sentences that have a sure partner, of those of the shorter text: fewer, and it is no translation."""


def check(paths: tuple[Path, Path], documents: Sequence[Document]) -> None:
    """L10nError for a document without sentences or with too many, and for two that are the same."""
    source, target = documents
    if source.data == target.data:
        raise L10nError(f"{shown(paths[1])}: the same text as {shown(paths[0])}", "name its translation")
    for path, document in zip(paths, documents, strict=True):
        count = len(document.segments)
        if not count:
            raise L10nError(f"{shown(path)}: no sentences", "name a text that has some")
        if count > MOST:
            raise L10nError(f"{shown(path)}: {count:,} sentences, more than {MOST:,}", "part both texts alike")
    _check_languages(paths, documents)


def check_output(output: Path | None, paths: tuple[Path, Path]) -> None:
    """L10nError for a file to write that is one of the documents, a catalogue or the settings."""
    if output and real(output) in {path.resolve() for path in paths}:
        raise L10nError(f"--output {shown(output)}: this is one of the documents", "name another file")
    if output:
        keep_off(output, ())


def check_result(paths: tuple[Path, Path], documents: Sequence[Document], sure: int) -> None:
    """L10nError if next to no sentence has a sure partner."""
    fewer = min(len(document.segments) for document in documents)
    if sure < max(1, _FEWEST * fewer):
        raise L10nError(
            f"{shown(paths[0])}, {shown(paths[1])}: only {sure} of {fewer} sentences have a sure partner",
            "check that one is the translation of the other, and --from and --to; --dry-run shows all pairs",
        )


def _check_languages(paths: tuple[Path, Path], documents: Sequence[Document]) -> None:
    """L10nError for other languages than were said, as far as letters and small words tell."""
    said = [document.language for document in documents]
    seen = [identify(segment.text for segment in document.segments) for document in documents]
    if seen == said[::-1]:
        hint = f"name the text in {said[0]} first, or swap --from and --to"
        raise L10nError(f"{shown(paths[0])}: is in {seen[0]}, and its translation in {seen[1]}", hint)
    for path, own, lang in zip(paths, said, seen, strict=True):
        if lang and lang != own and record(own).evidence:
            raise L10nError(f"{shown(path)}: is in {lang}, not in {own}", "name its language with --from or --to")
