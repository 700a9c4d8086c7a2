// Retrieval quality and cost of logo fingerprints on an evaluation set:
//
//     logo_eval FOLDER
//
// FOLDER holds base.tsv (id …), queries.tsv (query, kind, relevant ids, ignored ids; ids separated by commas) and the
// pictures base/ID.png and the queries. Of a ranking of all base ids, the query's own and the ignored are left out,
// and a tie counts against the method. Prints recall at 1 and at 10 and mean average precision at 100 by kind.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "marque/logo/fingerprinter.hpp"
#include "marque/logo/similarity.hpp"

using namespace marque;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);  // the header
  while (std::getline(in, line)) rows.push_back(split(line, '\t'));
  return rows;
}

Image image_from(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::vector<char> chars{std::istreambuf_iterator<char>(in), {}};
  Image image;
  for (const char c : chars) image.bytes.push_back(static_cast<std::byte>(c));
  return image;
}

struct Figures {
  double queries = 0, at_1 = 0, at_10 = 0, precision = 0;

  void add(const Figures& other) {
    queries += other.queries;
    at_1 += other.at_1;
    at_10 += other.at_10;
    precision += other.precision;
  }

  void print(const std::string& kind) const {
    std::printf("%-16s %6.0f  R@1 %.3f  R@10 %.3f  mAP@100 %.3f\n", kind.c_str(), queries, at_1 / queries,
                at_10 / queries, precision / queries);
  }
};

/// `ranked` scores the relevant, `others` all that are neither relevant nor ignored.
Figures judged(std::vector<float> relevant, const std::vector<float>& others) {
  std::sort(relevant.begin(), relevant.end(), std::greater<>());
  Figures figures{1, 0, 0, 0};
  for (std::size_t i = 0; i < relevant.size(); ++i) {
    const auto ahead = std::count_if(others.begin(), others.end(), [&](float score) { return score >= relevant[i]; });
    const std::size_t rank = i + 1 + static_cast<std::size_t>(ahead);
    if (i == 0) figures.at_1 = rank <= 1, figures.at_10 = rank <= 10;
    if (rank <= 100) figures.precision += static_cast<double>(i + 1) / static_cast<double>(rank);
  }
  figures.precision /= static_cast<double>(std::min<std::size_t>(relevant.size(), 100));
  return figures;
}

struct Gallery {
  std::vector<Fingerprint> prints;
  std::unordered_map<std::string, std::size_t> index;
};

class Evaluation {
 public:
  explicit Evaluation(std::filesystem::path folder) : folder_(std::move(folder)) {
    for (const auto& row : rows_of(folder_ / "base.tsv")) {
      gallery_.index.emplace(row[0], gallery_.prints.size());
      gallery_.prints.push_back(print_of("base/" + row[0] + ".png"));
    }
  }

  void run() {
    for (auto row : rows_of(folder_ / "queries.tsv")) {
      row.resize(4);
      kinds_[row[1]].add(ask(row[0], split(row[2], ','), split(row[3], ',')));
    }
  }

  void print() const {
    Figures real, attacks;
    for (const auto& [kind, figures] : kinds_) {
      figures.print(kind);
      if (kind == "real_icon2word") continue;
      (kind.starts_with("real_") ? real : attacks).add(figures);
    }
    real.print("= real");
    attacks.print("= attacks");
    std::printf("%.2f ms a fingerprint, %.0f bytes, %.2f views; %.2f us a comparison; %zu without a fingerprint\n",
                print_ms_ / made_, bytes_ / made_, views_ / made_, 1000 * match_ms_ / matches_, failed_);
  }

 private:
  Fingerprint print_of(const std::string& path) {
    const Image image = image_from(folder_ / path);
    const auto start = Clock::now();
    auto print = fingerprinter_(image);
    print_ms_ += milliseconds_since(start);
    made_ += 1;
    if (!print) {
      ++failed_;
      return {};
    }
    bytes_ += static_cast<double>(to_bytes(*print).size());
    views_ += static_cast<double>(print->views.size());
    return *std::move(print);
  }

  Figures ask(const std::string& path, const std::vector<std::string>& relevant,
              const std::vector<std::string>& ignored) {
    const std::string stem = std::filesystem::path(path).stem().string();
    const bool own = path.starts_with("base/");
    const LogoQuery query(own ? gallery_.prints[gallery_.index.at(stem)] : print_of(path));
    std::vector<float> scores;
    scores.reserve(gallery_.prints.size());
    const auto start = Clock::now();
    for (const Fingerprint& print : gallery_.prints) scores.push_back(query.match(print).score);
    match_ms_ += milliseconds_since(start);
    matches_ += static_cast<double>(scores.size());
    std::set<std::size_t> left_out;
    std::vector<float> wanted, others;
    for (const auto& id : relevant) {
      wanted.push_back(scores[gallery_.index.at(id)]);
      left_out.insert(gallery_.index.at(id));
    }
    for (const auto& id : ignored) left_out.insert(gallery_.index.at(id));
    if (own) left_out.insert(gallery_.index.at(stem));
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (!left_out.contains(i)) others.push_back(scores[i]);
    }
    return judged(wanted, others);
  }

  std::filesystem::path folder_;
  Fingerprinter fingerprinter_ = opencv_fingerprinter();
  Gallery gallery_;
  std::map<std::string, Figures> kinds_;
  double print_ms_ = 0, match_ms_ = 0, made_ = 0, bytes_ = 0, views_ = 0, matches_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: logo_eval FOLDER\n", stderr);
    return 2;
  }
  Evaluation evaluation(argv[1]);
  evaluation.run();
  evaluation.print();
  return 0;
}
