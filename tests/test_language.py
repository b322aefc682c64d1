"""Kazakh in Cyrillic letters is read; other languages and other letters are refused by name."""

import pytest

from kzfacts.extract.language import foreign


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ауылда жаңа мектеп ашылды, оған екі жүз бала барады.", "a sentence of news"),
        ("Министр жобаны бекітті.", "no letter that only Kazakh has"),
        ("Қасым-Жомарт Тоқаев пен Владимир Путин Мәскеуде кездесті", "foreign names"),
        (
            "Министр газетке «Мы готовы к диалогу со всеми соседями» деп жауап берді, бірақ кездесудің уақыты мен "
            "орнын айтқан жоқ.",
            "a Russian quotation",
        ),
        ("Facebook пен Google компаниялары Қазақстанда өкілдік ашпайды, деді министр.", "names in Latin letters"),
        ("2022", "no letters at all"),
        ("", "nothing"),
        ("Алматы", "one word may be anything"),
        ("ҮКІМЕТ ОТЫРЫСЫНДА ЖАҢА БАҒДАРЛАМА ТАНЫСТЫРЫЛДЫ", "capitals only"),
    ],
)
def test_kazakh(text: str, why: str) -> None:
    assert foreign(text) is None, why


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("В селе открыли новую школу, в которую пойдут двести детей из соседних районов.", "Russian"),
        ("МИНИСТР СООБЩИЛ ЖУРНАЛИСТАМ О НАЧАЛЕ СТРОИТЕЛЬСТВА НОВОЙ ШКОЛЫ В ОБЛАСТИ", "Russian"),
        (
            "A new school was opened in the village, two hundred children will go there.",
            "English",
        ),
        ("Auylda jaña mektep aşyldy, oğan ekı jüz bala barady.", "Kazakh in Latin letters"),
        ("اۋىلدا جاڭا مەكتەپ اشىلدى، وعان ەكى جۇز بالا بارادى.", "Arabic letters"),
    ],
)
def test_foreign(text: str, what: str) -> None:
    assert what in (foreign(text) or "")
