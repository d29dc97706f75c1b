# All that is needed: Python 3.11 or later as `python3`, and make. The environment is .venv, made on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-seeding coverage examples lint fmt bench bench-docs bench-merge bench-checks bench-check-size bench-source-checks bench-risk bench-memory bench-review bench-everyday bench-align bench-tags bench-repair bench-documents bench-growth bench-cluster bench-many docs site locales clean

demo: $(VENV)/ready
	$(BIN)/python -m l10n.engines.argos.demo build/demo seeds/*.txt

test: $(VENV)/ready-dev
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal --ignore tests/seeding

# A file's tests share what they have measured.
test-seeding: $(VENV)/ready-dev
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile tests/seeding

# By itself, as tracing more than doubles the time; without random examples, the figure is the same every time. What runs
# whole commands again, or a browser, takes a third of the time and adds next to nothing.
AGAIN := tests/seeding tests/test_docs.py tests/test_integrations.py tests/cli/test_people.py tests/cli/test_people_in_odd_cases.py
coverage: $(VENV)/ready-dev
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses auto --dist worksteal $(AGAIN:%=--ignore %) -m "not browser" \
	  --hypothesis-profile explicit
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered --skip-empty

# Of the CommonMark specification, which may not be committed; the tests that need them are skipped without them.
examples: $(VENV)/ready-dev
	$(BIN)/python -m tests.documents.markdown.commonmark

lint: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(VENV)/ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks build/bench-draft $(TABLES)

# docs/benchmarks.md: hours, on a machine that does nothing else; some tables of it with ONLY=draft,merge.
bench-docs: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.page build/bench-docs $(ONLY:%=--only %)

bench-merge: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.merging build/bench

bench-checks: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.checking build/bench $(DATA) $(OPTIONS)

bench-check-size: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.check_size build/bench $(OPTIONS)

bench-source-checks: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.source_checking $(DATA)

bench-risk: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.risk $(DATA)

bench-tags: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.tags $(DATA) en uk

bench-repair: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.repair

bench-review: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.review build/bench

bench-memory: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.memory build/bench

bench-everyday: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.everyday build/bench $(TREE)

bench-align: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.aligning $(DATA)

bench-documents: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.documents build/bench $(DATA)

# An hour for all; FORMATS="html checks" for some.
bench-growth: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.growth $(FORMATS)

bench-cluster: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.cluster build/bench-cluster

# An hour; OPTIONS="--to en --articles 10" less.
bench-many: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks.many build/bench-many $(OPTIONS)

docs: $(VENV)/ready-dev
	$(BIN)/python -m tests.reference

site: $(VENV)/ready-dev
	$(BIN)/python -m sphinx --fail-on-warning --nitpicky --quiet --jobs auto docs build/site

locales: $(VENV)/ready
	$(BIN)/l10n update

clean:
	rm -rf $(VENV) build

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('l10n needs Python 3.11 or later: make PYTHON=python3.11' if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-dev.lock
	touch $@
