"""Articles as they come: files, folders, JSON Lines, standard input; what is none is refused and the rest goes on."""

import hashlib
import io
import json
import os
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.extract import articles as module
from kzfacts.extract.articles import Article, Given, Refused, articles, published

TEXT = "Ауылда мектеп ашылды.\nОған екі жүз бала барады."


def read(*paths: object, told: Given = Given()) -> list[Article | Refused]:  # noqa: B008
    return list(articles(map(str, paths), told))


def one(data: bytes, folder: Path, name: str = "a.txt") -> Article | Refused:
    (folder / name).write_bytes(data)
    [found] = read(folder / name)
    return found


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        "Ауылда\xa0мектеп — «ашылды».\u2028Оған… бала \u200bбарады\f",
        "\n\n" + TEXT + "\n\n",
        "й" + "и\u0306",  # composed and not: never made one
        "a\ttab, \x1b[31mескерту\x07",
    ],
)
def test_text_is_what_the_bytes_decode_to(text: str, tmp_path: Path) -> None:
    found = one(text.encode(), tmp_path)
    assert isinstance(found, Article)
    assert found.text == text
    assert found.sha256() == hashlib.sha256((tmp_path / "a.txt").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        ("\ufeff\n".encode(), "is empty"),
        (TEXT.encode("cp1251", "replace"), "is not UTF-8 (byte 0)"),
        (TEXT.encode("utf-16"), "is not UTF-8: it is UTF-16"),
        (TEXT.encode()[:-2], "is not UTF-8 (byte"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is not UTF-8"),
        (b"PK\x03\x04\x00\x00", "is no text: it has bytes that are zero"),
    ],
)
def test_file_that_is_no_text(data: bytes, why: str, tmp_path: Path) -> None:
    found = one(data, tmp_path)
    assert isinstance(found, Refused)
    assert why in found.why
    assert found.place == str(tmp_path / "a.txt")


def test_file_longer_than_any_article_is_refused_and_not_held(tmp_path: Path) -> None:
    with patch.object(module, "LONGEST", 1000):
        found = one(("ә" * 1000).encode(), tmp_path)
        assert isinstance(found, Refused) and "longer than any article" in found.why
        good = json.dumps({"text": TEXT})
        (tmp_path / "b.jsonl").write_text(json.dumps({"text": "ә" * 1000}) + f"\n{good}\n")
        refused, article = read(tmp_path / "b.jsonl")
    assert refused.place == f"{tmp_path / 'b.jsonl'}:1"
    assert isinstance(article, Article) and article.place == f"{tmp_path / 'b.jsonl'}:2"


def test_paths_that_cannot_be_read_do_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    found = read(tmp_path / "none.txt", tmp_path / "empty", tmp_path / "good.txt", "a\0b")
    assert [type(each) for each in found] == [Refused, Refused, Article, Refused]
    assert [each.why for each in found if isinstance(each, Refused)] == [
        "there is no such file",
        "holds no .txt or .jsonl file",
        "cannot be read: embedded null byte",
    ]


def test_folder_is_read_to_the_bottom_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/y.jsonl", "c.json", ".hidden.txt", ".git/d.txt", "a/e.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"text": TEXT}) if name.endswith("l") else TEXT, encoding="utf-8")
    assert [os.path.relpath(each.place, tmp_path) for each in read(tmp_path)] == ["a/y.jsonl:1", "a/z.TXT", "b.txt"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": "Мәтін."}', ("Мәтін.", None, None, None)),
        (
            '{"title": "Т", "date": "23.09.2022", "url": "u", "text": "Мәтін.", "x": 1}',
            ("Мәтін.", "Т", "2022-09-23", "u"),
        ),
        ('{"title": " ", "date": null, "url": "", "text": "М"}', ("М", None, None, None)),
        ('{"text": "\\u041c\\r\\n"}', ("М\r\n", None, None, None)),
        ('{"text": 5}', '"text" is no text'),
        ('{"title": "Т"}', '"text" is missing'),
        ('{"text": "М", "title": ["Т"]}', '"title" is neither text nor null'),
        ('{"text": "М", "date": "31.02.2022"}', "There is no day 31"),
        ('{"text": "М", "date": "кеше"}', "is not the date of a day"),
        ('{"text": "М", "date": "2022"}', ("М", None, "2022", None)),
        ('{"text": "\\ud800"}', "holds half a character"),
        ('{"text": "М", "url": "\\udfff"}', "holds half a character"),
        ('{"text": " "}', "is empty"),
        ('["text"]', 'expected an object with "text"'),
        ('{"text": "М"', "is not JSON"),
        ("[" * 10**5, "is not JSON"),
        ("5" * 5000, "is not JSON"),
    ],
)
def test_json_lines(line: str, expected: tuple[str | None, ...] | str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"\n{line}\n" + json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    first, second = read(tmp_path / "a.jsonl", told=Given("other", "2020-01-01", "other"))
    assert first.place == f"{tmp_path / 'a.jsonl'}:2"
    if isinstance(first, Article):
        assert (first.text, first.title, first.date, first.url) == expected
    else:
        assert isinstance(expected, str) and expected in first.why
    assert isinstance(second, Article)


def test_empty_json_lines_are_refused(tmp_path: Path) -> None:
    assert one(b"\n \n", tmp_path, "a.jsonl") == Refused(str(tmp_path / "a.jsonl"), "is empty")


@pytest.mark.parametrize(
    "data", [TEXT.encode(), json.dumps({"text": TEXT}).encode(), b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode()]
)
def test_standard_input_may_be_a_text_or_json_lines(data: bytes) -> None:
    with patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(data))):
        [found] = read("-")
    assert isinstance(found, Article) and found.text == TEXT
    assert found.place.startswith("standard input")


def test_what_is_told_of_a_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    told = Given("Мектеп", "2022-09-23", "https://example.org/1")
    assert read(tmp_path / "a.txt", told=told) == [
        Article(str(tmp_path / "a.txt"), TEXT, *told, size=len(TEXT.encode()))
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2022-09-23", "2022-09-23"),
        ("2022-09-23T10:00:00+06:00", "2022-09-23"),
        ("2022-09-23 10:00", "2022-09-23"),
        (" 23.09.2022 ", "2022-09-23"),
        ("23.09.2022 10:00", "2022-09-23"),
        ("2022 жылғы 23 қыркүйек", "2022-09-23"),
        ("2022-09", "2022-09"),
        ("2022", "2022"),
    ],
)
def test_published(text: str, date: str) -> None:
    assert published(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "кеше",
        "20220923",
        "202X",
        "0000-00",
        "2022-13",
        "2022-09-31",
        "23.09",
        "32.01.2022",
        "2022-09/2022-10",
        "қыркүйек",
    ],
)
def test_not_published(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        published(text)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace"))),
    st.sampled_from(["a.txt", "a.jsonl"]),
)
def test_any_bytes_are_an_article_to_the_letter_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    file = tmp_path_factory.mktemp("any") / name
    file.write_bytes(data)
    for found in read(file):
        if isinstance(found, Refused):
            assert found.why and found.place.startswith(str(file))
        elif name == "a.txt" and found.place == str(file):
            assert found.text.encode() == data
