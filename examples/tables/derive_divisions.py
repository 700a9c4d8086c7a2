#!/usr/bin/env python3
"""Derives lib/law/data/divisions.tsv from result.csv of yescallop/areacodes (CC0 1.0).

    derive_divisions.py result.csv > lib/law/data/divisions.tsv

Columns there: code, province, prefecture, name, level, state, first year, year of change, new codes. A new code
with a year in brackets took over a part in that year; one without took over what was left at the end.
"""
import csv
import sys

LEVELS = {"省级": "province", "地级": "prefecture", "县级": "county"}

HEADER = """\
# Administrative divisions of China at county level and above, 1981-2024, one row a period of a code
# (code, name, level, first year, first year no longer in force, codes that took its place).
# The last column separates codes by `;`; `[year]`: a part passed over in that year, the rest stayed.
# From: yescallop/areacodes, result.csv (CC0 1.0). Derived by examples/tables/derive_divisions.py."""


def main(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [
            (r["代码"], r["启用时间"], r["名称"], LEVELS[r["级别"]], r["变更/弃用时间"], r["新代码"])
            for r in csv.DictReader(file)
        ]
    print(HEADER)
    for code, since, name, level, until, successors in sorted(rows):
        print(code, name, level, since, until, successors, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
