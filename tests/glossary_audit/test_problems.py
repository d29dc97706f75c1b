"""What is wrong with a glossary by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import glossary
from l10n.glossary import Glossary, Term, rows
from l10n.glossary_audit.problems import GlossaryProblem, problems
from l10n.languages import LANGUAGES
from l10n.model.findings import Severity
from tests.conftest import ROOT

TARGETS = ("en", "ru", "az", "uk")
HEADER = "de,en,ru,az,uk,note,forbidden,case,do-not-translate"
GOOD = "Kreml,Kremlin,Кремль,Kreml,Кремль,,,,"


def _found(folder: Path, *lines: str) -> list[GlossaryProblem]:
    path = folder / "g.csv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", "utf-8")
    return problems(Glossary(rows.read(path)), "de", TARGETS)


@pytest.mark.parametrize(
    ("lines", "line", "severity", "message"),
    [
        pytest.param([GOOD, GOOD], 3, "warning", "“Kreml” is in line 2, too", id="a row twice"),
        pytest.param(
            [GOOD, "Kremls|Kreml,Kremlin,Кремль,Kreml,Кремль,,,,"], 3, "warning", "is in line 2, too", id="a form of it"
        ),
        pytest.param(
            [GOOD, "Kreml,Kremlin,Москва,Kreml,Кремль,,,,"],
            3,
            "error",
            "“Kreml” is “Москва” in ru, but “Кремль” in line 2, which is what counts",
            id="two translations",
        ),
        pytest.param(
            ["Kyjiw,Kyiv,Киев,Kiyev,Київ,,en:Kyiv,,"],
            2,
            "error",
            "en: “Kyiv” is a translation and forbidden",
            id="both",
        ),
        pytest.param(
            ["Kyjiw,Kyiv,Киева,Kiyev,Київ,,ru:Киев,,"],
            2,
            "error",
            "ru: “Киев” is a translation and forbidden, as “Киева” has it",
            id="in another form",
        ),
        pytest.param(["Kreml,Kremlin,,Kreml,,,,,"], 2, "warning", "no translation for ru, uk", id="empty"),
        pytest.param([",Kremlin,Кремль,Kreml,Кремль,,,,"], 2, "warning", "no word in de", id="no source"),
        pytest.param(
            ["Kreml,Kremlin,Kрeмль,Kreml,Кремль,,,,"], 2, "error", "ru: “Kрeмль” has Latin letters", id="mixed script"
        ),
        pytest.param(["Krеml,Kremlin,Кремль,Kreml,Кремль,,,,"], 2, "error", "de: “Krеml” has Cyrillic", id="source"),
        pytest.param(["EU,EU,EC,Aİ,ЄС,,,,"], 2, "error", "ru: “EC” is written in Latin letters", id="homoglyphs"),
        pytest.param(
            ["Kreml,Kremlin,Кремль,Kreml,Кремлы,,,,"], 2, "error", "uk: “Кремлы”: no ы", id="a Russian letter"
        ),
        pytest.param(
            ["SOCAR,,СОКАР,,,the oil company,,,yes"],
            2,
            "warning",
            "stays as it is, and yet has a translation for ru: “СОКАР” (note: the oil company)",
            id="stays and does not",
        ),
        pytest.param([GOOD.replace("Kremlin", "A|A")], 2, "warning", "en: “A” is there twice", id="a word twice"),
        pytest.param(
            ["Union,union,союз,ittifaq,союз,,,,", "Europäische Union,EU,ЕС,Aİ,ЄС,,,,"],
            3,
            "info",
            "“Europäische Union” contains “Union” of line 2",
            id="within another",
        ),
    ],
)
def test_a_problem_is_told_with_its_line(
    tmp_path: Path, lines: list[str], line: int, severity: str, message: str
) -> None:
    (found,) = _found(tmp_path, *lines)
    assert (found.line, found.severity) == (line, severity)
    assert message in found.message


@pytest.mark.parametrize(
    "line",
    [
        GOOD,
        "Kyjiw|Kiew,Kyiv,Киев,Kiyev,Київ,,en:Kiev,,",
        "SOCAR,,,,,,,,yes",
        "COVID-19-Impfung,COVID-19 vaccination,вакцинация от COVID-19,COVID-19 peyvəndi,щеплення від COVID-19,,,,",
        "Iran,Iran,Иран,İran,Іран,,,,",
    ],
)
def test_a_good_row_has_no_problem(tmp_path: Path, line: str) -> None:
    assert _found(tmp_path, line) == []


def test_one_more_translation_in_another_row_is_no_contradiction(tmp_path: Path) -> None:
    (found,) = _found(tmp_path, GOOD, "Kreml,Kremlin|the Kremlin,,,,,,,".replace(",,,,,,,", ",Кремль,Kreml,Кремль,,,,"))
    assert found.severity is Severity.WARNING


def test_our_own_glossary_has_nothing_but_notes() -> None:
    found = problems(glossary.read(ROOT / "seeds" / "glossary.csv"), "de", TARGETS)
    assert {one.severity for one in found} <= {Severity.INFO}


WORDS = st.lists(st.text("abAB аАı|-’. 1", min_size=1, max_size=6), min_size=1, max_size=2).map(tuple)
TERMS = st.builds(
    Term,
    st.dictionaries(st.sampled_from(list(LANGUAGES)), WORDS, min_size=1),
    st.dictionaries(st.sampled_from(list(LANGUAGES)), WORDS),
    do_not_translate=st.booleans(),
)


@given(st.lists(TERMS, max_size=4).map(tuple))
def test_any_glossary_is_looked_through_and_every_problem_is_of_one_of_its_lines(terms: tuple[Term, ...]) -> None:
    assert {one.line for one in problems(Glossary(terms), "de", TARGETS)} <= {term.line for term in terms}
