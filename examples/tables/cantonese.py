#!/usr/bin/env python3
"""Derives lib/text/data/cantonese.tsv: the Cantonese readings of every character.

Usage: cantonese.py Unihan_Readings OUTPUT_FOLDER
"""

import os
import sys

import unihan


def main():
    source, out = sys.argv[1:]
    found = unihan.fields(source, ("kCantonese",))["kCantonese"]
    rows = ((c, " ".join(dict.fromkeys(r.rstrip("123456") for r in value.split()))) for c, value in found.items())
    unihan.write(os.path.join(out, "cantonese.tsv"), """
Cantonese readings of characters in Jyutping without tones (character, readings, the commonest first).
From: Unihan 15.0, kCantonese (Unicode licence; changed).
Derived by examples/tables/cantonese.py.""", rows)


main()
