"""Make a news archive that never was, of any size, as the JSON of a fact base.

Names are composed of real given names and of family names made from such, as Kazakh family names are; a hundred
thousand people share some five hundred of each. Claims are sentences of noun forms, in templates; how often a word
comes follows Zipf's law. The same size gives the same archive.

python benchmarks/archive.py 10000 > facts.json
"""

import hashlib
import json
import random
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from kzfacts.extract import nouns as speaking
from kzfacts.extract.ids import Ids
from kzfacts.extract.name_parts import GIVEN_NAMES
from kzfacts.kazakh.ending_tables import CASES, DERIVATIONS, PLURALS, POSSESSIVES
from kzfacts.kazakh.endings import harmonious
from kzfacts.model import KINDS

Record = dict[str, Any]

CLAIMS_A_PERSON = 10
CLAIMS_AN_ARTICLE = 10
ARTICLES_AN_EVENT = 2
FIRST_DAY = date(2005, 1, 1)
DAYS = 6500

# Everyday nouns of the news, the commonest first.
NOUNS = """
    қазақстан мемлекет ел халық жұмыс жыл қауіпсіздік даму экономика білім қоғам заң бағдарлама мәселе өңір қала
    ауыл жоба шара мүмкіндік сала инвестиция өндіріс сауда бюджет қаржы салық баға нарық тұрғын үй жол су жер
    энергия газ мұнай көмір астық егін мал шаруа денсаулық дәрі аурухана мектеп мұғалім оқушы студент ғылым
    технология цифрландыру деректер байланыс интернет ақпарат тіл мәдениет дәстүр тарих мұра туризм спорт жастар
    отбасы бала ана әлеумет жәрдемақы зейнетақы еңбек жалақы маман кадр реформа конституция сайлау дауыс партия
    депутат өкілет сот құқық әділет жемқорлық тәртіп шекара әскер қорғаныс бейбітшілік келісім достық серіктестік
    одақ ынтымақтастық дипломатия саммит форум кездесу келіссөз құжат декларация хабарлама баяндама сұрақ жауап
    пікір ұсыныс шешім жоспар мақсат міндет нәтиже көрсеткіш өсім үлес көлем сапа деңгей талап қажеттілік тәжірибе
    үлгі әдіс құрал жүйе желі орталық аймақ облыс аудан көше көпір әуежай теміржол көлік вагон кеме порт транзит
    дәліз тауар өнім экспорт импорт зауыт фабрика кәсіпкер бизнес несие банк теңге валюта қор акция инфляция
    дағдарыс тәуекел апат сутасқыны өрт құтқару климат экология орман көл теңіз өзен тау дала
"""

_HIS = [row for row in POSSESSIVES if row[0] == "his"]

OCCASIONS = ("форумы", "отырысы", "кездесуі")
CUES = ("атап өтті", "мәлімдеді", "деп атап көрсетті", "хабарлады", "айтты")


def word_forms() -> list[str]:
    """Give the forms of all nouns, the commonest first: the bare nouns, then those with one ending, then with two."""
    nouns = list(dict.fromkeys([*NOUNS.split(), *sorted(noun for noun in speaking.KINDS if noun.isalpha())]))
    cases = [form for noun in nouns for form in _inflected(noun, CASES)]
    more = [form for noun in nouns for form in _inflected(noun, (*PLURALS, *_HIS, *DERIVATIONS))]
    their = [form for stem in more for form in _inflected(stem, CASES)]
    return list(dict.fromkeys([*nouns, *cases, *more, *their]))


def _inflected(stem: str, table: Iterable[tuple[str, str, Collection[str], str]]) -> Iterator[str]:
    for _, endings, after, _ in table:
        if stem[-1] in after:
            yield from (stem + ending for ending in endings.split() if harmonious(stem, ending))


def people(count: int, chance: random.Random) -> list[str]:
    """Compose so many names, no two alike."""
    given = sorted(name.capitalize() for name in GIVEN_NAMES if name.isalpha())
    fathers = [name for name in given if name[-1] not in "аәеуүыіоя"]
    families = [name + ("ов" if harmonious(name.lower(), "ға") else "ев") for name in fathers]
    families += [name + "ұлы" for name in fathers]
    pairs = chance.sample(range(len(given) * len(families)), count)
    return [f"{given[pair % len(given)]} {families[pair // len(given)]}" for pair in pairs]


