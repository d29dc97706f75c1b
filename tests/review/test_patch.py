"""Patches: what is written is read again, and whatever else comes is named in one line."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.review import ReviewVerdict
from l10n.review.patch import Patch, ReviewDecision, dumps, loads, read

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
HASH = st.text("0123456789abcdef", min_size=8, max_size=8)
DECISIONS = st.builds(
    ReviewDecision,
    TEXT,
    TEXT,
    TEXT,
    HASH,
    HASH,
    st.sampled_from(ReviewVerdict),
    st.none() | st.lists(TEXT, min_size=1).map(tuple),
    TEXT, TEXT, TEXT, st.lists(TEXT).map(tuple),
)  # fmt: skip
PATCHES = st.builds(Patch, TEXT, st.just("2026-01-31T12:00:00Z"), st.lists(DECISIONS).map(tuple), TEXT)

ENTRY: dict[str, Any] = {
    "catalogue": "ru/a.po",
    "document": "a",
    "language": "ru",
    "key": "0123abcd",
    "old": "0123abcd",
    "verdict": "approve",
    "texts": None,
    "note": "",
    "source": "Haus",
}
PATCH: dict[str, Any] = {
    "format": "l10n-review-patch",
    "version": 1,
    "page": "0123abcd",
    "reviewer": "Anna",
    "made": "2026-01-31T12:00:00.000Z",
    "entries": [ENTRY],
}


@given(PATCHES)
def test_a_patch_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, patch: Patch) -> None:
    path = tmp_path_factory.mktemp("patch") / "a.json"

    path.write_bytes(dumps(patch))

    assert read(path) == patch


def test_the_page_s_own_form_is_read() -> None:
    patch = loads(json.dumps(PATCH).encode(), "a.json")

    approval = ReviewDecision("ru/a.po", "a", "ru", "0123abcd", "0123abcd", ReviewVerdict.APPROVE, source="Haus")
    assert patch.decisions == (approval,)


def test_a_source_cut_within_a_surrogate_pair_does_no_harm() -> None:
    entry = {**ENTRY, "source": "Haus \ud83d"}

    assert loads(json.dumps({**PATCH, "entries": [entry]}).encode(), "a.json").decisions


def test_an_approval_may_say_what_it_was_confirmed_against() -> None:
    entries = [{**ENTRY, "despite": despite} for despite in (["outdated", "numbers"], [], None)]

    patch = loads(json.dumps({**PATCH, "entries": entries}).encode(), "a.json")

    assert [one.despite for one in patch.decisions] == [("outdated", "numbers"), (), ()]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"format": "other"}, "is no review patch", id="format"),
        pytest.param({"version": 2}, "has version 2, this l10n reads 1", id="version"),
        pytest.param({"made": "yesterday"}, "'made' is no time: 'yesterday'", id="made"),
        pytest.param({"made": "2026-13-31"}, "'made' is no time", id="month"),
        pytest.param({"reviewer": None}, "reviewer must be text", id="reviewer"),
        pytest.param({"entries": {}}, "'entries' must be a list", id="entries"),
        pytest.param({"entries": [1]}, "entries[0] must be an object", id="entry"),
        pytest.param({"entries": [{**ENTRY, "verdict": "accept"}]}, "entries[0].verdict is 'accept'", id="verdict"),
        pytest.param({"entries": [{**ENTRY, "key": "x"}]}, "entries[0].key must be eight hexadecimal", id="key"),
        pytest.param({"entries": [ENTRY, {**ENTRY, "texts": [1]}]}, "entries[1].texts must be a list", id="texts"),
        pytest.param({"entries": [{**ENTRY, "texts": []}]}, "entries[0].texts must be a list", id="no-text"),
        pytest.param({"entries": [{**ENTRY, "texts": ["\ud800"]}]}, "entries[0].texts must be", id="surrogate"),
        pytest.param({"entries": [{**ENTRY, "despite": True}]}, "entries[0].despite must be a list", id="despite"),
        pytest.param({"entries": [{**ENTRY, "despite": [7]}]}, "entries[0].despite must be a list", id="despite-7"),
        pytest.param({"entries": [{**ENTRY, "note": "\ud800"}]}, "entries[0].note has half", id="surrogate-note"),
        pytest.param({"entries": [{**ENTRY, "catalogue": 7}]}, "entries[0].catalogue must be text", id="catalogue"),
    ],
)
def test_what_is_no_patch_is_named(change: dict[str, Any], told: str) -> None:
    with pytest.raises(L10nError) as caught:
        loads(json.dumps({**PATCH, **change}).encode(), "a.json")

    assert caught.value.message.startswith(f"a.json: {told}")
    assert caught.value.hint


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"[" * 100_000], ids=range(6))
def test_what_is_no_json_is_named(data: bytes) -> None:
    with pytest.raises(L10nError, match=r"^a\.json: "):
        loads(data, "a.json")


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner) | st.dictionaries(st.sampled_from([*PATCH, *ENTRY]), inner)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), _nested))
def test_any_json_is_read_or_refused(value: Any) -> None:
    for whole in (value, {**PATCH, "entries": value}, {**PATCH, "entries": [value]}):
        with contextlib.suppress(L10nError):  # any other error would fail the test
            loads(json.dumps(whole).encode(), "a.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(L10nError, match=r"no\.json: cannot read: No such file"):
        read(tmp_path / "no.json")
