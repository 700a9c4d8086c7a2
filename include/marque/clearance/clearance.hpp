#pragma once

#include <cstddef>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/clearance/application.hpp"
#include "marque/clearance/report.hpp"
#include "marque/law/goods_table.hpp"
#include "marque/logo/alignment.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/model/entry_source.hpp"
#include "marque/model/image.hpp"
#include "marque/search/candidate_index.hpp"
#include "marque/text/dictionary.hpp"

namespace marque {

/// How a check is made.
struct CheckOptions {
  Risk min_risk = Risk::low;          ///< findings below are left out
  std::size_t candidates = 200;       ///< entries judged at most, of each kind of search
  unsigned threads = 1;
  Dictionary dictionary = Dictionary::built_in();   ///< for meaning across languages
  GoodsTable goods_table{};           ///< the user's goods table 区分表; without one goods are compared by what records say
  PictureSource pictures{};           ///< pictures of records, and what lays them over the applicant's: with both, the first
  LogoAligner aligner{};              ///< `aligned_findings` that rest on pictures are checked by their pixels
  std::size_t aligned_findings = 20;
};

/// The clearance check 在先权利查询: which earlier rights a mark conflicts with, how badly, and why.
///
///     Clearance clearance(index, registry, opencv_fingerprinter(LogoUse::asking));
///     Result<Report> report = clearance.check(application);
///
/// Holds references: the index and the source must outlive it. Any number of threads may call it, if the source allows.
class Clearance {
 public:
  /// Without a fingerprinter pictures are not compared, and the report says so.
  Clearance(const CandidateIndex& index, const EntrySource& source, Fingerprinter fingerprinter = {});

  /// ErrorCode::invalid_argument where the application has neither words nor logo; else errors of the text,
  /// the picture or the source.
  Result<Report> check(const Application& application, const CheckOptions& options = {},
                       const Progress& progress = {}) const;

  /// Why one entry is or is not a finding: the finding, with grounds or with the reason for none.
  struct Explained {
    Finding finding;
    Bilingual reason;      ///< empty where grounds speak for themselves
  };
  Result<Explained> explain(const Application& application, EntryId id, const CheckOptions& options = {}) const;

 private:
  const CandidateIndex& index_;
  const EntrySource& source_;
  Fingerprinter fingerprinter_;
};

}  // namespace marque
