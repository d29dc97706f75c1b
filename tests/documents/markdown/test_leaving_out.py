"""What stays when texts are left out: a sentence is one still at the start of its paragraph, and code is code."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.building.article import article
from l10n.model import BlockKind, Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract

FIRST = "Das ist groß."


def _document(folder: Path, data: bytes) -> Document:
    (folder / "a.md").write_bytes(data)
    return extract(folder / "a.md", "de", folder)


def _without(document: Document, *texts: str) -> bytes:
    kept = [Rendering(segment, segment.text, RenderingOrigin.SOURCE) for segment in document.segments]
    nothing = RenderingOrigin.NOTHING
    return article(document, [each._replace(text="", origin=nothing) if each.text in texts else each for each in kept])


@pytest.mark.parametrize(
    ("rest", "written"),
    [
        ("3. Mai", "3\\. Mai"),
        ("+ Noch was da.", "\\+ Noch was da."),
        ("# Wort", "\\# Wort"),
        ("> Wort ist da", "\\> Wort ist da"),
        ("``` Wort", "\\``` Wort"),
        ("<!-- n --> **Wort**", "&NoBreak;<!-- n --> **Wort**"),
        ("<div>Wort ist da</div>", "&NoBreak;<div>Wort ist da</div>"),
        ("[^1]: Wort\n\n[^1]: a", "&NoBreak;[^1]: Wort\n\n[^1]: a"),
        ("<b>Wort</b> ist da", "<b>Wort</b> ist da"),
        ("[Wort](a.md) ist da", "[Wort](a.md) ist da"),
        ("Wort. - Noch eins.", "Wort. - Noch eins."),
    ],
)
def test_what_would_make_another_block_of_it_is_escaped(tmp_path: Path, rest: str, written: str) -> None:
    assert _without(_document(tmp_path, f"{FIRST} {rest}\n".encode()), FIRST) == f"{written}\n".encode()
    heading = f"# {FIRST} {rest}\n".encode()
    assert _without(_document(tmp_path, heading), FIRST) == f"# {rest}\n".encode()


SIGNS = st.sampled_from(
    ["+", "1)", "#", ">", "~~~", "[a]:", "[^1]:", "<!-- n -->", "<pre>", "<i>", "</div>", "==", "-"]
)


@given(signs=st.lists(SIGNS, max_size=3), start=st.sampled_from(["", "- ", "> ", "1. "]))
def test_its_words_are_read_again(tmp_path_factory: pytest.TempPathFactory, signs: list[str], start: str) -> None:
    folder = tmp_path_factory.mktemp("a")
    document = _document(folder, " ".join([f"{start}{FIRST}", *signs, "Wort ist da.\n"]).encode())
    assume(len(document.segments) > 1)
    again = _document(folder, _without(document, FIRST))
    assert [block.kind for block in again.blocks] == [block.kind for block in document.blocks]
    assert again.segments[-1].text.endswith("Wort ist da.")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- a\n\nWeg.\n\n    code\n", "- a\n\n<!-- -->\n\n    code\n"),
        ("- a\n\n# Weg.\n\nWeg.\n\n    code\n", "- a\n\n<!-- -->\n\n    code\n"),
        ("- a\n\n  - b\n\n  Weg.\n\n      code\n", "- a\n\n  - b\n\n  <!-- -->\n\n      code\n"),
        ("a[^1]\n\n[^1]: b\n\nWeg.\n\n\tcode\n", "a[^1]\n\n[^1]: b\n\n<!-- -->\n\n\tcode\n"),
        ("a\n\nWeg.\n\n    code\n", "a\n\n    code\n"),
        ("- a\n\nWeg.\n\n```\ncode\n```\n", "- a\n\n```\ncode\n```\n"),
        ("- a\n\nb\n\nWeg.\n\n    code\n", "- a\n\nb\n\n    code\n"),
    ],
)
def test_code_does_not_come_to_a_list_that_ended_before(tmp_path: Path, text: str, written: str) -> None:
    assert _without(_document(tmp_path, text.encode()), "Weg.").decode() == written


@pytest.mark.parametrize(
    ("head", "written"),
    [
        ("Weg. | b", "| | b"),
        ("b | Weg.", "b | |"),
        ("| Weg. | b |", "|  | b |"),
        ("> Weg. | b", "> | | b"),
        ("Weg. | Weg.", "| | |"),
    ],
)
def test_a_table_keeps_its_columns(tmp_path: Path, head: str, written: str) -> None:
    quote = "> " if head.startswith(">") else ""
    rows = f"{quote}--|--\n{quote}c | d\n"
    built = _without(_document(tmp_path, f"{head}\n{rows}".encode()), "Weg.")
    assert built.decode() == f"{written}\n{rows}"
    assert [block.kind for block in _document(tmp_path, built).blocks][-2:] == [BlockKind.CELL] * 2
