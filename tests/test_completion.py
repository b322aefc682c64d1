"""What the shell offers at Tab: single words that go on from what was typed, to the letter."""

from pathlib import Path

import pytest
from conftest import run

from kzfacts import completion


def offered(line: str, **env: str) -> list[str]:
    """Give what bash would be offered for a line, its last word being typed."""
    settings = {"_KZFACTS_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" ")), **env}
    return run(env=settings).out.split()


@pytest.mark.parametrize(
    ("complete", "typed", "words"),
    [
        (completion.names, "Кө", ["Көшербаев"]),
        (completion.names, "кө", ["көшербаев"]),
        (completion.names, "КӨ", ["КӨшербаев"]),
        (completion.names, "Анд", ["Андрей"]),
        (completion.names, "қат", ["қатысушылар"]),
        (completion.names, "Kosh", ["Kosherbaev"]),
        (completion.names, "zz", []),
        (completion.names, "[red]", []),
        (completion.titles, "елш", ["елшісі"]),
        (completion.titles, "Дирек", ["Директоры", "Директорының"]),
        (completion.events, "soy", ["soyuz-ms-22", "soyuz"]),
        (completion.events, "конф", ["конференция"]),
        (completion.ids, "arkadiy-dubnov-", [f"arkadiy-dubnov-{end}" for end in ("2022-09-23", "1", "2")]),
        (completion.sources, "q", ["qazaqstan-resey-30-zhyl"]),
        (completion.kinds, "s", ["sources", "speakers"]),
    ],
)  # fmt: skip
def test_words_go_on_from_what_was_typed(complete: object, typed: str, words: list[str]) -> None:
    assert callable(complete)
    assert complete(typed) == words
    assert all(word.startswith(typed) and " " not in word for word in words)


def test_all_words_of_names_are_offered_in_alphabetical_order() -> None:
    words = completion.names("")
    assert words[:3] == ["Александр", "Анатолий", "Андрей"]
    assert {"Тұқымов", "Еркін", "қатысушылар"} <= set(words)
    assert len(words) == len(set(words)) == 26


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("kzfacts wh", "who"),
        ("kzfacts who Көш", "Көшербаев"),
        ("kzfacts show soy", "soyuz-ms-22"),
        ("kzfacts list ev", "events"),
    ],
)
def test_the_shell_is_given_them(line: str, word: str) -> None:
    assert word in offered(line)


def test_a_base_that_cannot_be_read_offers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZFACTS_BASE", str(tmp_path / "no.json"))
    assert completion.names("К") == []


def test_another_base_offers_its_own(small_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZFACTS_BASE", str(small_file))
    assert completion.names("Өм") == ["Өмірқызы"]
