"""The page for those who call l10n from Python: its examples run, and it names every function."""

from __future__ import annotations

import doctest
import re
import typing
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path

import pytest
import typer

from l10n.cli.commands import COMMANDS
from l10n.cli.group import load
from tests.conftest import ROOT
from tests.source_code import ROOT as PACKAGE

DOCS = ROOT / "docs"
PAGE = (DOCS / "python.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$", PAGE, re.M)


def test_the_examples_are_real(project: Path, packages: Path) -> None:
    (article,) = re.findall(r"\n\n((?: {4}Das Haus.*\n)+)", PAGE)
    (project / "text.txt").write_text(re.sub(r"^ {4}", "", article, flags=re.M), "utf-8")
    (project / "packages").symlink_to(packages)
    (project / "l10n.toml").write_text('targets = ["en", "ru", "uk"]', "utf-8")
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", PAGE, re.S))
    test = doctest.DocTestParser().get_doctest(examples, {}, "python.md", "docs/python.md", 0)
    assert len(test.examples) > 15
    failures: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(test, out=failures.append)
    assert not failures, "".join(failures)


@pytest.mark.parametrize(("command", "function", "request_name"), ROWS, ids=[command for command, _, _ in ROWS])
def test_each_function_takes_its_request_and_tells_events(command: str, function: str, request_name: str) -> None:
    module, _, name = function.rpartition(".")
    called = getattr(import_module(module), name)
    hints = typing.get_type_hints(called)
    assert hints["request"].__name__ == request_name
    assert is_dataclass(hints["request"])
    assert hints["return"].__name__ == "Iterator"


def _names() -> set[str]:
    """All commands that are shown, as `memory learn`."""
    names = set[str]()
    for name in COMMANDS:
        command = load(name)
        shown = [key for key, sub in getattr(command, "commands", {}).items() if not sub.hidden]
        names |= {f"{name} {sub}" for sub in shown} if isinstance(command, typer.core.TyperGroup) else {name}
    return names


def test_every_command_is_a_function() -> None:
    assert {command for command, _, _ in ROWS} == _names()


@pytest.mark.parametrize(
    "page", [DOCS / "architecture.md", *sorted((DOCS / "decisions").glob("*.md"))], ids=lambda p: p.stem
)
def test_the_pages_on_the_code_name_modules_that_are_there(page: Path) -> None:
    names = set(re.findall(r"`([a-z_]+(?:\.[a-z_]+)+)`", page.read_text("utf-8")))
    files = (".py", ".md", ".txt", ".toml", ".lock")
    ours = [name for name in names if not name.endswith(files) and not name.startswith("argostranslate.")]
    assert [name for name in ours if not _exists(name)] == []


def test_a_module_that_is_not_there_is_noticed() -> None:
    assert _exists("catalogue.po.repair")
    assert not _exists("catalogue.repair")


def _exists(name: str) -> bool:
    parts = name.split(".")
    places = [PACKAGE.joinpath(*parts), *PACKAGE.glob(f"*/{'/'.join(parts)}"), *PACKAGE.glob(f"*/{'/'.join(parts)}.py")]
    return any(path.exists() for path in (*places, PACKAGE.joinpath(*parts).with_suffix(".py")))
