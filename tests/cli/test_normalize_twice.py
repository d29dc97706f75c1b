"""`l10n normalize` comes to an end, and its result depends on the file alone: not on the clock, not on names."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.po.serialization import serialize
from l10n.model import Catalogue
from tests.catalogue.strategies import catalogues, line
from tests.conftest import Gettext, Run

FIELDS = (
    "Project-Id-Version: PACKAGE VERSION",
    "project-id-version: demo 1",
    "Report-Msgid-Bugs-To: ",
    "POT-Creation-Date: YEAR-MO-DA HO:MI+ZONE",
    "PO-Revision-Date: 2026-01-01 00:00+0000",
    "Last-Translator: FULL NAME <EMAIL@ADDRESS>",
    "Last-Translator: A B <a@example.org>",
    "LAST-TRANSLATOR: C D <c@example.org>",
    "Language-Team: LANGUAGE <LL@li.org>",
    "Language: ",
    "Language: uk",
    "language: de",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=CHARSET",
    "content-type: text/plain; charset=utf8",
    "Content-Type: text/plain",
    "Content-Type:",
    "Content-Transfer-Encoding: ENCODING",
    "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;",
    "Plural-Forms: nplurals=2; plural=(n != 1);",
    "X-Source-Language: de",
    "X-Generator: Poedit 3.4",
    "X-Mine:1",
    "X-Mine: 2",
    "X-Mine: ",
    " goes on: here",
    "\\tand here",
    "no field at all",
    "https://example.org/a: b",
    ": without a name",
    "",
)
LANGUAGES = (*(field for field in FIELDS if "anguage: " in field), "X-Source-Language: ", "Language: a\\n b")
"""What else depends on is no less settled by one run."""
word = st.text("abcäß,()xyz%", min_size=1, max_size=5)
"""Begins with nothing that makes another kind of a comment without a space."""
comment = (
    st.builds("{} {}".format, st.sampled_from(["#", "#.", "#:"]), line)
    | st.builds("{}{}".format, st.sampled_from(["#", "#.", "#:", "# \t", "#. \t", "#.\t", "#\t", "##", "#  "]), word)
    | st.sampled_from(["#", "#.", "# C:\\ ", "#: a.c:1 b.c:2", "#=== x", "#!y", "#-"])
)
block = st.lists(comment, max_size=3)


def _with_header(text: str, lines: list[str]) -> str:
    """The first entry of the file, the header, with these lines."""
    fields = "".join(f'"{field}\\n"\n' for field in lines)
    return re.sub(r'(?m)^msgid ""\nmsgstr ""\n(".*\n)*', lambda _: f'msgid ""\nmsgstr ""\n{fields}', text, count=1)


@st.composite
def _with_comments(draw: st.DrawFn, text: str) -> str:
    """Comments of all kinds before and after any entry, some with a blank line between them and the entry."""
    blocks = text.removesuffix("\n").split("\n\n")
    mixed = []
    for one in blocks:
        gap = draw(st.sampled_from(["", "\n", "\n  \n"]))
        mixed.append("".join(f"{comment}\n" for comment in draw(block)) + gap + one)
    return "\n\n".join([*mixed, *draw(block)]) + "\n"


CLOTHES: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no line feed at the end": lambda text: text.rstrip("\n").encode(),
    "flags of gettext 1.0": lambda text: re.sub("(?m)^#, ", "#= ", text).encode(),
}


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """PO files as they come from the world: any header, any comments, in any clothes."""
    catalogue = draw(catalogues())
    text = serialize(catalogue)
    match draw(st.integers(0, 2)):
        case 0:
            few = draw(st.sampled_from([FIELDS, LANGUAGES]))
            text = _with_header(text, draw(st.lists(st.sampled_from(few), max_size=9)))
        case 1:
            text = _with_header(text, draw(st.permutations([f"{name}: {value}" for name, value in catalogue.header])))
        case _:
            text = text.partition("\n\n")[2]
    return CLOTHES[draw(st.sampled_from(sorted(CLOTHES)))](draw(_with_comments(text)))


def _comments(data: bytes) -> list[tuple[str, str]]:
    """Kind and text of each comment, in the order of the file, by kinds; references word by word."""
    found: list[tuple[str, str]] = []
    for text in re.split(r"\r?\n", data.decode("utf-8-sig")):
        if match := re.fullmatch(r"#([.:]?)(.*)|", text.strip()):
            kind, rest = match[1] or "", match[2] or ""
            if kind == ":":
                found += [(kind, word) for word in rest.split()]
            elif text.strip() and not re.match(r"#[,|~]|#=[ ,]*[a-z]", text.strip()):
                found.append((kind, rest.removeprefix(" ").rstrip()))
    return sorted(found, key=lambda one: one[0])


def _comments_by_entry(catalogue: Catalogue) -> object:
    entries = {(entry.key, entry.obsolete): (entry.comments, entry.extracted) for entry in catalogue.entries}
    return entries, catalogue.comments, catalogue.extracted, catalogue.references, catalogue.trailing


def _normalize(run: Run, *paths: Path) -> list[bytes]:
    """What becomes of the files; there is nothing to be done a second time."""
    run("normalize", *paths)
    said = run("normalize", "--dry-run", *paths).stdout.splitlines()
    assert [line.rpartition(": ")[2] for line in said] == ["already normal"] * len(paths)
    return [path.read_bytes() for path in paths]


@settings(max_examples=30)
@given(data=files())
def test_any_file_is_normal_after_one_run_and_its_comments_keep_kind_order_and_place(run: Run, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        path.write_bytes(data)
        before = po.read(path)
        (after,) = _normalize(run, path)
        run("normalize", path)
        assert path.read_bytes() == after
        assert _comments(after) == _comments(data)
        assert _comments_by_entry(po.read(path)) == _comments_by_entry(before)


@settings(max_examples=20)
@given(data=files(), width=st.integers(20, 100))
def test_what_msgcat_or_polib_has_rewritten_is_normal_after_one_run(
    run: Run, gettext: Gettext, data: bytes, width: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, other, third = (Path(folder, name) for name in ("x.po", "y.po", "z.po"))
        path.write_bytes(data)
        _normalize(run, path)
        gettext("msgcat", "--force-po", f"--width={width}", "-o", other, path)
        rewritten = [other]
        if b"\n#=" not in path.read_bytes():  # polib stops at these lines
            polib.pofile(str(path), wrapwidth=width).save(str(third))
            rewritten.append(third)
        _normalize(run, *rewritten)


@settings(max_examples=20)
@given(data=files())
def test_the_bytes_are_the_same_at_any_time_and_under_any_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("a/x.po", "ru/text.po", "b/uk/c d.po")]
        for path, seconds in zip(paths, ("0", "1234567890", "1750000000"), strict=True):
            path.parent.mkdir(parents=True)
            path.write_bytes(data)
            monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
            run("normalize", path)
        assert len(set(_normalize(run, *paths))) == 1


def test_a_field_said_twice_is_settled_in_one_run(run: Run, project: Path) -> None:
    fields = ["Last-Translator: FULL NAME <EMAIL@ADDRESS>", "Last-Translator: A B <a@example.org>", "Language: uk"]
    path = project / "x.po"
    path.write_text(_with_header('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "б"\n', fields), "utf-8")
    assert "header: Last-Translator removed where said twice or left open" in run("normalize", path).stdout
    assert dict(po.read(path).header)["Last-Translator"] == "A B <a@example.org>"
    assert run("normalize", path, "--dry-run").stdout == "x.po: already normal\n"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param(["language: uk", "Language: "], id="left open below"),
        pytest.param(["Language: ", "LANGUAGE: uk"], id="left open above"),
        pytest.param(["Language: uk", "no field"], id="a line that is no field"),
        pytest.param(["Language: de", "Language: uk"], id="two"),
    ],
)
def test_an_odd_language_is_known_in_the_first_run_as_in_the_next(run: Run, project: Path, fields: list[str]) -> None:
    path = project / "x.po"
    path.write_text(_with_header('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "б"\n', fields), "utf-8")
    _normalize(run, path)
    assert "nplurals=3" in dict(po.read(path).header)["Plural-Forms"]


def test_forms_that_go_as_copies_of_the_source_do_not_count_for_the_header(run: Run, project: Path) -> None:
    text = "Das Haus ist sehr groß"
    forms = "".join(f'msgstr[{form}] "{text}"\n' for form in range(2))
    path = project / "ru.po"
    header = 'msgid ""\nmsgstr "X-Source-Language: de\\nX-Generator: l10n 0.2.0\\n"\n\n'
    path.write_text(f'{header}msgid "{text}"\nmsgid_plural "{text}"\n{forms}', "utf-8")
    _normalize(run, path)
    assert "nplurals=3" in dict(po.read(path).header)["Plural-Forms"]


def test_nobody_and_nothing_is_made_up_for_a_file_without_header(run: Run, project: Path) -> None:
    path = project / "some name.po"
    path.write_text('msgid "a"\nmsgstr "b"\n', "utf-8")
    run("normalize", path)
    assert [name for name, _ in po.read(path).header] == ["MIME-Version", "Content-Type", "Content-Transfer-Encoding"]


@pytest.mark.parametrize(
    ("place", "language"),
    [("ru.po", "ru"), ("x.ru.po", "ru"), ("uk/LC_MESSAGES/x.ru.po", "uk"), ("ru/x.po", None), ("ru/po/x.po", None)],
)
def test_the_language_is_told_by_the_files_name_and_by_our_layout_only(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, place: str, language: str | None
) -> None:
    path = project / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('msgid "a"\nmsgstr "b"\n', "utf-8")
    monkeypatch.chdir(path.parent)
    run("normalize", path.name)
    assert dict(po.read(path).header).get("Language") == language


def test_what_the_template_tells_is_filled_in(run: Run, project: Path, packages: Path) -> None:
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    run("draft", "text.txt", "--packages", packages, "--to", "ru")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "text.po"
    whole = po.read(path)
    po.write(path, replace(whole, header=()))
    assert "header: Project-Id-Version, Report-Msgid-Bugs-To, POT-Creation-Date" in run("normalize", path).stdout
    unknown = {"PO-Revision-Date", "Last-Translator", "Language-Team", "X-Generator"}
    assert po.read(path).header == tuple(field for field in whole.header if field[0] not in unknown)
