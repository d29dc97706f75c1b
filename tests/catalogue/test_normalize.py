"""What comes back from editors, made whole: states and texts are those before the editor had the file."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.catalogue.normalize import Context, Normal, normalized, source_language
from l10n.catalogue.states import state
from l10n.model import Catalogue, Draft, Entry, Leg, State
from tests.catalogue.strategies import catalogues
from tests.conftest import Gettext

DATE = "2026-01-31 12:00+0000"
HEADER = header("doc", "ru", "de", DATE)
CONTEXT = Context("ru", "de")


def _draft(entry: Entry, text: str) -> Entry:
    return drafted(entry, Draft("argos", (Leg("de-en-1.0", f"{text} (en)", -0.1), Leg("en-ru-1.9", text, -0.2))))


def _segment(number: int, msgid: str) -> Entry:
    return Entry(msgid, extracted=(f"paragraph {number}",), references=(f"seeds/doc.txt:{number}",))


COPIED = "Das alte Haus ist groß"
FUZZY = ("fuzzy",)
LONG = 'Ein langer Satz, den Poedit umbricht, weil er nicht in neunundsiebzig Spalten passt – "so ist es".'
TEMPLATE = Catalogue(
    header("doc", "de", "de", DATE),
    tuple(map(_segment, range(6), (LONG, "Haus", "Hund", "Die Katze schläft noch", "Maus", "2024"))),
)
DRAFT, TRANSLATED, REVIEWED, EMPTY, NAME, YEAR = TEMPLATE.entries
GONE = _draft(Entry("weg", obsolete=True), "прочь")
WORK = Catalogue(
    HEADER,
    (
        _draft(DRAFT, "Длинное предложение, которое Poedit переносит, потому что оно не помещается в строку."),
        replace(TRANSLATED, msgstr="дом", comments=("ask Anna",)),
        sign(_draft(REVIEWED, "собака"), "Anna", "2026-01-31"),
        EMPTY,
        _draft(NAME, "Maus"),
        replace(YEAR, msgstr="2024"),
        replace(GONE, obsolete=True),
    ),
    ("Russian translation.",),
)


def _normal(catalogue: Catalogue, template: Catalogue | None = TEMPLATE, keep: bool = False) -> Normal:
    return normalized(catalogue, replace(CONTEXT, template=template, keep_accepted=keep))


def _omegat(text: str) -> str:
    """Drops `fuzzy` and `#|`, never wraps."""
    text = re.sub(r"^#, fuzzy\n", "", text, flags=re.M)
    return re.sub(r"^#~?\|.*\n", "", text, flags=re.M)


def _omegat_without_blanks(text: str) -> str:
    """Where blank translations are not allowed, the source stands in their place."""
    return re.sub(r'^msgid "(.+)"\nmsgstr ""\n', r'msgid "\1"\nmsgstr "\1"\n', _omegat(text), flags=re.M)


def _toolkit(text: str) -> str:
    """Another order, the header last, flags in a line of gettext 1.0, CR LF, `#.` of nobody."""
    blocks = text.removesuffix("\n").split("\n\n")
    text = "\n\n".join([*reversed(blocks[1:]), blocks[0]])
    return re.sub(r"^#, ", "#= ", re.sub(r"^#[.:].*\n", "", text, flags=re.M), flags=re.M).replace("\n", "\r\n")


def _polib(path: Path) -> None:
    polib.pofile(str(path), wrapwidth=78).save(str(path))


@pytest.fixture(params=["omegat", "omegat without blanks", "poedit", "toolkit", "polib"])
def editor(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    rewrites = {"omegat": _omegat, "omegat without blanks": _omegat_without_blanks, "toolkit": _toolkit}

    def poedit(path: Path) -> None:
        request.getfixturevalue("gettext")("msgcat", "--width=79", "-o", path, path)
        fields = '"X-Generator: Poedit 3.4\\\\n"\n"X-Poedit-Basepath: .\\\\n"'
        path.write_text(re.sub(r'"X-Generator: .*"', fields, path.read_text("utf-8")), "utf-8")

    def rewrite(path: Path) -> None:
        path.write_bytes(rewrites[str(request.param)](path.read_text("utf-8")).encode())

    others = {"poedit": poedit, "polib": _polib}
    return others.get(str(request.param), rewrite)


def test_after_any_editor_texts_and_states_are_as_before(tmp_path: Path, editor: Callable[[Path], None]) -> None:
    path = tmp_path / "x.po"
    po.write(path, WORK)
    before = path.read_text("utf-8")
    editor(path)
    assert path.read_text("utf-8") != before
    catalogue = _normal(po.read(path)).catalogue
    assert catalogue.entries == WORK.entries
    assert list(map(state, catalogue.entries)) == list(map(state, WORK.entries))
    names = [name for name, _ in catalogue.header]
    assert names[: len(HEADER)] == [name for name, _ in HEADER]
    assert catalogue.comments == WORK.comments


def test_what_is_normal_stays() -> None:
    assert _normal(WORK) == Normal(WORK, ())


@given(catalogues(), st.booleans())
def test_normalizing_twice_is_normalizing_once_and_changes_no_text(catalogue: Catalogue, with_template: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        po.write(path, catalogue)
        read = po.read(path)
        template = replace(TEMPLATE, entries=read.entries[::-2]) if with_template else None
        once = _normal(read, template).catalogue
        assert {(entry.key, entry.obsolete) for entry in once.entries} == {
            (entry.key, entry.obsolete) for entry in read.entries
        }
        before = {entry.key: entry for entry in read.entries}
        for entry in once.entries:
            old = before[entry.key]
            assert (entry.msgstr, entry.msgstr_plural) == (old.msgstr, old.msgstr_plural) or {
                old.msgstr,
                *old.msgstr_plural,
            } <= {"", entry.msgid, entry.msgid_plural}
        po.write(path, once)
        assert _normal(po.read(path), template) == Normal(po.read(path), ())


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(replace(WORK.entries[0], flags=()), WORK.entries[0], id="draft accepted unread"),
        pytest.param(replace(WORK.entries[0], flags=("no-wrap",), msgstr="x"), None, id="edited"),
        pytest.param(WORK.entries[2], None, id="signed"),
        pytest.param(Entry(COPIED, COPIED), Entry(COPIED), id="copy"),
        pytest.param(
            Entry("Angela Merkel", "Angela Merkel"), Entry("Angela Merkel", "Angela Merkel", None, FUZZY), id="name"
        ),
        pytest.param(Entry("Haus", "Haus", flags=("fuzzy",)), None, id="fuzzy copy"),
        pytest.param(sign(Entry("Berlin", "Berlin"), "Anna", "2026-01-31"), None, id="signed name"),
        pytest.param(Entry("1,5 – 3 %", "1,5 – 3 %"), None, id="no letters"),
        pytest.param(
            replace(_draft(Entry("Haus"), "дом"), msgstr="Haus", flags=()),
            replace(_draft(Entry("Haus"), "дом"), msgstr="Haus"),
            id="copy in place of a draft",
        ),
        pytest.param(
            replace(_draft(Entry("Maus"), "Maus"), flags=()), _draft(Entry("Maus"), "Maus"), id="drafted name"
        ),
        pytest.param(
            Entry(COPIED, msgid_plural="Häuser", msgstr_plural=(COPIED, "Häuser", "Häuser")),
            Entry(COPIED, msgid_plural="Häuser", msgstr_plural=("", "", "")),
            id="copied plural",
        ),
        pytest.param(Entry("Haus", "Haus", obsolete=True), None, id="obsolete copy"),
    ],
)
def test_flags_and_copies(entry: Entry, expected: Entry | None) -> None:
    catalogue = Catalogue(HEADER, (entry,))
    assert _normal(catalogue, None).catalogue.entries == (expected or entry,)
    assert _normal(catalogue, None, keep=True).catalogue.entries == (entry,)


@pytest.mark.parametrize("context", [Context("de", "de"), Context("de_AT", "de"), Context("en", "")])
def test_a_copy_is_right_in_the_source_language_and_unknown_without_one(context: Context) -> None:
    catalogue = Catalogue(HEADER, (Entry(COPIED, COPIED),))
    assert normalized(catalogue, context).catalogue.entries == catalogue.entries


def test_the_source_language_of_strangers_is_unknown() -> None:
    plain = Catalogue((), (Entry("a", "b"),))
    assert source_language(WORK, None, "xx") == "de"
    assert source_language(plain, TEMPLATE, "xx") == "de"
    assert source_language(replace(WORK, header=()), None, "xx") == "de", "as the packages of its drafts say"
    others = replace(WORK, header=(), entries=(drafted(Entry("a"), Draft("words", (Leg("fr-ru-w", "b", None),))),))
    assert source_language(others, None, "xx") == "fr", "whichever engine they are of"
    signed = Catalogue((), (sign(Entry("a", "b"), "Anna", "2026-01-31"),))
    assert source_language(signed, None, "xx") == "xx"
    assert source_language(plain, None, "xx") == ""


def test_of_two_marks_the_true_one_stays_else_the_last() -> None:
    one, two = _draft(Entry("a"), "x"), _draft(Entry("a"), "y")
    both = (*one.comments, "note", *two.comments)
    for text, mark in {"x": one.comments[-1], "y": two.comments[-1], "z": two.comments[-1]}.items():
        entry = replace(one, msgstr=text, comments=both)
        (new,) = _normal(Catalogue(HEADER, (entry,)), None).catalogue.entries
        assert new.comments == (one.comments[0], two.comments[0], "note", mark)
        assert state(new) == state(entry)


def test_a_pivot_that_stands_twice_stands_once() -> None:
    entry = _draft(Entry("a"), "x")
    doubled = replace(entry, comments=(*entry.comments, entry.comments[-1]))
    assert _normal(Catalogue(HEADER, (doubled,)), None).catalogue.entries == (entry,)


def test_the_header_gets_what_it_lacks_in_our_order() -> None:
    old = (("X-Mine", "1"), ("Language", ""), ("Plural-Forms", "nplurals=INTEGER; plural=EXPRESSION;"), ("X-Mine", "2"))
    result = _normal(replace(WORK, header=old, flags=("fuzzy",)))
    unknown = ("PO-Revision-Date", "Last-Translator", "Language-Team", "X-Generator")
    known = tuple(field for field in HEADER if field[0] not in unknown)
    assert result.catalogue.header == (*known, ("X-Mine", "1"), ("X-Mine", "2"))
    assert result.catalogue.flags == ()
    whats = [repair.what for repair in result.repairs]
    assert whats[0].startswith("header: Project-Id-Version, ")
    assert whats[-1] == "header: fuzzy removed"


def test_a_language_we_do_not_know_keeps_its_header() -> None:
    catalogue = Catalogue((("Language", "fr"), ("Plural-Forms", "x")), (Entry("a", "b"),))
    fields = dict(normalized(catalogue, Context("fr", "")).catalogue.header)
    assert (fields["Language"], fields["Plural-Forms"], fields["MIME-Version"]) == ("fr", "x", "1.0")
    assert "X-Source-Language" not in fields


def test_values_of_strangers_stay() -> None:
    fields = (("Language-Team", "Team <a@b.c>"), ("Content-Type", "text/plain; charset=KOI8-R"), ("X-Mine", "1"))
    for context in (CONTEXT, Context("", ""), Context("de", "de"), Context("fr", "de")):
        found = dict(normalized(Catalogue(fields, (Entry("a", "b"),)), context).catalogue.header)
        assert (found["Language-Team"], found["X-Mine"]) == ("Team <a@b.c>", "1")
        assert found["Content-Type"] == "text/plain; charset=UTF-8"


@pytest.mark.parametrize("lengths", [(200,), (60, 5, 30), (76, 10)])
def test_marks_that_polib_has_wrapped_are_joined_and_comments_of_people_are_not(
    tmp_path: Path, lengths: tuple[int, ...]
) -> None:
    words = tuple(" ".join(["wort-spiel"] * (length // 10)) for length in lengths)
    entry = replace(
        _draft(Entry("a"), words[0]), comments=("vorher", *_draft(Entry("a"), words[0]).comments, "nachher")
    )
    po.write(tmp_path / "x.po", Catalogue(HEADER, (entry,)))
    _polib(tmp_path / "x.po")
    assert _normal(po.read(tmp_path / "x.po"), None).catalogue.entries == (entry,)


def test_a_file_with_a_long_comment_was_not_wrapped() -> None:
    comments = (
        f"l10n-pivot: {'w' * 60}",
        "a long word of somebody's, and more than seventy-six characters of it, at least",
    )
    entry = replace(_draft(Entry("a"), "x"), comments=comments)
    assert _normal(Catalogue(HEADER, (entry,)), None).catalogue.entries == (entry,)


def test_the_templates_order_comes_back_and_strangers_stay_where_they_were() -> None:
    first, second, third = WORK.entries[:3]
    stranger = Entry("fremd", "чужой")
    result = _normal(Catalogue(HEADER, (third, stranger, GONE, first, second)))
    assert result.catalogue.entries == (first, second, third, stranger, GONE)
    assert [repair.what for repair in result.repairs] == ["entries put in order"]


def test_other_line_numbers_in_references_are_left_alone() -> None:
    entry = replace(WORK.entries[0], references=("seeds/doc.txt:99",))
    assert not _normal(replace(WORK, entries=(entry,))).repairs


def test_repairs_name_the_line(tmp_path: Path, gettext: Gettext) -> None:
    path = tmp_path / "x.po"
    po.write(path, WORK)
    path.write_text(_omegat_without_blanks(path.read_text("utf-8")), "utf-8")
    lines = path.read_text("utf-8").splitlines()
    repairs = _normal(po.read(path)).repairs
    assert [repair.what for repair in repairs] == [
        "flag of an unread draft restored",
        "copy of the source removed from msgstr",
        "flag of an unread draft restored",
        "flag of an unread draft restored",
    ]
    for repair in repairs:
        assert lines[repair.line - 1].startswith("#")
    assert state(WORK.entries[0]) is State.DRAFT


@pytest.mark.parametrize(
    "mark", ["l10n-reviewed: Anna Mustermann 2026-01-31 h=9a330a92", "l10n-mt: argos de-en-1.0 h=9a330a92"]
)
def test_a_comment_of_people_is_never_joined_to_a_whole_mark(mark: str) -> None:
    comments = (mark, "https://de.wikipedia.org/wiki/Ein_sehr_langer_Name_einer_Seite")
    catalogue = Catalogue(HEADER, (Entry("a b", "c", comments=comments, flags=FUZZY),))
    assert normalized(catalogue, Context("ru", "de", None, False)).catalogue.entries[0].comments == comments


def test_a_comment_behind_an_ignored_check_is_not_joined_to_it() -> None:
    comments = ("l10n-ignore: numbers (the slogan is known like this)", "Unwahrscheinlichkeitsbetrachtungen")
    entry = Entry("a", "b", comments=comments)
    assert normalized(Catalogue(entries=(entry,)), Context("ru", "de")).catalogue.entries[0].comments == comments
