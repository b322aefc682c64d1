"""Reading and writing a base: what is damaged is refused by name and place, what is sound comes back as it was."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import FACTS, run, small
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.base import SHOWN_COMPLAINTS, BaseError, decode, from_document, load, write
from kzfacts.model import KINDS, Span
from kzfacts.records import pieces, to_document

SOUND = json.dumps(small()).encode()
EMPTY = '{"format": "kzfacts/1", "sources": [], "speakers": [], "roles": [], "events": [], "claims": []%s}'


@pytest.mark.parametrize(
    ("data", "expected", "why"),
    [
        (b"", "line 1, column 1: is not JSON", "an empty file"),
        (b'{"format": "kzfacts/1",\n "sources": [}', "line 2, column 14: is not JSON", "breaks off in the middle"),
        (b"who said what", "line 1, column 1: is not JSON", "a text"),
        (SOUND + b"}", "is not JSON", "something after the end"),
        (SOUND[:-1], "is not JSON", "cut short"),
        ("{\"format\": \"қ\"}".encode("utf-16"), "is not UTF-8 (byte 0)", "another encoding"),
        ('{"format": "қ"}'.encode()[:-3] + b'"}', "is not UTF-8 (byte 12)", "a letter cut in two"),
        ('{"a": "я"}'.encode("cp1251"), "is not UTF-8 (byte 7)", "another encoding"),
        (b"null", "expected a JSON object of format kzfacts/1", "not an object"),
        (b"[]", "expected a JSON object of format kzfacts/1", "not an object"),
        (b"{}", "format: expected 'kzfacts/1', found None", "no format"),
        (b'{"format": "kzfacts/2"}', "format: expected 'kzfacts/1', found 'kzfacts/2'", "another version"),
        (b'{"format": "kzfacts/1"}', "sources: expected a list", "nothing in it"),
        (b"[" * 100_000, "is nested too deeply", "a bomb"),
        (b'{"a":' * 100_000, "is nested too deeply", "a bomb"),
        (EMPTY.encode() % b', "x": NaN', "is not JSON: NaN is no number", "no JSON, though Python writes it"),
        (EMPTY.encode() % b', "x": -Infinity', "is not JSON: -Infinity is no number", "no JSON"),
        (EMPTY.encode() % (b', "x": ' + b"9" * 5000), "is not JSON: ", "a number too long to read"),
        (EMPTY.encode() % b', "x": 1, "x": 2', "x: this key stands twice", "two values for a key"),
        (EMPTY.encode() % b', "claims": []', "claims: this key stands twice", "two values for a key"),
        (EMPTY.encode() % b', "x": [{"y": {"z": 1, "z": 1}}]', "x[0].y.z: this key stands twice", "deep inside"),
        (EMPTY.encode() % b', "x": {"y": 1, "y": 1}, "x": 2', "x: this key stands twice", "inside a lost value"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes, expected: str, why: str) -> None:
    file = tmp_path / "база.json"
    file.write_bytes(data)
    with pytest.raises(BaseError) as refused:
        load(file)
    assert str(refused.value).startswith(f"{file}: "), why
    assert expected in str(refused.value), why
    for command in (["who", "Асан", "--base", file], ["check", file], ["read", "--json", "--base", file]):
        told = run(*command)
        assert (told.code, told.out) == (2, ""), why
        assert str(file) in told.err, why
        assert expected in told.err, why


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("missing.json", "there is no such file"),
        ("", "is a folder, not a fact base"),
        ("missing/base.json", "there is no such file"),
        ("file/base.json", "cannot be read"),
        ("n\0l.json", "cannot be read"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, expected: str) -> None:
    (tmp_path / "file").write_bytes(SOUND)
    path = tmp_path / name
    with pytest.raises(BaseError) as refused:
        load(path)
    assert str(refused.value).startswith(f"{path}: {expected}")


@pytest.mark.parametrize("data", [SOUND, b"\xef\xbb\xbf" + SOUND, b"\n " + SOUND + b"\r\n"])
def test_a_byte_order_mark_and_white_space_do_no_harm(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "base.json"
    file.write_bytes(data)
    assert load(file) == load(str(file)) == from_document(small())


def test_many_complaints_are_cut_with_their_number(tmp_path: Path) -> None:
    document = small()
    document["claims"] = [None] * (SHOWN_COMPLAINTS + 5)
    file = tmp_path / "base.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(BaseError) as refused:
        load(file)
    lines = str(refused.value).splitlines()
    assert lines[0] == f"{file}: claims[0]: expected an object"
    assert lines[-1] == f"{file}: and 5 more"
    assert len(lines) == SHOWN_COMPLAINTS + 1
    assert len(run("who", "Асан", "--base", file).err.splitlines()) == SHOWN_COMPLAINTS + 1
    assert len(run("check", file).err.splitlines()) == SHOWN_COMPLAINTS + 5, "check tells all"


def test_a_document_comes_back_as_it_was() -> None:
    document = small()
    written = to_document(from_document(document))
    # what may be left out of a file is written as null
    document["sources"][1] |= {"subtitle": None, "url": None}
    assert written == document
    assert from_document(written) == from_document(small())


def test_keys_that_the_format_does_not_know_are_kept() -> None:
    base = from_document(small())
    assert base.extra == {"made_by": {"tool": "by hand"}}
    assert base.sources[0].extra == {"licence": "CC BY"}
    assert base.claims[-1].extra == {"note": ["ə"]}
    assert to_document(base)["events"][-1]["seats"] == 12


def test_records_are_as_the_file_has_them() -> None:
    base = from_document(small())
    assert [len(base.every(kind)) for kind in KINDS.values()] == [2, 5, 3, 4, 8]
    assert base.speakers[2].aliases == ("Ақбота Нұрлан",)
    assert base.claims[0].span == Span(*small()["claims"][0]["span"])
    assert base.claims[5].span is base.claims[5].text is base.sources[1].date is base.sources[1].url is None


ANY_TEXT = st.text(st.characters(codec="utf-8"))
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(ANY_TEXT.map("x".__add__), ANY_JSON, max_size=3))
def test_anything_may_stand_under_unknown_keys(extra: dict[str, Any]) -> None:
    document = small() | extra
    document["claims"][0] |= extra
    read = from_document(decode("".join(pieces(from_document(document))).encode(), "base"))
    assert read.extra == extra | {"made_by": {"tool": "by hand"}}
    assert to_document(read)["claims"][0] == document["claims"][0]


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decode(data, "base")
    except BaseError as refused:
        assert str(refused).startswith("base: ")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "жаңа база.json"
    write(from_document(small()), file)
    assert load(file) == from_document(small())
    text = file.read_text(encoding="utf-8")
    assert "\\u" not in text.replace("\\u001b", "").replace("\\u0007", ""), "letters stand as they are"
    assert re.search(r'"span": \[\d+, \d+\]', text), "a span stands on one line"
    assert re.search(r"\[\s+\d", text) is None
    assert text.endswith("}\n")
    assert [each.name for each in tmp_path.iterdir()] == [file.name], "nothing is left beside it"


def test_the_old_file_is_whole_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "base.json"
    file.write_bytes(FACTS.read_bytes())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BaseError, match=r"base\.json: cannot be written: No space left on device"):
        write(from_document(small()), file)
    assert file.read_bytes() == FACTS.read_bytes()
    assert list(tmp_path.iterdir()) == [file]


def test_the_old_file_is_whole_when_the_base_cannot_be_put_in_text(tmp_path: Path) -> None:
    file = tmp_path / "base.json"
    file.write_bytes(FACTS.read_bytes())
    with pytest.raises(BaseError, match=r"base\.json: cannot be written"):
        write(from_document(small() | {"note": "\ud800"}), file)
    assert file.read_bytes() == FACTS.read_bytes()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["", "missing/base.json", "file/base.json"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(BaseError, match="cannot be written"):
        write(from_document(small()), tmp_path / name)
    assert (tmp_path / "file").read_bytes() == b"kept"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
