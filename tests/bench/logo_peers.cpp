// The peers of logo fingerprints on the same drawings and codes, in one run:
//
//     logo_peers FOLDER [--every N] [--scale MILLIONS] [--threads N] [--without METHOD]...
//
// FOLDER: logo_set.hpp. Retrieval as `logos` judges it, of OpenCV's hashes (phash, blockmean, marr, radial), PDQ (tests/reference/pdq.hpp),
// SIFT with VLAD (sift), and the signs of marque's own codes of whole pictures; --every asks each Nth question.
// Then speed: one code against MILLIONS (1) of codes, by marque (all eight turns), by faiss IndexBinaryFlat and, for fewer, by hnswlib; and
// the default search of so many pictures, by N (1) threads. --without also knows quality and scans. The codes are those of the drawings, each copy with a share of its coordinates from another drawing, seeded.
#include <time.h>

#include <faiss/IndexBinaryFlat.h>
#include <hnswlib/hnswlib.h>
#include <omp.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <numeric>
#include <opencv2/features2d.hpp>
#include <opencv2/img_hash.hpp>
#include <opencv2/imgproc.hpp>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "logo_set.hpp"
#include "logos_measures.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/search/candidate_index.hpp"
#include "reference/pdq.hpp"
#include "search/logo_scan.hpp"

using namespace marque;

namespace {

double ms_by(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double processor_ms() { return ms_by(CLOCK_PROCESS_CPUTIME_ID); }   // of all threads
double wall_ms() { return ms_by(CLOCK_MONOTONIC); }

cv::Mat3b bgr(const Pixels& pixels) {
  cv::Mat3b picture(static_cast<int>(pixels.height), static_cast<int>(pixels.width));
  std::copy(pixels.rgb.begin(), pixels.rgb.end(), picture.data);
  cv::Mat3b out;
  cv::cvtColor(picture, out, cv::COLOR_RGB2BGR);
  return out;
}

/// What a method makes of a picture, as floats; and how alike two of these are.
struct Method {
  std::string name;
  std::function<std::vector<float>(const Pixels&)> describe;
  std::function<float(const std::vector<float>&, const std::vector<float>&)> likeness;
};

float product(const std::vector<float>& a, const std::vector<float>& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0f); }

Method hash(const std::string& name, const cv::Ptr<cv::img_hash::ImgHashBase>& hasher) {
  const auto describe = [hasher](const Pixels& pixels) {
    cv::Mat made;
    hasher->compute(bgr(pixels), made);
    cv::Mat1f wide;
    made.convertTo(wide, CV_32F);
    return std::vector<float>(wide.begin(), wide.end());
  };
  const auto likeness = [hasher, radial = name == "radial"](const std::vector<float>& a, const std::vector<float>& b) {
    cv::Mat1b x, y;
    cv::Mat1f(1, static_cast<int>(a.size()), const_cast<float*>(a.data())).convertTo(x, CV_8U);
    cv::Mat1f(1, static_cast<int>(b.size()), const_cast<float*>(b.data())).convertTo(y, CV_8U);
    return static_cast<float>(radial ? hasher->compare(x, y) : -hasher->compare(x, y));
  };
  return {name, describe, likeness};
}

Method pdq() {
  return {"pdq",
          [](const Pixels& pixels) {
            const auto bits = reference::pdq_hash(pixels.rgb, pixels.width, pixels.height);
            std::vector<float> values;
            for (std::size_t i = 0; i < bits.size(); ++i) values.push_back(bits[i] ? 1.0f : -1.0f);
            return values;
          },
          product};
}

/// Whole pictures by the signs of marque's own codes, unturned.
std::vector<float> own_signs(const Pixels& pixels) {
  const auto print = fingerprint_of(pixels);
  std::vector<float> signs;
  for (std::size_t i = 0; print && i < coordinates; ++i) signs.push_back((print->views[0].code[i / 8] >> i % 8 & 1) != 0 ? -1.0f : 1.0f);
  signs.resize(coordinates);
  return signs;
}

/// SIFT, its descriptors' residuals from 64 words summed up (Jégou et al. 2010), square-rooted and normalised.
class Vlad {
 public:
  explicit Vlad(const std::vector<Pixels>& sample) {
    cv::Mat1f all;
    for (const Pixels& pixels : sample) all.push_back(descriptors(pixels));
    cv::theRNG().state = 7;
    cv::Mat labels;
    if (all.rows >= words) cv::kmeans(all, words, labels, {cv::TermCriteria::COUNT, 12, 0}, 1, cv::KMEANS_PP_CENTERS, centres_);
  }

