"""The guard's learned ear: what waits, what is released, what is refused, at which levels, as which rule."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.crisis.levels import Level
from shared.network.model import Reading
from shared.network.weights import Floats
from worker.guard import RULES, Screen, check, sense
from worker.guard.folding import ASK, COMMA, STOP
from worker.guard.learn.lessons import read_corpus
from worker.guard.sense import NUMBER, REFUSED, SAFE, SUSPECT, Sense
from worker.guard.stream import FAILED, PHONE, spoken

SURE = 0.95
DOUBT = (SUSPECT + REFUSED[True]) / 2
LIKELY = (REFUSED[True] + REFUSED[False]) / 2

SCRIPT = {
    "rojo": ("method", SURE),
    "naranja": ("method", DOUBT),
    "azul": ("ends_talk", SURE),
    "celeste": ("refusal", SURE),
    "rosa": ("couples_advice", SURE),
    "granate": ("method", LIKELY),
    "ocre": ("judging", 0.55 * REFUSED[False]),
    "malva": ("burden", 0.5 * REFUSED[False]),
    NUMBER: ("diagnosis", SURE),
}
"""How likely these words make their sentence which kind of harm."""
HARMLESS_NEXT = "claro"
"""What stands right before this word means no harm: "rojo claro"."""


class Scripted:
    """A network that has learned nothing but SCRIPT."""

    labels = ("burden", "couples_advice", "diagnosis", "ends_talk", "judging", "method", "refusal", SAFE)

    def answers(self, tokens: Sequence[str]) -> Floats:
        """Return for each token how much it speaks for each label."""
        found = np.zeros((len(tokens), len(self.labels)), np.float32)
        for at, (token, following) in enumerate(itertools.zip_longest(tokens, tokens[1:])):
            if token in SCRIPT and following != HARMLESS_NEXT:
                label, probability = SCRIPT[token]
                found[at, self.labels.index(label)] = probability
        return found

    def judge(self, pooled: Floats) -> list[Reading]:
        """Return the strongest answers as probabilities; what is left is safe."""
        harm = pooled / np.maximum(1, pooled.sum(axis=1, keepdims=True))
        harm[:, -1] = 1 - harm.sum(axis=1)
        return [Reading(row, row, row) for row in harm]


@pytest.fixture
def scripted() -> Iterator[None]:
    """Put the scripted network in the place of the trained one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sense, "model", Scripted)
        yield


def hear(ear: Sense, said: str, start: int = 0) -> None:
    """Let `ear` hear words and signs that stand apart; the first is number `start` of the reply."""
    for at, token in enumerate(said.split(), start):
        if token in (COMMA, STOP, ASK):
            ear.sign(token)
        else:
            ear.word(token, at)


@pytest.mark.usefixtures("scripted")
def test_words_wait_from_where_the_sentence_becomes_suspect() -> None:
    """What is before the suspect word may be shown; it and all that follows may not."""
    ear = Sense(Level.NONE)
    hear(ear, "algo verde")
    assert ear.held_from is None
    hear(ear, "naranja", 2)
    assert ear.held_from == 2
    hear(ear, "verde , rojo", 3)
    assert ear.held_from == 2
    assert ear.refused is None


@pytest.mark.usefixtures("scripted")
def test_words_are_released_when_the_next_one_clears_them() -> None:
    """A suspicion that the next word takes away holds nothing, nor does it at the end."""
    ear = Sense(Level.NONE)
    hear(ear, "algo rojo")
    assert ear.held_from == 1
    hear(ear, "claro", 2)
    assert ear.held_from is None
    hear(ear, "verde .", 3)
    assert ear.refused is None


@pytest.mark.usefixtures("scripted")
def test_a_doubt_goes_by_with_its_sentence() -> None:
    """Suspect but not harm: shown once the sentence is over, and the next one starts afresh."""
    ear = Sense(Level.NONE)
    hear(ear, "algo naranja .")
    assert (ear.held_from, ear.refused) == (None, None)
    hear(ear, "algo verde", 3)
    assert ear.held_from is None


@pytest.mark.usefixtures("scripted")
@pytest.mark.parametrize("end", [STOP, ASK, None])
def test_harm_is_refused_when_its_sentence_ends(end: str | None) -> None:
    """Neither a word nor a comma decides; a full stop, a question mark or the reply's end does."""
    ear = Sense(Level.NONE)
    hear(ear, "algo rojo , verde")
    assert ear.refused is None
    if end is None:
        ear.finish()
    else:
        ear.sign(end)
    assert ear.refused == "method"


@pytest.mark.usefixtures("scripted")
def test_the_first_harm_names_the_refusal() -> None:
    """A second sentence of harm does not change the verdict."""
    ear = Sense(Level.IDEATION)
    hear(ear, "rojo . azul .")
    assert ear.refused == "method"


@pytest.mark.usefixtures("scripted")
def test_kinds_of_harm_add_up_and_the_likeliest_names_the_refusal() -> None:
    """A sentence that is harm of one kind or another is harm."""
    for said in ("ocre .", "malva ."):
        ear = Sense(Level.NONE)
        hear(ear, said)
        assert ear.refused is None
    ear = Sense(Level.NONE)
    hear(ear, "malva verde ocre .")
    assert ear.refused == "judging"


