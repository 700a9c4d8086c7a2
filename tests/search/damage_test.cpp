#include <catch2/catch.hpp>
#include <cstring>
#include <random>

#include "made_names.hpp"
#include "marque/search/candidate_index.hpp"
#include "search/layout.hpp"
#include "temporary_file.hpp"

using namespace marque;
using made::subject;

namespace {

Fingerprint picture(std::mt19937& random) {
  Fingerprint made{current_fingerprint_version(), {ViewCode{.width = 255, .height = 255}}, {}};
  for (auto& value : made.views[0].code) value = static_cast<std::uint8_t>(random());
  return made;
}

/// An index that has every section, of two parts.
std::string index_bytes(const TemporaryFile& file) {
  std::mt19937 random(4);
  const auto names = made::names(60, 6);
  IndexBuilder first(1), second(2);
  for (std::size_t id = 0; id < names.size(); ++id) {
    Subject own = subject(names[id]);
    if (id % 10 == 0) own.logo = picture(random);
    ClassSet classes;
    classes.insert(*NiceClass::make(25));
    const RightFacts facts{{*SimilarGroup::parse(id % 2 == 0 ? "2501" : "2502")}, Status::registered, *Date::make(2030, 1, 1), {ViennaCode{3, 4, 11}}};
    (id < 50 ? first : second).add({id}, own, classes, names[id], facts);
  }
  second.remove({3});
  REQUIRE(std::move(first).build().save(file.path));
  REQUIRE(CandidateIndex::append(file.path, std::move(second)));
  return file.bytes();
}

/// Asks an index all it can be asked.
void ask(const CandidateIndex& index) {
  std::mt19937 random(1);
  for (const char* words : {"海门山羊", "abei", "门 ab"}) {
    Subject query = subject(words);
    query.logo = picture(random);
    SearchLimits limits;
    limits.groups.push_back(*SimilarGroup::parse("2501"));
    limits.standing_on = *Date::make(2026, 11, 22);
    limits.statuses = {Status::registered};
    limits.vienna = {ViennaCode{3, 4, 0}, ViennaCode{26, 1, 1}};
    for (const std::size_t top : {std::size_t{1}, std::size_t{50}}) {
      limits.top = top;
      limits.method = Method::bounded;
      CHECK(index.find(query, limits));
      limits.method = Method::exhaustive;
      CHECK(index.find(query, limits));
    }
    for (std::uint64_t id = 0; id < 70; ++id) {
      index.label({id});
      index.picture({id});
    }
    for (std::uint64_t id = 0; id < 70; id += 30) index.score(query, {id});
  }
}

}  // namespace

TEST_CASE("an index cut short anywhere in its first part, or of another format, is refused") {
  TemporaryFile file;
  const std::string bytes = index_bytes(file);
  layout::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  for (std::size_t length = 0; length < header.bytes; length += 211) {
    file.write(bytes.substr(0, length));
    CHECK_FALSE(CandidateIndex::open(file.path));
  }
  for (const auto& [version, code] : {std::pair{1, ErrorCode::unsupported}, std::pair{int{layout::version} + 1, ErrorCode::newer_version}}) {
    std::string other = bytes;
    other[16] = static_cast<char>(version);
    file.write(other);
    CHECK(CandidateIndex::open(file.path).error().code == code);
  }
}

TEST_CASE("a byte changed anywhere is found by verify, and searched without harm until then") {
  TemporaryFile file;
  const std::string bytes = index_bytes(file);
  std::mt19937 random(9);
  std::size_t unnoticed = 0, asked = 0;
  for (int round = 0; round < 400; ++round) {
    std::string damaged = bytes;
    const std::size_t at = random() % damaged.size();
    const auto flip = static_cast<char>(1u << random() % 8);
    damaged[at] = static_cast<char>(damaged[at] ^ (round % 3 == 0 ? '\xff' : flip));
    file.write(damaged);
    const auto index = CandidateIndex::open(file.path);
    if (!index) continue;
    if (index->verify()) ++unnoticed;
    if (round % 8 == 0) ask(*index), ++asked;
  }
  CHECK(asked > 20);
  CHECK(unnoticed < 200);   // bytes between sections, which say nothing
}

TEST_CASE("whole sections of noise are searched without harm") {
  TemporaryFile file;
  const std::string bytes = index_bytes(file);
  layout::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  std::mt19937 random(12);
  for (const layout::SectionPlace& place : header.places) {
    for (int kind = 0; kind < 3; ++kind) {
      std::string damaged = bytes;
      for (std::size_t i = 0; i < place.bytes; ++i)
        damaged[place.offset + i] = kind == 0 ? static_cast<char>(random()) : kind == 1 ? '\xff' : '\0';
      file.write(damaged);
      if (const auto index = CandidateIndex::open(file.path)) ask(*index);
    }
  }
}
