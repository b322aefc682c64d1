"""Text as it may be shown: in the script asked for, and harmless to a terminal."""

from collections.abc import Callable
from functools import cache

from kzfacts.answers import Passage, paragraph
from kzfacts.show import labels

# How words are written: as they are, or romanized.
Script = Callable[[str], str]

# Characters that steer a terminal or reorder a line: C0 and C1 controls, DEL, and the directional overrides of UAX #9.
CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)


def shown(text: str) -> str:
    """Give a text in which every control character is visible instead of obeyed; line ends and tabs become spaces."""
    return text if text.isprintable() else text.translate(_visible())


@cache
def _visible() -> dict[int, str]:
    # Line and paragraph separators end a line for some readers of TSV.
    spaces = dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), " ")
    escapes = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in CONTROLS}
    surrogates = {code: f"\\u{code:04x}" for code in range(0xD800, 0xE000)}
    return escapes | surrogates | spaces


def citation(passage: Passage) -> str:
    """Give a line that tells where a fact stands: title, date, paragraph (counted from 1), offsets, address."""
    source, span = passage.source, passage.span
    place = f"{paragraph(source.text, span.start) + 1}-{labels.PARAGRAPH}, {span.start}–{span.end}"
    known = (f"«{source.title}»", source.date_literal or source.date, place, source.url)
    return ", ".join(part for part in known if part)
