"""Real programs behind l10n: what they say is used, what goes wrong is said, and nothing of them is left behind."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import config
from l10n.catalogue import po
from l10n.engines import Decoding, LanguagePair, engine, opened
from l10n.engines.command.program import Program, ProgramError
from l10n.engines.command.protocol import AnswerError, has_scores, hypotheses, request
from l10n.engines.sessions import session
from l10n.engines.supply import supply
from l10n.errors import PackageError
from tests.conftest import Run, examples
from tests.engines.command.programs import PLAIN, SCORED, program, settings, starts

TEXTS = ["Das Haus ist alt.", "Das Haus", "Das Haus ist groß."]
FIRST = 'asked = json.loads(sys.stdin.readline())\nsay({"texts": []})\n'
"""Answers the first question, which has no texts, as it should."""


def _pair(folder: Path, body: str, more: str = "") -> LanguagePair:
    (folder / "l10n.toml").write_text(settings(program(folder, body), more=more), "utf-8")
    (pair,) = engine("command").stock(supply(config.load(folder))).pairs
    return pair


def _translated(pair: LanguagePair, texts: list[str]) -> list[list[str]]:
    with opened(pair, 4) as decoder:
        answers = dict(decoder.translate(texts, Decoding(hypotheses=3)))
    return [[hypothesis.text for hypothesis in answers[index]] for index in range(len(texts))]


def _refused(pair: LanguagePair, texts: list[str]) -> str:
    with pytest.raises(PackageError) as caught:
        _translated(pair, texts)
    assert "docs/engines.md" in caught.value.hint
    assert "\n" not in caught.value.message
    return caught.value.message.partition(" ")[2]


def test_its_translations_are_used_in_order_over_several_questions(tmp_path: Path) -> None:
    texts = [f"Haus {number}" for number in range(40)]
    assert _translated(_pair(tmp_path, PLAIN), texts) == [[f"House {number}"] for number in range(40)]
    assert starts(tmp_path) == 1


def test_scores_and_further_hypotheses_are_used_if_it_has_some(tmp_path: Path) -> None:
    with opened(_pair(tmp_path, SCORED), 4) as decoder:
        assert decoder.capabilities.scores
        ((_, answers),) = decoder.translate(["Haus"], Decoding(hypotheses=2))
    assert [(answer.text, answer.score) for answer in answers] == [("House", -0.1), ("House or so", -0.2)]
    with opened(_pair(tmp_path, PLAIN), 4) as decoder:
        assert not decoder.capabilities.scores


def test_one_program_serves_all_pairs_of_a_session(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_text(settings(program(tmp_path, PLAIN), '["de-en", "de-az"]'), "utf-8")
    with session():
        for pair in engine("command").stock(supply(config.load(tmp_path))).pairs:
            assert _translated(pair, ["Haus"]) == [["House"]]
    assert starts(tmp_path) == 1


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param("print('Loading the model …', flush=True)\ntime.sleep(9)", "is no JSON: Loading the", id="banner"),
        pytest.param("print('[1, 2]', flush=True)\ntime.sleep(9)", "JSON that is no object: [1, 2]", id="no object"),
        pytest.param('say({"text": []})\ntime.sleep(9)', "without 'texts' as a list", id="no texts"),
        pytest.param('say({"texts": [], "error": "no memory"})\ntime.sleep(9)', "says: no memory", id="its own error"),
        pytest.param("sys.exit('no such model')", "ended with exit code 1: no such model", id="ends at once"),
        pytest.param("os.close(1)\ntime.sleep(9)", "has closed its output", id="closes its output"),
        pytest.param("time.sleep(9)", "has not answered for 0.5 s", id="hangs"),
        pytest.param(
            "sys.stdout.buffer.write(b'\\xff\\xfe\\n')", "answered with what is no JSON: \ufffd\ufffd", id="bytes"
        ),
        pytest.param("print('['*100000, flush=True)\ntime.sleep(9)", "is no JSON", id="deep"),
        pytest.param(FIRST + "sys.exit(3)", "ended with exit code 3", id="ends later"),
        pytest.param(
            FIRST + 'for line in sys.stdin: say({"texts": [["x"]] * 7})', "7 lists in 'texts' for 1 texts", id="count"
        ),
        pytest.param(
            FIRST + 'for line in sys.stdin: say({"texts": [[5]] * len(json.loads(line)["texts"])})',
            "a translation that is no text: 5",
            id="number",
        ),
        pytest.param(
            FIRST + 'for line in sys.stdin: say({"texts": [["x"]], "scores": [[float("nan")]]})',
            "no mean log-probability: nan",
            id="nan",
        ),
        pytest.param(
            FIRST + 'for line in sys.stdin: say({"texts": [["x"]], "scores": [[]]})', "other numbers of", id="scores"
        ),
    ],
)
def test_what_goes_wrong_is_said_on_one_line_and_ends_it(tmp_path: Path, body: str, message: str) -> None:
    began = time.monotonic()
    assert message in _refused(_pair(tmp_path, body, "timeout = 0.5"), ["Haus"])
    assert time.monotonic() - began < 9


def test_a_command_that_is_not_there_cannot_be_started(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_text(settings(["./absent"]), "utf-8")
    (pair,) = engine("command").stock(supply(config.load(tmp_path))).pairs
    assert _refused(pair, ["Haus"]) == "engine fx: ./absent cannot be started: No such file or directory"


def test_a_text_at_which_it_dies_or_hangs_costs_only_itself(tmp_path: Path) -> None:
    body = """
