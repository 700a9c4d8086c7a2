// Derives lib/search/data/rarity.tsv: how rare likenesses are among names, before an index has counted its own.
//
//     rarity_table CHINESE_NAMES LATIN_NAMES > lib/search/data/rarity.tsv
//
// Both files hold one name a line. A hundred names of every length are compared with a sample of their script and with a smaller one of the
// other, drawn by a fixed seed: how many a query finds differs more between queries than a longer list would tell. Counts beyond what
// the samples show go on as a straight line. Takes two or three minutes on two cores.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "marque/scoring/scorer.hpp"
#include "marque/search/rarity.hpp"

using namespace marque;

namespace {

constexpr unsigned seed = 20260101;
constexpr std::size_t queries_a_length = 100;
constexpr std::size_t longest_query = 12;
constexpr std::size_t names_own = 200'000;     // with the queries of a length: one pair in a million is seen twenty times
constexpr std::size_t names_across = 40'000;   // sound across scripts and meaning are slower, and rarer to begin with

std::vector<Subject> names_of(const char* path) {
  std::ifstream file(path);
  std::vector<Subject> names;
  for (std::string line; std::getline(file, line);) {
    auto subject = make_subject(line);
    if (subject && !subject->empty()) names.push_back(*std::move(subject));
  }
  std::shuffle(names.begin(), names.end(), std::mt19937(seed));
  return names;
}

std::size_t length_of(const Subject& name) {
  return name.comparable.han.empty() ? name.comparable.latin.size() : name.comparable.han.size();
}

/// So many names of every length.
std::vector<const Subject*> queries_of(const std::vector<Subject>& names) {
  std::map<std::size_t, std::size_t> taken;
  std::vector<const Subject*> queries;
  for (const Subject& name : names) {
    const std::size_t length = length_of(name);
    if (length >= 1 && length <= longest_query && taken[length]++ < queries_a_length) queries.push_back(&name);
  }
  return queries;
}

void count(const Subject& query, const std::vector<Subject>& names, std::size_t most, RarityCounts& counts) {
  Scorer scorer(query);
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
    const WordLikeness likeness = scorer.likeness(names[i].comparable.view());
    if (likeness != WordLikeness::same()) counts.add(query.comparable.view(), likeness);
  }
}

RarityCounts count_all(const std::vector<Subject>& own, const std::vector<Subject>& other) {
  const std::vector<const Subject*> queries = queries_of(own);
  RarityCounts counts;
  std::mutex mutex;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    RarityCounts mine;
    for (std::size_t query; (query = next++) < queries.size();) {
      count(*queries[query], own, names_own, mine);
      count(*queries[query], other, names_across, mine);
    }
    const std::scoped_lock lock(mutex);
    counts.add(mine);
  };
  std::vector<std::jthread> helpers(std::max(1u, std::thread::hardware_concurrency()) - 1);
  for (auto& helper : helpers) helper = std::jthread(work);
  work();
  helpers.clear();
  return counts;
}

void print_row(std::string_view way, std::size_t length, std::span<const float> shares) {
  std::printf("%s\t%zu", std::string(way).c_str(), length);
  for (const float share : shares) std::printf("\t%.2f", static_cast<double>(share));
  std::printf("\n");
}

void print(const Rarity& rarity) {
  constexpr std::size_t knots = Rarity::steps + 1;
  std::printf("# How rare likenesses are (search/rarity.hpp): way, length of the query, then log10 of the share of names at or above\n"
              "# the values 0, 1/%zu, 2/%zu … 1. Counted over public lists of names by examples/tables/rarity.cpp; no name is kept.\n",
              Rarity::steps, Rarity::steps);
  for (std::size_t way = 0; way < likeness_count; ++way) {
    for (std::size_t length = 1; length <= Rarity::lengths; ++length) {
      const std::size_t row = way * Rarity::lengths + length - 1;
      print_row(name_of(static_cast<Likeness>(way)), length, rarity.table().subspan(row * knots, knots));
    }
  }
  print_row("logo", 1, rarity.table().last(knots));   // of pictures the lists say nothing
}

/// From what nothing is known of: a straight fall to one name in a hundred million.
Rarity straight() {
  std::vector<float> shares(Rarity::size());
  for (std::size_t i = 0; i < shares.size(); ++i)
    shares[i] = -8.0f * static_cast<float>(i % (Rarity::steps + 1)) / static_cast<float>(Rarity::steps);
  return Rarity(shares);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: rarity_table CHINESE_NAMES LATIN_NAMES\n", stderr);
    return 2;
  }
  const std::vector<Subject> chinese = names_of(argv[1]), latin = names_of(argv[2]);
  RarityCounts counts = count_all(chinese, latin);
  counts.add(count_all(latin, chinese));
  print(counts.measured(straight()));
  return 0;
}
