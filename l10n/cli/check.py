"""`l10n check`: what is wrong or missing in the catalogues, for people and for CI."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from l10n import config
from l10n.catalogue.search import home, po_files
from l10n.checking import settings as check_settings
from l10n.checking.gate import GATE
from l10n.checking.settings import FailOn, Settings
from l10n.checks import checks
from l10n.cli import destinations, options
from l10n.cli.console import FINDINGS, Console
from l10n.cli.output import result, shown
from l10n.cli.telling.source_texts import tell_languages, tell_left_out
from l10n.errors import L10nError
from l10n.files.paths import short
from l10n.model import Require
from l10n.model.findings import Report, Severity
from l10n.reports.figures import amount
from l10n.workflow import inputs

RequireOption = Annotated[
    Require | None, typer.Option("--require", help="What every entry has to be, or the exit code is 1.")
]
Untranslated = Annotated[
    str | None,
    typer.Option(
        "--max-untranslated", metavar="N|P%", help="So many entries, or percent, of a catalogue may miss --require."
    ),
]
Select = Annotated[list[str] | None, typer.Option("--select", metavar="CHECKS", help="Only these checks, as a,b.")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="CHECKS", help="Not these checks, as a,b.")]
Fail = Annotated[FailOn | None, typer.Option("--fail-on", help="From which severity on the exit code is 1.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="NAME", help="text, json, github, sarif, junit or markdown; may be repeated."
    ),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where the --format before it goes; - is stdout."),
]
Base = Annotated[
    str | None, typer.Option("--base", metavar="GITREF", help="Only what is new or worse than at this git revision.")
]


class Command(TyperCommand):
    """Remembers in which order --format and --output were given; Typer itself does not."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the command line."""
        ctx.meta["l10n.args"] = list(args)
        return list(super().parse_args(ctx, args))


def command(
    ctx: typer.Context,
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    source: Annotated[str | None, typer.Option("--from", metavar="LANG", help="Language of the msgids.")] = None,
    require: RequireOption = None,
    max_untranslated: Untranslated = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Fail = None,
    formats: Formats = None,  # noqa: ARG001  # read with their order
    outputs: Outputs = None,  # noqa: ARG001
    base: Base = None,
    glossary: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Terms, CSV or TBX; default: the settings'.")
    ] = None,
    fix_drafts: Annotated[bool, typer.Option("--fix", help="Make the safe repairs in drafts, then check.")] = False,
    fix_human: Annotated[bool, typer.Option("--fix-human", help="In people's texts, too, which become fuzzy.")] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes; default: one a core, if there is much to do.")
    ] = None,
    list_checks: Annotated[bool, typer.Option("--list", help="List the checks; with -v how each is meant.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show notes (severity info), too.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Find what is wrong or missing in the catalogues; exit with 1 if there is something."""
    if list_checks:
        _list(verbose)
        return
    settings, folder = _settings(source, require, max_untranslated, select, ignore, fail_on, base, glossary)
    targets = destinations.read(ctx.meta["l10n.args"])
    console = Console(quiet)
    files = [short(path) for path in po_files(paths or [locales or folder])]
    if not files:
        raise inputs.no_catalogues(paths or [locales or folder])
    destinations.keep_off(targets, files)
    unfixed = _fix(files, settings, fix_human, console) if fix_drafts or fix_human else []
    from l10n.checking.run import check

    report, errors = check(files, settings, jobs, {short(path) for path in paths or ()})
    tell_languages(((one.path, one.recognised) for one in report.catalogues), console)
    tell_left_out(report.left_out, console)
    for error in {str(error): error for error in (*unfixed, *errors)}.values():
        console.error(error)
    for name, path in targets:
        destinations.write(report, name, path, verbose)
    console.exit()
    if _failed(report, settings):
        raise typer.Exit(FINDINGS)


def _settings(
    source: str | None,
    require: Require | None,
    limit: str | None,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    fail_on: FailOn | None,
    base: str | None,
    glossary: Path | None,
) -> tuple[Settings, Path]:
    """The options over the settings, and the folder of the catalogues."""
    stored = config.load(Path.cwd())
    own = check_settings.of_project(stored, source)
    own = own.chosen(check_settings.names(select or [], "--select"), check_settings.names(ignore or [], "--ignore"))
    bound = check_settings.limit(limit) if limit is not None else own.limit
    wanted = require or own.require or (Require.DRAFTED if bound else None)
    chosen = replace(
        own,
        require=wanted,
        limit=bound,
        fail_on=fail_on or own.fail_on,
        base=base,
        glossary=glossary or own.glossary,
    )
    return chosen, stored.locales


def _fix(files: Sequence[Path], settings: Settings, human: bool, console: Console) -> list[L10nError]:
    """Repair what can be; the errors of the files where it was not possible. L10nError at once for a pipe."""
    from l10n.checking.fix import fix

    for path in files:
        home(path)
    errors = []
    for path in files:
        try:
            done = fix(path, settings, human)
        except L10nError as error:
            if error.exit_code != L10nError.exit_code:
                raise
            errors.append(error)
            continue
        if done.drafts or done.human:
            people = f", {done.human} of people's texts, fuzzy now" if done.human else ""
            console.say(f"{shown(path)}: repaired {amount(done.drafts, 'draft')}{people}")
    return errors


def _failed(report: Report, settings: Settings) -> bool:
    grave = {
        FailOn.ERROR: {Severity.ERROR},
        FailOn.WARNING: {Severity.ERROR, Severity.WARNING},
        FailOn.NEVER: set[Severity](),
    }[settings.fail_on]
    return any(finding.check == GATE or finding.severity in grave for finding in report.findings)


def _list(verbose: bool) -> None:
    width = max(map(len, checks()))
    for name, one in checks().items():
        result(f"{name:{width}}  {one.rule.severity:7}  {one.rule.title}")
        if verbose:
            result("\n".join(f"    {line}".rstrip() for line in one.rule.help.splitlines()) + "\n")
