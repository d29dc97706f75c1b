"""What stays in a translation is the same key in both languages."""

from __future__ import annotations

import pytest

from l10n.alignment import TextSentence
from l10n.alignment.keys import keys
from l10n.alignment.lexicon import learnt, stems
from l10n.glossary import Glossary
from l10n.glossary.term import Term


def _keys(text: str, lang: str, glossary: Glossary | None = None) -> frozenset[str]:
    return keys(TextSentence(text), lang, glossary)


@pytest.mark.parametrize(
    ("source", "target", "key"),
    [
        ("Er zahlte 1.250,5 Euro.", "Он заплатил 1250,5 евро.", "number 1250.5"),
        ("Am 9. Mai kam er.", "9 мая он пришёл.", "meaning month 5"),
        ("Merkel sprach.", "Меркель выступила.", "name"),
        ("Kam er?", "Он пришёл?", "mark ?"),
        ("Siehe example.org/a.", "См. example.org/a.", "code"),
        ("Es war Montag.", "Был понедельник.", "meaning weekdays"),
    ],
)
def test_german_and_russian_have_the_key(source: str, target: str, key: str) -> None:
    shared = _keys(source, "de") & _keys(target, "ru")
    assert [own for own in shared if own == key or own.startswith(f"{key} ")]


def test_a_mark_of_chinese_is_that_of_german() -> None:
    assert "mark ?" in _keys("他来了吗？", "zh") & _keys("Kam er?", "de")


def test_a_term_of_the_glossary_is_a_key() -> None:
    term = Term({"de": ("Bundestag",), "ru": ("бундестаг",)})
    glossary = Glossary((term,))
    assert any(
        key.startswith("term ")
        for key in _keys("Der Bundestag.", "de", glossary) & _keys("Это бундестаг.", "ru", glossary)
    )


def test_only_the_first_sentence_of_a_block_has_its_kind() -> None:
    assert "block heading 2" in keys(TextSentence("Titel", "heading 2"), "de")
    assert "start" not in keys(TextSentence("Satz."), "de")


def test_words_that_are_always_together_are_linked_and_not_their_neighbours() -> None:
    texts = [
        ("rot Haus", "red house"),
        ("rot Auto", "red car"),
        ("Haus Tor", "house gate"),
        ("Auto Tor", "car gate"),
    ] * 5
    lexicon = learnt([(stems(source, "de"), stems(target, "en")) for source, target in texts])
    assert {word: lexicon.sources[word] for word in ("rot", "haus")} == {
        "rot": lexicon.targets["red"],
        "haus": lexicon.targets["house"],
    }
    assert all(0.5 < recall < 1 for recall in lexicon.recall.values())


def test_two_words_that_met_once_are_not_linked() -> None:
    assert not learnt([(frozenset({"a", "b"}), frozenset({"c", "d"}))]).sources
