"""What is loaded when, and which way imports run."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

SOURCE = ROOT / "src" / "kzfacts"

# A command line, and modules that it must not load: each costs milliseconds before the answer.
LAZY = [
    (["--version"], {"typer", "json", "re", "rich", "rapidfuzz", "sqlite3", "kzfacts.cli", "kzfacts.base"}),
    (["--help"], {"rich", "rapidfuzz", "sqlite3", "kzfacts.names", "kzfacts.words", "kzfacts.show.table"}),
    (["who", "--help"], {"rich", "rapidfuzz", "sqlite3", "kzfacts.names", "kzfacts.show.table"}),
    (["who", "Көшербаев", "--json"], {"rich", "rapidfuzz", "sqlite3", "kzfacts.words", "kzfacts.kazakh.romanization"}),
    (["who", "Kosherbaiev", "--jsonl"], {"rich", "sqlite3", "kzfacts.words", "kzfacts.check", "kzfacts.extract"}),
    (["claim", "қауіпсіздік", "--tsv"], {"rich", "rapidfuzz", "sqlite3", "kzfacts.names", "kzfacts.check"}),
    (["event", "2022-09-23", "--json"], {"rich", "rapidfuzz", "sqlite3", "kzfacts.names", "kzfacts.extract"}),
    (["who", "Көшербаев", "--color", "always"], {"sqlite3", "kzfacts.words", "rich.progress", "kzfacts.extract"}),
    (
        ["build", str(ROOT / "data" / "article.txt")],
        {"rich", "rapidfuzz", "sqlite3", "multiprocessing", "kzfacts.names"},
    ),
    (["romanize", "Қазақстан"], {"rich", "rapidfuzz", "sqlite3", "kzfacts.names", "kzfacts.words"}),
]
_RUN = "import sys; from kzfacts.__main__ import main; main(); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize(("arguments", "unwanted"), LAZY, ids=[" ".join(arguments) for arguments, _ in LAZY])
def test_a_command_loads_only_what_it_needs(arguments: list[str], unwanted: set[str]) -> None:
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path[1:]!r}; {_RUN}", *arguments]
    done = subprocess.run(command, capture_output=True, timeout=30, check=True)
    loaded = set(done.stderr.decode().split())
    assert "kzfacts" in loaded
    assert loaded & unwanted == set()


# Who may import whom: a place, and the places that it may use. `kzfacts` itself (names and version) is everybody's.
LAYERS = {
    "kazakh": {"kazakh"},
    "model": set(),
    "files": set(),
    "streams": set(),
    "answers": {"model"},
    "misspelling": {"kazakh"},
    "names": {"kazakh", "model"},
    "word_query": {"kazakh", "misspelling"},
    "words": {"kazakh", "model", "misspelling", "word_query"},
    "records": {"model"},
    "indexes": {"model", "names", "kazakh"},
    "memory": {"indexes", "model", "words", "kazakh"},
    "ranking": set(),
    "reading": {"model"},
    "joining": {"model", "records"},
    "soundness": {"check", "model", "reading"},
    "store": {"base", "indexes", "kazakh", "model", "reading", "records"},
    "extract": {"extract", "kazakh", "model"},
    "drafting": {"files", "packing", "drafting", "extract", "model", "records", "memory", "base", "show", "options"},
}


def _imported(file: Path) -> set[str]:
    """Give the places of this package that a module imports, also inside its functions."""
    place = file.relative_to(SOURCE.parent).with_suffix("").parts
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            found.add(".".join((*place[: -node.level], node.module or "")))
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            found |= {f"{module}.{alias.name}" for alias in node.names} if module == "kzfacts" else {module}
    return {name.split(".")[1] for name in found if name.startswith("kzfacts.")} - {"__version__"}


def _modules(place: str) -> list[Path]:
    return sorted((SOURCE / place).rglob("*.py")) if (SOURCE / place).is_dir() else [SOURCE / f"{place}.py"]


@pytest.mark.parametrize("place", LAYERS)
def test_imports_run_one_way(place: str) -> None:
    for file in _modules(place):
        assert _imported(file) <= LAYERS[place], file.name


def test_searching_prints_nothing_and_showing_searches_nothing() -> None:
    for place in ("search", "merging", "hits", "ranking", "join", "names", "words"):
        for file in _modules(place):
            assert _imported(file) & {"show", "cli", "options", "streams"} == set(), file.name
    for file in _modules("show"):
        assert _imported(file) & {"search", "hits", "names", "words", "cli", "options", "base"} == set(), file.name


def test_rich_is_imported_for_tables_alone() -> None:
    users = [
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if "rich" in ast.dump(node) and isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert set(users) == {"show/table.py", "show/document.py"}
