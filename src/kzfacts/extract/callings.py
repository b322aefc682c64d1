"""Which roles one person may hold in several articles, and which tell two people of one name apart.

A role belongs to a sphere of work by the post at its head, or, where the post is found in every sphere (директор,
төраға), by the body it is held in. Add a word to a line, in its dictionary form.
"""

from kzfacts.extract.memo import per_word
from kzfacts.extract.nouns import noun

SPHERES = {
    "office": """
        президент премьер-министр министр вице-министр вице-премьер елбасы мемлекет_басшысы елші консул атташе
        әкім губернатор мэр депутат сенатор мәжілісмен омбудсмен уәкіл шенеунік саясаткер дипломат комиссар
        канцлер баспасөз_хатшысы спикер прокурор судья тергеуші полицей генерал полковник подполковник майор
        капитан лейтенант сержант қолбасшы командир шериф король патша әмір монарх министрлік әкімдік агенттік
        комитет департамент басқарма үкімет парламент сенат мәжіліс мәслихат әкімшілік елшілік консулдық
        прокуратура полиция инспекция ведомство партия
    """,
    "learning": """
        ғалым академик профессор доцент доктор докторант магистрант ректор проректор декан зерттеуші тарихшы
        экономист социолог психолог филолог физик химик биолог эколог геолог географ археолог этнограф философ
        лингвист саясаттанушы сарапшы талдаушы аналитик мұғалім ұстаз оқытушы тәрбиеші студент оқушы
        түлек кітапханашы әдебиеттанушы өнертанушы университет институт академия мектеп колледж лицей гимназия
        балабақша кафедра зертхана
    """,
    "medicine": """
        дәрігер хирург терапевт педиатр онколог кардиолог эпидемиолог инфекционист вирусолог психиатр фельдшер
        мейірбике провизор фармацевт аурухана емхана
    """,
    "press": """
        журналист тілші репортер редактор баспагер блогер комментатор шолушы газет журнал портал телеарна арна
        басылым редакция
    """,
    "art": """
        жазушы ақын драматург режиссер режиссёр продюсер актер актриса артист әртіс әнші күйші композитор
        дирижер суретші мүсінші сәулетші дизайнер театр мұражай музей оркестр ансамбль хор
    """,
    "sport": """
        спортшы балуан боксшы футболшы гроссмейстер бапкер жаттықтырушы тренер чемпион төреші клуб құрама
        федерация
    """,
    "trade": """
        кәсіпкер бизнесмен банкир қаржыгер бухгалтер аудитор инженер конструктор технолог программист әзірлеуші
        агроном фермер шаруа диқан малшы құрылысшы жұмысшы шахтер мұнайшы энергетик металлург жүргізуші
        маркетолог логист риелтор менеджер аспаз компания корпорация холдинг банк фирма кәсіпорын зауыт фабрика
        шаруашылық биржа серіктестік
    """,
    "faith": """
        имам мүфти епископ митрополит патриарх папа мешіт шіркеу
    """,
    "rescue": """
        құтқарушы өртсөндіруші ұшқыш ғарышкер теңізші
    """,
}

# Spheres between which people of the news move, or in which they are at home at once: «профессор, депутат».
OPEN = frozenset(
    frozenset(pair.split("–"))
    for pair in """
    office–learning office–press office–trade office–rescue
    learning–medicine learning–press learning–trade learning–art press–art
    """.split()
)

_SPHERE = {word: sphere for sphere, words in SPHERES.items() for word in words.split()}


@per_word
def spheres(title: str) -> frozenset[str]:
    """Return the spheres of work of a role by its title; none where neither its posts nor its bodies tell."""
    plain = title.lower().replace(",", " ").replace("акционерлік қоғамы", "компаниясы")
    known = [found for word in plain.split() if (found := noun(word))]
    bodies = {_SPHERE.get(each.lemma) for each in known if each.kind != "post"} - {None}
    held = [each.lemma for each in known if each.kind == "post" and each.case == "nominative"]
    posts = {_SPHERE.get(post) for post in held if post != "президент" or not bodies} - {None}
    owners = {_SPHERE.get(each.lemma) for each in known if each.kind == "post"} - {None}  # министрдің кеңесшісі
    return frozenset(filter(None, posts or bodies or owners))


def compatible(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether one person may be at work in all these spheres; where nothing is known, they may."""
    if not ones or not others:
        return True
    return any(one == other or frozenset((one, other)) in OPEN for one in ones for other in others)
