"""What every engine promises, asked of each that is found; and what a second one gets by standing beside the first."""

from __future__ import annotations

import inspect
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from l10n import config, plugins
from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.engines import FAMILY, PSEUDO, Decoding, Engine, LanguagePair, Stock, Supply, default, engine, opened
from l10n.engines.argos.demo.builder import build_package
from l10n.engines.routes import engine_name, identities, nothing_in, routes
from l10n.engines.supply import supply
from l10n.errors import L10nError
from l10n.model import State
from l10n.workflow.packages import install_missing
from tests.conftest import GLOSSES, Run
from tests.engines.command.programs import SCORED, program, settings
from tests.engines.ctranslate2 import models

Asked = list[tuple[str, str]]
ENGINES = plugins.names(FAMILY)
STOCKS = {"argos": "packages", "words": "words", "pseudo": "tmp_path", "command": "scored", "ctranslate2": "converted"}
"""By the name of an engine, the fixture with a folder of its pairs, which may be one with settings."""
FUNCTIONS = [name for name, value in vars(Engine).items() if inspect.isfunction(value) and name[0] != "_"]


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A folder with words for de-en and en-ru."""
    folder = tmp_path / "words"
    folder.mkdir()
    for (source, target), gloss in GLOSSES.items():
        if target in ("en", "ru"):
            lines = [f"{word} {other}" for word, other in gloss.items() if " " not in word]
            (folder / f"{source}-{target}.words").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture
def scored(tmp_path: Path) -> Path:
    """A folder with settings that name a program for de-en."""
    (tmp_path / "l10n.toml").write_text(settings(program(tmp_path, SCORED)), "utf-8")
    return tmp_path


@pytest.fixture
def converted(tmp_path: Path, packages: Path) -> Path:
    """A folder with settings that name a converted model for de-en: that of a package."""
    folder = shutil.copytree(packages / "translate-de_en-1_0" / "model", tmp_path / "converted")
    shutil.copy(packages / "translate-de_en-1_0" / "sentencepiece.model", folder)
    (tmp_path / "l10n.toml").write_text(models.settings(folder, ("de-en",)), "utf-8")
    return tmp_path


@pytest.fixture(params=[*ENGINES, "words"])
def stocked(request: pytest.FixtureRequest, words_engine: Asked) -> tuple[str, Supply]:
    """The name of an engine, and a supply in which it has de-en: an engine without a fixture for it fails its tests."""
    folder: Path = request.getfixturevalue(STOCKS[request.param])
    only = PSEUDO if request.param == PSEUDO else None
    own = supply(config.load(folder), folder, only)
    return request.param, own.between("de", ["en"])


def _names(way: tuple[LanguagePair, ...]) -> list[str]:
    return [pair.name for pair in way]


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_has_all_functions_of_the_contract(name: str) -> None:
    module = plugins.load(FAMILY, name)
    assert FUNCTIONS
    for function in FUNCTIONS:
        wanted = list(inspect.signature(getattr(Engine, function)).parameters)[1:]
        assert list(inspect.signature(getattr(module, function)).parameters) == wanted, function


def test_pairs_are_values_and_their_names_can_stand_in_comments_and_keys(stocked: tuple[str, Supply]) -> None:
    name, own = stocked
    pairs = engine(name).stock(own).pairs
    assert pairs == engine(name).stock(own).pairs
    assert len(set(pairs)) == len(pairs) == len({pair.identity for pair in pairs})
    assert {pair.engine for pair in pairs} == {name}
    for pair in pairs:
        assert pair.source != pair.target
        for text in (pair.name, pair.engine_name, pair.identity):
            assert text
            assert not set(text) & set(" =\n"), text


def test_an_absent_folder_has_nothing_and_that_is_said(packages: Path, tmp_path: Path) -> None:
    assert default().stock(Supply(tmp_path / "absent")) == Stock()
    nothing = default().nothing_in(tmp_path / "absent")
    assert nothing
    assert nothing.hint
    assert default().nothing_in(packages) is None


def test_asking_creates_nothing(stocked: tuple[str, Supply]) -> None:
    folder = default().default_folder()
    engine(stocked[0]).stock(Supply(folder))
    assert not folder.exists()


def test_an_open_pair_translates_each_text_once_and_does_what_it_is_capable_of(stocked: tuple[str, Supply]) -> None:
    name, own = stocked
    (pair,) = (pair for pair in engine(name).stock(own).pairs if pair.target == "en")
    texts = ["Das Haus ist alt.", "Das Haus"]
    with opened(pair, 4) as decoder:
        able = decoder.capabilities
        answers = dict(decoder.translate(texts, Decoding(hypotheses=3)))
        assert list(decoder.translate([])) == []
        begun = dict(decoder.translate(texts, Decoding(), ["The house"] * 2)) if able.prefixes else {}
    assert sorted(answers) == [0, 1]
    for hypotheses in answers.values():
        assert len(hypotheses) == (3 if able.hypotheses else 1)
        assert all((hypothesis.score is not None) == able.scores for hypothesis in hypotheses)
    assert all(hypotheses[0].text.startswith("The house") for hypotheses in begun.values())


def test_links_are_of_words_in_the_text_and_in_its_translation(stocked: tuple[str, Supply]) -> None:
    name, own = stocked
    (pair,) = (pair for pair in engine(name).stock(own).pairs if pair.target == "en")
    text = "Das Haus ist alt."
    with opened(pair, 4) as decoder:
        able = decoder.capabilities
        ((_, (plain, *_)),) = decoder.translate([text])
        ((_, (best, *_)),) = decoder.translate([text], Decoding(links=True))
    assert best.text == plain.text
    assert not plain.links
    assert bool(best.links) == able.links
    words = [(text[slice(*link.source)], best.text[slice(*link.target)]) for link in best.links if link.weight > 0.5]
    assert ("Haus", "house") in words or not able.links


def test_no_engine_is_loaded_in_full_before_it_translates(packages: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from l10n.engines import Supply; from l10n.engines.routes import routes;"
        "routes(Supply(Path(sys.argv[1])), 'de', ['ru']);"
        "print({'ctranslate2', 'sentencepiece', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, packages], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == "set()\n"


def test_a_module_beside_the_others_is_an_engine_and_what_they_share_is_none(words_engine: Asked) -> None:
    assert set(plugins.names(FAMILY)) == {*ENGINES, "words"}
    with pytest.raises(L10nError, match="unknown engine 'routes'"):
        engine("routes")


def test_its_pairs_take_part_in_routes(words_engine: Asked, words: Path, packages: Path) -> None:
    ways, errors = routes(Supply(words), "de", ["en", "ru"])
    assert (list(map(_names, ways.values())), errors) == ([["de-en-w"], ["de-en-w", "en-ru-w"]], [])
    assert nothing_in(Supply(words)) is None
    assert identities(Supply(words)) == {"words:de-en-w", "words:en-ru-w"}


def test_direct_comes_before_by_way_of_english_whichever_engine_has_it(words_engine: Asked, tmp_path: Path) -> None:
    for source, target in (("de", "en"), ("en", "ru")):
        build_package(tmp_path, source, target, GLOSSES[source, target])
    assert _names(routes(Supply(tmp_path), "de", ["ru"])[0]["ru"]) == ["de-en-1.0", "en-ru-1.0"]
    (tmp_path / "de-ru.words").write_text("Haus дом", "utf-8")
    assert _names(routes(Supply(tmp_path), "de", ["ru"])[0]["ru"]) == ["de-ru-w"]


def test_of_equal_pairs_the_default_engines_is_taken_but_no_demo(words_engine: Asked, tmp_path: Path) -> None:
    (tmp_path / "de-en.words").write_text("Haus house", "utf-8")
    build_package(tmp_path, "de", "en", {"Haus": "house"}, version="9", demo=True)
    assert _names(routes(Supply(tmp_path), "de", ["en"])[0]["en"]) == ["de-en-w"]
    build_package(tmp_path, "de", "en", {"Haus": "house"})
    assert _names(routes(Supply(tmp_path), "de", ["en"])[0]["en"]) == ["de-en-1.0"]


def test_what_another_engine_has_is_not_installed(words_engine: Asked, words: Path) -> None:
    assert list(install_missing(Supply(words), "de", ["en", "ru"])) == []


def test_drafts_of_two_engines_bear_both_names_and_a_demos_its_own(words_engine: Asked, tmp_path: Path) -> None:
    (tmp_path / "en-ru.words").write_text("house дом", "utf-8")
    build_package(tmp_path, "de", "en", {"Haus": "house"})
    assert engine_name(routes(Supply(tmp_path), "de", ["ru"])[0]["ru"]) == "argos+words"
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "en-ru.words").write_text("house дом", "utf-8")
    build_package(tmp_path / "demo", "de", "en", {"Haus": "house"}, demo=True)
    assert engine_name(routes(Supply(tmp_path / "demo"), "de", ["ru"])[0]["ru"]) == "argos-demo"


def test_what_is_broken_in_any_engine_is_told_if_a_route_is_missing(words_engine: Asked, tmp_path: Path) -> None:
    (tmp_path / "de-en.words").write_text("")
    ways, errors = routes(Supply(tmp_path), "de", ["en"])
    assert not ways
    assert [error.message for error in errors] == [
        "no package translates de → en (installed: none)",
        f"{tmp_path / 'de-en.words'}: no words",
    ]


def test_drafts_without_scores_are_made_written_read_back_and_remembered(
    run: Run, project: Path, words_engine: Asked, words: Path
) -> None:
    """The whole command, and not one thing that the engine cannot do is asked of it."""
    (project / "text.txt").write_text("Das Haus ist groß.\n\nDAS HAUS IST ALT\n\nHaus\n", "utf-8")
    run("draft", "text.txt", "--packages", words, "--to", "en,ru")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "text.po"
    entries = po.read(path).entries
    assert entries[0].msgstr == "Дом большой."
    assert {state(entry) for entry in entries} == {State.DRAFT}
    assert "# l10n-mt: words de-en-w+en-ru-w risk=" in path.read_text("utf-8")
    before, asked = path.read_bytes(), len(words_engine)
    run("draft", "text.txt", "--packages", words, "--to", "en,ru", "--redraft")
    assert (path.read_bytes(), len(words_engine)) == (before, asked)
    assert run("memory", "prune", "--packages", words).stdout == "machine translations: 0 removed\n"
