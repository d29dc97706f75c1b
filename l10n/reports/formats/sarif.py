"""For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from l10n import __version__
from l10n.findings import Finding, Report, Rule, Severity
from l10n.reports.serial import dump

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "l10nEntry/v1"


def write(report: Report, out: TextIO) -> None:
    """A log with one run; its rules are all checks that were run."""
    places = {name: place for place, name in enumerate(sorted(report.rules))}
    driver = {"name": "l10n", "version": __version__, "rules": [_rule(report.rules[name]) for name in places]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places[finding.check]) for finding in report.findings],
    }
    dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, out)


def _rule(rule: Rule) -> dict[str, object]:
    text = rule.help or rule.title
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, place: int) -> dict[str, object]:
    region: dict[str, object] = {"startLine": finding.line, "startColumn": finding.column}
    if finding.target:
        region["snippet"] = {"text": finding.target}
    location = {"artifactLocation": {"uri": _uri(finding.path)}, "region": region}
    return {
        "ruleId": finding.check,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(finding)},
    }


def _uri(path: Path) -> str:
    """Bytes of a file name that are no UTF-8 stay what they are."""
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _message(text: str) -> str:
    """Without placeholders (§3.11.5: braces are doubled) and links (§3.11.6: a backslash before brackets)."""
    text = text.replace("{", "{{").replace("}", "}}")
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fingerprint(finding: Finding) -> str:
    """The same as long as this is wrong with this entry, wherever in the file it moves."""
    return sha256(json.dumps([finding.check, *finding.key, finding.message]).encode()).hexdigest()
