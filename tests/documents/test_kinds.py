"""A kind of block that nothing but its format knows: every command tells it by its own name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import documents
from l10n.catalogue import po
from l10n.documents.splice import Change
from l10n.evaluation.pairing import kind
from l10n.model import BlockKind, Document
from l10n.model.rendering import Rendering
from tests.conftest import Run

FORMAT = '''"""Plain text of which every paragraph is the caption of an image."""

from enum import StrEnum

from l10n.documents import Reading, plain
from l10n.documents.plain import changes, encode, skeleton

SUFFIXES = (".captions",)
INLINE = "plain"


class Kind(StrEnum):
    CAPTION = "image caption"


def read(data, path, split, fields):
    reading = plain.read(data, path, split, fields)
    blocks = (block if block.level else block._replace(kind=Kind.CAPTION) for block in reading.blocks)
    return Reading(reading.text, tuple(blocks))
'''


@pytest.fixture
def catalogue(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = project / "formats"
    folder.mkdir()
    (folder / "captions.py").write_text(FORMAT, "utf-8")
    monkeypatch.setattr(documents, "__path__", [*documents.__path__, str(folder)])
    (project / "a.captions").write_text("Titel\n\nEin Hund schläft.\n", "utf-8")
    run("update", "a.captions", "--to", "ru")
    return Path("locales", "ru", "LC_MESSAGES", "a.po")


def test_reviewers_are_told_its_name(catalogue: Path) -> None:
    title, caption = po.read(catalogue).entries
    assert (title.extracted[0], caption.extracted[0]) == ("heading 1", "image caption 1, sentence 1")
    assert (kind(title), kind(caption)) == ("heading", "image caption")


def test_segment_shows_its_name(run: Run, catalogue: Path) -> None:
    assert run("segment", "a.captions").stdout.splitlines()[1] == "   2 image caption   1  7-24  Ein Hund schläft."
    rows = json.loads(run("segment", "a.captions", "--json").stdout)["segments"]
    assert [(row["kind"], row["block"]) for row in rows] == [("heading", 1), ("image caption", 1)]


def test_it_is_built_drawn_and_set_side_by_side(run: Run, project: Path, catalogue: Path) -> None:
    entries = tuple(replace(entry, msgstr=entry.msgid.upper()) for entry in po.read(catalogue).entries)
    po.write(catalogue, replace(po.read(catalogue), entries=entries))
    for options in ([], ["--bilingual", "html"], ["--bilingual", "markdown"]):
        run("build", "a.captions", "--to", "ru", *options)
    assert (project / "build" / "ru" / "a.captions").read_text("utf-8") == "TITEL\n\nEIN HUND SCHLÄFT.\n"
    assert '<span class="s1">EIN HUND SCHLÄFT.</span></p>' in (project / "build" / "ru" / "a.html").read_text("utf-8")
    assert "| Ein Hund schläft. | EIN HUND SCHLÄFT. |" in (project / "build" / "ru" / "a.md").read_text("utf-8")
    run("review", "page", catalogue, "-o", "page.html")
    assert "image caption 1, sentence 1" in (project / "page.html").read_text("utf-8")


@pytest.mark.parametrize("name", BlockKind)
def test_a_name_can_be_told_from_the_number(catalogue: Path, name: str) -> None:
    entry = po.read(catalogue).entries[0]
    assert kind(replace(entry, extracted=(f"{name} 12, sentence 3",))) == name


def test_build_asks_the_format_what_changes_of_its_file(
    run: Run, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This one sets its texts between brackets, which plain text does not."""
    plain = documents.named("plain")

    def bracketed(document: Document, renderings: Sequence[Rendering], language: str | None = None) -> Iterator[Change]:
        for change in plain.changes(document, renderings):
            yield change._replace(text=f"[{change.text}]")

    monkeypatch.setattr(documents.named("captions"), "changes", bracketed)
    old = po.read(catalogue)
    po.write(catalogue, replace(old, entries=tuple(replace(entry, msgstr="Да.") for entry in old.entries)))
    run("build", "a.captions", "--to", "ru")
    assert Path("build/ru/a.captions").read_text("utf-8") == "[Да.]\n\n[Да.]\n"
