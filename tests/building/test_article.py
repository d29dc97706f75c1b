"""Rebuilding the article: with the source text as translation it is the source, and else nothing but texts differs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from l10n.building import Fallback, StructureError
from l10n.building.article import article
from l10n.building.selection import Rules, select
from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.catalogue.template import template
from l10n.documents import plain
from l10n.documents.encoding import encoding_of
from l10n.documents.layout.passages import layout, passages
from l10n.documents.wrapping import Wrap, wrapping
from l10n.errors import L10nError
from l10n.model import BlockKind, Catalogue, Document, Segment
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from l10n.text.lines import LINE_BREAK, one_line
from tests.building.strategies import MARKS, SENTENCES, articles, hard_wrapped, lines, unmarked

Text = Callable[[Segment], str]


def _document(folder: Path, text: str, mark: bytes = b"") -> Document:
    path = folder / "a.txt"
    path.write_bytes(mark + text.encode(encoding_of(mark).name))
    try:
        return extract(path, "de", folder)
    except L10nError:
        assume(False)
        raise


def _wrap(document: Document) -> Wrap | None:
    return wrapping(document.text, list(passages(document.text, layout(document.text))))


def _renderings(document: Document, text: Text) -> list[Rendering]:
    """A translation for each segment; an empty one is left out."""
    return [
        Rendering(segment, text(segment), RenderingOrigin.TRANSLATION if text(segment) else RenderingOrigin.NOTHING)
        for segment in document.segments
    ]


def _text(document: Document, text: Text) -> str:
    """The article without its mark."""
    data = article(document, _renderings(document, text))
    encoding = encoding_of(data)
    return data.removeprefix(encoding.mark).decode(encoding.name)


@given(articles, MARKS)
@example(f"{SENTENCES[0]}\f\v {SENTENCES[1]}\r\r\n\f\n", b"")
@example("\u2028Ja!\u2028\x1cNein!\x1f\u0085", b"")
def test_with_the_source_text_as_translation_the_article_is_the_source_byte_for_byte(
    tmp_path: Path, text: str, mark: bytes
) -> None:
    document = _document(tmp_path, text, mark)
    source = (tmp_path / "a.txt").read_bytes()
    entries = tuple(replace(entry, msgstr=entry.msgid) for entry in template(document))
    po.write(tmp_path / "a.po", Catalogue(header("a", "ru", "de", "2026-01-31 12:00+0000"), entries))
    selection = select(document, po.read(tmp_path / "a.po"), Rules(fallback=Fallback.FAIL))
    assert (selection.shortfalls, selection.strangers) == ((), ())
    assert article(document, selection.renderings) == source


translations = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).map(
    lambda text: one_line(text.strip())
)


@given(articles, MARKS, st.data())
def test_a_translation_leaves_the_structure_of_a_plain_text_or_is_refused(
    tmp_path: Path, text: str, mark: bytes, data: st.DataObject
) -> None:
    document = _document(tmp_path, text, mark)
    texts = {segment: data.draw(translations) for segment in document.segments}
    renderings = _renderings(document, texts.__getitem__)
    refused: list[Rendering] = []
    try:
        built = article(document, renderings)
    except StructureError as error:
        refused.append(error.rendering)
    else:
        assert plain.skeleton(built) == plain.skeleton(document.data) or not all(texts.values())
    assert set(refused) <= set(renderings)


@given(lines())
def test_what_stands_between_segments_stays_as_it_is(tmp_path: Path, text: str) -> None:
    document = _document(tmp_path, text)
    assume(_wrap(document) is None)
    expected = text
    for block in reversed(document.blocks):
        for segment in reversed(block.segments):
            start, end = block.offset + segment.start, block.offset + segment.end
            expected = f"{expected[:start]}Перевод {segment.line}{expected[end:]}"
    assert _text(document, lambda segment: f"Перевод {segment.line}") == expected


@given(hard_wrapped(), st.data())
def test_paragraphs_of_a_wrapped_text_are_wrapped_anew(tmp_path: Path, text: str, data: st.DataObject) -> None:
    """No line is wider than the source's are, or it is one word and what may not be parted from it."""
    document = _document(tmp_path, text)
    wrap = _wrap(document)
    assume(wrap is not None and wrap.is_throughout)
    assert wrap
    words = st.lists(st.sampled_from(["слово", "длинное", "10\u00a0000", "– и", "https://x.example/a-b"]), min_size=8)
    texts = {segment: f"Вот {' '.join(data.draw(words))} тут." for segment in set(document.segments)}
    built = _text(document, texts.__getitem__)
    assert _words(built) == [word for segment in document.segments for word in _words(texts[segment])]
    headings = {texts[block.segments[0]] for block in document.blocks if block.kind in {"heading", "line"}}
    for line in LINE_BREAK.split(built):
        assert line == line.rstrip() or not line.strip()
        assert not line.lstrip().startswith("–")
        whole = re.sub(" –", "–", line.strip())
        assert (
            len(line) <= max(wrap.width, *map(len, LINE_BREAK.split(text)))
            or " " not in whole
            or line.strip() in headings
        )
    assert set(LINE_BREAK.findall(built)) <= set(LINE_BREAK.findall(text))
    assert _shape(built) == _shape(text)


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[ \t\r\n]+", text) if word]


