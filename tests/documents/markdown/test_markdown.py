"""What becomes of Markdown: its segments, and the file with other texts in it."""

from __future__ import annotations

import codecs
from pathlib import Path
from textwrap import dedent

import pytest

from l10n.building import StructureError
from l10n.building.article import article
from l10n.documents import markdown
from l10n.documents.html.elements import ATTRIBUTES
from l10n.documents.inline.commonmark.usual import FREE
from l10n.documents.markdown.structure import structure
from l10n.errors import L10nError
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract


def _read(path: Path, text: str | bytes) -> Document:
    path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    return extract(path, "de", path.parent)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.md"


def _segments(path: Path, text: str) -> list[tuple[str, str]]:
    document = _read(path, text)
    return [(str(block.kind), segment.text) for block in document.blocks for segment in block.segments]


def _built(path: Path, text: str | bytes, **texts: str) -> str:
    """The file with other texts, given by the first word of the segment."""
    document = _read(path, text)
    renderings = [
        Rendering(segment, texts.get(segment.text.split()[0].strip("*"), segment.text), RenderingOrigin.TRANSLATION)
        for segment in document.segments
    ]
    assert {segment.text.split()[0].strip("*") for segment in document.segments} >= set(texts)
    return article(document, renderings).decode()


def test_blocks_have_their_kinds_and_marks_stay_outside(path: Path) -> None:
    text = """\
        # Titel mit `code` {#titel}

        Eins **ist** da. Zwei ist da.

        - Punkt
        - [x] Erledigt

        1. Nummer

           Im Absatz.

        > Zitat
        > geht weiter.

        | Kopf | Zahl |
        |------|-----:|
        | Zelle | `12` |

        [^1]: Fußnote.
    """
    assert _segments(path, text) == [
        ("heading", "Titel mit `code`"),
        ("paragraph", "Eins **ist** da."),
        ("paragraph", "Zwei ist da."),
        ("list item", "Punkt"),
        ("list item", "Erledigt"),
        ("list item", "Nummer"),
        ("list item", "Im Absatz."),
        ("quotation", "Zitat geht weiter."),
        ("table cell", "Kopf"),
        ("table cell", "Zahl"),
        ("table cell", "Zelle"),
        ("paragraph", "Fußnote."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "```\nDas ist Code.\n```\n\nx",
        "    Das ist Code.\n\nx",
        "<!-- Das ist ein Kommentar. -->\n\nx",
        "$$\nDas ist Math.\n$$\n\nx",
        "<!-- l10n:off -->\n\nDas bleibt.\n\n- Das auch.\n\n<!-- l10n:on -->\n\nx",
        "---\nlayout: Das bleibt\ntags: [a, b]\n---\n\nx",
        "{{ das_bleibt }}\n\nx",
        "`nur_code`\n\nx",
        "![](bild.png)\n\nx",
        "***\n\nx",
        "[a]: https://example.org\n\nx",
        "> [!NOTE]\n> x",
    ],
)
def test_what_is_no_text_is_no_segment(path: Path, text: str) -> None:
    assert [text for _, text in _segments(path, text)] == ["x"]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Siehe [Lua] hier.", "Siehe [Lua][Lua] hier."),
        ("Siehe [Lua][] hier.", "Siehe [Lua][Lua] hier."),
        ("Siehe [das hier][Lua].", "Siehe [das hier][Lua]."),
        ("Siehe ![Lua].", "Siehe ![Lua][Lua]."),
        ("Ein [sic] Wort.", "Ein [sic] Wort."),
        ("Auf <https://example.org> steht es.", "Auf <https://example.org> steht es."),
        ("Eine\nZeile  \nmehr\\\nda.", "Eine Zeile<br>mehr<br>da."),
        ("Ein `Code\nmit Umbruch` hier.", "Ein `Code mit Umbruch` hier."),
        ("**Alles fett.**", "Alles fett."),
        ("***Alles fett.***", "Alles fett."),
        ("**Eins** und **zwei**", "**Eins** und **zwei**"),
        ("[Weiter](seite.md)", "[Weiter](seite.md)"),
        ("Ein \\* Stern &amp; mehr.", "Ein \\* Stern &amp; mehr."),
        ("Das <!-- l10n:off -->nicht<!-- l10n:on --> aber.", "Das <!-- l10n:off -->nicht<!-- l10n:on --> aber."),
    ],
)
def test_translators_see_one_line_with_the_marks(path: Path, text: str, segment: str) -> None:
    assert [text for _, text in _segments(path, f"{text}\n\n[Lua]: https://example.org\n")] == [segment]


