"""Small words that hold a sentence together: what frames the saying, and is neither source nor content.

Adverbs, connectors and postpositions after «Қазақ грамматикасы» (Астана, 2002) and news usage. One word a place.
"""

from kzfacts.extract.tables import lines

# At the head of a sentence, before the source; they belong to no content.
CONNECTORS = tuple(tuple(line.split()) for line in lines("connectors.txt"))

# Between content and verb, or between source and content: how it is said.
MANNER = frozenset(
    """
    қайталап қуана ашына өкінішпен мақтанышпен сеніммен ренішпен жасырмай күліп жылап тебірене үлкен баса тағы бір да
    де та те ерекше толығырақ толық қайта қайта-қайта нақты ашық ашып анық кеңінен қысқаша жан-жақты бірнеше рет мәрте
    алдымен былай солай осылай өз өзі болса ғана бірден енді тіпті тікелей жеке ресми үнемі бұрын бұған дейін қатаң
    түрде бүгін кеше жақында таяуда елеулі терең зор қарапайым тілмен егжей-тегжейлі
    шын жүректен қатты аса айрықша шынайы
    """.split()
)

# Titles of respect after a name: neither name nor role.
HONORIFICS = frozenset("қажы мырза ханым әжей апай ағай ақсақал ата апа аға хазірет молда бауырымыз".split())

# Between a name and what the one so called is: Асқар есімді тұрғын.
NAMED = frozenset("есімді атты деген".split())

# What stands after a source and before its content without being either.
AFTER_SOURCE = frozenset("да де та те болса өзі ғана бүгін кеше жақында таяуда тағы".split()) | HONORIFICS

# No noun phrase reaches over these to the left.
STOPS = frozenset(
    """
    отыр тұр жатыр жүр екен еді болатын деді дейді депті
    ал бірақ және немесе әлде яки себебі өйткені сондықтан алайда дегенмен сонымен қатар бірге сондай-ақ сөйтіп демек
    яғни мысалы бүгін бүгінде кеше ертең биыл былтыр қазір енді кейін бұрын дейін бастап таяуда жақында жуырда әлі
    тағы да де та те тіпті бұл ол осы сол мына мынау олар оның олардың бұның мұның оны мұны бұны өз өзі өзінің туралы
    жайлы жайында жөнінде хақында үшін бойы бойынша арқылы сияқты секілді ретінде кезінде барысында соң сайын
    байланысты орай қарамастан қарай сәйкес қатысты қоса бөлек ішінде соңында аясында жылы күні айы айында айының сәті
    кезі жолы рет деп деген атты ғана болса ма ме бар жоқ керек маған саған оған бізге сізге оларға мені сені бізді
    сізді оларды менен бізден сізден одан біз сіз біріншіден екіншіден үшіншіден әрине жалпы сонда мұнда онда осында
    себепті салдарынан нәтижесінде мен пен бен әрі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі қаңтар
    ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан бірқатар кейбірі
    """.split()
)
CONJUNCTIONS = frozenset("және мен пен бен әрі".split())

# Left of a post: «адам құқықтары жөніндегі уәкіл»; a noun phrase reaches over these.
BRIDGES = frozenset("жөніндегі қарсы жанындағы атындағы саласындағы арасындағы ісі істері".split())

# After these a name is no subject: Тоқаев туралы.
POSTPOSITIONS = frozenset(
    "туралы жайлы жайында жөнінде жөнінен хақында үшін арқылы сияқты секілді бойынша деген дейтін атты".split()
)
# After a post that somebody is to hold: «төраға қызметіне сайланды».
OF_A_POST = ("қызметі", "лауазымы", "орынтағы", "міндетін", "кандидатура")
PLACE_STEMS = (
    *("облыс", "қаласы", "аудан", "өңір", "ауылы", "ауылдық", "кенті", "кенттік", "көшес", "даңғыл"),
    *("өзен", "көлі", "саяжай", "стансасы", "станциясы", "елді", "мешіті", "стадионы"),
    *("мереке", "мейрам", "ісі", "ісін", "жолы"),
)
# After a name that is a thing as well: «Шара соңында», «Сот барысында».
RELATIONAL = frozenset("соңында барысында кезінде алдында аясында қарсаңында басында ішінде аяғында кезіндегі".split())
# «халқымыз … дегендей»: what people say, and not who speaks.
AS_SAYS = frozenset("дегендей айтқандай демекші".split())
# After these a post is what somebody is, and not who speaks.
BEING = frozenset("болып боп болған атанған атанып ретінде саналатын".split())
# What one is in a subject, which stands in the ablative: бокстан әлем чемпионы.
SKILLED = frozenset("чемпион бапкер жаттықтырушы жүлдегер шебер төреші рекордшы мұғалім оқытушы жүлдегер".split())
# What may stand before a capital in one name: Маңғыстау облысы ТЖД.
PLACES = frozenset("облысы қаласы ауданы өңірі аймағы өлкесі республикасы федерациясы ауылы кенті".split())

