"""Converted folders: each form is told its languages as it wants; links and scores come along; errors are clear."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
import tokenizers

from l10n import config
from l10n.catalogue import po
from l10n.engines import Decoding, Hypothesis, LanguagePair, Stock, engine, opened
from l10n.engines.ctranslate2 import contents
from l10n.engines.ctranslate2.tokens import frame
from l10n.engines.decoding.coding import Frame
from l10n.engines.supply import supply
from l10n.errors import PackageError
from tests.conftest import Run
from tests.engines.ctranslate2.models import FORMS, Form, build, settings

TEXT = "Das Haus ist alt."
PLAIN, NAMED = "dom staryj.", {"ru": "RU", "uk": "UK", "az": "AZ"}


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model of each form."""
    folder = tmp_path_factory.mktemp("models")
    for name, form in FORMS.items():
        build(folder / name, form)
    return folder


def _stock(root: Path, folder: Path, more: str = "") -> Stock:
    (root / "l10n.toml").write_text(settings(folder, more=more), "utf-8")
    return engine("ctranslate2").stock(supply(config.load(root)))


def _best(pair: LanguagePair, text: str = TEXT, how: Decoding | None = None) -> Hypothesis:
    with opened(pair, 2) as decoder:
        ((_, hypotheses),) = decoder.translate([text], how or Decoding())
    return hypotheses[0]


@pytest.mark.parametrize("name", FORMS)
def test_a_model_of_each_form_translates_into_the_language_of_the_pair(models: Path, tmp_path: Path, name: str) -> None:
    pairs = _stock(tmp_path, models / name).pairs
    assert [pair.name for pair in pairs] == ["de-ru-other", "de-uk-other", "de-az-other"]
    for pair in pairs:
        best = _best(pair)
        assert best.text == (f"{NAMED[pair.target]} {PLAIN}" if any(FORMS[name].tokens.values()) else PLAIN)
        assert best.score is not None
        assert best.score > -1


@pytest.mark.parametrize("name", FORMS)
def test_links_are_of_words_and_not_of_what_stands_around_them(models: Path, tmp_path: Path, name: str) -> None:
    pair = _stock(tmp_path, models / name).pairs[0]
    best = _best(pair, how=Decoding(links=True))
    words = {(TEXT[slice(*link.source)], best.text[slice(*link.target)]) for link in best.links if link.weight > 0.5}
    assert {("Haus", "dom"), ("alt", "staryj")} <= words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("opus", Frame()),
        ("opus-hf", Frame(after=("</s>",))),
        ("opus-multi", Frame((">>rus<<",), ("</s>",))),
        ("madlad", Frame(("<2ru>",), ("</s>",))),
        ("m2m", Frame(("__de__",), ("</s>",), ("__ru__",))),
        ("nllb", Frame(("deu_Latn",), ("</s>",), ("rus_Cyrl",))),
    ],
)
def test_what_stands_around_a_text(models: Path, name: str, expected: Frame) -> None:
    assert frame(models / name, set(FORMS[name].tokens), "de", "ru", {}) == expected


def test_a_prefix_goes_behind_the_token_of_the_language(models: Path, tmp_path: Path) -> None:
    pair = _stock(tmp_path, models / "nllb").pairs[0]
    with opened(pair, 2) as decoder:
        ((_, hypotheses),) = decoder.translate([TEXT], Decoding(), ["dom"])
    assert hypotheses[0].text.startswith("dom")


def test_people_may_name_a_token(models: Path, tmp_path: Path) -> None:
    pair = _stock(tmp_path, models / "opus-multi", 'tokens = { ru = ">>ukr<<" }').pairs[0]
    assert _best(pair).text == f"UK {PLAIN}"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('tokens = { ru = ">>rus_Latn<<" }', "its vocabulary has no >>rus_Latn<<, but >>aze_Latn<<, >>rus<<, >>ukr<<"),
        ("", "its vocabulary has no token for fr, but >>aze_Latn<<"),
    ],
)
def test_a_language_that_the_model_has_not_is_named(models: Path, tmp_path: Path, more: str, message: str) -> None:
    text = settings(models / "opus-multi", ("de-ru",) if more else ("de-fr",), more)
    (tmp_path / "l10n.toml").write_text(text, "utf-8")
    (pair,) = engine("ctranslate2").stock(supply(config.load(tmp_path))).pairs
    with pytest.raises(PackageError) as caught:
        _best(pair)
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("gone", "message"),
    [
        ("model.bin", "no model.bin"),
        ("source.spm", "no tokenizer: source.spm and target.spm, sentencepiece.bpe.model"),
        ("", "no such folder"),
    ],
)
def test_a_folder_that_lacks_something_is_told_with_what(models: Path, tmp_path: Path, gone: str, message: str) -> None:
    folder = shutil.copytree(models / "opus", tmp_path / "own")
    shutil.rmtree(folder) if not gone else (folder / gone).unlink()
    stock = _stock(tmp_path, folder)
    assert not stock.pairs
    assert stock.broken[0].message.startswith(f"{folder}: the engine other: {message}")
    assert "docs/engines.md" in stock.broken[0].hint


