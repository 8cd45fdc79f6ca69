"""Which slots make up a reply, and in what order: for each level the first, whole form and a later one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from shared.crisis.levels import Level
from shared.texts.templates import ideation, imminent, third_party, victim
from worker.calling import Numbers
from worker.cues import Cues
from worker.scene import Scene

Part = tuple[str, bool]
"""A part of a reply, and whether it may be left out when the whole grows too long."""

Form = Callable[[Scene], list[Part]]


def _imminent(scene: Scene) -> list[Part]:
    pick, cues = scene.pick, scene.cues
    company = pick(imminent.COMPANY_CHILD if cues.child else imminent.COMPANY)
    if cues.done:
        return [
            *_doctor_first(scene),
            (pick(imminent.HEARD_DONE), True),
            (company, False),
            (scene.call(imminent.CRISIS_TOO, scene.numbers.crisis()), False),
            (pick(imminent.PROGRAM), False),
        ]
    return [
        (pick(imminent.HEARD), scene.hindered),
        (scene.call(imminent.CALL, scene.numbers.urgent(child=cues.child)), False),
        (pick(imminent.CONDITION), False),
        (company, False),
        (pick(imminent.DISTANCE), False),
        *(_stays(scene) if scene.hindered else [(pick(imminent.PROGRAM), False)]),
    ]


def _stays(scene: Scene) -> list[Part]:
    return [
        (scene.pick(imminent.PROGRAM_AGAIN), False),
        (scene.pick(imminent.WHO_IS_NEAR), False),
    ]


def _imminent_later(scene: Scene) -> list[Part]:
    pick, cues = scene.pick, scene.cues
    program = pick(imminent.PROGRAM_AGAIN)
    checks = pick(imminent.CHECKS_WITHOUT_CALL if scene.hindered else imminent.CHECKS)
    if cues.done:
        opening = _doctor_first(scene)
        call = scene.call(imminent.CRISIS_TOO, scene.numbers.crisis())
    else:
        opening = [(pick(imminent.STILL), True)]
        call = scene.call(imminent.CALL_AGAIN, scene.numbers.urgent(child=cues.child))
    if scene.hindered:
        return [*opening, (call, False), (checks, False), (program, False)]
    return [*opening, (checks, False), (call, False), (program, False)]


def _doctor_first(scene: Scene) -> list[Part]:
    emergency = scene.numbers.emergency(medical=True)
    first_aid = imminent.BLEEDING if scene.cues.bleeding else imminent.TAKEN
    return [
        (scene.pick(imminent.EMERGENCY_FIRST, emergency=emergency), False),
        (scene.pick(first_aid), False),
    ]


def _thoughts(scene: Scene) -> list[Part]:
    pick, cues = scene.pick, scene.cues
    if scene.level is Level.SELF_HARM:
        heard, ask = ideation.SELF_HARM_HEARD, ideation.ASK_SELF_HARM
    elif cues.burden:
        heard, ask = ideation.BURDEN, ideation.ASK_GENTLY
    elif cues.passive:
        heard, ask = ideation.HEARD_GENTLY, ideation.ASK_GENTLY
    else:
        heard, ask = ideation.HEARD, ideation.ASK
    hindered = scene.hindered  # what makes calling hard was said already
    return [
        (pick(heard), hindered),
        (pick(ask), False),
        (scene.listen(ideation.LINE, scene.numbers.listening(child=cues.child)), False),
        (pick(ideation.HELPERS, someone=_someone(cues)), False),
        (pick(ideation.STEP), hindered),
        ("" if hindered else pick(ideation.HARD), False),
    ]


def _thoughts_later(scene: Scene) -> list[Part]:
    pick = scene.pick
    harm = scene.level is Level.SELF_HARM
    near = ideation.CLOSE_BY_SELF_HARM if harm else ideation.CLOSE_BY
    ask = pick(near) if scene.asked else pick(ideation.ASK_SELF_HARM if harm else ideation.ASK_GENTLY)
    return [
        (pick(ideation.STAY), True),
        (pick(ideation.DEEPER), False),
        (ask, False),
        (scene.listen(ideation.LINE_AGAIN, scene.numbers.crisis()), False),
    ]


def _violence(scene: Scene) -> list[Part]:
    pick, child = scene.pick, scene.cues.child
    line = victim.LINE_CHILD if child and "child" in _kinds(scene.numbers) else victim.LINE
    emergency = scene.numbers.emergency(medical=scene.cues.bleeding)
    return [
        (pick(victim.NOT_YOUR_FAULT), False),
        (pick(victim.SAFE), False),
        (pick(victim.EMERGENCY, emergency=emergency), False),
        (scene.call(line, scene.numbers.protection(child=child)), False),
        (pick(victim.LOG), False),
        (pick(victim.NEXT_CHILD if child else victim.NEXT), scene.hindered),
    ]


def _violence_later(scene: Scene) -> list[Part]:
    pick, child = scene.pick, scene.cues.child
    return [
        (pick(victim.STAY), True),
        (pick(victim.SAFE_AGAIN), False),
        (scene.call(victim.LINE_AGAIN, scene.numbers.shelter(child=child)), False),
        (pick(victim.NEXT_AGAIN_CHILD if child else victim.NEXT_AGAIN), False),
    ]


def _other(scene: Scene) -> list[Part]:
    pick, cues = scene.pick, scene.cues
    lines = scene.numbers.shelter(child=False) if cues.violence else scene.numbers.urgent()
    if cues.other_done:
        emergency = scene.numbers.emergency(medical=True)
        return [
            (pick(third_party.EMERGENCY_FIRST, emergency=emergency), False),
            (pick(third_party.AFTER_EMERGENCY), False),
            (scene.call(third_party.LINE, scene.numbers.crisis()), False),
            (pick(third_party.CARE_DONE), False),
        ]
    return [
        (pick(third_party.SERIOUS), scene.hindered),
        (pick(third_party.BELIEVE if cues.violence else third_party.ASK_THEM), False),
        (pick(third_party.BESIDE if cues.violence else third_party.NOT_ALONE), False),
        (scene.call(third_party.LINE, lines), False),
        (pick(third_party.CARE), False),
    ]


def _other_later(scene: Scene) -> list[Part]:
    pick, cues = scene.pick, scene.cues
    if cues.other_done:
        return _other(scene)
    lines = scene.numbers.shelter(child=False) if cues.violence else scene.numbers.urgent()
    return [
        (pick(third_party.STAY), True),
        (pick(third_party.NOW_VIOLENCE if cues.violence else third_party.NOW), False),
        (scene.call(third_party.LINE_AGAIN, lines), False),
        (pick(third_party.CARE_AGAIN), False),
    ]


FORMS: Final[dict[Level, tuple[Form, Form]]] = {
    Level.IMMINENT: (_imminent, _imminent_later),
    Level.IDEATION: (_thoughts, _thoughts_later),
    Level.SELF_HARM: (_thoughts, _thoughts_later),
    Level.VICTIM: (_violence, _violence_later),
    Level.THIRD_PARTY: (_other, _other_later),
}
"""For each level its first form, and the shorter one for the turns after."""


def _kinds(numbers: Numbers) -> set[str]:
    return {line.kind for line in numbers.items}


def _someone(cues: Cues) -> str:
    return "una persona adulta de confianza" if cues.child else "una persona de confianza"
