#include "scoring/meaning.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "marque/text/encoding.hpp"
#include "scoring/meaning_cover.hpp"

using namespace marque;

namespace {

const Dictionary& book() {
  static const Dictionary dictionary = *Dictionary::read(
      "# A small book\n"
      "蘋果 苹果 [ping2 guo3] /apple/\n"
      "橙子 橙子 [cheng2 zi5] /orange/\n"
      "太陽 太阳 [tai4 yang2] /sun/sunshine/\n"
      "月亮 月亮 [yue4 liang5] /the moon/\n"
      "月光 月光 [yue4 guang1] /moonlight/\n"
      "番茄 番茄 [fan1 qie2] /tomato/\n"
      "西紅柿 西红柿 [xi1 hong2 shi4] /tomato/\n"
      "牡丹 牡丹 [mu3 dan5] /tree peony (a flower)/\n"
      "銀河 银河 [Yin2 he2] /Milky Way/\n"
      "彩虹 彩虹 [cai3 hong2] /rainbow/\n"
      "龍捲風 龙卷风 [long2 juan3 feng1] /tornado/\n"
      "向日葵 向日葵 [xiang4 ri4 kui2] /sunflower/\n"
      "諸葛亮 诸葛亮 [Zhu1 ge3 Liang4] /a strategist of old/military leader/\n");
  return dictionary;
}

ComparableName name(const std::string& text) { return comparable(*normalize(text)); }

float meaning(const std::string& a, const std::string& b) {
  return MeaningMatcher(name(a).view(), book()).match(name(b).view());
}

bool holds_word(const ComparableName& other, std::u32string_view key) {
  std::u32string_view rest = other.words;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(U' '), rest.size());
    const std::string base = base_form(std::string(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(end)));
    if (std::u32string(base.begin(), base.end()) == key) return true;
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return false;
}

bool holds_a_key(const MeaningMatcher& matcher, const ComparableName& other) {
  const auto words = matcher.words(), chinese = matcher.chinese();
  return std::any_of(words.begin(), words.end(), [&](const auto& key) { return holds_word(other, key); }) ||
         std::any_of(chinese.begin(), chinese.end(), [&](const auto& key) { return other.core_han.find(key) != other.core_han.npos; });
}

/// Names made of words that mean something to each other, and of some that do not.
class Names {
 public:
  explicit Names(unsigned seed) : random_(seed) {}

  std::string next() {
    const auto kind = pick(8);
    std::string text;
    if (kind != 0 && kind < 5) text = some(han_, 2, "");
    if (kind == 0 || kind >= 4) text += (text.empty() ? "" : " ") + some(latin_, 2, " ");
    return text;
  }

 private:
  std::size_t pick(std::size_t many) { return random_() % many; }
  std::string some(const std::vector<std::string>& words, std::size_t most, const std::string& between) {
    std::string text;
    const std::size_t count = 1 + pick(most);
    for (std::size_t at = 0; at < count; ++at) text += (text.empty() ? "" : between) + words[pick(words.size())];
    return text;
  }

  std::mt19937 random_;
  const std::vector<std::string> han_{"红", "牛", "马", "白", "金", "银", "鹰", "月亮", "月光", "太阳", "苹果", "妈", "娘", "爹", "番茄",
                                      "西红柿", "牡丹", "银河", "山", "羊", "老", "鼠", "天", "牌", "龙卷风", "𠀀"};
  const std::vector<std::string> latin_{"red", "bull", "horse", "horses", "white", "gold", "golden", "eagle", "moon", "moonlight", "sun",
                                        "redbull", "whitehorses", "mouse", "mice", "sky", "skies", "tornado", "cyclone", "milky", "way",
                                        "galaxy", "peony", "tree", "the", "of", "brand", "mother", "father", "tomatoes", "milkyway", "oxen",
                                        "making", "qwxyzz", "d'or", "ночь", "x", "mountain"};
};

}  // namespace

