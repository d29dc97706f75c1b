"""Additions in Markdown and HTML: within what readers see of the file, and never within other markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

NOTE = "<p>Anna war es.</p>\n"
PAGE = """<!DOCTYPE html>
<html lang="de"><head><title>Reise</title><script>var a = "</body>";</script></head>
<body class="a">
<section><h1>Die <em>Reise</em></h1><p>Es geht los.</p>
</section>
<section id="b">
 <h1><a name="x"></a>Impressum</h1><p>Das ist alles.</p>
</section>
</body>
</html>
"""
PLAIN = "Reise\n\nEs geht los.\n\nImpressum\n\nDas ist alles.\n"
MARKDOWN = """---
title: Reise
---

# Die **Reise** {#a}

Es geht los.

Impressum
=========

Das ist alles.
"""


def _built(run: Run, name: str, source: str, where: str, encoding: str = "utf-8") -> tuple[str, str]:
    """What stands before and behind the addition."""
    Path("note.txt").write_text(NOTE, "utf-8")
    Path(name).write_bytes(source.encode(encoding))
    Path("l10n.toml").write_text(f'targets = ["ru"]\n[[additions]]\nfile = "note.txt"\nwhere = "{where}"\n', "utf-8")
    run("update", name)
    run("build", name, "--fallback", "source", "--keep-lang")
    before, added, after = Path("build", "ru", name).read_bytes().decode(encoding).partition(NOTE)
    assert added
    assert "".join((before + after).split()) == "".join(source.split())
    return before.rstrip(), after.lstrip()


@pytest.mark.parametrize(
    ("where", "before", "after"),
    [
        ("start", '<body class="a">', "<section>"),
        ("end", "</section>", "</body>"),
        ("after: Die Reise", "</section>", '<section id="b">'),
        ("after: Die <em>Reise</em>", "</section>", '<section id="b">'),
        ("after: Impressum", "</section>", "</body>"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_in_html_it_stands_within_the_body(run: Run, where: str, before: str, after: str, encoding: str) -> None:
    head, tail = _built(run, "a.html", PAGE, where, encoding)
    assert head.endswith(before)
    assert tail.startswith(after)


@pytest.mark.parametrize(
    ("page", "head", "tail"),
    [
        ("<p>Hallo</p>", "", ""),
        ("<!doctype html>\n<title>Eins</title><style>p {}</style>\n<p>Hallo", "</style>", ""),
        ("<html><head><meta charset=utf-8></head><p>Hallo</p></html>", "</head>", "</html>"),
        ("<?xml version='1.0'?><html><!-- <body> --><BODY >Hallo</BODY\n></html>", "<BODY >", "</BODY\n></html>"),
        ("<textarea></body></textarea><p>Hallo</p>", "", ""),
    ],
)
def test_where_no_tag_tells_the_body_it_is_that_of_browsers(run: Run, page: str, head: str, tail: str) -> None:
    before, after = _built(run, "a.html", page, "start")
    assert before.endswith(head) if head else not before
    assert "Hallo" in after
    before, after = _built(run, "a.html", page, "end")
    assert after == tail
    assert "Hallo" in before


@pytest.mark.parametrize(
    ("where", "before", "after"),
    [
        ("start", "---", "# Die"),
        ("end", "Das ist alles.", ""),
        ("after: Die Reise", "Es geht los.", "Impressum\n===="),
        ("after: Die **Reise**", "Es geht los.", "Impressum\n===="),
        ("after: Impressum", "Das ist alles.", ""),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_in_markdown_it_stands_behind_the_front_matter(
    run: Run, where: str, before: str, after: str, encoding: str
) -> None:
    head, tail = _built(run, "a.md", MARKDOWN, where, encoding)
    assert head.endswith(before)
    assert tail.startswith(after)


@pytest.mark.parametrize(
    ("name", "source", "note", "shown"),
    [
        ("a.md", MARKDOWN, "## Dank\n\nAn **Anna** & [alle][x].\n\n[x]: https://a.de\n", "An **Anna** & [alle]"),
        ("a.html", PAGE, "<h2>Dank</h2>\n<p>An <b>Anna</b> &amp; alle.</p>\n", "An **Anna** & alle."),
        (
            "a.txt",
            "Reise\n\nEs geht los.\n\nImpressum\n\nDas ist alles.\n",
            "Dank\n\nAn Anna & alle.\n",
            "An Anna & alle.",
        ),
    ],
)
@pytest.mark.parametrize(
    ("where", "before", "after"),
    [("start", "", "geht"), ("end", "alles", ""), ("after: Impressum", "alles", "")],
)
def test_bilingual_editions_have_it_in_the_column_of_the_translation(
    run: Run, project: Path, name: str, source: str, note: str, shown: str, where: str, before: str, after: str
) -> None:
    Path("note.txt").write_text(note, "utf-8")
    Path(name).write_text(source, "utf-8")
    Path("l10n.toml").write_text(f'targets = ["ru"]\n[[additions]]\nfile = "note.txt"\nwhere = "{where}"\n', "utf-8")
    run("update", name)
    run("build", name, "--fallback", "source", "--bilingual", "markdown")
    page = Path("build/ru/a.bilingual.md" if name == "a.md" else "build/ru/a.md").read_text("utf-8")
    (line,) = (line for line in page.splitlines() if "Anna" in line)
    assert line.startswith("|  | "), "there is no counterpart"
    assert shown in line
    head, _, tail = page.partition(line)
    assert before in head
    assert after in tail
    run("build", name, "--fallback", "source", "--bilingual", "html")
    html = Path("build/ru/a.bilingual.html" if name == "a.html" else "build/ru/a.html").read_text("utf-8")
    assert html.count("Anna") == html.count("Dank") == 1
    assert "<title>Dank" not in html
