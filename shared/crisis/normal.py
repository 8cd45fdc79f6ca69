"""Spelling: brings Spanish as people type it to one form that rules can be written against.

Two forms are made here:

* :func:`plain`: lower case without accents. For word lists.
* :func:`sentences`: *folded* tokens. On top of `plain`: one letter a sound (`kiero`, `qiero` and `quiero` are
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

_EMOJI = {
    **dict.fromkeys("😂🤣😆😹", " jaja "),
    **dict.fromkeys("🔪🗡", " cuchillo "),
    "💊": " pastillas ",
    "🔫": " pistola ",
}
_SIGNS = {
    **dict.fromkeys("«»“”„", '"'),
    **dict.fromkeys("’‘´`", "'"),
    # Letters of other alphabets that look like ours.
    **dict(zip("аеорсухіѕӏα", "aeopcyxisla", strict=True)),
}
_EMOJI_RUN = re.compile(f"([{''.join(_EMOJI)}])\\1*")
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")

# Time stays bounded whatever is sent: what comes after so many of a kind says nothing new.
MAX_EMOJI = 40
MAX_LEET = 300
MAX_TAKEN_APART = 30

_LEET = str.maketrans("0134578@$", "oieastbas")
_WITH_DIGIT = re.compile(r"(?<![a-z0-9@$])[a-z]*[0-9@$][a-z0-9@$]*")
_QUANTITY = re.compile(r"\d+|\d{2,}[a-z]+|\d[a-z]{1,2}|\$[\d]+")

_SPELLED = re.compile(r"(?<![a-z0-9])[a-z0-9](?:[ .\-_*]{1,3}[a-z0-9](?![a-z0-9])){3,}")
_SEPARATORS = re.compile(r"[ .\-_*]+")
_WIDE_GAP = re.compile(r"[ .\-_*]{2,}")
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
    text = _EMOJI_RUN.sub(lambda match: _EMOJI[match.group(1)], text, count=MAX_EMOJI)
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
    "me no ya yo a al de del el la las lo los un una en es y o que con por para mi mis te se le su si mas "
    "muy quiero quisiera quieres voy vas va ir estoy esta estas estar soy ser era fue he ha todo toda "
    "todos nada nadie nunca siempre solo sola hoy manana noche dia aqui ahora vida mundo casa familia "
    "dios matar matarme mato mate morir morirme muero muerto muerta muerte suicidar suicidarme suicidio "
    "suicido vivir seguir viviendo viva vivo existir dejar desaparecer quitar quitarme ahorcar ahorcarme "
    "colgar colgarme cortar cortarme corto corte venas brazos piernas pastillas tome tomar puente tirar "
    "tirarme saltar terminar acabar irme pego pega golpea viola violo violaron abusa toca amenaza miedo "
    "ayuda ayudame dolor dano hago hacer hacerme lastimo lastimar odio mejor sin aguanto puedo pienso "
    "pensando pensar ganas tengo tener siento mama papa hijo hija hermano hermana amigo amiga novio novia "
    "esposo marido"
)
_GLUED = frozenset(fold(word) for word in _GLUE_WORDS.split())
_GLUE_CORE = re.compile(
    "|".join(fold(core) for core in ("matar", "morir", "suicid", "vivir", "ahorcar", "lavida"))
)
MIN_GLUED = 9
MAX_GLUED = 40
"""Longer runs without a space are not taken apart."""


def sentences(text: str) -> list[list[str]]:
    """Return the folded sentences of `text` as tokens; `,` `:` `"` `?` are tokens."""
    text = plain(text)
    if _DIGIT.search(text):
        text = _WITH_DIGIT.sub(_read_leet, text, count=MAX_LEET)
    text = _SPELLED.sub(_join_spelled, text)
    text = _STARS.sub("", text)
    text = _LAUGH.sub(" jaja ", text)
    # Stretched letters first: `fold` reads what is then still double ("ll") as a sound.
    text = fold(_HELD.sub(r"\1", text))
    return list(_sentences(text))


def _read_leet(match: re.Match[str]) -> str:
    token = match.group()
    return token if _QUANTITY.fullmatch(token) else token.translate(_LEET)


def _join_spelled(match: re.Match[str]) -> str:
    spelled = match.group()
    if len({*map(len, _SEPARATORS.findall(spelled))}) > 1:
        # Two signs where elsewhere there is one: the gap between two words.
        spelled = _WIDE_GAP.sub("\n", spelled)
    words = [_SEPARATORS.sub("", word) for word in spelled.split("\n")]
    return " ".join(word if word.isdigit() else _apart(word.translate(_LEET)) for word in words)


def _apart(word: str) -> str:
    return " ".join(_unglue(fold(word))) if len(word) >= MIN_GLUED else word


def _sentences(text: str) -> Iterator[list[str]]:
    sentence: list[str] = []
    taken_apart = 0
    for word in _TOKEN.findall(text):
        if word[0] in ".!\n?":
            if sentence:
                # The mark of a question stays: it tells facts asked for from facts told.
                yield [*sentence, "?"] if word[0] == "?" else sentence
            sentence = []
        elif (
            MIN_GLUED <= len(word) <= MAX_GLUED and taken_apart < MAX_TAKEN_APART and _GLUE_CORE.search(word)
        ):
            taken_apart += 1
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
