"""For CI servers: JUnit XML as Jenkins and GitLab read it, a test suite a catalogue and a test case a check."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from l10n.model.findings import UNREADABLE, Checked, Finding, Report, Severity, Unreadable
from l10n.reports.characters import HIDDEN
from l10n.reports.figures import in_words, tally

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""https://www.w3.org/TR/xml/#charsets"""
_ONE_LINE = str.maketrans("\n\t\r", "⏎⇥\ufffd")


def write(report: Report, out: TextIO) -> None:
    """A check fails where it has found errors or warnings; infos are what the test case says.

    A catalogue that could not be read has one test case, which ends with an error.
    """
    suites = [_missing(file) for file in report.unreadable]
    suites += [_suite(catalogue, sorted(report.rules)) for catalogue in report.catalogues]
    sums = {name: str(sum(int(suite.attrib[name]) for suite in suites)) for name in ("tests", "failures", "errors")}
    root = Element("testsuites", {"name": "l10n check", **sums})
    root.extend(suites)
    ElementTree.indent(root)
    text = HIDDEN.sub(lambda match: f"&#{ord(match[0])};", ElementTree.tostring(root, encoding="unicode"))
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n' + text + "\n")


def _missing(file: Unreadable) -> Element:
    path = _allowed(file.path.as_posix())
    suite = Element("testsuite", {"name": path, "tests": "1", "failures": "0", "errors": "1"})
    case = SubElement(suite, "testcase", {"classname": path, "name": UNREADABLE.name})
    attributes = {"type": UNREADABLE.name, "message": _line(file.message)}
    position = f"{file.path.as_posix()}:{file.line}"
    SubElement(case, "error", attributes).text = _line(f"{position}: ") + "\n".join(map(_line, file.lines))
    return suite


def _suite(catalogue: Checked, checks: Iterable[str]) -> Element:
    name = f"{catalogue.language}.{catalogue.document}" if catalogue.language else catalogue.document
    cases = [_case(check, name, catalogue.findings) for check in checks]
    figures = {"tests": len(cases), "failures": sum(case.find("failure") is not None for case in cases), "errors": 0}
    attributes = {"name": catalogue.path.as_posix(), **{key: str(figure) for key, figure in figures.items()}}
    suite = Element("testsuite", {key: _allowed(value) for key, value in attributes.items()})
    suite.extend(cases)
    return suite


def _case(check: str, suite: str, findings: Iterable[Finding]) -> Element:
    own = [finding for finding in findings if finding.check == check]
    case = Element("testcase", {"classname": _allowed(suite), "name": _allowed(check)})
    if failed := [finding for finding in own if finding.severity is not Severity.INFO]:
        attributes = {"type": _allowed(check), "message": in_words(tally(failed))}
        SubElement(case, "failure", attributes).text = _lines(failed)
    if infos := [finding for finding in own if finding.severity is Severity.INFO]:
        SubElement(case, "system-out").text = _lines(infos)
    return case


def _lines(findings: Iterable[Finding]) -> str:
    lines = (f"{finding.path.as_posix()}:{finding.line}: {finding.message}" for finding in findings)
    return "\n".join(map(_line, lines))


def _line(text: str) -> str:
    return _allowed(text.translate(_ONE_LINE))


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
