"""The paragraphs of our documents, to be found by what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from l10n.catalogue.template import template
from l10n.exchange.adoption.formats import inline_form
from l10n.exchange.adoption.likeness import likeness
from l10n.exchange.adoption.references import labels
from l10n.model import Document, Key


@dataclass(frozen=True, slots=True)
class OwnParagraph:
    """A heading, paragraph, item or cell of a document of ours."""

    document: str
    """The document's name."""
    keys: tuple[Key, ...]
    """Of its sentences in the document's catalogues."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Its sentences."""
        return tuple(msgid for _, msgid in self.keys)


class OwnParagraphs:
    """Those of several documents."""

    def __init__(self, read: Sequence[Document]) -> None:
        self.forms = tuple(dict.fromkeys(document.format for document in read))
        """The formats of the documents."""
        self.labels = labels(segment.text for document in read for segment in document.segments)
        """What their links by name refer to."""
        self._paragraphs: defaultdict[Hashable, list[OwnParagraph]] = defaultdict(list)
        for document in read:
            for paragraph in _paragraphs(document):
                self._paragraphs[_key(document.format, paragraph.texts)].append(paragraph)

    def saying(self, form: str, texts: Sequence[str]) -> Sequence[OwnParagraph]:
        """All paragraphs in this format that have just these sentences."""
        return self._paragraphs.get(_key(form, texts), ())


def _key(form: str, texts: Sequence[str]) -> Hashable:
    return form, tuple(likeness(text, inline_form(form)) for text in texts)


def _paragraphs(document: Document) -> Iterator[OwnParagraph]:
    keys = iter([entry.key for entry in template(document)])
    for block in document.blocks:
        yield OwnParagraph(document.name, tuple(next(keys) for _ in block.segments))