for line in sys.stdin:
    texts = json.loads(line)["texts"]
    if "Tod" in texts:
        os.abort()
    if "Schlaf" in texts:
        time.sleep(60)
    say({"texts": [[gloss(text)] for text in texts]})
"""
    texts = ["Haus", "Tod", "Haus alt", "Schlaf", "alt"]
    pair = _pair(tmp_path, body, "timeout = 0.5")
    assert _translated(pair, texts) == [["House"], [], ["House old"], [], ["Old"]]
    assert starts(tmp_path) == 4


def test_a_program_that_fails_at_everything_is_given_up(tmp_path: Path) -> None:
    body = """
for line in sys.stdin:
    if json.loads(line)["texts"]:
        sys.exit(5)
    say({"texts": []})
"""
    assert "exit code 5" in _refused(_pair(tmp_path, body), TEXTS * 50)
    assert starts(tmp_path) == 4


def test_a_line_that_nobody_asked_for_is_no_answer_to_the_next_question(tmp_path: Path) -> None:
    command = program(tmp_path, "for line in sys.stdin: sys.stdout.write(line + line); sys.stdout.flush()")
    with Program(command, tmp_path, 9) as running:
        assert running.ask(b"1\n") == b"1\n"
        time.sleep(0.3)
        with pytest.raises(ProgramError, match="a line that nobody had asked for"):
            running.ask(b"2\n")
        assert running.ask(b"3\n") == b"3\n"


def test_one_that_never_reads_and_one_that_writes_without_end_make_nobody_wait(tmp_path: Path) -> None:
    deaf = _pair(tmp_path, FIRST + "time.sleep(60)", "timeout = 0.5")
    assert "has not answered" in _refused(deaf, ["Haus " * 50_000])
    loud = _pair(tmp_path, "while True: sys.stdout.write('x' * 1000000)", "timeout = 9")
    assert "wrote more than 16 MiB in a line" in _refused(loud, ["Haus"])


def test_what_it_says_on_stderr_does_not_stop_it_and_what_it_started_ends_with_it(tmp_path: Path) -> None:
    body = """
