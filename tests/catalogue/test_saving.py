"""What has changed is written into a file of another form as it stands, into one of ours as ever."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.saving import save
from l10n.model import Catalogue, Entry
from tests.conftest import Run

FOREIGN = """\
# Copyright
msgid ""
msgstr ""
"Project-Id-Version: tool 1\\n"
"PO-Revision-Date: 2020-01-01 00:00+0000\\n"
"X-Zebra: 1\\n"
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: en\\n"

#~ msgid "Old"
#~ msgstr "Старое"

#: a.c:1   b.c:2
#, fuzzy
msgid ""
"A long message that the "
"program has wrapped."
msgstr ""
"Длинное сообщение, "
"которое обёрнуто."

msgid "Tab\\there"
msgstr "Таб\\tздесь"
"""


def _changed_lines(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CR LF"])
def test_a_signature_is_all_that_changes_in_the_file_of_another_project(run: Run, project: Path, end: str) -> None:
    path = project / "ru.po"
    path.write_text(FOREIGN, "utf-8", newline=end)
    run("review", "approve", path, "--entries", "1", "--by", "Anna", "--force")
    text = path.read_bytes().decode()
    assert text.count(end) == text.count("\n")
    signature, *rest = _changed_lines(FOREIGN, text.replace("\r\n", "\n"))
    date = [line for line in (signature, *rest) if "PO-Revision-Date" in line]
    assert len(date) == 2
    others = [line for line in (signature, *rest) if line not in date]
    assert others[0].startswith("+ # l10n-reviewed: Anna ")
    assert others[1:] == ["- #, fuzzy"]
    (_, entry, _) = po.read(path).entries
    assert not entry.fuzzy


def test_a_repair_is_all_that_changes_in_the_file_of_another_project(run: Run, project: Path) -> None:
    path = project / "ru.po"
    text = FOREIGN.replace("Таб\\tздесь", "Таб\\tздесь ")
    path.write_text(text, "utf-8")
    run("check", path, "--fix-human")
    changed = [line for line in _changed_lines(text, path.read_text("utf-8")) if "Revision" not in line]
    assert sorted(changed) == sorted(["+ #, fuzzy", '- msgstr "Таб\\tздесь "', '+ msgstr "Таб\\tздесь"'])


def test_what_is_in_our_form_stays_in_it(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    po.write(path, Catalogue((("Language", "ru"),), (Entry("a", "б"), Entry("c", "г"))))
    old = po.read(path)
    new = replace(old, entries=(old.entries[0], old.entries[1].with_texts(("дд\nе",))))
    save(path, old, new)
    assert po.written(path, new)


def test_other_entries_than_those_of_the_file_are_written_in_our_form(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(FOREIGN, "utf-8")
    old = po.read(path)
    new = replace(old, entries=old.entries[::-1])
    save(path, old, new)
    assert po.written(path, new)


_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x1a\ufeff"), min_size=1, max_size=60)


@given(text=_TEXTS, place=st.integers(1, 2), comments=st.lists(st.sampled_from(["a note", "b", ""]), max_size=2))
def test_whatever_becomes_of_an_entry_the_file_says_and_its_other_lines_stay(
    tmp_path: Path, text: str, place: int, comments: list[str]
) -> None:
    path = tmp_path / "x.po"
    path.write_text(FOREIGN, "utf-8")
    old = po.read(path)
    entries = list(old.entries)
    entries[place] = replace(entries[place].with_texts((text,)), comments=tuple(comments))
    save(path, old, replace(old, entries=tuple(entries)))
    assert po.read(path).entries == tuple(entries)
    head, _, rest = FOREIGN.partition("#: a.c:1")
    if place == 2:
        kept, _, _ = rest.partition('\nmsgid "Tab')
        assert path.read_text("utf-8").startswith(f"{head}#: a.c:1{kept}")
    else:
        assert path.read_text("utf-8").startswith(head)
        assert path.read_text("utf-8").endswith(FOREIGN[FOREIGN.index('msgid "Tab') :])
