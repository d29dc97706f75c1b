"""Articles as people write and programs save them: a paragraph a line or hard-wrapped, with repeated sentences."""

from __future__ import annotations

import codecs
from textwrap import fill, indent

from hypothesis import strategies as st

MARKS = st.sampled_from(
    [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE]
)
SENTENCES = (
    "Die Brücke über den Fluss bleibt bis zum Herbst gesperrt, weil die Prüfer neue Risse im Beton gefunden haben.",
    "Wer in die Altstadt will, muss den langen Umweg über das Wehr nehmen.",
    "„Das ist bitter“, sagte der Bürgermeister – und bat um Geduld.",
    "Am 3.\u00a0Mai kommen 1.200\u00a0Leute, z.\u202fB. aus https://www.beispiel.de/eine/sehr/lange/adresse?mit=allem.",
    "Warum?",
    "Ja!",
    "Die Händler am Ufer fürchten trotzdem um ihr Geschäft, denn viele Kunden kommen seit Tagen nicht mehr.",
    'Ein "Zitat" mit \\n, %s und <b>Tags</b> & | Strichen…',
    "Zeile\u2028getrennt und\u0085noch einmal.",
)
_PROSE = " ".join(SENTENCES[:3])
BLOCKS = (
    *("Brücke gesperrt", "Titel\n=====", "== Kapitel ==", "***", "-- ", _PROSE, fill(_PROSE, 66), fill(_PROSE, 44)),
    *("- Brot,\n- Butter und\n- Salz.", "1. 40 g Zucker\n2. 2 TL Salz\n   und Pfeffer", "a) Brot\n\nb) Butter"),
    fill(_PROSE, 60, initial_indent="  * ", subsequent_indent="    ") + "\n    - Salz",
    "Bauamt der Stadt\nAm Markt 1\n12345 Musterstadt\nTelefon: 0123 456-789",
    "Der Abend kommt, das Wasser schweigt,\nein Boot liegt still am Steg.\nWer heute noch zur Insel steigt,\nder geht.",
    *(
        "Ware     Preis\nBrot     2,50 Euro\nSalz        1 Euro",
        "Name\tAlter\nAnna\t33",
        "| Tag | Essen |\n|---|---|\n| Mo | Fisch |",
    ),
    *("Der Bau ....... 3\nDas Ende ...... 4", "Zutaten:", "Ja!"),
)
SPACES = st.sampled_from([" ", " ", " ", "  ", "\u00a0", "\t", "\u2028", "\f", "\v"])
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A paragraph a line, blank lines and odd white space wherever they can be."""
    spaced = st.tuples(st.sampled_from(SENTENCES) | st.just("Brücke gesperrt"), SPACES).map("".join)
    line = st.lists(spaced, min_size=1, max_size=4).map("".join)
    margin = st.sampled_from(["", "", "  ", "\t", "\u3000", "\f"])
    whole = st.tuples(margin, line, st.sampled_from(["", " ", " \t"])).map("".join)
    blank = st.sampled_from(["", "", "  ", "\f"])
    rows = draw(st.lists(whole | blank, min_size=1, max_size=8))
    mixed = draw(st.booleans())
    usual = draw(BREAKS)
    return "".join(row + (draw(BREAKS) if mixed else usual) for row in rows) + draw(st.sampled_from(["", "Ende"]))


@st.composite
def hard_wrapped(draw: st.DrawFn) -> str:
    """Paragraphs of lines of one width, between blank lines; some indented."""
    width, end = draw(st.integers(45, 90)), draw(BREAKS)
    blocks = draw(st.lists(st.lists(st.sampled_from(SENTENCES[:4]), min_size=2, max_size=6), min_size=2, max_size=6))
    indent = draw(st.sampled_from(["", "", "  ", "\t"]))
    first = draw(st.sampled_from(["", indent, "    "]))
    filled = [
        fill(" ".join(block), width, initial_indent=first, subsequent_indent=indent, expand_tabs=False)
        if draw(st.integers(0, 5))
        else "Ein Titel"
        for block in blocks
    ]
    gap = draw(st.sampled_from(["\n\n", "\n\n\n", "\n  \n"]))
    return (gap.join(filled) + draw(st.sampled_from(["", "\n", "\n\n"]))).replace("\n", end)


@st.composite
def structured(draw: st.DrawFn) -> str:
    """Blocks of all kinds, some quoted, some without a blank line between them."""
    end = draw(BREAKS)
    blocks = draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=5))
    gaps = [draw(st.sampled_from(["\n\n", "\n\n", "\n", "\n \n\n"])) for _ in blocks]
    quotes = [draw(st.sampled_from(["", "", "", "> ", ">> ", "> > "])) for _ in blocks]
    quoted = [indent(block, quote, lambda _: True) for block, quote in zip(blocks, quotes, strict=True)]
    return "".join(map("".join, zip(quoted, gaps, strict=True))).replace("\n", end)


unmarked = st.one_of(lines(), hard_wrapped(), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
articles = unmarked | structured()
