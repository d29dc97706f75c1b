"""The one place where errors become text and exit codes."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from typing import Any

import typer

from l10n.cli.group import Commands
from l10n.cli.output import insist, show_error
from l10n.errors import L10nError, WriteError
from l10n.reports.characters import visible

BUG = 70
INTERRUPTED = 130


class Boundary(Commands):
    """Turns every exception of a command into text on stderr and an exit code."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **more: Any) -> Any:
        """Read the options before the command's name."""
        try:
            if any("\0" in argument for argument in args):
                raise typer.BadParameter("nothing has a NUL character in its name")
            return super().make_context(info_name, args, *rest, **more)
        except Exception as error:
            _make_visible(error)
            raise

    def invoke(self, ctx: Any) -> object:  # Typer's own Context class is private
        """Run the command."""
        try:
            done: object = super().invoke(ctx)
            sys.stdout.flush()
        except L10nError as error:
            show_error(error)
            raise typer.Exit(error.exit_code) from None
        except (KeyboardInterrupt, typer.Abort):
            insist("interrupted: every file is either as before or complete; run again to go on")
            raise typer.Exit(INTERRUPTED) from None
        except (typer.Exit, BrokenPipeError):
            raise
        except OSError as error:  # the machine's trouble, not a bug: no current folder, no room for temporary files
            kind = L10nError if error.errno == errno.ENAMETOOLONG else WriteError
            show_error(kind(f"{error.filename or 'output'}: {error.strerror or error}", "mend that and run again"))
            if error.filename is None:
                sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  # or Python fails again when it flushes at exit
            raise typer.Exit(kind.exit_code) from None
        except Exception as error:
            if type(error).__module__.startswith("typer"):
                _make_visible(error)
                raise  # a usage error, which Typer shows itself
            if isinstance(error, ModuleNotFoundError) and (error.name or "l10n").partition(".")[0] != "l10n":
                show_error(L10nError(f"l10n needs {error.name}, which is not installed", "l10n doctor"))
                raise typer.Exit(L10nError.exit_code) from None
            insist(traceback.format_exc())
            insist("error: a bug in l10n; please report the lines above")
            raise typer.Exit(BUG) from None
        return done


def _make_visible(error: Exception) -> None:
    """A usage error quotes what was typed, or what a script took from the name of a file."""
    if isinstance(message := getattr(error, "message", None), str):
        error.message = "\n".join(map(visible, message.split("\n")))  # type: ignore[attr-defined]
