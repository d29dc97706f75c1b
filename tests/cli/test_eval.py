"""`l10n eval`: what it compares, forms and files, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.header import header
from l10n.memory.drafts import FirstDraft
from l10n.memory.store import Memory
from l10n.model import Catalogue, Draft, Entry, Leg
from l10n.risk.features import Features
from tests.conftest import Run

TEXTS = {"Das Haus": "Дом", "Der Hund": "Пес", "Die Katze": "Кот", "Das Tor": "Цель", "Der Hof": "Двор"}
BETTER = ["Дом", "Собака", "Кошка", "Ворота", "Двор"]


def _write(name: str, *entries: Entry, lang: str = "ru") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header("doc", lang, "de", "2026-01-31 12:00+0000"), entries))
    return path


def _draft(msgid: str, text: str, risk: str = "0.30") -> Entry:
    entry = drafted(Entry(msgid, extracted=("heading 1",)), Draft("argos", (Leg("de-ru-1", text, -0.1),)))
    return replace(entry, comments=tuple(line.replace(" h=", f" risk={risk} h=") for line in entry.comments))


def _project() -> None:
    """Drafts in the usual place, and a reference."""
    drafts = [_draft(*texts, f"0.{place}0") for place, texts in enumerate(TEXTS.items(), 1)]
    _write("locales/ru/LC_MESSAGES/doc.po", *drafts)
    _write("ref.po", *(Entry(msgid, text) for msgid, text in zip(TEXTS, BETTER, strict=True)))


@pytest.fixture
def memory(project: Path) -> Callable[[Sequence[FirstDraft]], None]:
    """Keeps these first drafts."""

    def keep(drafts: Sequence[FirstDraft]) -> None:
        with Memory(project / "l10n.db") as store:
            store.keep_drafts(drafts)

    return keep


def _first(msgid: str, text: str, features: Features | None = None) -> FirstDraft:
    kept = json.dumps(asdict(features)) if features else ""
    return FirstDraft("doc", "ru", None, msgid, text, "argos de-en-1.0+en-ru-1.0", 0.2, features=kept)


def _json(run: Run, *arguments: object, code: int = 0) -> dict[str, object]:
    read: dict[str, object] = json.loads(run("eval", *arguments, "--format", "json", code=code).stdout)
    return read


def test_standing_drafts_are_compared_with_a_reference(run: Run) -> None:
    _project()
    lines = run("eval", "--reference", "ref.po").stdout.splitlines()
    assert lines[0] == "5 drafts compared with ref.po"
    assert lines[2].split()[:3] == ["ru", "all", "5"]
    assert any(line.startswith("rank correlation of risk and edit rate: ") for line in lines)


@pytest.mark.parametrize("name", ["ref.tmx", "ref.txt"])
def test_a_memory_or_lines_of_text_give_the_same_figures(run: Run, name: str) -> None:
    _project()
    units = "".join(
        f'<tu><tuv xml:lang="de"><seg>{msgid}</seg></tuv><tuv xml:lang="ru"><seg>{text}</seg></tuv></tu>'
        for msgid, text in zip(TEXTS, BETTER, strict=True)
    )
    Path("ref.tmx").write_text(f'<tmx version="1.4"><header/><body>{units}</body></tmx>', "utf-8")
    Path("ref.txt").write_text("\n".join(BETTER) + "\n", "utf-8")
    expected, found = (_json(run, "--reference", reference) for reference in ("ref.po", name))
    assert found == {**expected, "compared": name}


def test_first_drafts_are_compared_with_the_accepted_texts(
    run: Run, memory: Callable[[Sequence[FirstDraft]], None]
) -> None:
    _write("locales/ru/LC_MESSAGES/doc.po", *(Entry(*texts) for texts in zip(TEXTS, BETTER, strict=True)))
    memory([_first(msgid, text) for msgid, text in TEXTS.items()])
    found = _json(run)
    assert (found["compared"], found["segments"]) == ("accepted", 5)
    assert "5 drafts compared with what people accepted" in run("eval", "locales").stdout


def test_fit_shows_weights_and_what_they_are_worth(run: Run, memory: Callable[[Sequence[FirstDraft]], None]) -> None:
    entries = [Entry(f"Haus {number}", "Дом" if number % 2 else "Здание") for number in range(20)]
    _write("locales/ru/LC_MESSAGES/doc.po", *entries)
    features = [Features(errors=int(number % 2 == 0)) for number in range(20)]
    memory([_first(one.msgid, "Дом", own) for one, own in zip(entries, features, strict=True)])
    lines = run("eval", "--fit").stdout.splitlines()
    assert lines[0].split() == ["feature", "before", "after"]
    assert "(20 drafts): before +1.00; after (held out) +" in lines[-1]


def test_weights_are_not_fitted_without_features_or_to_a_reference(
    run: Run, memory: Callable[[Sequence[FirstDraft]], None]
) -> None:
    _write("locales/ru/LC_MESSAGES/doc.po", Entry("Haus", "Дом"))
    memory([_first("Haus", "Дом")])
    assert "features" in run("eval", "--fit", code=2).stderr
    assert "people's edits" in run("eval", "--fit", "--reference", "ref.po", code=2).stderr


@pytest.mark.parametrize("name", ["table", "json", "html"])
def test_a_file_gets_the_same_bytes_as_stdout(run: Run, name: str) -> None:
    _project()
    shown = run("eval", "--reference", "ref.po", "-f", name, "-o", "-").stdout
    run("eval", "--reference", "ref.po", "-f", name, "-o", "out/report")
    assert Path("out/report").read_text("utf-8") == shown


@pytest.mark.parametrize("name", ["locales/ru/LC_MESSAGES/doc.po", "ref.po"])
def test_no_catalogue_and_no_reference_is_written_over(run: Run, name: str) -> None:
    _project()
    before = Path(name).read_bytes()
    assert "name another file" in run("eval", "--reference", "ref.po", "--output", name, code=2).stderr
    assert Path(name).read_bytes() == before


def test_an_unreadable_catalogue_is_named_and_the_others_are_compared(run: Run) -> None:
    _project()
    Path("locales/ru/LC_MESSAGES/bad.po").write_text('msgid "a"\nmsgstr "b\n')
    Path("locales/none.po").write_text('msgid "a"\nmsgstr "b"\n')
    result = run("eval", "--reference", "ref.po", code=2)
    assert result.stdout.startswith("5 drafts compared")
    assert "bad.po:2" in result.stderr
    assert "none.po: no language" in result.stderr


def test_where_there_is_nothing_to_compare_it_says_so(run: Run, memory: Callable[[Sequence[FirstDraft]], None]) -> None:
    Path("locales").mkdir()
    assert "l10n.db" in run("eval", code=2).stderr
    memory([])
    assert "locales: no catalogues" in run("eval", code=2).stderr
    _project()
    assert "locales: no draft has been accepted yet" in run("eval", code=2).stderr
    other = _write("other.po", Entry("Anderes", "Другое"))
    assert (
        "other.po: no draft in the catalogues is in the reference" in run("eval", "--reference", other, code=2).stderr
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing"], "missing: no such file or folder"),
        (["--format", "pdf"], "unknown format 'pdf'"),
        (["--reference", "missing.po"], "missing.po: cannot read"),
        (["--reference", "ref.csv"], "ref.csv: no reference"),
    ],
)
def test_bad_usage_is_explained(run: Run, arguments: list[str], message: str) -> None:
    _project()
    result = run("eval", *arguments, code=2)
    assert message in result.stderr
    assert "hint: " in result.stderr


def test_other_commands_do_not_wait_for_sacrebleu() -> None:
    code = "import sys; import l10n.cli; print({'sacrebleu', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"


def test_by_engine_says_which_needs_fewer_edits(
    run: Run, project: Path, memory: Callable[[Sequence[FirstDraft]], None]
) -> None:
    engines = ["argos de-en-1.0", "nllb de-ru-nllb", "nllb de-ru-nllb", "l10n-tm", "argos+fx de-en-1.0+en-ru-fx"]
    drafts = zip(TEXTS.items(), engines, strict=True)
    memory([replace(_first(msgid, text), engine=engine) for (msgid, text), engine in drafts])
    accepted = [Entry(msgid, better) for msgid, better in zip(TEXTS, BETTER, strict=True)]
    _write("locales/ru/LC_MESSAGES/doc.po", *(replace(entry, extracted=("heading 1",)) for entry in accepted))
    groups = json.loads(run("eval", "--by", "engine", "--format", "json").stdout)["groups"]
    parts = [(group.get("engine"), group["segments"], group["effort"]["accepted_as_is"]) for group in groups]
    assert parts == [(None, 5, 2), ("argos", 1, 1), ("argos+fx", 1, 1), ("memory", 1, 0), ("nllb", 2, 0)]
    assert "argos+fx" in run("eval", "--by", "engine").stdout


def test_by_engine_with_a_reference_reads_the_marks(run: Run, project: Path) -> None:
    _project()
    groups = json.loads(run("eval", "--by", "engine", "--reference", "ref.po", "--format", "json").stdout)["groups"]
    assert [group.get("engine") for group in groups] == [None, "argos"]
