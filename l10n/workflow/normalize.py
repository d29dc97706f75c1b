"""Catalogues that editors have changed come back to our form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.layout import Layout, in_language, layout_of
from l10n.catalogue.normalize import Context, Repair, normalized, source_language
from l10n.catalogue.normalize_header import normal
from l10n.catalogue.search import home, po_files, settled_language
from l10n.catalogue.source_texts import source_texts
from l10n.config import Config
from l10n.drafting.restoring import restored
from l10n.errors import L10nError
from l10n.files import locked
from l10n.model import Catalogue
from l10n.model.events import Event, Failed


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalizeRequest:
    """Which catalogues are to have our form again."""

    settings: Config
    paths: tuple[Path, ...]
    """PO files, or folders with some."""
    keep_accepted: bool = False
    """Leave drafts that were accepted unread, and copies of the source."""
    dry_run: bool = False
    """Write nothing."""


@dataclass(frozen=True, slots=True)
class Normalized(Event):
    """A catalogue that has our form now, and what had to be done for it; nothing if it had it before."""

    path: Path
    restored_marks: tuple[int, ...] = ()
    """Lines of the entries whose mark of a draft came back from the translation memory."""
    rewritten: bool = False
    """The file was not as we write it: wraps, line ends, spaces."""
    repairs: tuple[Repair, ...] = ()

    @property
    def changed(self) -> bool:
        """Something had to be done."""
        return self.rewritten or bool(self.restored_marks or self.repairs)


def normalize(request: NormalizeRequest) -> Iterator[Event]:
    """Undo what editors break, catalogue by catalogue; no translation changes.

    A catalogue that cannot be read or written is told, and the others go on. Raises L10nError for a path that is not
    there.
    """
    for path in po_files(request.paths):
        try:
            with nullcontext() if request.dry_run else locked(home(path)):
                done = _normalized(path, request)
        except L10nError as error:
            yield Failed(error)
            continue
        yield done


def _normalized(path: Path, request: NormalizeRequest) -> Normalized:
    """Write the file in our form."""
    if path.suffix == ".pot":
        raise L10nError(f"{path}: a template has nothing to restore", "name PO files; `l10n update` renews templates")
    file = po.read(path)
    old = restored(path, file, request.settings.memory)
    new = normalized(old, _context(path, old, request))
    if po.written(path, new.catalogue):
        return Normalized(path)
    marks = tuple(entry.line for entry, other in zip(file.entries, old.entries, strict=True) if entry != other)
    rewritten = not ((new.repairs or marks) and po.written(path, file))
    if not request.dry_run:
        po.write(path, new.catalogue)
    return Normalized(path, marks, rewritten, new.repairs)


def _context(path: Path, old: Catalogue, request: NormalizeRequest) -> Context:
    # Asked is the header as it will be: the next run does not see what stood twice.
    template, named = _template(path, layout_of(request.settings)), replace(old, header=normal(old.header, ()))
    source = source_language(named, template, source_texts(path, named, request.settings.source_language).language)
    return Context(settled_language(path, named), source, template, request.keep_accepted)


def _template(path: Path, layout: Layout) -> Catalogue | None:
    """Read `locales/<document>.pot` of `locales/<language>/LC_MESSAGES/<document>.po`, if it is there."""
    real = path.resolve()
    template = in_language(real, "", layout)
    return po.read(template) if template and template.exists() else None
