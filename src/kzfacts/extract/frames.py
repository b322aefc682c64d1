"""Who says what in one sentence: the frames in which Kazakh news reports, tried for every cue of the sentence.

particle   министрдің айтуынша, …              the rest of the sentence is the content
quoted     «…», – деді министр                 the quotation is the content
colon      министр былай деді: «…»
said       министр … деп санайды               the content stands before деп
clause     министр …-ғанын айтты               the content stands between source and verb, or before the source
about      бұл туралы министр айтты            the content is the sentence beside it

A frame that lacks something carries a doubt, in words; it makes no claim, but an editor may look at it.
"""

from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.contents import after_addressee, complement, content_start, ending, pointing
from kzfacts.extract.cues import Cue
from kzfacts.extract.people import Mention
from kzfacts.extract.phrases import left_edge, phrase
from kzfacts.extract.quotations import Quotation
from kzfacts.extract.reading import Reading
from kzfacts.extract.segments import Sentence
from kzfacts.extract.verbs import OPINIONS
from kzfacts.extract.words import AFTER_SOURCE, ASKING_WORDS, MANNER, OUTLETS, PRESENT
from kzfacts.model import Span

_DASHES = frozenset("–—-")
_PAUSES = frozenset(",;")
NOBODY = "no speaker is named"


class Frame(NamedTuple):
    """A cue with its sources and its content.

    `beside` is where another sentence holds the content: -1 the one before, 1 the one after, 0 none. `open` says that no
    mark tells where the words of a speaker began, so that they may begin with a dash in a sentence before.
    """

    rule: str
    form: str
    act: str
    cue: Span
    sources: tuple[Mention, ...]
    content: Span | None
    beside: int = 0
    open: bool = False
    doubt: str | None = None


def frames(sentence: Sentence, quotations: dict[int, Quotation], named: tuple[Mention, ...]) -> tuple[Frame, ...]:
    """Return what is reported in `sentence`, in the order of the cues; `named` are its mentions."""
    reading = Reading(sentence, quotations, named)
    found: list[Frame] = []
    if _headline(reading):
        return ()
    begin = 0
    for cue in _without_signature(reading):
        frame = _frame(reading, cue, begin, found[-1] if found else None)
        if frame:
            found.append(frame)
            begin = cue.end
    if not found and (opinion := _opinion(reading)):
        found.append(opinion)
    return tuple(found)


def _headline(reading: Reading) -> bool:
    """Is this «Қымбатшылық: министр не айтты», a topic before what is told of it?"""
    tokens = reading.tokens
    colon = next((at for at, token in enumerate(tokens[:_LONGEST_TOPIC]) if token.text == ":"), None)
    return (
        bool(colon)
        and (reading.end == len(tokens) or tokens[-1].text == "?")
        and not any(mention.end == colon for mention in reading.mentions)
        and not any(cue.end == colon for cue in reading.cues)
        and tokens[colon or 0].end < tokens[-1].start
        and all(token.kind == "word" for token in tokens[:colon])
        and not any(token.kind == "quote" for token in tokens)
    )


_LONGEST_TOPIC = 5


def _without_signature(reading: Reading) -> tuple[Cue, ...]:
    """Drop the outlet's own «деп хабарлайды zakon.kz» and end the sentence before it."""
    for number, cue in enumerate(reading.cues):
        if cue.rule in ("хабарла", "жаз") and cue.quoting is not None and _outlet(reading, cue):
            reading.end = min(cue.quoting, cue.first)
            while reading.end and reading.tokens[reading.end - 1].text in ",–—-":
                reading.end -= 1
            return reading.cues[:number]
    return reading.cues


