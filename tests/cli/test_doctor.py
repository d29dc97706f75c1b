"""`l10n doctor`: each thing that may be wrong, and the command that helps."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n import __version__
from l10n.engines.argos.demo.builder import build_package
from l10n.memory.store import Memory
from tests.conftest import ROOT, Git, Run

Diagnoses = dict[str, list[tuple[str, str, str]]]
Examine = Callable[..., Diagnoses]
"""Health, text and remedy of each diagnosis, by topic."""


@pytest.fixture
def examine(run: Run, packages: Path) -> Examine:
    """Run the command: `examine("--packages", folder, code=1)`; with all packages, if no folder is named."""

    def invoke(*words: object, code: int = 0) -> Diagnoses:
        folder = () if "--packages" in words else ("--packages", packages)
        topics: Diagnoses = {}
        for row in json.loads(run("doctor", "--json", *words, *folder, code=code).stdout)["diagnoses"]:
            topics.setdefault(row["topic"], []).append((row["health"], row["text"], row["remedy"]))
        return topics

    return invoke


@pytest.fixture
def declared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have the distribution declare these requirements."""

    def declare(*requirements: str) -> None:
        folder = tmp_path / "site" / f"l10n_desk-{__version__}.dist-info"
        folder.mkdir(parents=True)
        lines = ["Metadata-Version: 2.4", "Name: l10n-desk", f"Version: {__version__}", "Provides-Extra: serve"]
        (folder / "METADATA").write_text("\n".join([*lines, *(f"Requires-Dist: {line}" for line in requirements)]))
        monkeypatch.syspath_prepend(folder.parent)

    return declare


def test_where_all_is_well_nothing_is_wrong(
    run: Run, project: Path, packages: Path, declared: Callable[..., None]
) -> None:
    declared("polib>=1.2,<2", "numpy", "typer>=0.29")
    (project / "l10n.toml").write_text('sources = ["*.txt"]\n')
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    done = run("doctor", "--packages", packages)
    assert done.stdout.splitlines()[1:] == [
        "versions  ok     3 libraries, each of a version that l10n is made for",
        "settings  ok     l10n.toml: de → en, ru, az, uk",
        "settings  ok     sources: 1 (*.txt)",
        "packages  ok     de → en: de-en-1.0 (argos)",
        "packages  ok     de → ru: de-en-1.0 (argos) + en-ru-1.0 (argos)",
        "packages  ok     de → az: de-en-1.0 (argos) + en-az-1.0 (argos)",
        "packages  ok     de → uk: de-en-1.0 (argos) + en-uk-1.0 (argos)",
        "memory    ok     l10n.db: none yet; the first draft makes it",
        "0 wrong, 0 hints",
    ]


def test_a_library_that_is_missing_or_of_another_version_is_named_with_its_bounds(
    examine: Examine, declared: Callable[..., None]
) -> None:
    declared("polib>=99", "nowhere>=1,<2", "numpy", 'elsewhere>=3; extra == "serve"', 'never>=1; python_version < "3"')
    troubles = examine(code=1)["versions"][1:]
    assert [health for health, *_ in troubles] == ["wrong", "wrong", "ok"]
    assert troubles[0][1].startswith("polib is ")
    assert troubles[0][2] == "pip install --no-deps 'polib>=99'"
    assert troubles[1][1:] == ("nowhere is not installed", "pip install --no-deps 'nowhere>=1,<2'")
    assert troubles[2][1] == "elsewhere is not installed; only the extra serve needs it"


def test_what_only_an_extra_needs_is_told_in_one_line(run: Run, packages: Path, declared: Callable[..., None]) -> None:
    declared('elsewhere>=3,<4; extra == "serve"')
    shown = run("doctor", "--packages", packages).stdout.splitlines()
    line = "versions  ok     elsewhere is not installed; only the extra serve needs it (pip install 'elsewhere>=3,<4')"
    assert line in shown
    assert shown[-1].startswith("0 wrong, ")


@pytest.mark.usefixtures("untraced")
def test_a_library_that_is_found_missing_halfway_is_no_bug(project: Path) -> None:
    code = (
        "import sys; sys.modules['polib'] = None; sys.argv = ['l10n', 'status', 'a.po']; import l10n.cli as c; c.main()"
    )
    (project / "a.po").write_text('msgid "a"\nmsgstr "b"\n')
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["error: l10n needs polib, which is not installed", "hint: l10n doctor"]


def test_the_folder_of_a_clone_is_no_error(examine: Examine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("l10n.workflow.doctor.versions.DISTRIBUTION", "l10n-nowhere")
    assert [health for health, *_ in examine()["versions"]] == ["ok", "hint"]


def test_without_settings_the_command_for_them_is_named(examine: Examine, project: Path) -> None:
    (project / "l10n.toml").unlink()
    assert examine()["settings"] == [("hint", "no l10n.toml, and no [tool.l10n] in a pyproject.toml", "l10n init")]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("targts = []", "unknown key 'targts'"),
        ("x", "not valid TOML"),
        ('catalogues = "{document}.po"', "must have {language} once"),
        ('check = { require = "good" }', "require"),
        ('build = { fallback = "none" }', "fallback"),
        ('glossary = "none.csv"', "none.csv"),
        ('sources = ["none/*.txt"]', "sources: none (none/*.txt)"),
        ('memories = [{ file = "none.db" }]', "none.db: no translation memory"),
        ('routes = { az = "none" }', "unknown engine 'none'"),
    ],
)
def test_what_is_wrong_in_the_settings_is_told_and_the_rest_is_examined(
    examine: Examine, project: Path, settings: str, message: str
) -> None:
    (project / "l10n.toml").write_text(settings)
    topics = examine(code=1)
    wrong = [(text, remedy) for rows in topics.values() for health, text, remedy in rows if health == "wrong"]
    assert len(wrong) == 1
    assert message in wrong[0][0]
    assert wrong[0][1]
    assert {"versions", "settings", "packages", "memory"} <= {*topics}


