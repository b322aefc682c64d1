"""What is said in single sentences: the table of claims and of what is none, and every reporting verb's example."""

from pathlib import Path
from typing import NamedTuple

import pytest

from kzfacts.extract import Draft, article, tables
from kzfacts.extract.claims import country, organisation
from kzfacts.extract.tables import rows
from kzfacts.extract.verbs import PARTICLES, VERBS, Verb
from kzfacts.model import ACTS


class Said(NamedTuple):
    speaker: str
    role: str
    cue: str
    content: str
    form: str
    act: str


def table() -> dict[str, list[Said]]:
    """Read the invented sentences, each with what is said in it."""
    lines = (Path(__file__).parent / "data" / "claims.tsv").read_text(encoding="utf-8").splitlines()
    sentences: dict[str, list[Said]] = {}
    for text, *claim in (line.split("\t") for line in lines if not line.startswith("#")):
        sentences.setdefault(text, []).extend([Said(*claim)] if len(claim) > 1 else [])
    return sentences


def said(draft: Draft) -> list[Said]:
    """Return the claims of a draft as the table has them."""
    names = {speaker.id: speaker.name for speaker in draft.speakers}
    titles = {role.id: role.title for role in draft.roles}
    return [
        Said(names[c.speaker], titles.get(c.role or "", ""), c.cue.text, c.text or "", c.form, c.act)
        for c in draft.claims
    ]


TABLE = table()


@pytest.mark.parametrize(("text", "expected"), TABLE.items(), ids=list(TABLE))
def test_a_sentence_says_what_the_table_says(text: str, expected: list[Said]) -> None:
    assert said(article(text, title="Тақырып")) == expected


def test_a_role_is_the_one_last_told_not_that_of_the_title() -> None:
    text = (
        "Бұл туралы Қалалық аурухананың бас дәрігері, хирург Асқар Серіков мәлім етті. Бөлім жөнделеді, деді Серіков."
    )
    draft = article(text, title="Бөлім жөнделеді — хирург Асқар Серіков")
    assert {claim.role for claim in said(draft)} == {"Қалалық аурухананың бас дәрігері, хирург"}


def test_the_table_has_as_much_that_must_not_be_found() -> None:
    nothing = [text for text, claims in TABLE.items() if not claims]
    assert len(nothing) >= 30


@pytest.mark.parametrize("verb", VERBS, ids=[verb.words for verb in VERBS])
def test_every_verb_reports_in_its_example(verb: Verb) -> None:
    draft = article(verb.example, title="Тақырып")
    assert [claim.origin.partition(":")[2] for claim in draft.claims] == [verb.rule]
    assert draft.claims[0].act == verb.act


@pytest.mark.parametrize("words", PARTICLES)
def test_every_particle_reports_the_rest_of_its_sentence(words: str) -> None:
    draft = article(f"Қала әкімі Асқар Ділдабековтің {words}, көпір ашылды.", title="Тақырып")
    assert said(draft) == [Said("Асқар Ділдабеков", "Қала әкімі", words, "көпір ашылды", "indirect", PARTICLES[words])]


def test_acts_and_what_a_verb_takes_are_of_the_closed_lists() -> None:
    takes = {"clause", "doing", "accusative", "dative", "instrumental", "bare", "about", "dep"}
    for verb in VERBS:
        assert verb.act in ACTS, verb
        assert set(verb.takes.split()) <= takes, verb
    assert set(PARTICLES.values()) <= set(ACTS)


@pytest.mark.parametrize("name", ["verbs", "particles", "nouns", "countries", "same_posts", "offices"])
def test_a_table_has_no_key_twice(name: str) -> None:
    keys = [row[0] for row in rows(name)]
    assert [key for key in keys if keys.count(key) > 1] == []


@pytest.mark.parametrize(
    ("title", "body", "code"),
    [
        ("Қазақстанның Ресейдегі Елшісі", None, "KZ"),
        ("РФ Сыртқы істер министрінің орынбасары", None, "RU"),
        ("Көлік институты ректоры", "Көлік институты", None),
        ("Денсаулық сақтау министрлігінің өкілі", "Денсаулық сақтау министрлігі", None),
        ("ресейлік журналист", None, "RU"),
        ("қала әкімі", None, None),
        ("министр", None, None),
    ],
)
def test_a_role_tells_its_body_and_its_country(title: str, body: str | None, code: str | None) -> None:
    assert organisation(title) == body
    assert country(title) == code


def test_what_lacks_a_speaker_is_unsure_and_no_claim() -> None:
    draft = article("«Көпір ашылды», – деп сұхбат берді.", title="Тақырып")
    assert draft.claims == ()
    assert [found.why for found in draft.unsure] == ["no speaker is named"]


TABLES = [file.name for file in Path(tables.__file__).parent.iterdir() if file.suffix in (".txt", ".tsv")]
# Of these an entry is a line; of other lists a word.
PHRASES = ("connectors.txt", "epithets.txt")


@pytest.mark.parametrize("file", TABLES)
def test_no_table_has_an_entry_twice(file: str) -> None:
    entries = [
        entry
        for line in tables.lines(file)
        for entry in (line.split("\t")[:1] if file.endswith(".tsv") or file in PHRASES else line.split())
    ]
    assert sorted(entries) == sorted(set(entries))
