"""SubRip and WebVTT: which texts a file has, and how translations come back into its cues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pysubs2
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.building import StructureError
from l10n.building.article import article
from l10n.errors import L10nError
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.conftest import examples

ONE, TWO, THREE, LATER = (
    *("00:00:01,000 --> 00:00:03,000", "00:00:03,100 --> 00:00:05,000", "00:00:05,000 --> 00:00:07,000"),
    "00:00:09,000 --> 00:00:11,000",
)


def srt(*cues: tuple[str, str], end: str = "\n") -> str:
    return "\n".join(f"{number}\n{times}\n{text}\n" for number, (times, text) in enumerate(cues, 1)).replace("\n", end)


def vtt(*cues: tuple[str, str]) -> str:
    return "WEBVTT\n\n" + "\n".join(f"{times.replace(',', '.')}\n{text}\n" for times, text in cues)


def read(folder: Path, text: str | bytes, name: str = "film.srt", language: str = "de") -> Document:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return extract(path, language, folder)


def texts(folder: Path, text: str | bytes, name: str = "film.srt") -> list[str]:
    return [segment.text for segment in read(folder, text, name).segments]


def build(document: Document, translations: Mapping[str, str]) -> str:
    renderings = [
        Rendering(segment, text, RenderingOrigin.TRANSLATION if text else RenderingOrigin.NOTHING)
        for segment in document.segments
        for text in [translations.get(segment.text, segment.text)]
    ]
    return article(document, renderings).decode()


def test_a_sentence_over_cues_is_one_text_and_comes_back_in_its_shares(tmp_path: Path) -> None:
    document = read(
        tmp_path, srt((ONE, "Wer das nicht weiß,"), (TWO, "der sollte es bald lernen. Und"), (THREE, "du?"))
    )
    assert [segment.text for segment in document.segments] == [
        "Wer das nicht weiß, der sollte es bald lernen.",
        "Und du?",
    ]
    built = build(document, {document.segments[0].text: "Those who do not know it should learn it soon."})
    assert built == srt((ONE, "Those who do not know"), (TWO, "it should learn it soon. Und"), (THREE, "du?"))


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        pytest.param([(ONE, "Wer das"), (LATER, "nicht weiß.")], ["Wer das", "nicht weiß."], id="after a pause"),
        pytest.param([(ONE, "Wer das"), (ONE, "nicht weiß.")], ["Wer das nicht weiß."], id="at the same time"),
        pytest.param([(TWO, "Wer das"), (ONE, "nicht weiß.")], ["Wer das", "nicht weiß."], id="earlier"),
        pytest.param([(ONE, "{\\an8}Wer"), (TWO, "das?")], ["Wer", "das?"], id="elsewhere on the screen"),
        pytest.param([(ONE, "{\\an8}Wer"), (TWO, "{\\an8}das?")], ["Wer das?"], id="both at the top"),
        pytest.param([(ONE + " X1:1", "Wer"), (TWO, "das?")], ["Wer", "das?"], id="settings"),
        pytest.param([(ONE, "Ich"), (TWO, "- Ja?")], ["Ich", "Ja?"], id="somebody else"),
        pytest.param(
            [(ONE, "- Kommst\ndu?\n- Nein, ich"), (TWO, "kann nicht.")], ["Kommst du?", "Nein, ich kann nicht."]
        ),
        pytest.param([(ONE, "–Nein.\n-Doch!\n‐ Ja")], ["Nein.", "Doch!", "Ja"], id="dashes"),
        pytest.param([(ONE, "-5 Grad\n- 5 Grad")], ["-5 Grad", "5 Grad"], id="a number is not a speaker"),
        pytest.param([(ONE, "Wer\n[Musik]\ndas?")], ["Wer", "[Musik]", "das?"], id="a sound"),
        pytest.param([(ONE, "[Die Tür\nknallt]\n(lacht) Ja!")], ["[Die Tür knallt]", "(lacht) Ja!"], id="a long sound"),
        pytest.param(
            [(ONE, "♪ Hoch auf\ndem Wagen ♪\n♪ sitz ich\n♪")], ["Hoch auf dem Wagen", "sitz ich"], id="a song"
        ),
        pytest.param([(ONE, "♪ La ♪"), (TWO, "♪ le, ♪"), (THREE, "lu.")], ["La", "le,", "lu."], id="lines of a song"),
        pytest.param([(ONE, "♪"), (TWO, "..."), (THREE, "Ja")], ["Ja"], id="no words"),
        pytest.param([(ONE, "<i>Wer</i>"), (TWO, "<i>das?</i>")], ["Wer das?"], id="tags around each cue"),
        pytest.param(
            [(ONE, "<i>Titanic</i>"), (TWO, "ist alt.")], ["<i>Titanic</i> ist alt."], id="around one of them"
        ),
        pytest.param([(ONE, "<i>Wer\ndas?</i>")], ["Wer das?"], id="around all lines"),
        pytest.param([(ONE, "<i>Wer</i>\n<i>das?</i>")], ["Wer das?"], id="around each line"),
        pytest.param([(ONE, "<i>Wer</i>\ndas?")], ["<i>Wer</i> das?"], id="around one line"),
        pytest.param([(ONE, "<i>Wer</i> das <b>da</b>?")], ["<i>Wer</i> das <b>da</b>?"], id="within"),
        pytest.param([(ONE, "Ja <i>- du</i>\n<b>- Ich?</b>")], ["Ja <i>- du</i>", "Ich?"], id="a tag before the dash"),
        pytest.param([(ONE, "Ja, <font color='red'>du</font> da")], ["Ja, <font>du</font> da"], id="attributes"),
        pytest.param([(ONE, "Ja {\\i1}du{\\i0} da")], ["Ja <x1/>du<x2/> da"], id="braces"),
        pytest.param([(ONE, "Ja\n\nund nein.")], ["Ja und nein."], id="a blank line within the text"),
    ],
)
def test_texts(tmp_path: Path, cues: list[tuple[str, str]], expected: list[str]) -> None:
    file = srt(*cues)
    assert texts(tmp_path, file) == expected
    assert build(read(tmp_path, file), {}) == file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<v Anna>Ja\n<v Bob>Nein", ["Ja", "Nein"], id="two voices"),
        pytest.param("Ja <c.gelb>du</c> <c>da</c>", ["Ja <c1>du</c1> <c2>da</c2>"], id="classes"),
        pytest.param("<00:00:01.000>Ja <00:00:02.000>du", ["Ja <x/>du"], id="times within"),
        pytest.param("<ruby>da<rt>d</rt></ruby> ja", ["<ruby>da<rt>d</rt></ruby> ja"], id="ruby"),
        pytest.param("A &amp; B &lt; C&lrm;", ["A & B < C"], id="references"),
        pytest.param("a < b", ["a < b"], id="no tag"),
    ],
)
def test_texts_of_webvtt(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert texts(tmp_path, vtt((ONE, text)), "film.vtt") == expected


def test_voices_part_sentences_and_the_same_voice_goes_on(tmp_path: Path) -> None:
    file = vtt((ONE, "<v Anna>Ich"), (TWO, "<v Anna>gehe"), (THREE, "<v Bob>nicht."))
    assert texts(tmp_path, file, "film.vtt") == ["Ich gehe", "nicht."]


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        pytest.param("Wer das\nsagt?", "Who on earth would say it?", "Who on earth\nwould say it?", id="two lines"),
        pytest.param("Wer sagt das?", "Who on earth would say it?", "Who on earth would say it?", id="one line"),
        pytest.param("Wer das\nsagt?", "Who?", "Who?", id="a single word"),
        pytest.param("<i>Wer das</i>\n<i>sagt?</i>", "Who says it?", "<i>Who says</i>\n<i>it?</i>", id="tags around"),
        pytest.param("Das ist <i>gut</i>\nso.", "<i>Good</i> it is.", "<i>Good</i>\nit is.", id="a tag moves"),
        pytest.param(
            "Das <i>ist gut</i>\nso.", "<i>Good it is</i>.", "<i>Good\nit is</i>.", id="no border outside of tags"
        ),
        pytest.param("Wer das\nsagt?", "谁会说这样的话呢？", "谁会说这\n样的话呢？", id="no spaces"),
        pytest.param("Wer das\nsagt?", "It was – of course – his", "It was – of\ncourse – his", id="a dash"),
        pytest.param("Wer das\nsagt?", "Who sings – la?", "Who sings –\nla?", id="a dash in the middle"),
        pytest.param("Wer das\nsagt?", "Who ♪ la?", "Who ♪ la?", id="a note within"),
        pytest.param("♪ Hoch auf dem\nWagen ♪", "High on the yellow cart", "♪ High on the\nyellow cart ♪", id="a song"),
    ],
)
def test_lines(tmp_path: Path, source: str, translation: str, expected: str) -> None:
    document = read(tmp_path, srt((ONE, source), (LATER, "Ende")))
    assert build(document, {document.segments[0].text: translation}) == srt((ONE, expected), (LATER, "Ende"))


def test_sentences_on_lines_of_their_own_stay_there(tmp_path: Path) -> None:
    document = read(tmp_path, srt((ONE, "Ja!\nIch komme gleich.")))
    built = build(document, {"Ich komme gleich.": "I shall be there in a minute."})
    assert built == srt((ONE, "Ja!\nI shall be there in a minute."))


def test_no_cue_is_empty_as_long_as_there_are_words(tmp_path: Path) -> None:
    document = read(tmp_path, srt((ONE, "Wer das nicht weiß und"), (TWO, "der"), (THREE, "soll gehen.")))
    (segment,) = document.segments
    assert build(document, {segment.text: "Go if unaware."}) == srt((ONE, "Go"), (TWO, "if"), (THREE, "unaware."))
    assert build(document, {segment.text: "Go away."}) == srt((ONE, "Go"), (TWO, "away."), (THREE, ""))


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        (["Ja?"], "[Musik]\nNein."),
        (["[Musik]", "Ja?"], "Nein."),
        (["Ja?", "Nein."], "[Musik]"),
        (["[Musik]"], "Ja?\nNein."),
    ],
)
def test_what_is_left_out_leaves_no_blank_line(tmp_path: Path, gone: list[str], left: str) -> None:
    document = read(tmp_path, srt((ONE, "[Musik]\nJa?\nNein."), (LATER, "Ende")))
    assert build(document, dict.fromkeys(gone, "")) == srt((ONE, left), (LATER, "Ende"))


@pytest.mark.parametrize(
    ("source", "gone", "translation", "expected"),
    [
        pytest.param("–Wort. {{x}} so.", "Wort.", "", "– {{x}} so.", id="braces"),
        pytest.param("-Wort. 5 so.", "Wort.", "", "- 5 so.", id="a number"),
        pytest.param("-Wort.", "Wort.", "5 words.", "- 5 words.", id="a translation"),
        pytest.param("<i>-Wort. {{x}} so.</i>", "Wort.", "", "<i>- {{x}} so.</i>", id="a tag around"),
        pytest.param("-Wort. <i>5</i> so.", "Wort.", "", "-<i>5</i> so.", id="a tag behind"),
        pytest.param("-Wort. Noch so.", "Wort.", "", "-Noch so.", id="a letter"),
        pytest.param("- Wort. 5 so.", "Wort.", "", "- 5 so.", id="a space"),
    ],
)
def test_what_stands_behind_a_dash_is_not_taken_along_by_it(
    tmp_path: Path, source: str, gone: str, translation: str, expected: str
) -> None:
    document = read(tmp_path, srt((ONE, "Ich gehe,"), (TWO, source)))
    built = build(document, {gone: translation})
    assert built == srt((ONE, "Ich gehe,"), (TWO, expected))
    assert texts(tmp_path, built)[0] == "Ich gehe,"


def test_a_cue_without_text_stays(tmp_path: Path) -> None:
    document = read(tmp_path, srt((ONE, "[Musik]\nJa?"), (LATER, "Ende")))
    assert build(document, {"[Musik]": "", "Ja?": ""}) == srt((ONE, ""), (LATER, "Ende"))


@pytest.mark.parametrize("translation", ["Yes <u>now</u>", "--> now", f"Yes {TWO} now", "{\\an8}Yes"])
def test_no_translation_makes_cues_or_tags_in_subrip(tmp_path: Path, translation: str) -> None:
    document = read(tmp_path, srt((ONE, "Ja\njetzt"), (LATER, "Ende")))
    with pytest.raises(StructureError) as caught:
        build(document, {"Ja jetzt": translation})
    assert caught.value.rendering.segment.text == "Ja jetzt"


def test_a_translation_is_escaped_in_webvtt(tmp_path: Path) -> None:
    document = read(tmp_path, vtt((ONE, "Ja <b>jetzt</b> &amp; hier"), (LATER, "Ende")), "film.vtt")
    built = build(document, {"Ja <b>jetzt</b> & hier": "Yes <b>now</b> --> R&D <u>x</u>"})
    assert built == vtt((ONE, "Yes <b>now</b> --&gt; R&amp;D &lt;u&gt;x&lt;/u&gt;"), (LATER, "Ende"))


def test_what_is_no_text_stays_byte_for_byte(tmp_path: Path) -> None:
    head = "WEBVTT Film\r\nKind: captions\r\n\r\nSTYLE\r\n::cue(b) { color: red }\r\n\r\n"
    head += "NOTE Nein.\r\n\r\nREGION\r\nid:a\r\n\r\n"
    cue = "Titel 1\r\n00:01.000 --> 00:04.000 region:a align:left\r\n- Ja\r\n- Nein"
    document = read(tmp_path, f"\ufeff{head}{cue}".encode(), "film.vtt")
    assert build(document, {"Ja": "Yes"}) == f"\ufeff{head}{cue}".replace("Ja", "Yes")


@pytest.mark.parametrize(
    ("name", "file", "message"),
    [
        ("a.srt", "Ja\n\n1\n" + ONE, "a.srt:1: a text before any times"),
        ("a.srt", "Ja\nNein", "a.srt: has no times"),
        ("a.srt", f"1\n{ONE}\nJa\n\n2\n00:00:5x --> 00:00:07,000\nNein", None),
        ("a.srt", f"1\n{ONE}\nJa\n\n2\n00:00:05 --> 00:00:07,000\nNein", "a.srt:6: times of a cue that cannot be read"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:03,000\nGrüße".encode("cp1252"), "a.srt:3: not UTF-8 text (byte 0xfc)"),
        ("a.srt", b"", "a.srt: is empty"),
        ("a.srt", f"1\n{ONE}\nJa\0", "a.srt:3: looks binary (character U+0000)"),
        ("a.vtt", f"{ONE}\nJa", "a.vtt:1: does not begin with WEBVTT"),
        ("a.vtt", "WEBVTTX\n", "a.vtt:1: does not begin with WEBVTT"),
        ("a.vtt", "WEBVTT\n\na --> b\nJa", "a.vtt:3: an arrow without times"),
        ("a.vtt", "WEBVTT\n\n00:00:01 --> 00:02.000\nJa", "a.vtt:3: times of a cue that cannot be read"),
        ("a.vtt", "\ufeffWEBVTT".encode("utf-16-le"), "a.vtt: WebVTT in UTF-16-LE"),
    ],
)
def test_broken_files_are_refused_with_the_line(
    tmp_path: Path, name: str, file: str | bytes, message: str | None
) -> None:
    if message is None:
        read(tmp_path, file, name)
        return
    with pytest.raises(L10nError) as caught:
        read(tmp_path, file, name)
    assert caught.value.message.endswith(f"/{message}")
    assert caught.value.hint


def test_odd_times_are_told(tmp_path: Path) -> None:
    document = read(tmp_path, srt((f"{TWO[:12]} --> {ONE[:12]}", "Ja."), ("-00:00:01,000 --> 00:00:00,500", "Nein.")))
    assert [(remark.line, remark.text) for remark in document.remarks] == [(2, "a cue that ends before it begins")]
    document = read(tmp_path, "WEBVTT\n\nNOTE Ja\n\nJa\n\n00:01.000 --> 00:02.000\nNein\n\nDoch\n", "film.vtt")
    expected = (5, "a text without times, which is not shown, and 1 more")
    assert [(remark.line, remark.text) for remark in document.remarks] == [expected]


def test_cues_without_blank_lines_between_them(tmp_path: Path) -> None:
    assert texts(tmp_path, f"1\n{ONE}\nJa.\n2\n{TWO}\nNein.\n{LATER}\nDoch.") == ["Ja.", "Nein.", "Doch."]
    assert texts(tmp_path, f"WEBVTT\n{ONE}\nJa.\n{LATER}\nDoch.".replace(",", "."), "a.vtt") == ["Ja.", "Doch."]


def test_a_file_without_end_marks_is_read_cue_by_cue(tmp_path: Path) -> None:
    times = [f"00:00:{second:02},000 --> 00:00:{second + 1:02},000" for second in range(40)]
    assert texts(tmp_path, srt(*((each, "und so weiter") for each in times))) == ["und so weiter"] * 40


def test_a_text_says_when_it_is_shown(tmp_path: Path) -> None:
    document = read(tmp_path, srt((ONE, "Ja. Ich\nkomme"), (TWO, "gleich."), (LATER, "- Nein.\n- Doch!")))
    assert [segment.notes for segment in document.segments] == [
        ("00:00:01,000 --> 00:00:03,000 (0.4 s, 1 line)",),
        ("00:00:01,000 --> 00:00:05,000 (3.3 s, 3 lines)",),
        ("00:00:09,000 --> 00:00:11,000 (1.0 s, 1 line)",),
        ("00:00:09,000 --> 00:00:11,000 (1.0 s, 1 line)",),
    ]


WORDS = st.sampled_from(["Да.", "слово", "a & b", "<", ">", "«x»", "a1", "- ", "♪", "[Sound]", "&x;", "..."])


@examples(40, thorough=400)
@given(
    texts=st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), min_size=9, max_size=9),
    is_webvtt=st.booleans(),
)
def test_another_program_reads_the_texts_at_the_same_times(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], is_webvtt: bool
) -> None:
    folder = tmp_path_factory.mktemp("film")
    cues = [(ONE, "Wer das nicht weiß,\nder geht"), (TWO, "nach Hause. Und"), (THREE, "du?"), (LATER, "- Ja.\n- Nein.")]
    file = vtt(*cues) if is_webvtt else srt(*cues)
    document = read(folder, file, "film.vtt" if is_webvtt else "film.srt")
    own = dict(zip((segment.text for segment in document.segments), texts, strict=False))
    # That program takes `< a … >` for a tag in SubRip, where no escape would help; players want the name at once.
    assume(is_webvtt or not re.search(r"< *[a-zA-Z].*>", " ".join(own.values())))
    built = build(document, own)
    before, after = (pysubs2.SSAFile.from_string(text, "vtt" if is_webvtt else "srt") for text in (file, built))
    assert [(event.start, event.end) for event in after] == [(event.start, event.end) for event in before]
    shown = unescape(" ".join(event.plaintext for event in after)).split()
    expected = [word for text in own.values() for word in text.split()]
    assert [word for word in shown if word != "-"] == [word for word in expected if word != "-"]
