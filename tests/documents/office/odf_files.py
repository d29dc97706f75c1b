"""OpenDocument texts, written by hand: what no library writes, and random ones."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.documents.archive.archives import archive
from tests.documents.office.word import WORDS

_NAMES = ("office", "text", "style", "table", "draw", "meta")
_SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES) + (
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:officeooo="http://openoffice.org/2009/office"'
)
_STYLES = """<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties officeooo:rsid="0012"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="bold" officeooo:rsid="0013"/>
</style:style><style:style style:name="T3" style:family="text"><style:text-properties fo:color="#ff0000"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties fo:language="de" fo:country="AT"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/></office:automatic-styles>"""
TYPE = "application/vnd.oasis.opendocument.text"


def odt(body: str, others: Mapping[str, str] | None = None, kind: str = "text", mimetype: str = TYPE) -> bytes:
    """A file with this content of its body; the others are whole members."""
    content = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    members = {
        "mimetype": mimetype,
        "content.xml": f"<office:document-content {_SPACES}>{_STYLES}{content}</office:document-content>",
        "META-INF/manifest.xml": "<manifest/>",
    } | dict(others or {})
    return archive({name: content.encode() for name, content in members.items()}, (0, 8))


def styles(content: str) -> dict[str, str]:
    return {"styles.xml": f"<office:document-styles {_SPACES}>{content}</office:document-styles>"}


def p(*content: str, style: str = "") -> str:
    said = f' text:style-name="{style}"' if style else ""
    return f"<text:p{said}>{''.join(content)}</text:p>"


def span(words: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{words}</text:span>'


def link(content: str, address: str = "https://a.de") -> str:
    return f'<text:a xlink:type="simple" xlink:href="{address}">{content}</text:a>'


def note(*paragraphs: str) -> str:
    body = f"<text:note-body>{''.join(paragraphs)}</text:note-body>"
    return f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"


PICTURE = (
    '<draw:frame draw:name="Bild"><draw:image/><svg:title>Titel</svg:title><svg:desc>Ein Bild</svg:desc></draw:frame>'
)
_words = WORDS.map(escape)
_spans = st.builds(span, _words, st.sampled_from(("T1", "T2", "T3", "T4", "Emphasis")))
_things = st.sampled_from(
    (
        "<text:s/>",
        '<text:s text:c="3"/>',
        "<text:tab/>",
        "<text:line-break/>",
        "<text:soft-page-break/>",
        '<text:bookmark-start text:name="a"/>',
        '<text:bookmark-end text:name="a"/>',
        "<text:page-number>7</text:page-number>",
        note(p("Eine Note.")),
        PICTURE,
    )
)
_plain_inline = st.one_of(_words, _spans, _things, st.one_of(_words, _spans).map(link))
_inline = st.one_of(
    _plain_inline,
    st.builds(span, st.lists(_plain_inline, max_size=2).map("".join), st.sampled_from(("T2", "T3"))),
    st.lists(_plain_inline, max_size=2).map(lambda inside: note(p(*inside))),
)
_paragraphs = st.lists(_inline, max_size=5).map(lambda content: p(*content))
_blocks = st.one_of(
    _paragraphs,
    _paragraphs,
    _paragraphs.map("<text:list><text:list-item>{}</text:list-item></text:list>".format),
    _inline.map('<text:h text:outline-level="2">{}</text:h>'.format),
)
FILES = st.builds(odt, st.lists(_blocks, max_size=3).map("".join))
