"""How good drafts were: compared with what people made of them, or with a reference."""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from l10n.catalogue import po
from l10n.catalogue.layout import layout_of
from l10n.catalogue.search import document_of, language_of
from l10n.catalogue.source_texts import source_texts
from l10n.config import Config
from l10n.errors import L10nError
from l10n.evaluation import fitting, formats, references, summary
from l10n.evaluation.effort import edit_rate
from l10n.evaluation.fitting import EditedDraft, Fit
from l10n.evaluation.formats.table import write_fit
from l10n.evaluation.pairing import Pairing, with_first_drafts, with_reference
from l10n.evaluation.references import Target
from l10n.evaluation.summary import Evaluation
from l10n.languages.codes import base
from l10n.memory.drafts import FirstDraft
from l10n.model.events import Event, Failed
from l10n.reports.characters import shown
from l10n.risk.calibration import calibrated
from l10n.workflow import inputs, outputs

ACCEPTED = "accepted"
"""What drafts are compared with unless there is a reference."""

_Pairer = Callable[[Target], Iterator[Pairing]]
"""Finds the pairings of one catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvalRequest:
    """Which drafts are compared, and with what."""

    settings: Config
    catalogues: tuple[Path, ...] = ()
    """PO files and folders; none for those of the folder."""
    locales: Path | None = None
    """Folder of the catalogues."""
    memory: Path | None = None
    """The translation memory, which has the first drafts."""
    reference: Path | None = None
    """PO, TMX or TXT: compare the drafts that still stand with it."""
    by_engine: bool = False
    """Part languages by what their drafts came from."""
    fit: bool = False
    """Fit the weights of risk to the edits instead."""
    format: str = "table"
    """Name of a module of `l10n.evaluation.formats`."""
    output: Path | None = None
    """File for the result in this format."""


@dataclass(frozen=True, slots=True)
class Evaluated(Event):
    """All figures."""

    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class Fitted(Event):
    """Weights of risk that fit the edits."""

    fit: Fit


def evaluate(request: EvalRequest) -> Iterator[Event]:
    """Compare drafts with what people made of them, or with a reference; into a file if the request names one.

    A catalogue that cannot be read is told. Raises L10nError for an unknown format, a reference or memory that is no
    good, an output that would replace an input, and if there is nothing to compare; WriteError.
    """
    formats.load(request.format)
    wanted = request.catalogues or (request.locales or request.settings.locales,)
    paths = inputs.stored_catalogues(request.catalogues, request.locales, request.settings)
    if request.output:
        outputs.keep_off(request.output, [*paths, *([request.reference] if request.reference else [])])
    if request.fit and request.reference:
        raise L10nError("--fit --reference: weights are fitted to people's edits", "leave one of the two out")
    pairings, failed = yield from _paired(paths, _pairer(request), request.settings.source_language)
    if pairings:
        yield from _results(request, pairings)
    elif not failed:
        raise _nothing(paths, wanted, request.reference)


def write(event: Evaluated | Fitted, form: str, out: TextIO) -> None:
    """Write the result in the format of this name; weights have but one."""
    if isinstance(event, Evaluated):
        formats.load(form).write(event.evaluation, out)
    else:
        write_fit(event.fit, out)


def _paired(paths: Sequence[Path], pairer: _Pairer, source: str) -> Generator[Event, None, tuple[list[Pairing], bool]]:
    """Errors of catalogues; returns the pairings of the others, and whether there were errors."""
    pairings, failed = list[Pairing](), False
    for path in paths:
        try:
            target = _target(path, source)
            measured = calibrated(target.source_language, target.language)
            pairings += (replace(pairing, calibrated=measured) for pairing in pairer(target))
        except L10nError as error:
            failed = True
            yield Failed(error)
    return pairings, failed


def _target(path: Path, source: str) -> Target:
    """The catalogue with its languages; `source` is that of the settings."""
    catalogue = po.read(path)
    lang = base(language_of(path, catalogue))
    if not lang:
        raise L10nError(f"{path}: no language", "write it into the header, as in: Language: ru")
    return Target(path, catalogue, source_texts(path, catalogue, source).language, lang)


def _pairer(request: EvalRequest) -> _Pairer:
    if request.reference is None:
        drafts = _first_drafts(request.memory or request.settings.memory)
        return lambda target: with_first_drafts(_document(target, request), target.language, target.catalogue, drafts)
    known = references.read(request.reference)

    def with_references(target: Target) -> Iterator[Pairing]:
        if reference := known.of(target):
            yield from with_reference(_document(target, request), target.language, target.catalogue, reference)

    return with_references


def _document(target: Target, request: EvalRequest) -> str:
    return document_of(target.path, layout_of(request.settings, request.locales))


def _first_drafts(memory: Path) -> Sequence[FirstDraft]:
    """The drafts as they were before anybody edited them, as the memory has kept them; L10nError if there is none."""
    from l10n.memory.store import Memory

    with Memory(memory, create=False) as store:
        return store.first_drafts()


def _results(request: EvalRequest, pairings: Sequence[Pairing]) -> Iterator[Event]:
    event: Evaluated | Fitted
    if request.fit:
        event = Fitted(_fit(pairings))
    else:
        compared = shown(request.reference) if request.reference else ACCEPTED
        event = Evaluated(summary.evaluate(pairings, compared, by_engine=request.by_engine))
    yield event
    if request.output:
        text = io.StringIO()
        write(event, request.format, text)
        yield outputs.save(request.output, text.getvalue())


def _fit(pairings: Sequence[Pairing]) -> Fit:
    drafts = [EditedDraft(pair.features, edit_rate(pair), pair.language) for pair in pairings if pair.features]
    if not drafts:
        raise L10nError(
            "--fit: none of the accepted drafts has its features kept", "draft and review some with this version first"
        )
    return fitting.fit(drafts)


def _nothing(paths: Sequence[Path], wanted: Sequence[Path], reference: Path | None) -> L10nError:
    if not paths:
        return inputs.no_catalogues(wanted)
    if reference:
        what = "no draft in the catalogues is in the reference"
        hint = "only drafts that nobody has edited are compared; is it for this text, and in these languages?"
        return L10nError(f"{shown(reference)}: {what}", hint)
    where = ", ".join(map(shown, wanted))
    hint = "review some first, or compare with a reference: --reference FILE"
    return L10nError(f"{where}: no draft has been accepted yet", hint)
