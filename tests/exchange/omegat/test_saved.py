"""OmegaT's own file: read as OmegaT means it, written so that nothing of a translator's is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.exchange.omegat import wording
from l10n.exchange.omegat.saved import Note, Translation, contents, memory, read
from l10n.memory.tmx.reading import read as units

_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from("\n\r\t"))
_FILLED = _TEXT.filter(str.strip)
_PLACES = st.sampled_from([("", ""), ("a.properties", "1"), ("a.properties", "2")])
_WHEN = st.sampled_from(["", "2026-01-31T00:00:00Z", "2026-02-28T10:11:12Z"])


def _source(one: Translation | Note) -> str:
    return wording.plain(one.source)


def _file(path: Path, *units: tuple[tuple[str, str], ...]) -> Path:
    """Units of variants (language, text)."""
    variants = [[f'<tuv lang="{code}"><seg>{escape(text)}</seg></tuv>' for code, text in unit] for unit in units]
    texts = "".join(f"<tu>{''.join(unit)}</tu>" for unit in variants)
    path.write_text(f'<tmx version="1.1"><header/><body>{texts}</body></tmx>', "utf-8")
    return path


@pytest.mark.parametrize(
    ("languages", "unit"),
    [
        (("de", "de-AT"), (("de", "Tüte"), ("de-AT", "Sackerl"))),
        (("de", "de-AT"), (("de-AT", "Sackerl"), ("de", "Tüte"))),
        (("de-AT", "de"), (("DE-AT", "Tüte"), ("DE", "Sackerl"))),
        (("de", "pt-BR"), (("de-DE", "Tüte"), ("pt", "Sackerl"))),
    ],
)
def test_the_full_code_tells_source_and_translation_apart(
    tmp_path: Path, languages: tuple[str, str], unit: tuple[tuple[str, str], ...]
) -> None:
    saved = read(_file(tmp_path / "x.tmx", unit), *languages)
    assert saved.defaults == {"Tüte": Translation("Tüte", "Sackerl")}


LEVEL_2 = """\
<tmx version="1.4"><header creationtool="OmegaT" o-tmf="OmegaT TMX" creationtoolversion="6.2.0" srclang="de"/><body>
<tu tuid="8a2b"><prop type="file">a.properties</prop><prop type="id">8a2b</prop><prop type="prev">Vor.</prop>
<note>ask</note><tuv xml:lang="de"><seg>Ein <bpt i="1" x="1">&lt;a1&gt;</bpt>Haus<ept i="1">&lt;/a1&gt;</ept>\
<ph x="2">&lt;br2/&gt;</ph> im &lt;b&gt;Ort</seg></tuv>
<tuv xml:lang="ru" changeid="Rita" changedate="20260228T101112Z"><seg><it pos="begin" x="1">&lt;a1&gt;</it>Дом\
<ph x="2">&lt;br2/&gt;</ph> в &lt;b&gt;селе</seg></tuv></tu></body></tmx>"""


def test_the_tags_of_level_2_are_what_stands_in_them(tmp_path: Path) -> None:
    """OmegaT has written its tags as inline elements since 6.2, those with a number; all others are words to it."""
    path = tmp_path / "project_save.tmx"
    path.write_text(LEVEL_2, "utf-8")
    saved = read(path, "de", "ru")
    msgid, text = "Ein <a1>Haus</a1><br2/> im <b>Ort", "<a1>Дом<br2/> в <b>селе"
    when = "2026-02-28T10:11:12Z"
    assert saved.find("a.properties", "8a2b", msgid) == Translation(msgid, text, "Rita", when, "a.properties", "8a2b")
    assert saved.notes == [Note(msgid, "ask", "a.properties", "8a2b")]
    assert not saved.defaults


def test_the_memory_has_the_words_of_level_2(tmp_path: Path) -> None:
    path = tmp_path / "project_save.tmx"
    path.write_text(LEVEL_2.replace('<it pos="begin" x="1">&lt;a1&gt;</it>', ""), "utf-8")
    (unit,) = units(path)
    assert (unit.source, unit.target, unit.previous) == ("Ein Haus im <b>Ort", "Дом в <b>селе", "Vor.")


def test_what_may_be_either_of_two_is_none(tmp_path: Path) -> None:
    path = _file(tmp_path / "x.tmx", (("de", "Tüte"), ("pt-BR", "a"), ("pt-PT", "b")))
    assert read(path, "de", "pt").defaults == {}


def test_a_broken_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "project_save.tmx"
    path.write_text("<tmx><body>")
    with pytest.raises(L10nError, match=r"project_save\.tmx:1: ") as caught:
        read(path, "de", "ru")
    assert caught.value.hint == "mend it, or take OmegaT's own copy, omegat/project_save.tmx.bak, in its place"


@given(
    st.lists(st.builds(Translation, _FILLED, _TEXT, st.just("Rita"), _WHEN), unique_by=_source),
    st.lists(st.builds(Note, _FILLED, _FILLED), unique_by=_source),
    st.lists(_PLACES, min_size=40),
)
def test_written_and_read_again_they_are_the_same(
    tmp_path: Path, translations: list[Translation], notes: list[Note], places: list[tuple[str, str]]
) -> None:
    done = [replace(one, file=file, id=number) for one, (file, number) in zip(translations, places, strict=False)]
    said = [replace(one, file=file, id=number) for one, (file, number) in zip(notes, places, strict=False)]
    path = tmp_path / "x.tmx"
    path.write_bytes(memory(("de", "de-AT"), done, said).encode())
    found = contents(path, ("de", "de-AT"), "")
    wanted: list[Translation | Note] = [*done, *said]
    assert sorted(map(_comparable, found)) == sorted(map(_comparable, wanted))


def _comparable(one: Translation | Note) -> str:
    return repr(replace(one, source=_source(one)))
