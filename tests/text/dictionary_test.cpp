#include "marque/text/dictionary.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "marque/text/encoding.hpp"
#include "text/dictionary_numbers.hpp"
#include "text/gloss_form.hpp"

using namespace marque;

namespace {

const std::string sample =
    "# A small book\n"
    "#! date=2026-01-02T03:04:05Z\n"
    "蘋果 苹果 [Ping2 guo3] /Orchard (a company)/\r\n"
    "蘋果 苹果 [ping2 guo3] /apple/CL:個|个[ge4],顆|颗[ke1]/\n"
    "金雕 金雕 [jin1 diao1] /(bird species) the golden eagles (Aquila)/\n"
    "猛禽 猛禽 [meng3 qin2] /bird of prey; raptor/\n"
    "跑 跑 [pao3] /to run/to run away (from sb)/\n"
    "里 里 [li3] /variant of 裡|里[li3]/\n"
    "很久以前 很久以前 [hen3 jiu3 yi3 qian2] /a very long time ago indeed/\n";

std::vector<std::string> heads(const Dictionary& dictionary, std::u32string_view word) {
  std::vector<std::string> found;
  for (const Gloss& gloss : dictionary.glosses(word)) found.push_back(gloss.head);
  return found;
}

Dictionary small() { return *Dictionary::read(sample); }

std::string little_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t code = 0xFFFFFFFF;
  for (const char c : bytes) {
    code ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) code = code >> 1 ^ ((code & 1) != 0 ? 0xEDB88320U : 0);
  }
  return ~code;
}

/// One gzip member of one stored block (at most 65535 bytes).
std::string gzip(const std::string& text) {
  const auto length = static_cast<std::uint32_t>(text.size());
  const std::string lengths = little_endian(length).substr(0, 2) + little_endian(~length).substr(0, 2);
  return std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03\x01", 11) + lengths + text + little_endian(crc32(text)) + little_endian(length);
}

}  // namespace

TEST_CASE("glosses are base forms without articles, notes and brackets, common senses before names") {
  const Dictionary book = small();
  const auto [word, expected] = GENERATE(table<std::u32string, std::vector<std::string>>({
      {U"苹果", {"apple", "orchard"}},
      {U"金雕", {"golden eagle"}},
      {U"猛禽", {"bird prey", "raptor"}},
      {U"跑", {"run", "run away"}},
      {U"很久以前", {}},
      {U"蘋果", {}},
      {U"", {}},
  }));
  INFO(encode_utf8(word));
  auto found = heads(book, word);
  if (word.size() == 1) found.resize(std::min(found.size(), expected.size()));  // characters go on with Unihan's
  CHECK(found == expected);
}

TEST_CASE("a gloss is told by how the file writes it: a proper noun, a verb, another word, narrowed by a note") {
  using namespace gloss_form;
  const auto [senses, expected] = GENERATE(table<std::string, int>({
      {"apple", plain},
      {"to eat an apple", verb},
      {"Orchard (a company)", proper | narrowed},
      {"Milky Way", proper},
      {"the Milky way", proper},
      {"apple (of a tree)", plain | narrowed},
      {"(coll.) apple", plain},
      {"apple (Tw, old)", plain},
      {"(coll.) (of a tree) apple", plain | narrowed},
      {"apple (CL:個|个[ge4])", plain},
      {"apple [ping2]", plain},
      {"apple/to apple", plain | verb},
      {"apple (of a tree)/apple", plain},
      {"apple (unclosed", plain | narrowed},
      {"tofu", plain},
  }));
  const Dictionary book = *Dictionary::read("蘋果 苹果 [ping2 guo3] /" + senses + "/");
  const DictionaryNumbers numbers(book);
  const auto forms = numbers.forms(numbers.find_word(U"苹果"));
  CAPTURE(senses);
  REQUIRE(forms.size() == 1);
  CHECK(int{forms[0]} == expected);
}

TEST_CASE("a semicolon parts glosses outside brackets alone, and each has its own note") {
  const Dictionary book = *Dictionary::read("蘋果 苹果 [ping2 guo3] /apple (red; green); to bite/");
  CHECK(heads(book, U"苹果") == std::vector<std::string>{"apple", "bite"});
  const DictionaryNumbers numbers(book);
  const auto forms = numbers.forms(numbers.find_word(U"苹果"));
  REQUIRE(forms.size() == 2);
  CHECK(int{forms[0]} == (gloss_form::plain | gloss_form::narrowed));
  CHECK(int{forms[1]} == gloss_form::verb);
}

TEST_CASE("words are found by the noun of their gloss and by the whole gloss") {
  const Dictionary book = small();
  const auto holds = [](const std::vector<Translation>& found, std::u32string_view word) {
    return std::any_of(found.begin(), found.end(), [&](const auto& one) { return one.word == word; });
  };
  CHECK(holds(book.translations("eagle"), U"金雕"));
  CHECK(holds(book.translations("eagle"), U"雕") == holds(book.words_for("eagle"), U"雕"));
  CHECK_FALSE(holds(book.words_for("eagle"), U"金雕"));
  CHECK_FALSE(holds(book.translations("golden"), U"金雕"));
  CHECK(holds(book.words_for("golden eagle"), U"金雕"));
  CHECK(holds(book.translations("bird"), U"猛禽"));
  CHECK_FALSE(holds(book.translations("prey"), U"猛禽"));
  CHECK(book.noun_of("bird prey") == "bird");
  CHECK(book.family("eagle") == book.translations("eagle").size());
  CHECK(book.words_for("no such gloss").empty());
}

