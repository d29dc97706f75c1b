"""Line and column of a finding are those of the very character, however the PO file is laid out."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.po.positions import Positions
from l10n.model import Catalogue, Entry
from tests.catalogue.strategies import catalogues
from tests.conftest import Gettext, Run

HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
HEADER_FIELDS = (("Language", "ru"), ("Content-Type", "text/plain; charset=UTF-8"))
_STRING = re.compile(r'^((?:#~ |#\| |#~\| )?)(msg\S+ )?"(.*)"$')
_PIECE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-f]{2}|.)|[^\\]")
_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\a": "\a", "\\b": "\b", "\\v": "\v", "\\f": "\f"}


def _wrapped(text: str, width: int) -> str:
    """The PO file with at most so many characters a string, as tools wrap that know no words."""
    lines: list[str] = []
    for line in text.split("\n"):
        match = _STRING.match(line)
        if match is None:
            lines.append(line)
            continue
        pieces = _PIECE.findall(match[3])
        rows = ["".join(pieces[start : start + width]) for start in range(0, len(pieces), width)] or [""]
        first = "" if match[2] and len(rows) > 1 else rows.pop(0)
        lines.append(f'{match[1]}{match[2] or ""}"{first}"')
        lines += [f'{match[1]}"{row}"' for row in rows]
    return "\n".join(lines)


def _texts(entry: Entry) -> list[tuple[int | None, str]]:
    return [(None, entry.msgstr)] if entry.msgid_plural is None else list(enumerate(entry.msgstr_plural))


def _character(lines: list[str], place: tuple[int, int]) -> str:
    """What a person sees there, escapes read."""
    match = _PIECE.match(lines[place[0] - 1], place[1] - 1)
    assert match is not None, f"no character at {place}"
    return _ESCAPES.get(match[0], match[0][-1])


def _check(path: Path) -> None:
    """All characters of all texts are found in their order, between their entry's first line and the next entry."""
    lines = path.read_text("utf-8").split("\n")
    entries = [entry for entry in po.read(path).entries if not entry.obsolete]
    last = (0, 0)
    for entry in entries:
        assert last < (entry.line, 1)
        for form, text in _texts(entry):
            places = Positions(path)
            for offset, character in enumerate(text):
                place = places.find(entry, form, offset)
                assert place > max(last, (entry.line, 1))
                assert _character(lines, place) == character
                last = place
            if text:
                assert places.find(entry, form, len(text)) == last


@settings(max_examples=60)
@given(catalogues(), st.none() | st.integers(1, 40))
def test_the_place_found_is_the_character_in_wrapped_and_unwrapped_files(
    catalogue: Catalogue, width: int | None
) -> None:
    assume(all(len(entry.msgstr_plural) <= 10 for entry in catalogue.entries))
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.po")
        po.write(path, catalogue)
        if width is not None:
            path.write_text(_wrapped(path.read_text("utf-8"), width), "utf-8")
        assert [_texts(entry) for entry in po.read(path).entries] == [_texts(entry) for entry in catalogue.entries]
        _check(path)


