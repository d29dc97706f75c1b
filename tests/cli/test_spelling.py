"""The check of spelling: off until somebody asks for it, notes only, by dictionaries that a test writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.model import Catalogue, Entry
from l10n.text import spelling
from tests.conftest import Run

AFFIXES = "SET UTF-8\nICONV 1\nICONV ’ '\nSFX S Y 1\nSFX S 0 s .\n"
WORDS = "6\nhouse/S\nthe\nold\nburnt\ndon't\nwell-known\n"
TEXT = Entry("Die alten Häuser brannten.", "The old houses brunt.")
SOUND = Entry("Das alte Haus brannte.", "The old house burnt.")


@pytest.fixture
def folder(project: Path) -> Path:
    """A folder with a dictionary of English, which the settings name."""
    pytest.importorskip("spylls")
    (project / "words").mkdir()
    (project / "words/en_US.aff").write_text(AFFIXES, "utf-8")
    (project / "words/en_US.dic").write_text(WORDS, "utf-8")
    (project / "l10n.toml").write_text('[check]\ndictionaries = "words"\n', "utf-8")
    return project / "words"


def _write(*entries: Entry, lang: str = "en", name: str = "a.po", comments: tuple[str, ...] = ()) -> Path:
    path = Path(name)
    po.write(path, Catalogue(header("doc", lang, "de", "2026-01-31 12:00+0000"), entries, comments))
    return path


def _messages(run: Run, *arguments: object) -> list[str]:
    findings = json.loads(run("check", *arguments, "--format", "json").stdout)["findings"]
    return [finding["message"] for finding in findings if finding["check"] == "spelling"]


@pytest.mark.usefixtures("folder")
def test_a_word_that_the_dictionary_does_not_have_is_a_note_where_it_stands(run: Run) -> None:
    path = _write(SOUND, TEXT)
    assert _messages(run, path) == ["“brunt” is not in the dictionary"]
    (finding,) = json.loads(run("check", path, "--format", "json").stdout)["findings"]
    assert (finding["severity"], TEXT.msgstr[slice(*finding["span"])]) == ("info", "brunt")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Das alte Haus in Ulm", "The old house, Ulm", id="a name"),
        pytest.param("Die alte Latrine brannte.", "The old latrine burnt.", id="a word of the source"),
        pytest.param("Die alte Nr. 5 brannte.", "The old nmb. 5 burnt.", id="an abbreviation"),
        pytest.param("Das alte %(hs)s brannte.", "The old %(huose)s burnt.", id="a placeholder"),
        pytest.param("Das alte haus.example.org", "The old huose.example.org", id="an address"),
        pytest.param("Das alte Haus_a brannte.", "The old huose_a burnt.", id="an identifier"),
        pytest.param("Das alte Haus brannte.", "The old brand-nwe house burnt.", id="with a hyphen"),
        pytest.param("Das alte Haus brannte nicht.", "Don’t, the old house, don’t.", id="a curly apostrophe"),
        pytest.param("Das alte Haus.", "The old дом.", id="a word in another script"),
        pytest.param("Das alte Haus " + "a" * 60, "The old " + "b" * 60, id="a word of many letters"),
    ],
)
def test_what_is_no_word_of_the_language_is_not_looked_at(run: Run, source: str, text: str) -> None:
    assert _messages(run, _write(Entry(source, text)), "--select", "spelling") == []


@pytest.mark.usefixtures("folder")
def test_terms_of_the_glossary_are_known(run: Run) -> None:
    Path("terms.csv").write_text("de,en\nHaus,hous\n", "utf-8")
    path = _write(Entry("Das alte Haus brannte.", "The old hous burnt."))
    assert _messages(run, path) == ["“hous” is not in the dictionary"]
    assert _messages(run, path, "--glossary", "terms.csv") == []


@pytest.mark.usefixtures("folder")
def test_a_language_without_a_dictionary_is_named_once_and_has_no_notes(run: Run) -> None:
    files = [_write(Entry("Das Haus", "Дом"), lang="ru", name=name) for name in ("a.po", "b.po")]
    told = run("check", *files).stderr
    assert told.count("no dictionary in words") == 1
    assert "ru: " in told


def test_nothing_is_looked_at_and_nothing_said_unless_asked_for(run: Run) -> None:
    path = _write(TEXT, comments=())
    assert _messages(run, path) == []
    assert "dictionary" not in run("check", path, "-v").stderr


@pytest.mark.usefixtures("folder")
def test_an_ignore_of_the_check_is_of_use_and_the_check_can_be_ignored(run: Run) -> None:
    ignored = Entry(TEXT.msgid, TEXT.msgstr, comments=("l10n-ignore: spelling (an old word)",))
    assert json.loads(run("check", _write(ignored), "--format", "json").stdout)["findings"] == []
    assert _messages(run, _write(TEXT), "--ignore", "spelling") == []


def test_without_the_extra_one_line_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spylls", None)
    monkeypatch.setattr(spelling, "find_spec", lambda _: None)
    Path("words").mkdir()
    Path("l10n.toml").write_text('[check]\ndictionaries = "words"\n', "utf-8")
    told = run("check", _write(TEXT), code=2).stderr
    assert "needs Spylls" in told
    assert "pip install" in told


def test_a_folder_that_is_none_is_refused(run: Run) -> None:
    pytest.importorskip("spylls")
    Path("l10n.toml").write_text('[check]\ndictionaries = "words"\n', "utf-8")
    assert "no such folder of dictionaries" in run("check", _write(TEXT), code=2).stderr


def test_a_file_that_is_no_dictionary_is_named(run: Run, folder: Path) -> None:
    (folder / "en_US.aff").write_bytes(b"SET nonsense\n\xff\xfe")
    told = run("check", _write(TEXT), code=2)
    assert "en_US.aff" in told.stderr + told.stdout
    assert "Traceback" not in told.stderr


def test_of_several_countries_the_dictionary_of_the_most_speakers_counts(tmp_path: Path) -> None:
    for name in ("en_AU", "en_US", "az_XX"):
        (tmp_path / f"{name}.aff").touch()
        (tmp_path / f"{name}.dic").touch()
    (tmp_path / "ru_RU.aff").touch()
    names = {lang: spelling.dictionary(tmp_path, lang) for lang in ("en", "az", "ru")}
    assert names == {"en": tmp_path / "en_US.aff", "az": tmp_path / "az_XX.aff", "ru": None}
