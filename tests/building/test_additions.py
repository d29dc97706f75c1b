"""What is added to articles in some languages: where, how it is written, and that all else is as without it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import config, documents
from l10n.building import StructureError
from l10n.building.additions import read
from l10n.building.article import article
from l10n.building.inserting import Insertion
from l10n.documents.encoding import encoding_of
from l10n.errors import L10nError
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.building.articles import translate
from tests.building.strategies import MARKS, lines
from tests.conftest import Run

SOURCE = "Reise\n\nEin Tag beginnt.\n\nAnfahrt\n\nDer Zug fährt.\n\nImpressum\n\nDas ist alles.\n"
TEXTS = {
    "Reise": "Поездка",
    "Ein Tag beginnt.": "День начинается.",
    "Anfahrt": "Дорога",
    "Der Zug fährt.": "Поезд едет.",
    "Impressum": "Выходные данные",
    "Das ist alles.": "Это всё.",
}
ARTICLE = "Поездка\n\nДень начинается.\n\nДорога\n\nПоезд едет.\n\nВыходные данные\n\nЭто всё.\n"
CREDITS = "Перевод: Анна.\n"


@pytest.fixture
def credited(run: Run, project: Path) -> Path:
    """The settings, which ask for nothing yet, of a project with a translated article."""
    (project / "a.txt").write_text(SOURCE, "utf-8")
    (project / "credits").mkdir()
    (project / "credits" / "ru.txt").write_text(CREDITS, "utf-8")
    translate(run, "a.txt", TEXTS)
    return project / "l10n.toml"


def _ask(settings: Path, more: str = "", file: str = "credits/{language}.txt") -> None:
    settings.write_text(f'[[additions]]\nfile = "{file}"\n{more}\n', "utf-8")


def _built(run: Run, lang: str = "ru") -> str:
    run("build", "a.txt", "--to", lang)
    return Path("build", lang, "a.txt").read_bytes().decode()


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("", f"{ARTICLE}\n{CREDITS}"),
        ('where = "end"', f"{ARTICLE}\n{CREDITS}"),
        ('where = "start"', f"{CREDITS}\n{ARTICLE}"),
        ('where = "after: Anfahrt"', ARTICLE.replace("Выходные", f"{CREDITS}\nВыходные")),
        ('where = "after:  Anfahrt "', ARTICLE.replace("Выходные", f"{CREDITS}\nВыходные")),
        ('where = "after: Impressum"', f"{ARTICLE}\n{CREDITS}"),
        ('where = "after: Reise"', f"{ARTICLE}\n{CREDITS}"),  # all other sections are below it
    ],
)
def test_an_addition_is_put_where_the_settings_say(run: Run, credited: Path, where: str, expected: str) -> None:
    _ask(credited, where)
    assert _built(run) == expected


def test_several_stand_in_the_order_of_the_settings(run: Run, credited: Path, project: Path) -> None:
    (project / "b.txt").write_text("\n\nЗаметка", "utf-8")
    tables = '[[additions]]\nfile = "credits/ru.txt"\n[[additions]]\nfile = "b.txt"\n'
    credited.write_text(tables + '[[additions]]\nfile = "b.txt"\nwhere = "start"\n', "utf-8")
    assert _built(run) == f"\n\nЗаметка\n\n{ARTICLE}\n{CREDITS}\n\nЗаметка"


def test_other_languages_and_documents_have_none(run: Run, credited: Path) -> None:
    translate(run, "a.txt", {text: text for text in TEXTS}, "uk")
    _ask(credited, 'languages = ["ru"]')
    assert _built(run, "uk") == SOURCE
    assert CREDITS in _built(run)
    for pattern, there in (("guide/*", False), ("a", True), ("*.txt", True)):
        _ask(credited, f'documents = ["x", "{pattern}"]')
        assert (CREDITS in _built(run)) == there


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("where", ["start", "end", "after: Anfahrt"])
def test_it_has_encoding_and_line_ends_of_the_article(run: Run, credited: Path, encoding: str, where: str) -> None:
    Path("a.txt").write_bytes(SOURCE.replace("\n", "\r\n").encode(encoding))
    _ask(credited, f'where = "{where}"')
    run("build", "a.txt", "--to", "ru")
    text = Path("build", "ru", "a.txt").read_bytes().decode(encoding)
    assert text.replace(CREDITS.replace("\n", "\r\n"), "").replace("\r\n\r\n\r\n", "\r\n\r\n").strip() == (
        ARTICLE.replace("\n", "\r\n").strip()
    )
    assert re.search(r"(^|\r\n\r\n)Перевод: Анна\.\r\n(\r\n|$)", text)
    assert not re.search(r"(?<!\r)\n", text)


def test_it_stands_between_paragraphs_where_its_section_is_left_out(run: Run, credited: Path) -> None:
    _ask(credited, 'where = "after: Anfahrt"')
    catalogue = Path("locales", "ru", "LC_MESSAGES", "a.po")
    whole = catalogue.read_text("utf-8")
    for gone in (["Дорога", "Поезд едет."], ["Поезд едет.", "Выходные данные"], ["Выходные данные", "Это всё."]):
        text = whole
        for words in gone:
            text = text.replace(f'msgstr "{words}"', 'msgstr ""')
        catalogue.write_text(text, "utf-8")
        run("build", "a.txt", "--to", "ru", "--fallback", "omit")
        paragraphs = Path("build", "ru", "a.txt").read_text("utf-8").strip().split("\n\n")
        left = [words for words in ARTICLE.strip().split("\n\n") if words not in gone]
        position = sum(words in {"Поездка", "День начинается.", "Дорога", "Поезд едет."} for words in left)
        assert [words.strip() for words in paragraphs] == [*left[:position], CREDITS.strip(), *left[position:]]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('where = "after: Kontakt"', "a.txt: no heading is 'Kontakt', behind which"),
        ('where = "after: Der Zug fährt."', "a.txt: no heading is 'Der Zug fährt.', behind which"),
    ],
)
def test_a_heading_that_is_not_there_is_named(run: Run, credited: Path, more: str, told: str) -> None:
    _built(run)
    _ask(credited, more)
    result = run("build", "a.txt", "--to", "ru", code=2)
    assert f"error: {told}" in result.stderr
    assert f"in 'additions' of {credited}\n" in result.stderr
    assert not Path("build", "ru", "a.txt").exists()


def test_a_heading_of_which_there_are_two_is_named(run: Run, credited: Path) -> None:
    Path("a.txt").write_text(f"{SOURCE}\nAnfahrt\n", "utf-8")
    _ask(credited, 'where = "after: Anfahrt"')
    error = run("build", "a.txt", "--to", "ru", "--fallback", "source", code=2).stderr
    assert "error: a.txt: 2 headings are 'Anfahrt'" in error


def test_a_file_that_is_not_there_or_no_text_stops_its_articles_alone(run: Run, credited: Path, project: Path) -> None:
    translate(run, "a.txt", {text: text for text in TEXTS}, "uk")
    _ask(credited)
    result = run("build", "a.txt", "--to", "uk,ru", code=2)
    assert result.stdout == "build/ru/a.txt: 6 segments\n"
    assert f"credits/uk.txt: no such file\nhint: check the path; it is one of the 'additions' of {credited}\n" in (
        result.stderr
    )
    (project / "credits" / "uk.txt").write_bytes(b"\xff")
    assert "credits/uk.txt:1: not UTF-8 text" in run("build", "a.txt", "--to", "uk", code=2).stderr


def test_no_article_is_written_over_an_addition(run: Run, credited: Path, project: Path) -> None:
    (project / "ru").mkdir()
    (project / "ru" / "a.txt").write_text(CREDITS, "utf-8")
    _ask(credited, file="{language}/a.txt")
    assert (
        "error: ru/a.txt: this is an addition, not written"
        in run("build", "a.txt", "--to", "ru", "-o", ".", code=2).stderr
    )
    assert (project / "ru" / "a.txt").read_text("utf-8") == CREDITS


def test_a_changed_addition_makes_another_article(run: Run, credited: Path, project: Path) -> None:
    _ask(credited)
    _built(run)
    (project / "credits" / "ru.txt").write_text("Перевод: Ольга.\n", "utf-8")
    assert _built(run).endswith("Ольга.\n")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("additions = 1", "'additions' must be tables, not 1", "write: [[additions]]"),
        ("additions = [1]", "'additions' must be tables, not [1]", "write: [[additions]]"),
        ("[additions]", "'additions' must be tables, not {}", "write: [[additions]]"),
        ("[[additions]]", "'additions[1].file' is missing", "write: file = "),
        ('[[additions]]\nfile = ""', "'additions[1].file' is missing", "write: file = "),
        ('[[additions]]\nfile = "a\\u0000"', "'additions[1].file': no path has a NUL character", "write a path"),
        ('[[additions]]\nfile = "a"\n[[additions]]\nfiles = "b"', "'additions[2].files' is unknown", "known: file,"),
        (
            '[[additions]]\nfile = "a"\nlanguages = "ru"',
            "'additions[1].languages' must be a list of strings",
            "write: ",
        ),
        ('[[additions]]\nfile = "a"\nlanguages = ["xx"]', "'additions[1].languages' has an unknown language", ""),
        ('[[additions]]\nfile = "a"\ndocuments = "x"', "'additions[1].documents' must be a list of strings", "write: "),
        ('[[additions]]\nfile = "a"\nwhere = "top"', "'additions[1].where' is no position", 'write "start", "end"'),
        ('[[additions]]\nfile = "a"\nwhere = "after: "', "'additions[1].where' is no position", 'write "start", "end"'),
        ('[[additions]]\nfile = "a"\nwhere = []', "'additions[1].where' must be a string", "write: where"),
    ],
)
def test_a_mistake_in_the_settings_is_named_with_file_and_key(
    project: Path, text: str, message: str, hint: str
) -> None:
    file = project / "l10n.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(L10nError) as error:
        read(config.load(project).additions, file)
    assert error.value.message.startswith(f"{file}: {message}")
    assert error.value.hint.startswith(hint)


_VALUES = st.sampled_from(
    ["a.txt", "start", "after: x", "", "ru", "n" * 300, "\0", "~nobody", 5, True, [], ["ru"], [1], {}]
)
_KEYS = st.sampled_from(["file", "languages", "documents", "where", "x"])


@given(st.lists(st.dictionaries(_KEYS, _VALUES, max_size=4), max_size=2))
def test_whatever_the_file_has_is_either_read_or_named(tables: list[dict[str, object]]) -> None:
    try:
        read(tables, Path("pyproject.toml"))
    except L10nError as error:
        assert error.message.startswith("pyproject.toml: 'additions[")  # noqa: PT017
        assert error.hint  # noqa: PT017


@given(lines(), MARKS, st.data())
def test_all_else_is_as_without_additions(tmp_path: Path, text: str, mark: bytes, data: st.DataObject) -> None:
    name = encoding_of(mark).name
    path = tmp_path / "a.txt"
    path.write_bytes(mark + text.encode(name))
    try:
        document = extract(path, "de", tmp_path)
    except L10nError:
        return
    segments = document.segments
    words = [data.draw(st.sampled_from(["Слово.", "Да!", ""])) for _ in segments]
    origins = [RenderingOrigin.TRANSLATION if word else RenderingOrigin.NOTHING for word in words]
    renderings = [Rendering(*each) for each in zip(segments, words, origins, strict=True)]
    positions = [len(mark), len(document.data), *(block.start for block in document.blocks)]
    insertions = [
        Insertion(data.draw(st.sampled_from(positions)), f"§{number}") for number in range(data.draw(st.integers(1, 3)))
    ]
    try:
        plain = article(document, renderings).removeprefix(mark).decode(name)
    except StructureError:
        return
    built = article(document, renderings, insertions=insertions)
    assert built.startswith(mark)
    found = built.removeprefix(mark).decode(name)
    order = sorted(range(len(insertions)), key=lambda number: insertions[number].position)
    assert re.findall(r"§\d", found) == [f"§{number}" for number in order]
    assert re.sub(r"[\r\n]*§\d[\r\n]*|[\r\n]+", "", found) == re.sub(r"[\r\n]+", "", plain)


FORMAT = '''"""Plain text between two signs; what belongs to a heading begins at the sign before it."""

from l10n.documents.plain import changes, encode, read, skeleton

SUFFIXES = (".signs",)
INLINE = "plain"


def edges(data: bytes) -> tuple[int, int]:
    return data.index(b"<") + 1, data.index(b">")


def opening(data: bytes, start: int) -> int:
    return data.rindex(b"#", 0, start)
'''
SIGNS = "Kopf\n<\nReise\nDer Zug fährt. # Los.\nEnde\nDas ist alles.\n>\nFuß\n"


@pytest.mark.parametrize(
    ("where", "before", "after"),
    [("start", "<", "Reise"), ("end", "alles.", ">"), ("after: Reise", "fährt.", "# Los.")],
)
def test_a_format_may_say_where_its_text_and_its_blocks_begin(
    run: Run, credited: Path, project: Path, monkeypatch: pytest.MonkeyPatch, where: str, before: str, after: str
) -> None:
    (project / "formats").mkdir()
    (project / "formats" / "signs.py").write_text(FORMAT, "utf-8")
    monkeypatch.setattr(documents, "__path__", [*documents.__path__, str(project / "formats")])
    (project / "b.signs").write_text(SIGNS, "utf-8")
    run("update", "b.signs", "--to", "ru")
    _ask(credited, f'where = "{where}"')
    run("build", "b.signs", "--to", "ru", "--fallback", "source")
    head, added, tail = Path("build", "ru", "b.signs").read_text("utf-8").partition(CREDITS)
    assert added
    assert head.rstrip().endswith(before)
    assert tail.lstrip().startswith(after)
    assert (head + tail).split() == SIGNS.split()


def test_the_example_of_the_documentation_is_read() -> None:
    page = (Path(__file__).parents[2] / "docs" / "building.md").read_text("utf-8")
    (block,) = (part for part in re.findall(r"```toml\n(.*?)```", page, re.S) if "additions" in part)
    tables = tomllib.loads(block)["tool"]["l10n"]["additions"]
    assert len(read(tables, Path("pyproject.toml"))) == len(tables) > 1
