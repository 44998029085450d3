# Sourced by the scripts beside it: the one set of build flags, and the few questions they all ask.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# One tag set for build, vet, staticcheck and tests: another one would compile Fyne a second time.
tags=migrated_fynedo
# The programs and everything that is made from them.
out=build
# What starts a real window. Race-instrumented, those that link one would compile the window library's C
# code a second time, for minutes; so they are tested without -race, and nothing else may link that library.
window_packages='^mentorbook/cmd/(mentorbook|internal/(bench|onscreen|screens))(/|$)'

say() { printf '%s\n' "$*" >&2; }

die() {
	say "$@"
	exit 1
}

# need_go stops with one line unless a Go as new as go.mod asks for is on the PATH. It is asked outside
# the module, so that an older Go answers for itself instead of fetching another toolchain first.
need_go() {
	local want have
	want=$(awk '$1 == "go" { split($2, v, "."); print v[1] "." v[2]; exit }' go.mod)
	command -v go >/dev/null 2>&1 ||
		die "Mentorbook needs Go $want or newer, and there is no go on the PATH: install it from https://go.dev/dl/"
	have=$(cd / && GOTOOLCHAIN=local GOWORK=off go env GOVERSION 2>/dev/null) ||
		have=$(go version | awk '{ print $3 }')
	go_is_enough "$have" "$want" ||
		die "Mentorbook needs Go $want or newer, and this one is ${have:-unknown}: install it from https://go.dev/dl/"
}

# go_is_enough compares a version as Go prints it (go1.26.3, go1.27rc1, devel go1.28-1a2b3c) with
# "major.minor". A release candidate of the wanted version itself is older than that version.
go_is_enough() {
	local have=${1#devel } want=$2 major minor rest
	have=${have#go}
	major=${have%%.*}
	rest=${have#*.}
	minor=${rest%%[!0-9]*}
	case $major$minor in '' | *[!0-9]*) return 1 ;; esac
	((major > ${want%%.*})) && return 0
	((major == ${want%%.*})) || return 1
	((minor > ${want#*.})) && return 0
	((minor == ${want#*.})) || return 1
	case ${rest#"$minor"} in rc* | beta*) return 1 ;; esac
}

# has_display says whether a window could open. Only X11 and Wayland announce themselves by variables.
has_display() {
	case $(uname -s) in
	Linux | *BSD | DragonFly) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ;;
	*) true ;;
	esac
}

# build_ctl and build_window make the two programs; `make run` and the tests start the same files.
build_ctl() { CGO_ENABLED=0 go build -tags "$tags" -o "$out/" ./cmd/mentorctl; }

build_window() { go build -tags "$tags" -o "$out/" ./cmd/mentorbook; }
