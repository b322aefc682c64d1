"""Is a speaker of one article a speaker of another: by the name first, then by the roles.

Joined are people whose full names agree (word for word; a patronymic or the order of the words may differ) unless their
roles contradict, people with initials if they hold the same role too, and bodies called by the same specific phrase. A
surname, a post or a group of people alone is at home in its article only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kzfacts.extract.callings import compatible, spheres
from kzfacts.extract.ids import Ids, slug
from kzfacts.extract.memo import per_word
from kzfacts.extract.name_parts import PARTICLES, patronymic
from kzfacts.extract.nouns import COUNTRIES, NAMED_BODIES, noun
from kzfacts.extract.words import HONORIFICS
from kzfacts.model import Role, Speaker

# Words that tell no body from another of its kind: «қалалық әкімдік», «министрліктің баспасөз қызметі».
GENERIC = frozenset(
    """
    қала қалалық облыс облыстық аудан аудандық ауыл ауылдық өңір өңірлік аймақ аймақтық жергілікті ел елдің
    мемлекет мемлекеттік республикалық ұлттық халықаралық қоғамдық баспасөз аталған аталмыш бас арнайы тиісті
    жауапты құзырлы құқық қорғау органдары ішкі сыртқы тәуелсіз
    """.split()
)
# Bodies of which the news of a country have one, and write it with a capital letter.
SOLE = frozenset("Үкімет Парламент Сенат Мәжіліс Ақорда Кремль Пентагон".split())


class Name(NamedTuple):
    """A personal name in its parts, in lower case."""

    words: frozenset[str]  # in full, the patronymic left out
    initials: tuple[str, ...]  # one letter each
    patronymic: str | None


class Doubt(NamedTuple):
    """Two speakers of one name, and why they were or were not made one."""

    source: str
    name: str
    why: str


@dataclass(slots=True)
class Known:
    """A speaker while articles are joined."""

    speaker: Speaker
    old: bool  # of the base that is added to
    name: Name | None  # None: no personal name
    titles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    spheres: frozenset[str] = frozenset()

    def hold(self, roles: Iterable[Role]) -> None:
        """Learn the roles of one more article."""
        for role in roles:
            title = role.title.lower()
            if title not in self.titles:  # of some there are hundreds, and sets are made anew
                self.titles |= {title}
                self.spheres |= spheres(role.title)
            if role.country and role.country not in self.countries:
                self.countries |= {role.country}


@per_word
def named(text: str) -> Name | None:
    """Take a personal name apart; None if it is none but a post or a phrase: «министр», «Мәжіліс спикері»."""
    words = text.replace(".", ". ").split()
    plain = [word for word in words if word.lower() not in HONORIFICS]
    if not plain or any(word[0].islower() and word not in PARTICLES for word in plain):
        return None
    if len(plain) == 1 and noun(plain[0].lower()):
        return None
    initials = tuple(word[0].lower() for word in plain if word.endswith("."))
    full = [word.lower() for word in plain if not word.endswith(".")]
    fathers = [word for word in full if patronymic(word)]
    father = fathers[-1] if fathers and len(full) > 2 else None
    return Name(frozenset(full) - {father}, initials, father)


def specific(name: str) -> bool:
    """Tell whether a group is one body wherever it is called so: «Ішкі істер министрлігі», but no «қатысушылар»."""
    words = name.replace("«", " ").replace("»", " ").replace('"', " ").split()
    if not words:
        return False
    lower = [word.lower() for word in words]
    head = noun(lower[-1])
    if name in SOLE or name.lower() in COUNTRIES or tuple(lower[-2:]) in NAMED_BODIES:
        return True
    if head is None:  # a name if it looks like one also where a sentence begins: ТМД, ҚазАқпарат, Sputnik, Азия Дауысы
        proper = [word for word in words if word[0].isupper()]
        return len(proper) == len(words) > 1 or any(not word[1:].islower() or word.isascii() for word in proper)
    if head.kind not in ("organisation", "place") or head.plural:
        return False
    if name != " ".join(words):  # «Отбасы» банкі
        return True
    telling = [word for word in lower[:-1] if word not in GENERIC and not (noun(word) or word.isdigit())]
    return bool(telling) and any(word[0].isupper() for word in words)


class Registry:
    """Every speaker of a base and of the articles added to it, each once."""

    def __init__(self, speakers: Iterable[Speaker] = (), roles: Iterable[Role] = ()) -> None:
        self.known: list[Known] = []
        self.doubts: list[Doubt] = []
        self._ids = Ids()
        self._people: dict[frozenset[str], list[int]] = {}  # by all words of the name
        self._initials: dict[tuple[str, str], list[int]] = {}  # by one word and the initial of another
        self._surnames: dict[str, int] = {}
        self._bodies: dict[str, int] = {}
        numbers: dict[str, int] = {}
        for speaker in speakers:
            self._ids.unique(speaker.id)
            numbers[speaker.id] = self._add(speaker, old=True)
        for role in roles:
            self.known[numbers[role.speaker]].hold((role,))

    def number(self, speaker: Speaker, roles: tuple[Role, ...], source: str) -> int:
        """Return the number of a speaker of the article `source`, who holds these roles there; a new one gets an id."""
        is_group = speaker.kind == "group"
        found = self._bodies.get(speaker.name) if is_group else self._person(speaker.name, roles, source)
        if found is None:
            found = self._add(Speaker(self._id(speaker.name, roles), speaker.kind, speaker.name), old=False)
        known = self.known[found]
        known.hold(roles)
        if not known.old and _fuller(speaker.name, known.speaker.name):
            known.speaker = Speaker(known.speaker.id, known.speaker.kind, speaker.name)
        return found

    def new(self) -> Iterator[Speaker]:
        """Give the speakers that the base had not, in the order in which they came."""
        return (known.speaker for known in self.known if not known.old)

    def _id(self, name: str, roles: tuple[Role, ...]) -> str:
        """Make an id of the name; that of a namesake tells the post, where there is one."""
        plain = slug(name)
        if self._ids.taken(plain) and roles:
            return self._ids.unique(f"{plain}-{slug(roles[-1].title.split()[-1])}")
        return self._ids.unique(plain)

    def _add(self, speaker: Speaker, old: bool) -> int:
        number = len(self.known)
        name = named(speaker.name) if speaker.kind == "person" else None
        self.known.append(Known(speaker, old, name))
        for each in (speaker.name, *speaker.aliases):
            if speaker.kind == "group":
                if specific(each):
                    self._bodies.setdefault(each, number)
            elif parts := named(each):
                self._index(parts, number)
        return number

    def _index(self, name: Name, number: int) -> None:
        if name.initials:
            for word in name.words:
                self._initials.setdefault((word, name.initials[0]), []).append(number)
        elif len(name.words) > 1:
            self._people.setdefault(name.words, []).append(number)
            for word in name.words:
                for other in name.words - {word}:
                    self._initials.setdefault((word, other[0]), []).append(number)
        if name.initials or len(name.words) > 1:
            for word in name.words:
                self._surnames.setdefault(word, number)

    def _person(self, text: str, roles: tuple[Role, ...], source: str) -> int | None:
        name = named(text)
        if name is None:
            return None
        titles = {role.title.lower() for role in roles}
        if len(name.words) > 1 and not name.initials:
            found = self._namesake(text, name, roles, source)
            if found is None:
                shortened = {key for word in name.words for key in ((word, o[0]) for o in name.words - {word})}
                found = self._by_initials(text, shortened, titles, source, written_out=True)
            return found
        if name.initials and name.words:
            return self._by_initials(text, {(word, name.initials[0]) for word in name.words}, titles, source)
        for word in name.words:
            if word in self._surnames:
                bearer = self.known[self._surnames[word]].speaker.name
                self._doubt(source, text, f"may be {bearer}; one word of a name is not enough to tell")
        return None

    def _namesake(self, text: str, name: Name, roles: tuple[Role, ...], source: str) -> int | None:
        """Return who has just this full name, and no role that contradicts."""
        held = Known(Speaker("", "person", text), old=False, name=name)
        held.hold(roles)
        same = [number for number in self._people.get(name.words, ()) if _fathers_agree(name, self.known[number].name)]
        fitting = [number for number in same if not _contradict(held, self.known[number])]
        exact = [number for number in fitting if held.titles & self.known[number].titles]
        near = [number for number in fitting if held.spheres & self.known[number].spheres]
        chosen = exact or near or fitting
        if len(chosen) == 1:
            other = self.known[chosen[0]]
            if held.spheres and other.spheres and not held.spheres & other.spheres:
                self._doubt(source, text, f"taken for {other.speaker.id}, though {_first(held)} is not {_first(other)}")
            return chosen[0]
        if chosen:
            self._doubt(source, text, "several speakers have this name, and no role tells which is meant: kept apart")
            return self._alone(text, roles)
        if same:
            other = self.known[same[0]]
            self._doubt(source, text, f"a namesake of {other.speaker.id}: {_first(held)} is not {_first(other)}")
        return None

    def _by_initials(
        self, text: str, keys: set[tuple[str, str]], titles: set[str], source: str, written_out: bool = False
    ) -> int | None:
        """Return the only one whom a name with initials fits, and who holds the same role."""
        numbers = {number for key in sorted(keys) for number in self._initials.get(key, ())}
        if written_out:  # of two names in full `_namesake` has judged
            numbers = {number for number in numbers if (known := self.known[number].name) and known.initials}
        same = [number for number in numbers if titles & self.known[number].titles]
        if len(same) == 1:
            return same[0]
        if numbers:
            bearer = self.known[min(numbers)].speaker.name
            self._doubt(source, text, f"may be {bearer}; initials join only where the role is the same")
        return None

    def _alone(self, name: str, roles: tuple[Role, ...]) -> int:
        """Return the number of a new speaker whom no other article will be taken to mean."""
        self.known.append(Known(Speaker(self._id(name, roles), "person", name), old=False, name=None))
        return len(self.known) - 1

    def _doubt(self, source: str, name: str, why: str) -> None:
        self.doubts.append(Doubt(source, name, why))


def _fathers_agree(one: Name, other: Name | None) -> bool:
    return other is None or None in (one.patronymic, other.patronymic) or one.patronymic == other.patronymic


def _contradict(one: Known, other: Known) -> bool:
    apart = one.countries and other.countries and not one.countries & other.countries
    return bool(apart) or not compatible(one.spheres, other.spheres)


def _first(known: Known) -> str:
    return f"«{min(known.titles)}»" if known.titles else known.speaker.name


def _fuller(one: str, other: str) -> bool:
    """Is `one` a name in full, where `other` has initials?"""
    return "." in other and "." not in one
