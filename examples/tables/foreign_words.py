#!/usr/bin/env python3
"""Derives lib/text/data/foreign_words.tsv from the annotations of CLDR: words of five European languages with the English words they mean.

Usage: foreign_words.py CLDR_COMMON_FOLDER WORDNET_FOLDER OUTPUT_FOLDER    (after synonyms.py)

CLDR names every emoji and symbol in each language and gives it keywords. A name of one word in both languages is a translation by itself;
other words translate each other where they stand beside the same emojis, and no other word does so as well.
"""

import collections
import itertools
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree

import unihan

LANGUAGES = ("de", "es", "fr", "it", "pt")
LEAST_TOGETHER = 2     # emojis that both words stand beside: one is any word that is used once
LEAST_SHARE = 0.6      # of the emojis of the two, those of both (Dice)
SHORTEST = 3           # letters
LETTERS = {"ß": "ss", "œ": "oe", "æ": "ae"}
SHADES = range(0x1F3FB, 0x1F400)   # of skin: they repeat the emoji without them


def plain(text):
    """Small letters without marks, as names are compared."""
    text = "".join(LETTERS.get(letter, letter) for letter in text.lower().strip())
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def annotations(folder, language):
    """{emoji: name}, {emoji: the words beside it}, those of its name among them."""
    names, beside = {}, collections.defaultdict(set)
    for part in ("annotations", "annotationsDerived"):
        for note in xml.etree.ElementTree.parse(os.path.join(folder, part, language + ".xml")).iter("annotation"):
            emoji, text = note.get("cp"), plain(note.text)
            if any(ord(point) in SHADES for point in emoji):
                continue
            if note.get("type") == "tts":
                names[emoji] = text
            for phrase in text.split("|"):
                beside[emoji].add(phrase.strip())
                beside[emoji].update(phrase.split())
    return names, beside


def spread(beside):
    """{word: the emojis it stands beside}."""
    places = collections.defaultdict(set)
    for emoji, words in beside.items():
        for word in words:
            if re.fullmatch("[a-z]+( [a-z]+)?", word):
                places[word].add(emoji)
    return places


def by_company(own, english):
    """Pairs of words that stand beside the same emojis, each the other's best and no other as good."""
    holders = collections.defaultdict(set)
    for word, emojis in english.items():
        for emoji in emojis:
            holders[emoji].add(word)
    links, shares = [], collections.defaultdict(list)
    for word, emojis in own.items():
        for meaning in set(itertools.chain.from_iterable(holders[emoji] for emoji in emojis)):
            together = len(emojis & english[meaning])
            share = 2 * together / (len(emojis) + len(english[meaning]))
            if together >= LEAST_TOGETHER and share >= LEAST_SHARE:
                links.append((word, meaning, share))
                shares["own", word].append(share)
                shares["english", meaning].append(share)

    def alone(key, share):
        return max(shares[key]) == share and shares[key].count(share) == 1

    return [(word, meaning) for word, meaning, share in links if alone(("own", word), share) and alone(("english", meaning), share)]


def used_in_english(folder):
    """The words of WordNet whose senses were counted in English texts."""
    used = set()
    for name in ("noun", "verb", "adj"):
        with open(os.path.join(folder, "index." + name), encoding="latin-1") as lines:
            for fields in (line.split() for line in lines if not line.startswith("  ")):
                if int(fields[-int(fields[2]) - 1]) > 0:
                    used.add(fields[0])
    return used


def lexicon(folder):
    with open(os.path.join(folder, "synonyms.tsv"), encoding="utf-8") as lines:
        return {line.split("\t")[0] for line in lines if not line.startswith("#")}


def main():
    cldr, wordnet_folder, out = sys.argv[1:]
    known, used = lexicon(out), used_in_english(wordnet_folder)
    english_names, english_beside = annotations(cldr, "en")
    english = spread(english_beside)
    found = collections.defaultdict(set)
    for language in LANGUAGES:
        names, beside = annotations(cldr, language)
        pairs = [(name, english_names[emoji]) for emoji, name in names.items() if emoji in english_names]
        for word, meaning in pairs + by_company(spread({emoji: words for emoji, words in beside.items() if emoji in english_beside}), english):
            if re.fullmatch("[a-z]{%d,20}" % SHORTEST, word) and word not in used and meaning in known and word != meaning:
                found[word, meaning].add(language)
    unihan.write(os.path.join(out, "foreign_words.tsv"), """Words of other languages with English words that they mean, and their languages.
From: Unicode CLDR 41 (Debian package unicode-cldr-core; changed: single words set beside each other by the emojis that they describe).
Words that English texts use themselves are left out. Derived by examples/tables/foreign_words.py.""",
                 ((word, meaning, " ".join(sorted(languages))) for (word, meaning), languages in found.items()))


main()
