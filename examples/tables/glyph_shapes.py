#!/usr/bin/env python3
"""Derives lib/text/data/glyph_shapes.tsv and glyph_classes.tsv: which Chinese characters look alike, from an open font.

Usage: glyph_shapes.py FONT_FOLDER UNIHAN_FOLDER TABLE_FOLDER
FONT_FOLDER holds the Noto CJK collections; TABLE_FOLDER holds readings.tsv and variants.tsv and receives the tables.
Needs numpy (a tuned BLAS, such as libopenblas0, turns half an hour into minutes), Pillow and 4 GiB of memory.

A character is described as readers of handwriting do: where in the square its strokes run in which direction. Each
pixel's gradient is split between the two nearest of eight directions, each direction is blurred into a coarse grid, and
the roots, less the mean of all characters, are compared by their cosine. Chance pairs are 0 alike; one in a hundred
reaches 0.48, one in a thousand 0.69.
"""

import os
import re
import sys

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import unihan

FACES = ("NotoSansCJK-Regular", "NotoSerifCJK-Regular", "NotoSerifCJK-Black")  # print, brush, and where strokes merge
EM = 48
TOP = 15  # pixels between the line's top and the square's, at this size
DIRECTIONS = 8
WHOLE_CELLS, PART_CELLS = 8, 6  # finer grids stop forgiving a shifted stroke
PART_SIZE = 32
PART_AXES = 128  # principal axes of the 288 directions: a cheaper product of matrices
# Where a character may stand in another: sides of three widths, corners, and the middle.
WINDOWS = [window for share in (.4, .5, .62) for window in
           ((0, 0, share, 1), (1 - share, 0, 1, 1), (0, 0, 1, share), (0, 1 - share, 1, 1))]
WINDOWS += [(.2, .2, .8, .8), (.35, .35, 1, 1), (.3, 0, 1, .7)]
# Where a part that two characters share may stand in either, whatever stands beside it: 锋 and 峰, 飘 and 漂.
SIDES = [side for share in (.5, .62, .7) for side in
         ((0, 0, share, 1), (1 - share, 0, 1, 1), (0, 0, 1, share), (0, 1 - share, 1, 1))]
SAME_PART = .85  # below, it is another one
PART_LEADS = .9  # what is left over sets two characters apart even where the part is the same
FLOOR = 45  # hundredths: chance pairs of one in fifty reach it
NEIGHBOURS = {(True, True): 60, (True, False): 8, (False, True): 8, (False, False): 8}  # by who is common
CLASSES = 254  # 0 and 255 are for characters that are not rendered
CLUSTER_AXES = 160
ROUNDS = 25


def properties(folder, file, *names):
    return unihan.fields(os.path.join(folder, f"Unihan_{file}.txt.bz2"), names)


def commonness(folder):
    """{character: rank} of the standard list, by the counts of a frequency dictionary, then the list's order."""
    spoken = properties(folder, "Readings", "kHanyuPinlu")["kHanyuPinlu"]
    standard = properties(folder, "OtherMappings", "kTGH")["kTGH"]
    counts = {c: sum(map(int, re.findall(r"\((\d+)\)", value))) for c, value in spoken.items()}
    order = sorted(standard, key=lambda c: (-counts.get(c, 0), int(standard[c].split(":")[1])))
    return {c: rank for rank, c in enumerate(order)}


def keys(path):
    with open(path, encoding="utf-8") as lines:
        return {line.split("\t")[0] for line in lines if not line.startswith("#")}


def simplified_face(path):
    for index in range(16):
        font = ImageFont.truetype(path, EM, index=index)
        if font.getname()[0].endswith("CJK SC") and "Mono" not in font.getname()[0]:
            return font
    sys.exit(f"{path}: no face for simplified Chinese")


def drawn(characters, font):
    images = np.zeros((len(characters), EM, EM), np.uint8)
    for image, character in zip(images, characters):
        canvas = Image.new("L", (EM, EM))
        ImageDraw.Draw(canvas).text((0, -TOP), character, font=font, fill=255)
        image[:] = np.asarray(canvas)
    return images


