#!/usr/bin/env python3
"""Derives lib/text/data/readings.tsv: every Mandarin reading of every character.

Usage: readings.py Unihan_Readings OUTPUT_FOLDER
"""

import os
import re
import sys
import unicodedata

import unihan

TONES = {"\u0304": "1", "\u0301": "2", "\u030C": "3", "\u0300": "4"}


def numbered(pinyin):
    """`lǜ` gives `lv4`; a syllable without mark has tone 5. ê, which has no spelling of its own, is read ei."""
    letters, tone = "", "5"
    for mark in unicodedata.normalize("NFD", pinyin):
        if mark in TONES:
            tone = TONES[mark]
        elif mark == "\u0308":
            letters = letters[:-1] + "v"
        elif mark == "\u0302":
            letters += "i"
        else:
            letters += mark
    return letters + tone


def spellings(name, value):
    """The readings of one property, the commonest first where the property says so."""
    if name == "kHanyuPinlu":
        counted = re.findall(r"([^\s(]+)\((\d+)\)", value)
        return [pinyin for pinyin, count in sorted(counted, key=lambda pair: -int(pair[1]))]
    return [pinyin for item in value.split() for pinyin in item.split(":")[-1].split(",")]


def main():
    source, out = sys.argv[1:]
    names = ("kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983")
    found = unihan.fields(source, names)
    readings = {}
    for name in names:
        for character, value in found[name].items():
            known = readings.setdefault(character, [])
            known.extend(r for r in map(numbered, spellings(name, value)) if r not in known)
    unihan.write(os.path.join(out, "readings.tsv"), """
Mandarin readings of characters (character, readings with tone, the commonest first; u-umlaut is v, tone 5 is neutral).
From: Unihan 15.0, kMandarin, then what kHanyuPinlu (by frequency), kTGHZ2013 and kXHC1983 add (Unicode licence; changed).
Derived by examples/tables/readings.py.""", ((c, " ".join(r)) for c, r in readings.items()))


main()
