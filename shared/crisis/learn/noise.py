"""Bad spelling, as people produce it: teaches the model, and tests that a decision survives it. Seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from shared.crisis.normal import plain

Noise = Callable[[str, random.Random], str]

_CHAT_WORDS: Final = {
    "que": ("q", "k", "ke"), "qué": ("q", "k", "ke"), "por": ("x",), "para": ("pa", "xa", "para"),
    "porque": ("xq", "pq", "xk", "porq"), "me": ("m",), "te": ("t",), "de": ("d",), "estoy": ("toy", "stoy"),
    "está": ("ta", "sta"), "también": ("tmb", "tb"), "quiero": ("kiero", "qiero", "kero", "qro"),
    "con": ("cn", "kon"), "nada": ("nd", "naa"), "bien": ("bn",), "mucho": ("muxo", "mxo"),
    "más": ("+", "mas"), "mañana": ("mñn", "manana"), "hola": ("ola", "holi"), "voy": ("boy", "voi"),
    "se": ("s", "se"), "no": ("n", "no"), "todo": ("tdo", "todo"), "noche": ("noxe", "nche"),
    "vida": ("bida", "vda"), "vivir": ("bibir", "vivr"), "casa": ("ksa", "casa"), "muy": ("mui",),
    "hacer": ("aser", "acer"), "tengo": ("tngo", "tng"), "quien": ("kien",), "cuando": ("cuand", "qndo"),
}  # fmt: skip
_SOUNDS: Final = (
    ("qu", "k"), ("c(?=[aou])", "k"), ("v", "b"), ("b", "v"), ("ll", "y"), ("z", "s"), ("c(?=[ei])", "s"),
    (r"\bh", ""), ("h", ""), ("s", "z"), ("y", "ll"), ("g(?=[ei])", "j"), ("ch", "x"), ("gu(?=[ei])", "g"),
)  # fmt: skip
_LEET: Final = {"a": "4@", "e": "3", "i": "1", "o": "0", "s": "5$", "t": "7"}
_WORD: Final = re.compile(r"\w+")


def no_accents(text: str, rng: random.Random) -> str:
    """Lose every accent and tilde."""
    del rng
    return text.translate(str.maketrans("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN"))


def capitals(text: str, rng: random.Random) -> str:
    """Shout."""
    del rng
    return text.upper()


def no_marks(text: str, rng: random.Random) -> str:
    """Type no capitals and no punctuation."""
    del rng
    return re.sub(r"[^\w\s]", "", text.lower())


def chat(text: str, rng: random.Random) -> str:
    """Abbreviate the usual words and spell some others by their sound."""

    def one(match: re.Match[str]) -> str:
        word = match.group().lower()
        if word in _CHAT_WORDS and rng.random() < 0.7:
            return rng.choice(_CHAT_WORDS[word])
        if len(word) > 3 and rng.random() < 0.4:
            pattern, sound = rng.choice(_SOUNDS)
            return re.sub(pattern, sound, word)
        return word

    return no_accents(_WORD.sub(one, text), rng)


def typos(text: str, rng: random.Random) -> str:
    """Swap, drop or double a letter in about every fourth longer word."""

    def one(match: re.Match[str]) -> str:
        word = match.group()
        if len(word) < 4 or rng.random() > 0.25:
            return word
        at = rng.randrange(1, len(word) - 1)
        return rng.choice(
            (
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
            )
        )

    return _WORD.sub(one, text)


def fewer_vowels(text: str, rng: random.Random) -> str:
    """Drop a vowel inside about every third longer word: `mtarme`, `pstillas`."""

    def one(match: re.Match[str]) -> str:
        word = match.group()
        inner = [at for at in range(1, len(word) - 1) if word[at] in "aeiouáéíóú"]
        if len(word) < 5 or not inner or rng.random() > 0.35:
            return word
        at = rng.choice(inner)
        return word[:at] + word[at + 1 :]

    return _WORD.sub(one, text)


def stretched(text: str, rng: random.Random) -> str:
    """Hold a key down: `quierooo`."""

    def one(match: re.Match[str]) -> str:
        word = match.group()
        if len(word) < 3 or rng.random() > 0.4:
            return word
        at = rng.choice([at for at, letter in enumerate(word) if letter in "aeiouáéíóúsr"] or [len(word) - 1])
        return word[:at] + word[at] * rng.randrange(2, 6) + word[at + 1 :]

    return _WORD.sub(one, text)


def leet(text: str, rng: random.Random) -> str:
    """Write digits and signs for letters."""
    share = rng.choice((0.3, 0.6, 1.0))
    return "".join(
        rng.choice(_LEET[letter]) if letter in _LEET and rng.random() < share else letter
        for letter in plain(text)
    )


def spaced(text: str, rng: random.Random) -> str:
    """Put a sign between the letters of one or two longer words: `m.o.r.i.r`."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    for at in rng.sample(long, min(len(long), rng.choice((1, 2)))):
        words[at] = rng.choice((" ", ".", "-", "*")).join(words[at])
    return " ".join(words)


def glued(text: str, rng: random.Random) -> str:
    """Forget about every sixth space."""
    return re.sub(" ", lambda match: "" if rng.random() < 0.16 else match.group(), text)


_LETTERS: Final = "aaaaeeeeiiioooouulnrstdcmpbgvqhfyjxzk"


def nonsense(count: int, sentences: Sequence[str], rng: random.Random) -> Iterator[str]:
    """Yield harmless texts with codes and invented words in them: what is not understood is no danger."""

    def code() -> str:
        word = "".join(rng.choices(_LETTERS, k=rng.randint(1, 9)))
        sign = rng.choice(("-", " ", "", "_", ":"))
        return rng.choice((word, f"{word}{sign}{rng.randint(0, 9999)}", str(rng.randint(0, 99999))))

    for _ in range(count):
        codes = [sign.join(code() for _ in range(rng.randint(1, 3))) for sign in ("-", " ", "/")]
        yield " ".join([rng.choice((rng.choice(sentences), "")), *codes[: rng.randint(1, 3)]]).strip()


NOISES: Final[dict[str, Noise]] = {
    noise.__name__: noise
    for noise in (
        no_accents,
        capitals,
        no_marks,
        chat,
        typos,
        fewer_vowels,
        stretched,
        leet,
        spaced,
        glued,
    )
}


def noisy(text: str, rng: random.Random) -> str:
    """Return `text` as somebody in a hurry types it: one kind of noise, or two."""
    for noise in rng.sample(list(NOISES.values()), rng.choice((1, 1, 2))):
        text = noise(text, rng)
    return text
