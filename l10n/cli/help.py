"""What `--help` shows: commands in panels with whole summaries, and examples at the end."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from typer.core import TyperGroup

from l10n.cli.commands import PANELS


class FullHelp(TyperGroup):
    """A group that shows the first paragraph of each command's help; Typer cuts it at the width of the terminal."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  # a signature of Typer's
        """Its commands, in the order in which they were added."""
        _write(formatter, "Commands", self.commands)


class PanelledHelp(TyperGroup):
    """The group of all commands, in panels."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  # a signature of Typer's
        """Its commands, panel by panel."""
        for panel, names in PANELS.items():
            _write(formatter, panel, {name: self.commands[name] for name in names})


def _write(formatter: Any, heading: str, commands: Mapping[str, Any]) -> None:
    rows = [(name, _summary(command)) for name, command in commands.items() if not command.hidden]
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _summary(command: Any) -> str:
    return " ".join(inspect.cleandoc(command.help or "").partition("\n\n")[0].split())


def with_examples(command: Any, name: str) -> Any:
    """The command, or the commands of a group, with its lines of `examples.txt` at the end of its help."""
    for own, part in getattr(command, "commands", {}).items():
        with_examples(part, f"{name} {own}")
    if lines := [line for line in examples() if f"{line} ".startswith(f"l10n {name} ")]:
        command.epilog = "\n  ".join(("\b\nExamples:", *lines))  # \b: the lines stay as they are
    return command


@cache
def examples() -> tuple[str, ...]:
    """A command line each, most with a comment; a test parses them."""
    return tuple(Path(__file__).with_name("examples.txt").read_text("utf-8").splitlines())
