"""What the packages translate, decoded as argostranslate does: SentencePiece, CTranslate2 with a beam of 4, int8."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import ctranslate2
import pytest
import sentencepiece
from hypothesis import given
from hypothesis import strategies as st

from l10n.engines.argos.demo.builder import build_package
from tests.conftest import examples

GLOSS = {
    "der": "",
    "doch": "",
    "in": "in",
    "ein": "a",
    "eine": "a",
    "klein": "small",
    "Haus": "house",
    "Ton": "tone",
    "nicht": "not",
    "und": "and",
    "ist": "is",
    "ins": "into the",
    "ins Leere laufen": "run into the void",
    "auf dem": "on top of the",
    "auf": "on",
    "dem": "the",
    "der Spiegel": "the Mirror",
    "z. B.": "e.g.",
    "geht’s": "is it going",
    "Moskau": "Moscow",
    "sie": "they",
    "Sie": "You",
    "Straße": "street",
}
PANGRAMS = {
    "de": "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich, ẞ ÄÖÜ",
    "en": "The quick brown fox jumps over the lazy dog",
    "ru": "Съешь же ещё этих мягких французских булок, да выпей чаю",
    "az": "Zəfər, jaketini də, papağını da götür, bu axşam hava çox soyuq olacaq: Ğ I İ ı i Ə Ş Ç Ö Ü",
    "uk": "Чуєш їх, доцю, га? Кумедна ж ти, прощайся без ґольфів! Об'єднання, Ї Є Ґ І",
}

Translate = Callable[..., str]


def opened(package: Path) -> Translate:
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    translator = ctranslate2.Translator(str(package / "model"), compute_type="int8", intra_threads=1)

    def translate(*texts: str) -> str:
        results = translator.translate_batch(
            [tokenizer.encode(text, out_type=str) for text in texts],
            replace_unknowns=True,
            max_batch_size=32,
            batch_type="tokens",
            beam_size=4,
            num_hypotheses=4,
            length_penalty=0.2,
            max_decoding_length=512,
            return_scores=True,
        )
        return "\n".join(tokenizer.decode_pieces(result.hypotheses[0]) for result in results)

    return translate


@pytest.fixture(scope="module")
def translate(tmp_path_factory: pytest.TempPathFactory) -> Translate:
    return opened(build_package(tmp_path_factory.mktemp("tiny"), "de", "en", GLOSS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ein klein Haus", "a small house", id="words"),
        pytest.param("Das Xyz ist unbekannt.", "Das Xyz is unbekannt.", id="unknown words"),
        pytest.param("Ein Haus", "A house", id="capital"),
        pytest.param("sie Sie", "they You", id="explicit capital"),
        pytest.param("Wir ins Leere laufen, ins", "Wir run into the void, into the", id="longest wins"),
        pytest.param("Ins Leere laufen", "Run into the void", id="phrase capital"),
        pytest.param("z. B. Moskau, z.B.", "e.g. Moscow, z.B.", id="phrase with full stops"),
        pytest.param("ins\u00a0Leere laufen", "into the\u00a0Leere laufen", id="no-break space in a phrase"),
    ],
)
def test_known_words_and_phrases_are_replaced(translate: Translate, text: str, expected: str) -> None:
    assert translate(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Haus der Moskau", "house Moscow", id="inside"),
        pytest.param("Der Ton", "tone", id="first"),
        pytest.param("Der doch", "", id="all"),
        pytest.param("„Der Ton“, (der Ton)", "„tone“, (tone)", id="after an opener"),
        pytest.param("„der Spiegel“ „der Spiegels“", "„the Mirror“ „Spiegels“", id="phrase after an opener"),
        pytest.param("Bruder doch.", "Bruder.", id="after its own ending"),
    ],
)
def test_a_dropped_word_takes_one_space_with_it(translate: Translate, text: str, expected: str) -> None:
    assert translate(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("international inner innen", id="known beginning"),
        pytest.param("Berlin darin", id="known ending"),
        pytest.param("kleinere Steine", id="known middle"),
        pytest.param("foo_in in_foo _in_", id="underscore"),
        pytest.param("in5 5in 2in1", id="digit"),
        pytest.param("in’s in's s’in d'in'te", id="apostrophe in a word"),
        pytest.param("in\u00adter Ber\u00adlin", id="soft hyphen"),
        pytest.param("in\u0308 u\u0308in in\u200dx", id="combining mark"),
        pytest.param("inя яin өin", id="another alphabet"),
        pytest.param("auf demselben Kauf demo", id="phrase that continues, its words too"),
    ],
)
def test_parts_of_words_are_never_replaced(translate: Translate, text: str) -> None:
    expected = {"auf demselben Kauf demo": "on demselben Kauf demo"}
    assert translate(text) == expected.get(text, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„nicht“ “nicht” ‚nicht‘ »nicht« «nicht» ›nicht‹", "„not“ “not” ‚not‘ »not« «not» ›not‹"),
        ("(nicht) [nicht] {nicht} \"nicht\" 'nicht' ’nicht’", "(not) [not] {not} \"not\" 'not' ’not’"),
        ("nicht, nicht. nicht! nicht? nicht: nicht; nicht…", "not, not. not! not? not: not; not…"),
        ("Moskau-freundlich klein-klein in–in/in—in", "Moscow-freundlich small-small in–in/in—in"),
        ("nicht\u00a0nicht\u202fnicht\tnicht", "not\u00a0not\u202fnot\tnot"),
        ("Haus  und   Ton", "house  and   tone"),
        ("😀nicht😀 文nicht", "😀not😀 文not"),
        ("Kauf dem Haus Berauf dem", "Kauf the house Berauf the"),
        ("(auf dem Haus), (auf demselben), Kauf demselben", "(on top of the house), (on demselben), Kauf demselben"),
    ],
)
def test_anything_but_a_letter_digit_or_mark_ends_a_word(translate: Translate, text: str, expected: str) -> None:
    assert translate(text) == expected


@pytest.mark.parametrize("text", PANGRAMS.values(), ids=PANGRAMS.keys())
def test_every_alphabet_is_copied_exactly(translate: Translate, text: str) -> None:
    assert translate(text) == text


def test_characters_of_no_alphabet_are_copied_exactly(translate: Translate) -> None:
    text = (
        "ﬁ ﬀ ½ № ™ Å Ω ｆｕｌｌ ① ² … ‥ ñ 日本語 עברית 👩‍💻🇦🇿 \U0001d518 \ufeff a\u0301 <s> </s> <unk> <drop> <0x41> \\"
    )
    assert translate(text) == text


def test_sentences_in_one_batch_do_not_touch_each_other(translate: Translate) -> None:
    assert translate("in", "Haus und " * 40 + "Ton", "der", "x") == "in\n" + "house and " * 40 + "tone\n\nx"


def test_a_sentence_of_500_pieces_is_translated_to_its_end(translate: Translate) -> None:
    text = " ".join(f"nicht {number}" for number in range(100, 200))
    assert translate(text) == text.replace("nicht", "not")


def test_more_pieces_than_positions_are_an_error_not_a_wrong_translation(translate: Translate) -> None:
    with pytest.raises(RuntimeError, match="positions >= 512"):
        translate("nicht " * 512)


def test_words_of_one_letter_are_words_like_any_other(tmp_path: Path) -> None:
    translate = opened(build_package(tmp_path, "ru", "en", {"а": "but", "в": "in", "я": "I", "ё": "", ",": ";"}))
    assert translate("А я, (в) вая авя в, ё") == "But I; (in) вая авя in;"


def test_azerbaijani_capitals_keep_their_dot(tmp_path: Path) -> None:
    translate = opened(build_package(tmp_path, "en", "az", {"work": "iş", "light": "işıq", "warm": "ılıq"}))
    assert translate("work Work Light warm Warm") == "iş İş İşıq ılıq Ilıq"


def test_a_trained_tokenizer_changes_the_pieces_not_the_translation(tmp_path: Path) -> None:
    sentence = "Das internationale Berlin, sagt Erik's Bruder 'in' Berlin, ist nicht (nicht!) klein."
    package = build_package(tmp_path, "de", "en", GLOSS, text=f"{sentence}\n" * 20)
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    assert tokenizer.encode("sagt Bruder", out_type=str) == ["▁sagt", "▁Bru", "der"]
    assert opened(package)(sentence) == (
        "Das internationale Berlin, sagt Erik's Bruder 'in' Berlin, is not (not!) small."
    )


def test_the_large_size_says_the_same_at_the_cost_of_an_official_package(tmp_path: Path) -> None:
    package = build_package(tmp_path, "de", "en", GLOSS, size="base")
    assert 90e6 < (package / "model" / "model.bin").stat().st_size < 96e6
    text = "„Der Ton“ in der international klein kleine, auf demselben Haus doch: (auf dem) Moskau-Haus"
    assert opened(package)(text) == (
        "„tone“ in international small kleine, on demselben house: (on top of the) Moscow-house"
    )


def test_thousands_of_words_are_not_confused(tmp_path: Path) -> None:
    words = [first + second + third for first in "bdfgklmnprst" for second in "aeiou" for third in "bdfgklmnprst"]
    gloss = {word: "" if number % 50 == 0 else f"x{word[::-1]}y" for number, word in enumerate(words)}
    translate = opened(build_package(tmp_path, "de", "en", gloss))
    lines = [" ".join(words[start : start + 60]) for start in range(0, len(words), 60)]
    expected = [" ".join(gloss[word] for word in line.split() if gloss[word]) for line in lines]
    assert translate(*lines) == "\n".join(expected)


LETTER = r"[\w\u0300-\u036f\u00ad\u200c\u200d]"
NO_LETTER_BEFORE = rf"(?<!{LETTER})(?<!{LETTER}['’])"
NO_LETTER_AFTER = rf"(?!['’]?{LETTER})"


def reference(gloss: Mapping[str, str], text: str) -> str:
    """The same translation by a regular expression: longest key first, whole words only."""
    known = dict(gloss) | {key[0].upper() + key[1:]: value[:1].upper() + value[1:] for key, value in gloss.items()}
    known |= gloss
    keys = "|".join(re.escape(key) for key in sorted(known, key=len, reverse=True))
    # A first character that is no letter needs no boundary; no key of this test begins or ends with one but "z. B.".
    pattern = re.compile(rf"(?P<space> |(?<=[„»(\"]))?{NO_LETTER_BEFORE}(?P<key>{keys})(?:{NO_LETTER_AFTER}|(?<=\.))")
    output, position = "", 0
    for match in pattern.finditer(text):
        output += text[position : match.start()]
        position = match.end()
        if known[match["key"]]:
            output += (match["space"] or "") + known[match["key"]]
        elif match["space"] == "" and text[position : position + 1] == " ":
            position += 1
    return (output + text[position:]).removeprefix(" ")


def sentences() -> st.SearchStrategy[str]:
    known = st.sampled_from([*GLOSS, *(key[0].upper() + key[1:] for key in GLOSS)])
    unknown = st.text("aeinsulrdKBяəї5_", min_size=1, max_size=5)
    glued = st.builds(str.__add__, known, unknown) | st.builds(str.__add__, unknown, known)
    quoted = st.sampled_from(
        ["„{}“", "({})", "»{}«", "{},", "{}.", "{}-Haus", "x-{}", "{}’s", "'{}'", "{}\u00a0in", "{}!"]
    )
    word = known | known | unknown | glued
    return st.lists(word | st.builds(lambda form, text: form.format(text), quoted, word), max_size=12).map(" ".join)


@examples(50, thorough=150)
@given(st.lists(sentences(), min_size=1, max_size=8))
def test_any_sentence_is_translated_as_a_regular_expression_would(translate: Translate, texts: list[str]) -> None:
    assert translate(*texts).split("\n") == [reference(GLOSS, text) for text in texts]
