"""Files that are no XLIFF, or mean harm: one line, quickly, and nothing is read that the file names."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.errors import L10nError
from l10n.exchange import kinds
from l10n.exchange.kinds import xliff
from l10n.files import sizes
from l10n.model import Catalogue
from tests.exchange.xliff.files import BY_STATE, HEADER, edited, exported, units

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION = f'<!DOCTYPE xliff [<!ENTITY l0 "lol">{LAUGHS}]><xliff>&l9;</xliff>'
OUTSIDE = '<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]><xliff>&x;</xliff>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(BILLION, ":1: has a document type", id="billion laughs"),
        pytest.param(OUTSIDE, ":1: has a document type", id="external entity"),
        pytest.param('<!DOCTYPE xliff SYSTEM "x.dtd"><xliff/>', ":1: has a document type", id="dtd"),
        pytest.param("<xliff>&x;</xliff>", ":1: not well-formed XML: undefined entity", id="entity"),
        pytest.param("<xliff>\n<file>", ":2: not well-formed XML: no element found", id="truncated"),
        pytest.param("<xliff>" + "<g>" * 10_000, ":1: more than 100 elements", id="nested"),
        pytest.param("", ":1: not well-formed XML: no element found", id="empty"),
        pytest.param('<?xml version="1.0" encoding="x-none"?><xliff/>', "unknown encoding", id="encoding"),
        pytest.param("<html><xliff/></html>", ":1: not XLIFF: it begins with <html>", id="html"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(content, "utf-8")
    assert kinds.of_file(path).TITLE == xliff.TITLE
    with pytest.raises(L10nError, match=reason) as caught:
        xliff.read(path)
    assert "\n" not in caught.value.message
    assert caught.value.message.startswith(f"{path}:")
    assert caught.value.hint


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    with path.open("wb") as file:
        file.write(b"<xliff>")
        file.truncate(sizes.MOST + 1)
    with pytest.raises(L10nError, match="more than the 64 MiB"):
        xliff.read(path)


def test_bytes_of_another_encoding_are_one_line(tmp_path: Path) -> None:
    path = exported(Catalogue(HEADER, tuple(BY_STATE.values())[1:2]), tmp_path)
    path.write_bytes(path.read_bytes().replace("дом".encode(), "дом".encode("cp1251")))
    with pytest.raises(L10nError, match="not well-formed XML"):
        xliff.read(path)
    path.write_bytes(b"\xff\xfe<\x00")
    with pytest.raises(L10nError, match="not well-formed XML"):
        xliff.read(path)


def test_states_and_profiles_that_are_none_are_as_if_they_were_not_there(tmp_path: Path) -> None:
    path = exported(Catalogue(HEADER, tuple(BY_STATE.values())[1:2]), tmp_path)
    edited(
        path,
        ('l10n:state="[^"]*"', 'l10n:state="x"'),
        ('l10n:profile="[^"]*"', 'l10n:profile="x"'),
        ('(trans-unit id=")', r"\1zz"),
    )
    assert len(units(path)) == 1


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        ("<tmx version='1.4'>", "l10n memory import"),
        ("<martif>", "l10n glossary convert"),
        ("<?xml version='1.0'?><tbx type='TBX-Basic'>", "l10n glossary convert"),
        ('{"format": "l10n-review-patch"', "l10n review apply"),
        ('msgid ""\nmsgstr ""\n', "l10n git merge"),
        ("what?", "XLIFF"),
    ],
)
def test_files_for_other_commands_are_sent_there(tmp_path: Path, content: str, hint: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        path = tmp_path / "a"
        path.write_text(content, encoding)
        with pytest.raises(L10nError) as caught:
            kinds.of_file(path)
        assert hint in caught.value.hint
    with pytest.raises(L10nError, match="a folder"):
        kinds.of_file(tmp_path)
    with pytest.raises(L10nError, match="No such file"):
        kinds.of_file(tmp_path / "none")
