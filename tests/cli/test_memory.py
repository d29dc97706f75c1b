"""`l10n memory` on real files."""

from __future__ import annotations

import re
import shlex
import time
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.memory.store import Memory
from l10n.memory.translations import Key
from l10n.memory.unit import Query, Unit, UnitOrigin
from l10n.model import Catalogue, Entry
from tests.conftest import ROOT, Run

HOUSE = Entry(
    "Das Haus ist alt.", "The house is old.", extracted=("paragraph 1, sentence 1", "next: Am 9. Mai kam er.")
)
MAY = Entry("Am 9. Mai kam er.", "He came on 9 May.", extracted=("paragraph 1", "previous: Das Haus ist alt."))


@pytest.fixture
def catalogue(project: Path) -> Path:
    path = project / "locales" / "en" / "LC_MESSAGES" / "text.po"
    path.parent.mkdir(parents=True)
    _write(path, HOUSE, sign(MAY, "Anna Muster", "2026-01-31"))
    return path


def _write(
    path: Path,
    *entries: Entry,
    fields: tuple[tuple[str, str], ...] = header("text", "en", "de", "2026-01-31 12:00+0000"),
) -> None:
    po.write(path, Catalogue(fields, entries))


def _units(project: Path) -> list[Unit]:
    with Memory(project / "l10n.db") as memory:
        return list(memory.units())


def test_learn_takes_translated_and_reviewed_entries_with_neighbours_and_signature(
    run: Run, catalogue: Path, project: Path
) -> None:
    draft = Entry("Neu.", "New.", flags=("fuzzy",))
    _write(catalogue, HOUSE, sign(MAY, "Anna Muster", "2026-01-31"), draft, Entry("Leer."))
    done = run("memory", "learn", "locales")
    assert done.stdout == "locales/en/LC_MESSAGES/text.po: 2 new, 0 known\n"
    house, may = _units(project)
    assert (house.origin, house.previous, house.next) == (UnitOrigin.HUMAN, "", MAY.msgid)
    assert (may.origin, may.who, may.when, may.previous) == (
        UnitOrigin.REVIEWED,
        "Anna Muster",
        "2026-01-31",
        HOUSE.msgid,
    )
    assert run("memory", "learn", "locales").stdout.endswith(": 0 new, 2 known\n")


def test_learn_brings_up_to_date_what_was_learnt(run: Run, catalogue: Path, project: Path) -> None:
    run("memory", "learn", "locales")
    corrected = Entry(HOUSE.msgid, "The house is ancient.", extracted=HOUSE.extracted)
    rejected = Entry(MAY.msgid, MAY.msgstr, flags=("fuzzy",))
    _write(catalogue, corrected, rejected)
    assert run("memory", "learn", catalogue).stdout.endswith(": 1 new, 0 known, 1 replaced, 1 forgotten\n")
    assert [unit.target for unit in _units(project)] == ["The house is ancient."]


def test_learn_keeps_what_is_obsolete_and_leaves_plurals_out(run: Run, catalogue: Path, project: Path) -> None:
    gone = Entry("Weg.", "Gone.", obsolete=True)
    plural = Entry("ein Haus", msgid_plural="Häuser", msgstr_plural=("a house", "houses"))
    _write(catalogue, plural, gone)
    run("memory", "learn", catalogue)
    assert [unit.source for unit in _units(project)] == ["Weg."]


def test_learn_names_what_it_cannot_read_and_goes_on(run: Run, catalogue: Path, project: Path) -> None:
    (project / "broken.po").write_text('msgid "a\n')
    _write(project / "nameless.po", HOUSE, fields=())
    done = run("memory", "learn", "broken.po", "nameless.po", "locales", code=2)
    assert "broken.po:1: " in done.stderr
    assert "nameless.po: no language" in done.stderr
    assert len(_units(project)) == 2


def test_the_source_language_is_the_option_then_the_headers_then_the_settings(
    run: Run, catalogue: Path, project: Path
) -> None:
    run("memory", "learn", "locales", "--from", "az")
    assert {unit.source_language for unit in _units(project)} == {"az"}
    (project / "ru.po").write_text('msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "a"\nmsgstr "а"\n')
    run("memory", "learn", "ru.po")
    assert {unit.source_language for unit in _units(project) if unit.language == "ru"} == {"de"}
    run("memory", "learn", "ru.po", "--from", "ru", code=2)


def test_the_tmx_file_names_its_source_language(run: Run, catalogue: Path, project: Path) -> None:
    run("memory", "learn", "locales")
    run("memory", "export", "out.tmx")
    assert 'srclang="de" datatype' in (project / "out.tmx").read_text("utf-8")


