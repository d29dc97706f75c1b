"""The command `l10n`: one module a command, and the one place where errors become text and exit codes.

0 done, 1 findings, 2 bad usage, settings or input, 3 package or engine, 4 cannot write, 5 refused, 70 bug in l10n,
130 interrupted.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
import traceback
from typing import Any

import typer

from l10n import __version__
from l10n.cli.commands import Commands
from l10n.cli.output import insist, result, show_error
from l10n.errors import L10nError, WriteError
from l10n.reports.characters import visible

BUG = 70
INTERRUPTED = 130


class _Boundary(Commands):
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
            insist(traceback.format_exc())
            insist("error: a bug in l10n; please report the lines above")
            raise typer.Exit(BUG) from None
        return done


def _make_visible(error: Exception) -> None:
    """A usage error quotes what was typed, or what a script took from the name of a file."""
    if isinstance(message := getattr(error, "message", None), str):
        error.message = "\n".join(map(visible, message.split("\n")))  # type: ignore[attr-defined]


app = typer.Typer(
    cls=_Boundary,
    name="l10n",
    help="Drafts a German article in other languages, offline, as gettext catalogues that translators review.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        result(f"l10n {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    pass


def main() -> None:
    """Entry point of the command."""
    sys.stdout = sys.stdout or io.StringIO()  # closed by `>&-`
    for stream in (sys.stdout, sys.stderr):  # a C locale, or Windows, must not stop Cyrillic
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(100_000, 50, 50)  # a catalogue is many small objects without cycles: look for garbage less often
    app()
