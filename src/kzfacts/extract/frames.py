"""Who says what in one sentence: the frames in which Kazakh news reports, tried for every cue of the sentence.

particle   министрдің айтуынша, …              the rest of the sentence is the content
quoted     «…», – деді министр                 the quotation is the content
colon      министр былай деді: «…»
said       министр … деп санайды               the content stands before деп
clause     министр …-ғанын айтты               the content stands between source and verb, or before the source
about      бұл туралы министр айтты            the content is the sentence beside it

A frame that lacks something carries a doubt, in words; it makes no claim, but an editor may look at it.
"""

import re
from itertools import pairwise

from kzfacts.extract import shapes
from kzfacts.extract.clauses import accordingly, clause
from kzfacts.extract.cues import Cue
from kzfacts.extract.frame import DASHES, NOBODY, Frame, made, source_after_cue
from kzfacts.extract.mention import Mention
from kzfacts.extract.person_names import acronym
from kzfacts.extract.phrases import left_edge, phrase
from kzfacts.extract.quotations import Quotation
from kzfacts.extract.quoting import after_dash, before_the_words, colon, colon_and_dash, quoted, said
from kzfacts.extract.reading import Reading
from kzfacts.extract.segments import Sentence
from kzfacts.extract.verbs import AUXILIARY_WORDS, OPINIONS, PARTICLES
from kzfacts.extract.words import GIVEN, MANNER, OUTLETS, PRESENT, SETTINGS, SO, SUCH_AS_THIS, THUS


def frames(sentence: Sentence, quotations: dict[int, Quotation], named: tuple[Mention, ...]) -> tuple[Frame, ...]:
    """Return what is reported in `sentence`, in the order of the cues; `named` are its mentions."""
    reading = Reading(sentence, quotations, named)
    found: list[Frame] = []
    if _headline(reading):
        return ()
    begin = 0
    for cue in _without_signature(reading):
        if found and found[-1].rule.startswith("particle") and cue.shape != "particle":
            continue  # министрдің айтуынша, дәрігерлер … кеңес берген
        frame = _frame(reading, cue, begin, found[-1] if found else None)
        if frame is None and found and _told_on(reading, cue, begin):
            frame = said(reading, cue, 0, None)  # «… атап өтті», деп хабарлады министрлік
        if frame:
            found.append(frame)
            begin = cue.end
    if not found and (beside := _opinion(reading) or _retold(reading)):
        found.append(beside)
    return _with_sources_ahead(reading, found)


def _with_sources_ahead(reading: Reading, found: list[Frame]) -> tuple[Frame, ...]:
    """Give «жұртты мерекемен құттықтап, министр …-ғанын айтты» the speaker that only the second cue names."""
    converbs = {reading.span(cue.first, cue.end) for cue in reading.cues if cue.shape == "converb"}
    for number in range(len(found) - 2, -1, -1):
        frame, following = found[number], found[number + 1]
        if frame.doubt == NOBODY and frame.cue in converbs and not following.doubt:
            found[number] = frame._replace(sources=following.sources, doubt=None)
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
        announces = any(token.text == ":" for token in reading.tokens[cue.end : cue.end + 1])  # былай деп жазды: «…»
        signed = cue.rule in ("хабарла", "жаз") and not announces
        if signed and cue.quoting is not None and _outlet(reading, cue):
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
    somebody = any(mention.kind == "person" and mention.begin >= cue.end for mention in reading.mentions)
    return names or (not somebody and all(token.text.isascii() for token in after[:2]))


PAUSES = frozenset(",–—-")
# After «айтып»: айтып шулап отыр, айтып сотқа жүгінді
_LONGEST_SEQUEL = 3

