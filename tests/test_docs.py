"""What the documentation says is so."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from l10n import config, errors, plugins
from l10n.building import settings as build_settings
from l10n.building.selection import Rules
from l10n.catalogue import po
from l10n.checking import settings as check_settings
from l10n.cli import boundary
from l10n.cli.commands import COMMANDS
from tests import reference
from tests.conftest import ROOT, Run, missing

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text("utf-8")


def _sessions() -> list[list[tuple[str, str]]]:
    """Command and output of each step of the sessions of README and of the page on the commands."""
    blocks = re.findall(r"```console\n(.*?)```", README + COMMANDS_PAGE, re.S)
    return [re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.M) for block in blocks]


def test_the_sessions_in_the_readme_are_real_and_short(
    project: Path, demo_packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("seeds", "locales"):
        (project / folder).symlink_to(ROOT / folder)
    (project / "l10n.toml").write_text('sources = ["seeds/*.txt"]\n')
    shutil.copytree(demo_packages, project / "build" / "demo" / "packages")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/bin:/bin")
    for session in _sessions():
        assert sum(1 + output.count("\n") for _, output in session) <= 15
        for command, output in session:
            done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, encoding="utf-8")
            assert done.returncode == (1 if ": error " in output else 0), done.stderr
            assert _without_padding(done.stdout) == _without_padding(output), command


def _without_padding(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_the_readme_is_short_and_names_both_commands() -> None:
    assert README.count("\n") <= 150
    assert "    make demo" in README
    assert "    make test" in README


def test_the_lines_of_the_readme_for_ones_own_text_are_all_that_is_needed(
    run: Run, project: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (block,) = (block for block in re.findall(r"```sh\n(.*?)```", README, re.S) if "l10n init" in block)
    first, second, third = (shlex.split(line, comments=True)[1:] for line in block.splitlines())
    (project / "l10n.toml").unlink()
    (project / "article.md").write_text("# Das Haus\n\nDas Haus ist groß.\n", "utf-8")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(project / "none"))
    assert (
        f"next: l10n {shlex.join(second)}\n" in run(*first, "--yes").stderr
    )  # --yes: there is no terminal to be asked
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    run(*third)
    assert [po.read(project / "locales" / lang / "LC_MESSAGES" / "article.po").entries for lang in ("en", "uk")]


def test_the_page_on_the_commands_has_every_exit_code() -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", COMMANDS_PAGE, re.M)}
    children = [errors.L10nError, errors.PackageError, errors.WriteError, errors.RefusalError]
    assert codes == {0, 1, boundary.BUG, boundary.INTERRUPTED} | {error.exit_code for error in children}


def test_the_page_on_the_commands_names_each() -> None:
    for name in COMMANDS:
        assert f"`l10n {name} " in COMMANDS_PAGE or f"`l10n {name}`" in COMMANDS_PAGE


def test_the_first_settings_of_their_page_are_the_defaults(tmp_path: Path) -> None:
    block = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "settings.md").read_text("utf-8"), re.S)[0]
    (tmp_path / "pyproject.toml").write_text(block)
    found, default = config.load(tmp_path), config.Config(root=tmp_path)
    assert (found.source_language, found.targets, found.beam, found.packages, found.glossary) == (
        default.source_language,
        default.targets,
        default.beam,
        default.packages,
        default.glossary,
    )
    assert check_settings.read(found.check, tmp_path) == check_settings.Settings()
    assert [each.threshold.rules(mark=False) for each in build_settings.read(found.build, tmp_path)] == [Rules()]
    assert found.locales == tmp_path / default.locales
    assert found.documents == default.documents
    names = {name.replace("_", "-") for name in config.Config.__dataclass_fields__} - {"root", "file"}
    assert set(config.KEYS) == names
    assert all(name in block for name in names)


def test_every_link_between_documents_leads_somewhere() -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        text = re.sub(r"^ {4}.*$|```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.M | re.S)
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_each_lock_pins_its_packages_and_leaves_out_what_we_never_import() -> None:
    runtime, dev = _pins("requirements.lock"), _pins("requirements-dev.lock")
    assert all(str(pin.specifier).startswith("==") for pin in (*runtime, *dev))
    names = {pin.name for pin in runtime}
    assert not names & {pin.name for pin in dev}
    assert not (names | {pin.name for pin in dev}) & {"stanza", "spacy", "minisbd", "torch", "onnxruntime", "tqdm"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras, groups = project["project"]["optional-dependencies"], project["dependency-groups"]
    assert _names([*project["project"]["dependencies"], *extras["serve"], *groups["install"]]) <= names
    assert _names([*extras["dask"], *extras["spelling"], *extras["tokenizers"], *extras["xlsx"]]) <= {
        pin.name for pin in dev
    }
    assert _names(groups["dev"]) == _names(groups["dev"]) & {pin.name for pin in dev}


def test_what_is_installed_to_run_is_what_our_dependencies_declare() -> None:
    """Nothing more: `make demo` is not to download what only tests need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    left = [*project["project"]["dependencies"], "werkzeug", "flit-core"]
    reached = set[str]()
    while left:
        name = Requirement(left.pop()).name.replace("_", "-").lower()
        if name not in reached and name not in {"stanza", "spacy", "minisbd", "tqdm"}:
            reached.add(name)
            with suppress(metadata.PackageNotFoundError):  # those that other systems need
                left += [line for line in metadata.requires(name) or () if "extra ==" not in line]
    assert {pin.name for pin in _pins("requirements.lock")} <= reached


