"""Catalogues of software: msgids that are keys or credits, and the language of msgids that no header names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.engines.argos.demo.builder import build_package
from l10n.model import State
from tests.conftest import Run

HEADER = 'msgid ""\nmsgstr "Language: {}\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
ENGLISH = "Open the file|Save it as %s|The house is new|Cannot read the new file"
KEYED = '#. Default: "Open the ${name} file"\nmsgid "label_open_file"\nmsgstr ""\n'
GLOSS = {"open": "открыть", "file": "файл", "house": "дом", "new": "новый", "the": ""}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """From English, and from German by way of it."""
    folder = tmp_path_factory.mktemp("packages")
    build_package(folder, "en", "ru", GLOSS)
    build_package(folder, "en", "de", {"open": "öffnen", "file": "Datei", "house": "Haus"})
    build_package(folder, "de", "en", {"Haus": "house", "neues": "new"})
    return folder


def _file(path: Path, *entries: str, lang: str = "ru") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((HEADER.format(lang), *entries)), "utf-8")
    return path


def _texts(*msgids: str) -> list[str]:
    return [f'msgid "{msgid}"\nmsgstr ""\n' for msgid in msgids]


def _drafts(path: Path) -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in po.read(path).entries}


# --- keys ------------------------------------------------------------------------------------------------------------


def test_a_key_is_drafted_from_its_default_and_stays_a_draft(run: Run, project: Path, packages: Path) -> None:
    path = _file(project / "x.po", *_texts(*ENGLISH.split("|")), KEYED)
    run("draft", "--po", path, "--packages", packages)
    entry = po.read(path).entries[-1]
    assert entry.msgstr == "Открыть ${name} файл"
    assert state(entry) is State.DRAFT
    before = path.read_bytes()
    assert "nothing to draft" in run("draft", "--po", path, "--packages", packages).stderr
    assert path.read_bytes() == before


def test_a_draft_whose_default_has_changed_is_made_again(run: Run, project: Path, packages: Path) -> None:
    path = _file(project / "x.po", KEYED)
    run("draft", "--po", path, "--packages", packages)
    path.write_text(path.read_text("utf-8").replace("Open the ${name} file", "Open the new file"), "utf-8")
    assert run("draft", "--po", path, "--packages", packages).stdout == "x.po: 1 drafted\n"
    assert _drafts(path) == {"label_open_file": "Открыть новый файл"}


def test_a_key_is_drafted_from_the_catalogue_beside_it(run: Run, project: Path, packages: Path) -> None:
    path = _file(project / "ru/LC_MESSAGES/x.po", *_texts("dialog.open.title", "menu-file-new", "errors.notFound"))
    english = _file(project / "en/LC_MESSAGES/x.po", 'msgid "dialog.open.title"\nmsgstr "Open the house"\n', lang="en")
    result = run("draft", "--po", path, "--packages", packages, code=2)
    assert _drafts(path) == {"dialog.open.title": "Открыть дом", "menu-file-new": "", "errors.notFound": ""}
    assert "ru/LC_MESSAGES/x.po:7: menu-file-new is a key, and nothing says what it stands for" in result.stderr
    assert result.stderr.count(" is a key, and ") == 2
    assert result.stderr.count("or translate it in en/LC_MESSAGES/x.po") == 1
    assert state(po.read(path).entries[0]) is State.DRAFT
    assert _drafts(english) == {"dialog.open.title": "Open the house"}


def test_one_name_in_an_english_catalogue_is_a_text(run: Run, project: Path, packages: Path) -> None:
    path = _file(project / "x.po", *_texts(*ENGLISH.split("|"), "file_name"))
    result = run("draft", "--po", path, "--packages", packages)
    assert result.stdout == "x.po: 5 drafted\n"
    assert "is a key" not in result.stderr


def test_checks_compare_with_the_text_behind_the_key(run: Run, project: Path) -> None:
    keyed = KEYED.replace("${name} file", "file in 3 steps, ${name}")
    right = _file(project / "right.po", keyed.replace('msgstr ""', 'msgstr "Открыть файл за 3 шага, ${name}"'))
    wrong = _file(project / "wrong.po", keyed.replace('msgstr ""', 'msgstr "Открыть файл за 4 шага"'))
    found = run("check", right, wrong, "--ignore", "header", "--fail-on", "warning", code=1).stdout
    assert "${name} is missing" in found
    assert "warning numbers" in found
    assert "right.po:" not in found


def test_a_key_without_a_text_is_compared_with_nothing(run: Run, project: Path) -> None:
    same = 'msgid "label_{0}"\nmsgstr "Файл {0} не найден, проверьте, пожалуйста, адрес: https://example.org/{0}"\n'
    path = _file(project / "x.po", *(same.format(number) for number in range(4)), 'msgid "label_x"\nmsgstr "label_x"\n')
    assert "x.po:" not in run("check", path, "--ignore", "header", "--fail-on", "warning").stdout


def test_two_keys_of_one_text_have_one_translation(run: Run, project: Path) -> None:
    default = '#. Default: "The house is very old"\nmsgid "{}"\nmsgstr "{}"\n'
    first = default.format("label_a", "Дом очень старый")
    path = _file(project / "x.po", first, default.format("label_b", "Дом очень старый"))
    assert "consistency" not in run("check", path).stdout
    path = _file(path, first, default.format("label_b", "Дом весьма древний"))
    assert "consistency" in run("check", path).stdout


def test_the_memory_learns_the_text_and_never_the_key(run: Run, project: Path) -> None:
    filled = KEYED.replace('msgstr ""', 'msgstr "Открыть файл ${name}"')
    path = _file(project / "x.po", filled, 'msgid "label_other"\nmsgstr "Что-то другое"\n')
    assert run("memory", "learn", path).stdout == "x.po: 1 new, 0 known\n"
    run("memory", "export", "all.tmx")
    exported = (project / "all.tmx").read_text("utf-8")
    assert "<seg>Open the ${name} file</seg>" in exported
    assert "label_" not in exported


def test_words_are_those_of_the_text(run: Run, project: Path) -> None:
    path = _file(project / "x.po", KEYED, *_texts("label_other", "translator-credits"))
    (row,) = json.loads(run("status", path, "--json").stdout)["catalogues"]
    assert row["words"] == 4


def test_omegat_gets_no_keys(run: Run, project: Path) -> None:
    path = _file(project / "ru.po", KEYED, *_texts(*ENGLISH.split("|"), "translator-credits"))
    result = run("export", "omegat", path, "-o", "om")
    assert result.stdout == "om: en → ru, 4 segments\n"
    assert "ru.po: left out, whose msgid is no text" in result.stderr
    assert "names: 2 (lines 4, 20)" in result.stderr
    assert "label_open_file" not in "".join(one.read_text() for one in Path("om/source").iterdir())


# --- credits ---------------------------------------------------------------------------------------------------------


def test_credits_are_neither_drafted_nor_compared(run: Run, project: Path, packages: Path) -> None:
    names = 'msgctxt "NAME OF TRANSLATORS"\nmsgid "Your names"\nmsgstr ""\n'
    mails = 'msgctxt "EMAIL OF TRANSLATORS"\nmsgid "Your emails"\nmsgstr "anna@example.org"\n'
    credit = 'msgid "translator-credits"\nmsgstr "Anna Muster <anna@example.org>, 2024–2026"\n'
    path = _file(project / "x.po", *_texts(*ENGLISH.split("|"), "translator_credits"), names, mails, credit)
    assert run("draft", "--po", path, "--packages", packages).stdout == "x.po: 4 drafted\n"
    assert _drafts(path)["Your names"] == _drafts(path)["translator_credits"] == ""
    done = run("check", path, "--ignore", "header", "--fail-on", "never", "--require", "drafted")
    assert not [name for name in ("untranslated", "gate", "example.org", "Your names") if name in done.stdout]


# --- languages -------------------------------------------------------------------------------------------------------


def test_english_msgids_are_drafted_from_english_and_that_is_said_once(run: Run, project: Path, packages: Path) -> None:
    paths = [_file(project / name, *_texts(*ENGLISH.split("|")), lang=name[:2]) for name in ("de.po", "ru.po")]
    result = run("draft", *(part for path in paths for part in ("--po", path)), "--packages", packages)
    assert "Haus" in _drafts(paths[0])["The house is new"]
    assert "Дом" in _drafts(paths[1])["The house is new"]
    assert result.stderr.count("msgids are in English (X-Source-Language is missing)") == 1
    assert result.stderr.startswith("de.po: msgids are in English (X-Source-Language is missing)\n")


def test_the_catalogue_of_the_source_language_in_a_folder_is_left_out(run: Run, project: Path, packages: Path) -> None:
    for lang in ("de", "en", "ru"):
        _file(project / f"po/{lang}.po", *_texts(*ENGLISH.split("|")), lang=lang)
    result = run("draft", "--po", "po", "--packages", packages)
    assert "po/en.po: left out, as it is in the language of its msgids" in result.stderr
    assert "error" not in result.stderr
    assert result.stdout == "po/de.po: 4 drafted\npo/ru.po: 4 drafted\n"
    assert "po/en.po: left out" in run("check", "po", "--fail-on", "never").stderr
    assert "po/en.po: left out" in run("check", "po", "--from", "en", "--fail-on", "never").stderr
    assert "po/en.po: left out" in run("memory", "learn", "po").stderr
    alone = "error: po/en.po: 'en' is the source language"
    assert alone in run("draft", "--po", "po/en.po", "--packages", packages, code=2).stderr
    assert alone in run("check", "po/en.po", code=2).stderr
    assert alone in run("memory", "learn", "po/en.po", code=2).stderr


def test_from_wins_over_the_msgids_and_the_settings_are_the_fallback(run: Run, project: Path, packages: Path) -> None:
    path = _file(project / "x.po", *_texts(*ENGLISH.split("|")))
    assert "de → ru" in run("draft", "--po", path, "--from", "de", "--packages", packages, "--dry-run").stdout
    other = _file(project / "y.po", *_texts("Qt", "PDF"))
    result = run("draft", "--po", other, "--packages", packages, "--dry-run")
    assert "de → ru" in result.stdout
    assert "X-Source-Language" not in result.stderr
    (project / "l10n.toml").write_text('source-language = "en"\n')
    assert "en → ru" in run("draft", "--po", other, "--packages", packages, "--dry-run").stdout


@pytest.mark.parametrize(
    "command",
    [("check",), ("memory", "learn"), ("review", "approve", "--all-clean", "--by", "Anna")],
    ids=lambda command: command[0],
)
def test_every_command_takes_a_german_catalogue_of_english_software(
    run: Run, project: Path, command: tuple[str, ...]
) -> None:
    filled = 'msgid "The old file cannot be read."\nmsgstr "Die alte Datei kann nicht gelesen werden."\n'
    _file(project / "de.po", filled, *_texts(*ENGLISH.split("|")), lang="de")
    result = run(*command, "de.po")
    assert "is the source language" not in result.stderr
    assert result.stderr.count("de.po: msgids are in English (X-Source-Language is missing)") == 1


# --- placeholders ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("msgid", "flags"),
    [
        ("house %dx%d", "c-format"),
        ("house %dx%d", ""),
        ("%dcm", "c-format"),
        ("%(w)dx%(h)d", "python-format"),
        ("house %(w)dx%(h)d", ""),
        ("house %sx", "python-format"),
        ("house {n}px", "python-brace-format"),
        ("house ${x}s", ""),
        ("house %1x%2", "qt-format"),
        ("house %L1x, %n", "qt-format"),
        ("house %{name}s", "ruby-format"),
        ("house {{x}}s", ""),
        ("house <b>x</b>s", ""),
        ("house $xs", "sh-format"),
    ],
)
def test_placeholders_next_to_letters_are_no_trouble(
    run: Run, project: Path, packages: Path, msgid: str, flags: str
) -> None:
    entry = (f"#, {flags}\n" if flags else "") + _texts(msgid)[0]
    path = _file(project / "x.po", entry)
    run("draft", "--po", path, "--from", "en", "--packages", packages)
    (drafted,) = po.read(path).entries
    assert drafted.msgstr == msgid.replace("house", "дом")
    assert not [line for line in drafted.comments if "l10n-lost" in line or "repaired=" in line]
