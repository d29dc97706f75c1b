"""Which words became which, by the attention that CTranslate2 gives: of one head, not trained for it.

Of a package converted as usual it is the first head of the last layer; `replace_unknowns` rests on it, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from l10n.engines import FAINT, Link, Links
from l10n.engines.decoding.tokenization import Spans

Attention = Sequence[Sequence[float]]
"""For each piece of a translation, the weight of each piece of the text."""


def links(source: Spans, target: Spans, attention: Attention) -> Links:
    """The links between pieces that are seen in the text and in its translation, without faint ones."""
    if len(attention) != len(target) or any(len(row) != len(source) for row in attention):
        return ()
    return tuple(
        Link(here, there, weight)
        for there, row in zip(target, attention, strict=True)
        for here, weight in zip(source, row, strict=True)
        if here and there and weight >= FAINT
    )
