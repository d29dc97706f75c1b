"""Hypothesis strategies for entries and catalogues."""

from __future__ import annotations

from hypothesis import strategies as st

from l10n.catalogue.header import header
from l10n.model import Catalogue, Entry

text = st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs", "Cc", "Cn"])
    | st.sampled_from('\n\t"\\\u2028\u2029\u0085\u00a0\u00ad\ufdd0\ufdd1„“#~|%'),
    max_size=30,
)
"""What may stand in a msgid or msgstr."""

line = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"]) | st.sampled_from(" \u2028\ufdd0\ufdd1"), min_size=1
).map(lambda value: " ".join(value.split()) or "x")
"""One line of a comment."""

comments = st.lists(line | st.just(""), max_size=3).map(tuple)
references = st.sampled_from([(), ("a.txt:1",), ("a.txt", "b c.txt:3")])
NO_COMMENTS: st.SearchStrategy[tuple[str, ...]] = st.just(())
flags = st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap"), ("python-format",)])
previous = st.sampled_from(
    [
        (),
        (("msgid", "alt"),),
        (("msgctxt", "c"), ("msgid", 'a\n"b"')),
        (("msgctxt", ""), ("msgid", "ein langer Satz, den jeder Editor umbricht, " * 4), ("msgid_plural", "\\")),
    ]
)
forms = st.lists(text, min_size=2, max_size=12).map(lambda texts: tuple(texts) if texts[0] else ("",) * len(texts))
"""For gettext an entry is untranslated if its first form is empty."""
plurals = st.none() | st.tuples(text.filter(bool), forms)


@st.composite
def entries(draw: st.DrawFn, obsolete: bool | None = None) -> Entry:
    """Any entry that a PO file can hold."""
    gone = draw(st.booleans()) if obsolete is None else obsolete
    msgid_plural, msgstr_plural = draw(plurals) or (None, ())
    if gone and not msgstr_plural[:1] > ("",):
        msgid_plural, msgstr_plural = None, ()
    return Entry(
        msgid=draw(text.filter(bool)),
        msgstr="" if msgid_plural else draw(text.filter(bool) if gone else text),  # msgcat drops obsolete ones without
        msgid_plural=msgid_plural,
        msgstr_plural=msgstr_plural,
        msgctxt=draw(st.none() | text.filter(bool)),
        flags=draw(flags),
        comments=draw(comments),
        extracted=() if gone else draw(comments),
        references=() if gone else draw(references),
        previous=draw(previous),
        obsolete=gone,
    )


@st.composite
def catalogues(draw: st.DrawFn, trailing: st.SearchStrategy[tuple[str, ...]] = NO_COMMENTS) -> Catalogue:
    """Any catalogue of ours: a full header with comments of all kinds, no key twice, obsolete entries last."""
    unique = draw(st.lists(entries(), unique_by=lambda entry: entry.key, max_size=5))
    ordered = sorted(unique, key=lambda entry: entry.obsolete)
    return Catalogue(
        header("doc", "ru", "de", "2026-01-31 12:00+0000"),
        tuple(ordered),
        draw(comments),
        extracted=draw(comments),
        references=draw(references),
        trailing=draw(trailing),
    )
