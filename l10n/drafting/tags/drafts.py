"""Drafts of texts with tags: a draft of the words, and what the packages made of other texts, put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from l10n.drafting.linking import Tie
from l10n.drafting.pending import Filling
from l10n.drafting.pieces import joined
from l10n.drafting.recall import Recalled
from l10n.drafting.scoring import Languages
from l10n.drafting.tags import Rung, TaggedText, inner, parts, placing
from l10n.drafting.tags.counterpart import words_of
from l10n.drafting.tags.ladder import Ladder
from l10n.drafting.tags.placing import Located
from l10n.drafting.tags.tokens import has_words
from l10n.model import Draft, Span


@dataclass(frozen=True, slots=True)
class TaggedDraft:
    """A draft in two layers."""

    source: str
    """The words that were drafted."""
    words: Draft
    """Their draft: what the risk is worked out of."""
    text: Draft
    """What goes into the catalogue; without a risk, unless a tag belongs nowhere: then it is 1."""

    def rated(self, risk: float | None) -> Draft:
        """The text with the risk of its words."""
        return self.text if self.text.risk is not None else replace(self.text, risk=risk)


def lines(tagged: TaggedText, known: Recalled | None) -> Iterator[str]:
    """What packages are to translate at once: the words, if the memory does not have them, and words within marks."""
    if known is None and has_words(tagged):
        yield tagged.words
    if known is None or known.bare:
        yield from inner.texts(tagged)


def pieces(tagged: TaggedText, known: Recalled | None, filling: Filling, languages: Languages) -> Iterator[str | Tie]:
    """What packages are to be asked for next, so that the tags can be put in."""
    if known is None or known.bare:
        draft = _of_words(tagged, known, filling)
        if draft is not None:
            yield from _ladder(tagged, known, draft, filling, languages).wanted(filling.asked)


def tagged_draft(
    tagged: TaggedText, known: Recalled | None, filling: Filling, languages: Languages, accepted: str = ""
) -> TaggedDraft | None:
    """The draft with its tags; None if there is none yet, or no way to write it.

    `accepted` is what people have accepted for the text in the first leg.
    """
    if known and not known.bare:
        return _as_known(tagged, known.draft)
    draft = _of_words(tagged, known, filling)
    if draft is None or (filling.route and any(pieces(tagged, known, filling, languages))):
        return None
    locations = _ladder(tagged, known, draft, filling, languages).located()
    if not accepted and not all(locations) and (other := _in_parts(tagged, filling)):
        draft, spans = other
        locations = [Located(span, Rung.PARTS) for span in spans]
    placed = placing.placed(tagged, draft.text, locations, filling.answers)
    return _with_tags(tagged, draft, placed, accepted) if placed else None


def _ladder(tagged: TaggedText, known: Recalled | None, draft: Draft, filling: Filling, languages: Languages) -> Ladder:
    """There are links of what packages made only: none of what the memory has, or of nothing but copies."""
    asked = known is None and tagged.words in filling.drafts
    links = filling.links.get(tagged.words) if asked else ()
    return Ladder(tagged, draft.text, filling.answers, languages, links)


def _of_words(tagged: TaggedText, known: Recalled | None, filling: Filling) -> Draft | None:
    """The draft of the words, which are their own if all of them are copied."""
    if known:
        return known.draft
    if has_words(tagged):
        return filling.drafts.get(tagged.words)
    return joined([tagged.words], filling.route) if filling.route else None


def _as_known(tagged: TaggedText, draft: Draft) -> TaggedDraft:
    (leg,) = draft.legs
    words = replace(draft, legs=(replace(leg, text=words_of(tagged, draft.text)),))
    return TaggedDraft(tagged.words, words, draft)


def _in_parts(tagged: TaggedText, filling: Filling) -> tuple[Draft, list[Span]] | None:
    """The draft of the parts between the tags, and where the pairs are in it; None if that was not wanted."""
    fragments = parts.fragments(tagged)
    moving = [part.text for part in fragments if not part.fixed]
    if not moving or not filling.route or any(text not in filling.drafts for text in moving):
        return None
    draft = joined([part.text if part.fixed else filling.drafts[part.text] for part in fragments], filling.route)
    return draft, parts.spans(tagged, filling.answers)


def _with_tags(tagged: TaggedText, draft: Draft, placed: placing.Placed, accepted: str) -> TaggedDraft:
    legs = [replace(leg, text=placing.without_pairs(tagged, leg.text) or tagged.text) for leg in draft.legs[:-1]]
    if accepted and legs:
        legs[0] = replace(legs[0], text=accepted)
    last = draft.legs[-1]
    repairs = tuple(dict.fromkeys((*last.repairs, *placed.rungs)))
    last = replace(last, text=placed.text, repairs=repairs, lost=(*last.lost, *placed.lost))
    text = replace(draft, legs=(*legs, last), risk=1.0 if Rung.END in placed.rungs else None)
    return TaggedDraft(tagged.words, draft, text)
