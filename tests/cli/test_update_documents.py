"""`l10n update` of several documents: what moves between them, what is renamed, whose the catalogues are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.changes import remembering
from l10n.catalogue.bookkeeping.signature import sign, signed
from l10n.catalogue.states import state
from l10n.model import Entry, State
from tests.conftest import Gettext, Run
from tests.test_faults import KILLED

HARBOUR = (
    "Der Hafen liegt am Ende der langen Straße.",
    "Zwei Schiffe warten seit gestern auf Kohle.",
    "Im Winter friert das Wasser an den Mauern.",
)
MARKET = (
    "Auf dem Markt verkauft eine Bäuerin Äpfel.",
    "Der Bürgermeister hat den Brunnen neu streichen lassen.",
    "Tauben sitzen auf dem Dach der Kirche.",
)
SCHOOL = (
    "Die Lehrerin öffnet morgens um sieben das Tor.",
    "Kinder aus drei Dörfern fahren mit dem Bus.",
    "Nachmittags übt der Chor in der Turnhalle.",
)


def _write(path: Path | str, *sentences: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text("".join(f"{sentence}\n" for sentence in sentences), "utf-8")


def _path(name: str, lang: str = "ru") -> Path:
    return Path("locales", lang, "LC_MESSAGES", f"{name}.po")


def _entries(name: str, lang: str = "ru") -> dict[str, Entry]:
    """Live entries by msgid."""
    return {entry.msgid: entry for entry in po.read(_path(name, lang)).entries if not entry.obsolete}


def _obsolete(name: str, lang: str = "ru") -> list[str]:
    return [entry.msgid for entry in po.read(_path(name, lang)).entries if entry.obsolete]


def _edit(path: Path, *changed: Entry) -> None:
    old = po.read(path)
    by_key = {entry.key: entry for entry in changed}
    po.write(path, replace(old, entries=tuple(by_key.get(entry.key, entry) for entry in old.entries)))


def _translate(path: Path) -> None:
    """Anna writes and signs everything, and says something about each sentence."""
    entries = po.read(path).entries
    texts = (replace(entry, msgstr=f"Т {entry.msgid}", comments=(f"zu „{entry.msgid}“",)) for entry in entries)
    _edit(path, *(sign(entry, "Anna", "2026-01-31") for entry in texts))


def _bytes(folder: str = "locales") -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def _undated(files: Mapping[Path, bytes]) -> dict[Path, list[bytes]]:
    return {path: [one for one in data.split(b"\n") if b"-Date:" not in one] for path, data in files.items()}


@pytest.fixture
def three(run: Run, project: Path) -> Run:
    """Three documents whose Russian catalogues Anna has translated."""
    for name, sentences in (("a", HARBOUR), ("b", MARKET), ("c", SCHOOL)):
        _write(f"{name}.txt", *sentences)
    run("update", "a.txt", "b.txt", "c.txt", "--to", "ru,uk")
    for name in "abc":
        _translate(_path(name))
    return run


# --- what moves ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sources", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_a_paragraph_that_moves_takes_its_translations_along(three: Run, sources: tuple[str, str]) -> None:
    before = _entries("a")
    _write("a.txt", HARBOUR[0])
    _write("b.txt", MARKET[0], *HARBOUR[1:], *MARKET[1:])
    result = three("update", *sources, "--to", "ru")
    now = _entries("b")
    for sentence in HARBOUR[1:]:
        assert now[sentence].msgstr == before[sentence].msgstr
        assert now[sentence].comments == before[sentence].comments
        assert state(now[sentence]) is State.REVIEWED
    assert not _obsolete("a")
    assert not _obsolete("b")
    assert "a.po: 0 new, 0 changed, 0 moved, 0 obsolete, 1 unchanged, 2 to b\n" in result.stdout
    assert "b.po: 0 new, 0 changed, 0 moved, 0 obsolete, 3 unchanged, 2 from a\n" in result.stdout


def test_every_state_moves_as_it_is(three: Run) -> None:
    first, second, third = _entries("a").values()
    fuzzy = replace(first, flags=("fuzzy",), comments=("noch einmal lesen",))
    outdated = replace(second, flags=("fuzzy",), previous=(("msgid", "Zwei Boote warten."),), comments=())
    outdated = remembering([outdated], outdated)
    empty = replace(third, msgstr="", comments=("Anna fragen",))
    _edit(_path("a"), fuzzy, outdated, empty)
    _write("a.txt", "Ganz neu.")
    _write("b.txt", *MARKET, *HARBOUR)
    three("update", "a.txt", "b.txt", "--to", "ru")
    now = _entries("b")
    for old in (fuzzy, outdated, empty):
        got = now[old.msgid]
        assert (got.msgstr, got.flags, got.comments, got.previous) == (
            old.msgstr,
            old.flags,
            old.comments,
            old.previous,
        )
    assert not po.read(_path("a")).comments[1:], "the comment has gone along and is not kept above the header"


def test_a_sentence_that_stays_where_it_was_is_not_taken_away(three: Run) -> None:
    _write("b.txt", *MARKET, HARBOUR[0])
    three("update", "a.txt", "b.txt", "--to", "ru")
    assert signed(_entries("a")[HARBOUR[0]])
    assert not _entries("b")[HARBOUR[0]].translated


def test_a_sentence_that_repeats_another_of_its_new_document_keeps_its_signature(three: Run) -> None:
    _write("a.txt", *HARBOUR[:2])
    _write("b.txt", *MARKET, HARBOUR[2], "Punkt.", HARBOUR[2])
    three("update", "a.txt", "b.txt", "--to", "ru")
    same = [entry for entry in po.read(_path("b")).entries if entry.msgid == HARBOUR[2]]
    assert [signed(entry) for entry in same] == [True, False]


def test_of_two_documents_the_one_with_more_of_its_neighbours_gets_it(three: Run) -> None:
    _write("a.txt", "Ganz neu.")
    _write("b.txt", *MARKET, HARBOUR[1])
    _write("c.txt", *HARBOUR, *SCHOOL)
    three("update", "a.txt", "b.txt", "c.txt", "--to", "ru")
    assert all(signed(_entries("c")[sentence]) for sentence in HARBOUR)
    assert not _entries("b")[HARBOUR[1]].translated


def test_what_was_cut_in_an_earlier_run_comes_along_too(three: Run) -> None:
    _write("a.txt", HARBOUR[0])
    three("update", "a.txt", "b.txt", "--to", "ru")
    assert _obsolete("a") == list(HARBOUR[1:])
    _write("b.txt", *MARKET, *HARBOUR[1:])
    three("update", "a.txt", "b.txt", "--to", "ru")
    assert all(signed(_entries("b")[sentence]) for sentence in HARBOUR[1:])
    assert not _obsolete("a")


def test_two_documents_may_change_places(three: Run) -> None:
    _write("a.txt", *MARKET)
    _write("b.txt", *HARBOUR)
    three("update", "a.txt", "b.txt", "--to", "ru")
    assert all(map(signed, (_entries("a") | _entries("b")).values()))
    assert not _obsolete("a") + _obsolete("b")
    before = _bytes()
    three("update", "b.txt", "a.txt", "--to", "ru")
    assert _bytes() == before


def test_draft_drafts_only_what_is_left(three: Run, packages: Path) -> None:
    _write("a.txt", HARBOUR[0])
    _write("b.txt", *MARKET, *HARBOUR[1:], "Das Haus ist alt.")
    result = three("draft", "a.txt", "b.txt", "--to", "ru", "--packages", packages)
    assert "b.po: 1 drafted\n" in result.stdout
    assert all(signed(_entries("b")[sentence]) for sentence in HARBOUR[1:])


def test_a_dry_run_tells_of_moves_and_writes_nothing(three: Run) -> None:
    _write("a.txt", *MARKET[1:])
    _write("b.txt", MARKET[0], *HARBOUR)
    before = _bytes()
    dry = three("update", "a.txt", "b.txt", "--to", "ru", "--dry-run").stdout
    assert _bytes() == before
    assert three("update", "a.txt", "b.txt", "--to", "ru").stdout == dry


def _texts_and_comments() -> set[str]:
    entries = [entry for path in Path("locales").rglob("*.po") for entry in po.read(path).entries]
    return {text for entry in entries for text in (*entry.texts, *entry.comments) if not text.startswith("l10n-")}


@pytest.mark.skipif(os.name == "nt", reason="kills its process the POSIX way")
@pytest.mark.parametrize("number", range(1, 8))
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_run_killed_between_two_files_loses_nothing_that_moves(three: Run, number: int, moment: str) -> None:
    """In a circle, so that each document both takes and gives."""
    before = _texts_and_comments()
    _write("a.txt", *SCHOOL)
    _write("b.txt", *HARBOUR)
    _write("c.txt", *MARKET)
    sources = ["a.txt", "b.txt", "c.txt"]
    arguments = ["Path", "replace", str(number), moment, "update", *sources, "--to", "ru"]
    killed = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False, capture_output=True)
    assert killed.returncode == 9, killed.stderr
    assert _texts_and_comments() >= before
    three("update", *sources, "--to", "ru")
    assert _texts_and_comments() >= before
    assert all(map(signed, (_entries("a") | _entries("b") | _entries("c")).values()))


LIMITED = """
import resource, signal, sys
from l10n.cli import app
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
app(sys.argv[1:])
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
@pytest.mark.usefixtures("untraced")
def test_what_cannot_be_written_takes_nothing_away_from_elsewhere(three: Run) -> None:
    """The Ukrainian catalogue of b has nothing in it but msgids, and fits; the Russian one does not."""
    before = _path("a").read_bytes(), _path("b").read_bytes()
    _write("a.txt", *HARBOUR[:2])
    _write("b.txt", *MARKET, HARBOUR[2], "x" * 2000 + ".", "y" * 700 + ".")
    command = [sys.executable, "-c", LIMITED, "update", "a.txt", "b.txt", "--to", "ru"]
    _edit(_path("b"), replace(_entries("b")[MARKET[0]], msgstr="д" * 1300))
    before = _path("a").read_bytes(), _path("b").read_bytes()
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 4, done.stderr
    assert "a.po: not updated, as texts go from here to “b”, which was not written" in done.stderr
    assert (_path("a").read_bytes(), _path("b").read_bytes()) == before
    three("update", "a.txt", "b.txt", "--to", "ru")
    assert signed(_entries("b")[HARBOUR[2]])


