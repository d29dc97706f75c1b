"""Msgids that are keys, what they stand for, and the entries for the translators' names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.keys import default, is_credit, is_key
from l10n.catalogue.search import counterpart, siblings
from l10n.catalogue.source_texts import key_texts, source_texts, stated_language
from l10n.catalogue.states import state
from l10n.model import Catalogue, Draft, Entry, Leg, State

KEYS = [
    "label_open_file",
    "HELP_INTRO",
    "dialog.open.title",
    "errors.notFound",
    "menu-file-open",
    "label_x",
    "notFound",
    "n_files",
    "MSG_001",
    "settings:title",
    "plone.app.x:label",
    "error_NotFound",
    "HTTP_404_ERROR",
    "help_sendCSV_text",
    "lblArchiveType",
    "LOG-IN_TITLE",
    "TITLE_LOG-IN",
    "sign-in_title",
]
TEXTS = [
    "open",
    "file",
    "E_xit",
    "Se_ttings",
    "Un_queue",
    "_File",
    "e-mail",
    "read-only",
    "GitHub",
    "PDF",
    "3.14",
    "v1.2",
    "OK",
    "n/a",
    "Save...",
    "Wi-Fi",
    "Yes/No",
    "Seeds:Peers",
    "%s",
    "{x}",
    "10:30",
    "x_1",
    "README.md",
    "package.json",
    "archive.tar.gz",
    "libfoo.so.1",
    "www.example.org",
    "example.com",
    "iPhone",
    "eBay",
    "km/h",
    "read/write",
    "files/directories",
    "left-to-right",
    "drag-and-drop",
    "up-to-date",
    "state-of-the-art",
    "Ctrl-Shift-A",
    "ISO-8859-1",
    "dd.mm.yyyy",
    "hh:mm:ss",
    "YYYY-MM-DD",
    "Auto_Hint",
    "border-top-width",
    "text-decoration-color",
]


@pytest.mark.parametrize("msgid", KEYS)
def test_these_are_keys(msgid: str) -> None:
    assert is_key(msgid)


@pytest.mark.parametrize("msgid", [*TEXTS, "label open", "", "Open the file", "Öffnen_x"])
def test_these_are_none(msgid: str) -> None:
    assert not is_key(msgid)


@pytest.mark.parametrize(
    ("comments", "text"),
    [
        pytest.param(['Default: "Open"'], "Open", id="plain"),
        pytest.param(['Default: "Open the', 'file now"'], "Open the file now", id="wrapped"),
        pytest.param(['Default: ""', ' "line 1\\n"', ' "line 2"'], "line 1\nline 2", id="as in a PO file"),
        pytest.param(['Default: "Say \\"hello\\" twice"'], 'Say "hello" twice', id="escaped quotes"),
        pytest.param(['Default: "Say "hello" twice"', "more"], 'Say "hello" twice', id="bare quotes"),
        pytest.param(["a note", 'Default: "Hello ${name}"', 'another "note"'], "Hello ${name}", id="among notes"),
        pytest.param(["Default: 5"], "", id="no text"),
        pytest.param(['Default: ""'], "", id="empty"),
        pytest.param(['The Default: "Open"'], "", id="prose"),
    ],
)
def test_the_default_comment_says_what_a_key_stands_for(comments: list[str], text: str) -> None:
    assert default(Entry("label_open", extracted=tuple(comments))) == text


def test_the_default_value_of_an_option_is_no_source_text() -> None:
    assert default(Entry("Mode of the window", extracted=('Default: "auto"',))) == ""
    assert default(Entry("mode", extracted=('Default: "auto"',))) == ""
    assert default(Entry("heading", extracted=('Default: "Welcome home"',))) == "Welcome home"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("translator-credits"), True),
        (Entry("translator_credits"), True),
        (Entry("translation-credits"), True),
        (Entry("Your names", msgctxt="NAME OF TRANSLATORS"), True),
        (Entry("Your emails", msgctxt="EMAIL OF TRANSLATORS"), True),
        (Entry("Your names", msgctxt="NAME OF PLAYERS"), False),
        (Entry("Your names"), False),
        (Entry("Translator credits and more"), False),
    ],
)
def test_credits(entry: Entry, expected: bool) -> None:
    assert is_credit(entry) is expected


def _known(path: Path, *entries: Entry) -> dict[str, str | None]:
    """What each msgid stands for."""
    catalogue = Catalogue((("Language", "ru"),), entries)
    found = key_texts(path, catalogue)
    return {entry.msgid: source.msgid if (source := found.of(entry)) else None for entry in entries}


def test_one_word_is_no_proof_but_a_whole_catalogue_is(tmp_path: Path) -> None:
    english = [Entry(text) for text in ("Open the file", "Save it as %s", "file_name", "Do it", "open")]
    assert _known(tmp_path / "ru.po", *english) == {entry.msgid: entry.msgid for entry in english}
    keys = [Entry(key) for key in (*KEYS, "cancel", "Save it")]
    assert _known(tmp_path / "ru.po", *keys) == dict.fromkeys((*KEYS, "cancel"), None) | {"Save it": "Save it"}


@pytest.mark.parametrize(
    "texts",
    [
        ["Open", "Close", "OK", "Cancel", "PDF"],
        ["README.md", "LICENSE.txt", "package.json"],
        ["left-to-right", "right-to-left", "top-to-bottom"],
        ["border-top-width", "font-size", "color", "text-align"],
        ["km/h", "on/off", "yes/no", "and/or"],
        ["iPhone", "iPad", "eBay"],
        ["foo_bar", "Usage", "Show the help", "Write to file"],
        ["foo_bar", "Open"],
        ["…", "%s", "URL", "e-mail"],
        ["打开文件", "关闭_文件"],
    ],
    ids=lambda texts: texts[0],
)
def test_words_and_names_of_files_are_no_keys(tmp_path: Path, texts: list[str]) -> None:
    assert _known(tmp_path / "ru.po", *map(Entry, texts)) == dict(zip(texts, texts, strict=True))


def test_single_words_among_keys_are_texts(tmp_path: Path) -> None:
    keys = ["label_open_file", "label_save", "dialog.title", "menu-file-open", "save-button", "export.pdf"]
    found = _known(tmp_path / "ru.po", *map(Entry, (*keys, "Cancel", "Open")))
    assert {msgid for msgid, text in found.items() if text} == {"Cancel", "Open"}


def test_a_literal_translation_of_a_name_makes_no_key(tmp_path: Path) -> None:
    texts = [Entry(f"Text number {number}") for number in range(9)]
    named, font = Entry("activity_stream_group", "группа потока событий"), Entry("files_directories", "файлы и папки")
    found = _known(tmp_path / "ru.po", *texts, named, font)
    assert (found[named.msgid], found[font.msgid]) == (named.msgid, font.msgid)


def test_one_text_explains_all_forms_of_a_key(tmp_path: Path) -> None:
    entry = Entry("label_n", msgid_plural="label_n", extracted=('Default: "${n} files"',))
    source = key_texts(tmp_path / "ru.po", Catalogue((("Language", "ru"),), (entry,))).of(entry)
    assert source is not None
    assert (source.msgid, source.msgid_plural) == ("${n} files", "${n} files")


def test_keys_are_explained_by_the_language_that_has_most_of_their_texts(tmp_path: Path) -> None:
    german = (Entry("label_open", "Öffne es"), Entry("label_close", "Schließ es"))
    english = Catalogue((("Language", "en"),), (Entry("label_open", "Open it"), Entry("label_close")))
    po.write(tmp_path / "en.po", english)
    for some, expected in ((german, "de"), (german[:1], "en")):
        po.write(tmp_path / "de.po", Catalogue((), some))
        for name in ("en.po", "ru.po"):
            found = source_texts(tmp_path / name, replace(english, header=(("Language", name[:2]),)), "de")
            assert (found.language, len(found.texts)) == (expected, len(some))


def test_beside_explained_keys_the_others_are_keys_too(tmp_path: Path) -> None:
    texts = [Entry(f"Text number {number}") for number in range(9)]
    explained, other = Entry("label_open", extracted=('Default: "Open it"',)), Entry("label_close")
    found = _known(tmp_path / "ru.po", *texts, explained, other)
    assert (found["label_open"], found["label_close"], found["Text number 3"]) == ("Open it", None, "Text number 3")


@pytest.mark.parametrize("name", ["my.program.po", "other.po"])
def test_the_name_of_the_program_is_no_key(tmp_path: Path, name: str) -> None:
    explained, itself = Entry("label_open", extracted=('Default: "Open it"',)), Entry("my.program")
    header = (("Language", "ru"), ("Domain", "" if name.startswith("my") else "my.program"))
    assert not key_texts(tmp_path / name, Catalogue(header, (explained, itself))).unknown(itself)


def test_a_name_that_people_have_translated_with_a_sentence_is_a_key(tmp_path: Path) -> None:
    texts = [Entry(f"Text number {number}") for number in range(9)]
    named = Entry("WIKI_HELP_INTRO", "На этой странице много советов.")
    file = Entry("README.md", "файл README.md")
    found = _known(tmp_path / "ru.po", *texts, named, file)
    assert (found["WIKI_HELP_INTRO"], found["README.md"]) == (None, "README.md")


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("ru/LC_MESSAGES/x.po", "en/LC_MESSAGES/x.po"),
        ("ru_RU/LC_MESSAGES/x.po", "en_US/LC_MESSAGES/x.po"),
        ("ru/x.po", "en/x.po"),
        ("po/ru.po", "po/en.po"),
        ("po/ru.po", "po/en_GB.po"),
        ("po/x.ru.po", "po/x.en.po"),
        ("po/x-ru.po", "po/x-en.po"),
        ("po/x_ru_RU.po", "po/x_en.po"),
    ],
)
def test_the_catalogue_of_the_source_language_says_it(tmp_path: Path, name: str, beside: str) -> None:
    path = tmp_path / name
    for one in (path, tmp_path / beside):
        one.parent.mkdir(parents=True, exist_ok=True)
    plural = Entry("n_files", msgid_plural="n_files_plural", msgstr_plural=("One file", "{n} files"))
    fuzzy = Entry("label_guessed", "A guess", flags=("fuzzy",))
    itself = Entry("label_itself", "label_itself")
    po.write(tmp_path / beside, Catalogue((), (Entry("label_open", "Open it"), plural, fuzzy, itself)))
    wanted = [Entry("label_open"), replace(plural, msgstr_plural=()), Entry("label_guessed"), Entry("label_itself")]
    path.write_text("")
    assert list(siblings(path, "ru", "en")) == [tmp_path / beside]
    assert _known(path, *wanted) == {
        "label_open": "Open it",
        "n_files": "One file",
        "label_guessed": None,
        "label_itself": None,
    }
    found = key_texts(path, Catalogue((("Language", "ru"),), tuple(wanted)))
    assert found.language == "en"
    counted = found.of(wanted[1])
    assert counted is not None
    assert counted.msgid_plural == "{n} files"
    assert [entry.msgid for entry in wanted if found.unknown(entry)] == ["label_guessed", "label_itself"]


def test_where_the_catalogue_of_the_source_language_would_be() -> None:
    assert counterpart(Path("a/ru/LC_MESSAGES/x.po"), "ru", "en") == Path("a/en/LC_MESSAGES/x.po")
    assert counterpart(Path("po/ru_RU.po"), "ru", "en") == Path("po/en.po")
    assert counterpart(Path("x.ru.po"), "ru", "en") == Path("x.en.po")
    assert counterpart(Path("tool.po"), "ru", "en") == Path("tool.en.po")


def test_a_signature_counts_for_the_text_behind_the_key() -> None:
    entry = sign(Entry("label_open", "Открыть", extracted=('Default: "Open it"',)), "Anna", "2026-01-31")
    assert state(entry) is State.REVIEWED
    assert state(replace(entry, extracted=("a note", 'Default: "Open it"'))) is State.REVIEWED
    assert state(replace(entry, extracted=('Default: "Close it"',))) is State.TRANSLATED


def test_a_broken_catalogue_beside_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "en.po").write_text('msgid "a\n')
    assert _known(tmp_path / "ru.po", Entry("label_open")) == {"label_open": None}


def test_a_draft_of_a_key_is_outdated_when_its_text_changes() -> None:
    entry = Entry("label_open", extracted=('Default: "Open it"',))
    draft = drafted(entry, Draft("argos", (Leg("en-ru-1.0", "Открыть", -0.1),)))
    assert state(draft) is State.DRAFT
    assert state(replace(draft, extracted=('Default: "Close it"',))) is State.OUTDATED
    assert state(replace(draft, extracted=("a note", 'Default: "Open', 'it"'))) is State.DRAFT


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        *(("en_US.UTF-8", "en"), ("ENG", "en"), ("English", "en"), ("Deutsch", "de"), ("C", "en"), ("fr-CA", "fr")),
        *(("", ""), ("unknown", ""), ("xx", ""), ("en\nX-Odd: 1", "en")),
    ],
)
def test_the_header_names_the_source_language_by_code_or_name(field: str, expected: str) -> None:
    assert stated_language(Catalogue((("X-Source-Language", field),))) == expected
