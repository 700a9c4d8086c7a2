#include "search/methods.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <ctime>
#include <memory>

#include "search/logo_search.hpp"
#include "search/name_judge.hpp"
#include "search/parallel.hpp"
#include "search/probes.hpp"
#include "search/row_set.hpp"
#include "search/shared_progress.hpp"

namespace marque {

namespace {

// A search first looks for names of the rank that so many names a place in the result should have (more where they cost little: a second
// scan doubles all). Where too few came back it goes on with a lower one, of as many times more names as there should have been, and some to spare.
constexpr double names_a_place = 2;
constexpr double names_a_place_chinese = 4;
constexpr double spare = 1.5;
constexpr double least_widening = 2, most_widening = 64;

// Before that it glances at names of ranks that so many times as many have: what it comes across tells how high a rank it can begin with.
constexpr double glanced = 64;

// From this share of the names on, to score what is left costs less than to rule it out.
constexpr double widest_share = 1.0 / 64;

/// The rank that this share of names reaches in a way.
float rank_of_share(double share) { return static_cast<float>(-std::log10(share)) / Rarity::decades; }

/// Processor time of this thread, in milliseconds.
double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

constexpr Floors out_of_reach = [] {
  Floors floors;
  floors.ways.fill(2);
  floors.logo = 2;
  return floors;
}();

/// A probe to be sent through one part's table.
struct Errand {
  std::size_t part = 0;
  const Probe* probe = nullptr;
  std::vector<std::size_t> pieces;
};

/// Where a search stands, for all its threads.
struct Search {
  const IndexContents& index;
  const Subject& subject;
  const SearchLimits& limits;
  Ranker ranker;
  std::shared_ptr<const MeaningMatcher> meaning;
  SharedProgress& progress;
  SearchCounts* counts = nullptr;
  std::atomic<float> rank = 0;   // below it, nothing enters the result
};

/// Whether probes find some of what they are sent for, quickly, or all.
enum class Thoroughness { glance, scan };

/// One thread's share of a search: takes rows that a table could not rule out, and raises the threshold by what they score.
class Hunt final : public RowSink {
 public:
  explicit Hunt(Search& search)
      : search_(search), judge_(search.index, search.subject, search.limits, search.ranker, search.meaning), met_(search.index.parts().size()) {}

  /// What the next errands look for. Unset: what the common rank says, rising with it.
  void look_for(const std::optional<Floors>& floors) {
    rising_ = !floors;
    rank_ = search_.rank;
    floors_ = floors ? *floors : search_.ranker.floors(rank_);
    forget();
  }

  void run(const Errand& errand, Thoroughness thoroughness) {
    errand_ = &errand;
    taken_ = 0;
    const double start = search_.counts == nullptr ? 0 : processor_time();
    const PartTables& tables = search_.index.tables(errand.part);
    if (thoroughness == Thoroughness::glance) errand.probe->glance(tables, errand.pieces, *this);
    else errand.probe->scan(tables, errand.pieces, *this);
    if (search_.counts == nullptr) return;
    SearchCounts::Table& table = search_.counts->tables[errand.probe->name()];
    table.hits += taken_;
    table.milliseconds += processor_time() - start;
  }

  const Floors& floors() const override { return search_.progress.stopped() ? out_of_reach : floors_; }

  void take(std::span<const std::uint32_t> rows) override {
    taken_ += rows.size();
    judge(errand_->part, rows, errand_->probe->element());
  }

  /// Scores at most `scan_batch` rows that may matter by what this element reaches; unset: by anything.
  void judge(std::size_t part, std::span<const std::uint32_t> rows, std::optional<Element> element);

  const BestCandidates& best() const { return judge_.best(); }

 private:
  void forget() {
    for (RowSet& rows : met_) rows.clear();
  }

  void rise() {
    float common = search_.rank;
    const float own = best().least_rank();
    while (own > common && !search_.rank.compare_exchange_weak(common, own)) {
    }
    const float rank = std::max(common, own);
    if (rank <= rank_) return;
    rank_ = rank;
    floors_ = search_.ranker.floors(rank);
  }

