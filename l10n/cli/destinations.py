"""Where each report of `l10n check` goes: a format and the --output after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from l10n.errors import L10nError
from l10n.reports import formats

_FLAGS = {"--format": "format", "-f": "format", "--output": "output", "-o": "output"}
_SHORT = re.compile("-[a-z]*?([fo])(.*)")
"""A group of short options up to the first that takes a value, which may follow at once: -f, -fjson, -qf."""
_STDOUT = Path("-")

_NAMES = "text, json, github, sarif, junit or markdown; may be repeated."
Formats = Annotated[list[str] | None, typer.Option("--format", "-f", metavar="NAME", help=_NAMES)]
Outputs = Annotated[
    list[Path] | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where the --format before it goes; - is stdout."),
]


class OrderedCommand(TyperCommand):
    """Remembers in which order --format and --output were given; Typer itself does not."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the command line."""
        ctx.meta["l10n.args"] = list(args)
        return list(super().parse_args(ctx, args))


def read(ctx: typer.Context) -> list[tuple[str, Path | None]]:
    """Pairs of a format and a file, None for stdout: an --output belongs to the --format before it.

    Raises L10nError if two go to one file, or to stdout, and for an unknown format.
    """
    targets: list[tuple[str, Path | None]] = []
    for kind, value in _given(ctx.meta["l10n.args"]):
        if kind == "format":
            targets.append((value, None))
            continue
        name, path = targets.pop() if targets else ("text", None)
        if path is not None:
            hint = "write: --format json --output FILE, for each file"
            raise L10nError(f"--output {value}: no --format for it", hint)
        targets.append((name, Path(value)))
    return _verified([(name, None if path == _STDOUT else path) for name, path in targets] or [("text", None)])


def _verified(targets: list[tuple[str, Path | None]]) -> list[tuple[str, Path | None]]:
    for name, _ in targets:
        formats.load(name)
    files = [path.absolute() for _, path in targets if path is not None]
    if len(set(files)) < len(files):
        raise L10nError("two formats for one file", "give each --format an --output FILE of its own")
    if sum(path is None for _, path in targets) > 1:
        raise L10nError("two formats for stdout", "give each --format but one its --output FILE")
    return targets


def _given(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The options --format and --output in their order, however they are written: -f json, -fjson, -qf json."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            return
        if argument.startswith("--"):
            flag, equals, value = argument.partition("=")
            if flag in _FLAGS:
                yield _FLAGS[flag], value if equals else next(rest, "")
        elif match := _SHORT.match(argument):
            yield _FLAGS[f"-{match[1]}"], match[2] or next(rest, "")
