"""PO files in and out, with what the world writes and polib cannot read."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry
from tests.catalogue.strategies import catalogues, comments
from tests.conftest import Gettext

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _read(folder: Path, text: str | bytes) -> Catalogue:
    path = folder / "x.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return po.read(path)


@given(catalogues(trailing=comments.map(lambda lines: tuple(f"# {line}".rstrip() for line in lines))))
def test_what_is_written_is_read_again(catalogue: Catalogue) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        assert po.write(path, catalogue)
        again = po.read(path)
        expected = tuple(_as_read(entry) for entry in catalogue.entries)
        assert again.entries == expected
        assert replace(again, entries=(), references=()) == replace(catalogue, entries=(), references=())
        assert again.references == tuple(" ".join(catalogue.references).split())
        assert not po.write(path, again)


def _as_read(entry: Entry) -> Entry:
    """References come back as words, which is how PO files separate them; without text nothing is fuzzy."""
    words = " ".join(entry.references).split()
    flags = entry.flags if entry.translated else tuple(flag for flag in entry.flags if flag != "fuzzy")
    return replace(entry, references=tuple(words), flags=flags)


@given(catalogues())
def test_msgcat_has_nothing_to_change(gettext: Gettext, catalogue: Catalogue) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder, "x.po"), Path(folder, "y.po")
        po.write(path, catalogue)
        gettext("msgcat", "--no-wrap", "--force-po", "-o", copy, path)
        assert copy.read_bytes() == path.read_bytes()


TEXTS: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "mixed line ends": lambda text: text.replace("\n", "\r\n", 7).encode() + b"\x1a",
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "flags of gettext 1.0": lambda text: re.sub("^#, ", "#= ", text, flags=re.M).encode(),
    "no spaces": lambda text: re.sub(
        r'^(#[|~]) (?=.*")|^(#[,:.]?) (?=[^\s.:,|~=!])', r"\1\2", text, flags=re.M
    ).encode(),
    "indented": lambda text: re.sub(r"^(.*)$", " \\1", text, flags=re.M).encode(),
    "spaces at the end": lambda text: re.sub(r"^(|[^#\n].*|#[~|,:].*)$", "\\1\t", text, flags=re.M).encode(),
    "a flag a line": lambda text: re.sub(r"(?m)^#, (\S+), ", r"#, \1\n#,  ", text).encode(),
}


@pytest.mark.parametrize("name", TEXTS)
@given(catalogue=catalogues())
def test_the_same_in_other_clothes_is_read_the_same(name: str, catalogue: Catalogue) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        po.write(path, catalogue)
        expected = po.read(path)
        path.write_bytes(TEXTS[name](path.read_text("utf-8")))
        assert po.read(path) == expected


@given(catalogue=catalogues(), width=st.integers(20, 120))
def test_what_msgcat_has_wrapped_is_read_the_same(gettext: Gettext, catalogue: Catalogue, width: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        po.write(path, catalogue)
        expected = po.read(path)
        gettext("msgcat", f"--width={width}", "-o", path, path)
        assert po.read(path) == expected


@given(catalogue=catalogues())
def test_what_polib_has_saved_is_read_the_same_but_for_its_losses(catalogue: Catalogue) -> None:
    """polib sorts X- fields, drops `#~|`, begins no comment with an empty line, and numbers forms up to ten."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        po.write(path, replace(catalogue, entries=tuple(map(_as_polib_can, catalogue.entries)), comments=("x",)))
        expected = po.read(path)
        polib.pofile(str(path), wrapwidth=78).save(str(path))
        again = po.read(path)
        assert again.entries == expected.entries
        assert sorted(again.header) == sorted(expected.header)


