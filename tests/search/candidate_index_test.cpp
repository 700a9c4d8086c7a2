#include "marque/search/candidate_index.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "made_names.hpp"
#include "marque/scoring/scorer.hpp"
#include "search/simd.hpp"
#include "temporary_file.hpp"

using namespace marque;
using made::subject;

namespace {

struct Name {
  EntryId id;
  std::string words;
  ClassSet classes;
  RightFacts facts;
};

Date day(unsigned number) { return Date::from_days(20000 + static_cast<std::int32_t>(number % 9)); }

ViennaCode code(unsigned number) {
  return {static_cast<std::uint8_t>(1 + number % 3), static_cast<std::uint8_t>(number / 3 % 3), static_cast<std::uint8_t>(number / 9 % 3)};
}

SimilarGroup group(int nice_class, unsigned which) {
  const std::string digits = std::to_string(100 * nice_class + static_cast<int>(which % 3) + 1);
  return *SimilarGroup::parse(std::string(4 - digits.size(), '0') + digits);
}

/// Several names an entry, here and there; classes for most, groups and other facts for some.
std::vector<Name> made_entries(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Name> names;
  for (std::uint64_t id = 1; names.size() < count; ++id) {
    const int nice_class = static_cast<int>(random() % 5) + 1;
    for (std::size_t more = 1 + (random() % 4 == 0 ? random() % 3 : 0); more > 0; --more) {
      Name name{{id}, made::name(random), {}, {}};
      if (id % 7 != 0) name.classes.insert(*NiceClass::make(nice_class));
      if (id % 7 != 0 && id % 2 == 0) name.facts.groups.push_back(group(nice_class, static_cast<unsigned>(id)));
      if (id % 3 != 0) name.facts.status = all_statuses()[id % all_statuses().size()];
      if (id % 5 != 0) name.facts.stands_until = id % 11 == 0 ? *Date::make(1000, 1, 1) : id % 13 == 0 ? *Date::make(9999, 12, 31) : day(static_cast<unsigned>(id));
      for (unsigned codes = id % 4; codes > 0; --codes) name.facts.vienna.push_back(code(static_cast<unsigned>(random())));
      names.push_back(std::move(name));
    }
  }
  return names;
}

IndexBuilder collected(const std::vector<Name>& names, std::uint64_t key = 99) {
  IndexBuilder builder(key);
  for (const Name& name : names) builder.add(name.id, subject(name.words), name.classes, name.words, name.facts);
  return builder;
}

CandidateIndex indexed(const std::vector<Name>& names) { return collected(names).build(); }

bool depicts(const Name& name, const ViennaCode& asked) {
  return std::any_of(name.facts.vienna.begin(), name.facts.vienna.end(), [&](const ViennaCode& own) {
    return own.category == asked.category && (asked.division == 0 || (own.division == asked.division && (asked.section == 0 || own.section == asked.section)));
  });
}

bool passes(const Name& name, const SearchLimits& limits) {
  const auto& [groups, status, until, vienna] = name.facts;
  if (limits.standing_on && until && *until < *limits.standing_on) return false;
  if (!limits.statuses.empty() && std::find(limits.statuses.begin(), limits.statuses.end(), status) == limits.statuses.end()) return false;
  if (!limits.vienna.empty() && std::none_of(limits.vienna.begin(), limits.vienna.end(), [&](const ViennaCode& asked) { return depicts(name, asked); })) return false;
  if (name.classes.empty()) return true;
  if (limits.reach == Reach::any_class_only) return false;
  if (!limits.classes.empty() && !name.classes.intersects(limits.classes)) return false;
  if (limits.groups.empty() || groups.empty()) return true;
  return std::any_of(groups.begin(), groups.end(), [&](SimilarGroup own) {
    return std::find(limits.groups.begin(), limits.groups.end(), own) != limits.groups.end();
  });
}

Candidate ranked(const Rarity& rarity, const Subject& query, Scorer& scorer, const Name& name) {
  const Subject other = subject(name.words);
  const WordLikeness likeness = scorer.likeness(other.comparable.view());
  Candidate candidate{name.id, aspects_of(likeness)};
  for (std::size_t i = 0; i < likeness_count; ++i) {
    const auto way = static_cast<Likeness>(i);
    const float rank = rarity.rank(way, rarity_length(way, query.comparable.view()), likeness[way], query.comparable.han.empty() && !other.comparable.han.empty());
    if (rank > candidate.rank) candidate.rank = rank, candidate.way = way;
  }
  if (query.comparable.skeleton == other.comparable.skeleton) candidate.rank = 1, candidate.way.reset();
  return candidate;
}

/// Every name scored one by one, the best of an entry kept, sorted: what find() must give.
std::vector<Candidate> expected(const std::vector<Name>& names, const Rarity& rarity, const Subject& query, const SearchLimits& limits) {
  std::map<EntryId, Candidate> best;
  Scorer scorer(query);
  for (const Name& name : names) {
    if (!passes(name, limits)) continue;
    const Candidate candidate = ranked(rarity, query, scorer, name);
    if (candidate.rank <= 0 || candidate.scores.overall < limits.at_least) continue;
    const auto [place, fresh] = best.try_emplace(name.id, candidate);
    if (!fresh && better(candidate, place->second)) place->second = candidate;
  }
  std::vector<Candidate> all;
  for (const auto& [id, candidate] : best) all.push_back(candidate);
  std::sort(all.begin(), all.end(), better);
  if (all.size() > limits.top) all.resize(limits.top);
  return all;
}

SearchLimits made_limits(std::mt19937& random) {
  SearchLimits limits;
  limits.top = 1 + random() % 30;
  if (random() % 3 == 0) limits.at_least = static_cast<float>(random() % 8) / 10;
  limits.threads = 1 + static_cast<unsigned>(random() % 3);
  if (random() % 3 == 0) limits.classes.insert(*NiceClass::make(static_cast<int>(random() % 5) + 1));
  if (random() % 3 == 0) limits.groups.push_back(group(static_cast<int>(random() % 5) + 1, static_cast<unsigned>(random())));
  if (random() % 6 == 0) limits.reach = Reach::any_class_only;
  if (random() % 4 == 0) limits.standing_on = day(static_cast<unsigned>(random()));
  if (random() % 6 == 0) limits.statuses = {Status::unknown, all_statuses()[random() % all_statuses().size()], Status::same_day};
  for (std::size_t codes = random() % 6 == 0 ? 1 + random() % 2 : 0; codes > 0; --codes) limits.vienna.push_back(code(static_cast<unsigned>(random())));
  return limits;
}

void check_searches(const CandidateIndex& index, const std::vector<Name>& names, unsigned seed, int rounds) {
  std::mt19937 random(seed);
  for (int round = 0; round < rounds; ++round) {
    const std::string words = round % 5 == 0 ? names[random() % names.size()].words : made::name(random);
    const Subject query = subject(words);
    SearchLimits limits = made_limits(random);
    CAPTURE(seed, round, words, limits.top, limits.at_least, limits.threads);
    const auto best = expected(names, index.rarity(), query, limits);
    for (const Isa isa : {Isa::portable, Isa::avx2, Isa::avx512}) {   // what the machine lacks is left out
      use_at_most(isa);
      CHECK(*index.find(query, limits) == best);
    }
    limits.method = Method::exhaustive;
    CHECK(*index.find(query, limits) == best);
  }
}

/// Names of figures, numerals and words of numbers.
std::vector<Name> numbered_entries(std::size_t count, unsigned seed) {
  constexpr std::array stock{"1", "2", "7", "11", "一", "二", "七", "十", "百", "one", "seven", "eleven", "twenty", "hundred", "st", "nd", "star", "星"};
  std::mt19937 random(seed);
  std::vector<Name> names;
  for (std::uint64_t id = 1; names.size() < count; ++id) {
    std::string words;
    const bool figures = random() % 3 == 0;
    for (std::size_t length = 1 + random() % 4; length > 0; --length) words += std::string(stock[random() % (figures ? 4 : stock.size())]) + (random() % 2 == 0 ? " " : "");
    names.push_back({{id}, words, {}, {}});
  }
  return names;
}

}  // namespace

