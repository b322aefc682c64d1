"""What the commands answer, what they refuse, and with which exit code."""

import json
from pathlib import Path

import pytest
from conftest import FACTS, run

from kzfacts import __version__
from kzfacts.model import KINDS

FOUND, NOTHING, ERROR = 0, 1, 2

# A command line, its exit code, and something that standard error says; "" for silence.
ANSWERS = [
    (["who", "Көшербаев"], FOUND, ""),
    (["who", "Ермек", "Көшербаев"], FOUND, ""),
    (["who", "қатысушылар"], FOUND, ""),
    (["who", "Қырымбек", "Көшербаев"], NOTHING, "nothing found; near: Ермек Көшербаев"),
    (["who", "Тоқаев"], NOTHING, "nothing found"),
    (["who", "Көшербаев", "--exact"], FOUND, ""),
    (["who", "Rjithaftd", "--exact"], NOTHING, "nothing found"),
    (["who", "Көшербаев", "--min-score", "100"], NOTHING, "nothing found; near: Ермек Көшербаев"),
    (["role", "елші"], FOUND, ""),
    (["role", "министрдің", "орынбасары"], FOUND, ""),
    (["role", "ғарышкер"], NOTHING, "nothing found"),
    (["claim", "қауіпсіздік"], FOUND, ""),
    (["claim", "қауіпсіздік", "--limit", "1"], FOUND, "2 more; --limit 0 shows all"),
    (["claim", "қауіпсіздік", "--who", "Дубнов"], FOUND, ""),
    (["claim", "қауіпсіздік", "--who", "Торкунов"], NOTHING, "nothing found"),
    (["claim", "--who", "Қырымбек Көшербаев"], NOTHING, "nothing found; near: Ермек Көшербаев"),
    (["claim", "--act", "proposal"], FOUND, ""),
    (["claim", "--form", "direct"], FOUND, ""),
    (["claim", "--form", "anaphoric"], NOTHING, "nothing found"),
    (["claim", "--event", "2022-09-23"], FOUND, ""),
    (["claim", "--event", "2021"], NOTHING, "nothing found"),
    (["event", "2022-09-23"], FOUND, ""),
    (["event", "қазан", "2022"], FOUND, ""),
    (["event", "Астана"], FOUND, ""),
    (["event", "2021"], NOTHING, "nothing found"),
    (["search", "Астана"], FOUND, ""),
    (["search", "жоқсөз"], NOTHING, "nothing found"),
    *((["list", kind], FOUND, "") for kind in KINDS),
    (["show", "arkadiy-dubnov-2"], FOUND, ""),
    (["show", "qazaqstan-resey-30-zhyl"], FOUND, ""),
    (["show", "nobody"], NOTHING, "nothing found"),
    (["read"], FOUND, ""),
    (["read", "nothing"], NOTHING, "nothing found"),
    (["check"], FOUND, ""),
    (["check", FACTS], FOUND, ""),
    (["romanize", "Қазақстан"], FOUND, ""),
    # a query that says nothing finds nothing
    *(([command, words], NOTHING, "nothing found") for command in ("who", "role", "claim", "event", "search")
      for words in ("", "  ", "?!…", "«»", "[red]", "\x1b[31m", "\0\7", "\udcff\udcfe", "一二三", "👍", "ә" * 100_000)),
    # what cannot be asked
    (["event", "2022-13-45"], ERROR, "There is no month 13."),
    (["event", "31.02.2022"], ERROR, "31"),
    (["event", "2022-10-31..2022-09-01"], ERROR, "ends before it begins"),
    (["claim", "сөз", "--event", "2022-13"], ERROR, "There is no month 13."),
    (["claim", "сөз " * 80], NOTHING, "nothing found"),
    (["claim", *map("сөз{}".format, range(80))], ERROR, "80 words"),
    (["claim"], ERROR, "claim takes words, or one of --who"),
    (["claim", "сөз", "--act", "shout"], ERROR, "there is no act 'shout'; there are statement,"),
    (["claim", "сөз", "--form", "loud"], ERROR, "there is no form 'loud'; there are direct,"),
    (["list", "people"], ERROR, "there is no kind 'people'; there are sources, speakers,"),
    (["list"], ERROR, "Missing argument"),
    (["who"], ERROR, "Missing argument"),
    (["whom", "X"], ERROR, "No such command 'whom'"),
    (["who", "X", "--colour", "never"], ERROR, "No such option"),
    (["who", "X", "--color", "sometimes"], ERROR, "--color takes auto, always or never, not 'sometimes'"),
    (["who", "X", "--json", "--tsv"], ERROR, "--json, --jsonl and --tsv exclude one another"),
    (["who", "X", "--limit", "-1"], ERROR, "--limit"),
    (["who", "X", "--min-score", "101"], ERROR, "--min-score"),
    (["who", "X", "--script", "klingon"], ERROR, "There is no romanization 'klingon'. Choose from latin2021,"),
    (["romanize", "сөз", "--script", "klingon"], ERROR, "There is no romanization 'klingon'. Choose from latin2021,"),
    (["romanize", "soz", "--reverse"], ERROR, "--script iso9"),
    (["who", "X", "--base", "no/such.json"], ERROR, "such.json: there is no such file"),
    (["check", "no/such.json"], ERROR, "such.json: there is no such file"),
]  # fmt: skip


