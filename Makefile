# `make site` and `make test` set up everything that they need, in .venv, from the lock.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# Material prints an advertisement against MkDocs 2 at every start; our lock keeps MkDocs below 2.
export NO_MKDOCS_2_WARNING := 1

.PHONY: bench-build bench-timeline site test test-quick serve check verify lock browser

site: $(READY)
	$(BIN)/mkdocs build --strict

serve: $(READY)
	$(BIN)/mkdocs serve

check: $(READY)
	$(BIN)/dateline check --strict

verify: $(READY)
	$(BIN)/dateline verify

test: $(READY) browser
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dateline check --strict
	$(BIN)/pytest

# Without a browser and other builders: under a minute.
test-quick: $(READY)
	$(BIN)/pytest -m "not browser and not builders"

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

# The browser tests use the system's Chromium; where there is none, install it.
browser: $(READY)
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq chromium; \
	else $(BIN)/playwright install chromium; fi

# Pins every package with its hashes; needs uv, which `pip install uv` brings.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements.lock

# Our timeline beside its peers; needs npm, and takes some minutes.
bench-timeline: $(READY) browser
	$(BIN)/python -m tests.bench.timeline

# The generator and MkDocs on ever more records.
bench-build: $(READY)
	$(BIN)/python -m tests.bench.generator
