"""Catalogues of each kind, as the tools that write them do, and what `l10n check` says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.checking.kinds import recognised
from l10n.model import Entry, itself
from l10n.model.kinds import TextKind
from tests.conftest import Run

HEADER = 'msgid ""\nmsgstr "Language: ru\\nX-Source-Language: en\\n"\n\n'


def entries(*msgids: str, references: str = "", flags: str = "", extracted: str = "") -> list[Entry]:
    lines, notes = (tuple(filter(None, [line])) for line in (references, extracted))
    return [Entry(msgid, "x", references=lines, flags=tuple(flags.split()), extracted=notes) for msgid in msgids]


ARTICLE = ("The old house stands at the river.", "Nobody lives in it.", "A house", "The neighbours say nothing.")
LABELS = ("Open", "Save as", "Close the window", "Do you want to save it?", "Quit")


@pytest.mark.parametrize(
    ("some", "kind"),
    [
        pytest.param([], TextKind.PROSE, id="nothing"),
        pytest.param(entries(*ARTICLE), TextKind.PROSE, id="sentences"),
        pytest.param(entries(*LABELS, references="a.txt:1"), TextKind.PROSE, id="a text of headings"),
        pytest.param(entries(*LABELS), TextKind.SOFTWARE, id="labels"),
        pytest.param(entries(*LABELS[:3]), TextKind.PROSE, id="too few to tell"),
        pytest.param(entries(*ARTICLE, references="src/main.c:7"), TextKind.SOFTWARE, id="sentences in a program"),
        pytest.param(entries(*ARTICLE, references="model:ir.model,name:x"), TextKind.SOFTWARE, id="a data base"),
        pytest.param(entries("%d houses are left.", flags="c-format"), TextKind.SOFTWARE, id="a format"),
        pytest.param(entries("Save the _house.", "Save the &book."), TextKind.SOFTWARE, id="accelerators"),
        pytest.param(entries(*ARTICLE, references="a.rst:7"), TextKind.REST, id="Sphinx"),
        pytest.param(entries(*ARTICLE, references="m.py:docstring of m.f:1"), TextKind.REST, id="docstrings"),
        pytest.param(entries("See :ref:`this <a>`.", "Use ``x``.", references="a.txt:1"), TextKind.REST, id="text"),
        pytest.param(entries("See :ref:`this <a>`.", "Use ``x``."), TextKind.REST, id="roles"),
        pytest.param(entries(*ARTICLE, references="guide/a.md:7"), TextKind.MARKDOWN, id="a Markdown file"),
        pytest.param(entries("See [this](a.md).", "Use `x`, **always**."), TextKind.MARKDOWN, id="Markdown's marks"),
        pytest.param(entries(*ARTICLE, references="a.adoc:7"), TextKind.ASCIIDOC, id="AsciiDoc"),
        pytest.param(entries(*ARTICLE, references="man/a.pod:7"), TextKind.POD, id="a POD file"),
        pytest.param(entries("Use I<file>.", "B<x> is E<lt>a"), TextKind.POD, id="POD's marks"),
        pytest.param(entries(*ARTICLE, references="a.html:7"), TextKind.HTML, id="pages"),
        pytest.param(entries(*ARTICLE, references="a.page:7"), TextKind.DOCBOOK, id="pages of Mallard"),
        pytest.param(entries("A <b>house</b>.", "The <em>door</em>.", references="a.xml:7"), TextKind.HTML, id="xml"),
        pytest.param(entries("<command>x</command>", "A <gui>y</gui>"), TextKind.DOCBOOK, id="tags of manuals"),
        pytest.param(
            entries("Run <command>x</command>.", "A house.", references="a.xml:7"), TextKind.DOCBOOK, id="docbook"
        ),
        pytest.param(
            entries(*ARTICLE, references="a.xml:7", extracted="(itstool) path: section/p"),
            TextKind.DOCBOOK,
            id="Mallard",
        ),
        pytest.param(entries(*ARTICLE, extracted="(itstool) path: varlistentry/term"), TextKind.DOCBOOK, id="itstool"),
        pytest.param(
            entries(*ARTICLE, extracted="type: Content of: <refentry><refsect1><para>"), TextKind.DOCBOOK, id="po4a"
        ),
        pytest.param(entries(*ARTICLE, extracted="(itstool) path: body/p"), TextKind.PROSE, id="itstool, a page"),
        pytest.param(entries("A <b>house</b>.<br>", "A <i>book</i>."), TextKind.HTML, id="tags"),
        pytest.param(
            [*entries(*LABELS, references="t.html:1"), *entries(*LABELS, references="a.py:1")],
            TextKind.SOFTWARE,
            id="templates of a program",
        ),
        pytest.param(
            [
                *entries(*ARTICLE, references="t.html:1"),
                *entries("%(n)s", references="t.html:9", flags="python-format"),
            ],
            TextKind.SOFTWARE,
            id="nothing but templates",
        ),
        pytest.param(entries(*ARTICLE, "Dear {{ name }},"), TextKind.SOFTWARE, id="placeholders"),
        pytest.param(entries(*ARTICLE, "It is 100 % safe {so they say}."), TextKind.PROSE, id="no placeholders"),
    ],
)
def test_the_kind_is_recognised(some: list[Entry], kind: TextKind) -> None:
    assert recognised(some, itself) is kind


def test_names_of_texts_are_keys() -> None:
    some = entries("label_open", "label_close", "Open")
    assert recognised(some, lambda entry: None if "_" in entry.msgid else entry) is TextKind.KEYS


def test_the_report_tells_the_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.po").write_text(f'{HEADER}#: a.c:1\nmsgid "Open the file"\nmsgstr ""\n', "utf-8")
    assert json.loads(run("check", "a.po", "--format", "json").stdout)["catalogues"] == [
        {"path": "a.po", "language": "ru", "kind": "software", "entries": 1}
    ]
    assert run("check", "a.po").stdout.startswith("a.po (ru, software): ")


def test_the_settings_decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.po").write_text(f'{HEADER}#: a.c:1\nmsgid "Open the file"\nmsgstr ""\n', "utf-8")
    Path("l10n.toml").write_text('[check]\nkind = "rest"\n', "utf-8")
    assert run("check", "a.po").stdout.startswith("a.po (ru, rest): ")
    Path("l10n.toml").write_text('[check]\nkind = "reST"\n', "utf-8")
    assert "'check.kind' cannot be 'reST'" in run("check", "a.po", code=2).stderr
