#!/usr/bin/env bash
# Installs what is missing, builds everything into build/tests, and runs every test: C++, fuzz corpora, bindings, the
# consumer project. Arguments go to ctest, e.g. tests/run.sh -R text.
set -eu -o pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=examples/setup.sh
. "$root/examples/setup.sh"
build=$root/build/tests

mkdir -p "$build"
rm -f "$build/ctest.log"
install_missing "$build"
say "building marque and its tests into build/tests"
build "$build" -- -DMARQUE_TESTS=ON -DMARQUE_WERROR=ON
say "running every test"
ctest --test-dir "$build" --output-on-failure -j2 "$@" | tee "$build/ctest.log"
