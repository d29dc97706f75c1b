"""For GitHub, GitLab, pandoc and notes: a table a section, headings as headings in both languages.

Every sign of Markdown and HTML in the texts is escaped: what the article says is what the reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.building.editions import LEGEND, BilingualBlock, Edition, words
from l10n.languages import record

SUFFIX = ".md"
_MARKUP = re.compile(r"[\\`*_\[\]<>#~$^{}]|&(?=#?\w)|(?<=\w):(?=//)|(?<=[wW]{3})\.|@")
"""All that some program takes for markup: signs, references of HTML, and addresses without brackets around them."""
_PIPE = "&#124;"
"""A backslash before a pipe is read differently from program to program."""


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
    for block in edition.blocks:
        if block.level and table:
            yield "\n".join((head, *table))
            table = []
        if block.level:
            yield _heading(block)
        else:
            table.append(_line(_escaped(words(block.source)), _escaped(words(block.target))))
    if table:
        yield "\n".join((head, *table))


def _heading(block: BilingualBlock) -> str:
    both = dict.fromkeys(filter(None, (_escaped(words(block.source)), _escaped(words(block.target)))))
    return f"{'#' * block.level} {' · '.join(both)}"


def _line(source: str, target: str) -> str:
    return f"| {source} | {target} |"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text).replace("|", _PIPE)
