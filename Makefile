# The two commands a newcomer needs: `make demo` and `make test`.  Both set up .venv by themselves.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TREEBANKS ?=
CORPUS ?=
# Of `make fuzz`: for all targets together.
FUZZ_SECONDS ?= 600
# Of `make bench`: news text of your own, and anything at all for a short run that writes nothing.
TEXT ?=
QUICK ?=

export OPENBLAS_NUM_THREADS ?= 1

.PHONY: demo test lint man train bench fuzz clean

demo: $(VENV)/installed
	@$(BIN)/hedgescan scan seeds/iran-israel-reassurances.txt

test: $(VENV)/developing
	@$(BIN)/python -m pytest

lint: $(VENV)/developing
	@$(BIN)/ruff check hedgescan training tests fuzz
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

man: $(VENV)/installed
	@$(BIN)/python -m hedgescan.cli.man > docs/hedgescan.1
	@$(BIN)/python -m hedgescan.cli.rules > docs/rules.md
	@for width in 80 100; do COLUMNS=$$width $(BIN)/python -m hedgescan.cli.commands --help > hedgescan/cli/help/$$width.txt; done

train: $(VENV)/developing
	@$(BIN)/python -m training.train $(TREEBANKS)

bench: $(VENV)/developing
	@$(BIN)/python -m benchmarks.speed $(if $(TEXT),--text $(TEXT)) $(if $(QUICK),--quick)

fuzz: $(VENV)/fuzzing
	@$(BIN)/python -m fuzz --seconds $(FUZZ_SECONDS)

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python setup.cfg pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/developing: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

$(VENV)/fuzzing: $(VENV)/developing
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[docx,fuzz]"
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
