"""`kzfacts romanize`: streams to the letter, exit codes, what it refuses."""

import pytest
from conftest import ROOT, process, run, run_process

from kzfacts.kazakh.romanization import ALIASES, SCHEMES


@pytest.mark.parametrize(
    ("arguments", "stdin", "out"),
    [
        (["Қазақ", "елі"], "", "Qazaq elı\n"),
        (["Қазақ елі"], "", "Qazaq elı\n"),
        (["--script", "latin", "Шу"], "", "Şu\n"),
        (["--script", "bgn", "Шу"], "", "Shū\n"),
        (["--script", "BGN", "Шу"], "", "Shū\n"),
        (["--script", "iso9", "--reverse", "Ķaraġandy"], "", "Қарағанды\n"),
        ([], "Шу", "Şu"),
        ([], "Шу\r\n\r\nІле\n", "Şu\r\n\r\nIle\n"),
        (["-"], "Шу\n", "Şu\n"),
        (["--", "-"], "Шу\n", "Şu\n"),
        ([], "", ""),
        ([""], "Шу", "\n"),
        (["--script", "iso9", "--reverse"], "A̋n\n", "Ән\n"),
        ([], "COVID-19 «قازاق» 5 %\t\x00\n", "COVID-19 «قازاق» 5 %\t\x00\n"),
    ],
)
def test_text_goes_through_to_the_letter(arguments: list[str], stdin: str, out: str) -> None:
    assert run("romanize", *arguments, stdin=stdin) == (0, out, "")


def test_bytes_that_are_no_text_pass_unchanged() -> None:
    with process("romanize") as started:
        out, err = started.communicate(b"\xff\xfe\xd2\x9b\xd0 \xed\xa0\x80\r\n\xd2", timeout=30)
    assert (started.returncode, out, err) == (0, b"\xff\xfeq\xd0 \xed\xa0\x80\r\n\xd2", b"")


def test_the_article_comes_back_through_two_pipes() -> None:
    article = (ROOT / "data" / "article.txt").read_text(encoding="utf-8").replace("IT", "").replace("VII", "")
    latin = run_process("romanize", "--script", "iso9", stdin=article.encode())
    assert latin.out != article
    assert run_process("romanize", "--script", "iso9", "--reverse", stdin=latin.out.encode()).out == article


def test_a_line_comes_out_before_the_next_goes_in() -> None:
    with process("romanize") as started:
        assert started.stdin
        assert started.stdout
        started.stdin.write("ЖШС\n".encode())
        started.stdin.flush()
        assert started.stdout.readline().decode() == "JŞS\n"
        started.stdin.close()


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    with process("romanize") as started:
        assert started.stdin
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        started.stdin.write("ЖШС\n".encode())
        started.stdin.close()
        assert started.stderr.read() == b""
    assert started.returncode == 0


@pytest.mark.parametrize("arguments", [["romanize", "Шу"], ["who", "Дубнов"], ["list", "speakers"], ["read"]])
def test_an_unknown_scheme_is_refused_with_the_names_there_are(arguments: list[str]) -> None:
    code, out, err = run(*arguments, "--script", "latin2020")
    assert (code, out) == (2, "")
    assert err.startswith("kzfacts: There is no romanization 'latin2020'.")
    assert all(name in err for name in [*SCHEMES, *ALIASES])


@pytest.mark.parametrize("scheme", [name for name in SCHEMES if not SCHEMES[name].reversible])
def test_what_cannot_be_reversed_is_refused(scheme: str) -> None:
    code, out, err = run("romanize", "--reverse", "--script", scheme, "Şu")
    assert (code, out) == (2, "")
    assert "iso9" in err


def test_the_list_names_each_scheme_with_its_source_and_whether_it_can_be_reversed() -> None:
    listed = run("romanize", "--list")
    rows = {row["id"]: row for row in listed.tsv}
    assert list(rows) == list(SCHEMES)
    assert [name for name, row in rows.items() if row["reversible"] == "yes"] == ["iso9"]
    assert all(row["source"] and row["note"] for row in rows.values())
    terminal = run("romanize", "--list", terminal=True).out
    assert all(row["source"] in terminal for row in rows.values())
    assert "\t" not in terminal
    assert "(also latin)" in terminal