  Search& search_;
  NameJudge judge_;
  std::vector<RowSet> met_;   // by part: what was judged for this element, and these floors or lower ones
  const Errand* errand_ = nullptr;
  std::optional<Element> element_;
  Floors floors_;
  float rank_ = 0;
  bool rising_ = true;
  std::uint64_t taken_ = 0;
};

void Hunt::judge(std::size_t part, std::span<const std::uint32_t> rows, std::optional<Element> element) {
  if (element != element_) forget();
  element_ = element;
  const Segment& segment = search_.index.parts()[part];
  std::array<std::uint32_t, scan_batch> fresh;
  std::size_t count = 0;
  for (const std::uint32_t row : rows) {
    if (row >= segment.size() || (element && !met_[part].insert(row))) continue;
    __builtin_prefetch(&segment.names()[row]);
    fresh[count++] = row;
  }
  std::size_t passing = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!judge_.filter().passes(segment, fresh[i])) continue;
    segment.prefetch_text(fresh[i]);
    fresh[passing++] = fresh[i];
  }
  if (search_.counts != nullptr) search_.counts->scored += passing;
  for (std::size_t i = 0; i < passing; ++i) {
    if (element) judge_.judge(part, fresh[i], *element, floors_);
    else judge_.judge_briefly(part, fresh[i]);
  }
  search_.progress.advance(0);
  if (rising_) rise();
}

/// The search as a whole: threads, and the ranks it looks for one after another.
class BoundedSearch {
 public:
  BoundedSearch(Search& search) : search_(search), probes_(probes_of(search.subject.comparable.view(), *search.meaning)) {
    for (unsigned thread = 0; thread < std::max(1u, search.limits.threads); ++thread) hunts_.push_back(std::make_unique<Hunt>(search));
    errands_ = errands();
  }

  std::vector<Candidate> run() {
    judge_logos();
    if (!search_.subject.comparable.skeleton.empty()) {
      judge_identical();
      if (!find_by_rank()) find_the_rest();
    }
    return best().list();
  }

 private:
  std::vector<Errand> errands() const;
  void judge_logos();
  float logo_floor() const;
  void judge_shared(std::size_t part, std::span<const std::uint32_t> rows);
  void judge_identical();
  void judge_rows(std::size_t part, std::span<const std::uint32_t> rows);
  double glance(double share);
  bool find_by_rank();
  void find_the_rest();
  void send(const std::optional<Floors>& floors, Thoroughness thoroughness = Thoroughness::scan);
  void judge_all();
  double names() const;

  BestCandidates best() const {
    BestCandidates all(search_.limits.top);
    for (const auto& hunt : hunts_) all.add(hunt->best());
    return all;
  }
  bool stopped() const { return search_.progress.stopped(); }

  Search& search_;
  std::vector<std::unique_ptr<Probe>> probes_;
  std::vector<std::unique_ptr<Hunt>> hunts_;
  std::vector<Errand> errands_;
};

/// Whole tables for one thread; for several, a piece at a time.
std::vector<Errand> BoundedSearch::errands() const {
  std::vector<Errand> errands;
  for (const auto& probe : probes_) {
    for (std::size_t part = 0; part < search_.index.parts().size(); ++part) {
      const auto pieces = probe->pieces(search_.index.tables(part));
      if (hunts_.size() == 1) errands.push_back({part, probe.get(), pieces});
      else for (const std::size_t piece : pieces) errands.push_back({part, probe.get(), {piece}});
    }
  }
  return errands;
}

void BoundedSearch::judge_rows(std::size_t part, std::span<const std::uint32_t> rows) {
  for (; !rows.empty() && !stopped(); rows = rows.subspan(std::min(scan_batch, rows.size()))) {
    hunts_.front()->judge(part, rows.first(std::min(scan_batch, rows.size())), {});
  }
}

void BoundedSearch::judge_identical() {
  const std::uint32_t hash = text_hash(search_.subject.comparable.skeleton);
  for (std::size_t part = 0; part < search_.index.parts().size(); ++part)
    judge_rows(part, search_.index.parts()[part].skeletons().under(hash));
}

void BoundedSearch::judge_logos() {
  if (!search_.subject.logo) return;
  const auto ways = logo_ways(*search_.subject.logo);
  std::vector<LogoSearch> pictures;
  for (const Segment& part : search_.index.parts()) pictures.emplace_back(part, ways, search_.limits, [&] { return !search_.progress.advance(0); });
  for (std::size_t part = 0; part < pictures.size(); ++part) judge_shared(part, pictures[part].nearest());
  const float floor = logo_floor();
  const LogoQuery query(*search_.subject.logo);
  for (std::size_t part = 0; part < pictures.size() && !stopped(); ++part) judge_shared(part, pictures[part].others(query, floor));
}

/// Below it, no picture can bring its entry into the result.
float BoundedSearch::logo_floor() const {
  const float floor = search_.ranker.floors(best().least_rank()).logo;
  if (!search_.subject.comparable.skeleton.empty()) return floor;
  return std::max(floor, Ranker::floors_of_overall(search_.limits.at_least).logo);
}

