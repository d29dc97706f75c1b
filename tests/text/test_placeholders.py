"""Placeholders: which are found, how a text is cut around them, and when a translation has kept them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.placeholders import Fragment, lines, placeholders, split, survive

PYTHON = ("python-format",)
C = ("c-format",)
BRACE = ("python-brace-format",)

PLACEHOLDERS = st.sampled_from(
    [
        *("%s", "%d", "%(name)s", "%1$s", "%.2f", "%%", "%1", "%n"),
        *("{}", "{0}", "{name!r:>10}", "{count}", "{{x}}", "${HOME}"),
        *("<b>", "</b>", '<a href="x y">', "<br/>", "<!-- b -->", "&amp;", "&#8211;"),
        *(r"\n", r"\"", "\t", "\n"),
    ]
)
WORDS = st.sampled_from(["Haus", " ", "ist groß", ", ", "3", "100 % sicher", " – "])
TEXTS = st.lists(PLACEHOLDERS | WORDS, max_size=8).map("".join) | st.text(max_size=30)
FLAGS = st.sampled_from([(), C, PYTHON, BRACE, ("fuzzy", "sh-format"), ("no-c-format",)])


@pytest.mark.parametrize(
    ("text", "flags", "found"),
    [
        pytest.param("%s of %d", (), ["%s", "%d"], id="printf"),
        pytest.param("%(name)s: %(size).1f kB", (), ["%(name)s", "%(size).1f"], id="named"),
        pytest.param("%2$s, %1$s", C, ["%2$s", "%1$s"], id="numbered"),
        pytest.param("%.2f %% %5ld %-10s %*d", C, ["%.2f", "%%", "%5ld", "%-10s", "%*d"], id="sizes"),
        pytest.param("%<PRIu64> bytes", C, ["%<PRIu64>"], id="C macro"),
        pytest.param("%ds ago", (), ["%d"], id="unit without a space"),
        pytest.param("%dx%d, %dcm, %(w)dx%(h)d", (), ["%d", "%d", "%d", "%(w)d", "%(h)d"], id="glued to letters"),
        pytest.param("%dx%d, %dcm, %(w)dx%(h)d", PYTHON, ["%d", "%d", "%d", "%(w)d", "%(h)d"], id="glued, with flags"),
        pytest.param("%1x%2, %1px, %1s, %L1x", (), ["%1", "%2", "%1", "%1", "%L1"], id="Qt, glued to letters"),
        pytest.param("%2d, %02x, %5.1f and %10s", (), ["%2d", "%02x", "%5.1f", "%10s"], id="widths"),
        pytest.param("100%5", ("qt-format",), ["%5"], id="Qt with its flag"),
        pytest.param("%n files, 5 %d", ("qt-format",), ["%n"], id="no printf in Qt"),
        pytest.param("%<name>s is %<age>05d", ("ruby-format",), ["%<name>s", "%<age>05d"], id="Ruby by name"),
        pytest.param("{n}px, ${x}s, &File, _File", (), ["{n}", "${x}"], id="braces and accelerators"),
        pytest.param("30%-ige", (), [], id="per cent and hyphen"),
        pytest.param("100 % sicher", (), [], id="per cent sign without a flag"),
        pytest.param("100 % sicher", PYTHON, ["% s"], id="per cent sign with a flag"),
        pytest.param("zu 100 %ige, 50%. 20 %", (), [], id="German per cent"),
        pytest.param("100 %", C, ["%"], id="a stray per cent sign in a format"),
        pytest.param("%1 of %2, %n files", (), ["%1", "%2", "%n"], id="Qt"),
        pytest.param("%1% of %2%", (), ["%1%", "%2%"], id="Boost"),
        pytest.param("%{name} is", (), ["%{name}"], id="Ruby"),
        pytest.param("{} {0} {name!r:>10} {a.b[0]}", (), ["{}", "{0}", "{name!r:>10}", "{a.b[0]}"], id="braces"),
        pytest.param("{:{width}}", BRACE, ["{:{width}}"], id="nested braces"),
        pytest.param("{{literal}}", (), ["{{literal}}"], id="Mustache"),
        pytest.param("{{literal}}", BRACE, ["{{", "}}"], id="literal braces"),
        pytest.param("{{{name}}}", BRACE, ["{{", "{name}", "}}"], id="a field in literal braces"),
        pytest.param("{siehe unten}", (), [], id="prose in braces"),
        pytest.param(
            "{n, plural, one {# Datei} other {# in {place}}}!",
            (),
            ["{n, plural, one {# Datei} other {# in {place}}}"],
            id="ICU",
        ),
        pytest.param("<b>a <i>b</i></b><br/>", (), ["<b>", "<i>", "</i>", "</b>", "<br/>"], id="nested tags"),
        pytest.param("a < b > c", (), [], id="comparison"),
        pytest.param("R&amp;D &#x2014; Q&A;", (), ["&amp;", "&#x2014;", "&A;"], id="entities"),
        pytest.param("&apt-get; &a.b_c; Q&A-Runde; R&D", (), ["&apt-get;", "&a.b_c;"], id="entities of XML"),
        pytest.param(r"eins\nzwei\t", (), [r"\n", r"\t"], id="escapes"),
        pytest.param("a\tb\n", (), ["\t", "\n"], id="control characters"),
        pytest.param("$x and ${y}", ("sh-format",), ["$x", "${y}"], id="shell"),
        pytest.param("$5", (), [], id="money"),
    ],
)
def test_what_is_a_placeholder(text: str, flags: tuple[str, ...], found: list[str]) -> None:
    assert list(placeholders(text, flags)) == found


@pytest.mark.parametrize(
    ("source", "translation", "flags", "expected"),
    [
        pytest.param("%(a)s in %(b)s", "в %(b)s %(a)s", PYTHON, True, id="named ones may move"),
        pytest.param("%1$s in %2$s", "%2$s %1$s", C, True, id="numbered ones may move"),
        pytest.param("{0} in {1}", "{1} {0}", BRACE, True, id="numbered fields may move"),
        pytest.param("%s in %d", "%d %s", C, False, id="others may not"),
        pytest.param("{} in {:d}", "{:d} {}", BRACE, False, id="nor may empty fields"),
        pytest.param("%s", "%s %s", (), False, id="one too many"),
        pytest.param("%s %s", "%s", (), False, id="one too few"),
        pytest.param("%d", "%D", C, False, id="changed"),
        pytest.param("sure", "100 % sicher", PYTHON, False, id="a new one"),
        pytest.param("sure", "100 % sicher", (), True, id="no new one"),
        pytest.param("<b>a</b>", "</b>a<b>", (), False, id="tags in the wrong order"),
        pytest.param("a {x}", "a {x} }", BRACE, False, id="stray brace"),
        pytest.param("a", "a\nb", (), False, id="a new line"),
    ],
)
def test_when_placeholders_survive(source: str, translation: str, flags: tuple[str, ...], expected: bool) -> None:
    assert survive(source, translation, flags) is expected


def test_a_text_is_cut_into_lines_without_the_white_space_at_their_edges() -> None:
    assert lines("\n  Das Haus: %s\n\n%d %%\nEnde \n") == (
        Fragment("\n", True),
        Fragment("  ", True),
        Fragment("Das Haus: %s", False),
        Fragment("\n", True),
        Fragment("\n", True),
        Fragment("%d %%", True),
        Fragment("\n", True),
        Fragment("Ende", False),
        Fragment(" ", True),
        Fragment("\n", True),
    )


def test_an_escaped_line_break_is_one() -> None:
    assert lines(r"neu\nHaus") == (Fragment("neu", False), Fragment(r"\n", True), Fragment("Haus", False))


def test_a_tag_may_run_over_two_lines() -> None:
    assert lines('<a\nhref="x">Haus</a>') == (Fragment('<a\nhref="x">Haus</a>', False),)


def test_a_line_is_cut_around_its_placeholders() -> None:
    assert split("Das <b>Haus</b> hat %d Türen.") == (
        Fragment("Das", False),
        Fragment(" ", True),
        Fragment("<b>", True),
        Fragment("Haus", False),
        Fragment("</b>", True),
        Fragment(" ", True),
        Fragment("hat", False),
        Fragment(" ", True),
        Fragment("%d", True),
        Fragment(" ", True),
        Fragment("Türen.", False),
    )


@pytest.mark.parametrize("text", ["", " ", "%s", "%s%s", "%%", "{}{}", "<b></b>", "3 %d – 4", "\n\n", "…"])
def test_a_text_without_a_letter_is_copied(text: str) -> None:
    assert all(piece.fixed for piece in lines(text))


@given(TEXTS, FLAGS)
def test_the_pieces_joined_are_the_text(text: str, flags: tuple[str, ...]) -> None:
    for pieces in (lines(text, flags), split(text, flags)):
        assert "".join(piece.text for piece in pieces) == text
        assert all(piece.fixed or piece.text == piece.text.strip() for piece in pieces)


@given(TEXTS, FLAGS)
def test_what_is_translated_in_pieces_has_no_placeholder(text: str, flags: tuple[str, ...]) -> None:
    fixed = [piece.text for piece in split(text, flags) if piece.fixed]
    assert all(any(one in part for part in fixed) for one in placeholders(text, flags))
    assert all(any(map(str.isalpha, piece.text)) for piece in split(text, flags) if not piece.fixed)


@given(st.lists(PLACEHOLDERS, max_size=6))
def test_every_placeholder_survives_a_translation_in_pieces(found: list[str]) -> None:
    text = " Haus ".join(["", *found, ""])
    translated = "".join(piece.text if piece.fixed else "дом" for piece in split(text))
    assert survive(text, translated)
    assert translated == text.replace("Haus", "дом")


@given(TEXTS, FLAGS)
def test_a_text_survives_itself(text: str, flags: tuple[str, ...]) -> None:
    assert survive(text, text, flags)
