"""`l10n check --base`: in real repositories, only what is new or worse than at a git revision counts."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.model import Catalogue, Entry
from tests.conftest import Git, Run

PO = Path("ru.po")
ERROR = Entry("Er zahlte 3,50 Euro.", "Он заплатил 3 евро.")
GOOD = Entry("Das Haus ist groß.", "Дом большой.")
EMPTY = Entry("Das Auto ist schnell.")
FUZZY = Entry("Der Hund bellt.", "Собака лает.", flags=("fuzzy",))
SIGNED = sign(replace(GOOD, line=0), "Anna", "2026-01-31")


def _write(*entries: Entry, path: Path = PO, lang: str = "ru") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header("doc", lang, "de", "2026-01-31 12:00+0000"), entries))


def _commit(git: Git, *entries: Entry) -> None:
    if entries:
        _write(*entries)
    git("add", "-A")
    git("commit", "--quiet", "--allow-empty", "-m", "x")


def _new(run: Run, *options: str, code: int = 0, base: str = "HEAD") -> list[tuple[str, str]]:
    """Check and message of what counts."""
    report = json.loads(run("check", ".", "--base", base, "-f", "json", *options, code=code).stdout)
    return [(finding["check"], finding["message"]) for finding in report["findings"]]


def test_what_was_there_before_is_counted_and_does_not_count(run: Run, git: Git) -> None:
    _commit(git, ERROR, EMPTY)
    run("check", PO, code=1)
    result = run("check", PO, "--base", "HEAD", "--fail-on", "warning")
    assert result.stdout == "1 catalogue, 2 entries: no findings\n2 known findings left out (--base)\n"
    assert result.stderr == ""
    assert json.loads(run("check", PO, "--base", "main", "-f", "json").stdout)["summary"]["known"] == 2


def test_it_stays_known_when_the_entry_moves_or_its_comments_change(run: Run, git: Git) -> None:
    _commit(git, ERROR, GOOD)
    _write(EMPTY, GOOD, replace(ERROR, references=("b.txt:7",), comments=("see below",), flags=("no-wrap",)))
    assert _new(run) == [("untranslated", "not translated")]


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        pytest.param([GOOD], [GOOD, ERROR], ["“3,50” is “3” here"], id="a new entry"),
        pytest.param([replace(ERROR, msgstr="Он заплатил 3,50 евро.")], [ERROR], ["“3,50” is “3” here"], id="broken"),
        pytest.param(
            [ERROR],
            [replace(ERROR, msgstr="Он заплатил 3 евро")],
            ["ends with no end mark, the source with a full stop"],
            id="other check",
        ),
        pytest.param(
            [ERROR], [replace(ERROR, msgstr="Он заплатил 3 евро, 9 раз.")], ["“9” is not in the source"], id="one more"
        ),
        pytest.param([ERROR], [replace(ERROR, msgctxt="x")], ["“3,50” is “3” here"], id="another context"),
        pytest.param([replace(ERROR, obsolete=True)], [ERROR], ["“3,50” is “3” here"], id="back from the dead"),
        pytest.param([ERROR], [replace(ERROR, msgstr="Он заплатил 3,50 евро.")], [], id="mended"),
        pytest.param([ERROR, GOOD], [GOOD], [], id="gone"),
        pytest.param([ERROR], [replace(ERROR, flags=("fuzzy",))], [], id="only fuzzy now"),
        pytest.param(
            [Entry("Er kam.", "Он пришел 2 раза.")],
            [Entry("Er kam.", "Он пришел 2 раза, 5.")],
            ["“5” is not in the source"],
            id="a second fault of the same check",
        ),
        pytest.param(
            [Entry("Er kam.", "Он пришел 2 раза.")],
            [Entry("Er kam.", "В 5 часов он пришел 2 раза.")],
            ["“5” is not in the source"],
            id="a second fault before the old one",
        ),
    ],
)
def test_new_faults_count_and_no_others(
    run: Run, git: Git, before: list[Entry], after: list[Entry], new: list[str]
) -> None:
    _commit(git, *before)
    _write(*after)
    assert [message for _, message in _new(run, "--fail-on", "never")] == new


def test_a_warning_that_has_become_an_error_is_worse(run: Run, git: Git) -> None:
    entry = Entry("Er kam um 7 Uhr.", "Он пришел в 7 часов, через 24 дня.")
    _commit(git, entry)
    _write(replace(entry, msgstr="Он пришел утром."))
    assert _new(run, code=1) == [("numbers", "“7” is missing")]


def test_a_finding_replaced_by_another_of_its_check_is_known_and_the_exit_code_stays_0(run: Run, git: Git) -> None:
    """An entry counts again when a check finds more in it than before (docs/ci.md)."""
    _commit(git, ERROR)
    _write(replace(ERROR, msgstr="Он заплатил 4 евро."))
    assert _new(run) == []


@pytest.mark.parametrize(
    ("before", "after", "refused"),
    [
        ([EMPTY], [EMPTY], []),
        ([FUZZY], [FUZZY], []),
        ([GOOD], [replace(GOOD, flags=("fuzzy",))], ["edited draft"]),
        ([GOOD], [replace(GOOD, msgstr="")], ["untranslated"]),
        ([FUZZY], [replace(FUZZY, msgstr="", flags=())], ["untranslated"]),
        ([EMPTY], [replace(EMPTY, msgstr="Машина быстрая.", flags=("fuzzy",))], []),
        ([GOOD], [GOOD, EMPTY], ["untranslated"]),
        ([GOOD, EMPTY], [GOOD, EMPTY, FUZZY], ["edited draft"]),
    ],
)
def test_the_gate_lets_through_what_was_no_better_before(
    run: Run, git: Git, before: list[Entry], after: list[Entry], refused: list[str]
) -> None:
    _commit(git, *before)
    _write(*after)
    found = _new(run, "--require", "translated", code=1 if refused else 0)
    assert found == [("required-state", f"{state}, but translated is required") for state in refused]


def test_a_signature_that_is_lost_counts_and_one_that_was_never_there_does_not(run: Run, git: Git) -> None:
    _commit(git, SIGNED)
    _write(GOOD)
    assert _new(run, "--require", "reviewed", code=1) == [("required-state", "translated, but reviewed is required")]
    _commit(git)
    assert _new(run, "--require", "reviewed") == []


def test_the_tolerance_is_for_what_is_new(run: Run, git: Git) -> None:
    _commit(git, EMPTY, replace(EMPTY, msgctxt="2"))
    _write(EMPTY, replace(EMPTY, msgctxt="2"), replace(EMPTY, msgctxt="3"))
    assert _new(run, "--max-untranslated", "1") == [("untranslated", "not translated")]
    assert [check for check, _ in _new(run, "--max-untranslated", "0", code=1)] == ["required-state"]


def test_a_file_that_was_not_there_is_new_altogether(run: Run, git: Git) -> None:
    _commit(git, GOOD)
    _write(ERROR, path=Path("sub", "ru.po"))
    assert _new(run, code=1) == [("numbers", "“3,50” is “3” here")]
    _commit(git, FUZZY)
    PO.rename("other.po")
    assert _new(run, "--require", "translated", code=1) == [
        ("required-state", "edited draft, but translated is required")
    ]


def test_any_revision_will_do_from_any_folder(run: Run, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(GOOD, path=Path("sub", "ru.po"))
    _commit(git)
    git("tag", "v1")
    _write(ERROR, path=Path("sub", "ru.po"))
    _commit(git)
    monkeypatch.chdir("sub")
    for base in ("v1", "HEAD~1", "main^", git("rev-parse", "v1").strip()):
        assert len(_new(run, base=base, code=1)) == 1
    assert _new(run, base="HEAD") == []
    monkeypatch.chdir("..")
    assert _new(run, base="HEAD") == []


def test_an_unused_ignore_is_known_too(run: Run, git: Git) -> None:
    _commit(git, replace(GOOD, comments=("l10n-ignore: numbers",)))
    assert _new(run) == []
    _write(replace(GOOD, comments=("l10n-ignore: numbers, quotes",)))
    assert len(_new(run)) == 1


def test_what_was_ignored_before_is_new_without_the_ignore(run: Run, git: Git) -> None:
    _commit(git, replace(ERROR, comments=("l10n-ignore: numbers",)))
    _write(ERROR)
    assert _new(run, code=1) == [("numbers", "“3,50” is “3” here")]


TEXTS = {"ru": "Дюжины людей пришли", "uk": "24 людини прийшли", "en": "24 people came"}


def _three(**texts: str) -> None:
    for lang, text in {**TEXTS, **texts}.items():
        _write(Entry("Dutzende Menschen kamen", text), path=Path(f"{lang}.po"), lang=lang)


def test_a_comparison_of_languages_is_known_as_long_as_it_finds_the_same(run: Run, git: Git) -> None:
    _three()
    _commit(git)
    options = ("--select", "agreement")
    assert _new(run, *options) == []
    _three(ru="Дюжины людей приехали")
    assert _new(run, *options) == []
    _three(ru="24 человека пришли")
    _commit(git)
    _three()
    assert _new(run, *options) == [("agreement", "en, uk have “24” here, this one has not")]


@pytest.mark.parametrize("broken", ['msgid "a"\nmsgstr "b\n', 'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "б"\n'])
def test_the_change_that_mends_a_broken_catalogue_is_not_held_back(run: Run, git: Git, broken: str) -> None:
    path = Path("sub", "x.po")
    _write(GOOD, path=Path("sub", "ru.po"))
    path.write_text(broken, "utf-8")
    _commit(git)
    _write(GOOD, path=path)
    run("check", "sub", "--base", "HEAD")
    _write(ERROR, path=path)
    run("check", "sub", "--base", "HEAD", code=1)


@pytest.mark.parametrize("base", ["nowhere", "-x", "--output=x", "HEAD~9", "HEAD:ru.po"])
def test_a_revision_that_is_none_is_named_once(run: Run, git: Git, base: str) -> None:
    _write(GOOD, path=Path("sub", "ru.po"))
    _commit(git, GOOD)
    error, hint = run("check", ".", f"--base={base}", code=2).stderr.splitlines()
    assert error == f"error: --base: there is no revision '{base}'"
    assert hint.startswith("hint: check the name")
    assert "in CI, fetch it first: git fetch origin main, and --base FETCH_HEAD" in hint
    assert not Path("x").exists()


def test_outside_a_repository_and_before_the_first_commit_there_is_nothing_to_compare_with(run: Run, git: Git) -> None:
    _write(ERROR)
    assert "there is no revision 'HEAD'" in run("check", PO, "--base", "HEAD", code=2).stderr
    shutil.rmtree(".git")
    error, hint = run("check", PO, "--base", "HEAD", code=2).stderr.splitlines()
    assert error.startswith("error: --base: ")
    assert "not a git repository" in error
    assert hint.startswith("hint: ")


def test_without_git_it_says_so(run: Run, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    _commit(git, ERROR)
    monkeypatch.setenv("PATH", "")
    assert "error: --base: git is not installed\nhint: " in run("check", PO, "--base", "HEAD", code=2).stderr
