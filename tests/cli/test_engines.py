"""`l10n engines`: what there is, and a model that does not translate is seen at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from l10n.engines.argos.demo.builder import build_package
from l10n.languages import LANGUAGES
from l10n.languages.sentences import sentences
from tests.conftest import Run
from tests.engines.command.programs import SCORED, program, settings, starts


@pytest.fixture(scope="session")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a package de-en that knows all sentences by heart."""
    folder = tmp_path_factory.mktemp("learnt")
    gloss = {
        text.rstrip(".?"): other.rstrip(".?") for text, other in zip(sentences("de"), sentences("en"), strict=True)
    }
    build_package(folder, "de", "en", gloss)
    return folder


def test_the_sentences_are_as_many_in_each_language_and_differ() -> None:
    texts = {code: sentences(code) for code in LANGUAGES}
    assert {len(own) for own in texts.values()} == {10}
    assert len({text for own in texts.values() for text in own}) == 10 * len(texts)


def test_all_pairs_are_listed_with_licence_size_and_place(run: Run, project: Path, packages: Path) -> None:
    command = program(project, SCORED)
    (project / "l10n.toml").write_text(settings(command), "utf-8")
    lines = run("engines", "list", "--packages", packages).stdout.splitlines()
    assert len(lines) == 5
    argos = next(line.split() for line in lines if line.startswith("de-en"))
    assert argos[:4] == ["de-en", "argos", "de-en-1.0", "licence?"]
    assert argos[-2:] == ["MB", str(packages / "translate-de_en-1_0")]
    assert lines[-1].split() == ["de-en", "fx", "de-en-fx", "MPL-2.0", *command]
    assert run("engines", "list", "en-ru", "--packages", packages).stdout.count("\n") == 1
    assert run("engines", "list", "--engine", "fx", "--packages", packages).stdout.count("\n") == 1


def test_without_any_it_says_how_to_get_some(run: Run, tmp_path: Path) -> None:
    done = run("engines", "list", "--packages", tmp_path / "absent")
    assert not done.stdout
    assert "hint: " in done.stderr


def test_what_is_broken_is_told(run: Run, project: Path, packages: Path) -> None:
    text = '[[engine]]\nname = "nllb"\nkind = "ctranslate2"\nfolder = "absent"\npairs = ["de-az"]\n'
    (project / "l10n.toml").write_text(text)
    done = run("engines", "list", "--packages", packages, code=3)
    assert f"error: {project / 'absent'}: the engine nllb: no such folder" in done.stderr


def test_a_pair_that_translates_shows_text_time_and_score(run: Run, learnt: Path) -> None:
    done = run("engines", "test", "--packages", learnt)
    first, *rest = done.stdout.splitlines()
    assert first.startswith("de-en-1.0 (argos): chrF ")
    assert float(first.split()[3].rstrip(",")) > 80
    assert first.endswith(" 0 copied")
    assert len(rest) == 20
    assert rest[3] == "  → The new book is on the table next to the window.  [0.00]"


def test_one_whose_texts_come_back_as_they_are_is_named(run: Run, tmp_path: Path) -> None:
    build_package(tmp_path / "copies", "en", "ru", {"xyz": "xyz"})
    done = run("engines", "test", "en-ru", "--packages", tmp_path / "copies", code=3)
    assert "10 copied" in done.stdout
    assert "error: en-ru-1.0: 10 of 10 sentences come back as they are, and chrF" in done.stderr
    assert "hint: a model or tokenizer is broken, swapped" in done.stderr


def test_a_tokenizer_of_another_package_shows(run: Run, learnt: Path, tmp_path: Path) -> None:
    """Of another language, so near that nothing else tells."""
    folder = shutil.copytree(learnt, tmp_path / "swapped")
    other = build_package(tmp_path / "other", "de", "en", dict.fromkeys(sentences("de"), "x"))
    shutil.copy(other / "sentencepiece.model", folder / "translate-de_en-1_0")
    done = run("engines", "test", "--packages", folder, code=3)
    assert "error: " in done.stderr


def test_made_up_texts_and_languages_without_sentences_are_no_failure(run: Run, project: Path) -> None:
    done = run("engines", "test", "--engine", "pseudo")
    assert done.stdout.count("(pseudo): chrF ") == 4
    assert done.stdout.count("no scores: risk will rest on the texts alone") == 4
    body = 'for line in sys.stdin: say({"texts": [["x"] for _ in json.loads(line)["texts"]]})'
    (project / "l10n.toml").write_text(settings(program(project, body), '["en-fr", "de-fr", "fr-en"]'), "utf-8")
    done = run("engines", "test", "--engine", "fx")
    assert "en-fr-fx (fx): no references, " in done.stdout
    assert starts(project) == 1
    assert done.stderr == "fr-en-fx: no sentences in fr to try it with\n"


def test_a_pair_that_nobody_has_is_refused(run: Run, packages: Path) -> None:
    done = run("engines", "test", "de-az", "--packages", packages, code=2)
    assert "error: no such pair: de-az\nhint: see what there is: l10n engines list" in done.stderr
