"""Out and back: nothing done is nothing changed, and an edit is that edit and no more."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.exchange.gate import Claim, claim_of
from l10n.exchange.xliff import XliffProfile, XliffVersion
from l10n.model import READ, Catalogue, Draft, Entry, Leg, State
from tests.catalogue import strategies
from tests.conftest import examples
from tests.exchange.xliff.files import ANNA, BY_STATE, EVERY, HEADER, edited, exported, imported, units

FINISHED = {  # what a program takes for done, by what its makers say
    XliffProfile.WEBLATE: 'state="(?!new|needs-translation|needs-adaptation|needs-l10n)',
    XliffProfile.GENERIC: 'state="(translated|final|signed-off|reviewed)"',
    XliffProfile.TRADOS: 'state="(translated|final|signed-off)"|conf="(?!Draft)',
    XliffProfile.MEMOQ: 'state="(translated|final|signed-off)"|mq:status="(ManuallyConfirmed|Proofread)',
}


@pytest.mark.parametrize("name", BY_STATE, ids=str)
def test_the_samples_are_in_their_states(name: State) -> None:
    assert state(BY_STATE[name]) is name


@pytest.mark.parametrize(("profile", "version"), EVERY)
@pytest.mark.parametrize("name", BY_STATE, ids=str)
def test_every_state_comes_back_as_it_went(
    tmp_path: Path, name: State, profile: XliffProfile, version: XliffVersion
) -> None:
    old = Catalogue(HEADER, (BY_STATE[name],))
    path = exported(old, tmp_path, profile, version)
    (unit,) = units(path)
    most = Claim.REVIEWED if profile is XliffProfile.WEBLATE else Claim.SECOND  # Weblate knows one approval
    assert unit.claim is min(claim_of(name), most)
    assert imported(old, path).catalogue is old
    assert not imported(old, path, ANNA).taken


@pytest.mark.parametrize("name", [name for name in BY_STATE if name not in READ], ids=str)
@pytest.mark.parametrize("profile", XliffProfile)
def test_no_draft_passes_as_finished(tmp_path: Path, name: State, profile: XliffProfile) -> None:
    text = exported(Catalogue(HEADER, (BY_STATE[name],)), tmp_path, profile).read_text("utf-8")
    assert not re.search(FINISHED[profile], text.replace("l10n:state", "l10n:was"))
    assert 'approved="yes"' not in text


@pytest.mark.parametrize(("profile", "version"), EVERY)
@pytest.mark.parametrize("name", [name for name in BY_STATE if name is not State.UNTRANSLATED], ids=str)
def test_a_new_text_in_an_untouched_state_is_the_text_alone(
    tmp_path: Path, name: State, profile: XliffProfile, version: XliffVersion
) -> None:
    old = Catalogue(HEADER, (BY_STATE[name],))
    path = edited(
        exported(old, tmp_path, profile, version), ("(<target.*?)дом(ик)?(</mrk>)?</target>", r"\1изба\3</target>")
    )
    (after,) = imported(old, path, ANNA).catalogue.entries
    assert after.msgstr == "изба"
    assert (state(after) in READ) == (name in READ)


@pytest.mark.parametrize(
    ("profile", "version", "change"),
    [
        (XliffProfile.GENERIC, "1.2", ('state="needs[^>]*', 'state="translated"')),
        (XliffProfile.GENERIC, "2.1", ('state="initial" subState="l10n:draft"', 'state="translated"')),
        (XliffProfile.WEBLATE, "1.2", ('state="needs-translation"', 'state="translated"')),
        (XliffProfile.TRADOS, "1.2", ('conf="Draft"', 'conf="Translated"')),
        (XliffProfile.TRADOS, "1.2", ('state="needs[^>]*', 'state="translated"')),
        (XliffProfile.MEMOQ, "1.2", ('mq:status="MachineTranslated"', 'mq:status="ManuallyConfirmed"')),
    ],
)
def test_a_translator_confirms_as_the_program_says_it(
    tmp_path: Path, profile: XliffProfile, version: str, change: tuple[str, str]
) -> None:
    old = Catalogue(HEADER, (BY_STATE[State.DRAFT],))
    path = edited(exported(old, tmp_path, profile, XliffVersion(version)), change)
    assert [unit.waits for unit in imported(old, path).units] == [True]
    (after,) = imported(old, path, ANNA).catalogue.entries
    assert state(after) is State.UNREAD
    edited(path, (">дом<", ">изба<"))
    assert state(imported(old, path).catalogue.entries[0]) is State.TRANSLATED


@pytest.mark.parametrize(
    ("profile", "version", "change"),
    [
        (XliffProfile.GENERIC, "1.2", ('state="translated"', 'state="final"')),
        (XliffProfile.GENERIC, "2.1", ('state="translated"', 'state="reviewed"')),
        (XliffProfile.WEBLATE, "1.2", ('approved="no"', 'approved="yes"')),
        (XliffProfile.TRADOS, "1.2", ('conf="Translated"', 'conf="ApprovedTranslation"')),
        (XliffProfile.MEMOQ, "1.2", ("ManuallyConfirmed", "Proofread")),
    ],
)
def test_a_reviewer_signs_as_the_program_says_it(
    tmp_path: Path, profile: XliffProfile, version: str, change: tuple[str, str]
) -> None:
    old = Catalogue(HEADER, (BY_STATE[State.TRANSLATED],))
    path = edited(exported(old, tmp_path, profile, XliffVersion(version)), change)
    assert not imported(old, path).taken
    assert state(imported(old, path, ANNA).catalogue.entries[0]) is State.REVIEWED


def test_a_program_without_states_translates(tmp_path: Path) -> None:
    old = Catalogue(HEADER, (BY_STATE[State.UNTRANSLATED], replace(BY_STATE[State.DRAFT], msgctxt="2")))
    path = edited(
        exported(old, tmp_path), (' state="[^>]*', ""), ("(Haus</source>)(\n</tr)", r"\1<target>изба</target>\2")
    )
    first, second = imported(old, path).catalogue.entries
    assert (first.msgstr, state(first), second) == ("изба", State.TRANSLATED, old.entries[1])


PIECES = ["Haus ", "**", "*a*", "[b](c d)", "`x`", "<b>", "</b>", "<br>", "&amp;", "\\*", "<i>e</i>", "\r\n"]
MARKED = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@st.composite
def _marked(draw: st.DrawFn, entry: Entry) -> Entry:
    """A draft with marks or tags, rightly nested or not."""
    changed = replace(
        entry, msgid=draw(MARKED) or "x", references=(draw(st.sampled_from(["a.md", "a.html", "a.txt"])),)
    )
    text = draw(MARKED)
    return drafted(changed, Draft("argos", (Leg("de-ru-1.0", text, -0.1),))) if text else replace(changed, msgstr="")


@st.composite
def _catalogues(draw: st.DrawFn) -> Catalogue:
    old = draw(strategies.catalogues())
    plain = (entry.plural or entry.obsolete or draw(st.booleans()) for entry in old.entries)
    entries = [entry if kept else draw(_marked(entry)) for kept, entry in zip(plain, old.entries, strict=True)]
    return replace(old, entries=tuple({entry.key: entry for entry in entries}.values()), header=HEADER)


@examples(20, thorough=500)
@given(_catalogues(), st.sampled_from(EVERY), st.data())
def test_nothing_done_is_nothing_changed(
    tmp_path: Path, old: Catalogue, kind: tuple[XliffProfile, XliffVersion], data: st.DataObject
) -> None:
    path = exported(old, tmp_path, *kind)
    came = units(path)
    by = data.draw(st.sampled_from([None, ANNA]))
    done = imported(old, path, by)
    assert done.catalogue is old
    assert not done.refused
    assert not any(unit.waits or unit.lowered for unit in done.units)
    exact = {entry.key: entry.texts for entry in old.active}
    assert all(
        unit.returned.texts == exact[unit.before.key] for unit in done.units if unit.before and exact[unit.before.key]
    )
    assert len({unit.unit for unit in came}) == len(came)


@examples(15, thorough=500)
@given(strategies.catalogues(), st.sampled_from(XliffVersion), st.data())
def test_what_a_program_has_translated_is_all_that_changes(
    tmp_path: Path, drawn: Catalogue, version: XliffVersion, data: st.DataObject
) -> None:
    old = replace(drawn, header=HEADER)
    path = exported(old, tmp_path, version=version)
    tree = ElementTree.parse(path)
    names = sorted(unit.unit for unit in units(path))
    chosen = data.draw(st.sets(st.sampled_from(names))) if names else set()
    for unit in tree.iter():
        if unit.tag.endswith(("}trans-unit", "}unit")) and unit.get("id", "").partition(".")[0] in chosen:
            _translated(unit)
    tree.write(path, "utf-8")
    done = imported(old, path)
    for before, after in zip(old.entries, done.catalogue.entries, strict=True):
        if not before.obsolete and key(before) in chosen:
            assert set(after.texts) == {"Новое."}
            assert state(after) is State.TRANSLATED
        else:
            assert after == before


def _translated(unit: ElementTree.Element) -> None:
    """As programs do it that write the file anew."""
    space = unit.tag.partition("}")[0] + "}"
    holder = unit if unit.tag == f"{space}trans-unit" else unit.find(f"{space}segment")
    assert holder is not None
    for target in holder.findall(f"{space}target"):
        holder.remove(target)
    target = ElementTree.Element(f"{space}target")
    target.text = "Новое."
    holder.insert(1, target)
    (target if holder is unit else holder).set("state", "translated")
    holder.attrib.pop("subState", "")


def test_plural_forms_come_back_together_or_not_at_all(tmp_path: Path) -> None:
    entry = Entry("%d Haus", msgid_plural="%d Häuser", msgstr_plural=("%d дом", "%d дома", "%d домов"))
    empty = Entry("%d Hof", msgid_plural="%d Höfe")
    old = Catalogue(HEADER, (entry, empty))
    for version in XliffVersion:
        path = exported(old, tmp_path, version=version)
        assert path.read_text("utf-8").count('numbers">1, 21, 31</note>') == 2
        assert [len(unit.texts) for unit in units(path)] == [3, 3]
        assert imported(old, path).catalogue is old
        edited(path, ("домов", "изб"))
        assert imported(old, path).catalogue.entries[0].msgstr_plural == ("%d дом", "%d дома", "%d изб")
        edited(path, (r'(?s)<(trans-)?unit id="[0-9a-f]{8}\.1".*?unit>', ""))
        done = imported(old, path)
        assert done.catalogue is old
        reasons = [unit.refusal.reason for unit in done.refused if unit.refusal]
        assert reasons == ["the entry has 3 texts, what came back 2"]


def test_claims_without_our_attributes_wait_for_nobody_and_take_no_persons_text(tmp_path: Path) -> None:
    entries = [replace(entry, msgctxt=name) for name, entry in BY_STATE.items()]
    old = Catalogue(HEADER, tuple(entries))
    path = edited(
        exported(old, tmp_path), (' l10n:(exported|state|text|notes|profile)="[^"]*"', ""), ("дом(ик)?<", "изба<")
    )
    done = imported(old, path, ANNA)
    taken = {State(unit.before.msgctxt or "") for unit in done.taken if unit.before}
    assert taken == {State.DRAFT}
    assert len(done.refused) == len(entries) - 2  # the untranslated one came back empty
    assert all(unit.returned.claim is not Claim.STORED for unit in done.units)
