"""Segmentation of languages of which l10n has CLDR's data and short lists of words; the figures are in docs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.segmentation import split

TEXTS = [
    ("es", "El Sr. García llegó tarde. | ¿Dónde estaba? | Nadie lo sabía."),
    ("es", "Vive en EE. UU. desde 1990. | En el siglo V a. C. era un pueblo. | Luego creció."),
    ("fr", "Le prof. Durand est venu\u00a0! | «\u00a0Je reste.\u00a0» | Puis il partit."),
    ("fr", "Au VIIIe siècle av. J.-C. la ville était petite. | Elle a grandi."),
    ("it", "Il dott. Rossi abita in via Roma. | Non c’era nessuno?! | Peccato."),
    ("pt", "A Sra. Lima saiu cedo. | Nasceu no século VI a.C. | No fim, voltou."),
    ("pl", "Było to np. w Krakowie. | Urodził się w 1984 r. | W domu czytał prof. Nowaka."),
    ("cs", "Přišel mj. prof. Novák. | Stalo se to v roce 700 př. n. l. | Potom odešli."),
    ("nl", "Dat zei dhr. Jansen, d.w.z. de baas. | Waarom? | Niemand wist het."),
    ("tr", "Kral 2. Ramses öldü. | Bunu Prof. Kaya yazdı. | Sonra gitti."),
    ("zh", "他来了。|他问：“你是谁？”|没人回答！|他走了。"),
    ("ja", "「行こう。」と彼は言った。|誰も答えなかった。|本当？！|そうだ。"),
    ("zh", "价格是3.5元。|iPhone很贵。"),
    ("hi", "वह आया। | क्या वह रुकेगा? | कोई नहीं जानता।"),
    ("ur", "وہ آیا۔ | کیا وہ رکے گا؟ | کوئی نہیں جانتا۔"),
    ("ar", "جاء الرجل. | هل سيبقى؟ | لا أحد يعرف!"),
    ("eu", "Gizona etorri zen. | Nor zen? | Inork ez zekien."),
]


@pytest.mark.parametrize(("lang", "marked"), TEXTS)
def test_sentences_end_where_they_do(lang: str, marked: str) -> None:
    text = marked.replace(" | ", " ").replace("|", "")
    assert [segment.strip() for segment in split(text, lang)] == [part.strip() for part in marked.split("|")]


@settings(max_examples=80)
@given(
    st.sampled_from(["zh", "ja", "hi", "ar", "fr", "tr", "th"]),
    st.text("a他B1 \n\u3000.。！？！?」』「“”«»।۔؟,、…", max_size=60),
)
def test_segments_joined_are_the_text(lang: str, text: str) -> None:
    assert "".join(split(text, lang)) == text
