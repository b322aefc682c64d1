"""A sentence while its cues are read: its words, who is named in it, and where a stretch of it begins and ends."""

import re
from functools import cache
from itertools import zip_longest

from kzfacts.extract import shapes
from kzfacts.extract.bodies import possessed
from kzfacts.extract.cues import cues
from kzfacts.extract.mention import Mention
from kzfacts.extract.nouns import noun
from kzfacts.extract.person_names import acronym
from kzfacts.extract.phrases import PLURAL, left_edge, phrase
from kzfacts.extract.quotations import Quotation
from kzfacts.extract.segments import Sentence
from kzfacts.extract.words import ABOUT, AS_SAYS, BEING, CONNECTORS, MANNER, OUTLETS, SETTINGS, STOPS
from kzfacts.model import Span

_ENDS = frozenset(".!?…")
_NEAR = 4  # so many words may stand before a speaker who is not sure
_LONGEST_UNKNOWN = 5
_AGED = frozenset("жасар жастағы".split())
_DOING = frozenset("бара келе тұра ала бере кете".split())
_WHEN = frozenset("кезде сәтте уақытта соң".split())
_LONGEST_OFFICE = 8
_ALL = frozenset("бәрі барлығы көпшілігі көбі".split())
_CONDITION = re.compile(r".{2}(?:са|се)$")


