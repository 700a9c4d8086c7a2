#!/usr/bin/env python3
"""Derives lib/text/data/synonyms*.tsv from WordNet: words with their senses and clarity, senses with what they are kinds of and with what lies near
them, irregular forms.

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
SEE_ALSO, DERIVED, PERTAINS = "^", "+", "\\"   # glad: happy; joyful: joy; solar: sun
ANIMAL, PERSON, PLANT, PLACE = 5, 18, 20, 15  # lexicographer files
WORD = re.compile(r"[a-z]{2,20}(_[a-z]{2,16})?$")
WORD_OF_WORD = re.compile(r"([a-z]{2,16})_of_(?:the_)?([a-z]{2,16})$")   # a bolt of lightning is a lightning bolt


class Synset:
    def __init__(self, line):
        fields = line.split(" | ")[0].split()
        self.file = int(fields[1])
        count = int(fields[3], 16)
        self.words = [re.sub(r"\(.*\)", "", w) for w in fields[4:4 + 2 * count:2]]
        pointers = fields[5 + 2 * count:5 + 2 * count + 4 * int(fields[4 + 2 * count])]
        links = [pointers[i:i + 3] for i in range(0, len(pointers), 4)]
        self.parents = [(pos, offset) for kind, offset, pos in links if kind in PARENTS][:MOST_PARENTS]
        self.see_also = [(pos, offset) for kind, offset, pos in links if kind == SEE_ALSO]
        self.nouns = [(pos, offset) for kind, offset, pos in links if kind in (DERIVED, PERTAINS) and pos == "n"]
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


def counts(folder):
    """{(lemma, part of speech): how often it was met in English texts}."""
    found = collections.Counter()
    with open(os.path.join(folder, "cntlist.rev"), encoding="latin-1") as lines:
        for key, _, count in (line.split() for line in lines):
            lemma, kind = key.split("%")
            found[lemma, {"1": "noun", "2": "verb"}.get(kind[0], "adj")] += int(count)
    return found


def in_two_words(lemma):
    """As names are compared, which leave function words and points (dr.) out: the words of a phrase with of in either order."""
    lemma = lemma.removesuffix(".")
    if WORD.match(lemma):
        return [lemma]
    parts = WORD_OF_WORD.match(lemma)
    return ["_".join(parts.groups()), "_".join(reversed(parts.groups()))] if parts else []


def senses(folder, known):
    """{lemma: synsets}, the first sense of each part of speech before the second ones, and the commoner part of speech before others."""
    ranked, counted = collections.defaultdict(list), counts(folder)
    for name, most in SENSES.items():
        with open(os.path.join(folder, "index." + name), encoding="latin-1") as lines:
            for line in lines:
                fields = line.split()
                if line.startswith("  "):
                    continue
                for rank, offset in enumerate(fields[-int(fields[2]):][:most]):
                    for words in in_two_words(fields[0]):
                        if known[name[0], offset].wanted(fields[0]):
                            ranked[words].append((rank, -counted[fields[0], name], list(SENSES).index(name), (name[0], offset)))
    return {lemma: list(dict.fromkeys(found[-1] for found in sorted(ranks))) for lemma, ranks in ranked.items()}


def clarity(folder):
    """{words: (as noun or adjective, as verb)}: how likely two uses of them mean one sense, by how often their senses, all of them, are used
    (cntlist, and once more each, since most were never counted)."""
    used = collections.Counter()
    with open(os.path.join(folder, "cntlist"), encoding="latin-1") as lines:
        for count, key, sense in (line.split() for line in lines):
            lemma, kind = key.split("%")
            used[lemma, {"1": "noun", "2": "verb", "3": "adj", "5": "adj"}.get(kind[0]), int(sense)] = int(count)
    uses = collections.defaultdict(lambda: ([], []))
    for name in SENSES:
        with open(os.path.join(folder, "index." + name), encoding="latin-1") as lines:
            for lemma, _, senses_known in (line.split()[:3] for line in lines if not line.startswith("  ")):
                for words in in_two_words(lemma):
                    uses[words][name == "verb"].extend(1 + used[lemma, name, sense] for sense in range(1, int(senses_known) + 1))
    return {words: tuple(sum(n * n for n in of) / sum(of) ** 2 if of else 1 for of in both) for words, both in uses.items()}


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


def near(known):
    """{sense: senses near it}, both ways: adjectives that WordNet names beside each other, the nouns that these are derived from or are
    the root of, and each adjective and its nouns."""
    pairs = set()
    for own, synset in known.items():
        if own[0] != "a":
            continue
        pairs.update((own, noun) for noun in synset.nouns)
        for other in synset.see_also:
            pairs.add((own, other))
            pairs.update((noun, there) for noun in synset.nouns for there in known[other].nouns)
    found = collections.defaultdict(set)
    for one, other in pairs:
        if one != other and other not in known[one].parents and one not in known[other].parents:
            found[one].add(other)
            found[other].add(one)
    return found


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
    unihan.write(os.path.join(out, "synonym_near.tsv"), "Senses with senses near them, both ways: see also, derived from each other (numbers of synonyms.tsv)." + source,
                 ((number[s], " ".join(sorted(number[other] for other in others & used))) for s, others in near(known).items() if s in used and others & used))
    unihan.write(os.path.join(out, "synonym_forms.tsv"), "Irregular forms of English words with their base form." + source,
                 irregular(folder, words).items())


main()
