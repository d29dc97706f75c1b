"""For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from l10n import __version__
from l10n.model import Key
from l10n.model.findings import UNREADABLE, Finding, Report, Rule, Severity, Unreadable
from l10n.reports.serial import dump

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "l10nEntry/v1"


def write(report: Report, out: TextIO) -> None:
    """A log with one run; its rules are all checks that were run.

    A catalogue that could not be read is a result, for viewers, and makes the run one that has not succeeded, for who
    would take a finding that is gone for mended.
    """
    rules = {**report.rules, **({UNREADABLE.name: UNREADABLE} if report.unreadable else {})}
    rule_indices = {name: rule_index for rule_index, name in enumerate(sorted(rules))}
    driver = {"name": "l10n", "version": __version__, "rules": [_rule(rules[name]) for name in rule_indices]}
    missing = [_missing(file, rule_indices[UNREADABLE.name]) for file in report.unreadable]
    results = (_result(finding, rule_indices[finding.check]) for finding in report.findings)
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(report, rule_indices)],
        "columnKind": "unicodeCodePoints",
        "results": chain(missing, results),
    }
    dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, out)


def _invocation(report: Report, rule_indices: Mapping[str, int]) -> dict[str, object]:
    """§3.20: whether it succeeded, and what kept it from that."""
    if not report.unreadable:
        return {"executionSuccessful": True}
    notifications = [_notification(file, rule_indices[UNREADABLE.name]) for file in report.unreadable]
    return {"executionSuccessful": False, "toolExecutionNotifications": notifications}


def _notification(file: Unreadable, rule_index: int) -> dict[str, object]:
    return {"associatedRule": {"id": UNREADABLE.name, "index": rule_index}, **_told(file)}


def _missing(file: Unreadable, rule_index: int) -> dict[str, object]:
    return {
        "ruleId": UNREADABLE.name,
        "ruleIndex": rule_index,
        **_told(file),
        "partialFingerprints": {_FINGERPRINT: _fingerprint(UNREADABLE.name, (None, ""), file.message)},
    }


def _told(file: Unreadable) -> dict[str, object]:
    return {
        "level": _LEVELS[UNREADABLE.severity],
        "message": {"text": _message("\n".join(file.lines))},
        "locations": [_location(file.path, {"startLine": file.line})],
    }


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


def _result(finding: Finding, rule_index: int) -> dict[str, object]:
    region: dict[str, object] = {"startLine": finding.line, "startColumn": finding.column}
    if finding.target:
        region["snippet"] = {"text": finding.target}
    return {
        "ruleId": finding.check,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [_location(finding.path, region)],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(finding.check, finding.key, finding.message)},
    }


def _location(path: Path, region: Mapping[str, object]) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: Path) -> str:
    """Bytes of a file name that are no UTF-8 stay what they are."""
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _message(text: str) -> str:
    """Without placeholders (§3.11.5: braces are doubled) and links (§3.11.6: a backslash before brackets)."""
    text = text.replace("{", "{{").replace("}", "}}")
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fingerprint(check: str, key: Key, message: str) -> str:
    """The same as long as this is wrong with this entry, wherever in the file it moves."""
    return sha256(json.dumps([check, *key, message]).encode()).hexdigest()
