# Infoklass. `make run` and `make test` are all a newcomer needs; both install what is missing on Debian and Ubuntu.

SHELL := /bin/bash
BUILD := $(CURDIR)/build
GO := $(CURDIR)/.ci/go

# The version of the change log's first heading, and the commit where there is one.
VERSION := $(shell sed -n 's/^\#\# \([0-9][0-9.]*\).*/\1/p' CHANGELOG.md | head -n 1)
COMMIT := $(shell git rev-parse --short HEAD 2>/dev/null)
# The time that goes into what is packed: the commit's, so that the same commit gives the same bytes.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)
export VERSION COMMIT SOURCE_DATE_EPOCH CERT CERT_PASS TIMESTAMP

STAMP := -s -w -X main.version=$(VERSION)$(if $(COMMIT),+$(COMMIT))

.PHONY: help run test build windows msi zip sign test-windows shots bench icons clean setup setup-display setup-windows setup-wine

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r target does; do printf '  make %-12s %s\n' "$$target" "$$does"; done

run: build ## build, read the example list, print what came in, open the window on it
	@.ci/example

test: setup setup-display ## every check and test, the real window on a virtual display included
	@.ci/check
	@$(MAKE) --no-print-directory build
	$(GO) test -count=1 ./gui/... ./icons/...
	$(GO) test -count=1 -race ./domain/... $$($(GO) list ./storage/... | grep -v /bolt)
	$(GO) test -count=1 ./storage/bolt && $(GO) test -count=1 -race -run Contract ./storage/bolt
	INFOKLASS_BUILD=$(BUILD) $(GO) test -count=1 -p 1 ./cmd/...

build: setup ## build/infoklass (the window), build/infoklass-egl (the same without GLX) and build/infoklassctl (the terminal)
	@mkdir -p $(BUILD)
	@echo "building version $(VERSION); the first time takes some minutes"
	@CGO_ENABLED=0 $(GO) build -ldflags '$(STAMP)' -o $(BUILD)/infoklassctl ./cmd/infoklassctl
	@$(GO) build -ldflags '$(STAMP)' -o $(BUILD)/infoklass ./cmd/infoklass
	@MORE_TAGS=gles,egl $(GO) build -ldflags '$(STAMP)' -o $(BUILD)/infoklass-egl ./cmd/infoklass

windows: setup setup-windows ## the programs for Windows in build/windows, cross-built; the first time takes some eight minutes
	@.ci/windows/build
	@INFOKLASS_BUILD=$(BUILD)/windows $(GO) test -count=1 -run Licence ./cmd >/dev/null # their texts are packed too

msi: windows ## the installation package build/windows/infoklass-VERSION.msi
	@.ci/windows/msi

zip: windows ## the same as a zip that runs from a folder without being installed
	@.ci/windows/zip

sign: windows ## programs and package, signed: make sign CERT=certificate.p12 (.ci/windows/sign says more)
	@.ci/windows/sign

linux: build ## the programs for Linux as a tarball with desktop file, icons and file type
	@INFOKLASS_BUILD=$(BUILD) $(GO) test -count=1 -run Licence ./cmd >/dev/null # their texts are packed too
	@.ci/linux

test-windows: build setup-display setup-windows setup-wine ## the program for Windows under Wine: its tests, installed, used, upgraded, removed
	@.ci/test-windows

shots: setup ## a picture of every screen and dialog in build/shots (make shots INFOKLASS_SHOTS_ALL=1: in every combination)
	@mkdir -p $(BUILD)/shots
	INFOKLASS_SHOTS=$(BUILD)/shots $(GO) test -count=1 -run 'Pictures|Gallery' ./gui/...

bench: setup ## the benchmarks, with the memory they take
	$(GO) test -run '^$$' -bench . -benchmem -p 1 ./...

icons: setup ## the PNG and ICO files in icons/ from their drawings
	$(GO) run ./icons/make

setup:
	@.ci/setup build

setup-display:
	@.ci/setup display

setup-windows:
	@.ci/setup windows

setup-wine:
	@.ci/setup wine

clean: ## remove what was built
	rm -rf $(BUILD)
