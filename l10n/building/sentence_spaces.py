"""White space between sentences, where one of two languages has some and the other none: Chinese, Japanese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from l10n.languages import record
from l10n.model import Block, Document
from l10n.model.rendering import Rendering, by_block


def spaced(document: Document, renderings: Sequence[Rendering], source_language: str, lang: str) -> Sequence[Rendering]:
    """The renderings with the spaces that the language has between sentences, or without those of the source.

    Only between two sentences of a block that both have another text, and where nothing but white space, or nothing,
    is between them. A segment without the space after it ends where the next one begins: the space is replaced with it.
    """
    source, target = record(source_language).script.spaced, record(lang).script.spaced
    if source == target:
        return renderings
    return [new for block, own in by_block(document, renderings) for new in _adapted(block, own, target)]


def _adapted(block: Block, renderings: Sequence[Rendering], space: bool) -> Iterator[Rendering]:
    for this, following in pairwise(renderings):
        gap = block.text[this.segment.end : following.segment.start]
        if any(each.unchanged or not each.text for each in (this, following)) or gap.strip():
            yield this
        elif not space:
            yield this._replace(segment=this.segment._replace(end=following.segment.start))
        else:
            yield this if gap else this._replace(after=" ")
    yield from renderings[-1:]
