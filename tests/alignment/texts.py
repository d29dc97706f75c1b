"""A story in three languages, sentence by sentence."""

from __future__ import annotations

STORY = (
    ("Der Zug nach Kassel", "The train to Kassel", "Поезд в Кассель"),
    (
        "Anna Berger wartete am 3. Mai um 7:40 Uhr auf dem Bahnsteig.",
        "Anna Berger was waiting on the platform at 7:40 on 3 May.",
        "3 мая в 7:40 Анна Бергер ждала на платформе.",
    ),
    ("Es regnete.", "It was raining.", "Шёл дождь."),
    (
        "Warum kam der Zug nach Kassel nicht?",
        "Why did the train to Kassel not come?",
        "Почему поезд в Кассель не приходил?",
    ),
    (
        "Im Bahnhof stand nur ein alter Mann, der seit 1986 jeden Morgen seine Zeitung las.",
        "In the station there was only an old man who had been reading his paper every morning since 1986.",
        "На вокзале стоял только старик, который с 1986 года каждое утро читал свою газету.",
    ),
    (
        "„Guten Morgen“, sagte er, „der Zug hat 45 Minuten Verspätung!“",
        "“Good morning,” he said, “the train is 45 minutes late!”",
        "«Доброе утро, — сказал он, — поезд опаздывает на 45 минут!»",
    ),
    ("Anna seufzte.", "Anna sighed.", "Анна вздохнула."),
    (
        "Sie dachte an ihren Bruder Martin, der in Kassel wohnte und auf sie wartete.",
        "She thought of her brother Martin, who lived in Kassel and was waiting for her.",
        "Она думала о своём брате Мартине, который жил в Касселе и ждал её.",
    ),
    ("Die Reise", "The journey", "Поездка"),
    (
        "Um 8:25 Uhr fuhr der Zug endlich ein.",
        "At 8:25 the train came in at last.",
        "В 8:25 поезд наконец прибыл.",
    ),
    (
        "Im Wagen 12 saßen 30 Schüler aus Göttingen, die laut sangen.",
        "In coach 12 there were 30 pupils from Göttingen, singing loudly.",
        "В вагоне 12 сидели 30 школьников из Гёттингена, которые громко пели.",
    ),
    ("Wer kannte das Lied?", "Who knew the song?", "Кто знал эту песню?"),
    (
        "Anna kannte es aus ihrer Kindheit; ihre Mutter hatte es ihr oft vorgesungen.",
        "Anna knew it from her childhood; her mother had often sung it to her.",
        "Анна знала её с детства; мать часто пела её.",
    ),
    ("Dann wurde es still.", "Then it grew quiet.", "Потом стало тихо."),
)
"""German, English, Russian; two sentences are headings."""
LANGUAGES = ("de", "en", "ru")
HEADINGS = {0, 8}


def markdown(language: str, without: tuple[int, ...] = ()) -> str:
    """The story as a document, of paragraphs of three or four sentences; without some of them."""
    texts = [texts[LANGUAGES.index(language)] for texts in STORY]
    lines: list[str] = []
    for number, text in enumerate(texts):
        if number in without:
            continue
        if number in HEADINGS:
            lines.append(f"\n# {text}\n")
        else:
            lines.append(text + ("\n" if number in {3, 5, 11} else ""))
    return "\n".join(lines) + "\n"
