# Everything a newcomer needs; `make help` lists it. Each target builds the environment it needs first.
PYTHON ?= python3
VENV   ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
FILE   ?= data/sample_tracker.xlsx
OWN    := $(if $(filter data/sample_tracker.xlsx,$(FILE)),,"$(FILE)")# nothing: the notebooks open a copy of the sample
AS_OF  ?= $(if $(filter data/sample_tracker.xlsx,$(FILE)),2026-11-20,)
OUT    ?= weekly_report.html

.PHONY: help report test lab app bench lint types sample clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

$(VENV)/.core: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q infoviz
	@touch $@

$(VENV)/.lab: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --editable ".[lab,app]"
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --editable ".[lab,app,dev]"
	@touch $@

report: $(VENV)/.core ## print the summary of FILE (default: the sample) and write the weekly report
	$(BIN)/infoviz summary "$(FILE)" $(if $(AS_OF),--as-of $(AS_OF))
	$(BIN)/infoviz report "$(FILE)" -o "$(OUT)" $(if $(AS_OF),--as-of $(AS_OF))

test: $(VENV)/.dev ## run the whole test suite
	$(BIN)/python -m pytest

lab: $(VENV)/.lab ## open JupyterLab on the notebooks, with FILE or a copy of the sample
	$(BIN)/infoviz lab $(OWN) --folder notebooks $(if $(AS_OF),--as-of $(AS_OF))

app: $(VENV)/.lab ## show the notebooks as dashboards, with FILE or a copy of the sample
	$(BIN)/infoviz app $(OWN) $(if $(AS_OF),--as-of $(AS_OF))

bench: $(VENV)/.dev ## run the benchmarks: ratios against what people use instead
	$(BIN)/python -m benchmarks

lint: $(VENV)/.dev ## check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## check types
	$(BIN)/mypy

sample: $(VENV)/.dev ## rebuild data/sample_tracker.xlsx from its fixed seed
	$(BIN)/python scripts/make_sample.py

clean: ## remove the environment and what the targets wrote
	rm -rf $(VENV) $(OUT) .mypy_cache .pytest_cache .ruff_cache
