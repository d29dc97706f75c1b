"""The commands: what each is called and for, and where it is. A command's modules are imported when it is asked for.

Typer's own group needs all commands to show a line of help about each; here a table has them, as a test makes sure.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup


class Command(NamedTuple):
    """A command, or a group of them."""

    help: str
    """The first paragraph of its own help."""
    module: str  # of this package
    attribute: str = "command"
    """Its function there, or `app` for a group."""


COMMANDS = {
    "draft": Command(
        "Write or update the catalogues of each source and fill every empty msgstr with a draft.", "draft"
    ),
    "update": Command("Write or update the catalogues of each source without translating anything.", "update"),
    "build": Command(
        "Write the article in each language from the catalogues, set as the source is: DIR/LANG/SOURCE.", "build"
    ),
    "status": Command(
        "Show per document and language: segments, words, drafted, translated, reviewed, untranslated.", "status"
    ),
    "normalize": Command(
        "Undo what editors break: flags of drafts, copied sources, order, header, wraps. No translation changes.",
        "normalize",
    ),
    "segment": Command("Show the segments of a text: number, block, character offsets, text.", "segment"),
    "eval": Command(
        "Compare drafts with what people made of them, or with a reference: scores, effort, and what risk foretold.",
        "eval",
    ),
    "check": Command("Find what is wrong or missing in the catalogues; exit with 1 if there is something.", "check"),
    "packages": Command("List, install, verify and remove Argos packages.", "packages", "app"),
    "memory": Command("Look into the translation memory, fill and empty it.", "memory", "app"),
    "git": Command("Let git merge catalogues and show them as text.", "git", "app"),
    "glossary": Command("Check, fill, convert and learn the project's terms and names.", "glossary", "app"),
    "review": Command("Sign entries or send them back.", "review", "app"),
    "export": Command("Make projects for other programs.", "exchange", "export_app"),
    "import": Command("Bring back what other programs did.", "exchange", "import_app"),
}
"""In the order of the help."""


class Commands(TyperGroup):
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
        return typer.main.get_group(given)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=getattr(module, "KIND", None))(given)
    return typer.main.get_command(app)
