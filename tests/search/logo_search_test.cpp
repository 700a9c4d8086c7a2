// A search by pictures gives what scoring every picture gives.

#include <algorithm>
#include <catch2/catch.hpp>

#include "logo/made_prints.hpp"
#include "made_names.hpp"
#include "marque/search/candidate_index.hpp"

using namespace marque;

namespace {

/// Pictures of which many share parts of their codes with the asked one, so that all closenesses come up.
Fingerprint relative_of(const Fingerprint& asked, unsigned seed) {
  Fingerprint print = made_prints::print(seed, 1 + seed % 4);
  const std::size_t alike = seed % 72;
  std::copy_n(asked.seen(seed % (asked.views.size() + asked.probes.size())).code.begin(), alike, print.views[seed % print.views.size()].code.begin());
  return print;
}

constexpr unsigned pictures = 6000;
const Date day = *Date::make(2026, 11, 22);

CandidateIndex index_of(const Fingerprint& asked, bool with_words) {
  const auto names = made::names(pictures, 3);
  IndexBuilder builder;
  for (unsigned id = 0; id < pictures; ++id) {
    Subject own = with_words && id % 3 != 0 ? made::subject(names[id]) : Subject{};
    if (!with_words || id % 2 == 0) own.logo = relative_of(asked, 100 + id);
    if (own.empty()) continue;
    ClassSet classes;
    classes.insert(*NiceClass::make(static_cast<int>(1 + id % 45)));
    builder.add({id}, own, classes, "", {{}, Status::registered, day.plus_days(static_cast<int>(id % 5)), {ViennaCode{3, static_cast<std::uint8_t>(id % 4), 1}}});
  }
  return std::move(builder).build(1);
}

}  // namespace

TEST_CASE("the pictures found are those that scoring every picture finds, however weak") {
  const Fingerprint asked = made_prints::print(GENERATE(7u, 8u, 9u), 3, 12);
  const CandidateIndex index = index_of(asked, false);
  Subject query;
  query.logo = asked;
  SearchLimits limits;
  limits.top = GENERATE(1u, 10u, 300u, 2500u);
  limits.at_least = GENERATE(0.0f, 0.45f);
  limits.threads = GENERATE(1u, 3u);
  const auto found = index.find(query, limits);
  limits.method = Method::exhaustive;
  const auto all = index.find(query, limits);
  REQUIRE(found);
  REQUIRE(all);
  if (limits.at_least > 0) CHECK(all->size() <= limits.top);
  else CHECK(all->size() == limits.top);
  CHECK(*found == *all);
}

TEST_CASE("marks of words and pictures are found as scoring every mark finds them") {
  const Fingerprint asked = made_prints::print(5, 3, 12);
  const CandidateIndex index = index_of(asked, true);
  Subject query = made::subject(made::names(pictures, 3)[GENERATE(4u, 10u)]);
  query.logo = asked;
  SearchLimits limits;
  limits.top = GENERATE(1u, 20u, 400u);
  limits.at_least = GENERATE(0.0f, 0.45f);
  const int limit = GENERATE(range(0, 4));
  if (limit == 1) limits.classes.insert(*NiceClass::make(5));
  if (limit == 2) limits.standing_on = day.plus_days(3);
  if (limit == 3) limits.vienna.push_back({3, 2, 0});
  const auto found = index.find(query, limits);
  limits.method = Method::exhaustive;
  const auto all = index.find(query, limits);
  REQUIRE(found);
  REQUIRE(all);
  CHECK_FALSE(all->empty());
  CHECK(*found == *all);
  if (limit == 2) CHECK(std::all_of(all->begin(), all->end(), [](const Candidate& candidate) { return candidate.id.value % 5 >= 3; }));
  if (limit == 3) CHECK(std::all_of(all->begin(), all->end(), [](const Candidate& candidate) { return candidate.id.value % 4 == 2; }));
}