def _id(arguments: list[object]) -> str:
    return ascii(" ".join(map(str, arguments)))[:60]


@pytest.mark.parametrize(("arguments", "code", "said"), ANSWERS, ids=[_id(arguments) for arguments, _, _ in ANSWERS])
def test_the_exit_code_tells_found_from_nothing_from_error(arguments: list[object], code: int, said: str) -> None:
    done = run(*arguments)
    assert done.code == code
    assert said in done.err
    assert bool(said) == bool(done.err)
    assert all(line.startswith("kzfacts: ") for line in done.err.splitlines())
    assert done.err.count("\n") <= 2
    assert code != ERROR or done.out == ""


@pytest.mark.parametrize("command", ["who", "role", "claim", "event", "search"])
def test_nothing_found_is_an_empty_array_in_json(command: str) -> None:
    assert run(command, "жоқсөз", "--json").out == "[]\n"
    assert run(command, "жоқсөз", "--jsonl").out == ""
    assert run(command, "жоқсөз", "--tsv").out.count("\n") == 1, "the header alone"


def test_without_arguments_the_help_is_shown_and_that_is_an_error() -> None:
    done = run()
    assert done.code == ERROR
    assert "Usage: kzfacts" in done.out + done.err


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["who", "--help"], ["claim", "-h"]])
def test_help_is_no_error(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, done.err) == (FOUND, "")
    assert "Usage: kzfacts" in done.out


@pytest.mark.parametrize("arguments", [["--version"], ["-V"], ["-V", "who"]])
def test_the_version_is_one_line(arguments: list[str]) -> None:
    assert run(*arguments) == (FOUND, f"kzfacts {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["who", "Торкунов"], "Анатолий Торкунов"),
        (["claim", "ақтаңдақтарды"], "тарихшылар конференциясын"),
        (["event", "2022-09-23"], "жарияланған күні бойынша"),
        (["event", "2022-10"], "шамамен 2022 ж. қазан"),
    ],
)
def test_a_terminal_gets_a_table_and_a_pipe_tsv(arguments: list[str], words: str) -> None:
    table = run(*arguments, terminal=True)
    assert table.out.count("╭") <= table.out.count("│")
    assert words.split()[0] in table.out
    piped = run(*arguments)
    assert "╭" not in piped.out
    assert piped.tsv, "a header line, then a fact a line"
    assert run(*arguments, "--color", "always").out.count("\x1b[") > 2, "colours, and so a table, also in a pipe"


