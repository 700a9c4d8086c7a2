#!/usr/bin/env python3
"""Derives lib/text/data/glosses.tsv: the English words that define a character, sense by sense.

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


def senses(definition, function_words):
    """The senses that translate, as their content words."""
    definition = re.sub(r"\([^)]*\)?|\[[^\]]*\]?", " ", definition)
    for sense in re.split(r"[;,]", definition):
        content = [w for w in re.findall(r"[a-z]+", sense.lower().replace("'s", "")) if w not in function_words and len(w) > 1]
        if content and len(content) <= LONGEST_SENSE and not NOTE.search(sense):
            yield " ".join(content)


def first(found):
    """The first senses, each once, that have at most MOST_WORDS words together."""
    kept, words = [], set()
    for sense in found:
        words |= set(sense.split())
        if len(words) > MOST_WORDS:
            break
        if sense not in kept:
            kept.append(sense)
    return kept


def main():
    source, variants, out = sys.argv[1:]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "function_words.txt"), encoding="utf-8") as text:
        function_words = set(text.read().split())
    with open(variants, encoding="utf-8") as lines:
        standard = dict(line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
    definitions = unihan.fields(source, ["kDefinition"])["kDefinition"]
    glosses = {c: list(senses(text, function_words)) for c, text in definitions.items()}
    for character in sorted(glosses):  # a name's characters are compared in standard form, which speaks for its variants
        if character in standard:
            glosses.setdefault(standard[character], []).extend(glosses.pop(character))
    unihan.write(os.path.join(out, "glosses.tsv"), """
English words that define a character, sense by sense (character, senses).
From: Unihan 15.0, kDefinition (Unicode licence; changed: notes, function words and long explanations removed).
Derived by examples/tables/glosses.py.""", ((c, ",".join(first(g))) for c, g in glosses.items() if g))


main()
