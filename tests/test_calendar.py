"""Dates as people type them, and as Kazakh prints them."""

import re

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.kazakh.calendar import DateError, Interval, Yearly, edtf, kazakh, parse
from kzfacts.kazakh.edtf import days_of
from kzfacts.kazakh.months import ENGLISH_MONTHS, MONTHS, RUSSIAN_MONTHS, month_named
from kzfacts.kazakh.romanization import SCHEMES, romanize


def test_months_are_named_as_in_cldr() -> None:
    english = [get_month_names(width, locale="en") for width in ("wide", "abbreviated")]
    for number, forms in enumerate(ENGLISH_MONTHS, 1):
        assert {names[number].lower() for names in english} <= set(forms.split())
    assert list(MONTHS) == [get_month_names("wide", locale="kk")[number].lower() for number in range(1, 13)]
    genitives = [get_month_names("wide", locale="ru")[number] for number in range(1, 13)]
    assert [forms.split()[1] for forms in RUSSIAN_MONTHS] == genitives


@pytest.mark.parametrize(
    ("date", "spellings"),
    [
        (
            "2022-09-23",
            """2022-09-23; 23.09.2022; 23/09/2022; 23-09-2022; 2022.09.23; 2022/09/23; 2022-9-23; 23.9.2022 ж.;
            23 қыркүйек 2022; 2022 ж. 23 қыркүйек; 2022 жылғы 23 қыркүйекте; 2022 жылдың 23 қыркүйегі;
            23 қыркүйекте 2022 жылы; 2022 жылғы қыркүйектің 23-і; 23-қыркүйек 2022; 2022ж. 23қыркүйек;
            23 ҚЫРКҮЙЕК 2022; 23 кыркуйек 2022; 23 qyrküiek 2022; 23 qyrkúıek 2022 jyl; 23 qırküyek 2022;
            23 kyrkuyek 2022;            23 қыркүек 2022; 23 қыркйүек 2022;
            23 сентября 2022; 23 сентября 2022 года; 2022 жылғы 23 қыркүйек күні;
            2022 жылғы 23 қыркүйек, жұма; жұма, 23 қыркүйек 2022; 23 September 2022; Sept 23, 2022""",
        ),
        (
            "2022-09",
            """2022-09; 09.2022; 9/2022; қыркүйек 2022; 2022 қыркүйек; 2022 жылғы қыркүйек; 2022 жылдың қыркүйегінде;
            2022 жылғы қыркүйек айында; 2022 жылдың қыркүйек айының; сентябрь 2022; в сентябре 2022""".replace(
                "; в ", "; "
            ),
        ),
        (
            "2022-10~",
            "2022-10~; 10.2022~; 2022 жылғы қазан айының ортасы; шамамен 2022 ж. қазан; қазанның басында 2022",
        ),
        ("2022", "2022; 2022 ж.; 2022 жыл; 2022 жылы; 2022 жылғы; 2022 г.; 2022 jyl"),
        ("202X", "202X"),
        ("2022-09-01/2022-10-31", "2022-09-01..2022-10-31; 1 қыркүйек..31 қазан 2022; 01.09.2022–31.10.2022"),
        (
            "2022-09/2022-10",
            "2022-09..2022-10; қыркүйек 2022..қазан 2022; қыркүйек–қазан 2022; 2022-09 - 2022-10; 2022-09/2022-10",
        ),
        ("2022-23", "2022 күз; 2022 жылдың күзі; 2022 жылдың күзінде; күз 2022"),
        (
            "2022-09-01/2022-10-05",
            "1 қыркүйектен 5 қазанға дейін 2022; 2022 жылғы 1 қыркүйектен 5 қазанға дейін; "
            "01.09.2022-ден 05.10.2022-ге дейін",
        ),
        ("2022-09-23/2022-09-25", "2022 жылғы 23-25 қыркүйек; 2022 ж. 23–25 қыркүйек; 2022 қыркүйек 23-25"),
        ("2022-09-23/2022-09-25", "23–25 қыркүйек 2022; 23-25 қыркүйек 2022; 2022-09-23..25; 23..25 сентября 2022"),
        ("2022-09/..", "2022-09..; қыркүйек 2022..; қыркүйек 2022…; 2022 жылғы қыркүйектен бастап"),
        ("../2022", "..2022; ..2022 жыл"),
        ("2020/2022", "2020..2022; 2020-2022; 2020–2022; 2020/2022"),
    ],
)
def test_dates_as_they_are_typed(date: str, spellings: str) -> None:
    for spelling in re.split(r";\s*", spellings):
        assert parse(spelling) == parse(f"  {spelling} ") == edtf(date), spelling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("қазан", Yearly(10)),
        ("Қазанда", Yearly(10)),
        ("қазан айында", Yearly(10)),
        ("қазан айының", Yearly(10)),
        ("қыркүйектің", Yearly(9)),
        ("желтоксан", Yearly(12)),
        ("желтоқасн", Yearly(12)),
        ("тамыз", Yearly(8)),
        ("август", Yearly(8)),
        ("august", Yearly(8)),
        ("23 қыркүйек", Yearly(9, 23)),
        ("29 ақпан", Yearly(2, 29)),
        ("1 мамырда", Yearly(5, 1)),
        ("9 мая", Yearly(5, 9)),
    ],
)
def test_a_month_without_a_year_comes_every_year(text: str, expected: Yearly) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        ("Көшербаев", "a name"),
        ("елші", "a word"),
        ("қазақ", "not a misspelt қазан"),
        ("қазақ 2022", "nor beside a year"),
        ("Мамин 2022", "a name, near to мамыр"),
        ("5 қатар", "rows, not қаңтар"),
        ("тамыр", "as near to мамыр as to тамыз"),
        ("сауат", "no month alone is taken for misspelt when it is short"),
        ("Наурызбай", "a name"),
        ("маусымдық", "seasonal"),
        ("Казань", "the city, by its soft sign"),
        ("may", "an English word; as a month only beside a number"),
        ("күз", "an autumn, which"),
        ("жаз 23", "a season has no days"),
        ("жұма", "a weekday"),
        ("Мәскеуден Астанаға дейін", "from one city to another"),
        ("май", "fat; as a Russian month only beside a number"),
        ("30", "a number"),
        ("30 жыл", "a time of thirty years"),
        ("30 жылдық 2022", "an anniversary"),
        ("12345", "a number"),
        ("1" * 5000, "a number longer than Python likes"),
        ("ы" * 20000, "a word that would take long"),
        ("1990 жылдар", "a decade is not the year"),
        ("2022 2023", "two years"),
        ("2022 конференция", "a year and something else"),
        ("23 қыркүйек 2022 Мәскеу", "a date and something else"),
        ("қыркүйек қазан", "two months"),
        ("Қазақстан – Ресей", "a dash between words"),
        ("Нұр-Сұлтан", "a hyphen"),
        ("foo..bar", "dots between words"),
        ("..", "an open end alone"),
        ("соңы", "an end of what"),
        ("жыл", "a year, which"),
        ("2022 айы", "a year is no month"),
    ],
)
def test_what_is_not_a_date(text: str, why: str) -> None:
    assert parse(text) is None, why


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2022-13-45", "no month 13"),
        ("23.13.2022", "no month 13"),
        ("2022-00", "no month 0"),
        ("31 ақпан", "no day 31 in ақпан"),
        ("29.02.2023", "no day 29 in 2023-02"),
        ("32 қазан 2022", "no day 32"),
        ("0 қазан", "no day 0"),
        ("2022-10-31..2022-09-01", "ends before it begins"),
        ("2022-10/2022-09", "ends before it begins"),
        ("қазан..қараша", "needs a year"),
        ("2022..Мәскеу", "'мәскеу' is not a date"),
        ("23.09.22", "four digits"),
    ],
)
def test_the_impossible_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason) as caught:
        parse(text)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("month", MONTHS)