  std::vector<float> operator()(const Pixels& pixels) const {
    std::vector<float> sums(static_cast<std::size_t>(words * length));
    const cv::Mat1f found = descriptors(pixels);
    for (int row = 0; row < found.rows; ++row) {
      int nearest = 0;
      double least = 1e30;
      for (int word = 0; word < centres_.rows; ++word) {
        if (const double distance = cv::norm(found.row(row), centres_.row(word), cv::NORM_L2SQR); distance < least) least = distance, nearest = word;
      }
      for (int i = 0; i < length; ++i) sums[static_cast<std::size_t>(nearest * length + i)] += found(row, i) - centres_(nearest, i);
    }
    for (float& value : sums) value = std::copysign(std::sqrt(std::abs(value)), value);
    const float norm = std::sqrt(product(sums, sums));
    for (float& value : sums) value /= std::max(norm, 1e-9f);
    return sums;
  }

 private:
  static constexpr int words = 64, length = 128;

  static cv::Mat1f descriptors(const Pixels& pixels) {
    cv::Mat grey, large, found;
    cv::cvtColor(bgr(pixels), grey, cv::COLOR_BGR2GRAY);
    const double scale = 160.0 / std::max(grey.cols, grey.rows);
    cv::resize(grey, large, {}, scale, scale, cv::INTER_LINEAR);
    std::vector<cv::KeyPoint> points;
    cv::SIFT::create()->detectAndCompute(large, {}, points, found);
    return found.empty() ? cv::Mat1f(0, length) : cv::Mat1f(found);
  }

  cv::Mat1f centres_;
};

struct Options {
  std::filesystem::path folder;
  std::size_t every = 1, codes = 1'000'000;
  unsigned threads = 1;
  std::set<std::string> without;
};

class Peers {
 public:
  explicit Peers(const Options& options) : options_(options) {
    for (const auto& drawing : logo_set::drawings(options.folder)) {
      places_.emplace(drawing.id, gallery_.size());
      gallery_.push_back(logo_set::pixels_of(options.folder / "base" / (drawing.id + ".png")));
    }
  }

  void run() {
    for (const Method& method : methods()) {
      if (!options_.without.contains(method.name)) judge(method);
    }
  }

  const std::vector<Pixels>& gallery() const { return gallery_; }

 private:
  std::vector<Method> methods() const {
    std::vector<Method> all{hash("phash", cv::img_hash::PHash::create()), hash("blockmean", cv::img_hash::BlockMeanHash::create()),
                            hash("radial", cv::img_hash::RadialVarianceHash::create()), pdq(), {"own codes", own_signs, product},
                            hash("marr", cv::img_hash::MarrHildrethHash::create())};
    if (!options_.without.contains("sift")) {
      std::vector<Pixels> sample;
      for (std::size_t i = 0; i < gallery_.size(); i += 10) sample.push_back(gallery_[i]);
      all.push_back({"sift", Vlad(sample), product});
    }
    return all;
  }

  void judge(const Method& method) const {
    std::vector<std::vector<float>> made;
    const double start = processor_ms();
    for (const Pixels& pixels : gallery_) made.push_back(method.describe(pixels));
    const double each = (processor_ms() - start) / static_cast<double>(gallery_.size());
    bench::RetrievalTable table;
    std::size_t number = 0;
    for (const auto& question : logo_set::questions(options_.folder)) {
      if (number++ % options_.every != 0) continue;
      const auto asked = method.describe(logo_set::pixels_of(options_.folder / question.path));
      std::vector<float> scores;
      for (const auto& other : made) scores.push_back(method.likeness(asked, other));
      std::vector<std::size_t> relevant;
      for (const auto& id : question.relevant) relevant.push_back(places_.at(id));
      std::set<std::size_t> left_out;
      for (const auto& id : question.ignored) left_out.insert(places_.at(id));
      if (question.path.starts_with("base/")) left_out.insert(places_.at(std::filesystem::path(question.path).stem().string()));
      table.add(question.kind, bench::judged(scores, relevant, left_out));
    }
    table.print(method.name, false);
    std::printf("%s: %.2f ms a picture\n", method.name.c_str(), each);
    std::fflush(stdout);
  }

  Options options_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<Pixels> gallery_;
};

/// Fingerprints like those of drawings, as many as wanted.
class Relatives {
 public:
  explicit Relatives(std::vector<Fingerprint> models) : models_(std::move(models)) {}

  Fingerprint next() {
    Fingerprint print = models_[random_() % models_.size()];
    const unsigned share = static_cast<unsigned>(random_() % 256);
    for (ViewCode& view : print.views) {
      const Fingerprint& other = models_[random_() % models_.size()];
      const auto& from = other.views[random_() % other.views.size()].code;
      for (std::size_t i = 0; i < plane_bytes; ++i) {
        if (random_() % 256 >= share) continue;   // the same eight coordinates of every plane
        for (std::size_t plane = 0; plane < code_planes; ++plane) view.code[plane * plane_bytes + i] = from[plane * plane_bytes + i];
      }
    }
    return print;
  }

