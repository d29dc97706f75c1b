"""`l10n update`: catalogues follow the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

import typer

from l10n import config, pipeline
from l10n.catalogue.mark import is_draft, record
from l10n.cli import options
from l10n.cli.console import Talk, shown
from l10n.errors import L10nError
from l10n.files import alone
from l10n.languages import language
from l10n.pipeline import DEFAULT, Options, Updated


def command(
    source_files: options.Sources = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    force: options.Force = False,
    prune: options.Prune = False,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write or update the catalogues of each source without translating anything."""
    settings = config.load(Path.cwd())
    talk = Talk(quiet, verbose)
    lang = language(source or settings.source_language).code
    targets = options.targets(to, lang, settings)
    paths = options.sources(source_files, settings)
    how = Options(force, prune, dry_run)
    folder = locales or settings.locales
    with nullcontext() if dry_run else alone(folder):
        for updated in run(paths, lang, targets, folder, settings.root, talk, how):
            typer.echo(line(updated))
    talk.exit()


def run(
    paths: Sequence[Path],
    source: str,
    targets: Sequence[str],
    locales: Path,
    root: Path,
    talk: Talk,
    how: Options = DEFAULT,
) -> Iterator[Updated]:
    """Update the catalogues of all sources; what fails is told and the rest goes on."""
    for path in paths:
        try:
            document = pipeline.extract(path, source, root)
        except L10nError as error:
            talk.error(error)
            continue
        talk.detail(f"{shown(path)}: {len(document.segments)} segments")
        for updated in pipeline.update(document, source, targets, locales, how):
            if isinstance(updated, L10nError):
                talk.error(updated)
            else:
                talk.detail(f"{shown(updated.path)}: {'written' if updated.written else 'unchanged'}")
                _tell_changes(updated, talk)
                yield updated


def line(updated: Updated) -> str:
    """What became of the segments."""
    merge = updated.merge
    counts = f"{merge.new} new, {merge.changed} changed, {merge.moved} moved, {merge.obsolete} obsolete"
    restored = f", {merge.restored} restored" if merge.restored else ""
    pruned = f", {len(updated.pruned)} pruned" if updated.pruned else ""
    return f"{shown(updated.path)}: {counts}, {merge.unchanged} unchanged{restored}{pruned}"


def _tell_changes(updated: Updated, talk: Talk) -> None:
    """Show what was carried over, and what people wrote and is dropped, so that nobody has to look for it."""
    for entry in updated.pruned:
        if not is_draft(entry):
            text = " / ".join((entry.msgstr, *entry.msgstr_plural)).strip(" /")
            talk.say(f"{shown(updated.path)}: pruned: {entry.msgid[:60]} | {text[:60]}")
    for entry in updated.merge.entries:
        if not entry.obsolete and entry.key in updated.merge.touched:
            text = next(iter(record(entry).changed), "words changed")
            talk.say(f"{shown(updated.path)}: {' '.join(entry.references)}: {text}: {entry.msgid[:60]}")
