"""What a reviewer looks up and says besides deciding: words, proposals, history, comments; and redo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import expect

from l10n.review import TermHint
from tests.review.conftest import Open, Visit
from tests.review.hands import current, expect_verdict, expect_verdicts, export, press, row
from tests.review.pages import RUSSIAN, numbered, page
from tests.review.pages import row as entry
from tests.review.serving import Server

TERM = TermHint("Kreml", (0, 5), ("Кремль",), ("Кремел",), "Moscow")
ROWS = (
    replace(entry(1, "Kreml schweigt.", "Молчание."), terms=(TERM,)),
    entry(2, "Kreml spricht.", "Кремль говорит."),
    entry(3, "Ruhe.", ""),
)


def test_a_comment_is_sent_and_decides_nothing(show: Open) -> None:
    tab = show(page(*numbered(2)))
    press(tab, "j", "m", *"who?", "Enter")
    expect(tab.locator("#said")).to_have_text("Comment on entry 1 noted.")
    expect(tab.locator("#progress-words")).to_contain_text("0 of 2 decided")
    expect(row(tab, 1)).to_contain_text("“who?”")
    assert current(tab) == "row-0"
    (sent,) = export(tab)["entries"]
    assert (sent["verdict"], sent["texts"], sent["comment"]) == ("comment", None, "who?")


def test_a_comment_goes_along_with_what_is_decided_then(show: Open) -> None:
    tab = show(page(*numbered(2)))
    press(tab, "j", "m", *"who?", "Enter", "a")
    (sent,) = export(tab)["entries"]
    assert (sent["verdict"], sent["comment"]) == ("approve", "who?")
    press(tab, "z", "z")
    expect_verdicts(tab, ["", ""])
    press(tab, "m", "Escape")
    tab.reload()
    expect_verdicts(tab, ["", ""])


def test_a_comment_that_the_catalogue_has_is_not_sent_again(show: Open) -> None:
    first, *others = numbered(2)
    tab = show(page(first, *others))
    press(tab, "j", "m", *"who?", "Enter")
    export(tab)
    tab.close()
    tab = show(page(replace(first, comments=("Anna Muster: who?",)), *others))
    expect_verdicts(tab, ["", ""])


def test_what_was_undone_is_done_again(show: Open) -> None:
    tab = show(page(*numbered(3)))
    press(tab, "j", "e", "!", "Control+Enter", "a", "z", "z", "z")
    expect_verdicts(tab, ["", "", ""])
    press(tab, "y")
    expect_verdicts(tab, ["edited", "", ""])
    press(tab, "y", "y")
    expect_verdicts(tab, ["approved", "approved", ""])
    expect(row(tab, 1).locator("textarea")).to_have_value("Предложение 1 здесь.!")
    press(tab, "y")
    expect(tab.locator("#said")).to_have_text("There is nothing to do again.")
    press(tab, "z", "j", "a", "y")
    expect_verdicts(tab, ["approved", "", "approved"])


def test_a_saved_decision_is_undone_and_done_again(tab_of: Any) -> None:
    tab, server = tab_of
    press(tab, "j", "e", "!", "Escape", "j")
    expect_verdict(tab, 1, "edited, saved")
    press(tab, "z")
    expect_verdict(tab, 1, "")
    press(tab, "y")
    expect_verdict(tab, 1, "edited, saved")
    assert [name for name, _ in server.asked] == ["save", "undo", "save"]
    assert server.rows[numbered(1)[0].key].texts == ("Предложение 1 здесь.!",)


@pytest.fixture
def tab_of(visit: Visit, server: Server) -> Any:
    """A window of a server, and the server."""
    return visit(), server


def _twins(*states: str) -> tuple[Any, ...]:
    return tuple(entry(n, "Mehr erfahren", f"Ещё {n}", state=state) for n, state in enumerate(states, 1))


def test_an_approval_is_offered_for_equal_sources_once(show: Open) -> None:
    tab = show(page(*_twins("draft", "draft", "outdated", "draft"), entry(5, "Ruhe.", "Тихо.")))
    press(tab, "j", "a")
    expect(tab.locator("#offer")).to_contain_text("Other undecided entries with this source: 2. Approve “Ещё 1”")
    press(tab, "=")
    expect(tab.locator("#offer")).to_be_hidden()
    expect_verdicts(tab, ["approved", "approved", "", "approved", ""])
    sent = export(tab)["entries"]
    assert [decision["texts"] for decision in sent] == [None, ["Ещё 1"], ["Ещё 1"]]
    press(tab, "z")
    expect_verdicts(tab, ["approved", "", "", "", ""])
    press(tab, "a")
    expect(tab.locator("#offer")).to_be_hidden()


def test_who_says_no_is_not_asked_again_and_nothing_is_approved(show: Open) -> None:
    tab = show(page(*_twins("draft", "draft", "draft")))
    press(tab, "j", "a")
    tab.get_by_role("button", name="No", exact=True).click()
    expect(tab.locator("#offer")).to_be_hidden()
    assert current(tab) == "row-1"
    press(tab, "a")
    expect(tab.locator("#offer")).to_be_hidden()
    press(tab, "=")
    expect_verdicts(tab, ["approved", "approved", ""])


def test_the_page_itself_is_looked_up(show: Open) -> None:
    tab = show(page(*ROWS))
    press(tab, "j", "j", "j", "c")
    dialog = tab.get_by_role("dialog", name="Look up")
    dialog.get_by_label("Word or phrase").fill("кремль")
    expect(dialog.locator("section h3")).to_have_text(["In the glossary", "On this page"])
    expect(dialog.locator(".found").first).to_contain_text("Kreml → Кремль not: Кремел Moscow")
    expect(dialog.locator(".found").last).to_contain_text("Кремль говорит.")
    dialog.get_by_label("Word or phrase").fill("nirgends")
    expect(dialog).to_contain_text("Nothing found.")
    dialog.get_by_label("Word or phrase").fill("spricht")
    dialog.get_by_role("button", name="Put into the translation").click()
    expect(row(tab, 3).locator("textarea")).to_have_value("Кремль говорит.")


def test_what_is_selected_is_looked_up(show: Open) -> None:
    tab = show(page(*ROWS))
    press(tab, "j", "j", "e", "Home", "Shift+Control+ArrowRight")
    press(tab, "Escape")
    tab.evaluate("getSelection().selectAllChildren(document.querySelector('#row-1 .source .text'))")
    press(tab, "c")
    expect(tab.get_by_label("Word or phrase")).to_have_value("Kreml spricht.")


def test_a_served_page_asks_memory_glossary_engine_and_git(visit: Visit, server: Server) -> None:
    server.shown = replace(server.shown, asks_engine=True)
    unit = {"score": 100, "source": "Satz", "text": "фраза", "origin": "reviewed Olga"}
    term = {"term": "Satz", "words": ["предложение"], "forbidden": [], "note": ""}
    event = {"when": "2026-01-31T10:00:00Z", "who": "Olga", "what": "translated", "texts": ["было"]}
    server.found = {
        "look-up": {"units": [unit], "terms": [term]},
        "propose": {"engine": "argos de-ru-1.0", "texts": ["Предложение 1 здесь.", "Фраза 1."]},
        "back": {"text": "Der Satz 1."},
        "history": {"events": [event]},
    }
    tab = visit()
    press(tab, "j", "c", *"Satz")
    dialog = tab.get_by_role("dialog", name="Look up")
    expect(dialog.locator("section h3")).to_have_text(["In the glossary", "On this page", "In the memory"])
    expect(dialog.locator(".found").last).to_contain_text("100 %, reviewed Olga")
    press(tab, "Escape", "b")
    expect(row(tab, 1).locator(".asked")).to_contain_text("Translated back:Der Satz 1.")
    press(tab, "h")
    expect(tab.get_by_role("dialog", name="History of entry 1")).to_contain_text("2026-01-31 10:00 Olga: translated")
    press(tab, "Escape", "t")
    expect(row(tab, 1).locator(".asked .text")).to_have_text(["Фраза 1."])
    row(tab, 1).locator(".asked").get_by_role("button", name="Use").click()
    expect(row(tab, 1).locator("textarea")).to_have_value("Фраза 1.")
    asked = {name: body for name, body in server.asked if name != "save"}
    languages = {"source": "de", "language": "ru"}
    assert asked["look-up"] == {"text": "Satz", **languages}
    assert asked["propose"] == {"text": "Satz 1 steht hier.", "pivot": "", **languages}
    assert asked["history"] == {"catalogue": RUSSIAN.path, "key": numbered(1)[0].key}


def test_a_question_without_an_answer_is_told(visit: Visit, server: Server) -> None:
    server.shown = replace(server.shown, asks_engine=True)
    tab = visit()
    server.status, server.body = 500, '{"error": "no package translates ru → de"}'
    press(tab, "j", "b")
    expect(row(tab, 1).locator(".asked")).to_have_text("No answer: no package translates ru → de.")
    server.down = True
    press(tab, "t")
    expect(row(tab, 1).locator(".asked")).to_contain_text("the server cannot be reached")


def test_a_page_without_an_engine_offers_none(show: Open) -> None:
    tab = show(page(*numbered(1)))
    press(tab, "j", "t", "b", "?")
    expect(row(tab, 1).locator(".propose, .back")).to_have_count(0)
    expect(tab.locator("#help")).not_to_contain_text("engine")


def test_the_history_on_a_file_page_is_what_the_entry_knows(show: Open) -> None:
    known = replace(
        entry(1, "Satz", "фраза", state="reviewed"),
        signed=("Anna 2026-01-31",),
        rejections=("Boris 2026-01-30: no",),
        origin="argos de-ru-1.0",
    )
    tab = show(page(known))
    press(tab, "j", "h")
    expect(tab.locator("#history-events > li")).to_have_text(
        ["signed by Anna 2026-01-31", "sent back Boris 2026-01-30: no", "drafted by argos de-ru-1.0"]
    )


def test_each_window_keeps_its_reviewer(visit: Visit, server: Server) -> None:
    first, second = visit(), visit()
    for tab, name in ((first, "Anna"), (second, "Olga")):
        tab.locator("#reviewer").fill(name)
    first.reload()
    expect(first.locator("#reviewer")).to_have_value("Anna")
    press(first, "j", "a")
    expect_verdict(first, 1, "approved, saved")
    press(second, "Escape", "j", "j", "a")
    expect_verdict(second, 2, "approved, saved")
    assert [body["reviewer"] for _, body in server.asked] == ["Anna", "Olga"]
