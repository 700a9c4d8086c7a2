#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "marque/base/digest.hpp"
#include "marque/logo/decode.hpp"

/// A set of drawings of marks: base.tsv (id, brand, source, variant, …) and base/ID.png; queries.tsv (query, kind,
/// relevant ids, ignored ids; ids separated by commas).
namespace marque::logo_set {

struct Drawing {
  std::string id, brand, source, variant;
};

struct Question {
  std::string path, kind;
  std::vector<std::string> relevant, ignored;
};

std::vector<Drawing> drawings(const std::filesystem::path& folder);
std::vector<Question> questions(const std::filesystem::path& folder);

/// The pixels of a picture; throws std::runtime_error naming a file that cannot be read.
Pixels pixels_of(const std::filesystem::path& path);

/// Half of the brands, by their names: those that a table is trained on when it is to be judged by the others.
bool is_for_training(const std::string& brand);

}  // namespace marque::logo_set
