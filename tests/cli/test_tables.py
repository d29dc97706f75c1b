"""`l10n export xlsx`, `csv`, `docx`, and `l10n import` of what people have made of these."""

from __future__ import annotations

import csv
import io
import shutil
import sys
import zipfile
from collections.abc import Callable
from importlib.machinery import PathFinder
from pathlib import Path

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.cli import app
from l10n.exchange.tables import Column
from l10n.exchange.tables.kinds import KINDS
from tests.conftest import Run

RU, UK = Path("locales/ru/LC_MESSAGES/text.po"), Path("locales/uk/LC_MESSAGES/text.po")
TEXT = "Das Haus\nDas Haus ist groß. Das Haus ist alt. Der Hund schläft.\n"
Edit = Callable[[Path, dict[int, dict[str, str]]], None]


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory, packages: Path) -> Path:
    """The drafts, made once."""
    folder = tmp_path_factory.mktemp("drafted")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Path("l10n.toml").touch()
        Path("text.txt").write_text(TEXT, "utf-8")
        done = CliRunner().invoke(app, ["draft", "text.txt", "--packages", str(packages), "--to", "ru,uk"])
    assert done.exit_code == 0
    return folder / "locales"


@pytest.fixture
def drafted(project: Path, locales: Path) -> Path:
    shutil.copytree(locales, project / "locales")
    return RU


def _edit_xlsx(path: Path, changes: dict[int, dict[str, str]]) -> None:
    book = openpyxl.load_workbook(path)
    titles = [cell.value for cell in book.active[1]]
    for number, cells in changes.items():
        for title, text in cells.items():
            cell = book.active.cell(number + 1, titles.index(title) + 1)
            cell.value = text
    book.save(path)


def _edit_csv(path: Path, changes: dict[int, dict[str, str]]) -> None:
    rows = _csv(path)
    for number, cells in changes.items():
        rows[number - 1].update(cells)
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(file.getvalue(), "utf-8", newline="")


def _edit_docx(path: Path, changes: dict[int, dict[str, str]]) -> None:
    document = docx.Document(str(path))
    (table,) = document.tables
    titles = [cell.text for cell in table.rows[0].cells]
    for number, cells in changes.items():
        for title, text in cells.items():
            table.rows[number].cells[titles.index(title)].text = text
    document.save(str(path))


EDITS: dict[str, Edit] = {"xlsx": _edit_xlsx, "csv": _edit_csv, "docx": _edit_docx}


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _texts(path: Path) -> list[tuple[str, str]]:
    return [(entry.msgstr, state(entry).value) for entry in po.read(path).entries]


