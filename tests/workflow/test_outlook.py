"""What a dry run says there is to do."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from l10n.cli.telling.pace import ahead
from l10n.config import Config
from l10n.drafting import Options
from l10n.drafting.legs import Flags, Made
from l10n.engines import LanguagePair
from l10n.memory.store import Memory
from l10n.memory.unit import Unit, UnitOrigin
from l10n.model import Leg
from l10n.workflow.draft import DraftRequest, Outlook, draft

TEXTS = ["Das Haus ist alt.", "Das Haus ist sehr groß.", "Wir gehen morgen früh mit den Kindern in die Stadt."]
WORDS = 4 + 5 + 10


class Echo:
    """Every leg is the text itself."""

    slice_size = 2_000

    def legs(self, pair: LanguagePair, texts: Sequence[str], options: Options, flags: Flags) -> Generator[Made]:
        yield from ((text, Leg(pair.name, text, -0.1)) for text in texts)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("\n".join(TEXTS) + "\n", "utf-8")
    (tmp_path / "b.txt").write_text(TEXTS[0] + "\n", "utf-8")
    return tmp_path


def request(folder: Path, packages: Path, **more: object) -> DraftRequest:
    settings = Config(folder, locales=folder / "locales", memory=folder / "l10n.db")
    sources = (folder / "a.txt", folder / "b.txt")
    return DraftRequest(settings=settings, sources=sources, to="en,ru", packages=packages, **more)  # type: ignore[arg-type]


def outlook(folder: Path, packages: Path) -> Outlook:
    (event,) = (event for event in draft(request(folder, packages, dry_run=True)) if isinstance(event, Outlook))
    return event


def test_a_first_dry_run_counts_distinct_texts_and_knows_no_rate(project: Path, packages: Path) -> None:
    assert outlook(project, packages) == Outlook(len(TEXTS), WORDS, 0, None)
    assert not (project / "l10n.db").exists()


def test_what_the_memory_has_is_counted_a_language_and_takes_no_time(project: Path, packages: Path) -> None:
    with Memory(project / "l10n.db") as memory:
        memory.add([Unit(TEXTS[2], "Завтра утром мы поедем с детьми в город.", "de", "ru", origin=UnitOrigin.HUMAN)])
        memory.keep_rate(Options().beam, 10.0)
    told = outlook(project, packages)
    assert told.remembered == 1
    assert told.seconds == pytest.approx((WORDS + 9) / 10)  # to English all, from there to Russian what is left


def test_a_long_run_leaves_its_rate_and_a_short_one_does_not(
    project: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(draft(request(project, packages, scheduler=Echo())))
    with Memory(project / "l10n.db") as memory:
        assert memory.rate(Options().beam) is None
    monkeypatch.setattr("l10n.workflow.draft.filling.ENOUGH", 2 * WORDS)
    (project / "l10n.db").unlink()
    list(draft(request(project, packages, scheduler=Echo(), redraft=True)))
    with Memory(project / "l10n.db") as memory:
        assert (memory.rate(Options().beam) or 0) > 0


def test_the_line_says_so_in_words() -> None:
    assert ahead(Outlook(1, 4, 0, None)) == (
        "to draft: 1 text, 4 words; 0 drafts from the memory; how long that takes is unknown"
    )
    assert ahead(Outlook(700, 9_000, 30, 5_400)).endswith(
        "700 texts, 9000 words; 30 drafts from the memory; about 1 h 30 min"
    )
