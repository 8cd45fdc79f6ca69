"""What a typed line asks the terminal client for."""

from __future__ import annotations

import pytest

from shared.chat.commands import Command, Order, Say, Unknown, parse_line


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("", None),
        (" \t\u200b\n", None),
        ("hola\n", Say("hola")),
        ("  quiero salir  ", Say("quiero salir")),
        ("salir de esto", Say("salir de esto")),
        ("SALIR\r\n", Order(Command.QUIT)),
        ("/ayuda", Order(Command.HELP)),
        ("/recursos", Order(Command.RESOURCES)),
        ("/recursos  ar ", Order(Command.RESOURCES, "ar")),
        ("/sesión abc", Order(Command.SESSION, "abc")),
        ("/sesion", Order(Command.SESSION)),
        ("/borrar", Order(Command.ERASE)),
        ("/Parar", Order(Command.STOP)),
        ("/borar", Unknown()),
        ("/borrar todo eso de mi cabeza", Say("/borrar todo eso de mi cabeza")),
        ("1/2", Say("1/2")),
        ("/ una barra", Say("/ una barra")),
    ],
)
def test_a_line_is_a_command_a_mistyped_one_or_words(line: str, meaning: object) -> None:
    """Commands are taken as text mode takes them; a lone unknown `/word` is not sent as a message."""
    assert parse_line(line) == meaning
