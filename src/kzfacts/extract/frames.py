"""Who says what in one sentence: the frames in which Kazakh news reports, tried for every cue of the sentence.

particle   министрдің айтуынша, …              the rest of the sentence is the content
quoted     «…», – деді министр                 the quotation is the content
colon      министр былай деді: «…»
said       министр … деп санайды               the content stands before деп
clause     министр …-ғанын айтты               the content stands between source and verb, or before the source
about      бұл туралы министр айтты            the content is the sentence beside it

A frame that lacks something carries a doubt, in words; it makes no claim, but an editor may look at it.
"""

from itertools import zip_longest
from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.people import Mention, left_edge, phrase
from kzfacts.extract.segments import Quotation, Sentence, Token
from kzfacts.extract.verbs import NOTHING_SAID, Cue, cues
from kzfacts.extract.nouns import noun
from kzfacts.extract.words import (
    ABOUT,
    ABOUT_WHAT,
    AFTER_SOURCE,
    CONNECTORS,
    FRAMING_CONVERBS,
    FRAMING_PAIRS,
    MANNER,
    OUTLETS,
    SETTINGS,
    SPOKEN,
    THIS,
)
from kzfacts.model import Span

_DASHES = frozenset("–—-")
_PAUSES = frozenset(",;")
_STOPS = frozenset(".!?…")


class Frame(NamedTuple):
    """A cue with its sources and its content; `beside` when the content is a neighbouring sentence."""

    rule: str
    form: str
    act: str
    cue: Span
    sources: tuple[Mention, ...]
    content: Span | None
    beside: bool = False
    doubt: str | None = None