@pytest.fixture(params=EDITS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_people_wrote_is_in_the_catalogue(run: Run, drafted: Path, kind: str) -> None:
    file = Path(f"ru.{kind}")
    assert run("export", kind, "locales/ru", "-o", file).stdout == f"{file}: ru, 4 entries, 4 to read\n"
    before = _texts(RU)
    EDITS[kind](
        file,
        {
            1: {"Translation": "Жилище", "Verdict": "changed"},
            2: {"Verdict": "OK "},
            3: {"Translation": "Старый дом."},
            4: {"Verdict": "question", "Comment": "Welcher Hund?\nMeiner?"},
        },
    )
    told = run("import", file, "--reviewer", "Anna")
    assert told.stdout == f"{RU}: 1 translated, 1 reviewed, 1 edited draft, 1 draft, 0 unchanged\n"
    assert _texts(RU) == [
        ("Жилище", "translated"),
        (before[1][0], "reviewed"),
        ("Старый дом.", "edited draft"),
        (before[3][0], "draft"),
    ]
    assert {"Welcher Hund?", "Meiner?"} < set(po.read(RU).entries[3].comments)
    content = RU.read_bytes()
    assert run("import", file, "--reviewer", "Anna").stdout == f"{RU}: 4 unchanged\n"
    assert RU.read_bytes() == content


def test_a_verdict_needs_somebody_who_answers_for_it(run: Run, drafted: Path, kind: str) -> None:
    run("export", kind, "locales/ru", "-o", f"ru.{kind}")
    EDITS[kind](Path(f"ru.{kind}"), {1: {"Verdict": "ok"}})
    before = RU.read_bytes()
    told = run("import", f"ru.{kind}", code=2).stderr
    assert "1 state raised" in told
    assert "import it again with --reviewer NAME" in told
    assert RU.read_bytes() == before


def test_several_languages_are_a_file_each(run: Run, drafted: Path, kind: str) -> None:
    run("export", kind, "-o", "out")
    assert sorted(path.name for path in Path("out").iterdir()) == [f"ru.{kind}", f"uk.{kind}"]
    told = run("export", kind, "-o", f"all.{kind}", code=2).stderr
    assert f"all.{kind}: one file for 2 languages: ru, uk" in told
    assert not Path(f"all.{kind}").exists()


def test_nothing_that_somebody_has_written_is_written_over(run: Run, drafted: Path, kind: str) -> None:
    file = Path(f"ru.{kind}")
    run("export", kind, "locales/ru", "-o", file)
    run("export", kind, "locales/ru", "-o", file)
    EDITS[kind](file, {1: {"Comment": "?"}})
    written = file.read_bytes()
    told = run("export", kind, "locales/ru", "-o", file, code=5).stderr
    assert f"{file}: has texts or states that are not in the catalogues yet" in told
    assert file.read_bytes() == written
    run("import", file)
    run("export", kind, "locales/ru", "-o", file)
    file.write_bytes(b"mine")
    assert "not what `l10n export` made" in run("export", kind, "locales/ru", "-o", file, code=2).stderr
    assert file.read_bytes() == b"mine"


def test_what_is_refused_is_kept_in_a_file_of_its_kind_that_can_come_in(run: Run, drafted: Path, kind: str) -> None:
    run("export", kind, "locales/ru", "-o", f"ru.{kind}")
    EDITS[kind](
        Path(f"ru.{kind}"),
        {
            1: {"Translation": "Жилище"},
            2: {"Translation": "Большой дом.", "Source": "Das Haus ist 1,5"},
            3: {"Translation": "Старый дом.", "Verdict": "gut"},
        },
    )
    first = po.read(RU).entries[0].msgstr
    RU.write_text(RU.read_text("utf-8").replace(f'"{first}"', '"Домик"', 1), "utf-8")  # a translator
    told = run("import", f"ru.{kind}", code=2)
    assert "has changed since the export" in told.stderr
    assert "its source is not as it was exported: “Das Haus ist 1,5”" in told.stderr
    assert "the verdict “gut” is unknown" in told.stderr
    leftover = Path(f"ru.leftover.{kind}")
    assert f"what was refused is kept in {leftover}" in told.stderr
    rows = KINDS[kind].read(leftover)
    assert [row.cells[Column.TEXT] for row in rows] == ["Жилище", "Большой дом.", "Старый дом."]
    EDITS[kind](leftover, {2: {"Source": "Das Haus ist groß."}, 3: {"Verdict": ""}})
    told = run("import", leftover, code=2)
    assert told.stdout == f"{RU}: 2 edited draft, 0 unchanged, 1 refused\n"
    assert [text for text, _ in _texts(RU)][:3] == ["Домик", "Большой дом.", "Старый дом."]


def test_a_formula_does_not_come_in_as_a_text_by_way_of_the_leftover(run: Run, drafted: Path) -> None:
    run("export", "xlsx", "locales/ru", "-o", "ru.xlsx")
    EDITS["xlsx"](Path("ru.xlsx"), {1: {"Translation": "=1+1"}})
    before = RU.read_bytes()
    told = run("import", "ru.xlsx", code=2).stderr
    assert "ru.xlsx:text!D2: “Das Haus”: the translation is a formula, and no text" in told
    assert "the translation is empty" in run("import", "ru.leftover.xlsx", code=2).stderr
    assert RU.read_bytes() == before


def test_the_kind_is_known_by_what_is_in_the_file(run: Run, drafted: Path, kind: str) -> None:
    run("export", kind, "locales/ru", "-o", f"ru.{kind}")
    EDITS[kind](Path(f"ru.{kind}"), {1: {"Translation": "Жилище"}})
    Path(f"ru.{kind}").rename("attachment (1).bin")
    run("import", "attachment (1).bin")
    assert _texts(RU)[0] == ("Жилище", "edited draft")


def test_a_file_of_another_project_changes_nothing(run: Run, drafted: Path, kind: str) -> None:
    run("export", kind, "locales/ru", "-o", f"ru.{kind}")
    EDITS[kind](Path(f"ru.{kind}"), {1: {"Translation": "Жилище"}})
    RU.rename("elsewhere.po")
    uk = UK.read_bytes()
    told = run("import", f"ru.{kind}", code=2).stderr
    assert f"ru.{kind}: there is no catalogue '{RU}' here" in told
    assert UK.read_bytes() == uk


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"GIF89a", "none of the kinds of files", id="a picture"),
        pytest.param(b"", "none of the kinds of files", id="nothing"),
        pytest.param(b"PK\x03\x04abc", "cannot be read", id="a broken archive"),
        pytest.param(bytes.fromhex("d0cf11e0a1b11ae1"), "protected by a password", id="a password"),
    ],
)
def test_what_only_has_the_name_is_refused(run: Run, drafted: Path, content: bytes, message: str) -> None:
    for suffix in ("xlsx", "docx"):
        Path(f"x.{suffix}").write_bytes(content)
        assert message in run("import", f"x.{suffix}", code=2).stderr


