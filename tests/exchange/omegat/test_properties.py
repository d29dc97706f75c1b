"""The source files: OmegaT makes of them one segment an entry, with what its translator should know."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from l10n.exchange.omegat import properties, wording
from l10n.model import Entry
from tests.catalogue import strategies
from tests.exchange.omegat.translator import segments_of

_MSGIDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"])
    | st.sampled_from('\n\t\\"=:#! \u2028\u2029\u00a0e\u0301u0041nNOI18'),
    max_size=30,
).filter(wording.fits_as_source)


@given(st.lists(_MSGIDS, unique_by=wording.shown, max_size=4), strategies.comments, strategies.line)
def test_every_entry_is_one_segment_with_its_key(
    tmp_path: Path, msgids: list[str], comments: tuple[str, ...], context: str
) -> None:
    entries = [(f"{number:08x}", Entry(msgid, "", context, comments=comments)) for number, msgid in enumerate(msgids)]
    path = tmp_path / "text.properties"
    path.write_bytes(properties.text(entries).encode("ascii"))
    segments = segments_of(path)
    assert [(one.id, one.source) for one in segments] == [(key, wording.shown(one.msgid)) for key, one in entries]
    for one in segments:
        assert len(one.comment.split("\n")) == len(comments) + 1
        assert one.comment.startswith(f"# context: {' '.join(context.split())}")


def test_the_translator_is_told_place_state_and_what_people_wrote(tmp_path: Path) -> None:
    entry = Entry(
        "Satz.",
        "Текст.",
        msgctxt="after:0a1b2c3d",
        flags=("fuzzy",),
        comments=("Bitte \\prüfen", "NOI18N", "l10n-was: accepted h=12345678", "l10n-diff: [-Wort-] {+Satz+}"),
        extracted=("paragraph 3, sentence 2", "previous: Davor.", "next: Danach.", "glossary: Kreml → Кремль"),
        references=("text.txt:4",),
        previous=(("msgid", "Wort."),),
    )
    path = tmp_path / "text.properties"
    path.write_bytes(properties.text([("0a1b2c3d", entry)]).encode("ascii"))
    (segment,) = segments_of(path)
    assert segment.comment.split("\n") == [
        "# paragraph 3, sentence 2",
        "# glossary: Kreml → Кремль",
        "# text.txt:4",
        "# Bitte \\prüfen",
        "# NOI18N",
        "# difference: [-Wort-] {+Satz+}",
        "# state: outdated",
        "# old source: Wort.",
    ]
