"""What a frame is: a cue with its sources and its content, and how one is made."""

from typing import NamedTuple

from kzfacts.extract.cues import Cue
from kzfacts.extract.mention import Mention
from kzfacts.extract.nouns import noun
from kzfacts.extract.reading import Reading
from kzfacts.extract.words import OUTLETS, SOME
from kzfacts.model import Span

DASHES = frozenset("–—-")


NOBODY = "no speaker is named"


class Frame(NamedTuple):
    """A cue with its sources and its content.

    `beside` is where another sentence holds the content: -1 the one before, 1 the one after, 0 none. `open` says that
    no mark tells where the words of a speaker began, so that they may begin with a dash in a sentence before, and
    `onward` that none tells where they end.
    """

    rule: str
    form: str
    act: str
    cue: Span
    sources: tuple[Mention, ...]
    content: Span | None
    beside: int = 0
    open: bool = False
    onward: bool = False
    doubt: str | None = None


def made(
    reading: Reading, cue: Cue, kind: str, form: str, sources: tuple[Mention, ...], content: Span | None, **more: object
) -> Frame:
    """Return the frame of a cue; `kind` and the verb are its rule."""
    return Frame(f"{kind}:{cue.rule}", form, cue.act, reading.span(cue.first, cue.end), sources, content, **more)  # type: ignore[arg-type]


def sources_or_before(
    reading: Reading, source: Mention | None, begin: int, previous: Frame | None
) -> tuple[Mention, ...]:
    """Return the source with those joined to it; without one, the sources of the cue before in the same sentence."""
    if source:
        return reading.coordinated(source, begin)
    if begin and any(token.lower in SOME for token in reading.tokens[begin : begin + 3]):
        return ()
    return previous.sources if previous and begin else ()


def source_after_cue(reading: Reading, cue: Cue) -> Mention | None:
    """Return the speaker of «… деп санайды осы мектептің директоры»."""
    if cue.end >= reading.end or reading.tokens[cue.end].kind == "mark" or cue.shape == "converb":
        return None
    return reading.source_right_after(cue.end) if cue.shape == "participle" else reading.source_after(cue.end)


def outlet(reading: Reading, cue: Cue) -> bool:
    """Is this «Бұл туралы ҚазАқпарат хабарлайды», the outlet's own line?"""
    return cue.rule in ("хабарла", "жаз") and any(
        (token.lower in OUTLETS and not _of_a_body(reading, at))
        or token.lower == "сілтеме"
        or ("." in token.text[1:] and token.text.isascii())
        for at, token in enumerate(reading.tokens[: reading.end])
    )


def _of_a_body(reading: Reading, at: int) -> bool:
    """Is this the page of an office, «министрлік сайты», and no outlet?"""
    known = noun(reading.tokens[at - 1].lower) if at else None
    return known is not None and known.kind == "organisation" and reading.tokens[at].lower in ("сайты", "порталы")
