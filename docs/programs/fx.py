"""Firefox's models by fxtranslate, for l10n: docs/engines.md."""

import json
import sys

from fxtranslate import Translator

known = {}
for line in sys.stdin:
    asked = json.loads(line)
    pair = asked["from"], asked["to"]
    known[pair] = known.get(pair) or Translator.load(*pair)
    print(json.dumps({"texts": [[known[pair].translate(text)] for text in asked["texts"]]}), flush=True)
