"""Subtitles on their way through the commands."""

from __future__ import annotations

from pathlib import Path

import pysubs2

from l10n.catalogue import po
from tests.conftest import Run

FILM = """1
00:00:01,000 --> 00:00:03,000
- Das Haus
ist

2
00:00:03,100 --> 00:00:04,500
<i>groß.</i>
- Das Haus ist alt.
"""


def test_subtitles_are_drafted_and_built(run: Run, project: Path, packages: Path) -> None:
    (project / "film.srt").write_text(FILM, "utf-8")
    run("update", "film.srt", "--to", "en")
    catalogue = project / "locales" / "en" / "LC_MESSAGES" / "film.po"
    before = catalogue.read_bytes()
    run("update", "film.srt", "--to", "en")
    assert catalogue.read_bytes() == before
    assert "#. 00:00:01,000 --> 00:00:04,500 (2.3 s, 3 lines)\n" in catalogue.read_text("utf-8")
    run("draft", "film.srt", "--to", "en", "--packages", packages)
    assert [(entry.msgid, entry.msgstr) for entry in po.read(catalogue).entries] == [
        ("Das Haus ist <i>groß.</i>", "The house is <i>big.</i>"),
        ("Das Haus ist alt.", "The house is old."),
    ]
    run("build", "film.srt", "--to", "en", "--fallback", "draft")
    built = pysubs2.load(str(project / "build" / "en" / "film.srt"))
    assert [(event.start, event.end, event.plaintext) for event in built] == [
        (1000, 3000, "- The\nhouse is"),
        (3100, 4500, "big.\n- The house is old."),
    ]


def test_what_is_too_fast_to_be_read_is_told(run: Run, project: Path) -> None:
    (project / "film.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nDas ist alles gut.\n", "utf-8")
    run("update", "film.vtt", "--to", "ru")
    catalogue = project / "locales" / "ru" / "LC_MESSAGES" / "film.po"
    text = catalogue.read_text("utf-8")
    catalogue.write_text(
        text.replace('msgstr ""\n\n', "", 1).removesuffix('msgstr ""\n')
        + 'msgstr "Всё это очень хорошо и правильно."\n',
        "utf-8",
    )
    result = run("check", "--select", "reading-speed")
    assert "33 characters a second, people read 17" in result.stdout