def _shape(text: str) -> list[int]:
    """The runs of blank lines, with those before and after the text."""
    runs = groupby(LINE_BREAK.split(text), lambda line: not line.strip())
    return [len(list(run)) if blank else 0 for blank, run in runs]


@given(unmarked, st.data())
def test_what_is_left_out_leaves_no_hole(tmp_path: Path, text: str, data: st.DataObject) -> None:
    document = _document(tmp_path, text)
    assume(
        document.segments and all(block.kind is not BlockKind.CELL for block in document.blocks)
    )  # which stay, empty
    kept = data.draw(st.sets(st.sampled_from(document.segments), min_size=1))
    built = _text(document, lambda segment: segment.text if segment in kept else "")
    alone = [segment.text for segment in document.segments if segment in kept]
    assert "".join(built.split()) == "".join("".join(alone).split())
    assert _most_blank(built) <= _most_blank(text)
    assert set(re.findall(r"(?<=\S)[ \t]+(?=\S)", built)) <= {" ", *re.findall(r"(?<=\S)[ \t]+(?=\S)", text)}
    last = document.blocks[-1]
    assert built.endswith(text[last.offset + len(last.text) :])
    if document.segments[0] in kept:
        assert built.startswith(text[: document.blocks[0].offset])


def _most_blank(text: str) -> int:
    return max(_shape(text))


LINES = "Titel\n\nEins ist da. Zwei ist da. Drei ist da.\n  Vier ist da.  \n\n\nFünf ist da.\nSechs ist da.\n"


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("Zwei", "Titel\n\nEins ist da. Drei ist da.\n  Vier ist da.  \n\n\nFünf ist da.\nSechs ist da.\n"),
        ("Eins", "Titel\n\nZwei ist da. Drei ist da.\n  Vier ist da.  \n\n\nFünf ist da.\nSechs ist da.\n"),
        ("Drei", "Titel\n\nEins ist da. Zwei ist da.\n  Vier ist da.  \n\n\nFünf ist da.\nSechs ist da.\n"),
        ("Eins Zwei Drei", "Titel\n\n  Vier ist da.  \n\n\nFünf ist da.\nSechs ist da.\n"),
        ("Eins Zwei Drei Vier", "Titel\n\n\nFünf ist da.\nSechs ist da.\n"),
        ("Titel", "Eins ist da. Zwei ist da. Drei ist da.\n  Vier ist da.  \n\n\nFünf ist da.\nSechs ist da.\n"),
        ("Fünf", "Titel\n\nEins ist da. Zwei ist da. Drei ist da.\n  Vier ist da.  \n\n\nSechs ist da.\n"),
        ("Sechs", "Titel\n\nEins ist da. Zwei ist da. Drei ist da.\n  Vier ist da.  \n\n\nFünf ist da.\n"),
        ("Fünf Sechs", "Titel\n\nEins ist da. Zwei ist da. Drei ist da.\n  Vier ist da.\n"),
        ("Titel Eins Zwei Drei Vier Fünf Sechs", ""),
    ],
)
def test_the_white_space_of_what_is_left_out_goes_with_it(tmp_path: Path, gone: str, expected: str) -> None:
    document = _document(tmp_path, LINES)
    assert _text(document, lambda segment: "" if segment.text.split()[0] in gone.split() else segment.text) == expected


