"""Titles, subtitles and date lines at the head of an article, and texts that have none."""

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.extract.head import LONGEST_SHORTENED, LONGEST_TITLE, head

BODY = "Ауылда жаңа мектеп ашылды. Оған екі жүз бала барады."


@pytest.mark.parametrize(
    ("above", "title", "subtitle", "date", "literal"),
    [
        ("Мектеп ашылды\n\n", "Мектеп ашылды", None, None, None),
        ("Мектеп ашылды\n", "Мектеп ашылды", None, None, None),
        (
            "Мектеп ашылды\n\nАуыл қуанышты\n\n23.09.2022\n\n",
            "Мектеп ашылды",
            "Ауыл қуанышты",
            "2022-09-23",
            "23.09.2022",
        ),
        ("Мектеп ашылды\n23.09.2022\nАуыл қуанышты\n\n", "Мектеп ашылды", "Ауыл қуанышты", "2022-09-23", "23.09.2022"),
        ("23.09.2022\n\nМектеп ашылды\n\n", "Мектеп ашылды", None, "2022-09-23", "23.09.2022"),
        ("Мектеп ашылды.\n\n23.09.2022\n\n", "Мектеп ашылды.", None, "2022-09-23", "23.09.2022"),
        ("Мектеп қашан ашылады?\n\n", "Мектеп қашан ашылады?", None, None, None),
        ("«Жаңа мектеп»\n\n", "«Жаңа мектеп»", None, None, None),
        (
            "\ufeff\r\n \xa0\r\nМектеп ашылды\r\n\r\n23.09.2022\r\n\r\n",
            "Мектеп ашылды",
            None,
            "2022-09-23",
            "23.09.2022",
        ),
    ],
)
def test_head_is_told_from_the_body(
    above: str, title: str, subtitle: str | None, date: str | None, literal: str | None
) -> None:
    found = head(above + BODY)
    assert found[:4] == (title, subtitle, date, literal)
    assert (above + BODY)[found.body :].strip() == BODY


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("23.09.2022", "2022-09-23"),
        ("23.09.2022, 14:30", "2022-09-23"),
        ("14:30, 23.09.2022", "2022-09-23"),
        ("2022-09-23", "2022-09-23"),
        ("2022-09-23T14:30:00+06:00", "2022-09-23"),
        ("2022 жылғы 23 қыркүйек", "2022-09-23"),
        ("23 қыркүйек 2022, 14:30", "2022-09-23"),
        ("23 Қыркүйек 2022 | 18:05", "2022-09-23"),
        ("Бейсенбі, 23 қыркүйек 2022 ж.", "2022-09-23"),
        ("Астана, 23 қыркүйек 2022 жыл", "2022-09-23"),
        ("Жарияланған күні: 23.09.2022", "2022-09-23"),
        ("23 сентября 2022", "2022-09-23"),
        ("қыркүйек 2022", "2022-09"),
        ("23.09.22", None),  # of which century?
        ("23 қыркүйек, 14:30", None),  # of which year?
    ],
)
def test_date_line(line: str, date: str | None) -> None:
    found = head(f"Мектеп ашылды\n\n{line}\n\n{BODY}")
    assert (found.title, found.date, found.date_literal) == ("Мектеп ашылды", date, line)
    assert f"Мектеп ашылды\n\n{line}\n\n{BODY}"[found.body :].strip() == BODY


@pytest.mark.parametrize("line", ["2022", "30 жыл", "1,2 млн теңге", "12:30", "2022 жылдың қорытындысы", "5-сынып"])
def test_line_that_is_no_date(line: str) -> None:
    found = head(f"Мектеп ашылды\n\n{line}\n\n{BODY}")
    assert (found.date, found.date_literal) == (None, None)


@pytest.mark.parametrize("line", ["31.02.2022", "2022-13-01", "2022 жылғы 31 сәуір", "30 ақпан 2023, 10:00"])
def test_impossible_date_is_refused_unless_the_day_is_known(line: str) -> None:
    text = f"Мектеп ашылды\n\n{line}\n\n{BODY}"
    with pytest.raises(ValueError, match="There is no"):
        head(text)
    assert head(text, date="2022-03-01")[2:4] == ("2022-03-01", None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (BODY, "Ауылда жаңа мектеп ашылды"),
        ("Ауылда жаңа мектеп ашылды.\n" + BODY, "Ауылда жаңа мектеп ашылды"),
        ("2022 ж. 23 қыркүйекте мектеп ашылды. Ауыл қуанышты.", "2022 ж. 23 қыркүйекте мектеп ашылды"),
        ("сөз " * 60, "сөз " * 24 + "сөз…"),
        ("ә" * 300, "ә" * LONGEST_SHORTENED + "…"),
        ("Ауыл " * 60 + "\n" + BODY, "Ауыл " * 19 + "Ауыл…"),
        ("Бір ғана сөйлем", "Бір ғана сөйлем"),
    ],
)
def test_text_without_a_headline_loses_nothing(text: str, title: str) -> None:
    found = head(text)
    assert (found.title, found.body) == (title, 0)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"Мектеп ашылды\n\n{BODY}", 0),  # another headline than the title that is given
        (f"Жаңа мектеп\n\n{BODY}", 12),
        (f"«Жаңа мектеп».\n{BODY}", 15),
        (f"Жаңа мектеп\nҚуаныш\n\n23.09.2022\n{BODY}", 31),
        (f"23.09.2022\n{BODY}", 11),
        ("Жаңа мектеп", 0),  # nothing else: this is the article
    ],
)
def test_given_title(text: str, body: int) -> None:
    found = head(text, title="Жаңа мектеп")
    assert (found.title, found.body) == ("Жаңа мектеп", body)


def test_date_below_another_headline_than_the_given_title() -> None:
    assert head(f"Мектеп ашылды\n\n23.09.2022\n\n{BODY}", title="id-1") == ("id-1", None, "2022-09-23", "23.09.2022", 0)
    assert head(f"{BODY}\n23.09.2022\n{BODY}", title="id-1").date is None


def test_bundled_article() -> None:
    text = (ROOT / "data" / "article.txt").read_text(encoding="utf-8")
    found = head(text)
    assert found.title == "Қазақстан мен Ресей арасындағы дипломатиялық қарым-қатынасқа 30 жыл"
    assert found.subtitle == "Мәскеуде Қазақстан-Ресей қатынасының 30 жылдығы қорытындыланды"
    assert text[found.body :].lstrip().startswith("Ресей Федерациясы")


LINES = st.sampled_from(
    ["Мектеп ашылды", "23.09.2022", "Ауылда мектеп ашылды.", "", " ", "\ufeff", "қыркүйек", "«", "12:30 2022"]
)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=300), st.lists(LINES, max_size=8).map("\n".join)), st.none() | st.just("Мектеп ашылды")
)
def test_any_text_has_a_head_and_a_body(text: str, title: str | None) -> None:
    found = head(text, title, "2022-01-01")
    assert 0 <= found.body <= len(text)
    assert found.body == 0 or text[found.body - 1] == "\n"
    assert len(found.title) <= LONGEST_TITLE
    if text.strip() and title is None:
        assert found.body == 0 or text[found.body :].strip()
