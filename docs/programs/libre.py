"""LibreTranslate, for l10n: docs/engines.md."""

import json
import sys
import urllib.request

URL = "http://localhost:5000/translate"


def translated(texts, source, target):
    """All of them in the other language, in their order."""
    body = {"q": texts, "source": source, "target": target, "format": "text"}
    request = urllib.request.Request(URL, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["translatedText"]


for line in sys.stdin:
    asked = json.loads(line)
    texts = translated(asked["texts"], asked["from"], asked["to"]) if asked["texts"] else []
    print(json.dumps({"texts": [[text] for text in texts]}), flush=True)
