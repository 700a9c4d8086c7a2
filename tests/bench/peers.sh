#!/usr/bin/env bash
# What marque and others find among the same names, in one table, by the protocol of words_eval: the names and every mark_b of
# a script are the index, mark_a of every similar pair is searched. Prints the share of queries whose mark_b is among the first
# 10 and 50, and milliseconds a query on one core (those of marque: words_bench). Peers come from packages; one that is missing
# is said to be. The naive references of tests/reference score every name.
#   tests/bench/peers.sh PAIRS ZH_NAMES LATIN_NAMES BUILD [DICTIONARY]     BUILD has the benchmarks (-DMARQUE_BENCH=ON)
# Mixed pairs are left out of the two indexes: without a character in common the others find nothing.
set -eu -o pipefail
export LC_ALL=C.UTF-8
pairs=$1 names_zh=$2 names_latin=$3 build=$4 dictionary=${5:-}
work=$(mktemp -d)
chmod 755 "$work"
server=
finish() {
  if [ -n "$server" ]; then as_owner "$server/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then setpriv --reuid nobody --regid nogroup --clear-groups "$@"; else "$@"; fi
}
names_of() { if [ "$1" = zh ]; then echo "$names_zh"; else echo "$names_latin"; fi; }

# SCRIPT.tsv: query and target; SCRIPT.names: the index.
prepare() {
  awk -F'\t' -v script="$1" 'NR > 1 && $3 == "similar" && $5 == script { print $1 "\t" $2 }' "$pairs" >"$work/$1.tsv"
  { cut -f2 "$work/$1.tsv"; cat "$(names_of "$1")"; } | awk 'NF && !seen[$0]++' >"$work/$1.names"
}

# row WHO SCRIPT RECALL@10 RECALL@50 MILLISECONDS: of the table that is printed at the end.
row() { (IFS=$'\t' && echo "$*") >>"$work/rows"; }

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# --- PostgreSQL: trigram index, best 50 by similarity; ties in order of name.
start_postgres() {
  local bin
  bin=$(pg_config --bindir 2>/dev/null) || bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
  if [ ! -x "$bin/initdb" ]; then echo "  pg_trgm        missing: PostgreSQL (postgresql, postgresql-contrib) is not installed"; return 1; fi
  mkdir "$work/pg"
  if [ "$(id -u)" -eq 0 ]; then chown nobody:nogroup "$work/pg"; fi
  as_owner "$bin/initdb" -D "$work/pg/data" -U bench -A trust --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
  as_owner "$bin/pg_ctl" -D "$work/pg/data" -l "$work/pg/log" -w start \
    -o "-k $work/pg -c listen_addresses= -c fsync=off -c shared_buffers=256MB -c max_parallel_workers_per_gather=0" >/dev/null
  server=$bin
}

sql() { as_owner "$server/psql" -h "$work/pg" -U bench -d postgres -qAt -v ON_ERROR_STOP=1 "$@"; }

search_postgres() {
  local script=$1 began
  sql -c "CREATE TABLE $script (name text)" -c "CREATE TABLE ${script}_queries (query text, target text)"
  sql -c "\\copy $script FROM STDIN WITH (FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')" <"$work/$script.names"
  sql -c "\\copy ${script}_queries FROM STDIN WITH (FORMAT csv, DELIMITER E'\\t', QUOTE E'\\x01')" <"$work/$script.tsv"
  began=$(milliseconds)
  sql -c "CREATE INDEX ON $script USING gin (name gin_trgm_ops)" -c "ANALYZE $script"
  printf '  pg_trgm        %-6s index built in %.1f s, %d MB\n' "$script" "$((($(milliseconds) - began) / 100))e-1" \
    "$(sql -c "SELECT pg_indexes_size('$script') / 1000000")"
  for threshold in 0.3 0.1; do sql -v script="$script" -v threshold="$threshold" -f "$work/search.sql" >>"$work/rows"; done
}

write_search() {
  cat >"$work/search.sql" <<'SQL'
SELECT set_config('bench.script', :'script', false), set_config('pg_trgm.similarity_threshold', :'threshold', false) \g /dev/null
CREATE TEMP TABLE found (place int, ms float8);
DO $$
DECLARE one record; began timestamptz; best text[]; script text := current_setting('bench.script');
BEGIN
  FOR one IN EXECUTE format('SELECT * FROM %I', script || '_queries') LOOP
    began := clock_timestamp();
    EXECUTE format('SELECT array(SELECT name FROM %I WHERE name %% $1 ORDER BY name <-> $1, name LIMIT 50)', script)
      INTO best USING one.query;
    INSERT INTO found VALUES (array_position(best, one.target), extract(epoch FROM clock_timestamp() - began) * 1000);
  END LOOP;
END $$;
SELECT format(E'pg_trgm, threshold %s\t%s\t%s\t%s\t%s, 95 %% within %s', :'threshold', :'script', round(avg((coalesce(place, 99) <= 10)::int), 3),
  round(avg((place IS NOT NULL)::int), 3), round(avg(ms)::numeric, 2),
  round((percentile_cont(0.95) WITHIN GROUP (ORDER BY ms))::numeric, 2)) FROM found;
SQL
}

