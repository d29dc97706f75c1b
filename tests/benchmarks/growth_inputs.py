"""Odd files of any size: one piece again and again, in one text, on lines, in paragraphs, nested."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.benchmarks.growth_pieces import HTML, LETTERS, NESTED, NUMBER, WORDS
from tests.documents.epub import books
from tests.documents.office import odf_files, pptx_files, word

Odd = Callable[[int], bytes]
"""The file of about so many bytes."""
Step = Callable[[], object]
Sized = Callable[[int], Iterator[tuple[str, Step]]]
"""The steps with a text of about this size, by their names; each is taken before the next one is asked for."""
_LETTERS = str.maketrans("0123456789", "abcdefghij")

WORD = {
    "runs": "<w:r><w:t>a</w:t></w:r>",
    "bold runs": "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>",
    "looks of their own": '<w:r><w:rPr><w:sz w:val="№"/></w:rPr><w:t>a </w:t></w:r>',
    "texts in a run": "<w:r><w:t>a</w:t><w:t>b</w:t></w:r>",
    "empty runs": "<w:r/>",
    "breaks": "<w:r><w:t>a</w:t><w:br/></w:r>",
    "tabs": "<w:r><w:tab/></w:r>",
    "hyperlinks": '<w:hyperlink r:id="rId1"><w:r><w:t>a</w:t></w:r></w:hyperlink>',
    "fields begun": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t></w:r>',
    "fields": word.field("PAGE", word.run("1")),
    "instructions": "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    "bookmarks": '<w:bookmarkStart w:id="№" w:name="a№"/><w:bookmarkEnd w:id="№"/>',
    "insertions": "<w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag>",
    "text boxes": word.text_box(word.paragraph(word.run("a"))),
    "paragraphs": "</w:p><w:p>",
    "paragraphs with words": "<w:r><w:t>a</w:t></w:r></w:p><w:p>",
    "headings": '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p>',
    "footnotes": '<w:r><w:t>a</w:t><w:footnoteReference w:id="№"/></w:r>',
    "sentences in runs": "<w:r><w:t>A. </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>B. </w:t></w:r>",
}
WORD_NESTED = {
    "text boxes": ("<w:r><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:r>"),
    "text boxes with words": ("<w:r><w:t>a</w:t><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:r>"),
    "smart tags": ("<w:smartTag>", "</w:smartTag>"),
    "hyperlinks": ('<w:hyperlink r:id="rId1"><w:r><w:t>a</w:t></w:r>', "</w:hyperlink>"),
    "tables": ("</w:p><w:tbl><w:tr><w:tc><w:p>", "</w:p></w:tc></w:tr></w:tbl><w:p>"),
    "fields": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
}
SLIDES = {
    "runs": "<a:r><a:t>a</a:t></a:r>",
    "bold runs": '<a:r><a:rPr b="1"/><a:t>a</a:t></a:r><a:r><a:t>b</a:t></a:r>',
    "looks of their own": '<a:r><a:rPr sz="№"/><a:t>a </a:t></a:r>',
    "breaks": "<a:br/>",
    "breaks and words": "<a:r><a:t>a</a:t></a:r><a:br/>",
    "fields": '<a:fld type="slidenum"><a:t>1</a:t></a:fld>',
    "paragraphs": "</a:p><a:p>",
    "paragraphs with words": "<a:r><a:t>a</a:t></a:r></a:p><a:p>",
    "links": '<a:r><a:rPr><a:hlinkClick r:id="rId1"/></a:rPr><a:t>a</a:t></a:r>',
}
TEXTS = {
    "spans": '<text:span text:style-name="T2">a</text:span>',
    "spans and words": 'a<text:span text:style-name="T2">a</text:span>',
    "spans of noise": '<text:span text:style-name="T1">a</text:span>',
    "spaces": "<text:s/>",
    "spaces and words": 'a<text:s text:c="2"/>',
    "breaks": "a<text:line-break/>",
    "tabs": "a<text:tab/>",
    "links": odf_files.link("a"),
    "notes": odf_files.note(odf_files.p("a")),
    "notes and words": "a" + odf_files.note(odf_files.p("b")),
    "paragraphs": "</text:p><text:p>",
    "paragraphs with words": "a</text:p><text:p>",
    "bookmarks": '<text:bookmark text:name="a№"/>a',
    "drawings": "<draw:frame><draw:text-box><text:p>a</text:p></draw:text-box></draw:frame>",
    "page numbers": "<text:page-number>1</text:page-number>",
}
TEXTS_NESTED = {
    "spans": ('<text:span text:style-name="T2">', "</text:span>"),
    "spans with words": ('<text:span text:style-name="T2">a', "b</text:span>"),
    "spans of noise": ('<text:span text:style-name="T1">a', "b</text:span>"),
    "links": ('<text:a xlink:href="a">a', "</text:a>"),
    "frames": ("<draw:frame><draw:text-box><text:p>a", "</text:p></draw:text-box></draw:frame>"),
    "notes": ("a<text:note><text:note-body><text:p>", "</text:p></text:note-body></text:note>"),
    "lists": ("</text:p><text:list><text:list-item><text:p>a", "</text:p></text:list-item></text:list><text:p>"),
}


def repeated(piece: str, size: int) -> str:
    """The piece as often as it fits in so many bytes, each with its number."""
    count = max(1, size // len(piece.encode()))
    if NUMBER not in piece and LETTERS not in piece:
        return piece * count
    numbers = map(str, range(count))
    return "".join(piece.replace(NUMBER, each).replace(LETTERS, each.translate(_LETTERS)) for each in numbers)


def nested(pair: tuple[str, str], size: int) -> str:
    """All that opens, a word, and all that closes."""
    count = max(1, size // len("".join(pair).encode()))
    return f"{pair[0] * count}x{pair[1] * count}"


def _cue(text: str) -> str:
    return f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n\n"


def _timed(text: str) -> str:
    """A cue of WebVTT."""
    return f"00:00:01.000 --> 00:00:02.000\n{text}\n\n"


def _html(text: str) -> str:
    return f"<html><head><title>A</title></head><body>{text}</body></html>"


def _word(content: str) -> bytes:
    return word.docx(f"<w:p><w:r><w:t>A</w:t></w:r>{content}</w:p>")


def _slide(content: str) -> bytes:
    return pptx_files.pptx([pptx_files.shape(f"<a:p>{content}</a:p>")])


def _text(content: str) -> bytes:
    return odf_files.odt(f"<text:p>A{content}</text:p>")


def _book(content: str) -> bytes:
    page = f'{books.XHTML} lang="de"><head><title>A</title></head><body>{content}</body></html>'
    return books.book({"OEBPS/b.xhtml": page})


def _xml(text: str) -> str:
    """What XML can have."""
    return escape(text.replace("\f", " "))


Frame = Callable[[str], bytes]
"""Makes a file of a content."""
_LINES = {"in a row": "{}", "on lines": "{}\n", "on lines, with words": "Haus {} Haus\n", "in paragraphs": "{}a\n\n"}


class Inputs(NamedTuple):
    """What the files of a format are made of."""

    frame: Frame
    shapes: Mapping[str, str]
    """What is there again and again, with `{}` for a piece, by its name."""
    pieces: Mapping[str, str]
    pairs: Mapping[str, tuple[str, str]] = {}
    words: Frame = str.encode
    """A file with these words alone, of a format whose texts are within XML."""
    border: str = ""
    """Between two of its texts; empty if they are not within XML."""


FRAMES: Mapping[str, Inputs] = {
    "markdown": Inputs(str.encode, _LINES, WORDS | HTML, NESTED),
    "plain": Inputs(str.encode, _LINES, WORDS, NESTED),
    "html": Inputs(
        lambda text: _html(text).encode(),
        {"in a row": "{}", "in paragraphs": "<p>{}a</p>\n", "in values": '<b title="{}">a</b>', "in a tag": "<b {}>"},
        WORDS | HTML,
        NESTED,
    ),
    "srt": Inputs(
        lambda text: (_cue("a") + text).encode(),
        {"in a row": "{}", "on lines": "{}a\n", "in cues": _cue("{}a"), "in long cues": _cue("{}a {}")},
        WORDS,
        NESTED,
    ),
    "webvtt": Inputs(
        lambda text: f"WEBVTT\n\n{_timed('a')}{text}".encode(),
        {"in a row": "{}", "on lines": "{}a\n", "in cues": _timed("{}a"), "notes": "NOTE {}\n\n"},
        WORDS,
        NESTED,
    ),
    "docx": Inputs(
        _word,
        {"in a row": "{}", "in runs": "<w:r><w:t>{}a</w:t></w:r>"},
        WORD,
        WORD_NESTED,
        lambda text: _word(f"<w:r><w:t>{text}</w:t></w:r>"),
        "</w:t></w:r></w:p><w:p><w:r><w:t>",
    ),
    "pptx": Inputs(
        _slide,
        {"in a row": "{}"},
        SLIDES,
        {},
        lambda text: _slide(f"<a:r><a:t>{text}</a:t></a:r>"),
        "</a:t></a:r></a:p><a:p><a:r><a:t>",
    ),
    "odf": Inputs(
        _text,
        {"in a row": "{}", "in paragraphs": "{}a</text:p><text:p>"},
        TEXTS,
        TEXTS_NESTED,
        _text,
        "</text:p><text:p>",
    ),
    "epub": Inputs(_book, {"in a row": "{}", "in paragraphs": "<p>{}a</p>\n"}, HTML, NESTED),
}


def odd_files(form: str) -> Iterator[tuple[str, Odd]]:
    """All of a format, with their names."""
    inputs = FRAMES[form]
    for name, piece in inputs.pieces.items():
        for shape, pattern in inputs.shapes.items():
            if "\n" not in piece or "line" not in shape:
                yield f"{name} {shape}", partial(_file, inputs.frame, pattern.replace("{}", piece))
    for name, pair in inputs.pairs.items():
        yield f"{name} nested", partial(_nested_file, inputs.frame, pair)
    for name, piece in WORDS.items() if inputs.border else ():
        yield f"{name} as words", partial(_file, inputs.words, _xml(piece))
        yield f"{name} as texts", partial(_file, inputs.words, f"{_xml(piece)}a{inputs.border}")


def _file(frame: Frame, piece: str, size: int) -> bytes:
    return frame(repeated(piece, size))


def _nested_file(frame: Frame, pair: tuple[str, str], size: int) -> bytes:
    return frame(nested(pair, size))
