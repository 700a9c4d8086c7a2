#include "marque/text/dictionary.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/embedded.hpp"
#include "text/dictionary_contents.hpp"
#include "text/gunzip.hpp"

MARQUE_EMBEDDED(marque_dictionary)

namespace marque {

namespace {

constexpr std::string_view built_in_edition = "Unihan 15.0";

Result<std::string> bytes_of(const std::string& path, std::size_t most) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    const ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::storage;
    return Error{code, "cannot open the dictionary: " + std::string(std::strerror(errno))};
  }
  std::string bytes;
  constexpr std::size_t step = 1u << 20;
  while (file && bytes.size() <= most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + step);
    file.read(bytes.data() + before, static_cast<std::streamsize>(step));
    bytes.resize(before + static_cast<std::size_t>(file.gcount()));
  }
  if (bytes.size() > most) return Error{ErrorCode::limit_exceeded, "a dictionary of more than " + std::to_string(most) + " bytes"};
  if (file.bad() || (bytes.empty() && errno != 0)) return Error{ErrorCode::storage, "cannot read the dictionary"};
  return bytes;
}

}  // namespace

const Dictionary& Dictionary::built_in() {
  static const Dictionary dictionary = [] {
    auto contents = std::make_shared<Contents>(table_image::Reader(embedded(marque_dictionary, marque_dictionary_end)));
    contents->edition = built_in_edition;
    contents->built_in = true;
    return Dictionary(std::move(contents));
  }();
  return dictionary;
}

Result<Dictionary> Dictionary::open(const std::string& path, const DictionaryLimits& limits) {
  const auto bytes = bytes_of(path, limits.file_bytes);
  if (!bytes) return bytes.error().in_file(path);
  auto dictionary = read(*bytes, limits);
  if (!dictionary) return dictionary.error().in_file(path);
  return dictionary;
}

Result<Dictionary> Dictionary::read(std::string_view bytes, const DictionaryLimits& limits) {
  std::string unpacked;
  if (is_gzip(bytes)) {
    auto text = gunzip(bytes, limits.text_bytes);
    if (!text) return text.error();
    unpacked = *std::move(text);
    bytes = unpacked;
  }
  DictionaryReader reader(limits);
  if (const auto read = reader.read_lines(bytes); !read) return read.error();
  reader.add_characters();
  const std::string edition = reader.edition().empty() ? "unnamed" : reader.edition();
  return reader.finish(edition);
}

std::vector<Gloss> Dictionary::glosses(std::u32string_view word) const {
  const std::uint32_t number = contents_->words.find(word);
  std::vector<Gloss> found;
  if (number == contents_->words.none) return found;
  for (const std::uint32_t head : contents_->glosses_of(number))
    found.push_back({std::string(contents_->heads[head]), static_cast<unsigned>(found.size())});
  return found;
}

std::vector<Translation> Dictionary::translations(std::string_view noun) const {
  std::vector<Translation> found;
  const std::uint32_t number = contents_->nouns.find(noun);
  if (number == contents_->nouns.none) return found;
  for (const std::uint32_t head : contents_->heads_with(number)) {
    for (const auto [word, rank] : contents_->uses_of(head))
      found.push_back({std::u32string(contents_->words[word]), {std::string(contents_->heads[head]), rank}});
  }
  return found;
}

std::vector<Translation> Dictionary::words_for(std::string_view head) const {
  std::vector<Translation> found;
  const std::uint32_t number = contents_->heads.find(head);
  if (number == contents_->heads.none) return found;
  for (const auto [word, rank] : contents_->uses_of(number))
    found.push_back({std::u32string(contents_->words[word]), {std::string(head), rank}});
  return found;
}

std::size_t Dictionary::family(std::string_view noun) const {
  const std::uint32_t number = contents_->nouns.find(noun);
  return number == contents_->nouns.none ? 0 : contents_->family[number];
}

bool Dictionary::contains(std::u32string_view word) const {
  return contents_->words.find(word) != contents_->words.none;
}

std::string_view Dictionary::noun_of(std::string_view head) const {
  const std::uint32_t number = contents_->heads.find(head);
  if (number == contents_->heads.none) return {};
  const auto& noun = contents_->noun_of[number];
  return contents_->heads[number].substr(noun.begin, noun.length);
}

std::size_t Dictionary::size() const noexcept { return contents_->words.size(); }
std::size_t Dictionary::bad_lines() const noexcept { return contents_->bad_lines; }
std::size_t Dictionary::longest_word() const noexcept { return contents_->longest_word; }
const std::string& Dictionary::edition() const noexcept { return contents_->edition; }
bool Dictionary::is_built_in() const noexcept { return contents_->built_in; }

}  // namespace marque
