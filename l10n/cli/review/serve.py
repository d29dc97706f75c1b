"""`l10n review serve`: the page on this machine, saving each decision at once."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result
from l10n.reports.figures import amount
from l10n.workflow.review.serve import Listening, ServeRequest, serve

Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Where to listen; others than this machine can reach any but 127.0.0.1.")
]
Port = Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes any that is free.")]
Browser = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]


def command(
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    source: options.From = None,
    memory: options.MemoryFile = None,
    host: Host = "127.0.0.1",
    port: Port = 8765,
    browser: Browser = False,
) -> None:
    """Show the page on this machine and save each decision at once; Ctrl-C ends it. Needs Werkzeug."""
    request = ServeRequest(
        settings=config.load(Path.cwd()),
        paths=tuple(paths or ()),
        locales=locales,
        source_language=source,
        memory=memory,
        host=host,
        port=port,
    )
    console = Console()
    with ExitStack() as stack:
        for event in console.follow(serve(request)):
            if isinstance(event, Listening):
                result(event.address)
                count = amount(len(event.catalogues), "catalogue")
                console.say(f"{count}; every decision is saved at once; Ctrl-C ends it")
                stack.enter_context(suppress(KeyboardInterrupt))
                if browser:
                    stack.enter_context(_shortcut(event.address))
    console.say("ended; what the page showed as saved is in the catalogues")


def _shortcut(address: str) -> AbstractContextManager[None]:
    from l10n.cli.review.shortcut import shortcut  # only here: the browser's module takes its time to import

    return shortcut(address)
