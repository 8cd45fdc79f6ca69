"""shared/store/job.py: arq's job definitions, without pickle and without words."""

from __future__ import annotations

import json
import pickle

import msgspec
import pytest
from arq.jobs import deserialize_job

from shared.store.job import FUNCTION, deserialize, job_definition, serialize
from tests.support.store_kit import person

ANA = person("ana")


def test_a_job_is_json_with_the_session_only() -> None:
    """Nothing but the function's name and the session's id."""
    assert json.loads(job_definition(ANA)) == {"t": None, "f": FUNCTION, "a": [ANA], "k": {}, "et": 0}


def test_arq_reads_it() -> None:
    """arq's own tools can list the queue."""
    job = deserialize_job(job_definition(ANA), deserializer=deserialize)
    assert (job.function, job.args, job.kwargs, job.job_try) == (FUNCTION, [ANA], {}, None)


def test_nothing_is_ever_unpickled() -> None:
    """A pickle in the queue is refused, not run."""
    with pytest.raises(msgspec.DecodeError):
        deserialize(pickle.dumps({"f": FUNCTION}))


@pytest.mark.parametrize("value", [{"a": object()}, {"a": ValueError("x")}, {"a": 1j}])
def test_nothing_is_ever_pickled(value: dict[str, object]) -> None:
    """What JSON cannot hold is refused."""
    with pytest.raises(TypeError):
        serialize(value)


@pytest.mark.parametrize("data", [b"", b"[]", b'"x"', b"{", b"\xff"])
def test_what_is_no_job_is_refused(data: bytes) -> None:
    """Only a JSON object is a job."""
    with pytest.raises(msgspec.DecodeError):
        deserialize(data)


def test_a_value_comes_back() -> None:
    """Writing and reading are each other's inverse."""
    value = {"t": 1, "f": "answer", "a": ["á"], "k": {}, "et": 5}
    assert deserialize(serialize(value)) == value
