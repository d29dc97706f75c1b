"""A message of theirs and its translation, block by block."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from l10n.exchange.adoption.formats import format_of
from l10n.exchange.adoption.messages import as_file, as_line, in_sentences
from l10n.exchange.adoption.references import written_out
from l10n.model import Block, Entry, Segment


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A block of a message, and its translation."""

    form: str
    """The format that it is read in."""
    source: Block
    sources: tuple[Segment, ...]
    """Its sentences."""
    target: Block | None
    """None if the translation has other blocks."""


Reading = tuple[ReadParagraph, ...]


def readings(
    message: Entry, forms: Sequence[str], known: Collection[str], languages: tuple[str, str]
) -> Iterator[Reading]:
    """What the message may be in each of the formats: a file, then a line that has lost the marks before it.

    The format of the file that the message names comes first. `known` are the references that our documents define.
    """
    source, target = written_out(message.msgid, message.msgstr, known)
    for form in _ordered(message, forms):
        sources, targets = as_file(source, form, known, languages[0]), as_file(target, form, known, languages[1])
        if len(sources) == 1 != len(targets):
            targets = as_line(target, form)
        yield tuple(_paragraphs(form, sources, targets, languages[0]))
        yield tuple(_paragraphs(form, as_line(source, form), as_line(target, form), languages[0]))


def _ordered(message: Entry, forms: Sequence[str]) -> Sequence[str]:
    if not message.references:
        return forms
    named = format_of(message.references[0])
    return sorted(forms, key=lambda form: form != named)


def _paragraphs(form: str, sources: Sequence[Block], targets: Sequence[Block], lang: str) -> Iterator[ReadParagraph]:
    same = len(sources) == 1 or [block.kind for block in sources] == [block.kind for block in targets]
    for source, target in zip_longest(sources, targets[: len(sources)] if same else ()):
        if sentences := in_sentences(source, lang):
            yield ReadParagraph(form, source, sentences, target)
