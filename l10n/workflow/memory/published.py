"""Documents as texts to be aligned, and aligned sentences as units: where documents, alignment and memory meet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from l10n.alignment import AlignedPair, TextSentence
from l10n.documents import inline, named
from l10n.languages import record
from l10n.languages.codes import base
from l10n.memory.unit import Unit, UnitOrigin
from l10n.model import Block, BlockKind, Document, Segment
from l10n.model.inline import words


class PairedTexts(NamedTuple):
    """What the sentences of a pair say, and how sure it is that they belong together."""

    pair: AlignedPair
    source: str
    target: str
    markup: str
    """The form of the marks in both, see `Unit.markup`."""

    @property
    def percent(self) -> int:
        """The confidence, rounded down."""
        return int(self.pair.confidence * 100)

    @property
    def fills_an_entry(self) -> bool:
        """The source is one sentence, as the texts of entries are, and the translation says something else."""
        return len(self.pair.sources) == 1 and self.source != self.target


def sentences(document: Document) -> list[TextSentence]:
    """The sentences of a document, without marks and tags."""
    form = inline.named(named(document.format).INLINE)
    return [
        TextSentence(words(form.parse(segment.text)), "" if number else _kind(block))
        for block in document.blocks
        for number, segment in enumerate(block.segments)
    ]


def paired(documents: tuple[Document, Document], pairs: Sequence[AlignedPair]) -> list[PairedTexts]:
    """The pairs with their texts."""
    segments = [document.segments for document in documents]
    names = [named(document.format).INLINE for document in documents]
    return [_paired(pair, segments, names, documents[1].language) for pair in pairs]


def units(documents: tuple[Document, Document], pairs: Sequence[PairedTexts], when: str) -> list[Unit]:
    """The pairs as the memory has them, with their neighbours in the source."""
    source, target = documents
    texts = ["", *(segment.text for segment in source.segments), ""]
    who = f"{source.reference} + {target.reference}"
    languages = base(source.language), base(target.language)
    return [
        Unit(
            pair.source,
            pair.target,
            *languages,
            texts[pair.pair.sources.start],
            texts[pair.pair.sources.stop + 1],
            UnitOrigin.PUBLISHED,
            who,
            when,
            when,
            pair.markup,
        )
        for pair in pairs
    ]


def _kind(block: Block) -> str:
    return f"{block.kind} {block.level}" if block.kind is BlockKind.HEADING else str(block.kind)


def _paired(
    pair: AlignedPair, segments: Sequence[Sequence[Segment]], names: Sequence[str], language: str
) -> PairedTexts:
    """With the marks that both have, or with none: in a translation those of the source must be there again."""
    source = " ".join(segments[0][number].text for number in pair.sources)
    gap = " " if record(language).script.spaced else ""
    target = gap.join(segments[1][number].text for number in pair.targets)
    parts = [inline.named(name).parse(text) for name, text in zip(names, (source, target), strict=True)]
    said = [words(some) for some in parts]
    if said == [source, target]:
        return PairedTexts(pair, source, target, "")
    tags = [
        {tag for number in numbers for tag in own[number].tags}
        for own, numbers in zip(segments, (pair.sources, pair.targets), strict=True)
    ]
    if names[0] == names[1] and inline.marks(parts[0]) == inline.marks(parts[1]) and tags[0] == tags[1]:
        return PairedTexts(pair, source, target, names[0])
    return PairedTexts(pair, said[0], said[1], "")
