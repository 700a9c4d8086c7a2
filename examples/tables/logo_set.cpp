#include "logo_set.hpp"

#include <fstream>
#include <iterator>
#include <span>
#include <sstream>
#include <stdexcept>

namespace marque::logo_set {

namespace {

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& path, std::size_t columns) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);  // the header
  while (std::getline(in, line)) {
    rows.push_back(split(line, '\t'));
    rows.back().resize(std::max(columns, rows.back().size()));
  }
  return rows;
}

}  // namespace

std::vector<Drawing> drawings(const std::filesystem::path& folder) {
  std::vector<Drawing> all;
  for (const auto& row : rows_of(folder / "base.tsv", 4)) all.push_back({row[0], row[1], row[2], row[3]});
  return all;
}

std::vector<Question> questions(const std::filesystem::path& folder) {
  std::vector<Question> all;
  for (const auto& row : rows_of(folder / "queries.tsv", 4)) all.push_back({row[0], row[1], split(row[2], ','), split(row[3], ',')});
  return all;
}

Pixels pixels_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::vector<char> chars{std::istreambuf_iterator<char>(in), {}};
  Image image;
  for (const char c : chars) image.bytes.push_back(static_cast<std::byte>(c));
  auto pixels = decode(image);
  if (!pixels) throw std::runtime_error(path.string() + ": " + to_string(pixels.error()));
  return *std::move(pixels);
}

bool is_for_training(const std::string& brand) { return crc32c(std::as_bytes(std::span(brand))) % 2 == 0; }

}  // namespace marque::logo_set
