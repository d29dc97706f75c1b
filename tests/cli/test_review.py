"""`l10n review`: what it says, what it writes, and what it leaves alone."""

from __future__ import annotations

import difflib
import os
import shutil
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.identity import digest
from l10n.model import State
from tests.conftest import Gettext, Run, program

PO = f"""\
# Anna's file
msgid ""
msgstr ""
"Language: ru\\n"
"PO-Revision-Date: 2020-01-01 00:00+0000\\n"
"Last-Translator: l10n <noreply@localhost>\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "leer"
msgstr ""

# ask Olga
# l10n-mt: argos de-ru-1.0 s={digest("Haus")} h={digest("дом")}
#. paragraph 1
#: a.txt:1
#, fuzzy
msgid "Haus"
msgstr "дом"

# l10n-mt: argos de-ru-1.0 s={digest("Hund")} h={digest("собака")}
msgid "Hund"
msgstr "собака"

msgid "Katze"
msgstr "кошка"

# l10n-changed: 38 → 39 ¶
# l10n-diff: [-38-] {{+39+}} Menschen ¶
#, fuzzy
#| msgid "38 Menschen"
msgid "39 Menschen"
msgstr "39 человек"

#~ msgid "weg"
#~ msgstr "нет"
"""
BY = ("--by", "Anna Muster")
STATES = [State.UNTRANSLATED, State.DRAFT, State.UNREAD, State.TRANSLATED, State.OUTDATED]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769860800")  # 2026-01-31 12:00 UTC


@pytest.fixture
def path(project: Path) -> Path:
    path = project / "a.po"
    path.write_text(PO, "utf-8")
    return path


def _states(path: Path) -> list[State]:
    return [state(entry) for entry in po.read(path).entries if not entry.obsolete]


def _diff(path: Path, before: str = PO) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), path.read_text("utf-8").splitlines())
    return [line for line in lines if line[0] in "+-"]


def _signature(path: Path, number: int) -> str:
    entry = po.read(path).entries[number - 1]
    texts = (entry.msgctxt or "", entry.msgid, entry.msgstr)
    return f"l10n-reviewed: Anna Muster 2026-01-31 h={digest(*texts)}"


def test_approving_writes_signatures_and_the_date_and_nothing_else(run: Run, path: Path) -> None:
    result = run("review", "approve", path, "--entries", "2,5", "--outdated", *BY)
    assert (result.stdout, result.stderr) == ("a.po: 2 approved, 0 refused\n", "")
    assert sorted(_diff(path)) == sorted(
        [
            '- "PO-Revision-Date: 2020-01-01 00:00+0000\\n"',
            '+ "PO-Revision-Date: 2026-01-31 12:00+0000\\n"',
            f"+ # {_signature(path, 2)}",
            "- #, fuzzy",
            "- # l10n-changed: 38 → 39 ¶",
            "- # l10n-diff: [-38-] {+39+} Menschen ¶",
            "- #, fuzzy",
            '- #| msgid "38 Menschen"',
            f"+ # {_signature(path, 5)}",
        ]
    )
    assert _states(path) == [State.UNTRANSLATED, State.REVIEWED, State.UNREAD, State.TRANSLATED, State.REVIEWED]


def test_rejecting_takes_signature_and_acceptance_back(run: Run, path: Path) -> None:
    run("review", "approve", path, "--entries", "3-4", *BY)
    result = run("review", "reject", path, "--entries", "3-4", "--note", 'no "cat"', *BY)
    assert result.stdout == "a.po: 2 rejected, 0 refused\n"
    rejected = ['+ # l10n-rejected: Anna Muster 2026-01-31: no "cat" ¶', "+ #, fuzzy"]
    assert [line for line in _diff(path) if "PO-Revision-Date" not in line] == rejected * 2
    assert _states(path)[2:4] == [State.DRAFT, State.EDITED]


def test_all_clean_approves_what_is_accepted_and_says_what_it_left(run: Run, path: Path) -> None:
    result = run("review", "approve", path, "--all-clean", *BY)
    assert result.stdout == "a.po: 2 approved, 0 refused\n"
    assert "a.po: machine text as it came: 1 of them" in result.stderr
    assert "a.po: fuzzy or empty, left as they are: 3;" in result.stderr
    assert _states(path) == [State.UNTRANSLATED, State.DRAFT, State.REVIEWED, State.REVIEWED, State.OUTDATED]
    again = run("review", "approve", path, "--all-clean", "--quiet", "--by", "Olga")
    assert (again.stdout, again.stderr) == ("a.po: 0 approved, 0 refused\n", "")


