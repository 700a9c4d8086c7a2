#include "scoring/letters.hpp"

#include <cmath>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "marque/scoring/subject.hpp"
#include "marque/text/encoding.hpp"
#include "scoring/weights.hpp"

using namespace marque;

namespace {

ComparableName of(std::string_view words) { return comparable(*normalize(words)); }

LetterLikeness between(std::string_view a, std::string_view b) { return LetterMatcher(of(a).view()).match(of(b).view()); }

float best(const LetterLikeness& likeness) {
  return std::max({likeness.look, likeness.sound, likeness.mixed, likeness.part});
}

/// Names of few letters, so that near ones are common; and names made from another by slips of hand, eye and ear.
class Names {
 public:
  explicit Names(unsigned seed) : draw_(seed) {}

  std::u32string name() {
    static constexpr std::u32string_view letters = U"aaeeiioulnrstmdbcwv0157hкア";
    std::u32string text;
    for (std::size_t length = 1 + below(12); length > 0; --length) text += letters[below(letters.size())];
    return text;
  }

  std::u32string like(std::u32string text) {
    for (std::size_t slips = 1 + below(3); slips > 0; --slips) slip(text);
    return text;
  }

  std::size_t below(std::size_t end) { return draw_() % end; }

 private:
  void slip(std::u32string& text) {
    const std::size_t at = below(text.size());
    switch (below(6)) {
      case 0: text[at] = name()[0]; break;
      case 1: text.insert(at, name()); break;
      case 2: if (text.size() > 1) text.erase(at, 1); break;
      case 3: std::swap(text[at], text[text.size() / 2]); break;
      case 4: text = text.substr(at) + text.substr(0, at); break;
      default: text.replace(at, 1, text[at] == U'm' ? U"rn" : U"w"); break;
    }
  }

  std::mt19937 draw_;
};

ComparableName made_of(const std::u32string& letters) { return of(encode_utf8(letters)); }

bool word_in_common(const ComparableName& a, const ComparableName& b) {
  const auto own = distinctive_words(a.view()), other = distinctive_words(b.view());
  return std::find_first_of(own.begin(), own.end(), other.begin(), other.end()) != own.end();
}

}  // namespace

TEST_CASE("swapped neighbours and look-alike letters cost less than other letters") {
  CHECK(letter_look(U"norvex", U"nrovex") > letter_look(U"norvex", U"naavex"));
  CHECK(letter_look(U"norvex", U"n0rvex") > letter_look(U"norvex", U"narvex"));
  CHECK(letter_look(U"norvex", U"norvex") == 1);
}

TEST_CASE("of two changes of a name the smaller one is more alike by look") {
  const auto [name, nearer, farther] = GENERATE(table<std::string, std::string, std::string>({
      {"norvexa", "n0rvexa", "nurvexa"},       // round
      {"gullivar", "gu1livar", "gutlivar"},    // one stroke
      {"modernex", "rnodernex", "tsodernex"},  // rn reads m
      {"wexalor", "vvexalor", "ptexalor"},     // vv reads w
      {"norvexa", "nrovexa", "npivexa"},       // swapped neighbours
      {"norvexa", "norvixa", "norvxa"},        // another letter in place of one, and none
      {"norvexa", "norvixa", "norkexa"},       // a vowel for a vowel, a consonant for a consonant
      {"norvexa", "norvvexa", "norvtexa"},     // doubled
      {"norvexa", "norvexi", "iorvexa"},       // the first letters are read first
      {"norvexalin", "norvex", "nrealn"},      // what stays together, and what is strewn
      {"norvexa", "ноrvexa", "жфrvexa"},       // Cyrillic
  }));
  CAPTURE(name, nearer, farther);
  CHECK(between(name, nearer).look > between(name, farther).look);
}

TEST_CASE("of two changes of a name the one that sounds nearer is more alike by sound") {
  const auto [name, nearer, farther] = GENERATE(table<std::string, std::string, std::string>({
      {"dorvexa", "torvexa", "morvexa"},       // voice
      {"galdino", "kaldino", "paldino"},
      {"dorlan", "dolran", "dovkan"},          // liquids
      {"norvexa", "norvixa", "norkexa"},       // vowels weigh less
      {"phorvex", "forvex", "porvex"},
      {"norvexa", "норвекса", "морведа"},      // Cyrillic
      {"sakura", "さくら", "みかん"},          // kana
      {"forvex", "4vex", "9vex"},              // digits beside letters are read
  }));
  CAPTURE(name, nearer, farther);
  CHECK(between(name, nearer).sound > between(name, farther).sound);
}

