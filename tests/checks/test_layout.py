"""What is laid out, headings and labels, speech that is interrupted: matters of custom that are noted at most."""

from __future__ import annotations

import pytest

from l10n import checks
from l10n.model.findings import Severity
from l10n.pairs.pair import Conventions, Pair

HELP = "  -a, --all     list all of them\n"


def severities(name: str, source: str, target: str, target_language: str = "uk", **customs: bool) -> list[Severity]:
    """The severity of each hit of the check in a translation from English."""
    check = checks.checks()[name]
    assert check.pair
    pair = Pair(source, target, "en", target_language, conventions=Conventions(**customs))  # type: ignore[arg-type]
    return [hit.severity or check.rule.severity for hit in check.pair(pair)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("New boats", "Нові човни.", [Severity.INFO], id="a heading with a full stop"),
        pytest.param("Name of the boat", "Назва човна:", [Severity.INFO], id="a label with a colon"),
        pytest.param("No boats found.", "Човнів не знайдено", [Severity.INFO], id="a message without its full stop"),
        pytest.param("Here are new boats,", "Ось нові човни.", [Severity.INFO], id="a source that breaks off"),
        pytest.param("New boats", "Нові човни?", [Severity.WARNING], id="a heading that asks"),
        pytest.param("Boat:", "Човен", [Severity.WARNING], id="a label without its colon"),
        pytest.param(
            "The old boat lies in the harbour.", "Старий човен лежить у порту", [Severity.WARNING], id="a sentence"
        ),
        pytest.param("“I know,” she said.", "«Я знаю, – сказала вона. –", [], id="speech that goes on"),
    ],
)
def test_end_marks(source: str, target: str, expected: list[Severity]) -> None:
    assert severities("end-punctuation", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Old\nNew", "Старий, новий", [Severity.WARNING], id="short lines"),
        pytest.param(HELP, f"  -a, --all     усі\n{' ' * 16}з них\n", [Severity.INFO], id="columns"),
        pytest.param("The old boat lies\n" * 3, "Старий човен " * 9 + "\nще тут\n", [Severity.INFO], id="wrapped"),
        pytest.param("\n      The boat\n    ", "\nЧовен", [], id="an indented template"),
        pytest.param(
            "\n  The boat\n  is old.\n  ", "\nЧовен старий.", [Severity.WARNING], id="two lines in a template"
        ),
    ],
)
def test_line_breaks(source: str, target: str, expected: list[Severity]) -> None:
    assert severities("line-breaks", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Boat ", "Човен", [Severity.WARNING], id="lost"),
        pytest.param("Boat", "Човен ", [Severity.WARNING], id="added"),
        pytest.param("   -a, --all", "  -a, --all", [Severity.INFO], id="narrower"),
        pytest.param("\n    Boat\n  ", "\nЧовен", [], id="an indented template"),
    ],
)
def test_spaces_at_the_edges(source: str, target: str, expected: list[Severity]) -> None:
    assert severities("spaces", source, target) == expected


def test_small_beginnings() -> None:
    texts = "Sail the boat", "плавати човном"
    assert severities("capital", *texts) == [Severity.WARNING]
    assert severities("capital", *texts, small_starts=True) == [Severity.INFO]
    assert severities("capital", "VHS tapes of boats", "касети з човнами") == [Severity.INFO]
