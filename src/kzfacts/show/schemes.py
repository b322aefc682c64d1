"""The romanizations that there are, listed."""

from collections.abc import Iterator

from kzfacts.kazakh.schemes import ALIASES, SCHEMES, Scheme

COLUMNS = ("id", "name", "reversible", "source", "note")


def lines(terminal: bool) -> Iterator[str]:
    """Yield the schemes: a paragraph each for a terminal, otherwise TSV."""
    if not terminal:
        yield "\t".join(COLUMNS)
    for scheme in SCHEMES.values():
        if terminal:
            yield from _paragraph(scheme)
        else:
            reversible = "yes" if scheme.reversible else "no"
            yield "\t".join((scheme.id, scheme.name, reversible, scheme.source, scheme.note))


def _paragraph(scheme: Scheme) -> Iterator[str]:
    also = "".join(f" (also {alias})" for alias, id in ALIASES.items() if id == scheme.id)
    yield f"{scheme.id}{also}: {scheme.name}{', reversible' if scheme.reversible else ''}"
    yield f"    {scheme.source}"
    yield f"    {scheme.note}"
