"""`make docs`: docs/checks.md, made from the docstrings of the checks.

python -m tests.reference
"""

from __future__ import annotations

import re
from pathlib import Path

from l10n import plugins
from l10n.checking import gate, ignores
from l10n.checking.certainty import EVIDENCE
from l10n.checks import FAMILY, Check, checks
from l10n.model.findings import UNREADABLE, Rule

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"

_HEAD = """\
# The checks

Made from the docstrings in `l10n/checks/` by `make docs`; do not edit.

`l10n check --list` lists the checks, `--select` and `--ignore` choose among them, `# l10n-ignore: NAME (why)` in an
entry silences one there. See [l10n in CI](ci.md) for the gate, the base revision and the settings.

- **error**: almost surely wrong. **warning**: look. **info**: a note; shown with `-v`, and it never stops a job.
- A finding may be less grave than its check, and `severity = { NAME = "error" }` in the settings changes it.
- What a whole catalogue does is taken for its custom, and told once, in a note without an entry: straight or other
  quotation marks, hyphens for dashes, three full stops for an ellipsis, double spaces, a full stop after headings. The
  space before the percent sign is wanted as most texts have it. The custom is read from the accepted translations, or
  from all if there are hardly any.
- **repaired** by `--fix`: the repair needs no judgement. It is made in drafts; in people's texts only with
  `--fix-human`, and they are fuzzy then.
- Checks that depend on a language know de, en, ru, az and uk; catalogues in other languages get the rest.

How letters, quotation marks and numbers are written in each language is CLDR 47's; the dash is that of the Mozilla
style guide (uk) and of common usage (en, ru, az). The model of `length` is fitted to 1,012 professional translations
(FLORES-200): the logarithm of the ratio of lengths has a mean and a variance that depend on the pair of languages and
on the length of the source.

| check | severity | repaired | what is wrong |
|---|---|---|---|
"""


_ALWAYS = "Always."
_PROGRAMS = """\
## In texts of programs

A text of a program or of its manual may be a key, an example, a command, a mask of a date, a list of keywords or the
markup of another format, and much that is wrong in a sentence is right there. So in catalogues of the kinds
`software`, `keys`, `rest`, `asciidoc`, `pod` and `docbook` an error is what is wrong whatever the text is; what else
would be one is a warning. In `markdown` and `html` that holds for manuals, in which one text of ten or more has code.
Articles, `prose`, keep all errors. The setting `severity` has the last word.

| check | it is an error there |
|---|---|
"""


def page() -> str:
    """The whole page."""
    rows = (_row(f"[{name}](#{name})", one.rule, "yes" if one.safe else "") for name, one in checks().items())
    own = (_row(rule.name, rule) for rule in (gate.RULE, UNREADABLE, ignores.RULE))
    sections = (_section(name, one) for name, one in checks().items())
    return _HEAD + "\n".join((*rows, *own)) + "\n\n" + _PROGRAMS + _evidence() + "\n\n" + "\n\n".join(sections) + "\n"


def _evidence() -> str:
    """When errors of each check stay errors: the docstrings of the evidence."""
    told = {name: " ".join((evidence.__doc__ or "").split()) for name, evidence in EVIDENCE.items()}
    always = ", ".join(f"`{name}`" for name, text in told.items() if text == _ALWAYS)
    rows = [f"| {always} | always |", *(f"| `{name}` | {text} |" for name, text in told.items() if text != _ALWAYS)]
    return "\n".join((*rows, "| all others | never |"))


def _row(name: str, rule: Rule, repaired: str = "") -> str:
    return f"| {name} | {rule.severity} | {repaired} | {rule.title} |"


def _section(name: str, one: Check) -> str:
    lines = (plugins.load(FAMILY, name).__doc__ or "").splitlines()
    shown = [line for line in lines if re.match("(?:Bad|Good)[ :]", line)]
    examples = "\n".join(f"    {line}" for line in shown)
    return f"## {name}\n\n{one.rule.title}.\n\n{one.rule.help}\n\n{examples}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
