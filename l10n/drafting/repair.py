"""One leg of all texts: the decoder's best translation, assessed; what has findings is asked for in other ways.

One strategy after the other is tried, on all texts in trouble at once, in batches. A translation with fewer findings
replaces the one before if it lacks nothing that this has (`completeness`); a text is done when it has none, and after
the last strategy it is as good as it could be made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from l10n.drafting.completeness import Extent, extent
from l10n.drafting.protection import Protected, protected
from l10n.drafting.scoring import Assessment, Languages, assess, finished
from l10n.drafting.strategies import Attempt, Case, available, is_title, plain, suits
from l10n.engines import Decoder, Decoding, Hypothesis
from l10n.model import Leg
from l10n.model.beam import AUTO, Beam, width

_MARGIN = 5.0
"""Hypotheses whose log-probability is so much lower than the first's are noise and not another translation."""
_BETTER = 0.2
"""A title with a full stop has to be so much more likely to be taken."""
_NARROW = Decoding(beam=1)
_SURE = -0.4
"""The score from which a narrow search is believed: in the mean a token has a probability of two thirds. Chosen, not
measured: that takes trained packages."""
_WORST = Assessment(1000)
_NOTHING = Extent()
_NO_FLAGS: Mapping[str, tuple[str, ...]] = {}

_Answers = Mapping[tuple[str, Decoding, str], tuple[Hypothesis, ...]]
"""Hypotheses by piece, decoding and prefix."""


@dataclass(frozen=True, slots=True)
class _Translation:
    """A whole translation of a text, assessed."""

    text: str
    score: float | None
    assessment: Assessment
    repairs: tuple[str, ...] = ()
    full: Extent = _NOTHING
    """What this one has of the text, and those before it that it replaced; of one without findings nobody asks."""


@dataclass(frozen=True, slots=True)
class _Original:
    """A text, what has to be copied, its languages."""

    text: str
    protected: Sequence[Protected]
    languages: Languages


_Troubled = dict[str, tuple[_Original, _Translation]]
"""By text, its best translation so far, which has findings."""
_EMPTY = _Translation("", float("-inf"), _WORST)


def improve(
    decoder: Decoder,
    texts: Sequence[str],
    languages: Languages,
    package: str,
    beam: Beam,
    flags: Mapping[str, tuple[str, ...]] = _NO_FLAGS,
) -> Iterator[tuple[str, Leg | None]]:
    """Each distinct text with its translation, as they are ready; None for one that cannot be translated whole.

    `package` is the name for the legs; `beam` the number of hypotheses; `flags` are format flags of texts. With the
    beam AUTO, a narrow search is enough for a text that it leaves without doubt; what is in doubt gets just what it
    would get without that search.
    """
    several = decoder.capabilities.hypotheses
    drafted = partial(_drafted, decoder, languages, flags)
    if beam == AUTO and several:
        doubtful = []
        for original, best, hypotheses in drafted(texts, _NARROW):
            if _is_sure(best):
                yield original.text, _leg(package, best, hypotheses)
            else:
                doubtful.append(original.text)
        texts = doubtful
    wide = Decoding(width(beam) if several else 1)
    answers: dict[str, tuple[Hypothesis, ...]] = {}
    troubled: _Troubled = {}
    for original, best, hypotheses in drafted(texts, wide):
        if best.assessment.cost:
            troubled[original.text], answers[original.text] = (original, best), hypotheses
        else:
            yield original.text, _leg(package, best, hypotheses)
    for text, best in _repaired(decoder, troubled, wide.hypotheses):
        yield text, _leg(package, best, answers[text])


def _drafted(
    decoder: Decoder,
    languages: Languages,
    flags: Mapping[str, tuple[str, ...]],
    texts: Sequence[str],
    how: Decoding,
) -> Iterator[tuple[_Original, _Translation, tuple[Hypothesis, ...]]]:
    """Each text with its best translation, and all of its hypotheses, as they are ready."""
    answers: dict[str, tuple[Hypothesis, ...]] = {}
    for text in _ready(decoder, texts, how, answers):
        own = replace(languages, flags=flags.get(text, ()))
        original = _Original(text, protected(text, own.source, own.glossary, own.flags), own)
        yield original, _first(original, answers), answers[text]


def _is_sure(best: _Translation) -> bool:
    """Nothing was found, and the decoder was not in doubt; one without scores never says that it is."""
    return not best.assessment.cost and (best.score is None or best.score >= _SURE)


def _ready(
    decoder: Decoder, texts: Sequence[str], how: Decoding, answers: dict[str, tuple[Hypothesis, ...]]
) -> Iterator[str]:
    """Translate the texts, titles with a full stop, too; each text as soon as all that belongs to it is answered."""
    needs = {text: (text, f"{text}.") if is_title(text) else (text,) for text in texts}
    users: dict[str, list[str]] = {}
    for text, keys in needs.items():
        for key in keys:
            users.setdefault(key, []).append(text)
    asked = list(users)
    for index, hypotheses in decoder.translate(asked, how):
        answers[asked[index]] = hypotheses
        yield from (text for text in users[asked[index]] if all(key in answers for key in needs[text]))


def _first(original: _Original, answers: Mapping[str, tuple[Hypothesis, ...]]) -> _Translation:
    """The best hypothesis; of a title also with a full stop, which is taken off."""
    best = _best(original, plain(original.text), answers[original.text], _EMPTY)
    if is_title(original.text):
        attempt = Attempt("end-mark", (), lambda new: new.removesuffix("."))
        other = _best(original, attempt, answers[f"{original.text}."], _EMPTY)
        equal = other.assessment.cost == best.assessment.cost
        if other.assessment.cost < best.assessment.cost or (equal and _is_likelier(other, best)):
            return other
    return best