@pytest.mark.parametrize(
    ("text", "built"),
    [
        ("Text <!-- mit\nUmbruch --> hier.\n", "Да <!-- mit Umbruch --> hier.\n"),
        ("> Text <!-- mit\n> Umbruch --> hier.\n", "> Да <!-- mit Umbruch --> hier.\n"),
        ("Text {{ mit\n  Umbruch }} hier.\n", "Да {{ mit Umbruch }} hier.\n"),
        ('> Text <b\n> class="x">fett</b> hier.\n', '> Да <b class="x">fett</b> hier.\n'),
    ],
)
def test_what_stays_may_have_run_over_two_lines(path: Path, text: str, built: str) -> None:
    (_, segment), *_ = _segments(path, text)
    assert _built(path, text, Text=segment.replace("Text", "Да")) == built


def test_a_bar_in_a_template_is_no_border_of_cells(path: Path) -> None:
    text = "| Text {{ x | y }} | {{ z }} |\n|--|--|\n"
    assert _built(path, text, Text="Да | {{ x | y }}") == "| Да \\| {{ x | y }} | {{ z }} |\n|--|--|\n"


def test_no_template_runs_out_of_its_block(path: Path) -> None:
    text = "```\n{{ a\n```\nEins }} hier.\n\n{{ zwei\n\ndrei }}\n"
    assert [text for _, text in _segments(path, text)] == ["Eins }} hier.", "{{ zwei", "drei }}"]


def test_values_of_the_front_matter_are_texts(path: Path) -> None:
    text = (
        "---\ntitle: Was *ist* das?\ndescription: \"Ein \\\"Zitat\\\"\"\nsummary: 'Anna''s'\n"
        "draft: true\ntitle2: nein\n---\nx\n"
    )
    assert _segments(path, text) == [
        ("title", "Was \\*ist\\* das?"),
        ("field", 'Ein "Zitat"'),
        ("field", "Anna's"),
        ("paragraph", "x"),
    ]
    built = _built(path, text, Was="Что: это?", Ein='Да "нет"', **{"Anna's": "#1"})
    assert built == (
        '---\ntitle: "Что: это?"\ndescription: "Да \\"нет\\""\nsummary: \'#1\'\ndraft: true\ntitle2: nein\n---\nx\n'
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "value",
    ["Eins\n  zwei", '"Eins\n  zwei"', "'Eins\n  zwei'", "Eins\n\n  zwei", ">\n  Eins\n  zwei", "Eins # 1\n  zwei"],
)
def test_a_value_that_runs_over_lines_is_kept_whole(path: Path, value: str, end: str) -> None:
    text = f"---\ntitle: {value}\nsummary: Drei\n---\nx\n".replace("\n", end)
    assert _segments(path, text) == [("field", "Drei"), ("paragraph", "x")]


@pytest.mark.parametrize(
    ("line", "built"),
    [
        ("title: Eins # zwei", "title: Да # zwei"),
        ("title: Eins a#1 \t # zwei", "title: Да \t # zwei"),
        ("title: 'Eins' # 'zwei'", "title: 'Да' # 'zwei'"),
        ('title: "Eins \\" # 1" # "zwei"', 'title: "Да" # "zwei"'),
    ],
)
def test_a_comment_behind_a_value_is_none_of_it(path: Path, line: str, built: str) -> None:
    assert _built(path, f"---\n{line}\n---\nx\n", Eins="Да") == f"---\n{built}\n---\nx\n"


def test_a_comment_behind_a_value_of_toml_is_none_of_it(path: Path) -> None:
    assert _built(path, '+++\ntitle = "Eins"# zwei\n+++\nx\n', Eins="Да") == '+++\ntitle = "Да"# zwei\n+++\nx\n'


def test_a_byte_order_mark_hides_no_front_matter(path: Path) -> None:
    data = codecs.BOM_UTF8 + b"---\r\ntitle: Eins\r\n---\r\n\r\nZwei\r\n"
    assert _built(path, data, Eins="Один") == "\ufeff---\r\ntitle: Один\r\n---\r\n\r\nZwei\r\n"


def test_sentences_that_stay_keep_their_lines(path: Path) -> None:
    text = "> Eins ist\n> da. Zwei\n> ist da.\n> Drei ist da.\n"
    assert _built(path, text, Drei="Три тут.") == "> Eins ist da. Zwei ist da. Три тут.\n"
    text = "Eins ist da.\nZwei ist da.\n"
    assert _built(path, text, Zwei="Два тут.") == "Eins ist da.\nДва тут.\n"


def test_a_wrapped_paragraph_is_wrapped_with_the_marks_of_its_lines(path: Path) -> None:
    text = "- > Das ist `a b` ein langer Satz, der in dieser\n  > Zeile nicht endet, sondern in der [nächsten](x.md).\n"
    new = "Это длинная фраза, которая - 1. не кончается здесь, `a b` а кончается [на следующей](x.md) строке, вот так."
    built = _built(path, text, Das=new)
    first, *rest = built.splitlines()
    assert first.startswith("- > Это")
    assert rest
    assert all(line.startswith("  > ") and len(line) <= 54 for line in rest)
    assert " ".join([first[4:], *(line[4:] for line in rest)]) == new
    assert not any(line[4:].startswith(("- ", "1. ")) for line in rest)


