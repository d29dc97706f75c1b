"""`l10n build`: the finished article in each language."""

from __future__ import annotations

from pathlib import Path

from l10n import config
from l10n.cli import build_options, options
from l10n.cli.console import Console
from l10n.cli.garbage import uncollected
from l10n.cli.output import result
from l10n.cli.stale import list_stale
from l10n.cli.telling.build import line, tell
from l10n.errors import L10nError
from l10n.workflow.build import BuildRequest, Built, build


def command(
    source_files: options.Sources = None,
    form: options.Format = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    require: build_options.RequireOption = None,
    fallback: build_options.FallbackOption = None,
    complete: build_options.Complete = None,
    mark: build_options.MarkDrafts = False,
    notice: build_options.Notice = None,
    keep_lang: build_options.KeepLang = False,
    bilingual: build_options.Bilingual = None,
    output: build_options.Output = None,
    list_only: build_options.Stale = False,
    as_json: build_options.AsJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Write the article in each language from the catalogues, set as the source is: DIR/LANG/SOURCE.

    --stale writes nothing: it lists the published files that are no longer current, and exits with 1 if there are any.
    """
    request = BuildRequest(
        settings=config.load(Path.cwd()),
        sources=tuple(source_files or ()),
        format=form,
        to=to,
        source_language=source,
        locales=locales,
        require=require,
        fallback=fallback,
        complete=complete,
        mark_drafts=mark,
        notice=notice,
        keep_language=keep_lang,
        edition=bilingual,
        output=output,
    )
    if list_only:
        list_stale(request, as_json, quiet)
        return
    if as_json:
        raise L10nError("--json: only with --stale", "leave it out, or list what is not current: --stale --json")
    console = Console(quiet)
    with uncollected():
        for event in console.follow(build(request)):
            tell(event, console)
            if isinstance(event, Built):
                result(line(event))
    console.exit()
