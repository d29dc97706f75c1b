"""Two branches of one catalogue become one again, and nobody's text is lost; and how git shows a catalogue."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign, signed
from l10n.catalogue.git import textconv
from l10n.catalogue.git.threeway import Conflict, ThreeWay, merge, text
from l10n.catalogue.header import CREATED, REVISED, header
from l10n.catalogue.po.serialization import serialize
from l10n.catalogue.states import state
from l10n.errors import L10nError
from l10n.model import Catalogue, Draft, Entry, Key, Leg, State
from tests.catalogue.strategies import catalogues
from tests.conftest import Gettext

HEADER = header("doc", "ru", "de", "2026-01-31 12:00+0000")
TEXTS = ("", "eins", "zwei", "drei", "vier")
KEYS: list[Key] = [(context, msgid) for msgid in ("a", "b", "c") for context in (None, "x")]
DRAFT = Draft("argos", (Leg("de-ru-1.0", "Entwurf", -0.2),))


def test_comments_of_every_kind_at_the_head_and_the_end_are_merged() -> None:
    base = Catalogue(HEADER, (), ("c",), extracted=("x",), references=("a:1",), trailing=("# end",))
    ours = replace(base, extracted=("x", "ours"), previous=(("msgid", "old"),), trailing=("# end", "# ours"))
    theirs = replace(base, comments=("c", "theirs"), references=(), trailing=("#. theirs", "# end"))
    result = merge(base, ours, theirs)
    assert result.catalogue == Catalogue(
        HEADER,
        comments=("c", "theirs"),
        extracted=("x", "ours"),
        previous=(("msgid", "old"),),
        trailing=("#. theirs", "# end", "# ours"),
    )
    assert text(result) == serialize(result.catalogue)


def test_comments_at_the_end_stand_behind_a_conflict_and_are_shown_as_notes() -> None:
    base = replace(_catalogue(Entry("a")), trailing=("# end",))
    sides = (replace(base, entries=(Entry("a", msgstr),)) for msgstr in ("eins", "zwei"))
    assert text(merge(base, *sides)).endswith(">>>>>>> theirs\n\n# end\n")
    assert textconv.text(base).endswith("\n\nnote: end\n")


def _catalogue(*entries: Entry) -> Catalogue:
    return Catalogue(HEADER, entries)


def _one(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> Entry | Conflict | None:
    result = merge(*(_catalogue(*([entry] if entry else [])) for entry in (base, ours, theirs)))
    found: list[Entry | Conflict] = [*result.conflicts, *result.catalogue.entries]
    return found[0] if found else None


@st.composite
def small_entries(draw: st.DrawFn, key: Key) -> Entry:
    """One of few, so that sides often agree."""
    gone = draw(st.booleans())
    msgstr = draw(st.sampled_from(TEXTS[1:] if gone else TEXTS))
    return Entry(
        msgid=key[1],
        msgstr=msgstr,
        msgctxt=key[0],
        flags=draw(st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")])) if msgstr else (),
        comments=draw(st.sampled_from([(), ("n",), ("n", "m"), ("m", "", "n")])),
        references=() if gone else draw(st.sampled_from([(), ("t:1",), ("t:2",)])),
        obsolete=gone,
    )


@st.composite
def small_catalogues(draw: st.DrawFn) -> Catalogue:
    """Some of six entries, in any order."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True))
    entries = [draw(small_entries(key)) for key in keys]
    return _catalogue(*sorted(entries, key=lambda entry: entry.obsolete))


@st.composite
def disjoint_edits(draw: st.DrawFn) -> tuple[Catalogue, Catalogue, Catalogue, dict[Key, Entry | None]]:
    """Base, two sides that touch different entries, and what becomes of the entries touched."""
    base = draw(small_catalogues())
    sides = [{entry.key: entry for entry in base.entries} for _ in range(2)]
    expected: dict[Key, Entry | None] = {}
    for key in KEYS:
        side = draw(st.sampled_from([*sides, None]))
        if side is not None:
            new = draw(st.none() | small_entries(key))
            side.pop(key, None) if new is None else side.update({key: new})
            expected[key] = new
    ours, theirs = (_catalogue(*sorted(side.values(), key=lambda entry: entry.obsolete)) for side in sides)
    return base, ours, theirs, expected


