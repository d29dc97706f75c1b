"""For GitHub, GitLab, pandoc and notes: a table a section, headings as headings in both languages.

Every sign of Markdown and HTML in the texts is escaped: what the article says is what the reader sees. Marks of a
Markdown document stay as they are, with addresses for references; tags become marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.building.editions import LEGEND, MARKDOWN, BilingualBlock, Edition, Sentence, shown_words
from l10n.building.looks import BREAK, CODE, LINK, Run
from l10n.documents.inline.commonmark.addresses import close
from l10n.documents.inline.markdown import parse
from l10n.languages import record
from l10n.model import BlockKind, PieceKind
from l10n.model.inline import words as words_of

SUFFIX = ".md"
FORMAT = MARKDOWN
_MARKUP = re.compile(r"[\\`*_\[\]<>#~$^{}]|&(?=#?\w)|(?<=\w):(?=//)|(?<=[wW]{3})\.|@")
"""All that some program takes for markup: signs, references of HTML, and addresses without brackets around them."""
_PIPE = "&#124;"
"""A backslash before a pipe is read differently from program to program."""
_BARE_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ENDING = re.compile(r"(?<!\S)#+\Z")
"""What would be taken for the end of a heading."""
_AS_SIGN = r"\\\g<0>"
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"}
_TAGS = {"sub", "sup"}
"""What changes the meaning, and has no mark."""
_CODE = {CODE, "kbd", "samp", "var"}
_BULLET = "• "


def page(edition: Edition) -> str:
    """The file's text."""
    titled = any(block.level == 1 for block in edition.blocks)
    head = [] if titled else [f"# {_escaped(edition.document.name)}"]
    legend = [LEGEND] if edition.marked else []
    return "\n\n".join((*head, *_sections(edition), *legend)) + "\n"


def _sections(edition: Edition) -> Iterator[str]:
    head = "\n".join(
        (_line(*(_escaped(record(lang).own_name) for lang in (edition.source_language, edition.language))), "|---|---|")
    )
    table: list[str] = []
    keeps_marks = edition.form == MARKDOWN
    for block in edition.blocks:
        if block.level and table:
            yield "\n".join((head, *table))
            table = []
        sides = [_text(sentences, keeps_marks) for sentences in (block.source, block.target)]
        if block.level:
            yield _heading(block, sides)
        else:
            bullet = _BULLET if block.kind is BlockKind.LIST_ITEM else ""
            table.append(_line(*(f"{bullet}{side}" if side else "" for side in sides)))
    if table:
        yield "\n".join((head, *table))


def _heading(block: BilingualBlock, sides: Sequence[str]) -> str:
    text = " · ".join(dict.fromkeys(filter(None, sides)))
    return f"{'#' * block.level} {_ENDING.sub(_AS_SIGN, text)}"


def _line(source: str, target: str) -> str:
    return " | ".join(("", *(_BARE_PIPE.sub(r"\1\|", side) for side in (source, target)), "")).strip()


def _text(sentences: Sequence[Sentence], keeps_marks: bool) -> str:
    text = "".join(
        f"{sentence.gap}{_kept(sentence.runs) if keeps_marks else _marked(sentence.runs)}" for sentence in sentences
    )
    return text.strip().replace("\n", "<br>")


def _kept(runs: Sequence[Run]) -> str:
    """In the marks of the document."""
    return "".join(run.source.replace("|", _PIPE) if run.kind is PieceKind.TEXT else run.source for run in runs)


def _marked(runs: Sequence[Run]) -> str:
    """In marks, where these mean what they should; else in words alone."""
    text = "".join(map(_run, runs))
    is_read = all(not run.element for run in runs) or words_of(parse(text)) == _without_breaks(runs)
    return text if is_read else _escaped(shown_words(runs))


def _without_breaks(runs: Sequence[Run]) -> str:
    return "".join(run.words for run in runs)


def _run(run: Run) -> str:
    if run.element == BREAK:
        return "<br>"
    if run.element in _CODE and run.kind is PieceKind.ALONE:
        return _code(run.words)
    start, end = _around(run)
    if run.kind in {PieceKind.OPEN, PieceKind.CLOSE}:
        return start if run.kind is PieceKind.OPEN else end
    return f"{start}{_escaped(run.words)}{end}"


def _around(run: Run) -> tuple[str, str]:
    """The marks of an element."""
    if run.element == LINK and run.address.strip():
        return "[", close(run.address)
    if run.element in _TAGS:
        return f"<{run.element}>", f"</{run.element}>"
    return (_MARKS.get(run.element, ""),) * 2


def _code(words: str) -> str:
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    space = " " if words.startswith(("`", " ")) or words.endswith(("`", " ")) else ""
    return f"{fence}{space}{words}{space}{fence}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(_AS_SIGN, text).replace("|", _PIPE)