 private:
  std::vector<Fingerprint> models_;
  std::mt19937 random_{5};
};

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

void time_scans(const std::vector<Fingerprint>& models, std::size_t codes) {
  Relatives relatives(models);
  LogoColumns columns;
  std::vector<std::uint8_t> packed;
  for (std::uint32_t row = 0; columns.views.size() < codes; ++row) {
    Fingerprint print = relatives.next();
    print.views.resize(1);
    columns.add(row, print);
    packed.insert(packed.end(), print.views[0].code.begin(), print.views[0].code.begin() + plane_bytes);
  }
  omp_set_num_threads(1);
  faiss::IndexBinaryFlat flat(coordinates);
  flat.add(static_cast<std::int64_t>(columns.views.size()), packed.data());
  std::vector<double> own, other;
  std::vector<TileDistances> distances(columns.signs.size());
  for (std::size_t i = 0; i < 21; ++i) {
    Fingerprint asked = models[i * 7 % models.size()];
    asked.views.resize(1);
    double start = processor_ms();
    scan_tiles(logo_ways(asked), columns.signs, {}, distances);
    own.push_back(processor_ms() - start);
    std::array<std::int32_t, 100> found{};
    std::array<std::int64_t, 100> labels{};
    start = processor_ms();
    flat.search(1, asked.views[0].code.data(), 100, found.data(), labels.data());
    other.push_back(processor_ms() - start);
  }
  std::printf("one code against %zu: marque, all eight turns, %.2f ms; faiss IndexBinaryFlat %.2f ms, %.1f times as long\n", codes, median(own), median(other),
              median(other) / median(own));
  const std::size_t few = std::min<std::size_t>(codes, 50'000);
  hnswlib::InnerProductSpace space(coordinates);
  hnswlib::HierarchicalNSW<float> graph(&space, few);
  std::vector<float> values(coordinates);
  const auto signs = [&](std::size_t code) {
    for (std::size_t i = 0; i < coordinates; ++i) values[i] = (packed[code * plane_bytes + i / 8] >> i % 8 & 1) != 0 ? -1.0f : 1.0f;
    return values.data();
  };
  double start = processor_ms();
  for (std::size_t i = 0; i < few; ++i) graph.addPoint(signs(i), i);
  const double added = (processor_ms() - start) / static_cast<double>(few);
  graph.setEf(200);
  start = processor_ms();
  for (std::size_t i = 0; i < 100; ++i) graph.searchKnn(signs(i * 13 % few), 100);
  std::printf("hnswlib of %zu codes: %.3f ms to add one, %.2f ms a query\n", few, added, (processor_ms() - start) / 100);
  std::fflush(stdout);
}

void time_search(const std::vector<Fingerprint>& models, const std::vector<Pixels>& pictures, std::size_t count, unsigned threads) {
  Relatives relatives(models);
  IndexBuilder builder;
  std::size_t views = 0;
  for (std::size_t id = 0; id < count; ++id) {
    Subject subject;
    subject.logo = relatives.next();
    views += subject.logo->views.size();
    builder.add({id}, subject, {}, "");
  }
  const CandidateIndex index = std::move(builder).build(1);
  for (const std::size_t top : {std::size_t{10}, std::size_t{100}}) {
    std::vector<double> times, walls;
    for (std::size_t i = 0; i < 21; ++i) {
      Subject query;
      const auto print = fingerprint_of(pictures[i * 97 % pictures.size()], LogoUse::asking);
      if (!print) continue;
      query.logo = *print;
      SearchLimits limits;
      limits.top = top;
      limits.threads = threads;
      const double start = processor_ms(), begun = wall_ms();
      if (!index.find(query, limits)) return;
      times.push_back(processor_ms() - start);
      walls.push_back(wall_ms() - begun);
    }
    std::printf("search of %zu pictures (%.2f views, %.0f bytes each), %u threads, the best %zu: %.1f ms, %.1f ms of processors\n", count, static_cast<double>(views) / static_cast<double>(count),
                static_cast<double>(index.resident_bytes()) / static_cast<double>(count), threads, top, median(walls), median(times));
    std::fflush(stdout);
  }
}

Options options_from(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--every" && i + 1 < argc) options.every = std::max<std::size_t>(1, std::strtoul(argv[++i], nullptr, 10));
    else if (word == "--scale" && i + 1 < argc) options.codes = static_cast<std::size_t>(1e6 * std::strtod(argv[++i], nullptr));
    else if (word == "--threads" && i + 1 < argc) options.threads = static_cast<unsigned>(std::max(1ul, std::strtoul(argv[++i], nullptr, 10)));
    else if (word == "--without" && i + 1 < argc) options.without.insert(argv[++i]);
    else options.folder = word;
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = options_from(argc, argv);
  if (options.folder.empty()) {
    std::fputs("usage: logo_peers FOLDER [--every N] [--scale MILLIONS] [--threads N] [--without METHOD]...\n", stderr);
    return 2;
  }
  try {
    Peers peers(options);
    if (!options.without.contains("quality")) peers.run();
    std::vector<Fingerprint> models;
    for (const Pixels& pixels : peers.gallery()) {
      if (auto print = fingerprint_of(pixels)) models.push_back(*std::move(print));
    }
    if (!options.without.contains("scans")) time_scans(models, options.codes);
    time_search(models, peers.gallery(), options.codes, options.threads);
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "logo_peers: %s\n", exception.what());
    return 1;
  }
  return 0;
}
