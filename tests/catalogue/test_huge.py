"""Huge and hostile files are read in a time that grows with their size, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.po import syntax
from l10n.errors import L10nError
from l10n.model import Entry

HEADER = 'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgid "a"\nmsgstr "b"\n'
SIZE = 30_000

SHAPES: dict[str, Callable[[int], str]] = {
    "quotes": lambda size: '"' * size,
    "backslashes": lambda size: f'msgid "a"\nmsgstr "{chr(92) * size}"\n',
    "number signs": lambda size: "#" * size,
    "empty comments": lambda size: "#\n" * (size // 2) + ENTRY,
    "comments": lambda size: "# x\n" * (size // 4) + ENTRY,
    "extracted comments": lambda size: "#. x\n" * (size // 5) + ENTRY,
    "spaces": lambda size: f'msgid "a"{" " * size}x\n',
    "blank lines": lambda size: "\n" * size + ENTRY,
    "carriage returns": lambda size: "\r" * size + ENTRY,
    "strings on a line": lambda size: "msgid " + '"a" ' * (size // 4) + '\nmsgstr "b"\n',
    "strings": lambda size: 'msgid ""\n' + '"x"\n' * (size // 4) + 'msgstr "b"\n',
    "old strings": lambda size: '#| msgid ""\n' + '#| "x"\n' * (size // 7) + ENTRY,
    "octal escapes": lambda size: 'msgid "a"\nmsgstr "' + "\\141" * (size // 4) + '"\n',
    "escapes that are no text": lambda size: 'msgid "a"\nmsgstr "' + "\\377" * (size // 4) + '"\n',
    "flags": lambda size: "#= " + "a, " * (size // 3) + f"b\n{ENTRY}",
    "marks that go on": lambda size: "# l10n-pivot: x\n" * (size // 15) + ENTRY,
    "an old msgid that goes on": lambda size: '# | msgid "a\n' + "# | b\n" * (size // 6) + ENTRY,
    "old msgids that go on": lambda size: '# | msgid "a\n' * (size // 13) + ENTRY,
    "obsolete entries": lambda size: "".join(f'#~ msgid "a{n}"\n#~ msgstr "b"\n\n' for n in range(size // 28)),
    "entries": lambda size: "".join(f'msgid "a{n}"\nmsgstr "b"\n\n' for n in range(size // 24)),
    "comments inside": lambda size: "".join(f'msgid "a{n}"\n# x\nmsgstr "b"\n\n' for n in range(size // 30)),
    "halves": lambda size: 'msgid "a"\n' * (size // 10),
    "forms": lambda size: 'msgid "a"\nmsgid_plural "b"\n' + "".join(f'msgstr[{n}] ""\n' for n in range(size // 18)),
    "a string that never ends": lambda size: 'msgid "' + '\\"' * (size // 2) + '\nmsgstr "x"\n',
    "words": lambda size: "x\n" * (size // 2),
}


def _seconds(path: Path, text: str) -> float:
    path.write_text(HEADER + text, "utf-8", newline="")
    begin = time.process_time()
    for read in (po.read, lambda file: syntax.faults(file.read_bytes(), "x")):
        with suppress(L10nError):
            read(path)
    return time.process_time() - begin


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_eight_times_the_size_takes_no_square_of_the_time(tmp_path: Path, shape: Callable[[int], str]) -> None:
    path = tmp_path / "x.po"
    short = min(_seconds(path, shape(SIZE)) for _ in range(3))
    assert _seconds(path, shape(8 * SIZE)) < 24 * short + 1


@pytest.mark.parametrize("count", [2, 20, 21, 22, 23, 24, 500])
def test_long_rows_of_strings_and_comments_are_read_as_they_stand(tmp_path: Path, count: int) -> None:
    comments = tuple("" if number % 3 else f"c\ufdd0 {number} \\" for number in range(count))
    extracted = tuple(f"e{number}" for number in range(count))
    texts = [f'{number}\t"\\\ufdd1' for number in range(count)]
    strings = "".join(f'"{text}" \n'.replace("\\", "\\\\").replace('\t"', '\\t\\"') for text in texts)
    old = "".join(f"#| {line}\n" for line in strings.splitlines())
    lines = "".join(f"# {line}".rstrip() + "\n" for line in comments) + "".join(f"#. {line}\n" for line in extracted)
    path = tmp_path / "x.po"
    path.write_text(f'{HEADER}{lines}#| msgid ""\n{old}msgid ""\n{strings}msgstr ""\n{strings}\n{ENTRY}', "utf-8")
    text = "".join(texts)
    first, last = po.read(path).entries
    assert first == Entry(text, text, comments=comments, extracted=extracted, previous=(("msgid", text),))
    assert last.line == path.read_text("utf-8").count("\n") - 1


def test_a_long_row_of_comments_at_the_end_of_the_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(HEADER + ENTRY + "\n" + "# vim\n#\n" * 100, "utf-8")
    catalogue = po.read(path)
    assert catalogue.trailing == ("# vim", "#") * 100
    assert [entry.comments for entry in catalogue.entries] == [()]
