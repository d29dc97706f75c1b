"""Slices of the work: documents, or texts of a long one, that go through all legs before the next are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from l10n.drafting.pending import Pending
from l10n.model.events import Event

Document = Sequence[Pending]
"""Its catalogues, one a language."""


def slices(documents: Iterable[Document | Event], size: int) -> Iterator[list[Pending] | Event]:
    """The catalogues of documents, in their order, up to so many distinct texts; events as they come.

    A document is never cut: one with more texts is a slice by itself, see `parts`.
    """
    catalogues: list[Pending] = []
    texts: set[str] = set()
    for document in documents:
        if isinstance(document, Event):
            yield document
            continue
        own = {text for catalogue in document for text in catalogue.texts}
        if catalogues and len(texts) + len(own - texts) > size:
            yield catalogues
            catalogues, texts = [], set()
        catalogues += document
        texts |= own
    if catalogues:
        yield catalogues


def parts(texts: Mapping[str, Sequence[str]], size: int) -> list[dict[str, list[str]]]:
    """The texts of each language, cut where all languages together have so many distinct ones."""
    numbers: dict[str, int] = {}
    for own in texts.values():
        for text in own:
            numbers.setdefault(text, len(numbers))
    cut: list[dict[str, list[str]]] = [{lang: [] for lang in texts} for _ in range(0, len(numbers), size)]
    for lang, own in texts.items():
        for text in own:
            cut[numbers[text] // size][lang].append(text)
    return cut