PRONOUNS = {"ол": "nominative", "олар": "nominative", "оның": "genitive", "олардың": "genitive"}
# After ол: «ол жерде», «ол туралы» name no person.
NOT_AFTER_PRONOUN = frozenset(
    """
    жерде жерден кезде кезден уақытта үшін туралы жайында жайлы жөнінде хақында жақта күні жылы заманда ма емес
    бойынша
    """.split()
)

ABOUT = frozenset("туралы жайында жайлы жөнінде жөнінен хақында".split())
CONCERNING = frozenset("қатысты байланысты орай".split())  # жағдайға қатысты пікір білдірді
ABOUT_WHAT = frozenset("бұл ол осы сол осылар бұлар мұның бұның".split())
TO_THIS = frozenset("бұған осыған соған оған".split())  # бұған қатысты
# «мұндай пікірді X білдірді»
SUCH = frozenset("мұндай осындай мынадай бұл осы".split())
SUCH_AS_THIS = frozenset("мұндай осындай мынадай".split())
SAID_THINGS = {
    "пікірді": "belief", "ойды": "belief", "болжамды": "belief", "тұжырымды": "belief", "мәлімдемені": "statement",
    "ақпаратты": "statement", "деректі": "finding", "мәліметті": "finding", "сөзді": "statement",
    "хабарды": "statement",
    "ұсынысты": "proposal",
    "бастаманы": "proposal", "тапсырманы": "order", "уәдені": "promise", "сауалды": "proposal",
}  # fmt: skip
THIS = frozenset("мұны бұны осыны соны мұндай осындай мынадай бұл".split())

# «…» with these: what a speaker speaks in, at or on; between source and content it frames the saying.
SETTINGS = frozenset(
    """
    парақшасында парақшада желісінде аккаунтында арнасында сұхбатында сұқбатында сұхбатта брифингте брифингінде жиында
    жиынында отырыста отырысында сөзінде үндеуінде жолдауында баяндамасында мәслихатында мәслихатта конференциясында
    эфирінде кеңесте кеңесінде кездесуде кездесуінде мәлімдемесінде жазбасында форумда форумында саммитте саммитінде
    хабарламасында сессияда сессиясында басқосуда басқосуында конференцияда хатында пікірінде сауалында жауабында
    мақаласында жеделхатында телеарнасында каналында желіде бейнеүндеуінде видеоүндеуінде видеосында
    бейнежазбасында постында үкіметте парламентте
    мәжілісте сенатта ақордада дәлізінде кулуарында алаңында эфирде кулуарда ашылуында съезде съезінде тыңдауда
    тыңдауында үстелде үстелінде есебінде
    """.split()
)
# With «кейін», right after the speaker: ойыннан кейін …-ғанын айтты.
AFTERWARDS = frozenset(
    """
    отырыстан отырысынан жиыннан жиынынан брифингтен брифингінен кездесуден кездесуінен матчтан матчынан ойыннан
    жекпе-жектен келіссөзден келіссөздерден
    """.split()
)
# With «барысында», «кезінде»; the latter only right after the speaker.
SPOKEN = frozenset("сұхбаты сұқбаты сөзі сөйлеген баяндамасы сапары отырысы жиыны кездесуі брифингі".split())
GATHERINGS = frozenset(
    "әңгіме әңгіме-дүкен кездесу жиын отырыс брифинг сапар келіссөз келіссөздер сұхбат форум кеңес талқылау".split()
)

