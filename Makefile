# Each target sets up what it needs. Only python3 (3.11 or newer), make and a package index are required.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
STAMP := $(VENV)/.stamp
BENCH_STAMP := $(VENV)/.stamp-bench
COMPILED := out/compiled
SEEDS := $(wildcard ../shared/seeds)

.PHONY: help setup demo test compiled check check-compiled check-crash check-corpus fuzz bench bench-ledger bench-corpus lock clean new-language

help:
	@echo "make setup   virtual environment in $(VENV) with the locked packages"
	@echo "make demo    read the examples into a fresh ledger and show a brief"
	@echo "make test    all tests"
	@echo "make compiled   compile the reader into a wheel for this machine (six minutes of processor time)"
	@echo "make check   format, lint, types, layers"
	@echo "make check-compiled   what tests reading, with the compiled reader"
	@echo "make check-crash   kill a writer fifty times on each store and look at what is left"
	@echo "make check-corpus   kill workers and drivers while they read an archive"
	@echo "make fuzz    200,000 damaged and made-up files through every decoder, 14,000 damaged texts through the reader"
	@echo "make bench   speed, start-up and memory, beside named peers"
	@echo "make bench-ledger   a million records into each store, and questions on pairs"
	@echo "make bench-corpus   an archive of articles read by one process and two; how cost grows"
	@echo "make new-language xx   lay out a pack for language xx, or say what it still lacks"

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "communique needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + "; name another with make PYTHON=...")'
	@echo "setting up $(VENV) (once; about a minute)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(BENCH_STAMP): $(STAMP)
	@echo "adding the peers that make bench measures against"
	@$(PIP) install -c requirements.lock -e '.[bench]'
	@touch $@

demo: $(STAMP)
	@mkdir -p out && rm -f out/demo.duckdb out/demo.duckdb.wal
	@$(BIN)/communique read examples/texts $(SEEDS) --meta examples/meta.jsonl --ledger out/demo.duckdb -o out/demo.txt
	@echo
	@$(BIN)/communique brief KEN USA --ledger out/demo.duckdb
	@$(BIN)/communique brief KEN USA --ledger out/demo.duckdb --format html -o out/brief.html
	@echo
	@echo "All records: out/demo.txt; the brief as a page: out/brief.html. Next, for instance:"
	@echo "  $(BIN)/communique serve --ledger out/demo.duckdb"
	@echo "  $(BIN)/communique records --ledger out/demo.duckdb --kind commitment"
	@echo "  $(BIN)/communique explain $(firstword $(wildcard examples/texts/*.txt)) --html out/explain.html"
	@echo "  $(BIN)/communique read YOUR_FOLDER --ledger out/press.duckdb"

test: $(STAMP)
	@$(BIN)/python -m pytest -n auto --dist loadfile

compiled: $(COMPILED)/.stamp

$(COMPILED)/.stamp: $(STAMP) tools/compile_reader.py $(shell find src/communique -type f -not -name '*.pyc')
	@rm -rf out/dist $(COMPILED)
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/hatchling build -t wheel -d out/dist
	@$(PIP) install --no-deps --target $(COMPILED) out/dist/*.whl
	@touch $@
	@echo "Install out/dist/*.whl, or try it where it is: PYTHONPATH=$(COMPILED) $(BIN)/python -m communique --version"

check: $(STAMP)
	@$(BIN)/ruff format --check --quiet . || { echo "not formatted: run $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@mkdir -p out
	@$(BIN)/lint-imports --no-logo > out/layers.txt 2>&1 || { cat out/layers.txt; exit 1; }
	@echo "format, lint, types and layers are in order"

check-compiled: $(COMPILED)/.stamp
	@PYTHONPATH=$(CURDIR)/$(COMPILED) $(BIN)/python -m pytest -n auto --dist loadfile tests/reading tests/text tests/quality tests/corpus

check-crash: $(STAMP)
	@COMMUNIQUE_CRASHES=50 $(BIN)/python -m pytest tests/ledger/test_ledger_crash.py

fuzz: $(STAMP)
	@COMMUNIQUE_FUZZ=200000 $(BIN)/python -m pytest -n auto --durations=5 tests/intake/test_fuzz.py tests/reading/test_damaged_texts.py

bench: $(BENCH_STAMP)
	@mkdir -p out
	@$(BIN)/python benchmarks/throughput.py --out out/bench.json $(if $(wildcard $(COMPILED)/.stamp),--compiled $(COMPILED))

bench-ledger: $(STAMP)
	@mkdir -p out
	@$(BIN)/python benchmarks/ledgers.py --out out/bench-ledger.json

check-corpus: $(STAMP)
	@COMMUNIQUE_CRASHES=10 $(BIN)/python -m pytest tests/corpus

bench-corpus: $(STAMP)
	@mkdir -p out
	@$(BIN)/python benchmarks/growth.py --out out/bench-growth.json
	@$(BIN)/python benchmarks/archives.py --out out/bench-corpus.json

# The word behind `new-language` names a language, not a target.
ifeq ($(firstword $(MAKECMDGOALS)),new-language)
LANGUAGE := $(word 2,$(MAKECMDGOALS))
$(if $(LANGUAGE),$(eval $(LANGUAGE):;@:))
endif

new-language: $(STAMP)
	@$(if $(LANGUAGE),,echo "name the language: make new-language pt" >&2; exit 2)
	@$(BIN)/python tools/new_language.py $(LANGUAGE)

lock:
	@rm -rf out/lock && mkdir -p out && $(PYTHON) -m venv out/lock
	@out/lock/bin/python -m pip --disable-pip-version-check -qq install -e '.[dev]'
	@{ sed -n '/^#/p' requirements.lock; out/lock/bin/python -m pip freeze --all --exclude-editable --exclude pip; } > out/requirements.lock
	@mv out/requirements.lock requirements.lock && rm -rf out/lock

clean:
	@rm -rf out $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
