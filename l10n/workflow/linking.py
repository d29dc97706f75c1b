"""Links between the articles of a run, which follow the anchors of translated headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from l10n.building.anchors import Landing, Relinked, anchors, may_link, relinked, renamed
from l10n.building.article import article, in_source_language
from l10n.building.slugs import AnchorRules
from l10n.errors import L10nError
from l10n.files.paths import absolute
from l10n.model import Document
from l10n.model.rendering import Rendering
from l10n.workflow.sources import Source

_MARKDOWN = "markdown"

_Pair = tuple[Landing | None, Landing | None]
"""A file as it is in the language of an article, and in that of its source; None if nothing is known of it."""


@dataclass(frozen=True, slots=True)
class ReadyArticle:
    """What an article is to be written of."""

    document: Document
    renderings: Sequence[Rendering]
    rules: AnchorRules

    @property
    def has_anchors(self) -> bool:
        """Its headings have some, and links are to follow them."""
        return self.document.format == _MARKDOWN and self.rules is not AnchorRules.OFF

    def renamed(self, built: bytes | None) -> Mapping[str, str]:
        """The anchors of the source that the article has not, and what they are there.

        `built` is the article of these renderings alone, if somebody has built it already.
        """
        kept = [in_source_language(rendering) for rendering in self.renderings]
        is_whole = all(rendering.unchanged for rendering in kept)
        source = self.document.data if is_whole else article(self.document, kept)
        return renamed(source, article(self.document, self.renderings) if built is None else built, self.rules)


class Linker:
    """Knows where links of articles lead; each document that one leads to is read once a language."""

    def __init__(self, known: Callable[[], Sequence[Source]], ready: Callable[[Source, str], ReadyArticle]) -> None:
        """`ready` raises L10nError for an article that there will not be."""
        self._known, self._ready = known, ready
        self._sources: dict[Path, Source] | None = None
        self._landings: dict[tuple[Path, str], _Pair] = {}

    def relinked(self, source: Source, own: ReadyArticle, data: bytes, lang: str, is_bare: bool) -> Relinked:
        """The article with links to the anchors that there are in its language.

        A bare one is made of its renderings as they are, and nothing else.
        """
        if not own.has_anchors or not may_link(data):
            return Relinked(data)
        here = Landing(anchors(data, own.rules), cache(lambda: own.renamed(data if is_bare else None)))
        there = cache(lambda: Landing(anchors(own.document.data, own.rules)))

        def landing(path: str) -> Landing | None:
            return self._pair(absolute(source.path.parent / path), lang)[0] if path else here

        def origin(path: str) -> Landing | None:
            return self._pair(absolute(source.path.parent / path), lang)[1] if path else there()

        return relinked(data, landing, own.document.data, origin)

    def _pair(self, path: Path, lang: str) -> _Pair:
        if (path, lang) not in self._landings:
            self._landings[path, lang] = self._read(path, lang)
        return self._landings[path, lang]

    def _read(self, path: Path, lang: str) -> _Pair:
        if self._sources is None:
            self._sources = {absolute(source.path): source for source in self._known()}
        source = self._sources.get(path)
        try:
            other = self._ready(source, lang) if source else None
            if other is None or not other.has_anchors:
                return None, None
            data = article(other.document, other.renderings)
            changed = other.renamed(data)
        except L10nError:
            return None, None
        return Landing(anchors(data, other.rules), lambda: changed), Landing(anchors(other.document.data, other.rules))
