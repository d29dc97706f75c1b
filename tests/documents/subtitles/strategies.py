"""Subtitles as people and programs write them: sentences over cues, speakers, songs, tags, odd times and line ends."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from hypothesis import strategies as st

from l10n.documents.encoding import encoding_of
from tests.building.strategies import BREAKS, MARKS

_TEXTS = (
    *(
        "Wer das nicht weiß,",
        "der sollte es",
        "bald lernen.",
        "Ja!",
        "Wirklich?",
        "Das ist gut. Und",
        "z. B.",
        "…",
        "5",
    ),
    *(
        "1.200 Leute",
        "a < b",
        "„Komm“, sagte sie,",
        "Ich dachte...",
        "😀",
        "{{x}}",
        "&amp; &lt;",
        "a\u00a0b",
        "Ende",
        "[Musik]",
    ),
    *(
        "(lacht)",
        "[Die Tür",
        "knallt]",
        "♪",
        "♪ La la ♪",
        "♪ Wer hat an der Uhr",
        "gedreht ♪",
    ),
)
_SUBRIP_TAGS = (
    *(
        "<u>{}</u>",
        '<font color="#ff0000">{}</font>',
        "{{\\an8}}{}",
        "{{\\i1}}{}{{\\i0}}",
        "<s>{}",
        "{}</s>",
        " <u> {} </u> ",
    ),
)
_WEBVTT_TAGS = (
    *(
        "<v Anna>{}",
        "<v.laut Bob>{}</v>",
        "<c.gelb>{}</c>",
        "<00:00:01.500>{}",
        "<ruby>{}<rt>a</rt></ruby>",
        "<lang en>{}</lang>",
    ),
    *("&auml;{}", "{} &nbsp;", "<u>{}</u>", "{} <"),
)


@st.composite
def _line(draw: st.DrawFn, marks: tuple[str, ...]) -> str:
    words = draw(st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=3))
    number = draw(st.integers(0, len(words) - 1))
    if draw(st.integers(0, 2)) == 0:
        words[number] = draw(st.sampled_from(marks)).format(words[number])
    whole = draw(st.sampled_from(["{}", "{}", "{}", *marks, " {}", "{} ", "- {}", "–{}"]))
    return whole.format(" ".join(words))


def _time(tenths: int, mark: str) -> str:
    return f"{tenths // 36000:02}:{tenths // 600 % 60:02}:{tenths // 10 % 60:02}{mark}{tenths % 10}00"


@st.composite
def _cues(
    draw: st.DrawFn, line: st.SearchStrategy[str], mark: str, number: Callable[[int], st.SearchStrategy[str]]
) -> str:
    """Some without a blank line behind them, some that overlap, some that end before they begin."""
    position = 10
    cues = []
    for count in range(1, draw(st.integers(1, 6)) + 1):
        start = position + draw(st.sampled_from([0, 0, 1, 5, 50, -7]))
        position = start + draw(st.sampled_from([10, 30, 30, 0, -5]))
        settings = draw(st.sampled_from(["", "", "", " align:start", " X1:1 X2:2 "]))
        times = f"{_time(max(start, 0), mark)} --> {_time(max(position, 0), mark)}{settings}"
        lines = "\n".join(draw(st.lists(line, max_size=3)))
        gap = draw(st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n"]))
        cues.append(f"{draw(number(count))}{times}\n{lines}{gap}")
    text = "".join(cues)
    return draw(st.sampled_from([text, text, text.rstrip("\n")]))


@st.composite
def subrip(draw: st.DrawFn) -> bytes:
    """SubRip in any encoding of Unicode."""
    numbers = st.sampled_from(["{}\n", "{}\n", "{}\n", "", " {} \n", "7\n"])
    text = draw(_cues(_line(_SUBRIP_TAGS), ",", lambda count: numbers.map(lambda form: form.format(count))))
    mark = draw(MARKS)
    text = draw(st.sampled_from(["", "", "\n"])) + text.replace("\n", draw(BREAKS))
    return mark + text.encode(encoding_of(mark).name)


@st.composite
def webvtt(draw: st.DrawFn) -> bytes:
    """WebVTT with a header, styles, regions and notes."""
    numbers = st.sampled_from(["", "", "{}\n", "Titel\n", "NOTE nein\n\n", "Kein Text hat Zeiten.\n\n"])
    header = draw(
        st.sampled_from(
            ["WEBVTT\n\n", "WEBVTT - Film\nKind: captions\n\n", "WEBVTT\n", "WEBVTT\n\nSTYLE\n::cue { a: b }\n\n"]
        )
    )
    text = draw(_cues(_line(_WEBVTT_TAGS), ".", lambda count: numbers.map(lambda form: form.format(count))))
    mark = draw(st.sampled_from([b"", b"", codecs.BOM_UTF8]))
    return mark + (header + text).replace("\n", draw(BREAKS)).encode()
