"""What msgfmt refuses, `l10n check` names, with the line; and no command loses anything of such a file."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.po import syntax
from l10n.checking.file import Examined, check_file
from l10n.checking.settings import Settings
from tests.conftest import Git, Run, program

PLURAL_FORMS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
HEADER = f"""msgid ""
msgstr ""
"Project-Id-Version: demo 1\\n"
"PO-Revision-Date: 2026-01-31 12:00+0000\\n"
"Last-Translator: A B <a@example.org>\\n"
"Language-Team: x\\n"
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: de\\n"
"Plural-Forms: {PLURAL_FORMS}\\n"

"""
FIRST = HEADER.count("\n") + 1
"""Line of what follows."""
ENTRY = 'msgid "Haus"\nmsgstr "дом"\n'


def _plural(*forms: str, plural: str = "%d Häuser") -> str:
    texts = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    return f'#, c-format\nmsgid "%d Haus"\nmsgid_plural "{plural}"\n{texts}'


def _formatted(flag: str, source: str, target: str) -> str:
    return f'#, {flag}\nmsgid "{source}"\nmsgstr "{target}"\n'


def _rule(value: str) -> str:
    return HEADER.replace(PLURAL_FORMS, value) + ENTRY


REFUSED = {
    "an obsolete twin": (f'{HEADER}{ENTRY}\n#~ msgid "Haus"\n#~ msgstr "здание"\n', "duplicates", 3),
    "an obsolete twin above": (f'{HEADER}#~ msgid "Haus"\n#~ msgstr "здание"\n\n{ENTRY}', "duplicates", 3),
    "an obsolete twin of equal text": (f'{HEADER}{ENTRY}\n#~ msgid "Haus"\n#~ msgstr "дом"\n', "duplicates", 3),
    "obsolete twins": (
        f'{HEADER}{ENTRY}\n#~ msgid "x"\n#~ msgstr "а"\n\n#~ msgid "x"\n#~ msgstr "б"\n',
        "duplicates",
        6,
    ),
    "twins with a context": (
        f'{HEADER}msgctxt "c"\n{ENTRY}\n#~ msgctxt "c"\n#~ msgid "Haus"\n#~ msgstr "дом"\n',
        "duplicates",
        4,
    ),
    "an obsolete header": (f'{HEADER}{ENTRY}\n#~ msgid ""\n#~ msgstr "Language: de\\n"\n', "duplicates", 3),
    "an entry twice": (f"{HEADER}{ENTRY}\n{ENTRY}", "unreadable", 3),
    "single quotes": (f"{HEADER}msgid \"Haus\"\nmsgstr 'дом'\n", "unreadable", 1),
    "single quotes of a msgid": (f"{HEADER}msgid 'Haus'\nmsgstr \"дом\"\n", "unreadable", 0),
    "single quotes of a form": (HEADER + _plural("%d д").replace('"%d д"', "'%d д'"), "unreadable", 3),
    "single quotes of an obsolete entry": (f"{HEADER}{ENTRY}\n#~ msgid \"x\"\n#~ msgstr 'y'\n", "unreadable", 4),
    "single quotes of an old msgid": (f"{HEADER}#| msgid 'Hau'\n{ENTRY}", "unreadable", 0),
    "German quotes": (f'{HEADER}msgid "Haus"\nmsgstr „дом“\n', "unreadable", 1),
    "no quotes": (f'{HEADER}msgid "Haus"\nmsgstr дом\n', "unreadable", 1),
    "no text": (f'{HEADER}msgid "Haus"\nmsgstr\n', "syntax", 0),
    "an unknown escape": (f'{HEADER}msgid "Haus"\nmsgstr "до\\qм"\n', "syntax", 1),
    "an escape of another language": (f'{HEADER}msgid "Haus"\nmsgstr "д\\u0430"\n', "syntax", 1),
    "an escaped apostrophe": (f'{HEADER}msgid "Haus"\nmsgstr "д\\\'ом"\n', "syntax", 1),
    "an unknown escape in an old msgid": (f'{HEADER}#| msgid "H\\q"\n{ENTRY}', "syntax", 0),
    "an unknown escape in an obsolete entry": (f'{HEADER}{ENTRY}\n#~ msgid "H\\q"\n#~ msgstr "x"\n', "syntax", 3),
    "a comment inside": (f'{HEADER}msgid "Haus"\n# c\nmsgstr "дом"\n', "syntax", 1),
    "a flag inside": (f'{HEADER}msgid "Haus"\n#, fuzzy\nmsgstr "дом"\n', "unreadable", 2),
    "an old msgid alone": (f'{HEADER}{ENTRY}\n#| msgid "x"\n', "syntax", 3),
    "an old msgid twice": (f'{HEADER}#| msgid "x"\n#| msgid "y"\n{ENTRY}', "syntax", 0),
    "an old msgid above a comment": (f'{HEADER}#| msgid "x"\n# c\n{ENTRY}', "syntax", 1),
    "an old plural alone": (f'{HEADER}#| msgid_plural "x"\n{ENTRY}', "syntax", 0),
    "an obsolete string in an entry": (f'{HEADER}{ENTRY}#~ "век"\n', "syntax", 2),
    "an obsolete old msgid": (f'{HEADER}#~| msgid "x"\n{ENTRY}', "syntax", 1),
    "half an obsolete entry": (f'{HEADER}#~ msgid "Haus"\nmsgstr "дом"\n', "unreadable", 0),
    "a backslash above an entry": (f"{HEADER}# C:\\\n{ENTRY}", "syntax", 1),
    "a byte order mark": (f"\ufeff{HEADER}{ENTRY}", "syntax", -FIRST + 1),
    "a space that is none": (f"{HEADER}\u00a0\n{ENTRY}", "syntax", 0),
    "Ctrl-Z": (f"{HEADER}{ENTRY}\x1a", "syntax", 2),
    "a conflict of git": (f"{HEADER}<<<<<<< HEAD\n{ENTRY}=======\n{ENTRY}>>>>>>> b\n", "unreadable", 0),
    "no msgstr": (f'{HEADER}msgid "Haus"\n', "unreadable", 0),
    "no closing quote": (f'{HEADER}msgid "Haus"\nmsgstr "дом\n', "unreadable", 1),
    "a form that is missing": (f'{HEADER}msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', "unreadable", 2),
    "too few forms": (HEADER + _plural("%d дом", "%d дома"), "plural-forms", 0),
    "an empty form": (HEADER + _plural("%d дом", "", "%d домов"), "plural-forms", 0),
    "no plural rule": (_rule("nplurals=3;") + _plural("%d дом", "%d дома", "%d домов"), "header", -FIRST + 1),
    "a plural rule that is none": (_rule("nplurals=3; plural=EXPRESSION;"), "header", -FIRST + 1),
    "a bracket too many": (_rule("nplurals=3; plural=((n != 1);"), "header", -FIRST + 1),
    "another letter": (_rule("nplurals=2; plural=(x != 1);"), "header", -FIRST + 1),
    "a count that is none": (_rule("nplurals=x; plural=(n != 1);"), "header", -FIRST + 1),
    "a form too high": (_rule("nplurals=1; plural=(n != 1);"), "header", -FIRST + 1),
    "a form below zero": (_rule("nplurals=3; plural=n==1 ? 0 : 0-1;"), "header", -FIRST + 1),
    "a division by zero": (_rule("nplurals=3; plural=1%n==1;"), "header", -FIRST + 1),
    "a rule of many brackets": (_rule(f"nplurals=2; plural={'(' * 5000};"), "header", -FIRST + 1),
    "a line break at the end": (f'{HEADER}msgid "Haus\\n"\nmsgstr "дом"\n', "line-breaks", 1),
    "a line break at the beginning": (f'{HEADER}msgid "Haus"\nmsgstr "\\nдом"\n', "line-breaks", 1),
    "a line break of a form": (HEADER + _plural("%d дом", "%d дома\\n", "%d домов"), "line-breaks", 4),
    "a placeholder that is lost": (HEADER + _formatted("c-format", "%d Haus", "дом"), "placeholders", 2),
    "a placeholder of a form": (HEADER + _plural("%d дом", "%s дома", "%d домов"), "placeholders", 4),
    "the number of a form of 1, 21, 31": (
        f'{HEADER}#, c-format\nmsgid "1 Haus"\n{_plural("1 дом", "%d дома", "%d домов").split(chr(10), 2)[2]}',
        "placeholders",
        3,
    ),
    "an apostrophe in Java": (HEADER + _formatted("java-format", "{0} Haus", "д'ом {0}"), "placeholders", 2),
    "a directive of Lisp": (HEADER + _formatted("lisp-format", "~a Haus", "дом"), "placeholders", 2),
    "another charset than that of the header": (HEADER.replace("UTF-8", "ASCII") + ENTRY, "syntax", 1),
    "another charset": ((HEADER + ENTRY).encode().replace("дом".encode(), b"\xe4\xee\xec"), "unreadable", 1),
}
FINE = {
    "an entry": HEADER + ENTRY,
    "an obsolete entry of another context": f'{HEADER}{ENTRY}\n#~ msgctxt "c"\n#~ msgid "Haus"\n#~ msgstr "x"\n',
    "comments of all kinds": f'{HEADER}#x\n#. y\n#: z:1\n#, fuzzy\n#= x-y\n#| msgctxt "c"\n#| msgid "a" "b"\n{ENTRY}',
    "an obsolete entry with all": f'{HEADER}{ENTRY}\n#~ # c\n#~| msgid "a"\n#~ msgid "b"\n#~\n#~ "c"\n#~ msgstr"d"\n',
    "strings anywhere": f'{HEADER}\tmsgid\n\n "Ha" "us"\f\nmsgstr"д"\n"ом"\n',
    "escapes": f'{HEADER}msgid "\\t\\\\H\\"\\n"\nmsgstr "\\t\\\\\\x414\\"\\012"\n',
    "forms": HEADER + _plural("%d дом", "%d дома", "%d домов"),
    "forms in odd spacing": HEADER + _plural("%d дом", "%d дома", "%d домов").replace("[", " [ ").replace("]", " ]"),
    "no Plural-Forms": _rule("").replace('"Plural-Forms: \\n"\n', ""),
    "comments that end in a backslash": f"{HEADER}# C:\\\n# D:\\\n\n{ENTRY}# E:\\\n",
    "line ends of Windows": (HEADER + ENTRY).replace("\n", "\r\n"),
    "marks of msgcat in comments": f"{HEADER}# #-#-#-#-#  a.po  #-#-#-#-#\n{ENTRY}",
}
OURS = frozenset({"syntax", "duplicates", "conflict-marks", "header", "plural-forms", "placeholders", "line-breaks"})


def _refused(path: Path) -> bool:
    command = [program("msgfmt"), "--check-format", "--check-header", f"--output-file={os.devnull}", str(path)]
    return subprocess.run(command, check=False, capture_output=True).returncode != 0


def _written(text: str | bytes) -> Path:
    path = Path("ru.po")
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _said(run: Run, path: Path, code: int) -> list[tuple[str, int]]:
    """Errors by check and line."""
    told = json.loads(run("check", path, "-f", "json", code=code).stdout)
    found = [(one["check"], one["line"]) for one in told["findings"] if one["severity"] == "error"]
    return found + [("unreadable", one["line"]) for one in told["errors"]]


@pytest.mark.parametrize(("text", "check", "line"), REFUSED.values(), ids=REFUSED)
def test_what_msgfmt_refuses_is_an_error_with_its_line(run: Run, text: str | bytes, check: str, line: int) -> None:
    found = _said(run, _written(text), 2 if check == "unreadable" else 1)
    assert (check, FIRST + line) in found


@pytest.mark.parametrize("text", [text for text, _, _ in REFUSED.values()], ids=REFUSED)
def test_msgfmt_refuses_them_indeed(project: Path, text: str | bytes) -> None:
    assert _refused(_written(text))


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_nothing_is_said_of_the_syntax_of_a_file_that_msgfmt_takes(run: Run, text: str) -> None:
    path = _written(text)
    assert not _refused(path)
    assert not [name for name, _ in _said(run, path, 0) if name in OURS]


@pytest.mark.parametrize(("language", "rule"), [("en", "n != 1"), ("fr", "n > 1")])
def test_a_form_of_1_alone_or_of_0_and_1_may_say_the_number_in_words(run: Run, language: str, rule: str) -> None:
    path = Path(f"{language}.po")
    header = HEADER.replace("Language: ru", f"Language: {language}")
    header = header.replace(PLURAL_FORMS, f"nplurals=2; plural=({rule});")
    path.write_text(header + _plural("a house", "%d h").replace("%d Haus", "1 Haus"))
    assert not _refused(path)
    assert not _said(run, path, 0)


SYNTAX = {name: text for name, (text, check, _) in REFUSED.items() if check == "syntax" and isinstance(text, str)}


@pytest.mark.parametrize("text", SYNTAX.values(), ids=SYNTAX)
def test_normalize_mends_it_and_loses_no_text(run: Run, text: str) -> None:
    path = _written(text)
    before = po.read(path)
    run("normalize", path)
    assert [entry.texts for entry in po.read(path).entries] == [entry.texts for entry in before.entries]
    assert not _refused(path)
    assert not syntax.faults(path.read_bytes(), "ru.po")


@pytest.mark.parametrize("text", [text for text, check, _ in REFUSED.values() if check == "unreadable"])
def test_what_cannot_be_read_is_left_as_it_is(run: Run, text: str | bytes) -> None:
    path = _written(text)
    before = path.read_bytes()
    assert "ru.po:" in run("normalize", path, code=2).stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", [ENTRY.replace("\n", " "), 'msgid "Haus"\nmsgstr "дом" # Anna\n'])
def test_what_only_msgfmt_takes_is_told_for_what_it_is(run: Run, text: str) -> None:
    path = _written(HEADER + text)
    line = FIRST + text.rstrip().count("\n")
    assert f"ru.po:{line}: more than a keyword and its text in one line\n" in run("check", path, code=2).stderr


def test_a_wrong_number_of_forms_is_no_error_without_plurals(run: Run) -> None:
    rule = "nplurals=2; plural=(n != 1);"
    assert "warning header: Plural-Forms has 2 forms, Russian has 3" in run("check", _written(_rule(rule))).stdout
    assert ("header", 1) in _said(run, _written(HEADER.replace(PLURAL_FORMS, rule) + _plural("%d д", "%d д")), 1)


def test_marks_of_msgcat_are_errors_in_header_and_texts(run: Run) -> None:
    both = "#-#-#-#-#  a.po (demo 1)  #-#-#-#-#\\nдом\\n#-#-#-#-#  b.po (demo 1)  #-#-#-#-#\\nздание"
    twice = HEADER.replace("Language-Team: x", '#-#-#-#-#  a.po  #-#-#-#-#\\n"\n"Language-Team: x')
    path = _written(f'{twice}{ENTRY}\n#, fuzzy\nmsgid "Bau"\nmsgstr "{both}"\n\n{_plural("д", both, "д")}')
    lines = [line for name, line in _said(run, path, 1) if name == "conflict-marks"]
    assert lines == [1, FIRST + 6, FIRST + 8]


def test_a_format_flag_of_the_new_kind_counts_as_well(run: Run) -> None:
    path = _written(HEADER + _formatted("c-format", "%d Haus", "дом").replace("#,", "#="))
    assert ("placeholders", FIRST + 2) in _said(run, path, 1)


def test_what_was_there_at_the_base_revision_does_not_count(run: Run, git: Git) -> None:
    path = _written(f'{HEADER}msgid "Haus"\n# c\nmsgstr "дом"\n')
    git("add", ".")
    git("commit", "--quiet", "--message", "x")
    assert "1 known finding" in run("check", path, "--base", "HEAD").stdout
    path.write_text(f'{path.read_text()}\nmsgid "Hund"\n# c\nmsgstr "собака"\n')
    assert run("check", path, "--base", "HEAD", code=1).stdout.count("error syntax") == 1


_LINES = r"""
msgid "a"
msgstr "b"
msgctxt "c"
msgid_plural "d"
msgstr[0] "e"
msgstr[1] "f"
"g"
"h" "i"
# j
#, fuzzy
#
#:
#= k
#| msgid "l"
#| msgctxt "m"
#| "n"
#~
#~ msgid "o"
#~ msgstr "p"
#~ "q"
#~| msgid "r"
#~ # u
"s\q"
"\\"
# t\
msgid
"""
PIECES = st.sampled_from([*_LINES.split("\n"), "\u00a0", '\t"v"'])


@given(st.lists(PIECES, max_size=9).map("\n".join))
def test_the_syntax_of_any_lines_is_judged_as_by_msgfmt(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        path.write_text(f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n{text}', "utf-8")
        command = [program("msgfmt"), f"--output-file={os.devnull}", str(path)]
        said = subprocess.run(command, check=False, capture_output=True, encoding="utf-8").stderr
        told = {
            int(line) for line in re.findall(r"x\.po:(\d+).*: (?!duplicate|\.\.\.|warning|plural form|first)", said)
        }
        faults = syntax.faults(path.read_bytes(), "x")
        assert faults if told else all("backslash" in message for _, message in faults), said


FORMATS = {
    "c": "%s|%d|%ld|%1$s|%2$d|%*d|%%|%|%m|%<PRId64>|%'d|%zu|%5.2f",
    "python": "%s|%d|%(a)s|%(b)d|%%|%|%r",
    "python-brace": "{}|{0}|{a}|{a.b}|{a[0]}|{a!r}|{a:>5}|{{|}}|{|}",
    "java": "{0}|{1}|{0,number}|'{0}'|'|{|}",
    "csharp": "{0}|{1}|{0,5}|{0:x}|{{|}}|{|}",
    "javascript": "%s|%d|%%|%|%1$s",
    "php": "%s|%d|%1$s|%%|%",
    "perl-brace": "{a}|{b}|{|}",
    "qt": "%1|%2|%L1|%n|%|%%",
    "boost": "%1%|%2%|%s|%|1$s|%%|%",
    "sh": "$a|${b}|$|${a:-x}|$$",
    "lisp": "~a|~d|~5d|~%|~~|~{~a~}|~@r|~:@(|~)|~",
    "tcl": "%s|%d|%1$s|%%|%",
    "ycp": "%1|%2|%%|%",
    "gcc-internal": "%s|%d|%qs|%<|%>|%T|%%|%|%m",
}
PARTS = {
    flag: st.lists(st.sampled_from([*parts.split("|"), "50 ", "n"]), max_size=3) for flag, parts in FORMATS.items()
}
FORMATTED = st.sampled_from(sorted(FORMATS)).flatmap(lambda flag: st.tuples(st.just(flag), PARTS[flag], PARTS[flag]))


@given(st.lists(FORMATTED, min_size=1, max_size=40))
def test_what_msgfmt_says_of_placeholders_is_said_here(texts: list[tuple[str, list[str], list[str]]]) -> None:
    blocks = [
        _formatted(f"{flag}-format", f"{place} {' '.join(source)}", f"{place} {' '.join(target)}")
        for place, (flag, source, target) in enumerate(texts)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ru.po")
        path.write_text(HEADER + "\n".join(blocks), "utf-8")
        command = [program("msgfmt"), "--check-format", f"--output-file={os.devnull}", str(path)]
        said = subprocess.run(command, check=False, capture_output=True, encoding="utf-8").stderr
        found = check_file(path, Settings(source="de"), None, compared=False)
        assert isinstance(found, Examined)
        ours = {one.line for one in found.checked.findings if one.check in {"placeholders", "tags"}}
        assert {int(line) for line in re.findall(r"ru\.po:(\d+): ", said)} <= ours, said
