# `make publish` and `make test` are all that a fresh machine with Python 3.11+ needs; the environment is made on first use.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
CODE   := pipeline tests bench training

.DEFAULT_GOAL := help
.PHONY: help publish test check lint types validate check-publication coverage slow acceptance accept assets bench lock wheel clean
MAKEFLAGS += --no-print-directory

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ibidem needs Python 3.11 or later; set PYTHON=python3.11 or the like")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q pipeline/ibidem
	@touch $@

publish: $(STAMP) ## Build the publication of every paper in seeds/papers/ into build/
	@$(BIN)/ibidem publish

test: $(STAMP) ## Run the tests
	@$(BIN)/python -m pytest -q

check: lint types publish validate check-publication coverage ## Lint, types, publish, check what is published, then the tests

lint: $(STAMP) ## Look for slips in the code
	@$(BIN)/ruff check $(CODE)

types: $(STAMP) ## Check the types, strictly
	@$(BIN)/mypy pipeline/ibidem bench/*.py
	@$(BIN)/mypy tests

validate: $(STAMP) ## Hold the build against the shapes
	@$(BIN)/ibidem validate

check-publication: $(STAMP) ## Say what portals, harvesters and readers would say of the build
	@$(BIN)/ibidem check-publication

coverage: $(STAMP) ## Run the tests and say which lines they leave out
	@$(BIN)/python -m pytest -q --cov --cov-report=term

slow: $(STAMP) ## Run the tests that take their time, and those that need IBIDEM_ACCEPTANCE
	@$(BIN)/python -m pytest -q -m "slow or acceptance"

accept: $(STAMP) ## Take what the program says now as the accepted output; read the diff before you commit it
	@IBIDEM_ACCEPT=1 $(BIN)/python -m pytest -q

assets: $(STAMP) ## Take the bundles of the SPARQL page from npm, as assets/package-lock.json pins them
	@$(BIN)/python tests/vendored.py

bench: $(STAMP) ## Measure
	@$(BIN)/python -m bench

lock: $(STAMP) ## Pin the newest releases of all that pyproject.toml asks for
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade --no-strip-extras --extra dev \
	  --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --output-file=requirements.lock pyproject.toml

wheel: $(STAMP) ## Build the distribution into dist/
	@$(BIN)/python -m build --no-isolation --outdir dist .

clean: ## Remove what was built, not the environment
	@rm -rf build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
