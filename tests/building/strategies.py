"""Articles as people write and programs save them: a paragraph a line or hard-wrapped, with repeated sentences."""

from __future__ import annotations

import codecs
from textwrap import fill

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


articles = st.one_of(lines(), hard_wrapped(), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
