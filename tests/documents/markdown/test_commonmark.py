"""All examples of the CommonMark specification, which `make examples` fetches: each is a file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from l10n.building import StructureError
from l10n.building.article import article
from l10n.documents import inline, markdown
from l10n.errors import L10nError
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.documents.markdown.commonmark import EXAMPLES

_AMBIGUOUS = {491, 569, 571, 625}
"""Joined to one line, or with labels that are defined somewhere else, these would mean something else: refused."""
_LETTERS = {ord(letter): chr(0x430 + number % 32) for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}


@pytest.fixture(scope="module")
def examples() -> dict[int, str]:
    """The texts by their numbers."""
    if not EXAMPLES.exists():
        word = "no examples of CommonMark: `make examples` fetches them"
        pytest.fail(word) if os.environ.get("L10N_EXAMPLES") else pytest.skip(word)
    return {example["example"]: example["markdown"] for example in json.loads(EXAMPLES.read_text("utf-8"))}


def _documents(examples: dict[int, str], folder: Path, mark: str, line_end: str) -> dict[int, Document]:
    documents = {}
    for number, text in examples.items():
        path = folder / f"{number}.md"
        path.write_bytes((mark + text.replace("\n", line_end)).encode())
        try:
            documents[number] = extract(path, "de", folder)
        except L10nError as error:
            if "is empty" not in error.message:
                raise
    return documents


def _built(document: Document, form: inline.InlineForm, letters: dict[int, str]) -> bytes:
    renderings = []
    for segment in document.segments:
        parts = [part._replace(words=part.words.translate(letters)) for part in form.parse(segment.text)]
        renderings.append(
            Rendering(segment, inline.escaped(segment.text, parts, form), RenderingOrigin.TRANSLATION)
            if letters
            else Rendering(segment, segment.text, RenderingOrigin.SOURCE)
        )
    return article(document, renderings)


@pytest.mark.parametrize(("mark", "line_end"), [("", "\n"), ("\ufeff", "\r\n")], ids=["LF", "BOM CR LF"])
def test_each_comes_back_byte_for_byte_and_keeps_its_structure(
    examples: dict[int, str], tmp_path: Path, mark: str, line_end: str
) -> None:
    form = inline.named(markdown.INLINE)
    documents = _documents(examples, tmp_path, mark, line_end)
    assert len(documents) > 600
    refused = set()
    for number, document in documents.items():
        assert _built(document, form, {}) == document.data
        try:
            built = _built(document, form, _LETTERS)
        except StructureError:
            refused.add(number)
        else:
            assert markdown.skeleton(built) == markdown.skeleton(document.data)
    assert refused <= _AMBIGUOUS
