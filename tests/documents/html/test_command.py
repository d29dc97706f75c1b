"""An HTML article on its way through the commands."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run

PAGE = """<html lang="de"><title>Der Hund</title>
<p>Er schläft. Siehe <a href="a.html" title="Mehr">Seite&nbsp;1</a> und <a href="b.html">hier</a>.</p>
"""
TEXTS = {
    "Der Hund": "Собака",
    "Er schläft.": "Она спит.",
    "Siehe <a1>Seite\u00a01</a1> und <a2>hier</a2>.": "См. <a2>здесь</a2> и <a1>стр.\u00a01</a1>.",
    "Mehr": "Ещё",
}
BUILT = """<html lang="ru"><title>Собака</title>
<p>Она спит. См. <a href="b.html">здесь</a> и <a href="a.html" title="Ещё">стр.&nbsp;1</a>.</p>
"""


@pytest.fixture
def catalogue(run: Run, project: Path) -> Path:
    """The catalogue of a page, translated."""
    (project / "a.html").write_text(PAGE, "utf-8")
    run("update", "a.html", "--to", "ru")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "a.po"
    _translate(path, TEXTS)
    return path


def _translate(path: Path, texts: dict[str, str]) -> None:
    catalogue = po.read(path)
    entries = (replace(entry, msgstr=texts[entry.msgid]) for entry in catalogue.entries)
    po.write(path, replace(catalogue, entries=tuple(entries)))


def test_a_page_is_built_with_its_tags_and_the_name_of_its_language(run: Run, project: Path, catalogue: Path) -> None:
    assert "#. <a1> = link to a.html\n" in catalogue.read_text("utf-8")
    run("build", "a.html", "--to", "ru")
    assert (project / "build" / "ru" / "a.html").read_text("utf-8") == BUILT


def test_a_page_may_keep_the_name_of_its_language(run: Run, project: Path, catalogue: Path) -> None:
    assert catalogue.exists()
    run("build", "a.html", "--to", "ru", "--keep-lang")
    assert (project / "build" / "ru" / "a.html").read_text("utf-8") == BUILT.replace('"ru"', '"de"')


def test_a_translation_without_a_tag_is_refused_and_named(run: Run, project: Path, catalogue: Path) -> None:
    _translate(catalogue, {**TEXTS, "Er schläft.": "Она <b>спит</b>.", list(TEXTS)[2]: "См. <a1>здесь</a1>."})
    result = run("build", "a.html", "--to", "ru", code=5)
    line = next(entry.line for entry in po.read(catalogue).entries if entry.msgid.startswith("Siehe"))
    assert f"a.po:{line}: the structure of the file would change: См. <a1>здесь</a1>." in result.stderr
    assert "hint: write it with the tags" in result.stderr
    assert not (project / "build").exists()


def test_line_breaks_within_and_beside_pairs_are_alike_however_they_are_spelled(run: Run, project: Path) -> None:
    Path("a.html").write_text("<p>Eins<br>zwei <b>drei<br/>vier</b><br />fünf.</p>\n", "utf-8")
    run("update", "a.html", "--to", "ru")
    catalogue = Path("locales/ru/LC_MESSAGES/a.po")
    text = catalogue.read_text("utf-8")
    msgid = "Eins<br>zwei <b>drei<br>vier</b><br>fünf."
    assert f'msgid "{msgid}"' in text
    translation = "Один<br>два <b>три<br>четыре</b><br>пять."
    catalogue.write_text(
        text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{translation}"'), "utf-8"
    )
    run("build", "a.html", "--to", "ru")
    built = Path("build/ru/a.html").read_text("utf-8")
    assert re.sub(r"<br ?/?>", "<br>", built) == f"<p>{translation}</p>\n"
