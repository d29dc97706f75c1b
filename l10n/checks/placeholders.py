"""A placeholder was lost or changed.

`%s`, `%(name)s`, `{0}` and `{name}` are filled in by a program; with a changed one it fails or shows nonsense. Of an
ICU message (`{count, plural, one {…} other {…}}`) only the texts within the inner braces are translated.

Bad:  %d Dateien | files
Bad:  Hallo %(name)s! | Hello %(nom)s!
Bad:  Hallo {name}! | Hello {nom}!
Bad:  {n, plural, one {Datei} other {Dateien}} | {n, plurale, one {file} other {files}}
Good: %d Dateien | %d files
Good: {n, plural, one {Datei} other {Dateien}} | {n, plural, one {file} other {files}}
Good ru: {n, plural, one {Datei} other {Dateien}} | {n, plural, one {файл} few {файла} other {файлов}}
Good: 100 % sicher | 100% safe
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n import protect
from l10n.checks import NOWHERE, Hit, Span
from l10n.linguistics.pair import Pair
from l10n.model import Severity

SEVERITY = Severity.ERROR

_SIGNS = frozenset("%{}$")
_ICU = re.compile(r"\{(\w+),\s*(\w+)\s*(?:,|\})")
_KINDS = frozenset({"plural", "select", "selectordinal", "number", "date", "time", "spellout", "ordinal", "duration"})


def check(pair: Pair) -> Iterator[Hit]:
    """All of the source, unchanged and as often; in order where they have neither name nor number."""
    if pair.source_chars.isdisjoint(_SIGNS) and pair.target_chars.isdisjoint(_SIGNS):
        return
    source, target = _placeholders(pair.source, pair), _placeholders(pair.target, pair)
    missing, extra = Counter(source) - Counter(target), Counter(target) - Counter(source)
    for placeholder in missing:
        yield Hit(f"{placeholder} is missing", source_span=_span(pair.source, placeholder))
    for placeholder in extra:
        yield Hit(f"{placeholder} is not in the source", _span(pair.target, placeholder))
    if not missing and not extra and not protect.same_order(source, target):
        yield Hit("the placeholders are in another order: they have no names or numbers to tell them apart")


def _placeholders(text: str, pair: Pair) -> list[str]:
    """An ICU message counts as its argument and kind: its inner texts and plural categories are the translator's."""
    found = (
        one for one in protect.placeholders(text, pair.flags) if not one.startswith(("<", "&", "\\")) and one[0] >= " "
    )
    return [_icu(one) for one in found]


def _icu(placeholder: str) -> str:
    match = _ICU.match(placeholder)
    return f"{{{match[1]}, {match[2]}}}" if match and match[2] in _KINDS else placeholder


def _span(text: str, placeholder: str) -> Span:
    start = text.find(placeholder)
    if start < 0:
        start = text.find(placeholder.partition(",")[0])
        return (start, start + 1) if start >= 0 else NOWHERE
    return (start, start + len(placeholder))
