"""`kzfacts build`: what is written where, exit codes, adding to a base, going on after a run that was broken off."""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from conftest import process, run, run_process

from kzfacts.base import opened
from kzfacts.drafting import journal
from kzfacts.drafting.entries import drafted
from kzfacts.drafting.workers import batches, in_order
from kzfacts.extract.articles import Article

PRICE = """Баға тұрақтанды

23.09.2022

Астанада Үкіметтің кеңейтілген отырысы өтті. Сауда министрі Асқар Төлегенов баға тұрақты екенін айтты.
«Қор жеткілікті», – деді ол.
"""
BRIDGE = "Көпірдің инженері Әсел Оспанова көпір күзде ашылатынын айтты. Ол су деңгейі төмендегенін атап өтті."
SILENT = "Ауыл іргесінде өзен бар. Жаз ыстық, қыс қатты."
RUSSIAN = "В селе открыли новую школу, в которую пойдут двести детей из соседних районов."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in {"a.txt": PRICE, "b.txt": BRIDGE}.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path


def corpus(path: Path, count: int) -> Path:
    """Write a corpus of invented articles, and among them some that are refused, silent, or there twice."""
    chance = random.Random(count)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            text = chance.choice((PRICE, BRIDGE, SILENT)) + f"\n{chance.randrange(count)} сөз."
            text = RUSSIAN if number % 19 == 7 else text
            record = {
                "title": f"Хабар {number % 5}",
                "date": chance.choice((None, "2022-09-23", "24.09.2022")),
                "text": text,
            }
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def left(folder: Path) -> list[str]:
    """Name what stands in a folder beside bases and articles."""
    return sorted(path.name for path in folder.iterdir() if path.name not in ("in", "base.json", "corpus.jsonl"))


def test_base_is_written_and_every_command_works_on_it(folder: Path) -> None:
    base = folder / "base.json"
    built = run("build", folder / "in", "-o", base)
    assert (built.code, built.out) == (0, "")
    assert built.err == f"kzfacts: {base}: 2 sources, 2 speakers, 2 roles, 1 events, 4 claims\n"
    assert left(folder) == []
    assert run("check", base).code == 0
    [answer] = run("who", "Толегенов", "--base", base, "--json").json
    assert answer["roles"][0]["title"] == "Сауда министрі"
    assert [(claim["form"], claim["event"]["name"]) for claim in answer["claims"]] == [
        ("indirect", "Үкіметтің кеңейтілген отырысы"),
        ("direct", "Үкіметтің кеңейтілген отырысы"),
    ]
    assert run("event", "2022-09-23", "--base", base, "--json").json[0]["place"] == "Астана"
    assert run("claim", "су", "--base", base, "--json").json[0]["speaker"]["name"] == "Әсел Оспанова"
    assert run("read", "bagha-turaqtandy", "--base", base).code == 0


def test_a_base_named_db_is_an_sqlite_file_with_the_same_facts(folder: Path) -> None:
    json_base, store, added = folder / "base.json", folder / "base.db", folder / "added.db"
    assert run("build", folder / "in", "-o", json_base).code == run("build", folder / "in", "-o", store).code == 0
    assert store.read_bytes().startswith(b"SQLite format 3")
    assert run("export", store).out == json_base.read_text(encoding="utf-8")
    assert run("who", "Төлегенов", "--base", store) == run("who", "Төлегенов", "--base", json_base)
    run("build", folder / "in" / "a.txt", "-o", added)
    assert run("build", folder / "in", "--update", added).code == 0
    assert run("check", added).out.startswith(f"{added}: sound: 2 sources,")


def test_without_a_place_the_base_goes_to_standard_output(folder: Path) -> None:
    built = run("build", folder / "in", "-o", folder / "base.json")
    printed = run("build", folder / "in")
    assert printed.code == 0
    assert printed.out == (folder / "base.json").read_text(encoding="utf-8")
    assert printed.err == built.err.replace(f"{folder / 'base.json'}: ", "")


