"""What the command says about itself: panels, whole summaries, examples, completion."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from l10n.cli.commands import COMMANDS, PANELS
from l10n.cli.group import load
from l10n.cli.help import examples
from tests.conftest import Run

INTERNAL = ["git merge-driver", "git textconv"]
"""What git calls."""


def _commands() -> Iterator[tuple[str, Any]]:
    """All commands, those of groups as `memory search`."""
    for name in COMMANDS:
        command = load(name)
        parts = getattr(command, "commands", None)
        yield from ((f"{name} {own}", part) for own, part in parts.items()) if parts else [(name, command)]


ALL = dict(_commands())


def test_every_command_is_in_one_panel() -> None:
    assert sorted(name for names in PANELS.values() for name in names) == sorted(COMMANDS)


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_a_summary_is_shown_whole_however_narrow_the_terminal(
    run: Run, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = " ".join(run("--help").stdout.split())
    assert all(" ".join(command.help.split()) in shown for command in COMMANDS.values())
    assert all(f"{panel}: " in shown for panel in PANELS)
    assert "..." not in shown.replace("[ARGS]...", "")
    for group in ("memory", "review", "packages"):
        assert "..." not in run(group, "--help").stdout.replace("[ARGS]...", "")


def test_every_command_that_people_call_has_examples() -> None:
    assert {name for line in examples() for name in ALL if f"{line} ".startswith(f"l10n {name} ")} == {*ALL} - {
        *INTERNAL
    }


@pytest.mark.parametrize("line", examples())
def test_an_example_can_be_given_and_is_in_the_help_of_its_command(run: Run, line: str) -> None:
    program, *words = shlex.split(re.split(" +#| > ", line)[0])
    name = next(name for name in (" ".join(words[:2]), words[0]) if name in ALL)
    assert f"    {line}\n" in run(*name.split(), "--help").stdout
    assert (program, len(line) <= 74) == ("l10n", True)
    ALL[name].make_context(name, words[len(name.split()) :])


def _completed(*words: str) -> list[str]:
    """What a shell is offered for the last word, by the program as it is installed."""
    environment = {"COMP_WORDS": " ".join(("l10n", *words)), "COMP_CWORD": str(len(words))}
    code = "import sys; sys.argv[0] = 'l10n'; from l10n.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment, "_L10N_COMPLETE": "complete_bash"},
    )
    return done.stdout.split()


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["rev"], ["review"]),
        (["memory", ""], ["import", "export", "learn", "align", "search", "stats", "prune"]),
        (["draft", "--dry"], ["--dry-run"]),
        (["build", "--require", "r"], ["reviewed"]),
    ],
)
def test_a_shell_completes_commands_options_and_values(words: list[str], offered: list[str]) -> None:
    assert _completed(*words) == offered


@pytest.mark.usefixtures("untraced")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_of_a_shell_calls_the_command(shell: str) -> None:
    code = "import sys; sys.argv = ['l10n', '--show-completion', sys.argv[1]]; from l10n.__main__ import main; main()"
    named = {**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}  # tests are called by no shell
    done = subprocess.run([sys.executable, "-c", code, shell], check=True, capture_output=True, text=True, env=named)
    assert f"_L10N_COMPLETE=complete_{shell}" in done.stdout