@pytest.mark.parametrize("between", ["   ", "\\   "])
def test_several_spaces_are_no_forced_break_where_a_line_ends(path: Path, between: str) -> None:
    words = [*("слово",) * 20, "конец."]
    built = _built(path, "Eins ist da, und zwei, und drei, und\nnoch vier.\n", Eins=between.join(words))
    assert built.replace("\\ ", " ").split() == words
    assert "  \n" not in built
    assert "\\\n" not in built


def test_forced_breaks_stay_as_they_were_written(path: Path) -> None:
    assert _built(path, "Eins a  \nzwei\\\ndrei\n", Eins="Раз<br>два<br>три") == "Раз  \nдва\\\nтри\n"


def test_marks_may_change_places_and_addresses_of_links(path: Path) -> None:
    text = "Eins **fett** und [Seite](de/a.md) mit `code`.\n"
    new = "`code` на [странице](ru/a.md) и **жирно**."
    assert _built(path, text, Eins=new) == f"{new}\n"


def test_what_people_read_in_a_tag_may_change_and_where_a_link_leads(path: Path) -> None:
    text = 'Das <img src="a.png" alt="Ein Bild"> <a class=x href="a.md" TITLE=\'Mehr\'>hier</a>.\n'
    new = '<a class=x href="a.ru.md" TITLE=\'Ещё\'>Здесь</a> <img src="a.png" alt="Рисунок">.'
    assert _built(path, text, Das=new) == f"{new}\n"
    for old, other in (("a.png", "b.png"), ("class=x", "class=y"), (" alt=", " data-alt=")):
        with pytest.raises(StructureError):
            _built(path, text, Das=new.replace(old, other))


def test_all_that_people_read_in_tags_of_html_may_change_in_those_of_markdown() -> None:
    assert FREE - {"href"} == ATTRIBUTES.keys() - {"content", "value"}  # of elements that stand in no sentence


def test_a_mark_may_go_to_another_sentence_of_its_paragraph(path: Path) -> None:
    built = _built(path, "Eins **fett** da. Zwei ist da.\n", Eins="Раз тут.", Zwei="Два **жирно** тут.")
    assert built == "Раз тут. Два **жирно** тут.\n"


def test_a_mark_does_not_go_to_another_paragraph(path: Path) -> None:
    with pytest.raises(StructureError) as refused:
        _built(path, "Eins **fett** da.\n\nZwei ist da.\n", Eins="Раз тут.", Zwei="Два **жирно** тут.")
    assert refused.value.rendering.text == "Раз тут."


@pytest.mark.parametrize(
    ("text", "new", "written"),
    [
        ("Eins", "- раз", "\\- раз"),
        ("Eins", "1. раз", "1\\. раз"),
        ("Eins", "# раз", "\\# раз"),
        ("Eins", "> раз", "\\> раз"),
        ("Eins", "2 * 3 * 4", "2 * 3 * 4"),
        ("Eins", "*раз*", "\\*раз\\*"),
        ("Eins", "<b>раз", "\\<b\\>раз"),
        ("Eins", "[раз](x)", "\\[раз\\]\\(x\\)"),
        ("# Eins", "раз #", "раз \\#"),
        ("| Eins |\n|---|", "раз | два", "раз \\| два"),
        ("| Eins `a` |\n|---|", "раз `a|b`", "раз `a\\|b`"),
    ],
)
def test_what_would_be_markup_is_escaped(path: Path, text: str, new: str, written: str) -> None:
    assert _built(path, text, Eins=new) == text.replace("Eins `a`", written).replace("Eins", written)


@pytest.mark.parametrize("new", ["раз", "**раз** **два**", "*раз*", "**раз"])
def test_a_lost_or_doubled_mark_is_refused(path: Path, new: str) -> None:
    with pytest.raises(StructureError) as refused:
        _built(path, "Anfang.\n\nEins **fett** da.\n", Eins=new)
    assert refused.value.rendering.text == new


