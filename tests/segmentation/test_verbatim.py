"""What the settings keep out of translation: it stays as it is, in every command, and no pattern stops them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.building.article import article
from l10n.catalogue import po
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model import Block, BlockKind, Piece, PieceKind
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from l10n.segmentation.verbatim import verbatim
from tests.building.articles import translate
from tests.building.strategies import lines
from tests.conftest import Run

FILE = Path("l10n.toml")
SOURCE = "{{ titel }}\n\nReise\n\nDer Zug fährt. Er hält {{ dort }}.\n\n{{ karte }}\n\n4711\n"
TEXTS = {"Reise": "Поездка", "Der Zug fährt.": "Поезд едет.", "Er hält {{ dort }}.": "Стоит {{ dort }}."}
ARTICLE = SOURCE.replace("Reise", "Поездка").replace("Der Zug fährt.", "Поезд едет.").replace("Er hält", "Стоит")


@pytest.fixture
def shortcodes(run: Run, project: Path) -> Path:
    """The catalogue of an article with shortcodes, which the settings keep out of translation."""
    (project / "a.txt").write_text(SOURCE, "utf-8")
    (project / "l10n.toml").write_text(
        "sources = ['*.txt']\ntargets = ['ru']\nverbatim = ['\\{\\{[^}]*\\}\\}', '\\d+']\n", "utf-8"
    )
    return translate(run, "a.txt", TEXTS)


def test_a_block_that_fits_a_pattern_as_a_whole_is_no_entry_and_stays(run: Run, shortcodes: Path) -> None:
    assert [entry.msgid for entry in po.read(shortcodes).entries] == list(TEXTS)
    assert [row["text"] for row in json.loads(run("segment", "a.txt", "--json").stdout)["segments"]] == list(TEXTS)
    assert run("build").stdout == "build/ru/a.txt: 3 segments\n"
    assert Path("build", "ru", "a.txt").read_text("utf-8") == ARTICLE


def test_what_is_left_out_takes_nothing_verbatim_with_it(run: Run, shortcodes: Path) -> None:
    shortcodes.write_text(shortcodes.read_text("utf-8").replace("Поезд едет.", ""), "utf-8")
    run("build", "--fallback", "omit")
    built = Path("build", "ru", "a.txt").read_text("utf-8")
    assert built == ARTICLE.replace("Поезд едет. ", "")


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_bilingual_edition_has_it_too(run: Run, shortcodes: Path, form: str) -> None:
    run("build", "--bilingual", form)
    (page,) = Path("build", "ru").iterdir()
    assert page.read_text("utf-8").count("karte") == 2  # a column each


def test_a_file_of_which_nothing_is_translated_is_copied(run: Run, shortcodes: Path) -> None:
    Path("b.txt").write_text("{{ karte }}\n\n4711\n", "utf-8")
    run("update")
    for command in (
        "status",
        "check",
        "normalize locales",
        "update",
        "review page -o page.html",
        "build --bilingual html",
    ):
        assert run(*command.split()).exit_code == 0
    assert "build/ru/b.txt: 0 segments\n" in run("build").stdout
    assert "build/ru/b.txt: 0 segments, up to date\n" in run("build", "--fallback", "omit").stdout
    assert Path("build", "ru", "b.txt").read_text("utf-8") == Path("b.txt").read_text("utf-8")


def test_a_translation_of_what_is_kept_out_later_is_not_lost(run: Run, shortcodes: Path) -> None:
    Path("l10n.toml").write_text("sources = ['*.txt']\ntargets = ['ru']\nverbatim = ['Reise']\n")
    run("update")
    (gone,) = (entry for entry in po.read(shortcodes).entries if entry.obsolete)
    assert gone.msgstr == "Поездка"


@settings(max_examples=40)
@given(lines(), st.data())
def test_with_blocks_kept_out_the_source_is_still_the_source(tmp_path: Path, text: str, data: st.DataObject) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    pattern = data.draw(st.sampled_from([".*", "[^.]*", ".*[.!]", "Warum.*", ".{,30}"]))
    kept = verbatim(Config(tmp_path, verbatim=(pattern,)))
    try:
        document = extract(path, "de", tmp_path, kept=kept)
    except L10nError:
        return
    assert [not block.segments for block in document.blocks] == [kept.holds(block, path) for block in document.blocks]
    same = [Rendering(segment, segment.text, RenderingOrigin.SOURCE) for segment in document.segments]
    assert article(document, same) == path.read_bytes()
    left = [Rendering(segment, "", RenderingOrigin.NOTHING) for segment in document.segments]
    built = article(document, left).decode()
    position = 0
    for block in document.blocks:
        if not block.segments:
            position = built.index(block.text, position) + len(block.text)


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("(", "is no pattern: "),
        ("*", "is no pattern: "),
        ("(?R)", "is no pattern: "),
        ("\\", "is no pattern: "),
        (r"\p{Foo}", "is no pattern: "),
        ("(?:(?:a{60000}){60000}){60000}", "is too big a pattern"),
        (f"a{{{'9' * 400}}}", "is too big a pattern"),
        ("a" * 501, "is too big a pattern"),
    ],
)
def test_what_is_no_pattern_is_named_with_file_and_key(run: Run, project: Path, pattern: str, what: str) -> None:
    (project / "a.txt").write_text("Ein Satz.\n")
    (project / "l10n.toml").write_text(f"verbatim = ['{pattern}']\n")
    error, hint = run("segment", "a.txt", code=2).stderr.splitlines()
    assert error.startswith(f"error: {project / 'l10n.toml'}: 'verbatim': ")
    assert what in error
    assert hint.startswith("hint: ")


def test_a_pattern_that_takes_too_long_is_named_with_the_line(run: Run, project: Path) -> None:
    (project / "a.txt").write_text(f"Ein Satz.\n\n{'a' * 60}!\n")
    (project / "l10n.toml").write_text("verbatim = ['(a|aa)*[bc]']\n")
    error, hint = run("segment", "a.txt", code=2).stderr.splitlines()
    assert error == "error: a.txt:3: the pattern '(a|aa)*[bc]' takes too long"
    assert hint == f"hint: write it without a repetition within another: 'verbatim' in {project / 'l10n.toml'}"


@given(st.text(st.sampled_from("ab.*+?{}[]()|\\^$19,:&!<=-P#R~"), max_size=12), st.text("ab{}1", max_size=12))
def test_any_pattern_is_either_used_or_named(pattern: str, text: str) -> None:
    try:
        kept = verbatim(Config(Path(), verbatim=(pattern,)))
    except L10nError as error:
        assert "'verbatim'" in error.message  # noqa: PT017
        return
    block = Block(BlockKind.PARAGRAPH, 1, (Piece(PieceKind.TEXT, 0, len(text), text),), 0, 1)
    assert isinstance(kept.holds(block, FILE), bool)
