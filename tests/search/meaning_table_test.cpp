#include "search/meaning_table.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <set>

#include "made_names.hpp"
#include "marque/search/candidate_index.hpp"
#include "scoring/meaning.hpp"
#include "search/meaning_probe.hpp"
#include "search/name_collector.hpp"
#include "support/meaningful_names.hpp"

using namespace marque;
using made::subject;
using meaningful::book;

namespace {

std::vector<Subject> meaningful_subjects(std::size_t count, unsigned seed) {
  meaningful::Names names(seed);
  std::vector<Subject> made;
  while (made.size() < count) made.push_back(subject(names.next() + (made.size() % 5 == 0 ? " " + names.next() : "")));
  return made;
}

/// Takes every row of a probe.
class Rows final : public RowSink {
 public:
  explicit Rows(float floor) { floors_.ways.fill(floor); }
  const Floors& floors() const override { return floors_; }
  void take(std::span<const std::uint32_t> rows) override { found.insert(rows.begin(), rows.end()); }

  std::set<std::uint32_t> found;

 private:
  Floors floors_;
};

std::size_t choose(std::size_t n, std::size_t k) { return k == 0 ? 1 : choose(n - 1, k - 1) * n / k; }

}  // namespace

TEST_CASE("a name of characters stands under a pair of any choice of more than half of them") {
  const std::u32string all = U"一二三四五六七八九十百千";
  for (std::size_t length = 2; length <= all.size(); ++length) {
    const std::u32string name = all.substr(0, length);
    const auto keys = character_keys(name);
    CHECK(keys.size() == (length % 2 == 0 ? length / 2 : (length - 3) / 2 + 3));
    std::size_t choices = 0;
    for (unsigned choice = 0; choice < 1U << length; ++choice) {
      if (static_cast<std::size_t>(std::popcount(choice)) != length / 2 + 1) continue;
      ++choices;
      bool met = false;
      for (std::size_t i = 0; i < length; ++i) {
        for (std::size_t apart = 1; apart <= 2 && i + apart < length; ++apart) {
          if ((choice >> i & 1) == 0 || (choice >> (i + apart) & 1) == 0) continue;
          const std::uint32_t hash = pair_hash(name[i], name[i + apart], apart);
          met = met || std::any_of(keys.begin(), keys.end(), [&](const TaggedKey& key) { return key.hash == hash; });
        }
      }
      REQUIRE(met);
    }
    CHECK(choices == choose(length, length / 2 + 1));
  }
}

TEST_CASE("every name that is alike enough in meaning is found, and few that are not") {
  const auto names = meaningful_subjects(3000, 5);
  NameCollector collector(1);
  for (std::size_t id = 0; id < names.size(); ++id) collector.add({id}, names[id].comparable.view(), nullptr, {{}, {}, {}});
  const SegmentParts parts = collector.finish(1);
  const Segment segment({}, parts.sections());
  const PartTables tables = PartTables::open(segment).value();
  const float floor = GENERATE(0.0f, 0.6f, 0.85f);
  std::size_t alike = 0, found = 0;
  for (const Subject& query : meaningful_subjects(200, 6)) {
    const MeaningMatcher matcher(query.comparable.view(), book(), MeaningUse::many_names);
    Rows rows(floor);
    meaning_probe(matcher.keys())->scan(tables, {}, rows);
    found += rows.found.size();
    for (std::uint32_t row = 0; row < names.size(); ++row) {
      const float score = matcher.match(names[row].comparable.view());
      if (score < std::max(floor, 0.5f) || score == 0) continue;
      INFO(encode_utf8(query.comparable.skeleton) << " | " << encode_utf8(names[row].comparable.skeleton) << " " << score);
      REQUIRE(rows.found.contains(row));
      ++alike;
    }
  }
  CHECK(alike > 1000);
  CHECK(found < 4 * alike);
}

TEST_CASE("with a dictionary, a bounded search finds what scoring every name finds") {
  const auto names = meaningful_subjects(4000, 7);
  IndexBuilder builder;
  for (std::size_t id = 0; id < names.size(); ++id) builder.add({id}, names[id], {}, {});
  const CandidateIndex index = std::move(builder).build(1);
  std::size_t by_meaning = 0;
  for (const Subject& query : meaningful_subjects(200, 8)) {
    SearchLimits limits;
    limits.dictionary = book();
    limits.top = 20;
    const auto bounded = index.find(query, limits).value();
    limits.method = Method::exhaustive;
    REQUIRE(bounded == index.find(query, limits).value());
    by_meaning += static_cast<std::size_t>(std::count_if(bounded.begin(), bounded.end(), [](const Candidate& one) { return one.way == Likeness::meaning; }));
  }
  CHECK(by_meaning > 10);
}