TEST_CASE("the whole of one name in another is a part, most as words of its own") {
  const auto [name, nearer, farther] = GENERATE(table<std::string, std::string, std::string>({
      {"norvex", "norvex pillow", "norvexpillow"},
      {"norvex", "norvex premium", "norvex pillow"},
      {"norvex", "dalmo norvex", "dalmonorvex"},
      {"norvex", "norvexa", "norvexpillow"},
      {"norvex", "norvexan", "annorvex"},
      {"tilo varn", "the tilo varn house", "tilo varn dorbexa"},   // beside weak words
      {"norvex", "econorvex", "nornorvex"},                        // even joined
      {"norvex", "norvexa garden", "norvexagarden"},               // the first word is read by itself
      {"norvex", "norvexa garden", "garden norvexa"},
  }));
  CAPTURE(name, nearer, farther);
  CHECK(between(name, nearer).part > between(name, farther).part);
  CHECK(between(name, farther).part > 0);
}

TEST_CASE("a word of three letters is less of a part than one of four") {
  CHECK(between("norv", "norv dalmotil").part - between("nor", "nor vdalmotil").part > 0.05f);
  CHECK(between("nor", "the nor house").part > between("nor", "nor vdalmo").part);   // but beside weak words
}

TEST_CASE("names of as many words with a distinctive one in common are more alike") {
  CHECK(between("norvex tilbar", "norvex tolgen").mixed > between("norvexes tilbar", "norvexen tolgen").mixed);
  CHECK(between("norvex tilbar", "norvex").mixed < between("norvex tilbar", "norvex tilbarn").mixed);
  CHECK(between("norvex tilbar", "norvex tolgen").mixed > between("norvex tilbar", "norvextolgen").mixed);
}

TEST_CASE("of names that are alike in every way, those of the same length and as many words come first in mixed") {
  CHECK(between("norvex", "norvax").mixed > between("norvex", "norvexal").mixed);
  CHECK(between("norvex tilbar", "norvix tolbar").mixed > between("norvex tilbar", "norvixtolbar").mixed);
  CHECK(between("norvex tilbar", "norvix tolbar").look == between("norvex tilbar", "norvixtolbar").look);
}

TEST_CASE("a name joined to a word of the language is a part by itself") {
  CHECK(between("varn", "varnwater").part >= between("varn", "varnwatex").part);
  CHECK(between("vex", "vexhorse").part > between("vex", "vexhorsu").part);
  CHECK(between("vex", "horsevexhorse").part > between("vex", "horsevexhorsu").part);
}

TEST_CASE("stretches and letters that change places are parts") {
  CHECK(between("norvexgard", "gardnorvex").part > 0.8f);
  CHECK(between("norvex gard", "gard norvex").part > 0.8f);
  CHECK(between("norvex gard", "norvexes little gard").part > 0.6f);
  CHECK(between("tavo", "vato").part == Approx(weights::anagram / 255.0f));
  CHECK(between("tavo", "vatu").part == 0);
}

TEST_CASE("names that share little are not alike in any way") {
  const auto [a, b] = GENERATE(table<std::string, std::string>({
      {"norvex", "tilban"}, {"painting", "clearing"}, {"abc", "xyz"}, {"ab", "cd"}, {"haimen", "zorvexa"},
      {"2008", "1397"}, {"さくら", "みかん"}, {"norvex", "さくら"}, {"", "norvex"}}));
  CAPTURE(a, b);
  CHECK(best(between(a, b)) <= 0.6f);
}

TEST_CASE("marks of two letters are alike only where they are equal or look equal") {
  CHECK(best(between("ab", "ac")) <= 0.6f);
  CHECK(between("lo", "l0").look > 0.9f);
  CHECK(best(between("ab", "ab")) == 1);
}

