"""Between sentences there is a space, but for Chinese and Japanese: a source has one too many or one too few."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.building.article import article
from l10n.building.sentence_spaces import spaced
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.conftest import Run

CHINESE = {
    "He came.": "他来了。",
    "She <b>left</b>.": "她<b>走了</b>。",
    "She left.": "她走了。",
    "Nobody knew.": "没人知道。",
}


def filled(po: Path, texts: dict[str, str]) -> None:
    file = polib.pofile(str(po))
    for entry in file:
        entry.msgstr = texts[entry.msgid]
    file.save()


@pytest.mark.parametrize(
    ("name", "source", "built"),
    [
        ("a.txt", "He came. She left. Nobody knew.\n", "他来了。她走了。没人知道。\n"),
        ("a.md", "He came. She left.\n\nNobody knew.\n", "他来了。她走了。\n\n没人知道。\n"),
        ("a.html", "<p>He came. She <b>left</b>. Nobody knew.</p>", "<p>他来了。她<b>走了</b>。没人知道。</p>"),
    ],
)
def test_a_chinese_article_has_no_spaces_between_sentences(
    run: Run, project: Path, name: str, source: str, built: str
) -> None:
    Path(name).write_text(source, "utf-8")
    run("update", name, "--from", "en", "--to", "zh")
    filled(Path("locales/zh/LC_MESSAGES/a.po"), CHINESE)
    run("build", name, "--from", "en", "--to", "zh")
    assert Path(f"build/zh/{name}").read_text("utf-8") == built


@pytest.mark.parametrize(
    ("name", "source", "built"),
    [
        ("a.txt", "他来了。她走了。没人知道。\n", "He came. She left. Nobody knew.\n"),
        ("a.md", "他来了。她走了。\n\n没人知道。\n", "He came. She left.\n\nNobody knew.\n"),
        ("a.html", "<p>他来了。她<b>走了</b>。没人知道。</p>", "<p>He came. She <b>left</b>. Nobody knew.</p>"),
    ],
)
def test_an_article_out_of_chinese_has_them(run: Run, project: Path, name: str, source: str, built: str) -> None:
    Path(name).write_text(source, "utf-8")
    run("update", name, "--from", "zh", "--to", "en")
    filled(Path("locales/en/LC_MESSAGES/a.po"), {chinese: english for english, chinese in CHINESE.items()})
    run("build", name, "--from", "zh", "--to", "en")
    assert Path(f"build/en/{name}").read_text("utf-8") == built


@settings(max_examples=40)
@given(
    st.sampled_from([("zh", "en"), ("en", "zh"), ("ja", "th"), ("fr", "ja")]),
    st.sampled_from(["a.txt", "a.html", "a.md"]),
    st.lists(st.sampled_from(["他来了。", "He came. ", "本当？", "<b>他。</b>", "\n", " ", "Oui ! "]), max_size=12),
)
def test_a_source_as_its_own_translation_is_the_article(
    tmp_path_factory: pytest.TempPathFactory, pair: tuple[str, str], name: str, parts: list[str]
) -> None:
    file = tmp_path_factory.mktemp("article") / name
    file.write_text("".join((*parts, "Oui")), "utf-8", newline="")
    document = extract(file, pair[0], file.parent)
    same = [Rendering(segment, segment.text, RenderingOrigin.TRANSLATION) for segment in document.segments]
    assert article(document, spaced(document, same, *pair)) == file.read_bytes()
