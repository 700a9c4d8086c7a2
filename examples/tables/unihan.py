"""Reads the Unihan files, as Debian's package unicode-data or unicode.org ships them (plain or .bz2)."""

import bz2
import sys


def fields(path, wanted):
    """{property: {character: value}} of the wanted properties, in the order of the file."""
    found = {name: {} for name in wanted}
    with (bz2.open if path.endswith(".bz2") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            point, name, value = line.rstrip("\n").split("\t", 2)
            if name in found:
                found[name][chr(int(point[2:], 16))] = value
    return found


def characters(value):
    """The characters of a variant property: `U+4E94<kMatthews U+4F0D` gives 五, 伍."""
    return [chr(int(item.split("<")[0][2:], 16)) for item in value.split()]


def write(path, comment, rows):
    """A table of knowledge: commented, sorted by code point, tab separated."""
    rows = sorted(rows)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"# {line}\n" for line in comment.strip().splitlines())
        out.writelines("\t".join(row) + "\n" for row in rows)
    print(f"{path}: {len(rows)} rows", file=sys.stderr)