def test_a_refusal_names_the_line_and_the_rest_is_done(run: Run, path: Path) -> None:
    result = run("review", "approve", path, "--entries", "all,9,L1", "--outdated", *BY, code=2)
    assert result.stdout == "a.po: 4 approved, 1 refused\n"
    assert "a.po:9: the entry has no translation" in result.stderr
    assert "a.po: no entry 9\nhint: l10n review list a.po" in result.stderr
    assert "a.po: no entry L1\n" in result.stderr
    assert _states(path) == [State.UNTRANSLATED] + [State.REVIEWED] * 4


def test_an_entry_signed_already_keeps_its_signature_and_the_file_its_bytes(run: Run, path: Path) -> None:
    run("review", "approve", path, "--entries", "4", *BY)
    before = path.read_bytes()
    result = run("review", "approve", path, "--entries", "4", *BY)
    assert result.stdout == "a.po: 0 approved, 0 refused, 1 unchanged\n"
    assert path.read_bytes() == before


def test_a_second_person_makes_a_signed_entry_pass_the_gate_for_two(run: Run, path: Path) -> None:
    run("review", "approve", path, "--entries", "4", *BY)
    assert "reviewed, but second is required" in run("check", path, "--require", "second", code=1).stdout
    result = run("review", "approve", path, "--entries", "4", "--by", "Olga")
    assert result.stdout == "a.po: 1 approved, 0 refused\n"
    assert _states(path)[3] is State.SECOND
    refused = run("check", path, "--require", "second", code=1).stdout
    assert "draft, but second is required" in refused
    assert "reviewed, but" not in refused


@pytest.mark.parametrize("arguments", [("approve", "--entries", "1"), ("reject", "--entries", "2")])
def test_a_file_without_a_change_is_not_written(run: Run, path: Path, arguments: tuple[str, ...]) -> None:
    path.write_text(wrapped := PO.replace('msgstr "дом"', 'msgstr ""\n"дом"'), "utf-8")
    os.utime(path, (1, 1))
    run("review", *arguments, path, *BY, code=2 if arguments[0] == "approve" else 0)
    assert path.read_text("utf-8") == wrapped
    assert path.stat().st_mtime == 1


def test_entries_are_named_by_line_and_by_key_too(run: Run, path: Path) -> None:
    line = PO.splitlines().index('msgstr "кошка"') + 1
    name = key(po.read(path).entries[2])
    run("review", "approve", path, "--entries", f"L{line},{name}", *BY)
    assert _states(path)[2:4] == [State.REVIEWED, State.REVIEWED]


def test_an_unreadable_catalogue_is_named_and_left_and_the_others_are_done(run: Run, project: Path) -> None:
    for name in ("a", "b", "c"):
        (project / "po").mkdir(exist_ok=True)
        (project / "po" / f"{name}.po").write_text(PO, "utf-8")
    broken = PO.replace('msgstr "кошка"', 'msgstr "кошка')
    (project / "po" / "b.po").write_text(broken, "utf-8")
    result = run("review", "approve", "po", "--all-clean", *BY, code=2)
    assert result.stdout == "po/a.po: 2 approved, 0 refused\npo/c.po: 2 approved, 0 refused\n"
    line = broken.splitlines().index('msgstr "кошка') + 1
    assert f"po/b.po:{line}: not a PO file" in result.stderr
    assert (project / "po" / "b.po").read_text("utf-8") == broken
    listed = run("review", "list", "po", code=2)
    assert [row.split("\t")[0] for row in listed.stdout.splitlines()] == ["po/a.po"] * 5 + ["po/c.po"] * 5


@pytest.mark.parametrize(("name", "charset"), [("Анна", "windows-1251"), ("Şəhla", "UTF-8")])
def test_a_file_in_another_charset_stays_in_it_as_long_as_it_has_the_letters(
    run: Run, path: Path, name: str, charset: str
) -> None:
    path.write_bytes(PO.replace("charset=UTF-8", "charset=windows-1251").replace("→", "-").encode("cp1251"))
    run("review", "approve", path, "--entries", "4", "--by", name)
    assert f"charset={charset}\\n" in path.read_bytes().decode(charset)
    assert po.read(path).entries[3].msgstr == "кошка"
    assert _states(path)[3] is State.REVIEWED


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("approve", "a.po"), "which entries?", id="approve without a choice"),
        pytest.param(("approve", "a.po", "--entries", "1", "--all-clean"), "which entries?", id="both choices"),
        pytest.param(("reject", "a.po"), "which entries?", id="reject without a choice"),
        pytest.param(("approve", "a.po", "b.po", "--entries", "1"), "--entries is for one file", id="two files"),
        pytest.param(("reject", ".", "--entries", "1"), "--entries is for one file", id="a folder with two files"),
        pytest.param(("approve", "a.po", "--entries", "first"), "'first' names no entry", id="no name"),
        pytest.param(("approve", "empty", "--all-clean"), "empty: no PO files", id="empty folder"),
        pytest.param(("list", "empty"), "empty: no PO files", id="empty folder to list"),
        pytest.param(("list", "c.po"), "c.po: no such file", id="missing file"),
        pytest.param(("approve", "a.po", "--all-clean", "--by", " "), "the reviewer's name is empty", id="no-one"),
        pytest.param(("approve", "a.po", "--all-clean", "--by", "A\nB"), "line break or control", id="two lines"),
        pytest.param(
            ("reject", "a.po", "--entries", "3", "--note", "a\nb"), "the note has a line break", id="long note"
        ),
    ],
)
def test_wrong_use_is_explained_and_changes_nothing(
    run: Run, project: Path, path: Path, arguments: tuple[str, ...], message: str
) -> None:
    shutil.copy(path, project / "b.po")
    (project / "empty").mkdir()
    result = run("review", *arguments, *(() if "--by" in arguments or arguments[0] == "list" else BY), code=2)
    assert message in result.stderr
    assert "hint: " in result.stderr
    assert result.stdout == ""
    assert path.read_text("utf-8") == PO


