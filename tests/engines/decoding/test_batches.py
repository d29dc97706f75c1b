"""Batches: every text once, none too large, every worker with something to do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from l10n.engines.decoding.batches import batches
from l10n.engines.decoding.hardware import hardware
from l10n.model.device import Device

LIMIT = hardware(Device.CPU).batch
LENGTHS = st.lists(st.integers(1, 300), max_size=80)
WORKERS = st.integers(1, 8)


@given(LENGTHS, WORKERS, st.data())
def test_every_text_is_in_one_batch(lengths: list[int], workers: int, data: st.DataObject) -> None:
    wanted = data.draw(st.lists(st.sampled_from(range(len(lengths))), unique=True) if lengths else st.just([]))

    assert sorted(index for batch in batches(wanted, lengths, workers, LIMIT) for index in batch) == sorted(wanted)


@given(LENGTHS, WORKERS)
def test_a_batch_has_its_limit_unless_it_is_a_single_text(lengths: list[int], workers: int) -> None:
    for batch in batches(range(len(lengths)), lengths, workers, LIMIT):
        assert max(lengths[index] for index in batch) * len(batch) <= 2 * LIMIT or len(batch) == 1


@given(LENGTHS, WORKERS)
def test_the_longest_texts_come_first(lengths: list[int], workers: int) -> None:
    order = [lengths[index] for batch in batches(range(len(lengths)), lengths, workers, LIMIT) for index in batch]

    assert order == sorted(order, reverse=True)


def test_of_few_texts_each_worker_has_one_batch() -> None:
    """With one size for all works it was a full batch, another and a small rest."""
    lengths = [21] * 5 + [12] * 20 + [6] * 46

    assert [len(batches(range(71), lengths, workers, LIMIT)) for workers in (2, 3, 4)] == [2, 3, 4]


@given(st.lists(st.integers(5, 60), min_size=40, max_size=160), st.integers(2, 6))
def test_of_some_texts_no_worker_has_a_batch_more_than_another(lengths: list[int], workers: int) -> None:
    """Five batches for two workers left one of them idle for a tenth of the time."""
    count = len(batches(range(len(lengths)), lengths, workers, LIMIT))

    assert count % workers == 0 or count > 4 * workers


def test_many_texts_fill_their_batches() -> None:
    found = batches(range(1000), [16] * 1000, 2, LIMIT)

    assert {len(batch) for batch in found[:-1]} == {LIMIT // 16}
