from __future__ import annotations

import pytest

from l10n.building.slugs import RULES, AnchorRules
from tests.growing import grows_with_its_size


def _made(rules: AnchorRules, *words: str) -> list[str]:
    return list(RULES[rules](words))


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("words", [("A",), ("A", "A 1"), ("А",), ("A_7", "A")])
def test_the_time_grows_with_the_headings_though_they_are_equal(rules: AnchorRules, words: tuple[str, ...]) -> None:
    assert grows_with_its_size(lambda size: _made(rules, *words * size), 100)


def test_python_markdown_counts_on_from_a_number_that_is_there() -> None:
    assert _made(AnchorRules.PYTHON_MARKDOWN, "A", "A_2", "A", "A", "A_2", "", "") == [
        *("a", "a_2", "a_1", "a_3", "a_4", "_1", "_2")
    ]


def test_a_heading_may_end_with_more_digits_than_a_number_has() -> None:
    long = "a_" + "7" * 5_000
    assert _made(AnchorRules.PYTHON_MARKDOWN, long, long) == [long, f"{long}_1"]