@pytest.mark.parametrize(
    ("env", "options", "coloured"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": ""}, [], True),
        ({"TERM": "dumb"}, [], False),
        ({}, ["--color", "never"], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ],
)
def test_colour_follows_the_option_then_the_environment(
    env: dict[str, str], options: list[str], coloured: bool
) -> None:
    done = run("who", "Торкунов", *options, terminal=True, env=env)
    assert ("\x1b[" in done.out) == coloured
    assert "╭" in done.out


def test_a_limit_cuts_and_says_what_it_left() -> None:
    cut = run("list", "claims", "--limit", "3", "--json")
    assert len(cut.json) == 3
    assert cut.err == "kzfacts: 26 more; --limit 0 shows all\n"
    assert len(run("list", "claims", "--limit", "0", "--json").json) == 29
    assert run("list", "claims", "--limit", "29").err == ""


@pytest.mark.parametrize("command", ["who", "role", "claim", "event", "search"])
def test_queries_on_standard_input_are_answered_a_line_each(command: str) -> None:
    queries = ["Торкунов", "", "қауіпсіздік", "2022-13-45", "[red]", "2022", "елші"]
    done = run(command, "-", stdin="\n".join(queries))
    assert [line["query"] for line in done.jsonl] == queries
    for line in done.jsonl:
        asked = run(command, line["query"], "--json", "--limit", "100")
        assert line["matches"] == (asked.json if asked.code != ERROR else [])
    assert ("line 4: There is no month 13." in done.err) == (command in ("event", "search"))
    assert done.code == (FOUND if any(line["matches"] for line in done.jsonl) else NOTHING)


def test_no_queries_on_standard_input_are_no_answers() -> None:
    assert run("who", "-") == (NOTHING, "", "")


def test_windows_line_ends_are_no_part_of_a_query() -> None:
    assert run("who", "-", stdin="Торкунов\r\n").jsonl[0]["query"] == "Торкунов"


def test_a_base_comes_from_the_option_or_else_the_environment(small_file: Path) -> None:
    assert run("list", "sources", "--base", small_file).tsv[0]["id"] != run("list", "sources").tsv[0]["id"]
    env = {"KZFACTS_BASE": str(small_file)}
    assert run("list", "sources", env=env) == run("list", "sources", "--base", small_file)
    assert run("list", "sources", "--base", FACTS, env=env) == run("list", "sources")
    assert run("check", env=env).out.startswith(str(small_file))


def test_several_bases_answer_together(small_file: Path) -> None:
    both = run("list", "speakers", "--base", FACTS, "--base", small_file, "--json").json
    assert {each["name"] for each in both} >= {"Анатолий Торкунов", "Әсел Өмірқызы"}


def test_a_bad_base_is_told_of_with_its_places(tmp_path: Path) -> None:
    document = json.loads(FACTS.read_text(encoding="utf-8"))
    document["claims"][3]["speaker"] = "nobody"
    document["roles"][2]["span"] = [0, 5]
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(document), encoding="utf-8")
    for arguments in (["who", "Торкунов", "--base", broken], ["check", broken]):
        done = run(*arguments)
        assert (done.code, done.out) == (ERROR, "")
        assert f"{broken}: claims[3].speaker: " in done.err
        assert f"{broken}: roles[2].span: " in done.err


@pytest.mark.parametrize(
    ("arguments", "matched"),
    [
        (["who", "Kosherbayev"], ("spelling", "Көшербаев", "name")),
        (["who", "Көшербаевтың"], ("inflected", "Көшербаев", "name")),
        (["event", "2022-09-23"], ("exact", "2022-09-23", "date")),
        (["event", "Мәскеу"], ("exact", "Мәскеу", "place")),
        (["event", "конференция"], ("exact", "конференция", "name")),
        (["event", "soyuz-ms-22"], ("exact", "soyuz-ms-22", "id")),
        (["role", "елшісі"], ("exact", "Елшісі", "title")),
        (["role", "департаментінде"], ("inflected", "департаменті", "title")),
    ],
)
def test_a_match_says_what_met_what(arguments: list[str], matched: tuple[str, str, str]) -> None:
    first = run(*arguments, "--json").json[0]["match"]
    assert (first["kind"], first["matched"], first["field"]) == matched
