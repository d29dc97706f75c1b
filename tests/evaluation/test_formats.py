"""An evaluation as table, JSON and HTML."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from l10n import plugins
from l10n.evaluation.fitting import EditedDraft, fit
from l10n.evaluation.formats.table import write_fit
from l10n.evaluation.pairing import Pairing
from l10n.evaluation.summary import Evaluation, evaluate
from l10n.risk.features import Features
from l10n.risk.formula import TERMS
from tests.conftest import ROOT
from tests.evaluation.strategies import PAIRINGS
from tests.schemas import undescribed

SCHEMA = json.loads((ROOT / "docs" / "eval.schema.json").read_text("utf-8"))
SAMPLE = [
    Pairing("one", "ru", "heading", "Haus", "Дом", "Дом", 0.1),
    Pairing("two", "ru", "paragraph", "Hund", "Пес", "Собака", 0.6),
    Pairing("two", "ru", "paragraph", "Katze", "Кот", "Кошка", 0.4),
    Pairing("<b>&", "az", None, "Haus", "Ev", "Evdir"),
]


def _written(name: str, evaluation: Evaluation) -> str:
    out = io.StringIO()
    plugins.load("l10n.evaluation.formats", name).write(evaluation, out)
    return out.getvalue()


def _elements(page: str) -> ElementTree.Element:
    doctype, _, markup = page.partition("\n")
    assert doctype == "<!DOCTYPE html>"
    return ElementTree.fromstring(markup)


def test_the_schema_describes_every_field_and_allows_no_other() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for one in (SCHEMA, *(part for part in SCHEMA["$defs"].values() if part["type"] == "object")):
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
        assert undescribed(SCHEMA, one) == []


@settings(max_examples=40)
@given(pairings=PAIRINGS)
def test_any_evaluation_is_as_the_schema_says(pairings: list[Pairing]) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(_written("json", evaluate(pairings, "accepted"))))


def test_json_has_the_figures() -> None:
    found = evaluate(SAMPLE, "accepted")
    read = json.loads(_written("json", found))
    assert (read["version"], read["compared"], read["segments"]) == (1, "accepted", 4)
    assert [(one["language"], one["document"], one["kind"]) for one in read["groups"]] == [
        ("az", None, None),
        ("ru", None, None),
        ("ru", "one", None),
        ("ru", "two", None),
        ("ru", None, "heading"),
        ("ru", None, "paragraph"),
    ]
    effort = read["groups"][1]["effort"]
    assert effort["accepted_as_is"] == 1
    assert effort["characters_saved"] == effort["characters_typed"] - effort["characters_edited"]
    (risk,) = read["risk"]
    assert (risk["language"], risk["segments"], round(risk["correlation"], 3)) == (None, 3, 1)
    assert risk["fifths"][0]["mean_edit_rate"] == 0


def test_a_risk_that_nobody_has_measured_is_called_so() -> None:
    doubtful = evaluate([replace(pairing, calibrated=False) for pairing in SAMPLE], "accepted")
    for name in ("table", "html"):
        assert "not calibrated" not in _written(name, evaluate(SAMPLE, "accepted"))
        assert "risk: not calibrated" in _written(name, doubtful)
    assert json.loads(_written("json", doubtful))["risk"][0]["calibrated"] is False


def test_the_table_has_the_figures_and_the_signatures() -> None:
    lines = [re.sub(" {2,}", "|", line.strip()) for line in _written("table", evaluate(SAMPLE, "ref.tmx")).splitlines()]
    assert lines[0] == "4 drafts compared with ref.tmx"
    assert lines[1] == "language|part|segments|chrF|chrF++|BLEU|TER|as is|median edits|edit rate|characters saved"
    assert [line.split("|")[:3] for line in lines[2:8]] == [
        ["az", "all", "1"],
        ["ru", "all", "3"],
        ["ru", "one", "1"],
        ["ru", "two", "2"],
        ["ru", "heading", "1"],
        ["ru", "paragraph", "2"],
    ]
    assert any(line.startswith("BLEU: nrefs:1|case:mixed|eff:no|tok:intl|") for line in lines)
    assert "rank correlation of risk and edit rate: +1.00 (3 drafts)" in lines


@settings(max_examples=40)
@given(pairings=PAIRINGS)
def test_any_page_is_well_formed_and_needs_nothing_else(pairings: list[Pairing]) -> None:
    page = _written("html", evaluate(pairings, "<script>alert(1)</script>"))
    root = _elements(page)
    assert not {"script", "link", "img", "iframe", "object"} & {element.tag for element in root.iter()}
    assert "http:" not in page
    assert "https:" not in page
    assert not any(name in {"src", "href"} or name.startswith("on") for one in root.iter() for name in one.attrib)


def test_the_page_has_a_chart_with_a_title_and_the_same_figures_in_a_table() -> None:
    root = _elements(_written("html", evaluate(SAMPLE, "accepted")))
    assert root.get("lang") == "en"
    ids = {element.get("id"): element for element in root.iter() if element.get("id")}
    charts = list(root.iter("svg"))
    cells = {"".join(cell.itertext()) for cell in root.iter("td")}
    assert len(charts) == 2
    for chart in charts:
        assert chart.get("role") == "img"
        assert ids[chart.get("aria-labelledby", "")].text
        values = [text.text for text in list(chart.iter("text"))[1::2]]
        assert set(values) <= cells
    for table in root.iter("table"):
        assert table.find("caption") is not None
        assert all(head.get("scope") == "col" for head in table.iter("th"))
    assert "prefers-color-scheme: dark" in "".join(root.itertext())


def test_bars_are_as_long_as_their_values() -> None:
    root = _elements(_written("html", evaluate(SAMPLE, "accepted")))
    chart = list(root.iter("svg"))[1]
    lengths = [float(rect.get("width", "")) for rect in chart.iter("rect")]
    rates = [float((text.text or "").removesuffix(" %")) for text in list(chart.iter("text"))[1::2]]
    assert [length / 4 for length in lengths] == pytest.approx(rates, abs=0.6)


def test_a_fit_is_shown_with_every_weight_before_and_after() -> None:
    out = io.StringIO()
    write_fit(fit([EditedDraft(Features(errors=place % 3), place % 3 / 2, "ru") for place in range(30)]), out)
    names = [line.rsplit(maxsplit=2)[0] for line in out.getvalue().splitlines()[1 : len(TERMS) + 2]]
    assert names == ["constant", *(term.name for term in TERMS)]
    assert "(30 drafts): before +1.00; after (held out) +" in out.getvalue()
