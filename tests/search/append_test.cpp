#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "made_names.hpp"
#include "marque/search/candidate_index.hpp"
#include "temporary_file.hpp"

using namespace marque;
using made::subject;

namespace {

/// What a register holds, by id.
using Register = std::vector<std::string>;

IndexBuilder collected(const Register& names, std::uint64_t key) {
  IndexBuilder builder(key);
  for (std::size_t id = 0; id < names.size(); ++id) {
    if (!names[id].empty()) builder.add({id}, subject(names[id]), {}, names[id]);
  }
  return builder;
}

/// Changes some names, adds some and removes some, in the register and by an appended part.
void change(Register& names, std::mt19937& random, const std::string& path, std::uint64_t key) {
  IndexBuilder part(key);
  for (std::size_t added = random() % 20; added > 0; --added) names.emplace_back();
  for (std::size_t id = 0; id < names.size(); ++id) {
    const bool is_new = names[id].empty();
    if (!is_new && random() % 10 != 0) continue;
    if (!is_new && random() % 3 == 0) {
      names[id].clear();
      part.remove({id});
    } else {
      names[id] = made::name(random);
      part.add({id}, subject(names[id]), {}, names[id]);
    }
  }
  part.remove({names.size() + 5});   // that never was
  REQUIRE(CandidateIndex::append(path, std::move(part)));
}

std::vector<EntryId> ids(const std::vector<Candidate>& candidates) {
  std::vector<EntryId> ids;
  for (const Candidate& candidate : candidates) ids.push_back(candidate.id);
  return ids;
}

}  // namespace

TEST_CASE("an index that was appended to answers as its entries stand") {
  std::mt19937 random(GENERATE(1u, 2u, 3u));
  TemporaryFile file;
  Register names = made::names(250, static_cast<unsigned>(random()));
  REQUIRE(collected(names, 1).build().save(file.path));
  for (std::uint64_t key = 2; key <= 4; ++key) {
    change(names, random, file.path, key);
    const auto index = CandidateIndex::open(file.path);
    REQUIRE(index);
    CHECK(index->verify());
    CHECK(index->key() == key);
    CHECK(index->parts() == key);
    CHECK(index->size() == static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [](auto& name) { return !name.empty(); })));
    for (std::size_t id = 0; id < names.size(); ++id) CHECK(index->label({id}) == names[id]);

    // What each name scores does not depend on parts; ranks come from the first.
    const CandidateIndex anew = collected(names, key).build();
    for (int round = 0; round < 3; ++round) {
      const Subject query = subject(made::name(random));
      SearchLimits limits;
      limits.top = 15;
      const auto found = *index->find(query, limits);
      limits.method = Method::exhaustive;
      CHECK(found == *index->find(query, limits));
      limits.top = 10000;
      auto all = ids(*index->find(query, limits)), expected = ids(*anew.find(query, limits));
      std::sort(all.begin(), all.end());
      std::sort(expected.begin(), expected.end());
      CHECK(all == expected);
      for (std::size_t i = 0; i < all.size(); i += 40) CHECK(index->score(query, all[i]) == anew.score(query, all[i]));
    }
  }
}

TEST_CASE("an append that was broken off anywhere leaves the index as it was, and the next one in its place") {
  TemporaryFile file;
  const Register before = made::names(30, 1), after = made::names(40, 2);
  REQUIRE(collected(before, 1).build().save(file.path));
  const std::string old_bytes = file.bytes();
  REQUIRE(CandidateIndex::append(file.path, collected(after, 2)));
  const std::string new_bytes = file.bytes();
  for (std::size_t length = old_bytes.size(); length < new_bytes.size(); length += 397) {
    const bool zeroed = length % 2 == 0;   // the header is written last
    std::string torn = new_bytes.substr(0, zeroed ? new_bytes.size() : length);
    if (zeroed) torn.replace(old_bytes.size(), 64, std::string(64, '\0'));
    file.write(torn);
    const auto index = CandidateIndex::open(file.path);
    REQUIRE(index);
    CHECK(index->key() == 1);
    CHECK(index->size() == before.size());
    CHECK(index->label({3}) == before[3]);
    CHECK(bool(index->verify()) == (torn.size() == old_bytes.size()));
  }
  REQUIRE(CandidateIndex::append(file.path, collected(after, 2)));
  CHECK(file.bytes() == new_bytes);
  CHECK(CandidateIndex::open(file.path)->verify());
}

TEST_CASE("what is no index is not appended to") {
  TemporaryFile file;
  CHECK(CandidateIndex::append(file.path, IndexBuilder()).error().code == ErrorCode::not_found);
  file.write("a list of names\n");
  CHECK(CandidateIndex::append(file.path, IndexBuilder()).error().code == ErrorCode::corrupt);
  CHECK(file.bytes() == "a list of names\n");
}
