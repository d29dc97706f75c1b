"""Links to headings follow the translated headings, and nothing else changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.building.anchors import Anchors, Landing, anchors, may_link, relinked, renamed
from l10n.building.slugs import AnchorRules
from tests.conftest import Run

SOURCE = """---
title: Reise
---

# Die *Reise* & `mehr`

Siehe [Preise](#preise), [die zweiten](<#preise-1> "Titel"), [Karte][k], [fest](#fest), [nichts](#nirgends),
[Netz](https://a.de/#preise) und [Hilfe](guide/hilfe.md#erste-hilfe).

## Preise

Eins.

## Preise

Zwei.

## Bleibt {#fest}

<a id="anker"></a>

Drei, siehe [Anker](#anker).

[k]: #die-reise--mehr 'Karte'
"""
TEXTS = {
    "Reise": "Поездка",
    "Die *Reise* & `mehr`": "Поездка *и* `mehr`",
    "Preise": "Цены",
    "Bleibt": "Остаётся",
    "Erste Hilfe": "Первая помощь",
}
HELP = "# Erste Hilfe\n\nZurück zu [Preisen](../reise.md#preise-1) und [nach oben](#erste-hilfe).\n"


@pytest.fixture
def linked(run: Run, project: Path) -> Path:
    """A project of two documents with links to each other, in which only headings are translated."""
    (project / "texte" / "guide").mkdir(parents=True)
    (project / "texte" / "reise.md").write_text(SOURCE, "utf-8")
    (project / "texte" / "guide" / "hilfe.md").write_text(HELP, "utf-8")
    (project / "l10n.toml").write_text('sources = ["texte/**/*.md"]\ntargets = ["ru"]\n', "utf-8")
    run("update")
    for name in ("reise", "guide/hilfe"):
        _translate(project / f"locales/ru/LC_MESSAGES/{name}.po", TEXTS)
    return project


def _translate(path: Path, texts: dict[str, str]) -> None:
    text = path.read_text("utf-8")
    for source, target in texts.items():
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{target}"')
    path.write_text(text, "utf-8")


def _built(run: Run, name: str = "reise.md") -> str:
    run("build", "--fallback", "source")
    return Path("build/ru", name).read_text("utf-8")


def test_links_lead_to_the_headings_of_the_translation(run: Run, linked: Path) -> None:
    text = _built(run)
    assert '[Preise](#цены), [die zweiten](<#цены-1> "Titel")' in text
    assert "[k]: #поездка-и-mehr 'Karte'" in text
    assert "[fest](#fest), [nichts](#nirgends)" in text
    assert "(https://a.de/#preise)" in text
    assert "(guide/hilfe.md#первая-помощь)" in text
    assert "## Остаётся {#fest}" in text
    assert "[Anker](#anker)" in text
    assert "[Preisen](../reise.md#цены-1) und [nach oben](#первая-помощь)" in _built(run, "guide/hilfe.md")


def test_one_document_alone_is_built_as_with_the_others(run: Run, linked: Path) -> None:
    whole = _built(run)
    Path("build/ru/reise.md").unlink()
    run("build", "texte/reise.md", "--fallback", "source")
    assert Path("build/ru/reise.md").read_text("utf-8") == whole


def test_what_a_translator_has_written_stays_and_what_leads_nowhere_is_told(run: Run, linked: Path) -> None:
    catalogue = Path("locales/ru/LC_MESSAGES/guide/hilfe.po")
    msgid = "Zurück zu [Preisen](../reise.md#preise-1) und [nach oben](#erste-hilfe)."
    _translate(catalogue, {msgid: "К [ценам](../reise.md#цены) и [вверх](#вверх)."})
    result = run("build", "--fallback", "source")
    text = Path("build/ru/guide/hilfe.md").read_text("utf-8")
    assert "[ценам](../reise.md#цены) и [вверх](#вверх)" in text
    (line,) = (line for line in result.stderr.splitlines() if "no such heading" in line)
    assert line == "build/ru/guide/hilfe.md: no such heading or id, where links lead: #вверх"


def test_a_document_that_is_not_built_is_no_reason_to_change_links(run: Run, linked: Path) -> None:
    with (linked / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write('[build]\nfallback = "source"\n[build."guide/*"]\nfallback = "fail"\n')
    run("build", code=1)
    assert "(guide/hilfe.md#erste-hilfe)" in Path("build/ru/reise.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("rules", "expected"), [("off", "#preise"), ("pandoc", "#цены"), ("python-markdown", "#_1"), ("github", "#цены")]
)
def test_the_rules_are_those_of_the_settings(run: Run, linked: Path, rules: str, expected: str) -> None:
    with (linked / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'[build."reise*"]\nanchors = "{rules}"\n')
    assert f"[Preise]({expected})" in _built(run)


def test_headings_that_are_left_out_and_additions_do_not_disturb(run: Run, linked: Path) -> None:
    Path("dank.md").write_text("# Dank\n\n[Oben](#цены)\n", "utf-8")
    with (linked / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write('[[additions]]\nfile = "dank.md"\nwhere = "start"\n')
    catalogue = Path("locales/ru/LC_MESSAGES/reise.po")
    text = catalogue.read_text("utf-8").replace('msgstr "Остаётся"', 'msgstr ""')
    catalogue.write_text(re.sub(r'(msgid "(Siehe .*)"\nmsgstr) ""', r'\1 "\2"', text), "utf-8")
    run("build", "--fallback", "omit")
    text = Path("build/ru/reise.md").read_text("utf-8")
    assert "[Preise](#цены)" in text
    assert "Остаётся" not in text
    assert text.index("# Dank") < text.index("# Поездка")


@pytest.mark.parametrize(
    ("rules", "heading", "anchor"),
    [
        (AnchorRules.GITHUB, "Über uns: *Team* & `code()`", "über-uns-team--code"),
        (AnchorRules.GITHUB, "1. Ґанок і [двір](x.md) – а_б", "1-ґанок-і-двір--а_б"),
        (AnchorRules.GITHUB, "日本語 …", "日本語-"),
        (AnchorRules.PANDOC, "1. Über uns: *Team* & x.y", "über-uns-team-x.y"),
        (AnchorRules.PANDOC, "33", "section"),
        (AnchorRules.PYTHON_MARKDOWN, "Über uns: *Team* & x.y", "uber-uns-team-xy"),
        (AnchorRules.PYTHON_MARKDOWN, "Про нас", "_1"),
    ],
)
def test_anchors_are_those_that_the_renderer_makes(rules: AnchorRules, heading: str, anchor: str) -> None:
    assert anchors(f"# {heading}\n".encode(), rules).headings == (anchor,)


def test_equal_headings_are_numbered_as_the_renderer_does() -> None:
    text = b"# A\n\n# A\n\n# A-1\n\n# A\n"
    assert anchors(text, AnchorRules.GITHUB).headings == ("a", "a-1", "a-1-1", "a-2")
    assert anchors(text, AnchorRules.PYTHON_MARKDOWN).headings == ("a", "a_1", "a-1", "a_2")


_HEADINGS = st.lists(st.sampled_from(["Haus", "Haus", "Rote Tür", "*Dach* `x`", "Ende {#z}", "&amp;"]), max_size=6)
_LINKS = st.lists(
    st.sampled_from(["#haus", "#haus-1", "#rote-tür", "#rote-t%C3%BCr", "#dach-x", "#z", "#weg", "b.md#haus", "x"]),
    max_size=6,
)


@given(_HEADINGS, _LINKS, st.lists(st.booleans(), min_size=6), st.booleans(), st.sampled_from(["", "\ufeff"]))
def test_only_fragments_change_and_all_that_led_somewhere_still_do(
    titles: list[str], to: list[str], as_html: list[bool], defined: bool, mark: str
) -> None:
    lines = [f"# {title}\n" for title in titles] + [
        f'<a href="{each}">n</a>\n' if html else f"[n]({each})\n" for each, html in zip(to, as_html, strict=False)
    ]
    source = mark + "\n".join(lines) + ("\n[r]: #haus\n" if defined else "")
    article = source.replace("Haus", "Дом").replace("Rote Tür", "Дверь").replace("*Dach*", "*Крыша*")
    rules = AnchorRules.GITHUB
    before = anchors(source.encode(), rules)
    here = Landing(anchors(article.encode(), rules), lambda: renamed(source.encode(), article.encode(), rules))
    result = relinked(article.encode(), lambda path: None if path else here, source.encode(), lambda _: Landing(before))
    assert re.sub('#[^)"\\s]*', "#", result.data.decode()) == re.sub('#[^)"\\s]*', "#", article)
    assert result.dead == ()
    old, new = (
        re.findall(r'\]\((#[^)]*)\)|href="(#[^"]*)"|\]: (#\S*)', text) for text in (article, result.data.decode())
    )
    for was, now in zip(old, new, strict=True):
        if "".join(was)[1:].replace("%C3%BC", "ü") in before.known:
            assert _decoded("".join(now)) in here.anchors.known
        else:
            assert was == now
    assert may_link(article.encode()) or result.data == article.encode()
    again = relinked(result.data, lambda path: None if path else here, source.encode(), lambda _: Landing(before))
    assert again.data == result.data


RAW = """# Preise

<p align="center">
  Größe: <a class="x" href="#preise">Preise</a> | <A
  HREF='#preise'>auch</A>
</p>
<!-- <a href="#preise">keiner</a> <a id="preise"> -->

> <div>
> <a href=#preise>Im Zitat</a>
> </div>

Siehe <a href="#preise">Preise</a>, <a title="#preise" href="b.md#preise">b</a>, `<a href="#preise">`
und &lt;a href="#preise">.
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_links_in_html_follow_as_well(line_end: str) -> None:
    source = RAW.replace("\n", line_end).encode()
    article = source.replace(b"# Preise", "# Цены".encode(), 1)
    here = Landing(anchors(article, AnchorRules.GITHUB), lambda: renamed(source, article, AnchorRules.GITHUB))
    result = relinked(article, lambda path: None if path else here, source, lambda _: None)
    wanted = (
        article.decode()
        .replace('class="x" href="#preise"', 'class="x" href="#цены"')
        .replace("HREF='#preise'", "HREF='#цены'")
        .replace("href=#preise", "href=#цены")
        .replace('Siehe <a href="#preise">', 'Siehe <a href="#цены">')
    )
    assert result.data.decode() == wanted
    assert result.dead == ()


def test_ids_of_html_are_read_as_a_browser_reads_them() -> None:
    text = '<p id="gr&ouml;ße">\n<a name=тут>\n</p>\n\nHier <b ID=\'z&#x65;it\'>x</b> <!-- <b id="nie"> -->\n'
    assert anchors(text.encode(), AnchorRules.GITHUB).others == {"größe", "тут", "zeit"}


@given(st.text("](:= \n#ahref<", max_size=60))
def test_no_link_is_overlooked_before_the_file_is_read(text: str) -> None:
    data = f"# A\n\n{text}".encode()
    nothing = Landing(Anchors((), frozenset()))
    if relinked(data, lambda _: nothing, b"# A\n", lambda _: nothing).dead:
        assert may_link(data)


def _decoded(address: str) -> str:
    from urllib.parse import unquote

    return unquote(address[1:])


def test_a_file_without_links_has_none() -> None:
    nothing = Landing(Anchors((), frozenset()))
    assert relinked(b"# A\n", lambda _: nothing, b"# A\n", lambda _: nothing).data == b"# A\n"
