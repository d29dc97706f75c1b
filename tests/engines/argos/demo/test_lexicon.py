from __future__ import annotations

import re
from pathlib import Path

import pytest

from l10n.engines.argos.demo import lexicon
from l10n.errors import L10nError
from tests.conftest import ARTICLE

HEADER = "de\ten\tru\taz\tuk"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "words.tsv"


def write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def test_the_lexicon_of_the_demo_agrees_with_itself() -> None:
    rows = lexicon.read()
    assert all(lexicon.gloss(rows, *pair) for pair in (("de", "en"), ("en", "ru"), ("en", "az"), ("en", "uk")))


def test_a_row_gives_one_word_to_each_language_and_its_place(path: Path) -> None:
    entries = lexicon.read(write(path, "# nouns", "", "Haus\thouse\tдом\tev\tбудинок"))
    words = {"de": "Haus", "en": "house", "ru": "дом", "az": "ev", "uk": "будинок"}
    assert entries == [lexicon.LexiconRow(f"{path}:4", words)]


def test_comments_may_stand_above_the_header(path: Path) -> None:
    path.write_text(f"# Words of the demo.\n{HEADER}\nHaus\thouse\tдом\tev\tбудинок\n", encoding="utf-8")
    assert len(lexicon.read(path)) == 1


def test_an_empty_translation_is_a_dropped_word_and_an_empty_source_is_no_word(path: Path) -> None:
    rows = lexicon.read(write(path, "doch\t\t\t\t", "im\tin the\tв\t\tв"))
    assert lexicon.gloss(rows, "de", "en") == {"doch": "", "im": "in the"}
    assert lexicon.gloss(rows, "en", "az") == {"in the": ""}


def test_two_german_words_may_share_an_english_one_that_means_the_same_elsewhere(path: Path) -> None:
    rows = lexicon.read(write(path, "der\tthe\t\t\t", "die\tthe\t\t\t", "der\tthe\t\t\t"))
    assert lexicon.gloss(rows, "de", "en") == {"der": "the", "die": "the"}
    assert lexicon.gloss(rows, "en", "ru") == {"the": ""}


@pytest.mark.parametrize(
    ("rows", "source", "target"),
    [
        pytest.param(("sie\tthey\tони\tonlar\tвони", "Sie\tthey\tвы\tsiz\tви"), "en", "ru", id="pivot"),
        pytest.param(("See\tlake\tозеро\tgöl\tозеро", "See\tsea\tморе\tdəniz\tморе"), "de", "en", id="source"),
    ],
)
def test_rows_that_disagree_on_a_word_are_both_named(
    path: Path, rows: tuple[str, ...], source: str, target: str
) -> None:
    entries = lexicon.read(write(path, *rows))
    with pytest.raises(L10nError) as caught:
        lexicon.gloss(entries, source, target)
    assert caught.value.message.startswith(f"{path}:3: ")
    assert f"{path}:2" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "{path}: no header", id="empty"),
        pytest.param(b"# only this\nde\ten\n", "{path}:2: no header", id="header"),
        pytest.param(b"de\ten\tru\taz\tuk\nHaus\thouse\n", "{path}:2: 2 cells instead of 5", id="cells"),
        pytest.param(b"de\ten\tru\taz\tuk\n\n.\t\t\t\t\t\n", "{path}:3: 6 cells instead of 5", id="more cells"),
        pytest.param(b"de\ten\tru\taz\tuk\n\xff\n", "{path}: not UTF-8", id="encoding"),
    ],
)
def test_a_broken_lexicon_is_an_error_with_its_place(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    with pytest.raises(L10nError) as caught:
        lexicon.read(path)
    assert caught.value.message == message.format(path=path)
    assert caught.value.hint


def test_a_missing_lexicon_is_an_error_not_a_traceback(path: Path) -> None:
    with pytest.raises(L10nError, match="cannot read"):
        lexicon.read(path)


def test_the_demos_lexicon_covers_the_seed_article_with_words_and_short_phrases() -> None:
    rows = lexicon.read()
    words = lexicon.gloss(rows, "de", "en")
    assert all(len(key.split()) <= 5 for key in words)
    assert sum(len(key.split()) <= 2 for key in words) >= 0.8 * len(words), "a lexicon, not the article in pieces"
    known = {variant for key in words for variant in (key, key[0].upper() + key[1:])}
    pattern = "|".join(re.escape(key) for key in sorted(known, key=len, reverse=True))
    article = ARTICLE.read_text("utf-8")
    left = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", " ", article)
    assert len(re.findall(r"[^\W\d_]+", left)) <= 0.03 * len(re.findall(r"[^\W\d_]+", article))
