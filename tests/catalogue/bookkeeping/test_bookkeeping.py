"""The record of our comments: read and written without loss, whatever wraps them, and people's lines stay people's."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.bookkeeping import one_line, read, record, rejection, written
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.record import DraftMark, Record, Signature, Was
from l10n.catalogue.bookkeeping.wrapping import joined
from l10n.catalogue.header import header
from l10n.catalogue.merging.merge import merge
from l10n.catalogue.normalize import Context, normalized
from l10n.model import Catalogue, Draft, Entry, Leg
from tests.catalogue import strategies

digests = st.text("0123456789abcdef", min_size=8, max_size=8)
plain = st.text("abcäöüéя„“.,—3", min_size=1, max_size=25)
compound = st.from_regex(r"[a-zäöü]{2,9}(-[a-zäöü3]{2,9}){1,3}", fullmatch=True)
word = plain | compound | st.just("–")
words = st.lists(word, min_size=1, max_size=30).map(" ".join)
notes = st.lists(strategies.line.filter(lambda line: not line.startswith(("l10n-", "| msg"))), max_size=3, unique=True)
names = st.from_regex(r"[A-Z][a-z]{1,8}( [A-Z][a-z]{1,12})?", fullmatch=True)
dates = st.dates().map(lambda day: f"{day:%Y-%m-%d}" if day.year > 999 else "2026-01-31")
rejections = st.builds(rejection, names, dates, words)
marks = st.builds(
    DraftMark,
    st.just("mt"),
    st.just("argos de-en-1.0+en-ru-1.9"),
    st.none() | st.integers(0, 100).map(lambda percent: percent / 100),
    st.sampled_from(["", "end-mark,sentinel"]),
    digests,
    st.lists(digests, min_size=1, max_size=3).map(tuple),
)
memories = st.builds(
    DraftMark,
    st.just("tm"),
    names.map(lambda name: f"92% reviewed {name}"),
    source=digests,
    texts=digests.map(lambda one: (one,)),
)
was = st.builds(Was, st.sampled_from(["accepted", "edited"]), digests, digests, digests)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that today's version writes."""
    people = draw(st.permutations([*draw(notes), *draw(st.lists(rejections, max_size=2, unique=True))]))
    texts = st.lists(words.map(one_line), max_size=2, unique=True).map(tuple)
    return Record(
        people=tuple(people),
        pivots=draw(texts),
        lost=draw(texts),
        changed=draw(texts),
        diffs=draw(texts),
        signatures=tuple(draw(st.lists(st.builds(Signature, names, dates, digests), max_size=1))),
        was=tuple(draw(st.lists(was, max_size=2, unique=True))),
        marks=tuple(draw(st.lists(marks | memories, max_size=2, unique=True))),
    )


@given(records())
def test_a_record_is_read_back_as_it_was_written(record: Record) -> None:
    assert read(written(record)) == record
    assert written(read(written(record))) == written(record)


@given(records(), st.integers(20, 210), st.booleans())
def test_lines_of_ours_wrapped_at_any_width_are_joined_again(record: Record, width: int, hyphens: bool) -> None:
    comments = written(replace(record, people=()))
    wrapped = tuple(
        part
        for line in comments
        for part in textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=hyphens) or [line]
    )
    (entry,) = joined([Entry("a", "b", comments=wrapped)])
    assert entry.comments == comments


@given(records(), strategies.line.filter(lambda line: not line.startswith(("l10n-", "| msg"))), st.integers(0, 9))
@example(
    Record(pivots=("The old house at the edge of the town is big.",)),
    "Donaudampfschifffahrtsgesellschaftskapitän: bitte Anna fragen",
    1,
)
def test_a_comment_of_people_between_lines_of_ours_is_never_joined_to_them(record: Record, note: str, at: int) -> None:
    comments = list(written(record))
    comments.insert(at % (len(comments) + 1), note)
    (entry,) = joined([Entry("a", "b", comments=tuple(comments))])
    assert note in read(entry.comments).people
    assert set(record.people) <= set(read(entry.comments).people)


@given(records(), strategies.line)
def test_what_people_type_behind_a_line_of_ours_stays_as_a_line_of_theirs(record: Record, note: str) -> None:
    for place, line in enumerate(written(replace(record, people=()))):
        comments = list(written(record))
        comments[comments.index(line)] = f"{line} {note}"
        if not line.startswith("l10n-tm") and "¶" not in note:
            assert note in read(tuple(comments)).people, (place, line)


@pytest.mark.parametrize(
    "line",
    [
        "l10n-mt: why is this odd?",
        "l10n-mt: argos de-en-1.0 score=-0.31 frag Oleg risk=0.10 s=0a1b2c3d h=0a1b2c3d",
        "l10n-reviewed: by nobody",
        "l10n-was: accepted by me",
        "l10n-rejected",
        "l10n-whatever: a note",
        "l10n-ignore: numbers (meant so)",
    ],
)
def test_what_only_looks_like_a_line_of_ours_is_a_comment_of_people(line: str) -> None:
    assert read((line,)) == Record(people=(line,))


@pytest.mark.parametrize("width", [40, 78, 200])
def test_a_note_beside_a_mark_outlives_wrapping_normalize_update_and_a_new_draft(tmp_path: Path, width: int) -> None:
    draft = Draft(
        "argos", (Leg("de-en-1.0", "The old house at the edge of the town is big.", -0.1), Leg("x", "дом", 0.0))
    )
    note = "Donaudampfschifffahrtsgesellschaftskapitän: bitte Anna fragen"
    entry = drafted(Entry("Das alte Haus am Rand der Stadt ist groß."), draft)
    for at in range(len(entry.comments) + 1):
        comments = (*entry.comments[:at], note, *entry.comments[at:])
        path = tmp_path / f"{at}.po"
        po.write(
            path, Catalogue(header("a", "ru", "de", "2026-01-31 12:00+0000"), (replace(entry, comments=comments),))
        )
        polib.pofile(str(path), wrapwidth=width).save(str(path))
        normal = normalized(po.read(path), Context("ru", "de")).catalogue.entries
        kept = merge(normal, [Entry(entry.msgid)]).entries
        again = [drafted(one, draft) for one in merge(kept, [Entry(f"{entry.msgid[:-1]} und neu.")]).entries]
        for stage in (normal, kept, again):
            people = [" ".join(record(one).people) for one in stage]
            assert people == [note], (at, stage)  # polib has wrapped it, too, and that is not for us to undo


def test_what_babel_makes_of_the_old_source_is_the_old_source_again() -> None:
    old = 'Ein "langer" Satz, den Babel in seinen Kommentaren umbricht,\nweil er in zwei Zeilen stand.'
    text = old.replace("\\", "\\\\").replace('"', '\\"').replace("\n", '\\n"\n"')
    lines = textwrap.wrap(f'| msgid ""\n"{text}"', 76, break_long_words=False)
    entry = Entry("Ein Satz", "x", flags=("fuzzy",), comments=("| mine", *lines, "| also mine"))
    (found,) = joined([entry])
    assert found.previous == (("msgid", old),)
    assert found.comments == ("| mine", "| also mine")
