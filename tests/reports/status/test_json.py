"""The status for programs, and the schema that describes it."""

from __future__ import annotations

import io
import json
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from l10n.model import Counts, State, Status
from l10n.reports.characters import whole
from l10n.reports.status.json import write
from tests.conftest import ROOT
from tests.schemas import undescribed

from .strategies import statuses

SCHEMA = json.loads((ROOT / "docs" / "status.schema.json").read_text("utf-8"))


def _written(rows: list[Status], since: str | None) -> Any:
    out = io.StringIO()
    write(rows, since, out)
    return json.loads(out.getvalue())


def test_the_schema_describes_every_field_and_allows_no_other() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    kinds = SCHEMA["$defs"]
    for one in (SCHEMA, *(kinds[name] for name in ("catalogue", "language", "states", "trend", "differences"))):
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
    for name in ("states", "differences"):
        assert kinds[name]["required"] == [state.value for state in State]
    for one in (SCHEMA, kinds["catalogue"], kinds["language"], kinds["trend"]):
        assert undescribed(SCHEMA, one) == []


@given(statuses())
def test_any_status_is_as_the_schema_says(case: tuple[list[Status], str]) -> None:
    rows, since = case
    Draft202012Validator(SCHEMA).validate(_written(rows, since or None))


@given(statuses())
def test_everything_comes_back(case: tuple[list[Status], str]) -> None:
    rows, since = case
    read = _written(rows, since or None)
    assert read["since"] == (since or None)
    for found, row in zip(read["catalogues"], rows, strict=True):
        assert (found["document"], found["language"]) == (whole(row.document), whole(row.language))
        assert found["states"] == {state.value: row.counts[state] for state in State}
        assert found["words_by_state"] == {state.value: row.counts.in_words[state] for state in State}
        assert tuple(found["risks"]) == row.risks
        assert (found["trend"] is None) == (row.before is None)
        before = row.before or Counts()
        for state, number in (found["trend"] or {"states": {}})["states"].items():
            assert before[State(state)] + number == row.counts[State(state)]
    assert sum(one["catalogues"] for one in read["languages"]) == len(rows)
