"""Whatever stands in a catalogue of theirs: nothing of ours is lost, and the same again changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.template import template
from l10n.exchange.adoption import Fate
from l10n.exchange.adoption.paragraphs import OwnParagraphs
from l10n.exchange.adoption.taking import Adoption, adopted
from l10n.model import Document, Entry
from l10n.segmentation.document import extract
from tests.conftest import examples

SOURCES = ["Er kam.", "[Lua] gilt. `x` auch!", "Am 3. Mai?", "- Er *ging*.\n- a_b & <c>", "Er kam. Am 3. Mai?"]
TRANSLATIONS = ["Пришёл.", "*Ушёл*.", "[Луа] да. `x` тоже!", "3 мая?", "`x` да. [Луа] тоже!", "- а\n- б", "1. в"]


def _messages() -> st.SearchStrategy[list[Entry]]:
    source = st.sampled_from(SOURCES)
    target = st.lists(st.sampled_from(TRANSLATIONS), max_size=2).map(" ".join)
    flags = st.sampled_from([(), ("fuzzy",)])
    return st.lists(st.builds(Entry, source, target, flags=flags, obsolete=st.booleans()), max_size=5)


def _filled(document: Document, entries: Sequence[Entry], messages: Sequence[Entry]) -> list[Entry]:
    by_key = {entry.key: entry for entry in entries}
    adoption = Adoption(OwnParagraphs([document]), {document.name: by_key}, ("de", "ru"))
    treated = adoption.take(messages)
    assert len(treated) == sum(bool(message.msgstr) for message in messages)
    kept = (treatment for treatment in treated if treatment.fate is Fate.REMEMBERED)
    assert all(treatment.units and not treatment.message.fuzzy for treatment in kept)
    texts = adoption.texts[document.name]
    return [adopted(entry, texts[entry.key]) if entry.key in texts else entry for entry in entries]


@examples(25, thorough=2_000)
@given(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=4), _messages(), _messages())
def test_what_people_have_stays_and_a_second_time_changes_nothing(
    tmp_path: Path, paragraphs: list[str], first: list[Entry], second: list[Entry]
) -> None:
    path = tmp_path / "guide.md"
    path.write_text("\n\n".join([*paragraphs, "Er kam. `x` auch!", "[Lua]: x"]), "utf-8")
    document = extract(path, "de", tmp_path)
    once = _filled(document, template(document), first)
    twice = _filled(document, once, second)
    assert [after for before, after in zip(once, twice, strict=True) if before.translated] == [
        entry for entry in once if entry.translated
    ]
    assert _filled(document, twice, [*second, *first]) == twice
