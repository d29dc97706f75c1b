"""`l10n glossary`: what it says of glossaries, what it proposes, and what it writes."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from l10n import glossary
from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.memory.drafts import FirstDraft
from l10n.memory.store import Memory
from l10n.model import Catalogue, Entry
from tests.conftest import ROOT, Run

STEP = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.M)

HEADER = "de,en,ru,note,forbidden,case,do-not-translate\n"
GLOSSARY = HEADER + "Kreml,Kremlin,Кремль,the government,,,\nSOCAR,,,,,,yes\nHaus,house,дом,,,no,\n"
PO = """\
msgid ""
msgstr ""
"Language: {lang}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Der Kreml schweigt."
msgstr "{first}"

msgid "Die Macht des Kremls"
msgstr "{second}"

msgid "Er sah Oliver Rolofs in Baku."
msgstr "{third}"

#~ msgid "Kreml"
#~ msgstr "weg"
"""


@pytest.fixture
def files(project: Path) -> Path:
    """A project with a glossary, a source and catalogues in two languages."""
    (project / "l10n.toml").write_text(
        'targets = ["en", "ru"]\nglossary = "g.csv"\nsources = ["a.txt"]\n', encoding="utf-8"
    )
    (project / "g.csv").write_text(GLOSSARY, "utf-8")
    text = "Der Kreml schweigt.\n\nDie Macht des Kremls\n\nEr sah Oliver Rolofs in Baku.\n"
    (project / "a.txt").write_text(text, "utf-8")
    for lang, *texts in (
        ("en", "The Kremlin is silent.", "The power of Moscow", "He saw Oliver Rolofs in Baku."),
        ("ru", "Кремль молчит.", "", "Он видел Оливера Ролофса в Баку."),
    ):
        path = project / "locales" / lang / "LC_MESSAGES" / "a.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        first, second, third = texts
        path.write_text(PO.format(lang=lang, first=first, second=second, third=third), "utf-8")
    return project


def _rows(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


def test_check_counts_sources_and_translations_without_the_term(run: Run, files: Path) -> None:
    result = run("glossary", "check")
    assert _rows(result.stdout)[1:] == [
        ["Kreml", "2", "1", "of", "2", "0", "of", "1"],
        ["in", "no", "source:", "SOCAR,", "Haus"],
    ]
    assert result.stderr == "g.csv: 3 terms, nothing to report\n"


def test_check_tells_with_v_where_a_term_is_missing_and_what_its_note_says(run: Run, files: Path) -> None:
    result = run("glossary", "check", "-v")
    place = f"{Path('locales/en/LC_MESSAGES/a.po')}:9"
    assert f"{place}: info: “Kreml” is not “Kremlin” here (note: the government)\n" in result.stdout


def test_check_exits_with_1_for_an_error_only(run: Run, files: Path) -> None:
    (files / "b.csv").write_text(GLOSSARY + "Kreml,Moscow,,,,,\n", "utf-8")
    result = run("glossary", "check", "b.csv", code=1)
    assert "b.csv:5: error: “Kreml” is “Moscow” in en, but “Kremlin” in line 2, which is what counts\n" in result.stdout
    assert "b.csv:5: warning: “Kreml” has no translation for ru\n" in result.stdout
    assert result.stderr == "b.csv: 4 terms, 1 error, 1 warning\n"
    (files / "b.csv").write_text(HEADER + "Kreml,Kremlin,,,,,\n", "utf-8")
    assert run("glossary", "check", "b.csv").stderr == "b.csv: 1 term, 1 warning\n"
    assert run("glossary", "check", "b.csv", "--to", "en").stderr == "b.csv: 1 term, nothing to report\n"


def test_check_looks_into_the_catalogues_named_and_needs_none(run: Run, files: Path) -> None:
    result = run("glossary", "check", "--catalogues", "locales/ru", "--to", "ru")
    assert _rows(result.stdout)[1] == ["Kreml", "2", "0", "of", "1"]
    run("glossary", "check", "--catalogues", "nowhere", code=2)
    (files / "l10n.toml").write_text('glossary = "g.csv"\nlocales = "none"\n')
    assert "sources" not in run("glossary", "check", "--to", "en,ru").stdout


ENGLISH = """\
msgid ""
msgstr "Language: {}\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "The house is open"
msgstr "{}"

#. Default: "Open the old house"
msgid "label_open_house"
msgstr "{}"

