"""What stands in the template, and contexts that depend on content alone."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.template import contexts, template
from l10n.model import Block, BlockKind, Document, Segment

texts = st.lists(st.sampled_from("ABCD"), max_size=12)


def _document(*blocks: tuple[BlockKind, list[str]], reference: str = "a.txt") -> Document:
    numbers: Counter[BlockKind] = Counter()
    made = []
    for line, (kind, sentences) in enumerate(blocks, 1):
        numbers[kind] += 1
        level = int(kind is BlockKind.HEADING)
        segments = tuple(Segment(text, 0, 0, line) for text in sentences)
        made.append(Block(kind, numbers[kind], (), 0, line, level, segments))
    return Document("a", reference, "plain", b"", "", tuple(made))


def test_comments_tell_kind_place_and_neighbours() -> None:
    document = _document((BlockKind.HEADING, ["Titel"]), (BlockKind.PARAGRAPH, ["Eins.", "Zwei."]))
    title, one, two = template(document)
    assert title.extracted == ("heading 1", "next: Eins.")
    assert one.extracted == ("paragraph 1, sentence 1", "previous: Titel", "next: Zwei.")
    assert two.extracted == ("paragraph 1, sentence 2", "previous: Eins.")
    assert [entry.references for entry in (title, one, two)] == [("a.txt:1",), ("a.txt:2",), ("a.txt:2",)]
    assert [entry.msgctxt for entry in (title, one, two)] == [None, None, None]


def test_a_file_name_with_spaces_stays_one_reference() -> None:
    (entry,) = template(_document((BlockKind.HEADING, ["Titel"]), reference="mein text.txt"))
    assert entry.references == ("\u2068mein text.txt\u2069:1",)


@given(texts)
def test_no_two_segments_share_text_and_context(sentences: list[str]) -> None:
    keys = list(zip(sentences, contexts(sentences), strict=True))
    assert len(set(keys)) == len(keys)


@given(texts)
def test_only_repeated_segments_have_a_context(sentences: list[str]) -> None:
    counts = Counter(sentences)
    for text, context in zip(sentences, contexts(sentences), strict=True):
        assert (context is None) == (counts[text] == 1)


@given(texts, st.data())
def test_a_sentence_inserted_elsewhere_changes_no_context(sentences: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sentences)))
    before = contexts(sentences)
    after = contexts([*sentences[:place], "NEW", *sentences[place:]])
    far = [index for index in range(len(sentences)) if index not in (place - 1, place)]
    del after[place]
    distinct = [index for index in far if "#" not in str(before[index]) + str(after[index])]
    unchanged = [index for index in distinct if str(before[index]).split()[0] == str(after[index]).split()[0]]
    assert unchanged == distinct