class _Reading:
    """One sentence while its cues are read from left to right."""

    def __init__(self, sentence: Sentence, quotations: dict[int, Quotation], named: tuple[Mention, ...]) -> None:
        self.tokens = sentence.tokens
        self.quotations = quotations
        self.mentions = named
        self.cues = cues(sentence.tokens)
        self.end = len(self.tokens)
        while self.end and self.tokens[self.end - 1].text in _STOPS:
            self.end -= 1

    # -- spans --------------------------------------------------------------------------------------------------

    def span(self, first: int, end: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def trimmed(self, first: int, end: int) -> tuple[int, int]:
        """Leave out connectors, pauses and dashes at the edges."""
        while first < end and self.tokens[first].text in ",;:–—-.":
            first += 1
        while end > first and self.tokens[end - 1].text in ",;:–—-.":
            end -= 1
        return first, end

    def content(self, first: int, end: int) -> Span | None:
        first, end = self.trimmed(first, end)
        if first >= end:
            return None
        if end - first == 1 and self.tokens[first].kind == "quote":
            return self.quotations[self.tokens[first].start].inner
        return self.span(first, end)

    def after_connectors(self, first: int, end: int) -> int:
        """Skip «Сондай-ақ,», «Осыған байланысты» and the like."""
        moved = True
        while moved:
            moved = False
            while first < end and self.tokens[first].text in ",–—-":
                first += 1
            for connector in CONNECTORS:
                words = tuple(token.lower for token in self.tokens[first : first + len(connector)])
                if words == connector and first + len(connector) < end:
                    first += len(connector)
                    moved = True
        return first

    # -- sources ------------------------------------------------------------------------------------------------

    def coordinated(self, mention: Mention, begin: int) -> tuple[Mention, ...]:
        """Return `mention` with those joined to it on the left by «мен», «және»: two speakers of the same words."""
        found = [mention]
        for other in reversed(self.mentions):
            first = found[0].begin
            if other.end == first - 1 and other.first >= begin and self.tokens[first - 1].lower in ("мен", "пен", "бен", "және"):
                if other.kind == mention.kind == "person":
                    found.insert(0, other)
        return tuple(found)

    def first_source(self, begin: int, end: int) -> Mention | None:
        """Return the first nominative in `begin`…`end` that is not inside a relative clause (X бастаған Y)."""
        found = [m for m in self.mentions if begin <= m.begin and m.end <= end and m.case == "nominative"]
        for mention, following in zip_longest(found, found[1:]):
            relative = (
                following is not None
                and following.begin == mention.end + 1
                and self.tokens[mention.end].kind == "word"
                and shapes.participle(self.tokens[mention.end].lower)
            )
            if not relative:
                return mention
        return None

    def source_after(self, first: int) -> Mention | None:
        """Return the first nominative after the cue, up to a pause."""
        end = first
        while end < len(self.tokens) and self.tokens[end].text not in ",.;:–—!?":
            end += 1
        return next((m for m in self.mentions if first <= m.begin < end and m.case == "nominative"), None)

    def source_right_after(self, first: int) -> Mention | None:
        return next((m for m in self.mentions if m.begin == first and m.case == "nominative"), None)


def frames(sentence: Sentence, quotations: dict[int, Quotation], named: tuple[Mention, ...]) -> tuple[Frame, ...]:
    """Return what is reported in `sentence`, in the order of the cues; `named` are its mentions."""
    reading = _Reading(sentence, quotations, named)
    found: list[Frame] = []
    begin = 0
    for cue in _without_signature(reading):
        frame = _frame(reading, cue, begin, found[-1] if found else None)
        if frame:
            found.append(frame)
            begin = cue.end
    return tuple(found)


def _without_signature(reading: _Reading) -> tuple[Cue, ...]:
    """Drop the outlet's own «деп хабарлайды zakon.kz» and end the sentence before it."""
    for number, cue in enumerate(reading.cues):
        if cue.rule in ("хабарла", "жаз") and cue.quoting is not None and _outlet(reading, cue):
            reading.end = min(cue.quoting, cue.first)
            while reading.end and reading.tokens[reading.end - 1].text in ",–—-":
                reading.end -= 1
            return reading.cues[:number]
    return reading.cues


def _outlet(reading: _Reading, cue: Cue) -> bool:
    after = [token for token in reading.tokens[cue.end :] if token.kind != "mark"]
    return not after or any(token.lower in OUTLETS or token.lower[0].isascii() and token.lower[0].isalpha() for token in after[:6])


def _frame(reading: _Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    if cue.shape == "particle":
        return _particle(reading, cue, begin)
    if cue.shape == "participle" and not _stands_alone(reading, cue):
        return None
    if cue.end + 1 < len(reading.tokens) and reading.tokens[cue.end].text == ":" and reading.tokens[cue.end + 1].kind == "quote":
        return _colon(reading, cue, begin, previous)
    if cue.quoting is not None:
        return _quoted(reading, cue, begin, previous) or _said(reading, cue, begin, previous)
    if cue.shape == "converb" and not _coordinate(reading, cue):
        return None
    return _after_dash(reading, cue, begin, previous) or _clause(reading, cue, begin, previous)


def _stands_alone(reading: _Reading, cue: Cue) -> bool:
    """A participle reports at the end of a clause (айтқан.) or before its speaker (айтқан министр), not before a noun."""
    if cue.end >= reading.end or reading.tokens[cue.end].kind == "mark":
        return True
    return reading.source_right_after(cue.end) is not None and cue.rule != "де"


def _coordinate(reading: _Reading, cue: Cue) -> bool:
    """A converb reports when a pause or another cue follows it (атап өтіп, …)."""
    return cue.end < reading.end and (reading.tokens[cue.end].text == "," or reading.tokens[cue.end].lower == "және")


def _made(reading: _Reading, cue: Cue, kind: str, form: str, sources: tuple[Mention, ...], content: Span | None, **more: object) -> Frame:
    return Frame(f"{kind}:{cue.rule}", form, cue.act, reading.span(cue.first, cue.end), sources, content, **more)  # type: ignore[arg-type]


def _particle(reading: _Reading, cue: Cue, begin: int) -> Frame | None:
    last = cue.first
    while last > begin and reading.tokens[last - 1].lower in MANNER:
        last -= 1
    source = next((m for m in reading.mentions if m.end == last and m.case in ("genitive", "nominative")), None)
    if source is None:
        source = _unknown_source(reading, last, begin)
    if source is None:
        return None
    first, end = reading.trimmed(cue.end, reading.end)
    content = reading.content(first, end)
    direct = end - first == 1 and reading.tokens[first].kind == "quote"
    if content is None:
        return _made(reading, cue, "particle", "indirect", (source,), None, doubt="nothing follows")
    return _made(reading, cue, "particle", "direct" if direct else "indirect", reading.coordinated(source, begin), content)


def _unknown_source(reading: _Reading, last: int, begin: int) -> Mention | None:
    """Return a noun phrase in the genitive before «айтуынша» that no table knows: Sputnik Қазақстанның."""
    if last <= begin or reading.tokens[last - 1].kind != "word" or shapes.case(reading.tokens[last - 1].lower) != "genitive":
        return None
    first = max(begin, left_edge(reading.tokens, last - 1))
    name, case = phrase(reading.tokens, first, last)
    return Mention(first, last, "group", name, case)


def _left_quote(reading: _Reading, at: int) -> tuple[int, bool]:
    """Return the token before `at` that is no pause or dash, and whether a dash was passed."""
    dash = False
    while at > 0 and (reading.tokens[at - 1].text in _PAUSES or reading.tokens[at - 1].text in _DASHES):
        dash = dash or reading.tokens[at - 1].text in _DASHES
        at -= 1
    return at - 1, dash


def _quoted(reading: _Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    quoting = min(cue.quoting if cue.quoting is not None else cue.first, cue.first)
    last, dash = _left_quote(reading, quoting)
    if last < begin:
        return None
    if reading.tokens[last].kind == "quote":
        if cue.act == "naming" and not dash and last > begin and reading.tokens[last - 1].kind == "word":
            return None
        return _direct(reading, cue, begin, last, previous, reading.quotations[reading.tokens[last].start].inner)
    if not dash:
        return None
    first = reading.after_connectors(begin, last + 1) if begin == 0 else begin
    colon = next((at for at in range(last, begin - 1, -1) if reading.tokens[at].text == ":"), None)
    content = reading.content(first if colon is None else colon + 1, last + 1)
    return _direct(reading, cue, begin, begin if colon is None else colon, previous, content)


def _after_dash(reading: _Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    """«…», – мәлімдеді министр: a quotation and a dash do without деп."""
    last, dash = _left_quote(reading, cue.first)
    if not dash or last < begin or reading.tokens[last].kind != "quote":
        return None
    return _direct(reading, cue, begin, last, previous, reading.quotations[reading.tokens[last].start].inner)


def _direct(reading: _Reading, cue: Cue, begin: int, before: int, previous: Frame | None, content: Span | None) -> Frame:
    source = (
        (reading.first_source(cue.quoting + 1, cue.first) if cue.quoting is not None and cue.quoting < cue.first else None)
        or reading.source_after(cue.end)
        or _before_colon(reading, begin, before)
        or reading.first_source(begin, before)
    )
    if source is None:
        if previous and previous.sources and begin:
            return _made(reading, cue, "quoted", "direct", previous.sources, content)
        return _made(reading, cue, "quoted", "direct", (), content, doubt="no speaker is named")
    return _made(reading, cue, "quoted", "direct", reading.coordinated(source, begin), content)


def _before_colon(reading: _Reading, begin: int, before: int) -> Mention | None:
    if before <= begin or reading.tokens[before - 1].text != ":":
        return None
    last = before - 1
    while last > begin and reading.tokens[last - 1].lower in AFTER_SOURCE:
        last -= 1
    return next((m for m in reading.mentions if m.end == last and m.first >= begin), None)


def _colon(reading: _Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    source = reading.first_source(begin, cue.first)
    sources = reading.coordinated(source, begin) if source else previous.sources if previous else ()
    inner = reading.quotations[reading.tokens[cue.end + 1].start].inner
    if not sources:
        return _made(reading, cue, "colon", "direct", (), inner, doubt="no speaker is named")
    return _made(reading, cue, "colon", "direct", sources, inner)


def _said(reading: _Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    quoting = min(cue.quoting if cue.quoting is not None else cue.first, cue.first)
    after = reading.source_right_after(cue.end)
    between = reading.first_source(quoting + 1, cue.first) if quoting < cue.first else None
    if after or between:
        source = after or between
        assert source is not None
        content = reading.content(reading.after_connectors(begin, quoting), quoting)
        if content is None:
            return None
        return _made(reading, cue, "said", "indirect", reading.coordinated(source, begin), content)
    source = reading.first_source(begin, quoting)
    sources = reading.coordinated(source, begin) if source else previous.sources if previous and begin else ()
    first = _content_start(reading, cue, source.end, quoting) if source else reading.after_connectors(begin, quoting)
    content = reading.content(first, quoting)
    if content is None:
        return None
    if not sources:
        return _made(reading, cue, "said", "indirect", (), content, doubt="no speaker is named")
    return _made(reading, cue, "said", "indirect", sources, content)


def _clause(reading: _Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    tokens = reading.tokens
    head = cue.first - 1
    while head >= begin and (tokens[head].lower in MANNER or tokens[head].text in _DASHES):
        head -= 1
    if head < begin:
        return None
    after = reading.source_right_after(cue.end) if cue.shape == "participle" or cue.end < reading.end else None
    if after and cue.shape == "finite" and after.end < reading.end and tokens[after.end].text not in ",–—:":
        after = None
    adjacent = next((m for m in reading.mentions if m.end == head + 1 and m.begin >= begin and m.case in ("nominative", "genitive")), None)
    if adjacent and adjacent.case == "genitive" and tokens[head + 1].lower != "өзі":
        adjacent = None
    if after:
        sources, first, last = reading.coordinated(after, begin), reading.after_connectors(begin, head + 1), head
    elif adjacent:
        sources, first, last = reading.coordinated(adjacent, begin), reading.after_connectors(begin, adjacent.begin), adjacent.begin - 1
        while last >= first and tokens[last].text == ",":
            last -= 1
    else:
        source = reading.first_source(begin, head + 1)
        last = head
        if source:
            sources = reading.coordinated(source, begin)
            first = _content_start(reading, cue, source.end, head)
        else:
            sources = previous.sources if previous else ()
            first = begin
            while first < head and (tokens[first].text in ",–—" or tokens[first].lower in ("және", "әрі")):
                first += 1
            first = reading.after_connectors(first, head)
    about = _about(reading, begin, head)
    if about is not None and (last < first or about[1] >= last or _setting(tokens, last) or adjacent and first <= about[0] and not _complement(reading, cue, about[1] + 1, last)):
        if not sources or "about" not in cue.takes:
            return None
        return _made(reading, cue, "about", "anaphoric", sources, None, beside=True)
    form = _complement(reading, cue, first, last)
    if form is None:
        return None
    content = reading.content(first, last + 1)
    if content is None:
        return None
    if not sources:
        return _made(reading, cue, "clause", form, (), content, doubt="no speaker is named")
    return _made(reading, cue, "clause", form, sources, content)


def _about(reading: _Reading, begin: int, head: int) -> tuple[int, int] | None:
    """Return the tokens of «бұл туралы», «мұны»."""
    for at in range(begin, head + 1):
        word = reading.tokens[at].lower
        if word in ABOUT_WHAT and at + 1 < len(reading.tokens) and reading.tokens[at + 1].lower in ABOUT:
            return at, at + 1
        if word in THIS and word.endswith(("ны", "осыны", "соны")):
            return at, at
    return None


def _setting(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].lower in SETTINGS or tokens[at].kind == "word" and shapes.case(tokens[at].lower) == "locative"


def _complement(reading: _Reading, cue: Cue, first: int, last: int) -> str | None:
    """Return the form of the content that ends at `last`, or None if the cue takes nothing of the kind."""
    if last < first:
        return None
    token = reading.tokens[last]
    if token.kind != "word" or token.lower in NOTHING_SAID:
        return None
    if token.lower in ABOUT:
        if last == first or not {"clause", "about"} & cue.takes:
            return None
        return "indirect" if shapes.clause_stem(reading.tokens[last - 1].lower) else "nominal"
    if token.lower == "үшін" and cue.act == "thanks" and last > first:
        return "indirect" if shapes.clause_stem(reading.tokens[last - 1].lower) else "nominal"
    if shapes.clause(token.lower):
        if "clause" in cue.takes or "doing" in cue.takes and shapes.doing(token.lower):
            return "indirect"
    case = shapes.case(token.lower)
    if case in cue.takes or "bare" in cue.takes and case == "nominative":
        return "nominal"
    return None


def _content_start(reading: _Reading, cue: Cue, first: int, last: int) -> int:
    """Return where the content begins after its source: after honorifics, settings, addressees, the speaker's own converbs."""
    tokens = reading.tokens
    while first < last and (tokens[first].lower in AFTER_SOURCE or tokens[first].text in ",–—"):
        first += 1
    first = _after_framing(reading, first, last)
    first = _after_setting(reading, first, last)
    return _after_addressee(reading, cue, first, last)


def _after_setting(reading: _Reading, first: int, last: int) -> int:
    for at in range(first, min(first + 10, last)):
        word = reading.tokens[at].lower
        spoken = word in ("барысында", "кезінде") and at > first and reading.tokens[at - 1].lower in SPOKEN
        if word in SETTINGS or spoken:
            return at + 1
        if shapes.clause(word) or reading.tokens[at].text == ",":
            break
    return first


def _after_framing(reading: _Reading, first: int, last: int) -> int:
    for at in range(first + 1, last):
        if reading.tokens[at].text == ",":
            before, word = reading.tokens[at - 2].lower, reading.tokens[at - 1].lower
            if word in FRAMING_CONVERBS or (before, word) in FRAMING_PAIRS:
                return at + 1
    return first


def _after_addressee(reading: _Reading, cue: Cue, first: int, last: int) -> int:
    tokens = reading.tokens
    if cue.act == "congratulation":
        for at in range(first, min(first + 5, last)):
            if shapes.case(tokens[at].lower) == "accusative" or _name_ends(reading, at, "accusative"):
                return at + 1
    if cue.act in ("order", "proposal", "promise", "congratulation"):
        for at in range(first, min(first + 4, last)):
            known = noun(tokens[at].lower)
            if known and known.case in ("dative", "accusative") and not _governed(tokens, at, last):
                if known.case == "dative" or cue.act == "order" and known.kind == "post":
                    return at + 1
    return first


def _name_ends(reading: _Reading, at: int, case: str) -> bool:
    return any(m.end == at + 1 and m.case == case for m in reading.mentions)


def _governed(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Does the word after `at` govern it: қарсы, байланысты, a participle, a verbal noun, or the head itself?"""
    word = tokens[at + 1].lower
    return at + 1 >= last or word in ("қарсы", "байланысты", "қатысты", "сай", "сәйкес", "дейін") or shapes.participle(word) or shapes.verbal_noun(word)
