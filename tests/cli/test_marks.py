"""Articles with marks and tags, from the file to translations that are checked, mended, counted and remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run

MARKDOWN = "# Die **große** Anleitung\n\nSiehe [Seite 3](a_2024.md) und `l10n check` – es ist *wichtig*.\n"
HTML = '<p>Das <a href="x.html">Haus</a> und das <a href="y.html">Auto</a> sind <b>sehr</b> alt.</p>'
GUIDE, PAGE = (Path(f"locales/en/LC_MESSAGES/{name}.po") for name in ("guide", "page"))


@pytest.fixture(autouse=True)
def _articles(run: Run, project: Path) -> None:
    (project / "guide.md").write_text(MARKDOWN, "utf-8")
    (project / "page.html").write_text(HTML, "utf-8")
    run("update", "guide.md", "page.html", "--to", "en")


def _translate(path: Path, *texts: str) -> None:
    catalogue = po.read(path)
    entries = zip(catalogue.entries, texts, strict=True)
    po.write(path, replace(catalogue, entries=tuple(replace(entry, msgstr=text) for entry, text in entries)))


def test_good_translations_have_no_finding_and_their_words_are_counted(run: Run) -> None:
    _translate(GUIDE, "The **great** guide", "It is *important* – see `l10n check` and [page 3](en/b.md).")
    _translate(PAGE, "The <a2>car</a2> and the <a1>house</a1> are <b>very</b> old.")
    out = run("check").stdout
    assert "warning " not in out
    assert "error " not in out
    counts = next(line.split() for line in run("status").stdout.splitlines() if line.startswith("guide"))
    assert counts[:4] == ["guide", "en", "2", "12"]


def test_lost_marks_are_errors_where_the_file_says_what_is_one(run: Run) -> None:
    _translate(GUIDE, "The great guide", "It is *important* – see `l10n check` and [page 3] (b.md).")
    _translate(PAGE, "The <a1>car</a1> and the <a1>house</a1> are <b>very old.")
    out = run("check", code=1).stdout
    assert "error markdown: “**große**” is missing" in out
    assert "error markdown: “[Seite 3](a_2024.md)” is missing" in out
    assert "error tags: “<a2>Auto</a2>” is missing" in out
    assert "error tags: “<b>” has no partner" in out


def test_repairs_leave_marks_alone(run: Run) -> None:
    _translate(GUIDE, "The **great**  guide", "It is *important*  – see `l10n ,check` and [page 3](en/b--c.md) .")
    run("check", "--fix", "--fix-human", GUIDE)
    assert [entry.msgstr for entry in po.read(GUIDE).entries] == [
        "The **great** guide",
        "It is *important* – see `l10n ,check` and [page 3](en/b--c.md).",
    ]


def test_the_memory_knows_a_sentence_without_its_tags(run: Run) -> None:
    _translate(PAGE, "The <a1>house</a1> and the <a2>car</a2> are <b>very</b> old.")
    run("memory", "learn", PAGE)
    assert "100 %" in run("memory", "search", "Das Haus und das Auto sind sehr alt.").stdout
    run("memory", "export", "all.tmx")
    run("memory", "import", "all.tmx", "--memory", "other.db")
    assert "<a1>house</a1>" in run("memory", "search", "das Auto sind", "--memory", "other.db").stdout


def test_a_link_that_leads_elsewhere_now_does_so_in_the_translation(run: Run, project: Path) -> None:
    _translate(GUIDE, "The **great** guide", "See [page 3](a_2024.md) and `l10n check` – it is *important*.")
    (project / "guide.md").write_text(MARKDOWN.replace("a_2024", "a_2025"), "utf-8")
    run("update", "guide.md", "--to", "en")
    assert po.read(GUIDE).entries[1].msgstr == "See [page 3](a_2025.md) and `l10n check` – it is *important*."


def test_the_review_page_explains_tags(run: Run, project: Path) -> None:
    _translate(PAGE, "The house.")
    run("review", "page", PAGE, "-o", "review.html")
    text = (project / "review.html").read_text("utf-8")
    assert '"text":"\\u003ca1\\u003e"' in text
    assert '"note":"link to x.html"' in text
