"""The page on what is published: its sessions are real, and its settings can be read."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from l10n.accounting.rates import weights
from l10n.building import settings as build_settings
from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "publishing.md").read_text("utf-8")
STEPS = re.findall(r"^\$ ([^\n]+)\n((?:(?!\$ |```).*\n)*)", PAGE, re.M)


def test_the_sessions_are_real(run: Run, project: Path, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("article.txt").write_text("Das Haus ist groß.\nDas Haus ist alt.\n", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785747600")
    run("draft", "article.txt", "--to", "en,ru", "--packages", packages)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/bin:/bin")
    assert len(STEPS) == 11
    for command, output in STEPS:
        told = _shell(command) if re.search(r"[|>]|^(?!l10n )", command) else run(*shlex.split(command)[1:]).output
        assert [line.rstrip() for line in told.splitlines()] == output.splitlines(), command


def _shell(command: str) -> str:
    done = subprocess.run(["sh", "-c", f"({command}) 2>&1"], check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def test_the_settings_can_be_read() -> None:
    for block in re.findall(r"```toml\n(.*?)```", PAGE, re.S):
        table = tomllib.loads(block)["tool"]["l10n"]
        assert build_settings.read(table.get("build", {}), Path("pyproject.toml"))
        assert weights(table.get("work", {}), Path("pyproject.toml"))
