"""Languages that nobody wrote a record for, from a text to the article: sources and targets of any code of Argos."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import polib
import pytest

from l10n.engines.argos.demo.builder import build_package
from tests.conftest import Run

PAIRS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("tr", "en"): {"Merhaba dünya": "Hello world", "güzel bir şehir": "is a beautiful city"},
    ("en", "fr"): {"Hello world": "Bonjour le monde", "is a beautiful city": "est une belle ville"},
    ("en", "ar"): {"Hello world": "مرحبا بالعالم", "Ankara is a beautiful city": "أنقرة مدينة جميلة"},
    ("en", "zh"): {"Hello world": "你好世界", "Ankara is a beautiful city": "安卡拉是一座美丽的城市"},
    ("en", "pb"): {"Hello world": "Olá mundo", "is a beautiful city": "é uma bela cidade"},
    ("en", "pl"): {"Hello world": "Witaj świecie", "is a beautiful city": "jest pięknym miastem"},
    ("en", "ja"): {"Hello world": "こんにちは世界", "Ankara is a beautiful city": "アンカラは美しい都市です"},
}
TARGETS = {
    "fr": ("Ankara est une belle ville.", "nplurals=2; plural=(n > 1);"),
    "ar": ("أنقرة مدينة جميلة.", "nplurals=6;"),
    "zh": ("安卡拉是一座美丽的城市.", "nplurals=1; plural=0;"),
    "pt_BR": ("Ankara é uma bela cidade.", "nplurals=2; plural=(n > 1);"),
    "pl": ("Ankara jest pięknym miastem.", "nplurals=3;"),
    "ja": ("アンカラは美しい都市です.", "nplurals=1; plural=0;"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    packages = tmp_path_factory.mktemp("packages")
    for (source, target), gloss in PAIRS.items():
        build_package(packages, source, target, gloss)
    return packages


def catalogue(lang: str) -> Path:
    return Path(f"locales/{lang}/LC_MESSAGES/metin.po")


def test_a_text_goes_through_all_commands_in_languages_without_a_record(run: Run, project: Path, folder: Path) -> None:
    (project / "metin.txt").write_text("Merhaba dünya\n\nAnkara güzel bir şehir. Merhaba dünya\n", "utf-8")
    run("draft", "metin.txt", "--from", "tr", "--to", "fr,ar,zh-CN,pb,pl,ja", "--packages", folder)
    for lang, (sentence, plural_forms) in TARGETS.items():
        file = polib.pofile(str(catalogue(lang)))
        assert [entry.msgstr for entry in file][1] == sentence
        assert all(entry.fuzzy for entry in file)
        assert (file.metadata["Language"], file.metadata["X-Source-Language"]) == (lang, "tr")
        assert file.metadata["Plural-Forms"].startswith(plural_forms)
    assert "no findings" in run("check", "locales").stdout
    assert "18 errors" in run("check", *map(catalogue, TARGETS), "--require", "translated", code=1).stdout
    assert "not calibrated: ar, fr, ja, pl, pt_BR, zh" in run("status", "--risk").stdout


def test_an_article_is_built_and_reviewed_in_a_language_from_right_to_left(
    run: Run, project: Path, folder: Path
) -> None:
    (project / "metin.html").write_text('<html lang="tr"><p>Merhaba dünya</p></html>', "utf-8")
    run("draft", "metin.html", "--from", "tr", "--to", "ar", "--packages", folder)
    run("review", "approve", catalogue("ar"), "--entries", "all", "--by", "Salma")
    run("build", "metin.html", "--from", "tr", "--to", "ar")
    assert Path("build/ar/metin.html").read_text("utf-8") == '<html dir="rtl" lang="ar"><p>مرحبا بالعالم</p></html>'
    run("build", "metin.html", "--from", "tr", "--to", "ar", "--bilingual", "html")
    edition = Path("build/ar/metin.bilingual.html").read_text("utf-8")
    assert re.search(r'<p lang="ar" dir="rtl"><span class="s1">مرحبا بالعالم', edition)
    assert re.search(r'<p lang="tr" dir="ltr"><span class="s1">Merhaba dünya', edition)


def test_what_was_accepted_comes_back_from_the_memory_and_the_glossary_holds(
    run: Run, project: Path, folder: Path
) -> None:
    (project / "l10n.toml").write_text('glossary = "terms.csv"\n', "utf-8")
    (project / "terms.csv").write_text("tr,fr,note\nşehir,ville,\n", "utf-8")
    (project / "metin.txt").write_text("Ankara güzel bir şehir.\n", "utf-8")
    run("draft", "metin.txt", "--from", "tr", "--to", "fr", "--packages", folder)
    po = catalogue("fr")
    file = polib.pofile(str(po))
    file[0].msgstr = "Ankara est une belle cité."
    file[0].flags.remove("fuzzy")
    file.save()
    assert "ville" in run("check", po).stdout
    run("review", "approve", po, "--all-clean", "--by", "Luc")
    run("memory", "learn", po)
    assert "Ankara est une belle cité." in run("memory", "search", "şehir", "--from", "tr").stdout


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        pytest.param(("--to", "jp"), 2, "unknown language 'jp'\nhint: did you mean 'ja' (Japanese)?", id="a country"),
        pytest.param(("--to", "klingon"), 2, "unknown language 'klingon'", id="no code"),
        pytest.param(("--to", "sw"), 3, "no package translates tr → sw", id="a pair that nobody has"),
        pytest.param(("--to", "tr"), 2, "'tr' is the source language", id="its own language"),
    ],
)
def test_a_language_that_cannot_be_had_is_told_with_what_helps(
    run: Run, project: Path, folder: Path, options: tuple[str, ...], code: int, told: str
) -> None:
    (project / "metin.txt").write_text("Merhaba dünya\n", "utf-8")
    assert told in run("draft", "metin.txt", "--from", "tr", *options, "--packages", folder, code=code).stderr


def test_the_languages_are_listed_with_what_is_known_of_them(run: Run) -> None:
    lines = run("languages").stdout.splitlines()
    assert lines[0].split() == ["de", "full", "German", "Deutsch"]
    assert len(lines) == 48
    assert len(run("languages", "--all").stdout.splitlines()) > 500
    assert run("languages", "pt-BR").stdout.split()[:2] == ["pt_BR", "basic"]
    assert "unknown language 'xx'" in run("languages", "xx", code=2).stderr


def test_packages_are_named_by_the_codes_that_all_others_use(run: Run, folder: Path) -> None:
    assert "en-pt_BR" in run("packages", "list", "--packages", folder).stdout
