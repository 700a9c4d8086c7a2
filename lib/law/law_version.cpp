#include "marque/law/law_version.hpp"

#include <array>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_articles)

namespace marque {

namespace {

struct Version {
  LawVersion id;
  std::string_view name;
  std::int32_t first_day;  ///< in force, as Date::days()
};

/// Latest first: 2027-01-01, 2019-11-01, 2014-05-01.
constexpr std::array<Version, 3> versions{{
    {LawVersion::cn_tml_2026, "CN-TML-2026", 20819},
    {LawVersion::cn_tml_2019, "CN-TML-2019", 18201},
    {LawVersion::cn_tml_2013, "CN-TML-2013", 16191},
}};

const Version& version_of(LawVersion id) noexcept {
  for (const Version& version : versions)
    if (version.id == id) return version;
  return versions.back();
}

std::string_view unless_dash(std::string_view cell) noexcept { return cell == "-" ? std::string_view{} : cell; }

std::vector<ArticleMapping> read_articles() {
  std::vector<ArticleMapping> map;
  for_each_row(embedded(marque_articles, marque_articles_end), [&](const auto& row) {
    map.push_back({row.at(0), unless_dash(row.at(1)), verification_named(row.at(2)), unless_dash(row.at(3)), row.at(4),
                   row.at(5), unless_dash(row.at(6)), unless_dash(row.at(7))});
  });
  return map;
}

}  // namespace

std::string_view name_of(LawVersion version) noexcept { return version_of(version).name; }

LawVersion law_in_force(Date day) noexcept {
  for (const Version& version : versions)
    if (version.first_day <= day.days()) return version.id;
  return versions.back().id;
}

Date in_force_from(LawVersion version) noexcept { return Date::from_days(version_of(version).first_day); }

std::span<const ArticleMapping> article_map() {
  static const std::vector<ArticleMapping> map = read_articles();
  return map;
}

const ArticleMapping* mapping_of(std::string_view article_2019) {
  const ArticleMapping* part_of = nullptr;
  for (const ArticleMapping& row : article_map()) {
    if (row.article_2019 == article_2019) return &row;
    if (article_2019.starts_with(row.article_2019) && article_2019[row.article_2019.size()] == '(') part_of = &row;
  }
  return part_of;
}

namespace {

/// The row that gives just this article its number under a version; null where it is not found out.
const ArticleMapping* numbered_under(LawVersion version, std::string_view article_2019) noexcept {
  const ArticleMapping* row = version == LawVersion::cn_tml_2026 ? mapping_of(article_2019) : nullptr;
  return row != nullptr && row->article_2019 == article_2019 && !row->article_2026.empty() ? row : nullptr;
}

}  // namespace

std::string cited(LawVersion version, std::string_view article_2019) {
  const std::string known = std::string(name_of(LawVersion::cn_tml_2019)) + " Art." + std::string(article_2019);
  if (version == LawVersion::cn_tml_2019) return known;
  if (const ArticleMapping* row = numbered_under(version, article_2019))
    return std::string(name_of(version)) + " Art." + std::string(row->article_2026);
  return std::string(name_of(version)) + " (" + known + ")";
}

Verification verification_of_article(LawVersion version, std::string_view article_2019) noexcept {
  if (version == LawVersion::cn_tml_2019) return Verification::primary;
  const ArticleMapping* row = numbered_under(version, article_2019);
  return row != nullptr ? row->verified : Verification::memory;
}

}  // namespace marque
