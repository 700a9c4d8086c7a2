#!/usr/bin/env bash
# The figures of the README, measured in one run on the made-up district register.
#   tests/bench/figures.sh BUILD NAMES.txt      BUILD was configured with -DMARQUE_BENCH=ON; NAMES has 1,000 marks, one a line
set -eu
build=$1 names=$2
marque=$build/bin/marque
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# seconds COMMAND…: wall time of one run; findings (exit 1) are no failure.
seconds() {
  local start end
  start=$(date +%s%N)
  "$@" >/dev/null 2>"$work/err" || [ $? -eq 1 ]
  end=$(date +%s%N)
  echo "$(((end - start) / 1000000))"
}
# median N COMMAND…: of N runs, in milliseconds.
median() {
  local runs=$1
  shift
  for _ in $(seq "$runs"); do seconds "$@"; done | sort -n | sed -n "$(((runs + 1) / 2))p"
}

"$build/bin/generate_register" "$work/sample" >/dev/null
records=$(wc -l <"$work/sample/register.jsonl")
sed 's/,"image":"[^"]*"//; s/,"image_digest":"[^"]*"//' "$work/sample/register.jsonl" >"$work/plain.jsonl"
"$marque" init "$work/r.marque"
"$marque" init "$work/plain.marque"
import=$(seconds "$marque" import "$work/r.marque" "$work/sample/register.jsonl")
plain=$(seconds "$marque" import "$work/plain.marque" "$work/plain.jsonl")
check=("$marque" check "$work/r.marque" 海門山羊 --logo "$work/sample/example-logo.png" --class 31 --as-of 2026-11-22)
first=$(seconds "${check[@]}")

printf 'start of the program (--version)          %5d ms, median of 21\n' "$(median 21 "$marque" --version)"
printf 'import, 1,898 pictures fingerprinted      %5d ms, %d records/s\n' "$import" $((records * 1000 / import))
printf 'import without pictures                   %5d ms, %d records/s\n' "$plain" $((records * 1000 / plain))
printf 'first check, making the index             %5d ms\n' "$first"
printf 'check with logo, whole process            %5d ms, median of 21\n' "$(median 21 "${check[@]}")"
printf 'batch of %5d names, every class        %5d ms\n' "$(wc -l <"$names")" \
  "$(seconds "$marque" check "$work/r.marque" --batch "$names" --format tsv --as-of 2026-11-22)"
"$build/bin/check_bench" "$work/r.marque" "$work/sample/example-logo.png" "$names"
