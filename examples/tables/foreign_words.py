#!/usr/bin/env python3
"""Derives lib/text/data/foreign_words.tsv from CLDR and, for Spanish, from two translations of the Bible: words of five European languages
with the English words they mean.

Usage: foreign_words.py CLDR_COMMON_FOLDER SWORD_FOLDER WORDNET_FOLDER OUTPUT_FOLDER    (after synonyms.py)

CLDR names every emoji and symbol in each language and gives it keywords, names countries, languages, months, days, units and spans of time, and spells numbers. A name
of one word in both languages is a translation by itself; keywords translate each other where they stand beside the same emojis, and no other
word does so as well. Adjectives are added in all their forms. The Bibles number their words by those of the original, so that one is set beside
the other; what is said of things is taken, not what is said of doings.
"""

import collections
import itertools
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree

import numbered_text
import spellout
import unihan

BIBLES = {"es": "spaRV1909eb"}
ENGLISH_BIBLE = "engWEB2015eb"
LANGUAGES = ("de", "es", "fr", "it", "pt")
LEAST_TOGETHER = 2     # emojis that both words stand beside: one is any word that is used once
LEAST_SHARE = 0.6      # of the emojis of the two, those of both (Dice)
SHORTEST = 3           # letters
DATES = "dates/calendars/calendar[@type='gregorian']/"
NAMED = {"localeDisplayNames/territories/territory": ".", "localeDisplayNames/languages/language": ".", "dates/fields/field": "displayName",
         "dates/fields/field[@type='day']/relative": ".", "characterLabels/characterLabel": ".",
         DATES + "months/monthContext[@type='format']/monthWidth[@type='wide']/month": ".",
         DATES + "days/dayContext[@type='format']/dayWidth[@type='wide']/day": ".",
         DATES + "dayPeriods/dayPeriodContext[@type='stand-alone']/dayPeriodWidth[@type='wide']/dayPeriod": ".",
         "units/unitLength[@type='long']/unit": "unitPattern[@count='one']", "units/unitLength[@type='long']/coordinateUnit/coordinateUnitPattern": "."}
NUMBERS = [*range(21), *range(30, 100, 10), 100, 1000]
PLACES = range(1, 11)   # in a row
# How adjectives end, and what takes the ending's place in their other forms; the first that fits.
ROMANCE = (("o", ("a", "os", "as")), ("e", ("es",)))
FORMS = {"es": ROMANCE, "pt": ROMANCE, "it": (("co", ("ca", "chi", "che")), ("o", ("a", "i", "e")), ("e", ("i",))),
         "fr": (("e", ("es",)), ("c", ("che", "ches", "cs")), ("f", ("ve", "ves", "fs")), ("eur", ("euse", "euses", "eurs")), ("er", ("ere", "eres", "ers")),
                ("en", ("enne", "ennes", "ens")), ("on", ("onne", "onnes", "ons")), ("el", ("elle", "elles", "els")), ("s", ("se", "ses")), ("x", ("se", "ses")),
                ("", ("e", "s", "es"))),
         "de": (("e", ()), ("en", ()), ("er", ()), ("es", ()), ("", ("e", "er", "es", "en")))}
# The same of nouns in the plural. One in s is known without (base_form()); that of German follows no rule.
PLURALS = {"es": (("z", ("ces",)),), "pt": (("ao", ("oes",)), ("m", ("ns",)), ("l", ("is",))), "fr": (("eau", ("eaux",)), ("al", ("aux",)), ("eu", ("eux",))), "de": (),
           "it": (("co", ("chi",)), ("go", ("ghi",)), ("ca", ("che",)), ("ga", ("ghe",)), ("io", ("i",)), ("o", ("i",)), ("a", ("e",)), ("e", ("i",)))}
LETTERS = {"ß": "ss", "œ": "oe", "æ": "ae"}
NOUN = "1"
USED = "english"
DOING = re.compile("(.+?)(?:ed|ing)")
FUNCTIONS = set()      # words that say nothing by themselves
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


def names_elsewhere(folder, language):
    """{what: its name}: countries, days …"""
    root = xml.etree.ElementTree.parse(os.path.join(folder, "main", language + ".xml")).getroot()
    names = {}
    for path, place in NAMED.items():
        for element in root.findall(path):
            named = element.find(place)
            if element.get("alt") is None and named is not None and named.text:
                names[path, element.get("type")] = plain(named.text.replace("{0}", ""))
    return names


def common_words(folder):
    """English words that describe emojis and are no names, which begin with a capital."""
    notes = xml.etree.ElementTree.parse(os.path.join(folder, "annotations", "en.xml")).iter("annotation")
    return {phrase.strip() for note in notes for phrase in note.text.split("|") if phrase == phrase.lower()}


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


