"""The running text with its claims marked: a whole article, or one fact in its sentence."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from kzfacts.answers import Answer, Article, Mixed, Passage
from kzfacts.model import Span
from kzfacts.show import labels
from kzfacts.show.table import FAINT, MARK, Page
from kzfacts.show.text import citation

# Told apart on light and dark grounds alike; after these they begin again, underlined.
COLOURS = (
    "red",
    "green",
    "blue",
    "magenta",
    "cyan",
    "yellow",
    "bright_red",
    "bright_green",
    "bright_blue",
    "bright_magenta",
)

_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Terminal(Console):
    """Where tables go. That the reader has closed the pipe is for the program to judge; Rich makes it exit code 1."""

    def __init__(self, color: bool) -> None:
        super().__init__(force_terminal=color, no_color=not color, markup=False, highlight=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Leave a broken pipe to the program."""
        raise BrokenPipeError


def parts(page: Page, answers: Sequence[Answer], kind: str) -> Iterator[RenderableType]:
    """Yield what shows the answers in a layout (see `output.emit`)."""
    match kind:
        case "text":
            for each in answers:
                if isinstance(each, Article):
                    yield from article(page, each)
        case "passage":
            for each in answers:
                if isinstance(each, Passage):
                    yield from passage(page, each)
        case "mixed":
            yield from page.brief([each.answer for each in answers if isinstance(each, Mixed)], headed=True)
        case "speakers" | "roles" | "events" | "claims" | "sources":
            yield from page.brief(answers, headed=False)
        case _:
            yield from page.full(answers)


def article(page: Page, answer: Article) -> Iterator[RenderableType]:
    """Yield an article, each claim between ⟦ ⟧ in the colour and with the number of its speaker; then the speakers."""
    speakers = {told.speaker.id: told.speaker.name for told in answer.claims}
    numbers = {id: number for number, id in enumerate(speakers, start=1)}
    text, pieces, done = answer.source.text, Text(), 0
    for span, number in _disjoint((told.claim.span, numbers[told.speaker.id]) for told in answer.claims):
        style = _style(number)
        pieces.append_text(_running(page, text[done : span.start]))
        claim = _running(page, text[span.start : span.end], style)
        pieces.append_text(Text.assemble(("⟦", style), claim, (f"⟧{_raised(number)}", style)))
        done = span.end
    yield pieces.append_text(_running(page, text[done:]))
    yield Text()
    for id, number in numbers.items():
        yield Text.assemble((f"{_raised(number)} ", _style(number)), page.text(speakers[id], _style(number)))


def passage(page: Page, passage: Passage) -> Iterator[RenderableType]:
    """Yield a fact, then its sentence with the fact marked, then the citation."""
    text, (start, end) = passage.source.text, passage.sentence
    yield page.rows([passage.answer])
    sentence = Text.assemble(
        _running(page, text[start : passage.span.start]),
        _running(page, text[passage.span.start : passage.span.end], MARK),
        _running(page, text[passage.span.end : end]),
    )
    yield Padding(sentence, (1, 2))
    where = f"{labels.SOURCE}: {citation(passage)}"
    yield page.text(where, FAINT)


def _disjoint(spans: Iterable[tuple[Span | None, int]]) -> Iterator[tuple[Span, int]]:
    """Yield spans in the order of the text; one inside another, or without words of its own, is left out."""
    done = 0
    for span, number in sorted((span, number) for span, number in spans if span):
        if span.start >= done:
            yield span, number
            done = span.end


def _running(page: Page, text: str, style: str = "") -> Text:
    """Give running text, its lines kept."""
    return Text("\n").join(page.text(line, style) for line in text.split("\n"))


def _style(number: int) -> str:
    again, colour = divmod(number - 1, len(COLOURS))
    return f"{COLOURS[colour]}{' underline' if again % 2 else ''}"


def _raised(number: int) -> str:
    return str(number).translate(_DIGITS)
