#include "marque/scoring/scorer.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "marque/text/encoding.hpp"

using namespace marque;

namespace {

Subject subject(std::string_view words) { return *make_subject(words); }

/// A name of characters, letters or both, from a small stock so that names often share parts.
std::string made_name(std::mt19937& random) {
  const std::u32string han = U"海门山羊江户窗太阳们末未木行长乐安途王旺", latin = U"abceinorstvw018 ";
  std::u32string name;
  const auto draw = [&](const std::u32string& stock, std::size_t most) {
    for (std::size_t count = random() % (most + 1); count > 0; --count) name += stock[random() % stock.size()];
  };
  if (random() % 4 != 0) draw(han, 5);
  if (random() % 3 == 0) draw(latin, 9);
  return encode_utf8(name);
}

bool in_range(const AspectScores& scores) {
  const auto fine = [](float score) { return score >= 0 && score <= 1; };
  return fine(scores.appearance) && fine(scores.sound) && fine(scores.meaning) && fine(scores.overall);
}

}  // namespace

TEST_CASE("scores are symmetric and between 0 and 1, and the same name gives 1") {
  std::mt19937 random(20261122);
  for (int round = 0; round < 4000; ++round) {
    const std::string x = made_name(random), y = made_name(random);
    const Subject a = subject(x), b = subject(y);
    CAPTURE(x, y);
    const AspectScores forward = score(a, b), backward = score(b, a);
    CHECK(forward == backward);
    CHECK(in_range(forward));
    if (a.name.skeleton != b.name.skeleton) CHECK(forward.overall < 1);
    if (!a.name.empty()) CHECK(score(a, a) == AspectScores{1, 1, 1, {}, 1});
  }
}

TEST_CASE("one scorer gives over many names what score() gives pair by pair") {
  std::mt19937 random(7);
  const Subject query = subject("海门行羊 VOR");
  Scorer scorer(query);
  for (int round = 0; round < 500; ++round) {
    const Subject other = subject(made_name(random));
    CHECK(scorer.score(other) == score(query, other));
  }
}

TEST_CASE("what is closer scores higher") {
  struct Row {
    std::string query, closer, farther, why;
  };
  const auto row = GENERATE(values<Row>({
      {"海门山羊", "海门山羊肉", "海门羊肉馆", "wholly contained"},
      {"海门山羊", "海们山羊", "海风山羊", "a look-alike character before a different one"},
      {"海门山羊", "HAIMEN SHANYANG", "HAIMING SHUIYANG", "its own pinyin"},
      {"银行", "银杭", "银江", "every reading counts: 行 is háng here"},
      {"太阳", "红太阳", "大红太阳能公司", "a larger share of the longer mark"},
      {"NORVEX", "N0RVEX", "NARVEX", "0 looks like O"},
      {"NORVEX", "NROVEX", "NXOVER", "two neighbours swapped"},
      {"PHOENIX", "FENIX", "PHANTOM", "ph sounds like f"},
      {"伊利", "伊利 YILI", "伊利亚", "an element more, not another word"},
  }));
  CAPTURE(row.query, row.closer, row.farther, row.why);
  CHECK(score(subject(row.query), subject(row.closer)).overall > score(subject(row.query), subject(row.farther)).overall);
}

TEST_CASE("a sound for which nothing of the look speaks counts for less") {
  WordLikeness heard, seen;
  heard[Likeness::letters_sound] = seen[Likeness::letters_sound] = 1;
  seen[Likeness::letters_look] = 0.5f;
  CHECK(aspects_of(heard).sound == aspects_of(seen).sound);
  CHECK(aspects_of(heard).overall < aspects_of(seen).overall - 0.05f);
}

TEST_CASE("one shared common character or letter is far from similar") {
  const auto [a, b] = GENERATE(table<std::string, std::string>({{"青岚", "松岚"}, {"海门山羊", "山泉"}, {"海门X", "X"}, {"AB", "BA1"}}));
  CAPTURE(a, b);
  CHECK(score(subject(a), subject(b)).overall < 0.6f);
}

TEST_CASE("nothing to compare scores nothing") {
  CHECK(score(subject(""), subject("海门")) == AspectScores{});
  CHECK(score(subject("！？"), subject("！？")) == AspectScores{});
}
