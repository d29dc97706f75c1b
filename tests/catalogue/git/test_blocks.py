"""Versions read block by block are what they are when each is read as a whole, whatever stands in them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.git import threeway
from l10n.catalogue.git.blocks import three_versions
from l10n.catalogue.header import header
from l10n.catalogue.po.serialization import block, serialize
from l10n.errors import L10nError
from l10n.model import Catalogue, Draft, Entry, Leg
from tests.catalogue.strategies import entries

HEAD = serialize(Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"))).encode().removesuffix(b"\n")
DRAFT = block(drafted(Entry("Satz"), Draft("argos", (Leg("de-ru-1.0", "Entwurf", -0.2),), 0.5))).encode()[:-1]
PLAIN = b'#. paragraph 1\n#: a.txt:1\n#, fuzzy\nmsgctxt "c"\nmsgid "a"\nmsgstr "\xd1\x8f"'
ODD = (
    b'msgid "a"\nmsgstr "x"',
    b'msgid "a"\nmsgstr ""',
    b'#, fuzzy\nmsgid "f"\nmsgstr ""',
    b'#, fuzzy, c-format\nmsgid "g"\nmsgstr "x"',
    b'#, fuzzy,c-format\nmsgid "h"\nmsgstr "x"',
    b'#: a.txt:1\n#: b.txt:2\nmsgid "b"\nmsgstr "x"',
    b'#: a.txt:1  b.txt:2\nmsgid "b2"\nmsgstr "x"',
    b"#: " + b"a.txt:1 " * 20 + b'b.txt:2\nmsgid "b3"\nmsgstr "x"',
    b'#~ msgid "c"\n#~ msgstr "x"',
    b'#| msgid "alt"\nmsgid "d"\nmsgstr "x"',
    b'msgid "e\\n"\nmsgstr "x\ty"',
    b'msgid ""\n"zwei "\n"Zeilen"\nmsgstr "x"',
    b'msgid "p"\nmsgid_plural "q"\nmsgstr[0] "x"\nmsgstr[1] "y"',
    b'# a note\\\nmsgid "n"\nmsgstr "x"',
    b'#\n# a note\n#\nmsgid "n2"\nmsgstr "x"',
    b'# l10n-pivot: a text that some\n# program has wrapped \xc2\xb6\nmsgid "w"\nmsgstr "x"',
    b'# l10n-mt: argos de-ru-1.0 h=12345678\nmsgid "old"\nmsgstr "x"',
    b'# l10n-was: accepted s=12345678 h=87654321\n# l10n-diff: [-a-] {+b+} \xc2\xb6\n#, fuzzy\nmsgid "was"\nmsgstr "x"',
    b'# | msgid "babel"\n#, fuzzy\nmsgid "m"\nmsgstr "x"',
    b'msgid "two"\nmsgstr "x"\nmsgid "in one"\nmsgstr "y"',
    b"# nothing but a comment",
    b'"goes on"',
    b"",
    b'\nmsgid "after three ends of lines"\nmsgstr "x"',
    b'msgid "r"\r\nmsgstr "x"',
    b'msgid "latin"\nmsgstr "\xe4"',
    b'msgid ""\nmsgstr "a second header\\n"',
    b'msgid "z"\nmsgstr "x"\x1a',
)
usual = st.sampled_from([DRAFT, PLAIN, *ODD[:12]]) | entries().map(
    lambda entry: block(entry).encode().removesuffix(b"\n")
)
NAMED = HEAD + b'\n"X-Source-File: a.txt\\n"'
HEADS = [HEAD] * 7 + [NAMED, HEAD.replace(b"UTF-8", b"ISO-8859-1"), b"\xef\xbb\xbf" + HEAD, PLAIN]


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, bytes, bytes]:
    """Three files of nearly the same blocks."""
    odd = draw(st.just([]) | st.lists(st.sampled_from(ODD), max_size=1))
    pool = draw(st.permutations([*draw(st.lists(usual, max_size=6, unique=True)), *odd]))
    head, end = draw(st.sampled_from(HEADS)), draw(st.sampled_from([b"\n", b"\n", b"", b"\n\n"]))
    base, ours, theirs = (b"\n\n".join([head, *draw(versions(pool))]) + end for _ in range(3))
    return base, ours, theirs


@st.composite
def versions(draw: st.DrawFn, pool: list[bytes]) -> list[bytes]:
    """Some blocks are left out, some have another text; seldom, they are in another order."""
    side = []
    for part in pool:
        change = draw(st.sampled_from(["", "", "", "gone", "eins", "zwei"]))
        text = f'msgstr "{change}"'.encode()
        if change != "gone":
            side.append(re.sub(rb'^msgstr ".*"$', text, part, flags=re.M) if change else part)
    return side if draw(st.integers(0, 5)) else draw(st.permutations(side))


@given(files())
@example((HEAD, HEAD, HEAD))
def test_versions_are_as_if_read_one_by_one(three: tuple[bytes, bytes, bytes]) -> None:
    known = three_versions(*three)
    if known is None:
        return
    for data, catalogue in zip(three, (known.base, known.ours, known.theirs), strict=True):
        whole = po.parsed(data, Path("whole.po"))
        assert {entry.key: block(entry) for entry in whole.entries if entry.key in known.shared} == known.shared
        alone = (
            Entry(entry.msgid, msgctxt=entry.msgctxt) if entry.key in known.shared else entry for entry in whole.entries
        )
        assert catalogue == replace(whole, entries=tuple(alone))


@given(files())
def test_the_merged_file_is_the_same(three: tuple[bytes, bytes, bytes]) -> None:
    known = three_versions(*three)
    if known is None:
        return
    merged = threeway.merge(known.base, known.ours, known.theirs)
    whole = threeway.merge(*(po.parsed(data, Path("whole.po")) for data in three))
    assert threeway.text(merged, known=known.shared) == threeway.text(whole)
    assert len(merged.conflicts) == len(whole.conflicts)
    if not whole.conflicts:
        assert (merged.catalogue == known.ours) is (whole.catalogue == po.parsed(three[1], Path("ours.po")))


def test_what_we_write_is_read_block_by_block() -> None:
    base = b"\n\n".join([HEAD, DRAFT, PLAIN, b'msgid "a"\nmsgstr ""']) + b"\n"
    ours = base.replace(b'msgstr ""', b'msgstr "x"')
    known = three_versions(base, ours, base)
    assert known is not None
    assert set(known.shared.values()) == {f"{part.decode()}\n" for part in (DRAFT, PLAIN)}
    assert known.ours.entries[-1] == Entry("a", "x")


def test_an_entry_that_occurs_twice_is_for_the_reader_of_wholes() -> None:
    twice = b"\n\n".join([HEAD, PLAIN, PLAIN]) + b"\n"
    assert three_versions(twice, twice, twice) is None
    try:
        po.parsed(twice, Path("twice.po"))
    except L10nError:
        pass
    else:
        raise AssertionError