# What «Айтуынша, …» without a source does: whoever spoke before speaks on.
_OF_HIMSELF = frozenset(("statement", "belief"))

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
        return colon(reading, cue, begin, previous)
    if (
        cue.end + 2 < len(reading.tokens)
        and reading.tokens[cue.end].text == ":"
        and reading.tokens[cue.end + 1].text in DASHES
    ):
        return colon_and_dash(reading, cue, begin)
    if cue.end + 1 == len(reading.tokens) and reading.tokens[cue.end].text == ":" and cue.shape == "finite":
        told = clause(reading, cue, begin, previous) if cue.quoting is None else None
        if told and told.sources and told.form == "indirect":
            return told  # министр …-ғанын айтты: and his words in the next line
        return before_the_words(reading, cue, begin)
    said_how = reading.tokens[min(cue.first, cue.quoting if cue.quoting is not None else cue.first) - 1]
    if cue.end == reading.end and cue.shape == "finite" and said_how.lower in SO:
        return before_the_words(reading, cue, begin)
    if cue.shape == "conditional":
        return _set_against(reading, cue, begin, previous)
    if after := accordingly(reading, cue, begin):
        return after
    if cue.quoting is not None and _deed(reading, cue):
        return None
    if cue.quoting is not None:
        return quoted(reading, cue, begin, previous) or said(reading, cue, begin, previous)
    if cue.shape == "converb" and not _coordinate(reading, cue):
        return None
    return after_dash(reading, cue, begin, previous) or clause(reading, cue, begin, previous)