# --- what would be lost ----------------------------------------------------------------------------------------------


def test_all_languages_of_a_document_are_refused_together(three: Run) -> None:
    _write("a.txt", "Ganz neu.")
    _write("b.txt", *MARKET, "Auch neu.")
    before = _bytes()
    result = three("update", "a.txt", "b.txt", "--to", "uk,ru", "--prune", code=5)
    changed = {path.name for path, data in _bytes().items() if before.get(path) != data}
    assert changed == {"b.pot", "b.po"}
    assert "ru/LC_MESSAGES/a.po: 3 texts that people wrote would be nowhere" in result.stderr
    assert "a.po" not in result.stdout


def test_a_catalogue_that_cannot_be_read_does_not_hold_back_its_siblings(three: Run) -> None:
    _path("a", "uk").write_text('msgid "x\n', "utf-8")
    _write("a.txt", *HARBOUR, "Ganz neu.")
    result = three("update", "a.txt", "--to", "ru,uk", code=2)
    assert "uk/LC_MESSAGES/a.po:1: not a PO file" in result.stderr
    assert "Ganz neu." in _entries("a")


# --- what is pruned --------------------------------------------------------------------------------------------------


def test_what_is_pruned_is_named_whole_and_kept_beside_the_catalogue(three: Run, gettext: Gettext) -> None:
    long = f"Т {'und noch ein Satz ' * 20}\nzweite Zeile\x1b[31m"
    entry = replace(_entries("a")[HARBOUR[1]], msgstr=long, comments=("Anna fragt:", "wirklich?"))
    _edit(_path("a"), entry)
    _write("a.txt", HARBOUR[0], HARBOUR[2])
    three("update", "a.txt", "--to", "ru")
    before = _path("a").read_bytes()
    console = three("update", "a.txt", "--to", "ru", "--prune", "-q").stderr
    assert f"pruned: {HARBOUR[1]} | {long[:-6]}⏎zweite Zeile"[:400] in console.replace("\n", "⏎")
    assert "\x1b" not in console
    assert "    # Anna fragt:\n    # wirklich?\n" in console
    assert "1 text pruned, kept in locales/ru/LC_MESSAGES/a.po.pruned" in console
    kept = Path(f"{_path('a')}.pruned")
    assert [(one.msgstr, one.comments) for one in po.read(kept).entries] == [(long, entry.comments)]
    gettext("msgcat", "--use-first", "--no-wrap", "-o", "back.po", _path("a"), kept)
    assert po.read(Path("back.po")).entries[-1].msgstr == long
    assert before != _path("a").read_bytes()


