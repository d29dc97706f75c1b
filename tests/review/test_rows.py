"""What a page shows of a catalogue."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import countersign, sign
from l10n.catalogue.keeping import CatalogueKeeper
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.checking.settings import Settings
from l10n.errors import L10nError
from l10n.languages import LANGUAGES
from l10n.memory.store import Memory
from l10n.memory.unit import Unit, UnitOrigin
from l10n.model import Catalogue, Draft, Entry, Leg
from l10n.review import MemoryHint, Page, PageCatalogue, PivotText, TermHint
from l10n.review.page import PageSources, page, single_row
from l10n.review.rows import utf16
from tests.catalogue import strategies

HEADER = """msgid ""
msgstr ""
"Language: {lang}\\n"
"Plural-Forms: {forms}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

"""
RU = (
    HEADER.format(lang="ru", forms=LANGUAGES["ru"].plural_forms)
    + """#. heading 1
#. next: 38 Hunde schlafen.
msgctxt "after:00000000"
msgid "Kreml"
msgstr ""

# ask Olga
# l10n-rejected: Anna 2026-01-31: no
# l10n-ignore: spaces (why)
#. paragraph 1, sentence 1
#. previous: Kreml
#. glossary: Kreml → Кремль
#, fuzzy
#| msgid "37 Hunde schlafen."
msgid "38 Hunde schlafen. 😀 38"
msgstr "😀 83 собаки спят."

#. a developer's note
#: a.c:1
msgctxt "menu"
msgid "%d Hund"
msgid_plural "%d Hunde"
msgstr[0] "%d собака"
msgstr[1] "%d собаки"
msgstr[2] "%d собак"

