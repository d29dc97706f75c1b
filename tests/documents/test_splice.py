"""Other texts in some spans of a file, and every other byte as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents.splice import Change, cut, splice


def _encode(text: str, before: memoryview, after: memoryview) -> bytes:
    return f"<{bytes(before[-1:]).decode()}{text}{bytes(after[:1]).decode()}>".encode()


def test_what_is_written_depends_on_what_stands_around() -> None:
    assert splice(b"abcdef", [Change(0, 1, "x"), Change(1, 3, "y"), Change(6, 6, "z")], _encode) == b"<xb><ayd>def<fz>"


@given(st.binary(), st.data())
def test_every_byte_outside_of_the_changes_is_copied(file: bytes, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.lists(st.integers(0, len(file)), max_size=8)))
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    changes = [Change(start, end, "x") for start, end in spans]
    built = splice(file, changes, lambda text, *_: text.encode())
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(file)]
    assert built == b"x".join(file[end:start] for end, start in zip(ends, starts, strict=True))


@given(st.binary(min_size=1), st.data())
def test_parts_are_the_file_and_begin_where_they_are_told_to(file: bytes, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.lists(st.integers(0, len(file)), max_size=8)))
    changes = [Change(start, end, "x") for start, end in zip(edges[::2], edges[1::2], strict=False)]
    positions = sorted(data.draw(st.lists(st.integers(0, len(file)), max_size=4)))
    parts = cut(file, changes, lambda text, *_: text.encode(), positions)
    assert len(parts) == len(positions) + 1
    assert b"".join(parts) == splice(file, changes, lambda text, *_: text.encode())
    for number, position in enumerate(positions, 1):
        done = [change for change in changes if change.start < position]
        end = max([position, *(change.end for change in done)])
        assert b"".join(parts[:number]) == splice(file[:end], done, lambda text, *_: text.encode())


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([Change(2, 3, ""), Change(0, 1, "")], id="in another order"),
        pytest.param([Change(0, 2, ""), Change(1, 3, "")], id="overlapping"),
        pytest.param([Change(2, 1, "")], id="backwards"),
        pytest.param([Change(2, 4, "")], id="after the end"),
        pytest.param([Change(-1, 1, "")], id="before the beginning"),
    ],
)
def test_changes_that_cannot_be_made_are_a_bug(changes: list[Change]) -> None:
    with pytest.raises(ValueError, match="no change after byte"):
        splice(b"abc", changes, _encode)
