"""What a person has written stays, in the state it had, whatever becomes of the article; and no draft passes for it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import is_draft
from l10n.catalogue.states import state
from l10n.model import Entry, State
from tests.conftest import Run, program

LINES = (
    "Das alte Haus am Rand der Stadt ist groß.",
    "Die Nachbarn schweigen, und im Rathaus gibt es keine Auskunft.",
    "Morgen kommt die Frau zurück.",
)
HERS = "Соседи молчат, и в ратуше справок не дают."


class Story:
    """An article of lines and its Russian catalogue."""

    def __init__(self, run: Run, folder: Path, packages: Path) -> None:
        self.run, self.folder, self.packages = run, folder, packages
        self.path = folder / "locales" / "ru" / "LC_MESSAGES" / "a.po"

    def write(self, *lines: str) -> None:
        (self.folder / "a.txt").write_text("\n".join(lines) + "\n", "utf-8")

    def update(self, *lines: str) -> list[Entry]:
        self.write(*lines)
        self.run("update", "a.txt", "--to", "ru")
        return self.entries()

    def draft(self, *options: str) -> list[Entry]:
        self.run("draft", "a.txt", "--to", "ru", "--packages", self.packages, *options)
        return self.entries()

    def entries(self) -> list[Entry]:
        return list(po.read(self.path).entries)

    def edit(self, number: int, change: Callable[[Entry], Entry]) -> None:
        old = po.read(self.path)
        entries = [change(entry) if at == number else entry for at, entry in enumerate(old.entries, 1)]
        po.write(self.path, replace(old, entries=tuple(entries)))

    def type(self, number: int, text: str, fuzzy: bool = False) -> None:
        self.edit(number, lambda entry: replace(entry.as_fuzzy() if fuzzy else entry.accepted(), msgstr=text))

    def sign(self, number: int) -> None:
        self.run("review", "approve", self.path, "--by", "Anna Muster", "--entries", number)

    def gettext(self, name: str, *options: object) -> None:
        program(name)
        done = subprocess.run([name, *map(str, options), "-o", self.path, self.path], check=False, capture_output=True)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def story(run: Run, project: Path, packages: Path) -> Story:
    one = Story(run, project, packages)
    one.write(*LINES)
    one.draft()
    return one


def _texts(entries: list[Entry]) -> str:
    return "\n".join(text for entry in entries for text in entry.texts)


# --- joined, split, inserted ------------------------------------------------------------------------------------------

JOINED = f"{LINES[0][:-1]}, die{LINES[1][3:]}"


@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize("mine", [1, 2])
@pytest.mark.parametrize("then", ["update", "redraft"])
def test_a_text_of_a_person_joined_with_a_draft_stays(story: Story, mine: int, signed: bool, then: str) -> None:
    story.type(mine, HERS)
    if signed:
        story.sign(mine)
    entries = story.update(JOINED, LINES[2])
    assert state(entries[0]) is State.OUTDATED
    for word in ("leider", "heute"):
        entries = (
            story.update(JOINED.replace("keine", f"{word} keine"), LINES[2])
            if then == "update"
            else story.draft("--redraft")
        )
        assert HERS in entries[0].msgstr
        assert state(entries[0]) is State.OUTDATED
    back = story.update(*LINES)
    found = {entry.msgid: entry for entry in back}[LINES[mine - 1]]
    assert HERS in found.msgstr


def test_parts_of_a_joined_text_that_are_parted_again_have_the_states_they_had(story: Story) -> None:
    story.edit(1, lambda entry: replace(entry, msgstr="Дом большой."))  # fuzzy: her work, not done yet
    story.type(2, HERS)
    story.sign(2)
    before = [(entry.msgid, entry.msgstr, state(entry)) for entry in story.entries()]
    story.update(JOINED, LINES[2])
    after = [(entry.msgid, entry.msgstr, state(entry)) for entry in story.update(*LINES)]
    assert after == before


def test_a_draft_parted_again_from_a_joined_text_is_a_draft(story: Story) -> None:
    story.type(2, HERS)
    before = story.entries()
    story.update(JOINED, LINES[2])
    after = story.update(*LINES)
    assert [(entry.msgstr, state(entry)) for entry in after] == [(entry.msgstr, state(entry)) for entry in before]
    assert is_draft(after[0])


@pytest.mark.parametrize("inserted", ["Das ist neu.", "Niemand weiß mehr.", "Rund 100.000 Euro fehlen."])
@pytest.mark.parametrize("after", [True, False])
def test_an_inserted_sentence_inherits_nothing(story: Story, inserted: str, after: bool) -> None:
    text = "Rund 3,15 Millionen Bescheide betrafen Fördersummen bis zu 100.000 Euro."
    story.update(f"Das Amt meldet Zahlen. {text} Das Ministerium schweigt.")
    for number in (1, 2, 3):
        story.type(number, f"Текст {number} про 3,15 миллиона.")
    edited = text.replace("3,15", "3,25")
    middle = f"{edited} {inserted}" if after else f"{inserted} {edited}"
    entries = {
        entry.msgid: entry for entry in story.update(f"Das Amt meldet Zahlen. {middle} Das Ministerium schweigt.")
    }
    assert entries[inserted].msgstr == ""
    assert state(entries[edited]) is State.OUTDATED
    assert "Текст 2" in entries[edited].msgstr


@pytest.mark.parametrize("count", [2, 3, 5, 9])
def test_each_sentence_of_a_paragraph_gets_its_own_of_a_translation_that_has_as_many(story: Story, count: int) -> None:
    names = ("Anna", "Berta", "Clara", "Dora", "Emma", "Frieda", "Grete", "Hanna", "Ida")[:count]
    sentences = [f"Am Abend kommt {name} mit ihrem Hund nach Hause." for name in names]
    russian = [f"Вечером {name} приходит домой с собакой." for name in names]
    entries = story.update(" ".join(sentences))
    whole = Entry(" ".join(sentences), " ".join(russian))
    old = po.read(story.path)
    po.write(story.path, replace(old, entries=(whole,)))
    entries = story.update(" ".join(sentences))
    assert [(entry.msgid, entry.msgstr) for entry in entries] == list(zip(sentences, russian, strict=True))


# --- drafts under other sentences, outdated texts accepted in bulk ----------------------------------------------------


@pytest.mark.parametrize("previous", [True, False])
@pytest.mark.parametrize("accepted", [True, False])
def test_a_draft_that_some_program_has_moved_under_another_sentence_is_not_its_draft(
    story: Story, previous: bool, accepted: bool
) -> None:
    """As msgmerge and Poedit's update from a template do; Poedit writes no `#|`."""
    other = LINES[0].replace("ist groß", "ist nicht groß")
    old = story.entries()[0]
    moved = replace(old, msgid=other, previous=(("msgid", old.msgid),) if previous else ())
    story.edit(1, lambda _: moved.accepted() if accepted else moved)
    assert state(story.entries()[0]) is (State.OUTDATED_UNREAD if accepted else State.OUTDATED)
    story.write(other, *LINES[1:])
    found = story.draft()[0]
    if accepted:
        assert state(found) is State.OUTDATED_UNREAD, "somebody has accepted it: it is not for us to throw it away"
    else:
        assert state(found) is State.DRAFT
        assert found.comments != old.comments


