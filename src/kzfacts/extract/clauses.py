"""Frames whose content is a clause made a noun, or stands beside: министр …-ғанын айтты; бұл туралы министр айтты."""

from kzfacts.extract import shapes
from kzfacts.extract.contents import after_addressee, complement, content_start, ending, pointing
from kzfacts.extract.cues import Cue
from kzfacts.extract.frame import NOBODY, Frame, made, outlet, source_after_cue, sources_or_before
from kzfacts.extract.mention import Mention
from kzfacts.extract.reading import Reading
from kzfacts.extract.said_where import after_settings
from kzfacts.extract.verbs import DENYING
from kzfacts.extract.words import SAID_THINGS, THAT, TO_THIS


def clause(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    """Return «министр …-ғанын айтты», the speaker before, within or after it, or «бұл туралы министр айтты»."""
    head = reading.before_manner(cue.first, begin)
    if head < begin:
        return None
    this = pointing(reading, begin, head)
    late = source_after_cue(reading, cue)
    source, first, last = late, begin, head
    if late is None:
        late = source = _before_cue(reading, cue, begin, head)
        if late:
            last = late.begin - 1
    if this and this[0] == head:
        source = source or next((m for m in reading.mentions if m.end == head and m.case == "nominative"), None)
    source = source or reading.first_source(begin, head + 1)
    if source is None and begin == 0 and cue.shape == "converb" and reading.tokens[cue.end : cue.end + 1]:
        source = late = reading.subject_at(cue.end + 1)  # …-ды құттықтай отырып, министр …
    if source is None and not sources_or_before(reading, None, begin, previous) and cue.act in _FROM_OFFICES:
        late = source = reading.office(begin, head + 1)
        last = late.begin - 1 if late else head
        source = source or reading.office_first(begin, head)
    if source and begin and previous and previous.sources and (not source.sure or reading.relative(source)):
        source = None  # «министр …-ғанын айтып, мұндай сауалдар …»: still the minister
    if late is None and source:
        first = content_start(reading, cue, reading.coordinated(source, begin)[-1].end, head)
        first = _after_but(reading, first, head)
    else:
        first = reading.after_connectors(begin, last + 1)
        first = after_settings(reading, first, last) if begin == 0 else first
        if begin or cue.act == "congratulation":
            first = after_addressee(reading, cue, _after_joint(reading, begin, last), last)
    sources = sources_or_before(reading, source, begin, previous)
    if this and (this[1] >= last or complement(reading, cue, max(first, this[1] + 1), last) is None):
        if not sources or "about" not in cue.takes or outlet(reading, cue):
            return None
        of_this = reading.tokens[this[0]].lower in TO_THIS  # бұған қатысты пікір білдірді: of what, and not what
        return made(reading, cue, "about", "anaphoric", sources, None, beside=0 if of_this else -1)
    last, form = ending(reading, cue, first, last)
    if (
        form
        and last - 1 > first
        and reading.tokens[last - 1].lower in THAT
        and reading.tokens[last].lower in SAID_THINGS
    ):
        last, form = last - 2, "indirect"  # … деген болжамды ұсынды
    if form == "nominal" and late is None:
        if nearer := _own_subject(reading, source.end if source else first, last):
            first, sources = content_start(reading, cue, nearer.end, last), (nearer,)
        first = _after_doing(reading, first, last)
        if any(_set_beside(reading, mention, first, last) for mention in reading.mentions):
            return None  # Асқар жолға, Самат көпірге қатысты мәселе көтерді
    content = reading.content(first, last + 1) if form else None
    if form is None or content is None or (form == "nominal" and outlet(reading, cue)):
        return None
    return made(reading, cue, "clause", form, sources, content, doubt=None if sources else NOBODY)


# What is done in or from an office: «бұл туралы министрліктен хабарлады», «… бұйрық шыққанын әкімдікте растады»
_FROM_OFFICES = frozenset(("statement", "confirmation", "denial"))


def _after_but(reading: Reading, first: int, last: int) -> int:
    """Skip what was done and not said: «министр сөзін растаған жоқ, бірақ …-ғанын айтты»."""
    for at in range(first + 1, last):
        done = shapes.finite(reading.tokens[at - 1].lower) or reading.tokens[at - 1].lower in DENYING
        if reading.tokens[at].text == "," and done and reading.tokens[at + 1].lower in _BUT:
            return at + 2
    return first


_BUT = frozenset("бірақ алайда дегенмен".split())


def _after_joint(reading: Reading, first: int, last: int) -> int:
    """Skip what joins a second cue to the first: «…-ғанын атап өтіп, әрі …»."""
    while first < last and (
        reading.tokens[first].text in ",–—" or reading.tokens[first].lower in ("және", "әрі", "сондай-ақ")
    ):
        first += 1
    return reading.after_connectors(first, last)


def _own_subject(reading: Reading, first: int, last: int) -> Mention | None:
    """Return the mayor of «министр жобаны таныстырып, әкім Асқар Серіков оның мәнін атап өтті»."""
    for mention in reading.mentions:
        after_converb = mention.begin > 1 and reading.tokens[mention.begin - 1].text == ","
        if first < mention.begin and mention.end <= last and mention.role and mention.case == "nominative":
            return mention if after_converb and shapes.converb(reading.tokens[mention.begin - 2].lower) else None
    return None


def _set_beside(reading: Reading, mention: Mention, first: int, last: int) -> bool:
    """Is this somebody after a comma in a noun phrase, of whom the same is told?"""
    subject = mention.kind == "person" and mention.sure and mention.case == "nominative"
    return subject and first < mention.begin < last and reading.tokens[mention.begin - 1].text == ","


def _after_doing(reading: Reading, first: int, last: int) -> int:
    """Skip «қонақтармен жүздесіп, …» before a noun phrase, unless a verb inside it goes on: «жүздесіп, келіскен …»."""
    for at in range(last - 1, first, -1):
        if shapes.participle(reading.tokens[at].lower) or shapes.verbal_noun(reading.tokens[at].lower):
            break
        if reading.tokens[at].text == "," and shapes.converb(reading.tokens[at - 1].lower):
            return at + 1
    return first


_LONGEST_ADJUNCT = 8


def _before_cue(reading: Reading, cue: Cue, begin: int, head: int) -> Mention | None:
    """Return the speaker right before the cue, the content being before him: «…-ғанын министр (брифингте) айтты»."""
    for mention in reversed(reading.mentions):
        if mention.begin < begin or mention.end > head + 1:
            continue
        if mention.end == head + 1:
            own = mention.end < cue.first and reading.tokens[mention.end].lower == "өзі"
            wished = "bare" in cue.takes and not mention.sure  # жаңа жетістіктер тіледі
            if (mention.case == "nominative" and not wished) or (mention.case == "genitive" and own):
                return mention
        elif (
            mention.case == "nominative"
            and head + 1 - mention.end <= _LONGEST_ADJUNCT
            and ending(reading, cue, mention.end, head)[1] is None
            and complement(reading, cue, begin, reading.before_pause(mention.begin, begin))
        ):
            return mention
    return None


# Cues that hold what is reported, so that it may follow them: «зерттеудің нәтижелерін келтірді, оған сәйкес …».
_ACCORDINGLY = (("оған", "сәйкес"), ("соған", "сәйкес"), ("оған", "сүйенсек"), ("оған", "қарағанда"))


def accordingly(reading: Reading, cue: Cue, begin: int) -> Frame | None:
    """Return «министр дерек келтірді, оған сәйкес, …»."""
    if cue.act != "finding" or cue.end + 3 >= reading.end or reading.tokens[cue.end].text != ",":
        return None
    if (reading.tokens[cue.end + 1].lower, reading.tokens[cue.end + 2].lower) not in _ACCORDINGLY:
        return None
    source = reading.first_source(begin, cue.first)
    content = reading.content(cue.end + 3, reading.end)
    if source is None or content is None:
        return None
    return made(reading, cue, "accordingly", "indirect", reading.coordinated(source, begin), content)
