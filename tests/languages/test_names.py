"""Only the records name languages: everybody else asks a record, or one of the three constants."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import l10n
from l10n.languages import LANGUAGES

ROOT = Path(l10n.__file__).parent
MODULES = [path for path in sorted(ROOT.rglob("*.py")) if not path.is_relative_to(ROOT / "languages")]
LANGUAGE_NAMES = frozenset(known.name.lower() for known in LANGUAGES.values())


def named(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The codes that stand in the code as strings, and the identifiers that have the name of a language, with lines."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if text in LANGUAGES:
                yield node.lineno, repr(text)
            case ast.Name(id=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Attribute(attr=name):
                yield from ((node.lineno, name) for _ in names_in(name))
            case ast.arg(arg=name):
                yield from ((node.lineno, name) for _ in names_in(name))
            case _:
                pass


def names_in(identifier: str) -> frozenset[str]:
    """The languages whose names are words of this identifier, in whatever case it joins them."""
    return LANGUAGE_NAMES.intersection(word.lower() for word in re.findall("[A-Z]?[a-z]+|[A-Z]+", identifier))


def test_no_module_but_the_records_names_a_language() -> None:
    lines = [
        f"{path.relative_to(ROOT.parent)}:{line}: {name}"
        for path in MODULES
        for line, name in named(ast.parse(path.read_text("utf-8")))
    ]
    assert lines == []


@pytest.mark.parametrize(
    "code",
    [
        pytest.param('if lang == "de": pass', id="compared"),
        pytest.param('FORMS = {"az": 1}', id="a key"),
        pytest.param('LATIN = {"xx", "en"}', id="in a set"),
        pytest.param('lang.startswith("uk")', id="the beginning of a code"),
        pytest.param("german_endings = 1", id="a variable"),
        pytest.param("def _german_plural(): pass", id="a function"),
        pytest.param("class GermanNouns: pass", id="a class"),
        pytest.param("def f(english): pass", id="a parameter"),
        pytest.param("pair.ENGLISH", id="a constant of another module"),
    ],
)
def test_a_name_of_a_language_is_seen(code: str) -> None:
    assert [line for line, _ in named(ast.parse(code))] == [1]


@pytest.mark.parametrize("code", ['DOMAIN = r"\\.(?:com|de)$"', '"""German text."""', "header = record(lang)"])
def test_what_names_no_language_is_not_seen(code: str) -> None:
    assert list(named(ast.parse(code))) == []
