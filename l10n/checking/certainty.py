"""What may be an error in a program or its manual: what is wrong there whatever the text is.

An article is sentences. A text of a program may be a key, an example, a command, a mask of a date, a list of keywords
or the markup of another format, and much that is wrong in a sentence is right there. So an error of a check that is not
in `EVIDENCE`, or without the evidence that is asked for there, is a warning in the catalogues of programs and manuals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from l10n.checking.examination import RawFinding
from l10n.checks import NOWHERE, CatalogueView
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs.one_script import is_mistyped
from l10n.pairs.well_formed import LAYOUT, loses_markup
from l10n.text.typography import typography
from l10n.text.words import listed

Evidence = Callable[[RawFinding, CatalogueView], bool]
"""Whether a finding is surely right; its docstring says when, in `docs/checks.md`."""

_TWICE = re.compile(r"([\w’'-]+(?: [\w’'-]+)*)(?:(?: |\n\s*)\1)+", re.IGNORECASE)
_RUNNING = 5
"""Words of a text from which it is more than a label."""
_BEGUN = re.compile(r"[\w\\&-]")
_ACCELERATED = re.compile(r"[&_]\w|-")
_GOES_ON = re.compile(r"\s[\w%${<«„“\"]")
_CONVERSION = re.compile(
    r"%\d+|%[-+#0]*(?:\d+\$)?\d*(?:\.\d+)?[a-zA-Z]+|%\(.*|%?\{[\w.\[\]]*(?:[!:,].*)?\}|\{\{[^{}]*\}\}", re.DOTALL
)
"""With a space, `% i`, it is a percent sign before a word."""
_BRACED = frozenset(
    {"python-brace-format", "perl-brace-format", "java-format", "csharp-format", "c++-format", "rust-format"}
)
"""The formats of which `{name}` is a conversion; that of the others begins with a percent sign."""
_VARIABLE = re.compile(r"\w+%")
"""The rest of `%name%`."""
_ICU = re.compile(r"\{\w+,\s*(?:plural|selectordinal)\s*,")
_SPOKEN_OF = re.compile(r"(?:[(\[{<>'`„“«‚‘]|\A).(?:[)\]}<>'`“”»‘’]|\Z)")
_NOTICE = re.compile(r"@|\(c\)|©|copyright|li[cz]en[cs]|лицензи|ліцензі", re.IGNORECASE)
_SMALL_WORDS = re.compile(r"(?<![\w'’-])[a-zß-ÿ]+(?: [a-zß-ÿ]+){3,}(?![\w'’-])")
_QUOTED = re.compile(r"(?<!\w)[\"'«„“‘`][^\"«»„“”`]*?[\"'»“”’`](?!\w)")
_NAME = re.compile(r"</?(\w+)")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__?)(?=\S).*?\S\1(?!\w)", re.DOTALL)
_DOCUMENTS = frozenset({TextKind.MARKDOWN, TextKind.HTML})
"""Kinds of articles and of manuals, where all marks are known to be marks."""
_WITHOUT_TAGS = frozenset({TextKind.POD, TextKind.ASCIIDOC, TextKind.REST})
_CODE = re.compile("`|<code>")
_MANY, _SAMPLE = 10, 2_000
"""One of so many texts has code; so many are looked at."""


def certain(raws: Iterable[RawFinding], catalogue: CatalogueView) -> list[RawFinding]:
    """The findings; in a catalogue of a program or a manual, errors without evidence are warnings."""
    raws = list(raws)
    if not any(raw.severity is Severity.ERROR for raw in raws) or not _is_technical(catalogue):
        return raws
    return [raw if _is_certain(raw, catalogue) else replace(raw, severity=Severity.WARNING) for raw in raws]


def _is_technical(catalogue: CatalogueView) -> bool:
    """It is of a program or its manual: documents are if many texts have code."""
    if catalogue.kind not in _DOCUMENTS:
        return catalogue.kind.is_technical
    some = catalogue.entries[:: len(catalogue.entries) // _SAMPLE + 1]
    return sum(_CODE.search(entry.msgid) is not None for entry in some) * _MANY >= len(some)


def _is_certain(raw: RawFinding, catalogue: CatalogueView) -> bool:
    if raw.severity is not Severity.ERROR:
        return True
    evidence = EVIDENCE.get(raw.check)
    return evidence is not None and evidence(raw, catalogue)


def _always(_: RawFinding, __: CatalogueView) -> bool:
    """Always."""
    return True


def _is_repeated(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """Whole words of a text of five or more follow themselves, with nothing between but a space or a line's end."""
    start, end = raw.hit.span
    match = _TWICE.fullmatch(raw.target[start:end])
    if match is None or len(raw.target.split()) < _RUNNING or not _are_whole(raw.target, start, end):
        return False
    words = match[1].lower().split()
    if len(words) == 1:
        return len(words[0]) > 1 or raw.target[start] == raw.target[end - 1]  # C с
    return not listed(catalogue.language, "function_words").issuperset(words)


