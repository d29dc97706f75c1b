"""The group of all commands: a command's modules are imported when it is asked for.

Typer's own group needs all commands to show a line of help about each; here a table has them, as a test makes sure.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

from l10n.cli.commands import COMMANDS
from l10n.cli.help import FullHelp, PanelledHelp, with_examples


class Commands(PanelledHelp):
    """A group that knows its commands by name and help, and imports the one that is asked for."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for name, command in COMMANDS.items():
            self.add_command(TyperCommand(name, help=command.help))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # Typer's own classes are private
        """The command itself, for its name."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name) if name else command, rest


def load(name: str) -> Any:
    """The command or group of this name, as Typer has it; KeyError if there is none."""
    _, module_name, attribute = COMMANDS[name]
    module = import_module(f"l10n.cli.{module_name}")
    given = getattr(module, attribute)
    if isinstance(given, typer.Typer):
        given.info.cls = given.info.cls if isinstance(given.info.cls, type) else FullHelp
        return with_examples(typer.main.get_group(given), name)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=getattr(module, "KIND", None))(given)
    return with_examples(typer.main.get_command(app), name)
