"""Odd files and folders: nothing gets lost in them, and a second run has nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run

HEADER = """msgid ""
msgstr ""
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


@pytest.mark.parametrize("line", ["#:", "#:\t", "#,", "#, ", "#|", "#.", "#", "#~", "#.\u00a0", "#:\u00a0", "#,\u2003"])
def test_a_file_that_ends_in_an_empty_comment_keeps_its_last_entry(project: Path, run: Run, line: str) -> None:
    path = project / "ru.po"
    path.write_text(f'{HEADER}\nmsgid "Haus"\nmsgstr "дом"\n\n# mine\nmsgid "Hund"\nmsgstr "собака"\n{line}')
    run("normalize", path)
    assert [(entry.msgid, entry.msgstr) for entry in po.read(path).entries] == [("Haus", "дом"), ("Hund", "собака")]
    assert "# mine\n" in path.read_text()
    assert "already normal" in run("normalize", path).stdout


def test_a_note_of_babel_beside_a_true_previous_msgid_is_removed_at_once(project: Path, run: Run) -> None:
    path = project / "ru.po"
    path.write_text(f'{HEADER}\n# | msgid "Haus"\n#| msgid "Häuser"\nmsgid "Hund"\nmsgstr "собака"\n')
    run("normalize", path)
    assert "Haus" not in path.read_text()
    run("normalize", path, "--dry-run")


def test_a_note_of_babel_does_not_outweigh_the_true_previous_msgid(project: Path, run: Run) -> None:
    path = project / "ru.po"
    path.write_text(f'{HEADER}\n# | msgid "Haus"\n#, fuzzy\n#| msgid "Häuser"\nmsgid "Hund"\nmsgstr "дома"\n')
    run("normalize", path)
    assert [entry.previous for entry in po.read(path).entries] == [(("msgid", "Häuser"),)]


def test_two_files_of_one_name_do_not_share_a_catalogue_where_each_is_updated_in_its_own_folder(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "l10n.toml").unlink()  # so `#:` lines name files as they are called in the current folder
    texts = {"x": "Das alte Haus steht am Rand.\n", "y": "Die Nachbarn schweigen heute.\n"}
    for folder, text in texts.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "text.txt").write_text(text)
    catalogue = tmp_path / "locales/ru/LC_MESSAGES/text.po"
    monkeypatch.chdir(tmp_path / "x")
    run("update", "text.txt", "--to", "ru", "--locales", "../locales")
    catalogue.write_text(catalogue.read_text().replace('Rand."\nmsgstr ""', 'Rand."\nmsgstr "Дом."'))
    before = catalogue.read_bytes()
    monkeypatch.chdir(tmp_path / "y")
    refused = run("update", "text.txt", "--to", "ru", "--locales", "../locales", code=5)
    assert "text.txt: the catalogues “text” are of text.txt with other texts" in refused.stderr
    assert catalogue.read_bytes() == before


def test_a_copy_outside_the_project_does_not_take_the_catalogues_of_the_file_beside_it(
    tmp_path: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("articles")
    old, new = folder / "a.txt", folder / "b.txt"
    old.write_text("Das alte Haus steht am Rand.\n\nDie Nachbarn schweigen heute.\n")
    run("update", old, "--to", "ru")
    catalogue = tmp_path / "locales/ru/LC_MESSAGES/a.po"
    catalogue.write_text(catalogue.read_text().replace('Rand."\nmsgstr ""', 'Rand."\nmsgstr "Дом."'))
    before = catalogue.read_bytes()
    new.write_text(f"{old.read_text()}\nMorgen kommt die Frau.\n")
    run("update", new, "--to", "ru")
    assert catalogue.read_bytes() == before
    old.unlink()
    (folder / "b.txt").rename(folder / "c.txt")
    catalogue.with_name("b.po").unlink()
    (tmp_path / "locales/b.pot").unlink()
    assert "a.txt is now c.txt: moved 2 catalogues" in run("update", folder / "c.txt", "--to", "ru").stderr


@pytest.mark.parametrize("left", ["Die Frau kommt morgen zurück.\n", ""])
def test_a_document_that_is_renamed_over_another_one_finds_its_translations(
    tmp_path: Path, run: Run, left: str
) -> None:
    texts = {"a.txt": "Das alte Haus steht am Rand.\n", "b.txt": "Die Frau kommt morgen zurück.\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    run("update", "a.txt", "b.txt", "--to", "ru")
    catalogue = tmp_path / "locales/ru/LC_MESSAGES/a.po"
    catalogue.write_text(catalogue.read_text().replace('Rand."\nmsgstr ""', 'Rand."\nmsgstr "Дом."'))
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    (tmp_path / "c.txt").write_text(left or "Etwas anderes steht hier.\n")
    run("update", "b.txt", *(["c.txt"] if left else []), "--to", "ru")
    assert 'msgstr "Дом."' in catalogue.with_name("b.po").read_text()


def test_a_document_that_takes_in_another_one_takes_in_its_translations(tmp_path: Path, run: Run) -> None:
    texts = {"a.txt": "Das alte Haus steht am Rand.\n", "b.txt": "Die Frau kommt morgen zurück.\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    run("update", "a.txt", "b.txt", "--to", "ru")
    catalogue = tmp_path / "locales/ru/LC_MESSAGES/b.po"
    catalogue.write_text(catalogue.read_text().replace('zurück."\nmsgstr ""', 'zurück."\nmsgstr "Она."'))
    (tmp_path / "a.txt").write_text("\n".join(texts.values()))
    (tmp_path / "b.txt").unlink()
    run("update", "a.txt", "--to", "ru")
    assert 'msgstr "Она."' in catalogue.with_name("a.po").read_text()


@pytest.mark.parametrize("charset", ["KOI8-R", "ISO-8859-1", "CP1251", "GB18030"])
@pytest.mark.parametrize("lying", [True, False])
def test_a_header_that_lies_about_the_charset_garbles_nothing(
    project: Path, run: Run, charset: str, lying: bool
) -> None:
    path = project / "ru.po"
    word = "Straße" if charset == "ISO-8859-1" else "дом у реки"
    text = f'{HEADER.replace("UTF-8", charset)}\nmsgid "Haus"\nmsgstr "{word}"\n'
    path.write_bytes(text.encode("utf-8" if lying else charset))
    assert f"charset {charset}: use UTF-8" in run("check", path, "--from", "de", "--fail-on", "never").stdout
    run("normalize", path)
    assert f'msgstr "{word}"' in path.read_text("utf-8")
    assert "charset=UTF-8" in path.read_text("utf-8")
