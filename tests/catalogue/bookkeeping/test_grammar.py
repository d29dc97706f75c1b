from __future__ import annotations

import re

import pytest

from l10n.catalogue.bookkeeping.grammar import undone
from l10n.catalogue.bookkeeping.reading import ours, read
from l10n.catalogue.bookkeeping.record import NOTHING
from tests.growing import takes_time_with_its_size
from tests.source_code import ROOT, modules, strings

ROOM = "catalogue/bookkeeping"
LINES = (
    "l10n-pivot: The English text. ¶",
    "l10n-lost: https://example.org ¶",
    "l10n-changed: 38 → 39 ¶",
    "l10n-diff: [-38-] {+39+} ¶",
    'l10n-rejected: Anna Muster 2026-01-31: "ist" is missing ¶',
    "l10n-reviewed: Anna Muster 2026-01-31 h=ab12cd34",
    "l10n-was: accepted s=1a2b3c4d h=ab12cd34",
    "l10n-mt: argos de-en-1.0 s=1a2b3c4d h=ab12cd34",
    "l10n-tm: 92% reviewed s=1a2b3c4d h=ab12cd34",
    "l10n-ignore: numbers (why)",
)
GRAMMAR = re.compile(rf"(?:{'|'.join(line.partition(':')[0] for line in LINES)})(?![\w-])|l10n-(?!\w)")


def grammar_in(text: str) -> bool:
    return GRAMMAR.search(text) is not None


@pytest.mark.parametrize("line", LINES)
def test_the_lines_that_this_test_looks_for_are_those_of_the_record(line: str) -> None:
    record = read((line,))
    assert record != NOTHING
    assert record.notes == ((line,) if line.startswith("l10n-ignore") else ())
    assert ours(line) is not line.startswith("l10n-ignore")


def test_no_other_module_knows_the_grammar_of_our_comments() -> None:
    known = [
        f"{path.relative_to(ROOT)}:{line}" for path in modules(ROOM) for line, text in strings(path) if grammar_in(text)
    ]
    assert known == []


def test_the_search_sees_the_grammar_where_it_is() -> None:
    assert any(grammar_in(text) for path in (ROOT / ROOM).glob("*.py") for _, text in strings(path))
    assert not grammar_in("l10n-review-patch")


@pytest.mark.parametrize(
    ("diff", "old"),
    [
        ("Das [-alte-] {+neue+} Haus", "Das alte  Haus"),
        ("[-a {+ b-] c+} {+d", "a {+ b c+} {+d"),
        ("{+a [-b-] c+}[-d", "[-d"),
        ("{+}[-]+}", ""),
    ],
)
def test_the_old_text_is_told_by_the_words_of_both(diff: str, old: str) -> None:
    assert undone(diff) == old


@pytest.mark.parametrize("piece", ["[-", "{+", "{+[-", "[-a-]{+"])
def test_marks_without_an_end_are_words(piece: str) -> None:
    assert takes_time_with_its_size(lambda size: undone(piece * size), 5_000)
