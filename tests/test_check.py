"""Every kind of damage to a base is found, at its place."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import FACTS, run, small
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.base import BaseError, decode
from kzfacts.check import SHAPES, complaints
from kzfacts.model import KINDS as RECORDS
from kzfacts.records import from_json

Json = Any

# The fields of the format. A field that ends in ? may be left out, one with | null may be null.
TEXTS = {
    "sources": "title subtitle? language url? text sha256 date_literal",
    "speakers": "name",
    "roles": "title organisation country",
    "events": "name kind date_literal place",
    "claims": "text origin",
}
NULLABLE = {
    "sources": "subtitle date date_literal url",
    "speakers": "",
    "roles": "organisation country as_of",
    "events": "date_literal place part_of",
    "claims": "role event",
}
OPTIONAL = {("sources", "subtitle"), ("sources", "url")}
IDS = {
    "sources": "id",
    "speakers": "id",
    "roles": "id speaker source",
    "events": "id part_of source",
    "claims": "id speaker role event source",
}
CHOICES = {"speakers": "kind", "events": "date_basis", "claims": "form act"}
DATES = {"sources": "date", "roles": "as_of", "events": "date"}
KINDS = tuple(TEXTS)

NO_TEXT = [7, 1.5, True, [], ["а"], {}, "", " \t\n", "\ud800"]
NO_ID = [*NO_TEXT, "көктем", "a b", "a\n", "a\x07"]
NO_SPAN = [
    "0,1",
    7,
    True,
    {},
    [],
    [1],
    [1, 2, 3],
    [2, 1],
    [1, 1],
    [-1, 2],
    [1.0, 2],
    [False, True],
    ["1", "2"],
    [None, 2],
]
NO_DATE = [
    2022,
    "",
    "23.09.2022",
    "2022-13-45",
    "2022-02-30",
    "2022-10/2022-09",
    "қазан 2022",
    "2022-9-3",
    "2022-09-23T10:00",
]
NO_CHOICE = [7, "", [], "Direct", "direct ", "мәлімдеме"]
NO_WORDS = [None, 7, "атап өтті", [], {}, {"text": "деді"}, {"span": [0, 1]}, {"text": "", "span": [0, 1]}]
NO_WORDS += [{"text": "деді", "span": span} for span in NO_SPAN] + [{"text": None, "span": None}]
NO_NAMES = [None, 7, "Ақбота", {}, [""], [None], ["Ақбота", 7], [["Ақбота"]]]


def fields(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    for kind, names in table.items():
        yield from ((kind, name.rstrip("?")) for name in names.split())


WRONG: list[tuple[str, str, Json]] = [
    *((kind, field, value) for kind, field in fields(TEXTS) for value in NO_TEXT),
    *((kind, field, value) for kind, field in fields(IDS) for value in NO_ID),
    *((kind, field, value) for kind, field in fields(CHOICES) for value in NO_CHOICE),
    *((kind, field, value) for kind, field in fields(DATES) for value in NO_DATE),
    *((kind, "span", value) for kind in ("roles", "events", "claims") for value in NO_SPAN),
    *(("claims", field, value) for field in ("cue", "attribution") for value in NO_WORDS),
    *(("speakers", "aliases", value) for value in NO_NAMES),
]


def last(document: Json, kind: str) -> tuple[Json, str]:
    """Give the last record of a kind, all of whose fields are filled, and its place."""
    records = document[kind]
    return records[-1], f"{kind}[{len(records) - 1}]"


def places(document: Json) -> list[str]:
    return [complaint.place for complaint in complaints(document)]


def known_fields() -> list[tuple[str, str]]:
    return sorted(
        {*fields(TEXTS), *fields(IDS), *fields(CHOICES), *fields(DATES), *((kind, field) for kind, field, _ in WRONG)}
    )


def test_the_table_of_fields_is_whole() -> None:
    document, added = small(), {"licence", "born", "since", "seats", "note"}
    met = {(kind, field) for kind in KINDS for record in document[kind] for field in record if field not in added}
    assert met == set(known_fields())


def test_sound_bases_are_sound() -> None:
    assert complaints(small()) == []
    assert complaints(json.loads(FACTS.read_text(encoding="utf-8"))) == []
    assert complaints({"format": "kzfacts/1", **{kind: [] for kind in KINDS}}) == []


@pytest.mark.parametrize(("kind", "field"), known_fields())
def test_a_missing_field_is_named(kind: str, field: str) -> None:
    document = small()
    record, place = last(document, kind)
    record.pop(field, None)
    assert places(document) == ([] if (kind, field) in OPTIONAL else [f"{place}.{field}"])


@pytest.mark.parametrize(("kind", "field", "value"), WRONG)
def test_a_wrong_value_is_named(kind: str, field: str, value: Json) -> None:
    document = small()
    record, place = last(document, kind)
    record[field] = value
    assert places(document) == [f"{place}.{field}"]


@pytest.mark.parametrize(("kind", "field"), sorted({(kind, field) for kind, field, _ in WRONG}))
def test_null_stands_only_where_something_may_be_unknown(kind: str, field: str) -> None:
    document = small()
    record, place = last(document, kind)
    record[field] = None
    allowed = (kind, field) in set(fields(NULLABLE))
    # these two go together with another field
    other = {("events", "date"): ["date_basis"], ("claims", "text"): ["span"]}.get((kind, field), [field])
    assert places(document) == ([] if allowed else [f"{place}.{name}" for name in other])


@pytest.mark.parametrize(("kind", "field"), known_fields())
def test_a_key_that_stands_twice_is_named(kind: str, field: str) -> None:
    document = small()
    record, place = last(document, kind)
    record |= {field: record.get(field), "twice": None}
    text = json.dumps(document).replace('"twice"', json.dumps(field))
    with pytest.raises(BaseError) as told:
        decode(text.encode(), "base.json")
    assert str(told.value) == f"base.json: {place}.{field}: this key stands twice"


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_that_stands_twice_is_named(kind: str) -> None:
    document = small()
    document[kind].append(copy.deepcopy(document[kind][0]))
    assert places(document) == [f"{kind}[{len(document[kind]) - 1}].id"]


SPANS: list[tuple[str, str]] = [
    ("roles", "span"),
    ("events", "span"),
    ("claims", "span"),
    ("claims", "cue.span"),
    ("claims", "attribution.span"),
]
SHIFTS: list[tuple[str, Callable[[int, int], list[int]]]] = [
    ("one on", lambda start, end: [start + 1, end + 1]),
    ("one back", lambda start, end: [start - 1, end - 1]),
    ("starts late", lambda start, end: [start + 1, end]),
    ("ends early", lambda start, end: [start, end - 1]),
    ("ends late", lambda start, end: [start, end + 1]),
    ("beyond the text", lambda start, end: [start + 10**6, end + 10**6]),
    ("counted in bytes", lambda start, end: [start * 2, end * 2]),
]


@pytest.mark.parametrize(("kind", "path"), SPANS)
@pytest.mark.parametrize("shift", [shift for _, shift in SHIFTS], ids=[name for name, _ in SHIFTS])
def test_a_shifted_span_is_named(kind: str, path: str, shift: Callable[[int, int], list[int]]) -> None:
    document = small()
    record, place = last(document, kind)
    owner = record[path.split(".")[0]] if "." in path else record
    owner["span"] = shift(*owner["span"])
    assert places(document) == [f"{place}.{path}"]


LOOKALIKES = str.maketrans("арес", "apec")


@pytest.mark.parametrize(
    ("kind", "path", "why"),
    [
        ("roles", "title", "the title is not what stands there"),
        ("events", "name", "the name is not what stands there"),
        ("claims", "text", "the content is not what stands there"),
        ("claims", "cue.text", "the cue is not what stands there"),
        ("claims", "attribution.text", "the attribution is not what stands there"),
    ],
)
def test_words_that_do_not_stand_there_are_named(kind: str, path: str, why: str) -> None:
    for changed in (
        lambda text: text + " ",
        lambda text: text[:-1],
        lambda text: text.translate(LOOKALIKES),
    ):
        document = small()
        record, place = last(document, kind)
        owner, field = (record[path.split(".")[0]], "text") if "." in path else (record, path)
        before = owner[field]
        owner[field] = changed(before)
        assert owner[field] != before, why
        assert places(document) == [f"{place}.{path.split('.')[0]}.span" if "." in path else f"{place}.span"], why


def test_a_changed_text_or_checksum_is_named() -> None:
    for field, value in (("sha256", "0" * 64), ("sha256", small()["sources"][0]["sha256"])):
        document = small()
        document["sources"][-1][field] = value
        assert places(document) == ["sources[1].sha256"]
    document = small()
    document["sources"][-1]["text"] += "."
    assert places(document) == ["sources[1].sha256"]


REFERENCES = [each for each in fields(IDS) if each[1] != "id"]


@pytest.mark.parametrize(("kind", "field"), REFERENCES)
def test_a_dangling_reference_is_named(kind: str, field: str) -> None:
    document = small()
    record, place = last(document, kind)
    record[field] = "nobody"
    assert places(document) == [f"{place}.{field}"]


@pytest.mark.parametrize(
    ("kind", "index", "dangling"),
    [
        ("speakers", 4, ["claims[4].speaker", "claims[5].speaker"]),
        ("roles", 0, ["claims[6].role"]),
        ("events", 0, ["claims[6].event"]),
        ("events", 1, ["events[1].part_of", "claims[7].event"]),
        ("sources", 1, ["roles[0].source", "events[0].source", "claims[6].source"]),
        ("claims", 0, []),
    ],
)
def test_what_refers_to_a_missing_record_is_named(kind: str, index: int, dangling: list[str]) -> None:
    document = small()
    del document[kind][index]
    assert places(document) == dangling


@pytest.mark.parametrize(
    ("place", "value", "complained", "why"),
    [
        (("claims", 7, "role"), "asan-direktor-1", ["claims[7].role"], "a role of the namesake"),
        (("events", 1, "part_of"), "zhinalys", ["events[1].part_of"], "an event is no part of itself"),
        (("events", 1, "part_of"), "ustel", [f"events[{n}].part_of" for n in (1, 2, 3)], "nor of its own parts"),
        (("events", 0, "part_of"), "ustel", [], "a chain that ends is no circle"),
        (("events", 1, "date_basis"), None, ["events[1].date_basis"], "a date must say by what it is known"),
        (("events", 0, "date_basis"), "stated", ["events[0].date_basis"], "no basis without a date"),
        (("claims", 5, "span"), [0, 5], ["claims[5].span"], "a span without its words"),
        (("claims", 0, "span"), None, ["claims[0].span"], "words without their span"),
        (("claims", 2, "source"), "keme", [f"claims[2].{it}span" for it in ("", "cue.", "attribution.")], "not there"),
        (("claims", 2, "role"), None, [], "a role may be unknown"),
        (("roles", 1, "id"), "zhumabek-1", ["roles[1].id", "claims[0].role", "claims[1].role"], "a name of another"),
        (("speakers", 0, "name"), "Бөтен Есім", [], "a name need not stand in the text"),
        (("sources", 0, "new"), {"any": [1.5, None]}, [], "unknown keys are none of our business"),
        (("format",), "kzfacts/2", ["format"], "another version of the format"),
        (("format",), None, ["format"], "no format"),
        (("claims",), {}, ["claims"], "records stand in a list"),
        (("claims", 3), "c4", ["claims[3]"], "a record is an object"),
        (("claims", 3), None, ["claims[3]"], "a record is an object"),
    ],
)  # fmt: skip
def test_facts_fit_together(place: tuple[Any, ...], value: Json, complained: list[str], why: str) -> None:
    document = small()
    owner = document
    for step in place[:-1]:
        owner = owner[step]
    owner[place[-1]] = value
    assert places(document) == complained, why


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_list_is_named(kind: str) -> None:
    document = small()
    del document[kind]
    assert places(document) == [kind]


@pytest.mark.parametrize("document", [None, 7, "kzfacts/1", [], [{}], True])
def test_a_base_is_an_object(document: Json) -> None:
    assert len(complaints(document)) == 1


def test_several_faults_are_told_at_once() -> None:
    document = small()
    document["claims"][0]["act"] = "shout"
    del document["roles"][1]["title"]
    document["sources"][0]["date"] = "yesterday"
    assert places(document) == ["sources[0].date", "roles[1].title", "claims[0].act"]
    document = small()
    document["claims"][0]["span"] = [0, 5]
    document["claims"][1]["event"] = "nowhere"
    document["events"][1]["source"] = "gone"
    document["sources"][1]["sha256"] = "0"
    assert places(document) == ["events[1].source", "claims[1].event", "sources[1].sha256", "claims[0].span"]


def test_check_tells_each_file_on_its_own(tmp_path: Any, small_file: Any) -> None:
    damaged = small()
    damaged["claims"][2]["cue"]["span"] = [0, 4]
    damaged["claims"][3]["speaker"] = "nobody"
    bad = tmp_path / "бұзық.json"
    bad.write_text(json.dumps(damaged), encoding="utf-8")
    found = run("check", small_file, bad, FACTS)
    assert found.code == 2
    assert [line.split(": ")[0] for line in found.out.splitlines()] == [str(small_file), str(FACTS)]
    told = found.err.splitlines()
    assert len(told) == 2
    assert told[0].startswith(f"{bad}: claims[3].speaker: ")
    assert told[1].startswith(f"{bad}: claims[2].cue.span: expected 'атап өтті' there, found 'Мект'")
    assert run("check", small_file).code == run("check").code == 0


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(ANY_JSON)
def test_any_json_is_judged(value: Json) -> None:
    assert complaints(value)
    assert complaints({"format": "kzfacts/1", **dict.fromkeys(KINDS, value)}) or value == []


@given(st.data(), ANY_JSON)
def test_a_base_with_anything_anywhere_is_judged(data: st.DataObject, value: Json) -> None:
    document = small()
    record = data.draw(st.sampled_from([record for kind in KINDS for record in document[kind]]))
    field = data.draw(st.sampled_from(sorted(record)))
    if isinstance(record[field], dict) and data.draw(st.booleans()):
        record, field = record[field], data.draw(st.sampled_from(["text", "span"]))
    record[field] = value
    complaints(document)


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, fields in SHAPES.items() for field in fields])
def test_a_record_is_read_without_a_field_just_where_it_may_be_left_out(kind: str, field: str) -> None:
    record = small()[kind][0]
    record.pop(field, None)
    if SHAPES[kind][field].required:
        with pytest.raises(KeyError):
            from_json(RECORDS[kind], record)
    else:
        assert getattr(from_json(RECORDS[kind], record), field) is None
