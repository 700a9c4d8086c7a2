#include "logos_measures.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

namespace marque::bench {

void Retrieval::add(const Retrieval& other) {
  questions += other.questions;
  at_1 += other.at_1;
  at_10 += other.at_10;
  precision += other.precision;
  rank += other.rank;
}

Retrieval judged(const std::vector<float>& scores, const std::vector<std::size_t>& relevant, const std::set<std::size_t>& left_out) {
  std::vector<float> wanted, others;
  std::vector<bool> aside(scores.size());
  for (const std::size_t i : left_out) aside[i] = true;
  for (const std::size_t i : relevant) aside[i] = true, wanted.push_back(scores[i]);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!aside[i]) others.push_back(scores[i]);
  }
  std::sort(wanted.begin(), wanted.end(), std::greater<>());
  const auto count = static_cast<double>(wanted.size()), ranked = static_cast<double>(others.size() + wanted.size());
  Retrieval result{1, 0, 0, 0, 0};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto ahead = std::count_if(others.begin(), others.end(), [&](float score) { return score >= wanted[i]; });
    const std::size_t rank = i + 1 + static_cast<std::size_t>(ahead);
    if (i == 0) result.at_1 = rank <= 1, result.at_10 = rank <= 10;
    if (rank <= 100) result.precision += static_cast<double>(i + 1) / static_cast<double>(rank) / std::min(count, 100.0);
    result.rank += static_cast<double>(ahead) / (ranked * count);
  }
  return result;
}

namespace {

void print_row(const std::string& name, const Retrieval& sum) {
  if (sum.questions == 0) return;
  std::printf("%-30s %6.0f  R@1 %.3f  R@10 %.3f  mAP@100 %.3f  NAR %.4f\n", name.c_str(), sum.questions, sum.at_1 / sum.questions,
              sum.at_10 / sum.questions, sum.precision / sum.questions, sum.rank / sum.questions);
}

}  // namespace

void RetrievalTable::print(const std::string& method, bool by_kind) const {
  Retrieval real, attacks, words;
  for (const auto& [kind, sum] : kinds_) {
    if (by_kind) print_row(kind, sum);
    (kind == "real_icon2word" ? words : kind.starts_with("real_") ? real : attacks).add(sum);
  }
  print_row(method + " = real", real);
  print_row(method + " = attacks", attacks);
  print_row(method + " = icon to lock-up", words);
  std::fflush(stdout);
}

void Calibration::add(float closeness, float score, bool right) {
  const auto bin = std::min(bins - 1, static_cast<std::size_t>(std::max(0.0f, closeness) * bins));
  bins_[bin].hits += 1;
  bins_[bin].right += right;
  bins_[bin].score += static_cast<double>(score);
  bins_[bin].squares += (static_cast<double>(score) - right) * (static_cast<double>(score) - right);
}

void Calibration::print() const {
  double hits = 0, off = 0, squares = 0;
  for (const Bin& bin : bins_) hits += bin.hits, off += std::abs(bin.right - bin.score), squares += bin.squares;
  if (hits > 0) std::printf("scores as probabilities: expected calibration error %.3f, Brier score %.3f, %.0f best hits\n", off / hits, squares / hits, hits);
  for (std::size_t i = 0; i < bins; ++i) {
    const Bin& bin = bins_[i];
    if (bin.hits == 0) continue;
    std::printf("best hits of closeness %.2f to %.2f: %5.0f, right %.3f, mean score %.3f\n", static_cast<double>(i) / bins, static_cast<double>(i + 1) / bins,
                bin.hits, bin.right / bin.hits, bin.score / bin.hits);
  }
}

}  // namespace marque::bench
