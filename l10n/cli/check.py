"""`l10n check`: what is wrong or missing in the catalogues, for people and for CI."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from l10n import config
from l10n.cli import check_options as own
from l10n.cli import destinations, options
from l10n.cli.check_source import run
from l10n.cli.console import FINDINGS, Console
from l10n.cli.telling.check import list_checks, tell
from l10n.reports import formats
from l10n.workflow.check import CheckRequest, Reported, ReportFile

KIND = destinations.OrderedCommand
"""The class that Typer makes the command of."""


def command(
    ctx: typer.Context,
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    of_sources: own.OfSources = False,
    source: own.MsgidsIn = None,
    require: own.Required = None,
    max_untranslated: own.Untranslated = None,
    select: own.Select = None,
    ignore: own.Ignore = None,
    fail_on: own.Fail = None,
    format_names: destinations.Formats = None,  # noqa: ARG001  # read with their order
    outputs: destinations.Outputs = None,  # noqa: ARG001
    base: own.Base = None,
    glossary: own.GlossaryFile = None,
    fix_drafts: own.Fix = False,
    fix_human: own.FixHuman = False,
    jobs: own.Jobs = None,
    show_list: own.ListChecks = False,
    language: own.ListFor = None,
    verbose: own.Notes = False,
    quiet: options.Quiet = False,
) -> None:
    """Find what is wrong or missing in the catalogues; exit with 1 if there is something."""
    if show_list or language:
        list_checks(verbose, language)
        return
    settings, targets = config.load(Path.cwd()), destinations.read(ctx)
    request = CheckRequest(
        settings=settings,
        catalogues=tuple(paths or ()),
        locales=locales,
        source_language=source,
        require=require,
        max_untranslated=max_untranslated,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        fail_on=fail_on,
        base=base,
        glossary=glossary,
        fix=fix_drafts,
        fix_human=fix_human,
        jobs=jobs,
        files=tuple(ReportFile(name, path) for name, path in targets if path),
        notes=verbose,
    )
    console = Console(quiet)
    failed = False
    for event in console.follow(run(request, of_sources)):
        tell(event, console)
        if isinstance(event, Reported):
            failed = event.failed
            for name in (name for name, path in targets if not path):
                formats.write(event.report, name, sys.stdout, verbose)
    console.exit()
    if failed:
        raise typer.Exit(FINDINGS)
