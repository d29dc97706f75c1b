"""`l10n segment`: of several files each is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize("source", ["texts", "texts/**/*.md"])
def test_the_files_of_a_folder_or_pattern_are_named(run: Run, project: Path, source: str) -> None:
    for name in ("texts/a.md", "texts/b/a.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(f"Das steht in {name}.\n", "utf-8")
    told = [line.split()[-1] for line in run("segment", source).stdout.splitlines()]
    assert told == ["texts/a.md:", "texts/a.md.", "texts/b/a.md:", "texts/b/a.md."]
    assert "texts/a.md:" not in run("segment", "texts/a.md").stdout