#~ msgid "weg"
#~ msgstr "нет"
"""
)


@pytest.fixture
def folder(project: Path) -> Path:
    folder = project / "locales" / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "a.po").write_text(RU, "utf-8")
    (project / "terms.csv").write_text("de,ru\nKreml,Кремль\n", "utf-8")
    return folder


def _page(*paths: Path, memory: Path | None = None) -> Page:
    root = Path.cwd()
    made, errors = page(paths, PageSources(root, Settings(glossary=root / "terms.csv"), memory))
    assert not errors
    return made


def test_the_page_knows_its_catalogues(folder: Path) -> None:
    made = _page(folder / "a.po")

    assert made.sheets == (PageCatalogue("locales/ru/LC_MESSAGES/a.po", "a", "ru", "Russian", "ltr", calibrated=False),)
    assert (made.title, made.source_language, made.served) == ("a – Russian", "de", False)


def test_pages_of_one_project_share_what_the_browser_keeps(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (folder / "b.po").write_text(RU, "utf-8")
    elsewhere = PageSources(tmp_path_factory.mktemp("other"), Settings())

    assert _page(folder / "a.po").id == _page(folder / "a.po", folder / "b.po").id
    assert _page(folder / "a.po").id != page([folder / "a.po"], elsewhere)[0].id


def test_an_untranslated_entry_shows_where_it_stands_and_which_terms_it_has(folder: Path) -> None:
    row = _page(folder / "a.po").rows[0]

    assert (row.source, row.texts, row.state, row.place, row.context) == (
        "Kreml",
        ("",),
        "untranslated",
        "heading 1",
        "",
    )
    assert row.terms == (TermHint("Kreml", (0, 5), ("Кремль",), found=False),)
    assert not row.problems, "that it is untranslated stands in its state"


def test_an_outdated_entry_shows_its_history_and_what_people_said(folder: Path) -> None:
    row = _page(folder / "a.po").rows[1]

    assert (row.state, row.previous) == ("outdated", "37 Hunde schlafen.")
    assert row.rejections == ("Anna 2026-01-31: no",)
    assert row.comments == ("ask Olga", "l10n-ignore: spaces (why)")


def test_places_of_findings_count_as_javascript_does(folder: Path) -> None:
    row = _page(folder / "a.po").rows[1]

    (problem,) = [one for one in row.problems if one.check == "numbers" and one.span != (0, 0)]
    assert problem.span == (3, 5), "an emoji is two UTF-16 code units"


def test_a_plural_entry_shows_all_forms_and_for_which_numbers_they_are(folder: Path) -> None:
    row = _page(folder / "a.po").rows[2]

    assert row.texts == ("%d собака", "%d собаки", "%d собак")
    assert row.forms == ("1, 21, 31", "2, 3, 4", "0, 5, 6")
    assert (row.plural, row.context, row.comments) == ("%d Hunde", "menu", ("a developer's note",))


def test_a_draft_shows_where_it_comes_from_and_the_english_in_between(folder: Path) -> None:
    legs = (Leg("de-en-1.0", "house", -0.2), Leg("en-ru-1.9", "дом", -0.1, repairs=("end-mark",)))
    draft = drafted(Entry("Haus"), Draft("argos", legs, risk=0.42))
    po.write(folder / "b.po", Catalogue((("Language", "ru"),), (draft,)))

    (row,) = _page(folder / "b.po").rows

    assert (row.origin, row.risk, row.pivot) == ("argos de-en-1.0+en-ru-1.9", 0.42, PivotText("house", "machine"))


def test_an_outdated_draft_has_no_risk_and_the_english_of_the_sentence_before(folder: Path) -> None:
    legs = (Leg("de-en-1.0", "house", -0.2), Leg("en-ru-1.9", "дом", -0.1))
    draft = drafted(Entry("Haus"), Draft("argos", legs, risk=0.42))
    po.write(folder / "b.po", Catalogue((("Language", "ru"),), (replace(draft, msgid="Hütte"),)))

    (row,) = _page(folder / "b.po").rows

    assert (row.state, row.risk, row.pivot) == ("outdated", None, PivotText("house", "machine", old=True))


def test_all_who_have_signed_are_named(folder: Path) -> None:
    entry = countersign(sign(Entry("Haus", "дом"), "Anna", "2026-01-31"), "Olga", "2026-02-01")
    po.write(folder / "b.po", Catalogue((("Language", "ru"),), (entry,)))

    (row,) = _page(folder / "b.po").rows

    assert (row.state, row.signed) == ("second", ("Anna 2026-01-31", "Olga 2026-02-01"))


def test_no_risk_is_low_beside_an_error(folder: Path) -> None:
    legs = (Leg("de-en-1.0", "He paid 83 euros.", -0.2),)
    draft = drafted(Entry("Er zahlte 38 Euro."), Draft("argos", legs, risk=0.12))
    po.write(folder / "b.po", Catalogue((("Language", "en"),), (draft,)))

    made = _page(folder / "b.po")

    assert [problem.severity for problem in made.rows[0].problems] == ["error"]
    assert made.rows[0].risk == 0.5
    assert made.sheets[0].calibrated


def test_the_accepted_english_is_the_pivot(folder: Path) -> None:
    english = folder.parents[1] / "en" / "LC_MESSAGES" / "a.po"
    po.write(english, Catalogue((("Language", "en"),), (Entry("Kreml", "Kremlin", "after:00000000"),)))

    assert _page(folder / "a.po").rows[0].pivot == PivotText("Kremlin", "translated")
    assert _page(english).rows[0].pivot is None


def test_the_memory_gives_hints_where_they_are_news(folder: Path) -> None:
    path = Path("l10n.db")
    with Memory(path) as memory:
        memory.add([Unit("Kreml", "Кремль", "de", "ru", origin=UnitOrigin.REVIEWED, who="Anna")])
        memory.add([Unit("38 Hunde schlafen. 😀 39", "😀 39 собак спят.", "de", "ru")])

    first, second, _ = _page(folder / "a.po", memory=path).rows

    assert first.memory == (MemoryHint(100, "Kreml", "Кремль", "reviewed Anna"),)
    assert [(one.text, one.origin) for one in second.memory] == [("😀 38 собак спят.", "human")]


def test_languages_from_right_to_left_are_known(folder: Path) -> None:
    (folder / "a.po").write_text(RU.replace("Language: ru", "Language: ar"), "utf-8")

    assert _page(folder / "a.po").sheets[0].direction == "rtl"


def test_a_catalogue_that_cannot_be_read_is_named_and_the_others_are_shown(folder: Path) -> None:
    (folder / "b.po").write_text('msgid "x"\n', "utf-8")
    paths = sorted(folder.glob("*.po"))

    made, errors = page(paths, PageSources(Path.cwd(), Settings()))

    assert [sheet.document for sheet in made.sheets] == ["a"]
    assert "b.po:" in errors[0].message
    with pytest.raises(L10nError, match=r"b\.po:"):
        page(paths[1:], PageSources(Path.cwd(), Settings()))


@given(strategies.catalogues())
def test_every_entry_has_its_row(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> None:
    path = tmp_path_factory.mktemp("page") / "a.po"
    po.write(path, catalogue)

    made, _ = page([path], PageSources(path.parent, Settings()))

    current = [entry for entry in po.read(path).entries if not entry.obsolete]
    assert [(row.key, row.source, row.state) for row in made.rows] == [
        (key(entry), entry.msgid, state(entry).value) for entry in current
    ]
    for row in made.rows:
        for problem in row.problems:
            assert 0 <= problem.span[0] <= problem.span[1] <= len(row.texts[problem.form].encode("utf-16-le")) // 2
            assert 0 <= problem.source_span[0] <= problem.source_span[1]


@given(strategies.text)
def test_utf_16_offsets_cut_the_same_piece(text: str) -> None:
    data = text.encode("utf-16-le")
    for end in range(len(text) + 1):
        first, last = utf16(text, (end // 2, end))
        assert data[2 * first : 2 * last].decode("utf-16-le") == text[end // 2 : end]


def test_a_key_is_shown_with_the_text_that_it_stands_for(folder: Path) -> None:
    keyed = '#. Default: "Open the Kreml, ${{name}}"\n{}msgid "label_open"\nmsgstr "{}"\n\n'
    entries = keyed.format("", "Открыть Кремль") + keyed.format('msgctxt "menu"\n', "Открыть Кремль, ${name}")
    (folder / "b.po").write_text(HEADER.format(lang="ru", forms="") + entries + 'msgid "label_x"\nmsgstr ""\n', "utf-8")
    first, second, unknown = _page(folder / "b.po").rows

    assert (first.source, first.context) == ("Open the Kreml, ${name}", "label_open")
    assert [(one.check, one.source_span) for one in first.problems] == [("placeholders", (16, 23))]
    assert (second.source, second.context) == (first.source, "menu · label_open")
    assert (unknown.source, unknown.context) == ("label_x", "")


def test_the_row_of_one_entry_is_the_one_that_the_page_has(tmp_path: Path) -> None:
    path = tmp_path / "locales" / "ru" / "LC_MESSAGES" / "a.po"
    path.parent.mkdir(parents=True)
    path.write_text(RU, "utf-8")
    sources = PageSources(tmp_path, Settings())
    shown, _ = page([path], sources)
    assert len(shown.rows) > 2
    assert any(row.problems for row in shown.rows)
    keeper = CatalogueKeeper()
    assert [single_row(path, row.key, 0, sources, keeper) for row in shown.rows] == list(shown.rows)
    assert single_row(path, "00000000", 0, sources, keeper) is None