TEST_CASE("by what marque carries alone, a translation is told from other words") {
  const auto [han, words, least, most] = GENERATE(table<std::string, std::string, float, float>({
      {"羊", "sheep", 1, 1},
      {"羊", "goats", 0.9F, 0.99F},           // its second sense
      {"山羊", "goat", 0, 0},                  // half of it says nothing
      {"山羊", "mountain goat", 0.8F, 0.95F}, // character by character
      {"海门", "sea gates", 0.85F, 0.95F},
      {"海门山羊", "haimen goat", 0, 0},
      {"蓝月亮", "blue moon", 0.6F, 1},
      {"白马", "white horse winery", 0.6F, 0.9F},
      {"山羊", "panda", 0, 0},
      {"羊", "shee", 0, 0},
      {"羊", "sheeps s", 0.9F, 1},            // a single letter is no word
      {"", "goat", 0, 0},
      {"羊", "", 0, 0},
      {"的", "of", 0, 0},
  }));
  const float alike = MeaningMatcher(name(han).view(), Dictionary::built_in()).match(name(words).view());
  INFO(han << " " << words << " " << alike);
  CHECK(alike >= least);
  CHECK(alike <= most);
}

TEST_CASE("by what marque carries alone, plurals are one word with their singular, other endings are not") {
  const auto alike = [](const char* han, const char* word) {
    return MeaningMatcher(name(han).view(), Dictionary::built_in()).match(name(word).view());
  };
  CHECK(alike("狐", "foxes") == alike("狐", "fox"));
  CHECK(alike("狐", "fox") == 1.0F);
  CHECK(alike("莓", "berry") == alike("莓", "berries"));
  CHECK(alike("狐", "foxy") == 0.0F);
}

TEST_CASE("translations, compounds and synonyms are alike in meaning; other words are not") {
  const auto [a, b, least, most] = GENERATE(table<std::string, std::string, float, float>({
      {"苹果", "APPLE", 1, 1},
      {"苹果", "Apples", 1, 1},
      {"蘋果", "The Apple", 1, 1},
      {"苹果牌", "APPLE", 1, 1},
      {"苹果", "Apple Ltd.", 1, 1},
      {"牡丹", "PEONY", 0.6F, 0.9F},
      {"牡丹", "TREE PEONY", 1, 1},
      {"牡丹", "TREE", 0, 0},
      {"银河", "GALAXY", 0.6F, 0.95F},
      {"银河", "MILKYWAY", 0.9F, 1},
      {"白马", "WHITE HORSE", 0.8F, 1},
      {"白马", "Whitehorse", 0.7F, 0.95F},
      {"白马", "WHITE", 0, 0},
      {"白马", "WHITE DRAGON", 0, 0},
      {"白马", "HORSE WHITE GREEN", 0.5F, 0.7F},
      {"番茄", "西红柿", 0.95F, 1},
      {"老番茄", "老西红柿", 0.95F, 1},
      {"番茄", "月亮", 0, 0},
      {"大红妈", "大红娘", 0.9F, 1},
      {"大红妈", "小白娘", 0, 0},
      {"CYCLONE", "TORNADO", 0.6F, 0.95F},
      {"龙卷风", "CYCLONE", 0.6F, 0.95F},
      {"BIG HORSE", "LARGE HORSE", 0.9F, 1},
      {"BIG HORSE", "HORSES BIG", 1, 1},
      {"SPOON", "FORK", 0, 0},
      {"GREEN SPOON", "GREEN FORK", 0.3F, 0.8F},
      {"苹果", "ORANGE", 0, 0},
      {"太阳", "MOON", 0, 0},
      {"苹果", "橙子", 0, 0},
      {"苹果", "Zzyzx", 0, 0},
      {"苹果", "", 0, 0},
      {"", "", 0, 0},
      {"™", "苹果", 0, 0},
      {"苹果苹果苹果苹果苹果苹果苹果", "apple", 0, 0},
      {"苹果", "a apple b red c green d blue e white f black g", 0, 0},
      {"苹果 rot", "APPLE", 0.9F, 0.99F},
  }));
  const float score = meaning(a, b);
  INFO(a << " " << b << " " << score);
  CHECK(score >= least);
  CHECK(score <= most);
  CHECK(meaning(b, a) == score);
}

TEST_CASE("evidence names the parts and the gloss in which they meet") {
  const MeaningMatcher matcher(name("WHITE HORSE").view(), book());
  const MeaningEvidence evidence = matcher.explain(name("白马").view());
  CHECK(evidence.score == matcher.match(name("白马").view()));
  REQUIRE(evidence.links.size() == 2);
  CHECK(evidence.links[0].query == "white");
  CHECK(evidence.links[0].other == "白");
  CHECK(evidence.links[1].through == "horse");
  CHECK(evidence.relation == MeaningRelation::same);

  const auto swap = MeaningMatcher(name("大红妈").view(), book()).explain(name("大红娘").view());
  REQUIRE(swap.links.size() == 1);
  CHECK(swap.links[0].query == "妈");
  CHECK(swap.links[0].other == "娘");
}

