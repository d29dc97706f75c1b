"""What every format promises: `build` and everything before it rest on it."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n import documents
from l10n.building import StructureError
from l10n.building.article import article
from l10n.documents import Format, Reading, inline
from l10n.documents.splice import Change, splice
from l10n.errors import L10nError
from l10n.model import Block, Document, Piece, PieceKind
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation import sentences
from l10n.segmentation.document import extract
from tests.conftest import examples
from tests.documents.samples import SAMPLES

FORMATS = {name: documents.named(name) for name in documents.suffixes().values()}
every_format = pytest.mark.parametrize("name", FORMATS)
without_marks = pytest.mark.parametrize("name", [name for name, module in FORMATS.items() if module.INLINE == "plain"])
"""In these a text stands in the file as translators see it."""
with_marks = pytest.mark.parametrize("name", [name for name, module in FORMATS.items() if module.INLINE != "plain"])
WORDS = st.sampled_from(["слово", "Wort", "söz", "«Да»", "–", "3.", "a"])
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).filter(lambda text: any(map(str.isalpha, text)))


NOTICED = [name for name, module in FORMATS.items() if hasattr(module, "with_notice")]


def _read(module: Format, data: bytes) -> Reading:
    return module.read(_unpacked(module, data), Path("sample"), lambda text: sentences(text, "de"))


def _unpacked(module: Format, data: bytes) -> bytes:
    return documents.unpacked(module, data, Path("sample"))


def _sample(name: str, data: st.DataObject) -> tuple[bytes, Reading]:
    file = data.draw(SAMPLES[name])
    try:
        return file, _read(FORMATS[name], file)
    except L10nError:
        assume(False)
        raise


def _texts(block: Block) -> list[str]:
    return [piece.text for piece in block.pieces if piece.kind is PieceKind.TEXT]


def test_each_suffix_belongs_to_one_format() -> None:
    suffixes = [suffix for module in FORMATS.values() for suffix in module.SUFFIXES]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


@pytest.mark.parametrize(("path", "name"), [("a.txt", "plain"), ("a.TXT", "plain"), ("a.text", "plain")])
def test_the_suffix_tells_the_format(path: str, name: str) -> None:
    assert documents.format_of(Path(path)) == name


@pytest.mark.parametrize("path", ["a", "a.b", "a.txt.rst", ".txt"])
def test_nothing_is_read_as_plain_text_by_accident(path: str) -> None:
    with pytest.raises(L10nError, match=f"^{path}: ") as caught:
        documents.format_of(Path(path))
    assert all(f"{name} ({' '.join(module.SUFFIXES)})" in caught.value.hint for name, module in FORMATS.items())


@every_format
@given(data=st.data())
def test_pieces_are_in_order_and_within_the_file(name: str, data: st.DataObject) -> None:
    file, content = _sample(name, data)
    tags: list[Piece] = []
    end = 0
    for block in content.blocks:
        assert all(piece.start <= piece.end for piece in block.pieces)
        assert all(before.end <= piece.start for before, piece in pairwise(block.pieces))
        assert any(text.strip() for text in _texts(block))
        assert end <= block.start or any(tag.start < block.start and block.end < tag.end for tag in tags)
        tags += [piece for piece in block.pieces if piece.kind is not PieceKind.TEXT]
        end = max(end, block.end)
    assert end <= len(_unpacked(FORMATS[name], file))
    assert [block.start for block in content.blocks] == sorted(block.start for block in content.blocks)


@every_format
@given(data=st.data())
def test_blocks_are_where_they_say_and_counted_by_kind(name: str, data: st.DataObject) -> None:
    file, content = _sample(name, data)
    for kind in {block.kind for block in content.blocks}:
        numbers = [block.number for block in content.blocks if block.kind is kind]
        assert numbers == list(range(1, len(numbers) + 1))
    lines = [block.line for block in content.blocks]
    assert lines == sorted(lines)
    for block in content.blocks:
        written = "".join(piece.source or piece.text for piece in block.pieces)
        assert content.text[block.offset : block.offset + len(written)] == written
        assert not block.segments
        assert (block.line == 0) if hasattr(FORMATS[name], "unpack") else (1 <= block.line <= len(file))


@every_format
@given(data=st.data())
def test_opened_pieces_are_closed_in_their_block(name: str, data: st.DataObject) -> None:
    _, content = _sample(name, data)
    for block in content.blocks:
        depth = 0
        for piece in block.pieces:
            depth += (piece.kind is PieceKind.OPEN) - (piece.kind is PieceKind.CLOSE)
            assert depth >= 0
        assert depth == 0


@every_format
@given(data=st.data())
def test_without_changes_the_file_is_the_same(name: str, data: st.DataObject) -> None:
    file = data.draw(SAMPLES[name])
    assert splice(file, (), FORMATS[name].encode) == file


@without_marks
@given(data=st.data())
def test_the_same_texts_give_the_same_blocks_and_structure(name: str, data: st.DataObject) -> None:
    file, content = _sample(name, data)
    module = FORMATS[name]
    again = splice(file, _changes(content, lambda text: text), module.encode)
    assert module.skeleton(again) == module.skeleton(file)
    read = _read(module, again)
    assert [(block.kind, block.level, _texts(block)) for block in read.blocks] == [
        (block.kind, block.level, _texts(block)) for block in content.blocks
    ]


@without_marks
@given(data=st.data())
def test_other_texts_are_read_as_they_were_written(name: str, data: st.DataObject) -> None:
    """In the same structure, or the skeleton shows that it is another."""
    file, content = _sample(name, data)
    module = FORMATS[name]
    texts = {text: data.draw(TEXTS) for block in content.blocks for text in _texts(block)}
    written = splice(file, _changes(content, texts.__getitem__), module.encode)
    if module.skeleton(written) == module.skeleton(file):
        expected = [word for block in content.blocks for text in _texts(block) for word in texts[text].split()]
        assert _words(_read(module, written)) == expected


def _words(content: Reading) -> list[str]:
    return [word for block in content.blocks for text in _texts(block) for word in text.split()]


def _changes(content: Reading, text: Callable[[str], str]) -> list[Change]:
    return [
        Change(piece.start, piece.end, text(piece.text))
        for block in content.blocks
        for piece in block.pieces
        if piece.kind is PieceKind.TEXT
    ]


def _document(name: str, file: bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{FORMATS[name].SUFFIXES[0]}")
        path.write_bytes(file)
        return extract(path, "de", path.parent)


def _renderings(document: Document, text: Callable[[str], str]) -> list[Rendering]:
    return [Rendering(segment, text(segment.text), RenderingOrigin.TRANSLATION) for segment in document.segments]


@every_format
@examples(40, thorough=400)
@given(data=st.data())
def test_what_is_unchanged_changes_nothing_and_the_rest_in_the_order_of_the_file(
    name: str, data: st.DataObject
) -> None:
    file, _ = _sample(name, data)
    document = _document(name, file)
    same = _renderings(document, lambda text: text)
    assert list(FORMATS[name].changes(document, same)) == []
    assert article(document, same) == file
    others = [one._replace(text=data.draw(TEXTS)) if data.draw(st.booleans()) else one for one in same]
    changes = list(FORMATS[name].changes(document, others))
    spans = [(0, 0), *((change.start, change.end) for change in changes), (len(document.data),) * 2]
    assert all(before[1] <= after[0] <= after[1] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        pytest.param("srt", "1\n{0}\nUm {0} kam er. Ja!\n", 0, id="times within a text"),
        pytest.param("markdown", "$Ein Satz. *$x_1$\n", 0, id="a sign that keeps another from being a formula"),
        pytest.param("plain", "Wort| a | b |\n1.\n", None, id="a line like a table before one like a heading"),
    ],
)
def test_a_source_is_never_refused_but_a_text_without_its_signs_may_be(
    name: str, text: str, number: int | None
) -> None:
    """Even where a neighbour that stays as it is would be read otherwise, it is the changed text that is named."""
    document = _document(name, text.format("00:00:01,000 --> 00:00:03,000").encode())
    same = _renderings(document, lambda text: text)
    assert [article(document, same, language) for language in (None, "ru")] == [document.data] * 2
    for index, rendering in enumerate(same):
        renderings = [*same[:index], rendering._replace(text="Слово."), *same[index + 1 :]]
        if index != number:
            assert "Слово." in article(document, renderings).decode()
            continue
        with pytest.raises(StructureError) as caught:
            article(document, renderings)
        assert caught.value.rendering is renderings[index]


LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "абцдефгхийклмнопярстувшхызАБЦДЕФГХИЙКЛМНОПЯРСТУВШХЫЗ"
)


@every_format
@examples(40, thorough=400)
@given(data=st.data())
def test_with_all_letters_replaced_the_structure_is_the_same_and_all_is_read_again(
    name: str, data: st.DataObject
) -> None:
    file, _ = _sample(name, data)
    document, form = _document(name, file), inline.named(FORMATS[name].INLINE)

    def pseudo(text: str) -> str:
        parts = [part._replace(words=part.words.translate(LETTERS)) for part in form.parse(text)]
        return inline.escaped(text, parts, form)

    built = _document(name, article(document, _renderings(document, pseudo)))
    expected = " ".join(pseudo(segment.text) for segment in document.segments)
    read = " ".join(segment.text for segment in built.segments)
    assert _words_of(form, read) == _words_of(form, expected)


def _words_of(form: inline.InlineForm, text: str) -> list[str]:
    return [
        word for part in form.parse(text) if part.is_text for word in part.words.split() if any(map(str.isalnum, word))
    ]


SIGNS = st.sampled_from(
    (
        *("*_`[]()<>&|#\\~$!{}+-=>:"),
        *("слово", "Да.", "**x**", "[a](b)", "<b>", "</b>", "&amp;", "1.", "- ", "{{x}}", "<br>", "```"),
    )
)


def _marks(form: inline.InlineForm, text: str) -> list[tuple[str, str]]:
    """Marks, and whether they are pairs: `<b>` alone is none."""
    return sorted((part.kind, part.name) for part in form.parse(text) if not part.is_text)


@every_format
@examples(40, thorough=400)
@given(data=st.data())
def test_any_translation_keeps_the_structure_or_is_refused(name: str, data: st.DataObject) -> None:
    file, _ = _sample(name, data)
    document = _document(name, file)
    assume(document.segments)
    texts = st.lists(SIGNS, min_size=1, max_size=8).map(" ".join)
    renderings = _renderings(document, lambda text: data.draw(texts).strip() or "x")
    try:
        built = article(document, renderings)
    except StructureError as error:
        form = inline.named(FORMATS[name].INLINE)
        segment, text = error.rendering.segment.text, error.rendering.text
        assert _marks(form, segment) != _marks(form, text) or name == "plain"
    else:
        module = FORMATS[name]
        assert module.skeleton(_unpacked(module, built)) == module.skeleton(document.data)


@with_marks
@examples(40, thorough=400)
@given(data=st.data())
def test_what_is_left_out_is_not_in_the_file(name: str, data: st.DataObject) -> None:
    file, _ = _sample(name, data)
    document = _document(name, file)
    same = _renderings(document, lambda text: text)
    kept = [one._replace(text="", origin=RenderingOrigin.NOTHING) if data.draw(st.booleans()) else one for one in same]
    assume(any(rendering.text for rendering in kept))
    try:
        read = _document(name, article(document, kept))
    except L10nError:  # what was kept stood in a tag of a text that is left out
        return
    form = inline.named(FORMATS[name].INLINE)
    assert _letters(form, [segment.text for segment in read.segments]) <= _letters(form, [one.text for one in kept])


def _letters(form: inline.InlineForm, texts: Sequence[str]) -> Counter[str]:
    """How often each word is there; the number of a list may become one."""
    return Counter(word for text in texts for word in _words_of(form, text) if any(map(str.isalpha, word)))


@pytest.mark.parametrize("name", NOTICED)
@examples(30, thorough=300)
@given(st.data(), TEXTS)
def test_a_notice_takes_no_word_away(name: str, data: st.DataObject, words: str) -> None:
    file, reading = _sample(name, data)
    noticed = _read(FORMATS[name], FORMATS[name].with_notice(file, words, "ru"))  # type: ignore[attr-defined]
    before, after = (
        Counter(" ".join(text for block in found.blocks for text in _texts(block)).split())
        for found in (reading, noticed)
    )
    assert before <= after
