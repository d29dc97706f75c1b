"""`l10n eval` as a function: the figures as an event, and as a file."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from l10n import config
from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.header import header
from l10n.errors import L10nError
from l10n.memory.drafts import FirstDraft
from l10n.memory.store import Memory
from l10n.model import Catalogue, Draft, Entry, Leg
from l10n.model.events import Event, Failed
from l10n.risk.features import Features
from l10n.workflow.eval import EvalRequest, Evaluated, Fitted, evaluate
from l10n.workflow.outputs import Written

pytestmark = pytest.mark.usefixtures("project")

TEXTS = {"Das Haus": "Дом", "Der Hund": "Собака", "Die Katze": "Кошка"}


def _write(name: str, *entries: Entry) -> Path:
    po.write(Path(name), Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"), entries))
    return Path(name)


def _events(**options: object) -> list[Event]:
    return list(evaluate(EvalRequest(settings=config.load(Path.cwd()), **options)))  # type: ignore[arg-type]


def _keep_first_drafts(features: Features | None) -> None:
    kept = json.dumps(asdict(features)) if features else ""
    with Memory(Path("l10n.db")) as memory:
        memory.keep_drafts(
            FirstDraft("a.ru.po", "ru", None, msgid, "Пес", "argos de-ru-1.0", 0.2, features=kept) for msgid in TEXTS
        )


def test_drafts_are_compared_with_a_reference_and_written(capfd: pytest.CaptureFixture[str]) -> None:
    draft = Draft("argos", (Leg("de-ru-1", "Пес", -0.1),))
    path = _write("a.ru.po", *(drafted(Entry(msgid), draft) for msgid in TEXTS))
    reference = _write("ref.po", *(Entry(msgid, text) for msgid, text in TEXTS.items()))
    output = Path("figures.json")
    evaluated, written = _events(catalogues=(path,), reference=reference, format="json", output=output)
    assert isinstance(evaluated, Evaluated)
    assert (evaluated.evaluation.segments, evaluated.evaluation.compared) == (3, "ref.po")
    assert written == Written(output)
    assert json.loads(output.read_text("utf-8"))["segments"] == 3
    assert capfd.readouterr() == ("", "")


def test_weights_are_fitted_to_first_drafts_that_have_kept_their_features() -> None:
    path = _write("a.ru.po", *(Entry(msgid, text) for msgid, text in TEXTS.items()))
    _keep_first_drafts(Features(scores=(-0.5,), errors=1))
    (fitted,) = _events(catalogues=(path,), fit=True)
    assert isinstance(fitted, Fitted)
    assert fitted.fit.drafts == len(TEXTS)


def test_without_features_there_is_nothing_to_fit() -> None:
    path = _write("a.ru.po", *(Entry(msgid, text) for msgid, text in TEXTS.items()))
    _keep_first_drafts(None)
    with pytest.raises(L10nError, match="none of the accepted drafts has its features kept"):
        _events(catalogues=(path,), fit=True)


def test_a_catalogue_that_cannot_be_read_is_told_and_the_others_are_compared() -> None:
    path = _write("a.ru.po", *(Entry(msgid, text) for msgid, text in TEXTS.items()))
    Path("b.ru.po").write_text('msgid "a"\nmsgstr "b\n', "utf-8")
    _keep_first_drafts(None)
    failed, evaluated = _events(catalogues=(Path("b.ru.po"), path))
    assert isinstance(failed, Failed)
    assert isinstance(evaluated, Evaluated)
    assert evaluated.evaluation.segments == len(TEXTS)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"format": "pdf"}, "unknown format 'pdf'", id="format"),
        pytest.param({"output": Path("a.ru.po")}, "--output a.ru.po: this is one of the catalogues", id="output"),
        pytest.param({"fit": True, "reference": Path("a.po")}, "--fit --reference", id="both"),
        pytest.param({}, "a.ru.po: no draft has been accepted yet", id="nothing"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(options: dict[str, object], message: str) -> None:
    path = _write("a.ru.po", replace(Entry("Das Tor", "Ворота"), flags=("fuzzy",)))
    _keep_first_drafts(None)
    with pytest.raises(L10nError) as error:
        _events(catalogues=(path,), **options)
    assert message in error.value.message
