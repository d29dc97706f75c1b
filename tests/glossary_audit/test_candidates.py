"""Names and terms that the glossary lacks, in German texts and in others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import glossary
from l10n.glossary import Glossary, Term
from l10n.glossary_audit.candidates import Kind, candidates
from l10n.glossary_audit.evidence import tokens
from l10n.glossary_audit.filling import filled
from l10n.segmentation.document import extract
from tests.conftest import ARTICLE, ROOT

NAMES = Kind.NAME
ARTICLE_TEXTS = tuple(segment.text for segment in extract(ARTICLE, "de", ROOT).segments)


def _texts(kind: Kind, *texts: str, lang: str = "de") -> dict[str, int]:
    return {one.text: one.count for one in candidates(texts, lang) if one.kind is kind}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gestern kam Maia Sandu nach Baku.", {"Maia Sandu": 1, "Baku": 1}),
        ("Gestern sprach Präsident Tokajew.", {"Tokajew": 1}),
        ("Er trat dem Internationalen Strafgerichtshof bei.", {"Internationalen Strafgerichtshof": 1}),
        ("Er war Chef der Münchner Sicherheitskonferenz.", {"Münchner Sicherheitskonferenz": 1}),
        ("Dort half die NATO, die EU schwieg.", {"NATO": 1, "EU": 1}),
        ("Beim Schuscha Global Media Forum lobte er ihn.", {"Schuscha Global Media Forum": 1}),
        ("Oliver Rolofs ist hier, in Bonn.", {"Oliver Rolofs": 1, "Bonn": 1}),
        ("Der Satz hat keinen Hund und keine Katze.", {}),
        ("Die Regierung hat den Bericht gelesen.", {}),
    ],
)
def test_names_are_found_without_the_nouns_beside_them(text: str, names: dict[str, int]) -> None:
    extra = ["Gestern war Rolofs da."] if "Oliver" in text else []
    found = _texts(NAMES, text, *extra)
    assert {name: found.get(name, 0) for name in names} == names
    assert names or not found


def test_forms_of_a_name_are_one_candidate_and_a_genitive_ends_it() -> None:
    texts = ("Er warnt vor Moskau.", "Es zeigt Moskaus Einfluss.", "Das Land Moskaus ist groß.", "Moskau schweigt.")
    assert _texts(NAMES, *texts) == {"Moskau": 4}


def test_a_noun_with_an_adjective_is_a_term_if_it_is_there_twice() -> None:
    once = "Er liebt den postsowjetischen Raum."
    assert "postsowjetischen Raum" not in _texts(Kind.TERM, once)
    assert sum(_texts(Kind.TERM, once, "Der postsowjetische Raum ist groß.").values()) == 2


def test_a_compound_is_a_term_and_its_half_is_none() -> None:
    found = _texts(Kind.TERM, "Er plant das Cybersicherheits- und Energiesicherheitsprogramm, eine Energiekooperation.")
    assert found == {"Energiesicherheitsprogramm": 1, "Energiekooperation": 1}


def test_what_the_glossary_has_is_left_out_in_every_form() -> None:
    known = Glossary((Term({"de": ("Moskau",)}), Term({"de": ("Maia Sandu",)})))
    texts = ("Er sah Maia Sandu in Moskau und in Baku.", "Es war Moskaus Werk.")
    assert [one.text for one in candidates(texts, "de", known)] == ["Baku"]


def test_so_many_occurrences_are_needed_and_the_frequent_come_first() -> None:
    texts = ("Er war in Baku.", "Er war in Baku und in Bonn.", "Er war in Baku.")
    assert [(one.text, one.count) for one in candidates(texts, "de")] == [("Baku", 3), ("Bonn", 1)]
    assert [one.text for one in candidates(texts, "de", minimum=2)] == ["Baku"]


def test_in_other_languages_capitals_within_a_sentence_are_names() -> None:
    assert _texts(NAMES, "Yesterday the people saw Maia Sandu in Baku.", lang="en") == {"Maia Sandu": 1, "Baku": 1}


def test_the_names_of_the_seed_article_are_found() -> None:
    """The measure in docs/glossary.md: of the terms of our glossary that the article has, so many are proposed."""
    terms = glossary.read(ROOT / "seeds" / "glossary.csv").terms
    proposed = Glossary(tuple(Term({"de": (one.text,)}) for one in candidates(ARTICLE_TEXTS, "de")))
    found = [term for term in terms if any(proposed.find(word, "de") for word in term.words["de"])]
    assert len(found) / len(terms) > 0.8


def test_a_name_that_accepted_translations_spell_alike_is_filled_in() -> None:
    (one,) = candidates(["Er sah Oliver Rolofs."], "de")
    texts = {
        "az": [("Er sah Oliver Rolofs.", "O, Oliver Rolofs ilə görüşdü.")],
        "ru": [("Er sah Oliver Rolofs.", "Он видел Оливера Ролофса.")],
        "en": [("Ein Haus.", "A house.")],
    }
    term = filled(one, "de", texts)
    assert term.words == {"de": ("Oliver Rolofs",), "az": ("Oliver Rolofs",)}
    assert (term.note, term.case) == ("name, once", True)
    texts["az"].append(("Oliver Rolofs!", "Rolofs!"))
    assert "az" not in filled(one, "de", texts).words


@given(st.lists(st.text("Aab ÄN.:-’+„1é\u0301", max_size=20), max_size=4), st.sampled_from(["de", "en", "uk", "fr"]))
def test_any_text_is_looked_through_and_every_candidate_stands_in_it(texts: list[str], lang: str) -> None:
    for one in candidates(texts, lang):
        assert one.count >= 1
        assert any(set(one.text.split()) <= {token.text for token in tokens(text)} for text in texts)
        assert one.score > 0