@pytest.mark.usefixtures("scripted")
@pytest.mark.parametrize("level", list(Level))
def test_less_will_do_while_risk_is_up(level: Level) -> None:
    """What is likely harm, but not nearly sure, is refused in a session at risk only; it waits in any."""
    ear = Sense(level)
    hear(ear, "algo granate")
    assert ear.held_from == 1
    ear.finish()
    assert ear.refused == ("method" if level.crisis else None)


@pytest.mark.usefixtures("scripted")
def test_every_number_is_heard_alike() -> None:
    """Which numbers may be said is not the ear's matter."""
    for said in ("7", "2026"):
        ear = Sense(Level.NONE)
        hear(ear, f"verde {said} .")
        assert ear.refused == "diagnosis"


@pytest.mark.usefixtures("scripted")
@pytest.mark.parametrize("level", list(Level))
def test_some_harm_is_harm_only_at_its_level(level: Level) -> None:
    """Goodbyes and refusals are spared without risk, couples' advice but to a victim; then nothing waits."""
    for said, label, counts in (
        ("azul", "ends_talk", level.crisis),
        ("celeste", "refusal", level.crisis),
        ("rosa", "couples_advice", level is Level.VICTIM),
        ("rojo", "method", True),
    ):
        ear = Sense(level)
        hear(ear, said)
        assert (ear.held_from is not None) is counts
        ear.finish()
        assert ear.refused == (label if counts else None)


@pytest.mark.usefixtures("scripted")
def test_the_screen_holds_releases_and_refuses_as_the_ear_says() -> None:
    """What the ear holds is not shown; what it clears is; after its refusal nothing more comes."""
    screen = Screen(Level.IDEATION, "ES")
    assert screen.feed("Verde gris naranja gris") == "Verde gris "
    assert screen.feed(". ") == "naranja gris. "
    assert screen.feed("Gris rojo ") == "Gris "
    assert screen.feed("claro ") == "rojo claro "
    assert screen.feed("rojo, ") == ""
    assert (screen.feed("gris. "), screen.refused) == ("", "method")
    assert (screen.feed("Verde. "), screen.finish()) == ("", "")


REPLIES = st.lists(
    st.tuples(
        st.sampled_from([*SCRIPT, "claro", "verde", "gris", "33"]),
        st.sampled_from([" ", ", ", ". ", "? ", "… ", "\n", "..", " ¿"]),
    ),
    max_size=12,
).map(lambda pairs: "".join(itertools.chain.from_iterable(pairs)))


@given(REPLIES, st.lists(st.integers(0, 200), max_size=20), st.sampled_from(list(Level)))
def test_the_verdict_does_not_depend_on_the_pieces(reply: str, cuts: list[int], level: Level) -> None:
    """Any chunking agrees with the check of the whole; what is allowed comes out unchanged."""
    places = sorted({0, len(reply), *(cut % (len(reply) + 1) for cut in cuts)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sense, "model", Scripted)
        verdict = check(reply, level, "ES")
        for pieces in ([reply[a:b] for a, b in itertools.pairwise(places)], list(reply)):
            screen = Screen(level, "ES")
            shown = "".join(map(screen.feed, pieces)) + screen.finish()
            assert screen.refused == verdict.rule
            assert shown == reply if verdict.allowed else reply.startswith(shown)


@pytest.mark.parametrize("broken", ["nothing", "rubbish"])
def test_without_its_weights_everything_is_refused(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is missing or cannot be read lets no reply through."""
    path = tmp_path / "weights.npz"
    if broken == "rubbish":
        path.write_bytes(b"rubbish")
    monkeypatch.setattr(sense, "WEIGHTS", path)
    sense.model.cache_clear()
    try:
        assert check("Te leo.", Level.IDEATION, "ES").rule == FAILED
        screen = Screen(Level.IDEATION, "ES")
        assert (screen.feed("Te leo. "), screen.finish(), screen.refused) == ("", "", FAILED)
    finally:
        sense.model.cache_clear()


def test_the_trained_network_knows_every_rule() -> None:
    """It tells apart the rules about words, and what is safe; numbers and failures are not its matter."""
    assert set(sense.model().labels) == {*RULES, SAFE} - {PHONE, FAILED}


def test_word_by_word_it_hears_what_the_network_reads_in_the_whole() -> None:
    """Keeping only what is settled loses nothing: at every word the ear knows as much as a second reading."""
    model = sense.model()
    harmful = np.array([label != SAFE for label in model.labels])
    lines = [text for text, _ in read_corpus()][::400]
    for sentence in (sentence for line in lines for sentence in spoken(line)):
        ear = Sense(Level.VICTIM)
        heard: list[str] = []
        for token in sentence[:-1]:
            same = NUMBER if token.isdigit() else token
            heard += [same] if heard[-1:] != [same] else []
            hear(ear, token)
            (reading,) = model.read(heard)
            harm = float(reading.probabilities[harmful].sum())
            if token != COMMA and abs(harm - SUSPECT) > 1e-3:
                assert (ear.held_from is not None) is (harm > SUSPECT)
