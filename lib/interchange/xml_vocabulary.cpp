#include "interchange/xml_vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_xml_namespaces)

namespace marque {
namespace {

constexpr std::array<XmlVocabulary, 3> vocabularies = {{
    {RecordFormat::uspto, "case-file", {}, {}, &read_uspto},
    {RecordFormat::st96, "Trademark", {}, {}, &read_st96},
    {RecordFormat::st66, "TradeMark", "ApplicantDetails", "TransactionData", &read_st66},
}};

struct Pattern {
  std::string text, vocabulary;

  bool matches(std::string_view space) const {
    const std::string_view pattern = text;
    if (pattern.ends_with('*')) return space.starts_with(pattern.substr(0, pattern.size() - 1));
    if (pattern.starts_with('*')) return space.ends_with(pattern.substr(1));
    return space == pattern;
  }
};

const std::vector<Pattern>& patterns() {
  static const auto table = [] {
    std::vector<Pattern> rows;
    for_each_row(embedded(marque_xml_namespaces, marque_xml_namespaces_end), [&](const auto& fields) {
      rows.push_back({std::string(fields[0]), std::string(fields[1])});
    });
    return rows;
  }();
  return table;
}

/// `st96`, `st66`, `office`, `uspto` for no namespace; empty for a strange one.
std::string_view vocabulary_of(std::string_view space) {
  if (space.empty()) return "uspto";
  const auto found =
      std::find_if(patterns().begin(), patterns().end(), [&](const Pattern& p) { return p.matches(space); });
  return found == patterns().end() ? std::string_view{} : std::string_view(found->vocabulary);
}

}  // namespace

const XmlVocabulary* vocabulary_of_record(std::string_view space, std::string_view local) {
  const auto found = std::find_if(vocabularies.begin(), vocabularies.end(), [&](const auto& v) { return v.record == local; });
  return found != vocabularies.end() && vocabulary_of(space) == name_of(found->format) ? &*found : nullptr;
}

bool may_hold_records(std::string_view space, std::string_view local) {
  if (!space.empty()) return is_known_namespace(space);
  return local == "case-file" || local == "case-files" || local.starts_with("trademark-applications");
}

bool is_known_namespace(std::string_view space) { return !vocabulary_of(space).empty(); }

}  // namespace marque