def directions(images, cells):
    """Per character, cells × cells × 8: how much edge runs in each direction around each point of the grid."""
    size = images.shape[1]
    centres = (np.arange(cells) + .5) * size / cells - .5
    grid = np.exp(-.5 * ((np.arange(size) - centres[:, None]) * cells / (size * .5)) ** 2)
    grid = (grid / grid.sum(1, keepdims=True)).astype(np.float32)
    found = np.empty((len(images), DIRECTIONS, cells, cells), np.float32)
    step = 2 * np.pi / DIRECTIONS
    for start in range(0, len(images), 512):
        block = images[start:start + 512].astype(np.float32) / 255
        across, down = np.zeros_like(block), np.zeros_like(block)
        rows = block[:, :-2] + 2 * block[:, 1:-1] + block[:, 2:]
        columns = block[:, :, :-2] + 2 * block[:, :, 1:-1] + block[:, :, 2:]
        across[:, 1:-1, 1:-1] = rows[:, :, 2:] - rows[:, :, :-2]
        down[:, 1:-1, 1:-1] = columns[:, 2:] - columns[:, :-2]
        for d in range(DIRECTIONS):
            along = across * np.float32(np.cos(d * step)) + down * np.float32(np.sin(d * step))
            aside = down * np.float32(np.cos(d * step)) - across * np.float32(np.sin(d * step))
            found[start:start + 512, d] = grid @ np.maximum(along - np.abs(aside) / np.float32(np.tan(step)), 0) @ grid.T
    return np.sqrt(np.maximum(found.reshape(len(images), -1), 0))


def centred(found, mean):
    found = found - mean
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)


