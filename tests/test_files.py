"""A file is replaced whole, and what a killed process left beside it goes in time."""

import os
import time
from pathlib import Path

import pytest

from kzfacts.files import A_DAY, beside


def test_a_file_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "base.json"
    file.write_text("old")
    with beside(file) as draft:
        draft.write_text("new")
        assert file.read_text() == "old"
    assert file.read_text() == "new"
    assert list(tmp_path.iterdir()) == [file]


def test_an_error_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "base.json"
    file.write_text("old")
    with pytest.raises(ZeroDivisionError), beside(file) as draft:
        draft.write_text("half")
        raise ZeroDivisionError
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("name", "age", "stays"),
    [
        (".base.json.17.tmp", A_DAY + 60, False),
        (".base.json.17.tmp", A_DAY - 60, True),  # somebody may be writing it
        (".base.json.journal", A_DAY + 60, True),
        (".other.json.17.tmp", A_DAY + 60, True),
        ("base.json.17.tmp", A_DAY + 60, True),
    ],
)
def test_what_was_left_is_removed_after_a_day(tmp_path: Path, name: str, age: int, stays: bool) -> None:
    left = tmp_path / name
    left.write_text("left")
    os.utime(left, (time.time() - age, time.time() - age))
    with beside(tmp_path / "base.json") as draft:
        draft.write_text("new")
    assert left.exists() == stays
