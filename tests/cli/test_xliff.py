"""`l10n export xliff` and `l10n import FILE`: what they say, what they write, what they never touch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.errors import WriteError
from l10n.model import State
from tests.conftest import Run

RU = Path("locales/ru/LC_MESSAGES/text.po")
UK = Path("locales/uk/LC_MESSAGES/text.po")
TEXT = "Das Haus\nDas Haus ist groß. Das Haus ist alt. Der Hund schläft.\n"
ALT = "Das Haus ist alt."


@pytest.fixture
def drafted(run: Run, project: Path, packages: Path) -> Path:
    """A drafted catalogue."""
    (project / "text.txt").write_text(TEXT, "utf-8")
    run("draft", "text.txt", "--packages", packages, "--to", "ru,uk")
    return RU


def _edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text)
        assert count, pattern
    path.write_text(text, "utf-8")


def _translate(path: Path, source: str, text: str, how: str = "translated") -> None:
    """As a program of translators does."""
    source = re.escape(source)
    pattern = rf'(?s)(<source>{source}</source>\n<target state=")[^"]*"[^>]*>.*?</target>'
    _edit(path, (pattern, rf'\g<1>{how}">{text}</target>'))


def _texts() -> dict[str, tuple[str, State]]:
    return {entry.msgid: (entry.msgstr, state(entry)) for entry in po.read(RU).entries}


def test_a_translation_comes_back(run: Run, drafted: Path) -> None:
    told = run("export", "xliff", RU, "-o", "a.xlf")
    assert told.stdout == "a.xlf: de-ru, 4 entries of 1 catalogue\n"
    before = RU.read_bytes()
    assert run("import", "a.xlf").stdout == f"{RU}: 4 unchanged\n"
    assert RU.read_bytes() == before
    _translate(Path("a.xlf"), ALT, "Дом стар.")
    assert run("import", "--dry-run", "a.xlf").stdout == f"{RU}: 1 translated, 3 unchanged\n"
    assert RU.read_bytes() == before
    assert run("import", "a.xlf").stdout == f"{RU}: 1 translated, 3 unchanged\n"
    assert _texts()[ALT] == ("Дом стар.", State.TRANSLATED)
    after = RU.read_bytes()
    assert run("import", "files", "a.xlf").stdout == f"{RU}: 4 unchanged\n"
    assert RU.read_bytes() == after


def test_what_the_checks_find_and_where_drafts_come_from_is_in_the_file(run: Run, drafted: Path) -> None:
    run("export", "xliff", RU, "-o", "a.xlf", "--version", "2.1")
    text = Path("a.xlf").read_text("utf-8")
    assert '<note category="l10n finding">error: language: no Cyrillic letter in the translation</note>' in text
    assert '<note category="l10n pivot">The dog sleeps.</note>' in text
    assert re.search(r'its:mtConfidence="0\.\d\d"', text)


def test_states_wait_for_somebody_who_answers_for_them(run: Run, drafted: Path) -> None:
    _edit(RU, (r'(msgid "Der Hund schläft\."\nmsgstr ").*"', r'\1Собака спит."'))
    run("export", "xliff", RU, "-o", "a.xlf")
    _edit(Path("a.xlf"), ('state="needs[^>]*', 'state="final"'))
    told = run("import", "a.xlf", code=2)
    assert "4 states raised, the first in a.xlf:" in told.stderr
    assert "--reviewer NAME" in told.stderr
    assert not list(Path().glob("*.leftover*"))
    run("import", "a.xlf", "--reviewer", "Anna Muster")
    assert {now for _, now in _texts().values()} == {State.REVIEWED}
    assert "l10n-reviewed: Anna Muster" in RU.read_text("utf-8")
    assert "--reviewer is empty" in run("import", "a.xlf", "--reviewer", " ", code=2).stderr


def test_a_signature_is_refused_where_the_checks_find_an_error(run: Run, drafted: Path) -> None:
    run("export", "xliff", RU, "-o", "a.xlf")
    _translate(Path("a.xlf"), ALT, "old house.", "final")
    told = run("import", "a.xlf", "--reviewer", "Anna", code=2)
    assert f"“{ALT}”: error language: " in told.stderr
    assert "--force" in told.stderr
    assert _texts()[ALT] == ("old house.", State.TRANSLATED)
    run("import", "a.xlf", "--reviewer", "Anna", "--force")
    assert _texts()[ALT][1] is State.REVIEWED


def test_what_is_refused_is_named_with_both_texts_and_kept(run: Run, drafted: Path) -> None:
    run("export", "xliff", RU, "-o", "a.xlf")
    _translate(Path("a.xlf"), ALT, "Дом стар.")
    _translate(Path("a.xlf"), "Der Hund schläft.", "Собака спит.")
    _edit(RU, (r'#, fuzzy\n(msgid "Das Haus ist alt\."\nmsgstr ").*"', r'\1Старый дом."'))
    told = run("import", "a.xlf", code=2)
    assert re.search(
        rf"error: a\.xlf:\d+: “{ALT}”: the entry has changed since the export: it is translated now", told.stderr
    )
    assert "hint: the file has “Дом стар.”, the catalogue “Старый дом.” (translated); put the two" in told.stderr
    assert told.stdout == f"{RU}: 1 translated, 2 unchanged, 1 refused\n"
    assert "what was refused is kept in a.leftover.xlf" in told.stderr
    left = Path("a.leftover.xlf").read_text("utf-8")
    assert ("Дом стар." in left, "Собака" in left) == (True, False)
    run("import", "a.xlf", code=2)
    assert [path.name for path in Path().glob("*.leftover*")] == ["a.leftover.xlf"]
    _edit(RU, ("Старый дом", "Дом стар"))
    run("import", "a.leftover.xlf")


def test_files_of_other_projects_and_languages_are_refused(run: Run, drafted: Path) -> None:
    run("export", "xliff", RU, "-o", "a.xlf")
    _translate(Path("a.xlf"), ALT, "Дом стар.")
    _edit(Path("a.xlf"), ('original="[^"]*"', f'original="{UK.as_posix()}"'))
    assert "a.xlf: in 'ru', locales/uk/LC_MESSAGES/text.po is in 'uk'" in run("import", "a.xlf", code=2).stderr
    _edit(Path("a.xlf"), ('original="[^"]*" ', 'original="other.po" '), ('l10n:document="[^"]*"', ""))
    assert "there is no catalogue 'other.po' here" in run("import", "a.xlf", code=2).stderr
    assert Path("a.leftover-2.xlf").read_bytes() == Path("a.xlf").read_bytes()
    _edit(
        Path("a.xlf"),
        ("other.po", RU.as_posix()),
        ('trans-unit id="[0-9a-f]{8}" resname="[0-9a-f]{8}"', 'trans-unit id="00000000"'),
    )
    told = run("import", "a.xlf", code=2)
    assert f"error: a.xlf: none of its units belongs to {RU}" in told.stderr
    assert told.stderr.count("error:") == 1
    assert Path("a.leftover-3.xlf").read_bytes() == Path("a.xlf").read_bytes()


def test_folders_that_have_moved_are_found_by_document_and_language(run: Run, drafted: Path) -> None:
    run("export", "xliff", "-o", "out")
    assert sorted(path.name for path in Path("out").iterdir()) == ["ru.xlf", "uk.xlf"]
    _translate(Path("out/ru.xlf"), ALT, "Дом стар.")
    Path("locales").rename("moved")
    run("import", "out/ru.xlf", "--locales", "moved")
    assert "Дом стар." in Path("moved/ru/LC_MESSAGES/text.po").read_text("utf-8")


def test_an_export_writes_over_nothing_that_has_not_come_in(run: Run, drafted: Path) -> None:
    run("export", "xliff", RU, "-o", "a.xlf", "--profile", "weblate")
    run("export", "xliff", RU, "-o", "a.xlf")
    _translate(Path("a.xlf"), ALT, "Дом стар.")
    told = run("export", "xliff", RU, "-o", "a.xlf", code=5)
    assert "has texts or states that are not in the catalogues yet" in told.stderr
    run("import", "a.xlf")
    run("export", "xliff", RU, "-o", "a.xlf")
    Path("b.xlf").write_text("mine", "utf-8")
    assert "b.xlf: is there already" in run("export", "xliff", RU, "-o", "b.xlf", code=2).stderr


def test_only_some_states_can_go_out(run: Run, drafted: Path) -> None:
    _edit(RU, (r'#, fuzzy\n(msgid "Das Haus ist alt\."\nmsgstr ").*"', r'\1Старый дом."'))
    assert "1 entry of" in run("export", "xliff", RU, "-o", "a.xlf", "--state", "translated").stdout
    assert "no such entries" in run("export", "xliff", RU, "-o", "c.xlf", "--state", "outdated", code=2).stderr
    assert not Path("c.xlf").exists()
    assert "3 entries of" in run("export", "xliff", RU, "-o", "b.xlf", "--state", "draft", "--state", "reviewed").stdout


def test_wrong_options_are_named(run: Run, drafted: Path) -> None:
    assert "where to?" in run("export", "xliff", RU, code=2).stderr
    told = run("export", "xliff", RU, "-o", "a.xlf", "--profile", "x", code=2).stderr
    assert "known: generic, weblate, trados, memoq" in told
    assert "known: 1.2, 2.1" in run("export", "xliff", RU, "-o", "a.xlf", "--version", "3", code=2).stderr
    Path("a.tmx").write_text("<tmx>", "utf-8")
    assert "l10n memory import FILE" in run("import", "a.tmx", code=2).stderr
    assert "a folder" in run("import", "locales", code=2).stderr


def test_leftovers_that_can_be_kept_nowhere_are_told(run: Run, drafted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("export", "xliff", RU, "-o", "a.xlf")
    _translate(Path("a.xlf"), ALT, "")

    def fails(*_: object) -> None:
        raise WriteError("disk: cannot write: No space left on device", "nothing was changed")

    monkeypatch.setattr("l10n.files.leftovers.write_bytes", fails)
    told = run("import", "a.xlf", code=4)
    assert "1 refused unit cannot be kept apart" in told.stderr
