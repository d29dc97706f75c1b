"""A file in which nothing is to be translated is no fault in any format: it is told, and copied into each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run

FILES = {
    "a.md": "```\nprint(1)\n```\n",
    "b.html": '<html lang="de"><body><img src="a.png"><br></body></html>\n',
    "c.txt": "* * *\n\n---\n",
    "d.md": "<!-- l10n:off -->\n\nDas bleibt deutsch.\n",
}
TOLD = "there is nothing to translate in it"


def _write(*names: str) -> None:
    Path("texts").mkdir(exist_ok=True)
    for name in names or FILES:
        Path("texts", name).write_bytes(FILES[name].encode())
    Path("l10n.toml").write_text('sources = ["texts"]\ntargets = ["en", "ru"]\n')


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("command", ["update", "draft", "segment"])
def test_every_format_says_so_and_makes_no_catalogue(
    run: Run, project: Path, packages: Path, command: str, name: str
) -> None:
    _write(name)
    options: dict[str, list[object]] = {"segment": [f"texts/{name}"], "draft": ["--packages", packages]}
    result = run(command, *options.get(command, []))
    assert f"texts/{name}: {TOLD}" in result.stderr.splitlines()
    assert not result.stdout.strip() or command == "draft"
    assert not Path("locales").exists() or not list(Path("locales").rglob("*.po*"))


def test_it_is_copied_and_says_its_language(run: Run, project: Path) -> None:
    _write()
    run("build")
    for name, text in FILES.items():
        assert Path("build/ru", name).read_bytes() == text.replace('lang="de"', 'lang="ru"').encode()


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_bilingual_edition_of_nothing_is_a_page(run: Run, project: Path, form: str) -> None:
    _write("a.md")
    assert "0 segments" in run("build", "--bilingual", form).stdout


def test_the_others_of_the_run_go_on(run: Run, project: Path) -> None:
    _write()
    Path("texts/e.md").write_text("Das ist ein Satz.\n", "utf-8")
    result = run("update")
    assert result.stderr.count(TOLD) == len(FILES)
    assert sorted(path.name for path in Path("locales").rglob("*.po")) == ["e.po", "e.po"]


def test_a_catalogue_that_is_there_keeps_what_people_wrote(run: Run, project: Path) -> None:
    _write("a.md")
    Path("texts/a.md").write_text("Das ist ein Satz.\n", "utf-8")
    run("update", "--to", "ru")
    path = Path("locales/ru/LC_MESSAGES/a.po")
    text = path.read_text("utf-8")
    path.write_text(text[: text.rindex('msgstr ""')] + 'msgstr "Это предложение."\n', "utf-8")
    _write("a.md")
    run("update", "--to", "ru")
    (entry,) = po.read(path).entries
    assert (entry.obsolete, entry.msgstr) == (True, "Это предложение.")


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_refused_in_every_format(run: Run, project: Path, name: str) -> None:
    _write(name)
    Path("texts", name).write_text(" \n")
    assert f"{name}: is empty\n" in run("update", code=2).stderr
