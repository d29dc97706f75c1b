"""Source texts: whatever stands in them, findings have places in the file."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from l10n.checking.settings import CheckSelection, Settings
from l10n.checking.source_places import JoinedBlock, joined
from l10n.checking.source_texts import check_source
from l10n.model import Block, BlockKind, Entry, Piece, PieceKind
from l10n.segmentation.document import extract
from tests.conftest import examples

PIECES = (
    'Er ging|ging ging|(|)|„|“|"| , |,,|31. Februar 2024|Montag, |7. Mai 2024|**|`x`|\n|\n\n|\r\n|# |&auml;|ä|a)|- '
    "|o\u0308|\u200b"
)
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"])
TEXTS = st.lists(st.sampled_from(PIECES.split("|")) | CHARACTERS, min_size=1).map("".join)
ONLY = Settings(CheckSelection(frozenset({"repetition"})))


@examples(40, thorough=1000)
@given(TEXTS, st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_every_finding_has_a_line_and_a_column_of_the_file(text: str, name: str) -> None:
    data = f"x {text}".encode()
    path = Path(name)
    document = extract(path, "de", Path(), data=data)
    lines = data.count(b"\n") + 1
    for finding in check_source(path, document, None, Settings()).findings:
        assert 1 <= finding.line <= lines
        assert 1 <= finding.column <= len(text) + 3
        assert "\n" not in finding.message


@given(TEXTS)
def test_joined_lines_lead_back_to_the_text_of_their_block(text: str) -> None:
    block = Block(BlockKind.PARAGRAPH, 1, (Piece(PieceKind.TEXT, 0, len(text), text),), 0, 1)
    shown, starts = joined(block)
    places = JoinedBlock(block, Entry(shown, shown), starts, (0, len(text)))
    assert all(
        character == text[places.offset(position)] or (character == " " and text[places.offset(position)].isspace())
        for position, character in enumerate(shown)
    )


@examples(40, thorough=1000)
@given(st.text(st.sampled_from("§€😀 \n"), max_size=60), st.integers(0, 3000))  # no other word twice
def test_line_and_column_are_those_of_the_character(text: str, before: int) -> None:
    start = "ä" * before + "\n\n"
    whole = f"{start}x{text} Er ging ging. Das war alles.\n"
    document = extract(Path("a.txt"), "de", Path(), data=whole.encode())
    findings = check_source(Path("a.txt"), document, None, ONLY).findings
    places = [(finding.line, finding.column) for finding in findings if "ging" in finding.message]
    at = whole.index("ging ging")
    assert places == [(whole.count("\n", 0, at) + 1, at - whole.rfind("\n", 0, at))]