def cropped(images, window):
    """What stands in the window, cut to its ink and stretched to a square, and its share of the character's ink."""
    left, top, right, bottom = (round(edge * EM) for edge in window)
    squares, shares = np.zeros((len(images), PART_SIZE, PART_SIZE), np.uint8), np.zeros(len(images), np.float32)
    for at, image in enumerate(images):
        seen = image[top:bottom, left:right]
        inked = seen > 80
        rows, columns = np.flatnonzero(inked.any(1)), np.flatnonzero(inked.any(0))
        if len(rows) == 0:
            continue
        seen = seen[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
        shares[at] = seen.sum() / max(image.sum(), 1)
        thin = [max(0, EM // 4 - extent + 1) // 2 for extent in seen.shape]  # a single stroke stays a stroke
        seen = np.pad(seen, [(margin, margin) for margin in thin])
        squares[at] = np.asarray(Image.fromarray(seen).resize((PART_SIZE, PART_SIZE), Image.BILINEAR))
    return squares, shares


def likenesses(characters, fonts):
    """Hundredths of likeness for all pairs."""
    images = drawn(characters, simplified_face(os.path.join(fonts, FACES[0] + ".ttc")))
    faces = []
    for name in FACES:
        found = directions(drawn(characters, simplified_face(os.path.join(fonts, name + ".ttc"))), WHOLE_CELLS)
        faces.append(centred(found, found.mean(0)))
    whole = np.concatenate(faces, axis=1) / np.float32(np.sqrt(len(FACES)))
    best = np.empty((len(characters),) * 2, np.uint8)
    blocks = [slice(start, start + 1024) for start in range(0, len(characters), 1024)]
    for block in blocks:
        best[block] = np.clip(whole[block] @ whole.T * 100 + .5, 0, 99)
    stretched = directions(cropped(images, (0, 0, 1, 1))[0], PART_CELLS)
    mean = stretched.mean(0)
    stretched = centred(stretched, mean)
    axes = np.linalg.eigh(stretched.T @ stretched)[1][:, -PART_AXES:]
    stretched = stretched @ axes
    for window in [(0, 0, 1, 1)] + WINDOWS:
        squares, shares = cropped(images, window)
        parts = centred(directions(squares, PART_CELLS), mean) @ axes
        parts *= PART_LEADS * 100 * np.sqrt(shares)[:, None]
        for block in blocks:
            best[block] = np.maximum(best[block], np.clip(stretched[block] @ parts.T + .5, 0, 99).astype(np.uint8))
        print(f"window {window}", file=sys.stderr)
    sides = []
    for side in SIDES:
        squares, shares = cropped(images, side)
        sides.append((centred(directions(squares, PART_CELLS), mean) @ axes, np.sqrt(shares)))
    for at, (mine, my_share) in enumerate(sides):
        for theirs, their_share in sides[at:]:
            for block in blocks:
                cosine = mine[block] @ theirs.T
                shared = np.where(cosine >= SAME_PART, cosine * my_share[block, None] * their_share, 0)
                best[block] = np.maximum(best[block], np.clip(PART_LEADS * 100 * shared + .5, 0, 99).astype(np.uint8))
        print(f"side {SIDES[at]}", file=sys.stderr)
    best = np.maximum(best, best.T)
    np.fill_diagonal(best, 0)
    return best


def neighbours(best, common):
    """Pairs to keep: each character's best neighbours among the common ones and among the rare ones."""
    kept = set()
    for mine in range(len(best)):
        for theirs in (True, False):
            others = np.flatnonzero(common == theirs)
            row = best[mine, others]
            order = np.argsort(-row.astype(int), kind="stable")[:NEIGHBOURS[bool(common[mine]), theirs]]
            kept.update((min(mine, o), max(mine, o)) for o in others[order[row[order] >= FLOOR]].tolist())
    return sorted(kept)


def clustered(best, pairs, weight):
    """Clusters, 1 to CLASSES, of characters that look like the same characters: spherical k-means on their rows.

    The best member of a cluster bounds it in a search, so what counts is that the look-alikes of any one character lie
    in few clusters, of common characters above all; hence the weights. Measured on running names, 0.055
    of the characters lie in clusters bounded by 0.6 or more; with drawn vectors for rows 0.056, without weights 0.071.
    """
    rows = np.eye(len(best), dtype=np.float32)
    for mine, theirs in pairs:
        rows[mine, theirs] = rows[theirs, mine] = (best[mine, theirs] / 100) ** 2
    rows *= np.sqrt(weight)
    random = np.random.default_rng(0)
    axes = random.standard_normal((len(rows), CLUSTER_AXES), dtype=np.float32)
    rows = rows @ np.linalg.qr(rows.T @ (rows @ axes))[0]  # a power step finds the leading axes
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    centres = rows[random.choice(len(rows), CLASSES, replace=False, p=weight / weight.sum())]
    for _ in range(ROUNDS):
        near = rows @ centres.T
        label = near.argmax(1)
        for at in range(CLASSES):
            members = label == at
            centre = weight[members] @ rows[members] if members.any() else rows[near.max(1).argmin()]
            centres[at] = centre / np.linalg.norm(centre)
    return label + 1


SOURCE = """
From: Noto Sans CJK SC Regular, Noto Serif CJK SC Regular and Black (Debian fonts-noto-cjk 1:20220127, SIL OFL 1.1;
measured, no outline is kept). Characters: those of readings.tsv between U+3400 and U+9FFF that variants.tsv leaves as
they are and that are in Unihan 15.0 kUnihanCore2020 or kTGH (Unicode licence). Derived by examples/tables/glyph_shapes.py."""


def write_shapes(path, characters, best, pairs):
    rows = {c: [] for c in characters}
    for mine, theirs in pairs:
        rows[characters[mine]].append(f"{characters[theirs]}{best[mine, theirs]}")
    unihan.write(path, f"""
Chinese characters that look alike (character, its look-alikes of a higher code point with hundredths of likeness; - for none).
Each pair stands once, if it is at least {FLOOR} and among the best of either character.{SOURCE}""",
                 ((c, " ".join(row) or "-") for c, row in rows.items()))


def write_classes(path, characters, label, place):
    unihan.write(path, f"""
Clusters of Chinese characters that look alike, and how common each is (character, cluster, rank).
The rank counts by kHanyuPinlu, then by the order of kTGH, then by code point (Unihan 15.0).{SOURCE}""",
                 ((c, str(cluster), str(at)) for c, cluster, at in zip(characters, label, place)))


def main():
    fonts, folder, tables = sys.argv[1:]
    rank = commonness(folder)
    core = properties(folder, "DictionaryLikeData", "kUnihanCore2020")["kUnihanCore2020"]
    standard = keys(os.path.join(tables, "readings.tsv")) - keys(os.path.join(tables, "variants.tsv"))
    characters = sorted(c for c in standard & (core.keys() | rank.keys()) if "\u3400" <= c < "\ua000")
    best = likenesses(characters, fonts)
    pairs = neighbours(best, np.array([c in rank for c in characters]))
    write_shapes(os.path.join(tables, "glyph_shapes.tsv"), characters, best, pairs)
    order = sorted(range(len(characters)), key=lambda at: (rank.get(characters[at], len(rank)), at))
    place = np.argsort(order) + 1
    label = clustered(best, pairs, (1 / (place + 50)).astype(np.float32))  # Zipf's law, flattened at its head
    write_classes(os.path.join(tables, "glyph_classes.tsv"), characters, label, place)


main()
