"""`l10n check --fix --fix-human` over whole catalogues: no text loses, glues or splits a word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.model import Catalogue, Draft, Entry, Leg
from tests.checks.words import without_groups
from tests.conftest import Run, examples

PO = Path("a.po")
MARKS = ("l10n-mt:", "l10n-reviewed:")
_HIDDEN = "\u200b\u00ad\u2060\ufeff\u200c\u200d\u200e\u202a\u2028\u2029\x85\x0b\x0c\r\x1c\x07\u0301\u0306\ufdd0\ufdd1"
_SIGNS = " |  |\u00a0|\n|\t|-|--| - |...|…|,|.|;|!| ,| .|( | )|\"|“|„|«|»|'|’|%| %|<b>|%s|/"
_WORDS = "раз|Два|три|one|Two|ein|Haus|и|C|i|5|1.234,5|3,5|12 345|می|漢"
_TEXTS = st.lists(st.sampled_from([*_HIDDEN, *_SIGNS.split("|"), *_WORDS.split("|")]), min_size=1, max_size=9).map(
    "".join
)
_IGNORED = ("control-characters", "spaces, quotes", "dashes (so)")
_IGNORES = st.sampled_from(["", *map("l10n-ignore: {}".format, _IGNORED)])


@st.composite
def _entries(draw: st.DrawFn) -> list[Entry]:
    """Drafts and people's texts, plural ones too, with and without signature and ignores."""
    return [_entry(draw, number) for number in range(draw(st.integers(1, 4)))]


def _entry(draw: st.DrawFn, number: int) -> Entry:
    comments = tuple(filter(None, ("ask Olga", draw(_IGNORES))))
    entry = Entry(f"{number} {draw(_TEXTS)}", comments=comments)
    forms = [f"{form}x" if form.isspace() else form for form in draw(st.lists(_TEXTS, min_size=3, max_size=3))]
    count = 3 if draw(st.booleans()) else 1
    if count == 3:
        entry = replace(entry, msgid_plural=f"{number} {draw(_TEXTS)}")
    if draw(st.booleans()):
        return drafted(entry, *(Draft("argos", (Leg("de-ru-1.0", form, -0.5),)) for form in forms[:count]))
    text = {"msgstr_plural": tuple(forms)} if count == 3 else {"msgstr": forms[0]}
    entry = replace(entry, **text)
    return sign(entry, "Anna", "2026-01-31") if draw(st.booleans()) else entry


@examples(40, thorough=80)
@given(_entries(), st.sampled_from(["ru", "uk", "az", "en"]))
@example([Entry("Eins", "\u00ad"), Entry("Zwei", msgid_plural="Zweien", msgstr_plural=("\ufeff", "два", "\x07"))], "ru")
@example([Entry("Eins, zwei.", "раз\u2028два.")], "ru")
@example([Entry("%d Satz", msgid_plural="%d Sätze", msgstr_plural=("раз\x85%d", "раз\ufdd1%d", "%d\x0bраз"))], "ru")
def test_fix_never_loses_glues_or_splits_a_word(run: Run, entries: list[Entry], language: str) -> None:
    po.write(PO, Catalogue(header("doc", language, "de", "2026-01-31 12:00+0000"), tuple(entries)))
    before = po.read(PO).entries
    run("check", PO, "--fix", "--fix-human", "--fail-on", "never")
    after = po.read(PO).entries
    assert len(after) == len(before)
    for old, new in zip(before, after, strict=True):
        assert (old.key, old.msgid_plural, len(old.texts)) == (new.key, new.msgid_plural, len(new.texts))
        assert [line for line in old.comments if not line.startswith(MARKS)] == [
            line for line in new.comments if not line.startswith(MARKS)
        ]
        for text, repaired in zip(old.texts, new.texts, strict=True):
            assert without_groups(repaired) == without_groups(text)
            assert repaired.count("%s") == text.count("%s")
        assert new == replace(old, line=new.line) or new.fuzzy


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        pytest.param("раз\u2028два.", "раз два.", id="a line separator"),
        pytest.param("раз\x0bдва.\x0c", "раз два.", id="vertical tab and form feed"),
        pytest.param("раз\u2028  два.", "раз два.", id="and spaces"),
        pytest.param("раз \u2028,два.", "раз, два.", id="beside a mark"),
    ],
)
def test_a_repair_of_peoples_texts_keeps_words_apart(run: Run, text: str, repaired: str) -> None:
    po.write(PO, Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"), (Entry("Eins, zwei.", text),)))
    run("check", PO, "--fix", "--fix-human", "--fail-on", "never")
    (entry,) = po.read(PO).entries
    assert (entry.msgstr, entry.fuzzy) == (repaired, True)
