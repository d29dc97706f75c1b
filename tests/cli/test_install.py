"""From an index on a web server to drafts: `packages install` and `draft --install` with real packages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.engines.argos.demo.builder import build_package, pack
from tests.conftest import GLOSSES, Run
from tests.engines.argos.packages.conftest import Server, server, status, whole

__all__ = ["server"]  # the fixture


@pytest.fixture
def index(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    """An index of four packages; the first link of each is broken."""
    entries = []
    for (source, target), gloss in GLOSSES.items():
        archive = pack(build_package(tmp_path / "made", source, target, gloss))
        links = [
            server.link(f"/gone/{archive.name}", status(404)),
            server.link(f"/{archive.name}", whole(archive.read_bytes())),
        ]
        entries.append({"from_code": source, "to_code": target, "package_version": "1.0", "links": links})
    address = server.link("/index.json", whole(json.dumps(entries).encode()))
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", address.removesuffix("index.json"))
    monkeypatch.setenv("no_proxy", "*")
    return server


@pytest.fixture
def source(project: Path) -> Path:
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    return Path("text.txt")


def test_draft_installs_what_is_missing_if_asked_to(run: Run, project: Path, source: Path, index: Server) -> None:
    result = run("draft", source, "--packages", "p", "--install", "--to", "en,ru")
    assert result.stdout.splitlines() == [
        "locales/en/LC_MESSAGES/text.po: 1 drafted",
        "locales/ru/LC_MESSAGES/text.po: 1 drafted",
    ]
    assert "de-en-1.0: installed in" in result.stderr
    assert sorted(path.name for path in (project / "p").glob("translate-*")) == [
        "translate-de_en-1_0",
        "translate-en_ru-1_0",
    ]
    assert run("packages", "verify", "--packages", "p").stdout == "de-en-1.0: ok\nen-ru-1.0: ok\n"


def test_packages_are_offered_and_installed_by_pair(run: Run, index: Server) -> None:
    offered = run("packages", "list", "--available").stdout.splitlines()
    assert [line.split() for line in offered] == [[f"{one}-{two}", "1.0"] for one, two in sorted(GLOSSES)]
    console = run("packages", "install", "de-en", "en-uk", "--packages", "p").stderr
    assert console.count("installed in") == 2


def test_an_unknown_pair_is_named_and_the_others_are_installed(run: Run, index: Server) -> None:
    console = run("packages", "install", "de-fr", "de-en", "--packages", "p", code=3).stderr
    assert "error: de-fr: no such package in the index" in console
    assert "de-en-1.0: installed in" in console


def test_an_index_that_cannot_be_had_is_exit_code_3(
    run: Run, project: Path, source: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", server.link("/index.json", status(404)))
    console = run("draft", source, "--packages", "p", "--install", "--to", "en", code=3).stderr
    assert "cannot read the package index" in console
    assert "no package translates de → en" in console


def test_without_a_yes_nothing_is_asked_of_the_index(run: Run, project: Path, source: Path, index: Server) -> None:
    run("draft", source, "--packages", "p", "--to", "en", code=3)
    assert index.asked == []
