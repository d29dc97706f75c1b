"""The translation of a block, sentence by sentence: only if each sentence has its own, beyond doubt.

Lengths: a translation is about as long as its source. Gale & Church (1993, "A Program for Aligning Sentences in
Bilingual Corpora") found a variance of 6.8 a character, in texts of three languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import sqrt

from l10n.documents.inline import InlineForm
from l10n.exchange.adoption import TextPair
from l10n.exchange.adoption.formats import inline_form
from l10n.exchange.adoption.likeness import same_marks
from l10n.exchange.adoption.messages import in_one, in_sentences
from l10n.exchange.adoption.readings import ReadParagraph
from l10n.model import Segment
from l10n.model.inline import words
from l10n.text.lines import one_line

_VARIANCE = 6.8
_FARTHEST = 3
"""Standard deviations; one sentence in 400 is farther off."""
_FIGURE = re.compile(r"\d+")


def divided(paragraph: ReadParagraph, lang: str) -> tuple[str, ...] | None:
    """The translations of its sentences, that of a single one as it is; None if they do not fit one another."""
    if paragraph.target is None:
        return None
    if len(paragraph.sources) == 1:
        targets = in_one(paragraph.target)
        fit = bool(targets) and _same_tags(paragraph.sources[0], targets[0])
    else:
        targets = in_sentences(paragraph.target, lang)
        fit = _fit(paragraph.sources, targets, inline_form(paragraph.form))
    return tuple(segment.text for segment in targets) if fit else None


def undivided(paragraph: ReadParagraph) -> TextPair | None:
    """The whole block and its translation; None if the translation has other blocks."""
    texts = [
        "".join(segment.text for segment in in_one(block)) for block in (paragraph.source, paragraph.target) if block
    ]
    return (one_line(texts[0]), one_line(texts[1])) if len(texts) == 2 and all(texts) else None


def _fit(sources: Sequence[Segment], targets: Sequence[Segment], form: InlineForm) -> bool:
    """Whether each of the sentences can only be the translation of its partner: length, figures, marks, tags."""
    if len(sources) != len(targets):
        return False
    share = sum(len(segment.text) for segment in targets) / sum(len(segment.text) for segment in sources)
    return all(
        _as_long(len(source.text), len(target.text), share)
        and _figures(source.text, form) == _figures(target.text, form)
        and same_marks(source.text, target.text, form)
        and _same_tags(source, target)
        for source, target in zip(sources, targets, strict=True)
    )


def _same_tags(source: Segment, target: Segment) -> bool:
    """Whether the tags that have numbers mean the same in both."""
    return set(source.tags) == set(target.tags)


def _as_long(source: int, target: int, share: float) -> bool:
    return abs(target - source * share) <= _FARTHEST * sqrt(source * _VARIANCE)


def _figures(text: str, form: InlineForm) -> list[str]:
    """Runs of digits, whatever stands between them: 1.234,5 and 1,234.5 have the same."""
    return sorted(_FIGURE.findall(words(form.parse(text))))
