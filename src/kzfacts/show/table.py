"""Answers as Rich tables in Kazakh. With `document` the only importer of Rich."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kzfacts.answers import Answer, Article, Happening, Person, Post, Told, paragraph
from kzfacts.kazakh.calendar import kazakh
from kzfacts.model import Event, Source, Span
from kzfacts.show import labels
from kzfacts.show.text import Script, shown

# Below this many columns a table of several columns would leave a word a line: one column then holds everything.
NARROW = 72

SIDE = NARROW // 3

CUE, MARK, FAINT, HEAD = "italic cyan", "bold yellow", "dim", "bold"


class Page:
    """Makes renderables of answers, in one script and for one width."""

    def __init__(self, script: Script, width: int) -> None:
        self.script = script
        self.narrow = width < NARROW

    def full(self, answers: Iterable[Answer]) -> Iterator[RenderableType]:
        """Yield what shows each answer with all it holds."""
        for kind, run in groupby(answers, key=type):
            if kind is Person:
                yield from (Padding(self.person(each), (0, 0, 1, 0)) for each in run if isinstance(each, Person))
            elif kind is Happening:
                yield from (Padding(self.happening(each), (0, 0, 1, 0)) for each in run if isinstance(each, Happening))
            else:
                yield from self.brief(run, headed=False)

    def brief(self, answers: Iterable[Answer], *, headed: bool) -> Iterator[RenderableType]:
        """Yield a table for each run of answers of one kind, a line an answer; `headed`: under the name of the kind."""
        for kind, run in groupby(answers, key=type):
            group = list(run)
            if headed:
                yield self.text(labels.KINDS[kind.__name__], f"{HEAD} underline")
            yield self.rows(group)
            if kind is Told:
                yield self.sources(each.source for each in group if isinstance(each, Told))

    def rows(self, group: list[Answer]) -> RenderableType:
        """Show answers of one kind, a line each."""
        match group[0]:
            case Told():
                return self.claims([each for each in group if isinstance(each, Told)], speakers=True)
            case Post():
                heads: tuple[str, ...] = (labels.ROLE, labels.NAME, labels.DATE)
            case Person():
                heads = (labels.NAME, labels.ROLE, labels.COUNT)
            case Happening():
                heads = (labels.EVENT, labels.DATE, labels.PLACE)
            case _:
                heads = (labels.TITLE, labels.DATE, labels.COUNT)
        return self._columns(heads, map(self._row, group))

    def _row(self, answer: Answer) -> tuple[Text, ...]:
        match answer:
            case Person():
                roles = Text("; ").join(self.text(title) for title in _by_title(answer.roles))
                return self.text(answer.speaker.name, HEAD), roles, Text(str(len(answer.claims)))
            case Post():
                title = self.marked(answer.role.title, answer.marks)
                return title, self.text(answer.speaker.name, HEAD), self.date(answer.role.as_of)
            case Happening():
                event = answer.event
                return self.marked(event.name, answer.marks), self._when(event), self.text(event.place or "")
            case Article():
                return self.text(answer.source.title), self.date(answer.source.date), Text(str(len(answer.claims)))
            case _:
                raise TypeError(f"{type(answer).__name__} is no row of its own")

    def person(self, person: Person) -> RenderableType:
        """Show a speaker: name, roles, and the claims under the events they were made at."""
        parts: list[RenderableType] = [self._head(person)]
        for title, days in _by_title(person.roles).items():
            parts.append(Text.assemble(self.text(title), "  ", Text(", ").join(map(self.date, days))))
        for event, told in groupby(person.claims, key=lambda each: each.event):
            if event:
                parts.append(Padding(Text.assemble(self.text(event.name), "\n", self._occasion(event)), (1, 0, 0, 0)))
            parts.append(self.claims(list(told), speakers=False))
        parts.append(self.sources([*(post.source for post in person.roles), *(told.source for told in person.claims)]))
        return Group(*parts)

    def _head(self, person: Person) -> Text:
        name = self.text(person.speaker.name, HEAD)
        match = person.match
        if match is None or match.kind == "exact":
            return name
        asked = Text(shown(f"  «{match.query}» → "), FAINT)  # as it was typed
        why = f"{match.matched} ({labels.MATCHES[match.kind]}, {match.score:.0f})"
        return Text.assemble(name, asked, self.text(why, FAINT))

    def happening(self, answer: Happening) -> RenderableType:
        """Show an event: name, date, place, parts, and who said what there."""
        event = answer.event
        parts: list[RenderableType] = [self.marked(event.name, answer.marks, HEAD), self._occasion(event)]
        if answer.whole:
            parts.append(Text.assemble(self.text(answer.whole.name), self.text(f" {labels.PART_OF}", FAINT)))
        if answer.parts:
            names = Text("; ").join(self.text(part.name) for part in answer.parts)
            parts.append(Text.assemble(self.text(f"{labels.PARTS}: ", FAINT), names))
        if answer.claims:
            parts.append(self.claims(answer.claims, speakers=True))
        parts.append(self.sources([answer.source]))
        return Group(*parts)

    def _occasion(self, event: Event) -> Text:
        """Give the line under an event's name: when, by what the date is known, where."""
        known = [self._when(event), self.text(event.place or "", FAINT)]
        return Text(" · ", FAINT).join(part for part in known if part)

    def _when(self, event: Event) -> Text:
        if event.date is None:
            return self.text(event.date_literal or labels.UNDATED, FAINT)
        # Where the text names the date, its words stand beside ours; an article's own date is named as such.
        basis = labels.PUBLICATION if event.date_basis == "publication" else f"«{event.date_literal}»"
        return Text.assemble(self.date(event.date), self.text(f" ({basis})", FAINT))

    def claims(self, claims: Sequence[Told], *, speakers: bool) -> RenderableType:
        """Show claims beside what they are; `speakers` says whether the speaker is told with each."""
        head = labels.NAME if speakers else labels.ACT
        return self._columns((head, labels.SAID), ((self._about(told, speakers), self.said(told)) for told in claims))

    def _about(self, told: Told, speaker: bool) -> Text:
        place = paragraph(told.source.text, told.claim.cue.span.start) + 1
        lines = [self.text(told.speaker.name, HEAD)] if speaker else []
        lines += [self.text(labels.ACTS[told.claim.act], FAINT), self.text(f"{place}-{labels.PARAGRAPH}", FAINT)]
        return Text("\n").join([*lines, Text(shown(told.claim.id), FAINT)])

    def said(self, told: Told) -> Text:
        """Give a claim as the source has it, content and cue in its order; a direct quotation in « »."""
        claim = told.claim
        cue = self.text(claim.cue.text, CUE)
        if claim.text is None or claim.span is None:
            return cue
        content = self.marked(claim.text, told.marks)
        if claim.form == "direct":
            return Text.assemble("«", content, "», – ", cue)
        if claim.cue.span.start < claim.span.start:
            return Text.assemble(cue, ", ", content)
        return Text.assemble(content, " ", cue)

    def sources(self, sources: Iterable[Source]) -> RenderableType:
        """Cite each source once."""
        distinct = {source.id: source for source in sources}
        return Group(*(self.citation(source) for source in distinct.values()))

    def citation(self, source: Source) -> Text:
        """Cite a source: title, date, address."""
        known = [source.title, source.date and kazakh(source.date), source.url]
        label = self.text(f"{labels.SOURCE}: ", FAINT)
        return Text.assemble(label, Text(", ", FAINT).join(self.text(part, FAINT) for part in known if part))

    def date(self, edtf: str | None) -> Text:
        """Give a date as a Kazakh reader writes it."""
        return self.text(kazakh(edtf) if edtf else "", FAINT)

    def text(self, words: str, style: str = "") -> Text:
        """Give words in the script asked for, harmless to the terminal."""
        return Text(shown(self.script(words)), style=style)

    def marked(self, words: str, marks: Sequence[Span], style: str = "") -> Text:
        """Give words with some of them marked; `marks` are offsets into the words, in order."""
        pieces = Text(style=style)
        done = 0
        for start, end in marks:
            pieces.append_text(self.text(words[done:start])).append_text(self.text(words[start:end], MARK))
            done = end
        return pieces.append_text(self.text(words[done:]))

    def _columns(self, heads: Sequence[str], rows: Iterable[Sequence[Text]]) -> RenderableType:
        table = Table(box=ROUNDED, show_lines=True, expand=True, header_style=HEAD)
        widest = max(range(len(heads)), key=lambda place: heads[place] in _WIDE)
        if self.narrow and len(heads) > 1:  # all cells of a row, one below the other
            table.add_column(self.text(" / ".join(heads)), overflow="fold")
            for row in rows:
                table.add_row(Text("\n").join(cell for cell in row if cell))
            return table
        for place, head in enumerate(heads):
            # Others take what they need, up to a third of the narrowest table; the widest has the rest.
            wide = place == widest
            table.add_column(
                self.text(head), overflow="fold", ratio=1 if wide else None, max_width=None if wide else SIDE
            )
        for row in rows:
            table.add_row(*row)
        return table


# The column that gets most of the width.
_WIDE = {labels.SAID, labels.ROLE, labels.EVENT, labels.TITLE}


def _by_title(roles: Iterable[Post]) -> dict[str, list[str | None]]:
    """Give the days as of which each title is held, in their order; of more than three the first and the last."""
    held: dict[str, set[str]] = {}
    for post in roles:
        held.setdefault(post.role.title, set()).update([post.role.as_of] if post.role.as_of else [])
    days = {title: sorted(found) for title, found in held.items()}
    return {
        title: [found[0], "…", found[-1]] if len(found) > 3 else [*found] or [None] for title, found in days.items()
    }
