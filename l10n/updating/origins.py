"""Which file the catalogues of a name belong to: two files never share a catalogue, in one run or in several.

Template and catalogues tell by their `#:` lines, or the comment above the header. Where that file is gone, the document
was moved if the texts say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.references import as_reference, named, said
from l10n.errors import L10nError, RefusalError
from l10n.model import Catalogue
from l10n.model.events import Notice
from l10n.updating import Article
from l10n.updating.losses import written

SAME_NAME = 1 / 3
"""Share of common texts from which a document of the same name, whose old place is empty, is the same."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The catalogues of one name, and what they say of their document."""

    name: str
    owner: str
    """Its file as `#:` lines call it; empty if nothing tells."""
    msgids: frozenset[str]
    paths: tuple[Path, ...]
    """The catalogues of all languages, then the template."""
    pot: Catalogue | None = None
    """The template, if it has been read."""

    @property
    def has_texts_of_people(self) -> bool:
        """Somebody has worked on one of them; a file that cannot be read may hold anything."""
        return any(map(_has_texts_of_people, self.paths))


def holding(index: CatalogueIndex, name: str, reference: str = "") -> Holding | None:
    """The catalogues of this name; None if there are none. They are the file's of this `reference` if one says so."""
    template = index.layout.template(name)
    paths = [path for path in index.paths(name) if path.is_file()]
    if not paths:
        return None
    has_template = template in paths
    catalogues = list(_readable([template] if has_template else paths))
    owners = [_owner(catalogue) for catalogue in catalogues]
    owner = reference if reference in owners else next(filter(None, owners), "")
    source = next((known for known, its in zip(catalogues, owners, strict=True) if its == owner), Catalogue())
    msgids = frozenset(entry.msgid for entry in source.active)
    return Holding(name, owner, msgids, tuple(paths), source if has_template and catalogues else None)


def gone(index: CatalogueIndex, root: Path, apart: Collection[str] = ()) -> Iterator[Holding]:
    """The catalogues whose file is gone; without those of these names, which are accounted for."""
    for name in index.documents:
        if name in apart or _stands_by_its_head(index, name, root):
            continue
        held = holding(index, name)
        if held and held.owner and not stands(root, held.owner):
            yield held


def _stands_by_its_head(index: CatalogueIndex, name: str, root: Path) -> bool:
    """Most files are still there, and their catalogues need not be read."""
    files = index.head(name).files
    return bool(files) and all(stands(root, file) for file in files)


def check(source: Article, held: Holding, root: Path, force: bool) -> Notice | None:
    """That catalogues are the document's; a word if its file has moved.

    Raises L10nError if the file they belong to is still there, RefusalError if only the texts tell that they are not.
    """
    reference = as_reference(source.document.reference)
    if stands(root, held.owner, source.path):
        message = f"{source.path}: the catalogues “{held.name}” belong to {held.owner}"
        raise L10nError(message, "two files never share a catalogue: rename one of the two")
    if not held.msgids or (held.owner == reference and _tells(reference, held, root)):
        return None  # where nothing can be read, each file is told when it is its turn
    moved = held.owner not in ("", reference)
    common = likeness(held.msgids, [segment.text for segment in source.document.segments])
    if (common < SAME_NAME if moved else not common) and not force and held.has_texts_of_people:
        message = f"{source.path}: the catalogues “{held.name}” are of {held.owner or 'a document'} with other texts"
        raise RefusalError(message, "rename the file or these catalogues; --force takes them, old texts become #~")
    return Notice(f"{held.owner} is now {reference}") if moved else None


def _tells(reference: str, held: Holding, root: Path) -> bool:
    """The name is that of one file only: seen from elsewhere than the catalogues' project, it may be another's, too."""
    return (root / reference).exists() and held.paths[0].resolve().is_relative_to(root.resolve())


def stands(root: Path, owner: str, path: Path | None = None) -> bool:
    """The file of this name is still there, and is not this one under another name."""
    old = root / owner
    return bool(owner) and old.is_file() and not (path is not None and path.exists() and old.samefile(path))


def likeness(texts: Collection[str], other: Collection[str]) -> float:
    """How much two documents have in common: 1 if all of their texts, 0 if none (Dice coefficient)."""
    first, second = set(texts), set(other)
    return 2 * len(first & second) / max(len(first) + len(second), 1)


def _readable(paths: Iterable[Path]) -> Iterator[Catalogue]:
    for path in paths:
        try:
            yield po.read(path)
        except L10nError:
            continue


def _owner(catalogue: Catalogue) -> str:
    """The file that most entries come from."""
    files = Counter(filter(None, (named(" ".join(entry.references)) for entry in catalogue.active)))
    return files.most_common(1)[0][0] if files else next(said(catalogue.comments), "")


def _has_texts_of_people(path: Path) -> bool:
    try:
        return any(map(written, po.read(path).entries))
    except L10nError:
        return True
