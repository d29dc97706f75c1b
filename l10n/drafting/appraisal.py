"""How far drafts are to be trusted: their risk, and the terms of the glossary that they lack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from l10n.drafting import REVIEWED, Options
from l10n.drafting.scoring import Languages, findings, slipped
from l10n.engines import PSEUDO
from l10n.languages import PIVOT
from l10n.model import Draft
from l10n.risk.features import Features, of_texts
from l10n.risk.formula import risk
from l10n.text.inflection import present


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Appraises drafts of one source language."""

    source: str
    options: Options
    round_trips: Mapping[str, float]
    """How like each text its translation back from English is, as far as that was asked for."""

    def features(self, text: str, draft: Draft, lang: str) -> Features:
        """What the draft's risk is made of, see docs/risk.md."""
        counts = findings(text, draft.text, Languages(self.source, lang, self.options.glossary))
        features = of_texts(text, draft.text, self.source, lang)
        features = replace(
            features,
            errors=counts.errors + sum(len(leg.lost) for leg in draft.legs) + self._slips(text, draft, lang),
            warnings=counts.warnings,
            notes=counts.notes,
            left=counts.left or features.left,
        )
        return self._of_match(features, draft) if draft.match else self._of_legs(features, text, draft)

    def rated(self, text: str, draft: Draft, lang: str) -> tuple[Draft, Features]:
        """The draft with its risk, and what that is made of; a made-up text has to be changed altogether."""
        features = self.features(text, draft, lang)
        made_up = PSEUDO in draft.engine.split("+")
        return replace(draft, risk=1.0 if made_up else risk(features)), features

    def missing_terms(self, text: str, draft: Draft, lang: str) -> list[str]:
        """`Kreml → Кремль` for each term of the text that the draft has in none of its forms."""
        glossary = self.options.glossary
        missing = []
        for match in glossary.find(text, self.source) if glossary else ():
            words = match.words(lang)
            if words and not any(present(word, draft.text, lang) for word in words):
                missing.append(f"{match.term.words[self.source][0]} → {words[0]}")
        return list(dict.fromkeys(missing))

    def _slips(self, text: str, draft: Draft, lang: str) -> int:
        """Of each package, which nobody could see in the other's words any more; of a match there are none."""
        if draft.match:
            return 0
        texts = [text, *(leg.text for leg in draft.legs)]
        codes = [self.source, *[PIVOT] * (len(draft.legs) - 1), lang]
        legs = zip(draft.legs, pairwise(texts), pairwise(codes), strict=True)
        return sum(
            slipped(before, after, Languages(*pair)) for leg, (before, after), pair in legs if leg.package != REVIEWED
        )

    def _of_legs(self, features: Features, text: str, draft: Draft) -> Features:
        """A leg that people have accepted is none."""
        legs = [leg for leg in draft.legs if leg.package != REVIEWED]
        return replace(
            features,
            scores=tuple(leg.score for leg in legs),
            disagreements=tuple(leg.disagreement for leg in legs),
            legs=len(legs),
            round_trip=self.round_trips.get(text),
        )

    def _of_match(self, features: Features, draft: Draft) -> Features:
        """`92% reviewed`: a short text is no worse for coming from the memory."""
        return replace(features, brief=None, fuzzy=min(int(draft.match.split("%")[0]), 100) / 100)
