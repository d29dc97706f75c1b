"""`--base`: which findings are new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from l10n.checking.baseline import new
from l10n.checking.examination import RawFinding
from l10n.checks import Hit
from l10n.model import Entry
from l10n.model.findings import Severity

RAWS = st.lists(
    st.builds(
        lambda msgid, check, severity, message: RawFinding(check, severity, Hit(message), Entry(msgid)),
        st.sampled_from("ab"),
        st.sampled_from(("numbers", "quotes")),
        st.sampled_from(Severity),
        st.sampled_from(("3 is missing", "4 is missing")),
    ),
    max_size=8,
)


def _raw(severity: Severity, message: str = "3 is missing") -> RawFinding:
    return RawFinding("numbers", severity, Hit(message), Entry("a"))


@given(raws=RAWS)
def test_what_was_there_already_is_not_new(raws: list[RawFinding]) -> None:
    assert new(raws, reversed(raws)) == ([], len(raws))


@given(raws=RAWS)
def test_without_a_base_everything_is_new(raws: list[RawFinding]) -> None:
    assert new(raws, ()) == (raws, 0)


@given(raws=RAWS, before=RAWS)
def test_each_old_finding_excuses_one_at_most(raws: list[RawFinding], before: list[RawFinding]) -> None:
    kept, known = new(raws, before)
    assert len(kept) + known == len(raws)
    assert known <= len(before)
    rest = iter(raws)
    assert all(any(raw is other for other in rest) for raw in kept), "in the order of the file"


def test_a_finding_whose_message_quotes_an_edited_text_is_an_old_one() -> None:
    assert new([_raw(Severity.WARNING, "4 is missing")], [_raw(Severity.WARNING)]) == ([], 1)


def test_what_has_become_graver_is_new_and_what_has_become_milder_is_not() -> None:
    grave, mild = _raw(Severity.ERROR), _raw(Severity.WARNING)
    assert new([grave], [mild]) == ([grave], 0)
    assert new([mild], [grave]) == ([], 1)
