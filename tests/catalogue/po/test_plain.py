"""The reader of plain files and the one for all others make the same of a file: catalogue, line numbers, errors."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.po import plain
from l10n.catalogue.po.serialization import serialize
from l10n.errors import L10nError
from l10n.model import Catalogue
from tests.catalogue.strategies import catalogues
from tests.conftest import examples

ROOT = Path(__file__).parents[3]
FILES = sorted(path for folder in ("locales", "tests/data") for path in (ROOT / folder).rglob("*.po*"))
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
LINES = [
    *(
        "",
        "",
        "#",
        "#.",
        "# note",
        "#  note ",
        "#note",
        "# #. x",
        "#\u00a0x",
        "# \u00a0x",
        "# x\u2028",
        "#. hint",
        "#.hint",
    ),
    *("#: a.c:1 b.c:2", "#: a.c:1 ", "#:", "#: \u2068a b.c\u2069:3", "#:a.c:1", "#: a.c:²"),
    *("#, fuzzy", "#, fuzzy, c-format,", "#,fuzzy", "#, range: 0..9, a b", "#,", "#, ,", "#= c-format"),
    *('#| msgid "a"', '#| msgctxt "c"', '#| msgid_plural "p"', '#| "b"', "#| msgid", "#| x", '#|msgid "a"'),
    *('#~| msgid "a"', '#~ msgid "a"', '#~ msgstr "b"', '#~ "c"', "#~", "#~ # x", '#~msgid "a"', "#~ #, fuzzy"),
    *('msgid "a"', 'msgid ""', 'msgid "b" ', ' msgid "c"', 'msgid"d"', "msgid", 'msgid "a" "b"', 'msgid "a'),
    *('msgstr "x"', 'msgstr ""', 'msgstr "\\x41\\n"', r'msgstr "\a\t\"\\"', r'msgstr "\d"', 'msgstr "a"b"', "msgstr x"),
    *('msgctxt "c"', 'msgctxt ""', 'msgid_plural "p"', 'msgid_plural ""', 'msgstr[0] "x"', 'msgstr[1] "y"'),
    *('msgstr[2] "z"', 'msgstr[٠] "z"', 'msgstr[10] "z"', 'msgstr [0] "x"', '"more"', '"\\n"', '"\ufdd0"', "\ufeff"),
    *(
        "<<<<<<< ours",
        "=======",
        "\x1a",
        "\x0c",
        "domain x",
        "#\\",
        "# a\\",
        '"Content-Type: text/plain; charset=KOI8-R\\n"',
    ),
]


def _outcome(data: bytes) -> object:
    """All that a reader makes of a file, what equality does not ask for included; or what it says is wrong."""
    try:
        return _all(po.parse(data, "x.po"))
    except L10nError as error:
        return str(error), error.hint


def _all(catalogue: Catalogue) -> tuple[object, ...]:
    rest = [getattr(catalogue, field.name) for field in fields(Catalogue) if field.name != "entries"]
    return *rest, [[getattr(entry, field.name) for field in fields(entry)] for entry in catalogue.entries]


def _by_polib(data: bytes) -> object:
    with patch.object(plain, "entries", side_effect=plain.NotPlainError):
        return _outcome(data)


def _same(data: bytes) -> None:
    assert _outcome(data) == _by_polib(data)


def _is_plain(data: bytes) -> bool:
    try:
        return bool(list(plain.entries(data)))
    except plain.NotPlainError:
        return False


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_real_catalogues_are_plain_and_read_as_by_polib(path: Path) -> None:
    data = path.read_bytes()
    assert _is_plain(data)
    _same(data)


@examples(25, thorough=300)
@given(catalogues(), st.integers(0, 3))
def test_what_we_write_is_read_as_by_polib(catalogue: Catalogue, blank: int) -> None:
    text = "\n" * blank + serialize(catalogue).replace("\n\n", "\n" * (blank + 1) if blank else "\n\n")
    _same(text.encode())
    _same(text.removesuffix("\n").encode())


@examples(25, thorough=300)
@given(catalogues())
def test_what_we_write_is_plain_unless_comments_end_the_file(catalogue: Catalogue) -> None:
    """Spaces at the end of comments, single characters that escapes cannot tell and many plural forms are polib's."""
    forms = max((len(entry.msgstr_plural) for entry in catalogue.entries), default=0)
    texts = serialize(catalogue)
    odd = (
        forms > 10
        or any(mark in texts for mark in (r"\a", "\r", "\ufeff"))
        or any(line.startswith("#") and line != line.rstrip() for line in texts.split("\n"))
    )
    assert odd or _is_plain(texts.encode())


@examples(25, thorough=300)
@given(catalogues(), st.lists(st.tuples(st.integers(0, 60), st.sampled_from(LINES), st.integers(0, 2)), max_size=4))
def test_lines_of_any_kind_anywhere_make_no_difference_to_readers(
    catalogue: Catalogue, changes: list[tuple[int, str, int]]
) -> None:
    lines = serialize(catalogue).split("\n")
    for index, line, dropped in changes:
        lines[index % len(lines) : index % len(lines) + dropped] = [line]
    _same("\n".join(lines).encode())


@examples(25, thorough=300)
@given(st.lists(st.sampled_from(LINES), max_size=14))
@example(["", 'msgid "a"', 'msgstr "x"', "", 'msgid "a"', 'msgstr "y"'])
@example(['msgid "a"', 'msgid_plural ""', 'msgstr[0] "x"', 'msgstr[1] "y"', 'msgid "b" ', 'msgstr "x"'])
def test_heaps_of_lines_are_refused_or_read_alike(lines: list[str]) -> None:
    _same((HEADER + "\n".join(lines)).encode())


@examples(25, thorough=300)
@given(catalogues(), st.integers(0, 2000), st.binary(max_size=3))
def test_any_bytes_anywhere_make_no_difference_to_readers(catalogue: Catalogue, index: int, odd: bytes) -> None:
    data = serialize(catalogue).encode()
    _same(data[:index] + odd + data[index:])


@pytest.mark.parametrize("charset", ["utf-7", "hz", "iso2022_jp", "koi8-r", "utf-16", "ascii", "CHARSET", "utf-8"])
def test_charsets_that_only_look_like_ascii_are_read_as_ever(charset: str) -> None:
    text = HEADER.replace("UTF-8", charset) + '\nmsgid "+AGE-~{<:Ky2;~}"\nmsgstr "b"\n'
    _same(text.encode("utf-16" if charset == "utf-16" else "ascii"))


@examples(25, thorough=300)
@given(catalogues(), st.integers(1, 400))
def test_the_size_of_the_pieces_that_are_decoded_makes_no_difference(catalogue: Catalogue, size: int) -> None:
    data = serialize(catalogue).replace("\n\n", "\n\n\n\n").encode()
    whole = _outcome(data)
    with patch.object(plain, "PIECE", size):
        assert _outcome(data) == whole


@examples(25, thorough=300)
@given(catalogues(), st.integers(0, 60), st.sampled_from(LINES))
def test_entries_come_one_after_the_other_whoever_reads_them(catalogue: Catalogue, index: int, line: str) -> None:
    lines = serialize(catalogue).split("\n")
    lines.insert(index % len(lines), line)
    data = "\n".join(lines).encode()
    try:
        expected = po.parse(data, "x.po")
    except L10nError:
        return
    read = [entry for entry in po.entries(data, "x.po") if entry.key != (None, "") or entry.obsolete]
    assert [(entry, entry.line) for entry in read] == [(entry, entry.line) for entry in expected.entries]
