"""`l10n status`: the table, JSON, and the gate."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.signature import sign
from l10n.model import Catalogue, Entry, State
from tests.conftest import ROOT, Run, WithoutRights

SCHEMA = json.loads((ROOT / "docs" / "status.schema.json").read_text("utf-8"))
NOTHING = dict.fromkeys(map(str, State), 0)


@pytest.fixture
def source(project: Path) -> Path:
    """A short article."""
    path = project / "text.txt"
    path.write_text("Titel\nDas Haus ist groß. Das Haus ist alt.\n", "utf-8")
    return path


def test_status_counts_words_and_states(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages, "--to", "ru,uk")
    path = project / "locales" / "uk" / "LC_MESSAGES" / "text.po"
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", "", 1), "utf-8")
    data = json.loads(run("status", "--json").stdout)
    assert data["version"] == 1
    assert data["catalogues"][1] == {
        "document": "text",
        "language": "uk",
        "path": path.relative_to(project).as_posix(),
        "segments": 3,
        "words": 9,
        "untranslated": 0,
        "drafted": 2,
        "translated": 1,
        "states": {**NOTHING, "draft": 2, "accepted unread": 1},
        "words_by_state": {**NOTHING, "draft": 8, "accepted unread": 1},
        "risks": data["catalogues"][1]["risks"],
        "trend": None,
        "risk_calibrated": False,
    }
    assert sum(data["catalogues"][1]["risks"]) == 2
    table = run("status").stdout.splitlines()
    assert table[0].split()[4:8] == ["drafted", "translated", "reviewed", "untranslated"]
    assert table[1].split()[:8] == ["text", "ru", "3", "9", "3", "0", "0", "0"]
    assert table[2].split()[:8] == ["text", "uk", "3", "9", "2", "1", "0", "0"]
    assert "▌" * 8 + "▒" * 16 in table[2]
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
    console = run("status", "--json", "--refuse", "draft", "--refuse", "accepted unread", code=1).stderr
    assert console == "refused: locales/ru/LC_MESSAGES/text.po: 3 accepted unread\n"


def test_status_names_an_unreadable_catalogue_and_shows_the_rest(run: Run, project: Path, source: Path) -> None:
    run("update", source, "--to", "ru,uk")
    (project / "locales" / "ru" / "LC_MESSAGES" / "text.po").write_text("nonsense")
    result = run("status", code=2)
    assert "text.po:1: not a PO file" in result.stderr
    assert "uk" in result.stdout


def test_status_without_catalogues_says_how_to_make_some(run: Run) -> None:
    assert "or make some: l10n draft SOURCE" in run("status", code=2).stderr
    Path("locales").mkdir()
    assert "locales: no catalogues\nhint: name PO files, or make some: l10n draft" in run("status", code=2).stderr


def test_the_folder_of_the_settings_is_searched_as_a_folder_that_is_named(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text('locales = "po"\n')
    _entries("po/ru.po", Entry("a", "b"))
    _entries("po/uk/LC_MESSAGES/text.po", Entry("a", "b"))
    assert run("status").stdout == run("status", "po").stdout
    assert "po/ru.po" in run("status").stdout
    (project / "po" / "az").symlink_to(project / "po" / "uk")
    (project / "elsewhere").mkdir()
    _entries("elsewhere/LC_MESSAGES/other.po", Entry("a", "b"))
    (project / "po" / "en").symlink_to(project / "elsewhere")
    rows = json.loads(run("status", "--json").stdout)["catalogues"]
    assert [row["path"] for row in rows] == ["po/en/LC_MESSAGES/other.po", "po/ru.po", "po/uk/LC_MESSAGES/text.po"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_a_folder_that_cannot_be_read_is_named_and_nothing_promised(
    run_without_rights: WithoutRights, project: Path, mode: int
) -> None:
    for lang in ("ru", "uk"):
        _entries(f"locales/{lang}/LC_MESSAGES/a.po", Entry("a", "b"))
    closed = project / "locales" / "uk"
    closed.chmod(mode)
    try:
        results = [
            run_without_rights("status", *paths, "--html", "page.html", "--badge", "badges", "--refuse", "draft")
            for paths in ([], ["locales/uk/LC_MESSAGES"])
        ]
    finally:
        closed.chmod(0o755)
    for result in results:
        assert result.returncode == 2
        assert result.stderr.startswith("error: locales/uk")
        assert "Permission denied\nhint: " in result.stderr
    assert not Path("page.html").exists()
    assert not Path("badges").exists()


def _entries(name: str, *entries: Entry) -> Path:
    path = Path(name)
    po.write(path, Catalogue((("Language", "ru"),), entries))
    return path


def test_words_are_counted_by_state(run: Run, project: Path) -> None:
    _entries(
        "ru.po", sign(Entry("ein Wort", "слово"), "Anna", "2026-01-31"), Entry("noch zwei Worte"), Entry("– 3", "3")
    )
    table = run("status", "ru.po", "--words").stdout.splitlines()
    assert table[1].split()[:8] == ["ru.po", "ru", "3", "6", "0", "3", "2", "3"]
    (row,) = json.loads(run("status", "ru.po", "--json").stdout)["catalogues"]
    assert row["words_by_state"] == {**NOTHING, "reviewed": 2, "translated": 1, "untranslated": 3}


def test_the_risk_is_shown_if_asked_for(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages, "--to", "ru,uk")
    assert "risk" not in run("status").stdout
    lines = run("status", "--risk").stdout.splitlines()
    assert lines[-12].split() == ["risk", "of", "6", "drafts", "ru", "uk", "all"]
    assert lines[-1].startswith("not calibrated: ru, uk (")
    data = json.loads(run("status", "--json").stdout)["catalogues"]
    both = [sum(risks) for risks in zip(*(row["risks"] for row in data), strict=True)]
    assert [int(line.split()[5]) for line in lines[-11:-1]] == both
    assert sum(both) == 6


def test_a_draft_that_somebody_has_edited_has_its_risk_no_longer(
    run: Run, project: Path, source: Path, packages: Path
) -> None:
    run("draft", source, "--packages", packages, "--to", "ru")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "text.po"
    entries = po.read(path).entries
    po.write(path, Catalogue((("Language", "ru"),), (replace(entries[0], msgstr="Заглавие"), *entries[1:])))
    assert "risk of 2 drafts" in run("status", "--risk").stdout


def test_two_documents_have_a_sum_for_each_language(run: Run, project: Path, source: Path) -> None:
    (project / "other.txt").write_text("Noch etwas.\n", "utf-8")
    run("update", source, "other.txt", "--to", "ru,uk")
    table = [line.split() for line in run("status").stdout.splitlines()]
    assert table[5][:8] == ["2", "catalogues", "ru", "4", "11", "0", "0", "0"]
    assert table[6][:3] == ["2", "catalogues", "uk"]
    data = json.loads(run("status", "--json").stdout)["languages"]
    assert [(one["language"], one["catalogues"], one["segments"]) for one in data] == [("ru", 2, 4), ("uk", 2, 4)]


def test_json_is_as_the_schema_says(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages, "--to", "ru,uk")
    Draft202012Validator(SCHEMA).validate(json.loads(run("status", "--json").stdout))


LOADED = """
import sys
from l10n.cli import app
app(sys.argv[1:], standalone_mode=False)
print("\\n", *{name.partition(".")[0] for name in sys.modules})
"""


@pytest.mark.parametrize(
    ("options", "needed"),
    [((), {"rich"}), (("--json",), set()), (("--badge", "badges"), set()), (("--html", "page.html"), {"jinja2"})],
)
def test_nothing_heavy_is_loaded_that_is_not_needed(project: Path, options: tuple[str, ...], needed: set[str]) -> None:
    path = _entries("ru.po", Entry("a", "b"))
    command = [sys.executable, "-c", LOADED, "status", str(path), *options]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded & {"rich", "jinja2", "babel", "numpy", "ctranslate2", "sacrebleu"} == needed
