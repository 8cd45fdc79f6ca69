"""Spelling: brings Spanish as people type it to one form that rules can be written against.

Two forms are made here:

* :func:`plain`: lower case without accents. For word lists.
* :func:`units`: *folded* sentences. On top of `plain`: one letter a sound (`kiero`, `qiero` and `quiero` are
  one word; so are `boy a` and `voy a`), no repeated letters, digits and signs read as letters, s p e l l e d
  words joined, chat shorthand (`m`, `q`, `x`, `xq`) written out, telling emoji named.

Patterns are written in ordinary unaccented Spanish and folded by :func:`fold_pattern`, so that the rules
stay readable and both sides always agree.

Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

MAX_UNIT_TOKENS = 48
"""A sentence without punctuation is read in windows of this many tokens..."""
UNIT_OVERLAP = 14
"""...that share this many, so that a phrase cut by one window is whole in the next."""

_SIGNS = {
    **dict.fromkeys("😂🤣😆😹", " jaja "),
    **dict.fromkeys("🔪🗡", " cuchillo "),
    "💊": " pastillas ",
    "🔫": " pistola ",
    **dict.fromkeys("«»“”„", '"'),
    **dict.fromkeys("’‘´`", "'"),
    # Letters of other alphabets that look like ours.
    **dict(zip("аеорсухіѕӏα", "aeopcyxisla", strict=True)),
}
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")

_LEET = str.maketrans("0134578@$", "oieastbas")
_WITH_DIGIT = re.compile(r"(?<![a-z0-9@$])[a-z]*[0-9@$][a-z0-9@$]*")
_QUANTITY = re.compile(r"\d+|\d{2,}[a-z]+|\d[a-z]{1,2}|\$[\d]+")

_SPELLED = re.compile(r"(?<![a-z0-9])[a-z0-9](?:[ .\-_*]{1,3}[a-z0-9](?![a-z0-9])){3,}")
_STRETCHED = re.compile(r"([a-z])\1+")
_HELD = re.compile(r"([a-z])\1{2,}")
# Patterns begin with the letters they look for: that is what the engine is quick at.
_DIGIT = re.compile(r"[0-9@$]")
_STARS = re.compile(r"[*_.\-](?<=[a-z].)(?=[a-z])")
_LAUGH = re.compile(
    r"[ajxl](?<![a-z0-9].)(?:[aj]*j[aj]*(?<=jaja)[aj]*|(?<=j)e(?:je)+j?|(?<=j)i(?:ji)+|(?<=j)sj[sj]*|(?<=x)d+|(?<=l)ol)(?![a-z0-9])"
)

_TOKEN = re.compile(r"[a-z0-9]+|[,;:\"?()]|[.!\n]+")

_FOLDS = (
    ("ch", "\x01"),
    ("qu", "k"),
    ("q", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("c", "k"),
    ("z", "s"),
    ("v", "b"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("h", ""),
    ("ll", "y"),
    ("y", "i"),
    ("w", "u"),
    ("\x01", "ch"),
)


def plain(text: str) -> str:
    """Return `text` in lower case ASCII: without accents, with plain quotes, telling emoji named."""
    text = text.lower()
    if text.isascii():
        return text
    text = _SIGN.sub(lambda match: _SIGNS[match.group()], text)
    # Compatibility forms (bold, wide, circled letters) and accents fall apart; what is left is dropped.
    return normalize("NFKD", text).encode("ascii", "ignore").decode()


def fold(text: str) -> str:
    """Return already plain `text` with one letter a sound and no letter twice in a row."""
    for old, new in _FOLDS:
        text = text.replace(old, new)
    return _STRETCHED.sub(r"\1", text)


def fold_pattern(pattern: str) -> str:
    """Fold the words of a regular expression; escapes and group syntax stay as they are.

    Write whole words: a `c`, `q`, `g`, `h` or `l` must not be the last letter before a group.
    """
    return re.sub(r"\\.|\(\?P<\w+>|\(\?[a-z:=!<]|[a-z]+", _fold_word, pattern)


def _fold_word(match: re.Match[str]) -> str:
    word = match.group()
    return fold(word) if word[0].isalpha() else word


_SHORTHAND_WORDS = (
    "m=me q=que k=que x=por xq=porque pq=porque xk=porque pk=porque d=de t=te n=en s=se l=el "
    "toy=estoy tas=estas ta=esta pa=para tngo=tengo tng=tengo kn=con cn=con qro=quiero kro=quiero "
    "qero=quiero kero=quiero quero=quiero qiro=quiero kiro=quiero quieo=quiero kieo=quiero "
    "tmb=tambien tb=tambien bn=bien dl=del nd=nada vda=vida vd=vida mrir=morir muri=morir mtar=matar "
    "matrme=matarme mtarme=matarme morrir=morir mrirme=morirme suisidio=suicidio suicdio=suicidio "
    "suicidrme=suicidarme ksa=casa pastis=pastillas pstillas=pastillas pepas=pastillas mnn=manana "
    "manna=manana nunk=nunca sta=esta stoy=estoy oy=hoy "
)
_SHORTHAND = {
    fold(short): fold(word) for short, word in (pair.split("=") for pair in _SHORTHAND_WORDS.split())
}

_GLUE_WORDS = (
    "me no ya quiero voy a matar matarme morir morirme suicidar suicidarme vivir mas seguir quitar "
    "quitarme la vida estoy muerto muerta hoy esta noche mato ahorcar ahorcarme cortar cortarme de aqui "
    "mundo desaparecer que en todo"
)
_GLUED = frozenset(fold(word) for word in _GLUE_WORDS.split())
_GLUE_CORE = re.compile(
    "|".join(fold(core) for core in ("matar", "morir", "suicid", "vivir", "ahorcar", "lavida"))
)
MAX_GLUED = 40
"""Longer runs without a space are not taken apart."""


def sentences(text: str) -> list[list[str]]:
    """Return the folded sentences of `text` as tokens; `,` `:` `"` `?` are tokens."""
    text = plain(text)
    if _DIGIT.search(text):
        text = _WITH_DIGIT.sub(_read_leet, text)
    text = _SPELLED.sub(_join_spelled, text)
    text = _STARS.sub("", text)
    text = _LAUGH.sub(" jaja ", text)
    # Stretched letters first: `fold` reads what is then still double ("ll") as a sound.
    text = fold(_HELD.sub(r"\1", text))
    return list(_sentences(text))


def units(text: str) -> list[str]:
    """Return :func:`sentences` as strings, the very long ones in overlapping windows."""
    return [unit for sentence in sentences(text) for unit in _windows(sentence)]


def _read_leet(match: re.Match[str]) -> str:
    token = match.group()
    return token if _QUANTITY.fullmatch(token) else token.translate(_LEET)


def _join_spelled(match: re.Match[str]) -> str:
    joined = re.sub(r"[ .\-_*]", "", match.group())
    return joined if joined.isdigit() else joined.translate(_LEET)


def _sentences(text: str) -> Iterator[list[str]]:
    sentence: list[str] = []
    for word in _TOKEN.findall(text):
        if word[0] in ".!\n?":
            if sentence:
                # The mark of a question stays: it tells facts asked for from facts told.
                yield [*sentence, "?"] if word[0] == "?" else sentence
            sentence = []
        elif 9 <= len(word) <= MAX_GLUED and _GLUE_CORE.search(word):
            sentence.extend(_unglue(word))
        else:
            sentence.append(_SHORTHAND.get(word, "," if word in ";()" else word))
    if sentence:
        yield sentence


def _unglue(token: str) -> list[str]:
    """Take `kieromorir` apart when it is made of known words only; else return it whole."""
    best: list[list[str] | None] = [[]] + [None] * len(token)
    for end in range(1, len(token) + 1):
        for start in range(max(0, end - 11), end):
            head = best[start]
            if head is not None and token[start:end] in _GLUED:
                best[end] = [*head, token[start:end]]
                break
    return best[-1] or [token]


def _windows(sentence: list[str]) -> Iterator[str]:
    step = MAX_UNIT_TOKENS - UNIT_OVERLAP
    for start in range(0, max(1, len(sentence) - UNIT_OVERLAP), step):
        yield " ".join(sentence[start : start + MAX_UNIT_TOKENS])
