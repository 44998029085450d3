# Two commands do everything on a fresh machine: make run, make test. The work is done by scripts in .ci.
# ARGS is handed on, as in: make run ARGS="-workspace my.mentorbook"
.DEFAULT_GOAL := help
.PHONY: help run demo test build release fmt lint fuzz bench screens icons clean

help: ## list what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: ## install what the window needs, build it and open it
	@.ci/window $(ARGS)

demo: ## the main job without a window: invitations and reports in build/demo
	@.ci/demo $(ARGS)

test: ## install what the tests need and run all of them
	@.ci/test $(ARGS)

build: ## both programs, in build
	@.ci/build

release: ## both programs without debugging data and colour emoji, in build/release
	@.ci/build release

fmt: ## format all Go code
	@go tool gofumpt -w $(wildcard cmd ui core storage assets)

lint: ## gofumpt, go vet and staticcheck
	@.ci/lint

fuzz: ## every fuzz target for FUZZTIME, 30s unless set
	@.ci/fuzz

bench: ## a table of start, memory and throughput beside the bare libraries
	@.ci/bench $(ARGS)

screens: ## take the pictures of the window in docs/screens
	@.ci/screens $(ARGS)

icons: ## outline the icons from their pen strokes
	@go generate ./assets

clean: ## remove build
	@rm -rf build
