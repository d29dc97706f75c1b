"""HTML files that need nothing else: templates that escape what they are given, and a policy that forbids the rest.

The policy allows style and script of the file by their hashes (Content Security Policy Level 3, section 2.3.1).
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined


def templates(package: str) -> Environment:
    """Those in the folder `templates` of this package."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )


def policy(style: str, script: str = "", own_server: bool = False) -> str:
    """Nothing but this style and script, and the server that the file came from if it may use that."""
    return "; ".join(
        (
            "default-src 'none'",
            *([f"script-src '{_digest(script)}'"] if script else []),
            f"style-src '{_digest(style)}'",
            *(["connect-src 'self'"] if own_server else []),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
