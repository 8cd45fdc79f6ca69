"""How a prepared sentence is said: in the person's own register, and never the one said a moment ago.

A wording is Spanish with forms to choose from: `{puedes|podés|puede}` for tú, vos and usted (two forms: the
first serves usted too), short names for the commonest (`{te}`, `{tu}`, `{contigo}`...: see `SHORT`), and
names that the caller fills in (`{lines}`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from typing import Final

from shared.crisis.normal import plain

REMEMBERED: Final = 20
"""Earlier replies whose wordings are avoided."""


class Register(IntEnum):
    """How the person is addressed. The value is the place of its form in a wording."""

    TU = 0
    VOS = 1
    USTED = 2


SHORT: Final = {
    "te": "te|te|le",
    "Te": "Te|Te|Le",
    "se": "te|te|se",
    "tu": "tu|tu|su",
    "Tu": "Tu|Tu|Su",
    "tus": "tus|tus|sus",
    "ti": "ti|vos|usted",
    "tú": "tú|vos|usted",
    "contigo": "contigo|con vos|con usted",
    "estás": "estás|estás|está",
    "Estás": "Estás|Estás|Está",
    "estés": "estés|estés|esté",
    "puedes": "puedes|podés|puede",
    "Puedes": "Puedes|Podés|Puede",
    "podrías": "podrías|podrías|podría",
    "quieres": "quieres|querés|quiere",
    "sientes": "sientes|sentís|siente",
    "piensas": "piensas|pensás|piensa",
    "Piensas": "Piensas|Pensás|Piensa",
    "tienes": "tienes|tenés|tiene",
    "Tienes": "Tienes|Tenés|Tiene",
    "cuentas": "cuentas|contás|cuenta",
    "dices": "dices|decís|dice",
    "necesitas": "necesitas|necesitás|necesita",
    "llama": "llama|llamá|llame",
    "Llama": "Llama|Llamá|Llame",
    "busca": "busca|buscá|busque",
    "Busca": "Busca|Buscá|Busque",
    "dime": "dime|decime|dígame",
    "Dime": "Dime|Decime|Dígame",
}
"""Forms for tú, vos and usted that many wordings need. `se` is the reflexive `te` ("matar{se}")."""

_NAMED = re.compile(r"\{(\w+)\}")
_FORMS = re.compile(r"\{([^{}|]*)\|([^{}|]*)(?:\|([^{}|]*))?\}")

# Without accents; only forms that tú does not have.
_VOS = re.compile(
    r"\b(?:vos|sos|tenes|queres|podes|sabes que vos|che|decime|contame|decis|sentis|entendes|pensas|venis|"
    r"hablame|boluda?o?|haceme|escuchame|fijate|sabe[s]? vos|preferis|vivis|seguis|ayudame vos)\b"
)
_VOS_ACCENTED = re.compile(
    r"\b(?:sabés|hacés|creés|andás|vivís|escuchás|llamás|estás vos|dejás|seguís|hacé|decí|llamá|buscá|poné|"
    r"andá|salí|podés|querés|tenés|contás|sentís|necesitás|pensás|decís|contame|decime)\b"
)
# Somebody else is spoken of in the same forms ("nadie me puede ayudar", "si lo cuento"): only an order, or a
# question that opens with its verb, is said to us.
_OPENING = (
    r"(?:^|[^\w\s]) *(?:(?:hola|buenas|buenos dias|(?:buenas|buenos) (?:tardes|noches|dias)|por favor|y) )?"
)
_USTED = re.compile(
    r"\b(?:usted|ustd)\b|\b(?:digame|ayudeme|escucheme|permitame|oigame|expliqueme|aconsejeme)\b|"
    rf"{_OPENING}(?:(?:disculpe|perdone)\b|(?:(?:me|nos) )?(?:puede|podria) "
    r"(?:(?:decir|ayudar|escuchar|leer|explicar|aconsejar)(?:me)?)\b|"
    r"doctora?[,.:!]|le agradezco\b(?! a (?:mi|el|la|los|las|dios|todos)\b))"
)
_TU_REPLY = re.compile(r"\b(?:te|tu|tus|contigo|puedes|estas)\b|\b(?:matarte|quitarte|hacerte|darte)\b")
_TU_ONLY = re.compile(r"\b(?:puedes|quieres|tienes|sientes|piensas|cuentas|dices|necesitas|dime|cuentame)\b")
_USTED_REPLY = re.compile(r"\b(?:usted|llame|busque|digame|cuenteme|su (?:vida|culpa|pais|mensaje))\b")


def register_of(
    text: str, previous: Sequence[str] = (), *, earlier: Sequence[str] = (), child: bool = False
) -> Register:
    """Return how the person who wrote `text` is to be addressed.

    Words of their own decide, the newest first: `text`, then the `earlier` ones (oldest first). Without any
    the talk goes on as the `previous` replies spoke, the last first. A `child` is never addressed as usted.
    """
    own = (_register_in(words) for words in (text, *reversed(earlier)))
    shown = (register_of_reply(reply) for reply in reversed(previous))
    signs = (register for register in chain(own, shown) if register is not None)
    return next((register for register in signs if not (child and register is Register.USTED)), Register.TU)


def _register_in(text: str) -> Register | None:
    said = plain(text)
    if _VOS.search(said) or _VOS_ACCENTED.search(text.lower()):
        return Register.VOS
    return Register.USTED if _USTED.search(said) else None


def register_of_reply(reply: str) -> Register | None:
    """Return how `reply` addresses the person; None when it does not show."""
    if _VOS_ACCENTED.search(reply.lower()):
        return Register.VOS
    said = plain(reply)
    if _USTED_REPLY.search(said) and not _TU_REPLY.search(said):
        return Register.USTED
    return Register.TU if _TU_ONLY.search(said) else None


def spoken(wording: str, register: Register, **names: str) -> str:
    """Return `wording` in `register`, with `names` filled in."""
    return _spoken(wording, register, tuple(names.items()))


@lru_cache(maxsize=8192)
def _spoken(wording: str, register: Register, names: tuple[tuple[str, str], ...]) -> str:
    for name, value in names:
        wording = wording.replace(f"{{{name}}}", value)
    wording = _NAMED.sub(lambda found: f"{{{SHORT[found[1]]}}}", wording)
    return _FORMS.sub(lambda forms: _form(forms, register), wording)


def _form(forms: re.Match[str], register: Register) -> str:
    third = forms[3] if forms[3] is not None else forms[1]
    return (forms[1], forms[2], third)[register]


class Chooser:
    """Picks wordings: those said longest ago in this session first, in rotation by turn among the unsaid."""

    def __init__(self, turn: int, previous: Sequence[str], register: Register, **names: str) -> None:
        self._turn = turn
        self._said = tuple(previous[-REMEMBERED:])
        self._register = register
        self._names = names

    def pick(self, wordings: Sequence[str], then: Sequence[str] = (), **names: str) -> str:
        """Return the wording said longest ago; those of `then` only when all of `wordings` were said."""
        options = [*_rotated(wordings, self._turn), *_rotated(then, self._turn)]
        return self.speak(min(options, key=lambda each: self._last_said(each, names)), **names)

    def all_said(self, wordings: Sequence[str]) -> bool:
        """True when none of `wordings` is new to this session."""
        return all(self._last_said(each, {}) for each in wordings)

    def speak(self, wording: str, **names: str) -> str:
        """Return `wording` in the person's own register."""
        return spoken(wording, self._register, **{**self._names, **names})

    def _last_said(self, wording: str, names: dict[str, str]) -> int:
        """Return 0 for never, else the larger the more recent. Any register counts as said."""
        forms = {spoken(wording, register, **{**self._names, **names}) for register in Register}
        for index in range(len(self._said), 0, -1):
            if any(form in self._said[index - 1] for form in forms):
                return index
        return 0


def _rotated(wordings: Sequence[str], turn: int) -> list[str]:
    start = turn % len(wordings) if wordings else 0
    return [*wordings[start:], *wordings[:start]]


def plain_reply(reply: str) -> str:
    """Return `reply` in plain text, with the signs that open its questions: `plain` drops them."""
    return "¿".join(map(plain, reply.split("¿")))


def seam(reply: str) -> str:
    """Return what stands between `reply` and a sentence added to it: a full stop too if it was left open."""
    if not reply or reply[-1].isspace():
        return ""
    return " " if reply[-1] in ".!?…»" else ". "


def joined(*parts: str) -> str:
    """Return the parts that are not empty as one paragraph."""
    return " ".join(part for part in parts if part)
