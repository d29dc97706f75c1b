"""What a plain text is read as: each kind of text stands for many like it."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest

from l10n.documents.plain import read
from l10n.model import Block
from l10n.segmentation import sentences

FIRST = (
    "Die Brücke über den Fluss bleibt bis zum Herbst gesperrt, weil die Prüfer am Mittwoch neue Risse im tragenden "
    "Beton gefunden haben. Wer in die Altstadt will, muss den langen Umweg über das Wehr nehmen."
)
SECOND = (
    "Der Bürgermeister bat um Geduld und versprach, dass die Arbeiten noch in diesem Monat beginnen. Die Händler am "
    "Ufer fürchten trotzdem um ihr Geschäft, denn viele Kunden kommen seit Tagen nicht mehr."
)
STANZA = ("Der Kahn liegt still, der Abend ruht,", "die Möwen sind verschwunden.", "Wer jetzt noch rudert, tut es gut,")
ADDRESS = ("Bauamt der Stadt", "Am Markt 1", "12345 Musterstadt")


def _read(text: str) -> list[tuple[str, str]]:
    """The kinds and texts of the blocks, each text in one line."""
    return [(block.kind.value, " ".join(block.text.split())) for block in _blocks(text)]


def _blocks(text: str) -> tuple[Block, ...]:
    return read(text.encode(), Path("a.txt"), lambda words: sentences(words, "de")).blocks


def _wrapped(width: int) -> str:
    return f"Brücke gesperrt\n\n{fill(FIRST, width)}\n\n{fill(SECOND, width)}\n"


PROSE = [("heading", "Brücke gesperrt"), ("paragraph", FIRST), ("paragraph", SECOND)]
AROUND = [
    pytest.param("\n".join(ADDRESS), [("address", line) for line in ADDRESS], id="an address"),
    pytest.param("\n".join(STANZA), [("verse", line) for line in STANZA], id="verse"),
    pytest.param("- Brot,\n- Salz.", [("list item", "Brot,"), ("list item", "Salz.")], id="a list"),
    pytest.param("1. Brot\n2. Salz", [("list item", "Brot"), ("list item", "Salz")], id="a numbered list"),
    pytest.param("***", [], id="a rule"),
    pytest.param("> Brot?", [("quotation", "Brot?")], id="a quotation"),
    pytest.param(
        "Brot    2 Euro\nSalz    1 Euro",
        [("table cell", cell) for cell in ("Brot", "2 Euro", "Salz", "1 Euro")],
        id="a table",
    ),
]


@pytest.mark.parametrize("width", [44, 66, 80])
@pytest.mark.parametrize(("other", "blocks"), AROUND)
def test_what_stands_beside_prose_does_not_change_how_it_is_read(
    width: int, other: str, blocks: list[tuple[str, str]]
) -> None:
    assert _read(f"{_wrapped(width)}\n{other}\n") == [*PROSE, *blocks]
    assert _read(f"{_wrapped(width)}\n{other}\n\n{fill(FIRST, width)}\n") == [*PROSE, *blocks, ("paragraph", FIRST)]


@pytest.mark.parametrize("width", [44, 66, 80])
@pytest.mark.parametrize("other", ["Zimmer 7\nMusterstadt\nTelefon: 0123 456-789", "- Brot,\n- Salz.", "***"])
def test_no_blank_line_is_needed_after_the_end_of_a_paragraph(width: int, other: str) -> None:
    assert _read(f"{fill(FIRST, width)}\n{other}\n")[0] == ("paragraph", FIRST)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(
            "Die Frist endet am\n31. Dezember 2026. Das Amt nimmt sie\nwie beim letzten\nMal an.",
            ["paragraph: Die Frist endet am 31. Dezember 2026. Das Amt nimmt sie wie beim letzten Mal an."],
            id="few and ragged lines",
        ),
        pytest.param(
            "Liebe Alle,\n\nam Sonntag um 15 Uhr ist nun unser\nSommerfest. Es gibt Kuchen und ganz viele\nSpiele.",
            [
                "paragraph: Liebe Alle,",
                "paragraph: am Sonntag um 15 Uhr ist nun unser Sommerfest. Es gibt Kuchen und ganz viele Spiele.",
            ],
            id="all lines begin with nouns",
        ),
        pytest.param(
            "Zutaten:\n1. 40 g Zucker\n2. 2 TL Salz\n***\nAlles verrühren.",
            ["paragraph: Zutaten:", "list item: 40 g Zucker", "list item: 2 TL Salz", "paragraph: Alles verrühren."],
            id="amounts in a list",
        ),
        pytest.param(
            "Zutaten:\n\n40 g Zucker\n2 Eier\n\nAlles verrühren.",
            ["paragraph: Zutaten:", "line: 40 g Zucker", "line: 2 Eier", "paragraph: Alles verrühren."],
            id="amounts",
        ),
        pytest.param(
            "- Ein Punkt, der über eine Zeile hinaus-\n  geht und noch weiter.\n  - Ein Unterpunkt\n- [x] Getan",
            [
                "list item: Ein Punkt, der über eine Zeile hinaus- geht und noch weiter.",
                "list item: Ein Unterpunkt",
                "list item: Getan",
            ],
            id="items of several lines, and within each other",
        ),
        pytest.param(
            "(1) Die Würde ist unantastbar. Sie zu achten ist\nVerpflichtung aller Gewalt.\n(2) Das gilt.",
            [
                "list item: Die Würde ist unantastbar. Sie zu achten ist Verpflichtung aller Gewalt.",
                "list item: Das gilt.",
            ],
            id="items that go on at the margin",
        ),
        pytest.param(
            "> Wer in die Altstadt will, muss den Umweg\n> über das Wehr nehmen.\n>\n>> Warum?\n> - Darum.\n\nGut.",
            [
                "quotation: Wer in die Altstadt will, muss den Umweg über das Wehr nehmen.",
                "quotation: Warum?",
                "list item: Darum.",
                "paragraph: Gut.",
            ],
            id="quotations",
        ),
        pytest.param(
            ">>Kommst du?<<\n>>Nein<<, sagte sie.",
            ["heading: >>Kommst du?<<", "paragraph: >>Nein<<, sagte sie."],
            id="guillemets are no quote marks",
        ),
        pytest.param(
            "Inhalt\n\n1. Der Bau ...... 3\n   1.1 Die Planung . . . . . 4\n2. Das Ende _______",
            ["heading: Inhalt", "list item: Der Bau", "line: 1.1 Die Planung", "list item: Das Ende"],
            id="a table of contents",
        ),
        pytest.param(
            "Titel\n=====\n\n== Kapitel ==\n\n# Abschnitt\n\nEin Satz.",
            ["heading: Titel", "heading: Kapitel", "heading: Abschnitt", "paragraph: Ein Satz."],
            id="decorated headings",
        ),
        pytest.param(
            "| Tag | Essen |\n|-----|-------|\n| Montag | Suppe |\n\nName\tAlter\nAnna\t33",
            [f"table cell: {cell}" for cell in ("Tag", "Essen", "Montag", "Suppe", "Name", "Alter", "Anna")],
            id="bars and tabs; a number alone is nobody's text",
        ),
        pytest.param(
            "Ein Satz ist da.\n\nMit Grüßen\n\nAnna Muster",
            ["paragraph: Ein Satz ist da.", "line: Mit Grüßen", "line: Anna Muster"],
            id="what nothing follows is no heading",
        ),
        pytest.param(
            "Titel\nZeile darunter\n\nEin Satz ist da.",
            ["heading: Titel", "heading: Zeile darunter", "paragraph: Ein Satz ist da."],
            id="a title of two lines",
        ),
        pytest.param(
            "Wer in die Altstadt will, der muss nun den Umweg über das alte Wehr nehmen.\n"
            "Das dauert bei gutem Wetter so lange wie sonst der Weg in das Nachbardorf.\n"
            "Bei schlechtem Wetter aber bleibt das Wehr gesperrt, und dann muss man sich\n"
            "ein Boot mieten.",
            [
                (
                    "paragraph: Wer in die Altstadt will, der muss nun den Umweg über das alte Wehr nehmen. "
                    "Das dauert bei gutem Wetter so lange wie sonst der Weg in das Nachbardorf. "
                    "Bei schlechtem Wetter aber bleibt das Wehr gesperrt, und dann muss man sich ein Boot mieten."
                )
            ],
            id="a wrapped paragraph of which most lines end as sentences do",
        ),
        pytest.param(
            "[Zutaten]\nTeig\n2 Eier\n200 g Mehl\n\nAlles verrühren.",
            ["line: [Zutaten]", "line: Teig", "line: 2 Eier", "line: 200 g Mehl", "paragraph: Alles verrühren."],
            id="a list at the beginning is no title",
        ),
        pytest.param(
            "Ein Satz ist da.\n\nMit Grüßen\nAnna Muster\n\n-- \nVerein Alte Halle Ost e. V.\nWeg 1\n01067 Musterstadt",
            [
                "paragraph: Ein Satz ist da.",
                "line: Mit Grüßen",
                "line: Anna Muster",
                "address: Verein Alte Halle Ost e. V.",
                "address: Weg 1",
                "address: 01067 Musterstadt",
            ],
            id="the address of a club whose name ends with an initial",
        ),
        pytest.param(
            "1. Mai\n\nEs regnet.\n\n2. Mai\n\nEs schneit.",
            ["heading: 1. Mai", "paragraph: Es regnet.", "heading: 2. Mai", "paragraph: Es schneit."],
            id="numbers apart are no list",
        ),
    ],
)
def test_each_text_has_its_blocks(text: str, blocks: list[str]) -> None:
    assert [": ".join(block) for block in _read(text)] == blocks


def test_a_dash_within_a_sentence_is_no_bullet_wherever_the_line_ends() -> None:
    text = f"{FIRST} Die Halle – sie steht leer – wird im Herbst, so will es der Rat – endlich –, abgerissen."
    for width in range(40, 90):
        wrapped = fill(text, width)
        assert _read(wrapped) == [("paragraph", text)]
        assert _read(wrapped.replace("–", "-")) == [("paragraph", text.replace("–", "-"))]


def test_a_heading_may_stand_right_above_a_wrapped_paragraph() -> None:
    assert _read(f"Brücke gesperrt\n{fill(FIRST, 60)}\n") == [("heading", "Brücke gesperrt"), ("paragraph", FIRST)]


def test_paragraphs_may_be_told_by_their_indentation() -> None:
    text = "\n".join(fill(words, 60, initial_indent="   ") for words in (FIRST, SECOND, FIRST))
    assert _read(text) == [("paragraph", FIRST), ("paragraph", SECOND), ("paragraph", FIRST)]


def test_lines_of_a_quotation_are_pieces_and_know_their_line() -> None:
    (block,) = _blocks("> Wer in die Altstadt will, muss den Umweg\r\n> über das Wehr nehmen.")
    assert [piece.text for piece in block.pieces] == [
        "Wer in die Altstadt will, muss den Umweg",
        "\r\n",
        "über das Wehr nehmen.",
    ]


@pytest.mark.parametrize(
    "line",
    ["> " * 10_000 + "Tief.", "- " * 10_000 + "Tief.", " " * 100_000 + "Tief."],
    ids=["quotes", "bullets", "spaces"],
)
def test_marks_may_be_as_deep_as_they_like(line: str) -> None:
    (block,) = _blocks(line)
    assert block.text == "Tief."
