#pragma once

namespace marque {

/// How alike two characters look 字形, in [0,1], 1 exactly for the same character; symmetric. For Chinese
/// characters this compares their structure (Unihan kCangjie) and corners (kFourCornerCode), of which the one
/// more alike leads; for letters and digits, in folded form, it reads text/data/letter_shapes.tsv (0/o, 1/i/l,
/// Latin/Cyrillic). 0 where nothing is known. Random standard characters: median 0.18, 95th percentile 0.43.
/// Under 100 ns.
float glyph_similarity(char32_t a, char32_t b) noexcept;

}  // namespace marque
