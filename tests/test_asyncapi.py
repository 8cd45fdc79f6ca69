"""`docs/asyncapi.yaml` describes exactly the frames the code reads and writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from shared import framing, protocol
from shared.ids import MAX_MESSAGE_ID_CHARS
from shared.reading import MAX_LOCALE_CHARS

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "docs" / "asyncapi.yaml").read_text(encoding="utf-8")
)
MESSAGES: dict[str, Any] = DOCUMENT["components"]["messages"]
CLIENT = {frame.__struct_config__.tag: frame for frame in get_args(protocol.ClientFrame)}
SERVER = {frame.__struct_config__.tag: frame for frame in get_args(protocol.ServerFrame)}
MAX_CHARS = 4000


def validator(message: str) -> Draft7Validator:
    """Return the validator of one message's payload; its references lead into the document."""
    registry: Registry[Any] = Registry().with_resource("doc:", DRAFT7.create_resource(DOCUMENT))
    return Draft7Validator({"$ref": f"doc:#/components/messages/{message}/payload"}, registry=registry)


def examples(*messages: str) -> list[tuple[str, Any]]:
    """Return (message, payload) of every example of these messages."""
    return [(name, example["payload"]) for name in messages for example in MESSAGES[name]["examples"]]


def references(node: Any) -> Iterator[str]:
    """Yield every `$ref` below `node`."""
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key == "$ref")
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def test_every_frame_has_a_message_and_the_other_way_round() -> None:
    """Frames in the code and messages in the document are the same set."""
    assert set(MESSAGES) == {*CLIENT, *SERVER}


@pytest.mark.parametrize("tag", [*CLIENT, *SERVER])
def test_fields_are_those_of_the_struct(tag: str) -> None:
    """A message has the fields of its struct, and requires those without a default."""
    payload = MESSAGES[tag]["payload"]
    fields = msgspec.structs.fields({**CLIENT, **SERVER}[tag])
    assert set(payload["properties"]) == {"type", *(field.encode_name for field in fields)}
    assert set(payload["required"]) == {"type", *(field.encode_name for field in fields if field.required)}


@pytest.mark.parametrize(("tag", "payload"), examples(*MESSAGES))
def test_every_example_is_valid(tag: str, payload: Any) -> None:
    """An example fits its own schema and no other message's `type`."""
    validator(tag).validate(payload)
    assert payload["type"] == tag


@pytest.mark.parametrize(("tag", "payload"), examples(*CLIENT))
def test_client_examples_are_understood(tag: str, payload: Any) -> None:
    """The decoder reads every example of a client's frame, and writing it again loses nothing."""
    frame = protocol.decode(json.dumps(payload), max_chars=MAX_CHARS)
    assert type(frame) is CLIENT[tag]
    assert json.loads(protocol.encode(frame)) == payload


@pytest.mark.parametrize(("tag", "payload"), examples(*SERVER))
def test_server_examples_round_trip(tag: str, payload: Any) -> None:
    """A server example becomes its struct, and the struct becomes the very same example."""
    frame = protocol.decode_server(json.dumps(payload))
    assert type(frame) is SERVER[tag]
    assert json.loads(protocol.encode(frame)) == payload


def test_schemas_refuse_what_the_code_never_sends() -> None:
    """The schemas bite: a stray field, a missing one and an unknown code are refused."""
    assert not validator("erased").is_valid({"type": "erased", "stray": 1})
    assert not validator("pong").is_valid({"type": "pong", "t": []})
    assert not validator("ack").is_valid({"type": "ack", "id": "m1"})
    assert not validator("error").is_valid({"type": "error", "code": "nope", "message": "x"})


def test_schemas_are_schemas() -> None:
    """Each payload and shared schema is itself valid JSON Schema."""
    for payload in (message["payload"] for message in MESSAGES.values()):
        Draft7Validator.check_schema(payload)
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft7Validator.check_schema(schema)


def test_every_reference_leads_somewhere() -> None:
    """No `$ref` of the document dangles."""
    for reference in references(DOCUMENT):
        node: Any = DOCUMENT
        for part in reference.removeprefix("#/").split("/"):
            assert part in node, reference
            node = node[part]


@pytest.mark.parametrize("channel", ["lines", "frames"])
def test_both_transports_carry_every_message(channel: str) -> None:
    """Each channel knows all messages; what it receives is the client's, what it sends the server's."""
    assert set(DOCUMENT["channels"][channel]["messages"]) == set(MESSAGES)
    for operation in DOCUMENT["operations"].values():
        names = {reference["$ref"].rpartition("/")[2] for reference in operation["messages"]}
        assert names == set(CLIENT if operation["action"] == "receive" else SERVER)


def test_codes_and_limits_are_the_codes_own() -> None:
    """Error codes, close codes and limits in the document are those of the code."""
    codes = set(get_args(protocol.ErrorCode))
    assert set(DOCUMENT["x-error-codes"]) == codes
    assert set(MESSAGES["error"]["payload"]["properties"]["code"]["enum"]) == codes
    assert set(MESSAGES["reply"]["payload"]["properties"]["source"]["enum"]) == set(get_args(protocol.Source))
    assert set(DOCUMENT["x-close-codes"]) == set(protocol.CloseCode)
    assert DOCUMENT["x-limits"] == {
        "max_frame_bytes": framing.MAX_FRAME_BYTES,
        "max_outgoing_bytes": protocol.MAX_OUTGOING_BYTES,
        "max_bad_frames": protocol.MAX_BAD_FRAMES,
        "max_id_chars": MAX_MESSAGE_ID_CHARS,
        "max_locale_chars": MAX_LOCALE_CHARS,
        "greeting_delay_seconds": protocol.GREETING_DELAY_SECONDS,
    }