def _set_against(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    """Return the first half of «министр …-ғанын айтса, әкім …-ғанын атап өтті», each with a speaker of their own."""
    if cue.end >= reading.end or reading.tokens[cue.end].text != "," or cue.rule == "де":
        return None
    following = next((other for other in reading.cues if other.first > cue.end and other.shape == "finite"), None)
    if following is None or reading.first_source(cue.end + 1, following.first) is None:
        return None
    frame = clause(reading, cue, begin, previous)
    return frame if frame and frame.sources and frame.form == "indirect" else None


def _told_on(reading: Reading, cue: Cue, begin: int) -> bool:
    """Does somebody named after the cue report the whole sentence, with what another says in it?"""
    pauses = reading.tokens[begin : cue.quoting]
    late = source_after_cue(reading, cue)
    return bool(
        cue.quoting is not None and pauses and all(token.text in PAUSES for token in pauses) and late and late.sure
    )


def _deed(reading: Reading, cue: Cue) -> bool:
    """Is this «сот оны … деп жазып, пикетке шыққаны үшін жазалады», where another did so, or «деп танып, …»?"""
    if cue.shape != "converb":
        return False
    after = reading.tokens[cue.end : reading.end]
    why = any(token.lower == "үшін" and shapes.clause_stem(before.lower) for before, token in pairwise(after))
    return why or (cue.rule == "таны" and bool(after))


def _stands_alone(reading: Reading, cue: Cue) -> bool:
    """Does a participle stand at the end of a clause (айтқан.) or before its speaker (айтқан министр)?"""
    if cue.end >= reading.end or reading.tokens[cue.end].kind == "mark":
        return True
    return reading.source_right_after(cue.end) is not None and (
        cue.rule != "де" or reading.tokens[cue.first - 1].text in DASHES or reading.tokens[cue.first - 1].lower in THUS
    )


def _coordinate(reading: Reading, cue: Cue) -> bool:
    """A converb reports when a pause or another cue follows it (атап өтіп, …)."""
    if cue.end >= reading.end:
        return True
    rest = reading.tokens[cue.end : reading.end]
    if len(rest) <= _LONGEST_SEQUEL and all(token.kind == "word" for token in rest):
        return cue.rule == "айт" and (shapes.finite(rest[-1].lower) or rest[-1].lower in AUXILIARY_WORDS)
    return reading.tokens[cue.end].text == "," or reading.tokens[cue.end].lower == "және"


def _particle(reading: Reading, cue: Cue, begin: int) -> Frame | None:
    last = cue.first
    while last > begin and (reading.tokens[last - 1].lower in MANNER or reading.tokens[last - 1].lower in GIVEN):
        last -= 1
    source = next((m for m in reading.mentions if m.end == last and m.case in ("genitive", "nominative")), None)
    if source is None and last - 1 > begin and shapes.case(reading.tokens[last - 1].lower) in ("dative", "locative"):
        source = _source_before_place(reading, last, begin)
    if source is None:
        source = _unknown_source(reading, last, begin)
    first, end = reading.trimmed(cue.end, reading.end)
    content = reading.content(first, end)
    if source is None:
        alone = (
            cue.first == reading.after_connectors(0, cue.first)
            and PARTICLES[cue.rule.replace("-", " ")] in _OF_HIMSELF
            and not cue.rule.endswith(("дай", "дей"))  # Айтқандай, …: by the way
        )
        if not alone or content is None:
            return None
        return made(reading, cue, "particle", "indirect", (), content, doubt=NOBODY)  # Айтуынша, …
    direct = end - first == 1 and reading.tokens[first].kind == "quote"
    if content is None:
        return made(reading, cue, "particle", "indirect", (source,), None, doubt="nothing follows")
    return made(
        reading, cue, "particle", "direct" if direct else "indirect", reading.coordinated(source, begin), content
    )


def _source_before_place(reading: Reading, last: int, begin: int) -> Mention | None:
    """Return the deputy of «депутаттың Азаттыққа айтуынша», «депутаттың Facebook желісінде жазғандай»."""
    reach = _LONGEST_PLACE if reading.tokens[last - 1].lower in SETTINGS else 1
    for mention in reversed(reading.mentions):
        if mention.case == "genitive" and begin <= mention.begin and last - reach <= mention.end < last:
            between = reading.tokens[mention.end : last]
            return mention if all(token.kind != "mark" or token.text == "-" for token in between) else None
    return None


_LONGEST_PLACE = 4


def _unknown_source(reading: Reading, last: int, begin: int) -> Mention | None:
    """Return a noun phrase in the genitive before «айтуынша» that no table knows: Sputnik Қазақстанның."""
    if last <= begin:
        return None
    token = reading.tokens[last - 1]
    foreign = (token.text[0].isascii() and token.text[0].isupper()) or acronym(token)  # Bloomberg, КТК дерегінше
    if token.kind != "word" or not (foreign or shapes.case(token.lower) == "genitive"):
        return None
    first = max(begin, left_edge(reading.tokens, last - 1))
    name, case = phrase(reading.tokens, first, last)
    return Mention(first, last, "group", name, case)


def _opinion(reading: Reading) -> Frame | None:
    """Бұл – министрдің пікірі; министрдің пікірі осындай: the content is the sentence beside it."""
    tokens = reading.tokens
    last = reading.end - 1
    pointed = last > 1 and tokens[last].lower in SUCH_AS_THIS
    last -= pointed
    source = next((m for m in reading.mentions if m.end == last and m.case == "genitive"), None)
    if source is None or tokens[last].lower not in OPINIONS:
        return None
    if not pointed and (tokens[0].lower not in ("бұл", "міне") or reading.end < _SHORTEST_OPINION):
        return None
    cue = reading.span(last, last + 1)
    return Frame("opinion", "anaphoric", OPINIONS[tokens[last].lower], cue, (source,), None, beside=-1)


_SHORTEST_OPINION = 3


def _retold(reading: Reading) -> Frame | None:
    """Return «…», – делінген министрліктің хабарламасында, whose text says it."""
    tokens = reading.tokens
    at = next((at for at, token in enumerate(tokens) if token.lower == "делінген"), 0)
    quote = at - 1
    while quote > 0 and tokens[quote].text in PAUSES:
        quote -= 1
    source = next((m for m in reading.mentions if m.begin == at + 1 and m.case == "genitive"), None)
    if at == 0 or tokens[quote].kind != "quote" or source is None or source.end >= reading.end:
        return None
    if not _TEXTS.search(tokens[source.end].lower):
        return None
    inner = reading.quotations[tokens[quote].start].inner
    return Frame("retold:делінген", "direct", "statement", reading.span(at, at + 1), (source,), inner)


_TEXTS = re.compile(r".{3}[ыі]нд[ае]$")
