"""A renamed document finds its catalogues: those of a file that is gone, and whose texts are mostly the document's.

They are renamed, all languages, the template last: what an interrupted run has left behind still names the old file and
follows in the next.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, product
from operator import itemgetter
from pathlib import Path

from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import Layout
from l10n.catalogue.references import as_reference
from l10n.errors import WriteError
from l10n.model.events import Notice
from l10n.updating import Article
from l10n.updating.origins import SAME_NAME, Holding, gone, holding, likeness, stands
from l10n.updating.pruning import kept_in

ENOUGH = 1 / 2
"""Share of common texts from which a document of another name is the same."""
_COMMON = 20
"""A text that more documents have tells nothing about any of them."""

Pair = tuple[float, Article, Holding]
"""How alike a document and catalogues are."""


@dataclass(frozen=True, slots=True)
class Rename:
    """Catalogues that are to follow their document."""

    source: Article
    old: Holding
    layout: Layout

    @property
    def files(self) -> dict[Path, Path]:
        """Old name -> new name; without those that are there already."""
        pairs = {path: self._new(path) for path in self.old.paths}
        pairs |= {kept_in(old): kept_in(new) for old, new in pairs.items() if kept_in(old).is_file()}
        return {old: new for old, new in pairs.items() if not new.exists() and not new.is_symlink()}

    def _new(self, path: Path) -> Path:
        location = self.layout.location(path)
        return self.layout.path(location.language if location else "", self.source.name)

    def notice(self, dry_run: bool) -> Notice:
        """A word to people, before it is done."""
        count = sum(1 for path in self.files if path in self.old.paths)
        catalogues = "1 catalogue" if count == 1 else f"{count} catalogues"
        done = "would move" if dry_run else "moved"
        return Notice(f"{self.old.owner} is now {as_reference(self.source.document.reference)}: {done} {catalogues}")


def search(
    sources: Sequence[Article], held: Mapping[str, Holding | None], index: CatalogueIndex, root: Path
) -> Iterator[Rename | Notice]:
    """Catalogues for the documents that have none, and what an interrupted run has left to rename."""
    new = [source for source in sources if held[source.name] is None]
    for source in sources:
        there = held[source.name]
        if there and (rest := _rest(source, there, index, root)):
            yield rest
    if not new:
        return
    own = {source.name: source for source in sources}
    orphans = [other for other in _gone(held, index, root) if _is_orphan(other, own.get(other.name))]
    possible = ((source, orphan) for source, orphan in _candidates(new, orphans) if not _stands_beside(source, orphan))
    pairs = [(_likeness(source, orphan), source, orphan) for source, orphan in possible]
    yield from _best([pair for pair in pairs if pair[0] >= _enough(*pair[1:])], index.layout)


def _candidates(sources: Sequence[Article], orphans: Sequence[Holding]) -> Iterator[tuple[Article, Holding]]:
    """The pairs that may be alike, as they share a text that few others have; of few documents, all pairs."""
    if len(orphans) <= _COMMON:
        yield from product(sources, orphans)
        return
    by_text: defaultdict[str, list[Holding]] = defaultdict(list)
    for orphan in orphans:
        for text in orphan.msgids:
            by_text[text].append(orphan)
    for source in sources:
        lists = (by_text.get(segment.text, ()) for segment in source.document.segments)
        near = {orphan.name: orphan for known in lists if len(known) <= _COMMON for orphan in known}
        yield from ((source, orphan) for orphan in near.values())


def _gone(held: Mapping[str, Holding | None], index: CatalogueIndex, root: Path) -> Iterator[Holding]:
    """The catalogues whose file is gone; what a document of the run holds is known."""
    yield from (there for there in held.values() if there and there.owner and not stands(root, there.owner))
    yield from gone(index, root, held)


def _enough(source: Article, orphan: Holding) -> float:
    """A file that has only moved to another folder needs to have less in common with the old one."""
    return SAME_NAME if Path(orphan.owner).name == source.path.name else ENOUGH


def _is_orphan(held: Holding, namesake: Article | None) -> bool:
    """A document of the run that has the name of these catalogues is another."""
    if namesake is None:
        return True
    return held.owner != as_reference(namesake.document.reference) and _likeness(namesake, held) < SAME_NAME


def _stands_beside(source: Article, held: Holding) -> bool:
    """Its file is there, in the source's folder: of files outside the project, `#:` lines do not tell the folder."""
    return stands(source.path.absolute().parent, held.owner, source.path)


def carry_out(rename: Rename) -> None:
    """Rename the files, and remove folders that are empty then. Raises WriteError; what was renamed stays so."""
    for old, new in rename.files.items():
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
            old.rename(new)
        except OSError as error:
            message = f"{old}: cannot be renamed to {new}: {error.strerror or error}"
            raise WriteError(message, "check the folder's permissions and run again, which goes on") from error
        _remove_empty(old.parent, rename.layout.folder)


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove the folder and those around it below `top`, as far as nothing is left in them."""
    with contextlib.suppress(OSError):  # it is not empty, or may not be removed: nobody's harm
        while folder.is_relative_to(top) and folder != top:
            folder.rmdir()
            folder = folder.parent


def _rest(source: Article, there: Holding, index: CatalogueIndex, root: Path) -> Rename | None:
    """The files of the old name, if some of its catalogues bear the new one already and say whose they were."""
    if not there.owner or stands(root, there.owner) or _likeness(source, there) < SAME_NAME:
        return None
    olds = (holding(index, name) for name in index.documents_of(there.owner) if name != source.name)
    renames = (Rename(source, old, index.layout) for old in olds if old and old.owner == there.owner)
    return next((rename for rename in renames if rename.files), None)


def _best(pairs: Sequence[Pair], layout: Layout) -> Iterator[Rename | Notice]:
    """The most alike first; where two are equally good, none is taken."""
    used: set[str] = set()
    ranked = sorted(pairs, key=lambda pair: (-pair[0], pair[1].name, pair[2].name))
    for _, group in groupby(ranked, key=itemgetter(0)):
        equal = [pair for pair in group if used.isdisjoint(_ends(pair))]
        by_end: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in equal:
            for end in _ends(pair):
                by_end[end].append(pair)
        for pair in equal:
            if used.isdisjoint(_ends(pair)):
                rivals = {id(rival): rival for end in _ends(pair) for rival in by_end[end]}.values()
                free = [rival for rival in rivals if used.isdisjoint(_ends(rival))]
                used.update(chain.from_iterable(map(_ends, free)))
                yield Rename(*pair[1:], layout) if len(free) == 1 else _unclear(free)


def _ends(pair: Pair) -> tuple[str, str]:
    """What a document and catalogues are told by."""
    return f"new {pair[1].name}", f"old {pair[2].name}"


def _unclear(rivals: Sequence[Pair]) -> Notice:
    olds = " or ".join(dict.fromkeys(pair[2].owner for pair in rivals))
    news = " or ".join(dict.fromkeys(as_reference(pair[1].document.reference) for pair in rivals))
    return Notice(f"{news} may be {olds} renamed: its catalogues are not moved, as it is not clear which")


def _likeness(source: Article, held: Holding) -> float:
    return likeness(held.msgids, [segment.text for segment in source.document.segments])
