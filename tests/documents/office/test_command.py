"""Office files on their way through the commands."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest

from l10n.catalogue import po
from tests.conftest import Run
from tests.documents.office.word import PICTURE, docx, paragraph, run

BODY = (
    paragraph(run("Titel"), style="Heading1")
    + paragraph(run("Das "), run("Haus", "<w:b/>"), run(" ist "), PICTURE, run(" alt. Das Haus ist alt."))
    + paragraph(run("Ein Schluss."))
)
TEXTS = {
    "Titel": "Заголовок",
    "Das <b>Haus</b> ist <x/> alt.": "<b>Дом</b> <x/> старый.",
    "Das Haus ist alt.": "Дом старый.",
    "Ein Bild & mehr": "Снимок",
    "Ein Schluss.": "Конец.",
}


@pytest.fixture
def source(project: Path) -> Path:
    path = project / "Bericht 1.docx"
    path.write_bytes(docx(BODY))
    return path


def _translate(path: Path) -> None:
    catalogue = po.read(path)
    entries = (replace(entry.accepted(), msgstr=TEXTS[entry.msgid]) for entry in catalogue.entries)
    po.write(path, replace(catalogue, entries=tuple(entries)))


def test_a_document_goes_through_all_commands(run: Run, project: Path, source: Path, packages: Path) -> None:
    listed = json.loads(run("segment", source, "--json").stdout)["segments"]
    assert [row["text"] for row in listed if row["text"] != "Titel"] == list(TEXTS)[1:]
    assert {row["line"] for row in listed} == {0}
    run("draft", source, "--to", "ru", "--packages", packages)
    path = project / "locales" / "ru" / "LC_MESSAGES" / "Bericht 1.po"
    text = path.read_text("utf-8")
    assert "#: \u2068Bericht 1.docx\u2069\n" in text
    assert "#. <x/> = picture\n" in text
    assert all(entry.msgstr for entry in po.read(path).entries)
    _translate(path)
    run("check")
    assert "Bericht 1" in run("status").stdout
    run("build", source, "--to", "ru")
    article = project / "build" / "ru" / "Bericht 1.docx"
    built = python_docx.Document(io.BytesIO(article.read_bytes()))
    assert [paragraph.text for paragraph in built.paragraphs] == ["Заголовок", "Дом  старый. Дом старый.", "Конец."]
    written = article.stat().st_mtime_ns
    run("build", source, "--to", "ru")
    assert article.stat().st_mtime_ns == written, "it was there already"


def test_a_translation_of_another_program_is_adopted(run: Run, project: Path, source: Path) -> None:
    run("update", source, "--to", "ru")
    other = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entry = '#: word/document.xml:5\nmsgid "Ein Schluss."\nmsgstr "Конец."\n'
    (project / "other.po").write_text(other + entry, "utf-8")
    (project / "l10n.toml").write_text('sources = ["*.docx"]\ntargets = ["ru"]\n', "utf-8")
    run("adopt", "other.po")
    adopted = {entry.msgid: entry.msgstr for entry in po.read(project / "locales/ru/LC_MESSAGES/Bericht 1.po").entries}
    assert adopted["Ein Schluss."] == "Конец."


def test_an_inserted_paragraph_changes_no_other_entry(run: Run, project: Path, source: Path) -> None:
    run("update", source, "--to", "ru")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "Bericht 1.po"
    _translate(path)
    source.write_bytes(docx(paragraph("<w:r><w:t>Neu</w:t></w:r>") + BODY))
    run("update", source)
    assert {entry.msgid: entry.msgstr for entry in po.read(path).entries} == {"Neu": "", **TEXTS}


def test_a_missing_picture_is_refused_with_its_entry(run: Run, project: Path, source: Path) -> None:
    run("update", source, "--to", "ru")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "Bericht 1.po"
    _translate(path)
    path.write_text(path.read_text("utf-8").replace("<b>Дом</b> <x/>", "<b>Дом</b>"), "utf-8")
    result = run("build", source, "--to", "ru", code=5)
    assert "<x/> is missing" in result.stderr
    assert not (project / "build").exists()


def test_what_cannot_be_read_is_told_in_one_line_and_the_others_go_on(run: Run, project: Path, source: Path) -> None:
    (project / "b.docx").write_bytes(source.read_bytes()[:-40])
    (project / "c.docx").write_bytes(docx(paragraph("<w:ins/>")))
    result = run("update", "b.docx", "c.docx", source, "--to", "ru", code=2)
    lines = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert [line[:15] for line in lines] == ["error: b.docx: ", "error: c.docx: "]
    assert [path.name for path in (project / "locales").rglob("*.po")] == ["Bericht 1.po"]


def test_an_addition_to_an_office_file_is_refused(run: Run, project: Path, source: Path) -> None:
    (project / "note.txt").write_text("Перевод: А. Б.\n", "utf-8")
    (project / "l10n.toml").write_text('[[additions]]\nfile = "note.txt"\n', "utf-8")
    run("update", source, "--to", "ru")
    result = run("build", source, "--to", "ru", "--fallback", "source", code=2)
    assert "no addition can be put into a file of this format" in result.stderr


def test_editions_show_the_links_and_looks_of_a_document(run: Run, project: Path, source: Path) -> None:
    run("update", source, "--to", "ru")
    _translate(project / "locales" / "ru" / "LC_MESSAGES" / "Bericht 1.po")
    run("build", source, "--to", "ru", "--bilingual", "html")
    page = (project / "build" / "ru" / "Bericht 1.html").read_text("utf-8")
    assert "Das <b>Haus</b> ist" in page
    assert "<b>Дом</b>" in page


def test_a_missing_look_is_a_finding_and_the_words_look_as_those_around(run: Run, project: Path, source: Path) -> None:
    run("update", source, "--to", "ru")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "Bericht 1.po"
    _translate(path)
    path.write_text(path.read_text("utf-8").replace("<b>Дом</b> <x/>", "Дом <x/>"), "utf-8")
    assert "tags" in run("check", code=1).stdout
    run("build", source, "--to", "ru")
    built = python_docx.Document(io.BytesIO((project / "build" / "ru" / "Bericht 1.docx").read_bytes()))
    assert not any(each.bold for each in built.paragraphs[1].runs if each.text)


def test_what_word_writes_beside_an_open_file_is_no_source(run: Run, project: Path, source: Path) -> None:
    (project / "~$richt 1.docx").write_bytes(b"\x05Anna")
    run("update", "*.docx", "--to", "ru")
    assert [path.name for path in (project / "locales").rglob("*.po")] == ["Bericht 1.po"]
