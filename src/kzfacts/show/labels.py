"""Headings and labels in Kazakh."""

ACTS = {
    "statement": "мәлімдеме",
    "reminder": "еске салу",
    "belief": "пікір, сенім",
    "hope": "үміт",
    "concern": "алаңдаушылық",
    "proposal": "ұсыныс",
    "call": "шақыру",
    "order": "тапсырма",
    "promise": "уәде",
    "answer": "жауап",
    "confirmation": "растау",
    "denial": "жоққа шығару",
    "congratulation": "құттықтау",
    "wish": "тілек",
    "thanks": "алғыс",
    "assessment": "бағалау",
    "naming": "сипаттама",
    "finding": "дерек, нәтиже",
}
MATCHES = {
    "exact": "дәл",
    "spelling": "басқаша жазылған",
    "inflected": "жалғаулы",
    "layout": "пернетақта тілі ауыспаған, болжам",
    "fuzzy": "ұқсас, болжам",
}
PUBLICATION = "жарияланған күні бойынша"
# Headings of answers by kind.
KINDS = {
    "Person": "Сөйлеушілер",
    "Post": "Лауазымдар",
    "Happening": "Оқиғалар",
    "Told": "Айтылғандар",
    "Article": "Дереккөздер",
}

NAME = "Кім"
ROLE = "Лауазымы"
SAID = "Айтқаны"
ACT = "Түрі"
EVENT = "Оқиға"
DATE = "Күні"
PLACE = "Орны"
SOURCE = "Дереккөз"
TITLE = "Тақырыбы"
PARAGRAPH = "азатжол"
PART_OF = "аясында"
PARTS = "Бөлімдері"
UNDATED = "күні көрсетілмеген"
COUNT = "Пікір саны"
