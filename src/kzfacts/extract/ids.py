"""Readable ASCII ids, unique within one article."""

import re

# As names are written in the English press; ids keep it simple and need not be read back.
LETTERS = str.maketrans(
    dict(
        pair.split("=")
        for pair in """
        а=a ә=a б=b в=v г=g ғ=gh д=d е=e ё=e ж=zh з=z и=i й=y к=k қ=q л=l м=m н=n ң=ng о=o ө=o п=p р=r с=s т=t у=u ұ=u
        ү=u ф=f х=kh һ=h ц=ts ч=ch ш=sh щ=shch ъ= ы=y і=i ь= э=e ю=yu я=ya
        """.split()
    )
)

LONGEST = 60


def slug(text: str) -> str:
    """Return `text` in ASCII letters, figures and hyphens, cut between words."""
    words = re.findall(r"[a-z0-9]+", text.lower().translate(LETTERS))
    short = ""
    for word in words:
        if short and len(short) + len(word) + 1 > LONGEST:
            break
        short = f"{short}-{word}" if short else word[:LONGEST]
    return short or "x"


class Ids:
    """Hands out ids, none twice."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """Return `wanted`, or `wanted` with the next number from 2."""
        number = self._numbers.get(wanted, 0) + 1
        self._numbers[wanted] = number
        return wanted if number == 1 else self.unique(f"{wanted}-{number}")

    def of_name(self, name: str) -> str:
        """Return the id of a speaker or event: Ермек Көшербаев is ermek-kosherbaev."""
        return self.unique(slug(name))

    def of_role(self, speaker: str, date: str | None) -> str:
        """Return the id of a role: its speaker and the date as of which it is held."""
        return self.unique(f"{speaker}-{date}" if date else f"{speaker}-role")

    def of_claim(self, speaker: str) -> str:
        """Return the id of a claim: its speaker and its number."""
        self._numbers[f"{speaker} claims"] = number = self._numbers.get(f"{speaker} claims", 0) + 1
        return self.unique(f"{speaker}-{number}")