def test_later_runs_add_to_what_earlier_ones_have_pruned(three: Run, gettext: Gettext) -> None:
    kept = Path(f"{_path('a')}.pruned")
    texts = []
    for number in range(3):
        _write("a.txt", *HARBOUR)
        three("update", "a.txt", "--to", "ru")
        texts.append(f"Перевод {number}")
        _edit(_path("a"), replace(_entries("a")[HARBOUR[1]], msgstr=texts[-1], comments=(f"Fassung {number}",)))
        _write("a.txt", HARBOUR[0], HARBOUR[2])
        three("update", "a.txt", "--to", "ru", "--prune")
    assert [entry.msgstr for entry in po.read(kept).entries] == texts
    assert gettext("msgfmt", "--check-format", "-o", os.devnull, kept) == ""
    gettext("msgcat", "--no-wrap", "-o", "copy.po", kept)
    assert len(po.read(Path("copy.po")).entries) == 3
    assert "pruned" not in three("status").stdout, "no command takes it for a catalogue"


def test_a_remark_on_a_draft_is_kept_when_the_draft_is_pruned(run: Run, project: Path, packages: Path) -> None:
    _write("a.txt", "Das Haus ist alt.", "Das Haus ist groß.", "Das Haus.")
    run("draft", "a.txt", "--to", "ru", "--packages", packages, "--no-memory")
    first = _entries("a")["Das Haus ist alt."]
    _edit(_path("a"), replace(first, comments=(*first.comments, "so nicht")))
    _write("a.txt", "Das Haus.")
    result = run("update", "a.txt", "--to", "ru", "--prune")
    assert ", 2 pruned\n" in result.stdout
    assert "    # so nicht\n" in result.stderr
    assert [entry.msgid for entry in po.read(Path(f"{_path('a')}.pruned")).entries] == ["Das Haus ist alt."]


