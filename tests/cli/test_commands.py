"""The other commands: segment, update, status, packages, and what they have in common."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from l10n import __version__
from l10n.cli.commands import COMMANDS, PANELS
from l10n.engines.argos.demo.builder import build_package, pack
from tests.conftest import ARTICLE, Run

TEXT = "Titel\nDas Haus ist groß. Das Haus ist alt.\n"


@pytest.fixture
def source(project: Path) -> Path:
    path = project / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_is_in_the_table(run: Run, name: str) -> None:
    own = re.sub(r"\s+", " ", run(name, "--help").stdout.split("\n\n")[1]).strip()
    assert own == COMMANDS[name].help


def test_help_names_all_commands_and_imports_none(run: Run) -> None:
    shown = run("--help").stdout
    assert sorted(re.findall(r"^  ([a-z]+) ", shown.partition(f"{next(iter(PANELS))}:")[2], re.M)) == sorted(COMMANDS)
    code = "import sys; from l10n.cli import main\ntry: main()\nfinally: print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code, "--help"], check=True, capture_output=True, encoding="utf-8")
    ours = {name for name in done.stdout.split() if name.startswith("l10n.")}
    assert not {f"l10n.cli.{command.module}" for command in COMMANDS.values()} & ours
    assert not {"l10n.model", "l10n.config", "l10n.catalogue", "polib", "rich"} & set(done.stdout.split())


def test_a_command_that_is_not_there_is_named_with_the_nearest(run: Run) -> None:
    assert "Did you mean 'draft'?" in run("drafts", code=2).stderr


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
    console = run("update", source, "--to", "ru", "-v").stderr
    assert "text.txt: 3 segments" in console
    assert "locales/ru/LC_MESSAGES/text.po: written" in console
    assert "locales/ru/LC_MESSAGES/text.po: unchanged" in run("update", source, "--to", "ru", "-v").stderr


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


@pytest.mark.usefixtures("untraced")
def test_no_command_starts_with_what_only_some_need() -> None:
    """SQLite is the memory's, `regex` the checks' and the glossary's: each waits until it is used."""
    code = "import sys; import l10n.cli; print({'sqlite3', 'regex', 'numpy', 'werkzeug'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == "set()\n"