def _is_likelier(other: _Translation, best: _Translation) -> bool:
    """Whether the other is likelier, by a margin; without scores it is not."""
    return other.score is not None and best.score is not None and other.score > best.score + _BETTER


def _repaired(decoder: Decoder, troubled: _Troubled, beam: int) -> Iterator[tuple[str, _Translation]]:
    """Try one strategy after the other; each text as soon as it has no findings, the others at the end."""
    for strategy in available(decoder.capabilities):
        cases = {text: _case(*state) for text, state in troubled.items()}
        attempts = {text: list(strategy(case)) for text, case in cases.items() if suits(strategy, case)}
        answers = _decoded(decoder, [attempt for some in attempts.values() for attempt in some], beam)
        for text, some in attempts.items():
            original, best = troubled[text]
            for attempt in some:
                best = _tried(original, attempt, answers, best)
            troubled[text] = original, best
            if not best.assessment.cost:
                yield text, best
        troubled = {text: state for text, state in troubled.items() if state[1].assessment.cost}
    yield from ((text, best) for text, (_, best) in troubled.items())


def _case(original: _Original, best: _Translation) -> Case:
    return Case(original.text, original.protected, best.text, best.assessment, original.languages)


def _decoded(decoder: Decoder, attempts: Sequence[Attempt], beam: int) -> _Answers:
    """Every piece once in each way; ways that differ cannot share a batch, nor can pieces with and without prefix."""
    batches: dict[tuple[Decoding, bool], dict[tuple[str, str], None]] = {}
    for attempt in attempts:
        batch = batches.setdefault((attempt.how, bool(attempt.prefix)), {})
        batch |= {(piece.text, attempt.prefix): None for piece in attempt.pieces if not piece.fixed}
    answers: dict[tuple[str, Decoding, str], tuple[Hypothesis, ...]] = {}
    for (how, prefixed), batch in batches.items():
        asked = list(batch)
        prefixes = [prefix for _, prefix in asked] if prefixed else []
        wide = Decoding(beam, how.repetition_penalty, how.no_repeat)
        for index, hypotheses in decoder.translate([text for text, _ in asked], wide, prefixes) if asked else ():
            text, prefix = asked[index]
            answers[text, how, prefix] = hypotheses
    return answers


def _tried(original: _Original, attempt: Attempt, answers: _Answers, best: _Translation) -> _Translation:
    """The better of the best so far and what the attempt gives."""
    parts = [
        (Hypothesis(piece.text),) if piece.fixed else answers[piece.text, attempt.how, attempt.prefix]
        for piece in attempt.pieces
    ]
    if not all(parts):
        return best
    moving = [index for index, piece in enumerate(attempt.pieces) if not piece.fixed]
    joined = _joined_around(parts, moving[0]) if len(moving) == 1 else _joined(parts, moving)
    return _best(original, attempt, joined, best)


def _joined_around(parts: Sequence[tuple[Hypothesis, ...]], index: int) -> tuple[Hypothesis, ...]:
    """All hypotheses of the one part that is translated, with what stands before and after it."""
    head, tail = ("".join(part[0].text for part in some) for some in (parts[:index], parts[index + 1 :]))
    return tuple(replace(hypothesis, text=head + hypothesis.text + tail) for hypothesis in parts[index])


def _joined(parts: Sequence[tuple[Hypothesis, ...]], moving: Sequence[int]) -> tuple[Hypothesis, ...]:
    """The first hypothesis of each part; the score is the mean of those that are translated."""
    scores = [score for index in moving if (score := parts[index][0].score) is not None]
    known = len(scores) == len(moving)
    return (Hypothesis("".join(part[0].text for part in parts), sum(scores) / max(len(scores), 1) if known else None),)


def _best(original: _Original, attempt: Attempt, hypotheses: Iterable[Hypothesis], best: _Translation) -> _Translation:
    """The first hypothesis without findings, else the one with the fewest, if it is better than the best so far.

    One that lacks what the best so far has is no better: with less in it there is less to be found.
    """
    first: float | None = None
    for index, hypothesis in enumerate(hypotheses):
        first = hypothesis.logprob if first is None else first
        text = attempt.mend(hypothesis.text) if hypothesis.logprob > first - _MARGIN else ""
        if not text:
            continue
        whole = finished(original.text, text, original.languages, original.protected)
        assessment = assess(original.text, whole, original.protected, original.languages)
        if assessment.cost < best.assessment.cost:
            there = _extent(original, whole, assessment) if assessment.cost or best.text else _NOTHING
            if there.is_complete(best.full) or set(assessment.lost) < set(best.assessment.lost):
                repairs = tuple(name for name in (attempt.name, "hypothesis" if index else "") if name)
                best = _Translation(whole, hypothesis.score, assessment, repairs, there | best.full)
        if not best.assessment.cost:
            break
    return best


def _extent(original: _Original, translation: str, assessment: Assessment) -> Extent:
    return extent(original.text, translation, original.languages, assessment.left)


def _leg(package: str, best: _Translation, hypotheses: Sequence[Hypothesis]) -> Leg | None:
    """None if nothing could be made; how far the hypotheses differ says how sure the decoder is."""
    from l10n.risk.likeness import disagreement

    if not best.text:
        return None
    likely = [each.text for each in hypotheses if each.logprob > hypotheses[0].logprob - _MARGIN]
    apart = disagreement(likely) if len(hypotheses) > 1 else None
    return Leg(package, best.text, best.score, apart, best.repairs, best.assessment.lost)
