"""An article has the structure of its source, or is not written: a format is added to the product, one file of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n import documents
from l10n.catalogue import po
from tests.conftest import Run

FORMAT = '''"""Plain text in which two stars begin and end something strong, and no star can be escaped."""

from l10n.documents.plain import INLINE, changes, encode, read

SUFFIXES = (".stars",)


def skeleton(data: bytes) -> int:
    """How often something begins or ends."""
    return data.count(b"**")
'''
SOURCE = "Titel\n\nEin **Satz** ist da. Zwei sind da.\nDrei sind da.\n"


@pytest.fixture
def catalogue(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article in the new format, with a catalogue."""
    folder = project / "formats"
    folder.mkdir()
    (folder / "stars.py").write_text(FORMAT, "utf-8")
    monkeypatch.setattr(documents, "__path__", [*documents.__path__, str(folder)])
    (project / "a.stars").write_text(SOURCE, "utf-8")
    run("update", "a.stars", "--to", "ru")
    return Path("locales", "ru", "LC_MESSAGES", "a.po")


def _translate(path: Path, texts: dict[str, str]) -> None:
    catalogue = po.read(path)
    entries = (replace(entry, msgstr=texts.get(entry.msgid, entry.msgid)) for entry in catalogue.entries)
    po.write(path, replace(catalogue, entries=tuple(entries)))


def test_a_format_is_one_file(run: Run, project: Path, catalogue: Path) -> None:
    _translate(catalogue, {"Titel": "Заголовок", "Ein **Satz** ist da.": "Тут **есть** фраза."})
    run("build", "a.stars", "--to", "ru")
    built = (project / "build" / "ru" / "a.stars").read_text("utf-8")
    assert built == SOURCE.replace("Titel", "Заголовок").replace("Ein **Satz** ist da.", "Тут **есть** фраза.")


@pytest.mark.parametrize("text", ["Zwei sind da.", "Titel", "Drei sind da.", "Ein **Satz** ist da."])
def test_a_text_that_would_change_the_structure_is_refused_with_its_entry(
    run: Run, project: Path, catalogue: Path, text: str
) -> None:
    words = {"Titel": "Заголовок", "Zwei sind da.": "Две тут.", "Drei sind da.": "Три тут."}
    _translate(catalogue, words | {text: "Тут **звёзды."})
    line = next(entry.line for entry in po.read(catalogue).entries if entry.msgid == text)
    error, hint = run("build", "a.stars", "--to", "ru", code=5).stderr.splitlines()
    assert error == (
        f"error: build/ru/a.stars: not written, {catalogue}:{line}: the structure of the file would change: "
        "Тут **звёзды."
    )
    assert hint.startswith("hint: begin it with a word: ")
    assert not (project / "build").exists()


def test_what_is_left_out_takes_its_structure_along(run: Run, project: Path, catalogue: Path) -> None:
    _translate(catalogue, {"Ein **Satz** ist da.": ""})
    run("build", "a.stars", "--to", "ru", "--fallback", "omit")
    assert (project / "build" / "ru" / "a.stars").read_text("utf-8") == "Titel\n\nZwei sind da.\nDrei sind da.\n"