BODY = " ".join((SENTENCES[0], SENTENCES[1], SENTENCES[6]))


def _wrapped_document(folder: Path, *blocks: str) -> Document:
    document = _document(folder, "\n\n".join([*blocks, *(fill(BODY, 66) for _ in range(16))]) + "\n")
    assert _wrap(document)
    return document


def test_a_paragraph_keeps_its_margins(tmp_path: Path) -> None:
    item = fill(BODY, 66, initial_indent="  - ", subsequent_indent="    ")
    document = _wrapped_document(tmp_path, item)
    own = document.blocks[0].segments
    texts = dict.fromkeys(own, "Kurz.") | {own[0]: "Ein Satz, der nun anders ist und viel länger als eine Zeile, ja."}
    built = _text(document, lambda segment: texts.get(segment, segment.text))
    first = "  - Ein Satz, der nun anders ist und viel länger als eine Zeile,\n    ja. Kurz. Kurz."
    assert built == document.text.replace(item, first)


def test_a_narrower_paragraph_stays_narrower(tmp_path: Path) -> None:
    quotation = fill(BODY, 52, initial_indent="    ", subsequent_indent="    ")
    document = _wrapped_document(tmp_path, quotation)
    width = max(map(len, quotation.split("\n")))
    built = _text(document, lambda segment: f"Перевод: {segment.text}")
    block = built.split("\n\n")[0].split("\n")
    assert all(line.startswith("    ") and len(line) <= width for line in block)
    assert max(map(len, built.split("\n"))) > width + 8


def test_short_lines_do_not_make_a_paragraph_narrow(tmp_path: Path) -> None:
    document = _wrapped_document(tmp_path, "Wer hier wohnt, muss warten. Das\ngilt bis Mai.")
    built = _text(document, lambda segment: f"Перевод: {segment.text}")
    assert built.split("\n\n")[0] == "Перевод: Wer hier wohnt, muss warten. Перевод: Das gilt bis Mai."


@pytest.mark.parametrize("character", ["\ufdd0", "".join(map(chr, range(0xFDD0, 0xFDF0)))], ids=["first", "all"])
def test_noncharacters_stay_where_they_are(tmp_path: Path, character: str) -> None:
    """One of them stands for a space at which no line may end, while the paragraph is wrapped."""
    document = _wrapped_document(tmp_path, fill(BODY, 66))
    text = f"Мост – это {character} и – {character} – всё."
    built = _text(document, lambda segment: text if segment.line == 1 else segment.text)
    assert " ".join(built.split("\n\n")[0].split()).startswith(text)


def test_white_space_that_fills_a_line_leaves_no_blank_line_in_a_paragraph(tmp_path: Path) -> None:
    document = _wrapped_document(tmp_path, fill(BODY, 66))
    long = "слово" * 20
    built = _text(document, lambda segment: f"{long} \u3000 {long}" if segment.line == 1 else segment.text)
    assert built.split("\n\n")[0].startswith(f"{long}\n{long}\n")
    assert _shape(built) == _shape(document.text)


def test_a_heading_stays_in_one_line(tmp_path: Path) -> None:
    document = _wrapped_document(tmp_path, "Brücke gesperrt")
    title = "Мост через реку остается закрытым до осени, потому что в бетоне нашли новые трещины"
    built = _text(document, lambda segment: title if segment.line == 1 else segment.text)
    assert built == document.text.replace("Brücke gesperrt", title)


def test_a_paragraph_of_which_nothing_changes_keeps_its_lines(tmp_path: Path) -> None:
    ragged = "Die Brücke über den Fluss bleibt\nbis zum Herbst gesperrt, weil die Prüfer neue Risse gefunden haben."
    document = _wrapped_document(tmp_path, ragged)
    built = _text(document, lambda segment: segment.text if segment.line < 3 else "Anders.")
    assert built.split("\n\n")[0] == ragged
