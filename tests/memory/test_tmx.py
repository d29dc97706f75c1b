"""TMX: what is written is read again, and what others write is understood or refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.memory.tmx.reading import read
from l10n.memory.tmx.writing import write
from l10n.memory.unit import Origin, Unit
from tests.conftest import ROOT

SCHEMA = xmlschema.XMLSchema(str(ROOT / "tests" / "memory" / "tmx14.xsd"))

characters = st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\x1b\r\n\t\x85\u2028\ufffe\uffff<>&\"'")
segments = st.text(characters, min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
plain = st.text(st.characters(categories=["L", "N", "P", "Zs"]) | st.sampled_from("\r\n\t<>&\"'"), max_size=20)
dates = st.sampled_from(["", "2026-01-31T12:30:45Z"])
contexts = st.none() | plain
units = st.builds(
    Unit,
    segments,
    segments,
    st.just("de"),
    st.sampled_from(["en", "ru"]),
    contexts,
    contexts,
    st.sampled_from(list(Origin)),
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
    assert unit == Unit("Ja.", "Sim.", "de", "pt", "Davor.", "Danach.", Origin.HUMAN, "Ana", *dates)


def test_inline_elements_leave_their_text(tmx: Callable[..., Path]) -> None:
    segment = '<seg>Ein <bpt i="1">&lt;b&gt;</bpt><hi>dickes</hi><ept i="1">&lt;/b&gt;</ept> Haus<ph x="1"/></seg>'
    (unit,) = read(tmx(f'<tu><tuv xml:lang="de">{segment}</tuv><tuv xml:lang="en"><seg>A house</seg></tuv></tu>'))
    assert unit.source == "Ein <b>dickes</b> Haus"


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
        pytest.param(("<tu>&nbsp;</tu>",), ":6: the entity 'nbsp'", id="entity that nobody declared"),
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
