"""Quotation marks of a whole catalogue: one custom, and quotations over several segments."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.checking.run import check
from l10n.checking.settings import Settings
from l10n.model import Catalogue, Entry
from l10n.model.findings import Severity
from l10n.pairs.quotation_custom import quotation_custom


def _reported(tmp_path: Path, *entries: tuple[str, str], lang: str = "ru", source: str = "en") -> list[tuple[str, str]]:
    """Check and msgid of each error and warning."""
    path = tmp_path / "locales" / lang / "LC_MESSAGES" / "a.po"
    path.parent.mkdir(parents=True)
    fields = header("a", lang, source, "2026-01-31 12:00+0000")
    po.write(path, Catalogue(tuple(fields), tuple(Entry(*texts) for texts in entries)))
    report, errors = check([path], Settings(), 1)
    assert not errors
    names = {"quotes", "mixed-quotes"}
    found = (one for one in report.findings if one.check in names and one.severity is not Severity.INFO)
    return [(one.check, one.key[1]) for one in found]


def test_two_customs_are_one_finding(tmp_path: Path) -> None:
    straight = [(f"“Boat {number}”", f'"Лодка {number}"') for number in range(4)]
    others = [(f"“Harbour {number}”", f"«Порт {number}»") for number in range(6)]
    assert _reported(tmp_path, *straight, *others) == [("mixed-quotes", "")]


def test_a_slip_is_no_custom(tmp_path: Path) -> None:
    others = [(f"“Harbour {number}”", f"«Порт {number}»") for number in range(12)]
    assert _reported(tmp_path, ("“Boat”", '"Лодка"'), *others) == [("quotes", "“Boat”")]


def test_a_quotation_runs_over_segments(tmp_path: Path) -> None:
    entries = [
        ("“We sailed.”", "«Мы вышли в море."),
        ("“Nobody came.”", "Никто не пришёл."),
        ("“It rained.”", "Шёл дождь»."),
    ]
    assert _reported(tmp_path, *entries) == []


def test_a_quotation_that_nobody_ends_is_an_error(tmp_path: Path) -> None:
    entries = [("“We sailed.”", "«Мы вышли в море."), *((f"Day {number}", f"День {number}") for number in range(20))]
    assert _reported(tmp_path, *entries, ("He said “No”.", "Он сказал нет».")) == [
        ("quotes", "“We sailed.”"),
        ("quotes", "He said “No”."),
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("'We sailed on", "«Мы шли дальше", id="a single mark opens"),
        pytest.param("on our own boats.'", "на своих лодках».", id="a single mark closes"),
        pytest.param("“I know,” she said.", "«Я знаю, — сказала она. —", id="speech that is interrupted"),
        pytest.param("“They said ‘No’”, he said.", "«Они сказали: «Нет», — сказал он.", id="one mark closes two"),
        pytest.param("“He said ‘No’.”", "«Он сказал “Нет”».", id="marks within others"),
        pytest.param("Next »", "Дальше »", id="an arrow"),
        pytest.param("They spoke of “boats”.", "Они говорили о лодках.", id="a word without its marks"),
        pytest.param("They sang “The Old Grey Boat”.", "Пели Old Grey Boat.", id="a name without its marks"),
        pytest.param('key="value"', 'key="значение"', id="a value"),
        pytest.param('key="value" in “boats”', 'key="значение" в «лодках»', id="a value beside other marks"),
        pytest.param("It is in ~/boats/ now.", "Это теперь в «~/boats/».", id="a folder"),
    ],
)
def test_what_is_right(tmp_path: Path, source: str, target: str) -> None:
    right = [(f"“Harbour {number}”", f"«Порт {number}»") for number in range(12)]
    assert _reported(tmp_path, (source, target), *right) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("'We sailed'", "«Мы вышли в море", id="single marks that match"),
        pytest.param("“We never sailed that far.”", "Так далеко мы не ходили.", id="a text without its marks"),
        pytest.param("She asked: “Which boat?”", "Она спросила, какая лодка.", id="a speech without its marks"),
        pytest.param("The “old” boat was “mended”.", "Старую лодку починили.", id="two words without their marks"),
        pytest.param("It was “not a good day for boats”.", "День был плохой.", id="many words without their marks"),
    ],
)
def test_what_is_wrong(tmp_path: Path, source: str, target: str) -> None:
    assert _reported(tmp_path, (source, target)) == [("quotes", source)]


def test_many_texts_make_a_mark_usual() -> None:
    custom = quotation_custom(["“а”"] * 4 + ["«б»"] * 20)
    assert custom.usual == frozenset("“”«»")
    assert not custom.is_mixed
