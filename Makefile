# Two commands do everything: `make extract` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INPUT ?= corpus/articles
OUT ?= outputs

.DEFAULT_GOAL := help
.PHONY: help extract test lint types evaluate bench train notebooks browser clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "trich needs Python 3.11 or newer; name one: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(PIP) install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

extract: $(VENV)/.installed ## read INPUT (corpus/articles) and write its records into OUT (outputs)
	$(BIN)/trich extract $(INPUT) --out $(OUT)

test: $(VENV)/.developing ## run all tests, on up to four cores
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lint: $(VENV)/.developing ## check style and the layers of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.developing ## check types
	$(BIN)/mypy

$(VENV)/.peers: $(VENV)/.installed
	$(PIP) install --quiet --constraint constraints.txt --editable '.[peers]'
	@touch $@

evaluate: $(VENV)/.peers ## score trich on the corpus's gold, and its peers beside it
	$(BIN)/python benchmarks/accuracy.py --peers

bench: $(VENV)/.peers ## measure speed, by stage and beside the peers; benchmarks/history.jsonl keeps it
	$(BIN)/python benchmarks/throughput.py --peers

train: $(VENV)/.developing ## learn again by which words a figure's property is chosen; writes figure_weights.csv
	$(BIN)/python benchmarks/train.py --check
	$(BIN)/python benchmarks/train.py

notebooks: $(VENV)/.developing extract ## run the notebooks
	$(BIN)/python -m pytest tests/test_notebooks.py

$(VENV)/.browsing: $(VENV)/.developing
	$(PIP) install --quiet --constraint constraints.txt --editable '.[browser]'
	@touch $@

browser: $(VENV)/.browsing ## drive the report in a headless Chromium, which must be installed
	$(BIN)/python -m pytest tests/browser

clean: ## remove outputs and caches, keep the environment
	rm -rf $(OUT)/* $(OUT)/.trich .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
