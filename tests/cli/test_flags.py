"""Flags that nobody knows, before and after GNU gettext's change of 2027: no command loses one, or moves it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.git.threeway import merge
from l10n.catalogue.po.serialization import serialize
from l10n.model import Catalogue, Entry
from tests.conftest import Run

HEADER = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: de\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 ? 0 : n%10>1 ? 1 : 2);\\n"

"""
SIGNS = "#, x-ours, wrap\n#= review-done, x-check:strict, c++-format\n"
BLOCK = 'msgid "Das Haus ist groß."\nmsgstr "{}"\n'


def test_flags_of_the_header_stay_where_they_stand(project: Path, run: Run) -> None:
    path = project / "ru.po"
    path.write_text(f"#, x-ours\n#= x-head, range: 0..9\n{HEADER}{BLOCK.format('Дом большой.')}", "utf-8")
    run("normalize", path)
    run("review", "approve", path, "--entries", "1", "--by", "Anna")
    assert path.read_text("utf-8").startswith("#, x-ours\n#= x-head, range: 0..9\nmsgid")


def _catalogue(project: Path, fuzzy: str = "", text: str = "Дом большой.") -> Path:
    path = project / "ru.po"
    path.write_text(f"{HEADER}{SIGNS.replace('#, ', f'#, {fuzzy}')}{BLOCK.format(text)}", "utf-8")
    return path


@pytest.mark.parametrize(
    "command", ["normalize {}", "check {} --fix --fix-human", "review approve {} --entries 1 --by Anna"]
)
def test_commands_keep_unknown_flags_where_they_stand(project: Path, run: Run, command: str) -> None:
    path = _catalogue(project)
    run(*(word.format(path) for word in command.split()))
    assert SIGNS in path.read_text("utf-8")


def test_a_draft_is_fuzzy_on_the_old_line_and_keeps_the_new_one(project: Path, run: Run, packages: Path) -> None:
    path = _catalogue(project, text="")
    run("draft", "--po", path, "--packages", packages)
    text = path.read_text("utf-8")
    assert "#, fuzzy, x-ours, wrap\n#= review-done, x-check:strict, c++-format\n" in text
    assert po.read(path).entries[0].translated


def test_a_rejection_is_fuzzy_on_the_old_line(project: Path, run: Run) -> None:
    path = _catalogue(project)
    run("review", "reject", path, "--entries", "1", "--by", "Anna", "--note", "nein")
    assert "#, fuzzy, x-ours, wrap\n#= review-done, x-check:strict, c++-format\n" in path.read_text("utf-8")


def test_fuzzy_behind_the_new_sign_counts_and_can_be_taken_off(project: Path, run: Run) -> None:
    path = project / "ru.po"
    path.write_text(f"{HEADER}#= fuzzy, x-y\n{BLOCK.format('Дом большой.')}", "utf-8")
    assert po.read(path).entries[0].fuzzy
    run("review", "approve", path, "--entries", "1", "--by", "Anna")
    text = path.read_text("utf-8")
    assert "fuzzy" not in text
    assert "#= x-y\n" in text


@pytest.mark.parametrize("change", ["Das Haus ist sehr groß.", "Ganz etwas anderes steht nun hier."])
def test_an_article_that_changes_keeps_the_flags_of_its_segments(project: Path, run: Run, change: str) -> None:
    (project / "a.txt").write_text("Das Haus ist groß.\n", "utf-8")
    run("update", "a.txt", "--to", "ru")
    path = project / "locales/ru/LC_MESSAGES/a.po"
    text = path.read_text("utf-8").replace('msgid "Das', f'{SIGNS}msgid "Das').replace('msgstr ""\n', 'msgstr "Дом"\n')
    path.write_text(text.replace('msgid ""\nmsgstr "Дом"', 'msgid ""\nmsgstr ""'), "utf-8")
    (project / "a.txt").write_text(f"{change}\n", "utf-8")
    run("update", "a.txt")
    assert "#= review-done, x-check:strict, c++-format\n" in path.read_text("utf-8")


def test_a_headline_is_no_flag(project: Path, run: Run) -> None:
    path = project / "ru.po"
    path.write_text(f"{HEADER}#= Das ist ein Titel\n#=== x\n{BLOCK.format('Дом большой.')}", "utf-8")
    entry = po.read(path).entries[0]
    assert (entry.flags, entry.comments) == ((), ("= Das ist ein Titel", "=== x"))


FLAG = st.from_regex(r"[a-z][a-z0-9+:.-]{0,8}[a-z0-9]", fullmatch=True).filter(lambda flag: flag != "range:")
FLAGS = st.lists(FLAG | st.just("fuzzy"), unique=True, max_size=5)


@given(FLAGS, FLAGS, st.sampled_from([", ", ",", " , "]))
def test_any_flags_are_written_behind_the_sign_where_they_stood(one: list[str], other: list[str], comma: str) -> None:
    later = [flag for flag in other if flag not in one]
    lines = "".join(f"{sign} {comma.join(flags)}\n" for sign, flags in (("#,", one), ("#=", later)) if flags)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ru.po")
        path.write_text(f"{HEADER}{lines}{BLOCK.format('Дом')}", "utf-8")
        (entry,) = po.read(path).entries
        assert set(entry.flags) == {*one, *later}
        first = [flag for flag in entry.flags if flag in one or flag == "fuzzy"]
        second = [flag for flag in later if flag != "fuzzy"]
        written = "".join(f"{sign} {', '.join(flags)}\n" for sign, flags in (("#,", first), ("#=", second)) if flags)
        assert f'\n\n{written}msgid "Das' in serialize(po.read(path))


@given(FLAGS, FLAGS, FLAGS)
def test_a_merge_of_branches_keeps_the_flags_of_both_sides(base: list[str], ours: list[str], theirs: list[str]) -> None:
    sides = [
        Catalogue((), (Entry("a", "b", flags=("x", *flags), equals=tuple(flags)),))
        for flags in (base, [*base, *ours], [*base, *theirs])
    ]
    (entry,) = merge(*sides).catalogue.entries
    assert set(entry.accepted().flags) == {"x", *base, *ours, *theirs} - {"fuzzy"}
    assert {flag for flag in entry.flags if flag not in entry.equals} <= {"x", "fuzzy"}
