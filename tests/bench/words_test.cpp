// What the evaluation's figures rest on.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <set>

#include "marque/text/encoding.hpp"
#include "words_data.hpp"
#include "words_marks.hpp"
#include "words_peers.hpp"
#include "words_statistics.hpp"

using namespace bench;

namespace {

/// The share of pairs of a positive and a negative in the right order, by looking at each.
double counted_area(const std::vector<float>& positives, const std::vector<float>& negatives) {
  double sum = 0;
  for (const float positive : positives) {
    for (const float negative : negatives) sum += positive > negative ? 1 : positive == negative ? 0.5 : 0;
  }
  return sum / static_cast<double>(positives.size() * negatives.size());
}

std::vector<float> drawn(std::mt19937& random, std::size_t count, unsigned from) {
  std::vector<float> values;
  while (values.size() < count) values.push_back(static_cast<float>(from + random() % 10) / 20);
  return values;
}

const std::vector<std::string> chinese{"海门山羊", "江门山海", "雪山", "雪海", "长江", "长乐", "大海龟", "龟山岛"};
const std::vector<std::string> latin{"HAIMEN",   "SHANNON", "HAIRMAN", "MOUNTAIN",
                                     "FOUNTAIN", "CHANGER", "XUESHA",  "GIRAFFE"};

/// Whether two texts share so many characters in a row.
bool share(const std::u32string& a, const std::u32string& b, std::size_t length) {
  for (std::size_t at = 0; at + length <= a.size(); ++at) {
    if (b.find(a.substr(at, length)) != std::u32string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the area under the curve is the share of pairs in the right order, and its interval holds it") {
  std::mt19937 random(8);
  for (int round = 0; round < 20; ++round) {
    const auto positives = drawn(random, 1 + random() % 40, 4), negatives = drawn(random, 1 + random() % 40, 0);
    const Estimate area = area_under_curve(positives, negatives, 1);
    CHECK(area.value == Approx(counted_area(positives, negatives)));
    CHECK(area.low <= area.value);
    CHECK(area.value <= area.high);
  }
  CHECK(std::isnan(area_under_curve({}, {0.5f}, 1).value));
  CHECK(std::isnan(area_under_curve({0.5f}, {}, 1).value));
}

TEST_CASE("level names share the middle rank") {
  Standing standing;
  for (const float other : {0.9f, 0.5f, 0.5f, 0.1f}) standing.add(other, 0.5f);
  CHECK(standing.mid_rank() == 3);
  CHECK(Standing{}.mid_rank() == 1);
}

TEST_CASE("recall and percentiles count what lies within") {
  CHECK(recall({1, 10, 10.5, 60}, 10) == 0.5);
  CHECK(recall({}, 10) == 0);
  CHECK(percentile({5, 1, 4, 2, 3}, 0.5) == 3);
  CHECK(percentile({5, 1, 4, 2, 3}, 1) == 5);
  CHECK(percentile({}, 0.5) == 0);
}

TEST_CASE("hard negatives share what their script asks for, are not the same, and depend on the seed alone") {
  const Script script = GENERATE(Script::chinese, Script::latin, Script::across);
  const auto pairs = hard_negatives(script, chinese, latin, 50, 7);
  REQUIRE(pairs.size() == 50);
  std::set<std::string> firsts;
  for (const NamePair& pair : pairs) {
    firsts.insert(pair.a);
    CAPTURE(pair.a, pair.b);
    CHECK(pair.a != pair.b);
    if (script == Script::chinese) {
      CHECK(share(peer_name(pair.a).text, peer_name(pair.b).text, 1));
    } else {
      CHECK(share(peer_name(pair.a).pinyin, peer_name(pair.b).pinyin, 3));
    }
  }
  CHECK(firsts.size() > 1);
  const auto again = hard_negatives(script, chinese, latin, 50, 7);
  const auto other = hard_negatives(script, chinese, latin, 50, 8);
  const auto same = [](const NamePair& a, const NamePair& b) { return a.a == b.a && a.b == b.b; };
  CHECK(std::equal(pairs.begin(), pairs.end(), again.begin(), again.end(), same));
  CHECK(!std::equal(pairs.begin(), pairs.end(), other.begin(), other.end(), same));
}

TEST_CASE("names without a partner give no hard negatives, and no endless search for them") {
  CHECK(hard_negatives(Script::chinese, {"海门", "山羊"}, {}, 10, 1).empty());
  CHECK(hard_negatives(Script::latin, {}, {}, 10, 1).empty());
}

TEST_CASE("made marks are first the names, then halves of two of one script") {
  const MadeMarks made(chinese, latin);
  REQUIRE(made.real() == chinese.size() + latin.size());
  CHECK(made.mark(0) == chinese[0]);
  CHECK(made.mark(chinese.size()) == latin[0]);
  std::set<std::string> marks;
  for (std::uint64_t number = made.real(); number < made.real() + 200; ++number) {
    const std::string mark = made.mark(number);
    marks.insert(mark);
    CHECK(mark == made.mark(number));
    const auto points = marque::decode_utf8(mark);
    REQUIRE(points);
    const auto letters = std::count_if(points->begin(), points->end(), [](char32_t c) { return c < 128; });
    CHECK((letters == 0 || letters == std::ssize(*points)));
  }
  CHECK(marks.size() > 50);
}
