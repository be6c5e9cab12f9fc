# Two commands do everything on a fresh Debian 12 with Swift, make and git:
#   make demo   installs what is missing, builds, runs the main job on Examples/ into Exports/
#   make test   installs what is missing, builds, runs the tests
# The others are for those who work on Weft; `make help` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT_BUILD := swift build -c release --explicit-target-dependency-import-check error
WEFT = .build/release/weft
# The corpora that the larger checks run on; not part of the project.
SHARED ?= ../shared
VENV := .venv

.PHONY: help
help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

.PHONY: system
system: ## install the system packages that are missing
	@bash .ci/install-system-packages

.PHONY: build
build: system
	$(SWIFT_BUILD) --product weft

.PHONY: demo
demo: build ## read Examples/ and write what Exports/ holds
	@WEFT=$(WEFT) bash Exports/make

.PHONY: test
test: system ## all tests that need nothing but this folder
	swift test --explicit-target-dependency-import-check error

.PHONY: release
release: system ## a stripped binary without a Swift runtime to install, in .build/static
	swift build -c release --static-swift-stdlib --product weft --scratch-path .build/static \
	  -Xlinker -no-pie
	strip -o .build/static/weft .build/static/release/weft
	@ls -l .build/static/weft

.PHONY: format
format: ## rewrite the sources in the house's format
	swift format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

.PHONY: lint
lint: ## check the format
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks

.PHONY: drift
drift: demo ## check that Exports/ is what the tool makes of Examples/
	@git diff --exit-code --stat -- Exports || \
	  { echo "Exports/ differs from what 'make demo' writes: look at it and commit it"; exit 1; }
	@test -z "$$(git status --porcelain -- Exports)" || \
	  { git status --short -- Exports; echo "files in Exports/ are not committed"; exit 1; }

$(VENV)/ready: Tests/Interop/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

.PHONY: interop
interop: build $(VENV)/ready ## open the exports in NetworkX, igraph, rdflib, PyLD, pyoxigraph
	@WEFT=$(WEFT) PYTHON=$(VENV)/bin/python SHARED=$(SHARED) bash Tests/Interop/run

.PHONY: check-corpus
check-corpus: release ## checks on the whole corpus in $(SHARED)
	@WEFT=.build/static/weft SHARED=$(SHARED) bash Tests/Corpus/run

.PHONY: fuzz
fuzz: system ## fuzz every reader, FUZZ_SECONDS (600) each
	@SHARED=$(SHARED) bash Fuzz/run

.PHONY: bench
bench: release $(VENV)/ready ## measure against peers; writes Benchmarks/RESULTS.md
	@WEFT=.build/static/weft PYTHON=$(VENV)/bin/python SHARED=$(SHARED) bash Benchmarks/run
