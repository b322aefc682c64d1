"""A store answers as the base in memory does, gives back what was packed, and refuses what it cannot read."""

import json
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import FACTS, run, small
from hypothesis import given, settings
from hypothesis import strategies as st
from made import documents, events_asked, names_asked, narrowings, words_asked

from kzfacts import search, words
from kzfacts.base import Base, BaseError, from_document, load
from kzfacts.check import complaints
from kzfacts.hits import QueryError, Strictness
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
