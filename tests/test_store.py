"""A store answers as the base in memory does, gives back what was packed, and refuses what it cannot read."""

import hashlib
import json
import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import FACTS, run, small
from hypothesis import given, settings
from hypothesis import strategies as st
from made import documents, events_asked, names_asked, narrowings, words_asked

from kzfacts import completion, names, search, words
from kzfacts.base import Base, from_document, load
from kzfacts.check import complaints
from kzfacts.hits import CERTAIN, QueryError, Strictness
from kzfacts.indexes import VERSION, name_keys
from kzfacts.model import KINDS, Claim
from kzfacts.packing import pack, write_store
from kzfacts.records import pieces

strictness = st.builds(Strictness, st.booleans(), st.none() | st.sampled_from([0, 50, 90, 95.5]))
limits = st.integers(0, 3)


def packed(document: dict[str, Any], folder: str | Path) -> Path:
    """Pack a document that is written as JSON first."""
    written, store = Path(folder) / "base.json", Path(folder) / "base.db"
    written.write_text(json.dumps(document), encoding="utf-8")
    pack([written], store)
    return store


def answer(ask: Callable[[Base], Any], base: Base) -> Any:
    try:
        return ask(base)
    except QueryError as refused:
        return str(refused)


@settings(max_examples=60, deadline=None)
@given(documents(), st.data())
def test_a_store_gives_the_answers_of_the_base_in_the_same_order(document: dict[str, Any], data: st.DataObject) -> None:
    assert complaints(document) == []
    in_memory = from_document(document)
    with tempfile.TemporaryDirectory() as folder:
        store = load(packed(document, folder))
        for _ in range(4):
            name, text, when = data.draw(names_asked), data.draw(words_asked), data.draw(events_asked)
            strict, limit, narrowing = data.draw(strictness), data.draw(limits), data.draw(narrowings)
            questions: dict[str, Callable[[Base], Any]] = {
                "who": lambda base: search.who(base, name, strict, limit),  # noqa: B023 (asked at once)
                "role": lambda base: search.role(base, text, strict, limit),  # noqa: B023
                "claim": lambda base: search.claim(base, text, strict, limit),  # noqa: B023
                "narrowed": lambda base: search.claim(base, text, strict, limit, narrowing),  # noqa: B023
                "all of it": lambda base: search.claim(base, "", strict, limit, narrowing),  # noqa: B023
                "event": lambda base: search.event(base, when, strict, limit),  # noqa: B023
                "search": lambda base: search.search(base, text, strict, limit),  # noqa: B023
                "show": lambda base: search.passages(base, "claim-0"),
                "read": lambda base: search.article(base, "source-0"),
                "read it": search.article,
                **{kind: lambda base, kind=kind: search.listing(base, kind, limit) for kind in KINDS},  # noqa: B023
            }
            for question, ask in questions.items():
                assert answer(ask, store) == answer(ask, in_memory), question


@settings(max_examples=100, deadline=None)
@given(documents(), words_asked.filter(str.strip), strictness)
def test_the_index_finds_what_a_scan_of_all_texts_finds(
    document: dict[str, Any], text: str, strict: Strictness
) -> None:
    base = from_document(document)
    texts = [claim.text or "" for claim in base.claims]
    scanned = words.rank(words.query(text), texts, guess=not strict.exact)
    expected = [
        (base.claims[place].id, hit.score) for place, hit in scanned.hits if hit.score >= (strict.min_score or 0)
    ]
    found = search.claim(base, text, strict)
    assert [(told.claim.id, told.match.score) for told in found.answers] == expected


@settings(max_examples=100, deadline=None)
@given(documents(), names_asked)
def test_the_index_finds_whom_a_scan_of_all_names_finds(document: dict[str, Any], text: str) -> None:
    base, query = from_document(document), names.query(text)
    expected = {}
    for speaker in base.speakers:
        matches = [names.match(query, names.name(each)) for each in (speaker.name, *speaker.aliases)]
        best = max((match for match in matches if match), key=lambda match: match.score, default=None)
        if best and best.score >= names.THRESHOLD:
            expected[speaker.id] = (best.score, best.kind)
    if any(kind in CERTAIN for _, kind in expected.values()):
        expected = {id: (score, kind) for id, (score, kind) in expected.items() if kind in CERTAIN}
    found = search.who(base, text).answers
    assert {person.speaker.id: (person.match.score, person.match.kind) for person in found} == expected


@settings(max_examples=30, deadline=None)
@given(documents())
def test_a_store_gives_back_what_was_packed(document: dict[str, Any]) -> None:
    in_memory = from_document(document)
    with tempfile.TemporaryDirectory() as folder:
        store = packed(document, folder)
        assert "".join(pieces(load(store))) == "".join(pieces(in_memory))
        again = Path(folder) / "again.db"
        pack([store], again)
        assert again.read_bytes() == store.read_bytes(), "the same facts make the same file"
        write_store(in_memory, again)
        assert "".join(pieces(load(again))) == "".join(pieces(in_memory))


