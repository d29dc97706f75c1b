"""One leg of all texts: the decoder's best translation, examined; what has findings climbs the ladder, in batches.

Rung by rung, all texts in trouble are tried in another way at once. A translation with fewer findings replaces the one
before; a text leaves the ladder when it has none, and the last rung gives it back as well as it could be made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.drafting.protection import Item, items
from l10n.drafting.scoring import Languages, Verdict, finished, judge
from l10n.drafting.strategies import RUNGS, Attempt, Case, helps, is_title, plain
from l10n.engines import Decoder, Decoding, Hypothesis
from l10n.model import Leg

_MARGIN = 5.0
"""Hypotheses whose log-probability is so much lower than the first's are noise and not another translation."""
_BETTER = 0.2
"""A title with a full stop has to be so much more likely to be taken."""
_NOTHING = Verdict(1000)
_NO_FLAGS: Mapping[str, tuple[str, ...]] = {}

_Found = Mapping[tuple[str, Decoding, str], tuple[Hypothesis, ...]]
"""Hypotheses by piece, decoding and prefix."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A whole translation of a text, examined."""

    text: str
    score: float
    verdict: Verdict
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, what has to be copied, its languages."""

    text: str
    items: Sequence[Item]
    languages: Languages


_EMPTY = _Candidate("", float("-inf"), _NOTHING)


def improve(
    decoder: Decoder,
    texts: Sequence[str],
    languages: Languages,
    package: str,
    beam: int,
    flags: Mapping[str, tuple[str, ...]] = _NO_FLAGS,
) -> Iterator[tuple[str, Leg | None]]:
    """Each distinct text with its translation, as they are ready; None for one that cannot be translated whole.

    `package` is the name for the legs; `beam` the number of hypotheses; `flags` are format flags of texts.
    """
    found: dict[str, tuple[Hypothesis, ...]] = {}
    troubled: dict[str, tuple[_Text, _Candidate]] = {}
    for text in _ready(decoder, texts, beam, found):
        own = replace(languages, flags=flags.get(text, ()))
        one = _Text(text, items(text, own.source, own.glossary, own.flags), own)
        best = _first(one, found)
        if best.verdict.cost:
            troubled[text] = one, best
        else:
            yield text, _leg(package, best, found[text])
    for text, best in _climb(decoder, troubled, beam):
        yield text, _leg(package, best, found[text])


def _ready(
    decoder: Decoder, texts: Sequence[str], beam: int, found: dict[str, tuple[Hypothesis, ...]]
) -> Iterator[str]:
    """Translate the texts, titles with a full stop, too; each text as soon as all that belongs to it is in `found`."""
    needs = {text: (text, f"{text}.") if is_title(text) else (text,) for text in texts}
    users: dict[str, list[str]] = {}
    for text, keys in needs.items():
        for key in keys:
            users.setdefault(key, []).append(text)
    asked = list(users)
    for index, hypotheses in decoder.translate(asked, Decoding(hypotheses=beam)):
        found[asked[index]] = hypotheses
        yield from (text for text in users[asked[index]] if all(key in found for key in needs[text]))


def _first(one: _Text, found: Mapping[str, tuple[Hypothesis, ...]]) -> _Candidate:
    """The best hypothesis; of a title also with a full stop, which is taken off."""
    best = _best(one, plain(one.text), found[one.text], _EMPTY)
    if is_title(one.text):
        attempt = Attempt("end-mark", (), lambda new: new.removesuffix("."))
        other = _best(one, attempt, found[f"{one.text}."], _EMPTY)
        gained = other.verdict.cost == best.verdict.cost and other.score > best.score + _BETTER
        if gained or other.verdict.cost < best.verdict.cost:
            return other
    return best


def _climb(
    decoder: Decoder, troubled: dict[str, tuple[_Text, _Candidate]], beam: int
) -> Iterator[tuple[str, _Candidate]]:
    for rung in RUNGS:
        cases = {text: _case(*state) for text, state in troubled.items()}
        attempts = {text: list(rung(case)) for text, case in cases.items() if helps(rung, case)}
        found = _decode(decoder, [one for some in attempts.values() for one in some], beam)
        for text, some in attempts.items():
            one, best = troubled[text]
            for attempt in some:
                best = _tried(one, attempt, found, best)
            troubled[text] = one, best
            if not best.verdict.cost:
                yield text, best
        troubled = {text: state for text, state in troubled.items() if state[1].verdict.cost}
    yield from ((text, best) for text, (_, best) in troubled.items())


def _case(one: _Text, best: _Candidate) -> Case:
    return Case(one.text, one.items, best.text, best.verdict, one.languages)


def _decode(decoder: Decoder, attempts: Sequence[Attempt], beam: int) -> _Found:
    """Every piece once in each way; ways that differ cannot share a batch."""
    found: dict[tuple[str, Decoding, str], tuple[Hypothesis, ...]] = {}
    for how in dict.fromkeys(one.how for one in attempts):
        wanted = dict.fromkeys(
            (piece.text, one.prefix) for one in attempts if one.how == how for piece in one.pieces if not piece.fixed
        )
        for some in ([one for one in wanted if not one[1]], [one for one in wanted if one[1]]):
            if not some:
                continue
            prefixes = [prefix for _, prefix in some] if some[0][1] else []
            wide = Decoding(beam, how.repetition_penalty, how.no_repeat)
            for index, hypotheses in decoder.translate([text for text, _ in some], wide, prefixes):
                found[some[index][0], how, some[index][1]] = hypotheses
    return found


def _tried(one: _Text, attempt: Attempt, found: _Found, best: _Candidate) -> _Candidate:
    """The better of the best so far and what the attempt gives."""
    parts = [
        (Hypothesis(piece.text, 0.0),) if piece.fixed else found[piece.text, attempt.how, attempt.prefix]
        for piece in attempt.pieces
    ]
    if not all(parts):
        return best
    moving = [place for place, piece in enumerate(attempt.pieces) if not piece.fixed]
    if len(moving) == 1:
        (place,) = moving
        head, tail = ("".join(part[0].text for part in some) for some in (parts[:place], parts[place + 1 :]))
        joined = tuple(replace(new, text=head + new.text + tail) for new in parts[place])
    else:
        scores = [parts[place][0].score for place in moving]
        joined = (Hypothesis("".join(part[0].text for part in parts), sum(scores) / max(len(scores), 1)),)
    return _best(one, attempt, joined, best)


def _best(one: _Text, attempt: Attempt, hypotheses: Iterable[Hypothesis], best: _Candidate) -> _Candidate:
    """The first hypothesis without findings, else the one with the fewest, if it is better than the best so far."""
    first: float | None = None
    for place, hypothesis in enumerate(hypotheses):
        first = hypothesis.logprob if first is None else first
        text = attempt.mend(hypothesis.text) if hypothesis.logprob > first - _MARGIN else ""
        if not text:
            continue
        whole = finished(one.text, text, one.languages, one.items)
        repairs = tuple(name for name in (attempt.name, "hypothesis" if place else "") if name)
        candidate = _Candidate(whole, hypothesis.score, judge(one.text, whole, one.items, one.languages), repairs)
        best = candidate if candidate.verdict.cost < best.verdict.cost else best
        if not best.verdict.cost:
            break
    return best


def _leg(package: str, best: _Candidate, hypotheses: Sequence[Hypothesis]) -> Leg | None:
    """None if nothing could be made; how far the hypotheses differ says how sure the decoder is."""
    from l10n.risk.likeness import disagreement

    if not best.text:
        return None
    texts = [one.text for one in hypotheses if one.logprob > hypotheses[0].logprob - _MARGIN]
    apart = disagreement(texts) if len(hypotheses) > 1 else None
    return Leg(package, best.text, best.score, apart, best.repairs, best.verdict.lost)
