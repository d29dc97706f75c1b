"""What a row offers: hints, findings, terms, plural forms, and what changed."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from playwright.sync_api import BrowserContext, expect

from l10n.review import MemoryHint, PageFinding, TermHint
from tests.review.conftest import Open
from tests.review.hands import expect_verdicts, export, opened, press, row
from tests.review.pages import page, span
from tests.review.pages import row as entry


def test_hints_are_taken_with_keys_and_buttons(show: Open) -> None:
    hints = (MemoryHint(101, "Satz", "Первый", "reviewed Anna"), MemoryHint(80, "Der Satz", "Второй", "translated"))
    tab = show(page(replace(entry(1, "Satz", "Нечто"), memory=hints), entry(2, "Ohne", "Без")))
    field = row(tab, 1).locator("textarea")
    press(tab, "j", "2")
    expect(field).to_have_value("Второй")
    press(tab, "3")
    expect(tab.locator("#said")).to_have_text("There is no hint 3 here.")
    row(tab, 1).get_by_role("button", name="Use 1, hint for entry 1").click()
    expect(field).to_have_value("Первый")
    assert row(tab, 1).locator(".score").all_text_contents() == ["same place", "80 %"]
    assert row(tab, 1).locator(".hint del").all_text_contents() == ["Der Satz"]
    press(tab, "z", "z")
    expect(field).to_have_value("Нечто")


def test_findings_mark_their_place_and_can_be_mended_one_after_the_other(show: Open) -> None:
    text = "😀 Это  2 .слова"  # a character of two code units stands before the places
    source = "😀 Das sind 2 Wörter"
    problems = (
        PageFinding("spaces", "warning", "two spaces", 0, span(text, "  "), (0, 0), text.replace("  ", " ")),
        PageFinding(
            "punctuation",
            "error",
            "space before the dot",
            0,
            span(text, " ."),
            span(source, "2"),
            text.replace(" .", ". "),
        ),
    )
    tab = show(page(replace(entry(1, source, text), problems=problems)))
    one = opened(tab, 1)
    assert one.locator(".mirror mark").all_text_contents() == ["  ", " ."]
    assert one.locator(".source mark").all_text_contents() == ["2"]
    one.get_by_role("button", name="Mend:").first.click()
    expect(one.locator("textarea")).to_have_value("😀 Это 2 .слова")
    assert one.locator(".mirror mark").count() == 0
    expect(one.locator(".finding .before").first).to_have_text("in the text before:")
    expect(one.locator(".finding .before").first).to_be_visible()
    one.get_by_role("button", name="Mend:").last.click()
    expect(one.locator("textarea")).to_have_value("😀 Это 2. слова")
    one.get_by_role("button", name="Mend:").last.dispatch_event("click")
    expect(tab.locator("#said")).to_have_text("That place has been mended or changed already.")
    expect(one.locator("textarea")).to_have_value("😀 Это 2. слова")


def test_a_finding_is_mended_once(show: Open) -> None:
    """Also where what was mended still looks as if it had to be: dots that are added, spaces that are taken away."""
    texts = ("Ну..", "Два  слова", "Конец")
    fixes = ("Ну...", "Два слова", "Конец.")
    tab = show(
        page(
            *(
                replace(entry(n, "Satz", text), problems=(PageFinding("c", "warning", "m", fix=fix),))
                for n, (text, fix) in enumerate(zip(texts, fixes, strict=True), 1)
            )
        )
    )
    for number, fix in enumerate(fixes, 1):
        one = opened(tab, number)
        mend, field = one.get_by_role("button", name="Mend:"), one.locator("textarea")
        expect(mend).to_be_enabled()
        mend.click()
        expect(field).to_have_value(fix)
        expect(mend).to_be_disabled()
        mend.dispatch_event("click")
        expect(tab.locator("#said")).to_have_text("That place has been mended or changed already.")
        expect(field).to_have_value(fix)
        field.press("Home")
        field.press("x")
        mend.dispatch_event("click")
        expect(field).to_have_value(f"x{fix}")
        one.get_by_role("button", name="Undo").click()
        one.get_by_role("button", name="Undo").click()
        expect(field).to_have_value(texts[number - 1])
        expect(mend).to_be_enabled()


def test_no_mending_is_done_to_a_mended_text(context: BrowserContext) -> None:
    """All texts of up to four letters, made into all others, with something written before or behind them."""
    script = (files("l10n.review") / "templates" / "text.js").read_text("utf-8")
    wrong = context.new_page().evaluate(
        f"""() => {{
            {script}
            const texts = [""];
            for (const text of texts) if (text.length < 4) texts.push(`${{text}}a`, `${{text}}b`);
            const wrong = [];
            for (const before of texts) for (const after of texts) {{
                if (before === after) continue;
                if (rebased(before, after, before) !== after) wrong.push([before, after]);
                for (const [left, right] of [["", ""], ["c", ""], ["", "c"], ["c", "c"]]) {{
                    const [faulty, mended] = [left + before + right, left + after + right];
                    if (rebased(before, after, mended) !== null) wrong.push([before, after, mended]);
                    if (![null, mended].includes(rebased(before, after, faulty))) wrong.push([before, after, faulty]);
                }}
            }}
            return wrong;
        }}"""
    )
    assert wrong == []


def test_marks_lie_exactly_behind_the_text(show: Open) -> None:
    """The mirror breaks its lines where the field does: both have the same height, at any width."""
    text = "Слово и ещё одно оченьдлинноеслово" * 12
    tab = show(page(entry(1, "Satz", text)))
    for width in (390, 700, 1200):
        tab.set_viewport_size({"width": width, "height": 800})
        mirror, area = row(tab, 1).locator(".mirror"), row(tab, 1).locator("textarea")
        assert mirror.bounding_box() == area.bounding_box()
        assert area.evaluate("area => area.scrollHeight - area.clientHeight") == 0
        assert mirror.evaluate("one => one.scrollHeight") == area.evaluate("one => one.scrollHeight")


def test_a_term_goes_where_the_caret_is(show: Open) -> None:
    source = "Der Kreml und die EU"
    terms = (
        TermHint("Kreml", span(source, "Kreml"), ("Кремль",), ("Кремел",), "Moscow", found=False),
        TermHint("EU", span(source, "EU"), ("ЕС", "Евросоюз")),
    )
    tab = show(page(replace(entry(1, source, "и ЕС"), terms=terms)))
    one = opened(tab, 1)
    expect(one.locator(".term-hint").first).to_contain_text("not used")
    expect(one.locator(".term-hint").first).to_contain_text("not: Кремел")
    assert one.locator(".source .term.missing").all_text_contents() == ["Kreml"]
    one.get_by_role("button", name="Евросоюз").click()
    expect(one.locator("textarea")).to_have_value("и ЕС Евросоюз")
    press(tab, "Control+Home")
    one.get_by_role("button", name="Кремль").click()
    expect(one.locator("textarea")).to_have_value("Кремльи ЕС Евросоюз")


def test_plural_forms_are_fields_of_their_own(show: Open) -> None:
    forms = replace(entry(1, "%d Satz", "одно", "два", ""), plural="%d Sätze", forms=("1, 21", "2, 3", "5, 6"))
    tab = show(page(forms))
    press(tab, "j", "a")
    expect_verdicts(tab, [""])
    expect(tab.get_by_label("Russian for 5, 6")).to_be_focused()
    tab.keyboard.type("пять")
    press(tab, "Control+Enter")
    (decided,) = export(tab)["entries"]
    assert decided["texts"] == ["одно", "два", "пять"]


def test_a_very_long_text_is_shown_whole_where_the_keys_are(show: Open) -> None:
    tab = show(page(entry(1, "Ein langer Satz. " * 300, "Длинное. " * 300), entry(2, "Kurz.", "Кратко.")))
    height = "one => one.offsetHeight"
    folded = row(tab, 1).evaluate(height)
    assert folded < 200
    press(tab, "j")
    assert row(tab, 1).evaluate(height) > 2 * folded
    assert row(tab, 1).locator("textarea").evaluate("one => one.scrollHeight - one.clientHeight") == 0
    press(tab, "j")
    assert row(tab, 1).evaluate(height) == folded
    expect(row(tab, 2)).to_be_in_viewport(ratio=1)


def test_an_outdated_entry_shows_what_changed(show: Open) -> None:
    outdated = replace(entry(1, "Ein neuer Satz.", "Старое.", state="outdated"), previous="Ein alter Satz.")
    tab = show(page(outdated))
    assert row(tab, 1).locator(".previous del").all_text_contents() == [" alter"]
    assert row(tab, 1).locator(".previous ins").all_text_contents() == [" neuer"]
