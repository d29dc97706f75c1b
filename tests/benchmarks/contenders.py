"""The others: argostranslate with our segments, and CTranslate2 with nothing around it.

python -m tests.benchmarks.contenders PACKAGES build|segment|document|bare
"""

from __future__ import annotations

import os
import sys
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

from l10n.engines.argos import BATCH, LENGTH_PENALTY, cores
from l10n.pipeline import extract
from l10n.segmentation import split

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "seeds" / "000_17d84892c08cd0d1.txt"
PAIRS = (("de", "en"), ("en", "ru"), ("en", "az"), ("en", "uk"))
TARGETS = ("en", "ru", "az", "uk")


def main(packages: Path, name: str) -> None:
    """Translate the article into the four targets, or build what that takes."""
    if name == "build":
        _build(packages)
        return
    segments = [segment.text for segment in extract(ARTICLE, "de", ROOT).segments]
    if name == "bare":
        _bare(packages, segments)
    else:
        whole = name == "segment"
        _argostranslate(packages, segments if whole else [ARTICLE.read_text("utf-8")], whole)


def _build(packages: Path) -> None:
    """They translate the article's words, so that nothing has to be repaired."""
    from l10n.demo import lexicon
    from l10n.demo.builder import build_package

    rows = lexicon.read()
    for source, target in PAIRS:
        if not (packages / f"translate-{source}_{target}-2_0").exists():
            gloss = lexicon.gloss(rows, source, target)
            build_package(packages, source, target, gloss, text=ARTICLE.read_text("utf-8"), version="2.0", size="base")


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


def _bare(packages: Path, segments: list[str]) -> None:
    """Each leg once, as l10n does it, with CTranslate2 and SentencePiece alone."""
    import ctranslate2
    import sentencepiece

    english: list[str] = []
    for source, target in PAIRS:
        folder = packages / f"translate-{source}_{target}-2_0"
        processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
        translator = ctranslate2.Translator(
            str(folder / "model"), compute_type="int8", inter_threads=cores(), intra_threads=1
        )
        texts = [text for text, _ in groupby(sorted(segments if source == "de" else english))]
        results = translator.translate_batch(
            processor.encode(texts, out_type=str),
            max_batch_size=BATCH,
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
