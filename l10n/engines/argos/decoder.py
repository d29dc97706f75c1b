"""One Argos package at work: whole segments through CTranslate2, in large batches, with scores.

The decoding settings are those of `argostranslate.translate.apply_packaged_translation`, so that one segment gets the
text which argostranslate gives it. Unlike there, nothing is split into sentences again, and a translation that hit the
decoding limit is not passed off as whole.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Self

from l10n.engines import Capabilities, Decoding, Hypothesis, Links
from l10n.engines.argos.batches import batches, cores
from l10n.engines.argos.linking import Attention, links
from l10n.engines.argos.packages import soundness
from l10n.engines.argos.packages.store import Package, reinstall
from l10n.engines.argos.tokenization import SentencePiece, open_tokenizer, piece_spans
from l10n.errors import PackageError

LENGTH_PENALTY = 0.2
LIMIT = 256
"""Longest translation in tokens at the first try, CTranslate2's own default."""
RETRY_LIMIT = 1024
LONG = 200
"""Segments above so many tokens may exceed a package's positions: each goes alone, so that it fails alone."""
AHEAD = 2
"""Batches a core that CTranslate2 has before it: enough to keep it busy, few enough to stop soon."""
_POLL = 0.005
_CLAUSE_END = re.compile(r"[,;:–—](?=\s)")


@dataclass(frozen=True, slots=True)
class _Output:
    """A translation of one text; `cut` if it may lack its end."""

    text: str
    logprob: float
    tokens: int
    cut: bool = False
    pieces: Sequence[str] = ()
    attention: Attention = ()
    """Of each of the pieces to those of the text; only if it is wanted."""


_Best = list[_Output]
"""Of one text, the likeliest first."""
_PLAIN = Decoding()


