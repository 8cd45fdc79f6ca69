"""The command line of the terminal client."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from shared.chat.address import DEFAULT, Address, parse_address
from shared.ids import Token, parse_token
from shared.texts import chat


@dataclass(frozen=True, slots=True)
class Options:
    """What the person asked for. `wait`: seconds without a connection until a pipe gives up."""

    address: Address
    remember: bool
    token: Token | None
    country: str | None
    wait: float


def parse_options(argv: Sequence[str] | None) -> Options:
    """Return the options in `argv`. Ends the program (SystemExit) when they make no sense."""
    parser = argparse.ArgumentParser(prog="psicoia.py chat", description=chat.USAGE)
    parser.add_argument(
        "address", nargs="?", metavar="DIRECCIÓN", default=DEFAULT, type=_address, help=chat.USAGE_ADDRESS
    )
    parser.add_argument("--recordar", dest="remember", action="store_true", help=chat.USAGE_REMEMBER)
    parser.add_argument("--sesion", dest="token", metavar="LLAVE", type=_token, help=chat.USAGE_SESSION)
    parser.add_argument("--pais", dest="country", metavar="PAÍS", type=country_code, help=chat.USAGE_COUNTRY)
    parser.add_argument(
        "--espera", dest="wait", metavar="SEGUNDOS", type=float, default=30.0, help=chat.USAGE_WAIT
    )
    return Options(**vars(parser.parse_args(argv)))


def country_code(text: str) -> str:
    """Return a country as two capitals. Raises ArgumentTypeError when it is none."""
    if len(text) != 2 or not text.isascii() or not text.isalpha():
        raise argparse.ArgumentTypeError(chat.BAD_COUNTRY)
    return text.upper()


def _address(text: str) -> Address:
    try:
        return parse_address(text)
    except ValueError:
        raise argparse.ArgumentTypeError(chat.BAD_ADDRESS) from None


def _token(text: str) -> Token:
    token = parse_token(text)
    if token is None:
        raise argparse.ArgumentTypeError(chat.BAD_KEY)
    return token
