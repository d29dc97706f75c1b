"""A paragraph's translation, sentence by sentence, or not at all."""

from __future__ import annotations

import pytest

from l10n.exchange.adoption.division import divided, undivided
from l10n.exchange.adoption.readings import ReadParagraph, readings
from l10n.model import Entry


def _paragraph(source: str, target: str) -> ReadParagraph:
    ((paragraph,), *_) = readings(Entry(source, target), ["markdown"], (), ("de", "ru"))
    return paragraph


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Es ist 9 Uhr. Komm!", "Девять часов: 9. Иди!", ("Девять часов: 9.", "Иди!"), id="two for two"),
        pytest.param("Komm!", "Иди! Сейчас же.", ("Иди! Сейчас же.",), id="two for one"),
        pytest.param("Er kam. Er ging.", "Он пришёл и ушёл.", None, id="one for two"),
        pytest.param("Am 3. Mai kam er. Er ging.", "Он пришёл. Ушёл 3 мая.", None, id="a figure elsewhere"),
        pytest.param("**Er** kam. Er ging.", "Он пришёл. **Он** ушёл.", None, id="a mark elsewhere"),
        pytest.param("**Er** kam. Er ging.", "__Он__ пришёл. Он ушёл.", ("__Он__ пришёл.", "Он ушёл."), id="a mark"),
        pytest.param("`a` gilt. `b` nicht.", "`b` нет. `a` да.", None, id="other code"),
        pytest.param("[A](a) gilt. B.", "[А](б) да. Б.", ("[А](б) да.", "Б."), id="another address"),
        pytest.param(
            "Ja. Der Mann geht heute mit seiner Frau und drei Kindern in die Stadt.",
            "Этот мужчина сегодня идёт с женой и с тремя детьми в город. Да.",
            None,
            id="lengths the other way round",
        ),
    ],
)
def test_sentences_have_to_fit(source: str, target: str, expected: tuple[str, ...] | None) -> None:
    assert divided(_paragraph(source, target), "ru") == expected


def test_what_cannot_be_divided_stays_whole() -> None:
    paragraph = _paragraph("Er  kam.\nEr *ging*.", "Он пришёл\nи *ушёл*.")
    assert undivided(paragraph) == ("Er  kam. Er *ging*.", "Он пришёл и *ушёл*.")


def test_other_blocks_are_no_translation() -> None:
    as_file, _ = readings(Entry("- a\n- b", "# в"), ["markdown"], (), ("de", "ru"))
    assert [paragraph.target for paragraph in as_file] == [None, None]
    assert [divided(paragraph, "ru") or undivided(paragraph) for paragraph in as_file] == [None, None]