def test_without_openpyxl_there_is_advice(run: Run, drafted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("export", "xlsx", "locales/ru", "-o", "ru.xlsx")
    before = Path("ru.xlsx").read_bytes()
    real = PathFinder.find_spec
    monkeypatch.setattr(
        PathFinder, "find_spec", lambda name, *rest: None if name.startswith("openpyxl") else real(name, *rest)
    )
    monkeypatch.delitem(sys.modules, "openpyxl")
    for name in ("ru.xlsx", "other.xlsx"):
        told = run("export", "xlsx", "locales/ru", "-o", name, code=2).stderr
        assert "need openpyxl" in told
        assert "pip install 'openpyxl>=3.1,<4'" in told
    assert Path("ru.xlsx").read_bytes() == before
    run("export", "docx", "locales/ru", "-o", "ru.docx")


def test_plural_forms_are_rows_that_belong_together(run: Run, project: Path, kind: str) -> None:
    forms = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    text = (
        f'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\nPlural-Forms: {forms}\\n"\n\n'
        'msgid "ein Haus"\nmsgid_plural "%d Häuser"\nmsgstr[0] "%d дом"\nmsgstr[1] "%d дома"\nmsgstr[2] ""\n'
    )
    Path("ru.po").write_text(text, "utf-8")
    run("export", kind, "ru.po", "-o", f"ru.{kind}")
    EDITS[kind](Path(f"ru.{kind}"), {3: {"Translation": "%d домов"}})
    run("import", f"ru.{kind}", "--catalogues", "ru.po")
    assert po.read(Path("ru.po")).entries[0].texts == ("%d дом", "%d дома", "%d домов")


def test_entries_that_no_cell_can_hold_are_named(run: Run, drafted: Path, kind: str) -> None:
    RU.write_text(RU.read_text("utf-8") + f'\nmsgid "{"x" * 32_768}"\nmsgstr ""\n\nmsgid "a\\a"\nmsgstr ""\n', "utf-8")
    told = run("export", kind, "locales/ru", "-o", f"ru.{kind}")
    assert "4 entries" in told.stdout
    assert "left out, with control characters, or more than the 32,767 characters that a cell holds: 2" in told.stderr


@pytest.mark.parametrize(("separator", "character"), [("semicolon", ";"), ("tab", "\t"), ("comma", ",")])
def test_cells_are_parted_as_somebody_wants_it(run: Run, drafted: Path, separator: str, character: str) -> None:
    run("export", "csv", "locales/ru", "-o", "ru.csv", "--separator", separator)
    content = Path("ru.csv").read_bytes()
    assert content.startswith(f'\ufeff"Number"{character}"Context"{character}'.encode())
    assert content.count(b"\r\n") == 5
    assert run("import", "ru.csv").stdout == f"{RU}: 4 unchanged\n"


def test_what_excel_saves_as_unicode_text_is_read(run: Run, drafted: Path) -> None:
    run("export", "csv", "locales/ru", "-o", "ru.csv", "--separator", "tab")
    text = Path("ru.csv").read_text("utf-8-sig")
    Path("ru.txt").write_text(f"sep=\t\r\n{text}", "utf-16", newline="")
    assert run("import", "ru.txt").stdout == f"{RU}: 4 unchanged\n"


def test_letters_that_excel_has_lost_are_not_taken(run: Run, drafted: Path) -> None:
    run("export", "csv", "locales/ru", "-o", "ru.csv")
    Path("ru.csv").write_bytes(Path("ru.csv").read_text("utf-8-sig").encode("cp1252", "replace"))
    told = run("import", "ru.csv", code=2).stderr
    assert "ru.csv: not in UTF-8: letters may be lost" in told
    assert "save it as “CSV UTF-8”" in told


def test_a_csv_file_that_ends_in_the_middle_of_a_cell_is_refused(run: Run, drafted: Path) -> None:
    run("export", "csv", "locales/ru", "-o", "ru.csv")
    Path("ru.csv").write_bytes(Path("ru.csv").read_bytes()[:-5])
    lines = Path("ru.csv").read_text("utf-8-sig").splitlines()
    line = next(number for number, line in enumerate(lines, 1) if line.startswith('"4"'))
    assert f"ru.csv:{line}: unexpected end of data" in run("import", "ru.csv", code=2).stderr


@pytest.mark.parametrize("output", ["x.ods", "x.po", "ru.xls"])
def test_files_of_other_kinds_are_not_written(run: Run, drafted: Path, kind: str, output: str) -> None:
    run("export", kind, "locales/ru", "-o", output, code=2)
    assert not Path(output).exists()


def test_without_a_file_there_is_advice(run: Run, drafted: Path, kind: str) -> None:
    assert f"-o FILE.{kind}" in run("export", kind, code=2).stderr


def test_a_file_of_excel_has_no_formula_from_a_catalogue(run: Run, drafted: Path) -> None:
    RU.write_text(RU.read_text("utf-8") + '\nmsgid "=1+1"\nmsgstr "=cmd|\'/c calc\'!A1"\n', "utf-8")
    run("export", "xlsx", "locales/ru", "-o", "ru.xlsx")
    with zipfile.ZipFile("ru.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    run("export", "csv", "locales/ru", "-o", "ru.csv")
    assert _csv(Path("ru.csv"))[-1]["Translation"] == "\t=cmd|'/c calc'!A1"
