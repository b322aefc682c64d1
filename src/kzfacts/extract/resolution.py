"""Who is meant: pronouns, surnames alone and bare posts, resolved to the person last introduced whom they fit."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from kzfacts.extract.name_parts import given_name, patronymic
from kzfacts.extract.nouns import OFFICES, SAME_POST, noun
from kzfacts.extract.people import Mention
from kzfacts.extract.segments import Sentence
from kzfacts.model import Span, Words

# Posts so general that they fit whoever spoke last.
GENERAL_POSTS = frozenset(
    """
    сұхбат_беруші әңгімелесуші ақсақал қария
    дипломат саясаткер шенеунік спикер спортшы өнерпаз ғалым сарапшы маман басшы кәсіпкер
    """.split()
)


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
    parts: list[str] = field(default_factory=list)  # the words of the name, in small letters

    def __post_init__(self) -> None:
        self.parts = parts_of(self.name)


def parts_of(name: str) -> list[str]:
    """Return the words of a name in small letters, an initial with its full stop."""
    return name.lower().replace(".", ". ").split()


class Cast:
    """Everybody an article names, in the order in which it names them."""

    def __init__(self, text: str, sentences: Iterable[tuple[Sentence, tuple[Mention, ...]]]) -> None:
        self.people: list[Somebody] = []
        self.by_part: dict[str, list[Somebody]] = {}
        self.others: dict[str, Somebody] = {}
        self.last_person: Somebody | None = None
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
        elif len(mention.name) > len(person.name) and set(person.parts) <= set(parts_of(mention.name)):
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
        return [person for person in candidates if _agree(parts, person.parts)]

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
        if mention.kind == "post" and (person := self._by_post(mention.name.lower(), at)):
            return person
        key = mention.name.lower()
        if key not in self.others:
            self.others[key] = Somebody(mention.name, "person" if mention.kind == "post" else "group", at)
        return self.others[key]

    def _by_post(self, phrase: str, at: int) -> Somebody | None:
        """Return the person last mentioned before `at` whose role fits `phrase`, else the next one after it."""
        if holder := self._holder(phrase):
            return holder
        people = self.people[:_MOST_PEOPLE]
        fitting = [p for p in people if any(_fits(phrase, role.text.lower()) for role in p.roles)]
        before = [p for p in fitting if p.last >= 0 and p.last < at]
        if before:
            return max(before, key=lambda p: p.last)
        general = phrase.replace(" ", "_") in GENERAL_POSTS
        if fitting and not (general and self.last_person):
            return min(fitting, key=lambda p: p.introduced)
        if len(self.people) == 1 and not self.people[0].roles:
            return self.people[0]
        return self.last_person if general else None

    def _holder(self, phrase: str) -> Somebody | None:
        """Return who holds the one office that `phrase` names, if the article names them and gives no other post."""
        for name in OFFICES.get(phrase, ()):
            person = self._same(name)
            if person and (not person.roles or any(_fits(phrase, role.text.lower()) for role in person.roles)):
                return person
        return None

    def mentioned(self, mention: Mention, at: int, subject: bool) -> None:
        """Remember that `mention` stands at `at`; a subject is whom the next pronoun means."""
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
            self.last_person = somebody


def _agree(a: list[str], b: list[str]) -> bool:
    """Are two names one: do all words of the shorter stand in the longer (А. for Асқар), or has one the patronymic?"""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if all(
        any(word == other or (word.endswith(".") and other.startswith(word[:-1])) for other in long) for word in short
    ):
        return any(len(word) >= 3 and not word.endswith(".") for word in short)
    given = [word for word in short if given_name(word)]
    return len(short) == 2 and any(patronymic(word) for word in short) and bool(given) and given[0] == long[0]


@lru_cache(maxsize=1 << 14)
def _fits(phrase: str, role: str) -> bool:
    """Does the bare post `phrase` fit somebody whose role is `role`? Both in lower case."""
    *modifiers, head = phrase.split()
    same = SAME_POST.get(phrase, ())
    if any(other in role for other in same):
        return True
    lemma, role_lemma = _lemma(head), _lemma(role.split()[-1])
    if role_lemma != lemma and not any(other == role_lemma for other in SAME_POST.get(lemma, ())):
        return False
    stems = [word[:5] for word in modifiers if len(word) > 2]
    return not stems or any(word.startswith(stem) for stem in stems for word in role.split())


def _lemma(word: str) -> str:
    known = noun(word)
    return known.lemma if known else word
