"""A placeholder was lost or changed.

`%s`, `%(name)s`, `{0}` and `{name}` are filled in by a program; with a changed one it fails or shows nonsense. Of an
ICU message (`{count, plural, one {…} other {…}}`) only the texts within the inner braces are translated. A plural form
that many numbers take, such as the Russian one of 1, 21 and 31, has to have the number. One that has come to the
beginning of the text is noted: it may be left over from a failed translation. For `%%` no program has a value, and it
may be a word.

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
Bad en-de: %d of %s | %d von
Good en-de: %a, %b %e %Y %T %z | %a, %d. %b %Y %T %z
Good: 100 % sicher | 100% safe
Bad:  Willkommen in {city} | {city} Welcome
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from l10n.checks import NOWHERE, Hit
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
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
_BRACED = re.compile(
    r"@[A-Za-z]+\{[\w.-]+\}|[A-Z]{2}\{[\w.-]+\}"  # @code{x}, LIST{n}
    r"|\{_\w*_\}"  # {_name_}, in italics
    r"|(?<![\w{])\{[\w-]+(?:,(?!(?:number|date|time|spellout|ordinal|duration)\})[\w.-]+)+\}"  # {a,b} of a shell
)
"""Braces that belong to a manual's markup, or to an example in it."""
_CHARACTERS = re.compile(
    r"\{(?:amp|apos|asterisk|backslash|backtick|blank|brvbar|caret|colon|cpp|deg|empty|endsb|gt|ldquo|lsquo|lt|nbsp|plus|pp"
    r"|quot|rdquo|rsquo|sp|startsb|tilde|two-colons|two-semicolons|vbar|wj|zwsp)\}"
)
"""Characters that AsciiDoc would take for marks; in another sentence they need no name."""
_WIDTH = re.compile(r"%[-+#0]*\d*(?:\.\d*)?(?=[A-Za-z])")
"""How wide a value is shown, or how much of it: no program fails if that changes."""
_DIGITS = re.compile(r"(?<=%)(\d+\$)?([-+#0]*)['I]+(?=[\d.]*[a-z]+$)")
"""The flags that group digits, or take those of the language: `%'d`, `%Id`."""
_WHOLE = re.compile(r"(?<=[%hljztq$])i$")
_PERCENTAGE = re.compile("% [a-z]")
"""The one in 100% sure, where a program that marks formats takes it for one."""
_DATE = re.compile(r"(?=[^%]*(?:%-?\w[^%]*)*%-?[bBHmMTyY])(?:[^%]*%-?[aAbBdeHIjklmMpSTyYzZ]){2,}[^%]*")
"""A date or time for strftime, which each language writes in its own way; printf has no month, year and hour."""
_STRING = re.compile("'[^']*'")
"""A text in an expression of a template, {$ x || 'None' $}."""
_RULE = re.compile("%{3,}")
_URL = re.compile(r"(?:https?|ftp)://\S+")
_ENCODED = re.compile("%[0-9A-Fa-f]{2}")
"""A byte in an address, %D0."""
_SIGN = "%%"
"""The percent sign itself, for which no program has a value."""
_SHARE = re.compile(r"[%٪‰]|prozent|per ?cent|процент|відсот|faiz|проц", re.IGNORECASE)
_MANUALS = frozenset({TextKind.REST, TextKind.ASCIIDOC, TextKind.POD, TextKind.HTML, TextKind.DOCBOOK})
_SEVERAL = 2
_FORMAT = "-format"
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
    if source and all(map(_PERCENTAGE.fullmatch, (*source, *target))):
        return
    if _DATE.fullmatch(pair.source) and _DATE.fullmatch(pair.target):
        return
    if _is_numbered(source) != _is_numbered(target) and _UNNUMBERED_FLAGS.isdisjoint(pair.flags):
        source, target = _numbered(source), _numbered(target)
    source, target = _with_own_digits(source, target)
    missing, extra = Counter(source) - Counter(target), Counter(target) - Counter(source)
    severity = _severity(source, missing, extra, pair)
    yield from _differences(missing, extra, severity, pair)
    for fault in _branches(pair.target, pair) if "{" in pair.target_chars else ():
        yield Hit(fault)
    if not missing and not extra and not placeholders.same_order(source, target):
        yield Hit("the placeholders are in another order: they have no names or numbers to tell them apart")
    if source and not missing and not extra and (span := _moved_to_front(pair)):
        yield Hit(f"{pair.target[slice(*span)]} has moved to the beginning", span, severity=Severity.INFO)


