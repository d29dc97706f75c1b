"""The command `l10n`: one module a command. Exit codes:

0 done, 1 findings, 2 bad usage, settings or input, 3 package or engine, 4 cannot write, 5 refused, 70 bug in l10n,
130 interrupted.
"""

from __future__ import annotations

import gc
import io
import sys

import typer

from l10n import __version__
from l10n.cli.boundary import Boundary
from l10n.cli.output import result

app = typer.Typer(
    cls=Boundary,
    name="l10n",
    help="Drafts a German article in other languages, offline, as gettext catalogues that translators review.",
    no_args_is_help=True,
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
