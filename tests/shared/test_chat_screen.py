"""What the terminal client writes, and where."""

from __future__ import annotations

import io

import pytest

from shared.chat.screen import Screen, colour_wanted
from shared.chat.talk import Done, Help, Words

HELP = Help("No estás solo.", ("Línea 135: 135 (24/7)", "Mala\033[2J: 1"))


class Terminal:
    """A screen whose output, complaints and prompt a test can see."""

    def __init__(self, *, terminal: bool = True, colour: bool = False, columns: int = 40) -> None:
        self.typed: str | None = None
        self.out, self.err = io.StringIO(), io.StringIO()
        self.screen = Screen(
            self.out,
            self.err,
            terminal=terminal,
            colour=colour,
            columns=lambda: columns,
            typed=lambda: self.typed,
        )

    @property
    def text(self) -> str:
        """All that was written."""
        return self.out.getvalue()


def test_a_reply_streams_and_wraps() -> None:
    """Words appear as they come, under the companion's name, broken at the edge."""
    view = Terminal(columns=20)
    view.screen.words(Words("Te escucho ", again=False))
    assert view.text == "PsicoIA: Te escucho"
    view.screen.words(Words("siempre", again=False))
    view.screen.done(Done("Te escucho siempre", stopped=False))
    assert view.text == "PsicoIA: Te escucho\nsiempre\n"


def test_a_reply_that_starts_over_says_so() -> None:
    """The void text stays above; the new one begins on its own line."""
    view = Terminal()
    view.screen.words(Words("viejo ", again=False))
    view.screen.words(Words("nuevo", again=True))
    view.screen.done(Done("nuevo", stopped=False))
    assert view.text == "PsicoIA: viejo \n(empiezo de nuevo)\nPsicoIA: nuevo\n"


def test_a_note_in_the_middle_of_a_reply_takes_its_own_line() -> None:
    """What interrupts a reply never lands inside its words."""
    view = Terminal()
    view.screen.words(Words("Te ", again=False))
    view.screen.warn("Se cortó.")
    view.screen.words(Words("escucho", again=False))
    view.screen.done(Done("Te escucho", stopped=True))
    assert view.text == "PsicoIA: Te \n⚠ Se cortó.\nPsicoIA: escucho\n(detenido)\n"


def test_what_comes_while_a_line_is_typed_stands_above_it() -> None:
    """The prompt is taken away and comes back with what was typed."""
    view = Terminal()
    view.typed = "quiero cont"
    view.screen.note("De nuevo en línea.")
    assert view.text == "\r\033[KDe nuevo en línea.\n› quiero cont"


def test_a_reply_that_comes_while_a_line_is_typed_brings_the_prompt_back_at_its_end() -> None:
    """The prompt does not break into the words of the reply."""
    view = Terminal()
    view.typed = ""
    for text in ("Te ", "escucho"):
        view.screen.words(Words(text, again=False))
    view.screen.done(Done("Te escucho", stopped=False))
    assert view.text == "\r\033[KPsicoIA: Te escucho\n› "


def test_elsewhere_than_on_a_terminal_replies_come_whole_and_notes_apart() -> None:
    """A file gets whole replies only; what is not conversation goes to the error stream."""
    view = Terminal(terminal=False)
    view.screen.words(Words("Te ", again=False))
    view.screen.note("nota")
    view.screen.warn("cuidado")
    view.screen.done(Done("Te escucho", stopped=False))
    assert view.text == "Te escucho\n"
    assert view.err.getvalue() == "nota\n⚠ cuidado\n"


@pytest.mark.parametrize("terminal", [True, False])
def test_help_stands_out_and_drives_nothing(terminal: bool) -> None:
    """Resources have a bar in front of every line, and lose control characters."""
    view = Terminal(terminal=terminal)
    view.screen.help(HELP)
    assert view.text.splitlines() == [
        "",
        "┃ No estás solo.",
        "┃ • Línea 135: 135 (24/7)",
        "┃ • Mala[2J: 1",
        "",
    ]


def test_the_only_escapes_are_our_own() -> None:
    """With colours on, text from the network still cannot start a sequence."""
    view = Terminal(colour=True)
    evil = "\033]0;x\007\033[2J"
    view.screen.words(Words(evil, again=False))
    view.screen.done(Done(evil, stopped=False))
    view.screen.said(evil)
    view.screen.warn(evil)
    view.screen.help(Help(evil, (evil,)))
    assert "\033]" not in view.text
    assert "\033[2J" not in view.text
    assert "\007" not in view.text


@pytest.mark.parametrize(
    ("environment", "terminal", "wanted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colours_respect_who_does_not_want_them(
    environment: dict[str, str], terminal: bool, wanted: bool
) -> None:
    """NO_COLOR, dumb terminals and files get none."""
    assert colour_wanted(environment, terminal) is wanted
