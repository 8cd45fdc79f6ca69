"""What a message in a crisis also tells: small, cautious readings."""

from __future__ import annotations

import pytest

from worker.cues import cues_of

SEEN = [
    ("taken", "me tomé todas las pastillas de mi mamá"),
    ("taken", "ya me las tomé"),
    ("taken", "me tragué el frasco entero hace diez minutos"),
    ("taken", "acabo de tomarme el bote de mi padre"),
    ("taken", "me he tomado todas las pastillas del cajón"),
    ("bleeding", "me corté las venas"),
    ("bleeding", "estoy sangrando mucho"),
    ("other_done", "mi mamá se tomó muchas pastillas y no reacciona"),
    ("no_answer", "llamé al número y no contestan"),
    ("no_answer", "el número no funciona"),
    ("no_answer", "esa línea no existe"),
    ("no_answer", "llamo y suena ocupado"),
    ("no_voice", "no puedo hablar, me oyen"),
    ("no_voice", "me van a escuchar si llamo"),
    ("no_voice", "me da vergüenza llamar"),
    ("no_voice", "solo puedo escribir"),
    ("child", "tengo 12 años"),
    ("child", "mi papá me pega con el cinto, tengo 9"),
    ("child", "tengo 13 y me corto"),
    ("child", "tengo 11 años de edad"),
    ("child", "mi papá me pega con el cable"),
    ("child", "en la escuela me pegan entre varios"),
    ("burden", "soy una carga para todos"),
    ("burden", "estarían mejor sin mí"),
    ("violence", "a mi vecina la golpea el marido"),
]
NOT_SEEN = [
    ("taken", "ya conté las pastillas"),
    ("taken", "me tomé un vaso de agua"),
    ("taken", "tengo la cuerda"),
    ("taken", "me tomé el día libre para pensarlo"),
    ("bleeding", "me corto a veces"),
    ("no_answer", "la terapia no funciona"),
    ("no_answer", "mi mamá no me entiende"),
    ("no_voice", "no puedo hablar con nadie de esto"),
    ("no_voice", "nadie me escucha"),
    ("child", "tengo 45 años, mi papá me pegaba"),
    ("child", "mi marido me pega"),
    ("child", "tengo 2 perros"),
    ("child", "tengo 10 pastillas"),
    ("child", "tengo 12 años con esta depresión"),
    ("child", "tengo 10 años casada"),
    ("child", "tengo 8 años de luchar con esto"),
    ("child", "mi padrastro vive con mis hijos y conmigo"),
    ("passive", "quiero matarme"),
    ("violence", "mi hermano se quiere matar"),
]


@pytest.mark.parametrize(("cue", "text"), SEEN)
def test_cue_is_seen(cue: str, text: str) -> None:
    """The message tells it, in plain or chat spelling."""
    assert getattr(cues_of(text), cue)
    assert getattr(cues_of(text.upper()), cue)


@pytest.mark.parametrize(("cue", "text"), NOT_SEEN)
def test_cue_is_not_seen(cue: str, text: str) -> None:
    """Near it, but something else."""
    assert not getattr(cues_of(text), cue)


def test_who_was_a_child_is_one_still() -> None:
    """What was told before counts; an age told later, or a grown-up's life, corrects it."""
    assert cues_of("no sé", ["hola tengo 11 años", "bien"]).child
    assert cues_of("no sé", ["mi papá me pega"]).child
    assert not cues_of("en realidad tengo 34", ["tengo 11 años"]).child
    assert not cues_of("mi marido no sabe", ["mi papá me pega"]).child
    assert not cues_of("no sé", ["me tomé todas las pastillas"]).taken


def test_done_is_either() -> None:
    """Taken or bleeding: a body that needs a doctor now."""
    assert cues_of("ya me las tomé").done
    assert cues_of("estoy sangrando").done
    assert not cues_of("tengo un plan").done