TEST_CASE("each gloss leads back to its word") {
  const Dictionary& book = Dictionary::built_in();
  for (char32_t character = 0x4E00; character < 0x4F00; ++character) {
    for (const Gloss& gloss : book.glosses({&character, 1})) {
      const auto words = book.words_for(gloss.head);
      INFO(gloss.head);
      CHECK(std::count(words.begin(), words.end(), Translation{std::u32string(1, character), gloss}) == 1);
    }
  }
}

TEST_CASE("the built-in dictionary knows characters alone and says so") {
  const Dictionary& book = Dictionary::built_in();
  CHECK(book.is_built_in());
  CHECK(book.longest_word() == 1);
  CHECK(book.size() > 10000);
  CHECK(heads(book, U"羊") == std::vector<std::string>{"sheep", "goat"});
  CHECK_FALSE(book.contains(U"苹果"));
}

TEST_CASE("a file's edition is told, with and without gzip") {
  const std::string text = GENERATE(as<std::string>{}, sample, "\xEF\xBB\xBF" + sample, gzip(sample), gzip(sample.substr(0, 40)) + gzip(sample.substr(40)));
  const auto book = Dictionary::read(text);
  REQUIRE(book);
  CHECK(book->edition() == "A small book 2026-01-02");
  CHECK(book->bad_lines() == 0);
  CHECK_FALSE(book->is_built_in());
  CHECK(book->contains(U"很久以前"));
}

TEST_CASE("bad lines are left out and counted") {
  const std::string line = GENERATE(as<std::string>{}, "苹果", "苹果 苹果 /apple/", "苹果 苹果 [ping2 guo3 /apple/", "苹果 苹果 [ping2 guo3] apple/",
                                    "苹果 苹果 [ping2 guo3] /apple", "苹果 苹果 ping2 guo3] /apple/", "  ] /", "[] /", "苹果  [] /apple/",
                                    std::string("苹果 苹果 [a] /ap\0ple/", 26), "\xE8\x8B \xE8\x8B [a] /apple/", "苹果 苹果 [a] /" + std::string(70'000, 'a') + "/");
  const auto book = Dictionary::read(line + "\n羊 羊 [yang2] /sheep/");
  INFO(line.substr(0, 40));
  REQUIRE(book);
  CHECK(book->bad_lines() == 1);
  CHECK_FALSE(book->contains(U"苹果"));
  CHECK(heads(*book, U"羊").front() == "sheep");
}

TEST_CASE("what is no dictionary is refused with its reason") {
  const std::string packed = gzip(sample);
  std::string flipped = packed;
  flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 1);
  const auto [bytes, code] = GENERATE_COPY(table<std::string, ErrorCode>({
      {"", ErrorCode::malformed},
      {"# only a comment\n", ErrorCode::malformed},
      {std::string(1000, '\0'), ErrorCode::malformed},
      {"\x1f\x8b", ErrorCode::corrupt},
      {packed.substr(0, packed.size() / 2), ErrorCode::corrupt},
      {packed.substr(0, packed.size() - 1), ErrorCode::corrupt},
      {packed + "more", ErrorCode::corrupt},
      {flipped, ErrorCode::corrupt},
  }));
  const auto book = Dictionary::read(bytes);
  REQUIRE_FALSE(book);
  CHECK(book.error().code == code);
  CHECK_FALSE(book.error().message.empty());
}

TEST_CASE("a dictionary larger than the limits is refused") {
  DictionaryLimits limits;
  const auto refused = [&](const std::string& bytes) {
    const auto book = Dictionary::read(bytes, limits);
    return !book && book.error().code == ErrorCode::limit_exceeded;
  };
  CHECK_FALSE(refused(gzip(sample)));
  limits.text_bytes = sample.size() - 1;
  CHECK(refused(gzip(sample)));
  limits.text_bytes = sample.size();
  CHECK_FALSE(refused(gzip(sample)));
  limits.words = 2;
  CHECK(refused(sample));
}

TEST_CASE("any prefix of a dictionary is read or refused, never worse") {
  const std::string whole = GENERATE(as<std::string>{}, sample, gzip(sample));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto book = Dictionary::read(whole.substr(0, length));
    if (book) CHECK(book->bad_lines() <= 1);
  }
}

TEST_CASE("a file is opened by its path, and an error names it") {
  const std::string path = (std::filesystem::temp_directory_path() / ("marque_dictionary_test_" + std::to_string(::getpid()))).string();
  std::ofstream(path, std::ios::binary) << gzip(sample);
  const auto book = Dictionary::open(path);
  DictionaryLimits limits;
  limits.file_bytes = 100;
  const auto too_large = Dictionary::open(path, limits);
  std::remove(path.c_str());
  REQUIRE(book);
  CHECK(heads(*book, U"金雕") == std::vector<std::string>{"golden eagle"});
  REQUIRE_FALSE(too_large);
  CHECK(too_large.error().code == ErrorCode::limit_exceeded);

  const auto missing = Dictionary::open(path);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK(missing.error().where.file == path);
  const auto folder = Dictionary::open(std::filesystem::temp_directory_path().string());
  REQUIRE_FALSE(folder);
}
