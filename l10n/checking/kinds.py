"""The kind of text of a catalogue, recognised by the files that its `#:` lines name, its flags, marks and sentences.

What gettext's tools write tells more than texts do, so it comes first: `#:` lines (xgettext, po4a, Sphinx), flags of
formats, `Default` comments. A catalogue without them is judged by its msgids.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath

from l10n.model import Entry, sampled
from l10n.model.kinds import TextKind
from l10n.text.lazy import contains_any

_SUFFIXES = {
    TextKind.PROSE: ".txt .text .srt .vtt .webvtt .docx .docm .dotx .odt .ott .odp .otp .pptx .pptm .ppsx",
    TextKind.REST: ".rst .rest",
    TextKind.MARKDOWN: ".md .markdown .mdown .mkd .mdx",
    TextKind.ASCIIDOC: ".adoc .asciidoc .asc",
    TextKind.POD: ".pod .man .1 .2 .3 .4 .5 .6 .7 .8 .3pm .1p",
    TextKind.HTML: ".html .htm .xhtml .epub .xml",
    TextKind.DOCBOOK: ".dbk .docbook .page .sgml",
}
_OF_SUFFIX = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_REFERENCE = re.compile(r"(?P<file>[^\s:]+)(?P<docstring>:docstring of )?")
_MARKS = {
    TextKind.POD: re.compile(r"\b[BCEFILSX]<"),
    TextKind.REST: re.compile(r"``\w|:[a-z][a-z:+-]*:`|`_(?!\w)|(?<!\w)\|\w[\w ]*\|(?!\w)"),
    TextKind.MARKDOWN: re.compile(r"\*\*\w|\]\([^\s()]|(?<![:`])`[^`\n' ][^`\n']*`(?![`_])"),
    TextKind.HTML: re.compile(r"</[a-zA-Z]\w*>|<br ?/?>"),
    TextKind.DOCBOOK: re.compile(
        r"</(?:app(?:lication)?|command|literal|filename|option|varname|replaceable|userinput|[ux]?link|citerefentry"
        r"|gui\w*|key(?:cap|combo|seq)?|systemitem|emphasis|quote)>"
    ),
}
_ELEMENT = re.compile(
    r"^(?:\(itstool\) path:|type: Content of:).*(?:\b|<)"
    r"(?:para|simpara|term|ref(?:name|purpose|entry\w*|sect\d|meta|synopsis\w*)|manvolnum|cmdsynopsis|sect\d|varlistentry"
    r"|listitem|citerefentry|(?:page|section|item|steps|note)/(?:p|title))\b"
)
"""What itstool and po4a say of a text: the element that it is in, here of DocBook or Mallard."""
_SIGNS = "<`*|]"
_ACCELERATOR = re.compile(r"(?<!\w)[_&](?=[^\W_])|(?<=\w)&(?=\w)")
_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd](?!\w)|[%$]?\{ ?\w+ ?\}")
_SENTENCE = re.compile(r"\w\W*[.!?…]\W*$")
_FORMAT = "-format"
_SOME, _MARKED, _FLAGGED = 10, 6, 50
"""One of so many entries is a sign: a file of a program, a mark of some form, a format."""
_FEWEST = 4
"""With fewer entries it tells nothing that hardly any is a sentence."""


def recognised(entries: Sequence[Entry], source_of: Callable[[Entry], Entry | None]) -> TextKind:
    """The kind of these entries; prose if nothing tells."""
    some = sampled(entries)
    if some and sum(map(_is_of_manual, some)) * 2 > len(some):
        return TextKind.DOCBOOK
    keyed = sum(source_of(entry) is not entry for entry in some)
    if some and keyed * 2 >= len(some):
        return TextKind.KEYS
    marks = Counter(_marks(some))
    marked = max(marks, key=lambda kind: marks[kind]) if marks else TextKind.PROSE
    named = _by_references(some)
    if named is TextKind.PROSE and marks[TextKind.REST] * _MARKED >= len(some):
        return TextKind.REST  # Sphinx reads .txt, too
    if named is TextKind.HTML and _flagged(some) * _FLAGGED > len(some):
        return TextKind.SOFTWARE  # pages that a program fills in
    if named is not None:
        return _of_xml(named, marks)
    if marks[marked] * _MARKED >= len(some):
        return _of_xml(marked, marks)
    return TextKind.SOFTWARE if _is_software(some) else TextKind.PROSE


def _is_of_manual(entry: Entry) -> bool:
    """The text is in an element of DocBook or Mallard, as its `#.` line says."""
    return any(_ELEMENT.search(line) for line in entry.extracted)


def _of_xml(kind: TextKind, marks: Counter[TextKind]) -> TextKind:
    """DocBook, if most tags are its own: they are those of XML, too."""
    return TextKind.DOCBOOK if kind is TextKind.HTML and marks[TextKind.DOCBOOK] * 2 > marks[kind] else kind


def _by_references(entries: Sequence[Entry]) -> TextKind | None:
    """What most `#:` lines say; templates of programs, which are HTML, are named beside files of other kinds."""
    counts = Counter(_of_reference(entry.references[0]) for entry in entries if entry.references)
    if not counts:
        return None
    documents = {kind: count for kind, count in counts.items() if kind is not TextKind.SOFTWARE}
    if counts[TextKind.SOFTWARE] * _SOME >= counts.total() or not documents:
        return TextKind.SOFTWARE
    return max(documents, key=lambda kind: documents[kind])


def _of_reference(line: str) -> TextKind:
    match = _REFERENCE.match(line)
    if match is None:
        return TextKind.SOFTWARE
    return (
        TextKind.REST
        if match["docstring"]
        else _OF_SUFFIX.get(PurePath(match["file"]).suffix.lower(), TextKind.SOFTWARE)
    )


def _marks(entries: Sequence[Entry]) -> Iterator[TextKind]:
    """The form of each entry's marks."""
    for entry in entries:
        if contains_any(entry.msgid, _SIGNS):
            yield from (kind for kind, pattern in _MARKS.items() if pattern.search(entry.msgid))


def _has_accelerator(text: str) -> bool:
    return ("_" in text or "&" in text) and _ACCELERATOR.search(text) is not None


def _has_placeholder(text: str) -> bool:
    return ("%" in text or "{" in text) and _PLACEHOLDER.search(text) is not None


def _is_software(entries: Sequence[Entry]) -> bool:
    """Formats, placeholders and accelerators, or hardly a sentence."""
    accelerators = sum(_has_accelerator(entry.msgid) for entry in entries)
    placeholders = sum(_has_placeholder(entry.msgid) for entry in entries)
    if (_flagged(entries) + accelerators + placeholders) * _FLAGGED > len(entries):
        return True
    sentences = sum(_SENTENCE.search(entry.msgid[-20:]) is not None for entry in entries)
    return len(entries) >= _FEWEST and sentences * 3 < len(entries)


def _flagged(entries: Sequence[Entry]) -> int:
    """Those that a program fills in."""
    return sum(any(flag.endswith(_FORMAT) for flag in entry.flags) for entry in entries)