def test_a_damaged_file_of_pruned_texts_stops_the_pruning(three: Run) -> None:
    _write("a.txt", *HARBOUR[:2])
    Path(f"{_path('a')}.pruned").write_text('msgid "x\n')
    before = _path("a").read_bytes()
    assert "a.po.pruned:1: not a PO file" in three("update", "a.txt", "--to", "ru", "--prune", code=2).stderr
    assert _path("a").read_bytes() == before


def test_a_dry_run_prunes_nothing(three: Run) -> None:
    _write("a.txt", *HARBOUR[:2])
    assert "1 text pruned, would be kept in" in three("update", "a.txt", "--to", "ru", "--prune", "--dry-run").stderr
    assert not Path(f"{_path('a')}.pruned").exists()


# --- whose the catalogues are ----------------------------------------------------------------------------------------


@pytest.fixture
def flat(project: Path) -> None:
    """Settings by which the documents of two folders are called after their files alone."""
    Path("l10n.toml").write_text('sources = ["x/*.txt", "y/*.txt"]\n')


@pytest.mark.usefixtures("flat")
def test_a_second_file_of_the_same_name_has_catalogues_of_its_own_in_a_later_run_too(run: Run) -> None:
    _write("x/text.txt", *HARBOUR)
    _write("y/text.txt", *MARKET)
    run("update", "x/text.txt", "--to", "ru")
    _translate(_path("text"))
    before = _bytes()
    for _ in range(2):
        run("update", "y/text.txt", "--to", "ru", "--force")
        assert _entries("y/text").keys() == set(MARKET)
        assert {path: data for path, data in _bytes().items() if path in before} == before


