#!/usr/bin/env bash
# From a bare Debian 12 to a clearance report: installs what is missing, builds into build/, makes the registry
# build/haimen.marque from the Haimen sample, and checks a conflicting mark with a logo against it. The report ends up
# here and in build/report.html. A second run does only what changed.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=examples/setup.sh
. "$root/examples/setup.sh"
build=$root/build
marque=$build/bin/marque
registry=$build/haimen.marque
sample=$build/sample
indications=$root/examples/data/haimen-gi.jsonl

make_sample() {
  [ ! "$sample/complete" -nt "$build/bin/generate_register" ] || return 0
  say "drawing up a made-up register of the district"
  rm -rf "$sample"
  "$build/bin/generate_register" "$sample"
  touch "$sample/complete"
}

make_registry() {
  [ ! "$registry.complete" -nt "$sample/complete" ] || [ ! "$registry.complete" -nt "$indications" ] || return 0
  say "making the registry build/haimen.marque"
  rm -f "$registry" "$registry"-* "$registry".*
  "$marque" init "$registry"
  "$marque" import "$registry" "$indications" "$sample/register.jsonl"
  touch "$registry.complete"
}

# Findings are what the sample is for: marque ends in 1 with them, and anything else is a fault.
check() {
  local status=0
  "$marque" check "$registry" 海門山羊 --logo "$sample/example-logo.png" --class 31 --as-of 2026-11-22 "$@" || status=$?
  [ "$status" -eq 1 ] && return 0
  printf '== the check should find conflicts and end in 1; it ended in %s\n' "$status" >&2
  return 1
}

mkdir -p "$build"
install_missing "$build"
say "building marque into build/"
build "$build" bin/marque bin/generate_register -- -DMARQUE_TESTS=OFF -DMARQUE_C=OFF
make_sample
make_registry
say "checking 海門山羊 with a logo, class 31, as of 2026-11-22"
check --format html >"$build/report.html"
check
say "the same report as a page: build/report.html"
