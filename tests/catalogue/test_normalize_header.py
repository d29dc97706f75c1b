"""The header of a normal catalogue: what is filled in, what goes, what stays, and that once is enough."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.header import Header, header
from l10n.catalogue.normalize_header import changes, facts, normal, spelled
from l10n.languages import LANGUAGES
from l10n.model import Catalogue, Entry
from tests.catalogue.strategies import text

RUSSIAN = LANGUAGES["ru"].plural_forms
TEMPLATE = Catalogue(
    (
        ("Project-Id-Version", "demo 3"),
        ("Report-Msgid-Bugs-To", ""),
        ("POT-Creation-Date", "2026-01-31 12:00+0000"),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", "Bo <bo@example.org>"),
        ("Language-Team", "Bo's"),
        ("X-Generator", "xgettext"),
    )
)
CONTENT = (
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
)
FACTS = facts(Catalogue(), "ru", "de", None)


def test_without_a_template_only_the_language_and_the_form_of_the_file_are_known() -> None:
    assert facts(Catalogue(), "", "", None) == CONTENT
    expected = (("Language", "ru"), *CONTENT, ("Plural-Forms", RUSSIAN), ("X-Source-Language", "de"))
    assert expected == FACTS


def test_a_template_tells_what_all_its_catalogues_share_and_nothing_of_people() -> None:
    assert facts(Catalogue(), "", "", TEMPLATE) == (*TEMPLATE.header[:3], *CONTENT)
    empty = Catalogue((("Project-Id-Version", "PACKAGE VERSION"), ("POT-Creation-Date", "YEAR-MO-DA HO:MI+ZONE")))
    assert facts(Catalogue(), "", "", empty) == CONTENT


@pytest.mark.parametrize(
    ("language", "source", "forms", "known"),
    [
        pytest.param("ru", "de", (), True, id="no plural"),
        pytest.param("ru", "de", ("а", "б", "в"), True, id="as many forms"),
        pytest.param("ru", "de", ("", ""), True, id="not written yet"),
        pytest.param("ru", "de", ("а", "б", "в", "г"), False, id="written for four forms"),
        pytest.param("ru_RU", "de", (), True, id="with a country"),
        pytest.param("tlh", "de", (), False, id="of which nobody knows any"),
        pytest.param("de_AT", "de", (), False, id="the source itself"),
    ],
)
def test_plural_forms_are_known_where_the_texts_fit(
    language: str, source: str, forms: tuple[str, ...], known: bool
) -> None:
    entry = Entry("a", msgid_plural="b", msgstr_plural=forms) if forms else Entry("a", "b")
    found = dict(facts(Catalogue((), (entry,)), language, source, None))
    assert found.get("Plural-Forms") == (RUSSIAN if known else None)


@pytest.mark.parametrize(
    ("old", "expected", "said"),
    [
        pytest.param(
            (("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"), ("Last-Translator", "A B <a@example.org>")),
            (("Last-Translator", "A B <a@example.org>"),),
            ["header: Last-Translator removed where said twice or left open"],
            id="open beside filled in",
        ),
        pytest.param(
            (("X-Mine", "1"), ("X-Mine", "1"), ("X-Mine", "2"), ("X-Mine", "")),
            (("X-Mine", "1"), ("X-Mine", "2")),
            ["header: X-Mine removed where said twice or left open"],
            id="said twice",
        ),
        pytest.param(
            (("Language-Team", "One <1@example.org>"), ("Language-Team", "Two <2@example.org>")),
            (("Language-Team", "One <1@example.org>"), ("Language-Team", "Two <2@example.org>")),
            [],
            id="two values",
        ),
        pytest.param(
            (("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"), ("Language-Team", "LANGUAGE <LL@li.org>")),
            (("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"), ("Language-Team", "LANGUAGE <LL@li.org>")),
            [],
            id="left open, and nobody knows",
        ),
        pytest.param(
            (("x-mine", "1"), ("LAST-TRANSLATOR", "A"), ("project-id-version", "")),
            (("Project-Id-Version", ""), ("Last-Translator", "A"), ("x-mine", "1")),
            ["header: Project-Id-Version, Last-Translator restored"],
            id="odd case",
        ),
        pytest.param(
            (("", "no field"), ("X-Mine", "1\ngoes on"), ("Language-Team", "T\n  more: of it")),
            (("", "no field"), ("Language-Team", "T\n  more: of it"), ("X-Mine", "1\ngoes on")),
            ["header: fields put in order"],
            id="lines that are no fields",
        ),
    ],
)
def test_fields_that_people_have_filled_in_stay(old: Header, expected: Header, said: list[str]) -> None:
    mine = dict.fromkeys(name.lower() for name, _ in old)
    new = normal((*old, *FACTS), FACTS)
    assert tuple(field for field in new if field[0].lower() in mine) == expected
    assert list(changes(old, expected)) == said
    assert normal(new, FACTS) == new


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("Language", "", "ru"),
        ("Language", "ru_RU", "ru_RU"),
        ("Plural-Forms", "nplurals=INTEGER; plural=EXPRESSION;", RUSSIAN),
        ("Plural-Forms", "nplurals=4; plural=0;", "nplurals=4; plural=0;"),
        ("Content-Transfer-Encoding", "ENCODING", "8bit"),
        ("content-type", "", "text/plain; charset=UTF-8"),
        ("Content-Type", "text/plain", "text/plain; charset=UTF-8"),
        ("Content-Type", "text/html;\n format=flowed", "text/html; charset=UTF-8\n format=flowed"),
        ("Content-Type", "text/html;\n charset=KOI8-R", "text/html;\n charset=UTF-8"),
        ("Content-Type", "text/plain; charset=utf-8; format=flowed", "text/plain; charset=utf-8; format=flowed"),
        ("Content-Type", "text/plain; charset=CHARSET", "text/plain; charset=UTF-8"),
        ("POT-Creation-Date", "YEAR-MO-DA HO:MI+ZONE", "2026-01-31 12:00+0000"),
        ("Project-Id-Version", "PACKAGE VERSION", "demo 3"),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE", "YEAR-MO-DA HO:MI+ZONE"),
    ],
)
def test_a_field_left_open_is_filled_in_if_its_value_is_known(name: str, value: str, expected: str) -> None:
    known = facts(Catalogue(), "ru", "de", TEMPLATE)
    (spelling, _), *_ = spelled(((name, ""),))
    assert [found for field, found in normal(((name, value),), known) if field == spelling] == [expected]


def test_a_whole_header_is_normal_and_nothing_is_said_of_it() -> None:
    whole = header("doc", "ru", "de", "2026-01-31 12:00+0000")
    assert normal(whole, FACTS) == whole
    assert list(changes(whole, whole)) == []


names = st.sampled_from([*(name for name, _ in FACTS), "Last-Translator", "X-Mine", "Mine", "a b", ""])
values = (
    st.sampled_from(["", "1", "FULL NAME <EMAIL@ADDRESS>", "ru", "a\nb", "a\n b: c", "\n", "//c", "http://d"]) | text
)
lines = st.tuples(names | names.map(str.lower) | names.map(str.upper), st.sampled_from([":", ": ", "", " : "]), values)


@given(st.lists(lines.map("".join), max_size=8), st.sampled_from([None, TEMPLATE]), st.sampled_from(["", "ru", "fr"]))
def test_any_header_is_normal_after_one_time_and_loses_nothing_filled_in(
    written: list[str], template: Catalogue | None, language: str
) -> None:
    """Written and read in between, as the command does it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        po.write(path, Catalogue((("", "\n".join(written)),)) if "".join(written).strip() else Catalogue())
        old = po.read(path)
        known = facts(old, language, "", template)
        once = normal(old.header, known)
        po.write(path, Catalogue(once))
        again = po.read(path).header
        assert again == once
        assert normal(again, known) == again
        assert list(changes(again, normal(again, known))) == []
        assert {name for name, _ in known} <= {name for name, _ in again}
        assert bool(list(changes(old.header, once))) == (old.header != once)
    lost = [field for field in spelled(old.header) if field not in once and field[0] != "Content-Type"]
    assert {value for _, value in lost} <= {"", "FULL NAME <EMAIL@ADDRESS>"}
