"""Our JSON is what Python's own module writes with an indent, but for characters that nobody can see."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from l10n.reports.characters import HIDDEN, whole
from l10n.reports.serial import dump

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3) | st.tuples(inner, inner),
    max_leaves=12,
)


@given(value=VALUES)
def test_json_is_laid_out_as_the_standard_library_does(value: object) -> None:
    out = io.StringIO()
    dump(value, out)
    wanted = whole(json.dumps(value, ensure_ascii=False, indent=2))
    assert HIDDEN.sub("", out.getvalue()) == out.getvalue()
    assert json.loads(out.getvalue()) == json.loads(wanted)
    if not HIDDEN.search(wanted):
        assert out.getvalue() == wanted + "\n"


@given(st.lists(VALUES, max_size=4))
def test_what_comes_one_by_one_is_an_array(values: list[object]) -> None:
    outs = io.StringIO(), io.StringIO()
    dump([{"values": values}], outs[0])
    dump([{"values": iter(values)}], outs[1])
    assert outs[0].getvalue() == outs[1].getvalue()