def test_a_structure_is_looked_at_only_where_outlines_differ(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def skeleton(data: bytes) -> tuple[object, ...]:
        asked.append(data)
        return structure(data)

    monkeypatch.setattr(markdown, "skeleton", skeleton)
    text = "# Eins\n\nZwei ist **da**.\n"
    assert _built(path, text, Zwei="**Тут** два.") == "# Eins\n\n**Тут** два.\n"
    assert not asked
    assert _built(path, text, Zwei="&#10;**Тут** два.") == "# Eins\n\n&#10;**Тут** два.\n"
    assert asked
    with pytest.raises(StructureError):
        _built(path, text, Zwei="Тут два.")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"Eins\nzwei \xff", "a.md:2: not UTF-8 text"),
        (b"Eins\nzwei \0 drei", "a.md:2: looks binary"),
        (codecs.BOM_UTF16_LE + "Eins".encode("utf-16-le"), "Markdown in UTF-16-LE"),
    ],
)
def test_what_is_no_markdown_is_refused_in_a_line(path: Path, data: bytes, message: str) -> None:
    with pytest.raises(L10nError) as refused:
        _read(path, data)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        *("> " * 10_000 + "Eins", "- " * 10_000 + "Eins", "<b>" * 20_000 + "Eins", "<kbd>" * 20_000 + "a"),
        *(sign * 50_000 for sign in ("*", "[", "`", "{{", "a\\", "[^")),
        *("**a " * 20_000, "![" * 20_000 + "a", "<!-- l10n:off -->" * 5_000, "| " * 20_000 + "\n|-"),
        *("a <!-- l10n:off -->" * 5_000, r"\* {{ a }} " * 5_000),
        *("a <" + "b" * 50_000 + ' c=">">', "a" + " " * 100_000 + "b", "*a<code>*" * 5_000),
    ],
    ids=range(19),
)
def test_monsters_are_read_and_stay_as_they_are(path: Path, text: str) -> None:
    document = _read(path, text)
    renderings = [Rendering(segment, segment.text, RenderingOrigin.SOURCE) for segment in document.segments]
    assert article(document, renderings) == text.encode()


def test_a_table_that_the_parser_reads_in_part_twice_is_refused(path: Path) -> None:
    columns, rows = 1025, 257
    text = f"Eins\n\n{'|a' * columns}|\n{'|-' * columns}|\n" + "|b|\n" * rows
    with pytest.raises(L10nError, match=r"a\.md:261: the rows of a table lack too many cells"):
        markdown.read(text.encode(), path, lambda _: ())


def test_raw_html_is_read_as_html_and_its_code_is_not(path: Path) -> None:
    text = (
        '<div class="x">\n<p>Eins <b>fett</b>, 2*3*4.</p>\n<img alt="Bild" src="a.png">\n<pre>nein</pre>\n</div>\n\n'
        "<details>\n<summary>Mehr</summary>\n\nInhalt\n\n</details>\n"
    )
    assert _segments(path, text) == [
        ("paragraph", "Eins <b>fett</b>, 2\\*3\\*4."),
        ("alternative text", "Bild"),
        ("paragraph", "Mehr"),
        ("paragraph", "Inhalt"),
    ]
    built = _built(path, text, Eins="<b>Раз</b> & 2\\*3\\*4 < 5.", Bild='"Да"', Mehr="Ещё")
    assert built == text.replace("Eins <b>fett</b>, 2*3*4.", "<b>Раз</b> &amp; 2*3*4 &lt; 5.").replace(
        "Bild", "&quot;Да&quot;"
    ).replace("Mehr", "Ещё")


def test_a_text_begins_after_the_front_matter() -> None:
    data = codecs.BOM_UTF8 + b"---\ntitle: Eins\n---\nZwei\n"
    start, end = markdown.edges(data)
    assert data[start:end].strip() == b"Zwei"
    assert markdown.edges(b"Eins\n\n---\na: b\n---\n") == (0, 19)


def test_titles_of_definitions_are_texts(path: Path) -> None:
    text = "[A]: https://example.org 'Der *Titel* hier'\n\nEins [A][] und [B].\n\n[B]: <x>\n  (Zwei)\n[C]: y\n"
    assert _segments(path, text) == [
        ("title", "Der \\*Titel\\* hier"),
        ("paragraph", "Eins [A][A] und [B][B]."),
        ("title", "Zwei"),
    ]
    built = _built(path, text, Der="Это \"да\" 'нет'", Zwei="Два (2)")
    assert built == text.replace("Der *Titel* hier", "Это \\\"да\\\" \\'нет\\'").replace("(Zwei)", "(Два \\(2\\))")
    assert _segments(path, f"{text}<!-- l10n:off -->") == [("paragraph", "Eins [A][A] und [B][B].")]


def test_all_sentences_of_a_value_of_the_front_matter_are_written(path: Path) -> None:
    text = "---\ndescription: Eins ist da. Zwei ist da.\n---\nx\n"
    assert _built(path, text, Eins="Раз тут.", Zwei="Два тут.") == text.replace(
        "Eins ist da. Zwei ist da.", "Раз тут. Два тут."
    )
    assert "Eins ist da. Два тут." in _built(path, text, Zwei="Два тут.")
