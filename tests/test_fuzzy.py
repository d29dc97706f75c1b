from __future__ import annotations

import re

from tests.source_code import ROOT, modules, strings

OTHER_THINGS = {"glossary/rows.py": "a column", "risk/formula.py": "a term of the formula"}


def flag_in(text: str) -> bool:
    """The flag, alone or as it stands in a file; a sentence about it is none."""
    return re.sub("[^a-z]", "", text) == "fuzzy"


def test_the_model_alone_knows_the_flag() -> None:
    texts = [(str(path.relative_to(ROOT)), line) for path in modules() for line, text in strings(path) if flag_in(text)]
    assert {name for name, _ in texts} == {"model/entry.py", *OTHER_THINGS}
    assert len([name for name, _ in texts if name == "model/entry.py"]) == 1


def test_the_search_sees_the_flag_as_a_file_has_it() -> None:
    assert flag_in("#, fuzzy")
    assert not flag_in("copy of the source flagged as fuzzy")