@given(disjoint_edits())
def test_edits_of_different_entries_are_all_there(
    edits: tuple[Catalogue, Catalogue, Catalogue, dict[Key, Entry | None]],
) -> None:
    base, ours, theirs, expected = edits
    result = merge(base, ours, theirs)
    assert not result.conflicts
    merged = {entry.key: entry for entry in result.catalogue.entries}
    assert {key: merged.get(key) for key in expected} == expected
    untouched = {entry.key: entry for entry in base.entries if entry.key not in expected}
    assert {key: entry for key, entry in merged.items() if key not in expected} == untouched


@given(catalogues(), catalogues())
def test_what_one_side_changed_is_the_result(base: Catalogue, changed: Catalogue) -> None:
    assert merge(base, changed, base) == ThreeWay(changed, ())
    assert merge(base, base, changed) == ThreeWay(changed, ())
    assert merge(base, changed, changed) == ThreeWay(changed, ())


@given(small_catalogues(), small_catalogues(), small_catalogues())
def test_sides_are_equal_but_for_order_and_who_is_first(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> None:
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert {conflict.ours.key for conflict in one.conflicts} == {conflict.ours.key for conflict in other.conflicts}
    assert {_work(c.ours) for c in one.conflicts} == {_work(c.theirs) for c in other.conflicts}
    keys = {conflict.ours.key for conflict in one.conflicts}
    works = [{_work(entry) for entry in result.catalogue.entries if entry.key not in keys} for result in (one, other)]
    assert works[0] == works[1]


def _work(entry: Entry) -> tuple[object, ...]:
    return (
        entry.key,
        entry.msgstr,
        frozenset(entry.flags),
        frozenset(entry.comments),
        entry.obsolete,
    )


@given(small_catalogues(), small_catalogues(), small_catalogues())
def test_no_new_text_disappears_and_none_is_made_up(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> None:
    result = merge(base, ours, theirs)
    versions = {(entry.key, entry.msgstr, entry.fuzzy) for entry in result.catalogue.entries}
    versions |= {(conflict.theirs.key, conflict.theirs.msgstr, conflict.theirs.fuzzy) for conflict in result.conflicts}
    old, *sides = ({(e.key, e.msgstr, e.fuzzy) for e in one.entries} for one in (base, ours, theirs))
    for side in sides:
        assert {version for version in side - old if version[1]} <= versions
    assert versions <= old | sides[0] | sides[1]


@given(small_catalogues(), small_catalogues(), small_catalogues())
def test_the_result_is_a_po_file_and_so_is_each_way_to_solve_it(
    gettext: Gettext, base: Catalogue, ours: Catalogue, theirs: Catalogue
) -> None:
    result = merge(base, ours, theirs)
    whole = text(result)
    assert whole.count("<<<<<<< ours\n") == whole.count(">>>>>>> theirs\n") == len(result.conflicts)
    for side in (0, 1):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "x.po")
            path.write_text(_solved(whole, side), encoding="utf-8")
            read = po.read(path)
            assert serialize(read) == _solved(whole, side)
            assert [entry.key for entry in read.entries] == [entry.key for entry in result.catalogue.entries]
            gettext("msgfmt", "-c", "-o", Path(folder, "x.mo"), path)


def _solved(whole: str, side: int) -> str:
    """The file without markers, with this side of each conflict."""
    head, *blocks = whole.split("<<<<<<< ours\n")
    for block in blocks:
        versions, rest = block.split(">>>>>>> theirs\n")
        head += versions.split("=======\n")[side] + rest
    return head


def test_one_entry_changed_on_both_sides_is_one_block() -> None:
    base = _catalogue(Entry("a", "1"), Entry("b", "2"), Entry("c", "3"))
    ours = _catalogue(Entry("a", "1"), Entry("b", "unser"), Entry("c", "3"))
    theirs = _catalogue(Entry("a", "neu"), Entry("b", "ihr", flags=("fuzzy",)), Entry("c", "3"))
    whole = text(merge(base, ours, theirs))
    assert whole.partition("\n\n")[2] == (
        'msgid "a"\nmsgstr "neu"\n\n'
        '<<<<<<< ours\nmsgid "b"\nmsgstr "unser"\n=======\n#, fuzzy\nmsgid "b"\nmsgstr "ihr"\n>>>>>>> theirs\n\n'
        'msgid "c"\nmsgstr "3"\n'
    )
    assert "\n<<<<<<<<< ours\n" in text(merge(base, ours, theirs), 9)


OLD = Entry("a", "alt")
NEW = Entry("a", "neu")
GONE = Entry("a", "alt", obsolete=True)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        pytest.param(OLD, None, OLD, None, id="deleted and left alone"),
        pytest.param(OLD, None, NEW, NEW, id="deleted and changed"),
        pytest.param(OLD, None, replace(OLD, references=("t:2",)), None, id="deleted and moved"),
        pytest.param(OLD, None, GONE, None, id="deleted and obsolete"),
        pytest.param(GONE, None, OLD, OLD, id="deleted and restored"),
        pytest.param(OLD, GONE, NEW, replace(NEW, obsolete=True), id="obsolete and changed"),
        pytest.param(
            replace(OLD, references=("t:1",)),
            GONE,
            replace(NEW, references=("t:2",)),
            replace(NEW, obsolete=True),
            id="obsolete and changed has no reference",
        ),
        pytest.param(GONE, replace(GONE, msgstr="neu"), OLD, NEW, id="changed and restored"),
        pytest.param(None, GONE, OLD, OLD, id="added as obsolete and as active"),
        pytest.param(None, Entry("a"), OLD, OLD, id="added with and without text"),
        pytest.param(None, OLD, NEW, Conflict(OLD, NEW), id="added with two texts"),
        pytest.param(OLD, Entry("a"), NEW, Conflict(Entry("a"), NEW), id="emptied and changed"),
        pytest.param(
            replace(OLD, flags=("fuzzy",)),
            OLD,
            replace(NEW, flags=("fuzzy",)),
            Conflict(OLD, replace(NEW, flags=("fuzzy",))),
            id="accepted and changed",
        ),
        pytest.param(
            OLD,
            replace(NEW, comments=("x",)),
            replace(NEW, comments=("y",)),
            replace(NEW, comments=("y", "x")),
            id="notes",
        ),
        pytest.param(
            replace(OLD, comments=("x", "y")),
            replace(OLD, comments=("y", "z")),
            replace(NEW, comments=("x", "y")),
            replace(NEW, comments=("y", "z")),
            id="a note removed and the text changed",
        ),
        pytest.param(
            replace(OLD, flags=("no-wrap",)),
            replace(OLD, flags=("no-wrap", "fuzzy")),
            OLD,
            replace(OLD, flags=("fuzzy",)),
            id="flags",
        ),
        pytest.param(
            Entry("a", "", None, msgid_plural="as", msgstr_plural=("1", "2")),
            Entry("a", "", None, msgid_plural="as", msgstr_plural=("1", "3")),
            Entry("a", "", None, msgid_plural="as", msgstr_plural=("4", "2")),
            Conflict(
                Entry("a", "", None, msgid_plural="as", msgstr_plural=("1", "3")),
                Entry("a", "", None, msgid_plural="as", msgstr_plural=("4", "2")),
            ),
            id="plural forms are one text",
        ),
    ],
)
def test_an_entry(
    base: Entry | None, ours: Entry | None, theirs: Entry | None, expected: Entry | Conflict | None
) -> None:
    assert _one(base, ours, theirs) == expected
    swapped = Conflict(expected.theirs, expected.ours) if isinstance(expected, Conflict) else expected
    found = _one(base, theirs, ours)
    assert _unordered(found) == _unordered(swapped)