def test_standard_input_title_date_and_address() -> None:
    built = run(
        "build", "-", "--title", "Көпір", "--date", "23 қыркүйек 2022", "--url", "https://example.org/1", stdin=BRIDGE
    )
    [source] = built.json["sources"]
    assert [source[key] for key in ("id", "title", "date", "url", "text")] == [
        *("kopir", "Көпір", "2022-09-23", "https://example.org/1", BRIDGE)
    ]


@pytest.mark.parametrize(
    ("files", "code", "err"),
    [
        ({"a.txt": PRICE}, 0, []),
        ({"a.txt": SILENT}, 1, []),
        ({"a.txt": PRICE, "b.txt": RUSSIAN}, 2, ["b.txt: is Russian; kzfacts reads Kazakh in Cyrillic letters"]),
        ({"a.txt": "", "b.txt": PRICE}, 2, ["a.txt: is empty"]),
        (
            {"a.txt": PRICE.replace("23.09", "31.09"), "b.txt": BRIDGE},
            2,
            ["a.txt: the date '31.09.2022': There is no day 31"],
        ),
        ({"a.jsonl": '{"text": 1}\n' + json.dumps({"text": BRIDGE})}, 2, ['a.jsonl:1: "text" is no text']),
    ],
)
def test_refused_articles_are_named_and_the_others_go_on(
    folder: Path, files: dict[str, str], code: int, err: list[str]
) -> None:
    for path in (folder / "in").iterdir():
        path.unlink()
    for name, text in files.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    built = run("build", folder / "in", "-o", folder / "base.json")
    assert built.code == code
    for line, expected in zip(built.err.splitlines(), err, strict=False):
        assert expected in line
    assert len(read(folder / "base.json")["sources"]) == len(files) - len(err) + ("jsonl" in str(files))


