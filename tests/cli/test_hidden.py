"""No text and no name of others reaches the terminal as something that it obeys, or that turns a line around."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest

from l10n.cli import output
from tests.conftest import ROOT, Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="such names of files are POSIX")

EVIL = "\x1b[31m\x9b31m\x07\x7f\u202e\u2066\u061c\u200e\u200f\u2028\u2029\x85"
"""Colours, a bell, a line turned around, lines that end."""
MILD = EVIL.replace("\x1b", "").replace("\x07", "").replace("\x7f", "").replace("\x85", "").replace("\u2028", "")
"""What a text file may have."""
NAME = "a\x1b[31m\u202e"
PO = f"""msgid ""
msgstr ""
"Language: ru\\n"
"X-Source-Language: de\\n"
"X-Odd: {EVIL}\\n"

# note {EVIL}
#, {MILD}
msgctxt "context {EVIL}"
msgid "Das Haus{EVIL} hat 3 Türen."
msgstr "Дом{EVIL} имеет 4 двери."

# l10n-reviewed: 2026-01-31 Anna{EVIL}
msgid "Haus{EVIL}"
msgstr "Дом{EVIL}"

#, fuzzy
#| msgid "old {EVIL}"
msgid "one{EVIL}"
msgid_plural "many{EVIL}"
msgstr[0] "Дом{EVIL}"
msgstr[1] ""

