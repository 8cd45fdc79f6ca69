"""Safe answers: words by which somebody says that they are safe now. Two of them bring a session's risk down.

Conservative on purpose. A bare "no", thanks, a change of subject or "ya estoy bien, no te preocupes" alone
can mean anything, also a goodbye: what counts names safety itself, or company, or help that was reached.
"""

from __future__ import annotations

import re
from typing import Final

from shared.crisis.normal import fold_pattern

_SAFE: Final = re.compile(
    fold_pattern(
        r"\b(?:"
        r"(?:estoy|me siento|ya estoy|sigo) (?:\w+ ){0,3}(?:a salvo|segura|seguro|fuera de peligro|"
        r"en un lugar seguro)"
        r"|(?:no corro|ya no corro|no estoy en|ya no estoy en|no hay) (?:ningun |mas )?peligro"
        r"|no (?:\w+ ){0,3}(?:a hacerme (?:dano|nada)|hacerme (?:dano|nada)|hacer nada malo|"
        r"hacer ninguna locura)"
        r"|no (?:\w+ ){0,2}(?:voy|pienso|quiero|planeo) (?:a )?(?:hacerlo|hacer nada)"
        r"|no (?:\w+ ){0,2}lo voy a hacer"
        r"|ya no (?:\w+ ){0,2}(?:quiero|pienso|tengo ganas de|siento ganas de) (?:\w+ ){0,2}"
        r"(?:morir|morirme|matarme|eso|hacerlo|lastimarme|cortarme|hacerme dano|desaparecer)"
        r"|(?:ya )?(?:se me paso|me calme|estoy mas tranquil[oa]|me siento mas tranquil[oa]|estoy mejor|"
        r"me siento mejor)"
        r"|(?:ya )?(?:llame|hable|estoy hablando|pude hablar|consegui hablar) (?:\w+ ){0,2}(?:a|al|con|la|"
        r"el|por) (?:\w+ ){0,4}"
        r"|(?:estoy|estamos|me quede|me quedo|vine a dormir|voy a dormir) (?:\w+ ){0,2}(?:acompanad[oa]|"
        r"(?:con|en casa de|donde) (?:mi|mis|una|un|unos|ella|el|la|los) (?:\w+ ?){1,3})"
        r"|(?:ya )?(?:vino|llego|esta conmigo|vinieron|llegaron) (?:mi|mis|la|el|una|un) \w+"
        r"|(?:guarde|tire|entregue|di|regale|se llevo|se llevaron) (?:\w+ ){0,3}(?:las pastillas|la navaja|"
        r"la cuerda|las cuchillas|el arma|la pistola|los medicamentos)"
        r")"
    )
)
_UNSAFE: Final = re.compile(
    fold_pattern(
        r"\b(?:no (?:\w+ ){0,2}(?:estoy|me siento) (?:\w+ ){0,3}(?:a salvo|segur[oa]|mejor|bien|"
        r"tranquil[oa])|pero|todavia|aun|no se si|no contest|no respond|nadie)"
    )
)


def is_safe_answer(folded: str) -> bool:
    """Tell whether `folded` (sentences of :func:`shared.crisis.normal.sentences`) says "I am safe"."""
    said = folded.replace(" ,", "")
    return bool(_SAFE.search(said)) and not _UNSAFE.search(said)
