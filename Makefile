# What one does with this project. `make help` lists it.

PORT ?= 8000
PYTHON ?= $(shell for one in python3.14 python3.13 python3.12 python3.11 python3; do \
	command -v $$one >/dev/null 2>&1 && $$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$one && break; done)
BIN := .venv/bin
SERVER := $(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --no-ws \
	--backpressure 512 --blocking-threads 8

# A process of the site alone may only read.
MIGRATE := test "$$NEWSROOM_ROLE" = site || $(BIN)/python manage.py migrate --verbosity 0

.DEFAULT_GOAL := help
.PHONY: help install demo serve reload test bench lighthouse check lint types format migrations lock

help:  ## List what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 20

# The virtual environment is made anew only when a lock file changed.
.venv/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Newsroom needs Python 3.11 or later. Install it, then try again."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }

.venv/run.stamp: requirements.lock | .venv/pyvenv.cfg
	@echo "Installing what Newsroom needs …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock | .venv/pyvenv.cfg
	@echo "Installing what Newsroom and its tests need …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/run.stamp

install: .venv/dev.stamp  ## Install what running, testing and checking need

demo: .venv/run.stamp  ## Start the demo newsroom (PORT=8000)
	@NEWSROOM_DEBUG=1 PORT=$(PORT) $(BIN)/python manage.py demo
	@NEWSROOM_DEBUG=1 exec $(SERVER) --workers 1 --log-level error newsroom.wsgi:application

serve: .venv/run.stamp  ## Serve for real, DEBUG off (PORT=8000, WORKERS=cores)
	@$(MIGRATE)
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@GRANIAN_PORT=$(PORT) $(if $(WORKERS),GRANIAN_WORKERS=$(WORKERS)) exec $(BIN)/python -m newsroom.serve

reload: .venv/run.stamp  ## Let `make serve` take up new code, without a break
	@$(MIGRATE)
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@kill -HUP "$$(cat "$${GRANIAN_PID_FILE:-$${NEWSROOM_VAR:-var}/server.pid}")"

test: check  ## Check everything, then run every test
	@$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: .venv/bench.stamp .venv/peer.stamp  ## Measure speed, as ratios (with nothing else running; needs wrk, nginx)
	@$(BIN)/python -m benchmarks $(PARTS)

.venv/bench.stamp: requirements-bench.lock .venv/run.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

# Wagtail, beside which we are measured: its Django is not ours.
.venv/peer.stamp: requirements-peer.lock .venv/run.stamp
	@$(BIN)/python -m venv .venv/peer
	@.venv/peer/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

lighthouse: .venv/dev.stamp benchmarks/pages/node_modules  ## Judge the readers' pages: Lighthouse, Nu HTML checker (needs npm, Java)
	@$(BIN)/python -m benchmarks.pages

benchmarks/pages/node_modules: benchmarks/pages/package-lock.json
	@npm ci --prefix benchmarks/pages --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

check: lint types  ## Check format, lint, types, contracts, templates, migrations

lint: .venv/dev.stamp
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: run make format."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/djlint --quiet --lint --check templates
	@$(BIN)/python manage.py check --fail-level WARNING
	@$(BIN)/python manage.py makemigrations --check --dry-run

types: .venv/dev.stamp
	@$(BIN)/mypy

format: .venv/dev.stamp  ## Format the Python and the templates
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/djlint --quiet --reformat templates || true

migrations: .venv/dev.stamp  ## Write migrations for changed models
	@$(BIN)/python manage.py makemigrations articles

lock: .venv/dev.stamp  ## Lock the dependencies anew (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --group dev -o requirements-dev.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --group bench -o requirements-bench.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --constraint requirements.lock --group peer -o requirements-peer.lock
