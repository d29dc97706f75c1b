"""`l10n eval`: how good the drafts were, and how well their risk foretold what had to be changed."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from l10n import config, plugins
from l10n.catalogue import po
from l10n.catalogue.search import document_of, language_of, po_files
from l10n.catalogue.source_texts import source_texts
from l10n.cli import destinations, options
from l10n.cli.console import Console
from l10n.cli.output import shown
from l10n.errors import L10nError
from l10n.evaluation import references
from l10n.evaluation.pairing import FirstDraft, Pairing, with_first_drafts, with_reference
from l10n.evaluation.references import Target
from l10n.files import write_bytes
from l10n.files.paths import short
from l10n.languages import base
from l10n.risk.features import Features
from l10n.workflow import inputs

_FORMATS = "l10n.evaluation.formats"
ACCEPTED = "accepted"

ReferenceFile = Annotated[
    Path | None,
    typer.Option(
        "--reference",
        metavar="FILE",
        help="PO, TMX or TXT (a line an entry): compare the drafts that still stand with it.",
    ),
]
Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="table, json or html.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where it goes; - is stdout.")]
Fit = Annotated[bool, typer.Option("--fit", help="Fit the weights of risk to the edits, and show what that is worth.")]

_Pairer = Callable[[Target], Iterator[Pairing]]


def command(
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    memory: options.MemoryFile = None,
    reference: ReferenceFile = None,
    format_name: Format = "table",
    output: Output = None,
    fit: Fit = False,
) -> None:
    """Compare drafts with what people made of them, or with a reference: scores, effort, and what risk foretold."""
    stored = config.load(Path.cwd())
    form = plugins.load(_FORMATS, format_name)
    folder = locales or stored.locales
    files = [short(path) for path in po_files(paths or [folder])]
    target = None if output in (None, Path("-")) else output
    destinations.keep_off([(format_name, target)], [*files, *([reference] if reference else [])])
    if fit and reference:
        raise L10nError("--fit --reference: weights are fitted to people's edits", "leave one of the two out")
    console = Console()
    pairings = _pairings(files, stored.source_language, _pairer(reference, memory or stored.memory), console)
    if not pairings:
        console.exit()
        raise _nothing(files, paths or [folder], reference)
    if fit:
        _write(lambda out: _fit(pairings, out), target)
    else:
        from l10n.evaluation.summary import evaluate

        evaluation = evaluate(pairings, shown(reference) if reference else ACCEPTED)
        _write(lambda out: form.write(evaluation, out), target)
    console.exit()


def first_drafts(memory: Path) -> Sequence[FirstDraft]:
    """The drafts as they were before anybody edited them; `l10n draft` keeps them in the memory."""
    from l10n.memory.store import Memory

    with Memory(memory, create=False) as store:
        kept = store.first_drafts()
    return [
        FirstDraft(one.document, one.language, one.msgctxt, one.msgid, one.text, one.risk, _features(one.features))
        for one in kept
    ]


def _features(kept: str) -> Features | None:
    if not kept:
        return None
    read: dict[str, Any] = json.loads(kept)
    fields: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in read.items()}
    return Features(**fields)


def _pairer(reference: Path | None, memory: Path) -> _Pairer:
    """What finds the pairings of one catalogue."""
    if reference is None:
        drafts = first_drafts(memory)
        return lambda one: with_first_drafts(document_of(one.path), one.language, one.catalogue, drafts)
    found = references.read(reference)

    def compared(one: Target) -> Iterator[Pairing]:
        if own := found.of(one):
            yield from with_reference(document_of(one.path), one.language, one.catalogue, own)

    return compared


def _pairings(files: Sequence[Path], source: str, pairer: _Pairer, console: Console) -> list[Pairing]:
    """Of all catalogues that can be read."""
    found: list[Pairing] = []
    for path in files:
        try:
            catalogue = po.read(path)
            lang = base(language_of(path, catalogue))
            if not lang:
                raise L10nError(f"{path}: no language", "write it into the header, as in: Language: ru")
            sources = source_texts(path, catalogue, source)
            found += pairer(Target(path, catalogue, sources.language, lang))
        except L10nError as error:
            console.error(error)
    return found


def _nothing(files: Sequence[Path], places: Sequence[Path], reference: Path | None) -> L10nError:
    if not files:
        return inputs.no_catalogues(places)
    place = ", ".join(map(shown, places))
    if reference:
        what = "no draft in the catalogues is in the reference"
        hint = "only drafts that nobody has edited are compared; is it for this text, and in these languages?"
        return L10nError(f"{shown(reference)}: {what}", hint)
    return L10nError(
        f"{place}: no draft has been accepted yet", "review some first, or compare with a reference: --reference FILE"
    )


def _fit(pairings: Sequence[Pairing], out: TextIO) -> None:
    """The weights before and after, and their rank correlation with edits."""
    from l10n.evaluation.effort import edit_rate
    from l10n.evaluation.fitting import Example, fit
    from l10n.evaluation.formats.table import write_fit

    examples = [Example(one.features, edit_rate(one), one.language) for one in pairings if one.features]
    if not examples:
        raise L10nError(
            "--fit: none of the accepted drafts has its features kept", "draft and review some with this version first"
        )
    write_fit(fit(examples), out)


def _write(write: Callable[[TextIO], None], path: Path | None) -> None:
    if path is None:
        write(sys.stdout)
        return
    text = io.StringIO()
    write(text)
    write_bytes(path, text.getvalue().encode("utf-8", "replace"))
