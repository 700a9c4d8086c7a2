#include "layering/layering.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "base/tsv.hpp"

namespace marque::layering {

namespace {

constexpr std::string_view umbrella = "marque/marque.hpp";

struct Include {
  std::size_t line;
  std::string header;
  bool quoted;
};

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    std::erase_if(line, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
    if (!line.starts_with("#include\"") && !line.starts_with("#include<")) continue;
    const bool quoted = line[8] == '"';
    const std::size_t end = line.find(quoted ? '"' : '>', 9);
    includes.push_back({number, line.substr(9, end - 9), quoted});
  }
  return includes;
}

bool starts_with_any(std::string_view header, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) { return header.starts_with(prefix); });
}

bool is_standard(std::string_view header) { return header.find_first_of("./") == header.npos; }

/// The folder a path names after a root: `text` for `marque/text/glyph.hpp` after `marque/`; empty where there is none.
std::string folder_after(std::string_view path, std::string_view root) {
  if (!path.starts_with(root)) return {};
  path.remove_prefix(root.size());
  const std::size_t slash = path.find('/');
  return slash == path.npos ? std::string{} : std::string(path.substr(0, slash));
}

class Checker {
 public:
  Checker(const Layers& layers, const std::vector<SourceFile>& tree) : layers_(layers) {
    for (const SourceFile& file : tree) paths_.insert(file.path);
  }

  std::vector<Violation> check(const std::vector<SourceFile>& tree) {
    for (const SourceFile& file : tree) check_file(file);
    return std::move(found_);
  }

 private:
  void check_file(const SourceFile& file) {
    path_ = file.path;
    public_ = path_.starts_with("include/");
    const auto includes = includes_of(file.text);
    if (path_ == "include/marque/marque.hpp") return check_umbrella(includes);
    module_ = public_ ? folder_after(path_, "include/marque/") : folder_after(path_, "lib/");
    const auto own = layers_.modules.find(module_);
    if (own == layers_.modules.end()) return report(0, "layers.tsv knows no module \"" + module_ + "\"");
    for (const Include& include : includes) {
      if (include.quoted)
        check_own_header(include, own->second.layer);
      else
        check_foreign_header(include, own->second);
    }
    if (path_.ends_with(".cpp")) check_first(includes);
  }

  void check_own_header(const Include& include, int layer) {
    if (include.header == umbrella) return report(include.line, "library code includes the umbrella marque.hpp");
    const bool of_public = include.header.starts_with("marque/");
    if (public_ && !of_public) return report(include.line, "a public header includes the private " + include.header);
    const std::string target = folder_after(include.header, of_public ? "marque/" : "");
    const auto found = layers_.modules.find(target);
    if (found == layers_.modules.end())
      return report(include.line, "\"" + include.header + "\" names no module of layers.tsv");
    const std::string step = module_ + " (layer " + std::to_string(layer) + ") includes " + target + " (layer " +
                             std::to_string(found->second.layer) + "), ";
    if (found->second.layer > layer) report(include.line, step + "a higher layer");
    if (found->second.layer == layer && target != module_) report(include.line, step + "its sibling");
  }

  void check_foreign_header(const Include& include, const Layers::Module& own) {
    if (is_standard(include.header)) return;
    if (public_) return report(include.line, "<" + include.header + "> enters include/");
    if (starts_with_any(include.header, own.headers) || starts_with_any(include.header, layers_.system)) return;
    for (const auto& [name, module] : layers_.modules) {
      if (starts_with_any(include.header, module.headers))
        return report(include.line, "<" + include.header + "> belongs in lib/" + name);
    }
    report(include.line, "<" + include.header + "> has no folder in layers.tsv");
  }

  /// A source includes the header it implements first: the public one, else the private one, else one of its module.
  void check_first(const std::vector<Include>& includes) {
    const std::string name = path_.substr(4, path_.size() - 8) + ".hpp";
    const std::string first = includes.empty() ? "nothing" : includes.front().header;
    std::string expected = "a header of " + module_;
    bool met = first.starts_with(module_ + "/") || first.starts_with("marque/" + module_ + "/");
    if (paths_.contains("include/marque/" + name)) {
      expected = "marque/" + name;
      met = first == expected;
    } else if (paths_.contains("lib/" + name)) {
      expected = name;
      met = first == expected;
    }
    if (!met) report(includes.empty() ? 0 : includes.front().line, "includes " + first + " first, not " + expected);
  }

  void check_umbrella(const std::vector<Include>& includes) {
    std::set<std::string> there;
    for (const Include& include : includes) there.insert("include/" + include.header);
    for (const std::string& path : paths_) {
      if (path.starts_with("include/") && path != path_ && !there.contains(path))
        report(0, "does not include " + path.substr(8));
    }
  }

  void report(std::size_t line, std::string message) { found_.push_back({path_, line, std::move(message)}); }

  const Layers& layers_;
  std::set<std::string> paths_;
  std::vector<Violation> found_;
  std::string path_;      ///< the file being checked, its module, and whether it stands in include/
  std::string module_;
  bool public_ = false;
};

std::vector<std::string> split_at_spaces(std::string_view text) {
  std::istringstream words{std::string(text)};
  return {std::istream_iterator<std::string>(words), {}};
}

}  // namespace

std::string to_string(const Violation& violation) {
  return violation.path + ":" + std::to_string(violation.line) + ": " + violation.message;
}

Layers Layers::parse(std::string_view table) {
  Layers layers;
  for_each_row(table, [&](const auto& fields) {
    auto headers = split_at_spaces(fields.at(2));
    if (fields[0] == "-")
      layers.system = std::move(headers);
    else
      layers.modules[std::string(fields[1])] = {std::stoi(std::string(fields[0])), std::move(headers)};
  });
  return layers;
}

std::vector<Violation> violations(const Layers& layers, const std::vector<SourceFile>& tree) {
  return Checker(layers, tree).check(tree);
}

std::vector<SourceFile> read_tree(const std::filesystem::path& root) {
  std::vector<SourceFile> tree;
  for (const auto* folder : {"include", "lib"}) {
    for (const auto& item : std::filesystem::recursive_directory_iterator(root / folder)) {
      const auto extension = item.path().extension();
      if (extension != ".hpp" && extension != ".cpp") continue;
      std::ifstream file(item.path(), std::ios::binary);
      tree.push_back({item.path().lexically_relative(root).generic_string(), {std::istreambuf_iterator<char>(file), {}}});
    }
  }
  std::sort(tree.begin(), tree.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return tree;
}

}  // namespace marque::layering
