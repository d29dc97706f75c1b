"""`l10n draft`: the main job."""

from __future__ import annotations

from pathlib import Path

from l10n import config
from l10n.cli import draft_options, options
from l10n.cli.console import Console
from l10n.cli.output import result
from l10n.cli.questions import download_agreed
from l10n.cli.telling import draft as telling
from l10n.cli.telling import update as update_telling
from l10n.drafting import THRESHOLD
from l10n.updating import Updated
from l10n.workflow.draft import DraftRequest, draft


def command(
    sources: options.Sources = None,
    form: options.Format = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    packages: options.PackagesFolder = None,
    engine: draft_options.Engine = None,
    beam: draft_options.BeamOption = None,
    device: draft_options.DeviceOption = None,
    redraft: draft_options.Redraft = False,
    pivot: draft_options.PivotOption = draft_options.Pivot.REVIEWED,
    memory: options.MemoryFile = None,
    no_memory: draft_options.NoMemory = False,
    threshold: draft_options.Threshold = THRESHOLD,
    trust_exact: draft_options.TrustExact = False,
    round_trip: draft_options.RoundTrip = False,
    install: draft_options.Install = False,
    po: draft_options.Software = None,
    scheduler: draft_options.Scheduler = None,
    force: options.Force = False,
    prune: options.Prune = False,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write or update the catalogues of each source and fill every empty msgstr with a draft."""
    console = Console(quiet, verbose)
    request = DraftRequest(
        settings=config.load(Path.cwd()),
        sources=tuple(sources or ()),
        format=form,
        catalogues=tuple(po or ()),
        to=to,
        source_language=source,
        locales=locales,
        packages=packages,
        engine=engine,
        beam=beam,
        device=device,
        redraft=redraft,
        accepted_pivot=pivot is draft_options.Pivot.REVIEWED,
        memory=memory,
        use_memory=not no_memory,
        threshold=threshold,
        trust_exact=trust_exact,
        round_trip=round_trip,
        install=install,
        agree=lambda missing: download_agreed(missing, console),
        cluster=scheduler,
        force=force,
        prune=prune,
        dry_run=dry_run,
    )
    for event in console.follow(draft(request)):
        if isinstance(event, Updated) and (dry_run or event.written):
            (result if dry_run else console.say)(update_telling.line(event))
        update_telling.tell(event, console, dry_run)
        telling.tell(event, console)
    console.exit()
