"""The noun endings of Kazakh as they are written, with the letters that each may follow and examples.

Source: the noun paradigms of «Қазақ грамматикасы» (Астана, 2002), chapters on көптік, тәуелдік and септік жалғаулары;
for names of Russian make (-ов, -ев, -ин, -ий) newspaper usage, where both the hard and the soft ending occur.
"""

from kzfacts.kazakh.alphabet import BACK_VOWELS, FRONT_VOWELS

# What the last letter of a stem sounds like, for the first consonant of the ending. и and у close a syllable as [ый]
# and [ұу]; б в г ғ д end only loanwords and names, and sound voiceless there.
VOWEL = frozenset("аәеоөұүыіэёюя")
GLIDE = frozenset("иу")
NASAL = frozenset("мнң")
SONORANT = frozenset("лрй")
SIBILANT = frozenset("жз")
VOICELESS = frozenset("кқпстфхһцчшщ")
LOAN = frozenset("бвгғд")
CONSONANT = GLIDE | NASAL | SONORANT | SIBILANT | VOICELESS | LOAN
POSSESSED = frozenset("ыі")

# name, ending in its hard and soft shape, last letters it may follow, examples
CASES = (
    ("genitive", "ның нің", VOWEL | GLIDE | NASAL, "Қалыбекованың, Пәшинянның, министрінің"),
    ("genitive", "дың дің", GLIDE | SONORANT | SIBILANT, "Мәскеудің, Арманжолдың, қырғыздың"),
    ("genitive", "тың тің", VOICELESS | LOAN, "Көшербаевтың, мәжілістің"),
    ("dative", "ға ге", VOWEL | GLIDE | NASAL | SONORANT | SIBILANT, "Астанаға, Дарийге"),
    ("dative", "қа ке", VOICELESS | LOAN, "Тоқаевқа, мәжіліске"),
    ("dative", "на не", POSSESSED, "министріне"),
    ("accusative", "ны ні", VOWEL | GLIDE, "Дариғаны"),
    ("accusative", "ды ді", GLIDE | NASAL | SONORANT | SIBILANT, "Арманды, Ресейді"),
    ("accusative", "ты ті", VOICELESS | LOAN, "Тоқаевты, парламентті"),
    ("accusative", "н", POSSESSED, "министрін"),
    ("locative", "да де", VOWEL | GLIDE | NASAL | SONORANT | SIBILANT, "Астанада, Ресейде"),
    ("locative", "та те", VOICELESS | LOAN, "мәжілісте"),
    ("locative", "нда нде", POSSESSED, "министрінде"),
    ("ablative", "дан ден", VOWEL | GLIDE | SONORANT | SIBILANT, "Астанадан, Мәскеуден"),
    ("ablative", "нан нен", NASAL | POSSESSED, "Пекиннен, министрінен"),
    ("ablative", "тан тен", VOICELESS | LOAN, "Ташкенттен"),
    ("instrumental", "мен", VOWEL | GLIDE | NASAL | SONORANT, "Путинмен"),
    ("instrumental", "бен", SIBILANT | LOAN, "қырғызбен"),
    ("instrumental", "пен", VOICELESS | LOAN, "Назарбаевпен"),
)
EQUATIVES = (("equative", "нша нше", POSSESSED, "пікірінше, айтуынша"),)
POSSESSIVES = (
    ("his", "ы і", CONSONANT | frozenset("ю"), "досы, одағы, дауы, интервьюі"),
    ("his", "сы сі", VOWEL | frozenset("и"), "елшісі, теориясы, жюрисі"),
    ("our", "ымыз іміз", CONSONANT, "халқымыз, еліміз"),
    ("our", "мыз міз", VOWEL, "қаламыз"),
    ("your", "ыңыз іңіз", CONSONANT, "еліңіз"),
    ("your", "ңыз ңіз", VOWEL, "қалаңыз"),
    ("my", "ым ім", CONSONANT, "пікірім"),
    ("my, dative", "ыма іме", CONSONANT, "пікіріме"),
    ("my", "м", VOWEL, "анам"),
)
PLURALS = (
    ("plural", "лар лер", VOWEL | GLIDE | frozenset("рй"), "қалалар, министрлер"),
    ("plural", "дар дер", NASAL | SIBILANT | frozenset("л"), "ғалымдар, елдер"),
    ("plural", "тар тер", VOICELESS | LOAN, "қатынастар"),
)
ATTRIBUTIVES = (
    ("attributive", "дағы дегі", VOWEL | GLIDE | NASAL | SONORANT | SIBILANT, "Ресейдегі"),
    ("attributive", "тағы тегі", VOICELESS | LOAN, "мәжілістегі"),
    ("attributive", "ндағы ндегі", POSSESSED, "арасындағы"),
)
DERIVATIONS = (
    ("derived", "лық лік", VOWEL | GLIDE | frozenset("рй"), "ресейлік, басшылық"),
    ("derived", "дық дік", NASAL | SIBILANT | frozenset("л"), "қазақстандық, жылдық"),
    ("derived", "тық тік", VOICELESS | LOAN, "достық, одақтастық"),
    ("derived", "лас лес", VOWEL | GLIDE | frozenset("рй"), "бауырлас"),
    ("derived", "дас дес", NASAL | SIBILANT | frozenset("л"), "отандас, жолдас"),
    ("derived", "тас тес", VOICELESS | LOAN, "одақтас, серіктес"),
)
# Cases that a noun in a vowel takes so, and after its possessive otherwise (қаланы, қаласын; қалаға, қаласына): what
# stands before these has no possessive to take off.
UNPOSSESSED = frozenset("ны ні ға ге да де дан ден".split())

# A stem voices its last consonant before a vowel: these read it back. Loanwords may keep theirs (`клубы`, `педагогы`).
# After a vowel қ and к are always voiced there, so that `ақын` is not of `ақ`.
UNVOICED = frozenset("қк")
VOICED = {"ғ": ("қ",), "г": ("к", "г"), "б": ("п", "б")}

# Russian surnames in -ов, -ев take the ending of their stem or of their own last vowel (Тоқаевқа, Медведевке;
# Кәріповке, Кәріповқа), and и, у, ю, ь say nothing of harmony: after these both shapes are seen.
HARD = BACK_VOWELS | frozenset("яё")
SOFT = FRONT_VOWELS | frozenset("э")
NEUTRAL = frozenset("иую")
EITHER = ("ов", "ев", "ёв", "ь", "к", "г")
INVARIABLE = ("мен", "бен", "пен")

# Loanwords in two consonants may link their endings with і: банкілер, фактіге.
LINKED = ("кті", "нкі", "скі", "нті")
