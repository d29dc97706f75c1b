"""l10n where others run it: hooks of pre-commit, the workflow for GitHub, the job for GitLab, and docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from ruamel.yaml import YAML

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.checking import settings
from l10n.errors import L10nError
from l10n.model import State
from tests.conftest import ROOT, Git, Run

HOOKS = ROOT / ".pre-commit-hooks.yaml"
WORKFLOW = ROOT / ".github" / "workflows" / "translations.yml"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
RU = Path("locales", "ru", "LC_MESSAGES", "text.po")
HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: text 1\n"
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
"X-Source-Language: de\n"
"""
GOOD, BAD = "Погибли 38 человек.", "Погибли 83 человека."
LINE = HEADER.count("\n") + 3
"""Of the first msgstr, `GOOD` or `BAD`."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a program ended, and what it said."""

    code: int
    stdout: str
    stderr: str


def _catalogue(*texts: str) -> str:
    """With these translations of two sentences."""
    sources = ("38 Menschen starben.", "Das Haus hat 12 Zimmer.")
    entries = (f'\nmsgid "{source}"\nmsgstr "{text}"\n' for source, text in zip(sources, texts, strict=False))
    return HEADER + "".join(entries)


def _put(text: str, folder: Path | None = None) -> None:
    path = (folder or Path.cwd()) / RU
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _do(*command: object, env: Mapping[str, str] | None = None) -> Done:
    words = [str(word) for word in command]
    done = subprocess.run(words, check=False, capture_output=True, encoding="utf-8", env=env)
    return Done(done.returncode, done.stdout, done.stderr)


def _yaml(text: str) -> dict[str, object]:
    loaded: dict[str, object] = YAML(typ="safe").load(text)
    return loaded


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.S | re.M)


# pre-commit


