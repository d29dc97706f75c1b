"""Books as programs write them: EPUB 2 with NCX, EPUB 3 with a navigation page, pages in odd folders and orders."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from tests.documents.archive.archives import archive

XHTML = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"'
OLD_XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
    '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"'
)
CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
NCX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="de">
<head><meta name="dtb:uid" content="urn:x"/></head>
<docTitle><text>Das Haus</text></docTitle><docAuthor><text>Anna Muster</text></docAuthor>
<navMap><navPoint id="a" playOrder="1"><navLabel><text>Der Anfang &amp; mehr</text></navLabel>
<content src="text/a%20b.xhtml"/></navPoint></navMap></ncx>"""
NAV = (
    f'{XHTML} xmlns:epub="http://www.idpf.org/2007/ops" lang="de" xml:lang="de"><head><title>Inhalt</title></head>'
    '<body><nav epub:type="toc"><ol><li><a href="text/a%20b.xhtml">Der Anfang</a></li></ol></nav></body></html>'
)
FIRST = (
    f'{OLD_XHTML} xml:lang="de"><head><title>Anfang</title></head><body><h1>Der Anfang</h1>\n'
    '<p>Das Haus ist <em>groß</em>.<br/>Es ist alt.&nbsp;</p><p><img src="x.png" alt="Ein Haus" /></p></body></html>'
)
SECOND = f'{XHTML} lang="de"><head><title/></head><body><p>Ende\u00a0gut.</p><hr/><script src="x.js"/></body></html>'


def package(*, language: str = "de", spine: Sequence[str] = ("a", "b")) -> str:
    """The description of a book with two pages, in this order."""
    items = "".join(f'<itemref idref="{name}"/>' for name in spine)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x</dc:identifier>
<dc:title>Das Haus</dc:title><dc:creator>Anna Muster</dc:creator><dc:language>{language}</dc:language>
<dc:description>Ein Buch &lt;b&gt;über&lt;/b&gt; ein Haus.</dc:description>
<meta property="dcterms:modified">2026-11-30T12:00:00Z</meta></metadata>
<manifest><item id="a" href="text/a%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="t" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="i" href="x.png" media-type="image/png"/>
</manifest><spine toc="t">{items}</spine></package>"""


MEMBERS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/b.xhtml": SECOND,
    "OEBPS/text/a b.xhtml": FIRST,
    "OEBPS/book.opf": package(),
    "OEBPS/nav.xhtml": NAV,
    "OEBPS/toc.ncx": NCX,
    "OEBPS/x.png": "\x89PNG",
}


def book(changed: Mapping[str, str | bytes] | None = None, *, streamed: bool = False) -> bytes:
    """An EPUB with these members in place of the usual ones, or beside them."""
    contents = {
        name: content if isinstance(content, bytes) else content.encode()
        for name, content in {**MEMBERS, **(changed or {})}.items()
    }
    methods = (zipfile.ZIP_STORED, *[zipfile.ZIP_DEFLATED] * (len(contents) - 1))
    return archive(contents, methods, streamed=streamed)


_TEXTS = st.sampled_from(
    [
        *(
            "Das Haus ist groß. Es ist alt.",
            "Wirklich?",
            "Wort",
            "a &lt; b",
            "AT&amp;T &#8222;ja&#8220;",
            "„Ja!“",
            "&#160;",
        ),
        *(
            "<em>groß</em>",
            "<i>Ja</i>, <i class='x'>nein</i>",
            "<br/>",
            "<img src='a.png' alt='Ein Bild. Ja!'/>",
            "<a id='x'/>",
        ),
        *(
            "<span xml:lang='en'>Yes</span>",
            "<code>x()</code>",
            "<!-- nein -->",
            "<ruby>字<rt>ji</rt></ruby>",
            "{{x}}",
            "\n",
        ),
    ]
)
_BLOCKS = st.sampled_from(
    ["<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</li></ul>", "<td title='Ja'>{}</td>", "<div>{}<p/></div>", "{}"]
)


@st.composite
def _page(draw: st.DrawFn) -> str:
    head = draw(st.sampled_from([XHTML, OLD_XHTML, f"\ufeff{XHTML}"]))
    texts = draw(st.lists(st.lists(_TEXTS, min_size=1, max_size=3).map(" ".join), max_size=3))
    body = "\n".join(draw(_BLOCKS).format(text) for text in texts)
    return f"{head} lang='de'><head><title>Seite</title></head><body>{body}</body></html>"


@st.composite
def _books(draw: st.DrawFn) -> bytes:
    spine = draw(st.sampled_from([("a", "b"), ("b", "a"), ("a",), ("b", "n", "a"), ()]))
    pages: dict[str, str | bytes] = {"OEBPS/text/a b.xhtml": draw(_page()), "OEBPS/b.xhtml": draw(_page())}
    return book({**pages, "OEBPS/book.opf": package(spine=spine)}, streamed=draw(st.booleans()))


FILES = _books()
