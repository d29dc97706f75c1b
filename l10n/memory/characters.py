"""How often each character stands in a text: a lower bound of the edits between two texts, without aligning them.

The bag distance (Bartolini, Ciaccia, Patella 2002, “String Matching with Metric Trees Using an Approximate Distance”):
each edit puts in one character at most, and takes out one at most. Characters are counted in few groups, so that the
counts of a million texts are little; that makes the bound looser, never wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_GROUPS = 32
"""By the last bits of the code point: the letters of an alphabet, in small or capital, are in groups of their own."""
_MOST = 255
"""A count that is higher counts as this one."""

Counts = npt.NDArray[np.uint8]
"""A row of groups for each text."""


def counted(texts: Sequence[str]) -> Counts:
    """The counts of these texts."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))
    cells = np.repeat(np.arange(len(texts)) * _GROUPS, lengths) + (points & (_GROUPS - 1))
    counts = np.bincount(cells, minlength=len(texts) * _GROUPS)
    return np.minimum(counts, _MOST).astype(np.uint8).reshape(-1, _GROUPS)


def fewest_edits(counts: Counts, text: Counts) -> npt.NDArray[np.int32]:
    """At least so many edits lead from each of the texts to another one, which has the row `text`."""
    common = np.minimum(counts, text)
    missing = (text - common).sum(axis=1, dtype=np.int32)
    surplus = (counts - common).sum(axis=1, dtype=np.int32)
    edits: npt.NDArray[np.int32] = np.maximum(missing, surplus)
    return edits