TEST_CASE("numbers are found however they are written, as scoring every name finds them") {
  const auto names = numbered_entries(1500, 21);
  const CandidateIndex index = indexed(names);
  SearchLimits limits;
  limits.top = 30;
  for (const Name& query : numbered_entries(150, 22)) {
    INFO(query.words);
    REQUIRE(index.find(subject(query.words), limits).value() == expected(names, index.rarity(), subject(query.words), limits));
  }
}

TEST_CASE("both methods give the best of all names, under any limits and on any number of threads") {
  const auto seed = GENERATE(range(1u, 5u));
  const auto names = made_entries(GENERATE(2u, 40u, 900u), seed);
  check_searches(indexed(names), names, seed, 20);
}

TEST_CASE("a bounded search of many names gives what the exhaustive one gives") {
  const auto names = made::names(12000, 5);
  IndexBuilder builder;
  for (std::size_t row = 0; row < names.size(); ++row) builder.add({row + 1}, subject(names[row]), {}, names[row]);
  const CandidateIndex index = std::move(builder).build();
  std::mt19937 random(11);
  for (int round = 0; round < 8; ++round) {
    const Subject query = subject(made::name(random));
    SearchLimits limits;
    limits.top = round % 2 == 0 ? 10 : 1;
    const auto found = *index.find(query, limits);
    limits.method = Method::exhaustive;
    CHECK(found == *index.find(query, limits));
  }
}

