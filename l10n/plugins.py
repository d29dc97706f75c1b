"""A plugin is a module: whatever stands in a family's folder belongs to it, and nothing has to be registered.

A family names what its modules share in SHARED: that is no plugin.
"""

from __future__ import annotations

import ast
import pkgutil
import re
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from l10n.errors import L10nError


def names(family: str) -> tuple[str, ...]:
    """The plugins of this package (`l10n.checks`) as people write them, `end-punctuation`, in alphabetical order."""
    package = import_module(family)
    modules = {module.name for module in pkgutil.iter_modules(package.__path__)} - getattr(package, "SHARED", set())
    return tuple(sorted(name.replace("_", "-") for name in modules))


def load(family: str, name: str) -> ModuleType:
    """Import a plugin by the name that people write; L10nError that lists the right ones for a wrong one."""
    known = names(family)
    if name not in known:
        kind = family.rpartition(".")[2].removesuffix("s")
        raise L10nError(f"unknown {kind} '{name}'", f"known: {', '.join(known)}")
    return _module(family, name)


def constant(family: str, name: str, variable: str) -> Any:
    """The value that a plugin's module gives a variable, in one line and as a literal; KeyError if it does not.

    The module is not run for it: to import a whole family takes longer than most of what a command does.
    """
    spec = find_spec(_path(family, name))
    source = spec and spec.loader and spec.loader.get_source(spec.name)  # type: ignore[attr-defined]
    match = re.search(rf"^{variable} = (.+)$", source or "", re.M)
    if match is None:
        raise KeyError(variable)
    return ast.literal_eval(match[1])


def modules(family: str) -> dict[str, ModuleType]:
    """All plugins by name."""
    return {name: _module(family, name) for name in names(family)}


def _module(family: str, name: str) -> ModuleType:
    return import_module(_path(family, name))


def _path(family: str, name: str) -> str:
    return f"{family}.{name.replace('-', '_')}"
