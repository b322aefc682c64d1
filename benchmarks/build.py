"""Build bases from synthetic corpora: megabytes a second, the share of reading and assembling, peak memory.

    python benchmarks/build.py [MEGABYTES…] [--jobs N]      by default 1 and 5

The articles are invented, put together from names and sentences of several kinds, ten to twenty sentences each.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

GIVEN = "Асан Серік Нұрлан Айгүл Марат Ержан Гүлнар Болат Сәуле Дәурен Қайрат Әсел Бекзат Жанар Ерлан Тимур".split()
FAMILY = "Қалиев Төлегенов Жұмабаев Сейітқали Оспанов Нұрпейісов Ахметов Бейсенов Досанов Кенжебеков Мұсин".split()
POSTS = (
    "Ауыл шаруашылығы министрі",
    "Семей қаласының әкімі",
    "«Жетісу» университетінің ректоры",
    "облыстық аурухананың бас дәрігері",
    "Мәжіліс депутаты",
    "«Дала құсы» компаниясының директоры",
    "саясаттанушы",
)
REPORTING = (
    "{role} {name} {year} жылы {n} мектеп салынатынын айтты.",
    "«Біз бұл жұмысты {n} айда бітіреміз», – деді {role} {name}.",
    "Оның айтуынша, өңірде {n} мың адам тұрады және олардың саны артып келеді.",
    "{role} {name} жолды жөндеуді тапсырды.",
    "Бұл туралы {role} {name} мәлімдеді.",
)
TELLING = (
    "Ауылда {n} үй бар, көшелері тап-тұйнақтай, қыста боран жиі соғады, сондықтан тұрғындар отынды күзде дайындайды.",
    "Жиналғандар егін жинау барысын, су тапшылығын және жем қорының жай-күйін кеңінен талқылады.",
    "{year} жылғы {day} мамырда Семейде қалалық мұғалімдердің {n}-ші форумы өтті.",
    "Жоба бойынша {n} млрд теңге бөлінген, оның жартысы былтыр игерілді, қалғаны биыл жұмсалады.",
    "Облыс орталығынан {n} шақырым жердегі елді мекенде жаңа емхана мен балабақша пайдалануға берілді.",
    "Биыл шаруалар {n} мың гектар алқапқа бидай мен арпа екті, орташа түсім былтырғыдан жоғары болды.",
    "Көпірдің құрылысы {year} жылы басталып, қаржы жетіспегендіктен бірнеше рет тоқтап қалған еді.",
    "Кітапхана қорында {n} мыңнан астам кітап, қолжазба және сирек кездесетін басылымдар сақтаулы.",
    "Жаңа зауытта тәулігіне {n} тонна өнім шығарылады, онда негізінен жергілікті жастар еңбек етеді.",
)
# Of so many sentences one reports: about a claim a kilobyte, as in news.
ONE_IN = 5


def articles(size: int) -> Iterator[dict[str, str]]:
    """Yield invented articles of `size` bytes of text together."""
    chance = random.Random(7)
    number = 0
    while size > 0:
        number += 1
        people = [(chance.choice(POSTS), f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}") for _ in range(3)]
        lines = []
        for _ in range(chance.randint(10, 20)):
            role, name = chance.choice(people)
            numbers = {"n": chance.randint(2, 900), "year": chance.randint(2015, 2025), "day": chance.randint(1, 31)}
            kind = TELLING if chance.randrange(ONE_IN) else REPORTING
            lines.append(chance.choice(kind).format(role=role, name=name, **numbers))
        text = "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))
        size -= len(text.encode())
        yield {"title": f"Хабар {number}", "date": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}", "text": text}


def main() -> None:
    """Print a table: corpus, jobs, seconds, megabytes a second, peak memory of the largest process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("megabytes", nargs="*", type=float, default=[1, 5])
    parser.add_argument("--jobs", type=int, nargs="*", default=[1])
    arguments = parser.parse_args()
    print("MB  articles  jobs  seconds  MB/s  peak MB  base MB")
    with tempfile.TemporaryDirectory() as folder:
        corpus, base = Path(folder, "corpus.jsonl"), Path(folder, "base.json")
        for megabytes in arguments.megabytes:
            count = 0
            with corpus.open("w", encoding="utf-8") as stream:  # in pieces: a child begins with its parent's peak
                for article in articles(int(megabytes * 1e6)):
                    count += 1
                    stream.write(json.dumps(article, ensure_ascii=False) + "\n")
            for jobs in arguments.jobs:
                seconds, peak = _run("build", corpus, "-o", base, "--jobs", jobs)
                size = base.stat().st_size / 1e6
                print(
                    f"{megabytes:g}  {count}  {jobs}  {seconds:.1f}  {megabytes / seconds:.2f}  {peak:.0f}  {size:.1f}"
                )


def _run(*command: object) -> tuple[float, float]:
    """Run kzfacts; return the seconds it took and the most memory it or a child held, in MB."""
    code = "import resource, sys; from kzfacts.__main__ import main; sys.exit(main())"
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code, *map(str, command)], stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)  # POSIX only
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return time.perf_counter() - begun, used.ru_maxrss / unit


if __name__ == "__main__":
    main()
