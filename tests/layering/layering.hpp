#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace marque::layering {

/// A header or source of the project; `path` starts at the project's root: `lib/text/glyph.cpp`.
struct SourceFile {
  std::string path;
  std::string text;
};

/// An `#include` that breaks a rule of the house.
struct Violation {
  std::string path;
  std::size_t line = 0;   ///< 0 where the file as a whole is at fault
  std::string message;
};

std::string to_string(const Violation& violation);

/// The table of layers.tsv.
struct Layers {
  struct Module {
    int layer = 0;
    std::vector<std::string> headers;   ///< prefixes of the third-party headers kept in its folder
  };
  std::map<std::string, Module, std::less<>> modules;
  std::vector<std::string> system;      ///< prefixes of the operating system's headers

  static Layers parse(std::string_view table);
};

/// Every violation in a tree of include/marque and lib, in the order of the files.
std::vector<Violation> violations(const Layers& layers, const std::vector<SourceFile>& tree);

/// The headers and sources below include/ and lib/ of a project, sorted by path.
std::vector<SourceFile> read_tree(const std::filesystem::path& root);

}  // namespace marque::layering