# Damage to a store, and what is said of it.
@pytest.mark.parametrize(
    ("damage", "expected", "why"),
    [
        (lambda data: data[: len(data) // 2], "is damaged", "cut short"),
        (lambda data: data[:100], "is damaged", "cut to less than a page"),
        (lambda data: data[:16], "is damaged", "only what it begins with"),
        (lambda data: data[:4096] + bytes(len(data) - 4096), "is damaged", "zeros from the second page on"),
        (lambda data: data[:40] + bytes(60) + data[100:], "none that kzfacts has packed", "a header of zeros"),
    ],
)
def test_a_damaged_store_is_refused(tmp_path: Path, damage: Callable[[bytes], bytes], expected: str, why: str) -> None:
    store = packed(small(), tmp_path)
    store.write_bytes(damage(store.read_bytes()))
    for question in (("who", "Асан"), ("claim", "көпір"), ("list", "events"), ("export", store), ("check", store)):
        base = () if store in question else ("--base", store)
        outcome = run(*question, *base)
        assert outcome.code == 2, (why, question)
        assert expected in outcome.err, (why, question)
        assert outcome.err.startswith(f"kzfacts: {store}: ") or question[0] == "check", (why, question)
    assert sorted(tmp_path.iterdir()) == [store, tmp_path / "base.json"], "nothing is left beside it"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_is_told_in_words(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = packed(small(), folder)
        bent = bytearray(store.read_bytes())
        for _ in range(data.draw(st.integers(1, 20))):
            bent[data.draw(st.integers(0, len(bent) - 1))] ^= data.draw(st.integers(1, 255))
        store.write_bytes(bent)
        for question in (
            ["who", "Асан"],
            ["claim", "kopir"],
            ["event", "5 мамыр"],
            ["list", "speakers"],
            ["read", "keme"],
        ):
            outcome = run(*question, "--base", store, "--json")  # a traceback would be raised here
            assert outcome.code in (0, 1, 2)
            assert outcome.code != 2 or outcome.err.startswith("kzfacts: ")


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "foreign.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE claims (place INTEGER PRIMARY KEY, id TEXT, record TEXT)")
    outcome = run("who", "Асан", "--base", file)
    assert (outcome.code, outcome.err) == (2, f"kzfacts: {file}: is an SQLite file, but none that kzfacts has packed\n")


def test_a_store_of_another_version_is_packed_again_from_its_own_records(tmp_path: Path) -> None:
    store = packed(small(), tmp_path)
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("DROP TABLE claims_words")
    refused = run("claim", "көпір", "--base", store)
    assert refused.code == 2
    assert f"pack it again: kzfacts pack {store} -o {store}" in refused.err
    assert run("export", store).out == run("export", tmp_path / "base.json").out
    assert run("pack", store, "-o", store).code == 0
    assert run("claim", "көпір", "--base", store).code == 0


def test_a_store_that_is_being_written_is_refused(tmp_path: Path) -> None:
    store = packed(small(), tmp_path)
    with sqlite3.connect(store, isolation_level=None) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        outcome = run("who", "Асан", "--base", store)
        writer.execute("ROLLBACK")
    assert (outcome.code, outcome.err) == (
        2,
        f"kzfacts: {store}: another program is writing it; try again when it is done\n",
    )


def test_a_store_is_known_by_what_it_holds_and_changed_by_nothing(tmp_path: Path) -> None:
    store = packed(small(), tmp_path).rename(tmp_path / "a store named.json")
    before = store.read_bytes()
    store.chmod(0o444)
    assert run("check", store).out == f"{store}: sound: 2 sources, 5 speakers, 3 roles, 4 events, 8 claims\n"
    assert [each["id"] for each in run("who", "Асан Серік", "--base", store, "--json").json] == [
        "asan-direktor",
        "asan-inzhener",
    ]
    assert store.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a store named.json", "base.json"]


@pytest.mark.parametrize(
    "text", ["'", "''; DROP TABLE claims; --", '" OR 1=1', "NEAR(а б)", "көпір*", "title:көпір", "%", "?"]
)
def test_text_is_never_a_command(tmp_path: Path, text: str) -> None:
    document = small()
    document["speakers"][0]["name"] = text
    store, in_memory = packed(document, tmp_path), from_document(document)
    for ask in (search.who, search.role, search.claim, search.event, search.search):
        assert ask(load(store), text) == ask(in_memory, text)
    assert run("show", text, "--base", store).code == 1
    assert run("check", store).code == 0


def test_a_store_finds_whatever_the_bundled_base_finds(tmp_path: Path) -> None:
    store = tmp_path / "facts.db"
    pack([None], store)
    for question in (
        ["who", "Kosherbayev"],
        ["who", "Кошербаиев"],
        ["who", "nobody"],
        ["claim", "kauipsizdik", "--limit", "1"],
        ["claim", "қауіпсіздік", "--who", "Дубнов"],
        ["event", "2022-10"],
        ["role", "елші"],
        ["list", "sources"],
    ):
        assert run(*question, "--json", "--base", store) == run(*question, "--json")


def test_completion_reads_no_large_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZFACTS_BASE", str(packed(small(), tmp_path)))
    assert completion.names("Ас") == ["Асан"]
    monkeypatch.setattr(completion, "MOST", 4)
    assert completion.names("Ас") == []


def test_the_keys_of_the_index_are_those_of_its_version() -> None:
    """Fails when `names` or `words` list differently: raise `indexes.VERSION`, and put the new digest here."""
    base = from_document(json.loads(FACTS.read_text(encoding="utf-8")))
    stems = sorted(stem for claim in base.every(Claim) for stem in words.keys(claim.text or ""))
    listed = [sorted(name_keys(speaker.name, speaker.aliases)) for speaker in base.speakers]
    near = [sorted(words.near_keys(stem)) for stem in stems]
    digest = hashlib.sha256(repr((stems, near, listed)).encode()).hexdigest()[:16]
    assert (VERSION, digest) == (1, "3641d7e60a2877c5")


if hasattr(os, "mkfifo"):

    def test_a_base_may_come_through_a_pipe_that_is_read_once(tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        for arguments in (["who", "Дубнов", "--json", "--base", pipe], ["pack", pipe, "-o", tmp_path / "facts.db"]):
            writer = threading.Thread(target=pipe.write_bytes, args=[FACTS.read_bytes()])
            writer.start()
            assert run(*arguments).code == 0
            writer.join()
