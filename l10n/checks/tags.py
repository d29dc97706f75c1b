"""An HTML or XML tag or an entity was lost, changed or never closed.

Keep every tag as it is, around the same words; a browser shows the rest of a page in bold if one is never closed. In
the texts of documents you may move tags, but what encloses words has to enclose some, and what stands within others
has to stay there. Another style or picture is a warning, as it may be one for the language. In manuals in XML it is
noted that quotation marks stand for `<quote>`, and that an element is there once where the source says the same again.

Bad:  Ein <b>gutes</b> Haus | A <b>good house
Bad:  Ein <b>gutes</b> Haus | A good house
Bad:  Öl &amp; Gas | Oil &amp Gas
Bad:  10 &times; 20 | 10 times; 20
Bad:  <b>eins</b> | </b>one<b>
Bad:  <b>eins</b> <i>zwei</i> | <b>one<i> two</b></i>
Bad:  <span style="a">Ein Haus</span> | <span style="b">A house</span>
Bad:  <a id="a">Ein Haus</a> | <a id="b">A house</a>
Good: Ein <b>gutes</b> Haus | A <b>good</b> house
Good: Öl &amp; Gas | Oil and gas
Good: 3 < 4 und 5 > 4 | 3 < 4 and 5 > 4
Good: Er rief dreimal an; niemand nahm ab. | He called three times; nobody answered.
Good: eins<BR>zwei<br /><a class="x" id="y">drei</a> | one<br>two<br/><A id="y" class='x'>three</A>
Good: <b>eins</b> <i>zwei</i> | <i>two</i> <b>one</b>
Bad ru: kopiere <Quelle> <Ziel> | скопировать <источник>
Good ru: kopiere <Quelle> [<Ziel>] | скопировать <источник> [<цель>]
Good ru: Der <Name>: <Name> ist der Name | <имя>: имя
Good: I<Datei> in B<Werkzeug> | I<file> in B<tool>
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from l10n.checks import Hit, mark_hits
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs import pod
from l10n.pairs.elements import needless
from l10n.pairs.pair import CODE_SPAN, Pair
from l10n.pairs.well_formed import VOID

RAW = True
SEVERITY = Severity.ERROR

_TAG = re.compile(r"</?(?:[A-Za-z]|_:)[^<>]*>")
"""Also what itstool has for an element by itself, <_:item-1/>."""
_COMMENT = r"<!--(?:(?!<!--).)*?-->"
_ADDRESS = r"<(?:(?:https?|ftp):[^<>]*|[A-Za-z][\w+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s]*)>"
"""What stands alone in angle brackets; another check has it."""
_UNREAD = re.compile(f"{_COMMENT}|{_ADDRESS}", re.DOTALL)
_UNREAD_OR_CODE = re.compile(f"{_COMMENT}|{_ADDRESS}|{CODE_SPAN}", re.DOTALL)
_XML = frozenset({TextKind.HTML, TextKind.DOCBOOK})
_MANUALS = frozenset({TextKind.REST, TextKind.ASCIIDOC, TextKind.POD})
"""HTML has no meaning there."""
_ATTRIBUTE = re.compile(r"([^\s=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|\S+))?|=")
_BREAK = "br"
_OPTIONAL = frozenset({"p", "li", "dt", "dd", "tr", "td", "th"})
"""Elements whose end tag may be left out."""
_NO_ARGUMENTS = _OPTIONAL | {"br", "hr", "wbr"}
_CLOSED = re.compile(r"</([^\s<>/]+)")
_ANGLED = re.compile(r"<[^\W\d_](?:[^<>=]*[^<>=/])?>")
_READ = re.compile(
    r"(\b(?:title|alt|placeholder|aria-label|lang|hreflang|href)\s*=\s*)(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)"
)
"""Attributes that may be translated: people read them, or they lead to pages in the language."""
_BINDING = ("id", "name", "for", "ref", "linkend", "xref", "xml:id")
"""Attributes by which elements know each other: a document with another value cannot be made, or lacks a link."""
_NAMES = (
    "amp|lt|gt|quot|apos|nbsp|laquo|raquo|ldquo|rdquo|bdquo|lsquo|rsquo|ndash|mdash|hellip|shy|copy|reg|trade|euro|pound"
    "|cent|deg|times|middot|bull|sect|para|larr|rarr|uarr|darr"
)
_BROKEN = re.compile(
    rf"&(?:{_NAMES}|#\d+|#x[0-9a-fA-F]+)\b(?!;|\s+;)|&\s+(?:{_NAMES});|&(?:{_NAMES})\s+;"
    rf"|(?<![&\w])(?P<word>{_NAMES});"
)
"""A bare name may be a word: three times; a copy; a pound."""


def check(pair: Pair) -> Iterator[Hit]:
    """Tags as often as in the source, and no entity that is none."""
    if ";" in pair.target_chars or "&" in pair.target_chars:
        yield from _entities(pair)
    if pair.parts is not None:
        yield from mark_hits(pair, tags=True)
        return
    if "<" not in pair.source_chars and "<" not in pair.target_chars:
        return
    if "E<" in pair.source and pod.is_pod(pair):
        return  # it has brackets that are no marks, and there are two ways to write them
    texts = _without_others(pair)
    closed = _NO_ARGUMENTS.union(*(map(str.lower, _CLOSED.findall(text)) for text in texts))
    names, tags = zip(*(_apart(text, closed) for text in texts), strict=True)
    yield from _arguments(*names)
    source, target = tags
    missing, extra = list(_surplus(source, target)), list(_surplus(target, source))
    astray = _astray(target)
    severity = None if astray else _of_nested(missing, extra, pair)
    if not astray:
        missing, extra = _without_ends(missing), _without_ends(extra)
    for old, new in _with_other_values(missing, extra):
        own = severity or (None if _is_bound_otherwise(old[0], new[0]) else Severity.WARNING)
        yield Hit(f"{old[0]} is {new[0]} here", new.span(), old.span(), severity=own)
        missing.remove(old)
        extra.remove(new)
    count = Counter(_name(match[0]) for match in missing) if pair.kind in _XML else {}
    spared = needless(count, *texts) if count else _broken_otherwise(missing, pair)
    for match in missing:
        own = Severity.WARNING if severity is None and _is_optional(match) else severity
        own = Severity.INFO if (own or not astray) and _name(match[0]) in spared else own
        yield Hit(f"{match[0]} is missing", source_span=match.span(), severity=own)
    for match in extra:
        own = Severity.INFO if severity is not None and _is_optional(match) else severity
        own = Severity.WARNING if own is None and _is_optional(match) else own
        yield Hit(f"{match[0]} is not in the source", match.span(), severity=own)
    if not missing and not extra and astray and not _astray(source):
        yield Hit(f"{astray[0]} has no partner: each end tag closes what was opened last", astray.span())


def _broken_otherwise(missing: Sequence[re.Match[str]], pair: Pair) -> frozenset[str]:
    """The name of a line break, where a line of the file ends instead."""
    breaks = sum(_name(match[0]) == _BREAK for match in missing)
    return frozenset({_BREAK}) if 0 < breaks <= pair.target.count("\n") - pair.source.count("\n") else frozenset()


def _without_ends(tags: list[re.Match[str]]) -> list[re.Match[str]]:
    """The tags without end tags of those before them: an element that is missing is told once."""
    opened = Counter(_name(match[0]) for match in tags)
    kept = []
    for match in tags:
        name = _name(match[0])
        if name.startswith("/") and opened[name[1:]] > 0:
            opened[name[1:]] -= 1
        else:
            kept.append(match)
    return kept


def _of_nested(missing: Sequence[object], extra: Sequence[object], pair: Pair) -> Severity | None:
    """More tags, in pairs, do no harm; in manuals in XML a tag says what a word is, and another may say it as well."""
    if pair.kind in _XML:
        return Severity.INFO if len(missing) <= len(extra) else Severity.WARNING
    return None if missing else Severity.WARNING


def _without_others(pair: Pair) -> tuple[str, str]:
    """Both texts, as long as before, without what only looks like a tag: comments, addresses, codes of POD."""
    unread = _UNREAD_OR_CODE if pair.kind in _MANUALS else _UNREAD
    source, target = (unread.sub(_blank, text) for text in (pair.source, pair.target))
    if pair.kind is TextKind.POD or pod.is_pod(pair):
        return pod.OPENING.sub(_blank, source), pod.OPENING.sub(_blank, target)
    return source, target


def _apart(text: str, closed: Collection[str]) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """Names of arguments, and tags.

    Nothing closes the `<file>` of `get <file>` in either text, it has no attributes, and is no break and no paragraph.
    """
    names = [match for match in _ANGLED.finditer(text) if _name(match[0]) not in closed]
    starts = {match.start() for match in names}
    return names, [match for match in _TAG.finditer(text) if match.start() not in starts]


def _arguments(source: list[re.Match[str]], target: list[re.Match[str]]) -> Iterator[Hit]:
    """Names may be translated, and named again or not; none may be lost."""
    if not source:
        for match in (match for match in target if _TAG.fullmatch(match[0])):
            yield Hit(f"{match[0]} is not in the source", match.span(), severity=Severity.WARNING)
        return
    known = {match[0].lower() for match in target}
    count = len({match[0].lower() for match in source})
    if len(known) < count:
        lost = next((match for match in source if match[0].lower() not in known), source[-1])
        message = f"{lost[0]} is missing: names in angle brackets are {count} in the source, {len(known)} here"
        severity = Severity.WARNING if count > 1 else Severity.INFO  # by itself it may be said in words
        yield Hit(message, source_span=lost.span(), severity=severity)


def _is_optional(tag: re.Match[str]) -> bool:
    """An end tag that a browser puts in by itself."""
    return tag[0].startswith("</") and _name(tag[0]).strip("/") in _OPTIONAL


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _entities(pair: Pair) -> Iterator[Hit]:
    known = {match[0] for match in _BROKEN.finditer(pair.source)}
    for match in _BROKEN.finditer(pair.target):
        if match[0] not in known and (not match["word"] or f"&{match[0]}" in pair.source):
            yield Hit(f"“{match[0]}” is no entity: & or ; is missing", match.span())


def _astray(tags: list[re.Match[str]]) -> re.Match[str] | None:
    """The first tag that breaks the nesting: an end tag of another element, or what is never closed."""
    stack: list[re.Match[str]] = []
    for match in tags:
        name = _name(match[0])
        if match[0].startswith("<!") or match[0].endswith("/>") or name.strip("/") in VOID:
            continue
        if not name.startswith("/"):
            stack.append(match)
        elif not stack or f"/{_name(stack.pop()[0])}" != name:
            return match
    return stack[-1] if stack else None


def _name(tag: str) -> str:
    """`b` of `<B class="x">`, `/b` of its end tag."""
    return tag.strip("<>").split()[0].rstrip("/").lower()


def _surplus(those: list[re.Match[str]], others: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Tags of `those` that `others` do not have as often."""
    left = Counter(_normal(match[0]) for match in others)
    for match in those:
        tag = _normal(match[0])
        left[tag] -= 1
        if left[tag] < 0:
            yield match


