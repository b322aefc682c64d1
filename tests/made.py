"""Random fact bases and queries, by `hypothesis`: sound, small, and full of what nearly matches."""

import hashlib
from typing import Any

from hypothesis import strategies as st

from kzfacts.model import ACTS, FORMS
from kzfacts.search import Narrowing

NAMES = (
    """
Ермек Көшербаев|Қырымбек Көшербаев|Кошербаев Ермек|Асқар Нұрқаділов|Асхат Нұрқаділұлы|Айгүл Серікова
Е. Қонаев|Жан-Поль Дюпон|ТМД|қатысушылар|Дариға|Дарий
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
WORDS = """
қауіпсіздік қауіпсіздіктің Қауіпсіздік кауипсиздик қала қалаға қалада қалам одақ одақтас одақтастық кеме кеше көпір
көпірдің ТМД ТМД-ның ғылыми-тәжірибелік 2022-жылғы 7 İstanbul naïve қазан Қазан мен туралы «сөз» ә o'zbek
қауіпсіздігі өндіріс өндірісте
""".split()
QUERIES = """
қауіпсіздік қауыпсыздық kauipsizdik қала калага одақ тмд ғылыми тәжірибелик көпиір қазан 2022 7 мен туралы
istanbul өндріс ө ' % * "
""".split()
NAME_QUERIES = (
    "Көшербаев|Kosherbayev|Көшербаевтың|Кошербаиев|Rjithaftd|Нұрқаділ|Nurkadilov|Е. К.|Дариға|Дюпон|тмд|делегат".split(
        "|"
    )
)
DATES = ["2022-09-23", "2022-10~", "2022", "2022-09/2022-10", "202X", "2021-12-31/..", "2022-22", "2020-02-29", None]
WHEN = (
    "2022-09-23|23.09.2022|23 қыркүйек|қазан|қазан 2022|2022-09-01..2022-10-31|29 ақпан|2022|event-0|31.02.2022".split(
        "|"
    )
)

words = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), min_size=1, max_size=6).map(" ".join)
texts = words.map(str.strip).filter(bool)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the document of a sound base."""
    speakers = [
        {"id": f"speaker-{number}", "kind": "person", "name": name, "aliases": draw(st.lists(texts, max_size=1))}
        for number, name in enumerate(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6)))
    ]
    sources, roles, events, claims = [], [], [], []
    for number in range(draw(st.integers(1, 3))):
        # two sources with one text would be one article to whoever joins bases
        source, text = f"source-{number}", f"{number}"

        def put(words: str) -> dict[str, Any]:
            nonlocal text
            start = len(text) + 1
            text += f" {words}"
            return {"text": words, "span": [start, start + len(words)]}

        for speaker in draw(st.lists(st.sampled_from(speakers), max_size=3)):
            title = put(draw(texts))
            unknown = {"organisation": draw(st.none() | texts), "country": None, "as_of": draw(st.sampled_from(DATES))}
            roles.append(
                {
                    "id": f"role-{len(roles)}",
                    "speaker": speaker["id"],
                    "title": title["text"],
                    **unknown,
                    "source": source,
                }
                | {"span": title["span"]}
            )
        for _ in range(draw(st.integers(0, 2))):
            name, date = put(draw(texts)), draw(st.sampled_from(DATES))
            whole = draw(st.none() | st.sampled_from(events)) if events else None
            events.append(
                {"id": f"event-{len(events)}", "name": name["text"], "kind": "meeting", "date": date}
                | {"date_literal": None, "date_basis": date and "stated", "place": None}
                | {"part_of": whole and whole["id"], "source": source, "span": name["span"]}
            )
        for _ in range(draw(st.integers(0, 6))):
            speaker = draw(st.sampled_from(speakers))
            content = put(draw(texts)) if draw(st.integers(0, 5)) else {"text": None, "span": None}
            held = [role["id"] for role in roles if role["speaker"] == speaker["id"]]
            claims.append(
                {"id": f"claim-{len(claims)}", "speaker": speaker["id"]}
                | {"role": draw(st.sampled_from(held)) if held else None}
                | {"event": draw(st.sampled_from(events))["id"] if events else None}
                | {"form": draw(st.sampled_from(FORMS[:2])), "act": draw(st.sampled_from(ACTS[:3])), **content}
                | {"cue": put("деді"), "attribution": put(speaker["name"]), "source": source, "origin": "made"}
            )
        text = text or "."
        sources.append(
            {"id": source, "title": draw(texts), "subtitle": None, "date": None, "date_literal": None}
            | {"language": "kk", "url": None, "sha256": hashlib.sha256(text.encode()).hexdigest(), "text": text}
        )
    records = {"sources": sources, "speakers": speakers, "roles": roles, "events": events, "claims": claims}
    return {"format": "kzfacts/1", **records, "made_by": {"seed": [1, None]}}


names_asked = st.sampled_from(NAMES + NAME_QUERIES) | st.text(max_size=8)
words_asked = st.lists(st.sampled_from(WORDS + QUERIES), min_size=1, max_size=4).map(" ".join) | st.text(max_size=8)
events_asked = st.sampled_from(WHEN) | words_asked
narrowings = st.builds(
    Narrowing,
    st.none() | names_asked,
    st.none() | events_asked,
    st.none() | st.sampled_from(ACTS[:4]),
    st.none() | st.sampled_from(FORMS[:3]),
)
