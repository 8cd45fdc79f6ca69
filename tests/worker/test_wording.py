"""How a prepared sentence is said: the person's register, and nothing said a moment ago."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

from shared.crisis import Level
from shared.texts import companion, listening, steps, templates
from tests.support.care_words import red_items
from worker.guard import check
from worker.wording import SHORT, Chooser, Register, joined, register_of, register_of_reply, seam, spoken

NAMES = frozenset({"lines", "emergency", "someone", "more", "chat", "topic", "topic_cap"})


@pytest.mark.parametrize(
    ("text", "register"),
    [
        ("vos sabés que no puedo", Register.VOS),
        ("che, no doy más", Register.VOS),
        ("¿podés ayudarme?", Register.VOS),
        ("¿usted es un robot?", Register.USTED),
        ("disculpe, ¿me puede ayudar?", Register.USTED),
        ("¿puedes ayudarme?", Register.TU),
        ("estoy mal", Register.TU),
        ("", Register.TU),
        ("es que si lo cuento mi mamá se enoja", Register.TU),
        ("nadie me puede ayudar", Register.TU),
        ("mi psicóloga podría ayudarme", Register.TU),
        ("fui a la doctora ayer", Register.TU),
        ("que Dios me perdone", Register.TU),
        ("se lo cuento a mi hermana y le agradezco a mi abuela", Register.TU),
        ("¿me puede ayudar?", Register.USTED),
        ("buenas noches, disculpe la hora", Register.USTED),
        ("hola doctora, estoy mal", Register.USTED),
        ("le agradezco mucho", Register.USTED),
    ],
)
def test_register_of_the_person(text: str, register: Register) -> None:
    """Their own words decide; without a sign it is tú."""
    assert register_of(text) is register


def test_register_is_kept_through_the_talk() -> None:
    """A message without a sign goes on as the last reply that shows one."""
    assert register_of("no sé", ["¿Podés contarme más?", "Gracias por contarlo."]) is Register.VOS
    assert register_of("no sé", ["¿Me dice usted qué pasó?"]) is Register.USTED
    assert register_of("vos decís", ["¿Puedes contarme?"]) is Register.VOS
    assert register_of_reply("Gracias por contarlo.") is None


def test_register_of_earlier_words_comes_before_that_of_replies() -> None:
    """The person's own words, the newest first; a child is never addressed as usted."""
    earlier = ["che, hola", "disculpe usted"]
    assert register_of("no sé", ["¿Puedes contarme?"], earlier=earlier) is Register.USTED
    assert register_of("no sé", earlier=earlier[:1]) is Register.VOS
    assert register_of("disculpe usted", ["¿Me dice usted?"], child=True) is Register.TU
    assert register_of("disculpe usted", earlier=["che, hola"], child=True) is Register.VOS


def test_seam_ends_what_was_left_open() -> None:
    """A space after a full stop, a full stop before it where there is none, nothing after a space."""
    assert [seam(each) for each in ("Ya.", "Ya", "¿Ya?", "Ya. ", "")] == [" ", ". ", " ", "", ""]


def test_forms_and_short_names() -> None:
    """Each register takes its own form; two forms: usted takes the first."""
    wording = "{Puedes} llamar {lines} y {dejar|dejar} {tu} miedo {contigo}."
    said = [spoken(wording, register, lines="al 911") for register in Register]
    assert said == [
        "Puedes llamar al 911 y dejar tu miedo contigo.",
        "Podés llamar al 911 y dejar tu miedo con vos.",
        "Puede llamar al 911 y dejar su miedo con usted.",
    ]


def test_names_may_hold_forms() -> None:
    """What is filled in is brought into the register too."""
    assert spoken("{llama} {lines}", Register.USTED, lines="al número de {tu} país") == (
        "llame al número de su país"
    )


def test_says_what_was_said_longest_ago() -> None:
    """Unsaid wordings first, in rotation by turn; then the oldest; either register counts as said."""
    wordings = ("{Puedes} uno.", "Dos.", "Tres.")
    assert Chooser(1, (), Register.TU).pick(wordings) == "Dos."
    assert Chooser(0, ["Podés uno."], Register.TU).pick(wordings) == "Dos."
    assert Chooser(0, ["Dos.", "Puedes uno.", "Tres."], Register.TU).pick(wordings) == "Dos."


def test_second_choice_comes_when_the_first_are_said() -> None:
    """`then` serves only when all the others were said."""
    choose = Chooser(0, ["Uno."], Register.TU)
    assert choose.pick(("Uno.",), then=("Otro.",)) == "Otro."
    assert choose.all_said(("Uno.",))
    assert not choose.all_said(("Uno.", "Otro."))


def test_joined_leaves_out_what_is_empty() -> None:
    """One paragraph, single spaces."""
    assert joined("Uno.", "", "Dos.") == "Uno. Dos."


def _wordings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _wordings(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _wordings(each)


def _slots() -> Iterator[tuple[str, tuple[str, ...]]]:
    inner = [
        importlib.import_module(f"shared.texts.templates.{each.name}")
        for each in pkgutil.iter_modules(templates.__path__)
    ]
    for module in (companion, listening, steps, *inner):
        for name, value in vars(module).items():
            if name.isupper() and name not in {"FEELINGS", "TOPICS"} and not isinstance(value, str):
                groups = value.values() if isinstance(value, dict) else [value]
                for group in groups:
                    yield f"{module.__name__}.{name}", tuple(_wordings(group))


def test_every_text_can_be_said() -> None:
    """Every name in braces is known, every choice has two or three forms, nothing is left open."""
    for name, wordings in _slots():
        for wording in wordings:
            assert set(re.findall(r"\{(\w+)\}", wording)) <= SHORT.keys() | NAMES, (name, wording)
            filled = dict.fromkeys(NAMES, "al 911")
            for register in Register:
                assert not re.search(r"[{}|]", spoken(wording, register, **filled)), (name, wording)


def test_every_slot_has_three_wordings() -> None:
    """All different, in every register."""
    for name, wordings in _slots():
        assert len(wordings) >= 3, name
        for register in Register:
            filled = dict.fromkeys(NAMES, "al 911")
            assert len({spoken(each, register, **filled) for each in wordings}) == len(wordings), name


def test_no_wording_harms() -> None:
    """Each wording alone is free of what the care rubric forbids, and passes the guard where it is said."""
    for name, wordings in _slots():
        for wording in wordings:
            filled = dict.fromkeys(NAMES, "al 911")
            for register in Register:
                said = spoken(wording, register, **filled)
                assert red_items(said) == [], (name, said)
            level = Level.IDEATION if "templates" in name else Level.NONE
            assert check(said, level, "MX").allowed, (name, said)