TEST_CASE("results come rarest first, the same words before all, and name the way that ranks them") {
  IndexBuilder builder;
  const std::vector<std::string> names{"海门山羊", "海们山羊", "q", "海门", "海门山羊"};
  for (std::size_t row = 0; row < names.size(); ++row) builder.add({row + 1}, subject(names[row]), {}, names[row]);
  const auto found = *std::move(builder).build().find(subject("海门山羊"));
  REQUIRE(found.size() >= 3);
  CHECK(found[0].id == EntryId{1});
  CHECK(found[1].id == EntryId{5});
  CHECK(found[0].rank == 1);
  CHECK_FALSE(found[0].way);
  CHECK(found[2].id == EntryId{2});
  CHECK(found[2].way);
  CHECK(std::is_sorted(found.begin(), found.end(), better));
  CHECK(std::none_of(found.begin(), found.end(), [](const Candidate& candidate) { return candidate.id == EntryId{3}; }));
}

TEST_CASE("an entry with several names counts by its closest one, once") {
  IndexBuilder builder;
  builder.add({7}, subject("海门山羊"), {}, "a");
  builder.add({7}, subject("HAIMEN SHANYANG"), {}, "b");
  builder.add({9}, subject("睿蔻澜"), {}, "c");
  const CandidateIndex index = std::move(builder).build();
  CHECK(index.size() == 2);
  SearchLimits limits;
  limits.at_least = 0.5f;
  const auto found = *index.find(subject("haimen shanyang"), limits);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == EntryId{7});
  CHECK(found[0].scores.overall == 1);
  CHECK(index.label({7}) == "a");
  CHECK(index.score(subject("海门山羊"), {7})->overall == 1);
  CHECK_FALSE(index.score(subject("海门山羊"), {8}));
}

TEST_CASE("labels are kept byte for byte") {
  IndexBuilder builder;
  std::vector<std::string> labels;
  for (std::size_t row = 0; row < 100; ++row) {
    labels.push_back(std::string(row * row % 300, static_cast<char>('a' + row % 26)) + "\xff\n");
    builder.add({row * 3}, subject("海门"), {}, labels.back());
  }
  const CandidateIndex index = std::move(builder).build();
  for (std::size_t row = 0; row < labels.size(); ++row) CHECK(index.label({row * 3}) == labels[row]);
  CHECK(index.label({1}).empty());
}

