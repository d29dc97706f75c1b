"""TMX: what is written is read again, and what others write is understood or refused."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.memory.tmx.reading import Loss, Lost, read
from l10n.memory.tmx.stream import BAD, pieces
from l10n.memory.tmx.writing import write
from l10n.memory.unit import Unit, UnitOrigin
from tests.conftest import ROOT

SCHEMA = xmlschema.XMLSchema(str(ROOT / "tests" / "memory" / "tmx14.xsd"))

characters = st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\x1b\r\n\t\x85\u2028\ufffe\uffff<>&\"'")
segments = st.text(characters, min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
plain = st.text(st.characters(categories=["L", "N", "P", "Zs"]) | st.sampled_from("\r\n\t<>&\"'"), max_size=20)
dates = st.sampled_from(["", "2026-01-31T12:30:45Z"])
contexts = st.none() | plain
marked = st.lists(
    st.sampled_from(("<b>", "</b>", "<br>", "<code>", "</code>", "&lt;", " Wort ", "\x1b", "<")), min_size=1
).map(lambda pieces: f"Wort{''.join(pieces)}")
units = st.builds(
    Unit,
    segments,
    segments,
    st.just("de"),
    st.sampled_from(["en", "ru"]),
    contexts,
    contexts,
    st.sampled_from(list(UnitOrigin)),
) | st.builds(
    Unit,
    marked,
    marked,
    st.just("de"),
    st.just("en"),
    markup=st.just("tags"),
)


@given(st.lists(st.builds(replace, units, who=plain, when=dates, created=dates), max_size=8))
def test_what_is_written_is_read_again(tmp_path: Path, given_units: list[Unit]) -> None:
    path = tmp_path / "memory.tmx"
    written = [unit if unit.when else replace(unit, when=unit.created) for unit in given_units]
    assert write(path, written) == len(written)
    assert list(read(path)) == written


@given(st.lists(units, max_size=4))
def test_what_is_written_is_valid(tmp_path: Path, given_units: list[Unit]) -> None:
    path = tmp_path / "memory.tmx"
    write(path, given_units, "de")
    SCHEMA.validate(str(path))


def test_marks_are_codes_for_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    write(path, [Unit("<b>Ja</b>, <code>f()</code>", "<code>f()</code>, <b>yes</b>", "de", "en", markup="tags")])
    text = path.read_text("utf-8")
    assert '<seg><bpt i="1" x="1">&lt;b&gt;</bpt>Ja<ept i="1">&lt;/b&gt;</ept>, <ph x="2">&lt;code&gt;f()' in text
    assert '<seg><ph x="2">&lt;code&gt;f()&lt;/code&gt;</ph>, <bpt i="3" x="1">&lt;b&gt;</bpt>yes' in text


def test_a_form_that_is_not_known_is_none(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    write(path, [Unit("<b>Ja</b>", "<b>yes</b>", "de", "en", markup="tags")])
    path.write_text(path.read_text("utf-8").replace(">tags<", ">runes<"), "utf-8")
    assert [(unit.source, unit.target, unit.markup) for unit in read(path)] == [("Ja", "yes", "")]


def _tmx(body: str, head: str = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">', language: str = "de-DE") -> str:
    header = f'<header srclang="{language}"/>'
    return f'<?xml version="1.0"?>\n{head}\n<tmx version="1.4">\n{header}\n<body>\n{body}\n</body>\n</tmx>\n'


@pytest.fixture
def tmx(tmp_path: Path) -> Callable[..., Path]:
    def file(*arguments: str) -> Path:
        path = tmp_path / "other.tmx"
        path.write_text(_tmx(*arguments), "utf-8")
        return path

    return file


def test_omegats_neighbours_dates_and_country_codes_are_understood(tmx: Callable[..., Path]) -> None:
    path = tmx(
        '<tu><prop type="prev">Davor.</prop><prop type="next">Danach.</prop><note>x</note>'
        '<tuv xml:lang="DE-AT"><seg>Ja.</seg></tuv><tuv xml:lang="pt-BR" changeid="Ana" creationid="Bo"'
        ' changedate="20260131T123045Z" creationdate="20250131T000000Z"><seg>Sim.</seg></tuv></tu>'
    )
    (unit,) = read(path)
    dates = ("2026-01-31T12:30:45Z", "2025-01-31T00:00:00Z")
    assert unit == Unit("Ja.", "Sim.", "de", "pt_BR", "Davor.", "Danach.", UnitOrigin.HUMAN, "Ana", *dates)


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ('Ein <bpt i="1">&lt;b&gt;</bpt><hi>dickes</hi><ept i="1">&lt;/b&gt;</ept> Haus', "Ein dickes Haus"),
        ("Ein <it pos='begin'>&lt;b&gt;</it>Haus", "Ein Haus"),
        ("Zwei <ph x='1'/> Häuser<ut>\\cf6 </ut>", "Zwei Häuser"),
        ("Ein Haus<ph>&lt;br/&gt;</ph>dort", "Ein Haus dort"),
        ("<ph>%s</ph> Häuser in <ph>{city}</ph>", "%s Häuser in {city}"),
        ("Haus<ph>&lt;fn&gt;<sub>Eine Fußnote <bpt i='1'>x</bpt></sub>&lt;/fn&gt;</ph>.", "Haus."),
        ("Das <bpt i='1'/> alte <ept i='1'/> Haus<ph/> <ph/>dort", "Das alte Haus dort"),
        ("Don<bpt i='1'/>au<ept i='1'/>dampf", "Donaudampf"),
        ("<bpt i='1'/><bpt i='2'/>Haus<ept i='2'/><ept i='1'/>", "Haus"),
    ],
)
def test_codes_are_no_text_and_what_is_highlighted_is(tmx: Callable[..., Path], segment: str, text: str) -> None:
    variants = "".join(f'<tuv xml:lang="{lang}"><seg>{segment}</seg></tuv>' for lang in ("de", "ru"))
    assert [(unit.source, unit.target) for unit in read(tmx(f"<tu>{variants}</tu>"))] == [(text, text)]


def test_each_language_of_a_unit_becomes_one_and_empty_ones_none(tmx: Callable[..., Path]) -> None:
    variants = "".join(f'<tuv xml:lang="{lang}"><seg>{lang}</seg></tuv>' for lang in ("en", "de", "ru", "de-AT"))
    path = tmx(f'<tu>{variants}<tuv xml:lang="uk"><seg> </seg></tuv></tu>')
    assert [(unit.source, unit.target) for unit in read(path)] == [("de", "en"), ("de", "ru")]
    assert [(unit.source, unit.target) for unit in read(path, "ru")] == [("ru", "en"), ("ru", "de"), ("ru", "de-AT")]


def test_without_a_source_language_the_first_variant_is_the_source(tmx: Callable[..., Path]) -> None:
    path = tmx('<tu><tuv lang="ru"><seg>Да</seg></tuv><tuv lang="de"><seg>Ja</seg></tuv></tu>', "", "*all*")
    assert [(unit.source_language, unit.language) for unit in read(path)] == [("ru", "de")]


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        pytest.param(("<tu>&b;</tu>", BOMB), ":2: the entity 'a'", id="entities that expand"),
        pytest.param(("<tu>&x;</tu>", OUTSIDE), ":2: the entity 'x'", id="entity from outside"),
        pytest.param(("&nbsp;<tu/>",), ":6: the entity 'nbsp'", id="entity that nobody declared"),
        pytest.param(("<tu>\n<tuv>",), ":8: not well-formed XML: mismatched tag", id="broken"),
    ],
)
def test_what_is_refused_is_named_with_its_line(
    tmx: Callable[..., Path], arguments: tuple[str, ...], place: str
) -> None:
    path = tmx(*arguments)
    with pytest.raises(L10nError) as caught:
        list(read(path))
    assert caught.value.message.startswith(f"{path}{place}")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"", ":1: not well-formed XML: no element found", id="empty"),
        pytest.param(b"<html/>", ":1: not a TMX file: it begins with <html>", id="another format"),
        pytest.param(b"\x00\x01\x02", ":1: not well-formed XML", id="binary"),
        pytest.param(b'<?xml version="1.0" encoding="nonsense"?><tmx/>', ":1: ", id="unknown encoding"),
    ],
)
def test_what_is_no_tmx_file_is_refused(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "no.tmx"
    path.write_bytes(data)
    with pytest.raises(L10nError) as caught:
        list(read(path))
    assert caught.value.message.startswith(f"{path}{what}")


def test_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.tmx"
    body = '<tu><tuv xml:lang="de"><seg>größer</seg></tuv><tuv xml:lang="ru"><seg>больше</seg></tuv></tu>'
    path.write_bytes(_tmx(body).replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16"))
    assert [(unit.source, unit.target) for unit in read(path)] == [("größer", "больше")]


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ("\n      Der Hafen ist zu.\n    ", "Der Hafen ist zu."),
        ("\r\n\t\tDer Hafen\r\n\t\tist zu.\r\n\t", "Der Hafen ist zu."),
        ("Der Hafen\n      ist zu.", "Der Hafen ist zu."),
        ("\nDer Hafen\nist zu.\n", "Der Hafen ist zu."),
        ("Erste Zeile\nzweite Zeile", "Erste Zeile\nzweite Zeile"),
        ("\u00a0Der  Hafen\u00a0", "\u00a0Der  Hafen\u00a0"),
        ("\n  <hi>Der\n  Hafen</hi>\n", "Der Hafen"),
        ("Der\n  \n  Hafen", "Der  Hafen"),
        pytest.param(f"Der{' ' * 900_000}Hafen", f"Der{' ' * 900_000}Hafen", id="white space without end"),
        pytest.param(f"\nDer{' ' * 900_000}Hafen", f"Der{' ' * 900_000}Hafen", id="and a line of its own"),
    ],
)
def test_the_layout_of_the_file_is_no_text(tmx: Callable[..., Path], segment: str, text: str) -> None:
    path = tmx(f'<tu><tuv xml:lang="de"><seg>{segment}</seg></tuv><tuv xml:lang="ru"><seg>Да</seg></tuv></tu>')
    assert [unit.source for unit in read(path)] == [text]


@pytest.mark.parametrize("place", ["tu", "tuv"])
def test_but_what_xml_space_preserves(tmx: Callable[..., Path], place: str) -> None:
    unit = '<tu><tuv xml:lang="de"><seg>Eins\n  zwei</seg></tuv><tuv xml:lang="ru"><seg>Да</seg></tuv></tu>'
    path = tmx(unit.replace(f"<{place}", f'<{place} xml:space="preserve"', 1) + unit)
    assert [one.source for one in read(path)] == ["Eins\n  zwei", "Eins zwei"]


YES = '<tuv xml:lang="ru"><seg>Да</seg></tuv>'
GOOD = f'<tu><tuv xml:lang="de"><seg>Ja</seg></tuv>{YES}</tu>'


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        (f'<tuv xml:lang="de"><seg>A&#x1F;</seg></tuv>{YES}', "unit with a character that XML cannot hold"),
        (f'<tuv xml:lang="de"><seg>A\x01</seg></tuv>{YES}', "unit with a character that XML cannot hold"),
        (f'<tuv xml:lang="de"><seg>A&#xD800;</seg></tuv>{YES}', "unit with a character that XML cannot hold"),
        (f'<tuv xml:lang="de"><seg>A&nbsp;B</seg></tuv>{YES}', "unit with the entity 'nbsp'"),
        (f'<tuv xml:lang="de"></tuv>{YES}', "text without <seg>"),
        (f'<tuv xml:lang="de"><seg> </seg></tuv>{YES}', "empty text"),
        (f'<tuv xml:lang="de"><seg><ph>1</ph></seg></tuv>{YES}', "empty text"),
        ('<tuv xml:lang="de"><seg>A</seg></tuv><tuv xml:lang="xx"><seg>B</seg></tuv>', "text in an unknown language"),
        ('<tuv xml:lang="de"><seg>A</seg></tuv><tuv><seg>B</seg></tuv>', "text without a language"),
        ('<tuv xml:lang="de"><seg>A</seg></tuv>', "unit in one language only"),
        (YES, "unit without a text in de"),
        ("", "unit without texts"),
        (f'<tuv xml:lang="de"><seg>A<ph x="1"/></seg></tuv>{YES}', "unit whose codes differ"),
        (f'<tuv xml:lang="de"><seg>{"A" * 1_000_001}</seg></tuv>{YES}', "unit longer than"),
        (YES * 20_000 + f'<tuv xml:lang="de" x="{"A" * 1_000_000}"/>', "unit longer than"),
    ],
)
def test_a_unit_that_cannot_be_taken_is_named_and_the_others_come_in(
    tmx: Callable[..., Path], unit: str, reason: str
) -> None:
    lost = Lost()
    path = tmx(f"{GOOD}\n<tu>{unit}</tu>\n{GOOD}")
    assert [one.target for one in read(path, lost=lost)] == ["Да", "Да"]
    (loss,) = lost.losses()
    assert loss.reason.startswith(reason)
    assert (loss.count, loss.lines) == (1, (7,))


@pytest.mark.parametrize("size", [0, 65_000, 131_060])
@pytest.mark.parametrize(
    ("broken", "line", "what"),
    [
        ("<tu><tuv xml:lang='de'><seg>R & D</seg></tuv></tu>", 1, "not well-formed (invalid token)"),
        ("<tu>\n<tuv>\n<seg>x</tuv></tu>", 3, "mismatched tag"),
        ("<tu><tuv x=1/></tu>", 1, "not well-formed (invalid token)"),
        ("</bod>", 1, "mismatched tag"),
    ],
)
def test_where_the_xml_is_broken_reading_goes_on_with_the_next_unit(
    tmx: Callable[..., Path], broken: str, line: int, what: str, size: int
) -> None:
    path = tmx(f"{GOOD}\n<note>{'x' * size}</note>{broken}\n{GOOD}\n\n<tu>\n</tu>{GOOD}")
    lost = Lost()
    found, error = _gathered(path, lost)
    assert found == ["Да", "Да", "Да"]
    assert error.startswith(f"{path}:{6 + line}: not well-formed XML: {what}")
    assert lost.losses() == (Loss("unit without texts", 1, (10 + broken.count("\n"),)),)


def _gathered(path: Path, lost: Lost) -> tuple[list[str], str]:
    """The translations, and the error that comes behind them."""
    units, found = read(path, lost=lost), list[str]()
    try:
        found += (unit.target for unit in units)
    except L10nError as error:
        assert error.hint  # noqa: PT017  # the units count, too
        return found, error.message
    return found, ""


def test_a_unit_that_is_not_closed_costs_no_other(tmx: Callable[..., Path]) -> None:
    lost = Lost()
    path = tmx(f"{GOOD}\n<tu>{YES}\n{GOOD}")
    found, error = _gathered(path, lost)
    assert "mismatched tag" in error
    assert (found, lost.losses()) == (["Да", "Да"], (Loss("unit not closed", 1, (7,)),))


@pytest.mark.parametrize(("header", "asked"), [("*all*", None), ("", None), ("en", "de")])
def test_any_language_may_be_the_source_then_it_is_that_of_the_settings(
    tmx: Callable[..., Path], header: str, asked: str | None
) -> None:
    variants = "".join(f'<tuv xml:lang="{lang}"><seg>{lang}</seg></tuv>' for lang in ("EN-US", "ger", "rus", "uk_UA"))
    units = read(tmx(f"<tu>{variants}</tu>", "", header), asked, "de")
    assert [(unit.source_language, unit.language) for unit in units] == [("de", "en"), ("de", "ru"), ("de", "uk")]


def test_a_source_language_that_no_text_is_in_gives_way_to_that_of_the_settings(tmx: Callable[..., Path]) -> None:
    path = tmx(GOOD, "", "en-US")
    assert [(unit.source_language, unit.language) for unit in read(path, None, "de")] == [("de", "ru")]
    assert not list(read(path, "en", "de"))
    assert not list(read(path, None, "fr"))


@pytest.mark.parametrize("size", [0, 65_000, 65_500, 65_510, 65_520, 131_060])
def test_names_may_have_the_prefix_of_a_namespace(tmp_path: Path, size: int) -> None:
    path = tmp_path / "other.tmx"
    broken = f"{GOOD}<note>{'x' * size}</bad>{GOOD}{GOOD}"
    text = re.sub(r"(</?)(?=\w)", r"\1lisa:", _tmx(broken, "").partition("\n")[2])
    path.write_text(text.replace("<lisa:tmx", "<lisa:tmx xmlns:lisa='http://www.lisa.org/tmx14'"), "utf-8")
    assert _gathered(path, Lost())[0] == ["Да", "Да", "Да"]


def test_what_follows_a_packed_file_is_no_matter_of_rights(tmx: Callable[..., Path], tmp_path: Path) -> None:
    packed = tmp_path / "x.tmx.gz"
    packed.write_bytes(gzip.compress(tmx(GOOD).read_bytes()) + b"more")
    found, error = _gathered(packed, Lost())
    assert (found, error.partition(" unpack: ")[0]) == (["Да"], f"{packed}: cannot")


def test_a_packed_file_is_read_and_one_that_explodes_is_refused(tmx: Callable[..., Path], tmp_path: Path) -> None:
    packed = tmp_path / "x.tmx.gz"
    packed.write_bytes(gzip.compress(tmx(GOOD).read_bytes()))
    assert len(list(read(packed))) == 1
    packed.write_bytes(packed.read_bytes()[:-20])
    with pytest.raises(L10nError, match="cannot unpack"):
        list(read(packed))
    with gzip.open(packed, "wb", 1) as file:
        file.write(_tmx(GOOD).encode())
        for _ in range(120):
            file.write(b" " * (1 << 20))
    with pytest.raises(L10nError, match="unpacks to more than"):
        list(read(packed))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "windows-1251", "koi8-r"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "other.tmx"
    path.write_bytes(_tmx(GOOD).replace('"1.0"', f'"1.0" encoding="{encoding}"').encode(encoding))
    assert [unit.target for unit in read(path)] == ["Да"]


def test_what_other_programs_say_of_units_is_kept(tmx: Callable[..., Path]) -> None:
    memoq = '<prop type="x-context-pre">&lt;seg&gt;Davor.&lt;/seg&gt;</prop>'
    trados = '<prop type="x-ConfirmationLevel">Draft</prop><prop type="x-Origin">TM</prop>'
    path = tmx(
        f'<tu tuid="1" creationid="DOM\\anna" creationdate="20250131T000000Z" usagecount="3">{memoq}{trados}'
        '<note>Bitte prüfen</note><tuv xml:lang="de-DE"><seg>Ja</seg></tuv>'
        '<tuv xml:lang="ru-RU"><seg>Да</seg></tuv></tu>'
    )
    lost = Lost()
    (unit,) = read(path, lost=lost)
    assert (unit.who, unit.created, unit.previous) == ("DOM\\anna", "2025-01-31T00:00:00Z", "Davor.")
    assert lost.losses() == (Loss("note, for which the memory has no place", 1, (6,)),)


valid = _tmx(f'{GOOD}<tu><prop type="prev">x</prop>{GOOD[4:]}').encode()


@given(st.binary(max_size=300) | st.lists(st.tuples(st.integers(0, len(valid)), st.binary(max_size=9)), max_size=5))
def test_no_bytes_are_too_odd(tmp_path: Path, change: bytes | list[tuple[int, bytes]]) -> None:
    data = change if isinstance(change, bytes) else valid
    for place, piece in () if isinstance(change, bytes) else change:
        data = data[:place] + piece + data[place + len(piece) :]
    path = tmp_path / "odd.tmx"
    path.write_bytes(data)
    found, error = _gathered(path, Lost())
    assert all(map(str.strip, found))
    assert error.startswith(f"{path}:") or not error


@given(
    st.lists(
        st.sampled_from(
            ("a", "ä", "퟿", "\ufffd", "\ufdd0", "\U0001ffff", "&#10;", "&amp;", "&#x0;", "\0", "\x1f", "\ufffe")
        )
    )
)
def test_what_xml_cannot_hold_is_replaced_and_nothing_else(tmp_path: Path, parts: list[str]) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text("".join(parts), "utf-8")
    bad = {"&#x0;", "\0", "\x1f", "\ufffe"}
    assert b"".join(pieces(path)).decode() == "".join(BAD if part in bad else part for part in parts)
