"""The other commands: segment, update, status, packages, and what they have in common."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from l10n import __version__
from l10n.catalogue import po
from l10n.catalogue.signature import sign
from l10n.demo.builder import build_package, pack
from l10n.model import Catalogue, Entry
from tests.conftest import ARTICLE, Run

TEXT = "Titel\nDas Haus ist groß. Das Haus ist alt.\n"


@pytest.fixture
def source(project: Path) -> Path:
    path = project / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_segment_shows_number_block_offsets_and_text(run: Run, source: Path) -> None:
    assert run("segment", source).stdout.splitlines() == [
        "   1 heading     1  0-5   Titel",
        "   2 paragraph   1  6-24  Das Haus ist groß.",
        "   3 paragraph   1 25-42  Das Haus ist alt.",
    ]


def test_segment_offsets_are_those_of_the_file(run: Run, source: Path) -> None:
    rows = json.loads(run("segment", source, "--json").stdout)["segments"]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert [(row["kind"], row["block"], row["line"]) for row in rows] == [
        ("heading", 1, 1),
        ("paragraph", 1, 2),
        ("paragraph", 1, 2),
    ]


def test_segment_knows_other_languages(run: Run, project: Path) -> None:
    (project / "a.txt").write_text("Mr. Smith left. He is back.", "utf-8")
    assert len(run("segment", "a.txt", "--from", "en").stdout.splitlines()) == 2
    assert "unknown language 'xx'" in run("segment", "a.txt", "--from", "xx", code=2).stderr


def test_a_hard_wrapped_text_has_its_lines_joined(run: Run, project: Path) -> None:
    sentence = "Das Haus steht am Rand der kleinen Stadt und niemand weiß, wem es heute noch gehört."
    paragraph = "\r\n".join(textwrap.wrap(" ".join([sentence] * 6), 60))
    (project / "a.txt").write_bytes(f"{paragraph}\r\n\r\n{paragraph}\r\n".encode())
    rows = json.loads(run("segment", "a.txt", "--json").stdout)["segments"]
    assert [row["text"] for row in rows] == [sentence] * 12


def test_update_writes_and_counts_without_translating(run: Run, project: Path, source: Path) -> None:
    first = run("update", source, "--to", "ru")
    assert first.stdout == "locales/ru/LC_MESSAGES/text.po: 3 new, 0 changed, 0 moved, 0 obsolete, 0 unchanged\n"
    source.write_text("Titel\nDas Haus ist groß.\nNeu.\n", "utf-8")
    second = run("update", source, "--to", "ru")
    assert second.stdout == "locales/ru/LC_MESSAGES/text.po: 1 new, 0 changed, 0 moved, 1 obsolete, 2 unchanged\n"


def test_verbose_names_each_file(run: Run, source: Path) -> None:
    talk = run("update", source, "--to", "ru", "-v").stderr
    assert "text.txt: 3 segments" in talk
    assert "locales/ru/LC_MESSAGES/text.po: written" in talk
    assert "locales/ru/LC_MESSAGES/text.po: unchanged" in run("update", source, "--to", "ru", "-v").stderr


def test_status_counts_words_and_states(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages, "--to", "ru,uk")
    path = project / "locales" / "uk" / "LC_MESSAGES" / "text.po"
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", "", 1), "utf-8")
    data = json.loads(run("status", "--json").stdout)
    assert data["version"] == 1
    assert data["catalogues"][1] == {
        "document": "text",
        "language": "uk",
        "path": path.as_posix(),
        "segments": 3,
        "words": 9,
        "untranslated": 0,
        "drafted": 2,
        "translated": 1,
        "states": {
            "untranslated": 0,
            "draft": 2,
            "edited draft": 0,
            "outdated": 0,
            "accepted unread": 1,
            "translated": 0,
            "reviewed": 0,
        },
    }
    table = run("status").stdout.splitlines()
    assert table[0].split()[4:8] == ["drafted", "translated", "reviewed", "untranslated"]
    assert table[1].split()[:8] == ["text", "ru", "3", "9", "3", "0", "0", "0"]
    assert table[2].split()[:8] == ["text", "uk", "3", "9", "2", "1", "0", "0"]
    assert "▓" * 8 + "▒" * 16 in table[2]
    assert table[4].startswith("1 accepted unread: ")
    assert len(table) == 5


def test_status_tells_reviewed_from_translated(run: Run, project: Path) -> None:
    entries = (sign(Entry("a", "b"), "Anna", "2026-01-31"), Entry("c", "d"), Entry("e", "f", flags=("fuzzy",)))
    po.write(project / "ru.po", Catalogue((("Language", "ru"),), entries))
    table = run("status", "ru.po").stdout.splitlines()
    assert table[1].split() == ["ru.po", "ru", "3", "3", "1", "2", "1", "0", "█" * 8 + "▓" * 8 + "▒" * 8]
    assert len(table) == 3


def test_status_takes_files_and_folders_of_anybody(run: Run, project: Path, source: Path) -> None:
    run("update", source, "--to", "ru,uk")
    po.write(project / "po" / "az.po", Catalogue((), (Entry("a", "b"),)))
    po.write(project / "po" / "fr.po", Catalogue((("Language", "fr"),), (Entry("a", "b"),)))
    rows = json.loads(run("status", "po", "locales/uk", "--json").stdout)["catalogues"]
    assert [(row["document"], row["language"], row["segments"]) for row in rows] == [
        ("po/az.po", "az", 1),
        ("po/fr.po", "fr", 1),
        ("text", "uk", 3),
    ]
    assert "nowhere: no such file" in run("status", "nowhere", code=2).stderr
    (project / "empty").mkdir()
    assert "empty: no catalogues" in run("status", "empty", code=2).stderr


def test_status_refuses_what_ci_does_not_want(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages, "--to", "ru")
    run("status", "--refuse", "accepted unread")
    assert "refused: locales/ru/LC_MESSAGES/text.po: 3 draft" in run("status", "--refuse", "draft", code=1).stderr
    path = project / "locales" / "ru" / "LC_MESSAGES" / "text.po"
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")
    talk = run("status", "--json", "--refuse", "draft", "--refuse", "accepted unread", code=1).stderr
    assert talk == "refused: locales/ru/LC_MESSAGES/text.po: 3 accepted unread\n"


def test_status_names_an_unreadable_catalogue_and_shows_the_rest(run: Run, project: Path, source: Path) -> None:
    run("update", source, "--to", "ru,uk")
    (project / "locales" / "ru" / "LC_MESSAGES" / "text.po").write_text("nonsense")
    result = run("status", code=2)
    assert "text.po:1: not a PO file" in result.stderr
    assert "uk" in result.stdout


def test_status_without_catalogues_says_how_to_make_some(run: Run) -> None:
    assert "hint: make some: l10n draft" in run("status", code=2).stderr


def test_packages_are_installed_from_files_listed_verified_and_removed(run: Run, project: Path, tmp_path: Path) -> None:
    archive = pack(build_package(tmp_path / "made", "de", "en", {"Haus": "house"}))
    assert "no packages" in run("packages", "list", "--packages", "p").stderr
    assert "de-en-1.0: installed" in run("packages", "install", archive, "--packages", "p").stderr
    assert run("packages", "list", "--packages", "p").stdout.split()[:3] == ["de-en", "1.0", "argos"]
    assert run("packages", "verify", "--packages", "p").stdout == "de-en-1.0: ok\n"
    (model,) = (project / "p").rglob("model.bin")
    model.write_bytes(model.read_bytes() + b"x")
    assert run("packages", "verify", "--packages", "p", code=3).stdout == "de-en-1.0: changed (model/model.bin)\n"
    assert run("packages", "remove", "de-en", "--packages", "p").stdout == "de-en-1.0: removed\n"
    assert "no such package" in run("packages", "remove", "de-en", "--packages", "p", code=2).stderr


def test_argos_packages_dir_is_honoured(run: Run, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    assert len(run("packages", "list").stdout.splitlines()) == 4


def test_a_file_that_is_no_package_is_exit_code_3(run: Run, project: Path) -> None:
    (project / "x.argosmodel").write_bytes(b"nonsense")
    assert "error: " in run("packages", "install", "x.argosmodel", "--packages", "p", code=3).stderr


def test_the_command_and_the_module_are_the_same(project: Path) -> None:
    command = [sys.executable, "-m", "l10n", "--version"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == f"l10n {__version__}\n"


def test_help_names_every_command(run: Run) -> None:
    text = run("--help").stdout
    for name in ("draft", "update", "status", "normalize", "segment", "packages"):
        assert f"\n  {name} " in text


def test_the_seed_article_is_segmented_in_the_terminals_encoding(project: Path) -> None:
    command = [sys.executable, "-m", "l10n", "segment", str(ARTICLE)]
    environment = {"PATH": "", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "HOME": str(project)}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    assert "Während Putin bellt" in done.stdout.decode()
