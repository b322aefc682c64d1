"""Frames with words quoted, or with деп: «…», – деді министр; министр былай деді: «…»; министр … деп санайды."""

from kzfacts.extract.contents import content_start
from kzfacts.extract.cues import Cue
from kzfacts.extract.frame import DASHES, NOBODY, Frame, made, source_after_cue, sources_or_before
from kzfacts.extract.mention import Mention
from kzfacts.extract.reading import Reading
from kzfacts.extract.words import AFTER_SOURCE, ASKING_WORDS, THUS
from kzfacts.model import Span

_PAUSES = frozenset(",;")


def quoted(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    """Return «…», – деді министр; the words may also stand before a dash without quotation marks."""
    quoting = min(cue.quoting if cue.quoting is not None else cue.first, cue.first)
    last, dash = _left_quote(reading, quoting)
    if last < begin:
        return None
    if reading.tokens[last].kind == "quote":
        if cue.act == "naming" and not dash and last > begin and reading.tokens[last - 1].kind == "word":
            return None
        return _direct(reading, cue, begin, last, previous, _inner(reading, begin, last))
    if not dash:
        return None
    first = reading.after_dateline(last + 1) if begin == 0 else begin
    colon = next((at for at in range(last, begin - 1, -1) if reading.tokens[at].text == ":"), None)
    content = reading.content(first if colon is None else colon + 1, last + 1)
    frame = _direct(reading, cue, begin, begin if colon is None else colon, previous, content)
    return frame._replace(open=True) if colon is None and begin == 0 else frame


def _inner(reading: Reading, begin: int, last: int) -> Span:
    """Return what the quotation at `last` says, and those before it with a comma between: «…», «…», – деді олар."""
    first = last
    while first - 2 >= begin and reading.tokens[first - 1].text == "," and reading.tokens[first - 2].kind == "quote":
        first -= 2
    inner = [reading.quotations[reading.tokens[at].start].inner for at in (first, last)]
    return Span(inner[0].start, inner[1].end)


def _left_quote(reading: Reading, at: int) -> tuple[int, bool]:
    """Return the token before `at` that is no pause or dash, and whether a dash was passed."""
    dash = False
    while at > 0 and (reading.tokens[at - 1].text in _PAUSES or reading.tokens[at - 1].text in DASHES):
        dash = dash or reading.tokens[at - 1].text in DASHES
        at -= 1
    return at - 1, dash


def after_dash(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    """«…», – мәлімдеді министр: a quotation and a dash do without деп."""
    last, dash = _left_quote(reading, cue.first)
    if not dash or last < begin or reading.tokens[last].kind != "quote":
        return None
    return _direct(reading, cue, begin, last, previous, reading.quotations[reading.tokens[last].start].inner)


def _direct(reading: Reading, cue: Cue, begin: int, before: int, previous: Frame | None, content: Span | None) -> Frame:
    source = (
        _between(reading, cue)
        or reading.source_after(cue.end)
        or _before_colon(reading, begin, before)
        or reading.first_source(begin, before)
        or next((m for m in reading.mentions if m.end == before and m.case == "nominative"), None)
    )
    if source is None:
        if previous and previous.sources and begin:
            return made(reading, cue, "quoted", "direct", previous.sources, content)
        return made(reading, cue, "quoted", "direct", (), content, doubt=NOBODY)
    return made(reading, cue, "quoted", "direct", reading.coordinated(source, begin), content)


def _between(reading: Reading, cue: Cue) -> Mention | None:
    """Return the speaker between деп and its verb: «…» деп министр мәлімдеді, … деп министрліктен хабарлады."""
    if cue.quoting is None or cue.quoting >= cue.first:
        return None
    return reading.first_source(cue.quoting + 1, cue.first) or reading.office(cue.quoting + 1, cue.first)


def _before_colon(reading: Reading, begin: int, before: int) -> Mention | None:
    if before <= begin or reading.tokens[before - 1].text != ":":
        return None
    last = before - 1
    while last > begin and reading.tokens[last - 1].lower in AFTER_SOURCE:
        last -= 1
    named = next((m for m in reading.mentions if m.end == last and m.first >= begin), None)
    return named or reading.unknown(reading.after_connectors(begin, last), last)


def colon(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    """Return «министр былай деді: «…»»."""
    source = reading.first_source(begin, cue.first)
    sources = reading.coordinated(source, begin) if source else previous.sources if previous else ()
    inner = reading.quotations[reading.tokens[cue.end + 1].start].inner
    if not sources:
        return made(reading, cue, "colon", "direct", (), inner, doubt=NOBODY)
    return made(reading, cue, "colon", "direct", sources, inner)


def colon_and_dash(reading: Reading, cue: Cue, begin: int) -> Frame | None:
    """Return «министр былай деді: – …», the words going on to the end of the paragraph."""
    source = reading.first_source(begin, cue.first)
    if source is None:
        return None
    content = reading.content(cue.end + 2, reading.end)
    return made(reading, cue, "colon", "direct", reading.coordinated(source, begin), content, onward=True)


def before_the_words(reading: Reading, cue: Cue, begin: int) -> Frame | None:
    """«Министр былай деді:», and what he said is the next sentence."""
    source = reading.first_source(begin, cue.first)
    if source is None:
        return None
    return made(reading, cue, "colon", "direct", reading.coordinated(source, begin), None, beside=1)


def said(reading: Reading, cue: Cue, begin: int, previous: Frame | None) -> Frame | None:
    """Return «министр … деп санайды», words without quotation marks before деп."""
    quoting = min(cue.quoting if cue.quoting is not None else cue.first, cue.first)
    late = _between(reading, cue) or source_after_cue(reading, cue)
    source = late or reading.first_source(begin, quoting)
    if source and not late:
        first = content_start(reading, cue, source.end, quoting)
    else:
        first = reading.after_connectors(begin, quoting)
    sources = sources_or_before(reading, source, begin, previous)
    if sources and quoting > begin and reading.tokens[quoting - 1].lower in THUS:
        return made(reading, cue, "about", "anaphoric", sources, None, beside=-1)
    content = reading.content(first, quoting)
    if content is None and late and begin:  # министр …-ғанын айтты, деп хабарлайды баспасөз қызметі
        content = reading.content(reading.after_connectors(0, quoting), quoting)
    if content is None or reading.tokens[quoting - 1].lower in ASKING_WORDS:
        return None
    return made(reading, cue, "said", "indirect", sources, content, doubt=None if sources else NOBODY)
