"""Headings and labels in Kazakh."""

# Grammar terms as in school grammars: төл сөз (direct speech), төлеу сөз (reported speech).
FORMS = {
    "direct": "төл сөз",
    "indirect": "төлеу сөз",
    "nominal": "есімді тіркес",
    "anaphoric": "сілтеме",
}
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
    "assessment": "баға",
    "naming": "атау",
    "finding": "зерттеу нәтижесі",
}
MATCHES = {
    "exact": "дәл",
    "spelling": "жазылуы өзгеше",
    "inflected": "жалғаулы",
    "layout": "басқа пернетақта, болжам",
    "fuzzy": "ұқсас, болжам",
}
PUBLICATION = "мақаланың күні бойынша"
# Headings of answers by kind.
KINDS = {
    "Person": "Сөйлеушілер",
    "Post": "Лауазымдар",
    "Happening": "Оқиғалар",
    "Told": "Айтылғандар",
    "Article": "Дереккөздер",
}

NAME = "Аты-жөні"
ROLE = "Лауазымы"
SAID = "Айтқаны"
ACT = "Түрі"
EVENT = "Оқиға"
DATE = "Күні"
PLACE = "Жері"
SOURCE = "Дереккөз"
TITLE = "Тақырыбы"
PARAGRAPH = "абзац"
PART_OF = "құрамында"
PARTS = "Бөлімдері"
UNDATED = "күні белгісіз"
COUNT = "Айтқаны, саны"
