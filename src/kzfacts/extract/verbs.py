"""Reporting expressions: which words say that somebody said something, what they do by it, and what they report.

One line adds an expression: its words with the bare stem last, its act (`model.ACTS`), what it takes, an example.
Collected from «Қазақ тілінің түсіндірме сөздігі» (verbs of speech and thought) and counts over Kazakh news.

What a verb takes, any of:
  clause  a nominalised clause: жоба басталғанын, болатынына, салу туралы
  doing   a verbal noun only: әзірлеуді тапсырды, болуға шақырды
  accusative, dative, instrumental, bare
          a plain noun phrase in that case: қажеттілігін атады, барысына тоқталды, мерекемен құттықтады, амандық тіледі
  about   бұл туралы, мұны: the content stands beside it
  dep     words before деп
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.segments import Token
from kzfacts.extract.words import SAID_THINGS, SUCH, THAT


class Verb(NamedTuple):
    """A reporting expression: its words, the last one a stem."""

    words: str
    act: str
    takes: str
    example: str

    @property
    def rule(self) -> str:
        """What `Claim.origin` calls this verb: its words joined by hyphens."""
        return self.words.replace(" ", "-")


VERBS = tuple(
    Verb(*row)
    for row in (
        ("де", "statement", "", "«Жұмыс басталды», – деді министр."),
        ("дес", "statement", "", "«Жұмыс басталды», – деседі тұрғындар."),
        ("айт", "statement", "clause accusative about dep", "Министр жұмыс басталғанын айтты."),
        ("баса айт", "statement", "clause accusative about dep", "Министр жұмыс басталғанын баса айтты."),
        ("мәлімде", "statement", "clause about dep", "Министр жұмыс басталғанын мәлімдеді."),
        ("мәлімдеме жаса", "statement", "clause about dep", "Бұл туралы министр мәлімдеме жасады."),
        ("хабарла", "statement", "clause about dep", "Министр жұмыс басталғанын хабарлады."),
        ("хабар бер", "statement", "clause about dep", "Министр жұмыс басталғаны туралы хабар берді."),
        ("жеткіз", "statement", "clause about dep", "Министр жұмыс басталғанын жеткізді."),
        ("түсіндір", "statement", "clause accusative about dep", "Министр жұмыс басталғанын түсіндірді."),
        ("атап өт", "statement", "clause accusative about dep", "Министр жұмыс басталғанын атап өтті."),
        ("атап көрсет", "statement", "clause accusative about dep", "Министр жұмыс басталғанын атап көрсетті."),
        ("атап айт", "statement", "clause accusative about dep", "Министр жұмыс басталғанын атап айтты."),
        ("ерекше ата", "statement", "clause accusative about dep", "Министр жұмыс басталғанын ерекше атады."),
        ("тілге тиек ет", "statement", "clause accusative about dep", "Министр жұмыс басталғанын тілге тиек етті."),
        ("тілге тиек қыл", "statement", "clause accusative about dep", "Министр жұмыс басталғанын тілге тиек қылды."),
        ("сөз ет", "statement", "clause accusative about", "Министр жұмыс басталғаны туралы сөз етті."),
        ("сөз қозға", "statement", "clause accusative about", "Министр жұмыс басталғаны туралы сөз қозғады."),
        ("әңгіме қозға", "statement", "clause accusative about", "Министр жұмыс басталғаны туралы әңгіме қозғады."),
        ("әңгімеле", "statement", "clause about dep", "Министр жұмыс басталғанын әңгімеледі."),
        ("баянда", "statement", "clause accusative about dep", "Министр жұмыс басталғанын баяндады."),
        ("мағлұмат бер", "statement", "clause about dep", "Министр жұмыс басталғаны туралы мағлұмат берді."),
        ("мәлімет бер", "statement", "clause about dep", "Министр жұмыс басталғаны туралы мәлімет берді."),
        ("ақпарат бер", "statement", "clause about dep", "Министр жұмыс басталғаны туралы ақпарат берді."),
        ("түсінік бер", "statement", "clause about dep", "Министр жұмыс басталғаны туралы түсінік берді."),
        ("түсініктеме бер", "statement", "clause about dep", "Министр жұмыс басталғаны туралы түсініктеме берді."),
        ("айтып бер", "statement", "clause accusative about dep", "Министр жұмыс басталғанын айтып берді."),
        ("жаз", "statement", "clause about dep", "Министр жұмыс басталғанын жазды."),
        ("тоқтал", "statement", "dative about", "Министр жұмыс барысына тоқталды."),
        ("тоқталып өт", "statement", "dative about", "Министр жұмыс барысына тоқталып өтті."),
        ("таратып айт", "statement", "clause accusative about dep", "Министр жұмыс басталғанын таратып айтты."),
        ("қос", "statement", "dep", "«Жұмыс басталды», – деп қосты министр."),
        ("толықтыр", "statement", "dep", "«Жұмыс басталды», – деп толықтырды министр."),
        ("түйінде", "statement", "dep", "«Жұмыс басталды», – деп түйіндеді министр."),
        ("қорытындыла", "statement", "dep", "«Жұмыс басталды», – деп қорытындылады министр."),
        ("тұжырымда", "statement", "clause dep", "«Жұмыс басталды», – деп тұжырымдады министр."),
        ("тұжырым жаса", "statement", "clause dep", "«Жұмыс басталды», – деп тұжырым жасады министр."),
        ("пайымда", "belief", "clause dep", "«Жұмыс басталды», – деп пайымдады министр."),
        ("сөйле", "statement", "dep", "«Жұмыс басталды», – деп сөйледі министр."),
        ("сөз сөйле", "statement", "dep", "«Жұмыс басталды», – деп сөз сөйледі министр."),
        ("әңгіме өрбіт", "statement", "about dep", "Бұл туралы министр әңгіме өрбітті."),
        ("көрсет", "statement", "dep", "«Жұмыс басталды», – деп көрсетті министр."),
        ("ескерт", "statement", "clause about dep", "Министр жұмыс басталғанын ескертті."),
        ("ескертпе жаса", "statement", "clause about dep", "Министр жұмыс басталғаны туралы ескертпе жасады."),
        ("назар аудар", "statement", "clause dative about dep", "Министр жұмыс басталғанына назар аударды."),
        ("көңіл аудар", "statement", "clause dative about dep", "Министр жұмыс басталғанына көңіл аударды."),
        ("мойында", "statement", "clause dep", "Министр жұмыс басталғанын мойындады."),
        ("пікір білдір", "statement", "clause accusative about dep", "Министр жұмыс басталғаны туралы пікір білдірді."),
        ("пікір айт", "statement", "clause accusative about dep", "Министр жұмыс басталғаны туралы пікір айтты."),
        ("пікір қалдыр", "statement", "about dep", "«Жұмыс басталды», – деп пікір қалдырды министр."),
        ("ой айт", "statement", "clause about dep", "Министр жұмыс басталғаны туралы ой айтты."),
        ("ой бөліс", "statement", "about dep", "«Жұмыс басталды», – деп ой бөлісті министр."),
        ("ойымен бөліс", "statement", "about dep", "«Жұмыс басталды», – деп ойымен бөлісті министр."),
        ("пікірімен бөліс", "statement", "about dep", "«Жұмыс басталды», – деп пікірімен бөлісті министр."),
        ("көзқарас білдір", "statement", "clause about dep", "Министр жұмыс басталғаны туралы көзқарасын білдірді."),
        ("ұстаным білдір", "statement", "clause about dep", "Министр жұмыс басталғаны туралы ұстанымын білдірді."),
        ("мәлім ет", "statement", "clause about dep", "Министр жұмыс басталғанын мәлім етті."),
        ("паш ет", "statement", "clause dep", "Министр жұмыс басталғанын паш етті."),
        ("жария ет", "statement", "clause about dep", "Министр жұмыс басталғанын жария етті."),
        ("жарияла", "statement", "clause dep", "Министр жұмыс басталғанын жариялады."),
        ("нақтыла", "statement", "clause dep", "Министр жұмыс басталғанын нақтылады."),
        ("қадап айт", "statement", "clause accusative about dep", "Министр жұмыс басталғанын қадап айтты."),
        ("шегелеп айт", "statement", "clause accusative about dep", "Министр жұмыс басталғанын шегелеп айтты."),
        ("алға тарт", "statement", "clause accusative dep", "Министр жұмыс басталғанын алға тартты."),
        ("ортаға сал", "statement", "clause accusative about dep", "Министр жұмыс барысын ортаға салды."),
        ("жайып сал", "statement", "clause accusative dep", "Министр жұмыс барысын жайып салды."),
        ("ағынан жарыл", "statement", "dep", "«Жұмыс басталды», – деп ағынан жарылды тұрғын."),
        ("сыр шерт", "statement", "dep", "«Жұмыс басталды», – деп сыр шертті тұрғын."),
        ("үн қат", "statement", "dep", "«Жұмыс басталды», – деп үн қатты тұрғын."),
        ("тіл қат", "statement", "dep", "«Жұмыс басталды», – деп тіл қатты тұрғын."),
        ("дабыл қақ", "concern", "clause dep", "«Жұмыс тоқтады», – деп дабыл қақты тұрғын."),
        ("сөзін түйінде", "statement", "dep", "«Жұмыс басталды», – деп сөзін түйіндеді министр."),
        ("сөзін аяқта", "statement", "dep", "«Жұмыс басталды», – деп сөзін аяқтады министр."),
        ("сөзін жалғастыр", "statement", "dep", "«Жұмыс басталды», – деп сөзін жалғастырды министр."),
        ("сөзін баста", "statement", "dep", "«Жұмыс басталды», – деп сөзін бастады министр."),
        ("ой түй", "statement", "dep", "«Жұмыс басталды», – деп ой түйді министр."),
        ("ойын түйінде", "statement", "dep", "«Жұмыс басталды», – деп ойын түйіндеді министр."),
        ("түй", "statement", "dep", "«Жұмыс басталды», – деп түйді министр."),
        ("ұқтыр", "statement", "clause dep", "Министр жұмыс басталғанын ұқтырды."),
        ("ұғындыр", "statement", "clause dep", "Министр жұмыс басталғанын ұғындырды."),
        ("құлағдар ет", "statement", "clause dep", "Министр жұмыс басталғанынан құлағдар етті."),
        ("хабардар ет", "statement", "clause about dep", "Министр жұмыс басталғаны туралы хабардар етті."),
        ("есеп бер", "statement", "clause about dep", "Министр жұмыс барысы туралы есеп берді."),
        ("айыпта", "concern", "dep", "«Жұмыс тоқтады», – деп айыптады тұрғын."),
        ("кінәла", "concern", "dep", "«Жұмыс тоқтады», – деп кінәлады тұрғын."),
        ("қауіптен", "concern", "clause dep", "Тұрғын жұмыс тоқтайды деп қауіптенеді."),
        ("уайымда", "concern", "dep", "Тұрғын жұмыс тоқтайды деп уайымдайды."),
        ("өкін", "concern", "clause dep", "Министр жұмыс кешіккеніне өкінді."),
        ("ренжі", "concern", "dep", "«Жұмыс кешікті», – деп ренжіді тұрғын."),
        ("арыздан", "concern", "clause dep", "Тұрғын жұмыс басталмағанына арызданды."),
        ("шағым айт", "concern", "clause dep", "Тұрғын жұмыс басталмағанына шағым айтты."),
        ("қуан", "statement", "dep", "«Жұмыс басталды», – деп қуанды тұрғын."),
        ("мақта", "statement", "dep", "«Жұмыс жақсы», – деп мақтады министр."),
        ("тебірен", "statement", "dep", "«Жұмыс басталды», – деп тебіренді тұрғын."),
        ("толған", "statement", "dep", "«Жұмыс басталды», – деп толғанды ақын."),
        ("күт", "hope", "dep", "Тұрғындар жұмыс басталады деп күтіп отыр."),
        ("жар сал", "statement", "clause dep", "Министр жұмыс басталғанын жар салды."),
        ("сұрау сал", "proposal", "dep", "«Жұмыс қашан басталады?» – деп сұрау салды депутат."),
        ("сауал қой", "proposal", "dep", "«Жұмыс қашан басталады?» – деп сауал қойды депутат."),
        ("сауал таста", "proposal", "dep", "«Жұмыс қашан басталады?» – деп сауал тастады депутат."),
        ("сөз бер", "promise", "clause dep", "Министр жұмысты бастауға сөз берді."),
        ("ант бер", "promise", "clause dep", "Министр жұмысты бастауға ант берді."),
        ("мәлімдеме тарат", "statement", "clause about dep", "Бұл туралы министр мәлімдеме таратты."),
        ("хабарлама тарат", "statement", "clause about dep", "Бұл туралы министр хабарлама таратты."),
        ("ақпарат тарат", "statement", "clause about dep", "Бұл туралы министр ақпарат таратты."),
        ("мәлім қыл", "statement", "clause about dep", "Министр жұмыс басталғанын мәлім қылды."),
        ("шағымдан", "concern", "clause dep", "Тұрғын жұмыс басталмағанына шағымданды."),
        ("қынжыл", "concern", "dep", "«Жұмыс басталмады», – деп қынжылды тұрғын."),
        ("налы", "concern", "dep", "«Жұмыс басталмады», – деп налыды тұрғын."),
        ("күйін", "concern", "dep", "«Жұмыс басталмады», – деп күйінді тұрғын."),
        ("сына", "statement", "dep", "«Жұмыс басталмады», – деп сынады депутат."),
        ("сұра", "proposal", "dep doing", "«Жұмыс басталды ма?» – деп сұрады депутат."),
        ("сұрақ қой", "proposal", "dep", "«Жұмыс басталды ма?» – деп сұрақ қойды депутат."),
        ("еске сал", "reminder", "clause accusative about dep", "Министр жұмыс басталғанын еске салды."),
        ("еске ал", "reminder", "clause accusative about dep", "Министр жұмыс басталғанын еске алды."),
        ("есіне сал", "reminder", "clause accusative about dep", "Министр жұмыс басталғанын есіне салды."),
        ("есіне ал", "reminder", "clause accusative about dep", "Министр жұмыс басталғанын есіне алды."),
        ("сенім білдір", "belief", "clause dative dep", "Министр жұмыс басталатынына сенім білдірді."),
        ("сенімді екенін жеткіз", "belief", "clause dep", "Министр жұмыс басталатынына сенімді екенін жеткізді."),
        ("сен", "belief", "clause dep", "Министр жұмыс басталатынына сенеді."),
        ("сана", "belief", "clause dep", "«Жұмыс басталды», – деп санайды министр."),
        ("есепте", "belief", "clause dep", "«Жұмыс басталды», – деп есептейді министр."),
        ("ойла", "belief", "clause dep", "«Жұмыс басталды», – деп ойлайды министр."),
        ("біл", "belief", "dep", "«Жұмыс басталды», – деп біледі министр."),
        ("топшыла", "belief", "clause dep", "«Жұмыс басталды», – деп топшылайды министр."),
        ("болжа", "belief", "clause dep", "Министр жұмыс басталатынын болжады."),
        ("болжам жаса", "belief", "clause about dep", "Министр жұмыс басталатыны туралы болжам жасады."),
        ("болжам айт", "belief", "clause about dep", "Министр жұмыс басталатыны туралы болжам айтты."),
        ("шамала", "belief", "dep", "«Жұмыс басталды», – деп шамалайды министр."),
        ("жорамалда", "belief", "clause dep", "«Жұмыс басталды», – деп жорамалдайды министр."),
        ("күмән келтір", "concern", "clause dative", "Министр жұмыс басталғанына күмән келтірді."),
        ("күмән білдір", "concern", "clause dative dep", "Министр жұмыс басталғанына күмән білдірді."),
        (
            "алаңдаушылық білдір",
            "concern",
            "clause dative about dep",
            "Министр жұмыс кешіккеніне алаңдаушылық білдірді.",
        ),
        ("алаңда", "concern", "dep", "«Жұмыс кешікті», – деп алаңдайды министр."),
        ("наразылық білдір", "concern", "clause dative dep", "Тұрғындар жұмыс кешіккеніне наразылық білдірді."),
        ("өкініш білдір", "concern", "clause dative dep", "Министр жұмыс кешіккеніне өкініш білдірді."),
        ("қарсылық білдір", "denial", "clause dative dep", "Тұрғындар жұмыс басталғанына қарсылық білдірді."),
        ("үміт білдір", "hope", "clause dative dep", "Министр жұмыс басталатынына үміт білдірді."),
        ("үміт арт", "hope", "clause dep", "Министр жұмыс басталатынына үміт артады."),
        ("үміттен", "hope", "clause dep", "Министр жұмыс басталатынына үміттенеді."),
        ("ұсын", "proposal", "doing accusative about dep", "Министр жұмысты бастауды ұсынды."),
        ("ұсыныс айт", "proposal", "clause accusative about dep", "Министр жұмысты бастау туралы ұсыныс айтты."),
        ("ұсыныс жаса", "proposal", "clause accusative about dep", "Министр жұмысты бастау туралы ұсыныс жасады."),
        ("ұсыныс білдір", "proposal", "clause accusative about dep", "Министр жұмысты бастау туралы ұсыныс білдірді."),
        ("ұсыныс енгіз", "proposal", "clause about dep", "Министр жұмысты бастау туралы ұсыныс енгізді."),
        ("кеңес бер", "proposal", "clause about dep", "Дәрігер жаттығуды бастауға кеңес берді."),
        ("бастама көтер", "proposal", "clause about dep", "Министр жұмысты бастау туралы бастама көтерді."),
        ("мәселе көтер", "proposal", "clause about dep", "Министр жұмысты бастау туралы мәселе көтерді."),
        ("шақыр", "call", "doing dative dep", "Министр жұртты жұмысты бастауға шақырды."),
        ("үнде", "call", "doing dative dep", "Министр жұртты жұмысты бастауға үндеді."),
        ("үндеу таста", "call", "doing dep", "Министр жұмысты бастауға үндеу тастады."),
        ("талап ет", "call", "doing dep", "Депутат жұмысты бастауды талап етті."),
        ("өтін", "call", "doing dep", "Тұрғын жұмысты бастауды өтінді."),
        ("өтініш айт", "call", "doing dep", "Тұрғын жұмысты бастауға өтініш айтты."),
        ("өтініш білдір", "call", "doing dep", "Тұрғын жұмысты бастауға өтініш білдірді."),
        ("тапсыр", "order", "doing dep", "Министр жұмысты бастауды тапсырды."),
        ("тапсырма бер", "order", "clause about doing dep", "Министр жұмысты бастауға тапсырма берді."),
        ("жүкте", "order", "doing", "Министр әкімге жұмысты бастауды жүктеді."),
        ("міндетте", "order", "doing", "Министр әкімді жұмысты бастауға міндеттеді."),
        ("бұйыр", "order", "doing dep", "Министр жұмысты бастауды бұйырды."),
        ("нұсқау бер", "order", "doing dep", "Министр жұмысты бастауға нұсқау берді."),
        ("уәде бер", "promise", "clause dep", "Министр жұмысты бастауға уәде берді."),
        ("уәде ет", "promise", "clause accusative dep", "Министр жұмысты бастауды уәде етті."),
        ("сендір", "promise", "clause dep", "Министр жұмыс басталатынына сендірді."),
        ("ниет білдір", "promise", "clause dep", "Министр жұмысты бастауға ниет білдірді."),
        ("дайындық білдір", "promise", "clause dep", "Министр жұмысты бастауға дайындығын білдірді."),
        ("дайын екенін білдір", "promise", "clause dep", "Министр жұмысты бастауға дайын екенін білдірді."),
        ("мүдделілік білдір", "promise", "clause dative dep", "Министр жұмысты бастауға мүдделілік білдірді."),
        ("қызығушылық білдір", "promise", "clause dative dep", "Министр жұмысты бастауға қызығушылық білдірді."),
        ("жауап бер", "answer", "clause dep", "«Жұмыс басталды», – деп жауап берді министр."),
        ("жауап қат", "answer", "clause dep", "«Жұмыс басталды», – деп жауап қатты министр."),
        ("раста", "confirmation", "clause accusative about dep", "Министр жұмыс басталғанын растады."),
        ("дәлелде", "confirmation", "clause dep", "Министр жұмыс басталғанын дәлелдеді."),
        ("қолдау білдір", "confirmation", "dep", "«Жұмыс басталсын», – деп қолдау білдірді министр."),
        ("жоққа шығар", "denial", "clause accusative about dep", "Министр жұмыс басталғанын жоққа шығарды."),
        ("теріске шығар", "denial", "clause accusative about dep", "Министр жұмыс басталғанын теріске шығарды."),
        ("құттықта", "congratulation", "instrumental dep", "Министр жұртты мерекемен құттықтады."),
        ("тіле", "wish", "accusative bare doing dep", "Министр жұртқа амандық тіледі."),
        ("тілек білдір", "wish", "clause dative dep", "Министр жұмыстың басталуына тілек білдірді."),
        ("тілек айт", "wish", "clause accusative dep", "Министр жұмыстың басталуына тілек айтты."),
        ("ізгі тілек білдір", "wish", "accusative dep", "«Жұмысқа сәт», – деп ізгі тілек білдірді министр."),
        ("ниет таныт", "promise", "clause dep", "Министр жұмысты бастауға ниет танытты."),
        ("ризашылық білдір", "thanks", "clause", "Министр жұмыс басталғанына ризашылығын білдірді."),
        ("қуаныш білдір", "statement", "clause dep", "Министр жұмыс басталғанына қуаныш білдірді."),
        ("білдір", "statement", "clause about dep", "Министр жұмыс басталғанын білдірді."),
        ("ата", "naming", "dep accusative", "Министр жұмысты маңызды деп атады."),
        ("бағала", "naming", "dep", "Министр жұмысты маңызды деп бағалады."),
        ("сипатта", "naming", "dep", "Министр жұмысты маңызды деп сипаттады."),
        ("таны", "naming", "dep", "Министр жұмысты маңызды деп таныды."),
        ("нәтижелерін келтір", "finding", "accusative", "Ғалым зерттеудің нәтижелерін келтірді."),
        ("дерек келтір", "finding", "clause dep", "Ғалым жұмыс басталғаны туралы дерек келтірді."),
        ("мәлімет келтір", "finding", "clause dep", "Ғалым жұмыс басталғаны туралы мәлімет келтірді."),
        ("мысал келтір", "finding", "clause dep", "Ғалым жұмыс басталғаны туралы мысал келтірді."),
        ("анықта", "finding", "clause", "Ғалымдар дәрінің пайдасыз екенін анықтады."),
        ("байқа", "finding", "dep", "«Жұмыс басталды», – деп байқады ғалым."),
    )
)

# What a stem carries when it reports, by the shape it makes. Passives (айтылды), conditionals (айтса), negatives (айтпады) and
# participles in a case (айтқанда) are not here, so they report nothing.
ENDINGS = {
    "finite": "ды ді ты ті йды йді ады еді ыпты іпті пты пті уда уде",
    "participle": "ған ген қан кен",
    "converb": "ып іп п",
    "bridge": "а е й",
}
_SHAPES = {ending: shape for shape, endings in ENDINGS.items() for ending in endings.split()}

# After айта, атап өте: only with these does it report.
BRIDGED = {
    "келе": "converb",
    "келіп": "converb",
    "отырып": "converb",
    "кетті": "finite",
    "кетіп": "converb",
    "түсті": "finite",
}

# After a converb: айтып берді, шақырып отыр. After a participle: айтқан болатын.
AUXILIARIES = frozenset("отыр тұр жатыр жүр бер өт кет сал қал қой шық жат кел ал көр таста".split())
AUXILIARY_WORDS = frozenset("отыр тұр жатыр жүр келеді еді екен".split())
PAST_AUXILIARIES = frozenset("еді болатын екен-ді".split())
# After a participle these deny it: айтқан жоқ.
DENYING = frozenset("жоқ емес".split())


# Nouns in a table row may carry «his, her» and the accusative: сенім → сенімін, қызығушылық → қызығушылығын.
INFLECTED = frozenset(
    "сенім алаңдаушылық наразылық өкініш қарсылық үміт ұсыныс пікір көзқарас ұстаным өтініш ниет дайындық мүдделілік "
    "қызығушылық қолдау тілек ризашылық алғыс қуаныш ой мәлімдеме болжам күмән жауап назар дерек түсінік уәде".split()
)
_VOICING = {"к": "г", "қ": "ғ", "п": "б"}

# Nominal reporting, after a source in the genitive: «министрдің айтуынша». Any act but statement stands here.
PARTICLES: dict[str, str] = {
    "пікірінше": "belief",
    "ойынша": "belief",
    "болжамынша": "belief",
    "болжауынша": "belief",
    "пайымдауынша": "belief",
    "топшылауынша": "belief",
    "есептеуінше": "belief",
    "санауынша": "belief",
    "түсінігінше": "belief",
    "сөзінше": "statement",
    "сөздерінше": "statement",
    "мәліметінше": "finding",
    "мәліметтерінше": "finding",
    "дерегінше": "finding",
    "деректерінше": "finding",
    "ақпаратынша": "finding",
    "есебінше": "finding",
    "айтуынша": "statement",
    "айтуларынша": "statement",
    "мәлімдеуінше": "statement",
    "мәлімдемесінше": "statement",
    "хабарлауынша": "statement",
    "хабарынша": "statement",
    "жазуынша": "statement",
    "түсіндіруінше": "statement",
    "баяндауынша": "statement",
    "жеткізуінше": "statement",
    "көрсетуінше": "statement",
    "растауынша": "confirmation",
    "сендіруінше": "promise",
    "бағалауынша": "belief",
    "пікірлерінше": "belief",
    "жорамалынша": "belief",
    "жорамалдауынша": "belief",
    "долбарынша": "belief",
    "пайымынша": "belief",
    "тұжырымынша": "belief",
    "ұйғарымынша": "belief",
    "топшылауларынша": "belief",
    "болжамдарынша": "belief",
    "зерттеуінше": "finding",
    "зерттеулерінше": "finding",
    "есептеулерінше": "finding",
    "айтқанынша": "statement",
    "айтқандарынша": "statement",
    "дерегі бойынша": "finding",
    "деректері бойынша": "finding",
    "ақпараты бойынша": "finding",
    "ақпаратына сәйкес": "finding",
    "ақпаратына сүйенсек": "finding",
    "сөздеріне қарағанда": "statement",
    "айтқанына қарағанда": "statement",
    "болжамы бойынша": "belief",
    "айтуына қарағанда": "statement",
    "айтуы бойынша": "statement",
    "айтуына сәйкес": "statement",
    "сөзіне қарағанда": "statement",
    "сөзіне сүйенсек": "statement",
    "айтуына сүйенсек": "statement",
    "пікірі бойынша": "belief",
    "мәліметі бойынша": "finding",
    "мәліметтері бойынша": "finding",
    "мәліметіне сәйкес": "finding",
    "мәліметіне сүйенсек": "finding",
    "мәліметтеріне сүйенсек": "finding",
    "дерегіне сүйенсек": "finding",
    "деректеріне сүйенсек": "finding",
}

# «Бұл – министрдің пікірі»
OPINIONS = {
    "пікірі": "belief",
    "ойы": "belief",
    "болжамы": "belief",
    "ұстанымы": "belief",
    "сөзі": "statement",
    "сөздері": "statement",
    "уәжі": "statement",
    "жауабы": "answer",
    "ұсынысы": "proposal",
}

# A stance without a verb, after «деген» (деген пікірде) or a clause in the dative (болатынына сенімді).
STANCES = {
    "пікірде": "belief",
    "ойда": "belief",
    "сенімде": "belief",
    "ұстанымда": "belief",
    "көзқараста": "belief",
    "үмітте": "hope",
    "сенімді": "belief",
}

# A noun before the verb with which nothing is reported: көңіл айтты, өлең айтады, мерейтойын атап өтті.
NOTHING_SAID = frozenset(
    """
    көңіл ән өлең жыр алғыс алғысын рахмет рақмет сәлем сәлемін батасын бата құттықтау құттықтауын тост ертегі тақпақ дұға
    мерейтойын мерекесін мереке күнін туғанкүнін жылдығын тойын той мерекені мерейтойды жылдығы
    """.split()
)


class Cue(NamedTuple):
    """A reporting expression in a sentence: tokens `first` to `end`, not included."""

    first: int
    end: int
    rule: str
    act: str
    takes: frozenset[str]
    shape: str  # finite | participle | converb | particle
    quoting: int | None  # where its деп is, or of itself for деді


@cache
def _by_stem() -> dict[str, tuple[Verb, ...]]:
    """The verbs by their stem, the longest expression first."""
    verbs: dict[str, list[Verb]] = {}
    for verb in sorted(VERBS, key=lambda verb: -len(verb.words.split())):
        verbs.setdefault(verb.words.split()[-1], []).append(verb)
    return {stem: tuple(found) for stem, found in verbs.items()}


@lru_cache(maxsize=1 << 16)
def conjugated(word: str) -> tuple[str, str] | None:
    """Return the stem and shape of `word` (lower case) if it is a form of a reporting verb, else None."""
    for length in range(4, 0, -1):
        shape = _SHAPES.get(word[-length:])
        if shape and word[:-length] in _by_stem():
            return word[:-length], shape
    return None


@cache
def _noun_before(word: str) -> re.Pattern[str]:
    return re.compile(_inflected(word))


def _inflected(word: str) -> str:
    if word not in INFLECTED:
        return re.escape(word)
    stem = rf"{word[:-1]}[{word[-1]}{_VOICING[word[-1]]}]" if word[-1] in _VOICING else word
    return rf"{stem}(?:лар|лер|дар|дер|тар|тер)?(?:ын|ін|сын|сін|ы|і|ды|ді|ты|ті|н)?"


def cues(tokens: tuple[Token, ...]) -> tuple[Cue, ...]:
    """Return the reporting expressions of a sentence in order, whatever their source and content."""
    found: list[Cue] = []
    at = 0
    while at < len(tokens):
        begin = found[-1].end if found else 0
        cue = (
            _particle(tokens, at)
            or _separated(tokens, at)
            or _stance(tokens, at)
            or _longest(tokens, at, begin)
            or _any_verb(tokens, at)
        )
        if cue:
            if found and found[-1].shape == "converb" and found[-1].end == cue.first and found[-1].quoting is None:
                previous = found.pop()  # айтып шағымданды
                cue = previous._replace(end=cue.end, shape=cue.shape)
            found.append(cue)
            at = cue.end
        else:
            at += 1
    return tuple(found)


def _longest(tokens: tuple[Token, ...], at: int, begin: int) -> Cue | None:
    """Return the cue whose first word is at `at`: атап өтті before атап; or else whose verb is there."""
    cue = _verb(tokens, at, begin)
    if cue and cue.shape != "particle":
        for later in (at + 2, at + 1):
            longer = _verb(tokens, later, begin) if later < len(tokens) else None
            if longer and longer.first <= cue.first and " " in longer.rule.replace("-", " "):
                return longer
    return cue


def _particle(tokens: tuple[Token, ...], at: int) -> Cue | None:
    word = tokens[at].lower
    for words, end in ((f"{word} {tokens[at + 1].lower}" if at + 1 < len(tokens) else "", at + 2), (word, at + 1)):
        if words in PARTICLES:
            rule = words.replace(" ", "-")
            return Cue(at, end, rule, PARTICLES[words], frozenset(), "particle", None)
    return None


def _stance(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """… деген пікірде; … болатынына сенімді: a stance without a verb, at the end of its clause."""
    word = tokens[at].lower
    if at + 1 < len(tokens) and tokens[at + 1].kind != "mark" or word not in STANCES or at == 0:
        return None
    if word == "сенімді":
        return (
            Cue(at, at + 1, word, STANCES[word], frozenset({"clause"}), "finite", None)
            if shapes.case(tokens[at - 1].lower) == "dative"
            else None
        )
    return Cue(at, at + 1, word, STANCES[word], frozenset(), "finite", at - 1) if tokens[at - 1].lower in THAT else None


def _any_verb(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """«…», деп толғанды ол: after a quotation and деп any verb reports, unless it is passive (деп аталды)."""
    before = at - 1
    while before > 0 and tokens[before].text in _PAUSES:
        before -= 1
    if tokens[at].lower != "деп" or before < 0 or tokens[before].kind != "quote":
        return None
    if before == at - 1 and tokens[before].text.count(" ") < _WORDS_OF_A_TITLE:
        return None
    for verb in range(at + 1, min(at + 4, len(tokens))):
        if tokens[verb].kind != "word":
            return None
        if (
            shapes.finite(tokens[verb].lower)
            or shapes.participle(tokens[verb].lower)
            and (verb + 1 == len(tokens) or tokens[verb + 1].kind == "mark")
        ):
            return (
                None
                if _PASSIVE.search(tokens[verb].lower)
                else Cue(at, verb + 1, "деп", "statement", frozenset({"dep"}), "finite", at)
            )
    return None


def _separated(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """«Мұндай пікірді X білдірді»: the verb at `at` ends what such a noun began, with the speaker in between."""
    form = _LIGHT.fullmatch(tokens[at].lower)
    if form is None:
        return None
    for before in range(at - 2, max(0, at - _REACH) - 1, -1):
        if tokens[before].kind == "mark" and tokens[before].text != "-":
            return None
        if tokens[before].lower in SUCH and tokens[before + 1].lower in SAID_THINGS:
            return Cue(
                at,
                at + 1,
                "мұндай-пікір-білдір",
                SAID_THINGS[tokens[before + 1].lower],
                frozenset({"about"}),
                "finite",
                None,
            )
    return None


_LIGHT = re.compile(r"(?:білдір|айт|бер|таста|енгіз|көтер|келтір|жаса|тарат|қой|жеткіз)(?:ді|ты|ті|ды|ген|ған|қан)")
_PAUSES = frozenset(",–—-")
_WORDS_OF_A_TITLE = 4
_PASSIVE = re.compile(r"(?:[ыі]л|[ыі]н|[ае]л)(?:ды|ді|ған|ген|ады|еді|ып|іп)$")


def _verb(tokens: tuple[Token, ...], at: int, begin: int) -> Cue | None:
    token = tokens[at]
    if token.lower == "деп" and at + 1 < len(tokens) and tokens[at + 1].lower in AUXILIARY_WORDS:  # деп отыр, деп еді
        return Cue(at, at + 2, "де", "statement", frozenset(), "finite", at)
    form = conjugated(token.lower) if token.kind == "word" and not token.text.isupper() else None
    if form is None or token.lower == "деп":
        return None
    stem, shape = form
    for verb in _by_stem()[stem]:
        *before, _ = verb.words.split()
        first = at - len(before)
        if first >= begin and all(_noun_before(w).fullmatch(tokens[first + i].lower) for i, w in enumerate(before)):
            break
    else:
        return None
    end, shape = _auxiliary(tokens, at + 1, shape)
    if shape == "bridge":
        return None
    if end < len(tokens) and shape == "participle" and tokens[end].lower in DENYING:
        return None
    if first > 0 and tokens[first - 1].lower in THAT:  # … деген пікір білдірді
        return Cue(first, end, verb.rule, verb.act, frozenset(verb.takes.split()), shape, first - 1)
    quoting = at if stem in ("де", "дес") else _quoting(tokens, first, begin)
    if quoting == first - 1:
        first = quoting
    return Cue(first, end, verb.rule, verb.act, frozenset(verb.takes.split()), shape, quoting)


def _auxiliary(tokens: tuple[Token, ...], at: int, shape: str) -> tuple[int, str]:
    if at >= len(tokens):
        return at, shape
    word = tokens[at].lower
    if shape == "bridge":
        return (at + 1, BRIDGED[word]) if word in BRIDGED else (at, shape)
    if shape == "participle" and word in PAST_AUXILIARIES:
        return at + 1, "finite"
    if shape == "converb":
        if word in AUXILIARY_WORDS:
            return at + 1, "finite"
        for length in range(4, 0, -1):
            if word[-length:] in _SHAPES and word[:-length] in AUXILIARIES:
                return (
                    _auxiliary(tokens, at + 1, _SHAPES[word[-length:]])
                    if _SHAPES[word[-length:]] == "participle"
                    else (at + 1, _SHAPES[word[-length:]])
                )
    return at, shape


# So far back from its verb may деп stand: «…» деп министр кеше журналистерге мәлімдеді
_REACH = 12


def _quoting(tokens: tuple[Token, ...], first: int, begin: int) -> int | None:
    """Return where the деп of the verb at `first` is, or None."""
    for at in range(first - 1, max(begin, first - _REACH) - 1, -1):
        token = tokens[at]
        if token.kind == "mark" and token.text in ",;:–—" or token.kind == "quote" and at < first - 2:
            return None
        if token.lower == "деп":
            after = tokens[at + 1]
            return (
                at
                if at + 1 == first
                or after.kind == "word"
                and not shapes.converb(after.lower)
                and not shapes.participle(after.lower)
                else None
            )
    return None
