"""`l10n:off` without `l10n:on`, and the other way round, is told with its line, in every format that has comments."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.documents.epub.books import SECOND, book
from tests.documents.office.odf_files import odt
from tests.documents.office.word import docx, paragraph
from tests.documents.office.word import run as words

UNENDED = "l10n:off without l10n:on: nothing is translated from here to the end"
UNBEGUN = "l10n:on without l10n:off before it: it does nothing"
OFF, ON = "<!-- l10n:off -->", "<!-- l10n:on -->"


def _page(*lines: str, end: str = "\n") -> bytes:
    return end.join(lines).encode()


TEXTS = [
    pytest.param("a.md", _page("Ja.", "", OFF, "", "Nein.", "", ON, "", "Ja."), [], id="Markdown, both"),
    pytest.param("a.md", _page("Ja.", "", OFF, "", "Nein."), [f"3: {UNENDED}"], id="Markdown, off"),
    pytest.param("a.md", _page("Ja.", "", ON, "", "Auch."), [f"3: {UNBEGUN}"], id="Markdown, on"),
    pytest.param("a.md", _page("Ja.", f"Das {OFF}nicht{ON} aber {OFF}das."), [f"2: {UNENDED}"], id="within a line"),
    pytest.param("a.md", _page("Ja.", "", "<div>", OFF, "Nein.", "</div>"), [f"4: {UNENDED}"], id="in raw HTML"),
    pytest.param("a.md", _page("Ja.", "", "```", OFF, "```"), [], id="in code"),
    pytest.param("a.md", b"\xef\xbb\xbf" + _page("Ja.", "", ON, "x", end="\r\n"), [f"3: {UNBEGUN}"], id="CR LF"),
    pytest.param("a.html", _page("<p>Ja", OFF, "<p>Nein", ON, "<p>Ja"), [], id="HTML, both"),
    pytest.param("a.html", _page("<p>Ja", OFF, "<p>Nein", OFF, "<p>Nein"), [f"2: {UNENDED}"], id="HTML, off twice"),
    pytest.param("a.html", _page("<p>Ja", ON, OFF, "<p>Nein"), [f"2: {UNBEGUN}", f"3: {UNENDED}"], id="the wrong way"),
    pytest.param("a.html", _page("<p>Ja", "<script>", OFF, "</script>", end="\r"), [], id="in a script"),
    pytest.param("a.html", _page("<p>Ja", "<!-- l10n:offen -->", "<!-- l10n:on-site -->"), [], id="other words"),
]


@pytest.mark.parametrize(("name", "data", "told"), TEXTS)
@pytest.mark.parametrize("command", ["segment", "update"])
def test_what_may_be_a_slip_is_told(
    run: Run, project: Path, command: str, name: str, data: bytes, told: list[str]
) -> None:
    Path(name).write_bytes(data)
    lines = run(command, name).stderr.splitlines()
    assert [line for line in lines if "l10n:o" in line] == [f"{name}:{text}" for text in told]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_switch_may_say_why(run: Run, project: Path, name: str) -> None:
    why = "<!-- l10n:off: Anna möchte das so -->"
    Path(name).write_bytes(_page("<p>Ja.</p>", "", why, "", "<p>Nein.</p>", "", ON, "", "<p>Danach.</p>"))
    shown = run("segment", name).stdout
    assert ("Danach." in shown, "Nein." in shown) == (True, False)


def test_many_switches_take_no_longer_than_their_bytes(run: Run, project: Path) -> None:
    Path("a.md").write_text("Ja.\n\n" + f"{ON}\n\n" * 5_000, "utf-8")
    assert run("segment", "a.md").stderr.count(UNBEGUN) == 5_000


BOOK = book({"OEBPS/b.xhtml": SECOND.replace("<p>Ende", f"<p>Vorher.</p>{OFF}<p>Ende")})
WORD = docx(
    "".join(
        paragraph(words(text), style=style)
        for text, style in (
            ("Ja.", ""),
            ("l10n:off: Adresse", ""),
            ("Nein.", "Heading1"),
            ("Auch nicht.", ""),
            ("l10n:on", ""),
            ("Danach l10n:off.", ""),
        )
    )
)


def test_it_works_in_books(run: Run, project: Path) -> None:
    Path("a.epub").write_bytes(BOOK)
    result = run("segment", "a.epub")
    assert ("Vorher." in result.stdout, "gut" in result.stdout) == (True, False)
    assert f"a.epub: OEBPS/b.xhtml, line 3: {UNENDED}" in result.stderr
    closed = book({"OEBPS/b.xhtml": SECOND.replace("<p>Ende", f"{OFF}<p>Nein.</p>{ON}<p>Ende")})
    Path("a.epub").write_bytes(closed)
    result = run("segment", "a.epub")
    assert ("gut" in result.stdout, "Nein." in result.stdout, "l10n:o" in result.stderr) == (True, False, False)


def test_it_works_in_office_files_as_paragraphs_that_stay(run: Run, project: Path) -> None:
    Path("a.docx").write_bytes(WORD)
    result = run("segment", "a.docx", "--json")
    texts = [segment["text"] for segment in json.loads(result.stdout)["segments"]]
    assert texts == ["Ja.", "Danach l10n:off."]
    assert "l10n:o" not in result.stderr
    run("update", "a.docx", "--to", "ru")
    run("build", "a.docx", "--to", "ru", "--fallback", "source", "--keep-lang")
    assert Path("build/ru/a.docx").read_bytes() == WORD


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx(paragraph(words("Ja.")) + paragraph(words("l10n:off")) + paragraph(words("Nein.")))),
        ("a.odt", odt("<text:p>Ja.</text:p><text:p><text:span>l10n:</text:span>off</text:p><text:p>Nein.</text:p>")),
    ],
)
def test_a_slip_in_office_files_is_told_with_the_member(run: Run, project: Path, name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    result = run("segment", name)
    assert "Nein." not in result.stdout
    assert f".xml: {UNENDED}" in result.stderr