def _with_other_values(
    missing: Sequence[re.Match[str]], extra: Sequence[re.Match[str]]
) -> list[tuple[re.Match[str], re.Match[str]]]:
    """The same element with the same attributes, whose values differ: a style, a picture or a page of the language."""
    left = list(extra)
    changed = []
    for old in missing:
        shape = _shape(old[0])
        new = next((match for match in left if shape[1] and _shape(match[0]) == shape), None)
        if new:
            left.remove(new)
            changed.append((old, new))
    return changed


def _is_bound_otherwise(tag: str, other: str) -> bool:
    """What names the element, or another one, is not the same."""
    own, others = (dict(_parts(each)[1]) for each in (tag, other))
    return any(own.get(key) != others.get(key) for key in _BINDING)


def _shape(tag: str) -> tuple[str, tuple[str, ...], bool]:
    """Name, names of attributes, and whether it ends itself."""
    name, attributes, closed = _parts(tag)
    return name, tuple(sorted(key for key, _ in attributes)), closed


def _normal(tag: str) -> str:
    """Case of names, order and quotation marks of attributes, and spaces mean nothing in HTML."""
    tag = _READ.sub(r"\1''", " ".join(tag.split()))
    if tag.startswith("<!"):
        return tag
    name, attributes, closed = _parts(tag)
    return " ".join((name, *sorted(f"{key}={value}" for key, value in attributes), "/" * closed))


def _parts(tag: str) -> tuple[str, list[tuple[str, str]], bool]:
    """Name, attributes with their values, and whether it ends itself."""
    name, inner = _name(tag), tag[1:-1]
    closed = inner.endswith("/") and name not in VOID
    rest = inner.rstrip("/ ").partition(" ")[2]
    return name, [(key.lower(), _unquoted(value)) for key, value in _ATTRIBUTE.findall(rest)], closed


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
