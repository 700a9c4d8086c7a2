#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "marque/law/verification.hpp"
#include "marque/model/date.hpp"

namespace marque {

/// A version of China's Trademark Law 商标法. Provisions, periods and grounds are dated rows under one of these.
enum class LawVersion : std::uint8_t {
  cn_tml_2013,   ///< in force 2014-05-01 … 2019-10-31
  cn_tml_2019,   ///< in force 2019-11-01 … 2026-12-31
  cn_tml_2026,   ///< in force from 2027-01-01 (President's Order No. 77 of 2026-06-26)
};

std::string_view name_of(LawVersion version) noexcept;   ///< `CN-TML-2019`

/// The version in force on a day; days before 2014-05-01 give the 2013 text, the oldest marque knows.
LawVersion law_in_force(Date day) noexcept;

/// The first day of a version.
Date in_force_from(LawVersion version) noexcept;

/// One row of the article map: where the revision of 2026 has an article of 2019 (lib/law/data/articles.tsv).
struct ArticleMapping {
  std::string_view article_2019;   ///< `33`, `10(1)`
  std::string_view article_2026;   ///< empty: not found out
  Verification verified;           ///< of the new number
  std::string_view source;         ///< key of lib/law/data/README.md
  std::string_view subject, subject_zh;
  std::string_view change, change_zh;   ///< what the revision changes; empty: nothing known
};

std::span<const ArticleMapping> article_map();

/// The row of an article of 2019, or of the article it is part of (`49(2)` of 49); null where there is none.
const ArticleMapping* mapping_of(std::string_view article_2019);

/// An article of 2019 as it is cited under a version: `CN-TML-2019 Art.33`, `CN-TML-2026 Art.36`. Where the new number is not
/// found out, or the article is only part of a mapped one: `CN-TML-2026 (CN-TML-2019 Art.16(1))`, never a guess.
std::string cited(LawVersion version, std::string_view article_2019);

/// How the number in cited() was verified: the articles of 2019 were read in the text; `memory` where the one of 2019 stands in brackets.
Verification verification_of_article(LawVersion version, std::string_view article_2019) noexcept;

}  // namespace marque
