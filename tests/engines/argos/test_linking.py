"""Links between a text and its translation: of the pieces that the model reads and writes, as people see them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import sentencepiece
from hypothesis import given
from hypothesis import strategies as st

from l10n.engines import FAINT, Decoding, Hypothesis, Link
from l10n.engines.argos.demo.builder import build_package
from l10n.engines.argos.opening import Argos
from l10n.engines.argos.packages.store import installed
from l10n.engines.decoding.linking import links
from l10n.engines.decoding.tokenization import SPACE, SentencePiece, piece_spans

GLOSS = {"Der": "The", "den": "the", "Hund": "dog", "sieht": "sees", "im Dorf": "in town", "doch": ""}
LINKED = Decoding(links=True)


@pytest.fixture(scope="module")
def argos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Argos]:
    folder = tmp_path_factory.mktemp("linking")
    build_package(folder, "de", "en", GLOSS)
    (package,) = installed(folder)
    with Argos(package) as engine:
        yield engine


def best(argos: Argos, text: str, how: Decoding = LINKED) -> Hypothesis:
    ((_, hypotheses),) = argos.translate([text], how)
    return hypotheses[0]


def linked(text: str, hypothesis: Hypothesis) -> list[tuple[str, str]]:
    """Which words became which, without marks."""
    words = [(text[slice(*link.source)], hypothesis.text[slice(*link.target)]) for link in hypothesis.links]
    return [(here, there) for here, there in words if here.isalnum() or " " in here]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Der Hund sieht.", [("Der", "The"), ("Hund", "dog"), ("sieht", "sees")], id="words"),
        pytest.param("  Der Hund\u00a0sieht ", [("Der", "The"), ("Hund", "dog"), ("sieht", "sees")], id="odd spaces"),
        pytest.param("Der Hund im Dorf!", [("Der", "The"), ("Hund", "dog"), ("im Dorf", "in town")], id="a phrase"),
        pytest.param("Der sieht doch Hund", [("Der", "The"), ("sieht", "sees"), ("Hund", "dog")], id="a dropped word"),
        pytest.param("😀 „Der“ Hund…", [("Der", "The"), ("Hund", "dog")], id="characters in bytes, marks"),
    ],
)
def test_links_say_which_words_became_which(argos: Argos, text: str, expected: list[tuple[str, str]]) -> None:
    hypothesis = best(argos, text)
    assert linked(text, hypothesis) == expected
    assert all(FAINT <= link.weight <= 1 for link in hypothesis.links)


def test_equal_words_are_told_apart(argos: Argos) -> None:
    hypothesis = best(argos, "Der Hund sieht den Hund.")
    assert hypothesis.text == "The dog sees the dog."
    dogs = [(link.source, link.target) for link in hypothesis.links if hypothesis.text[slice(*link.target)] == "dog"]
    assert dogs == [((4, 8), (4, 7)), ((19, 23), (17, 20))]


def test_links_come_only_if_asked_for_and_change_no_translation(argos: Argos) -> None:
    text = "Der Hund sieht den Hund."
    plain, with_links = best(argos, text, Decoding()), best(argos, text)
    assert plain.links == ()
    assert with_links.links
    assert (with_links.text, with_links.score) == (plain.text, plain.score)


def test_every_hypothesis_has_its_own(argos: Argos) -> None:
    ((_, hypotheses),) = argos.translate(["Der Hund sieht."], Decoding(hypotheses=4, links=True))
    for hypothesis in hypotheses:
        assert hypothesis.links
        assert all(link.target[1] <= len(hypothesis.text) for link in hypothesis.links)


def test_a_text_made_clause_by_clause_has_none(argos: Argos) -> None:
    clause = "sieht " * 300 + "Hund,"
    hypothesis = best(argos, f"{clause} {clause} Hund")
    assert hypothesis.text.endswith("dog, dog")
    assert hypothesis.links == ()


def test_faint_links_are_left_out() -> None:
    attention = [[0.94, FAINT / 2], [FAINT, 0.9]]
    assert links([(0, 1), (2, 3)], [(0, 2), (3, 5)], attention) == (
        Link((0, 1), (0, 2), 0.94),
        Link((0, 1), (3, 5), FAINT),
        Link((2, 3), (3, 5), 0.9),
    )


def test_attention_of_another_shape_gives_none() -> None:
    assert links([(0, 1)], [(0, 1)], []) == ()
    assert links([(0, 1)], [(0, 1)], [[0.5, 0.5]]) == ()


PIECES = st.lists(st.text("abé¾😀. ", min_size=1), max_size=8)


@given(PIECES)
def test_each_piece_is_found_in_the_text_that_they_make(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = piece_spans(text.strip(), [piece.replace(" ", SPACE) for piece in pieces])
    assert [text.strip()[slice(*span)] if span else "" for span in spans] == [piece.strip() for piece in pieces]


@given(st.text(min_size=1, max_size=9))
def test_a_character_in_bytes_is_where_its_last_byte_is(text: str) -> None:
    raw = [f"<0x{byte:02X}>" for byte in text.encode()]
    spans = [span for span in piece_spans(text, raw) if span]
    assert [text[slice(*span)] for span in spans] == [sign for sign in text if not sign.isspace()]


def test_pieces_of_another_text_are_nowhere() -> None:
    assert piece_spans("the cat", [f"{SPACE}the", f"{SPACE}dog"]) == [None, None]


def test_letters_that_are_normalized_count_as_they_stand(tmp_path: Path) -> None:
    """As trained packages have it: `…` is read as three full stops, spaces are made one."""
    buffer = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["das haus sieht den hund im dorf ..."] * 9),
        model_writer=buffer,
        model_type="bpe",
        vocab_size=40,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    (tmp_path / "sentencepiece.model").write_bytes(buffer.getvalue())
    tokenizer = SentencePiece(tmp_path / "sentencepiece.model")
    text = "das… \u00a0haus"
    pieces = tokenizer.encode(text)
    shown = [text[slice(*span)] for span in tokenizer.spans(text, pieces) if span]
    assert "".join(shown) == "das…haus"
    assert "..." in "".join(pieces)
