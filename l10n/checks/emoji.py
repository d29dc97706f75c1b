"""An emoji of the source was lost.

It carries the tone of a message, or stands for a word. Put it back where it belongs, or leave it out on purpose.

Bad:  Bis morgen 😀 | See you tomorrow
Bad ru: 🎉 Neue Version | Новая версия
Good: Bis morgen 😀 | See you tomorrow 😀
Good: Daumen hoch 👍🏽 | Thumbs up 👍
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SEVERITY = Severity.INFO

_FIRST = "\u2600"
_EMOJI = re.compile("[\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001f1ff\U0001f300-\U0001f3fa\U0001f400-\U0001faff]")
"""Unicode's blocks of them (UTS #51), without what only changes the colour of a skin: that is free."""


def check(pair: Pair) -> Iterator[Hit]:
    """The first that the translation has not at all; several of one kind may become fewer."""
    if pair.source.isascii():
        return
    missing = pair.source_chars - pair.target_chars
    if not missing or max(missing) < _FIRST:
        return
    for match in _EMOJI.finditer(pair.source_plain):
        if match[0] in missing:
            yield Hit(f"“{match[0]}” is lost", source_span=match.span())
            return