# Converbs by which a speaker comes to speak: «заң жобасын таныстырып, …»; the content begins after them.
FRAMING_CONVERBS = frozenset(
    """
    таныстырып жариялап қалдырып сөйлеп тоқталып айтып құттықтап қорытындылап бөлісіп баяндап хабарлап түсіндіріп
    танысып аралап қабылдап кездесіп қатысып тыңдап ашып сөйлесіп талқылап жауап сынап мақтап білдіріп
    жазып жолдап келіп барып
    """.split()
)
# Of these, what somebody else may do of whom is told: «қонақтың елге келіп, мектепті көргенін айтты».
MOTION = frozenset("келіп барып қатысып кездесіп".split())
# The same as a bridge with «отырып», «келе»: сауалға жауап бере отырып, …
FRAMING_BRIDGES = frozenset(
    "бере құттықтай қайтара қорытындылай таныстыра тоқтала сөйлей түйіндей талдай баяндай айта жалғастыра өте "
    "жариялай".split()
)
FRAMING_PAIRS = frozenset(
    {
        ("батасын", "беріп"),
        ("алғысын", "білдіріп"),
        ("сөз", "алып"),
        ("сұрақтар", "қойып"),
        ("сұрақ", "қойып"),
        ("сауал", "қойып"),
        ("баяндама", "жасап"),
        ("есеп", "беріп"),
        ("лебіз", "білдіріп"),
        ("лебізін", "білдіріп"),
        ("сілтеме", "жасап"),
        ("баяндама", "жасап"),
        ("сала", "кетіп"),
        ("жауап", "беріп"),
        ("назар", "аударып"),
        ("атап", "өтіп"),
        ("сұхбат", "беріп"),
        ("бас", "тартып"),
        ("сөз", "сөйлеп"),
    }
)

# Between a source and what it gave: «министрлік ұсынған ақпаратқа сәйкес».
GIVEN = frozenset("ұсынған берген таратқан жариялаған келтірген жолдаған".split())

# Before деді at the end of a sentence: what is said follows.
SO = frozenset("былай былайша".split())

# Before деп, деген, дейді: what was said stands before.
THUS = frozenset("осылай солай".split())

# Whose «деп хабарлайды» is the outlet's own sign-off; a name with a full stop in it (zakon.kz) is one too.
OUTLETS = frozenset(
    """
    тілші тілшісі тілшілері тілшіміз порталы сайты басылымы редакциясы сайт портал интернет-портал қазақпарат kazinform
    baq tengrinews nur azattyq азаттық телеарнасы телеарнаның арнасы арнаның бағдарламасы газеті газетінің
    """.split()
)

# «Дәрігерлер не дейді?»: nothing is said
ASKING_WORDS = frozenset("не нені қалай неге кім қандай".split())

# A sign-off without a name: «…, деп хабарлайды.»
PRESENT = frozenset("хабарлайды жазады жазып хабарлап".split())

# A finite verb before these belongs to what a text says: «… шақырды делінген».
RETOLD = frozenset("делінген делінді делінеді".split())

# Who is asked or told, by the case.
PRONOUNS_TOLD = {"ablative": frozenset("одан олардан менен бізден".split()), "dative": frozenset("оған оларға".split())}
# Who listens, right after the speaker: no part of what is said.
AUDIENCE = frozenset(
    "жиналғандарға қатысушыларға тілшілерге журналистерге көпшілікке жұртшылыққа тыңдармандарға".split()
)

# To whom one wishes something, whoever they are.
EVERYBODY = frozenset("баршасына баршаға бәріне барлығына баршаңызға баршамызға бәрімізге".split())

# Some, whoever they are.
SOME = frozenset(
    "біреулер кейбіреулер кейбіреулері басқалар басқалары өзгелер өзгелері екіншілер екіншілері біріншілері".split()
)

# «… деген пікір білдірді», «… деген ойда»: what is reported ends before these.
THAT = frozenset("деген дегенді дегенге".split())
