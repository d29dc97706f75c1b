"""Who or what wrote each text: what the entries say, and that every form says the same."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from l10n.accounting import write as write_account
from l10n.accounting.provenance import Author, provenance
from l10n.accounting.provenance_report import account
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.states import count
from l10n.model import Catalogue, Draft, Entry, Leg, State
from tests.accounting.entries import ENTRIES, HEADER, mt, tm, write
from tests.conftest import ROOT, Run, examples

SCHEMA = json.loads((ROOT / "docs" / "provenance.schema.json").read_text("utf-8"))
ARGOS = "argos de-en-1.0+en-ru-1.9"


def _written(entries: list[Entry], form: str, *, each: bool) -> str:
    traced = provenance("a", "ru", Path("locales/ru/a.po"), Catalogue(header=HEADER, entries=tuple(entries)))
    out = io.StringIO()
    write_account(account([traced], each), form, out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "author", "origin", "edited", "unreviewed"),
    [
        (lambda entry: entry, Author.NOBODY, "", False, False),
        (mt, Author.MACHINE, ARGOS, False, True),
        (lambda entry: replace(mt(entry), msgstr="Оно."), Author.MACHINE, ARGOS, True, True),
        (lambda entry: mt(entry).accepted(), Author.MACHINE, ARGOS, False, True),
        (lambda entry: replace(mt(entry), msgstr="Оно.").accepted(), Author.MACHINE, ARGOS, True, False),
        (lambda entry: sign(mt(entry), "Anna", "2026-02-03"), Author.MACHINE, ARGOS, False, False),
        (lambda entry: replace(mt(entry), msgstr=""), Author.NOBODY, "", False, False),
        (tm, Author.MEMORY, "92% reviewed", False, False),
        (lambda entry: replace(tm(entry), msgstr="Оно."), Author.MEMORY, "92% reviewed", True, False),
        (lambda entry: replace(entry, msgstr="Оно."), Author.PEOPLE, "", False, False),
    ],
)
def test_an_entry_says_who_wrote_it(
    make: Callable[[Entry], Entry], author: Author, origin: str, edited: bool, unreviewed: bool
) -> None:
    (text,) = provenance("a", "ru", Path("a.po"), Catalogue(entries=(make(Entry("Das.")),))).texts
    assert (text.author, text.origin, text.edited, text.unreviewed) == (author, origin, edited, unreviewed)


def test_a_signature_counts_for_the_text_that_was_signed_only() -> None:
    signed = sign(mt(Entry("Das.")), "Anna", "2026-02-03")
    entries = (signed, replace(signed, msgstr="Оно."))
    first, second = provenance("a", "ru", Path("a.po"), Catalogue(entries=entries)).texts
    assert (first.signatures, second.signatures) == ((("Anna", "2026-02-03"),), ())


@examples(25, thorough=300)
@given(ENTRIES)
def test_the_sums_are_those_of_the_segments(entries: list[Entry]) -> None:
    (value,) = json.loads(_written(entries, "json", each=True))["catalogues"]
    Draft202012Validator(SCHEMA).validate({"version": 1, "catalogues": [value]})
    texts = value["texts"]
    assert value["segments"] == len(texts) == len(entries)
    assert value["states"] == {state.value: count(entries)[state] for state in State}
    assert value["authors"] == {author.value: Counter(text["author"] for text in texts)[author] for author in Author}
    for key in ("edited", "unreviewed"):
        assert value[key] == sum(text[key] for text in texts)
    assert sum(engine["segments"] for engine in value["engines"]) == value["authors"]["machine"]
    signatures = value["states"]["reviewed"] + 2 * value["states"]["second"]
    assert sum(reviewer["segments"] for reviewer in value["reviewers"]) == signatures
    summary = json.loads(_written(entries, "json", each=False))["catalogues"]
    assert summary == [{key: part for key, part in value.items() if key != "texts"}]


@examples(25, thorough=300)
@given(ENTRIES)
def test_a_spreadsheet_has_the_same_segments_and_no_formula(entries: list[Entry]) -> None:
    (value,) = json.loads(_written(entries, "json", each=True))["catalogues"]
    rows = list(csv.DictReader(io.StringIO(_written(entries, "csv", each=True), newline="")))
    for row, text in zip(rows, value["texts"], strict=True):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
        unguarded = {key: cell.removeprefix("\t") for key, cell in row.items()}
        signatures = text.pop("signatures")
        signed = {key: "; ".join(signature[key] for signature in signatures) for key in ("reviewer", "date")}
        told = {key: _cell(part) for key, part in text.items()}
        assert unguarded == {"document": "a", "language": "ru", **told, **signed}


def _cell(value: Any) -> str:
    return {True: "yes", False: ""}[value] if isinstance(value, bool) else str(value)


def test_a_row_a_catalogue_names_engines_reviewers_and_the_last_change(run: Run, project: Path) -> None:
    entries = [
        sign(mt(Entry("Eins.")), "Anna", "2026-02-03"),
        sign(mt(Entry("Zwei.")), "Anna", "2026-02-05"),
        sign(replace(mt(Entry("Drei.")), msgstr="Три."), "Bo|b", "2026-03-01"),
        mt(Entry("Vier.")),
        tm(Entry("Fünf.")),
        Entry("Sechs."),
    ]
    write(Path("locales/ru/LC_MESSAGES/a.po"), entries)
    text, figures = run("report", "provenance").stdout, ["6", "4", "1", "0", "1", "1", "1", "3"]
    head, line = (line.split() for line in text.splitlines())
    assert head[:10] == ["document", "language", "segments", *map(str, Author), "edited", "unreviewed", "reviewed"]
    assert line[:10] == ["a", "ru", *figures]
    assert f"{ARGOS} (4)  Anna (2, 2026-02-03 to 2026-02-05); Bo|b (1, 2026-03-01)  2026-01-31 10:00+0000" in text
    markdown = run("report", "provenance", "--format", "markdown").stdout.splitlines()[2]
    assert markdown.count("|") == len(head) + 1
    assert markdown.startswith("| <code>a</code> | <code>ru</code> | 6 | 4 | 1 | 0 | 1 | 1 | 1 | 3 | <code>argos")


def test_a_file_for_a_spreadsheet_begins_with_a_byte_order_mark(run: Run, project: Path) -> None:
    write(Path("locales/ru/LC_MESSAGES/a.po"), [mt(Entry("Größe"))])
    done = run("report", "provenance", "-f", "csv", "-v", "-o", "a.csv")
    assert (done.stdout, done.stderr) == ("", "a.csv: written\n")
    stdout = run("report", "provenance", "-f", "csv", "-v", "-o", "-").stdout
    assert Path("a.csv").read_bytes() == b"\xef\xbb\xbf" + stdout.encode()


def test_mistakes_are_named(run: Run, project: Path) -> None:
    path = write(Path("locales/ru/LC_MESSAGES/a.po"), [mt(Entry("Eins."))])
    before = path.read_bytes()
    error = run("report", "provenance", "-f", "xml", code=2).stderr
    assert error == "error: unknown format 'xml'\nhint: known: csv, markdown, text, json\n"
    assert "this is one of the catalogues" in run("report", "provenance", "-o", path, code=2).stderr
    assert "no such file or folder" in run("report", "provenance", "none.po", code=2).stderr
    broken = Path("locales/uk/LC_MESSAGES/a.po")
    broken.parent.mkdir(parents=True)
    broken.write_text('msgid "')
    done = run("report", "provenance", "-o", "out.txt", code=2)
    assert f"error: {broken}" in done.stderr
    assert not Path("out.txt").exists()
    assert path.read_bytes() == before


def test_the_schema_describes_every_field_and_allows_no_other() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    kinds = SCHEMA["$defs"]
    for table in (SCHEMA, *(kinds[name] for name in kinds if kinds[name].get("properties"))):
        assert table["additionalProperties"] is False
        assert table["required"] == [name for name in table["properties"] if name != "texts"]
    assert kinds["states"]["required"] == [state.value for state in State]
    assert kinds["authors"]["required"] == kinds["author"]["enum"] == [author.value for author in Author]


def test_a_plural_entry_has_one_author() -> None:
    entry = Entry("ein Hund", msgid_plural="%d Hunde")
    drafts = [Draft("argos", (Leg("de-ru-1.0", text, -0.5),)) for text in ("собака", "собаки", "собак")]
    (text,) = provenance("a", "ru", Path("a.po"), Catalogue(entries=(drafted(entry, *drafts),))).texts
    assert (text.author, text.edited) == (Author.MACHINE, False)
