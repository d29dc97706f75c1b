"""`make demo`: with the official packages where an index answers, else with demo packages and plain words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.engines.argos.demo.builder import build_package, pack
from l10n.model import Entry
from tests.conftest import ARTICLE, GLOSSES
from tests.engines.argos.packages.conftest import Server, server, whole

__all__ = ["server"]  # the fixture


def _demo(folder: Path, index: str, source: Path = ARTICLE) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "ARGOS_PACKAGE_INDEX": index,
        "ARGOS_PACKAGES_DIR": str(folder / "argos"),
        "no_proxy": "*",
    }
    command = [sys.executable, "-m", "l10n.engines.argos.demo", "build", str(source)]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, encoding="utf-8")


def test_without_an_index_the_demo_packages_do_the_job_and_know_the_words_of_the_article(tmp_path: Path) -> None:
    done = _demo(tmp_path, "http://127.0.0.1:9/")
    assert done.returncode == 0, done.stderr
    assert "The Argos index does not answer" in done.stdout
    assert "Building four word-for-word demo packages" in done.stdout
    assert "argos-demo: no translations" in done.stderr
    assert not (tmp_path / "argos").exists()
    for lang in ("en", "ru", "az", "uk"):
        entries = po.read(tmp_path / "build" / "locales" / lang / "LC_MESSAGES" / f"{ARTICLE.stem}.po").entries
        assert len(entries) == 71
        assert all(entry.fuzzy and entry.comments[-1].startswith("l10n-mt: argos-demo ") for entry in entries)
        if lang in ("ru", "uk"):
            _cyrillic(entries)


def _cyrillic(entries: Iterable[Entry]) -> None:
    """All words are, but for names that stay Latin."""
    words = re.findall(r"[^\W\d_]+", " ".join(entry.msgstr for entry in entries))
    latin = [word for word in words if word[0].isascii()]
    assert len(latin) <= 0.03 * len(words), latin


@pytest.mark.parametrize("offered", [4, 3])
def test_with_an_index_that_has_all_packages_they_are_installed_and_used(
    tmp_path: Path, server: Server, offered: int
) -> None:
    entries = []
    for (source, target), gloss in list(GLOSSES.items())[:offered]:
        archive = pack(build_package(tmp_path / "made", source, target, gloss))
        link = server.link(f"/{archive.name}", whole(archive.read_bytes()))
        entries.append({"from_code": source, "to_code": target, "package_version": "1.0", "links": [link]})
    text = tmp_path / "text.txt"
    text.write_text("Das Haus ist groß.\n", "utf-8")
    done = _demo(tmp_path, server.link("/index.json", whole(json.dumps(entries).encode())), text)
    assert done.returncode == 0, done.stderr
    if offered == 4:
        assert "Downloading the Argos packages de-en, en-ru, en-az, en-uk (about 352 MB)" in done.stdout
        assert "with argos de-en-1.0" in done.stderr
    else:
        assert "The Argos index lacks en-uk" in done.stdout
        assert "with argos-demo de-en-1.0" in done.stderr