def test_nothing_but_refused_articles_write_nothing(folder: Path) -> None:
    base = folder / "base.json"
    base.write_text("old")
    built = run("build", folder / "none.txt", folder / "also-none.txt", "-o", base)
    assert (built.code, base.read_text()) == (2, "old")
    assert built.err.count("there is no such file") == 2
    assert left(folder) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("build", "Missing argument"),
        ("build in --explain --review", "exclude one another"),
        ("build in --title Т", "tell of one article"),
        ("build in/a.txt in/b.txt --url u", "tell of one article"),
        ("build in/a.txt --date 31.02.2022", "There is no day 31"),
        ("build in/a.txt --date кеше", "is not the date of a day"),
        ("build in --jobs 0", "--jobs"),
        ("build in -o in", "is no file"),
        ("build in/a.txt -o /dev/null", "is no file"),
        ("build in/a.txt -o in/a.txt", "is an article"),
        ("build in -o none/base.json", "cannot be written"),
        ("build in --update none.json", "there is no such file"),
        ("build in --update in/a.txt", "is not JSON"),
        ("build in -o " + "ә" * 200, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, expected: str
) -> None:
    monkeypatch.chdir(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    refused = run(*arguments.split())
    assert refused.code == 2
    assert expected in refused.err
    assert refused.out == ""
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_updating_keeps_what_an_editor_has_done(folder: Path) -> None:
    base = folder / "base.json"
    run("build", folder / "in" / "a.txt", "-o", base)
    edited = read(base)
    edited["claims"][0] |= {"origin": "curated", "act": "promise", "note": "by hand"}
    edited["claims"].reverse()
    edited["speakers"][0] |= {"aliases": ["Асекең"], "born": 1970}
    edited["made_by"] = "an editor"
    del edited["claims"][0]
    base.write_text(json.dumps(edited, ensure_ascii=False), encoding="utf-8")

    again = run("build", folder / "in" / "a.txt", "--update", base)
    assert (again.code, read(base)) == (0, edited)
    assert "left out" in again.err

    (folder / "in" / "c.txt").write_text("Сауда министрі Асқар Төлегенов ұн қоры барын айтты.", encoding="utf-8")
    added = run("build", folder / "in", "--update", base)
    assert added.code == 0
    after = read(base)
    for kind in ("sources", "speakers", "roles", "events", "claims"):
        assert after[kind][: len(edited[kind])] == edited[kind]
    assert after["made_by"] == "an editor"
    assert [claim["id"] for claim in after["claims"]] == [
        *("asqar-tolegenov-1", "asel-ospanova-1", "asel-ospanova-2", "asqar-tolegenov-2")
    ]
    assert run("check", base).code == 0

    other = folder / "other.json"
    whole = base.read_bytes()
    assert run("build", folder / "in", "--update", base, "-o", other).code == 0
    assert (base.read_bytes(), other.read_bytes()) == (whole, whole)


@pytest.mark.parametrize("edited", [False, True])
def test_base_is_read_again_only_if_it_was_edited_meanwhile(
    folder: Path, edited: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = folder / "base.json"
    run("build", folder / "in" / "a.txt", "-o", base)
    reads: list[Path] = []
    append = journal.Journal.append

    def noted(path: Path, **how: bool) -> Any:
        reads.append(path)
        return opened(path, **how)

    def edit_and_append(log: journal.Journal, lines: Iterable[bytes]) -> None:
        base.write_text(json.dumps(read(base) | {"made_by": "an editor"}), encoding="utf-8")
        append(log, lines)

    monkeypatch.setattr("kzfacts.drafting.run.opened", noted)
    if edited:
        monkeypatch.setattr(journal.Journal, "append", edit_and_append)
    assert run("build", folder / "in", "--update", base).code == 0
    assert len(reads) == 1 + edited
    assert len(read(base)["sources"]) == 2
    assert read(base).get("made_by") == ("an editor" if edited else None)


def test_base_that_is_not_sound_is_not_added_to(folder: Path) -> None:
    base = folder / "base.json"
    run("build", folder / "in" / "a.txt", "-o", base)
    broken = read(base)
    broken["claims"][0]["span"][0] += 1
    base.write_text(json.dumps(broken), encoding="utf-8")
    refused = run("build", folder / "in" / "b.txt", "--update", base)
    assert refused.code == 2
    assert "claims[0].span" in refused.err
    assert read(base) == broken


def test_article_given_twice_is_read_once(folder: Path) -> None:
    (folder / "in" / "copy.txt").write_text(PRICE, encoding="utf-8")
    built = run("build", folder / "in", folder / "in" / "a.txt")
    assert built.code == 0
    assert len(built.json["sources"]) == 2
    assert "came twice: 2" in built.err


def test_explaining_and_reviewing_write_nothing(folder: Path) -> None:
    explained = run("build", folder / "in", "--explain")
    assert explained.code == 0
    rows = explained.tsv
    assert list(rows[0]) == [
        *("article", "start", "end", "kind", "rule", "who", "role", "cue", "act", "form", "found", "sentence")
    ]
    assert [row["kind"] for row in rows] == ["", "", "event", "claim", "claim", "claim", "claim"]
    for row in rows:
        text = Path(row["article"]).read_text(encoding="utf-8")
        assert text[int(row["start"]) : int(row["end"])] == row["sentence"]
    assert rows[3]["found"] == "баға тұрақты екенін" and rows[3]["who"] == "Асқар Төлегенов"
    assert explained.out == run("build", folder / "in", "--explain").out

    reviewed = run("build", "-", "--review", stdin="Ол баға тұрақты екенін айтты.")
    [row] = reviewed.tsv
    assert (reviewed.code, row["cue"], row["sentence"]) == (1, "айтты", "Ол баға тұрақты екенін айтты.")
    assert list(row) == ["article", "start", "end", "rule", "cue", "found", "sentence"]
    assert left(folder) == []


def test_review_lists_names_that_may_be_one(folder: Path) -> None:
    (folder / "in" / "c.txt").write_text("Төлегенов ұн қоры барын айтты.", encoding="utf-8")
    [row] = run("build", folder / "in", "--review").tsv
    assert (row["rule"], row["cue"]) == ("name", "Төлегенов")
    assert "Асқар Төлегенов" in row["found"]


def test_explanation_in_a_terminal_is_text_to_read(folder: Path) -> None:
    out = run("build", folder / "in", "--explain", terminal=True).out
    assert "\t" not in out and max(map(len, out.splitlines())) <= 80
    assert "* Үкіметтің кеңейтілген отырысы (2022-09-23, Астана)" in out
    assert "+ Асқар Төлегенов, Сауда министрі | айтты | баға тұрақты екенін" in " ".join(out.split())


def test_text_of_an_article_is_shown_not_sent(folder: Path) -> None:
    (folder / "in" / "a.txt").write_text(
        "Министр Асқар Төлегенов \x1b[31mбаға\x1b[0m тұрақты екенін айтты.", encoding="utf-8"
    )
    for terminal in (False, True):
        assert "\x1b" not in run("build", folder / "in" / "a.txt", "--explain", terminal=terminal).out


def test_any_number_of_jobs_gives_the_same_bytes(folder: Path) -> None:
    articles = corpus(folder / "corpus.jsonl", 300)
    bases = [folder / f"{jobs}.json" for jobs in (1, 2)]
    runs = [run("build", articles, "-o", base, "--jobs", jobs) for jobs, base in enumerate(bases, 1)]
    assert [each.code for each in runs] == [2, 2]
    assert bases[0].read_bytes() == bases[1].read_bytes()
    assert runs[0].err.replace("1.json", "2.json") == runs[1].err
    assert run("check", bases[0]).code == 0


def test_jobs_read_only_a_little_ahead() -> None:
    taken: list[int] = []

    def given() -> Iterator[Article]:
        for number in range(1000):
            taken.append(number)
            yield Article(str(number), BRIDGE * 300)

    done = in_order(batches(given()), 2)
    batch, lines = next(done)
    done.close()
    assert [line.text for line in lines] == [drafted(article).text for article in batch]
    assert len(taken) < 30


# --- a run that is broken off ---


def test_run_that_was_broken_off_is_gone_on_with(folder: Path) -> None:
    articles, base = corpus(folder / "corpus.jsonl", 60), folder / "base.json"
    run("build", articles, "-o", folder / "whole.json")
    read_before = [drafted(article).text for article in _articles(articles)[:25]]
    with journal.opened(base) as log:
        log.append(read_before)
        kept = log.path.read_bytes()
    assert left(folder) == ["whole.json"]
    for torn in (b"", b'{"key": "', kept[len(kept) // 2 :][:999], b"\xff\n", b"{}\n", b"\0" * 50):
        journal.place(base).write_bytes(kept + torn)
        built = run("build", articles, "-o", base)
        assert "went on from an earlier run; articles it had read: 25" in built.err
        assert base.read_bytes() == (folder / "whole.json").read_bytes()
        assert left(folder) == ["whole.json"]


def _articles(path: Path) -> list[Article]:
    from kzfacts.extract.articles import articles

    found: dict[str, Article] = {}
    for each in articles([str(path)]):
        if isinstance(each, Article):
            found.setdefault(each.sha256(), each)
    return list(found.values())


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept.replace(b'"kzfacts": "', b'"kzfacts": "0.'),  # of another version
        lambda kept: b"\n" + kept,
        lambda kept: kept[:10],
        lambda kept: kept.split(b"\n")[0] + b"\n" + b"\n".join(kept.split(b"\n")[2:]),  # of other articles
    ],
)
def test_journal_of_another_run_is_not_used(folder: Path, damage: Any) -> None:
    articles, base = corpus(folder / "corpus.jsonl", 30), folder / "base.json"
    run("build", articles, "-o", folder / "whole.json")
    with journal.opened(base) as log:
        log.append(drafted(article).text for article in _articles(articles)[:9])
        kept = log.path.read_bytes()
    journal.place(base).write_bytes(damage(kept))
    assert "went on" not in run("build", articles, "-o", base).err
    assert base.read_bytes() == (folder / "whole.json").read_bytes()


def test_journal_of_more_articles_than_are_asked_for(folder: Path) -> None:
    base = folder / "base.json"
    run("build", folder / "in" / "a.txt", "-o", folder / "whole.json")
    with journal.opened(base) as log:
        log.append([drafted(Article("a", PRICE)).text, drafted(Article("b", BRIDGE)).text])
        kept = log.path.read_bytes()
    journal.place(base).write_bytes(kept)
    run("build", folder / "in" / "a.txt", "-o", base)
    assert base.read_bytes() == (folder / "whole.json").read_bytes()


def test_second_build_of_one_base_is_refused(folder: Path) -> None:
    base = folder / "base.json"
    with journal.opened(base) as log:
        log.append([])
        refused = run("build", folder / "in", "-o", base)
        other = run_process("build", folder / "in", "--update", base, "-o", base)
    assert (refused.code, other.code) == (2, 2)
    assert "another kzfacts is building this base" in refused.err
    assert not base.exists()
    assert run("build", folder / "in", "-o", base).code == 0


def test_reader_who_leaves_ends_the_run_quietly(folder: Path) -> None:
    with process("build", folder / "in", "--explain") as started:
        assert started.stdout is not None and started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode == 0


if sys.platform != "win32":

    def test_link_to_a_base_stays_a_link(folder: Path) -> None:
        (folder / "base.json").symlink_to(folder / "real.json")
        assert run("build", folder / "in", "-o", folder / "base.json").code == 0
        assert (folder / "base.json").is_symlink()
        assert run("check", folder / "real.json").code == 0

    def test_killed_at_any_moment_the_old_base_or_the_new_one_is_there(folder: Path) -> None:
        articles, base = corpus(folder / "corpus.jsonl", 300), folder / "base.json"
        run("build", folder / "in", "-o", base)
        begun = time.monotonic()
        assert run_process("build", articles, "--update", base, "-o", folder / "whole.json").code == 2
        lasts = time.monotonic() - begun
        allowed = (base.read_bytes(), (folder / "whole.json").read_bytes())
        chance = random.Random(5)
        for number in range(8):
            started = process("build", articles, "--update", base, "--jobs", 1 + number % 2)
            time.sleep(chance.uniform(0.1, 0.9) * lasts)
            started.kill()
            started.communicate()
            assert base.read_bytes() in allowed
        assert run("build", articles, "--update", base).code == 2
        assert base.read_bytes() == allowed[1]
        assert left(folder) == ["whole.json"]

    # where the tests run in the background, interrupts are ignored, and whoever is started there inherits that
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_interrupted_run_leaves_its_journal(folder: Path, jobs: int) -> None:
        articles, base = corpus(folder / "corpus.jsonl", 9000), folder / "base.json"
        base.write_text("old")
        started = process("build", articles, "-o", base, "--jobs", jobs, start_new_session=True, preexec_fn=heeding)
        while not journal.place(base).exists() or journal.place(base).stat().st_size < 1000:
            time.sleep(0.01)
        os.killpg(started.pid, signal.SIGINT)  # as a terminal does
        _, err = started.communicate(timeout=30)
        told = f"kzfacts: {base}: interrupted; the same command goes on from here\n"
        assert (started.returncode, err.decode()) == (130, told)
        assert base.read_text() == "old"
        assert left(folder) == [".base.json.journal"]

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_run_that_waits_for_articles_is_interrupted_at_once(folder: Path, jobs: int) -> None:
        articles, base = corpus(folder / "corpus.jsonl", 6000), folder / "base.json"
        with process("build", "-", "-o", base, "--jobs", jobs, start_new_session=True, preexec_fn=heeding) as started:
            assert started.stdin is not None and started.stderr is not None
            started.stdin.write(articles.read_bytes())
            started.stdin.flush()  # and it stays open
            while not journal.place(base).exists() or journal.place(base).stat().st_size < 1000:
                time.sleep(0.01)
            os.killpg(started.pid, signal.SIGINT)
            assert started.wait(timeout=30) == 130
            assert "interrupted" in started.stderr.read().decode()
        assert left(folder) == [".base.json.journal"]

    @pytest.mark.parametrize("limit", [100, 20_000, 60_000])
    def test_full_disk_leaves_the_old_base(folder: Path, limit: int) -> None:
        import resource

        articles, base = corpus(folder / "corpus.jsonl", 60), folder / "base.json"
        base.write_text("old")

        def fill() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        with process("build", articles, "-o", base, preexec_fn=fill) as started:
            _, err = started.communicate(timeout=30)
        assert started.returncode == 2
        assert "cannot be written: File too large" in err.decode()
        assert base.read_text() == "old"
        assert run("build", articles, "-o", base).code == 2  # for the Russian articles in it
        assert run("check", base).code == 0
