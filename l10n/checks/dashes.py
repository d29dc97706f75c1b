"""A hyphen stands where a dash belongs, or there are two.

Between words with a space on both sides stands a dash: – in English and Azerbaijani, — in Russian, – or — in Ukrainian.
Hyphens that a whole catalogue has are noted once.

Bad:  Er kam – und ging. | He came -- and went.
Bad:  Er kam – und ging. | He came - and went.
Bad ru: Er kam – und ging. | Он пришел - и ушел.
Good: Er kam – und ging. | He came – and went.
Good ru: Er kam – und ging. | Он пришел — и ушел.
Good: Er kam – und ging. | He came—and went.
Bad:  Er kam – und ging. | He came--and went.
Good: Mit der Option „Ausführlich“ starten | Start with --verbose
Good ru: Mit „Referenz“ | С «--reference» (--ref)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SAFE = True
SEVERITY = Severity.WARNING
ALONE = True
NEEDS = ("dash",)

_HYPHEN = re.compile(r"(?<=[^\s\d-])[ \u00a0]-[ \u00a0](?=\S)")
_DOUBLE = re.compile(r"(?<=[\w.,;:?…)\]”»])--(?![->])|(?<![-!<])--(?=[\s.,;:?…)\]”»\"']|$)")
"""After a word, or with nothing glued to it: `--verbose` is an option."""
_CUSTOM = "hyphens for dashes"


def check(pair: Pair) -> Iterator[Hit]:
    """Two hyphens, unless the source has them; one is as it may be where the whole catalogue has it so."""
    if "-" not in pair.target_chars or pair.typography is None:
        return
    dash = pair.typography.dash
    if "--" in pair.target_plain and "--" not in pair.source:
        for match in _DOUBLE.finditer(pair.target_plain):
            yield Hit(f"two hyphens for a dash: {dash}", match.span(), edits=((*match.span(), dash),))
    if " - " in pair.target_plain.replace("\u00a0", " ") and " - " not in pair.source:
        usual = pair.conventions is not None and pair.conventions.hyphen_dashes
        severity = Severity.INFO if usual else Severity.WARNING
        for match in _HYPHEN.finditer(pair.target_plain):
            start = match.start() + 1
            span = (start, start + 1)
            message, edits = f"a hyphen for a dash: {dash}", ((*span, dash),)
            yield Hit(message, span, edits=edits, severity=severity, custom=_CUSTOM if usual else "")