TEST_CASE("only equal names are fully alike, and every way is symmetric and a whole number of 255ths") {
  Names names(GENERATE(range(1u, 9u)));
  for (int round = 0; round < 300; ++round) {
    const ComparableName a = made_of(names.name()), b = made_of(names.like(a.latin));
    const LetterLikeness there = LetterMatcher(a.view()).match(b.view()), back = LetterMatcher(b.view()).match(a.view());
    CAPTURE(encode_utf8(a.latin), encode_utf8(b.latin));
    CHECK(there.look == back.look);
    CHECK(there.sound == back.sound);
    CHECK(there.mixed == back.mixed);
    CHECK(there.part == back.part);
    CHECK((a.latin == b.latin) == (there.look == 1));
    for (const float way : {there.look, there.sound, there.mixed, there.part})
      CHECK(way * 255 == Approx(std::round(way * 255)).margin(1e-4));
    if (a.core_latin.size() == b.core_latin.size() && LetterSignature(LetterView::sound, a.phones).units == LetterSignature(LetterView::sound, b.phones).units) CHECK(there.mixed >= 0.95f * std::max({there.look, there.part, 0.81f * there.sound}) - 2 / 255.0f);
  }
}

TEST_CASE("a name that reaches a floor has the least of a way by which a search looks for it") {
  Names names(GENERATE(range(1u, 17u)));
  for (int round = 0; round < 300; ++round) {
    const ComparableName a = made_of(names.name());
    const ComparableName b = names.below(4) == 0 ? of(encode_utf8(names.like(a.latin)) + " ltd") : made_of(names.like(a.latin));
    const LetterLikeness reached = LetterMatcher(a.view()).match(b.view());
    if (a.latin == b.latin) continue;
    CAPTURE(encode_utf8(a.latin), encode_utf8(b.latin), encode_utf8(b.words));
    const auto of_255 = [](float way) { return static_cast<int>(std::lround(way * 255)); };
    const int look = reached.look == 0 ? 0 : static_cast<int>(std::ceil((reached.look * 255 + 1) / weights::generic_difference));   // of the cores
    const auto units = [](LetterView view, std::u32string_view letters) { return LetterSignature(view, letters).units; };
    const auto found = [&](const LetterLikeness& floors) {
      const int whole = least_look(floors, a.latin.size(), b.latin.size()), core = least_look(floors, a.core_latin.size(), b.core_latin.size());
      return std::min(look, 255) >= std::min(whole, core) ||
             of_255(reached.sound) >= least_sound(floors, units(LetterView::sound, a.phones), units(LetterView::sound, b.phones)) ||
             of_255(reached.part) >= least_part(floors, a.core_latin.size(), b.core_latin.size());
    };
    constexpr float never = 2;
    if (reached.look > 0) CHECK(found({reached.look, never, never, never}));
    if (reached.sound > 0) CHECK(found({never, reached.sound, never, never}));
    if (reached.mixed > 0 && !word_in_common(a, b)) CHECK(found({never, never, reached.mixed, never}));
    if (reached.part > 0) CHECK(found({never, never, never, reached.part}));
    CHECK_FALSE(found({never, never, never, never}));
  }
}

TEST_CASE("what cannot change a likeness is left out before texts are aligned") {
  Names names(GENERATE(range(1u, 9u)));
  for (int round = 0; round < 300; ++round) {
    const std::u32string a = names.name(), b = names.like(a);
    const LetterSide side(LetterView::sound, a);
    const LetterProfile other(LetterView::sound, b);
    const int aligned = aligned_likeness(LetterView::sound, side.text, LetterText(b), side.profile.whole + other.whole);
    CAPTURE(encode_utf8(a), encode_utf8(b));
    CHECK(phone_likeness(a, b) == Approx(aligned < weights::letter_sound_least ? 0 : aligned / 255.0).margin(1e-6));
  }
}

TEST_CASE("letters beyond the compared ones change nothing and are read safely") {
  const std::u32string longest(4000, U'a'), other = longest + U"b";
  const ComparableName a = made_of(longest), b = made_of(other);
  CHECK(best(LetterMatcher(a.view()).match(b.view())) > 0.99f);
}

TEST_CASE("words that say what is sold are no words by which names are as long or have one in common") {
  CHECK(between("LILMA NORVEX", "NORVEX OIL").mixed <= between("LILMA NORVEX", "NORVEX").mixed);
  CHECK(between("NORVEX", "NARVEX COFFEE").mixed > between("NORVEX", "NARVEX MORDAN").mixed);
  CHECK(between("NORVEX BALDIM", "NARVEX BALDIM").mixed > between("NORVEX", "NARVEX").mixed);   // a word of its own in common
}
