#!/usr/bin/env python3
"""Derives lib/text/data/variants.tsv and variant_phrases.tsv.

Usage: variants.py OPENCC_FOLDER Unihan_Variants Unihan_OtherMappings OUTPUT_FOLDER

OPENCC_FOLDER holds the text form of OpenCC's dictionaries, made from the packaged ones by
    opencc_dict -i TSCharacters.ocd2 -o TSCharacters.txt -f ocd2 -t text
"""

import os
import sys

import unihan


def opencc(folder, name):
    with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t") for line in lines if "\t" in line)
        return {source: targets.split(" ") for source, targets in pairs}


def resolve(table, character):
    """The end of the chain that starts at a character, or None where it runs in a circle."""
    seen = {character}
    while character in table:
        character = table[character]
        if character in seen:
            return None
        seen.add(character)
    return character


def regional(folder, table, standard):
    """Japanese, Hong Kong and Taiwan forms by way of the traditional form, unless the form is itself standard."""
    for name in ("JPVariantsRev", "HKVariantsRev", "TWVariantsRev"):
        for source, targets in opencc(folder, name).items():
            if len(source) == 1 and source not in standard and targets[0] != source:
                table.setdefault(source, targets[0])


def unihan_variants(path, table, standard):
    """A character outside the standard, where all that Unihan says of it ends in one standard character."""
    names = ("kSimplifiedVariant", "kZVariant", "kSemanticVariant")
    found = unihan.fields(path, names)
    known = dict(table)
    for name in names:
        for source, value in found[name].items():
            if source in standard or source in table:
                continue
            ends = {resolve(known, target) for target in unihan.characters(value)} - {source}
            ends = {end for end in ends if end in standard}
            if len(ends) == 1:
                table[source] = ends.pop()


def character_map(folder, variants, standard):
    table = {}
    for source, targets in opencc(folder, "TSCharacters").items():
        if targets[0] != source and len(source) == 1 and len(targets[0]) == 1:
            table[source] = targets[0]
    regional(folder, table, standard)
    unihan_variants(variants, table, standard)
    closed = {source: resolve(table, source) for source in table}
    return {source: target for source, target in closed.items() if target and target != source}


def phrases(folder, table):
    """The phrases, as they are to stand, in which some character keeps a form that the map would change."""
    kept = set()
    for source, targets in opencc(folder, "TSPhrases").items():
        target = targets[0]
        guarded = [i for i, c in enumerate(target) if c in table]
        if len(source) == len(target) and all(source[i] == target[i] for i in guarded) and guarded:
            kept.add(target)
    return {phrase for phrase in kept if not covered(phrase, kept, table)}


def covered(phrase, kept, table):
    """Whether shorter phrases inside this one already guard the same characters, in the same left-to-right search."""
    shorter = kept - {phrase}
    at = 0
    while at < len(phrase):
        match = max((p for p in shorter if phrase.startswith(p, at)), key=len, default=None)
        if match is None and phrase[at] in table:
            return False
        at += len(match) if match else 1
    return True


def main():
    folder, variants, mappings, out = sys.argv[1:]
    standard = set(unihan.fields(mappings, ["kTGH"])["kTGH"])
    table = character_map(folder, variants, standard)
    unihan.write(os.path.join(out, "variants.tsv"), """
Traditional, Japanese and variant characters and their standard simplified form (character, standard form).
From: OpenCC 1.1.6, TSCharacters, JPVariants, HKVariants, TWVariants (Apache-2.0; changed: composed and closed);
Unihan 15.0, kSimplifiedVariant, kZVariant, kSemanticVariant into kTGH (Unicode licence).
Derived by examples/tables/variants.py.""", table.items())
    unihan.write(os.path.join(out, "variant_phrases.tsv"), """
Phrases in which a character keeps a form that variants.tsv would change: 乾隆 is not 干隆.
From: OpenCC 1.1.6, TSPhrases (Apache-2.0; changed: only the phrases that need a guard, in their simplified form).
Derived by examples/tables/variants.py.""", ([phrase] for phrase in phrases(folder, table)))


main()