run_postgres() {
  start_postgres || return 0
  sql -c 'CREATE EXTENSION pg_trgm'
  write_search
  for script in zh latin; do search_postgres "$script"; done
}

# --- SimString: all strings whose bigram dice reaches a threshold, unordered. A target counts among the first K where some
# threshold of the row returns it and at most K strings: what a user can reach by choosing the threshold.
search_simstring() {
  local script=$1 began queries threshold
  queries=$(wc -l <"$work/$script.tsv")
  began=$(milliseconds)
  simstring -b -u -n 2 -m -d "$work/$script.simstring" <"$work/$script.names" >/dev/null
  printf '  SimString      %-6s index built in %.1f s, %d MB\n' "$script" "$((($(milliseconds) - began) / 100))e-1" \
    "$(($(cat "$work/$script.simstring"* | wc -c) / 1000000))"
  cut -f1 "$work/$script.tsv" >"$work/queries"
  : >"$work/reached"
  for threshold in 0.9 0.8 0.7 0.6 0.5 0.4 0.3; do
    began=$(milliseconds)
    simstring -u -n 2 -m -s dice -t "$threshold" -d "$work/$script.simstring" -e -q <"$work/queries" >"$work/answers"
    printf '%s\t%s\n' "$threshold" "$(awk -v ms=$(($(milliseconds) - began)) -v n="$queries" 'BEGIN { printf "%.2f", ms / n }')" >>"$work/times"
    awk -F'\t' 'NR == FNR { target[FNR] = $2; next } /^\t/ { ++count; hit = hit || substr($0, 2) == target[at]; next }
      { if (at) print at, hit + 0, count + 0; ++at; hit = count = 0 } END { print at, hit + 0, count + 0 }' \
      "$work/$script.tsv" "$work/answers" | sed "s/\$/ $threshold/" >>"$work/reached"
  done
  awk -v script="$script" -v n="$queries" 'NR == FNR { ms[$1] = $2; next }
    $2 { reached[$4]++; if ($3 <= 10) ten[$1] = 1; if ($3 <= 50) fifty[$1] = 1 }
    END { ms05 = ms["0.5"]; printf "SimString, best dice threshold\t%s\t%.3f\t%.3f\t%s at 0.5\n", script, length(ten) / n, length(fifty) / n, ms05
      for (t = 7; t >= 3; t -= 2) { k = sprintf("0.%d", t); printf "SimString, all at dice %s\t%s\t\t%.3f\t%s\n", k, script, reached[k] / n, ms[k] } }' \
    "$work/times" "$work/reached" >>"$work/rows"
  rm "$work/times"
}

run_simstring() {
  if ! command -v simstring >/dev/null; then echo "  SimString      missing: simstring-bin is not installed"; return 0; fi
  for script in zh latin; do search_simstring "$script"; done
}

run_confusable() {
  if [ ! -x "$build/bin/peers_confusable" ]; then echo "  ICU uspoof     missing: $build has no bin/peers_confusable"; return 0; fi
  "$build/bin/peers_confusable" "$pairs"
}

# --- marque's search and the naive references, by words_eval.
run_own() {
  local script eval=("$build/bin/words_eval" "$pairs" --zh "$names_zh" --latin "$names_latin" --peers --tsv)
  if [ ! -x "${eval[0]}" ]; then echo "  marque         missing: $build has no bin/words_eval"; return 0; fi
  if [ -n "$dictionary" ]; then eval+=(--dictionary "$dictionary"); fi
  for script in zh latin; do
    "${eval[@]}" --script "$script" | awk -F'\t' -v script="$script" '$1 ~ /^recall/ && $2 ~ /^(search|pg_trgm|plain_pinyin|indel|jaro_winkler|levenshtein)$/ {
      split($3, recall, " "); printf "%s\t%s\t%s\t%s\t\n", $2 == "search" ? "marque" : "naive " $2, script, recall[2], recall[3] }' >>"$work/rows"
  done
}

print_table() {
  printf '\n  %-34s %-6s %9s %9s  %s\n' who script recall@10 recall@50 'ms a query'
  sort -t$'\t' -s -k2,2r "$work/rows" | awk -F'\t' '{ printf "  %-34s %-6s %9s %9s  %s\n", $1, $2, $3, $4, $5 }'
}

: >"$work/rows"
for script in zh latin; do prepare "$script"; done
echo "peers, on $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1); $(wc -l <"$work/zh.names") and $(wc -l <"$work/latin.names") names"
run_own
run_postgres
run_simstring
run_confusable
print_table
