"""Languages as people write them: in options, in settings, in headers and in names of folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.search import language_of, settled_language
from l10n.engines.argos.demo.builder import build_package
from l10n.model import Catalogue
from tests.conftest import Run

TEXT = "Das Haus ist groß.\n"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Source-Language: de\\n"\n'


@pytest.fixture
def source(project: Path) -> str:
    (project / "text.txt").write_text(TEXT, "utf-8")
    return "text.txt"


def _folders(project: Path) -> list[str]:
    return sorted(path.parents[1].name for path in project.glob("locales/*/LC_MESSAGES/text.po"))


def test_options_take_any_code_of_a_language(run: Run, project: Path, source: str, packages: Path) -> None:
    targets = "uk-UA,RU,az-Latn-AZ,en_US,ukr,ru_RU.UTF-8"
    shown = run("draft", source, "--from", "deu", "--to", targets, "--packages", packages)
    assert _folders(project) == ["az", "en", "ru", "uk"]
    assert shown.stdout.count(": 1 drafted") == 4


def test_settings_take_any_code_of_a_language(run: Run, project: Path, source: str) -> None:
    settings = 'source-language = "de-DE"\ntargets = ["uk_UA", "RU", "uk"]\n[check.uk-UA]\nignore = ["untranslated"]\n'
    (project / "l10n.toml").write_text(settings)
    run("update", source)
    assert _folders(project) == ["ru", "uk"]
    found = run("check").stdout
    assert "locales/ru/LC_MESSAGES/text.po" in found
    assert "locales/uk/LC_MESSAGES/text.po" not in found
    assert TEXT.strip() in run("segment", source, "--from", "ger").stdout


@pytest.mark.parametrize("code", ["kbp", "ace_Arab"])
def test_a_language_that_has_but_a_code_is_drafted_checked_and_built(
    run: Run, project: Path, source: str, tmp_path: Path, code: str
) -> None:
    packages = tmp_path / "rare"
    build_package(packages, "de", code, {"das": "ta", "haus": "kuma", "ist": "we", "groß": "sene"})
    path = project / "locales" / code / "LC_MESSAGES" / "text.po"
    run("draft", source, "--to", code.replace("_", "-"), "--packages", packages)
    entry = po.read(path).entries[0]
    assert entry.msgstr == "Ta Kuma we sene."
    assert f"Language: {code}" in path.read_text("utf-8")
    assert "1 entry: no findings" in run("check", path).stdout
    run("review", "approve", path, "--entries", "1", "--by", "Anna")
    run("build", source, "--to", code)
    assert (project / "build" / code / "text.txt").read_text("utf-8") == "Ta Kuma we sene.\n"


@pytest.mark.parametrize("command", ["update", "draft"])
def test_the_source_by_another_code_is_no_target(run: Run, source: str, command: str) -> None:
    assert "error: 'de' is the source language" in run(command, source, "--to", "de-AT", code=2).stderr


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("ua", "did you mean 'uk' (Ukrainian)?"),
        ("az-Cyrl", "Azerbaijani in Latin letters: az"),
        ("xx", "l10n languages"),
    ],
)
def test_what_is_none_of_ours_is_refused_everywhere(run: Run, project: Path, source: str, code: str, hint: str) -> None:
    for command in (["update", source, "--to", code], ["segment", source, "--from", code], ["check", "--from", code]):
        stderr = run(*command, code=2).stderr
        assert f"error: unknown language '{code}'" in stderr
        assert hint in stderr
    (project / "l10n.toml").write_text(f'targets = ["{code}"]\n')
    assert f"'targets': unknown language '{code}'" in run("update", source, code=2).stderr


@pytest.mark.parametrize("code", ["uk_UA", "uk-UA", "UK", "ukr"])
def test_a_catalogue_of_a_country_has_the_checks_of_its_language_and_keeps_its_header(
    run: Run, project: Path, code: str
) -> None:
    path = project / "text.po"
    forms = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    path.write_text(f'{HEADER}"Language: {code}\\n"\n{forms}\nmsgid "Ja."\nmsgstr "Так."\n', "utf-8")
    assert "Plural-Forms has 2 forms, Ukrainian has 3" in run("check", path).stdout
    run("normalize", path)
    assert dict(po.read(path).header)["Language"] == code


@pytest.mark.parametrize("code", ["uk_UA", "uk", "ukr"])
def test_a_catalogue_of_a_country_is_drafted_in_its_language(
    run: Run, project: Path, packages: Path, code: str
) -> None:
    path = project / "tool.po"
    path.write_text(HEADER + f'"Language: {code}\\n"\n\nmsgid "Das Haus ist groß."\nmsgstr ""\n', "utf-8")
    run("draft", "--po", path, "--from", "de", "--to", "uk", "--packages", packages)
    (entry,) = po.read(path).entries
    assert entry.msgstr == "Будинок великий."
    assert dict(po.read(path).header)["Language"] == code


@pytest.mark.parametrize(
    ("path", "found", "written"),
    [
        pytest.param("locales/uk_UA/LC_MESSAGES/text.po", "uk_UA", "uk_UA", id="a country"),
        pytest.param("locales/uk/LC_MESSAGES/text.po", "uk", "uk", id="a language"),
        pytest.param("locales/RU/LC_MESSAGES/text.po", "ru", "ru", id="capitals"),
        pytest.param("locales/ukr/LC_MESSAGES/text.po", "uk", "uk", id="three letters"),
        pytest.param("po/text.uk_UA.po", "uk_UA", "uk_UA", id="a file"),
        pytest.param("az_Arab/text.po", "", "", id="another script"),
        pytest.param("de-ru/text.po", "", "", id="a pair"),
        pytest.param("en-article/text.po", "", "", id="a name"),
    ],
)
def test_a_path_tells_the_language(path: str, found: str, written: str) -> None:
    assert language_of(Path(path), Catalogue()) == found
    assert settled_language(Path(path), Catalogue()) == written


def test_the_languages_of_one_document_are_compared_whatever_their_folders_are_called(run: Run, project: Path) -> None:
    texts = {"uk_UA": "9 травня", "en": "on 9 May in Baku", "az": "9 may, Bakıda"}
    for folder, text in texts.items():
        path = project / "locales" / folder / "LC_MESSAGES" / "text.po"
        path.parent.mkdir(parents=True)
        path.write_text(HEADER + f'"Language: {folder}\\n"\n\nmsgid "Am 9. Mai in Baku"\nmsgstr "{text}"\n', "utf-8")
    found = run("check", "--select", "agreement").stdout
    assert "locales/uk_UA/LC_MESSAGES/text.po" in found
    assert "agreement" in found


def test_the_memory_knows_a_language_by_any_code(run: Run, project: Path) -> None:
    path = project / "text.po"
    path.write_text(HEADER + '"Language: uk_UA\\n"\n\nmsgid "Das Haus."\nmsgstr "Будинок."\n', "utf-8")
    run("memory", "learn", path)
    for code in ("uk", "uk-UA", "ukr", "UK"):
        assert "de → uk" in run("memory", "search", "Haus", "--from", "deu", "--to", code).stdout
    assert run("memory", "search", "Haus", "--to", "ru").stdout == ""
    assert run("memory", "export", "uk.tmx", "--to", "uk_UA").stdout == "uk.tmx: 1 unit\n"
    assert "units: 1 would go" in run("memory", "prune", "--to", "ukr", "--dry-run").stdout
