"""The program run in-process or as a process, and a small base with everything that the bundled one has not."""

import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from kzfacts.__main__ import main

ROOT = Path(__file__).parents[1]
FACTS = ROOT / "data" / "facts.json"

# What could change the output from outside.
_SETTINGS = ("KZFACTS_BASE", "KZFACTS_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "PYTHONIOENCODING")


class Outcome(NamedTuple):
    """What a run of the program came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def jsonl(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def tsv(self) -> list[dict[str, str]]:
        header, *lines = (line.split("\t") for line in self.out.split("\n")[:-1])
        return [dict(zip(header, line, strict=True)) for line in lines]


class _Stream(io.TextIOWrapper):
    """A standard stream over bytes, in an encoding without Kazakh letters, as under LANG=C."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="ascii", newline="\n", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def _environment(env: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in _SETTINGS} | dict(env)


def run(*arguments: object, stdin: str | bytes = "", terminal: bool = False, env: Mapping[str, str] = {}) -> Outcome:
    """Run the program in this process.

    What it would report as a fault of its own is raised here, unless `env` sets KZFACTS_DEBUG to nothing. A terminal is
    80 columns wide, unless `env` sets COLUMNS.
    """
    data = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8", "surrogateescape")
    streams = _Stream(data), _Stream(terminal=terminal), _Stream(terminal=terminal)
    environment = _environment({"KZFACTS_DEBUG": "1", "COLUMNS": "80", "TERM": "xterm-256color", **env})
    with (
        patch.object(sys, "argv", ["kzfacts", *map(str, arguments)]),
        patch.object(sys, "stdin", streams[0]),
        patch.object(sys, "stdout", streams[1]),
        patch.object(sys, "stderr", streams[2]),
        patch.dict(os.environ, environment, clear=True),
    ):
        try:
            code = main()
        except SystemExit as end:  # Typer's completion ends so
            code = end.code if isinstance(end.code, int) else 0
    return Outcome(code, streams[1].text(), streams[2].text())


def process(*arguments: object, env: Mapping[str, str] = {}, **options: Any) -> subprocess.Popen[bytes]:
    """Start the program as a process of its own, its streams pipes of bytes."""
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | options
    command = [sys.executable, "-m", "kzfacts", *map(str, arguments)]
    return subprocess.Popen(command, env=_environment({"PYTHONPATH": str(ROOT / "src"), **env}), **pipes)


def run_process(*arguments: object, stdin: bytes = b"", env: Mapping[str, str] = {}) -> Outcome:
    """Run the program as a process of its own to its end."""
    with process(*arguments, env=env) as started:
        out, err = started.communicate(stdin, timeout=30)
    return Outcome(started.returncode, out.decode("utf-8"), err.decode("utf-8"))


SCHOOL = """Мектепте жиналыс өтті

Семейде 2023 жылғы 5 мамырда қалалық мұғалімдер жиналысы өтті. Оның ашылу отырысында мектеп директоры
Асан Серік былай деді: "Жаңа кітапхана күзде ашылады". Оның айтуынша, оқушылар саны артып келеді.

Көпір құрылысының инженері Асан Серік көпірдің беріктігін атап өтті. Дөңгелек үстелде дәрігер Әсел Өмірқызы
бірінші жол
екінші\tжол деп санайды.

Қатысушылар жобаны қолдайтындарын айтты. Олар да солай деді."""

# Markup, escapes and a control that reverses the line, as text of a source.
HOSTILE = """[red]Хабар[/red]

[bold]Кеме[/bold] \x1b[2J\x1b[31mұшырылды\u202e.
Капитан [link=file:///]Жұмабек[/link] \x1b]0;сәлем\x07 жел күшейді\x9b1m деді."""


def _at(text: str, words: str, nth: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"text": words, "span": [start, start + len(words)]}


def small() -> dict[str, Any]:
    """Make a sound base of two sources: namesakes, a group, nulls, events within events, keys that no format knows."""

    def placed(record: dict[str, Any], text: str, words: str, nth: int = 0) -> dict[str, Any]:
        return {**record, "span": _at(text, words, nth)["span"]}

    def source(id: str, title: str, text: str, **more: Any) -> dict[str, Any]:
        return {
            "id": id,
            "title": title,
            "language": "kk",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "text": text,
        } | more

    def role(id: str, speaker: str, title: str, source: str, text: str, **more: Any) -> dict[str, Any]:
        unknown = {"organisation": None, "country": None, "as_of": None}
        return placed({"id": id, "speaker": speaker, "title": title, **unknown, "source": source} | more, text, title)

    def event(id: str, name: str, kind: str, source: str, text: str, **more: Any) -> dict[str, Any]:
        unknown = dict.fromkeys(("date", "date_literal", "date_basis", "place", "part_of"))
        return placed({"id": id, "name": name, "kind": kind, **unknown, "source": source} | more, text, name)

    def claim(id: str, speaker: str, form: str, content: str, cue: str, named: str, **more: Any) -> dict[str, Any]:
        text = HOSTILE if more.get("source") == "keme" else SCHOOL
        record = {"id": id, "speaker": speaker, "role": None, "event": None, "form": form, "act": "statement"}
        record |= _at(text, content) if content else {"text": None, "span": None}
        record |= {"cue": _at(text, cue, more.pop("cue_nth", 0)), "attribution": _at(text, named, more.pop("nth", 0))}
        return record | {"source": "mektep", "origin": "curated"} | more

    director = {"speaker": "asan-direktor", "role": "asan-direktor-1"}
    engineer = {"speaker": "asan-inzhener", "role": "asan-inzhener-1", "named": "Асан Серік", "nth": 1}
    captain = {"speaker": "zhumabek", "role": "zhumabek-1", "named": "[link=file:///]Жұмабек[/link]", "source": "keme"}
    participants = {"speaker": "qatysushylar"}
    asel = {"speaker": "asel", "named": "Әсел Өмірқызы"}
    return {
        "format": "kzfacts/1",
        "sources": [
            source("mektep", "Мектепте жиналыс өтті", SCHOOL, date="2023-05-06", date_literal="6 мамыр 2023")
            | {"subtitle": "Семей", "url": "https://example.org/mektep", "licence": "CC BY"},
            source("keme", "[red]Хабар[/red]", HOSTILE, date=None, date_literal=None),
        ],
        "speakers": [
            {"id": "asan-direktor", "kind": "person", "name": "Асан Серік", "aliases": []},
            {"id": "asan-inzhener", "kind": "person", "name": "Асан Серік", "aliases": [], "born": 1970},
            {"id": "asel", "kind": "person", "name": "Әсел Өмірқызы", "aliases": ["Ақбота Нұрлан"]},
            {"id": "zhumabek", "kind": "person", "name": "[link=file:///]Жұмабек[/link]", "aliases": []},
            {"id": "qatysushylar", "kind": "group", "name": "қатысушылар", "aliases": ["делегаттар"]},
        ],
        "roles": [
            role("zhumabek-1", "zhumabek", "Капитан", "keme", HOSTILE),
            role("asan-direktor-1", "asan-direktor", "мектеп директоры", "mektep", SCHOOL, as_of="2023-05-06"),
            role("asan-inzhener-1", "asan-inzhener", "Көпір құрылысының инженері", "mektep", SCHOOL)
            | {"organisation": "Көпір құрылысы", "country": "KZ", "as_of": "2023", "since": "2020"},
        ],
        "events": [
            event("keme-1", "[bold]Кеме[/bold] \x1b[2J\x1b[31mұшырылды\u202e", "launch", "keme", HOSTILE),
            event("zhinalys", "қалалық мұғалімдер жиналысы", "meeting", "mektep", SCHOOL, date="2023-05-05")
            | {"date_literal": "2023 жылғы 5 мамырда", "date_basis": "stated", "place": "Семей"},
            event("ashylu", "ашылу отырысында", "session", "mektep", SCHOOL, part_of="zhinalys"),
            event("ustel", "Дөңгелек үстелде", "session", "mektep", SCHOOL, date="2023-05~", date_literal="көктемде")
            | {"date_basis": "stated", "place": "Семей", "part_of": "ashylu", "seats": 12},
        ],
        "claims": [
            claim(
                "c1", form="direct", content="Жаңа кітапхана күзде ашылады", cue="деді", named="Асан Серік", **director
            )
            | {"event": "ashylu"},
            claim("c2", form="indirect", content="оқушылар саны артып келеді", cue="айтуынша", named="Оның", **director)
            | {"attribution": _at(SCHOOL, "Оның", 1)},
            claim("c3", form="nominal", content="көпірдің беріктігін", cue="атап өтті", **engineer),
            claim("c4", form="indirect", content="бірінші жол\nекінші\tжол", cue="деп санайды", **asel)
            | {"act": "belief", "event": "ustel"},
            claim(
                "c5", form="indirect", content="жобаны қолдайтындарын", cue="айтты", named="Қатысушылар", **participants
            ),
            claim("c6", form="anaphoric", content="", cue="деді", cue_nth=1, named="Олар", **participants),
            claim("c7", form="indirect", content="жел күшейді\x9b1m", cue="деді", **captain) | {"event": "keme-1"},
            claim("c8", form="nominal", content="беріктігін", cue="атап өтті", **engineer)
            | {"event": "zhinalys", "note": ["ə"]},
        ],
        "made_by": {"tool": "by hand"},
    }


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the path of the small base."""
    file = tmp_path_factory.mktemp("base") / "small.json"
    file.write_text(json.dumps(small(), ensure_ascii=False), encoding="utf-8")
    return file
