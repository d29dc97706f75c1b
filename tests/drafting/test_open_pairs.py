"""Pairs that stay open over the slices of a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from l10n.drafting import open_pairs
from l10n.drafting.open_pairs import OpenPairs
from l10n.engines.pseudo import PseudoPair

PAIRS = (PseudoPair("de", "en"), PseudoPair("en", "ru"))


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []

    @contextmanager
    def opened(pair: PseudoPair, *_: Any) -> Iterator[object]:
        told.append(f"open {pair.target}")
        yield object()
        told.append(f"close {pair.target}")

    monkeypatch.setattr(open_pairs, "opened", opened)
    monkeypatch.setattr(open_pairs, "_is_room", lambda: True)
    return told


def ask(pairs: OpenPairs) -> None:
    for pair in (*PAIRS, *PAIRS):
        pairs.decoder(pair, 4)


def test_a_pair_is_opened_once_as_long_as_there_is_room(events: list[str]) -> None:
    with OpenPairs() as pairs:
        ask(pairs)
        assert events == ["open en", "open ru"]
    assert events[2:] == ["close en", "close ru"]


def test_of_the_last_slice_no_pair_is_kept_beside_the_one_at_work(events: list[str]) -> None:
    with OpenPairs() as pairs:
        pairs.keeps = False
        ask(pairs)
    assert events == ["open en", "close en", "open ru", "close ru"] * 2


def test_without_room_the_one_that_was_not_used_for_longest_is_closed(
    events: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with OpenPairs() as pairs:
        pairs.decoder(PAIRS[0], 4)
        monkeypatch.setattr(open_pairs, "_is_room", lambda: False)
        pairs.decoder(PAIRS[1], 4)
        assert events == ["open en", "close en", "open ru"]
