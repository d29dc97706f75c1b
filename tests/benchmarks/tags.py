"""How often tags get where they belong: professional translations as drafts, their own tags as the truth.

    python -m tests.benchmarks.tags FOLDER SOURCE TARGET

FOLDER has the same pages twice: FOLDER/SOURCE and FOLDER/TARGET, each named by its language. Sentences count whose
block stands in a run of blocks of the same kinds and lengths in both, and whose marks are the same. The words of the
translation are what an engine might have said, and each rung that needs no engine is asked where the pairs belong; the
rungs `span` and `attention` need a trained package, and are not measured. Prints a Markdown table for each half of the
pages, and what is wrong: strictness may be tuned on the first half only.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from l10n import documents
from l10n.documents import inline
from l10n.documents.inline import InlineForm
from l10n.drafting.scoring import Languages
from l10n.drafting.tags import TaggedText, TagPair
from l10n.drafting.tags.around import stripped
from l10n.drafting.tags.counterpart import has_its_marks, words_of
from l10n.drafting.tags.ladder import Ladder
from l10n.errors import L10nError
from l10n.model import Document, Span
from l10n.segmentation.document import extract
from tests.benchmarks.tables import show

_RUN = 3
"""Blocks of the same kinds, one after the other, from which they are taken for the same."""


@dataclass(slots=True)
class Counts:
    """What became of the pairs of some pages."""

    pages: int = 0
    sentences: int = 0
    pairs: int = 0
    edges: int = 0
    """Marks at the edge of the source, and how many of them the translation has there, too."""
    edges_right: int = 0
    by_rung: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def main(folder: Path, source: str, target: str) -> None:
    """A table for each half."""
    languages = Languages(source, target)
    halves = Counts(), Counts()
    pages = sorted(path.relative_to(folder / source) for path in (folder / source).rglob("*") if path.is_file())
    for number, page in enumerate(page for page in pages if (folder / target / page).is_file()):
        count = halves[number % 2]
        before = count.sentences
        for text, translation, form in paired(folder / source / page, folder / target / page, languages):
            judge(text, translation, form, languages, count)
        count.pages += count.sentences > before
    for name, count in zip(("first half", "second half"), halves, strict=True):
        title = f"{name}: {count.pages} pages, {count.sentences} sentences, {count.pairs} pairs around words"
        show(title, "rung|placed|right|", _rows(count))
        sys.stdout.write("".join(f"{line}\n" for line in count.wrong))


def _rows(count: Counts) -> Iterator[tuple[str, str, str, str]]:
    rungs = [("edges", count.edges, count.edges_right)]
    rungs += [(rung, placed, count.right[rung]) for rung, placed in count.by_rung.most_common()]
    for rung, placed, right in rungs:
        yield rung, str(placed), str(right), f"{right / max(placed, 1):.1%}"


def paired(source: Path, target: Path, languages: Languages) -> Iterator[tuple[str, str, InlineForm]]:
    """Sentences with the same marks in both pages."""
    try:
        old, new = extract(source, languages.source, source.parent), extract(target, languages.target, target.parent)
    except L10nError:
        return
    form = inline.named(documents.named(old.format).INLINE)
    for text, translation in _sentences(old, new):
        tagged = stripped(text, form)
        if text != translation and tagged.marks and has_its_marks(tagged, translation):
            yield text, translation, form


def _sentences(old: Document, new: Document) -> Iterator[tuple[str, str]]:
    """The sentences of blocks that stand between blocks of the same kinds, if there are as many in both."""
    kinds = [[(block.kind, block.level, len(block.segments)) for block in each.blocks] for each in (old, new)]
    for match in SequenceMatcher(None, kinds[0], kinds[1], autojunk=False).get_matching_blocks():
        blocks = zip(old.blocks[match.a :][: match.size], new.blocks[match.b :][: match.size], strict=True)
        for before, after in blocks if match.size >= _RUN else ():
            yield from ((one.text, other.text) for one, other in zip(before.segments, after.segments, strict=True))


def judge(text: str, translation: str, form: InlineForm, languages: Languages, count: Counts) -> None:
    """Count where the pairs of a sentence are put, and where they are in the translation."""
    tagged, truth = stripped(text, form), stripped(translation, form)
    if words_of(tagged, translation) != truth.words:
        return
    count.sentences += 1
    count.pairs += len(tagged.pairs)
    edges, there = (_edges(each) for each in (tagged, truth))
    count.edges += edges.total()
    count.edges_right += (edges & there).total()
    if edges - there:
        count.wrong.append(f"edges: {text}\n    {translation}")
    true = _true_spans(tagged, truth)
    for number, location in enumerate(Ladder(tagged, truth.words, {}, languages).located()):
        rung = (location.rung or "around, but an end mark") if location else "nowhere"
        count.by_rung[rung] += 1
        right = location is not None and _core(location.span, truth.words) == _core(true[number], truth.words)
        count.right[rung] += right
        if location and not right:
            count.wrong.append(f"{rung}: {text}\n    {translation}\n    {truth.words[slice(*location.span)]}")


def _edges(tagged: TaggedText) -> Counter[str]:
    """The marks at the edges, whatever links lead to and pictures show."""
    return Counter(mark.text[:2] for mark in (*tagged.head, *tagged.tail) if mark.text.strip())


def _true_spans(tagged: TaggedText, truth: TaggedText) -> list[Span]:
    """Where each pair is in the translation: the one with equal marks, else the next of its kind: links may change."""
    left = list(truth.pairs)
    spans: list[Span] = [(0, 0)] * len(tagged.pairs)
    for key in (_marks, _kind):
        for number, pair in enumerate(tagged.pairs):
            same = next((other for other in left if key(other) == key(pair)), None)
            if spans[number] == (0, 0) and same:
                left.remove(same)
                spans[number] = same.span
    return spans


def _marks(pair: TagPair) -> str:
    return pair.opening.text + pair.closing.text


def _kind(pair: TagPair) -> str:
    return pair.opening.text.replace("_", "*")


def _core(span: Span, words: str) -> Span:
    """Without quotation marks and the like at its edges, which pairs have inside or outside."""
    spoken = [index for index in range(*span) if words[index].isalnum()]
    return (spoken[0], spoken[-1]) if spoken else span


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
