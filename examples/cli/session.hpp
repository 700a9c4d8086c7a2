#pragma once

#include <memory>
#include <optional>
#include <string>

#include "marque/model/image.hpp"
#include "marque/search/candidate_index.hpp"
#include "marque/store/sqlite_store.hpp"
#include "program.hpp"

namespace marque::cli {

/// A register opened to be checked against: the store, and the index beside it (`R.index`), which is read where
/// it has the store's stamp, extended where a few entries changed since, and made anew where it does not fit.
struct Session {
  std::unique_ptr<Store> store;
  CandidateIndex index;
};

Session open_session(const Program& program, const std::string& path);

std::unique_ptr<Store> open_store(const std::string& path, Access access);

/// A picture file, its bytes within the limits.
Image read_image(const std::string& path);

/// A picture as a report shows it: at most 256 pixels a side, re-encoded.
std::optional<Image> thumbnail(const Image& image);

}  // namespace marque::cli
