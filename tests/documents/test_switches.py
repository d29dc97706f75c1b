"""`l10n:off` without `l10n:on`, and the other way round, is told with its line, in every format that has comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

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