@pytest.mark.parametrize("signed", [True, False])
def test_an_outdated_text_that_is_only_unfuzzied_is_a_state_of_its_own(story: Story, signed: bool, run: Run) -> None:
    story.type(2, HERS)
    if signed:
        story.sign(2)
    changed = LINES[1].replace("keine", "wieder")
    story.update(LINES[0], changed, LINES[2])
    story.gettext("msgattrib", "--clear-fuzzy", "--clear-previous", "--no-wrap")
    assert state(story.entries()[1]) is State.OUTDATED_UNREAD
    assert "outdated unread" in run("review", "list", story.path).stdout
    assert "1 outdated unread" in run("status", story.path).stdout
    run("status", story.path, "--refuse", "outdated unread", code=1)
    checked = run("check", story.path, "--select", "outdated-unread").stdout
    assert "outdated unread: still the translation of another source" in checked
    assert (
        "outdated unread, but translated is required"
        in run("check", story.path, "--require", "translated", code=1).stdout
    )
    run("normalize", story.path)
    story.update(LINES[0], changed, LINES[2])
    assert state(story.entries()[1]) is State.OUTDATED_UNREAD
    run("build", "a.txt", "--to", "ru", code=1)
    story.type(2, f"{HERS} Снова.")
    assert state(story.entries()[1]) is State.TRANSLATED
    run("normalize", story.path)
    assert not any("l10n-was" in line or "l10n-diff" in line for line in story.entries()[1].comments)
    story.type(2, HERS)
    assert state(story.entries()[1]) is State.TRANSLATED, "she has gone back to it, for this source"


