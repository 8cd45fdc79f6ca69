.DEFAULT_GOAL := help
.PHONY: help setup run test check lint types bench bench-field chaos release-check crisis-report crisis-train guard-train lock clean run-venv
PY := .venv/bin/python
export PYTHON

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## .venv with everything of requirements-dev.lock
	@.ci/venv requirements-dev.lock

run: run-venv ## store, edge and worker in one command; prints the page's address
	@$(PY) psicoia.py dev

test: setup ## the whole test suite, on a real embedded store; ARGS="-k word" narrows it
	@$(PY) -m pytest -n 2 --dist loadfile $(ARGS)

check: lint types test ## what CI runs

lint: setup ## ruff: rules and format
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .

types: setup ## mypy --strict
	@$(PY) -m mypy

bench: setup ## measurements anyone can repeat
	@$(PY) -m bench $(ARGS)

bench-field: ## the same questions to arq, SAQ and streaQ, in a .venv-bench of its own, and the picture of it
	@.ci/venv --into .venv-bench requirements-bench.lock && for x in field recovery plot; do .venv-bench/bin/python -m bench $$x || exit 1; done

chaos: setup ## break everything, seeded, and check that nothing is lost; ARGS="--seeds 10"
	@$(PY) -m bench chaos $(ARGS)

release-check: setup ## help lines: every one was checked within 180 days
	@$(PY) -m shared.freshness

crisis-report: ## how good the detector is, families held out too (some minutes); ARGS=--quick for the held-out sets alone
	@.ci/venv --into .venv-train requirements-train.lock && .venv-train/bin/python -m shared.crisis.learn report $(ARGS)

crisis-train: ## the detector's weights anew from shared/crisis/corpus (some minutes)
	@.ci/venv --into .venv-train requirements-train.lock && .venv-train/bin/python -m shared.crisis.learn train

guard-train: ## the guard's weights anew from worker/guard/corpus, and its figures
	@.ci/venv --into .venv-train requirements-train.lock && .venv-train/bin/python -m worker.guard.learn

lock: ## the lock files anew from pyproject.toml (needs uv)
	@for x in embedded: dev:-dev; do uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra $${x%%:*} pyproject.toml -o requirements$${x#*:}.lock; done
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra bench --constraint requirements-dev.lock pyproject.toml -o requirements-bench.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra train --constraint requirements-dev.lock pyproject.toml -o requirements-train.lock

clean: ## remove .venv and caches; conversations in .data stay
	@rm -rf .venv .venv-bench .venv-train .mypy_cache .ruff_cache .pytest_cache .hypothesis && find . -name __pycache__ -prune -exec rm -rf {} +

run-venv:
	@.ci/venv requirements.lock requirements-dev.lock