def test_a_file_outside_has_no_other_name_and_is_refused(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("x") / "text.txt"
    _write(outside, *HARBOUR)
    _write("text.txt", *MARKET)
    run("update", "text.txt", "--to", "ru")
    before = _bytes()
    for command in ("update", "draft"):
        result = run(command, outside, "--to", "ru", code=2)
        assert f"error: {outside}: the catalogues “text” belong to " in result.stderr
        assert "rename one of the two" in result.stderr
    assert _bytes() == before


def test_the_catalogues_tell_whose_they_are_without_a_template(run: Run, project: Path) -> None:
    _write("ein Ordner/text.txt", *HARBOUR)
    _write("ein Ordner/text.text", *MARKET)
    run("update", "ein Ordner/text.txt", "--to", "ru")
    Path("locales/ein Ordner/text.pot").unlink()
    run("update", "ein Ordner/text.text", "--to", "ru")
    run("update", "ein Ordner/text.txt", "--to", "ru")
    assert _entries("ein Ordner/text").keys() == set(HARBOUR)
    assert _entries("ein Ordner/text.text").keys() == set(MARKET)


def test_one_file_by_any_name_is_the_same_file(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _write("x/text.txt", *HARBOUR)
    Path("y").mkdir()
    Path("y/text.txt").symlink_to(project / "x" / "text.txt")
    run("update", "x/text.txt", "--to", "ru")
    for name in ("./x/text.txt", project / "x" / "text.txt", "x/../x/text.txt", "y/text.txt", "x/text.txt"):
        run("update", name, "--to", "ru")
    monkeypatch.chdir(project / "x")
    before = _bytes("../locales")
    assert "is now" not in run("update", "text.txt", "--to", "ru").stderr
    assert _bytes("../locales") == before


def test_a_source_outside_is_judged_by_its_texts(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = [tmp_path_factory.mktemp(name) / "text.txt" for name in "xy"]
    _write(outside[0], *HARBOUR)
    _write(outside[1], *MARKET)
    run("update", outside[0], "--to", "ru")
    _translate(_path("text"))
    before = _bytes()
    assert "of text.txt with other texts" in run("update", outside[1], "--to", "ru", code=5).stderr
    assert _bytes() == before
    _write(outside[0], HARBOUR[2], "Ganz neu.")
    run("update", outside[0], "--to", "ru")
    run("update", outside[1], "--to", "ru", "--force")
    assert _entries("text").keys() == set(MARKET)
    assert set(_obsolete("text")) == set(HARBOUR)


# --- what is renamed -------------------------------------------------------------------------------------------------


def test_a_renamed_document_finds_its_catalogues(three: Run) -> None:
    Path("a.txt").rename("neu.txt")
    _write("neu.txt", *HARBOUR, "Ganz neu.")
    before = _path("a", "uk").read_bytes()
    dry = three("update", "neu.txt", "--to", "ru", "--dry-run")
    assert "a.txt is now neu.txt: would move 3 catalogues" in dry.stderr
    result = three("update", "neu.txt", "--to", "ru")
    assert "a.txt is now neu.txt: moved 3 catalogues" in result.stderr
    assert result.stdout == dry.stdout
    assert all(signed(_entries("neu")[sentence]) for sentence in HARBOUR)
    assert _path("neu", "uk").read_bytes() == before, "a language that is not in the run moves along"
    assert not [path for path in _bytes() if path.stem == "a"]
    assert po.read(_path("neu")).comments[0] == "Russian translation of neu.txt."
    assert po.read(Path("locales/neu.pot")).comments == ("Template for translations of neu.txt.",)
    again = _bytes()
    assert "is now" not in three("update", "neu.txt", "--to", "ru").stderr
    assert _bytes() == again


def test_what_was_pruned_is_renamed_with_its_catalogue(three: Run) -> None:
    _write("a.txt", *HARBOUR[:2])
    three("update", "a.txt", "--to", "ru", "--prune")
    Path("a.txt").rename("neu.txt")
    three("update", "neu.txt", "--to", "ru")
    assert Path(f"{_path('neu')}.pruned").exists()
    assert not Path(f"{_path('a')}.pruned").exists()


@pytest.mark.usefixtures("flat")
def test_a_moved_document_keeps_its_catalogues(run: Run) -> None:
    _write("x/text.txt", *HARBOUR)
    run("update", "x/text.txt", "--to", "ru")
    _translate(_path("text"))
    Path("x").rename("y")
    assert "x/text.txt is now y/text.txt" in run("update", "y/text.txt", "--to", "ru").stderr
    assert all(map(signed, _entries("text").values()))
    assert _entries("text")[HARBOUR[0]].references == ("y/text.txt:1",)
    assert "is now" not in run("update", "y/text.txt", "--to", "ru").stderr


def test_a_whole_folder_moves_with_its_catalogues(run: Run, project: Path) -> None:
    """More documents than are compared each with each, and they have a sentence in common."""
    names = [f"text{number}" for number in range(25)]
    for number, name in enumerate(names):
        _write(f"x/{name}.txt", f"Haus {number} ist alt.", f"Haus {number} ist groß.", "Alle Rechte vorbehalten.")
    run("update", "x", "--to", "ru")
    for name in names:
        _translate(_path(f"x/{name}"))
    Path("x").rename("y")
    result = run("update", "y", "--to", "ru")
    assert result.stderr.count("moved 2 catalogues") == len(names)
    for number, name in enumerate(names):
        assert signed(_entries(f"y/{name}")[f"Haus {number} ist alt."])
    assert not list(Path("locales").rglob("x")), "no empty folder is left"


def test_a_folder_in_which_people_have_something_stays_when_its_catalogues_move(run: Run, project: Path) -> None:
    _write("x/deep/text.txt", *HARBOUR)
    run("update", "x/deep/text.txt", "--to", "ru")
    note = Path("locales/ru/LC_MESSAGES/x/note.txt")
    note.write_text("Anna: ich prüfe das.\n", "utf-8")
    Path("x").rename("y")
    assert "moved 2 catalogues" in run("update", "y/deep/text.txt", "--to", "ru").stderr
    assert list(note.parent.iterdir()) == [note]
    assert not Path("locales/x").exists()


@pytest.mark.parametrize(("name", "follows"), [("y/text", True), ("y/neu", False)])
def test_of_a_file_that_has_only_moved_a_third_of_the_texts_is_enough(
    run: Run, project: Path, name: str, follows: bool
) -> None:
    _write("x/text.txt", *HARBOUR)
    run("update", "x/text.txt", "--to", "ru")
    _translate(_path("x/text"))
    Path("x/text.txt").unlink()
    _write(f"{name}.txt", HARBOUR[0], *MARKET[1:])
    assert ("is now" in run("update", f"{name}.txt", "--to", "ru").stderr) is follows
    assert signed(_entries(name)[HARBOUR[0]]) is follows or not follows
    assert _path("x/text").exists() is not follows


def test_a_document_moves_with_its_catalogues(run: Run, project: Path) -> None:
    _write("x/text.txt", *HARBOUR)
    run("update", "x/text.txt", "--to", "ru")
    _translate(_path("x/text"))
    Path("x").rename("y")
    result = run("update", "y/text.txt", "--to", "ru")
    assert "x/text.txt is now y/text.txt: moved 2 catalogues" in result.stderr
    assert all(map(signed, _entries("y/text").values()))
    assert not _path("x/text").exists()


@pytest.mark.usefixtures("flat")
def test_another_document_in_the_place_of_one_that_is_gone_is_refused(run: Run) -> None:
    _write("x/text.txt", *HARBOUR)
    run("update", "x/text.txt", "--to", "ru")
    _translate(_path("text"))
    Path("x/text.txt").unlink()
    _write("y/text.txt", *MARKET)
    before = _bytes()
    assert "of x/text.txt with other texts" in run("update", "y/text.txt", "--to", "ru", code=5).stderr
    assert _bytes() == before
    run("update", "y/text.txt", "--to", "ru", "--force")
    assert set(_obsolete("text")) == set(HARBOUR)


def test_a_copy_leaves_the_catalogues_of_its_original_alone(three: Run) -> None:
    _write("kopie.txt", *HARBOUR)
    before = _bytes()
    assert "is now" not in three("update", "kopie.txt", "--to", "ru").stderr
    assert {path: data for path, data in _bytes().items() if path in before} == before
    assert not any(entry.translated for entry in _entries("kopie").values())


def test_of_two_that_fit_equally_none_is_taken(three: Run) -> None:
    _write("b.txt", *HARBOUR)
    three("update", "b.txt", "--to", "ru")
    Path("a.txt").unlink()
    Path("b.txt").unlink()
    _write("neu.txt", *HARBOUR)
    before = _bytes()
    result = three("update", "neu.txt", "--to", "ru")
    assert "neu.txt may be a.txt or b.txt renamed: its catalogues are not moved" in result.stderr
    assert {path: data for path, data in _bytes().items() if path in before} == before


def test_two_renamed_documents_find_their_own(three: Run) -> None:
    Path("a.txt").rename("hafen.txt")
    Path("b.txt").rename("markt.txt")
    three("update", "markt.txt", "hafen.txt", "--to", "ru")
    assert all(map(signed, (_entries("hafen") | _entries("markt")).values()))


@pytest.mark.usefixtures("flat")
def test_a_new_document_may_have_the_name_of_a_renamed_one(run: Run) -> None:
    _write("x/text.txt", *HARBOUR)
    run("update", "x/text.txt", "--to", "ru")
    _translate(_path("text"))
    Path("x/text.txt").rename("x/hafen.txt")
    _write("y/text.txt", *MARKET)
    dry = run("update", "y/text.txt", "x/hafen.txt", "--to", "ru", "--dry-run").stdout
    assert run("update", "y/text.txt", "x/hafen.txt", "--to", "ru").stdout == dry
    assert all(map(signed, _entries("hafen").values()))
    assert _entries("text").keys() == set(MARKET)
    assert not _obsolete("text")


@pytest.mark.skipif(os.name == "nt", reason="kills its process the POSIX way")
@pytest.mark.parametrize("number", ["1", "2", "3"])
def test_a_rename_that_was_interrupted_goes_on(three: Run, number: str) -> None:
    Path("a.txt").rename("neu.txt")
    command = [sys.executable, "-c", KILLED, "Path", "rename", number, "after", "update", "neu.txt", "--to", "ru"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 9
    assert "a.txt is now neu.txt" in three("update", "neu.txt", "--to", "ru").stderr
    assert all(map(signed, _entries("neu").values()))
    assert {path.stem for path in _bytes()} == {"neu", "b", "c"}


def test_a_catalogue_that_is_no_file_is_told(three: Run) -> None:
    _path("neu").mkdir()
    _write("neu.txt", "Ganz neu.")
    assert "neu.po: cannot read: Is a directory" in three("update", "neu.txt", "--to", "ru", code=2).stderr


def test_a_text_saved_while_l10n_is_at_work_is_not_written_over(three: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves the file after it was read and before it is written."""
    from l10n.updating import run as module

    _write("a.txt", *HARBOUR, "Ganz neu.")
    save = module._save_template

    def saved(*arguments: object) -> object:
        path = _path("a")
        path.write_text(path.read_text("utf-8").replace("Т Im", "Теперь Im"), "utf-8")
        return save(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_save_template", saved)
    assert "a.po: somebody has saved it meanwhile" in three("update", "a.txt", "--to", "ru", code=2).stderr
    assert "Теперь Im" in _path("a").read_text("utf-8")
