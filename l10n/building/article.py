"""Renderings -> the article: the source's file with other texts in it, and of the same structure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import attrgetter

from l10n import documents
from l10n.building import StructureError
from l10n.building.advice import advice
from l10n.building.inserting import Insertion, encoder, inserted
from l10n.documents import inline
from l10n.documents.archive import packed
from l10n.documents.encoding import encoding_of
from l10n.documents.splice import cut, splice
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin

_NOTHING, _SOURCE = RenderingOrigin.NOTHING, RenderingOrigin.SOURCE  # slow to reach
_NEW = tuple.__new__  # makes a rendering in half the time
_ORIGIN = attrgetter("origin")
_FEW = 16
"""Texts that are looked for one by one: more of them, and all are escaped strictly."""
_STRIDE = 4
"""Times as far as before a text that breaks is looked for behind texts that do not."""


def article(
    document: Document,
    renderings: Sequence[Rendering],
    language: str | None = None,
    insertions: Sequence[Insertion] = (),
) -> bytes:
    """The bytes of the file with a rendering for each segment, in reading order; its mark alone if all are left out.

    A rendering that is its segment unchanged gives the bytes of the source; with a `language`, the file says that it is
    in that. What would be taken for markup is escaped more strictly; raises StructureError for the first rendering with
    which that does not help, be it that an unchanged neighbour is markup without a sign of the source that it lacks.
    What is inserted may have a structure of its own.
    """
    build = _Build(document, language, renderings)
    written, built = renderings, build.data(renderings)
    if not build.is_sound(built):
        written = _strictly(build, renderings)
        built = build.data(written)
    data = build.with_insertions(written, insertions) if insertions else built
    return packed(document.archive, data) if document.archive else data


@dataclass(frozen=True)
class _Build:
    """What is built of a document, again and again."""

    document: Document
    language: str | None
    renderings: Sequence[Rendering]

    @cached_property
    def kept(self) -> Sequence[Rendering]:
        """All in the source language, but for what is left out."""
        return [in_source_language(rendering) for rendering in self.renderings]

    def data(self, renderings: Sequence[Rendering]) -> bytes:
        """The file with these texts."""
        form = documents.named(self.document.format)
        return splice(self.document.data, form.changes(self.document, renderings, self.language), form.encode)

    def with_block(self, renderings: Sequence[Rendering], number: int) -> bytes:
        """The file with the texts of the source, but for the block of this one."""
        ends = list(accumulate(len(block.segments) for block in self.document.blocks))
        index = bisect_right(ends, number)
        start, end = ends[index - 1] if index else 0, ends[index]
        return self.data([*self.kept[:start], *renderings[start:end], *self.kept[end:]])

    def with_insertions(self, renderings: Sequence[Rendering], insertions: Sequence[Insertion]) -> bytes:
        """The file with these texts, and others between them."""
        form = documents.named(self.document.format)
        ordered = sorted(insertions, key=lambda insertion: insertion.position)
        positions = [insertion.position for insertion in ordered]
        changes = form.changes(self.document, renderings, self.language)
        parts = cut(self.document.data, changes, form.encode, positions)
        mark = encoding_of(self.document.data).mark
        return inserted(parts, mark, [insertion.text for insertion in ordered], encoder(self.document))

    def is_sound(self, built: bytes) -> bool:
        """It has the structure that the file has with the texts of the source."""
        return built == self._expected or self._is_alike(built) or self._skeleton(built) == self._structure

    def _is_alike(self, built: bytes) -> bool:
        """It has the same outline, if there is any."""
        return self._outline is not None and self._said("outline", built) == self._outline

    @cached_property
    def _expected(self) -> bytes:
        form = documents.named(self.document.format)
        names_language = self.language is not None and getattr(form, "NAMES_LANGUAGE", True)
        if names_language or _NOTHING in map(_ORIGIN, self.renderings):
            return self.data(self.kept)
        return self.document.data  # as a source that is its own translation keeps every byte

    @cached_property
    def _structure(self) -> Hashable:
        return self._skeleton(self._expected)

    @cached_property
    def _outline(self) -> object:
        return self._said("outline", self._expected)

    def _skeleton(self, data: bytes) -> object:
        return self._said("skeleton", data)

    def _said(self, what: str, data: bytes) -> object:
        name = self.document.format
        said = _of_source if data == self.document.data else _said
        return said(name, what, data)


def _said(name: str, what: str, data: bytes) -> object:
    """The outline or skeleton of a file; None if its format has no outlines."""
    say = getattr(documents.named(name), what, None)
    return say(data) if say else None


@lru_cache(maxsize=2)
def _of_source(name: str, what: str, data: bytes) -> object:
    """Its outline or structure in this format; the article in each language is compared with it."""
    return _said(name, what, data)


def _strictly(build: _Build, renderings: Sequence[Rendering]) -> Sequence[Rendering]:
    """The renderings with those strict that have to be; StructureError if that does not help.

    A text that breaks the structure of its block, strict or not, is refused at once. To look for marks in all texts
    takes as long as to build the article: most are sound as they are.
    """
    form = inline.named(documents.named(build.document.format).INLINE)
    strict = [rendering._replace(strict=True) for rendering in renderings]
    tried = [strict[number] if _has_other_marks(light, form) else light for number, light in enumerate(renderings)]
    number = None if build.is_sound(build.data(strict)) else _culprit(build, strict)
    if number is None or build.is_sound(build.with_block(tried, number)):
        helped = _stricter(build, tried, strict)
        if number is None or helped is not strict:
            return helped
    raise StructureError(renderings[number], advice(renderings[number], form))


def _stricter(build: _Build, renderings: Sequence[Rendering], strict: Sequence[Rendering]) -> Sequence[Rendering]:
    """The renderings with those strict that have to be; all if they are many, or their neighbours break them."""
    tried = list(renderings)
    number = 0
    while not build.is_sound(build.data(tried)):
        number = _culprit(build, tried, number)
        if tried[number].strict or sum(rendering.strict for rendering in tried) >= _FEW:
            return strict
        tried[number] = strict[number]
    return tried


def _has_other_marks(rendering: Rendering, form: inline.InlineForm) -> bool:
    """It has a mark, or what looks like one, that its source has not."""
    if rendering.unchanged:
        return False
    own = _names(rendering.text, form)
    return bool(own) and not own <= _names(rendering.segment.text, form)


def _names(text: str, form: inline.InlineForm) -> set[str]:
    """What marks and tags of a text are, each once."""
    return {inline.structural(part.name) for part in form.parse(text) if not part.is_text}


def in_source_language(rendering: Rendering) -> Rendering:
    """Left out if the rendering is: what it leaves of the structure is no fault."""
    if rendering.origin is _NOTHING:
        return rendering
    segment = rendering.segment
    return _NEW(Rendering, (segment, segment.text, _SOURCE, False, rendering.line, False, ""))


def _culprit(build: _Build, renderings: Sequence[Rendering], right: int = 0) -> int:
    """The number of the rendering that, put in after all those before it, makes the difference.

    The first `right` are known to make none. It is looked for near them first: where a text breaks, many do.
    """
    wrong, step = len(renderings), 1  # so many put in make a difference
    while wrong - right > 1:
        middle = min(right + step, (right + wrong) // 2)
        if build.is_sound(build.data([*renderings[:middle], *build.kept[middle:]])):
            right, step = middle, step * _STRIDE
        else:
            wrong = middle
    return right
