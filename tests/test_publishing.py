"""The page on what is published: its sessions are real, and its settings can be read."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from l10n.building import settings as build_settings
from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "publishing.md").read_text("utf-8")


def test_the_sessions_are_real(run: Run, project: Path, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("article.txt").write_text("Das Haus ist groß.\nDas Haus ist alt.\n", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785747600")
    run("draft", "article.txt", "--to", "en,ru", "--packages", packages)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/bin:/bin")
    steps = re.findall(r"^\$ ([^\n]+)\n((?:(?!\$ |```).*\n)*)", PAGE, re.M)
    assert len(steps) == 10
    for command, output in steps:
        done = subprocess.run(["sh", "-c", f"({command}) 2>&1"], check=True, capture_output=True, encoding="utf-8")
        assert [line.rstrip() for line in done.stdout.splitlines()] == output.splitlines(), command


def test_the_settings_can_be_read() -> None:
    for block in re.findall(r"```toml\n(.*?)```", PAGE, re.S):
        table = tomllib.loads(block)["tool"]["l10n"]
        assert build_settings.read(table["build"], Path("pyproject.toml"))
