"""Whether a file holds a sound base, as `kzfacts check` says it: record by record, and whole where faults are told."""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kzfacts.base import bundled, decode, is_store, read
from kzfacts.check import SHAPES, complaints
from kzfacts.model import KINDS, Source
from kzfacts.reading import Amiss, Reading
from kzfacts.soundness import Soundness


def verdict(path: Path | None) -> tuple[bool, list[str]]:
    """Tell whether a base is sound, with the lines that say so or what is wrong and where."""
    file = path or bundled()
    if is_store(file):
        return _verdict_of_store(file)
    if file.is_file() and (counts := _counts_if_sound(file)):  # a pipe cannot be read again
        return _verdict(file, [], counts.__getitem__)
    document = decode(read(file), str(file))
    return _verdict(file, complaints(document), lambda kind: len(document[kind]))


def _counts_if_sound(file: Path) -> dict[str, int] | None:
    """Read JSON record by record; tell how many of each kind it has, or None where something may be wrong with it."""
    texts: dict[str, str] = {}
    ids: dict[str, set[str]] = {kind: set() for kind in KINDS}
    names = {kind: name for name, kind in KINDS.items()}
    records = 0
    try:
        for kind, record, _ in Soundness(texts.__getitem__).sound(Reading(file).entries()):
            records += 1
            ids[names[kind]].add(record["id"])
            if kind is Source:
                texts[record["id"]] = record["text"]
    except Amiss:
        return None
    counts = {kind: len(each) for kind, each in ids.items()}
    return counts if sum(counts.values()) == records else None


def _verdict_of_store(file: Path) -> tuple[bool, list[str]]:
    from kzfacts.records import to_document
    from kzfacts.store import open_store

    store = open_store(file)
    faults: list[Any] = list(store.damage())
    if not faults:
        try:
            deque(Soundness(store.text_of).sound(store.entries()), maxlen=0)
        except Amiss:
            faults = complaints(to_document(store))
    return _verdict(file, faults, lambda kind: store.count(KINDS[kind]))


def _verdict(file: Path, faults: Sequence[object], count: Callable[[str], int]) -> tuple[bool, list[str]]:
    counts = ", ".join(f"{count(kind)} {kind}" for kind in SHAPES) if not faults else ""
    return not faults, [f"{file}: {fault}" for fault in faults] or [f"{file}: sound: {counts}"]