TEST_CASE("a saved index is mapped back and answers the same") {
  const auto names = made_entries(300, 2);
  const CandidateIndex built = indexed(names);
  TemporaryFile file;
  REQUIRE(built.save(file.path));
  const auto opened = CandidateIndex::open(file.path);
  REQUIRE(opened);
  CHECK(opened->verify());
  CHECK(opened->size() == built.size());
  CHECK(opened->key() == 99);
  CHECK(opened->groups_known());
  CHECK(opened->standings_known());
  CHECK(opened->vienna_known());
  CHECK(opened->rarity() == built.rarity());
  CHECK(opened->label({5}) == built.label({5}));
  check_searches(*opened, names, 8, 12);
}

TEST_CASE("written names make the same index as their subjects, on any number of threads") {
  std::vector<Name> names = made_entries(GENERATE(0u, 1u, 5000u), 31);
  const auto saved = [](CandidateIndex index) {
    const TemporaryFile file;
    REQUIRE(index.save(file.path));
    return file.bytes();
  };
  std::vector<WrittenName> written;
  std::vector<std::size_t> bad;
  for (const Name& name : names) {
    if (written.size() % 997 == 0) {
      bad.push_back(written.size());
      written.push_back({name.id, "\x01", name.classes, name.words, name.facts});
    }
    written.push_back({name.id, name.words, name.classes, name.words, name.facts});
  }
  for (const unsigned threads : {1u, 3u}) {
    IndexBuilder builder(99);
    std::vector<std::size_t> refused;
    builder.add_each(written, [&](std::size_t place, const Error& error) {
      CHECK(error.code == ErrorCode::invalid_text);
      refused.push_back(place);
    }, threads);
    CHECK(refused == bad);
    CHECK(saved(std::move(builder).build(threads)) == saved(indexed(names)));
  }
}

TEST_CASE("many subjects are searched for in their order, with what each gives alone") {
  const auto names = made_entries(400, 3);
  const CandidateIndex index = indexed(names);
  std::vector<Subject> queries;
  for (const std::string& name : made::names(50, 9)) queries.push_back(subject(name));
  queries.push_back(subject(""));
  for (const std::size_t again : {3u, 3u, 17u, 50u}) queries.push_back(queries[again]);
  SearchLimits limits;
  limits.top = 7;
  limits.threads = GENERATE(1u, 3u);
  std::vector<Found> found;
  REQUIRE(index.find_each(queries, limits, [&](Found one) { found.push_back(std::move(one)); }));
  REQUIRE(found.size() == queries.size());
  for (std::size_t i = 0; i < queries.size(); ++i) {
    CHECK(found[i].subject == i);
    CHECK(found[i].candidates == *index.find(queries[i], limits));
  }
}

TEST_CASE("searches can be cancelled, and a subject of nothing finds nothing") {
  const CandidateIndex index = indexed(made_entries(9000, 4));
  const Progress stop([](auto, auto) { return false; });
  SearchLimits limits;
  limits.method = GENERATE(Method::bounded, Method::exhaustive);
  const auto stopped = index.find(subject("海门"), limits, stop);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == ErrorCode::cancelled);
  const std::vector<Subject> queries(20, subject("海门"));
  const auto none = index.find_each(queries, limits, [](const Found&) { FAIL("nothing was to be found"); }, stop);
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::cancelled);
  CHECK(index.find(subject(""), limits)->empty());
  limits.top = 0;
  CHECK(index.find(subject("海门"), limits)->empty());
  CHECK(CandidateIndex::open("no such file").error().code == ErrorCode::not_found);
}

TEST_CASE("an index of nothing finds nothing") {
  TemporaryFile file;
  const CandidateIndex built = IndexBuilder().build();
  CHECK(built.find(subject("海门"))->empty());
  REQUIRE(built.save(file.path));
  const auto opened = CandidateIndex::open(file.path);
  REQUIRE(opened);
  CHECK(opened->size() == 0);
  CHECK(opened->find(subject("海门"))->empty());
}
