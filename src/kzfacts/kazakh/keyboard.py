"""Keyboard layouts: what a text is when the wrong layout was on, and which keys lie side by side.

Rows as on a PC keyboard, the number row first: Kazakh by the national layout (ST RK 920-91, KBDKAZ), Russian ЙЦУКЕН, US
English. A dot stands in the table where a layout has nothing that a name could contain.
"""

from functools import cache

PLAIN = {
    "english": ("`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"),
    "russian": ("ё1234567890-=", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю."),
    "kazakh": ("(.әіңғ,.үұқөһ", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю."),
}
SHIFTED = {
    "english": ("~!@#$%^&*()_+", "QWERTYUIOP{}", 'ASDFGHJKL:"', "ZXCVBNM<>?"),
    "russian": ('Ё!"№;%:?*()_+', "ЙЦУКЕНГШЩЗХЪ", "ФЫВАПРОЛДЖЭ", "ЯЧСМИТЬБЮ,"),
    "kazakh": (")!ӘІҢҒ;:ҮҰҚӨҺ", "ЙЦУКЕНГШЩЗХЪ", "ФЫВАПРОЛДЖЭ", "ЯЧСМИТЬБЮ,"),
}

# The layout that was on, and the one that was meant. Russian and Kazakh differ in the number row only.
SLIPS = (
    ("english", "kazakh"),
    ("english", "russian"),
    ("russian", "english"),
    ("kazakh", "english"),
    ("russian", "kazakh"),
)


def retyped(text: str) -> tuple[str, ...]:
    """Return what the keys pressed for `text` give in the other layouts; nothing that equals `text`, nothing twice."""
    meant = dict.fromkeys(text.translate(_slip(on, off)) for on, off in SLIPS)
    if "-" in text:  # the Kazakh layout has it on the number pad only, where every layout has it
        meant |= dict.fromkeys(
            "-".join(part.translate(_slip(on, off)) for part in text.split("-")) for on, off in SLIPS
        )
    meant.pop(text, None)
    return tuple(meant)


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Return the ordered pairs of letters whose keys touch, lower case, in the Kazakh and in the English layout."""
    pairs = set()
    for rows in (PLAIN["kazakh"], PLAIN["english"]):
        # the number row has a key more at its beginning
        keys = [(letter, row, at - (row == 0)) for row, letters in enumerate(rows) for at, letter in enumerate(letters)]
        for one, row, at in keys:
            for other, below, beside in keys:
                # each row is set in by half a key, so a key touches two of the row below it
                if (row == below and abs(at - beside) == 1) or (below - row == 1 and at - beside in (0, 1)):
                    pairs |= {(one, other), (other, one)}
    return frozenset(pairs)


@cache
def _slip(on: str, off: str) -> dict[int, str]:
    table: dict[str, str] = {}
    for layout in (PLAIN, SHIFTED):
        table |= dict(zip("".join(layout[on]), "".join(layout[off]), strict=True))
    return str.maketrans(table)
