"""What is said to a program and what it answers: a line of JSON each. Nothing is taken for granted of an answer."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence

from l10n.engines import Hypothesis

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SPACES = re.compile("[\t-\r\x85\u2028\u2029]+")
_LONE = re.compile("[\ud800-\udfff]")
_EXCERPT = 60


class AnswerError(Exception):
    """What a program said is no answer; its text says why."""


def request(source: str, target: str, texts: Sequence[str], hypotheses: int) -> bytes:
    """A line that asks for translations: so many of each text, best first."""
    asked = {"from": source, "to": target, "texts": list(texts), "hypotheses": hypotheses}
    return json.dumps(asked).encode() + b"\n"  # in ASCII: lone surrogates and odd breaks too get there


def has_scores(line: bytes) -> bool:
    """Whether an answer has some; AnswerError if it is none."""
    return _object(line).get("scores") is not None


def hypotheses(line: bytes, count: int) -> list[tuple[Hypothesis, ...]]:
    """The translations of each of so many texts, none for one that failed. AnswerError for what is no such answer."""
    answer = _object(line)
    texts = _lists(answer, "texts", count)
    if answer.get("scores") is None:
        return [tuple(Hypothesis(text) for text in map(_text, some) if text) for some in texts]
    scores = _lists(answer, "scores", count)
    if any(len(own) != len(some) for own, some in zip(scores, texts, strict=True)):
        raise AnswerError("answered with other numbers of scores than of translations")
    return [_scored(some, own) for some, own in zip(texts, scores, strict=True)]


def _scored(texts: Sequence[object], scores: Sequence[object]) -> tuple[Hypothesis, ...]:
    pairs = [(_text(text), _score(score)) for text, score in zip(texts, scores, strict=True)]
    return tuple(Hypothesis(text, score) for text, score in pairs if text)


def _object(line: bytes) -> dict[str, object]:
    """The JSON object in a line."""
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError):
        raise AnswerError(f"answered with what is no JSON: {_shown(line.decode('utf-8', 'replace'))}") from None
    if not isinstance(answer, dict):
        raise AnswerError(f"answered with JSON that is no object: {_shown(line.decode('utf-8', 'replace'))}")
    if "error" in answer:
        raise AnswerError(f"says: {_shown(str(answer['error']))}")
    return answer


def _lists(answer: dict[str, object], key: str, count: int) -> list[list[object]]:
    value = answer.get(key)
    if not isinstance(value, list) or not all(isinstance(some, list) for some in value):
        raise AnswerError(f"answered without '{key}' as a list with a list for each text: {_shown(str(value))}")
    if len(value) != count:
        raise AnswerError(f"answered with {len(value)} lists in '{key}' for {count} texts")
    return value


def _text(value: object) -> str:
    """On one line, without what a terminal would obey and what no file can hold."""
    if not isinstance(value, str):
        raise AnswerError(f"answered with a translation that is no text: {_shown(str(value))}")
    return _LONE.sub("\ufffd", _CONTROLS.sub("", _SPACES.sub(" ", value))).strip()


def _score(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value > 0:
        raise AnswerError(f"answered with a score that is no mean log-probability: {_shown(str(value))}")
    return float(value)


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
