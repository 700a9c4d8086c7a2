#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/clearance/application.hpp"
#include "marque/grounds/ground.hpp"
#include "marque/law/goods_relation.hpp"
#include "marque/law/law_version.hpp"
#include "marque/law/standing.hpp"
#include "marque/model/entry.hpp"
#include "marque/scoring/aspect_scores.hpp"
#include "marque/scoring/evidence.hpp"
#include "marque/scoring/examination.hpp"
#include "marque/scoring/figures.hpp"

namespace marque {

/// The record a finding points to, as far as a report shows it.
struct EntrySummary {
  EntryId id;
  EntryKind kind = EntryKind::trademark;
  std::string number;
  std::string mark;
  std::string owner;
  std::vector<NiceClass> classes;
  Status status = Status::unknown;
  std::optional<Date> filed, registered, expires;
  std::string image_digest;          ///< empty where it has no picture
  bool generated = false;            ///< a demonstration record

  bool operator==(const EntrySummary&) const = default;
};

/// One earlier right in the way, or one absolute ground.
struct Finding {
  std::optional<EntrySummary> entry;   ///< unset for an absolute ground
  Risk risk = Risk::none;              ///< that of its most serious ground
  AspectScores scores;
  Examination examination;
  GoodsComparison goods;
  Standing standing = Standing::unknown;
  std::vector<Bilingual> alerts;       ///< of the earlier right's running periods
  std::vector<Ground> grounds;
  std::vector<Evidence> evidence;
  std::optional<FigureComparison> figures{};   ///< an aspect of its own, where both say what they depict
};

/// What was searched, and what was not.
struct Searched {
  std::size_t entries = 0;
  std::size_t scored = 0;               ///< close enough to be judged under the law
  Date as_of;
  std::vector<Bilingual> off;           ///< what this check did not look at, and why
};

/// The thresholds a risk was decided by, as printed.
struct Thresholds {
  float judged = 0;     ///< overall score from which an entry is judged
};

/// The answer to a clearance check.
struct Report {
  Application application;
  LawVersion law = LawVersion::cn_tml_2019;
  std::vector<Finding> findings;        ///< most serious first, then closest, then by number
  Searched searched;
  Thresholds thresholds;

  Risk risk() const noexcept { return findings.empty() ? Risk::none : findings.front().risk; }
};

}  // namespace marque