TEST_CASE("clear meanings that differ are told from unknown ones") {
  const auto [a, b, expected] = GENERATE(table<std::string, std::string, MeaningRelation>({
      {"苹果", "橙子", MeaningRelation::different_clear},
      {"苹果", "MOON", MeaningRelation::different_clear},
      {"SPOON", "FORK", MeaningRelation::different_clear},
      {"诸葛亮", "诸葛酿", MeaningRelation::unknown},
      {"诸葛亮", "苹果", MeaningRelation::different_clear},
      {"Qwxyzz", "APPLE", MeaningRelation::unknown},
      {"番茄", "西红柿", MeaningRelation::same},
      {"牡丹", "PEONY", MeaningRelation::related},
  }));
  INFO(a << " " << b);
  CHECK(MeaningMatcher(name(a).view(), book()).explain(name(b).view()).relation == expected);
  CHECK(MeaningMatcher(name(b).view(), book()).explain(name(a).view()).relation == expected);
}

TEST_CASE("characters translate without a dictionary of the user's, words do not") {
  const auto score = [](const char* a, const char* b) {
    return MeaningMatcher(name(a).view(), Dictionary::built_in()).match(name(b).view());
  };
  CHECK(score("羊", "SHEEP") == 1.0F);
  CHECK(score("白马", "WHITE HORSE") > 0.7F);
  CHECK(score("苹果", "APPLE") < 0.8F);
}

TEST_CASE("whichever name asks, the score is the same, and names with a score hold a key") {
  Names names(20261122);
  std::size_t scored = 0;
  for (int round = 0; round < 100; ++round) {
    const std::string query = names.next();
    const ComparableName own = name(query);
    const MeaningMatcher matcher(own.view(), round % 4 == 0 ? Dictionary::built_in() : book());
    for (int other = 0; other < 100; ++other) {
      const std::string text = names.next();
      const ComparableName there = name(text);
      const float score = matcher.match(there.view());
      INFO(query << " | " << text << " " << score);
      REQUIRE(score >= 0);
      REQUIRE(score <= 1);
      REQUIRE((score == 0 || holds_a_key(matcher, there)));
      REQUIRE(matcher.explain(there.view()).score == score);
      if (other % 10 == 0 || score > 0) {
        const MeaningMatcher back(there.view(), round % 4 == 0 ? Dictionary::built_in() : book());
        REQUIRE(back.match(own.view()) == score);
      }
      scored += score > 0 ? 1 : 0;
    }
  }
  CHECK(scored > 50);
}

namespace {

/// Every choice of parts, one after the other.
float cover_by_trial(const std::vector<TranslatedPart>& parts, std::size_t characters, std::size_t words) {
  float best = 0;
  for (std::size_t choice = 0; choice < std::size_t{1} << parts.size(); ++choice) {
    unsigned met = 0, used = 0, bits = 0;
    float sum = 0;
    bool fits = true;
    for (std::size_t at = 0; at < parts.size(); ++at) {
      if ((choice >> at & 1) == 0) continue;
      const unsigned span = (1U << parts[at].end) - (1U << parts[at].begin);
      fits = fits && (met & span) == 0 && (used & parts[at].words) == 0;
      met |= span;
      used |= parts[at].words;
      sum += parts[at].likeness * static_cast<float>(parts[at].end - parts[at].begin);
    }
    for (unsigned left = used; left != 0; left &= left - 1) ++bits;
    if (fits) best = std::max(best, sum / static_cast<float>(characters) * static_cast<float>(bits) / static_cast<float>(words));
  }
  return best;
}

}  // namespace

TEST_CASE("the best cover is the best of all") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::size_t characters = 1 + random() % 5, words = 1 + random() % 4;
    std::vector<TranslatedPart> parts(random() % 8);
    for (TranslatedPart& part : parts) {
      part.begin = static_cast<std::uint8_t>(random() % characters);
      part.end = static_cast<std::uint8_t>(part.begin + 1 + random() % (characters - part.begin));
      part.words = static_cast<std::uint8_t>(1 + random() % ((1U << words) - 1));
      part.likeness = static_cast<float>(1 + random() % 10) / 10;
    }
    CHECK(best_cover(parts, characters, words).score == Approx(cover_by_trial(parts, characters, words)));
  }
}