def _as_polib_can(entry: Entry) -> Entry:
    def full(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(line for line in lines if line)

    kept = replace(entry, comments=full(entry.comments), extracted=full(entry.extracted))
    forms = entry.msgstr_plural[:10]
    return replace(kept, previous=() if entry.obsolete else entry.previous, msgstr_plural=forms)


@given(catalogue=catalogues(), data=st.data())
def test_entries_in_any_order_and_a_header_anywhere_are_read(catalogue: Catalogue, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        po.write(path, catalogue)
        expected = po.read(path)
        blocks = data.draw(st.permutations(path.read_text("utf-8").removesuffix("\n").split("\n\n")))
        path.write_text("\n\n".join(blocks), "utf-8", newline="\n")
        again = po.read(path)
        assert set(again.entries) == set(expected.entries)
        assert replace(again, entries=()) == replace(expected, entries=())


def test_polib_reads_our_files_too(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    entry = Entry("a\u2028b", "c\u2029d", comments=("note",), flags=("fuzzy",))
    po.write(path, Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"), (entry,)))
    (read,) = polib.pofile(str(path))
    assert (read.msgid, read.msgstr, read.tcomment, read.fuzzy) == ("a\u2028b", "c\u2029d", "note", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('#= fuzzy\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", flags=("fuzzy",)), id="flags of gettext 1.0"),
        pytest.param(
            '#~| msgid "alt"\n#~ msgid "a"\n#~ msgstr "b"\n',
            Entry("a", "b", previous=(("msgid", "alt"),), obsolete=True),
            id="previous msgid of an obsolete entry",
        ),
        pytest.param('#no space\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", comments=("no space",)), id="bare comment"),
        pytest.param('## x\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", comments=("# x",)), id="comment with two signs"),
        pytest.param(
            '#.c\n#:f:1\n#,fuzzy\n#|msgid "z"\nmsgid "a"\nmsgstr "b"\n',
            Entry("a", "b", None, ("fuzzy",), (), ("c",), ("f:1",), (("msgid", "z"),)),
            id="marks without a space",
        ),
        pytest.param('#~msgid "a"\n#~msgstr "b"\n', Entry("a", "b", obsolete=True), id="obsolete without a space"),
        pytest.param('msgid "a"\nmsgstr "b"', Entry("a", "b"), id="no final line feed"),
        pytest.param('msgid ""\n"a"\n"b"\nmsgstr ""\n"c "\n"d"\n', Entry("ab", "c d"), id="wrapped"),
        pytest.param(
            '# x\n#\n# y\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", comments=("x", "", "y")), id="empty comment"
        ),
        pytest.param(
            'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] ""\n',
            Entry("a", msgid_plural="as", msgstr_plural=("b", "")),
            id="plural",
        ),
        pytest.param('msgid "a\u2028b"\nmsgstr "\u0085"\n', Entry("a\u2028b", "\u0085"), id="line separators"),
        pytest.param('#=fuzzy\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", flags=("fuzzy",)), id="#= without space"),
        pytest.param(
            '#=== Teil 1 ===\n#!x\n#~~~\n#\tt\n#-\nmsgid "a"\nmsgstr "b"\n',
            Entry("a", "b", comments=("=== Teil 1 ===", "!x", "~~~", "\tt", "-")),
            id="lines that only look like marks",
        ),
        pytest.param(
            '#| msgctxt "c"\n#| msgid ""\n#| "alt, "\n#|"älter"\n#|\n#| msgid_plural "p"\nmsgid "a"\nmsgstr ""\n',
            Entry("a", previous=(("msgctxt", "c"), ("msgid", "alt, älter"), ("msgid_plural", "p"))),
            id="all of #|",
        ),
        pytest.param(
            '#~\n#~| msgctxt "c"\n#~| msgid ""\n#~| "alt"\n#~ msgid ""\n#~ "a"\n#~\tmsgstr "b"\n#~ \n',
            Entry("a", "b", previous=(("msgctxt", "c"), ("msgid", "alt")), obsolete=True),
            id="all of #~",
        ),
        pytest.param(
            '#~ # c\n#~ #, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n',
            Entry("a", "b", comments=("c",), flags=("fuzzy",), obsolete=True),
            id="comments behind #~",
        ),
        pytest.param(
            '#\n# x\n#\n#.\n#. y\nmsgid "a"\nmsgstr "b"\n',
            Entry("a", "b", comments=("", "x", ""), extracted=("", "y")),
            id="empty comments first",
        ),
        pytest.param(
            '#.\tx\n#.y\n#.  z\n#..\nmsgid "a"\nmsgstr "b"\n',
            Entry("a", "b", extracted=("\tx", "y", " z", ".")),
            id="white space in extracted comments",
        ),
        pytest.param(
            '#, fuzzy,no-wrap  x-mine\n#,  range: 0..9 ,y-mine\nmsgid "a"\nmsgstr "b"\n',
            Entry("a", "b", flags=("fuzzy", "no-wrap", "x-mine", "range: 0..9", "y-mine")),
            id="flags in odd spacing, unknown ones, two lines",
        ),
        pytest.param(
            r'msgid "\303\251\x41 \\303 \\\303\251"' + "\n" + r'msgstr "\a\b\f\v\r\q\042\012"' + "\n",
            Entry("éA \\303 \\é", '\a\b\f\v\r\\q"\n'),
            id="escapes",
        ),
        pytest.param('  msgid\n "a" "b"\n\tmsgstr"c"\t"d" \n', Entry("ab", "cd"), id="strings anywhere"),
        pytest.param('msgid "a\tb" \nmsgstr "\t"\t\n', Entry("a\tb", "\t"), id="tabs and spaces at the end"),
        pytest.param(
            'msgid "a"\nmsgid_plural "as"\n' + "".join(f'msgstr[{n}] "{n}"\n"x"\n' for n in range(12)),
            Entry("a", msgid_plural="as", msgstr_plural=tuple(f"{n}x" for n in range(12))),
            id="twelve forms",
        ),
    ],
)
def test_reads_what_the_world_writes(tmp_path: Path, text: str, expected: Entry) -> None:
    for data in (HEADER + text, "\ufeff" + HEADER + text, (HEADER + text).replace("\n", "\r\n")):
        assert _read(tmp_path, data).entries == (expected,)


_NONCHARACTERS = "".join(map(chr, range(0xFDD0, 0xFDF0)))
_ODD_TEXTS = st.text(st.sampled_from(_NONCHARACTERS[:3] + "a\n"), max_size=6) | st.just(_NONCHARACTERS)
_ODD_LINES = _ODD_TEXTS.map(lambda text: text.replace("\n", ""))
_ODD_ENTRIES = st.builds(
    lambda msgid, text, forms, comments, extracted, gone: Entry(
        f"1{msgid}",
        "" if forms else f"{text}2",
        msgid_plural=msgid if forms else None,
        msgstr_plural=tuple(forms),
        comments=tuple(comments),
        extracted=() if gone else tuple(extracted),
        previous=(("msgid", f"0{text}"),),
        obsolete=gone,
    ),
    _ODD_TEXTS,
    _ODD_TEXTS,
    st.just([]) | st.lists(_ODD_TEXTS.map("x{}".format), min_size=11, max_size=13),
    st.lists(_ODD_LINES, max_size=3),
    st.lists(_ODD_LINES, max_size=2),
    st.booleans(),
)


@given(st.lists(_ODD_ENTRIES, unique_by=lambda entry: entry.msgid, max_size=4), st.lists(_ODD_LINES, max_size=3))
def test_noncharacters_in_texts_and_comments_are_read_as_they_are(entries: list[Entry], comments: list[str]) -> None:
    ordered = tuple(sorted(entries, key=lambda entry: entry.obsolete))
    catalogue = Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"), ordered, tuple(comments))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        po.write(path, catalogue)
        assert po.read(path) == catalogue


def test_even_a_file_with_all_noncharacters_and_all_pairs_of_them_is_read_as_it_is(tmp_path: Path) -> None:
    texts = [_NONCHARACTERS, "".join(one + other for one in _NONCHARACTERS for other in _NONCHARACTERS)]
    forms = tuple(f"{number}{texts[number % 2]}" for number in range(12))
    entry = Entry("a", msgid_plural="as", msgstr_plural=forms, comments=("", *texts, ""))
    po.write(tmp_path / "x.po", Catalogue(entries=(entry,)))
    assert po.read(tmp_path / "x.po").entries == (entry,)


@pytest.mark.parametrize("escaped", [r"\357\267\220", r"\xef\xb7\x90", r'\357" "\xb7\220', r"\\\357\267\220", "\ufdd0"])
def test_a_noncharacter_in_escapes_is_no_end_of_a_form_nor_an_empty_comment(tmp_path: Path, escaped: str) -> None:
    for one in (escaped, escaped.replace("220", "221").replace("90", "91").replace("\ufdd0", "\ufdd1")):
        forms = "".join(f'msgstr[{number}] "{one}{number}"\n' for number in range(12))
        (entry,) = _read(tmp_path, f'{HEADER}#\n# \ufdd2\nmsgid "a"\nmsgid_plural "as"\n{forms}').entries
        assert len(entry.msgstr_plural) == 12
        assert [form.lstrip("\\\ufdd0\ufdd1") for form in entry.msgstr_plural] == list(map(str, range(12)))
        assert all(form[-len(str(number)) - 1] in "\ufdd0\ufdd1" for number, form in enumerate(entry.msgstr_plural))
        assert entry.comments == ("", "\ufdd2")


def test_an_entry_without_header_keeps_its_first_comments(tmp_path: Path) -> None:
    assert _read(tmp_path, '# kept\nmsgid "a"\nmsgstr "b"\n').entries == (Entry("a", "b", comments=("kept",)),)


@pytest.mark.parametrize(
    ("charset", "text"),
    [("CP1251", "дом"), ("KOI8-U", "їжак"), ("ISO-8859-9", "ağac İş"), ("windows-1254", "şəhər"[:1]), ("utf8", "дом")],
)
def test_other_charsets_are_read_by_the_header_and_written_as_utf_8(tmp_path: Path, charset: str, text: str) -> None:
    header = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; "\n"charset={charset}\\n"\n\n'
    read = _read(tmp_path, (header + f'msgid "a"\nmsgstr "{text}"\n').encode(charset))
    assert read.entries[0].msgstr == text
    po.write(tmp_path / "x.po", read)
    assert po.read(tmp_path / "x.po").entries == read.entries
    assert b"charset=utf-8" in (tmp_path / "x.po").read_bytes().lower().replace(b"utf8", b"utf-8")


@pytest.mark.parametrize("charset", ["CHARSET", "utf-16", "base64", "klingon"])
def test_a_charset_that_cannot_be_meant_is_utf_8(tmp_path: Path, charset: str) -> None:
    text = HEADER.replace("UTF-8", charset) + 'msgid "a"\nmsgstr "дом"\n'
    assert _read(tmp_path, text).entries[0].msgstr == "дом"


def test_bytes_in_escapes_are_of_the_files_charset(tmp_path: Path) -> None:
    text = HEADER.replace("UTF-8", "CP1251") + r'msgid "\xe4\xee\xec"' + '\nmsgstr ""\n'
    assert _read(tmp_path, text).entries[0].msgid == "дом"


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        pytest.param(b'msgid "a"\nmsgstr "b"\n\nnonsense\n', ":4", "syntax error", id="nonsense"),
        pytest.param(b'msgid "a "b" c"\nmsgstr ""\n', ":1", "one too many", id="bare quote"),
        pytest.param(b'msgid "a"\nmsgstr "b\n', ":2", "no closing quote", id="open string"),
        pytest.param(b'#~ msgid "a"\n#~ msgstr ""\n#~ "b\\"\n', ":3", "no closing quote", id="escaped closing quote"),
        pytest.param(b'msgid "a"\nmsgstr "\xff"\n', ":2", "not utf-8 text", id="no UTF-8"),
        pytest.param(b'msgid "a"\n\n# c\nmsgid "b"\nmsgstr ""\n', ":1", "do not belong together", id="no msgstr"),
        pytest.param(b'msgid "a"\nmsgstr ""\n\n# c\nmsgstr ""\n', ":5", "do not belong together", id="no msgid"),
        pytest.param(b'msgid "a"\nmsgstr[0] "b"\n', ":1", "do not belong together", id="a plural form without plural"),
        pytest.param(
            b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[0] "y"\n',
            ":4",
            "plural form 0 where 1 is due",
            id="a plural form twice",
        ),
        pytest.param(
            b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[2] "y"\n',
            ":4",
            "plural form 2 where 1 is due",
            id="a plural form left out",
        ),
        pytest.param(b'#~ msgid "a"\nmsgstr "b"\n', ":1", "do not belong together", id="half obsolete"),
        pytest.param(
            b'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', ":1", "belong together", id="a plural without forms"
        ),
        pytest.param(
            b'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n',
            ":4",
            "entry occurs twice, first at line 1",
            id="duplicate",
        ),
        pytest.param(
            b'msgid ""\nmsgstr "A: 1\\n"\n\nmsgid ""\nmsgstr "A: 2\\n"\n',
            ":4",
            "header occurs twice, first at line 1",
            id="two headers",
        ),
        pytest.param(
            b'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n',
            ":2",
            "unresolved merge conflict",
            id="conflict",
        ),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_left_alone(
    tmp_path: Path, data: bytes, place: str, reason: str
) -> None:
    with pytest.raises(L10nError, match=reason) as caught:
        _read(tmp_path, data)
    assert caught.value.message.startswith(f"{tmp_path / 'x.po'}{place}: ")
    assert (tmp_path / "x.po").read_bytes() == data


def test_header_fields_keep_their_order_and_doubles(tmp_path: Path) -> None:
    fields = (("X-Zebra", "1"), ("Content-Type", "text/plain; charset=UTF-8"), ("X-Ant", "2"), ("X-Ant", "3"))
    po.write(tmp_path / "x.po", Catalogue(fields))
    assert po.read(tmp_path / "x.po").header == fields


def test_obsolete_entries_may_repeat_a_key(tmp_path: Path) -> None:
    text = 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n\n#~ msgid "a"\n#~ msgstr "d"\n'
    assert [entry.msgstr for entry in _read(tmp_path, text).entries] == ["b", "c", "d"]


def test_contexts_tell_entries_apart_and_the_empty_one_too(tmp_path: Path) -> None:
    text = "".join(f'{context}msgid "a"\nmsgstr "b"\n\n' for context in ("", 'msgctxt ""\n', 'msgctxt "c"\n'))
    assert [entry.msgctxt for entry in _read(tmp_path, text).entries] == [None, "", "c"]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("no field\\nX-A: 1\\nX-B: 2\\n", id="no field at the top"),
        pytest.param("https://a.b/c: d\\nfile://x\\nX-A: 1\\nX-B: 2\\n", id="addresses at the top"),
        pytest.param("X-A: 1\\nhttps://a.b/c\\n: none\\nX-B: 2\\n", id="addresses and colons between fields"),
        pytest.param("X-A: 1\\nno colon here\\nX-B: 2\\n", id="without a colon"),
        pytest.param("X-A: 1\\n  goes: on\\nX-B: 2\\n", id="continued"),
        pytest.param("X-A: 1\\n\\nX-B: 2\\n\\n", id="empty"),
        pytest.param("X-A: http://a:80/\\nX-B:\\n".replace("X-B:", "X-B: "), id="several colons"),
    ],
)
def test_odd_header_lines_stay_where_they_are(tmp_path: Path, fields: str) -> None:
    read = _read(tmp_path, f'msgid ""\nmsgstr "{fields}"\n')
    assert [name for name, _ in read.header if name] == ["X-A", "X-B"]
    po.write(tmp_path / "x.po", read)
    assert "".join(re.findall('^"(.*)"$', (tmp_path / "x.po").read_text(), re.M)) == fields


def test_a_fuzzy_header_with_comments_of_every_kind_loses_none(tmp_path: Path) -> None:
    text = (
        '#\n# by Anna\n#. x\n#: a.c:1\n#, fuzzy, mine\n#| msgid "old"\nmsgid ""\nmsgstr "A: 1\\n"\n\n#last\n#\n#. z\n'
    )
    expected = Catalogue(
        header=(("A", "1"),),
        comments=("", "by Anna"),
        flags=("fuzzy", "mine"),
        extracted=("x",),
        references=("a.c:1",),
        previous=(("msgid", "old"),),
        trailing=("# last", "#", "#. z"),
    )
    assert _read(tmp_path, text) == expected
    po.write(tmp_path / "x.po", expected)
    assert po.read(tmp_path / "x.po") == expected


@pytest.mark.parametrize("last", ['msgid "a"\nmsgstr "b"\n', '#~ msgid "a"\n#~ msgstr "b"\n', 'msgid ""\nmsgstr ""\n'])
def test_comments_after_the_last_entry_stay_there_whatever_their_kind(tmp_path: Path, last: str) -> None:
    comments = '# end\n#\n#. x\n#: a.c:1\n#, fuzzy\n#| msgid "c"\n# vim: tw=0\n'
    for text in (f"# first\n{last}\n{comments}", f"# first\n{last}\n\n{comments}\n".replace("\n", "\r\n")):
        read = _read(tmp_path, text)
        assert read.trailing == tuple(comments.replace("#|", "# |").splitlines())  # gettext would refuse the file
        po.write(tmp_path / "x.po", read)
        assert po.read(tmp_path / "x.po") == read
        assert (tmp_path / "x.po").read_text("utf-8").endswith("\n\n" + comments.replace("#|", "# |"))


COMMENTS = '# by Anna \n#. x\t\n# y\u00a0\nmsgid "a"\nmsgstr "b"\n\n# z  \n'


@pytest.mark.parametrize("text", [COMMENTS, HEADER + COMMENTS, COMMENTS.replace("\n", "\r\n")])
def test_spaces_at_the_end_of_peoples_comments_stay_as_gettext_keeps_them(tmp_path: Path, text: str) -> None:
    read = _read(tmp_path, text)
    assert read.entries == (Entry("a", "b", comments=("by Anna ", "y\u00a0"), extracted=("x\t",)),)
    assert read.trailing == ("# z  ",)
    po.write(tmp_path / "x.po", read)
    again = po.read(tmp_path / "x.po")
    assert (again.entries, again.trailing) == (read.entries, read.trailing)
    assert (tmp_path / "x.po").read_text("utf-8").count("# by Anna \n") == 1


def test_spaces_behind_our_own_comments_do_not_count(tmp_path: Path) -> None:
    mark = "l10n-ignore: numbers"
    assert _read(tmp_path, f'# {mark} \nmsgid "a"\nmsgstr "b"\n').entries == (Entry("a", "b", comments=(mark,)),)


def test_comments_at_the_end_with_a_backslash_are_not_joined(tmp_path: Path, gettext: Gettext) -> None:
    read = _read(tmp_path, HEADER + 'msgid "a"\nmsgstr "b"\n\n# C:\\ \n# D:\\ \n')
    assert read.trailing == ("# C:\\", "# D:\\")
    po.write(tmp_path / "x.po", read)
    gettext("msgfmt", "--check", "-o", tmp_path / "x.mo", tmp_path / "x.po")
    assert po.read(tmp_path / "x.po") == read


def test_a_header_with_plural_forms_is_refused_as_its_fields_would_be_lost(tmp_path: Path) -> None:
    text = 'msgid "a"\nmsgstr ""\n\nmsgid ""\nmsgid_plural "b"\nmsgstr[0] "Language: ru\\n"\nmsgstr[1] "x"\n'
    with pytest.raises(L10nError, match=r"x\.po:4: the header, .* has plural forms"):
        _read(tmp_path, text)


def test_of_several_fields_of_content_none_is_left_in_another_charset(tmp_path: Path) -> None:
    fields = "content-type: text/plain; charset=CP1251\\nContent-Type: text/html; charset=KOI8-R\\n"
    read = _read(tmp_path, f'msgid ""\nmsgstr "{fields}"\n\nmsgid "a"\nmsgstr "дом"\n'.encode("cp1251"))
    po.write(tmp_path / "x.po", read)
    assert po.read(tmp_path / "x.po").entries[0].msgstr == "дом"
    assert [value.partition("charset=")[2] for _, value in po.read(tmp_path / "x.po").header] == ["UTF-8", "UTF-8"]


def test_a_charset_is_added_beside_the_transfer_encoding_that_stands_there(tmp_path: Path) -> None:
    po.write(tmp_path / "x.po", Catalogue((("Content-Transfer-Encoding", "8bit"),), (Entry("a", "дом"),)))
    names = [name for name, _ in po.read(tmp_path / "x.po").header]
    assert names == ["Content-Transfer-Encoding", "Content-Type"]


def test_a_file_with_nothing_but_comments_keeps_them(tmp_path: Path) -> None:
    assert _read(tmp_path, "# a\n\n#b") == Catalogue(comments=("a", "b"))
    assert _read(tmp_path, "# a\n#. b\n\n#: c:1") == Catalogue(comments=("a",), extracted=("b",), references=("c:1",))
    assert _read(tmp_path, "") == Catalogue()


def test_lines_are_those_of_the_users_file(tmp_path: Path) -> None:
    text = HEADER + 'msgid\n"a"\nmsgstr ""\n\n#\n#~|msgid "z"\n#~ msgid "b"\n#~ msgstr "c"\n'
    assert [entry.line for entry in _read(tmp_path, text.replace("\n", "\r\n")).entries] == [5, 9]


@pytest.mark.parametrize("odd", [False, True])
def test_ten_thousand_entries_take_less_than_two_seconds(tmp_path: Path, odd: bool) -> None:
    """100,000 take less than eight, even where no line is as polib likes it."""
    text = HEADER + "".join(
        f'#. paragraph {n}\n#: a.txt:{n}\n#, fuzzy\nmsgid "Satz {n}"\nmsgstr "Sentence {n}"\n\n' for n in range(10_000)
    )
    begin = time.process_time()
    assert len(_read(tmp_path, re.sub("^", " ", text, flags=re.M) if odd else text).entries) == 10_000
    assert time.process_time() - begin < 2


def test_a_plural_without_words_keeps_its_forms(tmp_path: Path) -> None:
    (entry,) = _read(tmp_path, HEADER + 'msgid "a"\nmsgid_plural ""\nmsgstr[0] "x"\nmsgstr[1] "y"\n').entries
    assert (entry.msgid_plural, entry.msgstr_plural) == ("", ("x", "y"))


def test_what_is_not_ascii_gets_a_charset(tmp_path: Path, gettext: Gettext) -> None:
    path = tmp_path / "x.po"
    po.write(path, Catalogue((), (Entry("a", "дом"),)))
    gettext("msgfmt", "-o", tmp_path / "x.mo", path)
    assert po.read(path).entries[0].msgstr == "дом"


def test_many_references_are_wrapped_as_msgcat_wraps_them(tmp_path: Path, gettext: Gettext) -> None:
    path, copy = tmp_path / "x.po", tmp_path / "y.po"
    entries = (
        Entry(
            f"m{number}", "x", references=tuple(f"{'a' * (length * number % 61)}b.c:{length}" for length in range(1, 7))
        )
        for number in range(60)
    )
    po.write(path, Catalogue((("Content-Type", "text/plain; charset=UTF-8"),), tuple(entries)))
    gettext("msgcat", "--no-wrap", "-o", copy, path)
    assert copy.read_bytes() == path.read_bytes()


def test_a_text_that_is_the_name_of_a_file_is_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("msgid").write_text('msgid "a"\nmsgstr "b"\n', "utf-8")
    Path("a.po").write_text("msgid", "utf-8")
    with pytest.raises(L10nError, match="not a PO file"):
        po.read(Path("a.po"))