@pytest.fixture
def hooked(git: Git, project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Install hooks of our manifest in the current repository: `hooked("  - id: l10n-check")`.

    They run the l10n that is there; that they install their own is tested once, as it takes its time.
    """
    monkeypatch.setenv("PRE_COMMIT_HOME", str(project / "pre-commit"))
    ours = project / "hooks"
    ours.mkdir()
    manifest = re.sub("  additional_dependencies: .*\n", "", HOOKS.read_text("utf-8"))
    (ours / HOOKS.name).write_text(manifest.replace("language: python", "language: system"), "utf-8")
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "hooks")):
        git("-C", ours, *arguments)
    revision = git("-C", ours, "rev-parse", "HEAD").strip()

    def install(hooks: str) -> None:
        head = f"repos:\n- repo: {ours.as_uri()}\n  rev: {revision}\n  hooks:\n"
        Path(".pre-commit-config.yaml").write_text(head + hooks + "\n")
        git("add", ".")
        git("commit", "--quiet", "--message", "hooks")
        assert _do(sys.executable, "-m", "pre_commit", "install").code == 0

    return install


def _commit(git: Git, code: int = 0) -> str:
    git("add", ".")
    return git("commit", "--message", "x", code=code)


def test_the_manifest_of_the_hooks_is_valid() -> None:
    done = _do(sys.executable, "-m", "pre_commit", "validate-manifest", HOOKS)
    assert done == Done(0, "", ""), done.stdout


def test_the_hook_installs_the_lock_and_nothing_else(
    git: Git, project: Path, monkeypatch: pytest.MonkeyPatch, untraced: None
) -> None:
    """Without a network: what the lock has is there already, and so is what builds l10n."""
    ours = project / "hooks"
    shutil.copytree(ROOT / "l10n", ours / "l10n", ignore=shutil.ignore_patterns("__pycache__"))
    for name in (HOOKS.name, "pyproject.toml", "requirements.lock", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, ours)
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "hooks")):
        git("-C", ours, *arguments)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(project / "pre-commit"))
    monkeypatch.setenv("PYTHONPATH", sysconfig.get_path("purelib"))
    for name, value in {"NO_INDEX": "1", "NO_COMPILE": "1", "NO_BUILD_ISOLATION": "0"}.items():
        monkeypatch.setenv(f"PIP_{name}", value)  # the last one is read as the option's opposite
    revision = git("-C", ours, "rev-parse", "HEAD").strip()
    config = f"repos:\n- repo: {ours.as_uri()}\n  rev: {revision}\n  hooks:\n  - id: l10n-check\n"
    Path(".pre-commit-config.yaml").write_text(config)
    _put(_catalogue(BAD))
    git("add", ".")
    done = _do(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert done.code == 1, done.stdout + done.stderr
    assert f"{RU.as_posix()}:{LINE}:17: error numbers: " in done.stdout
    (scripts,) = {path.parent for path in (project / "pre-commit").glob("*/py_env-*/*/l10n*") if path.stem == "l10n"}
    installed = {path.name.partition("-")[0] for path in scripts.parent.glob("**/site-packages/*.dist-info")}
    assert "l10n_desk" in installed
    assert not installed & {"torch", "stanza", "spacy", "minisbd"}


def test_a_commit_passes_the_hook_or_is_stopped_and_told_the_line(git: Git, hooked: Callable[[str], None]) -> None:
    hooked("  - id: l10n-check")
    _put(_catalogue(GOOD))
    assert "l10n check" in _commit(git)
    _put(_catalogue(BAD))
    said = _commit(git, code=1)
    assert f"{RU.as_posix()}:{LINE}:17: error numbers: " in said
    assert "exit code: 1" in said


def test_the_hook_sees_only_catalogues_of_the_commit(git: Git, hooked: Callable[[str], None]) -> None:
    _put(_catalogue(BAD))
    hooked("  - id: l10n-check")
    Path("other.txt").write_text("38")
    assert "(no files to check)" in _commit(git)


def test_the_hook_with_a_base_stops_only_what_the_commit_makes_worse(git: Git, hooked: Callable[[str], None]) -> None:
    _put(_catalogue(BAD))
    hooked("  - id: l10n-check\n    args: [--base, HEAD]")
    _put(_catalogue(BAD, "В доме 12 комнат."))
    _commit(git)
    _put(_catalogue(BAD, "В доме 21 комната."))
    said = _commit(git, code=1)
    assert f":{LINE + 3}:" in said
    assert f":{LINE}:" not in said


def test_all_catalogues_of_a_commit_go_to_one_process(git: Git, hooked: Callable[[str], None]) -> None:
    hooked("  - id: l10n-check\n    verbose: true")
    for number in range(40):
        Path(f"text-{number}.ru.po").write_text(_catalogue(GOOD), "utf-8")
    assert "40 catalogues, 40 entries: no findings" in _commit(git)


def test_the_hook_brings_a_catalogue_into_our_form_and_keeps_accepted_drafts(
    run: Run, git: Git, hooked: Callable[[str], None], packages: Path
) -> None:
    hooked("  - id: l10n-normalize")
    Path("text.txt").write_text("Titel\nDas Haus ist groß.\n", "utf-8")
    run("draft", "text.txt", "--packages", packages, "--to", "ru", "--locales", "locales")
    _commit(git)
    accepted = RU.read_text("utf-8").replace("#, fuzzy\n", "")
    RU.write_text(accepted.replace("\n", "\r\n"), "utf-8", newline="")
    assert "rewritten in our form" in _commit(git, code=1)
    assert RU.read_bytes() == accepted.encode()
    _commit(git)
    assert {state(entry) for entry in po.read(RU).entries} == {State.UNREAD}


# GitHub


def _valid(schema: str, path: Path) -> None:
    done = _do(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path)
    assert done.code == 0, done.stdout


def _steps(text: str) -> list[dict[str, str]]:
    jobs = _yaml(text)["jobs"]
    assert isinstance(jobs, dict)
    (job,) = jobs.values()
    steps: list[dict[str, str]] = job["steps"]
    return steps


def _script(name: str) -> str:
    (step,) = (step for step in _steps(WORKFLOW.read_text("utf-8")) if step.get("name") == name)
    return step["run"]


@pytest.fixture
def github(git: Git, project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run a step's script as GitHub does, in a clone of a repository whose main has an old error.

    `github(script, base_ref="main")`; the files of GitHub and of the step are then in `project`, "runner".
    """
    _put(_catalogue(BAD, "В доме 12 комнат."))
    git("add", ".")
    git("commit", "--quiet", "--message", "with an old error")
    clone = project / "clone"
    git("clone", "--quiet", Path.cwd(), clone)
    monkeypatch.chdir(clone)
    git("switch", "--quiet", "--create", "feature")
    runner = project / "runner"
    runner.mkdir()
    (runner / "script.sh").touch()
    names = {"GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "output.txt"}
    files = {name: str(runner / file) for name, file in names.items()}
    for path in files.values():
        Path(path).touch()
    env = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}}

    def invoke(script: str, base_ref: str = "", path: str = "") -> Done:
        (runner / "script.sh").write_text(script)
        github = {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": base_ref, "RUNNER_TEMP": str(runner)}
        own = {"L10N": ".", "PATH": f"{path}:{env['PATH']}"}
        shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", runner / "script.sh")
        return _do(*shell, env={**env, **files, **github, **own})

    return invoke


@pytest.mark.parametrize("path", sorted(WORKFLOW.parent.glob("*.yml")), ids=lambda path: path.name)
def test_each_workflow_is_valid(path: Path) -> None:
    _valid("vendor.github-workflows", path)


def test_the_workflow_of_the_tests_does_what_ci_does_with_no_right_it_does_not_need() -> None:
    text = (WORKFLOW.parent / "tests.yml").read_text("utf-8")
    assert _yaml(text)["permissions"] == {"contents": "read"}
    assert "run: .ci/run" in text
    assert "secrets" not in text
    assert set(re.findall(r"-r (\S+)", text)) == {path.name for path in ROOT.glob("requirements*.lock")}


def test_the_workflow_is_valid_with_the_step_for_another_repository(tmp_path: Path) -> None:
    text = WORKFLOW.read_text("utf-8")
    start = text.index("      # - uses:")
    end = text.index("\n\n", start)
    step = re.sub(r"^      # ", "      ", text[start:end], flags=re.M)
    copy = tmp_path / "translations.yml"
    copy.write_text(text[:start] + step + text[end:])
    _valid("vendor.github-workflows", copy)
    assert len(_steps(copy.read_text())) == len(_steps(text)) + 1
    assert text.count("own repository: ") == 4
    assert "the four changes" in text
    assert "the four changes" in " ".join(PAGE.split())


def test_the_workflow_takes_no_text_of_others_into_a_script_and_no_right_it_does_not_need() -> None:
    text = WORKFLOW.read_text("utf-8")
    assert not any("${{" in step.get("run", "") for step in _steps(text))
    assert all(re.fullmatch(r"[\w./-]+@v\d+", step["uses"]) for step in _steps(text) if "uses" in step)
    assert _yaml(text)["permissions"] == {}
    assert set(re.findall(r"^ +([a-z-]+): write", text, re.M)) == {"security-events"}
    assert "pull_request_target" not in text
    assert "secrets" not in text


def test_the_workflow_installs_the_lock_and_nothing_else(github: Callable[..., Done], project: Path) -> None:
    stub = project / "bin" / "python"
    stub.parent.mkdir()
    stub.write_text('#!/bin/sh\necho "$@"\n')
    stub.chmod(0o755)
    done = github(_script("Install l10n"), path=str(stub.parent))
    lines = done.stdout.splitlines()
    assert (done.code, len(lines)) == (0, 2)
    assert all(line.startswith("-m pip install --quiet --no-deps ") for line in lines)
    assert lines[0].endswith(" -r ./requirements.lock")
    assert lines[1].endswith(" .")


@pytest.mark.parametrize(
    ("texts", "base_ref", "lines"),
    [
        pytest.param((BAD, "В доме 12 комнат."), "main", (), id="pull request that changes nothing"),
        pytest.param((GOOD, "В доме 12 комнат."), "main", (), id="pull request that mends"),
        pytest.param((BAD, "В доме 21 комната."), "main", (LINE + 3,), id="pull request with a new error"),
        pytest.param((BAD, "В  доме 12 комнат."), "main", (), id="pull request with a warning"),
        pytest.param((BAD, "В доме 12 комнат."), "", (LINE,), id="push with an old error"),
        pytest.param((GOOD, "В доме 12 комнат."), "", (), id="push without"),
    ],
)
def test_the_workflow_reports_everywhere_and_fails_exactly_for_findings(
    github: Callable[..., Done], project: Path, texts: tuple[str, ...], base_ref: str, lines: tuple[int, ...]
) -> None:
    _put(_catalogue(*texts))
    done = github(_script("Check the catalogues"), base_ref)
    assert done.code == (1 if lines else 0), done.stderr
    annotated = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert len(annotated) == len(lines)
    for text, line in zip(annotated, lines, strict=True):
        assert text.startswith(f"::error file={RU.as_posix()},line={line},col=")
    runner = project / "runner"
    (sarif,) = json.loads((runner / "l10n.sarif").read_text("utf-8"))["runs"]
    errors = [result for result in sarif["results"] if result["level"] == "error"]
    places = [error["locations"][0]["physicalLocation"] for error in errors]
    assert [place["region"]["startLine"] for place in places] == list(lines)
    assert {place["artifactLocation"]["uri"] for place in places} <= {RU.as_posix()}
    suites = ElementTree.parse(runner / "l10n.xml").getroot()
    failed = [failure.get("type") for failure in suites.iter("failure")]
    assert failed.count("numbers") == len(lines)
    summary = (runner / "summary.md").read_text("utf-8")
    assert summary.startswith("## l10n check: ")
    assert ("error" in summary.splitlines()[0]) == bool(lines)
    assert (runner / "output.txt").read_text() == "sarif=true\n"


def _results(runner: Path, rule: str) -> list[str]:
    """The files that SARIF has errors of this rule in, one for each result."""
    (sarif,) = json.loads((runner / "l10n.sarif").read_text("utf-8"))["runs"]
    found = [one for one in sarif["results"] if (one["ruleId"], one["level"]) == (rule, "error")]
    return [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in found]


@pytest.mark.parametrize(
    ("texts", "flags", "refused"),
    [
        pytest.param(("", ""), "", 2, id="wholly untranslated"),
        pytest.param(("", "В доме 12 комнат."), "", 1, id="in part"),
        pytest.param((" ", "В доме 12 комнат."), "", 1, id="white space"),
        pytest.param(("", ""), "#, fuzzy\n", 2, id="fuzzy and empty"),
        pytest.param((GOOD, "В доме 12 комнат."), "#, fuzzy\n", 0, id="drafts"),
        pytest.param((GOOD, "В доме 12 комнат."), "", 0, id="translated"),
    ],
)
@pytest.mark.parametrize("base_ref", ["main", ""])
def test_the_workflow_fails_for_a_new_text_without_translations_and_takes_drafts(
    github: Callable[..., Done], project: Path, texts: tuple[str, ...], flags: str, refused: int, base_ref: str
) -> None:
    _put(_catalogue(GOOD, "В доме 12 комнат."))
    new = RU.with_name("new.po")
    new.write_text(_catalogue(*texts).replace("\nmsgid", f"\n{flags}msgid"), "utf-8")
    done = github(_script("Check the catalogues"), base_ref)
    assert done.code == (1 if refused else 0), done.stderr
    assert _results(project / "runner", "required-state") == [new.as_posix()] * refused
    assert done.stdout.count("title=l10n (required-state)::untranslated, but drafted is required") == refused


@pytest.mark.parametrize(("base_ref", "code"), [("main", 0), ("", 1)])
def test_the_workflow_counts_what_was_untranslated_before_only_after_a_merge(
    git: Git, github: Callable[..., Done], project: Path, base_ref: str, code: int
) -> None:
    _put(_catalogue(GOOD, ""))
    _commit(git)
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert github(_script("Check the catalogues"), base_ref).code == code
    assert _results(project / "runner", "required-state") == [RU.as_posix()] * code


def test_the_workflow_fails_for_a_text_that_has_lost_its_translation(
    github: Callable[..., Done], project: Path
) -> None:
    _put(_catalogue(BAD, ""))
    assert github(_script("Check the catalogues"), "main").code == 1
    assert _results(project / "runner", "required-state") == [RU.as_posix()]


@pytest.mark.parametrize("base_ref", ["main", ""])
@pytest.mark.parametrize("alone", [True, False])
def test_the_workflow_fails_where_a_catalogue_cannot_be_read_and_all_reports_name_it(
    github: Callable[..., Done], project: Path, base_ref: str, alone: bool
) -> None:
    _put(_catalogue(GOOD, "В доме 12 комнат."))
    broken = RU if alone else RU.with_name("broken.po")
    broken.write_text(f'{HEADER}\nmsgid "unfinished\nmsgstr ""\n', "utf-8")
    done = github(_script("Check the catalogues"), base_ref)
    line = HEADER.count("\n") + 2
    assert done.code == 2
    assert done.stderr.startswith(f"error: {broken}:{line}: ")
    assert done.stdout.startswith(f"::error file={broken.as_posix()},line={line},")
    runner = project / "runner"
    assert _results(runner, "unreadable") == [broken.as_posix()]
    (suite,) = (suite for suite in ElementTree.parse(runner / "l10n.xml").getroot() if suite.get("errors") == "1")
    assert suite.get("name") == broken.as_posix()
    assert (runner / "summary.md").read_text("utf-8").startswith("## l10n check: 1 file could not be read\n")
    assert (runner / "output.txt").read_text() == "sarif=true\n"


@pytest.mark.parametrize("base_ref", ["nowhere", "$(touch hacked)", "a;touch hacked", "--help"])
def test_the_workflow_fails_and_has_nothing_to_upload_where_there_is_no_such_base(
    github: Callable[..., Done], project: Path, base_ref: str
) -> None:
    done = github(_script("Check the catalogues"), base_ref)
    assert done.code == 2
    assert done.stderr.startswith("error: ")
    assert (project / "runner" / "output.txt").read_text() == ""
    assert not (project / "runner" / "l10n.sarif").exists()
    assert not Path("hacked").exists()


def test_the_workflow_uploads_the_reports_that_there_are_whatever_the_check_said() -> None:
    uploads = {step["name"]: step for step in _steps(WORKFLOW.read_text("utf-8")) if "upload" in step.get("uses", "")}
    scanning, kept = uploads.values()
    own = "github.event.pull_request.head.repo.fork != true"
    assert scanning["if"] == f"always() && steps.check.outputs.sarif == 'true' && {own}"
    assert kept["if"] == "always()"
    assert "          if-no-files-found: ignore" in WORKFLOW.read_text("utf-8")


def test_the_reports_that_the_workflow_uploads_are_those_that_it_writes() -> None:
    written = re.findall(r'"\$RUNNER_TEMP/([\w.]+)"', _script("Check the catalogues"))
    assert set(re.findall(r"\$\{\{ runner\.temp \}\}/([\w.]+)", WORKFLOW.read_text("utf-8"))) == set(written)


# docs/ci.md


def test_the_sessions_in_the_page_are_real(git: Git) -> None:
    shutil.copytree(ROOT / "locales", "locales")
    shutil.copytree(ROOT / "seeds", "seeds")
    shutil.rmtree(".git")
    steps = [step for block in _blocks("console") for step in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.M)]
    assert len(steps) > 10
    for command, output in steps:
        done = _do("sh", "-c", command)
        assert _without_padding(done.stdout) == _without_padding(output), command
        assert done.stderr == ""


