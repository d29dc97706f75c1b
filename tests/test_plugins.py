"""What is known of a plugin without running it is what it says when it runs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from l10n import documents, plugins

FAMILY = "l10n.documents"


@pytest.mark.parametrize("variable", ["SUFFIXES", "INLINE"])
def test_constants_are_those_of_the_module(variable: str) -> None:
    for name, module in plugins.modules(FAMILY).items():
        assert plugins.constant(FAMILY, name, variable) == getattr(module, variable)


def test_what_no_module_has_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="SHAPE"):
        plugins.constant(FAMILY, "plain", "SHAPE")


def test_the_format_of_a_file_is_known_without_loading_any() -> None:
    code = (
        "import sys; from pathlib import Path; from l10n import documents\n"
        "assert documents.format_of(Path('a.DOCX')) == 'docx'\n"
        "print([name for name in sys.modules if name in {'l10n.documents.docx', 'l10n.documents.office', 'turbohtml'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_no_two_formats_have_the_same_suffix() -> None:
    modules = plugins.modules(FAMILY).values()
    assert len(documents.suffixes()) == sum(len(module.SUFFIXES) for module in modules)
