#include "scoring/meaning.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "marque/text/encoding.hpp"
#include "scoring/meaning_cover.hpp"
#include "scoring/meaning_words.hpp"
#include "support/meaningful_names.hpp"

using namespace marque;

namespace {

using meaningful::book;
using meaningful::Names;

ComparableName name(const std::string& text) { return comparable(*normalize(text)); }

float meaning(const std::string& a, const std::string& b) {
  return MeaningMatcher(name(a).view(), book()).match(name(b).view());
}

const MeaningKeys::Word* key_for(std::span<const MeaningKeys::Word> keys, const std::string& word) {
  const auto key = std::find_if(keys.begin(), keys.end(), [&](const auto& one) { return one.text == word; });
  return key == keys.end() ? nullptr : &*key;
}

/// What keys say of a name of words: 0 where they do not find it.
float bound_by_words(const MeaningKeys& keys, const std::vector<std::string>& words) {
  float gains = 0, likeness = 0;
  std::size_t met = 0, own = 0, synonyms = 0;
  for (const std::string& word : words) {
    if (const auto* key = key_for(keys.translations(), word)) gains += key->gain, ++met;
    if (const auto* key = key_for(keys.synonyms(), word)) {
      ++synonyms;
      if (key->own) ++own;
      else likeness = std::max(likeness, key->gain);
    }
  }
  if (words.empty()) return 0;
  const float translated = 2 * met > words.size() ? MeaningKeys::translation_bound(gains, met, words.size()) : 0;
  const bool repeated = std::set(words.begin(), words.end()).size() < words.size();
  return std::max(translated, synonyms < words.size() ? 0 : repeated ? 1 : keys.synonym_bound(likeness, own, words.size()));
}

float bound_by_characters(const MeaningKeys& keys, std::u32string_view han) {
  float bound = 0;
  for (std::size_t number = 0; number < keys.names(); ++number) {
    if (keys.name(number).text == han) bound = std::max(bound, keys.name(number).score);
  }
  std::vector<float> likenesses(han.size());
  for (const auto& word : keys.chinese()) {
    for (std::size_t at = han.find(word.text); at != han.npos; at = han.find(word.text, at + 1)) {
      for (std::size_t i = at; i < at + word.text.size(); ++i) likenesses[i] = std::max(likenesses[i], word.likeness);
    }
  }
  const auto met = han.size() - static_cast<std::size_t>(std::count(likenesses.begin(), likenesses.end(), 0.0F));
  if (2 * met <= han.size()) return bound;
  return std::max(bound, keys.chinese_bound(std::accumulate(likenesses.begin(), likenesses.end(), 0.0F), met, han.size()));
}

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

TEST_CASE("by what marque carries alone, plurals are one word with their singular, other endings are at most near") {
  const auto alike = [](const char* han, const char* word) {
    return MeaningMatcher(name(han).view(), Dictionary::built_in()).match(name(word).view());
  };
  CHECK(alike("狐", "foxes") == alike("狐", "fox"));
  CHECK(alike("狐", "fox") == 1.0F);
  CHECK(alike("莓", "berry") == alike("莓", "berries"));
  CHECK(alike("狐", "foxy") < 0.8F);
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
      {"EL LOBO", "WOLF", 0.9F, 0.99F},
      {"Der Adler", "THE EAGLE", 0.9F, 0.99F},
      {"Renard noir", "BLACK FOX", 0.9F, 0.99F},
      {"狼", "LOBO", 0.8F, 0.99F},
      {"ROSA ROJA", "RED ROSE", 0.9F, 0.99F},
      {"LOBO", "FUCHS", 0, 0},
      {"DR BEST", "DOCTOR BEST", 0.8F, 0.99F},
      {"HAPPY", "JOYFUL", 0.6F, 0.8F},
      {"HAPPY LIFE", "GLAD LIFE", 0.6F, 0.8F},
      {"HAPPY", "UNHAPPY", 0, 0},
      {"HAPPY", "SAD", 0, 0},
      {"JOY", "HAPPINESS", 0.6F, 0.8F},
      {"LIGHTNING BOLT", "THUNDERBOLT", 0.9F, 0.99F},
      {"BOLT OF LIGHTNING", "THUNDERBOLT", 0.9F, 0.99F},
      {"LION", "TIGER", 0, 0},
      {"BAKER", "BUTCHER", 0, 0},
      {"BUENA VIDA", "GOOD LIFE", 0.9F, 0.99F},
      {"BUENA VIDA", "GOOD WINE", 0, 0},
      {"DOS PERROS", "TWO DOGS", 0.9F, 0.99F},
      {"TRES PERROS", "TWO DOGS", 0, 0},
      {"BLANCHE NEIGE", "SNOW WHITE", 0.9F, 0.99F},
      {"ROSES BLANCHES", "WHITE ROSE", 0.9F, 0.99F},
      {"SETTE STELLE", "7 STARS", 0.8F, 0.99F},
      {"PREMIERES ETOILES", "LAST STARS", 0, 0.8F},
      {"LA", "LE", 0, 0},
      {"CHAT NOIR", "BLACK CAT", 0.9F, 0.99F},   // English too, in another sense: of its language beside words of it alone
      {"黑猫", "LE CHAT NOIR", 0.8F, 0.99F},
      {"Pain blanc", "WHITE BREAD", 0.9F, 0.99F},
      {"CHAT NOIR", "GATO NEGRO", 0.9F, 0.99F},
      {"CHAT ROOM", "CAT ROOM", 0, 0},
      {"CHAT NOIR", "BLACK CHAT", 0, 0.8F},
      {"PAIN", "BREAD", 0, 0},
      {"EL REY", "THE KING", 0.9F, 0.99F},
      {"EL REY", "THE QUEEN", 0, 0.8F},
      {"7-11", "SEVEN ELEVEN", 1, 1},
      {"7 ELEVEN", "711", 1, 1},
      {"SEVENELEVEN", "7-ELEVEN", 1, 1},
      {"ONEPLUS", "PLUS", 0, 0.6F},
      {"FIVE STARS", "5 STAR", 1, 1},
      {"1ST CHOICE", "FIRST CHOICE", 1, 1},
      {"21ST CENTURY", "TWENTY FIRST CENTURY", 1, 1},
      {"360", "THREE HUNDRED SIXTY", 1, 1},
      {"二十一", "TWENTY-ONE", 1, 1},
      {"二一", "21", 1, 1},
      {"三百六十", "360", 1, 1},
      {"7UP", "UP", 0, 0},
      {"STAR 7", "STAR 8", 0, 0.8F},
      {"LE PETIT PRINCE", "LITTLE PRINCE", 0.9F, 0.99F},
      {"1ST CHOICE", "2ND CHOICE", 0, 0.8F},
      {"12", "21", 0, 0},
      {"7匹狼", "SEVEN", 0, 0},
      {"B&B", "B AND B", 1, 1},
      {"A&B", "B AND A", 0, 0},
      {"BIGHORSE", "LARGEHORSE", 0.9F, 0.99F},   // joined
      {"Bighorse", "LARGE HORSE", 0.9F, 0.99F},
      {"BIG HORSE", "Bighorses", 1, 1},
      {"BIGHORSE", "BIGSPOON", 0, 0},
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

namespace {

/// With words whose English glosses are ambiguous, proper nouns, or shared by words that mean other things.
const Dictionary& ambiguous_book() {
  static const Dictionary dictionary = *Dictionary::read(
      "黑爾 黑尔 [Hei1 er3] /Hale (name)/\n"
      "哈爾 哈尔 [Ha1 er3] /Hale (name)/Hal (name)/\n"
      "硬朗 硬朗 [ying4 lang5] /hale/robust/\n"
      "勒逼 勒逼 [le4 bi1] /to coerce/\n"
      "信使神 信使神 [Xin4 shi3 shen2] /Mercury (Roman god)/\n"
      "水銀 水银 [shui3 yin2] /mercury/quicksilver/\n"
      "銀水 银水 [yin2 shui3] /mercury/\n"
      "番茄 番茄 [fan1 qie2] /tomato/\n"
      "西紅柿 西红柿 [xi1 hong2 shi4] /tomato/\n"
      "洋柿 洋柿 [yang2 shi4] /tomato (variety)/\n"
      "醫生 医生 [yi1 sheng1] /doctor; medical practitioner/\n"
      "醫師 医师 [yi1 shi1] /doctor/\n"
      "大夫 大夫 [dai4 fu5] /doctor; physician/\n"
      "自行車 自行车 [zi4 xing2 che1] /bicycle; bike/\n"
      "腳踏車 脚踏车 [jiao3 ta4 che1] /(Tw) bicycle; bike/\n"
      "光線 光线 [guang1 xian4] /light/ray/\n"
      "輕便 轻便 [qing1 bian4] /light/portable/\n"
      "點火 点火 [dian3 huo3] /to light/to ignite/\n"
      "結交 结交 [jie2 jiao1] /to associate (with)/to make friends/to befriend/to get along/\n"
      "設想 设想 [she4 xiang3] /to associate (in thought)/to imagine/to conceive/idea/\n"
      "豐年 丰年 [feng1 nian2] /harvest/\n"
      "收成 收成 [shou1 cheng2] /harvest/\n"
      "開鐮 开镰 [kai1 lian2] /to harvest/\n"
      "服從 服从 [fu2 cong2] /to comply/\n"
      "不依 不依 [bu4 yi1] /not to comply/\n"
      "姑媽 姑妈 [gu1 ma1] /aunt/\n"
      "姑娘 姑娘 [gu1 niang5] /girl/\n"
      "乾媽 干妈 [gan1 ma1] /adoptive mother/\n"
      "乾爹 干爹 [gan1 die1] /adoptive father/\n"
      "出力 出力 [chu1 li4] /to exert oneself/\n"
      "出勢 出势 [chu1 shi4] /to come out/\n");
  return dictionary;
}

}  // namespace

TEST_CASE("two Chinese names mean the same where they share a gloss in one sense, as one kind of word, as words of their own") {
  const auto [a, b, least, most] = GENERATE(table<std::string, std::string, float, float>({
      // Proper nouns and common words.
      {"黑尔", "哈尔", 0.9F, 1},
      {"黑尔", "硬朗", 0, 0},
      {"黑尔", "勒逼", 0, 0},              // nor by kinship: hale is to coerce
      {"信使神", "水银", 0, 0},
      {"水银", "银水", 0.9F, 1},
      {"黑尔", "HALE", 1, 1},              // marks have no case
      {"硬朗", "HALE", 1, 1},
      {"信使神", "MERCURY", 1, 1},
      // One gloss of few senses, or several.
      {"番茄", "西红柿", 0.95F, 1},
      {"医生", "大夫", 0.9F, 1},
      {"自行车", "脚踏车", 0.99F, 1},      // (Tw) tells the use, not the meaning
      {"光线", "轻便", 0.5F, 0.8F},        // light: rays, or no weight
      // How the gloss is written.
      {"丰年", "收成", 0.95F, 1},
      {"丰年", "开镰", 0.5F, 0.9F},       // a noun and a verb
      {"光线", "点火", 0, 0.5F},
      {"番茄", "洋柿", 0.9F, 0.98F},       // narrowed
      {"结交", "设想", 0.5F, 0.8F},
      {"服从", "不依", 0, 0},              // a negation says the opposite
      {"不依", "COMPLY", 0, 0.7F},         // of it only a part is left
      {"服从", "COMPLY", 1, 1},
      // Words as wholes.
      {"医生", "医师", 0.9F, 1},
      {"老医生", "老大夫", 0.9F, 1},
      {"姑妈", "姑娘", 0, 0.8F},           // an aunt is no girl, though 妈 and 娘 are a mother
      {"新姑妈", "新姑娘", 0, 0.85F},
      {"鹏妈", "鹏娘", 0.9F, 1},           // no word: read by its characters
      {"出力", "出势", 0, 0.8F},
      {"鹏力", "鹏势", 0.8F, 1},
      {"老干妈妈", "老干妈娘", 0.8F, 1},
      {"小干妈", "小干爹", 0.6F, 0.9F},    // the words themselves speak of a mother and a father
  }));
  const auto score = [](const std::string& x, const std::string& y) { return MeaningMatcher(name(x).view(), ambiguous_book()).match(name(y).view()); };
  CAPTURE(a, b, score(a, b));
  CHECK(score(a, b) >= least);
  CHECK(score(a, b) <= most);
  CHECK(score(b, a) == score(a, b));
  CHECK(MeaningMatcher(name(a).view(), ambiguous_book(), MeaningUse::many_names).match(name(b).view()) == score(a, b));
}

TEST_CASE("characters may render letters part by meaning, part by sound, in the order of the letters") {
  const auto [han, letters, least, most] = GENERATE(table<std::string, std::string, float, float>({
      {"华尔街", "WALL STREET", 0.8F, 0.9F},   // 街 is a street
      {"剑桥", "CAMBRIDGE", 0.7F, 0.9F},
      {"新西兰", "NEW ZEALAND", 0.7F, 0.9F},
      {"冰淇淋", "Icecream", 0.7F, 0.9F},
      {"狼图", "WOLFTOOL", 0.7F, 0.9F},
      {"图狼", "WOLFTOOL", 0, 0},              // the other order
      {"狼图", "WOLFHAMMER", 0, 0},            // the rest sounds otherwise
      {"狼", "WOLF", 0, 0},                    // nothing is left to be heard
      {"狼图", "WOLF图", 0, 0},
      {"狼图", "", 0, 0},
      {"", "", 0, 0},
  }));
  const auto rendered = [](const std::string& a, const std::string& b) {
    return MeaningMatcher(name(a).view(), Dictionary::built_in()).rendered(name(b).view());
  };
  CAPTURE(han, letters);
  const float score = rendered(han, letters);
  CHECK(score >= least);
  CHECK(score <= most);
  CHECK(rendered(letters, han) == score);
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
      {"CARHEN", "APPLE", MeaningRelation::unknown},   // joined by chance, perhaps
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

TEST_CASE("whichever name asks and of however many, the score is the same, and no higher than keys say") {
  Names names(20261122);
  std::size_t scored = 0;
  for (int round = 0; round < 100; ++round) {
    const std::string query = names.next();
    const ComparableName own = name(query);
    const Dictionary& dictionary = round % 4 == 0 ? Dictionary::built_in() : book();
    const MeaningMatcher matcher(own.view(), dictionary), many = matcher.for_many_names();
    for (int other = 0; other < 100; ++other) {
      const std::string text = names.next();
      const ComparableName there = name(text);
      const float score = matcher.match(there.view());
      INFO(query << " | " << text << " " << score);
      REQUIRE((score == 0 || score > 0.5F));
      REQUIRE(score <= 1);
      REQUIRE(many.match(there.view()) == score);
      REQUIRE(score <= std::max(bound_by_words(many.keys(), meaning_words(there.words)), bound_by_characters(many.keys(), there.core_han)) + 1e-5F);
      REQUIRE(matcher.explain(there.view()).score == std::max(score, matcher.rendered(there.view())));
      if (other % 10 == 0 || score > 0) REQUIRE(MeaningMatcher(there.view(), dictionary).match(own.view()) == score);
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
