"""`l10n normalize`: what it says, what it writes, and how it ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from tests.conftest import Gettext, Run


@pytest.fixture
def catalogue(run: Run, project: Path, packages: Path) -> Path:
    """A drafted catalogue in our layout, one entry of it translated by hand."""
    (project / "text.txt").write_text("Titel\nDas Haus ist groß. Das Haus ist alt.\n", "utf-8")
    run("draft", "text.txt", "--packages", packages, "--to", "ru")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "text.po"
    text = path.read_text("utf-8")
    path.write_text(re.sub('#, fuzzy\n(msgid "Titel"\nmsgstr ").*"', r'\1Заголовок"', text), "utf-8")
    return path


def _edit(path: Path, pattern: str, replacement: str) -> None:
    path.write_text(re.sub(pattern, replacement, path.read_text("utf-8"), flags=re.M), "utf-8")


def test_what_is_normal_is_said_to_be_and_stays(run: Run, catalogue: Path) -> None:
    before = catalogue.read_bytes()
    assert run("normalize", "locales").stdout == "locales/ru/LC_MESSAGES/text.po: already normal\n"
    assert catalogue.read_bytes() == before


def test_flags_that_omegat_has_dropped_come_back(run: Run, catalogue: Path) -> None:
    before = catalogue.read_bytes()
    _edit(catalogue, "^#, fuzzy\n", "")
    edited = catalogue.read_bytes()
    places = [entry.line for entry in po.read(catalogue).entries[1:]]
    expected = [f"locales/ru/LC_MESSAGES/text.po:{line}: flag of an unread draft restored" for line in places]
    assert run("normalize", catalogue, "--dry-run", code=1).stdout.splitlines() == expected
    assert catalogue.read_bytes() == edited
    assert run("normalize", catalogue, "--keep-accepted").stdout.endswith(": already normal\n")
    assert run("normalize", catalogue).stdout.splitlines() == expected
    assert catalogue.read_bytes() == before
    assert run("normalize", catalogue, "--dry-run").stdout.endswith(": already normal\n")


def test_a_wrapped_reordered_file_is_as_before(run: Run, catalogue: Path, gettext: Gettext) -> None:
    before = catalogue.read_bytes()
    gettext("msgcat", "--width=40", "--sort-output", "-o", catalogue, catalogue)
    _edit(catalogue, r"^#[.:].*\n", "")
    catalogue.write_bytes(b"\xef\xbb\xbf" + catalogue.read_bytes().replace(b"\n", b"\r\n"))
    lines = run("normalize", catalogue).stdout.splitlines()
    assert lines[0] == "locales/ru/LC_MESSAGES/text.po:1: rewritten in our form: wraps, line ends, spaces"
    assert lines[1] == "locales/ru/LC_MESSAGES/text.po:1: entries put in order"
    assert [line.rpartition(": ")[2] for line in lines[2:]] == [
        "comments and references restored from the template"
    ] * 3
    assert catalogue.read_bytes() == before


def test_files_outside_our_layout_have_no_template_and_are_normalized_all_the_same(run: Run, project: Path) -> None:
    path = project / "po" / "ru.po"
    path.parent.mkdir()
    path.write_bytes(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=CP1251\\n"\n\nmsgid "a"\nmsgstr "дом"\n'.encode("cp1251")
    )
    lines = run("normalize", "po").stdout.splitlines()
    assert lines[0].startswith("po/ru.po:1: rewritten")
    assert "Language, MIME-Version, Content-Type" in lines[1]
    assert po.read(path).entries[0].msgstr == "дом"
    assert dict(po.read(path).header)["Content-Type"] == "text/plain; charset=UTF-8"
    assert run("normalize", path).stdout == "po/ru.po: already normal\n"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(run: Run, project: Path, catalogue: Path) -> None:
    twice = project / "locales" / "a.po"
    twice.write_text('msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr "b"\n', "utf-8")
    before = twice.read_bytes()
    _edit(catalogue, "^#, fuzzy\n", "")
    result = run("normalize", "locales", code=2)
    assert "a.po:4: entry occurs twice, first at line 1" in result.stderr
    assert "flag of an unread draft restored" in result.stdout
    assert twice.read_bytes() == before
    assert run("normalize", "locales", "--dry-run", code=2).stdout.endswith("text.po: already normal\n")


def test_a_template_and_a_missing_path_are_refused(run: Run, catalogue: Path) -> None:
    assert "text.pot: a template" in run("normalize", "locales/text.pot", code=2).stderr
    assert "no such file" in run("normalize", "nowhere", code=2).stderr
    assert {state(entry).value for entry in po.read(catalogue).entries} == {"draft", "translated"}


def test_of_a_catalogue_of_strangers_form_and_header_are_normalized_and_nothing_else(run: Run, project: Path) -> None:
    """A programme's credits and names are copied by decision, whatever language the header says they are from."""
    path = project / "x.po"
    entries = (
        '#, c-format\nmsgid "(C) by Anna and the others, all rights reserved"\n'
        'msgstr "(C) by Anna and the others, all rights reserved"\n\n'
        'msgid "Anna Meier"\nmsgstr "Anna Meier"\n\n'
        '#| msgid "house"\nmsgid "houses"\nmsgstr "дома"\n\n'
        '#~| msgid "dog"\n#~ msgid "dogs"\n#~ msgstr "собаки"\n'
    )
    header = r'"Language: ru\nX-Generator: Lokalize 26.04.3\nX-Source-Language: en_US\n"'.replace(r"\\n", r"\n")
    path.write_text(f'msgid ""\nmsgstr {header}\n\n{entries}', "utf-8")
    run("normalize", path)
    assert path.read_text("utf-8").endswith(f"\n\n{entries}")
    assert run("normalize", path, "--dry-run").stdout == "x.po: already normal\n"
