#!/usr/bin/env python3
"""Derives lib/text/data/synonyms*.tsv from WordNet: words with their senses and clarity, senses with what they are kinds of, irregular forms.

Usage: synonyms.py WORDNET_FOLDER OUTPUT_FOLDER
"""

import collections
import os
import re
import sys

import unihan

# Part of speech -> how many senses of a word are kept. The senses stand in the order of their frequency.
SENSES = {"noun": 4, "verb": 2, "adj": 2}
PARENTS = {"@", "@i", "&"}  # hypernym, the class of an instance, the adjective a cluster is about
MOST_PARENTS = 2
ANIMAL, PERSON, PLANT, PLACE = 5, 18, 20, 15  # lexicographer files
WORD = re.compile(r"[a-z]{2,20}(_[a-z]{2,16})?$")


class Synset:
    def __init__(self, line):
        fields = line.split(" | ")[0].split()
        self.file = int(fields[1])
        count = int(fields[3], 16)
        self.words = [re.sub(r"\(.*\)", "", w) for w in fields[4:4 + 2 * count:2]]
        pointers = fields[5 + 2 * count:5 + 2 * count + 4 * int(fields[4 + 2 * count])]
        links = [pointers[i:i + 3] for i in range(0, len(pointers), 4)]
        self.parents = [(pos, offset) for kind, offset, pos in links if kind in PARENTS][:MOST_PARENTS]
        self.instance = any(kind == "@i" for kind, _, _ in links)

    def wanted(self, lemma):
        """Not Latin names of animals and plants, not persons, no place but the best known forms of its name, no abbreviations."""
        if self.instance and self.file == PERSON:
            return False
        if self.instance and self.file == PLACE and "_" in lemma:
            return False
        written = next(w for w in self.words if w.lower() == lemma)
        if written != lemma and self.file in (ANIMAL, PLANT):
            return False
        if len(lemma) <= 4 and sum(letter.isupper() for letter in written) > 1:
            return False
        return "_" not in lemma or len(self.words) > 1


def synsets(folder):
    found = {}
    for name in SENSES:
        with open(os.path.join(folder, "data." + name), encoding="latin-1") as lines:
            for line in lines:
                if not line.startswith("  "):
                    found[name[0], line[:8]] = Synset(line)
    return found


def senses(folder, known):
    """{lemma: synsets}, the first sense of each part of speech before the second ones."""
    ranked = collections.defaultdict(list)
    for order, (name, most) in enumerate(SENSES.items()):
        with open(os.path.join(folder, "index." + name), encoding="latin-1") as lines:
            for line in lines:
                fields = line.split()
                if line.startswith("  ") or not WORD.match(fields[0]):
                    continue
                for rank, offset in enumerate(fields[-int(fields[2]):][:most]):
                    if known[name[0], offset].wanted(fields[0]):
                        ranked[fields[0]].append((rank, order, (name[0], offset)))
    return {lemma: [synset for _, _, synset in sorted(found)] for lemma, found in ranked.items()}


def clarity(folder):
    """{lemma: (as noun or adjective, as verb)}: how likely two uses of it mean one sense, by how often its senses, all of them, are used (cntlist,
    and once more each, since most were never counted)."""
    used = collections.Counter()
    with open(os.path.join(folder, "cntlist"), encoding="latin-1") as lines:
        for line in lines:
            count, key, sense = line.split()
            lemma, kind = key.split("%")
            used[lemma, {"1": "noun", "2": "verb", "3": "adj", "5": "adj"}.get(kind[0]), int(sense)] = int(count)
    counts = collections.defaultdict(lambda: ([], []))
    for name in SENSES:
        with open(os.path.join(folder, "index." + name), encoding="latin-1") as lines:
            for line in lines:
                if not line.startswith("  "):
                    lemma, _, senses_known = line.split()[:3]
                    counts[lemma][name == "verb"].extend(1 + used[lemma, name, sense] for sense in range(1, int(senses_known) + 1))
    return {lemma: tuple(sum(n * n for n in of) / sum(of) ** 2 if of else 1 for of in both) for lemma, both in counts.items()}


def in_hundredths(clear):
    """Nothing where both are certain, which most words are."""
    return () if min(clear) == 1 else (" ".join(str(max(1, round(100 * one))) for one in clear),)


def irregular(folder, words):
    forms = {}
    for name in SENSES:
        with open(os.path.join(folder, name + ".exc"), encoding="latin-1") as lines:
            for line in lines:
                form, base = line.split()[:2]
                if re.match("[a-z]+$", form) and re.match("[a-z]+$", base) and base in words and form != base:
                    forms.setdefault(form, base)
    return forms


def base36(number):
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def main():
    folder, out = sys.argv[1:]
    known = synsets(folder)
    words = senses(folder, known)
    used = {s for found in words.values() for s in found}
    number = {s: base36(n) for n, s in enumerate(sorted(used | {p for s in used for p in known[s].parents}))}
    source = """
From: WordNet 3.0 (Debian package wordnet-base; changed: the first senses of words of one and two words only).
Derived by examples/tables/synonyms.py."""
    clear = clarity(folder)
    unihan.write(os.path.join(out, "synonyms.tsv"), """English words with the numbers (base 36) of their senses, the commonest first, and how likely two uses of the word
mean one sense, in hundredths: as noun or adjective, as verb (nothing: certain).""" + source,
                 ((w.replace("_", " "), " ".join(number[s] for s in found), *in_hundredths(clear[w])) for w, found in words.items()))
    unihan.write(os.path.join(out, "synonym_kinds.tsv"), "Senses with the senses they are kinds of (hypernyms; numbers of synonyms.tsv)." + source,
                 ((number[s], " ".join(number[p] for p in known[s].parents)) for s in used if known[s].parents))
    unihan.write(os.path.join(out, "synonym_forms.tsv"), "Irregular forms of English words with their base form." + source,
                 irregular(folder, words).items())


main()