def test_signing_clears_it_and_taking_the_change_back_does_too(story: Story) -> None:
    story.type(2, HERS)
    changed = LINES[1].replace("keine", "wieder")
    story.update(LINES[0], changed, LINES[2])
    story.gettext("msgattrib", "--clear-fuzzy", "--clear-previous", "--no-wrap")
    assert state(story.update(*LINES)[1]) is State.TRANSLATED
    story.update(LINES[0], changed, LINES[2])
    story.gettext("msgattrib", "--clear-fuzzy", "--clear-previous", "--no-wrap")
    story.run("review", "approve", story.path, "--by", "Anna", "--entries", 2, "--outdated")
    assert state(story.entries()[1]) is State.REVIEWED
    assert not any("l10n-was" in line for line in story.entries()[1].comments)


@pytest.mark.parametrize("kind", ["signed", "accepted", "unread", "typed"])
def test_redraft_never_touches_what_was_signed_or_accepted_before_its_source_changed(story: Story, kind: str) -> None:
    text = story.entries()[1].msgstr if kind == "unread" else HERS
    story.type(2, text, fuzzy=kind == "typed")
    if kind == "signed":
        story.type(2, story.entries()[1].msgstr)
        story.sign(2)
    before = story.entries()[1]
    for word in ("wieder", "heute"):
        story.update(LINES[0], LINES[1].replace("keine", word), LINES[2])
        found = story.draft("--redraft")[1]
        assert (found.msgstr, state(found)) == (before.msgstr, State.OUTDATED)
    after = story.update(*LINES)[1]
    assert (after.msgstr, state(after)) == (before.msgstr, state(before))


# --- comments typed over ours -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("accepted", [True, False])
@pytest.mark.parametrize("command", ["update", "normalize", "approve another"])
def test_a_note_typed_over_the_marks_makes_no_translation_of_a_draft(
    story: Story, accepted: bool, command: str
) -> None:
    """As in Poedit's Edit Comment."""

    def typed_over(entry: Entry) -> Entry:
        noted = replace(entry, comments=("ask Anna about this",))
        return noted.accepted() if accepted else noted

    story.edit(2, typed_over)
    if command == "update":
        story.run("update", "a.txt", "--to", "ru")
    elif command == "normalize":
        story.run("normalize", "--keep-accepted", story.path)
    else:
        story.sign(1)
    found = story.entries()[1]
    assert state(found) is (State.UNREAD if accepted else State.DRAFT)
    assert "ask Anna about this" in found.comments
    story.edit(3, lambda entry: replace(entry.accepted(), comments=("mine",), msgstr=HERS))
    story.run("update", "a.txt", "--to", "ru")
    assert state(story.entries()[2]) is State.TRANSLATED, "no machine has written this"


# --- obsolete twins, templates ----------------------------------------------------------------------------------------


def test_of_obsolete_entries_with_one_msgid_every_text_and_comment_stays(story: Story) -> None:
    old = po.read(story.path)
    twins = tuple(
        Entry("Weg ist weg.", text, comments=(f"note {number}",), obsolete=True)
        for number, text in enumerate(("ушло", "пропало", "пропало", "ушло", "пропало"))
    )
    po.write(story.path, replace(old, entries=(*old.entries, *twins)))
    entries = [entry for entry in story.update(*LINES[:2]) if entry.obsolete]
    comments = {line for entry in entries for line in entry.comments}
    assert {f"note {number}" for number in range(5)} <= comments
    assert {entry.msgstr for entry in entries} >= {"ушло", "пропало"}


def test_a_template_is_in_no_language_and_a_copy_of_it_in_that_of_its_folder(story: Story, run: Run) -> None:
    template = story.folder / "locales" / "a.pot"
    assert dict(po.read(template).header)["Language"] == ""
    copied = template.read_text("utf-8").replace('"Language: \\n"', '"Language: de\\n"')
    path = story.folder / "locales" / "uk" / "LC_MESSAGES" / "a.po"
    path.parent.mkdir(parents=True)
    path.write_text(copied, "utf-8")
    assert "\tuk\t" in "\t".join(run("status", path).stdout.split())
    run("update", "a.txt", "--to", "uk")
    assert dict(po.read(path).header)["Language"] == "uk"