msgid "Cannot open the new file"
msgstr ""
"""


def test_check_takes_the_language_that_the_msgids_are_in_and_what_keys_stand_for(run: Run, files: Path) -> None:
    (files / "po").mkdir()
    (files / "po" / "de.po").write_text(ENGLISH.format("de", "Das Haus ist offen", "Das alte Heim öffnen"), "utf-8")
    (files / "po" / "ru.po").write_text(ENGLISH.format("ru", "Дом открыт", "Открыть старый дом"), "utf-8")
    result = run("glossary", "check", "--catalogues", "po", "-v")
    assert result.stderr.startswith("po/de.po: msgids are in English (X-Source-Language is missing)\n")
    assert ["house", "2", "1", "of", "2", "0", "of", "2"] in _rows(result.stdout)
    assert "po/de.po:7: info: “house” is not “Haus” here\n" in result.stdout
    assert "house" not in run("glossary", "check", "--catalogues", "po", "--from", "de").stdout.split("in no source")[0]


def test_learn_takes_the_language_that_the_msgids_are_in(run: Run, files: Path, project: Path) -> None:
    texts = ("Open the house", "Close the house", "Show the house in the window")
    with Memory(project / "l10n.db") as memory:
        memory.keep_drafts([FirstDraft("ru.po", "ru", None, one, f"{one[0]} хата", "argos") for one in texts])
    po.write(project / "ru.po", Catalogue((("Language", "ru"),), tuple(Entry(one, f"{one[0]} дом") for one in texts)))
    assert "where the source has “house”" in run("glossary", "learn", "ru.po").stdout
    assert run("glossary", "learn", "ru.po", "--format", "csv").stdout.split()[1].startswith("house,")


def test_check_without_a_glossary_says_how_to_name_one(run: Run) -> None:
    result = run("glossary", "check", code=2)
    assert "error: no glossary" in result.stderr
    assert "hint: name a CSV or TBX file" in result.stderr


def test_candidates_are_listed_with_kind_and_number(run: Run, files: Path) -> None:
    result = run("glossary", "candidates")
    assert _rows(result.stdout) == [["1", "name", "Oliver", "Rolofs"], ["1", "name", "Baku"]]
    assert run("glossary", "candidates", "--min", "2").stdout == ""


def test_candidates_as_csv_are_a_glossary_with_what_is_evident(run: Run, files: Path) -> None:
    text = run("glossary", "candidates", "--format", "csv").stdout
    (files / "new.csv").write_text(text, "utf-8")
    first, second = glossary.read(files / "new.csv").terms
    assert first.words == {"de": ("Oliver Rolofs",), "en": ("Oliver Rolofs",)}
    assert second.words == {"de": ("Baku",), "en": ("Baku",)}
    assert first.note == "name, once"
    assert next(csv.reader(io.StringIO(text)))[:5] == ["de", "en", "ru", "note", "forbidden"]


def test_candidates_leave_out_another_glossary(run: Run, files: Path) -> None:
    (files / "b.csv").write_text(HEADER + "Baku,Baku,Баку,,,,\nOliver Rolofs,,,,,,yes\n", "utf-8")
    assert _rows(run("glossary", "candidates", "--glossary", "b.csv").stdout) == []


def test_to_tbx_and_back_gives_the_same_glossary(run: Run, files: Path) -> None:
    assert run("glossary", "convert", "g.csv", "g.tbx").stderr == "g.tbx: 3 terms\n"
    assert run("glossary", "convert", "g.tbx", "again.csv").stderr == "again.csv: 3 terms\n"
    before, after = (glossary.read(files / name).terms for name in ("g.csv", "again.csv"))
    assert before == after


def test_what_tbx_min_cannot_hold_is_told(run: Run, files: Path) -> None:
    result = run("glossary", "convert", "g.csv", "g.tbxm", code=2)
    assert "hint: choose the second one with --to: en, ru" in result.stderr
    result = run("glossary", "convert", "g.csv", "g.tbx", "--dialect", "min", "--to", "ru")
    assert result.stderr == "g.tbx: 3 terms\nlost: case: no (1)\nlost: do-not-translate (1)\nlost: language en (3)\n"
    assert [term.words["ru"] for term in glossary.read(files / "g.tbx").terms] == [("Кремль",), ("SOCAR",), ("дом",)]


def test_tables_of_other_programs_are_converted_and_version_2_is_written(run: Run, project: Path) -> None:
    (project / "words.utf8").write_text("Hafen\tпорт\tVermerk\n", "utf-8")
    run("glossary", "convert", "words.utf8", "old.tbx", "--to", "ru", "--dialect", "v2")
    assert (
        (project / "old.tbx").read_text("utf-8").startswith('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif')
    )
    run("glossary", "convert", "old.tbx", "new.csv")
    assert (project / "new.csv").read_text("utf-8").splitlines()[1] == "Hafen,порт,Vermerk,,yes,"


def test_homonyms_of_a_tbx_file_are_no_error(run: Run, project: Path) -> None:
    entries = "".join(
        f'<conceptEntry><langSec xml:lang="de"><termSec><term>Bank</term></termSec></langSec>'
        f'<langSec xml:lang="ru"><termSec><term>{word}</term></termSec></langSec></conceptEntry>\n'
        for word in ("банк", "скамья")
    )
    (project / "g.tbx").write_text(f"<tbx><text><body>\n{entries}</body></text></tbx>", "utf-8")
    done = run("glossary", "check", "g.tbx", "--to", "ru", "-v")
    assert done.stdout == "g.tbx:3: info: “Bank” is “скамья” in ru, and “банк” in line 2: both are right\n"


def test_a_file_that_is_there_is_not_replaced_without_force(run: Run, files: Path) -> None:
    (files / "g.tbx").write_text("mine")
    assert "g.tbx: is there already" in run("glossary", "convert", "g.csv", "g.tbx", code=2).stderr
    assert (files / "g.tbx").read_text() == "mine"
    run("glossary", "convert", "g.csv", "g.tbx", "--force")
    assert "no suffix of a glossary" in run("glossary", "convert", "g.csv", "g.txt", code=2).stderr


def test_a_tbx_glossary_serves_l10n_check(run: Run, files: Path) -> None:
    run("glossary", "convert", "g.csv", "g.tbx")
    result = run("check", "--glossary", "g.tbx", "--select", "glossary")
    assert "“Kremls” is “Kremlin” in the glossary" in result.stdout


def test_learn_says_that_no_drafts_are_kept(run: Run, files: Path) -> None:
    result = run("glossary", "learn", code=2)
    assert "no translation memory" in result.stderr


def test_learn_shows_what_was_changed_and_makes_rows_of_it(run: Run, files: Path, project: Path) -> None:
    sources = ("In Kyjiw", "Nach Kyjiw", "Aus Kyjiw")
    words = ("In", "To", "From")
    drafts = [
        FirstDraft("doc", "en", None, one, f"{word} Kiev", "argos de-en-1.0")
        for one, word in zip(sources, words, strict=True)
    ]
    with Memory(project / "l10n.db") as memory:
        memory.keep_drafts(drafts)
    entries = tuple(Entry(one, f"{word} Kyiv") for one, word in zip(sources, words, strict=True))
    path = project / "locales" / "en" / "LC_MESSAGES" / "doc.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header("doc", "en", "de", "2026-01-31 12:00+0000"), entries))
    text = "en: “Kiev” became “Kyiv” in 3 of 3 segments, where the source has “Kyjiw”\n"
    assert run("glossary", "learn").stdout == text
    assert run("glossary", "learn", "--min", "4").stdout == ""
    (files / "new.csv").write_text(run("glossary", "learn", "--format", "csv").stdout, "utf-8")
    (term,) = glossary.read(files / "new.csv").terms
    assert (term.words, term.forbidden) == ({"de": ("Kyjiw",), "en": ("Kyiv",)}, {"en": ("Kiev",)})
    assert term.note == "“Kiev” was changed in 3 of 3 segments"


def test_the_sessions_in_the_documentation_are_real(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("seeds", "locales"):
        (project / folder).symlink_to(ROOT / folder)
    (project / "l10n.toml").write_text('glossary = "seeds/glossary.csv"\nsources = ["seeds/*.txt"]\n', encoding="utf-8")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/bin:/bin")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    steps = [step for block in re.findall(r"```console\n(.*?)```", page, re.S) for step in STEP.findall(block)]
    assert len(steps) >= 5
    for command, output in steps:
        done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, encoding="utf-8")
        assert [line.rstrip() for line in done.stdout.splitlines()] == output.splitlines(), command


def test_the_documentation_names_every_command(run: Run) -> None:
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    commands = re.findall(r"^  (\w+) ", run("glossary", "--help").stdout.partition("Commands:")[2], re.M)
    assert sorted(commands) == ["candidates", "check", "convert", "learn"]
    assert all(f"`{name}`" in page or f"l10n glossary {name}" in page for name in commands)
