"""What is added, left out or cut off shows, and what a free translation does with its sentences does not."""

from __future__ import annotations

import pytest

from tests.checks.test_number_edges import hits

ONE = "Der alte Hafen wurde im Frühjahr geschlossen, weil niemand mehr dort anlegte, und die Kräne wurden verkauft."
WHOLE = "The old harbour was closed in spring because nobody called there any longer, and the cranes were sold."
SPLIT = (
    "The old harbour was closed to all ships in the spring. "
    "Nobody called there any longer, and its many cranes were sold."
)
SHOPS = "Im Juli stieg der Umsatz der kleinen Läden um zwei Prozent."


def _notes(source: str, target: str, languages: str = "de-en") -> list[str]:
    return [hit.message for hit in hits("length", source, target, languages)]


def test_a_sentence_made_two_is_no_sentence_more() -> None:
    assert not _notes(ONE, SPLIT)


def test_a_further_sentence_is() -> None:
    assert _notes(ONE, f"{WHOLE} Many call it a bad mistake.") == ["perhaps a sentence more: 130 characters for 108"]


def test_two_sentences_made_one_lack_none() -> None:
    source = f"{SHOPS} Bei den großen Häusern sank er jedoch im gleichen Monat."
    assert not _notes(source, "In July the small shops sold two per cent more, and the large houses rather less.")


def test_a_sentence_left_out_is_noted() -> None:
    source = f"{SHOPS} Das hatte niemand erwartet, wie wir gestern hörten."
    (message,) = _notes(source, "In July the small shops sold two per cent more.")
    assert "short" in message or "a sentence less" in message


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Wir treffen uns am Dienstag vor dem alten Rathaus.", "Biz çərşənbə axşamı köhnə.", 1),
        ("Wir treffen uns am Dienstag vor dem alten Rathaus.", "Biz çərşənbə axşamı orada görüşürük.", 0),
        ("Heute verhandeln sie über den Frieden – ohne Moskau.", "Bu gün sülhü müzakirə edirlər – Moskvasız.", 0),
        ("Viel Glück im neuen Jahr.", "Yeni iliniz mübarək.", 0),  # nothing is said of a few words
    ],
)
def test_a_text_that_ends_without_its_verb_is_noted(source: str, target: str, expected: int) -> None:
    assert len(hits("cut-off", source, target, "de-az")) == expected


@pytest.mark.parametrize(
    ("languages", "source", "target", "expected"),
    [
        ("en-ru", "There is no light in the cellar.", "В подвале горит свет.", 1),
        ("en-uk", "Nobody knows, and no one asks.", "Усі знають, і всі питають.", 1),
        ("en-uk", "Bees see not only colours but also patterns.", "Бджоли бачать лише кольори, а й візерунки.", 1),
        ("en-uk", "Bees see not only colours but also patterns.", "Бджоли бачать не лише кольори, а й візерунки.", 0),
        ("en-uk", "Bees see not only colours but also patterns.", "Бджоли бачать як кольори, так і візерунки.", 0),
        ("en-de", "It did not open until March.", "Es öffnete erst im März.", 0),
        ("en-ru", "Isn't it time to rest?", "Может, пора отдохнуть?", 0),
        ("en-ru", "They do not understand it.", "Они это понимают.", 1),
        ("de-az", "Die Art war nicht bekannt.", "Növü naməlum idi.", 0),
    ],
)
def test_a_lost_negation(languages: str, source: str, target: str, expected: int) -> None:
    assert len(hits("negation", source, target, languages)) == expected


@pytest.mark.parametrize(
    ("check", "languages", "source", "target", "expected"),
    [
        ("places", "de-ru", "Der neue Minister kam gestern aus Polen.", "Новый министр приехал вчера.", 1),
        ("places", "de-ru", "Der neue Minister kam aus Polen.", "Новый министр приехал вчера из соседней страны.", 0),
        ("calendar", "en-uk", "The council meets again on Friday.", "Рада збереться знову за кілька днів уранці.", 0),
        ("names", "en-ru", "It lies in the UK.", "Это в Соединённом Королевстве.", 0),
        ("names", "en-ru", "She is the CEO of the shop.", "Она директор магазина.", 0),
        ("names", "en-ru", "The price is set by the OPEC.", "Цену устанавливают страны.", 1),
    ],
)
def test_what_may_be_said_in_another_way_is_noted_where_the_text_is_shorter(
    check: str, languages: str, source: str, target: str, expected: int
) -> None:
    assert len(hits(check, source, target, languages)) == expected