def _outlet(reading: Reading, cue: Cue) -> bool:
    """Is what follows the cue an outlet: tengrinews.kz, «Ұлан Таймс», Azattyq, ҚазАқпарат тілшісі?"""
    after = [token for token in reading.tokens[cue.end :] if token.kind != "mark"]
    if not after:
        return reading.tokens[cue.end - 1].lower in PRESENT and reading.first_source(0, cue.first) is None
    if len(after) == 1 and (after[0].kind == "quote" or after[0].text.isascii()):
        return True
    names = any(token.lower in OUTLETS or "." in token.text for token in after[:_LONGEST_OUTLET])
    return names or all(token.text.isascii() for token in after[:2])


# Words of the name of an outlet: «Хабар 24» телеарнасының тілшісі
_LONGEST_OUTLET = 6


def _frame(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    if cue.shape == "particle":
        return _particle(reading, cue, begin)
    if cue.shape == "participle" and not _stands_alone(reading, cue):
        return None
    if (
        cue.end + 1 < len(reading.tokens)
        and reading.tokens[cue.end].text == ":"
        and reading.tokens[cue.end + 1].kind == "quote"
    ):
        return _colon(reading, cue, begin, previous)
    if cue.end + 1 == len(reading.tokens) and reading.tokens[cue.end].text == ":" and cue.shape == "finite":
        return _before_the_words(reading, cue, begin)
    if after := _accordingly(reading, cue, begin):
        return after
    if cue.quoting is not None:
        return _quoted(reading, cue, begin, previous) or _said(reading, cue, begin, previous)
    if cue.shape == "converb" and not _coordinate(reading, cue):
        return None
    return _after_dash(reading, cue, begin, previous) or _clause(reading, cue, begin, previous)


def _stands_alone(reading: Reading, cue: Cue) -> bool:
    """A participle reports at the end of a clause (айтқан.) or before its speaker (айтқан министр), not before a noun."""
    if cue.end >= reading.end or reading.tokens[cue.end].kind == "mark":
        return True
    return reading.source_right_after(cue.end) is not None and (
        cue.rule != "де" or reading.tokens[cue.first - 1].text in _DASHES
    )


def _coordinate(reading: Reading, cue: Cue) -> bool:
    """A converb reports when a pause or another cue follows it (атап өтіп, …)."""
    if cue.end >= reading.end:
        return True
    return reading.tokens[cue.end].text == "," or reading.tokens[cue.end].lower == "және"


def _made(
    reading: Reading, cue: Cue, kind: str, form: str, sources: tuple[Mention, ...], content: Span | None, **more: object
) -> Frame:
    return Frame(f"{kind}:{cue.rule}", form, cue.act, reading.span(cue.first, cue.end), sources, content, **more)  # type: ignore[arg-type]


def _particle(reading: Reading, cue: Cue, begin: int) -> Frame | None:
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
    return _made(
        reading, cue, "particle", "direct" if direct else "indirect", reading.coordinated(source, begin), content
    )


def _unknown_source(reading: Reading, last: int, begin: int) -> Mention | None:
    """Return a noun phrase in the genitive before «айтуынша» that no table knows: Sputnik Қазақстанның."""
    if last <= begin:
        return None
    token = reading.tokens[last - 1]
    foreign = token.text[0].isascii() and token.text[0].isupper()  # Bloomberg дерегінше
    if token.kind != "word" or not (foreign or shapes.case(token.lower) == "genitive"):
        return None
    first = max(begin, left_edge(reading.tokens, last - 1))
    name, case = phrase(reading.tokens, first, last)
    return Mention(first, last, "group", name, case)


def _left_quote(reading: Reading, at: int) -> tuple[int, bool]:
    """Return the token before `at` that is no pause or dash, and whether a dash was passed."""
    dash = False
    while at > 0 and (reading.tokens[at - 1].text in _PAUSES or reading.tokens[at - 1].text in _DASHES):
        dash = dash or reading.tokens[at - 1].text in _DASHES
        at -= 1
    return at - 1, dash


def _quoted(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
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
    first = reading.after_connectors(begin, last + 1) if begin == 0 and not _dialogue(reading) else begin
    colon = next((at for at in range(last, begin - 1, -1) if reading.tokens[at].text == ":"), None)
    content = reading.content(first if colon is None else colon + 1, last + 1)
    frame = _direct(reading, cue, begin, begin if colon is None else colon, previous, content)
    return frame._replace(open=True) if colon is None and begin == 0 else frame


def _dialogue(reading: Reading) -> bool:
    return reading.tokens[0].text in _DASHES


def _after_dash(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    """«…», – мәлімдеді министр: a quotation and a dash do without деп."""
    last, dash = _left_quote(reading, cue.first)
    if not dash or last < begin or reading.tokens[last].kind != "quote":
        return None
    return _direct(reading, cue, begin, last, previous, reading.quotations[reading.tokens[last].start].inner)


def _direct(reading: Reading, cue: Cue, begin: int, before: int, previous: Frame | None, content: Span | None) -> Frame:
    source = (
        (
            reading.first_source(cue.quoting + 1, cue.first)
            if cue.quoting is not None and cue.quoting < cue.first
            else None
        )
        or reading.source_after(cue.end)
        or _before_colon(reading, begin, before)
        or reading.first_source(begin, before)
    )
    if source is None:
        if previous and previous.sources and begin:
            return _made(reading, cue, "quoted", "direct", previous.sources, content)
        return _made(reading, cue, "quoted", "direct", (), content, doubt=NOBODY)
    return _made(reading, cue, "quoted", "direct", reading.coordinated(source, begin), content)


def _before_colon(reading: Reading, begin: int, before: int) -> Mention | None:
    if before <= begin or reading.tokens[before - 1].text != ":":
        return None
    last = before - 1
    while last > begin and reading.tokens[last - 1].lower in AFTER_SOURCE:
        last -= 1
    named = next((m for m in reading.mentions if m.end == last and m.first >= begin), None)
    return named or reading.unknown(reading.after_connectors(begin, last), last)


def _colon(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    source = reading.first_source(begin, cue.first)
    sources = reading.coordinated(source, begin) if source else previous.sources if previous else ()
    inner = reading.quotations[reading.tokens[cue.end + 1].start].inner
    if not sources:
        return _made(reading, cue, "colon", "direct", (), inner, doubt=NOBODY)
    return _made(reading, cue, "colon", "direct", sources, inner)


def _before_the_words(reading: Reading, cue: Cue, begin: int) -> Frame | None:
    """«Министр былай деді:», and what he said is the next sentence."""
    source = reading.first_source(begin, cue.first)
    if source is None:
        return None
    return _made(reading, cue, "colon", "direct", reading.coordinated(source, begin), None, beside=1)


# Cues that hold what is reported, so that it may follow them: «зерттеудің нәтижелерін келтірді, оған сәйкес …».
_ACCORDINGLY = (("оған", "сәйкес"), ("соған", "сәйкес"), ("оған", "сүйенсек"), ("оған", "қарағанда"))


def _accordingly(reading: Reading, cue: Cue, begin: int) -> Frame | None:
    if cue.act != "finding" or cue.end + 3 >= reading.end or reading.tokens[cue.end].text != ",":
        return None
    if (reading.tokens[cue.end + 1].lower, reading.tokens[cue.end + 2].lower) not in _ACCORDINGLY:
        return None
    source = reading.first_source(begin, cue.first)
    content = reading.content(cue.end + 3, reading.end)
    if source is None or content is None:
        return None
    return _made(reading, cue, "accordingly", "indirect", reading.coordinated(source, begin), content)


def _said(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    quoting = min(cue.quoting if cue.quoting is not None else cue.first, cue.first)
    late = reading.first_source(quoting + 1, cue.first) or _after_cue(reading, cue)
    source = late or reading.first_source(begin, quoting)
    if source and not late:
        first = content_start(reading, cue, source.end, quoting)
    else:
        first = reading.after_connectors(begin, quoting)
    content = reading.content(first, quoting)
    if content is None or reading.tokens[quoting - 1].lower in ASKING_WORDS:
        return None
    sources = _sources(reading, source, begin, previous)
    return _made(reading, cue, "said", "indirect", sources, content, doubt=None if sources else NOBODY)


def _sources(reading: Reading, source: Mention | None, begin: int, previous: Frame | None) -> tuple[Mention, ...]:
    """Return the source with those joined to it; without one, the sources of the cue before in the same sentence."""
    if source:
        return reading.coordinated(source, begin)
    return previous.sources if previous and begin else ()


def _after_cue(reading: Reading, cue: Cue) -> Mention | None:
    """Return the speaker of «… деп санайды осы мектептің директоры»."""
    if cue.end >= reading.end or reading.tokens[cue.end].kind == "mark":
        return None
    return reading.source_right_after(cue.end) if cue.shape == "participle" else reading.source_after(cue.end)


def _clause(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    head = reading.before_manner(cue.first, begin)
    if head < begin:
        return None
    this = pointing(reading, begin, head)
    late = _after_cue(reading, cue)
    source, first, last = late, begin, head
    if late is None:
        late = source = _before_cue(reading, cue, begin, head)
        if late:
            last = late.begin - 1
    if late is None and (source := reading.first_source(begin, head + 1)):
        first = content_start(reading, cue, reading.coordinated(source, begin)[-1].end, head)
    else:
        first = reading.after_connectors(begin, last + 1)
        if begin:
            first = after_addressee(reading, cue, _after_joint(reading, begin, last), last)
    sources = _sources(reading, source, begin, previous)
    if this and (this[1] >= last or complement(reading, cue, max(first, this[1] + 1), last) is None):
        if not sources or "about" not in cue.takes:
            return None
        return _made(reading, cue, "about", "anaphoric", sources, None, beside=-1)
    last, form = ending(reading, cue, first, last)
    content = reading.content(first, last + 1) if form else None
    if form is None or content is None:
        return None
    return _made(reading, cue, "clause", form, sources, content, doubt=None if sources else NOBODY)


def _after_joint(reading: Reading, first: int, last: int) -> int:
    """Skip what joins a second cue to the first: «…-ғанын атап өтіп, әрі …»."""
    while first < last and (
        reading.tokens[first].text in ",–—" or reading.tokens[first].lower in ("және", "әрі", "сондай-ақ")
    ):
        first += 1
    return reading.after_connectors(first, last)


def _before_cue(reading: Reading, cue: Cue, begin: int, head: int) -> Mention | None:
    """Return the speaker right before the cue, the content being before him: «…-ғанын министр (брифингте) айтты»."""
    for mention in reversed(reading.mentions):
        if mention.begin < begin or mention.end > head + 1:
            continue
        if mention.end == head + 1:
            own = mention.end < cue.first and reading.tokens[mention.end].lower == "өзі"
            if mention.case == "nominative" or (mention.case == "genitive" and own):
                return mention
        elif (
            mention.case == "nominative"
            and head + 1 - mention.end <= _LONGEST_ADJUNCT
            and ending(reading, cue, mention.end, head)[1] is None
            and complement(reading, cue, begin, reading.before_pause(mention.begin, begin))
        ):
            return mention
    return None


_LONGEST_ADJUNCT = 8


def _opinion(reading: Reading) -> Frame | None:
    """Бұл – министрдің пікірі: the content is the sentence beside it."""
    tokens = reading.tokens
    if reading.end < 3 or tokens[0].lower not in ("бұл", "міне"):
        return None
    last = reading.end - 1
    source = next((m for m in reading.mentions if m.end == last and m.case == "genitive"), None)
    if source is None or tokens[last].lower not in OPINIONS:
        return None
    if tokens[1].text not in _DASHES and source.begin != 1:
        return None
    cue = reading.span(last, last + 1)
    return Frame("opinion", "anaphoric", OPINIONS[tokens[last].lower], cue, (source,), None, beside=-1)
