"""What counts as lost: a text of people that stands nowhere, whole or in parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.errors import RefusalError
from l10n.model import Draft, Entry, Leg
from l10n.updating.losses import lost, refuse
from tests.catalogue.strategies import entries, text

A = Entry("a", "Дом стоит. Сад цветёт.")


@pytest.mark.parametrize(
    ("texts", "is_lost"),
    [
        pytest.param(["Дом стоит. Сад цветёт."], False, id="as it was"),
        pytest.param(["Вчера. Дом стоит. Сад цветёт. Да."], False, id="joined with others"),
        pytest.param(["Дом стоит.", "Сад цветёт."], False, id="split"),
        pytest.param(["Дом стоит.  Сад\nцветёт!"], False, id="other white space and end mark"),
        pytest.param(["Сад цветёт.", "Дом стоит."], True, id="in another order"),
        pytest.param(["Дом стоит."], True, id="half of it"),
        pytest.param(["Садик цветёт. Дом стоит. Сад цветёт"], False, id="whole words"),
        pytest.param(["Дом стоит. Сад цветёте."], True, id="part of a word"),
        pytest.param([""], True, id="nothing"),
    ],
)
def test_a_text_is_kept_as_long_as_its_words_stand_somewhere_in_their_order(texts: list[str], is_lost: bool) -> None:
    assert bool(lost([A], [Entry("b", one) for one in texts])) is is_lost


def test_numbers_may_change_in_a_text_that_the_merge_has_made_and_in_no_other() -> None:
    old = [Entry("38", "38 человек."), Entry("39", "39 человек.")]
    assert not lost(old[:1], [Entry("40", "40 человек.")])
    assert lost(old, old[1:]) == old[:1]


def test_an_obsolete_text_is_somewhere_a_draft_is_nobodys() -> None:
    draft = drafted(Entry("b"), Draft("argos", (Leg("de-ru-1.0", "Черновик", 0.0),)))
    assert not lost([A, draft], [Entry("a", A.msgstr, obsolete=True)])


@given(st.lists(entries()))
def test_what_is_all_there_is_not_lost(some: list[Entry]) -> None:
    assert not lost(some, some)


@given(st.lists(text, unique=True, min_size=1, max_size=4), st.data())
def test_joined_in_any_neighbourhood_nothing_is_lost(texts: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(texts)))
    joined = [" ".join(texts[:cut]), " ".join(texts[cut:])]
    missing = lost([Entry("x", one) for one in texts], [Entry("y", one) for one in joined])
    assert all(not any(map(str.isalnum, entry.msgstr)) for entry in missing), "marks alone may not be found again"


def _refused(old: Sequence[Entry], pruned: Sequence[Entry]) -> bool:
    try:
        refuse(Path("a.po"), old, lost(old, [one for one in old if one not in pruned]), pruned)
    except RefusalError:
        return True
    return False


def test_pruning_may_drop_two_texts_or_a_tenth_and_not_more() -> None:
    few = [Entry(f"{number}", f"Текст {number}") for number in range(10)]
    many = [Entry(f"{number}", f"Текст {number}") for number in range(50)]
    assert [_refused(few, few[:count]) for count in (1, 2, 3)] == [False, False, True]
    assert [_refused(many, many[:count]) for count in (5, 6)] == [False, True]
