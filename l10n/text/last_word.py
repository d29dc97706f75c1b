"""Whether a sentence ends as one of its language does, where a verb stands last."""

from __future__ import annotations

import re
from functools import cache

from l10n.languages import record

_MARKS = ".!?…"
_CLOSERS = "\"”“»’'"
_LAST = re.compile(r"[^\W\d_]+\Z")
_LONG = 40
"""Characters in which the last word is looked for."""


def ends_with_verb(text: str, lang: str) -> bool | None:
    """The last word before the end mark may be a verb; None where none has to stand there, or there is no word."""
    pattern = record(lang).predicates
    if not pattern:
        return None
    marked = text[-_LONG:].rstrip(_CLOSERS)
    sentence = marked.rstrip(_MARKS)
    match = _LAST.search(sentence.rstrip(_CLOSERS).rpartition(" ")[2]) if sentence != marked else None
    return _compiled(pattern).search(match[0].lower()) is not None if match else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z")