def _pins(lock: str) -> list[Requirement]:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


def _names(lines: Iterable[str]) -> set[str]:
    return {Requirement(line).name.replace("_", "-") for line in lines}


def test_the_catalogues_of_the_seed_article_are_up_to_date(run: Run, project: Path) -> None:
    """After a change of the article or of the splitter: `make locales`."""
    before = {path: path.read_bytes() for path in (ROOT / "locales").rglob("*.po*")}
    assert len(before) == 5
    for path, data in before.items():
        copy = project / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(data)
    (project / "seeds").symlink_to(ROOT / "seeds")
    run("update", *(path.relative_to(ROOT) for path in (ROOT / "seeds").glob("*.txt")))
    for path, data in before.items():
        assert (project / path.relative_to(ROOT)).read_bytes() == data
        assert po.read(path).entries


def test_no_machine_and_no_registry_is_named_in_the_repository() -> None:
    done = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=False, capture_output=True, encoding="utf-8", errors="replace"
    )
    files = [ROOT / name for name in done.stdout.splitlines()]
    for path in files:
        if path.suffix in {".py", ".md", ".toml", ".lock", ".yml"} and path.name != Path(__file__).name:
            text = path.read_text("utf-8")
            assert str(ROOT) not in text, path
            assert not re.search(r"index-url *=|/simple/", text), path


def test_shell_words_of_the_session_are_ours() -> None:
    commands = {shlex.split(command)[0] for session in _sessions() for command, _ in session}
    assert commands == {"l10n", "grep", "printf", "sed"}


def test_the_reference_of_the_checks_is_up_to_date() -> None:
    """After a change of a check's docstring: `make docs`."""
    assert reference.PAGE.read_text("utf-8") == reference.page()


def test_every_check_and_format_is_in_the_documentation(run: Run) -> None:
    page = (ROOT / "docs" / "report-formats.md").read_text("utf-8")
    assert all(f"## {name}\n" in page for name in plugins.names("l10n.reports.formats"))
    listed = run("check", "--list").stdout
    assert all(f"\n## {line.split()[0]}\n" in reference.page() for line in listed.splitlines())


_INSTALLERS = r"(?:pip3? install|pipx (?:install|run)\b|uvx|uv (?:tool (?:install|run)|add|pip install)|conda install)"


def test_nothing_tells_to_install_l10n_from_a_package_index() -> None:
    """There `l10n` is another project, and ours is not yet: a clone or a wheel is installed, and an extra by name."""
    files = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "pyproject.toml", *ROOT.glob("l10n/**/*")]
    texts = {path: path.read_text("utf-8", "replace") for path in files if path.is_file() and path.suffix != ".pyc"}
    wrong = re.compile(rf"{_INSTALLERS}[^\n`]*[ '\"]l10n(?:-desk)?(?![\w/.])")
    assert wrong.search("pip install 'l10n[serve]'")
    assert wrong.search("uvx l10n check")
    assert wrong.search("pipx install l10n-desk")
    assert not wrong.search("pip install --no-deps ./.l10n")
    found = [(path.name, match[0]) for path, text in texts.items() for match in wrong.finditer(text)]
    assert not found


