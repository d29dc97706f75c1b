"""A block of raw HTML in what a renderer has made: tags of the file have the other case, and may have other texts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.documents.html.elements import BLOCKS, KEPT, RAW
from l10n.documents.html.skeleton import structure
from l10n.documents.markdown.stand_ins import STAND_INS

TAG = re.compile(
    r"""<(?P<slash>/?)(?!(?i:script|style|textarea)(?:[\s/>]|\Z))
        (?P<letter>[A-Za-z0-9])(?P<link>[\w.!#$%&'*+/=?^`{|}~-]*[:@])?""",
    re.ASCII | re.VERBOSE,
)
"""Of any but elements that no renderer makes, and whose ends a parser knows only in the case in which they begin."""
TO_BLANK_LINE = BLOCKS - {"button", "datalist", "hgroup", "meta", "noscript", "pre", "select"}
"""Elements whose tags, complete or not, begin a block of HTML that ends at a blank line, or with what it stands in."""
_BLANK_LINE = re.compile(r"[\n\r][ \t\v\f]*[\n\r]")
_SINGLE = re.compile(r"(?P<before>\s*(?:[ ]*<!--[^<>]*-->[ \t]*\n)*[ ]*)</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?=[\s/>]|\Z)")
_WHOLE_LINE = re.compile(r"""</?[A-Za-z][A-Za-z0-9]*(?:[ ](?:[^<>"'\n]|"[^<>"\n]*"|'[^<>'\n]*')*)?>[ \t]*(?:\n|\Z)""")
"""A tag alone on its line: of whatever element, it begins such a block, too, if it does not go on with a paragraph."""
_ODD = re.compile("|".join(("<=", *STAND_INS)))
"""What stands for something else in it."""


@dataclass(slots=True, eq=False)
class RenderedHtml:
    """Equal are blocks that say the same, or have the same structure, which is looked for only if they do not."""

    said: str
    before: str
    """Comments, each a block of its own, and the indentation."""
    text: str

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RenderedHtml) or self.before != other.before:
            return False
        return self.said == other.said or structure(_as_in_file(self.text)) == structure(_as_in_file(other.text))

    def __hash__(self) -> int:
        return hash(self.before)


def rendered_html(text: str, said: str, is_after_blank_line: bool) -> RenderedHtml | str:
    """The block of HTML that a text is, of which this much is said; that alone if it may be several, or be odd."""
    match = _SINGLE.match(text)
    if not match or _ODD.search(text):
        return said
    start, name = match.end("before"), match["name"].lower()
    if name not in TO_BLANK_LINE and not (
        is_after_blank_line and name not in RAW | KEPT and _WHOLE_LINE.match(text, start)
    ):
        return said
    return said if _BLANK_LINE.search(text.rstrip(), start) else RenderedHtml(said, text[:start], text[start:])


def swapped(tag: re.Match[str]) -> str:
    """The tag with the other case: as it stands in the file, or as the renderer is to see it."""
    return f"<{tag['slash']}{tag['letter'].swapcase()}{tag['link'] or ''}"


def _as_in_file(text: str) -> str:
    return TAG.sub(swapped, text)
