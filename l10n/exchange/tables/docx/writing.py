"""Rows -> a Word document, page on its side."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from xml.sax.saxutils import escape

from l10n.exchange.tables import Column, TableSheet
from l10n.exchange.tables.docx import SHOWN, record

_WIDTHS = (1300, 4800, 4800, 1300, 2900)
"""Twentieths of a point; in all, a page of A4 on its side without its margins."""
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "word/_rels/document.xml.rels": "document.rels",
    "word/styles.xml": "styles.xml",
}
_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_END = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="400" w:footer="400" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
_GRID = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
_TABLE = (
    f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/>'
    f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{_GRID}</w:tblGrid>'
)
_GREY = '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
_BREAK, _TAB = '</w:t><w:br/><w:t xml:space="preserve">', '</w:t><w:tab/><w:t xml:space="preserve">'
_UNSEEN = "<w:noProof/><w:vanish/>"
_DATE = (1980, 1, 1, 0, 0, 0)
"""The same file for the same rows."""


def write(sheets: Sequence[TableSheet], right_to_left: bool) -> bytes:
    """The document as the bytes of its file."""
    file = io.BytesIO()
    folder = files("l10n.exchange.tables.docx") / "templates"
    parts = {name: (folder / template).read_text("utf-8") for name, template in _PARTS.items()}
    parts["word/document.xml"] = "".join(_document(sheets, right_to_left))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return file.getvalue()


def _document(sheets: Iterable[TableSheet], right_to_left: bool) -> Iterator[str]:
    yield _START
    for sheet in sheets:
        yield f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_run(sheet.title)}</w:p>{_TABLE}'
        cells = (_cell(column, _run(column, "<w:b/>"), width) for column, width in zip(SHOWN, _WIDTHS, strict=True))
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"
        for row in sheet.rows:
            yield f"<w:tr>{''.join(_cells(row, right_to_left))}</w:tr>"
        yield "</w:tbl><w:p/>"  # Word joins tables with nothing between them
    yield _END


def _cells(row: Mapping[Column, str], right_to_left: bool) -> Iterator[str]:
    for column, width in zip(SHOWN, _WIDTHS, strict=True):
        content = _run(row[column])
        if column is Column.NUMBER:
            content += _run(f"\n{row[Column.STATE]}", '<w:sz w:val="16"/>') + _run(record(row), _UNSEEN)
        yield _cell(column, content, width, right_to_left and column is Column.TEXT)


def _cell(column: Column, content: str, width: int, right_to_left: bool = False) -> str:
    shade = _GREY if column in {Column.NUMBER, Column.SOURCE} else ""
    direction = "<w:pPr><w:bidi/></w:pPr>" if right_to_left else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p>{direction}{content}</w:p></w:tc>'


def _run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    shown = escape(text).replace("\n", _BREAK).replace("\t", _TAB)
    return f'<w:r>{look}<w:t xml:space="preserve">{shown}</w:t></w:r>' if text else ""
