"""PowerPoint's files, written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.documents.archive.archives import archive
from tests.documents.office.word import WORDS

_OFFICE = "http://schemas.openxmlformats.org"
_SPACES = (
    f'xmlns:p="{_OFFICE}/presentationml/2006/main" xmlns:a="{_OFFICE}/drawingml/2006/main"'
    f' xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"


def _relationships(*rows: tuple[str, str, str]) -> str:
    said = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{said}</Relationships>'


def pptx(slides: Sequence[str], order: Sequence[int] = (), notes: str = "") -> bytes:
    """A file with these slides, shown in this order; the notes belong to the first."""
    numbers = range(1, len(slides) + 1)
    types = "".join(f'<Override PartName="/ppt/slides/slide{n}.xml" ContentType="{_TYPE}.slide+xml"/>' for n in numbers)
    shown = "".join(f'<p:sldId r:id="rId{n}"/>' for n in order or numbers)
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_OFFICE}/package/2006/content-types">{types}<Override'
        f' PartName="/ppt/presentation.xml" ContentType="{_TYPE}.presentation.main+xml"/></Types>',
        "ppt/presentation.xml": f"<p:presentation {_SPACES}><p:sldIdLst>{shown}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": _relationships(
            *((f"rId{n}", "slide", f"slides/slide{n}.xml") for n in numbers)
        ),
        **{f"ppt/slides/slide{n}.xml": _slide(slide) for n, slide in zip(numbers, slides, strict=True)},
        "ppt/slides/_rels/slide1.xml.rels": _relationships(
            ("rId1", "hyperlink", "https://a.de"), ("rId2", "notesSlide", "../notesSlides/notesSlide1.xml")
        ),
        "ppt/slideLayouts/slideLayout1.xml": _slide(shape(paragraph(run("Mastertitel bearbeiten")))),
        **({"ppt/notesSlides/notesSlide1.xml": _slide(notes)} if notes else {}),
    }
    return archive({name: content.encode() for name, content in members.items()})


def _slide(content: str) -> str:
    return f"<p:sld {_SPACES}><p:cSld><p:spTree>{content}</p:spTree></p:cSld></p:sld>"


def shape(*paragraphs: str, holder: str = "", alternative: str = "") -> str:
    kind = f'<p:ph type="{holder}"/>' if holder else ""
    said = f' descr="{alternative}"' if alternative else ""
    properties = f'<p:nvSpPr><p:cNvPr id="1" name="x"{said}/><p:nvPr>{kind}</p:nvPr></p:nvSpPr>'
    return f"<p:sp>{properties}<p:txBody>{''.join(paragraphs)}</p:txBody></p:sp>"


def run(words: str, said: str = "", inside: str = "") -> str:
    return f'<a:r><a:rPr lang="de-DE"{said}>{inside}</a:rPr><a:t>{escape(words)}</a:t></a:r>'


def paragraph(*content: str) -> str:
    return f'<a:p><a:pPr lvl="1"/>{"".join(content)}<a:endParaRPr lang="de-DE"/></a:p>'


_runs = st.builds(
    run,
    WORDS,
    st.sampled_from(("", "", ' dirty="0"', ' b="1"', ' i="1" b="1"')),
    st.sampled_from(("", "", '<a:hlinkClick r:id="rId1"/>', '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>')),
)
_things = st.sampled_from(('<a:br><a:rPr lang="de-DE"/></a:br>', '<a:fld type="slidenum"><a:t>1</a:t></a:fld>'))
_paragraphs = st.lists(_runs | _runs | _things, max_size=5).map(lambda content: paragraph(*content))
_shapes = st.builds(
    shape, _paragraphs, holder=st.sampled_from(("", "title")), alternative=st.sampled_from(("", "Ein Bild"))
)
FILES = st.builds(
    pptx, st.lists(_shapes, min_size=1, max_size=3), notes=st.sampled_from(("", shape(paragraph(run("Sag das.")))))
)
