"""The bundled base holds what the article says, to the letter."""

import hashlib
import tomllib

import pytest
from conftest import FACTS, ROOT, run

from kzfacts.base import bundled, load
from kzfacts.check import complaints
from kzfacts.model import Event
from kzfacts.records import pieces, to_document

ARTICLE = ROOT / "data" / "article.txt"
BASE = load(FACTS)
[SOURCE] = BASE.sources

PEOPLE = """
    Анатолий Торкунов, Ермек Көшербаев, Андрей Руденко, Ермұхамбет Қоныспаев, Александр Мусиенко, Дәурен Кәріпов,
    Еркін Тұқымов, Батыр Ниязлиев, Лилиан Дарий, Андрей Чеботарев, Дина Малышева, Аркадий Дубнов, Таисия Мармонтова
"""


def test_the_article_is_the_one_that_was_published() -> None:
    data = ARTICLE.read_bytes()
    assert hashlib.sha256(data).hexdigest() == "4247687fc53bb0b3c5184cb0e446c8e463186e7f2966f06fe77a2b9e0368c27f"
    assert SOURCE.text == data.decode("utf-8")
    assert SOURCE.sha256 == hashlib.sha256(data).hexdigest()


def test_the_base_is_sound_and_found_without_being_named() -> None:
    assert complaints(to_document(BASE)) == []
    assert bundled().samefile(FACTS)
    assert (
        run("check").out == f"{FACTS}: sound: 1 sources, 14 speakers, 13 roles, 8 events, {len(BASE.claims)} claims\n"
    )


def test_the_file_is_written_as_the_program_writes_it() -> None:
    assert FACTS.read_text(encoding="utf-8") == "".join(pieces(BASE))


def test_the_wheel_takes_the_base_and_the_article_along() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    # where `bundled` looks in an installed package
    assert shipped == {"data/facts.json": "kzfacts/data/facts.json", "data/article.txt": "kzfacts/data/article.txt"}
    assert all((ROOT / path).is_file() for path in shipped)


def test_thirteen_people_and_one_group_speak() -> None:
    speakers = {kind: [each.name for each in BASE.speakers if each.kind == kind] for kind in ("person", "group")}
    assert speakers == {"person": " ".join(PEOPLE.split()).split(", "), "group": ["қатысушылар"]}
    assert {claim.speaker for claim in BASE.claims} == {each.id for each in BASE.speakers}


def test_every_person_has_one_role_and_every_claim_is_made_in_it() -> None:
    roles = {role.speaker: role.id for role in BASE.roles}
    assert len(roles) == len(BASE.roles) == 13
    assert [claim.id for claim in BASE.claims if claim.role != roles.get(claim.speaker)] == []
    assert {role.as_of for role in BASE.roles} == {SOURCE.date}


SPANS = [
    *((role.id, role.span, role.title) for role in BASE.roles),
    *((event.id, event.span, event.name) for event in BASE.events),
    *((claim.id, claim.span, claim.text) for claim in BASE.claims if claim.span),
    *((f"{claim.id} cue", claim.cue.span, claim.cue.text) for claim in BASE.claims),
    *((f"{claim.id} attribution", claim.attribution.span, claim.attribution.text) for claim in BASE.claims),
]


def test_every_span_is_the_article_to_the_letter() -> None:
    assert [id for id, (start, end), words in SPANS if ARTICLE.read_text(encoding="utf-8")[start:end] != words] == []


def test_spans_begin_and_end_with_words() -> None:
    """A span with a stray space or comma, or that begins inside a word, was drawn by a slip of the hand."""
    assert [id for id, _, words in SPANS if words != words.strip(" \n,.;:–")] == []
    # at the end a name may leave its case ending behind
    assert [id for id, (start, _), _ in SPANS if start and SOURCE.text[start - 1 : start + 1].isalpha()] == []


def test_no_claim_stands_twice() -> None:
    assert len({(claim.speaker, claim.cue.span, claim.span) for claim in BASE.claims}) == len(BASE.claims)


def test_what_is_quoted_directly_stands_in_quotation_marks_and_nothing_else_is_called_direct() -> None:
    def quoted(start: int, end: int) -> bool:
        return SOURCE.text[start - 1] in '"«“' and SOURCE.text[end] in '"»”'

    forms = {claim.id: (claim.form == "direct", quoted(*claim.span)) for claim in BASE.claims if claim.span}
    assert [id for id, (direct, marked) in forms.items() if direct != marked] == []
    assert any(direct for direct, _ in forms.values())


@pytest.mark.parametrize(
    ("id", "date", "basis", "place"),
    [
        ("qazaqstan-resey-konferentsiya", "2022-09-23", "publication", "Мәскеу"),
        ("tmd-memleket-basshylary-kengesi", "2022-10~", "stated", "Астана"),
        ("resey-ortalyq-aziya-sammiti", "2022-10~", "stated", "Астана"),
    ],
)
def test_these_events_are_dated(id: str, date: str, basis: str, place: str) -> None:
    [event] = BASE.linked(Event, "id", id)
    assert (event.date, event.date_basis, event.place) == (date, basis, place)


def test_no_other_event_is_dated() -> None:
    """The article gives no other dates, and a date is never guessed."""
    assert len([event for event in BASE.events if event.date or event.date_basis]) == 3


@pytest.mark.parametrize("panel", ["birinshi-sektsiya", "ekinshi-sektsiya"])
def test_the_panels_are_parts_of_the_conference(panel: str) -> None:
    assert [event.part_of for event in BASE.linked(Event, "id", panel)] == ["qazaqstan-resey-konferentsiya"]


def test_the_words_of_a_date_stand_in_the_article() -> None:
    assert [each.id for each in BASE.events if each.date_literal and each.date_literal not in SOURCE.text] == []
    assert SOURCE.date_literal in SOURCE.text.split("\n")