def verbs_of(folder):
    with open(os.path.join(folder, "index.verb"), encoding="latin-1") as lines:
        return {line.split()[0] for line in lines if not line.startswith("  ")}


def parts_of_speech(folder):
    """{word: what English texts use it as most}: adjective, or WordNet's number."""
    counts = collections.defaultdict(collections.Counter)
    with open(os.path.join(folder, "cntlist.rev"), encoding="latin-1") as lines:
        for key, _, count in (line.split() for line in lines):
            word, kind = key.split("%")
            if ":cardinal:" not in key:
                counts[word]["adjective" if kind[0] in "35" else kind[0]] += int(count)
    return {word: of_kind.most_common(1)[0][0] for word, of_kind in counts.items()}


def forms(word, endings):
    ending, others = next(((ending, others) for ending, others in endings if word.endswith(ending)), ("", ()))
    return [word.removesuffix(ending) + other for other in others]


def numbers(cldr, language):
    """Words of numbers and of places in a row, in every gender and case, with the English ones."""
    own, english = spellout.Spellout(cldr, language), spellout.Spellout(cldr, "en")
    for kind, which in (("spellout-cardinal", NUMBERS), ("spellout-ordinal", PLACES)):
        for number in which:
            meaning = english.spell(number, kind).removeprefix("one ")
            for ruleset in own.rulesets(kind):
                yield plain(own.spell(number, ruleset)), meaning


def from_bible(sword, language, used_as, irregular, verbs):
    """Nouns and adjectives that stand for each other."""
    def is_doing(word):
        base = DOING.fullmatch(word)   # not of king, red
        return base is not None and not verbs.isdisjoint((base[1], base[1] + "e"))

    def content(text):
        return {word for word in re.findall("[a-z]{%d,}" % SHORTEST, plain(text)) if word not in FUNCTIONS}

    def things(text):
        return {word if used_as.get(word) in (NOUN, "adjective") else word.removesuffix("s") for word in content(text)}

    def thing(meaning):
        return used_as.get(meaning) in (NOUN, "adjective") and meaning not in irregular and not is_doing(meaning)

    folder = os.path.join(sword, "modules", "texts", "ztext")
    own, english = (os.path.join(folder, module) for module in (BIBLES[language], ENGLISH_BIBLE))
    return [pair for pair in numbered_text.translations(own, english, content, things) if thing(pair[1])]


def rows(folder, table):
    with open(os.path.join(folder, table), encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]


def main():
    cldr, sword, wordnet_folder, out = sys.argv[1:]
    known, used, used_as = {row[0] for row in rows(out, "synonyms.tsv")}, used_in_english(wordnet_folder), parts_of_speech(wordnet_folder)
    verbs = verbs_of(wordnet_folder)
    adjective = {word for word, part in used_as.items() if part == "adjective"}
    irregular = {row[0] for row in rows(out, "synonym_forms.tsv")}
    FUNCTIONS.update(row[0] for row in rows(out, "gloss_words.tsv"))
    english_names, english_beside = annotations(cldr, "en")
    english_names.update(names_elsewhere(cldr, "en"))
    english, things = spread(english_beside), common_words(cldr)
    found = collections.defaultdict(set)
    for language in LANGUAGES:
        names, beside = annotations(cldr, language)
        names.update(names_elsewhere(cldr, language))
        pairs = [(name, english_names[thing]) for thing, name in names.items() if thing in english_names]
        pairs += by_company(spread({emoji: words for emoji, words in beside.items() if emoji in english_beside}), english)
        pairs += [(form, meaning) for word, meaning in pairs if meaning in adjective for form in forms(word, FORMS[language])]
        pairs += [(form, meaning) for word, meaning in pairs if meaning in things - adjective for form in forms(word, PLURALS[language])]
        pairs += numbers(cldr, language)
        if language in BIBLES:
            pairs += from_bible(sword, language, used_as, irregular, verbs)
        for word, meaning in pairs:
            if re.fullmatch("[a-z]{%d,20}" % SHORTEST, word) and meaning in known and word != meaning and meaning != "one":
                found[word, meaning].add(language)
    unihan.write(os.path.join(out, "foreign_words.tsv"), """Words of other languages with English words that they mean, and their languages.
From: Unicode CLDR 41 (Debian package unicode-cldr-core; changed: single words set beside each other by what they name or describe; forms of adjectives and plurals added).
From: Reina-Valera 1909 and World English Bible, public domain (Debian packages sword-text-sparv, sword-text-web; Spanish words that stand for English ones).
Words that English texts use themselves, in another sense, are marked: only beside other words of the language are they its own. Derived by examples/tables/foreign_words.py.""",
                 ((word, meaning, " ".join(sorted(languages)), *([USED] if word in used else [])) for (word, meaning), languages in found.items()))


main()
