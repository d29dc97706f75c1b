"""Whatever people, machines and other programs do in turn: no text of a person is lost through the gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.bookkeeping.marks import drafted, is_draft
from l10n.catalogue.fingerprint import fingerprint, same_text
from l10n.catalogue.review import Action, Reviewer, key, step
from l10n.catalogue.states import state
from l10n.exchange.gate import AdmittedUnit, Claim, Returned, claim_of
from l10n.exchange.gate.admission import admit
from l10n.model import Catalogue, Draft, Entry, Leg
from tests.catalogue import strategies
from tests.conftest import examples

ANNA = Reviewer("Anna", "2026-01-31")
TEXTS = st.sampled_from(["дом", "домик", "изба", "", "Haus", "до\r\nм", "\a"])
CLAIMS = st.sampled_from(Claim)
BY = st.sampled_from([None, ANNA])


def _exported(catalogue: Catalogue) -> list[Returned]:
    return [
        Returned(key(entry), fingerprint(entry), entry.msgid, entry.texts, claim_of(state(entry)))
        for entry in catalogue.active
    ]


@st.composite
def _edited(draw: st.DrawFn, exported: Sequence[Returned]) -> list[Returned]:
    """The file after another program: some texts, states, notes, units are others; some come twice."""
    result = []
    for unit in draw(st.lists(st.sampled_from(exported), max_size=6)) if exported else []:
        texts = tuple(draw(TEXTS) for _ in unit.texts) if draw(st.booleans()) else unit.texts
        changed = replace(unit, texts=texts, claim=draw(CLAIMS), comment=draw(st.sampled_from(["", "a\nb"])))
        result.append(replace(changed, exported="") if draw(st.integers(0, 9)) == 0 else changed)
    return result


def _worked_on(entry: Entry, what: str, text: str) -> Entry:
    """What people and machines do in the catalogue itself."""
    match what:
        case "draft" if is_draft(entry) or not entry.translated:
            draft = Draft("argos", (Leg("de-ru-1.0", text or "x", -0.2),))
            return drafted(entry, *[draft] * max(1, len(entry.texts)))
        case "edit":
            return entry.with_texts(tuple(text for _ in entry.texts))
        case "accept":
            return entry.accepted()
        case "approve" | "reject":
            after = step(entry, Action(what), ANNA, "no" if what == "reject" else "")
            return after if isinstance(after, Entry) else entry
        case _:
            return entry


@examples(25, thorough=1000)
@given(strategies.catalogues(), st.data())
def test_a_text_gives_way_only_to_somebody_who_saw_it(old: Catalogue, data: st.DataObject) -> None:
    catalogue = old
    files = [_exported(catalogue)]
    for _ in range(data.draw(st.integers(1, 4))):
        what = data.draw(st.sampled_from(["draft", "edit", "accept", "approve", "reject"]))
        text = data.draw(TEXTS)
        changed = tuple(
            entry if entry.obsolete or data.draw(st.booleans()) else _worked_on(entry, what, text)
            for entry in catalogue.entries
        )
        catalogue = replace(catalogue, entries=changed)
        files.append(_exported(catalogue))
        returned = data.draw(_edited(data.draw(st.sampled_from(files))))
        by = data.draw(BY)

        done = admit(catalogue, returned, by)

        _check(catalogue, done.catalogue, returned)
        for unit in done.units:
            _check_arrival(done.catalogue, unit)
        again = admit(done.catalogue, returned, by)
        assert again.catalogue == done.catalogue
        assert [unit.refusal for unit in again.units] == [unit.refusal for unit in done.units]
        catalogue = done.catalogue


def _check_arrival(new: Catalogue, unit: AdmittedUnit) -> None:
    """A text that somebody has written is in the catalogue, or was refused."""
    returned, before = unit.returned, unit.before
    if unit.refusal or returned.claim is Claim.UNTRANSLATED or before is None:
        return
    after = next(entry for entry in new.active if entry.key == before.key)
    texts = tuple(text.replace("\r\n", "\n") for text in returned.texts)
    assert same_text(before.with_texts(returned.texts), returned.exported) or after.texts in (texts, returned.texts)


def _check(old: Catalogue, new: Catalogue, returned: Sequence[Returned]) -> None:
    assert [entry.key for entry in new.entries] == [entry.key for entry in old.entries]
    units = {(unit.unit, unit.exported) for unit in returned}
    for before, after in zip(old.entries, new.entries, strict=True):
        if key(before) not in {unit.unit for unit in returned}:
            assert after == before
        if before.translated and not is_draft(before) and before.texts != after.texts:
            assert (key(before), fingerprint(before)) in units
        if before.translated:
            assert after.translated
        assert {line for line in before.comments if not line.startswith("l10n-")} <= set(after.comments)
