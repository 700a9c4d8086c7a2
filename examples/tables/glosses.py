#!/usr/bin/env python3
"""Derives lib/text/data/glosses.tsv: the English words that define a character.

Usage: glosses.py Unihan_Readings lib/text/data/variants.tsv OUTPUT_FOLDER
"""

import os
import re
import sys

import unihan

MOST_WORDS = 8
LONGEST_SENSE = 3  # words; longer ones describe instead of translating
NOTE = re.compile(r"""variant|same\ as|surname|radical|corrupt|non-?standard|(un)?simplified|ancient\ form|abbreviat|interchange
                      |particle|suffix|prefix|possessive|adjectival|pronoun|symbolic|grammatical|classifier|numerary|measure\ word|used\ in|pronunciation|phonetic
                      |transliterat|kokuji|dialect|U\+|\bform\ of\b""", re.VERBOSE | re.IGNORECASE)


def words(definition, function_words):
    """The content words of the senses that translate, in order, each once."""
    found = []
    definition = re.sub(r"\([^)]*\)?|\[[^\]]*\]?", " ", definition)
    for sense in re.split(r"[;,]", definition):
        if NOTE.search(sense):
            continue
        content = [w for w in re.findall(r"[a-z]+", sense.lower().replace("'s", "")) if w not in function_words]
        if len(content) <= LONGEST_SENSE:
            found.extend(w for w in content if w not in found and len(w) > 1)
    return found[:MOST_WORDS]


def main():
    source, variants, out = sys.argv[1:]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "function_words.txt"), encoding="utf-8") as text:
        function_words = set(text.read().split())
    with open(variants, encoding="utf-8") as lines:
        standard = dict(line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
    definitions = unihan.fields(source, ["kDefinition"])["kDefinition"]
    glosses = {c: words(text, function_words) for c, text in definitions.items()}
    for character in list(glosses):  # a name's characters are compared in standard form only
        if character in standard:
            other = glosses.pop(character)
            if not glosses.get(standard[character]):
                glosses[standard[character]] = other
    unihan.write(os.path.join(out, "glosses.tsv"), """
English words that define a character, in the order of the senses (character, words).
From: Unihan 15.0, kDefinition (Unicode licence; changed: notes, function words and long explanations removed).
Derived by examples/tables/glosses.py.""", ((c, " ".join(g)) for c, g in glosses.items() if g))


main()
