"""Whatever stands in the settings, each command says in one line what is wrong, and none fails with a bug."""

from __future__ import annotations

import datetime
import math
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from l10n.cli import app
from l10n.config import KEYS

DOCUMENTED = {0, 1, 2, 3, 4, 5}
COMMANDS = [
    "status",
    "check",
    "update",
    "draft",
    "build",
    "segment a.txt",
    "normalize locales",
    "glossary check",
    "glossary candidates",
    "memory stats",
    "memory search Haus",
    "packages list",
    "review page -o page.html",
    "export omegat -o omegat",
    "export docx -o tables",
    "export xliff -o a.xlf",
    "eval",
]
Value = object

HUGE = "a number that Python does not write"

characters = st.characters(exclude_categories=["Cs"])
FILES = "a.txt b.txt locales l10n.db g.csv folder a.txt/b * ** folder/** [ [! ~ ~x .."
WORDS = "de ru RU numbers translated warning error 5% 999 %"
ODD = ["", "x\0", "n" * 300, "n/" * 3000, "a\nb", "\x1b[31m", "\u202ea.txt", "9" * 5000]
names = st.sampled_from([*FILES.split(), *WORDS.split(), *ODD])
texts = names | st.text(characters, max_size=5)
dates = st.just(datetime.date(2026, 1, 31)) | st.just(datetime.time(1))
numbers = st.integers() | st.just(HUGE) | st.floats() | st.booleans()
values = st.recursive(
    texts | numbers | dates, lambda some: st.lists(some, max_size=3) | st.dictionaries(texts, some, max_size=3)
)
lists = st.lists(texts, max_size=3)
KINDS: Mapping[str, st.SearchStrategy[Value]] = dict.fromkeys(KEYS, texts | lists | values)
checks = st.dictionaries(
    st.sampled_from(["select", "ignore", "severity", "require", "max-untranslated", "fail-on", "az", "ru", "x"]),
    texts | lists | values | st.dictionaries(st.sampled_from(["select", "ignore", "severity"]), lists | values),
    max_size=3,
)
tables = st.fixed_dictionaries({}, optional={**KINDS, "check": checks | values, "other": values})


def _toml(value: Value) -> str:
    """The value as TOML has it, on one line."""
    match value:
        case str() if value == HUGE:
            return f"0x{'f' * 9000}"
        case bool():
            return str(value).lower()
        case str():
            return '"' + "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in value) + '"'
        case int():
            return hex(value) if value >= 0 else str(value)
        case float():
            return "nan" if math.isnan(value) else repr(value)
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case dict():
            return f"{{{', '.join(f'{_toml(key)} = {_toml(one)}' for key, one in value.items())}}}"
        case datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            raise TypeError(value)


@pytest.fixture
def places(project: Path) -> Path:
    """Files and folders that the settings may name, each a wrong one for most keys."""
    (project / "a.txt").write_text("Das Haus ist alt.\n", "utf-8")
    (project / "g.csv").write_text("de,ru\nHaus,дом\n", "utf-8")
    (project / "folder").mkdir()
    (project / "b.txt").write_text("Ein Satz.\n", "utf-8")
    return project


@settings(max_examples=60)
@given(table=tables, command=st.sampled_from(COMMANDS))
@example(table={"memory": "folder", "sources": ["a.txt"]}, command="draft")
@example(table={"glossary": "folder", "sources": ["a.txt"]}, command="draft")
@example(table={"locales": "a.txt", "sources": ["a.txt"]}, command="update")
@example(table={"locales": "n/" * 3000, "sources": ["a.txt"]}, command="update")
@example(table={"memory": "n/" * 3000, "sources": ["a.txt"]}, command="draft")
@example(table={"packages": "a.txt", "sources": ["a.txt"]}, command="draft")
@example(table={"packages": "n/" * 3000}, command="packages list")
@example(table={"targets": [], "sources": ["a.txt"]}, command="update")
@example(table={"check": {"severity": {"numbers": {"x": HUGE}}}}, command="check")
@example(table={"check": {"max-untranslated": HUGE}}, command="check")
def test_no_settings_are_a_bug_of_ours(places: Path, table: Mapping[str, Value], command: str) -> None:
    (places / "l10n.toml").write_text("".join(f"{key} = {_toml(value)}\n" for key, value in table.items()), "utf-8")
    result = CliRunner().invoke(app, command.split())
    assert result.exit_code in DOCUMENTED, result.output
    assert "Traceback" not in result.output
    assert not any(map(_obeyed, result.output))
    assert all(len(line) < 9000 for line in result.output.splitlines())
    if result.exit_code > 1:
        assert "error: " in result.stderr


def _obeyed(character: str) -> bool:
    """A terminal would obey it, or turn the line around."""
    return character not in "\n\t\u200c\u200d" and unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}
