"""Patches of reviewers and folders of OmegaT in any state: a clear word, never a bug, and no text is lost."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from l10n.catalogue import po
from l10n.cli import app
from l10n.exchange.omegat import MANIFEST, SAVED
from tests.conftest import Run

RU = Path("locales/ru/LC_MESSAGES/text.po")
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "ha">{}]>'
    '<tmx version="1.1"><body><tu><tuv><seg>&i;</seg></tuv></tu></body></tmx>'
)
ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 50}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
ODD = ["ru", "../x", "\x00", 10**400]
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["ru", "../x", "\x00", 10**400]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
LIMIT = timedelta(seconds=10)


@pytest.fixture
def translated(run: Run, project: Path) -> Path:
    """A catalogue with texts of people."""
    (project / "text.txt").write_text("Das Haus ist groß. Der Hund schläft.\n", "utf-8")
    run("update", "text.txt", "--to", "ru")
    RU.write_text(RU.read_text("utf-8").replace('groß."\nmsgstr ""', 'groß."\nmsgstr "Дом большой."'), "utf-8")
    return RU


def _survives(*arguments: str) -> None:
    """The command ends without a bug, and the text is there."""
    done = CliRunner().invoke(app, [*arguments, "--quiet"])
    assert done.exit_code in (0, 1, 2, 4, 5), f"{done.exit_code} {done.output} {done.exception!r}"
    assert "Traceback" not in done.output
    assert done.exit_code != 2 or done.stderr.startswith("error: ")
    assert "Дом большой." in [entry.msgstr for entry in po.read(RU).entries]


def _patch() -> dict[str, Any]:
    entry: dict[str, Any] = {
        "catalogue": RU.as_posix(),
        "document": "text",
        "language": "ru",
        "key": "0" * 8,
        "old": "0" * 8,
    }
    entry |= {"verdict": "approve", "texts": ["x"], "note": "", "source": "Das"}
    return {
        "format": "l10n-review-patch",
        "version": 1,
        "page": "0" * 8,
        "reviewer": "Anna",
        "made": "2026-01-31T12:00:00Z",
        "entries": [entry],
    }


@st.composite
def _changed(draw: st.DrawFn, value: Any) -> Any:
    """The JSON with another value somewhere."""
    if isinstance(value, dict) and value and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: draw(_changed(value[key]))}
    if isinstance(value, list) and value and draw(st.integers(0, 5)):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], draw(_changed(value[place])), *value[place + 1 :]]
    return draw(VALUES)


@st.composite
def _damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes, some of them cut out or replaced."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        data = (
            data[:start]
            + draw(st.binary(max_size=8) | st.sampled_from([b"<", b"&#0;", b"\x00", b'"', b"\xff\xfe"]))
            + data[end:]
        )
    return data


@settings(deadline=LIMIT, max_examples=25)
@given(data=st.data())
def test_a_patch_with_any_values_does_no_harm(translated: Path, data: st.DataObject) -> None:
    value = data.draw(_changed(_patch()))
    Path("patch.json").write_text(json.dumps(value), "utf-8", errors="surrogatepass")
    _survives("review", "apply", "patch.json")


@settings(deadline=LIMIT, max_examples=25)
@given(data=st.data())
def test_a_damaged_patch_does_no_harm(translated: Path, data: st.DataObject) -> None:
    Path("patch.json").write_bytes(data.draw(st.binary(max_size=50) | _damaged(json.dumps(_patch()).encode())))
    _survives("review", "apply", "patch.json")


@pytest.mark.parametrize(
    "text", ["[" * 200_000, '{"a":' * 100_000, "1" * 100_000, '{"version": 1e999}', "NaN", '"\\ud800"']
)
def test_deep_and_huge_json_is_refused(translated: Path, text: str) -> None:
    Path("patch.json").write_text(text)
    _survives("review", "apply", "patch.json")


@pytest.fixture
def exported(run: Run, translated: Path) -> Path:
    """A project for OmegaT."""
    run("export", "omegat", RU, "-o", "om")
    return Path("om")


@settings(deadline=LIMIT, max_examples=25)
@given(data=st.data())
def test_a_manifest_with_any_values_does_no_harm(exported: Path, data: st.DataObject) -> None:
    path = exported / MANIFEST
    before = path.read_bytes()
    try:
        path.write_text(json.dumps(data.draw(_changed(json.loads(before)))), "utf-8", errors="surrogatepass")
        _survives("import", "omegat", str(exported))
    finally:
        path.write_bytes(before)


@settings(deadline=LIMIT, max_examples=25)
@given(data=st.data())
def test_a_damaged_file_of_a_project_does_no_harm(exported: Path, data: st.DataObject) -> None:
    files = sorted(path for path in exported.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(files))
    before = path.read_bytes()
    try:
        path.write_bytes(data.draw(st.binary(max_size=50) | _damaged(before)))
        _survives("import", "omegat", str(exported))
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize("version", ["1.2", "2.1"])
@settings(deadline=LIMIT, max_examples=15)
@given(data=st.data())
def test_a_damaged_exchange_file_does_no_harm(run: Run, translated: Path, version: str, data: st.DataObject) -> None:
    Path("a.xlf").unlink(missing_ok=True)
    run("export", "xliff", RU, "-o", "a.xlf", "--version", version)
    Path("a.xlf").write_bytes(data.draw(st.binary(max_size=50) | _damaged(Path("a.xlf").read_bytes())))
    _survives("import", "a.xlf", "--dry-run")  # damage within a text may be an edit of it


@pytest.mark.parametrize(
    "text",
    [BOMB.format(ENTITIES), BOMB.format('<!ENTITY i SYSTEM "file:///etc/hostname">'), "<a>" * 100_000, "\x00" * 100],
    ids=["entities", "a file from elsewhere", "deep", "no text"],
)
def test_hostile_xml_in_a_project_is_refused_in_time(exported: Path, text: str) -> None:
    (exported / SAVED).parent.mkdir(parents=True, exist_ok=True)
    (exported / SAVED).write_text(text)
    _survives("import", "omegat", str(exported))


def test_links_in_a_project_lead_nowhere(exported: Path, project: Path) -> None:
    saved = exported / SAVED
    saved.parent.mkdir(parents=True, exist_ok=True)
    saved.unlink(missing_ok=True)
    saved.symlink_to(saved.name)
    _survives("import", "omegat", str(exported))
    (exported / MANIFEST).unlink()
    (exported / MANIFEST).symlink_to(os.path.relpath(project / "missing", exported))
    _survives("import", "omegat", str(exported))
