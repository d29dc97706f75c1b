"""What of an HTML file is translated, what stays, and what is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from l10n.building import StructureError
from l10n.building.article import article
from l10n.documents import html, inline
from l10n.documents.html.blocks import blocks_of
from l10n.documents.html.writing import changes_of
from l10n.documents.splice import splice
from l10n.errors import L10nError
from l10n.model import Document, Segment
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.growing import grows_with_its_size


def _document(folder: Path, data: str | bytes) -> Document:
    path = folder / "a.html"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return extract(path, "de", folder)


def _segments(folder: Path, data: str) -> list[str]:
    return [segment.text for segment in _document(folder, data).segments]


def _written(document: Document, texts: dict[str, str], language: str | None = None) -> str:
    renderings = [
        Rendering(
            each,
            texts.get(each.text, each.text),
            RenderingOrigin.TRANSLATION if texts.get(each.text, "-") else RenderingOrigin.NOTHING,
        )
        for each in document.segments
    ]
    return article(document, renderings, language).decode()


@pytest.mark.parametrize(
    ("data", "segments"),
    [
        pytest.param("<p>Eins.\n  Zwei.", ["Eins.", "Zwei."], id="sentences"),
        pytest.param("<p>Eins\n  und <b>zwei</b>.", ["Eins und <b>zwei</b>."], id="white space"),
        pytest.param("<p><b>Eins</b></p>", ["Eins"], id="a pair around the whole"),
        pytest.param("<p><b><a href=x>Eins</a></b></p>", ["<a>Eins</a>"], id="a link around the whole"),
        pytest.param("<p><b>Eins</b> und <b>zwei</b></p>", ["<b>Eins</b> und <b>zwei</b>"], id="pairs at both ends"),
        pytest.param("<b><p>Eins</b> zwei</p>", ["Eins<x/> zwei"], id="an end tag of something before"),
        pytest.param("<a href=x><div>Eins</div></a>", ["Eins"], id="a link around a block"),
        pytest.param('<p>A <a href="1">b</a> <a href="2">c</a>', ["A <a1>b</a1> <a2>c</a2>"], id="two links"),
        pytest.param("<p>Eins<br>zwei<br><br>drei<br></p>", ["Eins<br>zwei", "drei"], id="line breaks"),
        pytest.param("<p>Mit <code>f(&lt;x&gt;)</code>.", ["Mit <code>f(&lt;x>)</code>."], id="code"),
        pytest.param("<p>Mit <svg><text>x</text></svg> Bild", ["Mit <x/> Bild"], id="a drawing"),
        pytest.param("<p>Eins<!-- nein --> zwei<!-- nein -->", ["Eins<x/> zwei"], id="comments"),
        pytest.param("<pre>nein</pre><script>nein</script>Ja<style>nein", ["Ja"], id="what is never translated"),
        pytest.param("<p>Ja, <span translate=no>ACME</span> auch", ["Ja, <x/> auch"], id="translate=no in a text"),
        pytest.param("<div translate=no>Nein<p translate=yes>Ja</p>Nein</div>Ja", ["Ja", "Ja"], id="translate=yes"),
        pytest.param("<!-- l10n:off --><p>Nein</p><!-- l10n:on --><p>Ja</p>", ["Ja"], id="off and on"),
        pytest.param("<p>Ja</p><!-- l10n:off --><p>Nein", ["Ja"], id="off to the end"),
        pytest.param("<ul><li>Eins<li>zwei</ul>drei", ["Eins", "zwei", "drei"], id="end tags that are left out"),
        pytest.param("<p>A&amp;B &lt;b> &amp;lt; &uuml;&copy 2020", ["A&B &lt;b> &amp;lt; ü© 2020"], id="references"),
        pytest.param("<title>A <b> c</title>", ["A &lt;b> c"], id="tags in a title are none"),
        pytest.param("<noscript>Ohne <b>Skript</b> los", ["Ohne <b>Skript</b> los"], id="noscript"),
        pytest.param("<select><option>Eins<option>zwei</select>", ["Eins", "zwei"], id="options"),
        pytest.param("<p>Und <b>weiter<p>Neu", ["Und <x/>weiter", "Neu"], id="a start tag without its end"),
        pytest.param("<p>•</p><p>&nbsp;</p><p>Ja", ["Ja"], id="no words"),
        pytest.param("Ja<a b='nein", ["Ja"], id="half a tag"),
        pytest.param("Ja </> und <code>nein", ["Ja <x1/> und <x2/>nein"], id="tags that are none"),
    ],
)
def test_texts_are_sentences_with_tags_without_attributes(tmp_path: Path, data: str, segments: list[str]) -> None:
    assert _segments(tmp_path, data) == segments


@pytest.mark.parametrize(
    ("data", "segments"),
    [
        pytest.param("<img alt='Ein Bild' title=Hinweis>", ["Ein Bild", "Hinweis"], id="a picture"),
        pytest.param("<p>A <img alt='Ein Bild'> b", ["A <img> b", "Ein Bild"], id="a picture in a text"),
        pytest.param("<input type=submit value=Los><input value=nein placeholder=ja>", ["Los", "ja"], id="fields"),
        pytest.param("<textarea placeholder=ja>nein</textarea>", ["ja"], id="a text field"),
        pytest.param("<meta name=description content=Ja><meta name=robots content=nein>", ["Ja"], id="metadata"),
        pytest.param("<meta property='og:title' content='Ja &amp; so'>", ["Ja & so"], id="metadata for networks"),
        pytest.param("<button aria-label='Zu'>×</button><p title=''>", ["Zu"], id="labels"),
        pytest.param("<link title=nein rel=stylesheet><track label=Ja>", ["Ja"], id="titles that are names"),
        pytest.param("<p translate=no title=nein>nein</p>Ja", ["Ja"], id="translate=no"),
        pytest.param("<p title='&copy=1 &copy; &copy'>", ["&copy=1 © ©"], id="references"),
    ],
)
def test_attributes_that_people_read_are_texts(tmp_path: Path, data: str, segments: list[str]) -> None:
    assert _segments(tmp_path, data) == segments


@pytest.mark.parametrize(
    "start", ['<?xml version="1.0"?>\n<html>', '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">']
)
def test_an_empty_element_of_xml_hides_nothing(tmp_path: Path, start: str) -> None:
    data = f'{start}<title/><script src="x.js"/><body>Eins <iframe src="y"/> zwei.<script>a < b</script><p/>Drei'
    document = _document(tmp_path, data)
    assert [segment.text for segment in document.segments] == ["Eins <x/> zwei.", "Drei"]
    texts = {"Eins <x/> zwei.": "Два <x/> один.", "Drei": "Три"}
    expected = data.replace("Eins", "Два").replace("zwei", "один").replace("Drei", "Три")
    assert _written(document, texts) == expected
    assert _segments(tmp_path, "<p>Eins</p><script/>Zwei") == ["Eins"]  # as in a browser


def test_both_tags_of_a_pair_that_are_kept_stand_each_in_its_place(tmp_path: Path) -> None:
    document = _document(tmp_path, "<p>Eins<code translate=yes><code>f</code></code> zwei</p>")
    text = "Eins<x1/><code>f</code><x2/> zwei"
    assert [segment.text for segment in document.segments] == [text]
    written = "<p>Eins<code translate=yes><code>f</code></code> drei</p>"
    assert _written(document, {text: text.replace("zwei", "drei")}) == written


def test_blocks_say_what_they_are_and_where(tmp_path: Path) -> None:
    document = _document(
        tmp_path,
        "<title>T</title>\r\n<h2>H</h2>\n<p>P\n<ul><li><p>L</p></ul>\r<table><caption>C</caption><td><div>Z</div>"
        "</table><button>B</button><img alt=A>\nNoch",
    )
    assert [f"{block.kind} {block.number} {block.level} {block.line}" for block in document.blocks] == [
        "title 1 0 1",
        "heading 1 2 2",
        "paragraph 1 0 3",
        "list item 1 0 4",
        "caption 1 0 5",
        "table cell 1 0 5",
        "field 1 0 5",
        "alternative text 1 0 5",
        "paragraph 2 0 6",
    ]


def test_tags_say_what_they_are(tmp_path: Path) -> None:
    document = _document(
        tmp_path, "<p>A <a href='x?a&amp;b'>b</a> <img src=p.png> <i class=k>c</i> <b>d</b><!-- e --> f"
    )
    assert document.segments[0].tags == (
        "<a> = link to x?a&b",
        "<img> = from p.png",
        "<i> = <i class=k>",
        "<x/> = kept as it is: <!-- e -->",
    )


@pytest.mark.parametrize(
    ("data", "texts", "written"),
    [
        pytest.param("<p>Eins  und\n zwei. Drei.", {"Drei.": "3."}, "<p>Eins  und\n zwei. 3.", id="the others stay"),
        pytest.param("<p>A", {"A": "a < b & <b>c</b>"}, "<p>a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;", id="escapes"),
        pytest.param("<p>A <B  id=x>b</b >", {"A <b>b</b>": "<b>c</b> d"}, "<p><B  id=x>c</b > d", id="tags move"),
        pytest.param(
            "<p>A <a href=1>b</a> <a href=2>c</a>",
            {"A <a1>b</a1> <a2>c</a2>": "<a2>d</a2> <a1>e</a1>"},
            "<p><a href=2>d</a> <a href=1>e</a>",
            id="by their numbers",
        ),
        pytest.param("<p>A&nbsp;b<p>C", {"C": "d\u00a0e"}, "<p>A&nbsp;b<p>d&nbsp;e", id="no-break spaces"),
        pytest.param("<p>C", {"C": "d\u00a0e"}, "<p>d\u00a0e", id="no-break spaces as they are"),
        pytest.param("<i title=A>b</i>", {"A": 'c "d"'}, '<i title="c &quot;d&quot;">b</i>', id="quotation marks"),
        pytest.param("<i title=' A'>b</i>", {"A": "c's"}, "<i title=' c&#39;s'>b</i>", id="single ones"),
        pytest.param(
            "<p>A <img alt=B> <b>c</b>",
            {"A <img> <b>c</b>": "<b>d</b> <img> e", "B": "f"},
            '<p><b>d</b> <img alt="f"> e',
            id="texts in tags that move",
        ),
        pytest.param("<p>A <img alt=B> c", {"B": "d e"}, '<p>A <img alt="d e"> c', id="texts in tags that stay"),
        pytest.param("<p>Er kam. Sie ging. Aus.", {"Er kam.": ""}, "<p>Sie ging. Aus.", id="the first left out"),
        pytest.param("<p>Er kam. Sie ging. Aus.", {"Sie ging.": ""}, "<p>Er kam. Aus.", id="the middle"),
        pytest.param("<p>Er kam. Sie ging. Aus.</p>", {"Sie ging.": "", "Aus.": ""}, "<p>Er kam.</p>", id="the last"),
        pytest.param("<p>\n Er kam.\n Er ging. </p><p>C", {"Er kam.": "", "Er ging.": ""}, "<p>\n  </p><p>C", id="all"),
    ],
)
def test_a_text_is_written_with_the_tags_of_the_source(
    tmp_path: Path, data: str, texts: dict[str, str], written: str
) -> None:
    assert _written(_document(tmp_path, data), texts) == written


@pytest.mark.parametrize("text", ["a b", "<b>a</b>", "<a>a<b>b</a></b>", "<a><b>b</b> a</a>", "<b>a</b><a1>b</a1>"])
def test_a_text_without_the_tags_of_its_source_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(StructureError):
        _written(_document(tmp_path, "<p><b>A</b> <a href=x>b</a>"), {"<b>A</b> <a>b</a>": text})


@pytest.mark.parametrize(
    ("data", "target", "written"),
    [
        ('<html lang="de"><p>A', "ru", '<html lang="ru"><p>A'),
        ("<html xml:lang='de-AT' lang=DE_de><p>A", "uk", "<html xml:lang='uk' lang=uk><p>A"),
        ("<p lang=en>A <i lang=de>b</i> <a hreflang=de>c", "ru", "<p lang=en>A <i lang=ru>b</i> <a hreflang=ru>c"),
        ("<link rel=alternate hreflang=de><p>A", "ru", "<link rel=alternate hreflang=de><p>A"),
        ("<html lang=de><p>A", "ar", '<html dir="rtl" lang=ar><p>A'),
        ("<html lang=de dir=ltr><p>A", "fa", "<html lang=fa dir=rtl><p>A"),
        ("<html lang=''><p>A", "ru", "<html lang=''><p>A"),
    ],
)
def test_the_file_names_its_new_language(tmp_path: Path, data: str, target: str, written: str) -> None:
    document = _document(tmp_path, data)
    assert _written(document, {}, target) == written
    assert _written(document, {}) == data


def test_a_language_in_a_tag_that_moves_is_named_too(tmp_path: Path) -> None:
    document = _document(tmp_path, "<p>A <i lang=de title=b>c</i>")
    assert _written(document, {"A <i>c</i>": "<i>d</i> e"}, "ru") == "<p><i lang=ru title=b>d</i> e"


@pytest.mark.parametrize(
    ("data", "written"),
    [
        (b"\xef\xbb\xbf<p>Gr\xc3\xb6\xc3\x9fe", b"\xef\xbb\xbf<p>\xd1\x8f \xe2\x82\xac"),
        (b"<meta charset=latin1><p>Gr\xf6\xdfe", b"<meta charset=latin1><p>&#1103; \x80"),
        (b"<?xml version='1.0' encoding='koi8-r'?><p>Gr&ouml;&szlig;e", None),
        (codecs.BOM_UTF16_BE + "<p>Größe".encode("utf-16-be"), codecs.BOM_UTF16_BE + "<p>я €".encode("utf-16-be")),
        (b"<meta name=description content='charset=x'><meta charset='UTF8'><p>Gr\xc3\xb6\xc3\x9fe", None),
    ],
)
def test_a_file_stays_in_its_charset(tmp_path: Path, data: bytes, written: bytes | None) -> None:
    document = _document(tmp_path, data)
    texts = {"Größe": "я €"}
    renderings = [
        Rendering(each, texts.get(each.text, each.text), RenderingOrigin.TRANSLATION) for each in document.segments
    ]
    result = article(document, renderings)
    assert written in {None, result}
    (tmp_path / "b.html").write_bytes(result)
    assert extract(tmp_path / "b.html", "de", tmp_path).segments[-1].text == "я €"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\n<p>Gr\xf6\xdfe", "2: not utf-8 text (byte 0xf6)"),
        (b"<p>\nA\0", "2: looks binary (character U+0000)"),
        (b"<html>\n<meta charset=klingon><p>A", "2: unknown charset 'klingon'"),
        (b"<meta charset=utf-7><p>A", "1: unknown charset 'utf-7'"),
        (
            b"\xef\xbb\xbf\n<meta charset=latin1><p>A",
            "2: charset 'latin1' contradicts what was said before: utf-8",
        ),
        (b"", " is empty"),
        (b" \n", " is empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(L10nError) as error:
        _document(tmp_path, data)
    assert error.value.message == f"{tmp_path / 'a.html'}:{message}"
    assert error.value.hint


def test_the_skeleton_is_the_same_wherever_tags_are_in_their_text_and_whatever_the_words() -> None:
    skeleton = html.skeleton(b"<p class=k title='a'>A <b>b <i>c</i></b> <br> d</p>")
    assert skeleton == html.skeleton(b"<p class=k title='x'>X <br> <b><i>y</i> z</b></p>")
    for other in ("<b>b</b> <i>c</i><br>", "<b>b <i>c</i></b>", "<b>b <i>c<br></i></b>", "<b>b <i id=x>c</i></b><br>"):
        assert skeleton != html.skeleton(f"<p class=k title='a'>A {other} d</p>".encode())


def test_deep_and_endless_files_are_read() -> None:
    nested = ("<div>" * 10_000 + "A", "A" + "<b>" * 10_000, "A" + "<noscript>" * 2_000)
    for data in (*nested, "A" + "<" * 1_000_000, "A" + "&" * 1_000_000):
        assert html.read(data.encode(), Path("a.html"), lambda text: [(0, len(text))]).blocks
        assert html.skeleton(data.encode()) == html.skeleton(data.replace("A", "B").encode())


def test_each_of_many_sentences_of_a_paragraph_keeps_its_own_tags(tmp_path: Path) -> None:
    sentence = "<a href=%d>Ein Satz</a> ist <b>da</b>. "
    text = f"<p>{''.join(sentence % number for number in range(1_500)).strip()}"
    document = _document(tmp_path, text.encode())
    renderings = [
        Rendering(segment, segment.text.replace("Satz", "слово"), RenderingOrigin.TRANSLATION)
        for segment in document.segments
    ]
    assert len(renderings) == 1_500
    assert article(document, renderings).decode() == text.replace("Satz", "слово")


def test_html_within_a_file_of_another_format_is_read_and_written_where_it_stands() -> None:
    before, text = "Größe\n\n", "<div title='Über'>Größe <b>da</b>.</div>"
    data = f"{before}{text}\n\nEnde".encode()
    blocks = blocks_of(text, start=len(before.encode()), offset=len(before), line=3)
    assert [(block.offset - len(before), block.line) for block in blocks] == [(text.index("Über"), 3), (18, 3)]
    assert [data[block.start : block.end].decode() for block in blocks] == ["Über", "Größe <b>da</b>."]
    cut = [block._replace(segments=(Segment(block.text, 0, len(block.text), block.line),)) for block in blocks]
    renderings = [
        [Rendering(block.segments[0], text, RenderingOrigin.TRANSLATION)]
        for block, text in zip(cut, ("a", "<b>b</b> c"), strict=True)
    ]
    changes = changes_of(data, zip(cut, renderings, strict=True), inline.named("tags"))
    assert splice(data, changes, html.encode).decode() == f"{before}<div title='a'><b>b</b> c</div>\n\nEnde"


def test_attributes_of_one_name_in_one_tag_take_no_square_of_their_number() -> None:
    def step(size: int) -> None:
        assert not blocks_of(f"<meta {'content=a ' * size}><input {'value=a ' * size}>")

    assert grows_with_its_size(step, 50)
