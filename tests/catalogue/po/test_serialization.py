"""A catalogue is written the same whatever is looked at first, and in however many parts."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.po import serialization
from l10n.catalogue.po.serialization import block, escape, parts, serialize
from l10n.model import Catalogue, Entry
from tests.catalogue.strategies import catalogues, text


@given(catalogues(), st.integers(1, 5))
def test_the_parts_are_the_whole_however_large(catalogue: Catalogue, size: int) -> None:
    with patch.object(serialization, "_AT_A_TIME", size):
        written = list(parts(catalogue))
    assert "".join(written) == serialize(catalogue)
    assert all(block(entry) in serialize(catalogue) for entry in catalogue.entries)


@given(st.text(st.sampled_from('\\"\a\b\t\n\v\f\rnax0') | st.characters(), max_size=20))
def test_every_sign_is_escaped_that_has_an_escape(words: str) -> None:
    assert escape(words) == words.translate(serialization._ESCAPES)


@given(text, text, st.booleans())
def test_source_and_text_are_written_each_as_by_itself(msgid: str, msgstr: str, obsolete: bool) -> None:
    mark = "#~ " if obsolete else ""
    strings = [serialization._string(mark, "msgid", msgid), serialization._string(mark, "msgstr", msgstr)]
    assert block(Entry(msgid, msgstr, obsolete=obsolete)) == "\n".join([*strings, ""])