def archive(claims: int) -> Iterator[str]:
    """Yield the JSON of an archive with so many claims, a record a line."""
    with ExitStack() as stack:
        # kinds stand one after the other in the file, and are made article by article
        lines = {kind: stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8")) for kind in KINDS}
        for kind, record in records(claims):
            comma = "," if lines[kind].tell() else ""
            lines[kind].write(f"{comma}\n{json.dumps(record, ensure_ascii=False)}")
        yield '{"format": "kzfacts/1"'
        for kind, stream in lines.items():
            stream.seek(0)
            yield f',\n"{kind}": ['
            yield from stream
            yield "\n]"
        yield "}\n"


def records(claims: int) -> Iterator[tuple[str, Record]]:
    """Yield the records of an archive with so many claims, each with its kind."""
    chance = random.Random(claims)
    names = people(max(1, claims // CLAIMS_A_PERSON), chance)
    ids = Ids()
    speakers = [{"id": ids.of_name(name), "kind": "person", "name": name, "aliases": []} for name in names]
    yield from (("speakers", speaker) for speaker in speakers)
    posts = sorted(noun for noun, kind in speaking.KINDS.items() if kind == "post")
    posts += [f"министрлік {held}" for post in posts for held in _inflected(post, _HIS)]
    forms = word_forms()
    weights = list(accumulate(1 / (rank + 8) for rank in range(len(forms))))
    known: set[str] = set()
    event = None
    for number in range(-(-claims // CLAIMS_AN_ARTICLE)):
        day = (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat()
        words = iter(chance.choices(forms, cum_weights=weights, k=CLAIMS_AN_ARTICLE * 12 + 7))
        article = Article(f"article-{number}", " ".join(next(words) for _ in range(5)).capitalize(), day)
        if number % ARTICLES_AN_EVENT == 0:
            name = f"{next(words).capitalize()} {next(words)} {chance.choice(OCCASIONS)}"
            event = f"event-{number}"
            yield "events", article.event(event, name)
        for place in range(min(CLAIMS_AN_ARTICLE, claims - number * CLAIMS_AN_ARTICLE)):
            at = chance.randrange(len(names))
            role = f"{speakers[at]['id']}-role"
            held = article.put(posts[at % len(posts)])
            if role not in known:
                known.add(role)
                yield "roles", article.role(role, speakers[at], held)
            content = " ".join(next(words) for _ in range(chance.randint(6, 12)))
            yield (
                "claims",
                article.claim(f"claim-{number}-{place}", speakers[at], role, event, content, chance.choice(CUES)),
            )
        yield "sources", article.source()


class Article:
    """An article being written, and the facts in it."""

    def __init__(self, id: str, title: str, day: str) -> None:
        self.id, self.title, self.day, self.text = id, title, day, f"{title}\n\n"

    def put(self, words: str, after: str = " ") -> Record:
        """Write words; give them with their span."""
        start = len(self.text)
        self.text += words + after
        return {"text": words, "span": [start, start + len(words)]}

    def source(self) -> Record:
        """Give the article itself."""
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        unknown = {"subtitle": None, "date": self.day, "date_literal": None, "language": "kk", "url": None}
        return {"id": self.id, "title": self.title, **unknown, "sha256": sha256, "text": self.text}

    def event(self, id: str, name: str) -> Record:
        """Write of an event of this day."""
        dated = {"date": self.day, "date_literal": None, "date_basis": "publication", "place": None, "part_of": None}
        span = self.put(name, " өтті.\n\n")["span"]
        return {"id": id, "name": name, "kind": "meeting", **dated, "source": self.id, "span": span}

    def role(self, id: str, speaker: Record, held: Record) -> Record:
        """Give a role whose title is written already."""
        unknown = {"organisation": None, "country": "KZ", "as_of": self.day, "source": self.id}
        return {"id": id, "speaker": speaker["id"], "title": held["text"], **unknown, "span": held["span"]}

    def claim(self, id: str, speaker: Record, role: str, event: str | None, content: str, cue: str) -> Record:
        """Write what a speaker says."""
        attribution, said, told = self.put(speaker["name"]), self.put(content), self.put(cue, ".\n\n")
        refers = {"speaker": speaker["id"], "role": role, "event": event, "form": "indirect", "act": "statement"}
        placed = {"cue": told, "attribution": attribution, "source": self.id, "origin": "made"}
        return {"id": id, **refers, **said, **placed}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.writelines(archive(int(sys.argv[1])))
