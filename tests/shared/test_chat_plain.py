"""Text from the network on a terminal: harmless, and broken at words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.chat.plain import Wrapper, clean, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\033[31mrojo\033[0m", "[31mrojo[0m"),
        ("\033]0;título\007", "]0;título"),
        ("\x9b2J", "2J"),
        ("a\rb\r\nc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\tb\x00\x08\x7f", "a b"),
        ("\u202eabc\u2066d\u200f", "abcd"),
        ("\ud83d!", "\N{REPLACEMENT CHARACTER}!"),
        ("ñandú 👩‍👧", "ñandú 👩‍👧"),
    ],
)
def test_clean_takes_every_control_away(text: str, shown: str) -> None:
    """Escape sequences lose what starts them; letters, emoji and line breaks stay."""
    assert clean(text) == shown


@given(st.text())
def test_clean_text_can_be_written_and_drives_nothing(text: str) -> None:
    """Whatever comes, what is left encodes and holds no control but the newline."""
    shown = clean(text)
    shown.encode()
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in shown if char != "\n")


@pytest.mark.parametrize(("text", "columns"), [("año", 3), ("日本", 4), ("e\u0301", 1), ("🌿", 2)])
def test_width_counts_columns(text: str, columns: int) -> None:
    """Combining marks take none, wide characters two."""
    assert width(text) == columns


def wrap(text: str, columns: int, piece: int = 1, used: int = 0) -> str:
    """Stream `text` through a wrapper in pieces of `piece` characters."""
    wrapper = Wrapper(columns, used)
    fed = "".join(wrapper.feed(text[start : start + piece]) for start in range(0, len(text), piece))
    return fed + wrapper.flush()


def test_words_that_do_not_fit_go_to_the_next_line() -> None:
    """Lines break before the word that would pass the edge; the text's own breaks stay."""
    assert wrap("uno dos tres\ncuatro", 8) == "uno dos\ntres\ncuatro"
    assert wrap("uno dos", 8, used=5) == "uno\ndos"
    assert wrap("unos dos", 8, used=5) == "\nunos dos"
    assert wrap("1234567 9 x", 8) == "1234567\n9 x"


def test_a_word_is_held_until_it_ends() -> None:
    """Half a word is not written: it may have to go to the next line."""
    wrapper = Wrapper(12)
    assert wrapper.feed("uno do") == "uno "
    assert wrapper.feed("sde ") == "dosde "
    assert wrapper.feed("fin") == ""
    assert wrapper.flush() == "\nfin"


@given(st.text(st.sampled_from("ab \n"), max_size=60), st.integers(2, 12), st.integers(1, 7))
def test_wrapping_keeps_every_word_inside_the_edge(text: str, columns: int, piece: int) -> None:
    """No word is lost, joined or split, and no line is longer than the edge unless one word is."""
    wrapped = wrap(text, columns, piece)
    assert wrapped.split() == text.split()
    assert all(len(line) <= columns or " " not in line.strip() for line in wrapped.split("\n"))
