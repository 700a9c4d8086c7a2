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

/// The record of a number, in any spelling; a Failure where there is none.
EntryId need_record(const Store& store, const std::string& number);

/// What the history says of a change made by hand: what was done, by whom ($USER) and as of which day.
Cause cause_of(const Program& program, std::string action, std::string detail = {});

/// A picture file, its bytes within the limits.
Image read_image(const Program& program, const std::string& path);

/// A picture as a report shows it: at most 256 pixels a side, re-encoded.
std::optional<Image> thumbnail(const Program& program, const Image& image);

}  // namespace marque::cli
