"""What holds for every check and any texts: none raises, and what they say stays within the texts."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.catalogue.states import state
from l10n.checks import CatalogueView, Check, Hit, MultilingualSegment, checks, mended
from l10n.glossary import Glossary, Term
from l10n.languages import LANGUAGES
from l10n.model import Entry
from l10n.pairs.pair import Conventions, Pair, plain
from l10n.text.visible import FILLER
from tests.checks.words import without_groups, words

_WORDS = (
    "Das Haus ist groß.|Дом большой.|ev böyükdür|будинок |The house |DAS IST WICHTIG|der der |und |Kreml|Kiew|XIX|漢"
)
_LETTERS = "ƏİıßйёAаcс\u0301\u0306"
_NUMBERS = "1.234,50|1,234.5|3 Mio. |15.30 Uhr|03.10.2024|½|٣|9. Mai| May 9|%|100 %|5,5|'90"
_MARKS = "– | - | -- |...|…|..|,,| ,|„|“|”|«|»|\"|‚|‘|’|'|‹|›|(|)|[|]|{|}|\n|\t|\r"
_MARKUP = "<b>|</b>|<|>|&amp;|&amp|%s|%(name)s|{0}|{n, plural, one {x} other {y}}|%%|$x|#tag|@me|**|__|`|[a](b)|# |\\n"
_ADDRESSES = "https://a.de/b|a@b.de|a.de|www.a.b"
_UNSEEN = "\x00\x1b\u00a0\u202f\u200b\u00ad\ufeff\u2028\u200d\ue000\ud800\udfff"
_PIECES = ["  ", *_LETTERS, *_UNSEEN]
for row in (_WORDS, _NUMBERS, _MARKS, _MARKUP, _ADDRESSES):
    _PIECES += row.split("|")
TEXTS = st.lists(st.sampled_from(_PIECES) | st.characters(), max_size=12).map("".join)
"""Any Unicode, lone surrogates too, with much that checks look for."""
CODES = st.sampled_from([*LANGUAGES, "fr", "tr", "pt", "xx", ""])
FLAGS = st.lists(
    st.sampled_from(["fuzzy", "python-format", "c-format", "python-brace-format", "sh-format", "no-wrap", "x"]),
    max_size=3,
).map(tuple)
CONVENTIONS = st.none() | st.builds(
    Conventions, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.sampled_from([None, "", " ", "\u00a0"])
)
GLOSSARY = Glossary(
    (
        Term({"de": ("Kreml",), "en": ("Kremlin",), "ru": ("Кремль",)}),
        Term({"de": ("Kiew", "Kyjiw"), "uk": ("Київ",)}, {"en": ("Kiev",)}, case=False),
        Term(dict.fromkeys(LANGUAGES, ("der",))),
    )
)
PAIRS = st.builds(Pair, TEXTS, TEXTS, CODES, CODES, FLAGS, CONVENTIONS, st.sampled_from([None, GLOSSARY]))
PAIRWISE = {name: check for name, check in checks().items() if check.pair}


def _found(check: Check, pair: Pair) -> list[Hit]:
    return list(check.pair(pair)) if check.pair else []


def _is_sound(hit: Hit, source: str, target: str) -> None:
    assert hit.message
    for (start, end), text in ((hit.span, target), (hit.source_span, source)):
        assert 0 <= start <= end <= len(text)
    here = 0
    for start, end, _ in hit.edits:
        assert here <= start <= end <= len(target)
        here = end


@settings(max_examples=300)
@given(PAIRS)
def test_no_check_raises_and_what_it_says_lies_within_the_texts(pair: Pair) -> None:
    for check in PAIRWISE.values():
        for hit in _found(check, pair):
            if pair.target:  # of an empty one nobody asks: it is enough that nothing raises
                _is_sound(hit, pair.source, pair.target)


@pytest.mark.parametrize("piece", ["9", "9 Mio. ", "1.", "½", "٣", "(", "„", "\ud800", "<", "{", "a@", "漢"])
def test_no_check_raises_on_what_is_hardly_a_text(piece: str) -> None:
    text = piece * (5000 if piece == "9" else 200)
    for source, target, lang in ((text, "x", "en"), ("x", text, "ru"), (text, text[:-1], "fr")):
        for check in PAIRWISE.values():
            for hit in _found(check, Pair(source, target, "de", lang)):
                _is_sound(hit, source, target)


@settings(max_examples=200)
@given(TEXTS, TEXTS, CODES, CODES, FLAGS)
def test_a_check_says_the_same_whatever_others_have_asked_of_the_pair(
    source: str, target: str, one: str, other: str, flags: tuple[str, ...]
) -> None:
    shared = Pair(source, target, one, other, flags)
    for check in reversed(PAIRWISE.values()):
        assert _found(check, shared) == _found(check, Pair(source, target, one, other, flags))


@given(PAIRS)
@example(Pair("Das Haus", "das ist \ndas ist", "en", "de"))
@example(Pair("<b\nc>", "x", "de", "en"))
def test_what_a_check_says_is_one_line(pair: Pair) -> None:
    for check in PAIRWISE.values():
        for hit in _found(check, pair):
            assert len(hit.message.split("\n")) == 1


@settings(max_examples=200)
@given(PAIRS)
def test_a_repair_changes_something(pair: Pair) -> None:
    for check in PAIRWISE.values():
        for hit in _found(check, pair):
            assert mended(pair.target, hit.edits) != pair.target or not hit.edits


ENTRIES = st.builds(
    lambda key, msgid, text, forms, flags, comments: (
        Entry(msgid, text, key, flags, comments)
        if forms is None
        else Entry(msgid, "", key, flags, comments, msgid_plural=text, msgstr_plural=tuple(forms))
    ),
    st.none() | TEXTS,
    TEXTS,
    TEXTS,
    st.none() | st.lists(TEXTS, max_size=4),
    FLAGS,
    st.lists(TEXTS, max_size=1).map(tuple),
)
HEADERS = st.lists(
    st.tuples(st.sampled_from(["Language", "Content-Type", "Plural-Forms", "X-Source-Language", "x"]), TEXTS),
    max_size=4,
).map(tuple)


@settings(max_examples=200)
@given(HEADERS, FLAGS, st.lists(ENTRIES, max_size=4), CODES, CODES)
def test_no_check_of_a_whole_catalogue_raises(
    header: tuple[tuple[str, str], ...], flags: tuple[str, ...], entries: list[Entry], lang: str, source: str
) -> None:
    catalogue = CatalogueView(header, flags, entries, [state(entry) for entry in entries], lang, source)
    for check in checks().values():
        for index, hit in check.catalogue(catalogue) if check.catalogue else ():
            entry = Entry("") if index is None else entries[index]
            _is_sound(hit, entry.msgid, entry.msgstr)
        for entry in entries:
            for hit in check.entry(entry, state(entry), catalogue) if check.entry else ():
                _is_sound(hit, entry.msgid, entry.msgstr)


@settings(max_examples=200)
@given(TEXTS, CODES, st.dictionaries(CODES, TEXTS, max_size=4))
def test_no_comparison_of_languages_raises(source: str, code: str, targets: dict[str, str]) -> None:
    for check in checks().values():
        for lang, hit in check.languages(MultilingualSegment(source, code, targets)) if check.languages else ():
            _is_sound(hit, source, targets[lang])


@given(TEXTS, FLAGS)
def test_a_plain_text_is_as_long_as_the_text_and_differs_only_where_it_is_blanked_out(
    text: str, flags: tuple[str, ...]
) -> None:
    blank = plain(text, frozenset(text), flags)
    assert len(blank) == len(text)
    assert all(new in (old, FILLER) for old, new in zip(text, blank, strict=True))


def _edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """From right to left, so that places stay."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