def test_months_are_read_in_every_romanization(month: str, scheme: str) -> None:
    assert parse(romanize(month, scheme)) == Yearly(MONTHS.index(month) + 1)
    assert parse(romanize(f"2022 ж. 3 {month}", scheme)) == edtf(f"2022-{MONTHS.index(month) + 1:02}-03")


@given(st.sampled_from(MONTHS), st.integers(0, 8), st.sampled_from("абгдежзиклмнопрстуфхшыікқңғөұүә"))
def test_a_misspelt_month_is_the_right_one_or_none(month: str, place: int, letter: str) -> None:
    wrong = month[: place % len(month)] + letter + month[place % len(month) + 1 :]
    assert month_named(wrong, "day") in (None, MONTHS.index(month) + 1)


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2022-09-23", "2022 ж. 23 қыркүйек"),
        ("2022-10", "2022 ж. қазан"),
        ("2022-10~", "шамамен 2022 ж. қазан"),
        ("2022?", "бәлкім 2022 ж."),
        ("2022", "2022 ж."),
        ("2022-XX", "2022 ж."),
        ("202X", "2020–2029 жж."),
        ("2022-23", "2022 ж. күз"),
        ("2022-09/2022-10", "2022 ж. қыркүйек – қазан"),
        ("2022-09-23/2022-09-25", "2022 ж. 23–25 қыркүйек"),
        ("2022-09-30/2022-10-02", "2022 ж. 30 қыркүйек – 2 қазан"),
        ("2022-12-30/2023-01-02", "2022 ж. 30 желтоқсан – 2023 ж. 2 қаңтар"),
        ("2020/2022", "2020–2022 жж."),
        ("2022-09/..", "2022 ж. қыркүйек – …"),
        ("../2022", "… – 2022 ж."),
        ("no date", "no date"),
    ],
)
def test_dates_in_kazakh(date: str, written: str) -> None:
    assert kazakh(date) == written


@given(st.integers(0, 9999), st.integers(1, 12), st.integers(1, 31))
def test_what_is_printed_is_read_again(year: int, month: int, day: int) -> None:
    date = f"{year:04}-{month:02}-{min(day, days_of(month, year)):02}"
    if year >= 1000:
        assert parse(kazakh(date)) == edtf(date)
        assert parse(kazakh(date[:7])) == edtf(date[:7])
    assert parse(date) == edtf(date)


words = st.sampled_from(
    [
        *MONTHS,
        "қыркүйегінде",
        "сентября",
        "2022",
        "23",
        "31",
        "0",
        "ж.",
        "жылғы",
        "айы",
        "..",
        "–",
        "-",
        "/",
        ".",
        "~",
        "X",
        "шамамен",
        "foo",
    ]
)


@given(
    st.lists(words, max_size=6).flatmap(lambda parts: st.sampled_from(["".join(parts), " ".join(parts)])) | st.text()
)
def test_any_text_is_a_date_or_none_or_refused(text: str) -> None:
    try:
        found = parse(text)
    except DateError:
        return
    assert found is None or isinstance(found, (Interval, Yearly))
    if isinstance(found, Interval):
        assert found.first <= found.last
