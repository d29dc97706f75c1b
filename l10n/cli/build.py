"""`l10n build`: the finished article in each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from l10n import config, pipeline, plugins
from l10n.building import Fallback, Miss, Origin, Piece
from l10n.building.article import article
from l10n.building.choice import Choice, Rules, choose
from l10n.building.editions import Edition
from l10n.catalogue import po
from l10n.cli import options
from l10n.cli.console import FINDINGS, Console
from l10n.cli.output import result, shown
from l10n.config import Config
from l10n.documents.plain import encoded
from l10n.errors import L10nError
from l10n.files import real, write_bytes
from l10n.languages import language
from l10n.model import Catalogue, Document, Require
from l10n.reports.figures import amount
from l10n.workflow import inputs, outputs

_EDITIONS = "l10n.building.editions"
_FEW = 5
"""Segments that are named when they stop an article: enough to begin with."""
_EXCERPT = 60

RequireOption = Annotated[Require, typer.Option("--require", help="What a translation has to be to be used.")]
FallbackOption = Annotated[
    Fallback, typer.Option("--fallback", help="What stands where there is no such translation; fail: no article.")
]
MarkDrafts = Annotated[bool, typer.Option("--mark-drafts", help="Set ⟦ and ⟧ around what is not accepted.")]
Bilingual = Annotated[
    str | None,
    typer.Option("--bilingual", metavar="html|markdown", help="Source and translation side by side instead."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Where it goes; default: build.")]


class _UnfinishedError(L10nError):
    """There is no article, as its catalogue lacks translations: a finding."""

    exit_code = FINDINGS


@dataclass(frozen=True, slots=True)
class _Work:
    """What holds for all articles of the run."""

    source: str
    locales: Path
    output: Path
    rules: Rules
    edition: ModuleType | None
    kept: Mapping[Path, str]
    """Not to be written over: resolved, and what each is."""


def command(
    source_files: options.Sources = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    require: RequireOption = Require.TRANSLATED,
    fallback: FallbackOption = Fallback.FAIL,
    mark: MarkDrafts = False,
    bilingual: Bilingual = None,
    output: Output = None,
    quiet: options.Quiet = False,
) -> None:
    """Write the article in each language from the catalogues, set as the source is: DIR/LANG/SOURCE."""
    settings = config.load(Path.cwd())
    lang = language(source or settings.source_language).code
    targets = inputs.targets(to, lang, settings)
    paths = inputs.sources(source_files, settings)
    work = _Work(
        lang,
        locales or settings.locales,
        output or settings.root / "build",
        Rules(require, fallback, mark),
        plugins.load(_EDITIONS, bilingual) if bilingual is not None else None,
        dict(_kept(paths, settings)),
    )
    console = Console(quiet)
    for path in paths:
        try:
            document = pipeline.extract(path, lang, settings.root)
        except L10nError as error:
            console.error(error)
            continue
        for target in targets:
            try:
                result(_build(document, path, target, work, console))
            except L10nError as error:
                console.error(error)
    console.exit()


def _build(document: Document, path: Path, lang: str, work: _Work, console: Console) -> str:
    """Write one article; what to say of it."""
    out = work.output / lang / _name(path, work.edition)
    if what := work.kept.get(real(out)) or outputs.reserved(out):
        raise L10nError(f"{shown(out)}: this is {what}, not written", "name another folder with --output")
    catalogue = pipeline.catalogue_path(work.locales, lang, document.name)
    choice = choose(document, _read(catalogue, f"make it: l10n draft {shown(path)} --to {lang}"), work.rules)
    if strangers := len(choice.strangers):
        changed = f"{amount(strangers, 'segment')} of {shown(path)} without an entry"
        console.say(f"{shown(catalogue)}: {changed}: bring it up to date with l10n update {shown(path)}")
    _refuse(choice, out, (path, catalogue), work.rules)
    write_bytes(out, _data(document, choice.pieces, lang, work))
    return f"{shown(out)}: {', '.join(_counts(choice.pieces, work.source))}"


def _kept(sources: Sequence[Path], settings: Config) -> Iterator[tuple[Path, str]]:
    yield settings.memory.resolve(), "the translation memory"
    if settings.glossary:
        yield settings.glossary.resolve(), "the glossary"
    yield from ((path.resolve(), "a source") for path in (*sources, *settings.sources))


def _name(source: Path, edition: ModuleType | None) -> str:
    """An edition does not take the place of the article that is built of a source with its suffix."""
    if edition is None:
        return source.name
    name = f"{source.stem}{edition.SUFFIX}"
    return name if name != source.name else f"{source.stem}.bilingual{edition.SUFFIX}"


def _read(path: Path, hint: str) -> Catalogue:
    """The hint is for a catalogue that is not there; one that may not be read is something else."""
    try:
        return po.read(path)
    except L10nError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise L10nError(f"{shown(path)}: no such catalogue", hint) from None
        raise


def _data(document: Document, pieces: Sequence[Piece], lang: str, work: _Work) -> bytes:
    if work.edition is None:
        return encoded(article(document, pieces), document.mark)
    return encoded(work.edition.page(Edition(document, pieces, work.source, lang)), b"")


def _refuse(choice: Choice, out: Path, files: tuple[Path, Path], rules: Rules) -> None:
    """_UnfinishedError if there must be no article, or nothing would be in it."""
    if all(piece.origin is Origin.NOTHING for piece in choice.pieces):
        message = f"{shown(out)}: not written, no segment is {rules.require}: nothing would be left"
        raise _UnfinishedError(message, "keep the source text: --fallback source, or the drafts: --fallback draft")
    if choice.misses and rules.fallback is Fallback.FAIL:
        missing = f"{len(choice.misses)} of {amount(len(choice.pieces), 'segment')}"
        head = f"{shown(out)}: not written, {missing} not {rules.require}:"
        hint = "finish them, or say what stands for them: --fallback source, draft or omit"
        raise _UnfinishedError("\n".join((head, *_named(choice.misses, *files))), hint)


def _named(misses: Sequence[Miss], source: Path, catalogue: Path) -> Iterator[str]:
    """The first few, where somebody can do something about them: in the catalogue, if they are in it."""
    for miss in misses[:_FEW]:
        place = f"{shown(catalogue)}:{miss.line}" if miss.line else f"{shown(source)}:{miss.segment.line}"
        text = miss.segment.text
        yield f"  {place}: {miss.state}: {text[:_EXCERPT]}{'…' if len(text) > _EXCERPT else ''}"
    if len(misses) > _FEW:
        yield f"  … and {len(misses) - _FEW} more"


def _counts(pieces: Sequence[Piece], source: str) -> Iterator[str]:
    """As `71 segments`, `3 from drafts`: what is not a translation as required is named."""
    counts = Counter(piece.origin for piece in pieces)
    yield amount(len(pieces), "segment")
    names = {
        Origin.UNSIGNED: "not reviewed",
        Origin.DRAFT: "from drafts",
        Origin.SOURCE: f"in {language(source).name}",
        Origin.NOTHING: "left out",
    }
    yield from (f"{counts[origin]} {name}" for origin, name in names.items() if counts[origin])
