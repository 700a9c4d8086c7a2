# shellcheck shell=bash
# Sourced by examples/quickstart.sh and tests/run.sh: brings a bare Debian 12 to where marque builds, and builds it.
# `root` is the checkout.
: "${root:?is set by the script that sources this}"

say() { printf '== %s\n' "$*"; }

# quietly LOG COMMAND…: the command's output goes to LOG, and its end to the terminal where it fails.
quietly() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 || {
    tail -n 40 "$log" >&2
    printf '== failed: %s (all of it in %s)\n' "$*" "$log" >&2
    return 1
  }
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

missing_packages() {
  local package
  sed 's/#.*//' "$root/examples/packages.txt" | while read -r package; do
    [ -n "$package" ] || continue
    # shellcheck disable=SC2016  # dpkg-query's own field, not a variable
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q ' installed$' || printf '%s\n' "$package"
  done
}

# install_missing FOLDER: what examples/packages.txt names and this machine lacks; logs go to FOLDER.
install_missing() {
  local folder=$1 missing
  if ! command -v dpkg-query >/dev/null; then
    say "no Debian here: install the like of examples/packages.txt yourself"
    return 0
  fi
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "installing ${missing[*]}"
  quietly "$folder/apt-update.log" as_root apt-get update
  quietly "$folder/apt-install.log" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# build FOLDER TARGET… -- OPTION…: configures and builds; no target means all.
build() {
  local folder=$1 targets=() quiet=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    targets+=(--target "$1")
    shift
  done
  [ $# -eq 0 ] || shift
  [ -t 1 ] || quiet=(--quiet)
  quietly "$folder/configure.log" cmake -S "$root" -B "$folder" -G Ninja "$@"
  cmake --build "$folder" "${targets[@]}" -- "${quiet[@]}"
}
