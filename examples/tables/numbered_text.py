"""Reads two translations of one text whose words carry the numbers of the words that they translate, as SWORD's modules of the Bible do
(Strong's numbers), and tells which words of the one stand for which of the other."""

import collections
import os
import re
import struct
import zlib

OLD_BOOKS = 39        # of the Old Testament; more may follow
LEAST_TOGETHER = 3    # times that a word stands for another one
LEAST_SHARE = 0.3     # of all times that it stands there: one of two or three meanings
DRIFT = range(-2, 4)  # verses by which two ways of counting them move apart

NOTE = re.compile(r"<(note|title)\b.*?</\1>", re.S)
WORD = re.compile(r"<w ([^>]*)>(.*?)</w>", re.S)
NUMBER = re.compile(r"strong:([GH]\d+)")


def books(folder, testament):
    """[[text of a verse, with its marks]] by book, of a module in zText."""
    def entries(ending, form):
        with open(os.path.join(folder, testament + ending), "rb") as file:
            return list(struct.iter_unpack(form, file.read()))

    with open(os.path.join(folder, testament + ".bzz"), "rb") as file:
        packed = file.read()
    blocks = [zlib.decompress(packed[start:start + size]) for start, size, _ in entries(".bzs", "<III")]
    found = [[] for _ in blocks]
    for block, start, size in entries(".bzv", "<IIH"):
        if size > 0:
            found[block].append(blocks[block][start:start + size].decode("utf-8", "replace"))
    return found


def numbered(verse):
    """{number: the pieces of text that have it, in order}."""
    found = collections.defaultdict(list)
    for marks, text in WORD.findall(NOTE.sub("", verse)):
        for number in NUMBER.findall(marks):
            found[number].append(re.sub(r"<[^>]*>", "", text))
    return found


def verses(own, other):
    """Pairs of numbered verses that have most in common, in order."""
    there, at = [numbered(verse) for verse in other], 0
    for verse in map(numbered, own):
        near = [at + by for by in DRIFT if 0 <= at + by < len(there)]
        if not near or not verse:
            continue
        best = max(near, key=lambda place: (len(verse.keys() & there[place].keys()), -abs(place - at)))
        yield verse, there[best]
        at = best + 1


def translations(own, other, words, meanings):
    """Pairs of words; `words(text)` and `meanings(text)` are the sets of those in a piece of either text, which has to be one word."""
    together, alone = collections.Counter(), collections.Counter()
    for testament, most in (("ot", OLD_BOOKS), ("nt", None)):
        for book, there in zip(books(own, testament)[:most], books(other, testament)[:most]):
            for verse, same in verses(book, there):
                for number in verse.keys() & same.keys():
                    if len(verse[number]) == len(same[number]):
                        for pair in zip(map(words, verse[number]), map(meanings, same[number])):
                            if len(pair[0]) == 1 == len(pair[1]):
                                (word,), (meaning,) = pair
                                alone[word] += 1
                                together[word, meaning] += 1
    return [(word, meaning) for (word, meaning), times in together.items() if times >= max(LEAST_TOGETHER, LEAST_SHARE * alone[word])]
