"""The rules of the house that no other program checks."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.source_code import ROOT, modules

LONGEST = 300
"""Lines of a module; before that it is split."""
THIN = 80
"""Lines of a module of the command line: options into a request, events into text."""


def _names(path: Path) -> set[str]:
    """The names that the functions of a module use."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]
    return {node.id for function in functions for node in ast.walk(function) if isinstance(node, ast.Name)}


def _attributes(path: Path) -> set[str]:
    """Attributes of names, as `Path.cwd`."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)]
    return {f"{node.value.id}.{node.attr}" for node in nodes if isinstance(node.value, ast.Name)}


def test_a_class_name_has_one_meaning() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in modules()]
    counts = Counter(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert [name for name, count in counts.items() if count > 1] == []


def test_modules_are_short_and_those_of_the_command_line_thin() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8").count("\n") for path in modules()}
    limits = {name: THIN if name.startswith("cli/") else LONGEST for name in lengths}
    assert {name: lines for name, lines in lengths.items() if lines > limits[name]} == {}


def test_variables_are_called_what_they_are() -> None:
    """The three names that say nothing were a tenth of all."""
    assert {str(path): empty for path in modules() if (empty := _names(path) & {"one", "found", "place"})} == {}


@pytest.mark.parametrize("path", sorted((ROOT / "workflow").rglob("*.py")), ids=lambda path: path.stem)
def test_a_command_as_a_function_knows_nothing_of_terminal_and_current_folder(path: Path) -> None:
    terminal = {"sys.stdout", "sys.stderr", "sys.stdin", "sys.exit", "sys.argv"}
    assert not _attributes(path) & {"Path.cwd", "os.getcwd", *terminal}
    assert not _names(path) & {"print", "input"}
