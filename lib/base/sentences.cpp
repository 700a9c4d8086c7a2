#include "base/sentences.hpp"

#include <optional>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_sentences)

namespace marque {
namespace {

constexpr std::string_view hole = "{}";
constexpr int deepest = 4;   // of sentences within sentences

struct Row {
  std::string_view english, chinese;
  std::size_t fixed;   ///< bytes of the English that are no holes
};

const std::vector<Row>& rows() {
  static const std::vector<Row> made = [] {
    std::vector<Row> read;
    for_each_row(embedded(marque_sentences, marque_sentences_end), [&](const std::vector<std::string_view>& fields) {
      std::size_t holes = 0;
      for (std::size_t at = 0; (at = fields[0].find(hole, at)) != std::string_view::npos; at += hole.size()) ++holes;
      read.push_back({fields[0], fields[1], fields[0].size() - holes * hole.size()});
    });
    return read;
  }();
  return made;
}

/// What stands in the holes of a pattern; each as short as what follows allows, the last as long.
std::optional<std::vector<std::string_view>> values_in(std::string_view text, std::string_view pattern) {
  std::vector<std::string_view> values;
  std::size_t open = pattern.find(hole);
  if (!text.starts_with(pattern.substr(0, open))) return {};
  if (open == std::string_view::npos) return text == pattern ? std::optional(values) : std::nullopt;
  text.remove_prefix(open);
  pattern.remove_prefix(open + hole.size());
  while (true) {
    open = pattern.find(hole);
    const std::string_view behind = pattern.substr(0, open);
    const bool last = open == std::string_view::npos;
    const std::size_t end = last ? (text.ends_with(behind) ? text.size() - behind.size() : std::string_view::npos) : text.find(behind);
    if (end == std::string_view::npos) return {};
    values.push_back(text.substr(0, end));
    if (last) return values;
    text.remove_prefix(end + behind.size());
    pattern.remove_prefix(open + hole.size());
  }
}

std::string filled(std::string_view chinese, const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    const std::size_t open = chinese.find(hole);
    text += chinese.substr(0, open);
    text += value;
    chinese.remove_prefix(open + hole.size());
  }
  return text.append(chinese);
}

std::string rendered(std::string_view english, int depth) {
  const Row* best = nullptr;
  std::vector<std::string_view> values;
  for (const Row& row : rows()) {
    if (best != nullptr && row.fixed <= best->fixed) continue;
    if (auto found = values_in(english, row.english)) {
      best = &row;
      values = *std::move(found);
    }
  }
  if (best == nullptr) return {};
  std::vector<std::string> said;
  for (const std::string_view value : values) {
    std::string inner = depth < deepest ? rendered(value, depth + 1) : std::string();
    said.push_back(inner.empty() ? std::string(value) : std::move(inner));
  }
  return filled(best->chinese, said);
}

}  // namespace

std::string in_chinese(std::string_view english) { return rendered(english, 0); }

}  // namespace marque
