"""Changes of a PO file that leave the rest of it alone, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, target
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.po import layout
from l10n.catalogue.po.serialization import serialize
from l10n.catalogue.po.splice import Changes, splice
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry
from tests.catalogue import strategies
from tests.conftest import Gettext

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
LONG = "Эта строка достаточно длинна для того, чтобы msgcat перенёс её: слово за словом, до самого конца. " * 2
MARK = "l10n-mt: argos en-ru-1.0 risk=0.12 s=0123abcd h=89abcdef"


def _drafted(entry: Entry, text: str) -> Entry:
    forms = tuple(f"{text}{form}" for form in range(3))
    people = tuple(line for line in entry.comments if not line.startswith("l10n-"))
    new = replace(entry, comments=("l10n-pivot: english ¶", *people, MARK), previous=())
    return new.with_texts((text,) if entry.msgid_plural is None else forms).as_fuzzy()


def _spliced(text: str, *texts: str | None) -> str:
    """With drafts of these texts in the first entries; None for one that goes."""
    entries = po.parse(text.encode(), "a.po").entries
    changes = {place: _drafted(entries[place], new) if new else None for place, new in enumerate(texts)}
    return splice(text.encode(), "a.po", po.parse(text.encode(), "a.po"), changes).data.decode()


# --- any file -----------------------------------------------------------------------------------------------------


@st.composite
def quirky(draw: st.DrawFn) -> bytes:
    """A file as no program of ours would write it."""
    catalogue = draw(strategies.catalogues(st.sampled_from([(), ("# vim: tw=0", "#. the end")])))
    lines = serialize(catalogue).split("\n")[:-1]
    quirks = draw(st.lists(st.sampled_from(sorted(QUIRKS)), max_size=6))
    for quirk in quirks:
        at = draw(st.integers(0, len(lines) - 1))
        for place in range(at, len(lines)):
            if new := QUIRKS[quirk](lines[place]):
                lines[place : place + 1] = new
                break
    ends = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return (mark + ends.join(lines) + draw(st.sampled_from([ends, "", ends * 3]))).encode()


def _wrapped(line: str) -> list[str] | None:
    match = re.fullmatch(r'((?:#~ )?)(msg\S+ )?"(.* )(\S.*)"', line)
    return [f'{match[1]}{match[2] or ""}"{match[3]}"', f'{match[1]}"{match[4]}"'] if match else None


QUIRKS: Mapping[str, Callable[[str], list[str] | None]] = {
    "wrapped": _wrapped,
    "indented": lambda line: [f"  {line}"] if line.startswith(("msg", '"')) else None,
    "spaces": lambda line: [re.sub(r"^(msg\S+) ", r"\1   ", line)] if re.match(r"msg\S+ ", line) else None,
    "trailing": lambda line: [f"{line} \t"] if line.endswith('"') else None,
    "blank": lambda line: ["", line] if line.startswith("#:") else None,
    "tight": lambda line: [line.replace("#, ", "#,")] if line.startswith("#, ") else None,
    "sticky": lambda line: ["#= c-format", line] if line.startswith("#, ") else None,
    "comment": lambda line: ["#  odd   one", "##", line] if line.startswith(("#:", "#, ")) else None,
}


@given(quirky(), st.data())
def test_all_lines_but_those_of_the_changed_entries_stay(before: bytes, data: st.DataObject) -> None:
    old = po.parse(before, "a.po")
    changes: dict[int, Entry | None] = {}
    for place, entry in enumerate(old.entries):
        if entry.obsolete and data.draw(st.booleans()):
            changes[place] = None
        elif not entry.obsolete and data.draw(st.booleans()):
            new = _drafted(entry, data.draw(strategies.text.filter(bool)))
            changes[place] = new.accepted() if data.draw(st.booleans()) else new
    spliced = splice(before, "a.po", po.parse(before, "a.po"), changes)
    after = po.parse(spliced.data, "a.po")
    expected = [changes.get(place, entry) for place, entry in enumerate(old.entries)]
    assert [_loose(entry) for entry in after.entries] == [_loose(entry) for entry in expected if entry]
    assert replace(after, entries=()) == replace(old, entries=())
    _only_in(before, spliced.data, old, changes)
    assert splice(spliced.data, "a.po", po.parse(spliced.data, "a.po"), {}).data == spliced.data
    target(len(changes))


def _loose(entry: Entry) -> Entry:
    return replace(entry, flags=tuple(sorted(entry.flags)))


def _only_in(before: bytes, after: bytes, old: Catalogue, changes: Changes) -> None:
    """All lines of other entries are there, in their order, and lines end as they did."""
    lines, new = (re.findall(rb"[^\r\n]*(?:\r\n|\r|\n|$)", data) for data in (before, after))
    starts = [*(entry.line for entry in old.entries), len(lines) + 1]
    ours = {
        number
        for place, (start, stop) in enumerate(pairwise(starts))
        if place in changes
        for number in range(start - 1, stop - 1)
    }
    rest = [line.strip() for number, line in enumerate(lines) if number not in ours and line.strip()]
    left = iter([line.strip() for line in new])
    assert all(line in left for line in rest)
    assert {line[len(line.rstrip(b"\r\n")) :] for line in new} <= {line[len(line.rstrip(b"\r\n")) :] for line in lines}


# --- how strings are broken over lines ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [60, 79, 100])
def test_new_strings_are_wrapped_as_those_that_are_there(tmp_path: Path, gettext: Gettext, width: int) -> None:
    path = tmp_path / "a.po"
    others = (f'msgid "{start}"\nmsgstr "{LONG[start:]}"' for start in range(25))
    path.write_text("\n\n".join((f'{HEADER}msgid "house"\nmsgstr ""', *others)))
    gettext("msgcat", f"--width={width}", path, "-o", path)
    path.write_text(_spliced(path.read_text("utf-8"), f"{LONG}\nи ещё"), "utf-8")
    assert gettext("msgcat", f"--width={width}", path) == path.read_text("utf-8")


def test_a_file_that_does_not_wrap_gets_no_wraps(gettext: Gettext, tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(f'{HEADER}msgid "house"\nmsgstr ""\n\nmsgid "a"\nmsgstr "{LONG}"\n')
    gettext("msgcat", "--no-wrap", path, "-o", path)
    path.write_text(_spliced(path.read_text("utf-8"), f"{LONG}\nи ещё"), "utf-8")
    assert gettext("msgcat", "--no-wrap", path) == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([['msgid "a"'], ['msgstr "b"']], None, id="only short ones"),
        pytest.param([['msgstr ""', r'"one\n"', '"two"']], None, id="broken behind line feeds"),
        pytest.param([['msgstr ""', '"a b c d "', '"e"']], 10, id="narrow"),
        pytest.param([['msgstr ""', f'"{"a " * 38}"', '"bcd"']], 79, id="as gettext"),
        pytest.param([['msgstr ""', '"a b c d "', '"e"'], *[[f'msgstr "{"a " * 60}"']] * 2], None, id="most are whole"),
    ],
)
def test_the_columns_are_those_that_the_lines_have(lines: list[list[str]], expected: int | None) -> None:
    assert layout.columns(lines) == expected


def test_chinese_is_broken_between_characters() -> None:
    text = "日本語のとても長い文字列は、どこで改行されるのでしょうか。これは試験です。それでもまだ続きます。"
    assert layout.broken("msgstr", text, 79) == ['msgstr ""', f'"{text[:38]}"', f'"{text[38:]}"']


# --- what an entry keeps --------------------------------------------------------------------------------------------


def test_peoples_comments_keep_their_form_and_ours_are_replaced() -> None:
    entry = f'#  Olga:  sure? \n# {MARK}\n#:  a.c:1\n#= c-format\nmsgid  "house"\nmsgstr ""\n'
    assert _spliced(HEADER + entry, "дом") == HEADER + (
        f'# l10n-pivot: english ¶\n#  Olga:  sure? \n# {MARK}\n#:  a.c:1\n#, fuzzy\n#= c-format\nmsgid  "house"\n'
        'msgstr "дом"\n'
    )


def test_an_entry_that_goes_takes_its_blank_line_with_it() -> None:
    gone, stays = '#~ msgid "a"\n#~ msgstr "b"', 'msgid "c"\nmsgstr "d"'
    assert _spliced(f"{HEADER}{gone}\n\n\n{stays}\n", None) == f"{HEADER}{stays}\n"
    assert _spliced(f"{HEADER}{stays}\n\n{gone}", "x", None).endswith('msgstr "x"')


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param('msgstr ""', 'msgstr ""\n"Plural-Forms: x;\\n"', id="empty"),
        pytest.param('msgstr "A: b"', 'msgstr "A: b\\n"\n"Plural-Forms: x;\\n"', id="without a line feed"),
        pytest.param('msgstr ""\n"A: b\\n"\n"X-C: d\\n"', None, id="before X-"),
        pytest.param(
            'msgstr "A: b\\nPlural-Forms: y;\\nC: d\\n"', 'msgstr "A: b\\nPlural-Forms: x;\\nC: d\\n"', id="one"
        ),
        pytest.param(
            'msgstr ""\n"Plural-Forms: y "\n"z;\\n"\n"A: b\\n"',
            'msgstr ""\n"Plural-Forms: x;\\n"\n"A: b\\n"',
            id="wrapped",
        ),
    ],
)
def test_only_one_field_of_the_header_changes(header: str, expected: str | None) -> None:
    text = f'msgid ""\n{header}\n\nmsgid "a"\nmsgstr ""\n'
    old = po.parse(text.encode(), "a.po")
    (entry,) = old.entries
    new = splice(text.encode(), "a.po", old, {0: entry.with_texts(("b",))}, (("Plural-Forms", "x;"),)).data.decode()
    assert new.startswith(f'msgid ""\n{expected or header.replace(chr(34) + "X-", _PLURAL + chr(34) + "X-")}\n')


_PLURAL = '"Plural-Forms: x;\\n"\n'


def test_what_cannot_be_changed_alone_is_refused() -> None:
    """Bytes as escapes mean something else in another charset."""
    text = HEADER.replace("UTF-8", "ISO-8859-1") + 'msgid "house"\nmsgstr ""\n\nmsgid "b"\nmsgstr "\\344"\n'
    with pytest.raises(L10nError, match=r"a\.po: its form is too odd"):
        _spliced(text, "дом")
