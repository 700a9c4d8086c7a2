#!/usr/bin/env python3
"""Derives lib/text/data/number_words.tsv from CLDR: the words that English and Chinese say numbers in.

Usage: number_words.py CLDR_COMMON_FOLDER OUTPUT_FOLDER
"""

import os
import sys

import spellout
import unihan

SMALL = [*range(20), *range(20, 100, 10)]
SCALES = {"en": (10 ** 2, 10 ** 3, 10 ** 6, 10 ** 9), "zh": (10, 10 ** 2, 10 ** 3, 10 ** 4, 10 ** 8)}


def english(cldr):
    spelled = spellout.Spellout(cldr, "en")
    for number in SMALL:
        yield spelled.spell(number, "spellout-cardinal"), str(number), "value"
        yield spelled.spell(number, "spellout-ordinal"), str(number), "ordinal"
    for number in SCALES["en"]:
        yield spelled.spell(number, "spellout-cardinal").removeprefix("one "), str(number), "scale"
        yield spelled.spell(number, "spellout-ordinal").removeprefix("one "), str(number), "ordinal"


def chinese(cldr):
    spelled = spellout.Spellout(cldr, "zh")
    for number in range(10):
        yield spelled.spell(number, "spellout-cardinal"), str(number), "value"
    for number in SCALES["zh"]:
        yield spelled.spell(number, "spellout-cardinal")[-1], str(number), "scale"


def main():
    cldr, out = sys.argv[1:]
    unihan.write(os.path.join(out, "number_words.tsv"), """Words of numbers in English, and Chinese numerals, with their figures (word, figures, kind).
scale: what stands before it is so many times as much; ordinal: a place in a row.
From: Unicode CLDR 41 (Debian package unicode-cldr-core; changed: single words only). Derived by examples/tables/number_words.py.""",
                 set(english(cldr)) | set(chinese(cldr)))


main()