def test_export_and_import_carry_everything_over(run: Run, catalogue: Path, project: Path) -> None:
    run("memory", "learn", "locales")
    assert run("memory", "export", "out.tmx").stdout == "out.tmx: 2 units\n"
    assert run("memory", "import", "out.tmx", "--memory", "other.db").stdout == "out.tmx: 2 new, 0 known\n"
    assert run("memory", "import", "out.tmx", "--memory", "other.db", "-q").stdout == "out.tmx: 0 new, 2 known\n"
    with Memory(project / "other.db") as memory:
        found = memory.matches([Query(MAY.msgid, HOUSE.msgid, "")], "de", "en")[0]
    assert found
    assert (found.score, found.unit.origin, found.unit.who) == (101, UnitOrigin.REVIEWED, "Anna Muster")


def test_import_names_the_line_and_keeps_what_came_before(run: Run, project: Path) -> None:
    unit = '<tu><tuv xml:lang="de"><seg>Ja.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>\n'
    good = f'<tmx version="1.4"><header srclang="de"/><body>\n{unit}'
    (project / "cut.tmx").write_text(good)
    (project / "whole.tmx").write_text(f"{good}</body></tmx>")
    done = run("memory", "import", "cut.tmx", "missing.tmx", "whole.tmx", code=2)
    assert "cut.tmx:3: not well-formed XML" in done.stderr
    assert "missing.tmx: cannot read" in done.stderr
    assert "whole.tmx: 0 new, 1 known" in done.stdout
    assert [unit.target for unit in _units(project)] == ["Yes."]


def test_import_tells_what_did_not_come_in_and_takes_the_rest(run: Run, project: Path) -> None:
    segments = ("\n  <seg>\n    Das Haus.\n  </seg>", "<seg>Ein &#x1F;.</seg>", "", "<seg>Das Boot.</seg>")
    units = "".join(
        f'<tu><tuv xml:lang="eng"><seg>x{place}</seg></tuv><tuv xml:lang="ger">{segment}</tuv></tu>\n'
        for place, segment in enumerate(segments)
    )
    (project / "in.tmx").write_text(f'<tmx version="1.4"><header srclang="*all*"/><body>\n{units}</body></tmx>')
    done = run("memory", "import", "in.tmx", "-q")
    assert done.stdout == "in.tmx: 2 new, 0 known\n"
    assert done.stderr == (
        "lost: unit with a character that XML cannot hold (1): in.tmx:6\nlost: text without <seg> (1): in.tmx:7\n"
    )
    found = [(unit.source_language, unit.language, unit.source) for unit in _units(project)]
    assert found == [("de", "en", "Das Haus."), ("de", "en", "Das Boot.")]


_HEAD = '<tmx version="1.4"><header srclang="de"/><body>\n'
_GOOD = '<tu><tuv xml:lang="de"><seg>Ja</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu>'


@pytest.mark.parametrize(
    ("content", "taken", "told"),
    [
        pytest.param(f"{_HEAD}{'<hi>' * 200_000}", None, ":2: not well-formed XML", id="deep"),
        pytest.param(f"{_HEAD}<tu>{'<hi>' * 200_000}</tu>{_GOOD}", 1, ":2: not well-formed XML", id="deep unit"),
        pytest.param(f"{_HEAD}{'&' * 300_000}{_GOOD}</body></tmx>", 1, ":2: not well-formed XML", id="no entities"),
        pytest.param(f"{_HEAD}{'<tu ' * 300_000}", None, "(10,000 more, the last in line 2)", id="tags"),
        pytest.param(f"{_HEAD}{'<tu>' * 50_000}", 0, "lost: unit not closed (49,999)", id="units in units"),
        pytest.param(f"{_HEAD}<tu>&#{'1' * 300_000};</tu>{_GOOD}", 1, ":2: not well-formed XML", id="a long reference"),
    ],
)
def test_a_hostile_file_costs_no_time_and_no_unit(
    run: Run, project: Path, content: str, taken: int | None, told: str
) -> None:
    (project / "in.tmx").write_text(content)
    begun = time.monotonic()
    done = run("memory", "import", "in.tmx", "-q", code=2)
    assert time.monotonic() - begun < 60
    assert told in done.stderr
    assert done.stdout == ("" if taken is None else f"in.tmx: {taken} new, 0 known\n")


