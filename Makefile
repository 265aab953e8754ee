# One door for everything: `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

VENV := .venv
BIN := $(VENV)/bin
ROOMS := $(wildcard bot handlers documents storage meetings)
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps

.PHONY: help setup setup-dev run test torture check format bench screenshots lock sbom clean

help: ## List what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: $(VENV)/.runs ## Make .venv with what the program needs
setup-dev: $(VENV)/.develops ## The same with what tests and checks need

$(BIN)/python:
	@python=$$(.ci/find-python) && echo "Making $(VENV) with $$($$python --version)" && \
	if ! $$python -m venv $(VENV); then rm -rf $(VENV); \
	  echo "The module venv is missing or broken. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; fi

# A stamp is younger than what it was made from, so a second call costs nothing.
$(VENV)/.runs: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing the program and its locked dependencies (a minute, once)"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/.develops: requirements-dev.lock $(VENV)/.runs
	@echo "Installing what tests and checks need (a minute, once)"
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

run: setup ## Start the bot: a page on which to hold a meeting on trial
	@$(BIN)/mysam run

test: setup-dev ## Run every test, on SQLite and on a real PostgreSQL
	@$(BIN)/python -m pytest

torture: setup-dev ## Kill programs while they say things, and count what came twice or never (SHORT=1: under a minute)
	@$(BIN)/python -m torture

check: setup-dev ## Lint, format, types, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(ROOMS)
	@$(BIN)/lint-imports

format: setup-dev ## Put code in its form
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

ifneq ($(wildcard bench/__main__.py),)
bench: setup-dev ## Measure
	@$(BIN)/python -m bench
endif

screenshots: setup-dev ## Take the README's pictures anew, in a real browser
	@$(BIN)/python -m tests.browser.screenshots

# Its own environment: the tool that writes the locks is not part of what they lock.
build/lock/bin/pip-compile: | $(BIN)/python
	@$(BIN)/python -m venv build/lock
	@build/lock/bin/python -m pip install -qq --disable-pip-version-check pip-tools==7.6.2

# Hashes cover the wheels of every platform; addresses stay out, since where packages come from is the installer's choice.
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options pyproject.toml

lock: build/lock/bin/pip-compile ## Write the lock files anew from pyproject.toml
	@$(COMPILE) --build-deps-for editable --output-file requirements.lock
	@$(COMPILE) --build-deps-for editable --extra dev --output-file requirements-dev.lock
	@! grep -nE 'https?:|file:/|$(CURDIR)' requirements.lock requirements-dev.lock

# Another environment of its own; what is listed is what the lock installs, nothing of the tool or of the tests.
build/sbom/bin/cyclonedx-py: | $(BIN)/python
	@$(BIN)/python -m venv build/sbom
	@build/sbom/bin/python -m pip install -qq --disable-pip-version-check cyclonedx-bom==7.5.0

sbom: build/sbom/bin/cyclonedx-py ## List the locked dependencies and their licences in build/sbom.json (CycloneDX)
	@rm -rf build/sbom/program
	@$(BIN)/python -m venv --without-pip build/sbom/program
	@build/sbom/bin/python -m pip --python build/sbom/program/bin/python install -qq --disable-pip-version-check --no-deps \
	  --require-hashes -r requirements.lock
	@build/sbom/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --sv 1.6 --of JSON \
	  build/sbom/program/bin/python | .ci/sbom > build/sbom.json
	@! grep -nE 'https?://|file:/|$(CURDIR)' build/sbom.json | grep -v 'cyclonedx.org/schema'

clean: ## Remove what was made
	@rm -rf $(VENV) build dist *.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
