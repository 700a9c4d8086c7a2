#include "marque/search/rarity.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "marque/scoring/subject.hpp"

using namespace marque;

namespace {

WordLikeness with(Likeness way, float value) {
  WordLikeness likeness;
  likeness[way] = value;
  return likeness;
}

Subject subject(std::string_view name) { return *make_subject(name); }

}  // namespace

TEST_CASE("the rank never falls as the value rises, and starts at 0") {
  const Rarity rarity;
  for (std::size_t way = 0; way < likeness_count; ++way) {
    for (std::size_t length = 1; length <= Rarity::lengths; ++length) {
      const auto rank = [&](float value) { return rarity.rank(static_cast<Likeness>(way), length, value); };
      CHECK(rank(0) == 0);
      for (float value = 0; value < 1; value += 0.01f) CHECK(rank(value) <= rank(value + 0.01f));
      CHECK(rank(1) <= 1);
    }
  }
}

TEST_CASE("the value at a rank is the least that has it") {
  const Rarity rarity;
  std::mt19937 random(3);
  std::uniform_real_distribution<float> any(0, 1);
  for (int round = 0; round < 2000; ++round) {
    const auto way = static_cast<Likeness>(random() % likeness_count);
    const std::size_t length = 1 + random() % 14;
    const float wanted = any(random), value = rarity.value_at(way, length, wanted);
    if (value > 1) {
      CHECK(rarity.rank(way, length, 1) < wanted);
    } else {
      CHECK(rarity.rank(way, length, value) >= wanted);
      if (value > 0.001f) CHECK(rarity.rank(way, length, value - 0.001f) < wanted + 0.001f);
    }
  }
}

TEST_CASE("a likeness that few names reach outranks one that many reach") {
  const Subject query = subject("海门");
  RarityCounts counts;
  for (int name = 0; name < 100000; ++name) {
    WordLikeness likeness = with(Likeness::characters_sound, name % 100 == 0 ? 0.99f : 0.1f);
    likeness[Likeness::characters_look] = name % 5000 == 0 ? 0.8f : 0.1f;
    counts.add(query.comparable.view(), likeness);
  }
  const Rarity rarity = counts.measured();
  CHECK(rarity.rank(Likeness::characters_look, 2, 0.8f) > rarity.rank(Likeness::characters_sound, 2, 0.99f));
  CHECK(rarity.rank(Likeness::characters_sound, 2, 0.98f) * Rarity::decades == Approx(2).margin(0.1));
  CHECK(rarity.rank(Likeness::characters_look, 2, 0.9f) > rarity.rank(Likeness::characters_look, 2, 0.8f));
}

TEST_CASE("a word of letters has more synonyms in letters, by their forms, than translations: those rank higher") {
  const Rarity rarity;
  const std::size_t letters = rarity_length(Likeness::meaning, subject("SUNFLOWER").comparable.view()), characters = rarity_length(Likeness::meaning, subject("向日葵").comparable.view());
  CHECK(rarity.rank(Likeness::meaning, letters, 0.95f, true) > rarity.rank(Likeness::meaning, letters, 0.95f));
  CHECK(rarity.value_at(Likeness::meaning, letters, 0.45f, true) <= rarity.value_at(Likeness::meaning, letters, 0.45f));
  CHECK(rarity.rank(Likeness::meaning, characters, 0.95f, true) == rarity.rank(Likeness::meaning, characters, 0.95f));
  CHECK(rarity.rank(Likeness::across_sound, letters, 0.95f, true) == rarity.rank(Likeness::across_sound, letters, 0.95f));
}

TEST_CASE("ways and lengths that the sample does not show keep the built-in ranks") {
  const Rarity prior, measured = RarityCounts().measured();
  CHECK(measured == prior);
}

TEST_CASE("a damaged table is mended into a monotone one") {
  std::vector<float> table(Rarity::size());
  std::mt19937 random(5);
  for (float& share : table) share = static_cast<float>(random() % 100) - 50;
  const Rarity rarity(table);
  for (float value = 0; value < 1; value += 0.05f)
    CHECK(rarity.rank(Likeness::meaning, 3, value) <= rarity.rank(Likeness::meaning, 3, value + 0.05f));
}

TEST_CASE("characters and letters are ranked by their own lengths") {
  const Subject both = subject("海门 HAIMEN");
  CHECK(rarity_length(Likeness::characters_look, both.comparable.view()) == 2);
  CHECK(rarity_length(Likeness::letters_look, both.comparable.view()) == 6);
  CHECK(rarity_length(Likeness::across_sound, subject("HAIMEN").comparable.view()) == 9);
  CHECK(rarity_length(Likeness::across_sound, subject("海门").comparable.view()) == 2);
}