def test_the_hints_for_extras_name_what_these_bring() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    page = (ROOT / "docs" / "install.md").read_text("utf-8")
    for extra, where in {"serve": "workflow/review/serve.py", "spelling": "text/spelling.py"}.items():
        hint = f"pip install '{' '.join(extras[extra])}'"
        assert hint in page
        assert hint in (ROOT / "l10n" / where).read_text("utf-8")
    assert all(f"'{bounds}'" in page for extra in ("dask", "tokenizers") for bounds in extras[extra])


def test_the_documentation_is_a_site_without_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    """`make site`; a page that no table of contents has is an error, too."""
    if find_spec("sphinx") is None or find_spec("myst_parser") is None:
        missing("needs Sphinx and MyST: requirements-dev.lock")
    code, said = _site(ROOT / "docs", tmp_path / "site")
    assert (code, said) == (0, "")
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert not re.findall(r"<(?:script|link)[^>]+(?:src|href)=.https?:", page)  # nothing is asked of another host
    assert (tmp_path / "site" / "searchindex.js").is_file()


def test_a_link_that_leads_nowhere_stops_the_site(tmp_path: Path) -> None:
    if find_spec("sphinx") is None or find_spec("myst_parser") is None:
        missing("needs Sphinx and MyST: requirements-dev.lock")
    (tmp_path / "index.md").write_text("# A\n\n[b](none.md)\n[c](index.md#nowhere)\n![d](none.png)\n")
    shutil.copy(ROOT / "docs" / "conf.py", tmp_path)
    code, said = _site(tmp_path, tmp_path / "site")
    assert code != 0
    assert [name for name in ("none.md", "nowhere", "none.png") if name not in said] == []


def _site(source: Path, target: Path) -> tuple[int, str]:
    (line,) = re.findall(r"^\t\$\(BIN\)/python (-m sphinx .*) docs build/site$", MAKEFILE, re.M)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
    command = [sys.executable, *line.split(), str(source), str(target)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=environment)
    return done.returncode, done.stdout + done.stderr


def test_the_page_on_settings_is_true(run: Run, project: Path) -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    file, root = project / "texts" / "guide" / "index.txt", project / "pyproject.toml"
    (project / "l10n.toml").unlink()
    file.parent.mkdir(parents=True)
    for path in (file, project / "README"):
        path.write_text("Ein Text.\n", "utf-8")
    for block in re.findall(r"```toml\n(.*?)```", page, re.S):
        root.write_text(block)
        run("update", "README", "--format", "plain", "--to", "ru")
    for command, output in re.findall(r"```console\n\$ l10n ([^\n]+)\n(.*?)```", page, re.S):
        root.write_text("[tool.l10n]\n")
        assert _format_free(run(*command.split(), code=2).stderr) == _format_free(output)
    for sources, name in re.findall(r"^\| (`\[.+?|none) \| `texts/guide/index.txt` \| `(.+)` \|$", page, re.M):
        for setting in re.findall(r"`(\[.*?\])`", sources) or ["[]"]:
            root.write_text(f"[tool.l10n]\nsources = {setting}\n")
            shutil.rmtree(project / "locales", ignore_errors=True)
            run("update", file, "--to", "ru")
            assert (project / "locales" / f"{name}.pot").is_file(), setting
    rows = re.findall(r"^\| `(\S+\.po)` \| `(\S+\.po)` \| `(\S+\.pot)` \|$", page, re.M)
    assert len(rows) == 3
    for pattern, catalogue, template in rows:
        root.write_text(f'[tool.l10n]\nsources = ["texts"]\ncatalogues = "{pattern}"\n')
        run("update", "--to", "ru")
        assert (project / catalogue).is_file()
        assert (project / template).is_file()
        shutil.rmtree(project / "po")


def _format_free(text: str) -> str:
    """Without the list of formats, which grows."""
    return re.sub(r"l10n reads .*", "", text)


def test_the_sessions_of_the_languages_are_real(run: Run) -> None:
    page = (ROOT / "docs" / "languages.md").read_text("utf-8")
    sessions = re.findall(r"^\$ l10n (.+)\n((?:(?!\$ |```).*\n)*)", page, re.M)
    assert len(sessions) == 2
    for command, output in sessions:
        done = run(*shlex.split(command), code=2 if "error:" in output else 0)
        assert _without_padding(done.stdout + done.stderr) == _without_padding(output)
