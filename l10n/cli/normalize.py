"""`l10n normalize`: catalogues that editors have changed come back to our form."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from l10n import config, pipeline
from l10n.catalogue import po
from l10n.catalogue.normalize import Context, normalized, source_language
from l10n.catalogue.normalize_header import normal
from l10n.catalogue.search import home, po_files, settled_language
from l10n.catalogue.source_texts import source_texts
from l10n.cli import options
from l10n.cli.console import FINDINGS, Console
from l10n.cli.output import result, shown
from l10n.drafting.restoring import restored
from l10n.errors import L10nError
from l10n.files import locked
from l10n.model import Catalogue

Paths = Annotated[list[Path], typer.Argument(metavar="PO...", help="PO files, or folders with some.")]
KeepAccepted = Annotated[
    bool, typer.Option("--keep-accepted", help="Leave drafts that were accepted unread, and copies of the source.")
]


def command(paths: Paths, keep_accepted: KeepAccepted = False, dry_run: options.DryRun = False) -> None:
    """Undo what editors break: flags of drafts, copied sources, order, header, wraps. No translation changes."""
    settings = config.load(Path.cwd())
    console = Console()
    changed = False
    for path in po_files(paths):
        try:
            with contextlib.nullcontext() if dry_run else locked(home(path)):
                lines = list(_normalized(path, settings, keep_accepted, dry_run))
        except L10nError as error:
            console.error(error)
            continue
        changed = changed or bool(lines)
        result("\n".join(lines) or f"{shown(path)}: already normal")
    console.exit()
    if dry_run and changed:
        raise typer.Exit(FINDINGS)


def _normalized(path: Path, settings: config.Config, keep_accepted: bool, dry_run: bool) -> Iterator[str]:
    """Write the file in our form and tell what has changed; nothing if it is so already."""
    if path.suffix == ".pot":
        raise L10nError(f"{path}: a template has nothing to restore", "name PO files; `l10n update` renews templates")
    file = po.read(path)
    old = restored(path, file, settings.memory)
    new = normalized(old, _context(path, old, settings.source_language, keep_accepted))
    if po.written(path, new.catalogue):
        return
    marked = [one.line for one, other in zip(file.entries, old.entries, strict=True) if one != other]
    yield from (
        f"{shown(path)}:{line}: mark of a draft restored, as the translation memory knows it" for line in marked
    )
    if not ((new.repairs or marked) and po.written(path, file)):
        yield f"{shown(path)}:1: rewritten in our form: wraps, line ends, spaces"
    for repair in new.repairs:
        yield f"{shown(path)}:{repair.line}: {repair.what}"
    if not dry_run:
        po.write(path, new.catalogue)


def _context(path: Path, old: Catalogue, default: str, keep_accepted: bool) -> Context:
    # Asked is the header as it will be: the next run does not see what stood twice.
    template, named = _template(path), replace(old, header=normal(old.header, ()))
    source = source_language(named, template, source_texts(path, named, default).language)
    return Context(settled_language(path, named), source, template, keep_accepted)


def _template(path: Path) -> Catalogue | None:
    """`locales/<document>.pot` of `locales/<language>/LC_MESSAGES/<document>.po`."""
    real = path.resolve()
    if real.parent.name != "LC_MESSAGES":
        return None
    template = pipeline.template_path(home(real), real.stem)
    return po.read(template) if template.exists() else None
