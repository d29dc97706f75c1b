"""Which drafts are compared, and with what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.errors import L10nError
from l10n.evaluation import references
from l10n.evaluation.pairing import Reference, kind, with_first_drafts, with_reference
from l10n.evaluation.references import Target
from l10n.memory.drafts import FirstDraft
from l10n.model import Catalogue, Draft, Entry, Leg

DRAFT = drafted(
    Entry("Das Haus", extracted=("heading 1", "next: Der Hund")), Draft("argos", (Leg("de-ru-1", "Дом", -0.1),))
)
CATALOGUE = Catalogue((), (DRAFT, Entry("Der Hund", "Собака"), Entry("Die Katze")))


def _with_risk(entry: Entry, risk: str) -> Entry:
    return replace(entry, comments=tuple(line.replace(" h=", f" risk={risk} h=") for line in entry.comments))


def _reference(path: Path, text: str, catalogue: Catalogue = CATALOGUE, language: str = "ru") -> Reference | None:
    path.write_text(text, "utf-8")
    return references.read(path).of(Target(Path("a.po"), catalogue, "de", language))


PO = """
msgid ""
msgstr "Language: ru\\n"

msgctxt "after:00000000"
msgid "Das Haus"
msgstr "Здание"

#, fuzzy
msgid "Der Hund"
msgstr "Пес"
"""
TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="DE-de"><seg>Das <bpt i="1">&lt;b&gt;</bpt>Haus</seg></tuv>
    <tuv xml:lang="uk"><seg>Будинок</seg></tuv><tuv lang="ru-RU"><seg>Зда<hi>ни</hi>е<ph/></seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Das Haus</seg></tuv><tuv xml:lang="ru"><seg>Дворец</seg></tuv></tu>
</body></tmx>
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.po", PO, id="PO"),
        pytest.param("a.tmx", TMX, id="TMX"),
        pytest.param("a.txt", "Здание\r\n\r\nКошка\n", id="TXT"),
    ],
)
def test_standing_drafts_are_compared_with_the_reference(tmp_path: Path, name: str, text: str) -> None:
    reference = _reference(tmp_path / name, text)
    assert reference
    (pairing,) = with_reference("doc", "ru", CATALOGUE, reference)
    assert (pairing.source, pairing.draft, pairing.accepted, pairing.kind) == ("Das Haus", "Дом", "Здание", "heading")


def test_a_reference_says_nothing_of_other_languages(tmp_path: Path) -> None:
    assert _reference(tmp_path / "a.po", PO, language="az") is None
    reference = _reference(tmp_path / "a.tmx", TMX, language="az")
    assert reference
    assert list(with_reference("doc", "az", CATALOGUE, reference)) == []


def test_texts_that_people_have_touched_are_not_compared_with_a_reference(tmp_path: Path) -> None:
    edited = Catalogue((), (replace(DRAFT, msgstr="Домик"), replace(DRAFT, msgid="Der Hof", obsolete=True)))
    reference = _reference(tmp_path / "a.po", PO, edited)
    assert reference
    assert list(with_reference("doc", "ru", edited, reference)) == []


def test_plural_forms_are_compared_one_by_one(tmp_path: Path) -> None:
    forms = [Draft("argos", (Leg("de-ru-1", text, -0.1),)) for text in ("файл", "файла", "файлов")]
    entry = drafted(Entry("Datei", msgid_plural="Dateien"), *forms)
    text = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Datei"\nmsgid_plural "Dateien"\nmsgstr[0] "файл"\n'
    reference = _reference(tmp_path / "a.po", text + 'msgstr[1] "два"\nmsgstr[2] "три"\n')
    assert reference
    found = with_reference("doc", "ru", Catalogue((), (entry,)), reference)
    assert [(one.draft, one.accepted) for one in found] == [("файл", "файл"), ("файла", "два"), ("файлов", "три")]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("a.txt", b"a\nb\n", "2 lines for the 3 entries of a.po", id="too few lines"),
        pytest.param("a.txt", b"", "0 lines for the 3 entries of a.po", id="no lines"),
        pytest.param("a.txt", b"a\nb\xff\nc\n", "a.txt:2: not UTF-8", id="not UTF-8"),
        pytest.param("a.tmx", b"<tmx>\n<tu>\n</tmx>", "a.tmx:3: not a TMX file", id="broken XML"),
        pytest.param("a.po", b'msgid "x"\nmsgstr "y"\n', "a.po: no language", id="no language"),
        pytest.param("a.csv", b"a,b", "a.csv: no reference", id="another format"),
        pytest.param("missing/a.tmx", None, "a.tmx: cannot read", id="no TMX file"),
        pytest.param("missing/a.txt", None, "a.txt: cannot read", id="no text file"),
    ],
)
def test_a_reference_that_cannot_be_used_is_named(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(L10nError) as error:
        references.read(path).of(Target(Path("a.po"), CATALOGUE, "de", "ru"))
    assert message in error.value.message
    assert error.value.hint


def test_lines_of_text_are_the_reference_of_one_catalogue_only(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a\nb\nc\n")
    lines = references.read(path)
    assert lines.of(Target(Path("a.po"), CATALOGUE, "de", "ru"))
    with pytest.raises(L10nError, match="one catalogue"):
        lines.of(Target(Path("b.po"), CATALOGUE, "de", "az"))


def test_first_drafts_are_compared_with_what_people_have_read_and_accepted() -> None:
    entries = (
        DRAFT,
        Entry("Der Hund", "Собака"),
        sign(Entry("Die Katze", "Кошка", "ctxt"), "Anna", "2026-01-31"),
        replace(DRAFT, msgid="Der Hof", flags=()),
        Entry("Das Tor", "Ворота", flags=("fuzzy",)),
        Entry("Neu", "Новый"),
    )
    drafts = [FirstDraft("doc", "ru", entry.msgctxt, entry.msgid, "Черновик", "argos", 0.3) for entry in entries[:-1]]
    others = [FirstDraft("doc", "uk", None, "Neu", "x", "argos"), FirstDraft("other", "ru", None, "Neu", "x", "argos")]
    later = [replace(drafts[1], text="Позже")]
    found = list(with_first_drafts("doc", "ru", Catalogue((), entries), [*drafts, *others, *later]))
    assert [(one.source, one.draft, one.accepted, one.risk) for one in found] == [
        ("Der Hund", "Черновик", "Собака", 0.3),
        ("Die Katze", "Черновик", "Кошка", 0.3),
    ]


@pytest.mark.parametrize(
    ("extracted", "expected"),
    [
        (("heading 1",), "heading"),
        (("paragraph 2, sentence 3", "previous: x"), "paragraph"),
        (("list item 4, sentence 1",), "list item"),
        (("previous: heading 1",), None),
        (("TRANSLATORS: version 2",), None),
        ((), None),
    ],
)
def test_the_kind_of_block_is_what_the_first_extracted_comment_says(
    extracted: tuple[str, ...], expected: str | None
) -> None:
    assert kind(Entry("x", extracted=extracted)) == expected
