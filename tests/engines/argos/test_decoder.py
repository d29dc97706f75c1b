"""The engine: argostranslate's own texts, whole segments, nothing cut off in silence."""

from __future__ import annotations

import json
import shutil
import struct
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from l10n.engines import Decoding
from l10n.engines.argos.opening import Argos
from l10n.engines.argos.packages.store import Package, installed
from l10n.engines.decoding.decoder import LIMIT
from l10n.errors import PackageError

SENTENCES = (
    "Das Haus ist groß.",
    "Das alte Haus, das „Haus“ ist; groß – ist das Haus (alt)?",
    "Unbekannte Wörter bleiben: Xylophon, 1.234,5 %",
    "Haus",
    "…",
)


@pytest.fixture(scope="module")
def package(packages: Path) -> Package:
    (found,) = (one for one in installed(packages) if one.pair == "de-en")
    return found


def _translate(package: Package, *texts: str) -> list[str | None]:
    with Argos(package) as engine:
        found = dict(engine.translate(texts))
    assert set(found) == set(range(len(texts)))
    return [found[index][0].text if found[index] else None for index in range(len(texts))]


@pytest.fixture
def argostranslate(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The real argostranslate.translate, without the sentence splitters that it imports and we do not install."""
    for name in ("stanza", "spacy", "minisbd"):
        module = ModuleType(name)
        module.__dict__.update(SBDetect=object, Pipeline=object, load=None)
        for part in (name, f"{name}.models"):
            monkeypatch.setitem(sys.modules, part, module)
    for name in [name for name in sys.modules if name.startswith("argostranslate")]:
        monkeypatch.delitem(sys.modules, name)
    from argostranslate import package, translate

    return translate, package


class _Whole:
    """A sentencizer that does not split."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


@pytest.mark.parametrize("prefix", ["", "\u2581the"])
def test_one_segment_gets_the_text_that_argostranslate_gives_it(
    packages: Path, tmp_path: Path, argostranslate: Any, prefix: str
) -> None:
    import ctranslate2

    shutil.copytree(packages / "translate-de_en-1_0", tmp_path / "one")
    metadata = json.loads((tmp_path / "one" / "metadata.json").read_text())
    (tmp_path / "one" / "metadata.json").write_text(json.dumps(metadata | {"target_prefix": prefix}))
    translate, package_module = argostranslate
    theirs = package_module.Package(tmp_path / "one")
    translator = ctranslate2.Translator(str(tmp_path / "one" / "model"), device="cpu", compute_type="int8")
    expected = [
        translate.apply_packaged_translation(theirs, text, translator, _Whole(), 4)[0].value for text in SENTENCES
    ]
    (ours,) = installed(tmp_path)
    assert _translate(ours, *SENTENCES) == [text or None for text in expected]


def test_underscores_survive(package: Package) -> None:
    assert _translate(package, "Das foo_bar ist _groß_.") == ["The foo_bar is _groß_."]


def test_a_certain_translation_scores_about_zero(package: Package) -> None:
    with Argos(package) as engine:
        ((_, (best,)),) = engine.translate(["Das Haus"])
    assert (best.text, best.tokens) == ("The house", 2)
    assert best.score is not None
    assert -0.05 < best.score <= 0


def test_several_hypotheses_come_best_first_and_the_first_is_the_same(package: Package) -> None:
    with Argos(package) as engine:
        ((_, found),) = engine.translate(["Das Haus"], Decoding(hypotheses=4))
    assert found[0].text == "The house"
    assert len(found) == 4
    scores = [hypothesis.score or 0.0 for hypothesis in found]
    assert scores == sorted(scores, reverse=True)


def test_a_prefix_begins_its_translation(package: Package) -> None:
    with Argos(package) as engine:
        found = dict(engine.translate(["Das Haus", "groß"], prefixes=["A", "big"]))
    assert found[0][0].text.startswith("A")
    assert found[1][0].text == "big"


def test_the_order_and_number_of_segments_is_kept(package: Package) -> None:
    texts = [f"Haus {number} {'ist ' * (number % 40)}groß" for number in range(300)]
    found = _translate(package, *texts)
    assert found == [f"house {number} {'is ' * (number % 40)}big" for number in range(300)]


def test_a_translation_at_the_decoding_limit_is_made_again_with_more_room(package: Package) -> None:
    text = "ist " * (LIMIT + 20) + "groß"
    assert _translate(package, text, "Haus") == ["is " * (LIMIT + 20) + "big", "house"]


def test_a_segment_beyond_the_packages_positions_is_translated_clause_by_clause(package: Package) -> None:
    clause = "ist " * 300 + "groß,"
    expected = "is " * 300 + "big,"
    assert _translate(package, f"{clause} {clause} Haus", "Haus") == [f"{expected} {expected} house", "house"]


def test_a_segment_that_cannot_be_translated_whole_is_not_translated(package: Package) -> None:
    assert _translate(package, "ist " * 700, "Haus") == [None, "house"]


def test_many_long_and_short_segments_do_not_harm_each_other(package: Package) -> None:
    texts = ["ist " * 700, "Haus", "ist " * 270, "groß", "a" * 3000]
    found = _translate(package, *texts)
    assert found[0] is None
    assert found[1:4] == ["house", ("is " * 270).strip(), "big"]


def test_an_old_package_without_config_json_works(packages: Path, tmp_path: Path) -> None:
    shutil.copytree(packages / "translate-de_en-1_0", tmp_path / "old")
    model = tmp_path / "old" / "model"
    (model / "config.json").unlink()
    (model / "model.bin").write_bytes(_binary_version_5((model / "model.bin").read_bytes()))
    (old,) = installed(tmp_path)
    assert _translate(old, "Das Haus") == ["The house"]


def _binary_version_5(data: bytes) -> bytes:
    """A model as CTranslate2 1 and 2 wrote it: what config.json says today was a variable beside the weights."""
    (length,) = struct.unpack_from("<H", data, 4)
    count_at = 6 + length + 4  # version, name of the specification, its revision, number of variables
    (count,) = struct.unpack_from("<I", data, count_at)
    name = b"with_source_eos\0"
    scalar_true = struct.pack("<H", len(name)) + name + struct.pack("<BBIb", 0, 1, 1, 1)
    head = struct.pack("<I", 5) + data[4:count_at] + struct.pack("<I", count + 1)
    return head + scalar_true + data[count_at + 4 :]


def test_a_package_with_byte_pair_encoding_works(packages: Path, tmp_path: Path) -> None:
    """Moses tokens and subword-nmt codes, as in packages made before 2021; its words are pieces without a mark."""
    import ctranslate2

    shutil.copytree(packages / "translate-de_en-1_0", tmp_path / "bpe")
    (tmp_path / "bpe" / "sentencepiece.model").unlink()
    (tmp_path / "bpe" / "bpe.model").write_text("#version: 0.2\nH a\nHa u\nHau s</w>\n", encoding="utf-8")
    (bpe,) = installed(tmp_path)
    with Argos(bpe) as engine:
        assert not engine.capabilities.links, "its pieces are no parts of the text"
        ((_, (best,)),) = engine.translate(["Haus"], Decoding(links=True))
    assert best.links == ()
    assert ctranslate2.contains_model(str(tmp_path / "bpe" / "model"))
    assert best.text == "house"


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        pytest.param("model/model.bin", "broken package", id="model"),
        pytest.param("sentencepiece.model", "broken tokenizer", id="tokenizer"),
    ],
)
def test_a_damaged_package_is_named(packages: Path, tmp_path: Path, file: str, reason: str) -> None:
    shutil.copytree(packages / "translate-de_en-1_0", tmp_path / "damaged")
    (tmp_path / "damaged" / file).write_bytes(b"nonsense")
    (damaged,) = installed(tmp_path)
    with pytest.raises(PackageError, match=reason) as caught:
        Argos(damaged)
    assert str(tmp_path / "damaged") in caught.value.message