class Argos:
    """An open package: a context manager that holds its model in memory until it ends."""

    def __init__(self, package: Package, beam: int = 4) -> None:
        self._package = package
        self._beam = beam
        with _blaming(package):
            pieces = soundness.check(package.path / "model", prefixed=bool(package.target_prefix))
        with _blaming(package, "broken tokenizer"):
            self._tokenizer = open_tokenizer(package.path, package.source, package.target, pieces)
        with _blaming(package):
            self._translator = _load(package.path / "model")
        linked = isinstance(self._tokenizer, SentencePiece)
        self.capabilities = Capabilities(
            scores=True, hypotheses=True, prefixes=True, penalties=True, links=linked, threads=linked
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._translator.unload_model()

    def translate(
        self, texts: Sequence[str], how: Decoding = _PLAIN, prefixes: Sequence[str] = ()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Index and translations of each text, as they are ready; none for one the package cannot translate whole.

        With `prefixes`, one a text, each translation begins with its own.
        """
        work = _Request([self._encoded(text) for text in texts], how, self._starts(texts, prefixes))
        long = [index for index, tokens in enumerate(work.pieces) if len(tokens) > LONG]
        short = [index for index, tokens in enumerate(work.pieces) if len(tokens) <= LONG]
        for batch, outputs in self._run(batches(short, list(map(len, work.pieces)), cores()), work):
            if outputs is None:  # one of the batch exceeds the package's positions: each by itself
                yield from ((index, self._hypotheses(texts[index], self._insist(texts[index], how))) for index in batch)
                continue
            for index, best in zip(batch, outputs, strict=True):
                whole = self._insist(texts[index], how, (RETRY_LIMIT,)) if best[0].cut else best
                yield index, self._hypotheses(texts[index], whole)
        for index in long:
            yield index, self._hypotheses(texts[index], self._insist(texts[index], how))

    def _encoded(self, text: str) -> list[str]:
        with _blaming(self._package, "cannot translate"):
            return self._tokenizer.encode(text)

    def _starts(self, texts: Sequence[str], prefixes: Sequence[str]) -> list[list[str]]:
        """The tokens with which each translation has to begin."""
        own = [self._package.target_prefix] if self._package.target_prefix else []
        return [own + (self._encoded(prefixes[index]) if prefixes else []) for index in range(len(texts))]

    def _insist(self, text: str, how: Decoding, limits: Sequence[int] = (LIMIT, RETRY_LIMIT)) -> _Best:
        """The whole translation of a difficult text: with more room, then clause by clause; empty if nothing helps."""
        for limit in limits:
            if best := self._whole(text, how, limit):
                return best
        return self._halves(text, how)

    def _whole(self, text: str, how: Decoding, limit: int) -> _Best:
        work = _Request([self._encoded(text)], how, self._starts([text], ()))
        ((_, outputs),) = self._run([[0]], work, limit)
        return outputs[0] if outputs and not outputs[0][0].cut else []

    def _halves(self, text: str, how: Decoding) -> _Best:
        """The text in two at the clause end nearest its middle, each half translated by itself."""
        ends = [match.end() for match in _CLAUSE_END.finditer(text)]
        if not ends:
            return []
        middle = min(ends, key=lambda end: abs(end - len(text) / 2))
        halves = [self._insist(half.strip(), how) for half in (text[:middle], text[middle:])]
        if not all(halves):
            return []
        first, second = (best[0] for best in halves)
        logprob, tokens = first.logprob + second.logprob, first.tokens + second.tokens
        return [_Output(f"{first.text} {second.text}", logprob, tokens)]

    def _run(
        self, wanted: Iterable[Sequence[int]], work: _Request, limit: int = LIMIT
    ) -> Iterator[tuple[Sequence[int], list[_Best] | None]]:
        """Each batch with its translations, as they are ready; None for one that exceeds the package's positions."""
        upcoming = iter(wanted)
        running: list[tuple[Sequence[int], list[Any]]] = []
        while True:
            room = AHEAD * cores() - len(running)
            running += [(batch, self._start(batch, work, limit)) for batch in islice(upcoming, room)]
            if not running:
                return
            while not (ready := [pending for pending in running if all(result.done() for result in pending[1])]):
                time.sleep(_POLL)  # not in result(), where Ctrl-C would have to wait
            running.remove(ready[0])
            batch, results = ready[0]
            yield batch, self._results(results, limit)

    def _start(self, batch: Sequence[int], work: _Request, limit: int) -> list[Any]:
        """Give CTranslate2 a batch and do not wait."""
        starts = [work.starts[index] for index in batch]
        with _blaming(self._package, "cannot translate"):
            results: list[Any] = self._translator.translate_batch(
                [work.pieces[index] for index in batch],
                target_prefix=starts if any(starts) else None,
                beam_size=self._beam,
                num_hypotheses=min(work.how.hypotheses, self._beam),
                repetition_penalty=work.how.repetition_penalty,
                no_repeat_ngram_size=work.how.no_repeat,
                length_penalty=LENGTH_PENALTY,
                replace_unknowns=True,
                return_scores=True,
                return_attention=work.how.links and self.capabilities.links,
                max_input_length=0,
                max_decoding_length=limit,
                asynchronous=True,
            )
        return results

    def _results(self, results: Sequence[Any], limit: int) -> list[_Best] | None:
        with _blaming(self._package, "cannot translate"):
            try:
                return [self._best(result.result(), limit) for result in results]
            except RuntimeError as error:
                if "position" not in str(error):
                    raise
                return None

    def _best(self, result: Any, limit: int) -> _Best:
        """The first one, and those of the others that are whole."""
        attention = result.attention or [()] * len(result.hypotheses)
        hypotheses = zip(result.hypotheses, result.scores, attention, strict=True)
        outputs = [self._output(*hypothesis, limit) for hypothesis in hypotheses]
        return [output for index, output in enumerate(outputs) if index == 0 or not output.cut]

    def _output(self, tokens: Sequence[str], score: float, attention: Attention, limit: int) -> _Output:
        text = self._tokenizer.decode(tokens)
        if self._package.target_prefix:
            text = text.removeprefix(self._package.target_prefix)
        count = max(len(tokens), 1)
        return _Output(text.strip(), score * count**LENGTH_PENALTY, count, len(tokens) >= limit, tokens, attention)

    def _hypotheses(self, text: str, best: _Best) -> tuple[Hypothesis, ...]:
        """The hypotheses that are texts; none of them if the likeliest is no text."""
        usable = [bool(output.text) and not math.isnan(output.logprob) for output in best]
        if not usable or not usable[0]:
            return ()
        return tuple(
            Hypothesis(output.text, output.logprob / output.tokens, output.tokens, self._links(text, output))
            for output, is_usable in zip(best, usable, strict=True)
            if is_usable
        )

    def _links(self, text: str, output: _Output) -> Links:
        if not output.attention or not isinstance(self._tokenizer, SentencePiece):
            return ()
        source = self._tokenizer.spans(text, self._encoded(text))
        return links(source, piece_spans(output.text, output.pieces), output.attention)


@dataclass(frozen=True, slots=True)
class _Request:
    """Texts in pieces, how to translate them, and how each translation begins."""

    pieces: Sequence[list[str]]
    how: Decoding
    starts: Sequence[list[str]]


@contextmanager
def _blaming(package: Package, what: str = "broken package") -> Iterator[None]:
    """Whatever CTranslate2 and a tokenizer raise where a package is not whole becomes a PackageError."""
    try:
        yield
    except soundness.FAILURES as error:
        raise PackageError(f"{package.path}: {what}: {soundness.reason(error)}", reinstall(package)) from error


def _load(model: Path) -> Any:
    import ctranslate2

    types = ctranslate2.get_supported_compute_types("cpu")
    return ctranslate2.Translator(
        str(model),
        device="cpu",
        compute_type="int8" if "int8" in types else "default",
        inter_threads=cores(),
        intra_threads=1,
    )
