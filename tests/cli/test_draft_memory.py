"""`l10n draft` with the translation memory: what people approved comes first, what packages did is not done again."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.memory.store import Memory
from l10n.memory.unit import Unit, UnitOrigin
from l10n.model import Entry, State
from tests.conftest import Run

TEXT = "Titel\nDas Haus ist groß.\nDas Haus ist alt.\n"


@pytest.fixture
def source(project: Path) -> Path:
    path = project / "text.txt"
    path.write_text(TEXT, "utf-8")
    return path


def _entries(project: Path, lang: str = "ru", name: str = "text") -> list[Entry]:
    return list(po.read(project / "locales" / lang / "LC_MESSAGES" / f"{name}.po").entries)


def _remember(project: Path, *units: Unit) -> None:
    with Memory(project / "l10n.db") as memory:
        memory.add(units)


def _unit(source: str, target: str, *around: str, origin: UnitOrigin = UnitOrigin.HUMAN) -> Unit:
    before, after = around or (None, None)
    return Unit(source, target, "de", "ru", before, after, origin)


def test_what_people_approved_for_the_same_text_is_the_draft(
    run: Run, project: Path, source: Path, packages: Path
) -> None:
    _remember(project, _unit("Das Haus ist alt.", "Дом уже стар."))
    run("draft", source, "--packages", packages, "--to", "ru", "--threshold", "80")  # “groß” for “alt” is 78 %
    entry = _entries(project)[2]
    assert (entry.msgstr, state(entry)) == ("Дом уже стар.", State.DRAFT)
    assert entry.comments[0].startswith("l10n-tm: 100% human risk=")
    assert _entries(project)[1].comments[-1].startswith("l10n-mt: argos ")


def test_a_similar_text_serves_with_its_number_put_right(run: Run, project: Path, packages: Path) -> None:
    (project / "text.txt").write_text("Am 10. Mai kamen die Gäste nach Baku.\n", "utf-8")
    _remember(project, _unit("Am 9. Mai kamen die Gäste nach Baku.", "9 мая гости приехали в Баку."))
    run("draft", project / "text.txt", "--packages", packages, "--to", "ru")
    (entry,) = _entries(project)
    assert entry.msgstr == "10 мая гости приехали в Баку."
    assert int(entry.comments[0].split()[1].removesuffix("%")) in range(75, 100)


@pytest.mark.parametrize(
    ("origin", "around", "expected"),
    [
        pytest.param(UnitOrigin.REVIEWED, ("Das Haus ist groß.", ""), State.TRANSLATED, id="reviewed, same place"),
        pytest.param(UnitOrigin.HUMAN, ("Das Haus ist groß.", ""), State.DRAFT, id="not reviewed"),
        pytest.param(UnitOrigin.REVIEWED, ("Ein anderer Satz.", ""), State.DRAFT, id="another place"),
    ],
)
def test_trust_exact_takes_only_what_was_reviewed_in_the_same_place(
    run: Run, project: Path, source: Path, packages: Path, origin: UnitOrigin, around: tuple[str, str], expected: State
) -> None:
    _remember(project, _unit("Das Haus ist alt.", "Дом уже стар.", *around, origin=origin))
    run("draft", source, "--packages", packages, "--to", "ru", "--trust-exact")
    entry = _entries(project)[2]
    assert (entry.msgstr, state(entry)) == ("Дом уже стар.", expected)


def test_without_trust_exact_nothing_is_final(run: Run, project: Path, source: Path, packages: Path) -> None:
    _remember(
        project, _unit("Das Haus ist alt.", "Дом уже стар.", "Das Haus ist groß.", "", origin=UnitOrigin.REVIEWED)
    )
    run("draft", source, "--packages", packages, "--to", "ru")
    assert state(_entries(project)[2]) is State.DRAFT


def test_a_lost_catalogue_costs_no_translation(
    run: Run, project: Path, source: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.engines.argos.opening import Argos

    run("draft", source, "--packages", packages)
    before = [entry.msgstr for entry in _entries(project)]
    for path in (project / "locales").rglob("*.po"):
        path.unlink()
    other = project / "other.txt"
    other.write_text("Das Haus ist alt.\n", "utf-8")

    def refuse(*_: object) -> None:
        pytest.fail("a package was opened")

    monkeypatch.setattr(Argos, "__init__", refuse)
    run("draft", source, other, "--packages", packages)
    assert [entry.msgstr for entry in _entries(project)] == before
    assert _entries(project, name="other")[0].msgstr == before[2]


def test_no_memory_leaves_no_file(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages, "--no-memory")
    assert not (project / "l10n.db").exists()
    run("draft", source, "--packages", packages, "--redraft", "--memory", project / "m.db")
    assert (project / "m.db").exists()
    assert not (project / "l10n.db").exists()


def test_the_first_draft_is_kept_and_a_later_one_does_not_replace_it(
    run: Run, project: Path, source: Path, packages: Path
) -> None:
    run("draft", source, "--packages", packages, "--to", "ru")
    with Memory(project / "l10n.db") as memory:
        first = memory.first_drafts("text", "ru")
    assert [one.text for one in first] == [entry.msgstr for entry in _entries(project)]
    assert all(one.risk is not None and one.engine.startswith("argos de-en-1.0+en-ru-1.0") for one in first)
    _remember(project, _unit("Das Haus ist alt.", "Дом уже стар."))
    run("draft", source, "--packages", packages, "--to", "ru", "--redraft")
    assert _entries(project)[2].msgstr == "Дом уже стар."
    with Memory(project / "l10n.db") as memory:
        assert memory.first_drafts("text", "ru") == first


def test_a_file_that_is_no_memory_stops_before_anything_is_translated(
    run: Run, project: Path, source: Path, packages: Path
) -> None:
    (project / "l10n.db").write_text("this is no database, and long enough not to be taken for an empty one")
    assert "l10n.db" in run("draft", source, "--packages", packages, code=2).stderr
    assert (project / "l10n.db").read_text().startswith("this is no database")


# --- one review improves three languages -----------------------------------------------------------------------------


def _accept(project: Path, lang: str, old: str, new: str) -> None:
    """As an editor does: another text, no longer fuzzy."""
    path = project / "locales" / lang / "LC_MESSAGES" / "text.po"
    blocks = path.read_text("utf-8").split("\n\n")
    blocks = [
        block.replace("#, fuzzy\n", "").replace(f'msgstr "{old}"', f'msgstr "{new}"') if f'"{old}"' in block else block
        for block in blocks
    ]
    path.write_text("\n\n".join(blocks), "utf-8")


def test_accepted_english_renews_the_drafts_that_rest_on_another(
    run: Run, project: Path, source: Path, packages: Path
) -> None:
    run("draft", source, "--packages", packages)
    untouched = _entries(project)[2]
    _accept(project, "en", "The house is big.", "The old house is big.")
    run("draft", source, "--packages", packages)
    for lang, expected in (("ru", "Старый дом большой."), ("uk", "Старий будинок великий.")):
        entry = _entries(project, lang)[1]
        assert (entry.msgstr, state(entry)) == (expected, State.DRAFT)
        assert entry.comments[-1].startswith("l10n-mt: argos reviewed+en-")
        assert entry.comments[0] == "l10n-pivot: The old house is big. ¶"
    assert _entries(project)[2] == untouched


def test_a_second_run_after_that_changes_nothing(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages)
    _accept(project, "en", "The house is big.", "The old house is big.")
    run("draft", source, "--packages", packages)
    before = {path: path.read_bytes() for path in (project / "locales").rglob("*.po")}
    run("draft", source, "--packages", packages)
    assert {path: path.read_bytes() for path in before} == before


def test_the_old_way_starts_from_the_machines_english(run: Run, project: Path, source: Path, packages: Path) -> None:
    run("draft", source, "--packages", packages)
    before = _entries(project)
    _accept(project, "en", "The house is big.", "The old house is big.")
    run("draft", source, "--packages", packages, "--pivot", "machine")
    assert _entries(project) == before


def test_work_of_people_is_only_told_of_the_other_english(
    run: Run, project: Path, source: Path, packages: Path
) -> None:
    run("draft", source, "--packages", packages)
    _accept(project, "en", "The house is big.", "The old house is big.")
    _accept(project, "ru", "Дом большой.", "Этот дом велик.")
    console = run("draft", source, "--packages", packages).stderr
    assert _entries(project)[1].msgstr == "Этот дом велик."
    assert "ru/LC_MESSAGES/text.po: 1 entry was made from another English than the accepted one" in console


# --- what a draft says -----------------------------------------------------------------------------------------------


def test_terms_that_the_draft_has_not_are_named(run: Run, project: Path, source: Path, packages: Path) -> None:
    (project / "glossary.csv").write_text("de,en,ru\nHaus,house,здание\n", "utf-8")
    (project / "l10n.toml").write_text('glossary = "glossary.csv"\n')
    run("draft", source, "--packages", packages)
    assert "glossary: Haus → здание" in _entries(project)[1].extracted
    assert not any(line.startswith("glossary:") for line in _entries(project, "en")[1].extracted)
    run("update", source)
    assert "glossary: Haus → здание" in _entries(project)[1].extracted


def test_a_round_trip_changes_the_risk(run: Run, project: Path, source: Path, packages: Path, tmp_path: Path) -> None:
    import shutil

    from l10n.engines.argos.demo.builder import build_package

    run("draft", source, "--packages", packages, "--no-memory")
    plain = _entries(project)[1].comments[-1]
    both = tmp_path / "both"
    shutil.copytree(packages, both)
    build_package(both, "en", "de", {"house": "Haus", "The": "Das", "is": "ist", "big": "groß"})
    console = run("draft", source, "--packages", both, "--no-memory", "--redraft", "--round-trip").stderr
    assert "no round trip" not in console
    assert _entries(project)[1].comments[-1] != plain
    console = run("draft", source, "--packages", packages, "--no-memory", "--redraft", "--round-trip").stderr
    assert "no round trip: the package en-de is missing" in console
    assert _entries(project)[1].comments[-1] == plain


# --- found by a hostile reading --------------------------------------------------------------------------------------


def test_trust_exact_holds_for_the_place_that_was_reviewed_and_for_no_other(
    run: Run, project: Path, packages: Path
) -> None:
    texts = ("Das Haus.", "Ja.", "Das ist groß.", "Ein Haus.", "Ja.", "Es ist alt.")
    (project / "text.txt").write_text("\n\n".join(texts) + "\n", "utf-8")
    _remember(project, _unit("Ja.", "Да, первое.", "Das Haus.", "Das ist groß.", origin=UnitOrigin.REVIEWED))
    run("draft", project / "text.txt", "--packages", packages, "--to", "ru", "--trust-exact")
    first, second = (entry for entry in _entries(project) if entry.msgid == "Ja.")
    assert (first.msgstr, state(first)) == ("Да, первое.", State.TRANSLATED)
    assert (second.msgstr, state(second)) == ("Да, первое.", State.DRAFT)


def test_documents_with_the_same_sentence_keep_to_their_own_english(run: Run, project: Path, packages: Path) -> None:
    for name, english in (("a", "The old house is big."), ("b", "The house is old house.")):
        (project / f"{name}.txt").write_text("Das Haus ist groß.\n", "utf-8")
        run("draft", project / f"{name}.txt", "--packages", packages, "--to", "en", "--no-memory")
        path = project / "locales" / "en" / "LC_MESSAGES" / f"{name}.po"
        text = path.read_text("utf-8").replace("#, fuzzy\n", "").replace('"The house is big."', f'"{english}"')
        path.write_text(text, "utf-8")
    command = ("draft", project / "a.txt", project / "b.txt", "--packages", packages, "--to", "ru")
    run(*command)
    assert [_entries(project, name=name)[0].comments[0] for name in "ab"] == [
        "l10n-pivot: The old house is big. ¶",
        "l10n-pivot: The house is old house. ¶",
    ]
    assert "nothing to draft" in run(*command).stderr


def test_what_the_memory_has_is_filled_in_without_any_package(run: Run, project: Path, source: Path) -> None:
    (project / "none").mkdir()
    _remember(project, _unit("Das Haus ist alt.", "Дом уже стар."))
    options = ("draft", source, "--packages", project / "none", "--to", "ru", "--threshold", "80")
    assert "1 drafted, 2 undrafted" in run(*options, code=3).stdout
    assert [entry.msgstr for entry in _entries(project)] == ["", "", "Дом уже стар."]
    _remember(project, _unit("Titel", "Заголовок"), _unit("Das Haus ist groß.", "Дом велик."))
    assert "2 drafts in" in run(*options).stderr


def test_an_unreadable_english_catalogue_is_named_and_the_others_go_on(
    run: Run, project: Path, source: Path, packages: Path
) -> None:
    path = project / "locales" / "en" / "LC_MESSAGES" / "text.po"
    path.parent.mkdir(parents=True)
    path.write_text("this is no catalogue\n")
    console = run("draft", source, "--packages", packages, "--to", "ru", code=2).stderr
    assert "en/LC_MESSAGES/text.po:1" in console
    assert _entries(project)[1].msgstr == "Дом большой."


def test_notes_of_developers_are_not_taken_for_ours(run: Run, project: Path, packages: Path) -> None:
    head = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    path = project / "tool.po"
    path.write_text(head + '#. glossary: see the wiki\nmsgid "house"\nmsgstr ""\n', "utf-8")
    run("draft", "--po", path, "--from", "en", "--packages", packages)
    assert po.read(path).entries[0].extracted == ("glossary: see the wiki",)
