// Derives lib/logo/data/projection.tsv: the linear map from descriptions of pictures to their codes.
//
//     logo_projection FOLDER [--half [--exchanged]] > lib/logo/data/projection.tsv
//
// FOLDER is a set of drawings (logo_set.hpp). What differs between drawings of one mark, and between a drawing and its
// variations, is scatter to be made small; what differs between all drawings, to be kept: in each kind of coordinates
// (lib/logo/symmetry.hpp) the within-class covariance is whitened, the total one diagonalised, the first directions kept
// and turned so that signs lose least (ITQ, Gong & Lazebnik 2011). With --half only the brands of is_for_training() are
// used, with --exchanged only the others, so that those left out can judge. The same table from the same set.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <exception>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "logo/description.hpp"
#include "logo/layers.hpp"
#include "logo/projection.hpp"
#include "logo/symmetry.hpp"
#include "logo/views.hpp"
#include "logo_set.hpp"
#include "logo_variations.hpp"
#include "matrices.hpp"

using namespace marque;

namespace {

constexpr unsigned seed = 7;
constexpr double ridge = 0.3;             // of the mean variance within classes
constexpr double variation_weight = 1.0;  // of variations against drawings by different hands
constexpr double whitening = 0.25;        // the power of the standard deviation that is taken out
constexpr double least_alike = 0.5;       // the cosine below which two drawings of a mark are different artwork
constexpr std::size_t drawings_a_brand = 6, views_a_drawing = 2, pairs_a_brand = 12;
constexpr int itq_rounds = 30;

constexpr std::size_t kinds = kinds_of_sign + 1;  // the last: pairs
using Parts = std::array<std::vector<std::vector<double>>, kinds>;  // rows of coordinates by kind; a pair gives two rows

constexpr std::size_t kept(std::size_t kind) { return kind < kinds_of_sign ? signed_counts[kind] : paired_coordinates; }

template <std::size_t N>
std::vector<double> scaled(const std::array<std::int16_t, N>& a, const std::array<std::int16_t, N>* less) {
  std::vector<double> row(N);
  for (std::size_t i = 0; i < N; ++i) row[i] = (a[i] - (less ? (*less)[i] : 0)) / 640.0;
  return row;
}

void add(Parts& parts, const SymmetricDescription& a, const SymmetricDescription* less = nullptr) {
  for (std::size_t kind = 0; kind < kinds_of_sign; ++kind) parts[kind].push_back(scaled(a.kinds[kind], less ? &less->kinds[kind] : nullptr));
  parts[kinds_of_sign].push_back(scaled(a.x, less ? &less->x : nullptr));
  parts[kinds_of_sign].push_back(scaled(a.y, less ? &less->y : nullptr));
}

Matrix covariance(const std::vector<std::vector<double>>& rows, const std::vector<double>& mean) {
  const std::size_t n = mean.size();
  Matrix out(n, n);
  std::vector<double> row(n);
  for (const auto& given : rows) {
    for (std::size_t i = 0; i < n; ++i) row[i] = given[i] - mean[i];
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j <= i; ++j) out(i, j) += row[i] * row[j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) out(j, i) = out(i, j) /= static_cast<double>(std::max<std::size_t>(rows.size(), 1));
  }
  return out;
}

double cosine(const Description& a, const Description& b) {
  const double product = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
  return product / std::sqrt(std::inner_product(a.begin(), a.end(), a.begin(), 0.0) * std::inner_product(b.begin(), b.end(), b.begin(), 0.0));
}

class Training {
 public:
  void take(const logo_set::Drawing& drawing, const Pixels& given) {
    Pixels pixels = shrunk(given, 128);
    const cv::Mat3b picture(static_cast<int>(pixels.height), static_cast<int>(pixels.width), reinterpret_cast<cv::Vec3b*>(pixels.rgb.data()));
    auto& own = brands_[drawing.brand];
    const bool counts = drawing.variant == "icon" && own.size() < drawings_a_brand;
    if (counts) own.emplace_back();
    for (const View& view : views_of(picture)) {
      const Layers layers = layers_of(view);
      const Description description = description_of(squared(layers));
      const SymmetricDescription values = symmetric(description);
      add(all_, values);
      if (counts && own.back().size() < views_a_drawing) own.back().push_back(description);
      for (const Description& variation : variations_of(layers, random_)) {
        const SymmetricDescription varied = symmetric(variation);
        add(variations_, varied, &values);
      }
    }
  }

