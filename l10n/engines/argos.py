"""One Argos package at work: whole segments through CTranslate2, in large batches, with scores.

The decoding settings are those of `argostranslate.translate.apply_packaged_translation`, so that one segment gets the
text which argostranslate gives it. Unlike there, nothing is split into sentences again, and a translation that hit the
decoding limit is not passed off as whole.
"""

from __future__ import annotations

import math
import os
import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Self

from l10n.engines.tokenization import open_tokenizer
from l10n.errors import PackageError
from l10n.model import Leg
from l10n.packages.store import Package

BATCH = 1024
"""Tokens a batch, counted as CTranslate2 does: longest segment times segments."""
LENGTH_PENALTY = 0.2
LIMIT = 256
"""Longest translation in tokens at the first try, CTranslate2's own default."""
RETRY_LIMIT = 1024
LONG = 200
"""Segments above so many tokens may exceed a package's positions: each goes alone, so that it fails alone."""
AHEAD = 2
"""Batches a core that CTranslate2 has before it: enough to keep it busy, few enough to stop soon."""
_POLL = 0.02
_CLAUSE_END = re.compile(r"[,;:–—](?=\s)")


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    """The best translation of one text; `cut` if it may lack its end."""

    text: str
    logprob: float
    tokens: int
    cut: bool = False


class Argos:
    """An open package: a context manager that holds its model in memory until it ends."""

    def __init__(self, package: Package, beam: int = 4) -> None:
        self._package = package
        self._beam = beam
        self._tokenizer = open_tokenizer(package.path, package.source, package.target)
        self._translator = _load(package.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._translator.unload_model()

    def translate(self, texts: Sequence[str]) -> Iterator[tuple[int, Leg | None]]:
        """Index and translation of each text, as they are ready; None for one the package cannot translate whole."""
        pieces = [self._tokenizer.encode(text) for text in texts]
        long = [index for index, tokens in enumerate(pieces) if len(tokens) > LONG]
        short = [index for index, tokens in enumerate(pieces) if len(tokens) <= LONG]
        for batch, hypotheses in self._run(_batches(short, pieces), pieces):
            if hypotheses is None:  # one of the batch exceeds the package's positions: each by itself
                yield from ((index, self._leg(self._insist(texts[index]))) for index in batch)
                continue
            for index, hypothesis in zip(batch, hypotheses, strict=True):
                whole = self._insist(texts[index], (RETRY_LIMIT,)) if hypothesis.cut else hypothesis
                yield index, self._leg(whole)
        for index in long:
            yield index, self._leg(self._insist(texts[index]))

    def _insist(self, text: str, limits: Sequence[int] = (LIMIT, RETRY_LIMIT)) -> _Hypothesis | None:
        """The whole translation of a difficult text: with more room, then clause by clause; None if nothing helps."""
        for limit in limits:
            if hypothesis := self._whole(text, limit):
                return hypothesis
        return self._halves(text)

    def _whole(self, text: str, limit: int) -> _Hypothesis | None:
        ((_, hypotheses),) = self._run([[0]], [self._tokenizer.encode(text)], limit)
        return hypotheses[0] if hypotheses and not hypotheses[0].cut else None

    def _halves(self, text: str) -> _Hypothesis | None:
        """The text in two at the clause end nearest its middle, each half translated by itself."""
        ends = [match.end() for match in _CLAUSE_END.finditer(text)]
        if not ends:
            return None
        middle = min(ends, key=lambda end: abs(end - len(text) / 2))
        first, second = [self._insist(half.strip()) for half in (text[:middle], text[middle:])]
        if first is None or second is None:
            return None
        logprob, tokens = first.logprob + second.logprob, first.tokens + second.tokens
        return _Hypothesis(f"{first.text} {second.text}", logprob, tokens)

    def _run(
        self, batches: Iterable[Sequence[int]], pieces: Sequence[list[str]], limit: int = LIMIT
    ) -> Iterator[tuple[Sequence[int], list[_Hypothesis] | None]]:
        """Each batch with its translations, in turn; None for a batch that exceeds the package's positions."""
        upcoming = iter(batches)
        running: deque[tuple[Sequence[int], list[Any]]] = deque()
        while True:
            for batch in islice(upcoming, AHEAD * cores() - len(running)):
                running.append((batch, self._start([pieces[index] for index in batch], limit)))
            if not running:
                return
            batch, results = running.popleft()
            while not all(result.done() for result in results):
                time.sleep(_POLL)  # not in result(), where Ctrl-C would have to wait
            yield batch, self._hypotheses(results, limit)

    def _start(self, pieces: Sequence[list[str]], limit: int) -> list[Any]:
        """Give CTranslate2 a batch and do not wait."""
        prefix = self._package.target_prefix
        results: list[Any] = self._translator.translate_batch(
            pieces,
            target_prefix=[[prefix]] * len(pieces) if prefix else None,
            beam_size=self._beam,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            return_scores=True,
            max_input_length=0,
            max_decoding_length=limit,
            asynchronous=True,
        )
        return results

    def _hypotheses(self, results: Sequence[Any], limit: int) -> list[_Hypothesis] | None:
        try:
            return [self._hypothesis(result.result(), limit) for result in results]
        except RuntimeError as error:
            if "position" in str(error):
                return None
            message = f"{self._package.path}: cannot translate: {error}"
            raise PackageError(message, "run again with less load") from error

    def _hypothesis(self, result: Any, limit: int) -> _Hypothesis:
        tokens = result.hypotheses[0]
        text = self._tokenizer.decode(tokens)
        if self._package.target_prefix:
            text = text.removeprefix(self._package.target_prefix)
        count = max(len(tokens), 1)
        logprob = result.scores[0] * count**LENGTH_PENALTY
        return _Hypothesis(text.strip(), logprob, count, cut=len(tokens) >= limit)

    def _leg(self, hypothesis: _Hypothesis | None) -> Leg | None:
        if hypothesis is None or not hypothesis.text or math.isnan(hypothesis.logprob):
            return None
        return Leg(self._package.name, hypothesis.text, hypothesis.logprob / hypothesis.tokens)


def _batches(indices: Sequence[int], pieces: Sequence[list[str]]) -> Iterator[list[int]]:
    """Batches of at most BATCH tokens, padding included; the longest texts first, so that no core waits at the end."""
    batch: list[int] = []
    for index in sorted(indices, key=lambda index: -len(pieces[index])):
        if batch and len(pieces[batch[0]]) * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _load(folder: Path) -> Any:
    import ctranslate2

    types = ctranslate2.get_supported_compute_types("cpu")
    try:
        return ctranslate2.Translator(
            str(folder / "model"),
            device="cpu",
            compute_type="int8" if "int8" in types else "default",
            inter_threads=cores(),
            intra_threads=1,
        )
    except (RuntimeError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise PackageError(f"{folder}: broken package: {reason}", "remove it and install it again") from error


def cores() -> int:
    """Processor cores this process may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
