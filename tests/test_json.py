"""The JSON that scripts rely on: which keys, in every row, and what `--script` may change."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import FACTS, HOSTILE, SCHOOL, run
from jsonschema import Draft202012Validator

from kzfacts.show.json import dumps
from kzfacts.show.text import CONTROLS

PLACE = ["id", "title", "date", "url", "paragraph", "start", "end"]
MATCH = ["score", "kind", "query", "matched", "field"]
HELD = ["id", "title", "organisation", "country", "as_of", "source"]
CLAIM = ["id", "speaker", "role", "event", "form", "act", "cue", "text", "quote", "origin", "source"]
EVENT = [
    *("id", "name", "kind", "date", "date_literal", "date_basis", "place", "part_of"),
    *("speakers", "claims", "source", "match"),
]
SPEAKER = ["id", "kind", "name", "aliases", "roles", "claims", "match"]
ROLE = [*HELD, "speaker", "match"]
SOURCE = ["id", "title", "subtitle", "date", "date_literal", "language", "url", "sha256", "text", "claims"]
MIXED = ["kind", "id", "match", "record"]
PASSAGE = ["kind", "id", "record", "sentence", "citation"]
RECORDS = {"speaker": SPEAKER, "role": ROLE, "event": EVENT, "claim": CLAIM, "source": SOURCE}

TEXT, OR_NULL, NUMBER = {"type": "string"}, {"type": ["string", "null"]}, {"type": ["integer", "null"]}


def record(keys: list[str], **known: Any) -> dict[str, Any]:
    """Give the schema of an object with just these keys: texts, unless told otherwise."""
    properties = {key: known.get(key, TEXT) for key in keys}
    return {"type": "object", "required": keys, "properties": properties, "additionalProperties": False}


def maybe(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def each(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


_PLACE = record(PLACE, date=OR_NULL, url=OR_NULL, paragraph={"type": "integer"}, start=NUMBER, end=NUMBER)
_MATCH = record(
    MATCH,
    score={"type": "number", "minimum": 0, "maximum": 100},
    kind={"enum": ["exact", "spelling", "inflected", "layout", "fuzzy"]},
)
_HELD = {"organisation": OR_NULL, "country": OR_NULL, "as_of": OR_NULL, "source": _PLACE}
_CLAIM = record(
    CLAIM,
    speaker=record(["id", "name"]),
    role=maybe(record(["id", "title"])),
    event=maybe(record(["id", "name", "date"], date=OR_NULL)),
    form={"enum": ["direct", "indirect", "nominal", "anaphoric"]},
    text=OR_NULL,
    quote=OR_NULL,
    source=_PLACE,
)
_NULLS = dict.fromkeys(("date", "date_literal", "place", "part_of", "subtitle", "url"), OR_NULL)
SCHEMAS = {
    "claim": _CLAIM,
    "role": record(ROLE, **_HELD, speaker=record(["id", "name"]), match=maybe(_MATCH)),
    "speaker": record(
        SPEAKER,
        kind={"enum": ["person", "group"]},
        aliases=each(TEXT),
        roles=each(record(HELD, **_HELD)),
        claims=each(_CLAIM),
        match=maybe(_MATCH),
    ),
    "event": record(
        EVENT,
        **_NULLS,
        date_basis={"enum": ["stated", "publication", None]},
        speakers=each(record(["id", "name", "title"], title=OR_NULL)),
        claims=each(_CLAIM),
        source=_PLACE,
        match=maybe(_MATCH),
    ),
    "source": record(SOURCE, **_NULLS, claims=each(_CLAIM)),
}

# What is asked of either base, and which records come.
QUESTIONS = [
    (["who", "Көшербаев"], ["who", "Асан"], "speaker"),
    (["who", "қатысушылар"], ["who", "қатысушылар"], "speaker"),
    (["role", "орынбасары"], ["role", "директоры"], "role"),
    (["claim", "қауіпсіздік"], ["claim", "кітапхана"], "claim"),
    (["claim", "--form", "nominal"], ["claim", "--form", "anaphoric"], "claim"),
    (["event", "2022"], ["event", "2023"], "event"),
    (["event", "съезі"], ["event", "отырысы"], "event"),
    (["list", "speakers"], ["list", "speakers"], "speaker"),
    (["list", "roles"], ["list", "roles"], "role"),
    (["list", "events"], ["list", "events"], "event"),
    (["list", "claims"], ["list", "claims"], "claim"),
    (["list", "sources"], ["list", "sources"], "source"),
    (["read"], ["read", "keme"], "source"),
]
ASKED = [(asked, base, kind) for bundled, small, kind in QUESTIONS for asked, base in ((bundled, ""), (small, "small"))]
IDS = [f"{' '.join(asked)} {base}".strip() for asked, base, _ in ASKED]


def asked(arguments: list[str], base: str, small_file: Path, *more: str) -> list[dict[str, Any]]:
    found = run(*arguments, "--json", "--base", small_file if base else FACTS, *more)
    assert (found.code, found.err) == (0, "")
    assert isinstance(found.json, list)
    assert found.json
    return found.json


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield value
    for one in inner:
        yield from objects(one)


@pytest.mark.parametrize(("arguments", "base", "kind"), ASKED, ids=IDS)
def test_every_row_has_just_these_keys(arguments: list[str], base: str, kind: str, small_file: Path) -> None:
    for row in asked(arguments, base, small_file):
        assert list(row) == RECORDS[kind]
        Draft202012Validator(SCHEMAS[kind]).validate(row)


@pytest.mark.parametrize(("arguments", "base", "kind"), ASKED, ids=IDS)
def test_jsonl_has_the_same_records_a_line_each(arguments: list[str], base: str, kind: str, small_file: Path) -> None:
    file = small_file if base else FACTS
    lines = run(*arguments, "--jsonl", "--base", file)
    assert lines.jsonl == asked(arguments, base, small_file)
    assert {tuple(row) for row in lines.jsonl} == {tuple(RECORDS[kind])}


@pytest.mark.parametrize(
    ("words", "base", "kinds"),
    [
        ("Асан", "small", {"speaker"}),
        ("инженері", "small", {"role"}),
        ("Ресей", "", {"role", "event", "claim"}),
    ],
)
def test_rows_of_several_kinds_say_of_which(words: str, base: str, kinds: set[str], small_file: Path) -> None:
    rows = asked(["search", words], base, small_file)
    assert {row["kind"] for row in rows} == kinds
    for row in rows:
        assert list(row) == MIXED
        assert row["id"] == row["record"]["id"]
        Draft202012Validator(SCHEMAS[row["kind"]]).validate(row["record"])
        Draft202012Validator(_MATCH).validate(row["match"])


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        ("c1", "claim"),
        ("c6", "claim"),
        ("asan-direktor", "speaker"),
        ("asan-direktor-1", "role"),
        ("zhinalys", "event"),
        ("keme", "source"),
    ],
)
def test_show_gives_the_record_its_sentence_and_a_citation(id: str, kind: str, small_file: Path) -> None:
    [row] = asked(["show", id], "small", small_file)
    assert list(row) == PASSAGE
    assert (row["kind"], row["id"], row["record"]["id"]) == (kind, id, id)
    Draft202012Validator(SCHEMAS[kind]).validate(row["record"])
    sentence = row["sentence"]
    assert list(sentence) == ["text", "start", "end"]
    assert sentence["text"] == (HOSTILE if kind == "source" else SCHOOL)[sentence["start"] : sentence["end"]]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["who", "Асан"], "of a person"),
        (["event", "zhinalys"], "of an event and its parts"),
        (["read", "mektep"], "of an article"),
    ],
)
def test_a_nested_claim_is_the_claim_that_claim_gives(arguments: list[str], why: str, small_file: Path) -> None:
    alone = {row["id"]: row for row in asked(["list", "claims"], "small", small_file)}
    nested = [claim for row in asked(arguments, "small", small_file) for claim in row["claims"]]
    assert nested, why
    for claim in nested:
        assert claim == alone[claim["id"]], why


def test_a_quote_is_the_source_to_the_letter(small_file: Path) -> None:
    for base, file in (("", FACTS), ("small", small_file)):
        texts = {each["id"]: each["text"] for each in json.loads(file.read_text(encoding="utf-8"))["sources"]}
        for claim in asked(["list", "claims"], base, small_file):
            place = claim["source"]
            if claim["quote"] is None:
                assert place["start"] is place["end"] is claim["text"] is None
            else:
                assert claim["quote"] == claim["text"] == texts[place["id"]][place["start"] : place["end"]]


def test_a_paragraph_is_counted_over_lines_with_words(small_file: Path) -> None:
    paragraphs = {claim["id"]: claim["source"]["paragraph"] for claim in asked(["list", "claims"], "small", small_file)}
    # 0 title, 1–2 meeting, 3–5 bridge and round table, 6 participants; in the other source 0 title, 1–2 ship
    assert paragraphs == {"c1": 2, "c2": 2, "c3": 3, "c4": 4, "c5": 6, "c6": 6, "c7": 2, "c8": 3}


# Keys of what is written in the script asked for.
WRITTEN = {"name", "title", "organisation", "cue", "text", "place", "subtitle", "aliases"}


# The text of an article stays, since offsets count its letters.
WORDED = [(arguments, base, kind) for arguments, base, kind in ASKED if kind != "source"]


@pytest.mark.parametrize("scheme", ["odni", "latin2021", "iso9"])
@pytest.mark.parametrize(("arguments", "base", "kind"), WORDED)
def test_a_script_changes_words_and_nothing_else(
    arguments: list[str], base: str, kind: str, scheme: str, small_file: Path
) -> None:
    before, after = asked(arguments, base, small_file), asked(arguments, base, small_file, "--script", scheme)
    Draft202012Validator(each(SCHEMAS[kind])).validate(after)
    if arguments[0] == "list":  # in the order of the alphabet that is shown
        before, after = (sorted(rows, key=lambda row: str(row["id"])) for rows in (before, after))
    for cyrillic, latin in zip(objects(before), objects(after), strict=True):
        assert list(cyrillic) == list(latin)
        for key, value in cyrillic.items():
            if isinstance(value, dict) or (isinstance(value, list) and key != "aliases"):
                continue  # comes by itself
            if key in WRITTEN and _is_cyrillic(value):
                assert latin[key] != value, f"{key} is written in the script asked for"
                assert not _is_cyrillic(latin[key]), f"{key} is written in it wholly"
            else:
                assert latin[key] == value, f"{key} is the same in every script"


def _is_cyrillic(value: Any) -> bool:
    return any("а" <= letter.lower() <= "ӿ" for letter in json.dumps(value, ensure_ascii=False))


def test_a_match_says_why(small_file: Path) -> None:
    [row] = asked(["who", "Акбота"], "small", small_file)
    assert row["match"] | {"score": 0} == {
        "score": 0,
        "kind": "spelling",
        "query": "Акбота",
        "matched": "Ақбота",
        "field": "alias",
    }
    assert 85 <= row["match"]["score"] < 100
    [row] = asked(["event", "2023-05-05"], "small", small_file)[:1]
    assert row["match"] == dict(zip(MATCH, (100.0, "exact", "2023-05-05", "2023-05-05", "date"), strict=True))
    assert {row["match"] for row in asked(["list", "roles"], "small", small_file)} == {None}, "nothing was compared"


def test_letters_are_not_escaped_and_controls_are(small_file: Path) -> None:
    out = run("list", "claims", "--json", "--base", small_file).out
    assert "Асан Серік" in out
    assert "бірінші жол\\nекінші\\tжол" in out
    assert "жел күшейді\\u009b1m" in out
    assert all(character.isprintable() or character == "\n" for character in out if character != "\u202e")


@pytest.mark.parametrize("code", CONTROLS)
def test_no_control_is_let_through(code: int) -> None:
    row = {"text": f"қала{chr(code)}"}
    line = dumps(row)
    assert line.isprintable()
    assert json.loads(line) == row


def test_nothing_found_is_an_empty_array() -> None:
    for command in ("who", "role", "claim", "event", "search", "show"):
        found = run(command, "жоқнәрсе", "--json")
        assert (found.code, found.out) == (1, "[]\n")
        assert run(command, "жоқнәрсе", "--jsonl").out == ""