def _are_whole(text: str, start: int, end: int) -> bool:
    """The words between these places are no parts of others, as before a hyphen or an accelerator."""
    return not _BEGUN.match(text[max(0, start - 1) : start]) and not _ACCELERATED.match(text, end)


def _is_mistyped(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """All letters of the other script look like the word's own, or a long word has but one; or the source has the word
    in Latin letters.
    """
    return is_mistyped(raw.target[slice(*raw.hit.span)], raw.source, catalogue.language)


def _is_small_word(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """It is a word of one letter between spaces, before another word; in a language of Latin letters always."""
    customs, (start, end) = typography(catalogue.language), raw.hit.span
    if customs and not customs.cyrillic:
        return True
    before = raw.target[max(0, start - 1) : start]
    return end - start == 1 and not before.strip() and _GOES_ON.match(raw.target, end) is not None


def _fails(raw: RawFinding, _: CatalogueView) -> bool:
    """It is new and nowhere in the source, and not a shell's, `${x}`; it was lost or changed, and the entry has the
    flag of a format; it was lost in one plural form, of many numbers, and others have it; or a branch of an ICU message
    is wrong.
    """
    old, new = raw.source[slice(*raw.hit.source_span)], raw.target[slice(*raw.hit.span)]
    if raw.entry is None or (not old and not new and _ICU.search(raw.target)):
        return True
    if not old and new:
        return _is_strange(new, raw)
    if old and not new and any(old in form for form in raw.entry.msgstr_plural):
        return True
    flags = {flag for flag in raw.entry.flags if flag.endswith("-format") and not flag.startswith("no-")}
    if not old:
        return bool(flags)
    return bool(flags & _BRACED if old.startswith("{") else flags - _BRACED) and _takes_value(old, raw)


def _is_strange(placeholder: str, raw: RawFinding) -> bool:
    """The source has no such name or number, and it is no variable of a shell or a template."""
    start, end = raw.hit.span
    known = re.search(rf"{re.escape(placeholder.rstrip('}'))}(?!\w)", raw.source)
    is_other = "$" in raw.target[max(0, start - 1) : start] or _VARIABLE.match(raw.target, end) is not None
    return known is None and not is_other and _CONVERSION.fullmatch(placeholder) is not None


def _takes_value(placeholder: str, raw: RawFinding) -> bool:
    """It is none that only looks so: the `% i` of 50 % in, the `%s` of %something%."""
    after = raw.hit.source_span[1]
    return _CONVERSION.fullmatch(placeholder) is not None and not _VARIABLE.match(raw.source, after)


def _is_unpaired(raw: RawFinding, _: CatalogueView) -> bool:
    """One mark has no partner, and is not what the text speaks of, as in (")."""
    return raw.hit.span != NOWHERE and _SPOKEN_OF.match(raw.target, max(0, raw.hit.span[0] - 1)) is None


def _loses_markup(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """The translation has fewer elements, and no quotation marks for them, or is nested wrongly, unlike the source; an
    entity is broken, or an element has another name, by which others know it. Never where tags mean nothing, as in
    `pod`, `asciidoc` and `rest`.
    """
    told = raw.target[slice(*raw.hit.span)]
    if catalogue.kind in _WITHOUT_TAGS or LAYOUT.intersection(
        _NAME.findall(told + raw.source[slice(*raw.hit.source_span)])
    ):
        return False
    is_entity, is_other = "<" not in told, raw.hit.source_span != NOWHERE
    if catalogue.kind in _DOCUMENTS or loses_markup(raw.source, raw.target):
        return True
    return told != "" and (is_entity or is_other)


def _is_sentence(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """The text has two of the small words that every sentence has, and no e-mail address, licence or copyright."""
    small = listed(catalogue.source_language, "function_words").intersection(raw.source.split())
    return len(small) > 1 and _NOTICE.search(raw.source) is None


def _is_clause(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """Four small words in a row are those of the source, one such that every sentence has; not in quotation marks."""
    source, target = (" ".join(text.split()) for text in (raw.source, raw.target))
    runs = (run[0] for run in _SMALL_WORDS.finditer(_QUOTED.sub("", target)) if run[0] in source)
    small = listed(catalogue.source_language, "function_words")
    return any(not small.isdisjoint(run.split()) for run in runs)


def _has_emphasis(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """The file is in Markdown, or the source has an emphasis that is closed."""
    return catalogue.kind in _DOCUMENTS or _EMPHASIS.search(raw.source) is not None


EVIDENCE: Mapping[str, Evidence] = {
    "brackets": _always,
    "conflict-marks": _always,
    "control-characters": _always,
    "duplicates": _always,
    "foreign-letters": _always,
    "glossary": _always,
    "header": _always,
    "homoglyphs": _is_small_word,
    "language": _always,
    "line-breaks": _always,
    "markdown": _has_emphasis,
    "mixed-script": _is_mistyped,
    "placeholders": _fails,
    "plural-forms": _always,
    "pod": _always,
    "quotes": _is_unpaired,
    "repetition": _is_repeated,
    "rest": _always,
    "same-as-source": _is_sentence,
    "source-left": _is_clause,
    "syntax": _always,
    "tags": _loses_markup,
    "tokens": _always,
}
