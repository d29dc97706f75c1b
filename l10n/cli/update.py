"""`l10n update`: catalogues follow the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from l10n import config, pipeline
from l10n.cli import options
from l10n.cli.console import Talk, shown
from l10n.errors import L10nError
from l10n.languages import language
from l10n.pipeline import Updated


def command(
    source_files: options.Sources = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write or update the catalogues of each source without translating anything."""
    settings = config.load(Path.cwd())
    talk = Talk(quiet, verbose)
    lang = language(source or settings.source_language).code
    targets = options.targets(to, lang, settings)
    folder = locales or settings.locales
    for updated in run(options.sources(source_files, settings), lang, targets, folder, settings.root, talk):
        typer.echo(_line(updated))
    talk.exit()


def run(
    paths: Sequence[Path], source: str, targets: Sequence[str], locales: Path, root: Path, talk: Talk
) -> Iterator[Updated]:
    """Update the catalogues of all sources; what fails is told and the rest goes on."""
    for path in paths:
        try:
            document = pipeline.extract(path, source, root)
        except L10nError as error:
            talk.error(error)
            continue
        talk.detail(f"{shown(path)}: {len(document.segments)} segments")
        for updated in pipeline.update(document, source, targets, locales):
            if isinstance(updated, L10nError):
                talk.error(updated)
            else:
                talk.detail(f"{shown(updated.path)}: {'written' if updated.written else 'unchanged'}")
                yield updated


def _line(updated: Updated) -> str:
    merge = updated.merge
    counts = f"{merge.new} new, {merge.restored} restored, {merge.obsolete} obsolete, {merge.unchanged} unchanged"
    return f"{shown(updated.path)}: {counts}"