def _unordered(entry: Entry | Conflict | None) -> object:
    return replace(entry, comments=tuple(sorted(entry.comments))) if isinstance(entry, Entry) else entry


def test_a_signature_does_not_sign_the_other_sides_text() -> None:
    signature = sign(OLD, "Anna", "2026-01-31")
    assert _one(OLD, signature, NEW) == NEW
    assert _one(OLD, replace(NEW, comments=("hm",)), signature) == replace(NEW, comments=("hm",))


def test_a_conflict_keeps_signature_and_mark_each_with_its_text() -> None:
    draft = drafted(Entry("a"), DRAFT)
    signature = sign(NEW, "Anna", "2026-01-31")
    conflict = _one(Entry("a"), signature, replace(draft, comments=("hm", *draft.comments)))
    assert isinstance(conflict, Conflict)
    assert signed(conflict.ours)
    assert conflict.ours.comments == ("hm", *signature.comments)
    assert conflict.theirs.comments == ("hm", *draft.comments)


def test_two_people_who_sign_on_two_branches_are_two_and_one_person_is_one() -> None:
    anna, again, berta = (
        sign(OLD, name, date)
        for name, date in (("Anna", "2026-01-31"), ("anna", "2026-02-01"), ("Berta", "2026-02-01"))
    )
    both, one = _one(OLD, anna, berta), _one(OLD, anna, again)
    assert isinstance(both, Entry)
    assert isinstance(one, Entry)
    assert (state(both), state(one)) == (State.SECOND, State.REVIEWED)