@cache
def _connectors() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the connectors by their first word, the longest first."""
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for connector in sorted(CONNECTORS, key=len, reverse=True):
        by_first[connector[0]] = (*by_first.get(connector[0], ()), connector)
    return by_first


class Reading:
    """One sentence while its cues are read from left to right."""

    def __init__(self, sentence: Sentence, quotations: dict[int, Quotation], named: tuple[Mention, ...]) -> None:
        self.tokens = sentence.tokens
        self.quotations = quotations
        self.mentions = named
        self.cues = cues(sentence.tokens)
        self.end = len(self.tokens)
        while self.end and self.tokens[self.end - 1].text in _ENDS:
            self.end -= 1

    # -- spans --------------------------------------------------------------------------------------------------

    def span(self, first: int, end: int) -> Span:
        """Return the span of the tokens `first` to `end`, not included."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def trimmed(self, first: int, end: int) -> tuple[int, int]:
        """Leave out connectors, pauses and dashes at the edges."""
        while first < end and self.tokens[first].text in ",;:–—-.":
            first += 1
        while end > first and self.tokens[end - 1].text in ",;:–—-.":
            end -= 1
        return first, end

    def content(self, first: int, end: int) -> Span | None:
        """Return the span of a content without the marks around it; None if nothing is left."""
        first, end = self.trimmed(first, end)
        if all(token.kind == "mark" for token in self.tokens[first:end]):
            return None
        if end - first == 1 and self.tokens[first].kind == "quote":
            return self.quotations[self.tokens[first].start].inner
        return self.span(first, end)

    def after_dateline(self, end: int) -> int:
        """Skip «KAZINFORM –» at the head of the sentence."""
        dated = end > 1 and self.tokens[0].lower in OUTLETS and self.tokens[1].text in "–—-"
        return 2 if dated else 0

    def after_connectors(self, first: int, end: int) -> int:
        """Skip «Сондай-ақ,», «Осыған байланысты» and the like."""
        first = self.after_dateline(end) if first == 0 else first
        while first < end:
            token = self.tokens[first]
            if token.text in ",–—-":
                first += 1
                continue
            length = next((len(c) for c in _connectors().get(token.lower, ()) if self._stands(c, first)), 0)
            if not length or first + length >= end:
                break
            first += length
        return first

    def _stands(self, words: tuple[str, ...], at: int) -> bool:
        return all(token.lower == word for token, word in zip(self.tokens[at:], words, strict=False))

    def before_manner(self, at: int, begin: int) -> int:
        """Return the token before `at` that says what, and not how it is said (баса, тағы да)."""
        at -= 1
        while at >= begin and (self.tokens[at].lower in MANNER or self.tokens[at].text in "–—-"):
            at -= 2 if self.tokens[at].lower == "түрде" else 1  # сенімді түрде
        return at

    def before_pause(self, at: int, begin: int) -> int:
        """Return the token before `at` that is no comma or dash."""
        at -= 1
        while at >= begin and self.tokens[at].text in ",–—-":
            at -= 1
        return at

    # -- sources ------------------------------------------------------------------------------------------------

    def coordinated(self, mention: Mention, begin: int) -> tuple[Mention, ...]:
        """Return `mention` with those joined to it on the left by «мен», «және»: two speakers of the same words."""
        found = [mention]
        for other in self.mentions:
            if other.begin == found[-1].end + 1 and self._joined(found[-1], other):
                found.append(other)
        for other in reversed(self.mentions):
            if other.end == found[0].begin - 1 and other.first >= begin and self._joined(other, found[0]):
                found.insert(0, other)
        return tuple(found)

    def _joined(self, one: Mention, other: Mention) -> bool:
        conjunction = self.tokens[one.end].lower in ("мен", "пен", "бен", "және")
        return conjunction and one.kind == other.kind == "person" and other.case == "nominative"

    def first_source(self, begin: int, end: int) -> Mention | None:
        """Return the first nominative in `begin`…`end` that is not inside a relative clause (X бастаған Y).

        One that only looks like somebody counts where nobody sure is named, and only near the head of the clause.
        """
        found = [m for m in self.mentions if begin <= m.begin and m.end <= end and m.case == "nominative"]
        if begin and found and found[0].begin == begin and shapes.participle(self.tokens[begin - 1].lower):
            return found[0]  # осылай деген тұрғындар … талап етті
        sure = [m for m in found if m.sure]
        head = self.after_connectors(begin, end)
        set_against = [m for m in found if m.begin > head and self._after_condition(m.begin)]
        found = set_against or sure or [m for m in found if m.begin <= head + _NEAR]
        for mention, following in zip_longest(found, found[1:]):
            if self._with_another(mention):
                continue
            being = self.tokens[mention.end].lower if mention.end < len(self.tokens) else ""
            if any(token.lower in AS_SAYS for token in self.tokens[mention.end : mention.end + 2]):
                continue  # халқымыз «…» дегендей
            if being in BEING:  # беттеуші болып жұмыс істейтін Әлия
                continue
            relative = (
                following is not None
                and following.begin > mention.end
                and (
                    following.begin == mention.end + 1
                    or possessed(self.tokens[mention.end].lower)
                    or self._only_does(mention.end, following.begin - 1)
                )
                and shapes.participle(self.tokens[self._before_age(following.begin)].lower)
            )
            if not relative and not self._of_a_later_part(mention, begin):
                return mention
        return None

    def _before_age(self, at: int) -> int:
        """Return the token before `at`, an age left out: «жүлде алған тоғыз жасар Асқар»."""
        return at - 3 if at > 2 and self.tokens[at - 1].lower in _AGED else at - 1

    def _only_does(self, first: int, end: int) -> bool:
        """Are these the verbs of «күзетші алып келе жатқан балықшы», up to the participle?"""
        return first < end and all(
            shapes.converb(token.lower) or token.lower in _DOING for token in self.tokens[first:end]
        )

    def _with_another(self, mention: Mention) -> bool:
        """Is this «әнші мен оның сүйіктісіне», two of whom neither speaks?"""
        if mention.end >= len(self.tokens) or self.tokens[mention.end].lower not in ("мен", "пен", "бен", "және"):
            return False
        for at in range(mention.end + 1, min(mention.end + 4, len(self.tokens))):
            if any(m.end == at + 1 and m.case == "nominative" for m in self.mentions):
                return False
            if shapes.case(self.tokens[at].lower) in ("dative", "accusative", "ablative", "instrumental"):
                return True
        return False

    def _of_a_later_part(self, mention: Mention, begin: int) -> bool:
        """Does something reported stand before these people: «…-ғанын, инвесторлар іздеп жатқанын айтты»?"""
        if mention.kind != "group" or not self.tokens[mention.end - 1].lower.endswith(PLURAL):
            return False
        return any(
            self.tokens[at].text == ","
            and (shapes.clause(self.tokens[at - 1].lower) or self.tokens[at - 1].lower in ABOUT)
            for at in range(begin + 1, mention.begin)
        )

    def _after_condition(self, at: int) -> bool:
        """Does `at` come right after a clause with a subject of its own: «әкім бас тартса, …», «… бастаған кезде …»?"""
        if at > 1 and self.tokens[at - 1].lower in _WHEN:
            any_time = at > 2 and self.tokens[at - 3].lower == "кез"  # кез келген сәтте
            return shapes.participle(self.tokens[at - 2].lower) and not any_time
        before = self.tokens[at - 2].lower if at > 1 and self.tokens[at - 1].text == "," else ""
        return bool(_CONDITION.search(before)) and before != "болса"

    def relative(self, mention: Mention) -> bool:
        """May this be «Президент жүктеген міндет», where the president does no more than give the task?"""
        return mention.end < len(self.tokens) and shapes.participle(self.tokens[mention.end].lower)

    def source_after(self, first: int) -> Mention | None:
        """Return the first nominative after the cue, up to a pause."""
        end = first
        while end < len(self.tokens) and self.tokens[end].text not in ",.;:–—!?":
            end += 1
        named = [m for m in self.mentions if first <= m.begin < end and m.case == "nominative"]
        if not named and (body := self.office(first, end)):
            return body
        person = next((m for m in named if m.sure and m.kind == "person"), None)
        return person or next((m for m in named if m.sure), None) or next(iter(named), None) or self.unknown(first, end)

    def office(self, first: int, end: int) -> Mention | None:
        """Return the body at or from which something is said, before token `end`: «деді әкімдікте», «ІІМ-нен»."""
        if end <= first:
            return None
        token = self.tokens[end - 1]
        known = noun(token.lower)
        body = known.kind == "organisation" if known else acronym(token)
        case = known.case if known else shapes.case(token.lower)
        if not body or case not in ("locative", "ablative") or token.lower in SETTINGS:
            return None
        at = max(first, left_edge(self.tokens, end - 1))
        name, _ = phrase(self.tokens, at, end)
        return Mention(at, end, "group", name, "nominative")

    def office_first(self, begin: int, end: int) -> Mention | None:
        """Return the body with which the sentence begins: «Әкімдікте …-ғанын айтты»."""
        first = self.after_connectors(begin, end)
        for at in range(first, min(first + _LONGEST_OFFICE, end)):
            known = noun(self.tokens[at].lower)
            body = self.office(first, at + 1) if known and known.case == "locative" else None
            if body and body.first == first:
                return body
        return None

    def unknown(self, first: int, end: int) -> Mention | None:
        """Return what stands alone between a cue and a pause, whatever it is: «деді көрші»."""
        words = self.tokens[first:end]
        if not words or len(words) > _LONGEST_UNKNOWN or any(word.kind != "word" for word in words):
            return None
        last = words[-1].lower
        if shapes.case(last) != "nominative" or (last in STOPS and last not in _ALL):
            return None
        if shapes.converb(last) or shapes.finite(last) or shapes.participle(last):
            return None
        at = left_edge(self.tokens, end - 1)
        at = max(at, first)
        name, case = phrase(self.tokens, at, end)
        several = last.endswith(PLURAL) or last in _ALL
        return Mention(at, end, "group" if several else "post", name, case, None, False)

    def subject_at(self, first: int) -> Mention | None:
        """Return the sure nominative that begins at `first`."""
        return next((m for m in self.mentions if m.begin == first and m.case == "nominative" and m.sure), None)

    def source_right_after(self, first: int) -> Mention | None:
        """Return whom a participle describes: «… айтқан министр», a person in any case."""
        return next(
            (m for m in self.mentions if m.begin == first and (m.case == "nominative" or m.kind == "person")), None
        )
