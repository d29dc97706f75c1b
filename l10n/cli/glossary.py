"""`l10n glossary`: check, fill, convert and learn the terms and names of the project; see docs/glossary.md."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n import config, glossary
from l10n.catalogue.search import po_files
from l10n.cli import options
from l10n.cli.console import FINDINGS, Console
from l10n.cli.output import data, insist, result, shown
from l10n.cli.telling.source_texts import tell_languages
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.glossary import Glossary, Term, rows, tbx
from l10n.languages import LANGUAGES, language
from l10n.model.findings import Severity
from l10n.reports.figures import amount
from l10n.segmentation.document import extract
from l10n.workflow import inputs

if TYPE_CHECKING:
    from l10n.glossary.learning import Learned
    from l10n.glossary_audit.candidates import Candidate
    from l10n.glossary_audit.catalogues import Read

app = typer.Typer(
    help="Check, fill, convert and learn the project's terms and names.", no_args_is_help=True, rich_markup_mode=None
)


class Format(StrEnum):
    """How candidates and what was learnt are shown."""

    TEXT = "text"
    CSV = "csv"


class Dialect(StrEnum):
    """Which TBX is written."""

    BASIC = "basic"
    V2 = "v2"
    MIN = "min"


Files = Annotated[list[Path] | None, typer.Argument(metavar="FILE...", help="CSV or TBX; default: the settings'.")]
Catalogues = Annotated[
    list[Path] | None,
    typer.Option("--catalogues", metavar="PO", help="PO files, or folders with some; default: the settings' locales."),
]
GlossaryFile = Annotated[Path | None, typer.Option("--glossary", metavar="FILE", help="Default: the settings'.")]
Formats = Annotated[Format, typer.Option("--format", "-f", help="CSV is a glossary, ready to be filled in.")]
Pos = Annotated[list[Path] | None, typer.Argument(metavar="PO...", help="Default: the settings' locales.")]


@app.command()
def check(
    files: Files = None,
    catalogues: Catalogues = None,
    source: options.From = None,
    to: options.To = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also notes, and where a term is missing.")] = False,
) -> None:
    """Show what is wrong with the glossary and how the catalogues use it; exit with 1 if there is an error."""
    from l10n.glossary_audit.problems import problems

    settings = config.load(Path.cwd())
    found, lang = _read_catalogues(_catalogues(catalogues, settings), source, settings)
    own = [] if lang == settings.source_language else [one.language for one in found if one.language in LANGUAGES]
    targets = inputs.targets(to or ",".join(dict.fromkeys(own)) or None, lang, settings)
    counts: Counter[Severity] = Counter()
    for file in files or [_file(settings)]:
        terms = glossary.read(file, (lang, *targets))
        for problem in problems(terms, lang, targets):
            counts[problem.severity] += 1
            if verbose or problem.severity is not Severity.INFO:
                result(f"{shown(file)}:{problem.line}: {problem.severity}: {problem.message}")
        if found:
            _show_usage(terms, lang, targets, found, verbose)
        insist(f"{shown(file)}: {amount(len(terms.terms), 'term')}, {_sum(counts)}")
    if counts[Severity.ERROR]:
        raise typer.Exit(FINDINGS)


@app.command()
def candidates(
    sources: options.Sources = None,
    minimum: Annotated[int, typer.Option("--min", min=1, help="Occurrences that a candidate needs.")] = 1,
    output: Formats = Format.TEXT,
    known: GlossaryFile = None,
    source: options.From = None,
    catalogues: Catalogues = None,
) -> None:
    """Propose names and terms of the documents that the glossary lacks, the most important first."""
    from l10n.glossary_audit.candidates import candidates as propose
    from l10n.glossary_audit.catalogues import read
    from l10n.glossary_audit.filling import accepted, filled

    settings = config.load(Path.cwd())
    lang = language(source or settings.source_language).code
    documents = [extract(path, lang, settings.root) for path in inputs.sources(sources, settings)]
    file = known or settings.glossary
    texts = (segment.text for document in documents for segment in document.segments)
    found = propose(texts, lang, glossary.read(file, settings.languages) if file else None, minimum)
    if output is Format.TEXT:
        result("".join(map(_line, found)), line_end=False)
        return
    translations = accepted(read(_catalogues(catalogues, settings), source, settings.source_language), lang)
    terms = [filled(one, lang, translations) for one in found]
    data(rows.text(terms, Path("candidates"), (lang, *settings.targets)))


@app.command()
def learn(
    paths: Pos = None,
    minimum: Annotated[int, typer.Option("--min", min=1, help="Segments in which a change was made.")] = 3,
    output: Formats = Format.TEXT,
    source: options.From = None,
    memory: options.MemoryFile = None,
) -> None:
    """Show what reviewers changed again and again in first drafts."""
    from l10n.glossary.learning import learn as mine
    from l10n.glossary_audit.drafts import first_drafts

    settings = config.load(Path.cwd())
    read, lang = _read_catalogues(po_files(paths or [settings.locales]), source, settings)
    found = mine(first_drafts(read, memory or settings.memory), lang, minimum)
    if output is Format.CSV:
        terms = [_learnt(one, lang) for one in found if one.source]
        data(rows.text(terms, Path("learn"), (lang, *settings.targets)))
        return
    for one in found:
        where = f", where the source has “{one.source}”" if one.source else ""
        result(f"{one.language}: “{one.old}” became “{one.new}” in {one.times} of {one.drafts} segments{where}")


@app.command()
def convert(
    given: Annotated[Path, typer.Argument(metavar="IN", help="CSV, tabs or TBX.")],
    wanted: Annotated[Path, typer.Argument(metavar="OUT", help="By its suffix .csv or .tbx; .tbxm is TBX-Min.")],
    dialect: Annotated[Dialect | None, typer.Option(help="Of the TBX file; default: basic, of version 3.")] = None,
    source: options.From = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="LANG", help="The second language of TBX-Min or a bare table."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace OUT if it is there.")] = False,
) -> None:
    """Turn a glossary from a table into TBX or back, and say what is lost on the way."""
    settings = config.load(Path.cwd())
    if wanted.suffix.lower() not in glossary.SUFFIXES:
        raise L10nError(
            f"{wanted}: no suffix of a glossary", f"name it with one of {', '.join(sorted(glossary.SUFFIXES))}"
        )
    if wanted.exists() and not force:
        raise L10nError(f"{wanted}: is there already", "name another file, or --force to replace it")
    languages = (settings.source_language, *([language(to).code] if to else settings.targets))
    terms, lost = _read(given, languages)
    text, more = _text(terms, given, wanted, dialect, language(source or settings.source_language).code, to)
    write_bytes(wanted, text.encode("utf-8"))
    insist(f"{shown(wanted)}: {amount(len(terms), 'term')}")
    for what, count in sorted((Counter(lost) + Counter(more)).items()):
        insist(f"lost: {what} ({count})")


def _read(path: Path, languages: Sequence[str]) -> tuple[tuple[Term, ...], Mapping[str, int]]:
    if not glossary.is_tbx(path):
        return rows.read(path, languages), {}
    content = tbx.read(path)
    return content.terms, content.lost


def _text(
    terms: Sequence[Term], given: Path, wanted: Path, dialect: Dialect | None, source: str, to: str | None
) -> tuple[str, Mapping[str, int]]:
    """The file's text, and what it has no place for."""
    from l10n.glossary import export

    if wanted.suffix.lower() == ".csv":
        return rows.text(terms, given), {}
    if dialect is Dialect.V2:
        return export.martif(terms, given, source), {}
    if dialect is Dialect.BASIC or (dialect is None and wanted.suffix.lower() != ".tbxm"):
        return export.basic(terms, given, source), {}
    others = dict.fromkeys(lang for term in terms for lang in term.words if lang != source)
    if to is None and len(others) != 1:
        raise L10nError("TBX-Min is for two languages", f"choose the second one with --to: {', '.join(others)}")
    target = language(to or next(iter(others))).code
    return export.minimal(terms, given, source, target), export.lost_in_min(terms, source, target)


