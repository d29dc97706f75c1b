"""Legs made in this process: several shards at once, so that one is judged while the next one decodes.

An engine that decodes outside Python's lock, as CTranslate2 does, keeps all cores busy that way; of any other, one
shard is made after the other, beside whatever the run does meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread

from l10n.drafting import Options
from l10n.drafting.legs import SLICE, Flags, Made, Shard, make, shards
from l10n.drafting.open_pairs import OpenPairs
from l10n.engines import Capabilities, Decoder, Decoding, Hypothesis, LanguagePair

_SHARDS = 3
"""At once: two to decode and to be judged in turn, and one to fill the gaps of small batches in repairs."""
_PLAIN = Decoding()
_PATIENCE = 0.5
"""Seconds: on Windows, who waits without end does not hear Ctrl-C."""


class Local:
    """Makes legs with the pairs that are open here."""

    slice_size = SLICE

    def __init__(self, pairs: OpenPairs) -> None:
        self._pairs = pairs

    def legs(self, pair: LanguagePair, texts: Sequence[str], options: Options, flags: Flags) -> Generator[Made]:
        """Make the leg of each text, as they are ready. Raises PackageError."""
        decoder = self._pairs.decoder(pair, options.beam)
        waiting = deque(shards(pair, texts, options, flags))
        threads = min(len(waiting), _SHARDS if decoder.capabilities.threads else 1)
        return _side_by_side(decoder, waiting, threads)


class _Stopped(BaseException):
    """Nobody wants the rest."""


@dataclass(frozen=True, slots=True)
class _Stoppable:
    """A decoder that ends with the batches it is at."""

    decoder: Decoder
    stop: Event

    @property
    def capabilities(self) -> Capabilities:
        return self.decoder.capabilities

    def translate(
        self, texts: Sequence[str], how: Decoding = _PLAIN, prefixes: Sequence[str] = ()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for answer in self.decoder.translate(texts, how, prefixes):
            if self.stop.is_set():
                raise _Stopped
            yield answer


_Answers = SimpleQueue[Made | BaseException | None]
"""What threads have made, or what has gone wrong; None from each at its end."""


def _side_by_side(decoder: Decoder, waiting: deque[Shard], count: int) -> Generator[Made]:
    """The legs of all shards, made by so many threads."""
    answers: _Answers = SimpleQueue()
    own = _Stoppable(decoder, Event())
    threads = [Thread(target=_work, args=(own, waiting, answers), daemon=True) for _ in range(count)]
    try:
        for thread in threads:
            thread.start()
        while count:
            answer = _next(answers)
            if isinstance(answer, BaseException):
                raise answer
            if answer is None:
                count -= 1
            else:
                yield answer
    finally:
        own.stop.set()
        for thread in threads:
            thread.join()


def _work(decoder: _Stoppable, waiting: deque[Shard], answers: _Answers) -> None:
    """Make one shard after the other as long as there are some."""
    try:
        while shard := _taken(waiting):
            for made in make(decoder, shard):
                answers.put(made)
        answers.put(None)
    except BaseException as error:  # the run's to tell
        answers.put(error)


def _taken(waiting: deque[Shard]) -> Shard | None:
    with suppress(IndexError):  # none is left, or another thread was faster
        return waiting.popleft()
    return None


def _next(answers: _Answers) -> Made | BaseException | None:
    while True:
        with suppress(Empty):
            return answers.get(timeout=_PATIENCE)
