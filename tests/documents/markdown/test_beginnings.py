"""A sentence that begins a paragraph because those before it are left out is a sentence still."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.building.article import article
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract

FIRST = "Das ist groß."


def _document(folder: Path, data: bytes) -> Document:
    (folder / "a.md").write_bytes(data)
    return extract(folder / "a.md", "de", folder)


def _without_the_first(document: Document) -> bytes:
    first, *others = document.segments
    kept = [Rendering(segment, segment.text, RenderingOrigin.SOURCE) for segment in others]
    return article(document, [Rendering(first, "", RenderingOrigin.NOTHING), *kept])


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
    assert _without_the_first(_document(tmp_path, f"{FIRST} {rest}\n".encode())) == f"{written}\n".encode()
    heading = f"# {FIRST} {rest}\n".encode()
    assert _without_the_first(_document(tmp_path, heading)) == f"# {rest}\n".encode()


SIGNS = st.sampled_from(
    ["+", "1)", "#", ">", "~~~", "[a]:", "[^1]:", "<!-- n -->", "<pre>", "<i>", "</div>", "==", "-"]
)


@given(signs=st.lists(SIGNS, max_size=3), start=st.sampled_from(["", "- ", "> ", "1. "]))
def test_its_words_are_read_again(tmp_path_factory: pytest.TempPathFactory, signs: list[str], start: str) -> None:
    folder = tmp_path_factory.mktemp("a")
    document = _document(folder, " ".join([f"{start}{FIRST}", *signs, "Wort ist da.\n"]).encode())
    assume(len(document.segments) > 1)
    again = _document(folder, _without_the_first(document))
    assert [block.kind for block in again.blocks] == [block.kind for block in document.blocks]
    assert again.segments[-1].text.endswith("Wort ist da.")