@given(TEXTS, st.lists(st.integers(0, 100), max_size=8).map(sorted), TEXTS)
def test_edits_that_do_not_overlap_are_all_made(text: str, places: list[int], new: str) -> None:
    inside = [min(place, len(text)) for place in dict.fromkeys(places)]
    edits = [(start, end, new) for start, end in zip(inside[::2], inside[1::2], strict=False) if start < end]
    assert mended(text, edits) == mended(text, reversed(edits)) == _edited(text, edits)
    assert mended(text, []) == text


@given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), TEXTS), max_size=6))
def test_of_edits_that_overlap_the_first_is_made(text: str, places: list[tuple[int, int, str]]) -> None:
    edits = [(min(one, other, len(text)), min(max(one, other), len(text)), new) for one, other, new in places]
    kept: list[tuple[int, int, str]] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    parts, here = "", 0
    for start, end, new in kept:
        parts, here = parts + text[here:start] + new, end
    assert mended(text, edits) == parts + text[here:]


_HIDDEN = "\u200b\u00ad\u2060\ufeff\u200c\u200d\u200e\u202a\u2066\u061c\x00\x07\x7f\x9f\ud800\u0301\u0306"
_WHITE = "\u00a0\u202f\u2009\u3000\u2028\u2029\x85\x0b\x0c\r\x1c\x1f \n\t"
_SIGNS = "_|-|--| - |...|…|,|.|;|!| ,| .|( | )|\"|“|„|«|'|’|%| %|\\|(|<b>|%s|&nbsp;|  "
_SAMPLES = "раз|Два|три|one|Two|и|й|C|Ə|i|5|1.234,5|3,5|12 345|می|漢|ก|x̄"
GLUED = st.lists(st.sampled_from([*_HIDDEN, *_WHITE, *_SIGNS.split("|"), *_SAMPLES.split("|")]), max_size=12).map(
    "".join
)
"""Words with all that may stand between them, one thing or several."""
SAFE = {name: check for name, check in PAIRWISE.items() if check.safe}


@settings(max_examples=500)
@given(GLUED | TEXTS, GLUED | TEXTS, CODES, CODES, CONVENTIONS)
@example("Eins, zwei.", "раз\u2028два.", "de", "ru", None)
@example("Eins, zwei.", "раз\u200e\u200bдва.", "de", "ru", None)
def test_no_safe_repair_glues_or_splits_words(
    source: str, target: str, one: str, other: str, custom: Conventions | None
) -> None:
    pair = Pair(source, target, one, other, (), custom)
    for name, check in SAFE.items():
        hits = _found(check, pair)
        wanted = without_groups if name == "number-format" else words
        for hit in hits:
            assert wanted(mended(target, hit.edits)) == wanted(target), (name, hit)
        assert wanted(mended(target, [edit for hit in hits for edit in hit.edits])) == wanted(target), name


@settings(max_examples=500)
@given(GLUED | TEXTS, GLUED | TEXTS, CODES, CODES, CONVENTIONS)
def test_all_safe_repairs_in_sum_glue_and_split_no_words(
    source: str, target: str, one: str, other: str, custom: Conventions | None
) -> None:
    pair = Pair(source, target, one, other, (), custom)
    edits = [edit for check in SAFE.values() for hit in _found(check, pair) for edit in hit.edits]
    assert without_groups(mended(target, edits)) == without_groups(target)
