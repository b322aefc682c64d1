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
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from kzfacts.extract.ids import slug
from kzfacts.extract.name_parts import GIVEN_NAMES
from kzfacts.extract.nouns import ORGANISATIONS, PLACES_OF_WORK, POSTS
from kzfacts.kazakh.ending_tables import ATTRIBUTIVES, CASES, DERIVATIONS, PLURALS, POSSESSIVES
from kzfacts.kazakh.endings import harmonious

CLAIMS_A_PERSON = 10
CLAIMS_AN_ARTICLE = 10
ARTICLES_AN_EVENT = 2
FIRST_DAY = date(2005, 1, 1)
DAYS = 6500

# Everyday nouns of the news, the commonest first.
NOUNS = """
    қазақстан мемлекет ел халық жұмыс жыл қауіпсіздік даму экономика білім қоғам заң бағдарлама мәселе өңір қала ауыл
    жоба шара мүмкіндік сала инвестиция өндіріс сауда бюджет қаржы салық баға нарық тұрғын үй жол су жер энергия газ мұнай
    көмір астық егін мал шаруа денсаулық дәрі аурухана мектеп мұғалім оқушы студент ғылым технология цифрландыру деректер
    байланыс интернет ақпарат тіл мәдениет дәстүр тарих мұра туризм спорт жастар отбасы бала ана әлеумет жәрдемақы зейнетақы
    еңбек жалақы маман кадр реформа конституция сайлау дауыс партия депутат өкілет сот құқық әділет жемқорлық тәртіп
    шекара әскер қорғаныс бейбітшілік келісім достық серіктестік одақ ынтымақтастық дипломатия саммит форум кездесу келіссөз
    құжат декларация хабарлама баяндама сұрақ жауап пікір ұсыныс шешім жоспар мақсат міндет нәтиже көрсеткіш өсім үлес
    көлем сапа деңгей талап қажеттілік тәжірибе үлгі әдіс құрал жүйе желі орталық аймақ облыс аудан көше көпір әуежай
    теміржол көлік вагон кеме порт транзит дәліз тауар өнім экспорт импорт зауыт фабрика кәсіпкер бизнес несие банк теңге
    валюта қор акция инфляция дағдарыс тәуекел апат су_тасқыны өрт құтқару климат экология орман көл теңіз өзен тау дала
""".replace("_", "")

CUES = ("атап өтті", "мәлімдеді", "деп атап көрсетті", "хабарлады", "айтты")


class Kinds(NamedTuple):
    """The lines of the JSON, kind by kind; they are made article by article."""

    sources: list[str]
    speakers: list[str]
    roles: list[str]
    events: list[str]
    claims: list[str]


def word_forms() -> list[str]:
    """Give the forms of all nouns, the commonest first: the bare nouns, then those with one ending, then with two."""
    nouns = list(dict.fromkeys([*NOUNS.split(), *sorted(ORGANISATIONS | PLACES_OF_WORK | POSTS)]))
    once = [f for noun in nouns for f in _inflected(noun, [PLURALS, POSSESSIVES[:2], CASES, ATTRIBUTIVES, DERIVATIONS])]
    twice = [f for form in once for f in _inflected(form, [CASES])]
    return list(dict.fromkeys([*nouns, *once, *twice]))


def _inflected(stem: str, tables: Iterable[Iterable[tuple[str, str, Iterable[str], str]]]) -> Iterator[str]:
    for table in tables:
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
    """Yield the JSON of an archive with so many claims, laid out as `kzfacts` lays out what it writes."""
    chance = random.Random(claims)
    names = people(max(1, claims // CLAIMS_A_PERSON), chance)
    ids = _ids(names)
    forms = word_forms()
    weights = list(accumulate(1 / (rank + 8) for rank in range(len(forms))))
    posts = [f"{body}{ending} {post}ы" for body in ("министрлік", "әкімдік") for ending in ("тің",) for post in POSTS]
    posts = [f"{post}" for post in sorted(POSTS)] + sorted(posts)
    made = Kinds([], [], [], [], [])
    held: dict[int, str] = {}
    event: tuple[str, str] | None = None
    for number in range(-(-claims // CLAIMS_AN_ARTICLE)):
        size = min(CLAIMS_AN_ARTICLE, claims - number * CLAIMS_AN_ARTICLE)
        day = (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat()
        words = iter(chance.choices(forms, cum_weights=weights, k=size * 14 + 12))
        title = " ".join(next(words) for _ in range(5)).capitalize()
        source, text = f"article-{number}", f"{title}\n\n"
        if number % ARTICLES_AN_EVENT == 0:
            name = f"{next(words).capitalize()} {next(words)} {chance.choice(('форумы', 'отырысы', 'кездесуі'))}"
            event = (f"event-{number}", name)
            start = len(text)
            text += f"{name} өтті.\n\n"
            made.events.append(
                f'{{"id": "{event[0]}", "name": "{name}", "kind": "meeting", "date": "{day}", "date_literal": null, '
                f'"date_basis": "publication", "place": null, "part_of": null, "source": "{source}", '
                f'"span": [{start}, {start + len(name)}]}}'
            )
        for place in range(size):
            person = chance.randrange(len(names))
            post = posts[person % len(posts)]
            if person not in held:
                held[person] = f"{ids[person]}-role"
                made.roles.append(
                    f'{{"id": "{held[person]}", "speaker": "{ids[person]}", "title": "{post}", "organisation": null, '
                    f'"country": "KZ", "as_of": "{day}", "source": "{source}", "span": [{len(text)}, {len(text) + len(post)}]}}'
                )
            text += f"{post} "
            named = len(text)
            text += f"{names[person]} "
            start = len(text)
            text += " ".join(next(words) for _ in range(chance.randint(6, 12)))
            end = len(text)
            cue = chance.choice(CUES)
            text += f" {cue}.\n\n"
            made.claims.append(
                f'{{"id": "claim-{number}-{place}", "speaker": "{ids[person]}", "role": "{held[person]}", '
                f'"event": {json.dumps(event and event[0])}, "form": "indirect", "act": "statement", "text": "{text[start:end]}", '
                f'"span": [{start}, {end}], "cue": {{"text": "{cue}", "span": [{end + 1}, {end + 1 + len(cue)}]}}, '
                f'"attribution": {{"text": "{names[person]}", "span": [{named}, {named + len(names[person])}]}}, '
                f'"source": "{source}", "origin": "made"}}'
            )
        made.sources.append(
            f'{{"id": "{source}", "title": "{title}", "subtitle": null, "date": "{day}", "date_literal": null, '
            f'"language": "kk", "url": null, "sha256": "{hashlib.sha256(text.encode()).hexdigest()}", '
            f'"text": {json.dumps(text, ensure_ascii=False)}}}'
        )
    made.speakers.extend(
        f'{{"id": "{ids[person]}", "kind": "person", "name": "{name}", "aliases": []}}'
        for person, name in enumerate(names)
    )
    yield '{"format": "kzfacts/1"'
    for kind, records in made._asdict().items():
        yield f',\n"{kind}": [\n'
        yield ",\n".join(records)
        yield "\n]"
    yield "}\n"


def _ids(names: Iterable[str]) -> list[str]:
    taken: dict[str, int] = {}
    ids = []
    for name in names:
        id = slug(name)
        taken[id] = taken.get(id, 0) + 1
        ids.append(id if taken[id] == 1 else f"{id}-{taken[id]}")
    return ids


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.writelines(archive(int(sys.argv[1])))
