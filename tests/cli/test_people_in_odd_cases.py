"""What a person has written comes back, in the state it had, on the less usual ways, too; nothing passes for more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib
import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping import record
from l10n.catalogue.states import state
from l10n.model import Entry, State
from tests.cli.test_people import HERS, LINES, Story
from tests.conftest import Git, Run

HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.fixture
def story(run: Run, project: Path, packages: Path) -> Story:
    one = Story(run, project, packages)
    one.write(*LINES)
    one.draft()
    return one


def _of(entries: list[Entry], msgid: str) -> list[tuple[str, State]]:
    return [(entry.msgstr, state(entry)) for entry in entries if entry.msgid == msgid and not entry.obsolete]


CHANGED = LINES[1].replace("keine", "wieder")


@pytest.mark.parametrize("signed", [True, False])
def test_a_sentence_that_was_changed_then_cut_comes_back_as_it_was(story: Story, signed: bool) -> None:
    story.type(2, HERS)
    if signed:
        story.sign(2)
    before = _of(story.entries(), LINES[1])
    story.update(LINES[0], CHANGED, LINES[2])
    story.update(LINES[0], LINES[2])
    assert _of(story.update(*LINES), LINES[1]) == before


@pytest.mark.parametrize("signed", [True, False])
def test_a_sentence_comes_back_beside_its_changed_self(story: Story, signed: bool) -> None:
    story.type(2, HERS)
    if signed:
        story.sign(2)
    before = _of(story.entries(), LINES[1])
    story.update(LINES[0], CHANGED, LINES[2])
    assert _of(story.update(LINES[0], CHANGED, LINES[1], LINES[2]), LINES[1]) == before


def test_joined_cut_and_parted_again(story: Story) -> None:
    joined = f"{LINES[0][:-1]}, die{LINES[1][3:]}"
    story.type(1, "Старый дом на краю города большой.")
    story.type(2, HERS)
    before = [(entry.msgstr, state(entry)) for entry in story.entries()]
    story.update(joined, LINES[2])
    story.update(LINES[2])
    assert [(entry.msgstr, state(entry)) for entry in story.update(*LINES) if not entry.obsolete] == before


def test_a_signature_survives_that_the_sentence_is_repeated_when_it_comes_back(story: Story) -> None:
    story.type(2, HERS)
    story.sign(2)
    story.update(LINES[0], CHANGED, LINES[2])
    entries = story.update(*LINES, LINES[1])
    assert (HERS, State.REVIEWED) in _of(entries, LINES[1])


def test_a_signature_of_a_repeated_sentence_survives_that_it_is_alone_when_it_comes_back(story: Story) -> None:
    story.update(*LINES, "Die Frau kommt.", LINES[1])
    for number in (2, 5):
        story.type(number, HERS)
        story.sign(number)
    story.update(LINES[0], CHANGED, LINES[2], "Die Frau kommt.", LINES[1].replace("keine", "heute keine"))
    entries = story.update(LINES[0], CHANGED, LINES[2], "Die Frau kommt.", LINES[1])
    assert _of(entries, LINES[1]) == [(HERS, State.REVIEWED)]


@pytest.mark.parametrize("kind", ["signed", "accepted"])
def test_a_text_in_doubt_is_outdated_and_comes_back(story: Story, kind: str) -> None:
    places = ("Das Haus ist alt.", "Ja.", "Die Frau kommt.", "Der Hund bellt laut.", "Ja.", "Morgen regnet es wieder.")
    story.update(*places)
    for number, text in ((2, "Да."), (5, "Так точно.")):
        story.type(number, text)
        if kind == "signed":
            story.sign(number)
    before = [(e.msgid, e.msgstr, state(e)) for e in story.entries() if not e.obsolete]
    entries = story.update("Ganz anders beginnt der Text heute.", "Ja.", "Und so geht es hier weiter.")
    assert [s for _, s in _of(entries, "Ja.")] == [State.OUTDATED]
    story.gettext("msgattrib", "--clear-fuzzy", "--clear-previous", "--no-wrap")
    assert [s for _, s in _of(story.entries(), "Ja.")] == [State.OUTDATED_UNREAD]
    after = [(e.msgid, e.msgstr, state(e)) for e in story.update(*places) if not e.obsolete]
    assert [one for one in after if one[0] == "Ja."] == [one for one in before if one[0] == "Ja."]


def test_a_cosmetic_edit_then_a_rewording_then_back(story: Story) -> None:
    first = "38 Menschen kamen gestern aus dem alten Dorf am Fluss."
    story.update(LINES[0], first, LINES[2])
    story.type(2, "Вчера из старой деревни у реки пришли 38 человек.")
    story.sign(2)
    before = _of(story.entries(), first)
    story.update(LINES[0], first.replace("38", "39"), LINES[2])
    story.update(LINES[0], "39 Leute zogen gestern aus dem alten Dorf am Fluss fort.", LINES[2])
    story.update(LINES[0], "Die Leute zogen gestern fort aus jenem Dorf am Fluss, sagt man.", LINES[2])
    assert _of(story.update(LINES[0], first, LINES[2]), first) == before


def test_a_stale_previous_of_an_accepted_text_makes_no_repaired_one_outdated(story: Story) -> None:
    """Lokalize leaves `#|` on what it accepts."""
    story.edit(2, lambda e: replace(e.accepted(), msgstr="Соседи  молчат .", previous=(("msgid", CHANGED),)))
    assert state(story.entries()[1]) is State.TRANSLATED
    story.run("check", "--fix-human", story.path, code=1)
    found = story.entries()[1]
    assert found.msgstr != "Соседи  молчат ."
    assert state(found) is State.EDITED


def test_a_translators_newer_text_of_another_branch_is_not_beaten_by_the_older_one(
    git: Git, run: Run, packages: Path
) -> None:
    folder = Path.cwd()
    story = Story(run, folder, packages)
    story.write(*LINES)
    story.update(*LINES)
    story.type(2, HERS)
    git("add", "-A")
    run("git", "install")
    git("add", "-A")
    git("commit", "--quiet", "-m", "base")
    git("checkout", "--quiet", "-b", "anna")
    newer = "Соседи молчат, и в мэрии ничего не говорят."
    story.type(2, newer)
    story.sign(2)
    git("commit", "--quiet", "--all", "-m", "anna")
    git("checkout", "--quiet", "main")
    story.update(LINES[0], CHANGED, LINES[2])
    git("commit", "--quiet", "--all", "-m", "changed")
    git("merge", "anna", "-m", "both")
    entries = story.update(LINES[0], CHANGED, LINES[2])
    assert newer in "\n".join(e.msgstr for e in entries)
    back = story.update(*LINES)
    assert _of(back, LINES[1]) == [(newer, State.REVIEWED)]


PLURAL = f'{HEADER}\nmsgid "das Haus"\nmsgid_plural "das Haus ist groß"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'


def test_a_machines_form_of_another_source_is_not_merely_unread(story: Story, packages: Path) -> None:
    path = story.folder / "ru.po"
    path.write_text(PLURAL, "utf-8")
    story.run("draft", "--po", path, "--from", "de", "--packages", packages)
    old = po.read(path)
    one = old.entries[0]
    assert state(one) is State.DRAFT
    forms = ("Дома", *one.msgstr_plural[1:])
    moved = replace(one.accepted(), msgid_plural="das Haus ist nicht groß", msgstr_plural=forms)
    po.write(path, replace(old, entries=(moved,)))
    assert state(po.read(path).entries[0]) is State.OUTDATED_UNREAD


@pytest.mark.parametrize("width", [20, 40, 78, 200])
@pytest.mark.parametrize("where", [0, 1, 2, 9])
@pytest.mark.parametrize(
    "note",
    [
        "bitte Anna fragen",
        "Donaudampfschifffahrtsgesellschaftskapitän: bitte Anna fragen",
        "- siehe h=12345678",
        "¶ hier ein Absatz ¶",
        "s. 5 h=ab12cd34",
        "l10n ist toll",
        "| msgid was",
        "und Anna fragen",
    ],
)
def test_notes_in_every_place_stay_when_wrapped(story: Story, width: int, where: int, note: str) -> None:
    def noted(entry: Entry) -> Entry:
        lines = list(entry.comments)
        lines.insert(where, note)
        return replace(entry, comments=tuple(lines))

    story.edit(2, noted)
    before = story.entries()[1]
    polib.pofile(str(story.path), wrapwidth=width).save()
    found = story.entries()[1]
    assert state(found) is state(before)
    story.draft("--redraft")
    now = " ".join(story.entries()[1].comments)
    for word in note.split():
        assert word in now
    assert " ".join(record(story.entries()[1]).people).split() == note.split()


@pytest.mark.parametrize("bulk", [True, False])
def test_a_draft_within_a_joined_text_that_somebody_has_accepted_is_no_draft_again(story: Story, bulk: bool) -> None:
    joined = f"{LINES[0][:-1]}, die{LINES[1][3:]}"
    drafts = [entry.msgstr for entry in story.entries()]
    story.type(2, HERS)
    entries = story.update(joined, LINES[2])
    text = entries[0].msgstr if bulk else entries[0].msgstr.replace(HERS, HERS.replace("молчат", "всё молчат"))
    story.type(1, text)
    entries = story.update(*LINES)
    expected = State.DRAFT if bulk else State.OUTDATED
    assert (entries[0].msgstr, state(entries[0])) == (drafts[0], expected)


def test_a_sentence_that_two_translate_comes_back_from_a_joined_text(story: Story) -> None:
    joined = f"{LINES[0][:-1]}, die{LINES[1][3:]}"
    story.type(1, "Старый дом стоит на краю города. Он большой.")
    story.sign(1)
    story.type(2, HERS)
    before = [(entry.msgid, entry.msgstr, state(entry)) for entry in story.entries()]
    story.update(joined, LINES[2])
    assert [(entry.msgid, entry.msgstr, state(entry)) for entry in story.update(*LINES)] == before


@pytest.mark.parametrize("width", [40, 50, 55, 60, 78, 200])
@pytest.mark.parametrize(
    "note",
    [
        "Donaudampfschifffahrtsgesellschaftskapitän: bitte Anna fragen",
        "bitte unbedingt Anna fragen",
        "https://example.org/ministerium/auskunft/heute fragen",
    ],
)
def test_a_note_below_a_mark_of_version_0_1_0_stays_a_note_when_wrapped(story: Story, note: str, width: int) -> None:
    old = next(entry.comments for entry in story.entries() if entry.msgid == LINES[0])
    digest = old[-1][-8:]
    pivot = "l10n-pivot: The alte house am Rand der Stadt is big."
    lines = (f"l10n-mt: argos de-en-1.0+en-ru-1.0 score=0.00 risk=0.04 h={digest}", pivot, note)
    story.edit(1, lambda entry: replace(entry, comments=lines))
    text = story.path.read_text("utf-8")
    assert pivot in text
    polib.pofile(str(story.path), wrapwidth=width, encoding="utf-8").save()
    story.draft("--redraft")
    assert set(note.split()) <= set(" ".join(record(story.entries()[0]).people).split())
