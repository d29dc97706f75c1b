"""The programs in docs/programs, each against something that answers as the real one is documented to."""

from __future__ import annotations

import json
import re
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from l10n import config
from l10n.engines import engine, opened
from l10n.engines.supply import supply
from tests.conftest import ROOT
from tests.engines.command.programs import settings

RECIPES = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "programs").glob("*.py")}
FXTRANSLATE = """
class Translator:
    @classmethod
    def load(cls, source, target):
        made = cls()
        made.pair = source + target
        return made
    def translate(self, text):
        return text.upper() + self.pair
"""


class _Server(BaseHTTPRequestHandler):
    """Capitals, as LibreTranslate or a chat has them."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if "q" in asked:
            answer: object = {
                "translatedText": [text.upper() + asked["source"] + asked["target"] for text in asked["q"]]
            }
        else:
            order, text = asked["messages"][0]["content"].split("\n\n")
            pair = "deen" if "from language de into language en" in order else ""
            answer = {"choices": [{"message": {"content": text.upper() + pair}}]}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def url() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Server) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("name", ["fx.py", "chat.py", "libre.py"])
def test_a_recipe_speaks_as_l10n_does(name: str, url: str, tmp_path: Path) -> None:
    (tmp_path / "fxtranslate.py").write_text(FXTRANSLATE)
    (tmp_path / name).write_text(re.sub(r"http://localhost:\d+", url, RECIPES[name]))
    (tmp_path / "l10n.toml").write_text(settings([sys.executable, name]), "utf-8")
    (pair,) = engine("command").stock(supply(config.load(tmp_path))).pairs
    with opened(pair, 4) as decoder:
        answers = dict(decoder.translate(["Haus", "Hund"]))
    assert [answers[index][0].text for index in range(2)] == ["HAUSdeen", "HUNDdeen"]


def test_no_recipe_is_left_out() -> None:
    assert set(RECIPES) == {"fx.py", "chat.py", "libre.py"}
