"""Words to pay for: each word counts once, by what the translator began with and by what has become of it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from l10n.accounting import write as write_account
from l10n.accounting.rates import Rate, Weights, band, weights
from l10n.accounting.work import CountedCatalogue, count
from l10n.accounting.work_report import account
from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import match_percent
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.states import count as count_states
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry, State, itself
from tests.accounting.entries import ENTRIES, HEADER, mt, tm, write
from tests.conftest import ROOT, Run, examples

SCHEMA = json.loads((ROOT / "docs" / "work.schema.json").read_text("utf-8"))
RU = Path("locales/ru/LC_MESSAGES/a.po")
SAME = weights({}, Path("l10n.toml"))
WEIGHTS = st.fixed_dictionaries({rate: st.integers(0, 100) for rate in Rate})


def _outdated(old: str) -> Callable[[Entry], Entry]:
    return lambda entry: replace(entry, msgstr="Оно.", previous=(("msgid", old),)).as_fuzzy()


def _counted(entries: list[Entry]) -> CountedCatalogue:
    catalogue = Catalogue(header=HEADER, entries=tuple(entries))
    return CountedCatalogue("a", "ru", Path("a.po"), catalogue, itself, "de")


def _report(entries: list[Entry], form: str, known: Weights = SAME) -> str:
    out = io.StringIO()
    write_account(account([count(_counted(entries), set())], known, None), form, out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "rate"),
    [
        (lambda entry: entry, Rate.NEW),
        (lambda entry: replace(entry, msgstr="Оно."), Rate.NEW),
        (mt, Rate.MACHINE),
        (lambda entry: sign(replace(mt(entry), msgstr="Оно."), "Anna", "2026-02-03"), Rate.MACHINE),
        (lambda entry: tm(entry, match="100% reviewed Anna"), Rate.EXACT),
        (lambda entry: replace(tm(entry, match="97% human"), msgstr="Оно.").accepted(), Rate.NEAR),
        (lambda entry: tm(entry, match="49% human"), Rate.NEW),
        (_outdated("Der alte Satz hat genau sieben Wörter."), Rate.HIGH),
        (_outdated("Ganz anders."), Rate.NEW),
        (_outdated("x" * 3000), Rate.NEW),
    ],
)
def test_the_entry_says_what_the_translator_began_with(make: Callable[[Entry], Entry], rate: Rate) -> None:
    work = count(_counted([make(Entry("Der neue Satz hat genau sieben Wörter."))]), set())
    assert (work.of(rate).segments, work.of(rate).words) == (1, 7)
    assert work.all == work.of(rate)


@given(st.integers(0, 100))
def test_the_bands_are_as_they_are_called(percent: int) -> None:
    rate = band(percent)
    if "-" in rate:
        low, high = map(int, rate.split("-"))
        assert low <= percent <= high
    else:
        assert rate == (Rate.EXACT if percent == 100 else Rate.NEW)
        assert percent == 100 or percent < 50


@pytest.mark.parametrize("line", ["l10n-tm: foo bar h=ab12cd34", f"l10n-tm: {'9' * 5000}% human", "l10n-tm: 12% human"])
def test_a_mark_that_somebody_has_written_is_a_match_or_none(line: str) -> None:
    assert match_percent(Entry("a", "b", comments=(line,))) in {None, 12}


def test_a_text_that_occurs_again_is_a_repetition_in_its_language_only(run: Run, project: Path) -> None:
    same, known = "Das ist alt.", "Das ist bekannt."
    for lang in ("ru", "uk"):
        for name in ("a", "b"):
            entries = [
                Entry(same, msgctxt="1"),
                tm(Entry(known, msgctxt="2"), match="100% human"),
                tm(Entry(known, msgctxt="3"), match="100% human"),
                mt(Entry(same, msgctxt="4")),
            ]
            write(Path("locales", lang, "LC_MESSAGES", f"{name}.po"), entries, lang)
    value = json.loads(run("report", "work", "--format", "json").stdout)
    Draft202012Validator(SCHEMA).validate(value)
    segments = [
        {rate: figures["segments"] for rate, figures in catalogue["rates"].items() if figures["segments"]}
        for catalogue in value["catalogues"]
    ]
    first, second = {"new": 1, "100": 2, "repetition": 1}, {"100": 2, "repetition": 2}
    assert segments == [first, first, second, second]  # a in both languages, then b
    assert [total["rates"]["repetition"]["words"] for total in value["languages"]] == [9, 9]


@examples(25, thorough=300)
@given(ENTRIES, WEIGHTS)
def test_every_word_counts_once(entries: list[Entry], known: Weights) -> None:
    value = json.loads(_report(entries, "json", known))
    Draft202012Validator(SCHEMA).validate(value)
    (catalogue,), counts = value["catalogues"], count_states(entries)
    assert (catalogue["segments"], catalogue["words"]) == (counts.segments, counts.words)
    for state in State:
        by_state = [figures["words_by_state"][state] for figures in catalogue["rates"].values()]
        assert sum(by_state) == counts.words_by_state.get(state, 0)
    weighted = sum(figures["words"] * known[Rate(rate)] for rate, figures in catalogue["rates"].items())
    assert catalogue["weighted"] * 100 == pytest.approx(weighted)


@examples(25, thorough=300)
@given(ENTRIES, WEIGHTS)
def test_a_spreadsheet_adds_up_to_the_same(entries: list[Entry], known: Weights) -> None:
    (value,) = json.loads(_report(entries, "json", known))["catalogues"]
    rows = list(csv.DictReader(io.StringIO(_report(entries, "csv", known), newline="")))
    assert sum(int(row["words"]) for row in rows) == value["words"]
    assert sum(float(row["weighted"]) for row in rows) == pytest.approx(value["weighted"])
    assert {row["match"]: int(row["segments"]) for row in rows} == {
        rate: figures["segments"] for rate, figures in value["rates"].items() if figures["segments"]
    }


def _git(*arguments: str) -> None:
    name = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *arguments], check=True, capture_output=True)


def _change(texts: dict[str, Callable[[Entry], Entry]]) -> None:
    catalogue = po.read(RU)
    entries = (texts[entry.msgid](entry) if entry.msgid in texts else entry for entry in catalogue.entries)
    po.write(RU, replace(catalogue, entries=tuple(entries)))


def test_since_a_revision_counts_what_people_have_finished_since(run: Run, project: Path) -> None:
    _git("init", "-q")
    write(
        RU,
        [
            replace(Entry("Schon fertig."), msgstr="Готово."),
            replace(Entry("Noch einmal."), msgstr="Раз."),
            mt(Entry("Ein Entwurf der Maschine.")),
            tm(Entry("Fast das Gleiche."), match="96% human"),
            _outdated("Der alte Satz hat genau sieben Wörter.")(Entry("Der neue Satz hat genau sieben Wörter.")),
            mt(Entry("Nie gelesen.")),
            Entry("Nie übersetzt."),
            Entry("Schon fertig.", msgctxt="2"),
        ],
    )
    _git("add", "-A")
    _git("commit", "-qm", "handed out")
    assert _segments(run) == {}
    _change(
        {
            "Ein Entwurf der Maschine.": lambda entry: sign(entry, "Anna", "2026-02-03"),
            "Fast das Gleiche.": lambda entry: replace(entry, msgstr="Другое.").accepted(),
            "Der neue Satz hat genau sieben Wörter.": lambda entry: replace(
                entry, msgstr="Ново.", previous=()
            ).accepted(),
            "Nie gelesen.": Entry.accepted,
            "Noch einmal.": lambda entry: sign(entry, "Anna", "2026-02-03"),
            "Schon fertig.": lambda entry: replace(entry, msgstr="Готово."),
        }
    )
    assert _segments(run) == {"85-94": 1, "95-99": 1, "machine": 1, "repetition": 1}
    assert "error: --since: there is no revision 'v1'" in run("report", "work", "--since", "v1", code=2).stderr


def _segments(run: Run) -> dict[str, Any]:
    value = json.loads(run("report", "work", "--since", "HEAD", "-f", "json").stdout)
    Draft202012Validator(SCHEMA).validate(value)
    assert value["since"] == "HEAD"
    (catalogue,) = value["catalogues"]
    return {rate: figures["segments"] for rate, figures in catalogue["rates"].items() if figures["segments"]}


def test_the_table_has_sums_and_the_settings_have_the_weights(run: Run, project: Path) -> None:
    Path("l10n.toml").write_text('[work]\n"95-99" = 10\nmachine = 5\n')
    for name in ("a", "b"):
        write(Path(f"locales/ru/LC_MESSAGES/{name}.po"), [mt(Entry("Eins zwei.")), tm(Entry(name), match="95% human")])
    lines = [line.split() for line in run("report", "work").stdout.splitlines()]
    assert lines[0][:7] == ["document", "language", "match", "segments", "words", "weight", "weighted"]
    assert [line[:7] for line in lines[1:]] == [
        ["a", "ru", "95-99", "1", "1", "10", "0.1"],
        ["a", "ru", "machine", "1", "2", "5", "0.1"],
        ["a", "ru", "all", "2", "3", "0.2", "0"],
        ["b", "ru", "95-99", "1", "1", "10", "0.1"],
        ["b", "ru", "repetition", "1", "2", "25", "0.5"],
        ["b", "ru", "all", "2", "3", "0.6", "0"],
        ["ru", "95-99", "2", "2", "10", "0.2", "0"],
        ["ru", "repetition", "1", "2", "25", "0.5", "0"],
        ["ru", "machine", "1", "2", "5", "0.1", "0"],
        ["ru", "all", "4", "6", "0.8", "0", "0"],
    ]
    assert len(run("report", "work", "--format", "csv").stdout.splitlines()) == 5
    bold = [line for line in run("report", "work", "--format", "markdown").stdout.splitlines() if "**" in line]
    assert len(bold) == 6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"95-99" = 101', "'work.95-99' must be a whole number from 0 to 100"),
        ('"95–99" = 1', "'work.95–99' is unknown"),
    ],
)
def test_a_weight_that_is_none_is_named(run: Run, project: Path, text: str, message: str) -> None:
    write(RU, [Entry("Eins.")])
    Path("l10n.toml").write_text(f"[work]\n{text}\n", "utf-8")
    assert f"l10n.toml: {message}" in run("report", "work", code=2).stderr


def test_the_example_counts_less_the_more_was_there() -> None:
    bands = [Rate.NEW, Rate.LOW, Rate.FAIR, Rate.HIGH, Rate.NEAR, Rate.EXACT]
    assert [SAME[rate] for rate in bands] == sorted((SAME[rate] for rate in bands), reverse=True)
    with pytest.raises(L10nError, match=r"'work\.x' is unknown"):
        weights({"x": 1}, Path("l10n.toml"))


def test_the_schema_describes_every_field_and_allows_no_other() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    kinds = SCHEMA["$defs"]
    for table in (SCHEMA, SCHEMA["properties"]["weights"], *(kind for kind in kinds.values() if "properties" in kind)):
        assert table["additionalProperties"] is False
        assert table["required"] == list(table["properties"])
    assert kinds["states"]["required"] == [state.value for state in State]
    assert kinds["rates"]["required"] == [rate.value for rate in Rate]