def test_damage_and_a_tokenizer_of_another_model_are_told(models: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(models / "opus", tmp_path / "own")
    (folder / "model.bin").write_bytes((folder / "model.bin").read_bytes()[:-100])
    with pytest.raises(PackageError, match=r"the engine other: broken package: model\.bin is incomplete"):
        _best(_stock(tmp_path, folder).pairs[0])
    shutil.copy(models / "opus" / "model.bin", folder)
    vocabulary = json.loads((folder / "shared_vocabulary.json").read_text())
    odd = [piece if piece in {"<unk>", "<s>", "</s>"} else f"x{number}" for number, piece in enumerate(vocabulary)]
    (folder / "shared_vocabulary.json").write_text(json.dumps(odd))
    with pytest.raises(PackageError, match=r"broken tokenizer: source\.spm is of another model"):
        _best(_stock(tmp_path, folder).pairs[0])


def test_the_identity_is_that_of_the_files_wherever_they_are(models: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(models / "opus", tmp_path / "own")
    first, other = (_stock(tmp_path, path).pairs[0].identity for path in (models / "opus", folder))
    assert first == other
    config_file = folder / "config.json"
    config_file.write_text(config_file.read_text().replace("{", '{"x": 1,', 1))
    assert _stock(tmp_path, folder).pairs[0].identity != first


def test_of_a_big_model_a_byte_in_sixty_four_places_tells(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(bytes(9 * 1024**2))
    before = contents.fingerprint(tmp_path)
    with (tmp_path / "model.bin").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"x")
    assert contents.fingerprint(tmp_path) != before


def test_the_whole_command(run: Run, project: Path, models: Path, packages: Path) -> None:
    """Directly where the model leads, before by way of English; the drafts name it."""
    (project / "l10n.toml").write_text(settings(models / "nllb", ("de-ru",)), "utf-8")
    (project / "text.txt").write_text("Das Haus ist alt.\n", "utf-8")
    run("draft", "text.txt", "--packages", packages, "--to", "ru,uk")
    russian, ukrainian = (project / "locales" / lang / "LC_MESSAGES" / "text.po" for lang in ("ru", "uk"))
    assert po.read(russian).entries[0].msgstr.casefold() == PLAIN
    assert "# l10n-mt: other de-ru-other risk=" in russian.read_text("utf-8")
    assert "# l10n-mt: argos de-en-1.0+en-uk-1.0 risk=" in ukrainian.read_text("utf-8")
    run("draft", "text.txt", "--packages", packages, "--to", "ru", "--engine", "argos", "--redraft")
    assert "# l10n-mt: argos de-en-1.0+en-ru-1.0 risk=" in russian.read_text("utf-8")


def test_a_tokenizer_of_hugging_face_is_used(tmp_path: Path) -> None:
    folder = build(tmp_path / "own", Form({}, ("tokenizer.json",), ends_itself=True))
    pieces = json.loads((folder / "shared_vocabulary.json").read_text())
    library = tokenizers.Tokenizer(tokenizers.models.BPE({piece: n for n, piece in enumerate(pieces)}, []))
    library.pre_tokenizer = tokenizers.pre_tokenizers.Metaspace()
    library.decoder = tokenizers.decoders.Metaspace()
    library.add_tokens([piece for piece in pieces if piece.strip("\u2581") in {*["Haus", "alt"]}])
    library.save(str(folder / "tokenizer.json"))
    (pair,) = _stock(tmp_path, folder).pairs[:1]
    assert _best(pair, "Haus").text == "dom"


def test_the_library_of_hugging_face_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tokenizers", None)
    (pair,) = _stock(tmp_path, build(tmp_path / "own", Form({}, ("tokenizer.json",), ends_itself=True))).pairs[:1]
    with pytest.raises(PackageError, match=r"tokenizer\.json needs a library: pip install --no-deps 'tokenizers"):
        _best(pair)
