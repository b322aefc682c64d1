"""The 42 letters of the Kazakh Cyrillic alphabet, their classes and their order."""

# Order of the alphabet as adopted in 1940 and in use since.
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

BACK_VOWELS = frozenset("аоұы")
FRONT_VOWELS = frozenset("әөүіе")
