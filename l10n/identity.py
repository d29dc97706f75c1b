"""The digest by which l10n recognises a text again.

It stands in every catalogue ever written (`h=…`, `msgctxt`). Changing it would turn all drafts into edited ones.
"""

import hashlib


def digest(*texts: str) -> str:
    """First 8 hexadecimal digits of SHA-256 over the texts, UTF-8, with U+0000 between them."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]
