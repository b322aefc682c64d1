"""What is packed is sound and whole, or nothing is; a base read record by record is the base that `json` reads."""

import hashlib
import json
import random
import tempfile
import time
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from conftest import FACTS, process, run, small
from hypothesis import given, settings
from hypothesis import strategies as st
from made import documents

from kzfacts import packing, reading
from kzfacts.base import decode, from_document
from kzfacts.check import complaints
from kzfacts.gathering import FIELDS, Beside, Here
from kzfacts.model import KINDS, Claim, Speaker
from kzfacts.reading import Amiss, Reading
from kzfacts.records import pieces, to_document
from kzfacts.soundness import Soundness


def test_a_base_that_kzfacts_wrote_comes_back_to_the_byte(tmp_path: Path) -> None:
    written, store, again = tmp_path / "base.json", tmp_path / "base.db", tmp_path / "again.json"
    written.write_text("".join(pieces(from_document(small()))), encoding="utf-8", newline="\n")
    packed = run("pack", written, "-o", store)
    assert packed == (0, "", f"kzfacts: {store}: 2 sources, 5 speakers, 3 roles, 4 events, 8 claims\n")
    assert run("export", store, "-o", again).code == 0
    assert again.read_bytes() == written.read_bytes()
    assert run("export", store).out.encode() == written.read_bytes()
    assert run("export", written).out.encode() == written.read_bytes()


def read(data: bytes, folder: str | Path) -> dict[str, Any]:
    """Read a base record by record, as a document again."""
    file = Path(folder) / "base.json"
    file.write_bytes(data)
    records: dict[str, Any] = {name: [] for name in KINDS}
    names = {kind: name for name, kind in KINDS.items()}
    reader = Reading(file)
    for kind, record, text in reader.entries():
        assert json.loads(text) == record
        records[names[kind]].append(record)
    return {"format": "kzfacts/1", **records, **reader.extra}


@settings(max_examples=60, deadline=None)
@given(
    documents(),
    st.none() | st.integers(0, 3) | st.just("\t"),
    st.booleans(),
    st.sampled_from([(",", ":"), (" , ", " : "), (",\n", ":\r\n")]),
    st.sampled_from(["", "\n", "\n \t\r\n"]),
    st.integers(1, 4000),
    st.randoms(use_true_random=False),
)
def test_any_layout_is_read(
    document: dict[str, Any],
    indent: Any,
    escaped: bool,
    marks: tuple[str, str],
    end: str,
    chunk: int,
    chance: random.Random,
) -> None:
    keys = list(document)
    chance.shuffle(keys)
    document = {key: document[key] for key in keys} | {"number": 12.5e3, "none": None}
    if chance.random() < 0.5:  # let a record stand at the very end
        document["claims"] = document.pop("claims")
    text = json.dumps(document, indent=indent, ensure_ascii=escaped, separators=marks) + end
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "CHUNK", chunk)
        assert read(text.encode(), folder) == document
        assert read(text.encode("utf-8-sig"), folder) == document


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_whatever_is_read_is_what_json_reads(data: st.DataObject) -> None:
    sound = json.dumps(small(), ensure_ascii=False).encode()
    at, length = data.draw(st.integers(0, len(sound))), data.draw(st.integers(0, 3))
    bent = sound[:at] + data.draw(st.binary(max_size=3)) + sound[at + length :]
    with tempfile.TemporaryDirectory() as folder:
        try:
            document = read(bent, folder)
        except Amiss:
            return
        assert document == decode(bent, "base")


@pytest.mark.parametrize("space", ["", " "])
@pytest.mark.parametrize(
    ("once", "twice"),
    [
        ('"id": ', '"id": 1, "id": '),
        ('"form": ', '"form": 1, "form": '),
        ('"cue": {', '"cue": {"text": "", '),
        ('"cue": {', '"cue": {"more": {"text": "", "text": ""}, '),
    ],
)
def test_a_key_that_stands_twice_is_not_overlooked(once: str, twice: str, space: str, tmp_path: Path) -> None:
    document = small()
    record = json.dumps(document["claims"][0], ensure_ascii=False)
    text = json.dumps(document, ensure_ascii=False)
    assert read(text.encode(), tmp_path) == document
    assert text.count(record) == 1
    bent = record.replace(once, twice, 1).replace('"act":', f'"act"{space}:')
    with pytest.raises(Amiss):
        read(text.replace(record, bent).encode(), tmp_path)


# Each is one fault; `complaints` says which, and `Soundness` only that there is one.
def damaged() -> Iterator[tuple[str, dict[str, Any]]]:
    values: list[Any] = [
        None,
        "",
        " ",
        7,
        True,
        [],
        {},
        [0, 0],
        [3, 2],
        [0, 10**6],
        [0, 1.0],
        "nobody",
        "x y",
        "2022-13",
        "қ",
        "\ud800",
    ]
    for kind in KINDS:
        for field in small()[kind][0]:
            missing = small()
            del missing[kind][0][field]
            yield f"{kind}.{field} is missing", missing
            for value in values:
                document = small()
                document[kind][0][field] = deepcopy(value)
                yield f"{kind}.{field} is {value!a}", document
        twice = small()
        twice[kind].append(twice[kind][0])
        yield f"{kind} twice", twice
    for field in ("cue", "attribution"):
        for value in ({}, {"text": "деді"}, {"text": "деді", "span": [0, 4]}, {"text": None, "span": None}):
            document = small()
            document["claims"][0][field] = value
            yield f"claims.{field} is {value}", document
    circle = small()
    circle["events"][1]["part_of"] = "ustel"
    yield "an event a part of itself", circle
    for words, span in ((None, [0, 4]), ("Жаңа", None), ("ды", [len(small()["sources"][0]["text"]) - 2, 10**6])):
        document = small()
        document["claims"][0] |= {"text": words, "span": span}
        yield f"claim of {words!a} at {span}", document


