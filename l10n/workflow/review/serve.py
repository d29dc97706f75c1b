"""The page on a port of this machine, saving each decision at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from l10n.config import Config
from l10n.errors import L10nError
from l10n.model.events import Event, Notice
from l10n.workflow import inputs
from l10n.workflow.review.reviewers import git_user


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeRequest:
    """Which catalogues are to be reviewed on which port; what is not said is as in the settings."""

    settings: Config
    paths: tuple[Path, ...] = ()
    """PO files, or folders with some."""
    locales: Path | None = None
    """Folder of the catalogues, if none are named."""
    source_language: str | None = None
    memory: Path | None = None
    """The translation memory, for hints."""
    host: str = "127.0.0.1"
    """Where to listen: others than this machine can reach any but the loopback addresses."""
    port: int = 0
    """0 takes any that is free."""


@dataclass(frozen=True, slots=True)
class Listening(Event):
    """The page can be opened; whoever asks for the next event serves it until `close` is called or Ctrl-C pressed."""

    address: str
    """Address with a token: whoever knows it can change the catalogues."""
    catalogues: tuple[Path, ...]
    close: Callable[[], None]
    """Ends the serving, for another thread; what is being saved then still is."""


def serve(request: ServeRequest) -> Iterator[Event]:
    """Take the port, tell the address (`Listening`), and serve until it is closed.

    A run that is not followed on from there gives the port back. Raises L10nError without Werkzeug or catalogues, and
    for a port or address that is not to be had. KeyboardInterrupt goes through it once everything is saved.
    """
    server, wsgi = _modules()
    from l10n.checking.settings import of_project
    from l10n.drafting.proposals import Proposer
    from l10n.engines.supply import supply
    from l10n.memory.shared import shared_memories
    from l10n.review.page import PageSources

    settings = request.settings
    files = inputs.catalogues(request.paths, request.locales, settings)
    checks = of_project(settings, request.source_language)
    sources = PageSources(settings.root, checks, request.memory or settings.memory, shared_memories(settings))
    if request.host not in server.LOOPBACK:
        reach = f"whoever can reach {request.host} and knows the address"
        yield Notice(f"warning: {reach} can change these catalogues")
    with (
        Proposer(supply(settings)) as proposer,
        server.listen(
            wsgi.ReviewApplication(files, sources, git_user(), proposer), request.host, request.port
        ) as running,
    ):
        yield Listening(running.address, tuple(files), running.close)
        running.run()


def _modules() -> tuple[ModuleType, ModuleType]:
    """Import what needs Werkzeug; raises L10nError if that is not installed."""
    try:
        from l10n.review import server, wsgi
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("werkzeug"):
            raise
        raise L10nError("l10n review serve needs Werkzeug", "pip install 'werkzeug>=3.1,<4'") from None
    return server, wsgi
