"""`[tool.l10n.check]`: what it means, and how mistakes in it are named."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checking import settings
from l10n.checking.gates import GateRule, Limit, gate, limit
from l10n.checking.settings import CheckSelection, FailOn, Settings, names, read
from l10n.checks import checks
from l10n.errors import L10nError
from l10n.model import Require
from l10n.model.findings import Severity
from l10n.text import spelling
from tests.conftest import Run

FILE = Path("pyproject.toml")
FULL = """
select = ["numbers", "quotes, dashes"]
ignore = ["ellipsis"]
severity = { glossary = "error", numbers = "info" }
require = "translated"
max-untranslated = "5%"
fail-on = "warning"

[az]
select = ["spaces"]
ignore = ["dashes"]
severity = { numbers = "error" }
"""


def _read(text: str) -> Settings:
    return read(tomllib.loads(text), FILE)


def test_without_settings_all_checks_run_and_errors_count() -> None:
    empty = read({}, FILE)
    assert empty == Settings()
    assert empty.checks("ru").keys() == checks().keys() - {"spelling"}
    assert empty.fail_on is FailOn.ERROR
    assert empty.gates == ()


def test_every_key_is_read() -> None:
    severity = {"glossary": Severity.ERROR, "numbers": Severity.INFO}
    assert _read(f'dictionaries = "words"\n{FULL}') == Settings(
        selection=CheckSelection(frozenset({"numbers", "quotes", "dashes"}), frozenset({"ellipsis"}), severity),
        languages={"az": CheckSelection(frozenset({"spaces"}), frozenset({"dashes"}), {"numbers": Severity.ERROR})},
        gates=(GateRule(Require.TRANSLATED, Limit(5, percent=True)),),
        fail_on=FailOn.WARNING,
        dictionaries=Path("words"),
    )


def test_the_settings_of_a_language_hold_for_it_alone() -> None:
    found = _read(FULL)
    assert set(found.checks("ru")) == {"numbers", "quotes", "dashes"}
    assert set(found.checks("az")) == {"spaces"}
    some = _read('ignore = ["ellipsis"]\n[az]\nignore = ["dashes"]\n')
    assert set(checks()) - set(some.checks("az")) == {"ellipsis", "dashes", "spelling"}
    assert set(checks()) - set(some.checks("uk")) == {"ellipsis", "spelling"}


def test_a_language_may_need_another_state() -> None:
    gates = _read('require = "translated"\n[az]\nrequire = "second"\n').gates
    assert [gate(gates, "a", lang)[0] for lang in ("az", "ru")] == [Require.SECOND, Require.TRANSLATED]


def test_a_severity_replaces_that_of_the_check_but_never_makes_more_of_a_note() -> None:
    found = _read(FULL)
    assert found.severity("numbers", Severity.ERROR, "ru") is Severity.INFO
    assert found.severity("numbers", Severity.WARNING, "az") is Severity.ERROR
    assert found.severity("glossary", Severity.WARNING, "az") is Severity.ERROR
    assert found.severity("glossary", Severity.INFO, "az") is Severity.INFO
    assert found.severity("quotes", Severity.WARNING, "ru") is Severity.WARNING


@pytest.mark.parametrize("text", ['ignore = ["unused-ignore"]', 'severity = { unused-ignore = "error" }'])
def test_unused_ignore_is_a_name_like_those_of_the_other_checks(text: str) -> None:
    assert _read(text) != Settings()


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('selekt = ["numbers"]', "'check.selekt' is unknown", "known: select, ignore, severity, require"),
        ('[xx]\nignore = ["numbers"]', "'check.xx' is unknown", "known: "),
        ('ignore = "numbers"', "'check.ignore' must be a list of checks, not 'numbers'", 'write: ignore = ["…"]'),
        ("ignore = [1]", "'check.ignore' must be a list of checks, not [1]", 'write: ignore = ["…"]'),
        ('ignore = ["number"]', "'check.ignore': unknown check 'number'", "did you mean 'numbers'?"),
        ('select = ["xyz"]', "'check.select': unknown check 'xyz'", "l10n check --list"),
        ('severity = "error"', "'check.severity' must be a table", "write: severity = {"),
        ('severity = { numbrs = "error" }', "'check.severity': unknown check 'numbrs'", "did you mean 'numbers'?"),
        (
            'severity = { "numbers,quotes" = "info" }',
            "'check.severity': unknown check 'numbers,quotes'",
            "did you mean",
        ),
        ('severity = { " numbers" = "info" }', "'check.severity': unknown check ' numbers'", "did you mean 'numbers'?"),
        ('severity = { "" = "info" }', "'check.severity': unknown check ''", "l10n check --list"),
        (
            '[ru.severity]\n"numbers," = "info"',
            "'check.ru.severity': unknown check 'numbers,'",
            "did you mean 'numbers'?",
        ),
        ('select = [""]', "'check.select': unknown check ''", "l10n check --list"),
        ('select = ["quotes", " , "]', "'check.select': unknown check ' , '", "l10n check --list"),
        ('ignore = ["Numbers"]', "'check.ignore': unknown check 'Numbers'", "did you mean 'numbers'?"),
        ('[ru]\n[ru-RU]\nignore = ["numbers"]', "'check.ru-RU' is a second table for 'ru'", "make one of them"),
        ('severity = { numbers = "bad" }', "'check.severity.numbers' cannot be 'bad'", "one of: error, warning, info"),
        ("severity = { numbers = [] }", "'check.severity.numbers' cannot be []", "one of: error, warning, info"),
        ('require = "done"', "'check.require' cannot be 'done'", "one of: drafted, translated, reviewed"),
        ("require = true", "'check.require' must be a string, not True", 'write: require = "…"'),
        ('fail-on = "info"', "'check.fail-on' cannot be 'info'", "one of: error, warning, never"),
        ('max-untranslated = "many"', "'check.max-untranslated': 'many' is no limit", "write a number of entries"),
        ("max-untranslated = 1.5", "'check.max-untranslated' ", ""),
        ("max-untranslated = -1", "'check.max-untranslated': '-1' is no limit", "write a number of entries"),
        ("az = 1", "'check.az' must be a table", "write: [tool.l10n.check.az]"),
        ('[az]\nfail-on = "never"', "'check.az.fail-on' is unknown", "known: select, ignore, severity"),
        ("[AZ]\nx = 1", "'check.AZ.x' is unknown", "known: select, ignore, severity"),
        ('[az]\nignore = ["x"]', "'check.az.ignore': unknown check 'x'", ""),
        ('[az]\nseverity = { quotes = "x" }', "'check.az.severity.quotes' cannot be 'x'", "one of: error, warning"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(text: str, message: str, hint: str) -> None:
    with pytest.raises(L10nError) as error:
        _read(text)
    assert error.value.message.startswith(f"{FILE}: {message}")
    assert "\n" not in error.value.message
    assert error.value.hint.startswith(hint)
    assert error.value.hint


@pytest.mark.parametrize(
    ("text", "entries", "most"), [("0", 9, 0), ("12", 9, 12), ("0%", 9, 0), ("50 %", 9, 4), (" 2.5% ", 80, 2)]
)
def test_a_limit_is_a_number_of_entries_or_a_share_of_them(text: str, entries: int, most: int) -> None:
    found = limit(text)
    assert found.allows(most, entries)
    assert not found.allows(most + 1, entries)
    assert limit(str(found)) == found


@pytest.mark.parametrize("text", ["", "%", "-1", "1.5", "101%", "5%%", "1e3", "five", "٣%x", "nan", "1\n2"])
def test_anything_else_is_no_limit(text: str) -> None:
    with pytest.raises(L10nError, match="is no limit") as error:
        limit(text)
    assert error.value.message == f"--max-untranslated: {text!r} is no limit"
    assert error.value.hint


def test_checks_are_named_with_commas_or_one_by_one() -> None:
    assert names(["numbers, quotes,", "dashes"], "--select") == {"numbers", "quotes", "dashes"}
    assert names([], "--select") == frozenset()


@given(st.lists(st.sampled_from(sorted(checks()))), st.lists(st.sampled_from(sorted(checks()))))
def test_what_is_ignored_never_runs_and_what_is_selected_runs_unless_ignored(
    select: list[str], ignore: list[str]
) -> None:
    chosen = Settings(selection=CheckSelection(frozenset(select), frozenset(ignore))).checks("ru")
    assert set(chosen) == (set(select) or set(checks())) - {*ignore, "spelling"}


def test_who_selects_the_check_of_spelling_has_the_dictionaries_of_the_system() -> None:
    assert _read('select = ["spelling"]').dictionaries == spelling.SYSTEM
    assert _read('select = ["numbers"]').chosen(frozenset({"spelling"}), frozenset()).dictionaries == spelling.SYSTEM
    assert _read('select = ["numbers"]').dictionaries is None


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(sorted(checks())),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)
_KEYS = ("select", "ignore", "severity", "require", "max-untranslated", "fail-on", "dictionaries", "az", "x")


@given(st.dictionaries(st.sampled_from(_KEYS), _VALUES | st.dictionaries(st.sampled_from(_KEYS), _VALUES), max_size=3))
def test_whatever_the_file_has_is_either_read_or_named(table: dict[str, object]) -> None:
    try:
        settings.read(table, FILE)
    except L10nError as error:
        assert error.message.startswith(("pyproject.toml: 'check.", 'pyproject.toml: "check.'))  # noqa: PT017
        assert error.hint  # noqa: PT017


PO = """msgid ""
msgstr "Language: LANG\\nX-Source-Language: de\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "Er zahlte 3,50 Euro – bar"
msgstr "TEXT"
"""


def test_settings_hold_and_options_win(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text(f"[check]\n{FULL.replace('[az]', '[check.az]')}")
    for lang, text in {"ru": "Он заплатил 3 евро - 5  %", "az": "3  avro ödədi - nağd"}.items():
        (project / f"{lang}.po").write_text(PO.replace("LANG", lang).replace("TEXT", text), "utf-8")

    def found(*options: str, code: int = 1) -> list[tuple[str, str, str]]:
        report = json.loads(run("check", ".", "-f", "json", *options, code=code).stdout)
        return sorted((one["language"], one["check"], one["severity"]) for one in report["findings"])

    spaces = ("az", "spaces", "warning")
    assert found() == [spaces, ("ru", "dashes", "warning"), *[("ru", "numbers", "info")] * 2]
    assert found("--fail-on", "error", code=0) == found()
    assert found("--select", "dashes") == [("az", "dashes", "warning"), ("ru", "dashes", "warning")]
    assert found("--ignore", "numbers,dashes") == [spaces]
    numbers = [("az", "numbers", "error"), *[("ru", "numbers", "info")] * 2]
    assert found("--select", "numbers") == numbers
    assert found("--require", "reviewed", "--select", "quotes") == [
        ("az", "required-state", "error"),
        ("ru", "required-state", "error"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('check = "all"', "'check' must be a table"),
        ("check.az = 1", "'check.az' must be a table"),
        ('[check]\nfail-on = "info"', "'check.fail-on' cannot be 'info'"),
        ('[check.az]\nignore = ["number"]', "'check.az.ignore': unknown check 'number'"),
    ],
)
def test_the_command_names_a_mistake_with_file_and_key(run: Run, project: Path, text: str, message: str) -> None:
    (project / "l10n.toml").write_text(text)
    error, hint = run("check", code=2).stderr.splitlines()
    assert error.startswith(f"error: {project / 'l10n.toml'}: {message}")
    assert hint.startswith("hint: ")
    assert "tool.l10n" not in hint


@pytest.mark.parametrize("nothing", ["", ",", " , "])
def test_a_selection_without_a_name_does_not_mean_all(run: Run, nothing: str) -> None:
    assert f"--select: unknown check '{nothing}'" in run("check", "--select", nothing, code=2).stderr


GATES = """
require = "drafted"