def test_the_place_found_is_the_character_where_gettext_wraps(tmp_path: Path, gettext: Gettext) -> None:
    path = tmp_path / "a.po"
    text = 'ein\nZwei „drei“ \\ "vier"\t' + "und immer noch ein Wort " * 9
    entries = (Entry("a " * 60, text, "c", ("fuzzy",)), Entry("b", msgid_plural="c", msgstr_plural=(text, "x", text)))
    po.write(path, Catalogue(HEADER_FIELDS, entries))
    gettext("msgcat", "--width=30", "-o", path, path)
    assert path.read_text("utf-8").count('\n"') > 40
    _check(path)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('msgid "a"\nmsgstr "б!"\nmsgid "c"\nmsgstr "d"\n', id="entries without a blank line"),
        pytest.param('#, fuzzy\n\nmsgid "a"\n\nmsgstr "б!"\n', id="blank lines within an entry"),
        pytest.param('msgid\n"a"\nmsgstr\n"б"\n"!"\n', id="strings below their keywords"),
        pytest.param('msgid "a"\n# note\nmsgstr "б!"\n', id="a comment within an entry"),
        pytest.param('msgid "msgstr \\"x!\\""\nmsgstr "б!"\n', id="a msgid that looks like a msgstr"),
        pytest.param('  msgid "a"\n  msgstr "б!"\n', id="indented"),
        pytest.param('msgid "a"\nmsgstr    "б!"\n', id="several spaces behind the keyword"),
        pytest.param('msgid "a"\nmsgstr"б!"\n', id="no space behind the keyword"),
        pytest.param('msgid "a"\nmsgstr "б" "" "!"\n', id="several strings on a line"),
        pytest.param('msgid "a"\nmsgstr "\\320\\261\\xd0\\xb1!"\n', id="octal and hexadecimal escapes"),
        pytest.param('msgid "a"\nmsgstr "\\ab!"\n', id="an alert"),
        pytest.param('msgid "a"\r\nmsgstr ""\r\n"б"\r\n"!"\r\n', id="lines as Windows ends them"),
    ],
)
def test_files_of_other_hands_are_counted_as_they_are(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.po"
    path.write_bytes((HEADER + text).encode("utf-8"))
    entry = po.read(path).entries[0]
    line, column = Positions(path).find(entry, None, entry.msgstr.index("!"))
    raw = path.read_text("utf-8").split("\n")[line - 1]
    assert raw[column - 1 :].startswith('!"')
    assert "msgid" not in raw


def test_forms_above_the_tenth_have_their_places_too(tmp_path: Path) -> None:
    po.write(tmp_path / "a.po", Catalogue((), (Entry("a", msgid_plural="b", msgstr_plural=tuple("abcdefghijkl")),)))
    _check(tmp_path / "a.po")


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "koi8-u"])
def test_columns_count_characters_whatever_the_charset(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "a.po"
    text = f'{HEADER}msgid "a"\nmsgstr "їжак!"\n'.replace("UTF-8", "KOI8-U" if charset == "koi8-u" else "UTF-8")
    path.write_bytes(text.encode(charset))
    (entry,) = po.read(path).entries
    assert Positions(path).find(entry, None, 4) == (7, 13)


def test_without_text_the_place_is_the_msgstr_and_without_an_entry_the_header(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(f'# Anna\n{HEADER}# note\nmsgid "a"\nmsgstr ""\n', "utf-8")
    (entry,) = po.read(path).entries
    assert Positions(path).find(entry) == (9, 1)
    assert Positions(path).find(None) == (2, 1)
    path.write_text('msgid "a"\nmsgstr "b"\n', "utf-8")
    assert Positions(path).find(None) == (1, 1)


def test_a_file_that_has_changed_meanwhile_gives_the_line_of_the_entry(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(f'{HEADER}msgid "a"\nmsgstr "b"\n', "utf-8")
    (entry,) = po.read(path).entries
    path.write_text("", "utf-8")
    assert Positions(path).find(entry, None, 0) == (entry.line, 1)


@pytest.mark.parametrize("width", ["0", "20"])
def test_a_report_points_at_the_very_character(run: Run, width: str, gettext: Gettext) -> None:
    long = 'Дом  \\ "большой"\n\tи старый,\n' + "очень " * 9
    # Two spaces in more than three texts would be a custom, which is told of the catalogue.
    forms = (f"{long}%d дом", f"{long}%d дома, a {{x}}", f"{long.replace('  ', ' ')}%d домов")
    path = Path("a.po")
    entries = (
        Entry("Das Haus\nist\nalt", f"{long}дом a"),
        Entry("%d Haus", flags=("c-format",), msgid_plural="%d Häuser", msgstr_plural=forms),
    )
    po.write(path, Catalogue((*HEADER_FIELDS, ("X-Source-Language", "de")), entries))
    gettext("msgcat", "--no-wrap" if width == "0" else f"--width={width}", "-o", path, path)
    lines = path.read_text("utf-8").split("\n")
    done = run("check", path, "-f", "json", "--select", "homoglyphs,spaces", "--fail-on", "never")
    found = json.loads(done.stdout)["findings"]
    assert Counter(one["check"] for one in found) == {"homoglyphs": 2, "spaces": 3}
    for one in found:
        place = (one["line"], one["column"])
        assert _character(lines, place) == one["target"][one["span"][0]]
        if one["check"] == "homoglyphs":
            assert lines[place[0] - 1][place[1] - 2 :].startswith((" a", '"a'))
        heading = next(line for line in reversed(lines[: place[0]]) if line.startswith("msg"))
        assert heading.startswith("msgstr[1]" if one["target"] == forms[1] else "msgstr")
