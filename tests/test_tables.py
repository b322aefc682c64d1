"""What a terminal shows: within its width, with nothing cut off, and harmless whatever a base holds."""

import re
from pathlib import Path

import pytest
from conftest import FACTS, run
from rich.cells import cell_len

from kzfacts.base import load
from kzfacts.kazakh.schemes import SCHEMES
from kzfacts.model import ACTS, KINDS
from kzfacts.show import labels
from kzfacts.show.text import shown

COMMANDS = [
    ["who", "Көшербаев"],
    ["who", "Rjithaftd"],
    ["who", "қатысушылар"],
    ["role", "орынбасары"],
    ["claim", "қауіпсіздік"],
    ["event", "2022"],
    ["event", "съезі"],
    ["search", "Астана"],
    ["show", "batyr-niyazliev-2"],
    ["show", "soyuz-ms-22"],
    ["show", "dina-malysheva"],
    ["read"],
    *(["list", kind] for kind in KINDS),
]
IDS = [" ".join(command) for command in COMMANDS]
BASE = load(FACTS)


def table(*arguments: object, width: int = 80) -> str:
    done = run(*arguments, "--color", "never", terminal=True, env={"COLUMNS": str(width)})
    assert done.code == 0
    return done.out


def words(text: str) -> str:
    """Give the letters and figures of a text, which wrapping must not change."""
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("width", [20, 50, 72, 80, 140])
@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
def test_no_line_is_wider_than_the_terminal(command: list[str], width: int) -> None:
    assert max(map(cell_len, table(*command, width=width).splitlines())) <= width


@pytest.mark.parametrize("width", [20, 50, 80, 140])
def test_nothing_is_cut_off(width: int) -> None:
    listed = words(table("list", "claims", width=width))
    if width < 72:  # one column: every text stands in one piece
        assert [claim.id for claim in BASE.claims if claim.text and words(claim.text) not in listed] == []
    assert "…" not in table("list", "claims", width=width)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
def test_in_latin_letters_no_cyrillic_is_left(command: list[str], scheme: str) -> None:
    latin = table(*command, "--script", scheme)
    # what was typed stays as it was typed
    assert re.findall("[Ѐ-ӿ]+", re.sub("«[^»]*» →", "", latin)) == []


def test_a_direct_quotation_stands_in_its_marks_and_other_speech_does_not() -> None:
    spoken = " ".join(
        line.split("│")[2].strip() for line in table("claim", "--who", "Ниязлиев").splitlines() if "│" in line
    )
    assert "«Түркіменстан үшін" in spoken
    assert "жүргізіп жатыр», – деді" in spoken
    assert "«дипломатиялық" not in spoken


def test_the_cue_stands_where_the_source_has_it() -> None:
    said = words(table("who", "Торкунов", width=60))
    assert words("келе жатқанын атап өтті") in said
    assert words("айтуынша, Ресей Қазақстанның") in said


def test_a_date_that_only_the_article_has_is_called_that() -> None:
    assert "2022 ж. 23 қыркүйек (жарияланған күні бойынша) · Мәскеу" in table("event", "2022-09-23")
    assert "шамамен 2022 ж. қазан («қазан айының ортасында») · Астана" in table("event", "2022-10")


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("Көшербаевтың", "(жалғаулы, "),
        ("Kosherbayev", "(басқаша жазылған, "),
        ("Rjithaftd", "(пернетақта тілі ауыспаған, болжам, "),
    ],
)
def test_a_match_that_is_not_exact_says_what_it_is(query: str, why: str) -> None:
    assert f"«{query}» → Көшербаев {why}" in table("who", query, width=120)


def test_the_article_marks_every_claim_with_its_speaker() -> None:
    article = table("read")
    assert article.count("⟦") == article.count("⟧") == len(BASE.claims)
    assert "⟧¹⁴" in article
    speakers = article.rstrip().splitlines()[-14:]
    assert speakers[0] == "¹ Анатолий Торкунов"
    assert {line.split(" ", 1)[1] for line in speakers} == {speaker.name for speaker in BASE.speakers}
    # between its marks, and with its lines joined, the article is there to the letter
    unmarked = re.sub("⟦|⟧[⁰¹²³⁴⁵⁶⁷⁸⁹]+", "", "\n".join(article.rstrip().splitlines()[:-14]))
    assert unmarked.split() == BASE.sources[0].text.split()


def test_speakers_have_colours_of_their_own() -> None:
    done = run("read", "--color", "always", terminal=True, env={"COLORTERM": "truecolor"})
    styles = re.findall(r"\x1b\[([\d;]+)m[¹²³⁴⁵⁶⁷⁸⁹⁰]+ \x1b", done.out)
    assert len(set(styles)) == 14


def test_show_gives_the_sentence_and_a_citation() -> None:
    shown = table("show", "aleksandr-musienko-2")
    assert words("және оның сәтті өткізілетініне сенім білдірді.") in words(shown)
    assert "23.09.2022, 10-азатжол, 3007–3032" in shown
    marked = run("show", "aleksandr-musienko-2", "--color", "always", terminal=True).out
    assert re.search(r"\x1b\[1;33m[^\x1b]*өткізілетініне\x1b\[0m", marked)


@pytest.mark.parametrize(
    "command",
    [["who", "Жұмабек"], ["list", "claims"], ["list", "events"], ["list", "sources"], ["show", "c7"], ["read", "keme"]],
    ids=" ".join,
)
@pytest.mark.parametrize("form", [[], ["--tsv"], ["--json"], ["--color", "always"]], ids=" ".join)
def test_text_from_a_base_is_data(command: list[str], form: list[str], small_file: Path) -> None:
    done = run(*command, "--base", small_file, *form, terminal=True)
    assert done.code == 0
    sent = done.out if form in (["--tsv"], ["--json"]) else re.sub(r"\x1b\[[\d;]*m", "", done.out)  # our own colours
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", sent.replace("\r\n", "\n"))
    if command[0] in ("read", "list") and form == []:
        assert "[" in sent, "markup is shown, not obeyed"


def test_a_table_in_a_pipe_is_asked_for_by_colour() -> None:
    assert "╭" in run("list", "roles", "--color", "always").out


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("сөз", "сөз"),
        ("екі\nжол\tбір", "екі жол бір"),
        ("\x1b[31mқызыл", "\\x1b[31mқызыл"),
        ("\x9b1m", "\\x9b1m"),
        ("а\u202eб", "а\\u202eб"),
        ("\ud800", "\\ud800"),
        ("[bold]", "[bold]"),
        ("а\u2028б", "а б"),
        ("а\xa0б", "а\xa0б"),
    ],
)
def test_control_characters_are_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_every_act_and_kind_of_match_has_a_label() -> None:
    assert set(labels.ACTS) == set(ACTS)
    assert len(set(labels.ACTS.values())) == len(ACTS)
    assert set(labels.MATCHES) == {"exact", "spelling", "inflected", "layout", "fuzzy"}
