"""Engines and routes in the settings: what is wrong is said on one line, with the file and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import config
from l10n.engines.supply import supply
from l10n.errors import L10nError
from tests.conftest import Run

ENGINE = '[[engine]]\nname = "fx"\nkind = "command"\ncommand = ["x"]\n'
OWN = f'{ENGINE}pairs = ["de-en"]'

MODEL = '[[engine]]\nname = "fx"\nkind = "ctranslate2"\npairs = ["de-en"]\n'


def _refused(folder: Path, settings: str) -> L10nError:
    (folder / "l10n.toml").write_text(settings)
    with pytest.raises(L10nError) as caught:
        supply(config.load(folder))
    assert "\n" not in caught.value.message + caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        pytest.param('[routes]\nqq = "argos"', "'routes': unknown language 'qq'", "code of a language", id="language"),
        pytest.param(
            '[routes]\naz = "nlb"', "'routes.az': unknown engine 'nlb'", "known: argos, pseudo", id="unknown engine"
        ),
        pytest.param("[routes]\naz = 5", "'routes.az': unknown engine 5", "known", id="no text"),
        pytest.param('routes = "argos"', "'routes' must be a table", "[routes]", id="no table"),
        pytest.param(f"{ENGINE}pairs = 5", "engine 'fx': 'pairs' must be a list of texts", '["de-en', id="pairs"),
        pytest.param(f'{ENGINE}pairs = ["deen"]', "engine 'fx': 'pairs': 'deen' is no pair", "hyphen", id="no pair"),
        pytest.param(f'{ENGINE}pairs = ["de-qq"]', "engine 'fx': 'pairs': 'de-qq' is no pair", "hyphen", id="no code"),
        pytest.param(f'{ENGINE}pairs = ["de-de"]', "engine 'fx': 'pairs': 'de-de' is no pair", "hyphen", id="same"),
        pytest.param(ENGINE, "engine 'fx': 'pairs' is missing", "write: pairs = [", id="no pairs"),
        pytest.param(f"{OWN}\ntimout = 5", "engine 'fx': unknown key 'timout'", "timeout", id="unknown key"),
        pytest.param(f"{OWN}\ntimeout = 0", "engine 'fx': 'timeout' must be seconds, not 0", "= 120", id="no time"),
        pytest.param(f"{OWN}\ntimeout = nan", "engine 'fx': 'timeout' must be seconds", "= 120", id="nan"),
        pytest.param(f'{OWN}\nversion = "a b"', "engine 'fx': 'version': 'a b'", "digits", id="version"),
        pytest.param(f"{OWN}\nlicence = 5", "engine 'fx': 'licence' must be a text, not 5", "write", id="licence"),
        pytest.param(OWN.replace('["x"]', '"x"'), "engine 'fx': 'command' must be a list", '["python3"', id="command"),
        pytest.param(
            OWN.replace('"command"', '"x"'),
            "engine 'fx': unknown kind 'x'",
            "known kinds: command, ctranslate2",
            id="kind",
        ),
        pytest.param(OWN.replace('"fx"', '"pseudo-x"'), "engine 'pseudo-x': this cannot be its name", "not", id="name"),
        pytest.param(OWN.replace('"fx"', '"a b"'), "engine 'a b': this cannot be its name", "small", id="odd name"),
        pytest.param(OWN.replace('name = "fx"', ""), "an engine: 'name' is missing", "write: name", id="no name"),
        pytest.param(OWN.replace("command", "ctranslate2"), "engine 'fx': unknown key 'ctranslate2'", "fold", id="own"),
        pytest.param(f"{MODEL}folder = 5", "engine 'fx': 'folder' must be a text, not 5", "models/", id="folder"),
        pytest.param(MODEL, "engine 'fx': 'folder' is missing", "models/", id="no folder"),
        pytest.param(f'{MODEL}folder = "x"\ntokens = 5', "engine 'fx': 'tokens' must be a table", "azj", id="tokens"),
        pytest.param(f"{OWN}\n{OWN}", "two engines are called 'fx'", "another name", id="twice"),
        pytest.param("engine = 5", "'engine' must be tables", "[[engine]]", id="no tables"),
    ],
)
def test_settings_that_cannot_be_are_refused(tmp_path: Path, settings: str, message: str, hint: str) -> None:
    error = _refused(tmp_path, settings)
    assert error.message.startswith(f"{tmp_path / 'l10n.toml'}: {message}")
    assert hint in error.hint


def test_an_unknown_engine_is_refused_with_those_that_there_are(run: Run, project: Path) -> None:
    (project / "text.txt").write_text("Das Haus ist alt.\n", "utf-8")
    done = run("draft", "text.txt", "--engine", "nllb", code=2)
    assert done.stderr.endswith("error: unknown engine 'nllb'\nhint: known: argos, pseudo\n")


def test_a_route_is_read_for_any_way_to_write_its_language(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_text('[routes]\naz = "pseudo"\n"pt-BR" = "argos"\n')
    own = supply(config.load(tmp_path))
    assert (own.asked("az"), own.asked("pt_BR"), own.asked("ru")) == ("pseudo", "argos", "")
