"""What a typed line asks for. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Command(Enum):
    """Commands of text mode, as a person types them."""

    HELP = "/ayuda"
    RESOURCES = "/recursos"
    SESSION = "/sesion"
    ERASE = "/borrar"
    STOP = "/parar"
    QUIT = "salir"


@dataclass(frozen=True, slots=True)
class Order:
    """A command and what follows it."""

    command: Command
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """Words for the companion."""

    text: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A line that looks like a command and is none; it is not sent."""


_WITH_ARGUMENT = {Command.RESOURCES, Command.SESSION}


def parse_line(line: str) -> Order | Say | Unknown | None:
    """Return what `line` asks for; None for a blank one."""
    text = line.strip(" \t\r\n\v\f\xa0\u200b\ufeff")
    if not text:
        return None
    word, _, argument = text.partition(" ")
    name = word.lower().replace("sesión", "sesion")
    command = next((command for command in Command if command.value == name), None)
    if command and (not argument or command in _WITH_ARGUMENT):
        return Order(command, argument.strip())
    return Unknown() if re.fullmatch(r"/[^\W\d_]+", text) else Say(text)
