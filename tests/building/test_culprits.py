"""Which texts break the structure of a file is found with few builds, however many there are and however many break."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from pathlib import Path
from types import ModuleType

import pytest

from l10n.building import StructureError
from l10n.building.article import article
from l10n.documents import markdown, plain, srt
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract

Skeletons = Callable[[ModuleType], list[bytes]]
NUMBERS = range(600)
_PARAGRAPHS = "\n\n".join(f"Satz **{number}**." for number in NUMBERS)
_CUES = "\n\n".join(
    f"{number}\n{number // 60:02}:{number % 60:02}:01,000 --> {number // 60:02}:{number % 60:02}:02,000\n<b>Satz</b>."
    for number in NUMBERS
)
FILES = {
    plain: (_PARAGRAPHS, "Текст.", "- Текст"),
    markdown: (_PARAGRAPHS, "**Тут** текст.", "Текст."),
    srt: (_CUES, "<b>Тут</b> текст.", "Текст."),
}
"""Of a format a file of many texts, a text that is sound there and one that breaks."""


@pytest.fixture
def skeletons(monkeypatch: pytest.MonkeyPatch) -> Skeletons:
    """Notes the files of a format whose structure is asked for."""

    def noted(form: ModuleType) -> list[bytes]:
        asked: list[bytes] = []
        skeleton: Callable[[bytes], Hashable] = form.skeleton

        def asking(data: bytes) -> Hashable:
            asked.append(data)
            return skeleton(data)

        monkeypatch.setattr(form, "skeleton", asking)
        return asked

    return noted


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize(
    ("broken", "most"),
    [(NUMBERS, 5), (NUMBERS[7:], 11), ({0}, 5), ({200}, 18), (NUMBERS[-1:], 18), (NUMBERS[-9::3], 18)],
    ids=["all", "all but the first", "the first", "one", "the last", "some of the last"],
)
def test_a_text_that_breaks_is_found_with_few_builds(
    skeletons: Skeletons, form: ModuleType, broken: Collection[int], most: int
) -> None:
    text, sound, breaks = FILES[form]
    document = extract(Path(f"a{form.SUFFIXES[0]}"), "de", Path(), data=text.encode())
    renderings = [
        Rendering(segment, breaks if number in broken else sound, RenderingOrigin.TRANSLATION)
        for number, segment in enumerate(document.segments)
    ]
    assert len(renderings) == len(NUMBERS)
    asked = skeletons(form)
    with pytest.raises(StructureError) as refused:
        article(document, renderings)
    assert refused.value.rendering is renderings[min(broken)]
    assert len(asked) <= most


@pytest.mark.parametrize(("distance", "most"), [(1, 90), (2, 90), (7, 140), (40, 180), (300, 40)])
def test_texts_that_have_to_be_escaped_are_found_with_few_builds(
    skeletons: Skeletons, distance: int, most: int
) -> None:
    """Brackets are a link where something is defined that is called so: that is not seen in the text alone."""
    document = extract(Path("a.md"), "de", Path(), data=f"{_PARAGRAPHS}\n\n[тут]: b\n".encode())
    renderings = [
        Rendering(segment, f"**x** {'[тут]' if number % distance == 0 else 'тут'}", RenderingOrigin.TRANSLATION)
        for number, segment in enumerate(document.segments)
    ]
    asked = skeletons(markdown)
    built = article(document, renderings).decode()
    escaped = "**x** \\[тут\\]"
    assert built.count(escaped) == len(NUMBERS[::distance])
    assert built.replace("\\", "").count("[тут]\n\n") == len(NUMBERS[::distance])
    assert len(asked) <= most


def test_a_mark_that_went_to_the_next_sentence_is_none_to_be_escaped_where_another_text_has_one() -> None:
    """What is called so is defined elsewhere; escaped strictly, it would be no link."""
    document = extract(Path("a.md"), "de", Path(), data=b"Ein [x]. Noch einer.\n\nEnde.\n\n[x]: b\n")
    texts = ("Тут.", "Там [x].", "Вот **конец**.")
    renderings = [
        Rendering(segment, text, RenderingOrigin.TRANSLATION)
        for segment, text in zip(document.segments, texts, strict=True)
    ]
    assert article(document, renderings).decode() == "Тут. Там [x].\n\nВот \\*\\*конец\\*\\*.\n\n[x]: b\n"
