"""A placeholder was lost or changed.

`%s`, `%(name)s`, `{0}` and `{name}` are filled in by a program; with a changed one it fails or shows nonsense. Of an
ICU message (`{count, plural, one {…} other {…}}`) only the texts within the inner braces are translated. A plural form
that many numbers take, such as the Russian one of 1, 21 and 31, has to have the number. One that has come to the
beginning of the text is noted: it may be left over from a failed translation.

Bad:  %d Dateien | files
Bad:  Hallo %(name)s! | Hello %(nom)s!
Bad:  Hallo {name}! | Hello {nom}!
Bad:  {n, plural, one {Datei} other {Dateien}} | {n, plurale, one {file} other {files}}
Bad ru: {n, plural, one {Datei} other {Dateien}} | {n, plural, один {файл} other {файлов}}
Good: %d Dateien | %d files
Good: {n, plural, one {Datei} other {Dateien}} | {n, plural, one {file} other {files}}
Good ru: {n, plural, one {Datei} other {Dateien}} | {n, plural, one {файл} few {файла} other {файлов}}
Good ru: Signal %d (%s) von %s | %3$s прислал сигнал %1$d (%2$s)
Bad ru: Signal %d (%s) von %s | %3$s прислал сигнал %1$s (%2$s)
Bad ru: 1 Datei / %d Dateien | 1 файл / %d файла / %d файлов
Good: 1 Datei / %d Dateien | one file / %d files
Good: 100 % sicher | 100% safe
Bad:  Willkommen in {city} | {city} Welcome
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from l10n.checks import NOWHERE, Hit
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text import placeholders

SEVERITY = Severity.ERROR

_SIGNS = frozenset("%{}$~")
_NUMBERED = re.compile(r"%\d+\$")
_DIRECTIVE = re.compile(r"%[-+ #0'I,]*\d*(?:\.\d*)?(?:hh?|ll?|[qjztL])?(?:<PRI\w+>|[A-Za-ln-z@])")
"""It takes an argument, unlike %m, and only one, unlike %*d."""
_UNNUMBERED_FLAGS = frozenset({"python-format", "go-format"})
"""Formats without %1$s."""
_JAVA_QUOTED = re.compile("''|'[^']*(?:'|$)")
"""What Java's MessageFormat takes as it is, all that follows a single apostrophe too: {0} is not formatted there."""
_ICU = re.compile(r"\{(\w+),\s*(\w+)\s*(?:,|\})")
_BRANCH = re.compile(r"(=?[\w-]+)?\s*\{|\}")
_INSIDE = 2
"""Depth of the braces of a branch."""
_PLURALS = frozenset({"plural", "selectordinal"})
_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
_KINDS = frozenset({"plural", "select", "selectordinal", "number", "date", "time", "spellout", "ordinal", "duration"})


def check(pair: Pair) -> Iterator[Hit]:
    """All of the source, unchanged and as often; in order where they have neither name nor number."""
    if pair.source_chars.isdisjoint(_SIGNS) and pair.target_chars.isdisjoint(_SIGNS):
        return
    source, target = _placeholders(pair.source, pair), _placeholders(pair.target, pair)
    if _is_numbered(source) != _is_numbered(target) and _UNNUMBERED_FLAGS.isdisjoint(pair.flags):
        source, target = _numbered(source), _numbered(target)
    missing, extra = Counter(source) - Counter(target), Counter(target) - Counter(source)
    for placeholder in missing:
        yield Hit(f"{placeholder} is missing", source_span=_span(pair.source, placeholder))
    for placeholder in extra:
        yield Hit(f"{placeholder} is not in the source", _span(pair.target, placeholder))
    for fault in _branches(pair.target, pair) if "{" in pair.target_chars else ():
        yield Hit(fault)
    if not missing and not extra and not placeholders.same_order(source, target):
        yield Hit("the placeholders are in another order: they have no names or numbers to tell them apart")
    if source and not missing and not extra and (span := _moved_to_front(pair)):
        yield Hit(f"{pair.target[slice(*span)]} has moved to the beginning", span, severity=Severity.INFO)


def _moved_to_front(pair: Pair) -> Span | None:
    """The placeholder before a capital at the beginning, if the source has words before all of them.

    Whoever gives it a number, or goes on with a small letter, has moved it on purpose.
    """
    first = next((span for span in placeholders.spans(pair.target, pair.flags) if pair.target[span[0]] in _SIGNS), None)
    if first is None or first[0] > 0 or first[1] == len(pair.target) or _NUMBERED.match(pair.target):
        return None
    start = next(start for start, _ in placeholders.spans(pair.source, pair.flags) if pair.source[start] in _SIGNS)
    after = pair.target[first[1] :].lstrip()
    as_before = pair.source[:1].isupper() and after[:1].isupper()
    return first if as_before and any(map(str.isalpha, pair.source[:start])) else None


def _placeholders(text: str, pair: Pair) -> list[str]:
    """An ICU message counts as its argument, kind and, of a select, its keys: the inner texts are the translator's."""
    text = _JAVA_QUOTED.sub("", text) if "java-format" in pair.flags else text
    listed = placeholders.placeholders(text, pair.flags)
    return [
        _icu(placeholder)
        for placeholder in listed
        if not placeholder.startswith(("<", "&", "\\")) and placeholder[0] >= " "
    ]


def _is_numbered(listed: list[str]) -> bool:
    return any(map(_NUMBERED.match, listed))


def _numbered(listed: list[str]) -> list[str]:
    """`%s` and `%d` as `%1$s` and `%2$d`, which is the same; a translation may then put them in another order."""
    if _is_numbered(listed) or any("*" in placeholder for placeholder in listed):
        return listed
    count = itertools.count(1)
    return [
        f"%{next(count)}${placeholder[1:]}" if _DIRECTIVE.fullmatch(placeholder) else placeholder
        for placeholder in listed
    ]


def _icu(placeholder: str) -> str:
    match = _ICU.match(placeholder)
    if not match or match[2] not in _KINDS:
        return placeholder
    keys = ", ".join(sorted(_keys(placeholder))) if match[2] == "select" else ""
    return f"{{{match[1]}, {match[2]}{f', {keys}' if keys else ''}}}"


def _keys(message: str) -> list[str]:
    """The keys of the branches: `one` and `other` of `{n, plural, one {…} other {…}}`."""
    depth, keys = 0, []
    for piece in _BRANCH.finditer(message):
        if piece[0] == "}":
            depth -= 1
            continue
        depth += 1
        if depth == _INSIDE and piece[1]:
            keys.append(piece[1])
    return keys


def _branches(text: str, pair: Pair) -> Iterator[str]:
    """What is wrong with the branches of ICU plurals."""
    for placeholder in placeholders.placeholders(text, pair.flags):
        match = _ICU.match(placeholder)
        if match and match[2] in _PLURALS:
            keys = _keys(placeholder)
            for key in keys:
                if key not in _CATEGORIES and not key.startswith("="):
                    yield f"“{key}” is no plural category: zero, one, two, few, many, other, or =0"
            if "other" not in keys:
                yield "the branch “other” is missing, without which a program fails"


def _span(text: str, placeholder: str) -> Span:
    start = text.find(placeholder)
    if start < 0:
        start = text.find(placeholder.partition(",")[0])
        return (start, start + 1) if start >= 0 else NOWHERE
    return (start, start + len(placeholder))