@pytest.fixture
def git_config(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only settings that git sees."""
    program("git")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    config = project / "gitconfig"
    config.write_text("")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    return config


def test_the_name_is_that_of_git(run: Run, path: Path, git_config: Path) -> None:
    git_config.write_text("[user]\n\tname = Anna Muster\n", "utf-8")
    run("review", "approve", path, "--entries", "4")
    assert po.read(path).entries[3].comments == (_signature(path, 4),)


def test_without_a_name_nobody_signs(run: Run, path: Path, git_config: Path) -> None:
    result = run("review", "approve", path, "--entries", "4", code=2)
    assert "error: who is reviewing?\nhint: " in result.stderr
    assert "--by NAME" in result.stderr
    assert path.read_text("utf-8") == PO


def test_without_git_the_name_has_to_be_given(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "who is reviewing?" in run("review", "approve", path, "--entries", "4", code=2).stderr
    assert "who is reviewing?" in run("review", "reject", path, "--entries", "4", "--note", "no", code=2).stderr
    run("review", "reject", path, "--entries", "4")
    assert _states(path)[3] is State.EDITED


def test_what_somebody_saves_while_the_name_is_looked_up_is_kept(
    run: Run, project: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = project / "git"
    script.write_text('#!/bin/sh\nsed -i "s/кошка/кот/" a.po\necho Anna Muster\n', "utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(project), prepend=os.pathsep)
    run("review", "approve", path, "--entries", "3")
    assert po.read(path).entries[3].msgstr == "кот"
    assert _states(path)[2] is State.REVIEWED


def test_the_list_has_number_key_state_source_and_translation(run: Run, path: Path) -> None:
    rows = [line.split("\t") for line in run("review", "list", path).stdout.splitlines()]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row[2] for row in rows] == STATES
    assert rows[3] == ["4", digest("", "Katze"), "translated", "Katze", "кошка"]
    some = run("review", "list", path, "--state", "accepted unread").stdout
    assert some == f"3\t{digest('', 'Hund')}\taccepted unread\tHund\tсобака\n"


def test_the_list_keeps_to_one_line_an_entry(run: Run, project: Path) -> None:
    (project / "b.po").write_text('msgid "a\\tb\\nc"\nmsgid_plural "d"\nmsgstr[0] "1\\n2"\nmsgstr[1] "3"\n', "utf-8")
    (row,) = run("review", "list", "b.po").stdout.splitlines()
    assert row.split("\t")[3:] == ["a b c", "1 2 | 3"]


def test_gettext_agrees_with_the_form_of_what_a_review_wrote(run: Run, path: Path, gettext: Gettext) -> None:
    run("review", "approve", path, "--entries", "2-5", "--outdated", *BY)
    run("review", "reject", path, "--entries", "3", "--note", "why\\", *BY)
    assert _states(path)[1:] == [State.REVIEWED, State.DRAFT, State.REVIEWED, State.REVIEWED]
    gettext("msgfmt", "--check-format", "-o", os.devnull, path)
    assert gettext("msgcat", "--no-wrap", path) == path.read_text("utf-8")


def test_signed_work_outlives_update_and_draft(run: Run, project: Path, packages: Path) -> None:
    (project / "t.txt").write_text("Titel\nDas Haus ist groß.\n", "utf-8")
    run("draft", "t.txt", "--packages", packages, "--to", "ru", "--quiet")
    (path,) = project.rglob("*.po")
    run("review", "approve", path, "--entries", "2", *BY)
    run("draft", "t.txt", "--packages", packages, "--to", "ru", "--redraft", "--quiet")
    run("update", "t.txt", "--to", "ru", "--quiet")
    assert _states(path) == [State.DRAFT, State.REVIEWED]