[ru]
require = "reviewed"

["legal/*"]
max-untranslated = "5%"

["legal/*".az]
require = "translated"

["*.md"]
require = "reviewed"
"""


@pytest.mark.parametrize(
    ("document", "lang", "require", "bound"),
    [
        ("news", "uk", Require.DRAFTED, None),
        ("news", "ru", Require.REVIEWED, None),
        ("legal/terms", "uk", Require.DRAFTED, Limit(5, percent=True)),
        ("legal/a/b", "az", Require.TRANSLATED, Limit(5, percent=True)),
        ("legal/terms", "ru", Require.REVIEWED, Limit(5, percent=True)),
        ("readme.md", "uk", Require.REVIEWED, None),
    ],
)
def test_gates_of_languages_and_documents(document: str, lang: str, require: Require, bound: Limit | None) -> None:
    assert gate(_read(GATES).gates, document, lang) == (require, bound)


def test_a_limit_alone_requires_drafts() -> None:
    assert gate((GateRule(limit=Limit(3, percent=False)),), "a", "ru") == (Require.DRAFTED, Limit(3, percent=False))
    assert gate((), "a", "ru") == (None, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('["legal/*"]\nignore = ["quotes"]', "'check.legal/*.ignore' is unknown"),
        ('["legal/*".ru]\nfail-on = "never"', "'check.legal/*.ru.fail-on' is unknown"),
        ('["legal/*"]\nrequire = "much"', "'check.legal/*.require' cannot be 'much'"),
        ('"legal/*" = 3', "'check.legal/*' must be a table"),
        ('[ru]\nmax-untranslated = "many"', "'check.ru.max-untranslated': 'many' is no limit"),
        ("longest-sentence = -1", "'check.longest-sentence' must be a whole number"),
    ],
)
def test_a_mistake_in_a_gate_is_named(text: str, message: str) -> None:
    with pytest.raises(L10nError, match=re.escape(message)):
        _read(text)


def test_the_gate_of_a_document_holds_for_its_catalogues_and_options_win(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text(
        '[check.ru]\nrequire = "translated"\n[check."legal/*"]\nrequire = "reviewed"\n', "utf-8"
    )
    for name in ("news.txt", "legal/terms.txt"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("Das Haus.\n", "utf-8")
    run("update", "news.txt", "legal", "--to", "ru,uk")
    report = json.loads(run("check", "-f", "json", code=1).stdout)
    missed = {
        (finding["path"], finding["message"]) for finding in report["findings"] if finding["check"] == "required-state"
    }
    assert missed == {
        ("locales/ru/LC_MESSAGES/news.po", "untranslated, but translated is required"),
        ("locales/ru/LC_MESSAGES/legal/terms.po", "untranslated, but reviewed is required"),
        ("locales/uk/LC_MESSAGES/legal/terms.po", "untranslated, but reviewed is required"),
    }
    asked = json.loads(run("check", "-f", "json", "--require", "drafted", code=1).stdout)
    assert {finding["message"] for finding in asked["findings"] if finding["check"] == "required-state"} == {
        "untranslated, but drafted is required"
    }
