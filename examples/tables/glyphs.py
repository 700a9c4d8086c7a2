#!/usr/bin/env python3
"""Derives lib/text/data/glyph_codes.tsv: two codes of how a character is built and what its corners look like.

Usage: glyphs.py Unihan_DictionaryLikeData OUTPUT_FOLDER
"""

import os
import sys

import unihan


def main():
    source, out = sys.argv[1:]
    found = unihan.fields(source, ("kCangjie", "kFourCornerCode"))
    cangjie = {c: value.split()[0].lower() for c, value in found["kCangjie"].items()}
    corners = {c: value.split()[0].replace(".", "") for c, value in found["kFourCornerCode"].items()}
    unihan.write(os.path.join(out, "glyph_codes.tsv"), """
How characters are built (character, Cangjie code 仓颉码, four-corner code 四角号码; - where unknown).
From: Unihan 15.0, the first kCangjie and kFourCornerCode (Unicode licence; changed: packed into one table).
Derived by examples/tables/glyphs.py.""",
                 ((c, cangjie.get(c, "-"), corners.get(c, "-")) for c in set(cangjie) | set(corners)))


main()
