"""Every module has a test file that mirrors it: `edge/talk.py` has `tests/edge/test_talk.py`."""

from __future__ import annotations

from pathlib import Path

from tests.support.env import ROOT
from worker.guard.rules import RULE_IDS

ELSEWHERE = {
    # Values and constants without behaviour of their own, seen through who uses them.
    "edge/services": "edge/test_app.py",
    "shared/crisis/levels": "shared/test_crisis_detect.py",
    "shared/texts/chat": "shared/test_chat_app.py",
    "shared/texts/companion": "worker/test_companion.py",
    "shared/texts/listening": "worker/test_companion.py",
    "shared/texts/steps": "worker/test_companion.py",
    "shared/texts/templates/calling": "worker/test_templates.py",
    "shared/texts/templates/completion": "worker/test_completion.py",
    "shared/texts/templates/ideation": "worker/test_templates.py",
    "shared/texts/templates/imminent": "worker/test_templates.py",
    "shared/texts/templates/third_party": "worker/test_templates.py",
    "shared/texts/templates/victim": "worker/test_templates.py",
    # The small networks and what teaches them: what they tell together is what counts.
    "shared/crisis/learn/corpus": "shared/test_crisis_learn.py",
    "shared/crisis/learn/lessons": "shared/test_crisis_learn.py",
    "shared/crisis/learn/noise": "shared/test_crisis_learn.py",
    "shared/crisis/learn/report": "shared/test_crisis_learn.py",
    "shared/network/features": "shared/test_network.py",
    "shared/network/model": "shared/test_network.py",
    "shared/network/train": "shared/test_network.py",
    "shared/network/weights": "shared/test_network.py",
    # Tables of rules, and what reads them.
    "worker/guard/contexts": "worker/test_guard.py",
    "worker/guard/pattern": "worker/test_guard.py",
    "worker/guard/rules": "worker/test_guard.py",
    **{f"worker/guard/rulebook/{rule}": "worker/test_guard.py" for rule in RULE_IDS},
    "worker/guard/folding": "worker/test_guard_stream.py",
    "worker/guard/matcher": "worker/test_guard_stream.py",
    "worker/guard/learn/lessons": "worker/test_guard_learn.py",
    "worker/guard/numerals": "worker/test_guard_phones.py",
    # Halves of one thing, tested as that thing.
    "shared/chat/address": "shared/test_chat_options.py",
    "shared/chat/client": "shared/test_chat_app.py",
    "shared/chat/keyboard": "shared/test_chat_app.py",
    "shared/chat/link": "shared/test_chat_app.py",
    "shared/store/link": "shared/store/test_store_outage.py",
    "shared/store/turn": "shared/store/test_store_turns.py",
    "shared/store_binary": "shared/test_embedded.py",
    "worker/forms": "worker/test_templates.py",
    "worker/scene": "worker/test_templates.py",
    "worker/answering": "worker/test_turn_store.py",
}
"""Modules without a file of their own, and the file (below `tests/`) that tests them instead."""


def _modules() -> list[str]:
    return sorted(
        path.relative_to(ROOT).with_suffix("").as_posix()
        for floor in ("edge", "worker", "shared")
        for path in (ROOT / floor).rglob("*.py")
        if path.name not in {"__init__.py", "__main__.py"}
    )


def _mirrors(module: str) -> list[Path]:
    """Return the files that may mirror a module; a folder's name may stand beside the module's."""
    *folders, name = module.split("/")
    inner = "_".join(folders[1:])
    names = {f"test_{name}.py", f"test_{folders[0]}_{name}.py", f"test_{inner}_{name}.py"}
    names.add(f"test_{name}_{inner}.py")
    below = [ROOT / "tests" / "/".join(folders), ROOT / "tests" / folders[0]]
    return [folder / file for folder in below for file in sorted(names)]


def test_every_module_has_its_test_file() -> None:
    """Whoever looks for the tests of a module finds them by its name."""
    missing = [
        module
        for module in _modules()
        if module not in ELSEWHERE and not any(path.exists() for path in _mirrors(module))
    ]
    assert missing == []


def test_the_exceptions_are_still_needed() -> None:
    """An exception names a module without a file of its own, and a file that exists."""
    assert [file for file in ELSEWHERE.values() if not (ROOT / "tests" / file).exists()] == []
    modules = set(_modules())
    stale = [
        module
        for module in ELSEWHERE
        if module not in modules or any(path.exists() for path in _mirrors(module))
    ]
    assert stale == []


def test_test_files_have_names_of_their_own() -> None:
    """pytest tells files apart by their base name."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