def test_two_signatures_of_one_text_both_stay_and_the_mark_once() -> None:
    draft = replace(drafted(Entry("a"), DRAFT), flags=())
    anna, berta = (sign(draft, name, "2026-01-31") for name in ("Anna", "Berta"))
    merged = _one(drafted(Entry("a"), DRAFT), anna, berta)
    assert isinstance(merged, Entry)
    assert [line[:22] for line in merged.comments] == [
        "l10n-reviewed: Berta 2",
        "l10n-reviewed: Anna 20",
        "l10n-mt: argos de-ru-1",
    ]


def test_new_entries_stand_behind_those_they_follow() -> None:
    base, ours, theirs = (_catalogue(*map(Entry, keys)) for keys in ("abc", "xabdc", "abyzcv"))
    assert "".join(entry.msgid for entry in merge(base, ours, theirs).catalogue.entries) == "xabyzdcv"


def test_of_two_dates_the_later_one_counts_and_of_other_fields_ours() -> None:
    def catalogue(created: str, revised: str, team: str, *more: tuple[str, str]) -> Catalogue:
        return Catalogue(((CREATED, created), (REVISED, revised), ("Language-Team", team), *more))

    early, late = "2026-01-31 23:00+0000", "2026-01-31 22:30-0100"
    base = catalogue("YEAR-MO-DA HO:MI+ZONE", early, "x", ("X-Old", "1"), ("X-Kept", "1"))
    ours = catalogue(early, "2026-03-01 12:00+0000", "y", ("X-Old", "1"), ("X-Mine", "1"))
    theirs = catalogue(late, "2026-02-01 12:00+0000", "z", ("X-Kept", "2"), ("X-Theirs", "1"))
    merged = dict(merge(base, ours, theirs).catalogue.header)
    assert merged == {
        CREATED: late,
        REVISED: "2026-03-01 12:00+0000",
        "Language-Team": "y",
        "X-Kept": "2",
        "X-Mine": "1",
        "X-Theirs": "1",
    }


