#include "marque/search/candidate_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

#include "marque/scoring/scorer.hpp"
#include "marque/text/encoding.hpp"

using namespace marque;

namespace {

Subject subject(std::string_view words) { return *make_subject(words); }

std::string made_name(std::mt19937& random) {
  const std::u32string stock = U"海门山羊江户窗太阳们末未行长乐安途abeior1";
  std::u32string name;
  for (std::size_t length = 1 + random() % 4; length > 0; --length) name += stock[random() % stock.size()];
  return encode_utf8(name);
}

std::vector<std::string> made_names(std::size_t count) {
  std::mt19937 random(42);
  std::vector<std::string> names;
  while (names.size() < count) names.push_back(made_name(random));
  return names;
}

ClassSet class_of(std::size_t row) {
  ClassSet classes;
  if (row % 5 != 0) classes.insert(*NiceClass::make(static_cast<int>(row % 45 + 1)));
  return classes;
}

CandidateIndex indexed(const std::vector<std::string>& names) {
  IndexBuilder builder(99);
  for (std::size_t row = 0; row < names.size(); ++row) builder.add({row + 1}, subject(names[row]), class_of(row), names[row]);
  return std::move(builder).build();
}

/// Every entry scored one by one, sorted: what find() must give.
std::vector<Candidate> exhaustive(const std::vector<std::string>& names, const Subject& query, const SearchLimits& limits) {
  std::vector<Candidate> all;
  for (std::size_t row = 0; row < names.size(); ++row) {
    const ClassSet classes = class_of(row);
    if (!classes.empty() && !limits.classes.empty() && !classes.intersects(limits.classes)) continue;
    if (!classes.empty() && limits.reach == Reach::any_class_only) continue;
    const AspectScores scores = score(query, subject(names[row]));
    if (scores.overall > 0 && scores.overall >= limits.at_least) all.push_back({{row + 1}, scores});
  }
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.scores.overall > b.scores.overall; });
  if (all.size() > limits.top) all.resize(limits.top);
  return all;
}

struct TemporaryFile {
  std::string path = (std::filesystem::temp_directory_path() / ("marque-index-" + std::to_string(std::random_device{}()))).string();
  ~TemporaryFile() { std::remove(path.c_str()); }
};

}  // namespace

TEST_CASE("a search gives the exhaustive best, on any number of threads and under any filter") {
  const auto names = made_names(700);
  const CandidateIndex index = indexed(names);
  std::mt19937 random(3);
  for (int round = 0; round < 40; ++round) {
    const Subject query = subject(made_name(random));
    SearchLimits limits;
    limits.top = 1 + random() % 30;
    limits.at_least = static_cast<float>(random() % 8) / 10;
    limits.threads = 1 + static_cast<unsigned>(random() % 4);
    if (round % 2 == 0) limits.classes.insert(*NiceClass::make(static_cast<int>(random() % 45 + 1)));
    if (round % 5 == 0) limits.reach = Reach::any_class_only;
    CHECK(*index.find(query, limits) == exhaustive(names, query, limits));
  }
}

TEST_CASE("an entry with several names counts by its closest one, once") {
  IndexBuilder builder;
  builder.add({7}, subject("海门山羊"), {}, "a");
  builder.add({7}, subject("HAIMEN SHANYANG"), {}, "a");
  builder.add({9}, subject("睿蔻澜"), {}, "b");
  const CandidateIndex index = std::move(builder).build();
  CHECK(index.size() == 2);
  SearchLimits limits;
  limits.at_least = 0.5f;
  const auto found = *index.find(subject("haimen shanyang"), limits);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == EntryId{7});
  CHECK(found[0].scores.overall == 1);
  CHECK(index.score(subject("海门山羊"), {7})->overall == 1);
  CHECK_FALSE(index.score(subject("海门山羊"), {8}));
}

TEST_CASE("a saved index is mapped back and answers the same") {
  const auto names = made_names(300);
  const CandidateIndex built = indexed(names);
  TemporaryFile file;
  REQUIRE(built.save(file.path));
  const auto opened = CandidateIndex::open(file.path);
  REQUIRE(opened);
  CHECK(opened->size() == built.size());
  CHECK(opened->key() == 99);
  CHECK(opened->label({5}) == names[4]);
  const Subject query = subject("海门山羊");
  CHECK(*opened->find(query) == *built.find(query));
}

TEST_CASE("an index cut short anywhere, or with any byte changed, is refused") {
  TemporaryFile file;
  REQUIRE(indexed(made_names(12)).save(file.path));
  std::string bytes;
  {
    std::ifstream in(file.path, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  const auto refused = [&](const std::string& damaged) {
    std::ofstream(file.path, std::ios::binary | std::ios::trunc) << damaged;
    return !CandidateIndex::open(file.path);
  };
  for (std::size_t length = 0; length < bytes.size(); length += 13) CHECK(refused(bytes.substr(0, length)));
  CHECK(refused(bytes + std::string(16, '\0')));
  std::size_t accepted = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 7) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    if (!refused(damaged)) ++accepted;
  }
  // Only the zero bytes that pad the header and the sections are not covered by a checksum.
  CHECK(accepted <= 12);
}

TEST_CASE("a search can be cancelled, and a subject of nothing finds nothing") {
  const CandidateIndex index = indexed(made_names(9000));
  const auto stopped = index.find(subject("海门"), {}, Progress([](auto, auto) { return false; }));
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == ErrorCode::cancelled);
  CHECK(index.find(subject(""))->empty());
  CHECK(CandidateIndex::open("no such file").error().code == ErrorCode::not_found);
}
