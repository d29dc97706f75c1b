"""`l10n memory align` on real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.memory.store import Memory
from l10n.memory.unit import Unit, UnitOrigin
from tests.alignment.texts import HEADINGS, STORY, markdown
from tests.conftest import Run


@pytest.fixture
def article(project: Path) -> Path:
    (project / "story.md").write_text(markdown("de"), "utf-8")
    (project / "story.en.md").write_text(markdown("en", without=(11,)), "utf-8")
    return project


def _units(project: Path) -> list[Unit]:
    with Memory(project / "l10n.db") as memory:
        return list(memory.units())


def test_the_sentences_come_into_the_memory_with_neighbours_and_documents(run: Run, article: Path) -> None:
    done = run("memory", "align", "story.md", "story.en.md", "--to", "en")
    units = _units(article)
    assert done.stdout == f"l10n.db: {len(units)} new, 0 known\n"
    assert len(units) >= len(STORY) - 3
    assert {(unit.source, unit.target) for unit in units} <= {(german, english) for german, english, _ in STORY}
    title = next(unit for unit in units if unit.source == STORY[0][0])
    assert (title.previous, title.next) == ("", STORY[1][0])
    assert {(unit.origin, unit.who) for unit in units} == {(UnitOrigin.PUBLISHED, "story.md + story.en.md")}
    assert f"story.md + story.en.md: {len(units)} pairs taken, " in done.stderr


def test_what_is_known_already_is_not_taken_again(run: Run, article: Path) -> None:
    run("memory", "align", "story.md", "story.en.md", "--to", "en")
    count = len(_units(article))
    again = run("memory", "align", "story.md", "story.en.md", "--to", "en")
    assert again.stdout == f"l10n.db: 0 new, {count} known\n"


def test_a_dry_run_shows_all_pairs_and_keeps_none(run: Run, article: Path) -> None:
    done = run("memory", "align", "story.md", "story.en.md", "--to", "en", "--dry-run")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert [row[2:] for row in rows[:2]] == [["1-1", *STORY[0][:2]], ["1-1", *STORY[1][:2]]]
    assert {row[1] for row in rows} <= {"taken", "left"}
    assert all(50 <= int(row[0].removesuffix("%")) <= 100 for row in rows)
    assert not (article / "l10n.db").exists()


def test_a_lower_confidence_takes_more(run: Run, article: Path) -> None:
    counts = []
    for percent in ("99", "50"):
        done = run("memory", "align", "story.md", "story.en.md", "--to", "en", "--confidence", percent, "--dry-run")
        counts.append(done.stdout.count("\ttaken\t"))
    assert counts[0] < counts[1]


def test_pairs_go_into_a_tmx_file_and_come_back_as_published(run: Run, article: Path) -> None:
    run("memory", "align", "story.md", "story.en.md", "--to", "en", "-o", "pairs.tmx")
    assert not (article / "l10n.db").exists()
    run("memory", "import", "pairs.tmx")
    assert {unit.origin for unit in _units(article)} == {UnitOrigin.PUBLISHED}
    assert "de → en  published" in run("memory", "stats").stdout


def test_two_sentences_for_one_are_joined_on_request(run: Run, article: Path) -> None:
    long = "Anna Berger wartete am 3. Mai um 7:40 Uhr, und Martin Berger schlief in Kassel bis 9:15 Uhr."
    halves = "Anna Berger was waiting at 7:40 on 3 May. Martin Berger was asleep in Kassel until 9:15."
    (article / "a.md").write_text(markdown("de") + f"\n{long}\n", "utf-8")
    (article / "b.md").write_text(markdown("en") + f"\n{halves}\n", "utf-8")
    run("memory", "align", "a.md", "b.md", "--to", "en")
    assert long not in {unit.source for unit in _units(article)}
    run("memory", "align", "a.md", "b.md", "--to", "en", "--joined")
    assert (long, halves) in {(unit.source, unit.target) for unit in _units(article)}


def test_a_draft_from_it_says_so_and_is_no_exact_match(run: Run, article: Path) -> None:
    run("memory", "align", "story.md", "story.en.md", "--to", "en")
    run("draft", "story.md", "--to", "en", "--packages", "none", code=3)
    (entry, *_) = po.read(article / "locales/en/LC_MESSAGES/story.po").active
    assert entry.msgstr == STORY[0][1]
    assert entry.fuzzy
    assert any(line.startswith("l10n-tm: 100% published story.md + story.en.md ") for line in entry.comments)


def test_marks_stay_where_both_have_them_and_formats_may_differ(run: Run, article: Path) -> None:
    german = markdown("de").replace("Anna seufzte", "**Anna** seufzte").replace("Es regnete", "Es *regnete*")
    english = markdown("en").replace("Anna sighed", "**Anna** sighed")
    (article / "a.md").write_text(german, "utf-8")
    (article / "b.md").write_text(english, "utf-8")
    run("memory", "align", "a.md", "b.md", "--to", "en", "--confidence", "50")
    units = {unit.source: unit for unit in _units(article)}
    assert (units["**Anna** seufzte."].target, units["**Anna** seufzte."].markup) == ("**Anna** sighed.", "markdown")
    assert (units["Es regnete."].target, units["Es regnete."].markup) == ("It was raining.", "")
    body = "".join(f"<h1>{row[1]}</h1>" if n in HEADINGS else f"<p>{row[1]}</p>" for n, row in enumerate(STORY))
    (article / "c.html").write_text(f"<!doctype html><html><body>{body}</body></html>", "utf-8")
    assert run("memory", "align", "a.md", "c.html", "--to", "en").stdout.startswith("l10n.db: ")
    assert "Anna seufzte." in {unit.source for unit in _units(article)}


@pytest.mark.parametrize(
    ("source", "target", "language", "message"),
    [
        ("story.en.md", "story.md", "en", "story.en.md: is in en, and its translation in de"),
        ("story.md", "story.md", "en", "story.md: the same text as story.md"),
        ("story.md", "story.en.md", "ru", "story.en.md: is in en, not in ru"),
        ("story.md", "other.md", "en", "story.md, other.md: only "),
        ("story.md", "code.md", "en", "code.md: no sentences"),
        ("story.md", "empty.md", "en", "empty.md: "),
        ("story.md", "none.md", "en", "none.md: no such file"),
        ("story.md", "story.en.md", "de", "'de' is the source language"),
        ("story.md", "story.en.md", "en,ru", "--to en,ru: a translation has one language"),
    ],
)
def test_what_is_no_text_and_its_translation_is_refused(
    run: Run, article: Path, source: str, target: str, language: str, message: str
) -> None:
    (article / "other.md").write_text("Potatoes! They are boiled; salt is added (a little).\n\nSleep?\n" * 20, "utf-8")
    (article / "code.md").write_text("```\nx\n```\n", "utf-8")
    (article / "empty.md").write_text("", "utf-8")
    done = run("memory", "align", source, target, "--to", language, code=2)
    assert done.stderr.splitlines()[-2].startswith(f"error: {message}")
    assert done.stderr.splitlines()[-1].startswith("hint: ")
    assert not (article / "l10n.db").exists()


def test_no_document_is_written_over(run: Run, article: Path) -> None:
    done = run("memory", "align", "story.md", "story.en.md", "--to", "en", "-o", "story.en.md", code=2)
    assert "this is one of the documents" in done.stderr
    assert (article / "story.en.md").read_text("utf-8") == markdown("en", without=(11,))


def test_the_format_of_a_document_is_named_in_the_settings(run: Run, article: Path) -> None:
    (article / "README").write_text("Das Haus.\n", "utf-8")
    done = run("memory", "align", "README", "story.en.md", "--to", "en", code=2)
    assert 'format = "NAME" in the setting documents' in done.stderr
