"""Template expressions in HTML are no words: they are shown, copied as they stand, and missed when they are lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n import documents
from l10n.catalogue import po
from l10n.documents.html.blocks import blocks_of
from l10n.documents.inline import named
from l10n.model import PieceKind
from tests.conftest import Run, examples

PAGE = """<h1>{{ title }}</h1>
<p title="Tipp für {{ user|d:'Gast' }}">Hallo {{ user.name | default: "Gast" }}, es sind {% if n > 1 && m %}viele{%
 else %}wenige{% endif %} da.</p>
{% for a in b %}<img alt="{{ a.alt }}"><p>{{ a < b. C }}</p>{% endfor %}
<p>So schreibt man es: &#123;{ name }}. Und {{ offen ist <b>das</b>.</p>
"""
TEXTS = {
    "Tipp für {{ user|d:'Gast' }}": "Совет для {{ user|d:'Gast' }}",
    'Hallo {{ user.name | default: "Gast" }}, es sind {% if n > 1 && m %}viele{% else %}wenige{% endif %} da.': (
        'Есть {% if n > 1 && m %}много{% else %}мало{% endif %} домов, {{ user.name | default: "Gast" }} & друг.'
    ),
    "So schreibt man es: &#123;{ name }}.": "Это пишут так: &#123;{ name }}.",
    "Und {{ offen ist <b>das</b>.": "И {{ открыто <b>это</b>.",
}
BUILT = """<h1>{{ title }}</h1>
<p title="Совет для {{ user|d:'Gast' }}">Есть {% if n > 1 && m %}много{%
 else %}мало{% endif %} домов, {{ user.name | default: "Gast" }} &amp; друг.</p>
{% for a in b %}<img alt="{{ a.alt }}"><p>{{ a < b. C }}</p>{% endfor %}
<p>Это пишут так: &#123;{ name }}. И {{ открыто <b>это</b>.</p>
"""


@pytest.fixture
def catalogue(run: Run, project: Path) -> Path:
    """That of the page, translated."""
    Path("a.html").write_text(PAGE, "utf-8")
    run("update", "a.html", "--to", "ru")
    path = Path("locales/ru/LC_MESSAGES/a.po")
    _translate(path, TEXTS)
    return path


def _translate(path: Path, texts: dict[str, str]) -> None:
    read = po.read(path)
    assert {entry.msgid for entry in read.entries} == set(TEXTS)
    po.write(path, replace(read, entries=tuple(replace(entry, msgstr=texts[entry.msgid]) for entry in read.entries)))


def test_expressions_are_copied_as_they_stand(run: Run, catalogue: Path) -> None:
    run("build", "a.html", "--to", "ru")
    assert Path("build/ru/a.html").read_text("utf-8") == BUILT


def test_tags_that_read_alike_are_copied_each_as_it_stands(run: Run, project: Path) -> None:
    Path("a.html").write_text("<p>{% t %}Eins{% end\n  %} {% t %}zwei<br> drei<br />{% end %}.</p>\n", "utf-8")
    run("update", "a.html", "--to", "ru")
    path = Path("locales/ru/LC_MESSAGES/a.po")
    (entry,) = po.read(path).entries
    text = "{% t %}Один{% end %} {% t %}два<br> три<br>{% end %}."
    po.write(path, replace(po.read(path), entries=(replace(entry, msgstr=text),)))
    run("build", "a.html", "--to", "ru")
    built = "<p>{% t %}Один{% end\n  %} {% t %}два<br> три<br />{% end %}.</p>\n"
    assert Path("build/ru/a.html").read_text("utf-8") == built


@pytest.mark.parametrize("text", ["Есть {% if n > 1 && m %}много{% endif %} домов.", "Есть дома, {{ User }}."])
def test_one_that_is_lost_or_changed_is_found_and_refused(run: Run, catalogue: Path, text: str) -> None:
    (long,) = (source for source in TEXTS if source.startswith("Hallo"))
    _translate(catalogue, TEXTS | {long: text})
    messages = [
        finding["message"] for finding in json.loads(run("check", "--format", "json", code=1).stdout)["findings"]
    ]
    assert any("{{ user.name | default:" in message for message in messages)
    assert "{{ user.name | default:" in run("build", "a.html", "--to", "ru", code=5).stderr.splitlines()[1]


def test_one_that_only_the_translation_has_is_written_as_words(run: Run, catalogue: Path) -> None:
    first = next(iter(TEXTS))
    _translate(catalogue, TEXTS | {first: f"{TEXTS[first]} {{{{ evil }}}}"})
    run("build", "a.html", "--to", "ru")
    assert '}} &#123;{ evil }}">' in Path("build/ru/a.html").read_text("utf-8")


def test_two_texts_make_no_expression_between_them(run: Run, project: Path) -> None:
    Path("a.html").write_text("<p>Eins. Zwei.</p>\n", "utf-8")
    run("update", "a.html", "--to", "ru")
    path = Path("locales/ru/LC_MESSAGES/a.po")
    texts = {"Eins.": "Один {{.", "Zwei.": "Два }}."}
    entries = tuple(replace(entry, msgstr=texts[entry.msgid]) for entry in po.read(path).entries)
    po.write(path, replace(po.read(path), entries=entries))
    run("build", "a.html", "--to", "ru")
    built = "<p>Один &#123;{. Два }}.</p>\n"
    assert Path("build/ru/a.html").read_text("utf-8") == built


PARTS = st.sampled_from(
    ["{{ a }}", "{% b %}", "{{", "}}", "{", "%}", "&#123;", "&amp;", "&lt;", "<b>", "</b>", " x ", "ä."]
)


@examples(60, thorough=1000)
@given(st.lists(PARTS, max_size=12).map("".join))
@example("&#123;{% b %}}}")
def test_translators_see_each_tag_and_expression_where_it_stands(text: str) -> None:
    for block in blocks_of(f"<p>{text}</p>"):
        parts = named(documents.named("html").INLINE).parse(block.text)
        marks = [block.text[part.start : part.end] for part in parts if not part.is_text]
        assert marks == [piece.text for piece in block.pieces if piece.kind is not PieceKind.TEXT]
