"""The others: argostranslate with our segments, drafting with nothing but packages, CTranslate2 with nothing at all.

python -m tests.benchmarks.contenders PACKAGES build|segment|document|bare|alone
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import Layout
from l10n.engines.argos.opening import Argos
from l10n.engines.argos.packages.store import installed
from l10n.engines.decoding.decoder import LENGTH_PENALTY
from l10n.engines.decoding.hardware import hardware
from l10n.model import Draft, Leg
from l10n.model.device import Device
from l10n.segmentation import split
from l10n.segmentation.document import extract
from l10n.updating import Article, Updated
from l10n.updating.run import update
from tests.benchmarks.packages import ARTICLE, PAIRS, build, folder_of

ROOT = Path(__file__).parents[2]
TARGETS = ("en", "ru", "az", "uk")


def main(packages: Path, name: str) -> None:
    """Translate the article into the four targets, or build what that takes."""
    if name == "build":
        build(packages)
        return
    if name == "alone":
        _alone(packages)
        return
    segments = [segment.text for segment in extract(ARTICLE, "de", ROOT).segments]
    if name == "bare":
        _bare(packages, segments)
    else:
        whole = name == "segment"
        _argostranslate(packages, segments if whole else [ARTICLE.read_text("utf-8")], whole)


def _argostranslate(packages: Path, texts: list[str], whole: bool) -> None:
    """argostranslate's own way, pivot included; instead of its sentencizers our splitter, or none for `whole` texts."""
    os.environ["ARGOS_PACKAGES_DIR"] = str(packages)
    for module in ("stanza", "spacy", "minisbd"):  # imported by the sentencizers that are replaced below
        stub = ModuleType(module)
        stub.__dict__.update(SBDetect=object, Pipeline=object, models=stub)
        sys.modules[module] = stub
    from argostranslate import translate

    class Ours:
        def __init__(self, package: Any) -> None:
            self._language = package.from_code

        def split_sentences(self, text: str) -> list[str]:
            return [text] if whole else [segment.strip() for segment in split(text, self._language)]

    translate.MiniSBDSentencizer = Ours
    for target in TARGETS:
        translation = translate.get_translation_from_codes("de", target)
        for text in texts:
            translation.translate(text)


def _alone(packages: Path) -> None:
    """Catalogues with drafts, without memory, glossary, protection, repair and risk."""
    document = extract(ARTICLE, "de", ROOT)
    english: dict[str, Leg] = {}
    with TemporaryDirectory() as folder:
        for updated in update([Article(ARTICLE, document)], "de", TARGETS, CatalogueIndex(Layout(Path(folder))), ROOT):
            assert isinstance(updated, Updated)
        for package in sorted(installed(packages), key=lambda one: one.source != "de"):
            texts = [english[one.text].text if english else one.text for one in document.segments]
            distinct = list(dict.fromkeys(texts))
            with Argos(package) as engine:
                found = {distinct[index]: best[0] for index, best in engine.translate(distinct)}
            legs = {
                one.text: Leg(package.name, found[text].text, found[text].score)
                for one, text in zip(document.segments, texts, strict=True)
            }
            path = Layout(Path(folder)).catalogue(package.target, document.name)
            old = po.read(path)
            entries = [
                drafted(one, Draft("argos", (english[one.msgid], legs[one.msgid]) if english else (legs[one.msgid],)))
                for one in old.entries
            ]
            po.write(path, replace(old, entries=tuple(entries)))
            english = english or legs


def _bare(packages: Path, segments: list[str]) -> None:
    """Each leg once, as l10n does it, with CTranslate2 and SentencePiece alone."""
    import ctranslate2
    import sentencepiece

    english: list[str] = []
    own = hardware(Device.CPU)
    for source, target in PAIRS:
        folder = folder_of(packages, source, target)
        processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
        translator = ctranslate2.Translator(
            str(folder / "model"), compute_type=own.compute_type, inter_threads=own.workers, intra_threads=1
        )
        texts = [text for text, _ in groupby(sorted(segments if source == "de" else english))]
        results = translator.translate_batch(
            processor.encode(texts, out_type=str),
            max_batch_size=own.batch,
            batch_type="tokens",
            beam_size=4,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            return_scores=True,
        )
        found = [processor.decode_pieces(result.hypotheses[0]) for result in results]
        english = found if source == "de" else english
        del translator


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
