"""`l10n review page`, `apply`, `serve`: the reviewer's desk, and decisions back into the catalogues."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Annotated

import typer

from l10n import config
from l10n.catalogue.header import now
from l10n.catalogue.search import po_files
from l10n.checking.settings import of_project
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.cli.review import By, Force, Outdated, Source, app, git_user
from l10n.errors import L10nError, WriteError
from l10n.files import temporary, write_bytes
from l10n.reports.characters import visible
from l10n.reports.figures import amount
from l10n.workflow import inputs, outputs

if TYPE_CHECKING:
    from l10n.checking.approval import Examiner
    from l10n.review.application import Catalogues as Targets
    from l10n.review.merging import Result
    from l10n.review.pages import Sources
    from l10n.review.patch import Patch

Patches = Annotated[list[Path], typer.Argument(metavar="PATCH...", help="Files that review pages have exported.")]
_PORT = 8765


@app.command()
def page(
    paths: options.Catalogues = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page.")] = Path("review.html"),
    locales: options.Locales = None,
    source: options.From = None,
    memory: options.MemoryFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Write one HTML file in which people review the entries; it needs no network, and gives a patch back."""
    from l10n.review.page import render
    from l10n.review.pages import page as make

    files, sources = _sources(paths, locales, source, memory)
    outputs.keep_off(output, files)
    console = Console(quiet)
    made, errors = make(files, sources)
    for error in errors:
        console.error(error)
    write_bytes(output, render(made).encode())
    counts = f"{amount(len(made.rows), 'entry')} of {amount(len(made.sheets), 'catalogue')}"
    result(f"{shown(output)}: {counts}")
    console.say("next: open it in a browser, decide, export; then l10n review apply PATCH")
    console.exit()


@app.command()
def apply(
    patches: Patches,
    catalogues: Annotated[
        list[Path] | None,
        typer.Option("--catalogues", metavar="PO", help="PO files or folders that may change; default: --locales."),
    ] = None,
    locales: options.Locales = None,
    by: By = None,
    outdated: Outdated = False,
    force: Force = False,
    source: Source = None,
    quiet: options.Quiet = False,
) -> None:
    """Put the decisions of patches into the catalogues; what has changed since the page was made is refused.

    So are approvals of what l10n check calls an error, or of an outdated entry, unless they were confirmed on the page.
    What is refused is named with the reason, and kept in a leftover file beside the patch. --by takes the place of the
    name in the patch.
    """
    from l10n.checking.approval import Examiner
    from l10n.review.application import Catalogues as Targets

    stored = config.load(Path.cwd())
    targets = Targets(po_files(catalogues or [locales or stored.locales]), stored.root)
    examiner = Examiner(of_project(stored, source), outdated, force)
    console = Console(quiet)
    for path in dict.fromkeys(patches):
        try:
            _apply(path, targets, by, examiner, console)
        except L10nError as error:
            console.error(error)
    console.exit()


@app.command()
def serve(
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    source: options.From = None,
    memory: options.MemoryFile = None,
    host: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="Where to listen; others than this machine can reach any but 127.0.0.1."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes any that is free.")] = _PORT,
    browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Show the page on this machine and save each decision at once; Ctrl-C ends it. Needs Werkzeug."""
    try:
        from l10n.review.listening import LOOPBACK, listen
        from l10n.review.server import Desk
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("werkzeug"):
            raise
        raise L10nError("l10n review serve needs Werkzeug", "pip install 'werkzeug>=3.1,<4'") from None
    files, sources = _sources(paths, locales, source, memory)
    console = Console()
    if host not in LOOPBACK:
        console.say(f"warning: whoever can reach {host} and knows the address can change these catalogues")
    server = listen(Desk(files, sources, git_user()), host, port)
    result(server.address)
    console.say(f"{amount(len(files), 'catalogue')}; every decision is saved at once; Ctrl-C ends it")
    with _shortcut(server.address) if browser else nullcontext(), suppress(KeyboardInterrupt):
        server.run()
    console.say("ended; what the page showed as saved is in the catalogues")


@contextmanager
def _shortcut(address: str) -> Iterator[None]:
    """Open the address in the browser by a file that nobody else reads: command lines everybody can see."""
    with temporary(Path(gettempdir()), "l10n-desk-", ".html") as (file, path):
        file.write(f'<meta http-equiv="refresh" content="0; url={address}">'.encode())
        file.flush()
        webbrowser.open(path.as_uri())
        yield


def _sources(
    paths: Sequence[Path] | None, locales: Path | None, source: str | None, memory: Path | None
) -> tuple[list[Path], Sources]:
    """The catalogues, and what their page is made from."""
    from l10n.review.pages import Sources

    stored = config.load(Path.cwd())
    files = po_files(paths or [locales or stored.locales])
    if not files:
        raise inputs.no_catalogues(paths or [locales or stored.locales])
    return files, Sources(stored.root, of_project(stored, source), memory or stored.memory)


def _apply(path: Path, targets: Targets, by: str | None, examiner: Examiner, console: Console) -> None:
    from l10n.review import patch as patches
    from l10n.review.application import UNKNOWN, apply
    from l10n.review.merging import Outcome, reviewer

    patch = patches.read(path)
    signing = reviewer(patch, now(), by)
    refused: list[Result] = []
    for one in apply(patch, targets, signing, examiner):
        name = shown(one.path) if one.path else visible(one.name)
        if one.error:
            console.error(one.error)
            console.say(f"{name}: none of its decisions was applied: mend that, and apply {shown(path)} again")
            continue
        result(f"{name}: " + ", ".join(f"{one.count(outcome)} {outcome}" for outcome in Outcome))
        if one.path is None:
            hint = "name its file or folder with --catalogues"
            console.error(L10nError(f"{shown(path)}: {name}: {UNKNOWN}", hint))
        else:
            for refusal in one.refused:
                quoted = visible(f"“{refusal.decision.source}”: {refusal.reason}")
                console.error(L10nError(f"{shown(path)}: {name}: {refusal.decision.key} {quoted}", refusal.hint))
        refused += one.refused
    if refused:
        _keep(path, patch, refused, console)


def _keep(path: Path, patch: Patch, refused: Sequence[Result], console: Console) -> None:
    from l10n.review.application import keep

    try:
        console.say(
            f"refused decisions are kept in {shown(keep(path, patch, refused))}; make a new page to decide again"
        )
    except WriteError as error:
        hint = "they are in the patch; all others have been applied, and applying it again does no harm"
        console.error(
            WriteError(f"{error.message}: {amount(len(refused), 'refused decision')} cannot be kept apart", hint)
        )
