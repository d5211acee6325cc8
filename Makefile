# `make help` lists the targets. Everything happens in .venv, from requirement files with hashes.
.POSIX:
.DEFAULT_GOAL := help
PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile | while IFS='	' read -r name what; do printf '  %-12s %s\n' "$$name" "$$what"; done

.PHONY: run
run: $(VENV)/run.stamp ## Serve Callwright on http://127.0.0.1:8000
	@$(BIN)/callwright serve

.PHONY: test
test: $(VENV)/test.stamp ## Run every test but the long ones, those of the pages on PostgreSQL too
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-on-postgres test-all

.PHONY: test-on-postgres
test-on-postgres: ## Run the tests of the pages on PostgreSQL
	$(BIN)/python tools/on_postgres.py $(BIN)/python -m pytest tests/web

.PHONY: test-all
test-all: ## Run every test but the long ones on SQLite
	@CHROMIUM="$$(sh tools/chromium.sh)" && export CHROMIUM && $(BIN)/python -m pytest --numprocesses=2 --dist=loadfile

.PHONY: test-long
test-long: $(VENV)/test.stamp ## Run the tests that take minutes, those of the pages on PostgreSQL too
	$(BIN)/python tools/on_postgres.py $(BIN)/python -m pytest -m long tests/web
	@CHROMIUM="$$(sh tools/chromium.sh)" && export CHROMIUM && $(BIN)/python -m pytest -m long

.PHONY: lint
lint: $(VENV)/lint.stamp $(VENV)/test.stamp ## Hold style, types, import contracts and spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	CALLWRIGHT_DATA=var/lint $(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

.PHONY: format
format: $(VENV)/lint.stamp ## Lay the code out as `make lint` wants it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: docs
docs: $(VENV)/run.stamp ## Write the generated pages of docs/reference anew
	$(BIN)/python tools/reference.py
	$(BIN)/python tools/composed_examples.py
	$(BIN)/python tools/export_tables.py

.PHONY: screenshots
screenshots: $(VENV)/test.stamp ## Take the pictures of the product
	@CHROMIUM="$$(sh tools/chromium.sh)" && export CHROMIUM && $(BIN)/python tools/screenshots.py

.PHONY: bench
bench: $(VENV)/test.stamp ## Time starts, verdicts, batches and pages (beside proselint, and spaCy if installed)
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/engine.py
	$(BIN)/python bench/web.py

.PHONY: model
model: $(VENV)/run.stamp ## Train the engine's model anew (training/README.md)
	sh training/make_model.sh

.PHONY: dist
dist: $(VENV)/run.stamp ## Build the wheel and the source archive into dist/
	$(BIN)/python -m build --no-isolation

.PHONY: venv
venv: $(VENV)/run.stamp $(VENV)/test.stamp $(VENV)/lint.stamp ## Make .venv with all that run, test and lint need

.PHONY: lock
lock: $(VENV)/lint.stamp ## Pin the newest releases in requirements/*.txt
	$(LOCK) requirements/build.in -o requirements/build.txt
	$(LOCK) pyproject.toml requirements/run.in --extra tables --extra brief --extra web --extra postgres -c requirements/build.txt -o requirements/run.txt
	$(LOCK) requirements/test.in pyproject.toml --all-extras -c requirements/build.txt -c requirements/run.txt -o requirements/test.txt
	$(LOCK) requirements/lint.in -c requirements/test.txt -c requirements/build.txt -o requirements/lint.txt

.PHONY: clean
clean: ## Remove .venv and everything built or cached
	rm -rf $(VENV) dist build var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests training tools bench -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/base.stamp: requirements/build.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Callwright needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/build.txt
	@touch $@

$(VENV)/run.stamp: $(VENV)/base.stamp requirements/run.txt pyproject.toml src/callwright/version.py
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements/test.txt
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/lint.stamp: $(VENV)/run.stamp requirements/lint.txt
	$(PIP) --require-hashes -r requirements/lint.txt
	@touch $@
