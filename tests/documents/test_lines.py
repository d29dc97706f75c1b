from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from l10n.documents.lines import line_start


@given(st.lists(st.sampled_from([b"a", b"\n", b"\r", b"\r\n", b"b" * 300])).map(b"".join), st.data())
def test_a_line_begins_after_the_last_end_of_one(data: bytes, draw: st.DataObject) -> None:
    position = draw.draw(st.integers(0, len(data)))
    assert line_start(data, position) == position - len(re.split(rb"[\r\n]", data[:position])[-1])