def sound(document: dict[str, Any]) -> bool:
    """Tell whether the records of a document pass one by one, and no id is there twice."""
    texts = {source["id"]: source.get("text") for source in document["sources"] if isinstance(source.get("id"), str)}
    entries = ((kind, record, "") for name, kind in KINDS.items() for record in document[name])
    try:
        ids = [(kind, record["id"]) for kind, record, _ in Soundness(texts.__getitem__).sound(entries)]
    except (Amiss, UnicodeEncodeError):
        return False
    return len(ids) == len(set(ids))


def test_a_base_is_sound_record_by_record_just_where_nothing_is_complained_of() -> None:
    assert sound(small())
    for why, document in damaged():
        assert sound(document) == (not complaints(document)), why


@settings(max_examples=40, deadline=None)
@given(documents())
def test_sound_bases_pass(document: dict[str, Any]) -> None:
    assert sound(document)


def test_an_unsound_base_is_refused_with_its_faults_and_leaves_the_old_store(tmp_path: Path) -> None:
    written, store = tmp_path / "base.json", tmp_path / "base.db"
    store.write_bytes(b"old")
    document = small()
    document["claims"][3]["span"][0] += 1
    document["roles"][0]["speaker"] = "nobody"
    written.write_text(json.dumps(document), encoding="utf-8")
    outcome = run("pack", written, "-o", store)
    assert (outcome.code, outcome.out) == (2, "")
    assert "roles[0].speaker: no record of speakers has the id 'nobody'" in outcome.err
    written.write_text("{", encoding="utf-8")
    assert "is not JSON" in run("pack", written, "-o", store).err
    written.unlink()
    assert run("pack", written, "-o", store).err == f"kzfacts: {written}: there is no such file\n"
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"base.db": b"old"}


def test_records_may_come_in_any_order(tmp_path: Path) -> None:
    written, store = tmp_path / "base.json", tmp_path / "base.db"
    document = small()
    written.write_text(json.dumps(dict(reversed(document.items()))), encoding="utf-8")
    assert run("pack", written, "-o", store).code == 0
    assert run("export", store).out == "".join(pieces(from_document(document)))


@pytest.mark.parametrize("place", ["missing/base.db", "file/base.db"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    outcome = run("pack", FACTS, "-o", tmp_path / place)
    assert outcome.code == 2
    assert outcome.err.startswith(f"kzfacts: {tmp_path / place}: cannot be written: ")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_process_beside_gathers_what_this_one_does() -> None:
    given = [list(gatherer.tables()) for gatherer in map(_fed, (Here(), Beside()))]
    assert given[0] == given[1]
    assert {table.name for table in given[0] if table.rows} == {
        "alphabetical",
        "speakers_names",
        "claims_speaker",
        "claims_event",
        "claims_words",
        "claims_stems",
        "claims_near",
    }


def _fed(gatherer: Here | Beside) -> Here | Beside:
    none: list[Any] = [None, None]
    gatherer.take(Speaker, 0, {"id": ["k", "t"], "name": ["Ермек Көшербаев", "ТМД"], "aliases": [[], ["Достастық"]]})
    for first, texts in ((0, ["қауіпсіздік туралы", "ТМД-ның қауіпсіздігі"]), (2, [None, "қауіпсіздік"])):
        columns = dict.fromkeys(FIELDS[Claim], none) | {"speaker": ["k", "t"], "event": [None, "e"], "text": texts}
        gatherer.take(Claim, first, columns)
    return gatherer


def test_a_gatherer_that_is_killed_is_told_of() -> None:
    gatherer = Beside()
    gatherer._process.kill()
    gatherer._process.join()
    with pytest.raises(OSError, match="was ended"):
        list(_fed(gatherer).tables())


def test_a_large_base_is_packed_like_a_small_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, beside = tmp_path / "alone.db", tmp_path / "beside.db"
    packing.pack([FACTS], alone)
    monkeypatch.setattr(packing, "LARGE", 0)
    packing.pack([FACTS], beside)
    assert alone.read_bytes() == beside.read_bytes()


def test_a_pack_that_is_killed_leaves_the_old_store_or_the_new_one(tmp_path: Path) -> None:
    old, written, store = tmp_path / "old.db", tmp_path / "many.json", tmp_path / "base.db"
    packing.pack([FACTS], old)
    written.write_text(json.dumps(many(3000)), encoding="utf-8")
    start = time.monotonic()
    packing.pack([written], tmp_path / "new.db")
    took = time.monotonic() - start + 0.2
    whole = [old.read_bytes(), (tmp_path / "new.db").read_bytes()]
    for number in range(10):
        store.write_bytes(whole[0])
        with process("pack", written, "-o", store) as started:
            time.sleep(took * number / 9)
            started.kill()
        assert store.read_bytes() in whole


def many(claims: int) -> dict[str, Any]:
    """Make a base of one speaker who says much."""
    text = "Асан Серік деді: " + " ".join(f"сөз{number}" for number in range(claims))
    document = to_document(from_document(small())) | {"roles": [], "events": []}
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document["sources"] = [document["sources"][0] | {"text": text, "sha256": sha256}]
    document["speakers"] = document["speakers"][:1]
    claim = document["claims"][0] | {"role": None, "event": None, "cue": {"text": "деді", "span": [11, 15]}}
    claim |= {"attribution": {"text": "Асан Серік", "span": [0, 10]}}
    document["claims"] = []
    for number in range(claims):
        words = f"сөз{number}"
        at = text.index(words)
        document["claims"].append(claim | {"id": f"c{number}", "text": words, "span": [at, at + len(words)]})
    return document
