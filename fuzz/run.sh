#!/bin/sh
# Fuzzes every target for some seconds each (default 60), with libFuzzer, AddressSanitizer and UBSan. Ends in 1 on a crash.
# usage: fuzz/run.sh [SECONDS] [TARGET...]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/fuzz
mkdir -p "$build"
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- normalize score json csv xml agency archive record fingerprint goods_table divisions law snapshot index store image c_api

cmake -S "$root" -B "$build" -G Ninja -DCMAKE_C_COMPILER="${CC:-clang-14}" -DCMAKE_CXX_COMPILER="${CXX:-clang++-14}" \
  -DMARQUE_FUZZ=ON -DMARQUE_TESTS=OFF -DMARQUE_EXAMPLES=OFF >"$build/configure.log" 2>&1 || {
  cat "$build/configure.log"
  exit 1
}

status=0
for target; do
  cmake --build "$build" --target "fuzz_$target"
  case $target in
    json | agency | c_api) dictionary=json ;;
    csv | divisions) dictionary=csv ;;
    xml) dictionary=xml ;;
    normalize | score) dictionary=hanzi ;;
    *) dictionary= ;;
  esac
  # What is found new goes to the build folder; the stored corpus is only read.
  mkdir -p "$build/found/$target"
  "$build/bin/fuzz_$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2560 -max_len=65536 -print_final_stats=1 \
    ${dictionary:+-dict="$root/fuzz/dict/$dictionary.dict"} -artifact_prefix="$build/found/$target-" \
    "$build/found/$target" "$root/fuzz/corpus/$target" >"$build/found/$target.log" 2>&1 \
    || { status=1; tail -n 40 "$build/found/$target.log"; }
  grep -E 'number_of_executed_units|average_exec_per_sec|new_units_added|peak_rss' "$build/found/$target.log" | sed "s/^stat::/$target /" || true
done
exit $status