def test_missing_packages_are_named_with_one_command_for_all(examine: Examine, project: Path) -> None:
    build_package(project / "p", "de", "en", {"Haus": "house"})
    (rest,) = [row for row in examine("--packages", "p", code=1)["packages"] if row[0] == "wrong"]
    assert rest == (
        "wrong",
        "not installed: en-ru, en-az, en-uk",
        "l10n packages install en-ru en-az en-uk --packages p",
    )


def test_a_broken_package_and_a_demo_are_told(examine: Examine, project: Path) -> None:
    (project / "l10n.toml").write_text('targets = ["en"]')
    build_package(project / "p", "de", "en", {"Haus": "house"}, demo=True)
    (project / "p" / "translate-en_ru-1_0").mkdir()
    demo, broken = examine("--packages", "p", code=1)["packages"]
    assert (demo[0], demo[2]) == ("hint", "l10n packages install de-en")
    assert broken[0] == "wrong"
    assert "translate-en_ru-1_0" in broken[1]


def test_a_memory_that_cannot_be_read_is_told_and_stays_as_it_is(examine: Examine, project: Path) -> None:
    path = project / "l10n.db"
    Memory(path).close()
    assert examine()["memory"] == [("ok", "l10n.db: can be read", "")]
    path.write_bytes(b"no memory")
    ((health, text, remedy),) = examine(code=1)["memory"]
    assert health == "wrong"
    assert "l10n.db" in text
    assert remedy
    assert path.read_bytes() == b"no memory"


POEDIT, LOKALIZE = Path("poedit", "config"), Path("lokalizerc")


@pytest.mark.parametrize(
    ("path", "content", "texts"),
    [
        (POEDIT, "version=3.2.2\n[recent_files]\nx=1\n", ["Poedit leaves"]),
        (POEDIT, "keep_crlf=0\n", ["Poedit wraps"]),
        (POEDIT, "keep_crlf=0\nwrap_po_files=0\n", ["Poedit leaves"]),
        (POEDIT, "keep_crlf=0\ncompile_mo=1\n", ["Poedit wraps", "Poedit writes a .mo"]),
        (POEDIT, "[[[\n=\n", []),
        (LOKALIZE, "[Editor]\nAutoApprove=false\n", ["Lokalize leaves drafts"]),
        (LOKALIZE, "[Editor]\nAutoApprove=true\n", ["in Lokalize the first keystroke"]),
        (LOKALIZE, "[Other]\n", ["in Lokalize the first keystroke"]),
    ],
)
def test_the_settings_of_editors_are_read_where_they_are(
    examine: Examine, path: Path, content: str, texts: list[str]
) -> None:
    file = Path.home() / ".config" / path
    file.parent.mkdir(parents=True)
    file.write_text(content)
    rows = examine().get("editors", [])
    assert len(rows) == len(texts)
    for (health, text, remedy), beginning in zip(rows, texts, strict=True):
        assert text.startswith(beginning)
        assert bool(remedy) == (health == "hint") == ("leaves" not in beginning)


@pytest.mark.parametrize(("width", "health"), [("-1", "ok"), ("0", "hint"), ("80", "hint")])
def test_a_project_of_lokalize_that_wraps_is_told(examine: Examine, project: Path, width: str, health: str) -> None:
    path = project / "locales" / "ru" / "LC_MESSAGES" / "index.lokalize"
    path.parent.mkdir(parents=True)
    path.write_text(f"[General]\nLangCode=ru\n\n[RegExps]\nWordWrap={width}\n")
    ((told, text, _),) = examine()["editors"]
    assert told == health
    assert text.startswith("locales/ru/LC_MESSAGES/index.lokalize: Lokalize ")


def test_git_without_our_drivers_is_a_hint_until_they_are_installed(
    git: Git, run: Run, examine: Examine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert examine()["git"] == [("hint", "git does not merge catalogues entry by entry here", "l10n git install")]
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    run("git", "install")
    assert [health for health, *_ in examine()["git"]] == ["ok"]
    git("config", "merge.l10n-po.driver", "/gone/python -m l10n")
    assert [health for health, *_ in examine()["git"]] == ["hint"]


def test_outside_of_a_repository_git_is_no_matter(examine: Examine, project: Path) -> None:
    assert "git" not in examine()


def test_nothing_is_written(examine: Examine, project: Path) -> None:
    before = sorted(project.rglob("*"))
    examine()
    assert sorted(project.rglob("*")) == before


def test_slim_prints_the_lock(run: Run) -> None:
    assert run("doctor", "--slim").stdout == (ROOT / "requirements.lock").read_text("utf-8")


@pytest.mark.parametrize("command", ["draft", "update", "build", "status", "check"])
def test_an_empty_folder_gives_one_error_with_one_hint(run: Run, project: Path, command: str) -> None:
    (project / "l10n.toml").unlink()
    done = run(command, code=2)
    assert done.stdout == ""
    error, hint = done.stderr.splitlines()
    assert error.startswith("error: no ")
    assert hint.startswith("hint: ")
    assert hint.endswith("set the project up: l10n init")
