"""A language model behind llama.cpp's llama-server or ollama, for l10n: docs/engines.md."""

import json
import sys
import urllib.request

URL, MODEL = "http://localhost:8080/v1/chat/completions", "model"


def translated(text, source, target):
    """One text in the other language."""
    order = f"Translate from language {source} into language {target}. Answer with the translation alone:\n\n{text}"
    body = {"model": MODEL, "temperature": 0, "messages": [{"role": "user", "content": order}]}
    request = urllib.request.Request(URL, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["choices"][0]["message"]["content"]


for line in sys.stdin:
    asked = json.loads(line)
    print(
        json.dumps({"texts": [[translated(text, asked["from"], asked["to"])] for text in asked["texts"]]}), flush=True
    )
