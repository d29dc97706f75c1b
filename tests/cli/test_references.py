"""Settings of how `#:` lines are written: every command works with each, and what moves changes no other entry."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.catalogue.references import sentence
from l10n.catalogue.template import template
from l10n.documents import inline
from l10n.model import Catalogue
from l10n.model.origin_lines import ReferenceStyle
from l10n.segmentation.document import extract
from tests.conftest import Run

SOURCE = Path("texte/erste seite.md")
TEXT = "# Haus\n\nDas **Haus** ist groß.\n\nDas Haus ist alt. Das alte Haus ist groß.\n"
CATALOGUE = Path("locales/ru/LC_MESSAGES/erste seite.po")
OPEN_STYLES = [ReferenceStyle.FILE, ReferenceStyle.NEVER]


@pytest.fixture
def article(project: Path) -> Path:
    SOURCE.parent.mkdir()
    SOURCE.write_text(TEXT, "utf-8")
    return project


def _set(style: str) -> None:
    Path("l10n.toml").write_text(f'sources = ["texte"]\ntargets = ["ru"]\nreferences = "{style}"\n', "utf-8")


def _lines() -> list[str]:
    return CATALOGUE.read_text("utf-8").splitlines()


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("style", OPEN_STYLES)
def test_a_paragraph_that_is_put_in_changes_its_neighbours_alone(run: Run, style: str) -> None:
    _set(style)
    run("update")
    before = set(_lines())
    SOURCE.write_text(f"Das ist neu.\n\n{TEXT}", "utf-8")
    run("update")
    assert set(_lines()) - before <= {
        "#. paragraph, sentence 1",
        "#. next: Haus",
        "#. previous: Das ist neu.",
        'msgid "Das ist neu."',
    } | {line for line in _lines() if "Date" in line}


@pytest.mark.usefixtures("article")
def test_the_setting_may_change_at_any_time(run: Run) -> None:
    texts: dict[str, list[str]] = {}
    for style in ("full", "file", "never", "file", "full", "never"):
        _set(style)
        run("update")
        assert any(line.startswith("#:") for line in _lines()) is (style != "never")
        assert any("X-Source-File: texte/erste seite.md" in line for line in _lines()) is (style == "never")
        texts.setdefault(style, _lines())
        assert _lines() == texts[style]
        assert "4 unchanged" in run("update").stdout


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("style", ["full", *OPEN_STYLES])
def test_all_commands_work_without_lines(run: Run, style: str, packages: Path) -> None:
    _set(style)
    run("draft", "--packages", packages)
    entry = po.read(CATALOGUE).entries[1]
    assert entry.msgstr == "**Дом** большой."
    assert inline.markup_of(entry) is inline.named("markdown")
    run("check")
    run("review", "approve", CATALOGUE, "--entries", "all", "--by", "Anna", "--force")
    run("normalize", CATALOGUE)
    run("build")
    assert "**Дом** большой." in Path("build/ru/erste seite.md").read_text("utf-8")
    SOURCE.rename("texte/andere.md")
    run("update")
    moved = CATALOGUE.with_name("andere.po")
    assert [each.msgstr for each in po.read(moved).active] == [each.msgstr for each in po.read(moved).entries]
    assert {inline.file_of(each.references[0]) for each in po.read(moved).entries} == {"texte/andere.md"}
    assert "erste seite.md" not in moved.read_text("utf-8")


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("style", OPEN_STYLES)
def test_translations_of_other_programs_are_taken_over(run: Run, style: str) -> None:
    _set(style)
    Path("ru.po").write_text(
        'msgid ""\nmsgstr "Language: ru\\n"\n\n#: texte/erste seite.md:3\n'
        'msgid "Das **Haus** ist groß."\nmsgstr "Этот **дом** большой."\n',
        "utf-8",
    )
    assert "1 as they are" in run("adopt", "ru.po").stdout
    assert po.read(CATALOGUE).entries[1].msgstr == "Этот **дом** большой."


@given(
    st.lists(st.sampled_from(["Eins.", "Zwei. Drei.", "**Vier** fünf.", "# Sechs"]), min_size=1),
    st.sampled_from(OPEN_STYLES),
)
def test_what_is_read_back_is_what_was_written(blocks: list[str], style: ReferenceStyle) -> None:
    with TemporaryDirectory() as folder, chdir(folder):
        path = Path("ein text.md")
        path.write_text("\n\n".join(blocks), "utf-8")
        document = extract(path, "de", Path())
        entries = template(document, style)
        assert [entry.key for entry in entries] == [entry.key for entry in template(document)]
        file = document.reference if style is ReferenceStyle.NEVER else ""
        head = header(document.name, "ru", "de", "2026-01-01 00:00+0000", file)
        catalogue = Catalogue(head, entries, (sentence("ru", document.reference),))
        po.write(Path("x.po"), catalogue)
        read = po.read(Path("x.po"))
        assert [entry.references for entry in read.entries] == [entry.references for entry in entries]
        assert ("#:" in Path("x.po").read_text("utf-8")) is (style is ReferenceStyle.FILE)
        assert not po.write(Path("x.po"), read)


def test_an_unknown_style_is_refused(run: Run, project: Path) -> None:
    _set("lines")
    assert "'references' must be one of full, file, never, not 'lines'" in run("status", code=2).stderr
