"""Evidence that marks are surely wrong, whatever the text is; each docstring says when, in `docs/checks.md`."""

from __future__ import annotations

import re

from l10n.checking.examination import RawFinding
from l10n.checks import NOWHERE, CatalogueView
from l10n.documents import inline
from l10n.model.kinds import TextKind
from l10n.pairs import well_formed
from l10n.pairs.marks import is_added

_CONVERSION = re.compile(
    r"~[^\s~]*[a-zA-Z%$~]|%\d+|%[-+#0]*(?:\d+\$)?\d*(?:\.\d+)?[a-zA-Z]+|%\(.*"
    r"|%?\{[\w.\[\]]*(?:[!:].*|,\s*(?:-?\d|[a-z]+\s*[,}]).*)?\}|\{\{[^{}]*\}\}",
    re.DOTALL,
)
"""With a space, `% i`, it is a percent sign before a word."""
_BRACED = frozenset(
    {"python-brace-format", "perl-brace-format", "java-format", "csharp-format", "c++-format", "rust-format"}
)
"""The formats of which `{name}` is a conversion; that of the others begins with a percent sign."""
_VARIABLE = re.compile(r"\w+%")
"""The rest of `%name%`."""
_WORDS = re.compile(r"\{[^\W\d_a-z]{3,}\}")
"""What an option is given, in help texts: words in capitals, which are translated."""
_FORMS = "_n: "
"""In catalogues of KDE 3, what begins a text of all plural forms, a line each, of which any may have the number."""
_ICU = re.compile(r"\{\w+,\s*(?:plural|selectordinal)\s*,")
_SPOKEN_OF = re.compile(r"(?:[(\[{<>'`„“«‚‘]|\A).(?:[)\]}<>'`“”»‘’]|\Z)")
_NAME = re.compile(r"</?(\w+)")
_ELEMENT = re.compile(r"<(\w+)\b[^<>]*>.*</\1>", re.DOTALL)
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__?)(?=\S).*?\S\1(?!\w)", re.DOTALL)
DOCUMENTS = frozenset({TextKind.MARKDOWN, TextKind.HTML})
"""Kinds of articles and of manuals, where all marks are known to be marks."""
_WITHOUT_TAGS = frozenset({TextKind.POD, TextKind.ASCIIDOC, TextKind.REST})
"""HTML has no meaning there."""


def fails(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """It is new and nowhere in the source, not a shell's, `${x}`, nor one of words, as in `--size={WIDTH}`, unless
    sources hardly ever have any and many translations do, as where msgids are names of texts; it was lost or changed,
    and the entry has the flag of a format; it was lost in one plural form, of many numbers, and others have it; or a
    branch of an ICU message is wrong.
    """
    old, new = raw.source[slice(*raw.hit.source_span)], raw.target[slice(*raw.hit.span)]
    if raw.source.startswith(_FORMS) and "%n" in raw.target and "%n" in (old, new):
        return False
    if raw.entry is None or (not old and not new and _ICU.search(raw.target)):
        return True
    if not old and new:
        return _is_strange(new, raw) and not (raw.source == raw.entry.msgid and catalogue.hides_placeholders)
    if old and not new and any(old in form for form in raw.entry.msgstr_plural):
        return True
    flags = {flag for flag in raw.entry.flags if flag.endswith("-format") and not flag.startswith("no-")}
    if not old:
        return bool(flags)
    return bool(flags & _BRACED if old.startswith("{") else flags - _BRACED) and _takes_value(old, raw)


def _is_strange(placeholder: str, raw: RawFinding) -> bool:
    """The source has no such name or number, and it is no variable of a shell or a template."""
    start, end = raw.hit.span
    is_braced = raw.entry is not None and not _BRACED.isdisjoint(raw.entry.flags)
    if not is_braced and _WORDS.fullmatch(placeholder) and _WORDS.search(raw.source):
        return False
    known = re.search(rf"{re.escape(placeholder.rstrip('}'))}(?!\w)", raw.source)
    is_other = "$" in raw.target[max(0, start - 1) : start] or _VARIABLE.match(raw.target, end) is not None
    return known is None and not is_other and _CONVERSION.fullmatch(placeholder) is not None


def _takes_value(placeholder: str, raw: RawFinding) -> bool:
    """It is none that only looks so: the `% i` of 50 % in, the `%s` of %something%."""
    after = raw.hit.source_span[1]
    return _CONVERSION.fullmatch(placeholder) is not None and not _VARIABLE.match(raw.source, after)


def is_unpaired(raw: RawFinding, _: CatalogueView) -> bool:
    """One mark has no partner, and is not what the text speaks of, as in ("); there are not as many « as »."""
    start, end = raw.hit.span
    if raw.hit.span == NOWHERE or _SPOKEN_OF.match(raw.target, max(0, start - 1)):
        return False
    return raw.target[start:end] not in {"«", "»"} or raw.target.count("«") != raw.target.count("»")


def loses_markup(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """The translation has fewer elements, and no quotation marks for them, or is nested wrongly, unlike the source; an
    entity is broken, or an element has another name, by which others know it. Never where tags mean nothing, as in
    `pod`, `asciidoc` and `rest`, and not if the words of an element were translated.
    """
    told, asked = raw.target[slice(*raw.hit.span)], raw.source[slice(*raw.hit.source_span)]
    names = _NAME.findall(told + asked)
    if catalogue.kind in _WITHOUT_TAGS or well_formed.LAYOUT.intersection(names) or _is_element_kept(asked, told):
        return False
    is_entity, is_other = "<" not in told, raw.hit.source_span != NOWHERE
    if catalogue.kind in DOCUMENTS or well_formed.loses_markup(raw.source, raw.target):
        return True
    return told != "" and (is_entity or is_other)


def _is_element_kept(source: str, target: str) -> bool:
    """Both are one whole element of the same name."""
    before, after = _ELEMENT.fullmatch(source), _ELEMENT.fullmatch(target)
    return before is not None and after is not None and before[1] == after[1]


def has_emphasis(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """The file is in Markdown, and no mark was added around words; or the source has an emphasis that is closed."""
    if catalogue.kind in DOCUMENTS:
        return not _is_added(raw)
    return _EMPHASIS.search(raw.source) is not None


def _is_added(raw: RawFinding) -> bool:
    form = inline.markup_of(raw.entry) if raw.entry and raw.hit.source_span == NOWHERE else None
    return form is not None and is_added(form.parse(raw.source), raw.target, form.parse(raw.target), raw.hit.span[0])
