"""A hashtag or mention was lost.

They are links: #Klima leads elsewhere than #climate. Translate a hashtag only if that is meant; a mention never. In
texts of programs a single small word, @name or #include, may be something else: there it is a note.

Bad:  Folgen Sie @example! | Follow us!
Bad:  Alles über #Klima | All about climate
Good: Folgen Sie @example! | Follow @example!
Good: Alles über #Klima | All about #climate
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SEVERITY = Severity.WARNING

_TAG = re.compile(r"(?<![^\s(\[\"“„«'‘,;:–—-])(?:#|@(?![A-Z0-9]*_))(?=[^\W\d])\w++(?!\{|@|\.(?:com|org|net)\b)")
"""No command of Texinfo, @code{x}; no @VARIABLE@ and no OPTION[@NAME_OF_VALUE]; no @domain.org."""
_PLAIN = re.compile(r"[#@][a-z]+")
"""In texts of programs, one small word may be a parameter, a command, a channel: @name, #include."""


def check(pair: Pair) -> Iterator[Hit]:
    """Mentions have to be the same, hashtags as many."""
    if "#" not in pair.source_chars and "@" not in pair.source_chars:
        return
    source, target = list(_TAG.finditer(pair.source)), [match[0] for match in _TAG.finditer(pair.target)]
    missing = [match for match in source if match[0] not in pair.target]
    translated = sum(tag[0] == "#" and all(tag != match[0] for match in source) for tag in target)
    for match in missing:
        if match[0][0] == "#" and translated:
            translated -= 1
        else:
            severity = Severity.INFO if pair.kind.is_technical and _PLAIN.fullmatch(match[0]) else None
            yield Hit(f"{match[0]} is missing", source_span=match.span(), severity=severity)
