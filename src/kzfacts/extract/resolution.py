"""Who is meant: pronouns, surnames alone and bare posts, resolved to the person last introduced whom they fit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from kzfacts.extract.agreeing import agree, fuller, misspelt, parts_of
from kzfacts.extract.callings import spheres
from kzfacts.extract.mention import Mention
from kzfacts.extract.nouns import KINDS, OFFICES, SAME_POST, nationality, noun
from kzfacts.extract.segments import Sentence, lettered
from kzfacts.extract.tables import lines
from kzfacts.model import Span, Words

# What people are called without a post; the table tells which of them fit anybody.
EPITHETS = frozenset(lines("epithets.txt"))
# Posts that name a sphere of work and no place in it.
GENERAL_POSTS = frozenset("дипломат саясаткер шенеунік спортшы өнерпаз ғалым сарапшы кәсіпкер".split()) | {
    "ер адам",
    "ер кісі",
    "әйел адам",
}


# More people no article names, and more of one name none tells apart; beyond, reading would slow down.
_MOST_PEOPLE = 300
_MOST_NAMESAKES = 30


@dataclass
class Somebody:
    """A person or group of one article, while it is read."""

    name: str
    kind: str  # person | group
    introduced: int  # offset of the first mention
    roles: list[Words] = field(default_factory=list)
    last: int = -1  # offset of the last mention so far
    parts: tuple[str, ...] = ()  # the words of the name, in small letters

    def __post_init__(self) -> None:
        self.parts = parts_of(self.name)


class Cast:
    """Everybody an article names, in the order in which it names them."""

    def __init__(self, text: str, sentences: Iterable[tuple[Sentence, tuple[Mention, ...]]]) -> None:
        self.people: list[Somebody] = []
        self.by_part: dict[str, list[Somebody]] = {}
        self.others: dict[str, Somebody] = {}
        self.last_person: Somebody | None = None
        self.last_speaker: Somebody | None = None
        self.last_group: Somebody | None = None
        self._text = text
        for sentence, mentions in sentences:
            for mention in mentions:
                if mention.kind == "person":
                    self._introduce(sentence, mention)

    def _introduce(self, sentence: Sentence, mention: Mention) -> None:
        start = sentence.tokens[mention.first].start
        person = self._same(mention.name)
        if person is None:
            if not mention.sure and (len(mention.name.split()) < 2 or not mention.role):
                return
            person = Somebody(mention.name, "person", start)
            self.people.append(person)
        elif fuller(mention.name, person):
            person.name, person.parts = mention.name, parts_of(mention.name)
        self._index(person)
        if mention.role:
            span = Span(sentence.tokens[mention.role[0]].start, sentence.tokens[mention.role[1] - 1].end)
            if not any(role.text == self._text[slice(*span)] for role in person.roles):
                person.roles.append(Words(self._text[slice(*span)], span))

    def _called(self, name: str) -> list[Somebody]:
        """Return the people called `name`, whole or in part."""
        parts = parts_of(name)
        candidates = [person for part in parts for person in self.by_part.get(part, ())[-_MOST_NAMESAKES:]]
        called = [person for person in candidates if agree(parts, person.parts)]
        return called or [person for person in self.people[:_MOST_PEOPLE] if misspelt(parts, person.parts)][:1]

    def _same(self, name: str) -> Somebody | None:
        """Return the person called `name`, whole or in part, or None."""
        return next(iter(self._called(name)), None)

    def person(self, mention: Mention, at: int) -> Somebody:
        """Return who is meant by a name at offset `at`: of several with that surname the one mentioned last."""
        fitting = self._called(mention.name)
        if not fitting:
            person = Somebody(mention.name, "person", at)
            self.people.append(person)
            self._index(person)
            return person
        return max(fitting, key=lambda person: (person.last, -person.introduced))

    def _index(self, person: Somebody) -> None:
        for part in person.parts:
            if person not in self.by_part.setdefault(part, [])[-_MOST_NAMESAKES:]:
                self.by_part[part].append(person)

    def resolve(self, mention: Mention, at: int) -> Somebody | None:
        """Return who is meant by `mention` at offset `at`, or None when a pronoun fits nobody."""
        if mention.kind == "pronoun":
            return self.last_group if mention.name.lower().startswith("олар") else self.last_person
        if mention.kind == "person":
            return self.person(mention, at)
        one_of_many = mention.name.endswith(("бірі", "біреуі"))  # тұрғындардың бірі: nobody who is named
        if mention.kind == "post" and not one_of_many and (person := self._by_post(mention.name.lower(), at)):
            return person
        key = mention.name.lower()
        if mention.kind == "post" and " " not in key:  # «білім министрі …», then «министр …»
            same = [other for other in self.others if " " in other and _lemma(other.split()[-1]) == _lemma(key)]
            key = same[0] if len(same) == 1 else key
        if key not in self.others:
            self.others[key] = Somebody(mention.name, "person" if mention.kind == "post" else "group", at)
        return self.others[key]

    def _by_post(self, phrase: str, at: int) -> Somebody | None:
        """Return the person last mentioned before `at` whose role fits `phrase`, else the next one after it."""
        if holder := self._holder(phrase):
            return holder
        people = self.people[:_MOST_PEOPLE]
        fitting = [p for p in people if any(_fits(phrase, role.text.lower()) for role in p.roles)]
        if not fitting and (person := self._described(phrase, at)):
            return person
        place = phrase.split()[0][:_STEM] if " " in phrase else ""  # аудан басшысы: first of all «аудан әкімі»
        fitting = [p for p in fitting if any(f" {place}" in f" {role.text.lower()}" for role in p.roles)] or fitting
        before = [p for p in fitting if p.last >= 0 and p.last < at]
        if self.last_person in before:
            return self.last_person
        if before:
            return max(before, key=lambda p: p.last)
        general = self._general(phrase) or (None if fitting else self._more_of(phrase))
        if fitting and not general:
            return min(fitting, key=lambda p: p.introduced)
        return general or self._without_post(phrase, at)

    def _described(self, phrase: str, at: int) -> Somebody | None:
        """Return the one person named before `at` whose post is that of «қазақстандық боксшы», «26 жастағы спортшы»."""
        first, _, rest = phrase.partition(" ")
        post = _AGED.sub("", phrase) if _AGED.match(phrase) else rest if nationality(first) else ""
        if not post:
            return None
        held = [(p, role.text.lower()) for p in self.people[:_MOST_PEOPLE] for role in p.roles]
        fitting = {id(p): p for p, role in held if _fits(post, role)}
        person = next(iter(fitting.values())) if len(fitting) == 1 else None
        elsewhere = any(nationality(word) for p, role in held if p is person for word in role.split())
        return person if person and person.introduced < at and not (nationality(first) and elsewhere) else None

    def _general(self, phrase: str) -> Somebody | None:
        """Return the person last spoken of if `phrase` fits anybody, or anybody at work in that sphere."""
        person = self.last_person
        first, _, rest = phrase.partition(" ")
        if rest in EPITHETS and (nationality(first) or first in _PRAISE):  # ресейлік маман, жас суретші
            phrase = rest
        if first == "жаңа" and rest in KINDS and person and not person.roles:
            return person
        if person is None or phrase in EPITHETS or _lemma(phrase).rpartition("-")[2] in EPITHETS:
            return person
        if len(self.people) == 1 and phrase.endswith("лог"):  # сейсмолог: of the сейсмологиялық орталық
            return person if any(f" {phrase}иялық" in f" {role.text.lower()}" for role in person.roles) else None
        if phrase not in GENERAL_POSTS:
            return None
        held = [spheres(role.text) for role in person.roles]
        return person if not held or any(spheres(phrase) & sphere for sphere in held) else None

    def _more_of(self, phrase: str) -> Somebody | None:
        """Return the person last spoken of if `phrase` only tells more of a post: депутат, later мәслихат депутаты."""
        person, head = self.last_person, _lemma(phrase.split()[-1])
        if person is None or " " not in phrase or head in _OF_A_PLACE or head.startswith(_ANYBODY):
            return None
        return person if any(_lemma(role.text.lower()) == head for role in person.roles) else None

    def _without_post(self, phrase: str, at: int) -> Somebody | None:
        """Return the one person named so far, or the one who spoke last, if the article gives them no post at all."""
        named = [person for person in self.people if person.introduced < at]
        person = named[0] if len(named) == 1 else self.last_speaker
        if len(self.people) == 1 and phrase in GENERAL_POSTS:  # who is named later only
            person = self.people[0]
        known = noun(phrase)
        if known and (known.possessive or (known.kind == "kin" and len(named) > 1)):
            return None  # адвокатының айтуынша
        if phrase.split()[-1].startswith(_ANYBODY) or (" " in phrase and len(self.people) > 1):
            return None
        named_so = person in self.people  # and not another post without a name
        return person if person and named_so and not person.roles and person.name not in _HOLDERS else None

    def _holder(self, phrase: str) -> Somebody | None:
        """Return who holds the one office that `phrase` names, if the article names them and gives no other post."""
        for name in OFFICES.get(phrase, ()):
            person = self._same(name)
            only = len(OFFICES[phrase]) == 1
            held = [role.text.lower() for role in person.roles] if person else []
            if person and (only or not held or any(_fits(phrase, r) or name in OFFICES.get(r, ()) for r in held)):
                return person
        return None

    def mentioned(self, mention: Mention, at: int, subject: bool, alone: bool = True) -> None:
        """Remember that `mention` stands at `at`; a subject is whom the next pronoun means, a post too if `alone`."""
        if mention.kind == "group" and subject and mention.sure:
            self.last_group = self.resolve(mention, at)
        if mention.kind == "post" and subject and mention.sure:
            person = self.resolve(mention, at) if alone else self._by_post(mention.name.lower(), at)
            self.last_person = person or self.last_person
        if mention.kind != "person":
            return
        person = self._same(mention.name)
        if person:
            person.last = at
            if subject:
                self.last_person = person

    def spoke(self, somebody: Somebody, at: int) -> None:
        """Remember that `somebody` spoke at `at`."""
        somebody.last = at
        if somebody.kind == "group":
            self.last_group = somebody
        else:
            self.last_person = self.last_speaker = somebody


@lru_cache(maxsize=1 << 14)
def _fits(phrase: str, role: str) -> bool:
    """Does the bare post `phrase` fit somebody whose role is `role`? Both in lower case."""
    role = lettered(role)
    several = [post.strip() for post in re.split(r"[,–—]", role) if post.strip()]  # профессор, жазушы
    return any(_fits_one(phrase, post) for post in (role, *several))


def _fits_one(phrase: str, role: str) -> bool:
    *modifiers, head = phrase.split()
    words = role.split()
    same = SAME_POST.get(phrase, ())
    # a post by itself is that of the head: «депутаттың көмекшісі» is no депутат
    if any(other == _lemma(words[-1]) if other in KINDS else other in role for other in same):
        return True
    lemma, role_lemma = _lemma(head), _lemma(words[-1])
    if role_lemma != lemma and (same or role_lemma not in SAME_POST.get(lemma, ())):
        return False
    stems = [word[:_STEM] for word in modifiers if len(word) > 2]
    initials = "".join(word[0] for word in words)  # ІІМ басшысы is the Ішкі істер министрі
    return (
        not stems
        or any(word.translate(_UNVOICED).startswith(stem.translate(_UNVOICED)) for stem in stems for word in words)
        or any(len(word) > 2 and word in initials for word in modifiers)
    )


_AGED = re.compile(r"\d+ жас(?:тағы|ар) ")
_UNVOICED = str.maketrans("ғгб", "қкп")  # одақ басшысы: одағының төрағасы
# Posts that every country or place has: another place, another person.
_OF_A_PLACE = frozenset(
    "президент министр премьер-министр әкім мэр губернатор елші консул канцлер король төраға".split()
)
_PRAISE = frozenset("жас білікті тәжірибелі танымал белгілі талантты дарынды".split())
_STEM = 5  # so many letters of two forms of a word are the same

# Whom every place has many of: «ауыл тұрғыны» need not be the one person who is named.
_ANYBODY = tuple(
    """
    тілші журналист өкіл қызметкер маман мүше тұрғын қолданушы пайдаланушы оқырман көрермен куәгер студент оқушы
    """.split()
)

# Those whom everybody knows by an office are called by no other post.
_HOLDERS = frozenset(name for holders in OFFICES.values() for name in holders)


def _lemma(word: str) -> str:
    known = noun(word)
    return known.lemma if known else word
