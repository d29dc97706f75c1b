"""The time of an update grows with what is updated, and no faster, whatever the texts are."""

from __future__ import annotations

from collections import Counter

import pytest

from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.merging.merge import merge
from l10n.catalogue.merging.recollection import memories, recalled
from l10n.catalogue.merging.similarity import similarity, word_diff
from l10n.catalogue.template import contexts
from l10n.model import Entry
from l10n.text.cosmetics import carried_over
from l10n.updating.moves import moves
from tests.growing import grows_with_its_size, takes_time_with_its_size


def _entries(texts: list[str], translation: str = "") -> list[Entry]:
    named = zip(texts, contexts(texts), strict=True)
    return [Entry(text, translation and f"{translation} {number}", name) for number, (text, name) in enumerate(named)]


def test_equal_sentences_that_move_to_another_document() -> None:
    def step(size: int) -> None:
        old, template = _entries(["Ja."] * size, "Да"), _entries(["Ja."] * size)
        assert len(moves({"a": old, "b": []}, {"a": _entries(["Nein."]), "b": template})) == size

    assert grows_with_its_size(step, 60)


@pytest.mark.parametrize("count", [30, 60, 120])
def test_all_of_them_move_however_many_there_are(count: int) -> None:
    old, template = _entries(["Ja."] * count, "Да"), _entries(["Ja."] * count)
    chosen = moves({"a": old, "b": [], "c": []}, {"a": [], "b": template[: count // 3], "c": template[count // 3 :]})
    assert Counter(move.recipient for move in chosen) == {"b": count // 3, "c": count - count // 3}
    assert len({move.entry.msgstr for move in chosen}) == count


def test_many_documents_that_exchange_their_sentences() -> None:
    def step(size: int) -> None:
        texts = {f"{number:05}": [f"Satz {number}.", "Ende."] for number in range(size)}
        names = list(texts)
        catalogues = {name: _entries(own, "Фраза") for name, own in texts.items()}
        templates = {name: _entries(texts[other]) for name, other in zip(names, names[1:] + names[:1], strict=True)}
        assert len(moves(catalogues, templates)) == size

    assert grows_with_its_size(step, 20)


def test_obsolete_twins_of_one_key() -> None:
    assert grows_with_its_size(lambda size: merge([Entry("a", "b", obsolete=True)] * size, [Entry("c", "")]), 100)


def test_a_join_of_many_sentences_that_is_taken_back() -> None:
    def step(size: int) -> None:
        pairs = [(f"Satz {number} ist da.", f"Dann {number} kam er.") for number in range(size)]
        apart = [text for pair in pairs for text in pair]
        old = [sign(entry, "Anna", "2026-11-30") for entry in _entries(apart, "Фраза")]
        joined = merge(old, _entries([" ".join(pair) for pair in pairs])).entries
        assert not merge(joined, _entries(apart)).new

    assert grows_with_its_size(step, 10)


def test_a_change_of_a_text_with_equal_words() -> None:
    assert takes_time_with_its_size(lambda size: word_diff("a " * size, "a b " * size), 2_000)


def test_what_such_a_text_begins_and_ends_with_is_seen() -> None:
    words = [str(number) for number in range(1_200)]
    changed = [*words[:400], "neu", *words[403:]]
    expected = [*words[:400], "[-400 401 402-]", "{+neu+}", *words[403:]]
    assert word_diff(" ".join(words), " ".join(changed)) == " ".join(expected)
    assert word_diff("a " * 1_200, "a " * 1_100) == " ".join(["a"] * 1_100 + [f"[-{' '.join(['a'] * 100)}-]"])


def test_two_long_texts_are_compared() -> None:
    assert takes_time_with_its_size(lambda size: similarity("ab c" * size, "c ba" * size), 100_000)
    assert similarity("eins zwei " * 1_000, "drei eins " * 1_000) == 0.5
    assert similarity(" " * 20_000, "") == 0


def test_a_cosmetic_edit_of_a_row_of_full_stops_and_of_many_numbers() -> None:
    assert takes_time_with_its_size(lambda size: carried_over("." * size + "a", "." * size + " a", "b"), 5_000)
    before, after = _numbers(1_000, 0), _numbers(1_000, 1)
    carried = carried_over(before, after, before)
    assert carried
    assert carried.text == after
    assert takes_time_with_its_size(lambda size: carried_over(_numbers(size, 0), _numbers(size, 1), "x"), 500)


def _numbers(count: int, odd: int) -> str:
    return " ".join(f"{1_000_000 + 2 * number + odd}" for number in range(count))


def test_a_part_of_a_long_text_is_found_between_sentences() -> None:
    first, second = "Слово " * 400 + "есть.", "Другое " * 400 + "тоже."
    apart = [
        sign(entry, "Anna", "2026-11-30")
        for entry in (Entry("Eins ist lang.", first), Entry("Zwei ist länger.", second))
    ]
    joined = merge(apart, [Entry("Eins ist lang. Zwei ist länger.", "")]).entries
    back = recalled(memories(joined), Entry("Zwei ist länger.", ""))
    assert back
    assert back.msgstr == second
