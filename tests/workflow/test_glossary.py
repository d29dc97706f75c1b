"""The commands of `l10n glossary` as functions: a request in, events out."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import config, glossary
from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry
from l10n.model.findings import Severity
from l10n.workflow.glossary.candidates import TermCandidatesRequest, TermsProposed, candidates
from l10n.workflow.glossary.check import GlossaryChecked, GlossaryCheckRequest, check
from l10n.workflow.glossary.convert import GlossaryConverted, GlossaryConvertRequest, convert
from l10n.workflow.glossary.events import GlossaryTable
from l10n.workflow.source_languages import SourceLanguages

TABLE = "de,ru,note\nHaus,дом,\nHafen,порт,\nKran,,\n"


@pytest.fixture
def table(project: Path) -> Path:
    path = project / "glossary.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_a_glossary_is_told_with_its_problems_and_with_how_often_each_term_is_missing(
    project: Path, table: Path
) -> None:
    entries = (
        Entry("Das Haus ist alt.", "Дом стар."),
        Entry("Ein Haus am Hafen.", "Здание у порта."),
        Entry("Ein Haus im Wald."),
    )
    path = project / "ru.po"
    po.write(path, Catalogue(header("text", "ru", "de", "2026-01-31 12:00+0000"), entries))
    request = GlossaryCheckRequest(settings=config.load(project), files=(table,), catalogues=(path,), to="ru")
    languages, checked = check(request)
    assert languages == SourceLanguages(((path, ""),))
    assert isinstance(checked, GlossaryChecked)
    assert (checked.path, checked.terms, checked.source, checked.targets) == (table, 3, "de", ("ru",))
    assert [(problem.line, problem.severity) for problem in checked.problems] == [(4, Severity.WARNING)]
    assert checked.usage
    house, port, crane = checked.usage.terms
    assert (house.sources, dict(house.translations), dict(house.missing)) == (3, {"ru": 2}, {"ru": 1})
    assert (port.sources, dict(port.translations), dict(port.missing)) == (1, {"ru": 1}, {})
    assert (crane.sources, dict(crane.translations), dict(crane.missing)) == (0, {}, {})
    (missing,) = checked.usage.missing
    assert (missing.term, missing.language, missing.path) == (house.term, "ru", path)


def test_without_catalogues_nothing_is_said_of_usage(project: Path, table: Path) -> None:
    *_, checked = check(GlossaryCheckRequest(settings=config.load(project), files=(table,)))
    assert isinstance(checked, GlossaryChecked)
    assert checked.usage is None


def test_candidates_are_values_or_a_table_to_be_filled_in(project: Path, table: Path) -> None:
    source = project / "a.txt"
    source.write_text("Er fuhr nach Baku. In Baku schien die Sonne. Das Haus stand am Hafen von Baku.\n", "utf-8")
    settings = config.load(project)
    (proposed,) = candidates(TermCandidatesRequest(settings=settings, sources=(source,), glossary=table))
    assert isinstance(proposed, TermsProposed)
    assert [(candidate.text, candidate.count) for candidate in proposed.candidates] == [("Baku", 3)]
    (written,) = candidates(TermCandidatesRequest(settings=settings, sources=(source,), glossary=table, as_table=True))
    assert isinstance(written, GlossaryTable)
    assert [line.partition(",")[0] for line in written.text.splitlines()] == ["de", "Baku"]


def test_a_glossary_is_converted_and_no_file_is_replaced_by_chance(project: Path, table: Path) -> None:
    new = project / "glossary.tbx"
    request = GlossaryConvertRequest(settings=config.load(project), path=table, new=new)
    assert list(convert(request)) == [GlossaryConverted(new, 3, {})]
    assert glossary.read(new).terms == glossary.read(table).terms
    with pytest.raises(L10nError, match="is there already"):
        list(convert(request))
