"""Paragraphs are lines, or in a hard-wrapped text what stands between blank lines."""

from textwrap import fill

import pytest

from l10n.documents.layout.headings import is_heading
from l10n.documents.paragraphs import paragraphs

FIRST = (
    "Die Brücke über den Fluss bleibt bis zum Herbst gesperrt, weil die Prüfer am Mittwoch neue Risse im tragenden "
    "Beton gefunden haben. Wer in die Altstadt will, muss den langen Umweg über das Wehr nehmen."
)
SECOND = (
    "Der Bürgermeister bat um Geduld und versprach, dass die Arbeiten noch in diesem Monat beginnen. Die Händler am "
    "Ufer fürchten trotzdem um ihr Geschäft, denn viele Kunden kommen seit Tagen nicht mehr."
)
POEM = """Der Regen fällt auf Dach und Stein,
der Wind singt um die Ecken,
der Kater schläft am Ofen ein
und lässt sich gar nicht wecken.
Die Kinder malen Schiffe, Wal
und Mond auf alte Blätter,
und niemand fragt zum dritten Mal:
Wann gibt es gutes Wetter?"""
ADDRESS = "Bauamt der Stadt\nAm Markt 1\n12345 Musterstadt\nTelefon 0123 456\nZimmer 7"
LIST = "- Brot und Butter\n- ein halbes Pfund Kaffee aus dem Laden am Markt\n- Äpfel\n- Kerzen für den Abend\n- Salz"
HEADLINES = """Stadtrat streitet über den Haushalt des nächsten Jahres
Neue Linie fährt ab Montag
Feuerwehr rettet Katze vom Dach der alten Mühle am Bach
Schwimmbad öffnet wieder
Theater sucht Stimmen für den großen Chor im Sommer"""


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=ascii)
def test_a_line_is_a_paragraph(line_break: str) -> None:
    assert texts(line_break.join(("Titel", "Ein Satz.", "", "  Noch einer. "))) == ["Titel", "Ein Satz.", "Noch einer."]


@pytest.mark.parametrize("space", ["\u2028", "\u0085", "\x0b", "\x0c", "\x1c", "\u2029"], ids=ascii)
def test_other_separators_are_white_space_within_a_line(space: str) -> None:
    assert texts(f"Ein{space}Satz.{space}") == [f"Ein{space}Satz."]


def test_a_text_without_words_has_no_paragraphs() -> None:
    assert paragraphs("") == []
    assert paragraphs(" \n\u2028\r\n") == []


@pytest.mark.parametrize("width", [50, 60, 66, 72, 80])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=ascii)
def test_lines_of_a_wrapped_text_belong_together(width: int, line_break: str) -> None:
    blocks = ["Brücke gesperrt", fill(FIRST, width), fill(SECOND, width)]
    wrapped = "\n\n".join(blocks).replace("\n", line_break)
    assert texts(wrapped) == [block.replace("\n", line_break) for block in blocks]


def test_a_break_in_the_middle_of_a_sentence_ends_no_paragraph_however_wide_its_lines() -> None:
    assert texts(fill(FIRST, 200)) == [fill(FIRST, 200)]


def test_one_long_line_does_not_hide_that_a_text_is_wrapped() -> None:
    address = "https://www.beispiel.de/" + "lang/" * 20 + " steht"
    blocks = [fill(FIRST, 40), fill(SECOND, 40), fill(FIRST, 40), fill(SECOND, 40), f"{address}\nzum Nachlesen da."]
    assert texts("\n\n".join(blocks)) == blocks


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(POEM, id="a poem"),
        pytest.param(ADDRESS, id="an address"),
        pytest.param(LIST, id="a list"),
        pytest.param(HEADLINES, id="headlines"),
        pytest.param(f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}", id="one paragraph a line"),
        pytest.param("ja und\nnein oder\nvielleicht doch\nnicht immer", id="short lines"),
    ],
)
def test_other_texts_are_not_taken_for_wrapped_ones(text: str) -> None:
    assert texts(text) == text.split("\n")[: len(texts(text))]
    assert len(texts(text)) == len(text.strip().split("\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Brücke bleibt gesperrt",
        "Was nun?",
        "„Wir bauen neu“",
        "1. Einleitung",
        "Verkehr: Neue Brücke für die Altstadt",
        "Von Moskau nach Berlin",
        "Die Wahl 2024",
        "BRÜCKE GESPERRT!",
    ],
)
def test_a_short_line_without_a_final_mark_is_a_heading(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Die Brücke ist zu.", id="a sentence"),
        pytest.param("„Wir bauen neu.“", id="a sentence in quotes"),
        pytest.param("„Was nun?“", id="a question in quotes"),
        pytest.param("– Was nun?", id="a question after a dash"),
        pytest.param("Und dann …", id="an ellipsis"),
        pytest.param("Die Gründe:", id="a colon"),
        pytest.param("3. Mai 2024", id="a date"),
        pytest.param("Berlin, 3. Mai 2024", id="a place and a date"),
        pytest.param("Montag, den 03.05.2024, 15.30 Uhr", id="a date and a time"),
        pytest.param("2024-05-03", id="an ISO date"),
        pytest.param("Von Max Muster", id="a byline"),
        pytest.param("Text: Max Muster und Anna von der Heide", id="a byline of two"),
        pytest.param("• Brot und Butter", id="a list item"),
        pytest.param("a) Brot und Butter", id="a lettered list item"),
        pytest.param("Brücke\ngesperrt", id="two lines"),
        pytest.param("", id="nothing"),
        pytest.param(
            "Warum die Brücke nach so vielen Jahren noch immer nicht fertig gebaut ist?", id="a long question"
        ),
        pytest.param("Wort " * 30, id="a long line"),
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    assert not is_heading(line)