def test_the_file_says_that_it_is_utf_8() -> None:
    latin = Catalogue((("Content-Type", "text/plain; charset=ISO-8859-1"),), (OLD,))
    assert "charset=UTF-8" in text(merge(Catalogue(), latin, Catalogue()))


def test_a_msgid_that_occurs_twice_is_refused() -> None:
    with pytest.raises(L10nError, match="line 7"):
        merge(Catalogue(), _catalogue(OLD, replace(NEW, line=7)), Catalogue())


def test_a_catalogue_reads_as_what_people_see_of_it() -> None:
    draft = replace(drafted(Entry("Hund", references=("t:1",), extracted=("heading 1",)), DRAFT), msgctxt="x")
    plural = Entry("Haus", "", msgid_plural="Häuser", msgstr_plural=("a", "b"), flags=("no-wrap",))
    moved = Entry("neu", "t", flags=("fuzzy",), previous=(("msgid", "alt"),), comments=("hm",))
    entries = (draft, plural, moved, sign(Entry("a\nb", "c\nd"), "Anna", "2026-01-31"), GONE, Entry("e"))
    catalogue = Catalogue((("Language", "ru"), (REVISED, "x"), ("Language-Team", "")), entries, ("top",))
    assert textconv.text(catalogue) == (
        "note: top\nLanguage: ru\nLanguage-Team:\n\n"
        "context: x\nsource: Hund\nstate: draft\ntranslation: Entwurf\n\n"
        "source: Haus\nplural: Häuser\nstate: translated\nflags: no-wrap\ntranslation 0: a\ntranslation 1: b\n\n"
        "source: neu\nstate: outdated\nprevious msgid: alt\nnote: hm\ntranslation: t\n\n"
        "source: a\n    b\nstate: reviewed\nsigned: Anna 2026-01-31\ntranslation: c\n    d\n\n"
        "source: a\nstate: obsolete, translated\ntranslation: alt\n\n"
        "source: e\nstate: untranslated\ntranslation:\n"
    )


def test_both_sides_reasons_for_a_rejection_stay() -> None:
    base = Entry("a", "eins", flags=("fuzzy",))
    ours = replace(base, comments=("l10n-rejected: Anna 2026-01-31: too long ¶",))
    theirs = replace(base, comments=("l10n-rejected: Olga 2026-01-31: wrong word ¶",))
    found = _one(base, ours, theirs)
    assert isinstance(found, Entry)
    assert set(found.comments) == {*ours.comments, *theirs.comments}
    edited = _one(base, ours, replace(base, msgstr="zwei"))
    assert isinstance(edited, Entry)
    assert (edited.msgstr, edited.comments) == ("zwei", ours.comments)


def test_what_people_tell_the_checks_is_theirs_like_any_comment() -> None:
    base = Entry("a", "eins")
    note = "l10n-ignore: numbers (a slogan)"
    ours, theirs = replace(base, msgstr="zwei"), replace(base, comments=(note,))
    assert _one(base, ours, theirs) == replace(base, msgstr="zwei", comments=(note,))
    assert f"note: {note}" in textconv.text(_catalogue(theirs))


def test_entries_of_the_file_that_the_header_names_get_no_references() -> None:
    fields = (*header("doc", "ru", "de", "2026-01-31 12:00+0000"), ("X-Source-File", "a.md"))
    base = Catalogue(fields, (Entry("Haus"), Entry("Tür"), Entry("Dach")))
    ours = replace(base, entries=(Entry("Haus", "дом"), Entry("Tür", "дверь"), Entry("Dach")))
    theirs = replace(base, entries=(Entry("Haus"), Entry("Tür", "дверца"), Entry("Dach", "крыша")))
    sides = [po.parsed(serialize(version).encode(), Path("a.po")) for version in (base, ours, theirs)]
    assert sides[0].entries[0].references == ("a.md",)
    result = merge(*sides)
    assert len(result.conflicts) == 1
    assert "#:" not in text(result)