import subprocess
child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"])
open("child", "w").write(str(child.pid))
sys.stderr.write("x" * 1000000)
say({"texts": []})
time.sleep(60)
"""
    assert "has not answered" in _refused(_pair(tmp_path, body, "timeout = 2"), ["Haus"])
    number = int((tmp_path / "child").read_text())
    for _ in range(100):
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return
        if state == "Z":  # nobody but its parent could take it away
            return
        time.sleep(0.02)
    pytest.fail("it is still there")


@pytest.mark.parametrize("signs", ["\x1b[31m", "\ud800", "\0", "a\nb", "\u2028"])
def test_signs_that_no_catalogue_can_hold_are_taken_out(signs: str) -> None:
    line = json.dumps({"texts": [[f" Ein {signs} Haus\n"]]}).encode()
    ((hypothesis,),) = hypotheses(line, 1)
    assert hypothesis.text.startswith("Ein ")
    assert hypothesis.text.endswith(" Haus")
    assert not set(hypothesis.text) & set("\x1b\ud800\0\n\u2028")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.sampled_from(["texts", "scores", "x"]), some),
)


@examples(100, thorough=5000)
@given(line=st.binary() | values.map(lambda value: json.dumps(value).encode()), count=st.integers(0, 3))
def test_any_line_is_an_answer_or_an_error(line: bytes, count: int) -> None:
    try:
        has_scores(line)
        said = len(hypotheses(line, count)) * "x"
    except AnswerError as error:
        said = str(error)
    assert said == count * "x" or (said.startswith(("answered ", "says: ")) and "\n" not in said and len(said) < 200)


@examples(50, thorough=1000)
@given(st.lists(st.text(st.characters())))
def test_any_text_is_asked_for_on_one_line(texts: list[str]) -> None:
    line = request("de", "en", texts, 1)
    assert line.count(b"\n") == 1
    assert json.loads(line)["texts"] == texts


def test_the_whole_command_with_a_route(run: Run, project: Path, packages: Path) -> None:
    """English by the program, Russian by a package from there; the drafts name both."""
    (project / "l10n.toml").write_text(settings(program(project, PLAIN)) + '[routes]\nen = "fx"\n', "utf-8")
    (project / "text.txt").write_text("Das Haus ist groß.\n\nDAS HAUS IST ALT\n\nHaus\n", "utf-8")
    run("draft", "text.txt", "--packages", packages, "--to", "en,ru")
    english, russian = (project / "locales" / lang / "LC_MESSAGES" / "text.po" for lang in ("en", "ru"))
    assert po.read(english).entries[0].msgstr == "The house is big."
    assert "# l10n-mt: fx de-en-fx risk=" in english.read_text("utf-8")
    assert "# l10n-mt: argos de-en-1.0+en-ru-1.0 risk=" in russian.read_text("utf-8")
    assert starts(project) == 1
    run("draft", "text.txt", "--packages", packages, "--to", "en,ru", "--redraft")
    assert starts(project) == 1  # the memory has it all


def test_an_engine_without_the_pair_says_which_it_has(run: Run, project: Path, packages: Path) -> None:
    (project / "l10n.toml").write_text(settings(program(project, PLAIN)), "utf-8")
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    done = run("draft", "text.txt", "--packages", packages, "--to", "ru", "--engine", "fx", code=3)
    assert "error: the engine fx does not translate into ru (its pairs: de-en)\nhint: see l10n engines" in done.stderr
    assert not (project / "starts").exists()


def test_a_program_that_is_broken_stops_its_language_alone(run: Run, project: Path, packages: Path) -> None:
    (project / "l10n.toml").write_text(settings(program(project, "sys.exit(1)"), '["de-az"]'), "utf-8")
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    done = run("draft", "text.txt", "--packages", packages, "--to", "az,ru", code=3)
    assert "error: the engine fx: " in done.stderr
    assert "ended with exit code 1" in done.stderr
    russian = project / "locales" / "ru" / "LC_MESSAGES" / "text.po"
    assert po.read(russian).entries[0].msgstr == "Дом большой."


@pytest.mark.parametrize(("body", "told"), [(PLAIN, 1), (SCORED, 0)])
def test_a_run_says_once_that_the_engine_tells_no_scores(run: Run, project: Path, body: str, told: int) -> None:
    (project / "l10n.toml").write_text(settings(program(project, body)), "utf-8")
    for name in ("a.txt", "b.txt"):
        (project / name).write_text(f"Das Haus ist {'alt' if name == 'a.txt' else 'groß'}.\n", "utf-8")
    done = run("draft", "a.txt", "b.txt", "--to", "en", "--engine", "fx")
    assert done.stderr.count("fx tells no scores: the risk of its drafts rests on the texts alone\n") == told