def _without_padding(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_the_configurations_of_pre_commit_in_the_page_are_valid(tmp_path: Path) -> None:
    found = [block for block in _blocks("yaml") if block.startswith("repos:")]
    assert len(found) == 2
    for block in found:
        path = tmp_path / "config.yaml"
        path.write_text(block)
        done = _do(sys.executable, "-m", "pre_commit", "validate-config", path)
        assert done == Done(0, "", ""), done.stdout
    assert set(re.findall(r"- id: (\S+)", "".join(found))) == {
        hook["id"] for hook in YAML(typ="safe").load(HOOKS.read_text("utf-8"))
    }


def test_our_own_hooks_are_valid_and_are_what_lint_runs() -> None:
    path = ROOT / ".pre-commit-config.yaml"
    assert _do(sys.executable, "-m", "pre_commit", "validate-config", path) == Done(0, "", "")
    lint = (ROOT / "Makefile").read_text("utf-8").partition("\nlint:")[2].partition("\n\n")[0]
    for command in re.findall(r"\$\(BIN\)/(ruff format|ruff check|\S+)", lint):
        assert f"entry: .venv/bin/{command}" in path.read_text("utf-8")


def test_the_local_hook_in_the_page_works(git: Git, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(project / "pre-commit"))
    (block,) = (block for block in _blocks("yaml") if "repo: local" in block)
    Path(".pre-commit-config.yaml").write_text(block)
    _commit(git)
    assert _do(sys.executable, "-m", "pre_commit", "install").code == 0
    _put(_catalogue(BAD))
    assert f":{LINE}:17: error numbers: " in _commit(git, code=1)


@pytest.mark.parametrize(("base", "code"), [("HEAD", 0), ("", 1)])
def test_the_job_for_gitlab_works(git: Git, base: str, code: int) -> None:
    path = ROOT / "docs" / "jobs" / "gitlab-check.yml"
    _valid("vendor.gitlab-ci", path)
    _put(_catalogue(BAD))
    _commit(git)
    job = _yaml(path.read_text("utf-8"))["translations"]
    assert isinstance(job, dict)
    env = {**os.environ, **({"CI_MERGE_REQUEST_DIFF_BASE_SHA": base} if base else {})}
    done = _do("bash", "-e", "-c", "\n".join(job["script"]), env=env)
    assert done.code == code, done.stderr
    junit = ElementTree.parse(job["artifacts"]["reports"]["junit"]).getroot()
    assert junit.get("failures") == str(code)


def test_the_commands_for_any_other_server_in_the_page_work(
    git: Git, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (script,) = _blocks("sh")
    _put(_catalogue(BAD))
    _commit(git)
    git("clone", "--quiet", Path.cwd(), project / "clone")
    monkeypatch.chdir(project / "clone")
    assert _do("sh", "-c", script).code == 0
    _put(_catalogue(BAD, "В доме 21 комната."))
    done = _do("sh", "-c", script)
    assert (done.code, done.stderr) == (1, "")
    (merge_base,) = re.findall(r"`--base (.*merge-base.*)`", PAGE)
    assert _do("sh", "-c", f"l10n check --base {merge_base}").code == 1


def test_the_comment_in_the_page_silences_the_finding(run: Run, project: Path) -> None:
    (block,) = _blocks("po")
    path = project / "text.ru.po"
    path.write_text(f"{HEADER}\n{block}", "utf-8")
    assert "no findings" in run("check", path).stdout
    path.write_text(f"{HEADER}\n{re.sub('^#.*', '', block)}", "utf-8")
    assert "error numbers" in run("check", path, code=1).stdout


def test_the_settings_in_the_page_are_all_there_are(run: Run, project: Path) -> None:
    (block,) = (block for block in _blocks("toml") if "[tool.l10n.check.az]" in block)
    (project / "l10n.toml").unlink()
    (project / "dictionaries").mkdir()
    (project / "pyproject.toml").write_text(block, "utf-8")
    (project / "text.az.po").write_text(_catalogue("38 nəfər öldü.").replace("Language: ru", "Language: az"), "utf-8")
    run("check", "text.az.po")
    (project / "pyproject.toml").unlink()
    (project / "l10n.toml").write_text(block.replace("[tool.l10n.check", "[check"), "utf-8")
    run("check", "text.az.po")
    everywhere, language = block.split("[tool.l10n.check.az]")
    for table, part in (({"x": 1}, everywhere), ({"az": {"x": 1}}, language)):
        with pytest.raises(L10nError) as error:
            settings.read(table, project / "l10n.toml")
        known = error.value.hint.removeprefix("known: ").partition(", languages")[0].split(", ")
        assert set(re.findall(r"^([a-z-]+) = ", part, re.M)) == set(known)


def test_the_page_names_every_format_and_only_options_that_there_are(run: Run) -> None:
    help_text = run("check", "--help").stdout
    formats = (ROOT / "l10n" / "reports" / "formats").glob("[a-z]*.py")
    assert all(f"`{path.stem}`" in PAGE for path in formats)
    options = set(re.findall(r"(?<![\w-])--[a-z-]+", "\n".join(re.findall(r"l10n check[^`\n]*|`--[^`]*`", PAGE))))
    assert options >= {"--base", "--require", "--max-untranslated", "--format", "--output", "--fail-on"}
    assert all(option in help_text for option in options)
