"""Word's files, written by hand: what no library writes, and random ones."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.documents.archive.archives import archive

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = f"""xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:v="urn:schemas-microsoft-com:vml\""""
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = f"""<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE" w:eastAsia="en-US"/></w:rPr>
</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>
<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Kap"><w:name w:val="Kapitel"/>
<w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
</w:styles>"""


def docx(body: str, others: Mapping[str, str] | None = None) -> bytes:
    """A file with this content of its body; the others are parts by their type."""
    members = {"document": f"<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>", "styles": STYLES}
    members |= {
        name: f"<w:{name} {_SPACES}>{content}</w:{name}>" if not content.startswith("<?") else content
        for name, content in (others or {}).items()
    }
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{_kind(name)}+xml"/>' for name in members
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>',
        **{f"word/{name}.xml": content for name, content in members.items()},
        "word/media/image1.png": "no picture",
    }
    return archive({name: (_DECLARATION + content).encode() for name, content in parts.items()})


def _kind(name: str) -> str:
    return {"document": "document.main", "hdr": "header", "ftr": "footer"}.get(name, name)


def run(words: str, look: str = "", noise: str = "") -> str:
    space = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:r{noise}>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t{space}>{escape(words)}</w:t></w:r>"


def paragraph(*content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def field(code: str, shown: str) -> str:
    """As Word writes it: each part in a run of its own."""
    marks = ("<w:r><w:rPr><w:i/></w:rPr>", "</w:r>")
    begin, middle, end = (
        f'{marks[0]}<w:fldChar w:fldCharType="{name}"/>{marks[1]}' for name in ("begin", "separate", "end")
    )
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>{middle}{shown}{end}'


def text_box(*paragraphs: str) -> str:
    """A text box, twice, as Word writes it for its earlier versions."""
    content = "".join(paragraphs)
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    new = f'<w:drawing><wp:anchor><wp:docPr id="1" name="Feld"/>{box}</wp:anchor></w:drawing>'
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    both = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Ein Bild &amp; mehr" title=\'Titel\'/></wp:inline>'
    "</w:drawing></w:r>"
)
WORDS = st.sampled_from(
    ("Das ist gut. ", "Wort", " ", "So? Ja! Nein. ", "z. B. ", "<b>", "&lt;", "{{x}}", 'é & "ё"', "a", " b", "Ende.")
)
LOOKS = st.sampled_from(
    ("", "", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", '<w:color w:val="FF0000"/>', '<w:lang w:val="de-DE"/>', "<w:noProof/>")
)
_NOISE = st.sampled_from(("", ' w:rsidR="00AB12CD"', ' w:rsidRPr="00FF00FF"'))
_runs = st.builds(run, WORDS, LOOKS, _NOISE)
_things = st.sampled_from(
    (
        "<w:r><w:tab/></w:r>",
        "<w:r><w:br/></w:r>",
        "<w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>Mail</w:t></w:r>",
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>',
        '<w:proofErr w:type="spellStart"/>',
        "<w:r><w:lastRenderedPageBreak/><w:t>Seite</w:t></w:r>",
        '<w:bookmarkStart w:id="1" w:name="a"/>',
        '<w:bookmarkEnd w:id="1"/>',
        field("PAGE", run("7")),
        '<w:fldSimple w:instr="DATE"><w:r><w:t>heute</w:t></w:r></w:fldSimple>',
        PICTURE,
    )
)
_links = st.lists(_runs, min_size=1, max_size=2).map("".join)
_plain_inline = st.one_of(
    _runs,
    _runs,
    _things,
    _links.map('<w:hyperlink r:id="rId1">{}</w:hyperlink>'.format),
    _links.map(lambda shown: field('HYPERLINK "https://a.de"', shown)),
    _links.map("<w:smartTag><w:smartTagPr/>{}</w:smartTag>".format),
    _links.map("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format),
)
_inline = _plain_inline | st.lists(_plain_inline, max_size=2).map(lambda inside: text_box(paragraph(*inside)))
_paragraphs = st.lists(_inline, max_size=5).map("".join).map(paragraph)
_blocks = st.one_of(
    _paragraphs,
    _paragraphs.map("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>".format),
    _inline.map(lambda inline: paragraph(inline, style="Heading1")),
)
FILES = st.builds(
    docx,
    st.lists(_blocks, max_size=3).map("".join),
    st.fixed_dictionaries({}, optional={"footnotes": _paragraphs.map('<w:footnote w:id="1">{}</w:footnote>'.format)}),
)