/// Scores rows on all threads.
void BoundedSearch::judge_shared(std::size_t part, std::span<const std::uint32_t> rows) {
  std::atomic<std::size_t> joined = 0;
  in_parallel(search_.limits.threads, (rows.size() + scan_batch - 1) / scan_batch, [&](const auto& next) {
    Hunt& hunt = *hunts_[joined++];
    for (std::size_t piece; next(piece) && !stopped();)
      hunt.judge(part, rows.subspan(piece * scan_batch, std::min(scan_batch, rows.size() - piece * scan_batch)), {});
  });
}

/// Names that pass the limits, about: asked of a few, evenly spread.
double BoundedSearch::names() const {
  constexpr std::uint32_t most_asked = 256;
  double all = 0;
  const NameFilter filter(search_.limits);
  for (const Segment& part : search_.index.parts()) {
    if (part.size() == 0) continue;
    const std::uint32_t step = std::max(1u, part.size() / most_asked);
    std::uint32_t asked = 0, passing = 0;
    for (std::uint32_t row = 0; row < part.size() && asked < most_asked; row += step, ++asked) passing += filter.passes(part, row);
    all += std::max(passing, 1u) * static_cast<double>(part.size()) / asked;
  }
  return all;
}

/// The share of names that a rank has which is known to be low enough, after a glance at names of ever higher ranks than this share has; 1 if
/// none is known.
double BoundedSearch::glance(double share) {
  constexpr double rounding = 1.001;
  search_.rank = rank_of_share(std::min(share, widest_share));
  send({}, Thoroughness::glance);
  return std::min(1.0, rounding * std::pow(10.0, -static_cast<double>(best().least_rank() * Rarity::decades)));
}

/// Looks for ever lower ranks until as many names as asked for have the rank looked for. False where the rank becomes so low that
/// most names have it.
bool BoundedSearch::find_by_rank() {
  const double names = this->names();
  const double a_place = search_.subject.comparable.han.empty() ? names_a_place : names_a_place_chinese;
  double share = a_place * static_cast<double>(search_.limits.top) / std::max(names, 1.0);
  if (share < widest_share) {
    const double known = glance(share * glanced);
    if (known < widest_share) share = std::max(share, known);
  }
  while (share < widest_share && !stopped()) {
    const float rank = std::max(rank_of_share(share), best().least_rank());
    search_.rank = rank;
    if (search_.counts != nullptr) ++search_.counts->rounds;
    send({});
    const auto found = static_cast<double>(best().at_or_above(rank)), wanted = static_cast<double>(search_.limits.top);
    if (found >= wanted) return true;
    share *= std::clamp(spare * wanted / std::max(found, 1.0), least_widening, most_widening);
  }
  return stopped();
}

void BoundedSearch::find_the_rest() {
  if (search_.limits.at_least > 0) {
    send(Ranker::floors_of_overall(search_.limits.at_least));
  } else {
    judge_all();
  }
}

void BoundedSearch::send(const std::optional<Floors>& floors, Thoroughness thoroughness) {
  std::atomic<std::size_t> joined = 0;
  in_parallel(search_.limits.threads, errands_.size(), [&](const auto& next) {
    Hunt& hunt = *hunts_[joined++];
    hunt.look_for(floors);
    for (std::size_t errand; next(errand) && !stopped();) hunt.run(errands_[errand], thoroughness);
  });
}

void BoundedSearch::judge_all() {
  for (std::size_t part = 0; part < search_.index.parts().size(); ++part) {
    const std::uint32_t rows = search_.index.parts()[part].size();
    std::atomic<std::size_t> joined = 0;
    in_parallel(search_.limits.threads, (rows + scan_batch - 1) / scan_batch, [&](const auto& next) {
      Hunt& hunt = *hunts_[joined++];
      for (std::size_t piece; next(piece) && !stopped();) {
        std::array<std::uint32_t, scan_batch> batch;
        std::size_t count = 0;
        for (std::size_t row = piece * scan_batch; row < rows && count < batch.size(); ++row) batch[count++] = static_cast<std::uint32_t>(row);
        hunt.judge(part, std::span(batch).first(count), {});
      }
    });
  }
}

}  // namespace

Result<std::vector<Candidate>> search_bounded(const IndexContents& index, const Subject& subject, const SearchLimits& limits,
                                              const Progress& progress, SearchCounts* counts) {
  const double start = counts == nullptr ? 0 : processor_time();
  SharedProgress shared(progress, 0);
  Search search{index, subject, limits, Ranker(index.rarity(), subject),
                std::make_shared<const MeaningMatcher>(subject.comparable.view(), limits.dictionary, MeaningUse::many_names), shared, counts};
  shared.advance(0);
  BoundedSearch bounded(search);
  if (counts != nullptr) counts->prepared += processor_time() - start;
  auto found = bounded.run();
  if (shared.stopped()) return Error{ErrorCode::cancelled, "search cancelled"};
  return found;
}

}  // namespace marque
