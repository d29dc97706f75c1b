"""What the browser has kept, after something has happened to it: nothing of it may leave an empty page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.review.conftest import Open
from tests.review.hands import expect_verdicts, press
from tests.review.pages import numbered, page

ROWS = numbered(3)


def _visit(show: Open) -> None:
    """An earlier one, by which all of the three are decided."""
    tab = show(page(*ROWS))
    press(tab, "j", "a", "e", *"!!", "Escape", "j", "f", *"why", "Enter")
    tab.reload()
    tab.close()


def test_what_cannot_be_read_is_put_aside(show: Open) -> None:
    show(page(*ROWS, id="other")).evaluate("localStorage.setItem('l10n:page-1', '{broken')")
    tab = show(page(*ROWS))
    expect(tab.get_by_role("alert")).to_contain_text("put aside there as l10n:page-1:unreadable")
    press(tab, "j", "a")
    tab.reload()
    expect_verdicts(tab, ["approved", "", ""])
    assert tab.evaluate("localStorage.getItem('l10n:page-1:unreadable')") == "{broken"


@pytest.mark.parametrize(
    "damage",
    [
        "all => all[0].decision.verdict = undefined",
        "all => delete all[0].decision.verdict",
        "all => all[0].decision.verdict = 'praise'",
        "all => all[0].decision.texts = 'text'",
        "all => all[0].decision.texts = [null]",
        "all => all[0].decision.note = null",
        "all => all[0].decision = null",
        "all => all[0].catalogue = 7",
        "all => all[0] = null",
    ],
)
def test_a_damaged_decision_is_put_aside_and_the_others_stay(show: Open, damage: str) -> None:
    _visit(show)
    show(page(*ROWS, id="other")).evaluate(
        f"""() => {{
            const kept = JSON.parse(localStorage.getItem("l10n:page-1"));
            ({damage})(kept.decisions);
            localStorage.setItem("l10n:page-1", JSON.stringify(kept));
        }}"""
    )
    tab = show(page(*ROWS))
    expect_verdicts(tab, ["", "edited", "flagged"])
    expect(tab.get_by_role("alert")).to_contain_text("put aside there as l10n:page-1:unreadable")
    press(tab, "j", "a")
    tab.reload()
    expect_verdicts(tab, ["approved", "edited", "flagged"])
    expect(tab.get_by_role("alert")).to_have_count(0)


def test_a_decision_with_too_few_forms_is_left_out(show: Open) -> None:
    _visit(show)
    show(page(*ROWS, id="other")).evaluate(
        """() => {
            const kept = JSON.parse(localStorage.getItem("l10n:page-1"));
            kept.decisions[1].decision.texts = [];
            localStorage.setItem("l10n:page-1", JSON.stringify(kept));
        }"""
    )
    tab = show(page(*ROWS))
    expect_verdicts(tab, ["approved", "", "flagged"])
    expect(tab.locator("#notice-left-out")).to_contain_text(": 1.")
