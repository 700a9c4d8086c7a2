#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/logo/alignment.hpp"
#include "marque/logo/fingerprint.hpp"
#include "marque/logo/similarity.hpp"
#include "marque/scoring/subject.hpp"
#include "marque/text/dictionary.hpp"

namespace marque {

enum class Aspect : std::uint8_t { appearance, sound, meaning, logo, goods };

std::string_view name_of(Aspect aspect) noexcept;
std::string_view chinese_of(Aspect aspect) noexcept;

/// Two characters (or letters) set against each other.
struct AlignedPair {
  std::string a, b;        ///< as they stand in the marks: 門, not 门; empty: the other side has one more
  float similarity = 0;
  std::string reason;      ///< what the pair rests on: `=`, `≈ 0.66` or `≠` by look; `cháng/zhǎng` (the same character),
                           ///< `shān = shān`, `zhī ≈ chī` or `lǎo ≠ fēi` by reading; empty where nothing is known

  bool operator==(const AlignedPair&) const = default;
};

/// The part of a picture that matched: what it is, how it was altered, and its box in shares of the picture's longer side.
struct PicturePart {
  LogoView view = LogoView::whole;
  LogoAlteration alteration = LogoAlteration::none;
  int amount = 0;   ///< as in ViewCode
  float x = 0, y = 0, width = 1, height = 1;

  bool operator==(const PicturePart&) const = default;
};

/// Which parts of two pictures matched, and how.
struct PictureEvidence {
  LogoMatch match;
  PicturePart a, b;
  std::optional<LogoAlignment> alignment{};   ///< where both pictures were at hand: the same by pixels

  bool operator==(const PictureEvidence&) const = default;
};

PictureEvidence picture_evidence(const Fingerprint& a, const Fingerprint& b);

/// The same as a sentence.
Bilingual sentence_of(const PictureEvidence& evidence);

/// Why an aspect scored as it did, for a person to check.
struct Evidence {
  Aspect aspect = Aspect::appearance;
  float score = 0;
  Bilingual sentence;                  ///< e.g. 读音相同: hǎi mén shān yáng
  std::vector<AlignedPair> aligned;    ///< empty where the sentence says all
  std::optional<PictureEvidence> picture{};   ///< of the aspect logo

  bool operator==(const Evidence&) const = default;
};

/// Why two marks score as they do: one piece of evidence for every aspect that says something, the strongest
/// first. Takes microseconds; meant for the few best.
std::vector<Evidence> explain(const Subject& a, const Subject& b, const Dictionary& dictionary = Dictionary::built_in());

}  // namespace marque
