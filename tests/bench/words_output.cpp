#include "words_output.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string_view>

namespace bench {

namespace {

std::string processor() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("model name")) return line.substr(std::min(line.find(": ") + 2, line.size()));
  }
  return "unknown processor";
}

std::string instruction_sets() {
  std::string sets;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) sets += " avx2";
  if (__builtin_cpu_supports("avx512bw")) sets += " avx512bw";
  if (__builtin_cpu_supports("avx512vbmi")) sets += " avx512vbmi";
#endif
  return sets.empty() ? " no wide vectors" : sets;
}

void print_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int width = static_cast<int>(widths[i]);
    std::printf(i == 0 ? "  %-*s" : "  %*s", width, row[i].c_str());
  }
  std::printf("\n");
}

void print_tsv(const std::string& title, const std::vector<std::string>& row) {
  std::printf("%s", title.c_str());
  for (const std::string& cell : row) std::printf("\t%s", cell.c_str());
  std::printf("\n");
}

}  // namespace

void Table::print(Layout layout) const {
  if (layout == Layout::tsv) {
    print_tsv(title, columns);
    for (const auto& row : rows) print_tsv(title, row);
    return;
  }
  std::vector<std::size_t> widths;
  for (const std::string& column : columns) widths.push_back(column.size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::printf("\n%s\n", title.c_str());
  print_row(columns, widths);
  for (const auto& row : rows) print_row(row, widths);
  std::fflush(stdout);
}

std::string fixed(double value, int places) {
  if (std::isnan(value)) return "-";
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", places, value);
  return text.data();
}

std::string circumstances() { return processor() + " ·" + instruction_sets() + " · " MARQUE_COMMIT; }

}  // namespace bench