def _differences(
    missing: Collection[str], extra: Collection[str], severity: Severity | None, pair: Pair
) -> Iterator[Hit]:
    """What is lost and what is new; one for one it was changed. The percent sign may be a word instead."""
    if len(missing) == len(extra) == 1:
        ((old,), (new,)) = missing, extra
        yield Hit(f"{old} is {new} here", _span(pair.target, new), _span(pair.source, old), severity=severity)
        return
    for placeholder in missing:
        lost = _of_sign(pair.target_plain, severity) if placeholder == _SIGN else severity
        yield Hit(f"{placeholder} is missing", NOWHERE, _span(pair.source, placeholder), severity=lost)
    for placeholder in extra:
        is_word = placeholder == _SIGN and _has_format(pair) and _SHARE.search(pair.source_plain)
        new_severity = Severity.INFO if is_word else severity
        yield Hit(f"{placeholder} is not in the source", _span(pair.target, placeholder), severity=new_severity)


def _of_sign(other: str, severity: Severity | None) -> Severity:
    """How grave the loss of a percent sign is, for which no program has a value."""
    if _SHARE.search(other) or severity is Severity.INFO:
        return Severity.INFO
    return Severity.WARNING


def _has_format(pair: Pair) -> bool:
    return any(flag.endswith(_FORMAT) for flag in pair.flags)


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
    text = text if _has_format(pair) else _no_format(text, pair.kind)
    listed = itertools.chain.from_iterable(_inner(part, pair) for part in placeholders.placeholders(text, pair.flags))
    return [
        _icu(placeholder)
        for placeholder in listed
        if not placeholder.startswith(("<", "&", "\\")) and placeholder[0] >= " "
    ]


def _inner(part: str, pair: Pair) -> Sequence[str]:
    """What stands within angle brackets that enclose words and no attributes."""
    is_words = part[0] == "<" and "=" not in part and "%" in part
    return placeholders.placeholders(part[1:], pair.flags) if is_words else (part,)


def _no_format(text: str, kind: TextKind) -> str:
    """The text without what only looks like a placeholder where no program fills in any."""
    if "{" in text:
        text = _BRACED.sub("", text)
        text = _CHARACTERS.sub("", text) if kind is TextKind.ASCIIDOC else text
    if "://" in text:
        text = _URL.sub(lambda match: _ENCODED.sub("", match[0]), text)
    return _RULE.sub("", text)


def _severity(source: Sequence[str], missing: Collection[str], extra: Collection[str], pair: Pair) -> Severity | None:
    """In a manual they are part of an example; whoever translates several of them takes them for something to read."""
    if _has_format(pair):
        same = Counter(map(_without_width, missing)) == Counter(map(_without_width, extra))
        return Severity.INFO if missing and same else None
    if pair.source.count("{") == 1 and pair.source[0] + pair.source[-1] == "{}":
        return Severity.INFO  # nothing but a word in braces, {All}
    if len(source) == len(missing) == len(extra) >= _SEVERAL and all(map(_is_words, extra)):
        return Severity.INFO
    return Severity.WARNING if pair.kind in _MANUALS else None


def _without_width(placeholder: str) -> str:
    """As the value is, however it is shown: a whole number is `%d` and `%i`."""
    return _WHOLE.sub("d", _WIDTH.sub("%", placeholder))


def _is_words(placeholder: str) -> bool:
    """A name in braces that no programmer gives, with letters beyond ASCII."""
    return placeholder[0] == "{" and placeholder[1:-1].isalpha() and not placeholder.isascii()


def _with_own_digits(source: list[str], target: list[str]) -> tuple[list[str], list[str]]:
    """Both without the flags of digits, which are the translator's, if nothing else differs."""
    plain = [[_DIGITS.sub(r"\1\2", placeholder) for placeholder in listed] for listed in (source, target)]
    return (plain[0], plain[1]) if source != target and Counter(plain[0]) == Counter(plain[1]) else (source, target)


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
        return _STRING.sub("''", placeholder) if placeholder.startswith("{$ ") else placeholder
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
