"""Words that the rules of `endings` would get wrong. Each list may be corrected by hand; order does not matter."""

TWO_LETTER_NOUNS = frozenset(
    "ай ақ ал ар ас ат ау ән ап би ел ен ер ес ет ең ит із ім іс іш іл ми ой оқ он от ор су ту ту ұл ұн ұр үй үн үш өз өт өң өн шу".split()
)

# The stem before a vowel, for words that lose one there: халқы, орнына.
ELIDED = {stem: word for stem, word in (pair.split(":") for pair in "халқ:халық орн:орын".split())}

WHOLE = frozenset("".split())