def test_search_shows_hits_in_source_and_translation(run: Run, catalogue: Path) -> None:
    run("memory", "learn", "locales")
    found = run("memory", "search", "house").stdout
    assert found.startswith("100 %  de → en  human")
    assert "de: Das Haus ist alt.\n  en: The house is old.\n" in found
    assert run("memory", "search", "Das Hauz ist alt").stdout.startswith(" 93 %")
    nothing = run("memory", "search", "Quittung")
    assert (nothing.stdout, nothing.stderr) == ("", "nothing like it in the memory\n")
    assert run("memory", "search", "house", "--to", "ru").stdout == ""


def test_stats_count_by_languages_and_origin(run: Run, catalogue: Path, project: Path) -> None:
    run("memory", "learn", "locales")
    with Memory(project / "l10n.db") as memory:
        memory.remember({Key("a", ("de-en-1.0",)): "{}"})
    lines = run("memory", "stats").stdout.splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["de", "→", "en", "reviewed", "1", "unit"],
        ["de", "→", "en", "human", "1", "unit"],
        ["de-en-1.0", "1", "machine", "translations"],
    ]
    assert lines[3] == "first drafts: 0"
    assert lines[4].startswith("l10n.db: ")


def test_prune_removes_translations_of_packages_that_are_gone(run: Run, packages: Path, project: Path) -> None:
    here, gone = Key("a", ("de-en-1.0",)), Key("a", ("de-en-0.9",))
    with Memory(project / "l10n.db") as memory:
        memory.add([Unit("Ja", "Yes", "de", "en", when="2020-01-01")])
        memory.remember({here: "{}", gone: "{}"})
    assert run("memory", "prune", "--packages", packages, "--dry-run").stdout == "machine translations: 1 would go\n"
    assert run("memory", "prune", "--packages", packages).stdout == "machine translations: 1 removed\n"
    done = run("memory", "prune", "--packages", packages, "--before", "2021-01-01", "--origin", "human")
    assert done.stdout == "machine translations: 0 removed\nunits: 1 removed\n"
    with Memory(project / "l10n.db") as memory:
        assert memory.cached([here, gone]) == {here: "{}"}
    assert run("memory", "prune", "--packages", packages, "--older-than", 0, "--dry-run").exit_code == 0


def test_prune_wants_a_date(run: Run) -> None:
    assert "--before gestern: not a date" in run("memory", "prune", "--before", "gestern", code=2).stderr


@pytest.mark.parametrize("arguments", [("search", "x"), ("stats",), ("prune",), ("export", "x.tmx")])
def test_without_a_memory_nothing_is_made(run: Run, project: Path, arguments: tuple[str, ...]) -> None:
    done = run("memory", *arguments, code=2)
    assert "l10n.db: no translation memory\nhint: fill one with l10n draft or l10n memory learn" in done.stderr
    assert sorted(path.name for path in project.iterdir()) == ["l10n.toml"]


def test_the_settings_say_where_the_memory_is(run: Run, catalogue: Path, project: Path) -> None:
    (project / "l10n.toml").write_text('memory = "tm/all.db"\n')
    run("memory", "learn", "locales")
    assert (project / "tm" / "all.db").is_file()


def test_what_is_no_memory_is_named(run: Run, project: Path) -> None:
    (project / "l10n.db").write_text("no memory at all, " * 50)
    assert "l10n.db: not a translation memory of l10n\nhint: " in run("memory", "stats", code=2).stderr


def test_the_sessions_in_the_documentation_are_real(run: Run, project: Path) -> None:
    (project / "locales").symlink_to(ROOT / "locales")
    page = (ROOT / "docs" / "memory.md").read_text("utf-8")
    steps = re.findall(r"```console\n\$ l10n ([^\n]+)\n(.*?)```", page, re.S)
    assert len(steps) == 3
    for command, output in steps:
        assert run(*shlex.split(command)).stdout == output


def test_pruning_while_somebody_reads_removes_all_the_same(run: Run, packages: Path, project: Path) -> None:
    with Memory(project / "l10n.db") as memory:
        memory.add([Unit(f"{number}", "x", "de", "en", when="2020-01-01") for number in range(3)])
        reading = memory.units()
        next(reading)
        done = run("memory", "prune", "--packages", packages, "--before", "2021-01-01")
        assert done.stdout.endswith("units: 3 removed\n")
        assert len(list(reading)) == 2
    assert not _units(project)


def test_every_command_of_the_memory_is_in_its_documentation(run: Run) -> None:
    page = (ROOT / "docs" / "memory.md").read_text("utf-8")
    listed = run("memory", "--help").stdout.partition("Commands:")[2].partition("Examples:")[0]
    names = re.findall(r"^  (\w+)", listed, re.M)
    assert len(names) == 7
    assert all(f"l10n memory {name}" in page for name in names)