#~ msgid "gone{EVIL}"
#~ msgstr "ушло{EVIL}"
"""
FILE = f"po/{NAME}.po"
COMMANDS = [
    ("status",),
    ("status", "po"),
    ("status", "po", "--json"),
    ("status", "po", "--risk", "--words", "--refuse", "draft"),
    ("check", "po"),
    ("check", "po", "-v"),
    *(("check", "po", "-v", "-f", name) for name in ("json", "sarif", "junit", "github", "markdown")),
    ("check", "po", "--fix", "--fix-human"),
    ("check", "--select", EVIL),
    ("check", "--require", EVIL),
    ("check", "--format", EVIL),
    ("check", "po", "--base", EVIL),
    *(("report", "provenance", "po", "-v", "-f", name) for name in ("text", "csv", "markdown", "json")),
    *(("report", "work", "po", "-f", name) for name in ("text", "csv", "markdown", "json")),
    ("report", "work", "po", "--since", EVIL, "-o", f"{NAME}.csv"),
    ("review", "list", "po"),
    ("review", "list", FILE),
    ("review", "approve", FILE, "--entries", "all", "--by", f"Anna{EVIL}"),
    ("review", "approve", FILE, "--entries", "all", "--by", "Anna"),
    ("review", "approve", FILE, "--entries", EVIL, "--by", "Anna"),
    ("review", "reject", FILE, "--entries", "1-3", "--note", "no"),
    ("review", "page", "po", "-o", f"{NAME}.html"),
    ("review", "apply", f"{NAME}.json", "--catalogues", "po"),
    ("normalize", "po", "--dry-run"),
    ("normalize", "po"),
    ("memory", "import", f"{NAME}.tmx", "--memory", f"{NAME}.db"),
    ("memory", "learn", "po"),
    ("memory", "search", "Haus", "--min", "50"),
    ("memory", "stats"),
    ("memory", "export", f"{NAME}.tmx"),
    ("memory", "prune", "--before", EVIL),
    ("glossary", "check", f"{NAME}.csv", "--catalogues", "po", "-v"),
    ("glossary", "candidates", "text.txt"),
    ("glossary", "convert", f"{NAME}.csv", f"{NAME}.tbx"),
    ("glossary", "convert", f"{NAME}.csv", f"x.{EVIL}"),
    ("glossary", "learn", "po"),
    ("segment", "text.txt"),
    ("segment", "text.txt", "--json"),
    ("segment", f"{NAME}.txt"),
    ("update", "text.txt", "--to", "ru"),
    ("update", "text.txt", "--to", EVIL),
    ("update", f"{NAME}.txt", "--to", "ru"),
    ("update", f"folder/{NAME}.txt", "--to", "ru"),
    ("draft", "text.txt", "--to", "ru", "--packages", NAME),
    ("draft", "--po", "po", "--packages", NAME, "--dry-run"),
    ("build", "text.txt", "--to", "ru"),
    ("build", "text.txt", "--to", "ru", "--bilingual", EVIL),
    ("build", "text.txt", "--to", "ru", "--fallback", "draft", "--notice"),
    ("build", "--stale"),
    ("build", "--stale", "--json", "--to", EVIL),
    ("export", "omegat", "po", "-o", f"{NAME}.omegat"),
    ("import", "omegat", f"{NAME}.omegat", "po"),
    ("export", "xlsx", "po", "-o", f"{NAME}.xlsx"),
    ("export", "csv", "po", "-o", f"{NAME}.csv"),
    ("export", "docx", "po", "-o", f"{NAME}.docx"),
    ("import", f"{NAME}.docx"),
    ("export", "xliff", "po", "-o", f"{NAME}.xlf"),
    ("export", "xliff", "po", "-o", "a.xlf", "--profile", EVIL),
    ("import", f"{NAME}.xlf", "--reviewer", EVIL),
    ("import", f"{NAME}.csv"),
    ("packages", "list", "--packages", NAME),
    ("packages", "verify", "--packages", NAME),
    ("packages", "install", f"{NAME}.argosmodel", "--packages", NAME),
    ("packages", "remove", NAME, "--packages", NAME),
    ("git", "textconv", FILE),
    ("git", "textconv", "text.txt"),
    ("git", "textconv", f"{NAME}.csv"),
    ("git", "merge-driver", FILE, FILE, f"{NAME}.csv", NAME),
    ("eval", "po"),
    ("eval", "po", "--reference", FILE),
    ("eval", "po", "-f", EVIL),
    (EVIL,),
    (f"--{EVIL}",),
    ("status", f"--{EVIL}"),
    ("memory", EVIL),
    ("memory", "search", "x", "--limit", EVIL),
    ("status", "a\0b"),
    ("status", os.fsdecode(b"bad\xff.po")),
    ("status", "n" * 300),
    ("status", "n/" * 3000),
]


def hidden(text: str) -> set[str]:
    """Characters that a terminal obeys, or that nobody can see."""
    return {
        one for one in text if one not in "\n\t\u200c\u200d" and unicodedata.category(one) in {"Cc", "Cf", "Zl", "Zp"}
    }


@pytest.fixture
def hostile(project: Path, run: Run) -> Path:
    (project / "po").mkdir()
    (project / FILE).write_text(PO, "utf-8")
    (project / "text.txt").write_text(f"Das Haus{MILD} ist alt. Das Haus{MILD} ist alt.\n", "utf-8")
    (project / "folder").mkdir()
    for name in (f"{NAME}.txt", f"folder/{NAME}.txt", f"{NAME}.json"):
        (project / name).write_text(f"Haus{MILD}.\n", "utf-8")
    (project / f"{NAME}.csv").write_text(f'de,ru,note\nHaus{MILD},дом{MILD},"note {EVIL}"\nHaus{MILD},дом,\n', "utf-8")
    package = project / NAME / f"translate-de_en{EVIL}".replace("/", "")
    package.mkdir(parents=True)
    (package / "metadata.json").write_text(json.dumps({"from_code": f"de{EVIL}", "to_code": "en"}))
    (project / f"{NAME}.argosmodel").write_bytes(b"PK")
    run("memory", "learn", "po")
    return project


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: re.sub(r"[^ -~]", "?", " ".join(one))[:40])
def test_what_a_command_says_is_all_to_be_seen(hostile: Path, command: tuple[str, ...]) -> None:
    from typer.testing import CliRunner

    from l10n.cli import app

    done = CliRunner().invoke(app, command)
    assert not hidden(done.output), f"{hidden(done.output)} in {done.output}"
    assert "Traceback" not in done.output
    assert 0 <= done.exit_code <= 5


def test_json_and_xml_keep_the_texts_all_the_same(hostile: Path, run: Run) -> None:
    run("check", "po", "-v", "-f", "json", "-o", "r.json", "-f", "junit", "-o", "r.xml", code=1)
    assert not hidden((hostile / "r.json").read_text("utf-8"))
    assert not hidden((hostile / "r.xml").read_text("utf-8"))
    found = json.loads((hostile / "r.json").read_text("utf-8"))["findings"]
    assert any(one["msgid"] == f"Das Haus{EVIL} hat 3 Türen." for one in found)
    assert ElementTree.parse(hostile / "r.xml").getroot().tag == "testsuites"
    segments = json.loads(run("segment", "text.txt", "--json").stdout)["segments"]
    assert "".join(one["text"] for one in segments).count(MILD[:4]) == 2


def test_data_for_programs_is_raw_in_a_pipe_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output.data(f"a{EVIL}\n")
    assert capsys.readouterr().out == f"a{EVIL}\n"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    output.data(f"a{EVIL}\n")
    assert not hidden(capsys.readouterr().out)


def test_commands_write_to_the_terminal_in_one_place_only() -> None:
    for path in (ROOT / "l10n" / "cli").rglob("*.py"):
        if path.name != "output.py":
            assert not re.search(r"typer\.s?echo\(|\bprint\(|sys\.std(out|err)\.write", path.read_text("utf-8")), path
