"""The setting `front-matter`: whose values are translated, for every command that reads a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run

TEXT = "---\ntitle: Preise\nseo_title: Alle Preise\nÜberschrift2: 'Heute'\nlayout: seite\n---\n\nEin Satz.\n"


@pytest.fixture
def catalogue(project: Path) -> Path:
    """Where that of the article will be; the settings name keys of front matter."""
    Path("l10n.toml").write_text(
        'sources = ["a.md"]\ntargets = ["ru"]\nfront-matter = ["seo_title", "Überschrift2"]\n', "utf-8"
    )
    Path("a.md").write_text(TEXT, "utf-8")
    return Path("locales/ru/LC_MESSAGES/a.po")


def test_all_commands_read_the_same_texts(run: Run, catalogue: Path, packages: Path) -> None:
    texts = ["Alle Preise", "Heute", "Ein Satz."]
    assert [line.split("  ")[-1].strip() for line in run("segment", "a.md").stdout.splitlines()] == texts
    for command in (["update"], ["draft", "--packages", packages]):
        run(*command)
        assert [entry.msgid for entry in po.read(catalogue).active] == texts
    russian = dict(zip(texts, ["Все: цены", "Сегодня", "Фраза."], strict=True))
    read = po.read(catalogue)
    entries = (replace(entry, msgstr=russian[entry.msgid], flags=()) for entry in read.entries)
    po.write(catalogue, replace(read, entries=tuple(entries)))
    run("build")
    assert Path("build/ru/a.md").read_text("utf-8") == (
        "---\ntitle: Preise\nseo_title: \"Все: цены\"\nÜberschrift2: 'Сегодня'\nlayout: seite\n---\n\nФраза.\n"
    )


def test_a_key_that_is_no_longer_named_leaves_its_translation_as_obsolete(run: Run, catalogue: Path) -> None:
    run("update")
    Path("l10n.toml").write_text('sources = ["a.md"]\ntargets = ["ru"]\nfront-matter = []\n')
    run("update")
    assert [entry.msgid for entry in po.read(catalogue).active] == ["Ein Satz."]


def test_without_the_setting_usual_keys_are_read(run: Run, project: Path) -> None:
    Path("a.md").write_text(TEXT, "utf-8")
    shown = run("segment", "a.md").stdout
    assert ("Preise" in shown, "Alle Preise" in shown) == (True, False)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('"title"', "'front-matter' must be a list of strings"),
        ('["seo.title"]', "'front-matter': 'seo.title' is no key of front matter"),
        ('["title:"]', "'front-matter': 'title:' is no key of front matter"),
        ('[""]', "'front-matter': '' is no key of front matter"),
    ],
)
def test_what_can_be_no_key_is_refused(run: Run, project: Path, value: str, said: str) -> None:
    Path("l10n.toml").write_text(f"front-matter = {value}\n")
    Path("a.md").write_text(TEXT, "utf-8")
    result = run("segment", "a.md", code=2)
    assert said in result.stderr
    assert "\nhint: " in result.stderr