  /// Drawings of one mark against each other, the likest first: those that are far from alike show other artwork.
  void pair() {
    for (const auto& [brand, drawings] : brands_) {
      struct Pair {
        double cosine;
        const Description *a, *b;
      };
      std::vector<Pair> pairs;
      for (std::size_t i = 0; i < drawings.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          for (const auto& a : drawings[i]) {
            for (const auto& b : drawings[j]) {
              if (const double c = cosine(a, b); c > least_alike && c < 0.9995) pairs.push_back({c, &a, &b});
            }
          }
        }
      }
      std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.cosine > b.cosine; });
      for (std::size_t i = 0; i < std::min(pairs.size(), pairs_a_brand); ++i) {
        const SymmetricDescription b = symmetric(*pairs[i].b);
        add(drawings_, symmetric(*pairs[i].a), &b);
      }
    }
  }

  /// The map of one kind, a column a coordinate of the code; the mean of the first kind beside it.
  struct Map {
    Matrix columns;
    std::vector<double> mean;
  };

  std::vector<Map> maps() const {
    std::vector<Matrix> within;
    double trace = 0, size = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      const std::vector<double> none(all_[kind].front().size());
      Matrix own = covariance(drawings_[kind], none);
      const Matrix varied = covariance(variations_[kind], none);
      for (std::size_t i = 0; i < own.values.size(); ++i) own.values[i] += variation_weight * varied.values[i];
      const double share = kind < kinds_of_sign ? 1 : 2;
      for (std::size_t i = 0; i < own.rows; ++i) trace += share * own(i, i), size += share;
      within.push_back(std::move(own));
    }
    std::vector<Map> maps;
    for (std::size_t kind = 0; kind < kinds; ++kind) maps.push_back(map(kind, within[kind], ridge * trace / size));
    return maps;
  }

  std::size_t pairs() const { return drawings_[0].size(); }
  std::size_t variations() const { return variations_[0].size(); }

 private:
  Map map(std::size_t kind, Matrix within, double ridge_value) const {
    const auto& rows = all_[kind];
    std::vector<double> mean(rows.front().size());
    if (kind == 0) {
      for (const auto& row : rows) {
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += row[i] / static_cast<double>(rows.size());
      }
    }
    for (std::size_t i = 0; i < within.rows; ++i) within(i, i) += ridge_value;
    const Eigen inner = eigen(within);
    Matrix white = inner.vectors;
    for (std::size_t i = 0; i < white.rows; ++i) {
      for (std::size_t j = 0; j < white.columns; ++j) white(i, j) /= std::sqrt(inner.values[j]);
    }
    const Eigen outer = eigen(transposed(white) * (covariance(rows, mean) * white));
    Matrix first(outer.vectors.rows, kept(kind));
    for (std::size_t i = 0; i < first.rows; ++i) {
      for (std::size_t j = 0; j < first.columns; ++j)
        first(i, j) = outer.vectors(i, j) / std::pow(std::sqrt(std::max(outer.values[j], 1e-9)), whitening);
    }
    const Matrix map = white * first;
    return {map * rotation(rows, mean, map), mean};
  }

  static Matrix rotation(const std::vector<std::vector<double>>& rows, const std::vector<double>& mean, const Matrix& map) {
    Matrix centred(rows.size(), mean.size());
    for (std::size_t i = 0; i < centred.rows; ++i) {
      for (std::size_t j = 0; j < mean.size(); ++j) centred(i, j) = rows[i][j] - mean[j];
    }
    const Matrix values = centred * map, turned = transposed(values);
    std::mt19937 random(seed);
    Matrix start(map.columns, map.columns);
    for (double& value : start.values) value = static_cast<double>(random() % 20001) / 10000 - 1;
    Matrix rotation = nearest_rotation(start);
    for (int round = 0; round < itq_rounds; ++round) {
      Matrix signs = values * rotation;
      for (double& value : signs.values) value = value < 0 ? -1 : 1;
      rotation = nearest_rotation(turned * signs);
    }
    return rotation;
  }

  std::mt19937 random_{seed};
  std::map<std::string, std::vector<std::vector<Description>>> brands_;
  Parts all_, drawings_, variations_;
};

void print(const std::vector<Training::Map>& maps) {
  double largest = 0;
  for (const auto& map : maps) {
    for (const double value : map.columns.values) largest = std::max(largest, std::abs(value));
  }
  const double scale = 4095 / largest;
  std::printf("mean");
  for (std::size_t j = 0; j < maps[0].columns.columns; ++j) {
    double sum = 0;
    for (std::size_t i = 0; i < maps[0].mean.size(); ++i) sum += std::round(scale * maps[0].columns(i, j)) * 640 * maps[0].mean[i];
    std::printf("\t%.0f", sum);
  }
  std::printf("\n");
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    for (std::size_t j = 0; j < maps[kind].columns.columns; ++j) {
      if (kind < kinds_of_sign) std::printf("kind%zu", kind + 1);
      else std::printf("pair");
      for (std::size_t i = 0; i < maps[kind].columns.rows; ++i) std::printf("\t%.0f", scale * maps[kind].columns(i, j));
      std::printf("\n");
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool half = argc >= 3 && std::strcmp(argv[2], "--half") == 0, exchanged = half && argc == 4 && std::strcmp(argv[3], "--exchanged") == 0;
  if (argc != 2 + half + exchanged) {
    std::fputs("usage: logo_projection FOLDER [--half [--exchanged]] > projection.tsv\n", stderr);
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    Training training;
    std::string list;
    std::size_t drawings = 0;
    for (const auto& drawing : logo_set::drawings(folder)) {
      if (half && logo_set::is_for_training(drawing.brand) == exchanged) continue;
      training.take(drawing, logo_set::pixels_of(folder / "base" / (drawing.id + ".png")));
      list += drawing.id + "\t" + drawing.brand + "\n";
      ++drawings;
    }
    training.pair();
    std::printf("# From descriptions of pictures to codes (projection.hpp): mean of the first kind of coordinates, then a row a coordinate of the\n"
                "# code, by kind. Derived by examples/tables/logo_projection.cpp, seed %u, from %zu drawings, %zu pairs of drawings of one\n"
                "# mark, %zu variations; SHA-256 of the list of ids and brands: %s\n"
                "# Sources and licences of the drawings: README.md.\n",
                seed, drawings, training.pairs(), training.variations(), to_hex(sha256(std::as_bytes(std::span(list)))).c_str());
    print(training.maps());
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "logo_projection: %s\n", exception.what());
    return 1;
  }
  return 0;
}
