"""Comments that keep a part of a file out of translation: from `<!-- l10n:off -->` up to `<!-- l10n:on -->`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.model import Remark

SWITCH = re.compile(r"<!--\s*+l10n:(?P<word>off|on)(?![\w-])")
"""How such a comment begins; it may go on with a reason."""
_UNENDED = "l10n:off without l10n:on: nothing is translated from here to the end"
_UNBEGUN = "l10n:on without l10n:off before it: it does nothing"


def remarks(switches: Iterable[tuple[int, str]]) -> Iterator[Remark]:
    """What may be a slip; the switches are lines of the file, in its order, and the words `off` and `on`."""
    begun = 0
    for line, word in switches:
        if word == "off":
            begun = begun or line
        elif begun:
            begun = 0
        else:
            yield Remark(line, _UNBEGUN)
    if begun:
        yield Remark(begun, _UNENDED)
