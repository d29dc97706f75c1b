"""What the elements of HTML mean for a translation, by their names (HTML Standard, section 4; ARIA 1.2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from l10n.documents.inline.tags import SPOKEN
from l10n.model import BlockKind


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


KINDS: Mapping[str, BlockKind] = MappingProxyType(
    {
        **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
        **dict.fromkeys(("dd", "dt", "li"), BlockKind.LIST_ITEM),
        **dict.fromkeys(("td", "th"), BlockKind.CELL),
        **dict.fromkeys(("caption", "figcaption", "legend"), BlockKind.CAPTION),
        **dict.fromkeys(("button", "option"), BlockKind.FIELD),
        "title": BlockKind.TITLE,
    }
)
"""Of the blocks that are something special; all others are paragraphs."""
TRANSPARENT = _names("center div p")
"""Blocks that are of the kind of what is around them."""
BLOCKS = frozenset(KINDS) | _names(
    """address article aside base basefont blockquote body center col colgroup datalist details dialog dir div dl
    fieldset figure footer form frame frameset head header hgroup hr html link main menu meta nav noscript ol optgroup p
    pre
    search section select summary table tbody tfoot thead tr ul"""
)
"""Elements at which a text ends; all others stand within one."""
VOID = _names(
    """area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track
    wbr"""
)
"""Elements without an end tag (section 13.1.2, and those of earlier versions)."""
RAW = _names("iframe noembed noframes plaintext script style textarea xmp")
"""Elements whose content is never markup; without an end tag the rest of the file is theirs."""
SHOWN = _names("code kbd samp tt var")
"""Elements that are copied with what is in them, as translators see it."""
KEPT = _names("math pre svg template")
"""Elements that are copied with all that is in them, together with the raw ones."""
ATTRIBUTES: Mapping[str, BlockKind] = MappingProxyType(
    {
        **dict.fromkeys(SPOKEN | {"content", "value"}, BlockKind.FIELD),
        "alt": BlockKind.ALTERNATIVE,
        "title": BlockKind.TITLE,
    }
)
"""Attributes that people read, and what they are."""
ONLY_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "alt": _names("applet area img input"),
        "content": frozenset(("meta",)),
        "label": _names("menuitem optgroup option track"),
        "placeholder": _names("input textarea"),
        "summary": frozenset(("table",)),
        "value": frozenset(("input",)),
    }
)
"""The elements of which an attribute is read; of all, if it is not here."""
UNTITLED = frozenset(("link", "style"))
"""Elements whose `title` is the name of a set of style sheets."""
META = _names(
    """abstract dc.description dc.subject dc.title dcterms.description dcterms.subject dcterms.title description
    keywords og:description og:image:alt og:site_name og:title twitter:description twitter:image:alt
    twitter:title"""
)
"""Metadata that people read, by `name` or `property`."""
BUTTONS = frozenset(("button", "reset", "submit"))
"""Types of `input` whose value is shown."""
LANGUAGES = frozenset(("hreflang", "lang", "xml:lang"))
"""Attributes that name a language."""
