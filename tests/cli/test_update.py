"""`l10n update` after a change of the article: what is carried over, what is refused, what is only shown."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.signature import sign
from l10n.files import locked
from l10n.model import Catalogue, Entry
from tests.conftest import Run

STORY = [
    "Der Mann geht heute in die Stadt.",
    "38 Menschen starben bei dem Unglück.",
    "Niemand weiß, wem das alte Haus am Rand gehört.",
    "Die Nachbarn schweigen, und im Rathaus gibt es keine Auskunft.",
    "Morgen kommt die Frau zurück.",
    "Dann wird vielleicht alles wieder gut.",
]
Story = Callable[[list[str]], str]


@pytest.fixture
def story(run: Run, project: Path) -> Story:
    """Write the article and update its Russian catalogue; the first time everything is then translated and signed."""

    def write(sentences: list[str]) -> str:
        (project / "a.txt").write_text("\n".join(sentences) + "\n", "utf-8")
        first = not _path(project).exists()
        result = run("update", "a.txt", "--to", "ru")
        if first:
            _translate_all(_path(project))
        return result.stdout + result.stderr

    write(STORY)
    return write


def _path(project: Path) -> Path:
    return project / "locales" / "ru" / "LC_MESSAGES" / "a.po"


def _translate_all(path: Path) -> None:
    old = po.read(path)
    texts = [
        Entry(**{name: getattr(entry, name) for name in Entry.__slots__} | {"msgstr": f"Т {entry.msgid}"})
        for entry in old.entries
    ]
    po.write(path, Catalogue(old.header, tuple(sign(entry, "Anna", "2026-01-31") for entry in texts), old.comments))


def _entries(project: Path) -> list[Entry]:
    return list(po.read(_path(project)).entries)


def test_the_run_counts_what_became_of_the_segments(story: Story) -> None:
    moved = [STORY[5], "Ganz neu ist dieser Satz hier.", *STORY[:3], STORY[3].replace("Auskunft", "Antwort")]
    assert story(moved).startswith("locales/ru/LC_MESSAGES/a.po: 1 new, 1 changed, 1 moved, 1 obsolete, 4 unchanged\n")
    assert ", 5 unchanged, 1 restored\n" in story([*moved[:1], *moved[2:], STORY[4]])


def test_garbage_is_looked_for_again_after_a_run_whatever_ends_it(run: Run, story: Story) -> None:
    story(STORY)
    assert gc.isenabled()
    run("update", "a.txt", "--to", "xx-none", code=2)
    assert gc.isenabled()


def test_a_cosmetic_change_is_carried_over_and_shown(story: Story, project: Path) -> None:
    console = story([STORY[0], "39 Menschen starben bei dem Unglück.", *STORY[2:]])
    assert "a.txt:2: 38 → 39 (put into the translation): 39 Menschen starben" in console
    assert _entries(project)[1].msgstr == "Т 39 Menschen starben bei dem Unglück."


def test_what_leaves_the_article_is_no_loss_as_it_is_kept(story: Story, run: Run, project: Path) -> None:
    before = {entry.msgstr for entry in _entries(project)}
    assert ", 4 obsolete, 2 unchanged\n" in story(STORY[:2])
    assert {entry.msgstr for entry in _entries(project)} == before
    assert sum(entry.obsolete for entry in _entries(project)) == 4


def test_everyday_rewording_of_most_of_the_article_is_not_refused(story: Story, project: Path) -> None:
    """The guard is for losses: what becomes outdated is all there."""
    before = [entry.msgstr for entry in _entries(project)]
    story([STORY[0], *(sentence.replace("e", "é", 1) for sentence in STORY[1:])])
    assert [entry.msgstr for entry in _entries(project)] == before
    assert sum(entry.fuzzy for entry in _entries(project)) == 5


def test_mass_losses_are_refused_and_named(story: Story, run: Run, project: Path) -> None:
    before = {path: path.read_bytes() for path in (project / "locales").rglob("*.po*")}
    (project / "a.txt").write_text(f"{STORY[0]}\n{STORY[1]}\n", "utf-8")
    result = run("update", "a.txt", "--to", "ru,uk", "--prune", code=5)
    assert "ru/LC_MESSAGES/a.po: 4 texts that people wrote would be nowhere: “Т Niemand weiß" in result.stderr
    assert "--force" in result.stderr
    assert result.stdout == ""
    run("draft", "a.txt", "--to", "ru", "--prune", code=5)
    assert {path: path.read_bytes() for path in (project / "locales").rglob("*.po*")} == before
    run("update", "a.txt", "--to", "ru,uk", "--prune", "--force")
    assert len(_entries(project)) == 2
    kept = po.read(_path(project).with_name("a.po.pruned"))
    assert [entry.msgstr for entry in kept.entries] == [f"Т {sentence}" for sentence in STORY[2:]]


def test_a_dry_run_shows_the_same_and_writes_nothing(story: Story, run: Run, project: Path) -> None:
    files = {path: path.read_bytes() for path in (project / "locales").rglob("*.po*")}
    (project / "a.txt").write_text("\n".join([*STORY[:5], "Neu ist das hier."]) + "\n", "utf-8")
    dry = run("update", "a.txt", "--to", "ru,uk", "--dry-run").stdout
    assert {path: path.read_bytes() for path in (project / "locales").rglob("*.po*")} == files
    assert run("draft", "a.txt", "--to", "ru,uk", "--dry-run").stdout == dry
    assert run("update", "a.txt", "--to", "ru,uk").stdout == dry
    assert "uk/LC_MESSAGES/a.po: 6 new" in dry


def test_prune_drops_what_is_obsolete(story: Story, run: Run, project: Path) -> None:
    story(STORY[1:])
    assert any(entry.obsolete for entry in _entries(project))
    result = run("update", "a.txt", "--to", "ru", "--prune")
    assert ", 1 pruned\n" in result.stdout
    assert "pruned: Der Mann geht heute in die Stadt. | Т Der Mann geht" in result.stderr
    assert not any(entry.obsolete for entry in _entries(project))


def test_another_way_of_cutting_keeps_the_translations(story: Story, project: Path) -> None:
    """The same words in other segments, as after a change of the splitter: once joined, once cut again."""
    story([f"{STORY[0][:-1]}; {STORY[1]}", *STORY[2:]])
    joined = _entries(project)[0]
    assert joined.msgstr == f"Т {STORY[0]} Т {STORY[1]}"
    assert joined.fuzzy
    story(STORY)
    assert [(entry.msgstr, entry.fuzzy) for entry in _entries(project)[:2]] == [
        (f"Т {STORY[0]}", False),
        (f"Т {STORY[1]}", False),
    ]


def test_a_second_run_changes_no_byte(story: Story, project: Path) -> None:
    story([STORY[0].replace("Stadt", "Welt"), *STORY[1:]])
    before = _path(project).read_bytes()
    story([STORY[0].replace("Stadt", "Welt"), *STORY[1:]])
    assert _path(project).read_bytes() == before


def test_an_inserted_paragraph_changes_only_its_neighbours_lines(story: Story, project: Path) -> None:
    """No churn: entries further down keep every line but their place."""
    before = _path(project).read_text("utf-8").split("\n\n")
    story([STORY[0], "Ganz neu ist dieser Satz hier.", *STORY[1:]])
    after = _path(project).read_text("utf-8").split("\n\n")
    changed = [entry for entry in before[1:] if _without_place(entry) not in map(_without_place, after)]
    assert len(changed) == 2, "the two neighbours, whose #. lines name the new sentence"


def _without_place(entry: str) -> str:
    return "\n".join(line for line in entry.split("\n") if not line.startswith(("#:", "#. heading", "#. paragraph")))


HOLD = """
import sys, time
from pathlib import Path
from l10n.files import locked
with locked(Path(sys.argv[1])):
    print(1, flush=True)
    time.sleep(60)
"""


def test_two_runs_at_once_on_one_folder_keep_out_of_each_others_way(story: Story, run: Run, project: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, "locales"], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert "another l10n is at work here" in run("update", "a.txt", "--to", "ru", code=2).stderr
        assert "another l10n is at work here" in run("draft", "a.txt", "--to", "ru", code=2).stderr
        run("status")
        run("update", "a.txt", "--to", "ru", "--dry-run")
        other.kill()
    run("update", "a.txt", "--to", "ru")


def test_a_lock_leaves_nothing_behind(project: Path) -> None:
    with locked(project / "new"):
        assert (project / "new").is_dir()
    assert not (project / "new").exists()
