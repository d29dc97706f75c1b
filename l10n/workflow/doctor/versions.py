"""Python, l10n, and what it needs, by the bounds that the installed distribution declares."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement

from l10n import __version__
from l10n.workflow.doctor.diagnosis import Diagnosis, Health

DISTRIBUTION = "l10n-desk"
_TOPIC = "versions"


def examined() -> Iterator[Diagnosis]:
    """Python and l10n, what is missing or of a wrong version, then the extras that are not there."""
    yield Diagnosis(_TOPIC, Health.FINE, f"l10n {__version__}, Python {platform.python_version()}")
    try:
        needed = [Requirement(line) for line in metadata.requires(DISTRIBUTION) or ()]
    except metadata.PackageNotFoundError:
        text = f"{DISTRIBUTION} is not installed: this is a folder with its code, and nobody knows what it needs"
        yield Diagnosis(_TOPIC, Health.HINT, text, "pip install --no-deps . in the folder of the clone")
        return
    usual = [requirement for requirement in needed if not requirement.marker or requirement.marker.evaluate()]
    troubles = [trouble for requirement in usual if (trouble := _trouble(requirement))]
    yield from troubles
    if not troubles:
        yield Diagnosis(_TOPIC, Health.FINE, f"{len(usual)} libraries, each of a version that l10n is made for")
    for extra in metadata.metadata(DISTRIBUTION).get_all("Provides-Extra") or ():
        own = (line for line in needed if line not in usual and line.marker and line.marker.evaluate({"extra": extra}))
        yield from filter(None, (_of_extra(requirement, extra) for requirement in own))


def _trouble(requirement: Requirement) -> Diagnosis | None:
    """Installed without what it declares itself: argostranslate would bring gigabytes."""
    name = requirement.name
    bounds = ",".join(sorted(map(str, requirement.specifier), reverse=True))  # the least first: >=1,<2
    remedy = f"pip install --no-deps '{name}{bounds}'"
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Diagnosis(_TOPIC, Health.WRONG, f"{name} is not installed", remedy)
    if requirement.specifier.contains(version, prereleases=True):
        return None
    return Diagnosis(_TOPIC, Health.WRONG, f"{name} is {version}, and l10n needs {bounds}", remedy)


def _of_extra(requirement: Requirement, extra: str) -> Diagnosis | None:
    """Without it l10n works; None if it is there."""
    trouble = _trouble(requirement)
    if trouble is None:
        return None
    text, remedy = f"{trouble.text}; only the extra {extra} needs it", trouble.remedy.replace(" --no-deps", "")
    return Diagnosis(_TOPIC, Health.FINE if trouble.text.endswith("not installed") else Health.WRONG, text, remedy)
