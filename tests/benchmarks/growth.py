"""`make bench-growth`: what takes more than 2.2 times as long for a text of twice the size.

    python -m tests.benchmarks.growth [FORMAT…|checks|catalogues]

Odd files of each format (`growth_inputs`) are read and cut, and built with three translations; `checks` gives texts of
the same pieces to each check, `catalogues` has catalogues of them checked and updated. What grows too fast from a small
size to a larger one is looked at again, larger, three times, of which the shortest counts. Time of the processor, in
one process.
"""

from __future__ import annotations

import gc
import math
import re
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from l10n import documents
from l10n.building.article import article
from l10n.checks import Check, checks
from l10n.cli.garbage import uncollected
from l10n.errors import L10nError
from l10n.model import Document, Segment
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.pairs.pair import Pair
from l10n.segmentation.document import extract
from tests.benchmarks.growth_catalogues import catalogues
from tests.benchmarks.growth_inputs import FRAMES, Odd, Sized, Step, odd_files, repeated
from tests.benchmarks.growth_pieces import HTML, WORDS
from tests.benchmarks.tables import show

CHECKS, CATALOGUES = "checks", "catalogues"
READ = "read and cut"
LOOK, AGAIN = (1 << 12, 1 << 16), (1 << 16, 1 << 18)
"""Bytes of the smaller and the larger file, at first and if that grows too fast."""
LOOK_CHECKED, AGAIN_CHECKED = (1 << 12, 1 << 15), (1 << 15, 1 << 17)
"""The same for texts that are checked."""
ALLOWED = 2.2
"""Times as long for each doubling."""
ROUNDS = 3
APART = 64
"""The text of each round is shorter by this part: by a byte less, pieces of some bytes would give the same one."""
LONGEST = 20
"""Seconds after which a step is given up: it grows too fast, whatever it took with the smaller file."""
LEAST = 0.03
"""Seconds of the larger file below which nothing can be said."""

_WORD = re.compile(r"(?P<mark><[^<>]*>|&[#\w]+;)|[^\W\d_]+")


class _TooLongError(Exception):
    """A step takes too long."""


def main(forms: Sequence[str]) -> None:
    """Print what grows too fast, as it is seen."""
    gc.collect()
    gc.freeze()  # what is loaded need not be looked at before each step
    others = {CHECKS: _checked_texts, CATALOGUES: catalogues}
    for form in forms or (*FRAMES, *others):
        sizes = (LOOK_CHECKED, AGAIN_CHECKED) if form in others else (LOOK, AGAIN)
        texts = others[form]() if form in others else _files(form)
        show(form, "text|step|seconds|times as long each doubling", grown(texts, *sizes))


def grown(texts: Iterable[tuple[str, Sized]], look: tuple[int, int], again: tuple[int, int]) -> Iterator[list[str]]:
    """Rows of what grew too fast both times."""
    for name, sized in texts:
        suspicious = _grown(sized, look, 1)
        for step, (seconds, factor) in (_grown(sized, again, ROUNDS, suspicious) if suspicious else {}).items():
            yield [name, step, f"{seconds:.2f}", f"{factor:.2f}"]


def _grown(
    sized: Sized, sizes: tuple[int, int], rounds: int, steps: Collection[str] | None = None
) -> dict[str, tuple[float, float]]:
    """The steps that grow too fast: seconds with the larger text, and the factor of each doubling."""
    smaller, larger = sizes
    doublings = math.log2(larger / smaller)
    long = {step: seconds for step, seconds in least(sized, larger, rounds, steps).items() if seconds > LEAST}
    short = least(sized, smaller, rounds, long) if long else {}
    times = {step: seconds / max(short[step], LEAST / 2**doublings) for step, seconds in long.items() if step in short}
    factors = {step: math.inf if long[step] > LONGEST else each ** (1 / doublings) for step, each in times.items()}
    return {step: (long[step], factor) for step, factor in factors.items() if factor > ALLOWED}


def least(sized: Sized, size: int, rounds: int, steps: Collection[str] | None) -> dict[str, float]:
    """Seconds of some or all steps, the least of rounds; no two have the same text, lest anything be remembered."""
    runs = [
        {name: _seconds(step) for name, step in sized(size - number * size // APART) if _is_asked_for(name, steps)}
        for number in range(rounds)
    ]
    return {name: min(run.get(name, LONGEST) for run in runs) for name in runs[0]}


def _is_asked_for(step: str, steps: Collection[str] | None) -> bool:
    """It is one of them, all are, or nothing can be built without it."""
    return steps is None or step in steps or step == READ


def _files(form: str) -> Iterator[tuple[str, Sized]]:
    for name, odd in odd_files(form):
        yield name, partial(_steps, form, odd)


def _steps(form: str, odd: Odd, size: int) -> Iterator[tuple[str, Step]]:
    """Of a file; those that cannot be taken are missing."""
    data, read = odd(size), list[Document]()
    suffix = next(suffix for suffix, name in documents.suffixes().items() if name == form)
    yield READ, lambda: read.append(extract(Path(f"x{suffix}"), "de", Path(), data=data))
    for document in read:
        for name, text in TEXTS.items():
            made = [Rendering(segment, text(segment), RenderingOrigin.TRANSLATION) for segment in document.segments]
            yield name, partial(article, document, made)


def _checked_texts() -> Iterator[tuple[str, Sized]]:
    for name, piece in (WORDS | HTML).items():
        yield name, partial(_checked, piece)


def _checked(piece: str, size: int) -> Iterator[tuple[str, Step]]:
    text = f"{repeated(piece, size)[:size]}/ слово@"
    for check in checks().values():
        if check.pair:
            yield check.rule.name, partial(_check, check, text)


def _check(check: Check, text: str) -> None:
    for source in (text, "Haus „b“ **`x`**"):
        deque(check.pair(Pair(source, text, "de", "ru")) if check.pair else (), maxlen=0)


def _other(segment: Segment) -> str:
    """The text with other words, and the same marks."""
    return _WORD.sub(lambda word: word["mark"] or f"{word[0]}ё", segment.text)


TEXTS: Mapping[str, Callable[[Segment], str]] = {
    "build as it is": lambda segment: segment.text,
    "build with other words": _other,
    "build with texts that break": lambda segment: "# " + segment.text[::-1].strip() + "]*`",
}


def _seconds(step: Step) -> float:
    """Without the collection of garbage, as the commands have it: what it costs depends on all that is there."""
    gc.collect()
    begin = time.process_time()
    with suppress(L10nError, _TooLongError), _limited(), uncollected():
        step()
    return time.process_time() - begin


@contextmanager
def _limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


if __name__ == "__main__":
    main(sys.argv[1:])
