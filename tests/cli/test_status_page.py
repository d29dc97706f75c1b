"""docs/status.md: what it shows is so."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.model import Catalogue, Draft, Entry, Leg
from tests.conftest import ROOT, Git, Run

PAGE = (ROOT / "docs" / "status.md").read_text("utf-8")
RISKS = {"ru": (2, 3, 3, 2, 1, 1, 1, 0, 1, 0), "uk": (1, 2, 3, 3, 2, 1, 1, 0, 0, 0)}


def _write_drafts() -> None:
    for lang, tenths in RISKS.items():
        risks = [tenth / 10 + 0.05 for tenth, number in enumerate(tenths) for _ in range(number)]
        entries = tuple(
            drafted(Entry(f"Satz {number}"), Draft("argos", (Leg(f"de-{lang}-1.0", "x", -0.1),), risk))
            for number, risk in enumerate(risks)
        )
        po.write(Path("drafts", f"{lang}.po"), Catalogue((("Language", lang),), entries))


def _shell(command: str) -> str:
    done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_the_sessions_in_the_page_are_real(git: Git) -> None:
    shutil.copytree(ROOT / "locales", "locales")
    shutil.rmtree(".git")
    _write_drafts()
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.S)
    steps = [step for block in blocks for step in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.M)]
    assert len(steps) > 6
    for command, output in steps:
        assert _lines(_shell(command)) == _lines(output), command


def test_the_commands_for_ci_in_the_page_work_with_and_without_a_release(git: Git) -> None:
    (script,) = re.findall(r"```sh\n(.*?)```", PAGE, re.S)
    shutil.copytree(ROOT / "locales", "locales")
    git("add", "-A")
    git("commit", "--quiet", "-m", "x")
    first = git("rev-parse", "HEAD").strip()
    _shell(script)
    assert f"since {first}: no change" in Path("site", "index.html").read_text("utf-8")
    git("tag", "v1.0")
    _shell(script)
    assert "since v1.0: no change" in Path("site", "index.html").read_text("utf-8")
    assert sorted(path.name for path in Path("site").iterdir()) == [
        "az.svg",
        "en.svg",
        "index.html",
        "ru.svg",
        "uk.svg",
    ]


def test_the_page_names_every_option_and_only_options_that_there_are(run: Run) -> None:
    help_text = run("status", "--help").stdout
    options = set(re.findall(r"(?<![\w-])--[a-z-]+", "\n".join(re.findall(r"l10n status[^`\n]*|`--[^`]*`", PAGE))))
    assert options == set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", help_text, re.M)) - {"--help", "--locales"}