def _read_catalogues(paths: Sequence[Path], given: str | None, settings: Config) -> tuple[list[Read], str]:
    """The catalogues, and their source language, which is said where nothing but the texts tells it."""
    from l10n.glossary_audit.catalogues import common_source, read

    source = language(given).code if given else None
    found = read(paths, source, settings.source_language)
    tell_languages(((one.path, one.sources.language if one.sources.recognised else "") for one in found), Console())
    return found, source or common_source(found, settings.source_language)


def _show_usage(terms: Glossary, source: str, targets: Sequence[str], read: Sequence[Read], verbose: bool) -> None:
    from l10n.glossary_audit.usage import usage
    from l10n.reports.terms import usage_table

    found = usage(terms, source, read)
    missing = Counter((id(miss.term), miss.language) for miss in found.misses)
    lines, unused = [], []
    for number, term in enumerate(terms.terms):
        name = " | ".join(term.words.get(source, ()))
        if not found.sources[number]:
            unused.append(name)
            continue
        shares = [(missing[id(term), lang], found.translations.get(lang, Counter())[number]) for lang in targets]
        lines.append((name, found.sources[number], shares))
    usage_table(lines, targets, sys.stdout)
    if unused:
        result(f"in no source: {', '.join(filter(None, unused))}")
    for miss in found.misses if verbose else ():
        name, words = miss.term.words[source][0], " or ".join(miss.term.words[miss.language])
        note = f" (note: {miss.term.note})" if miss.term.note else ""
        result(f"{shown(miss.path)}:{miss.line}: {Severity.INFO}: “{name}” is not “{words}” here{note}")


def _catalogues(given: Sequence[Path] | None, settings: Config) -> list[Path]:
    """The catalogues given, or those of the settings, of which there may be none."""
    if given:
        return po_files(given)
    return po_files([settings.locales]) if settings.locales.is_dir() else []


def _file(settings: Config) -> Path:
    if settings.glossary is None:
        raise L10nError("no glossary", 'name a CSV or TBX file, or set glossary = "…" in [tool.l10n] of pyproject.toml')
    return settings.glossary


def _sum(counts: Mapping[Severity, int]) -> str:
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    parts = (f"{counts[one]} {word}{'' if counts[one] == 1 else 's'}" for one, word in words.items() if counts[one])
    return ", ".join(parts) or "nothing to report"


def _line(candidate: Candidate) -> str:
    return f"{candidate.count:4}  {candidate.kind:4}  {candidate.text}\n"


def _learnt(one: Learned, source: str) -> Term:
    note = f"“{one.old}” was changed in {one.times} of {one.drafts} segments"
    return Term({source: (one.source,), one.language: (one.new,)}, {one.language: (one.old,)}, note)
