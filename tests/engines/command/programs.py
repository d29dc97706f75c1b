"""Programs that translate, as anybody could write them, and such as do it wrong."""

from __future__ import annotations

import sys
from pathlib import Path

HEAD = """
import json, os, sys, time
GLOSS = {"das": "the", "Haus": "house", "ist": "is", "alt": "old", "groß": "big"}
def gloss(text):
    end = text[-1:] if text[-1:] in ".!?" else ""
    words = [GLOSS.get(word, GLOSS.get(word.lower(), word)) for word in text.removesuffix(end).split()]
    line = " ".join(words) + end
    return line[:1].upper() + line[1:]
def say(answer):
    sys.stdout.write(json.dumps(answer) + "\\n")
    sys.stdout.flush()
"""
PLAIN = """
for line in sys.stdin:
    asked = json.loads(line)
    say({"texts": [[gloss(text)] for text in asked["texts"]]})
"""
SCORED = """
for line in sys.stdin:
    asked = json.loads(line)
    ways = [[gloss(text) + end for end in ("", " or so", " or not")] for text in asked["texts"]]
    ways = [some[: asked["hypotheses"]] for some in ways]
    say({"texts": ways, "scores": [[-0.1 * (index + 1) for index, _ in enumerate(some)] for some in ways]})
"""


def program(folder: Path, body: str, name: str = "translate.py") -> list[str]:
    """Write a program and return the command that starts it; it leaves a line in `starts` whenever that happens."""
    counting = 'open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "starts"), "a").write("start\\n")\n'
    (folder / name).write_text(HEAD + counting + body, "utf-8")
    return [sys.executable, "-S", name]


def starts(folder: Path) -> int:
    """How often programs in this folder were started."""
    return (folder / "starts").read_text("utf-8").count("start")


def settings(command: list[str], pairs: str = '["de-en"]', more: str = "") -> str:
    """A settings file with an engine `fx` of this command."""
    table = '[[engine]]\nname = "fx"\nkind = "command"\nlicence = "MPL-2.0"\n'
    return f"{table}command = {command}\npairs = {pairs}\n{more}"
