"""Template expressions, `{{ … }}` and `{% … %}`: of Jinja, Liquid, Hugo, MDN. They are no words, and are copied."""

from __future__ import annotations

_LINE_END = r"(?:\r\n?|\n)(?![ \t>]*+(?:[\r\n]|```|~~~))"
TEMPLATE = rf"\{{\{{(?:[^{{}}\r\n]|{_LINE_END})*+\}}\}}|\{{%(?:[^{{}}%\r\n]|{_LINE_END})*+%\}}"
"""Within a paragraph: all of them are replaced before anybody reads the text that is made of it."""
_NO_TAG = r"<(?![A-Za-z/!?])"
IN_HTML = rf"\{{\{{(?:[^{{}}\r\n<]|{_LINE_END}|{_NO_TAG})*+\}}\}}|\{{%(?:[^{{}}%\r\n<]|{_LINE_END}|{_NO_TAG})*+%\}}"
"""The same where a tag would be one within them, too."""
