#include <cmath>
#include <cstring>

#include "edited.hpp"
#include "marque/base/digest.hpp"
#include "marque/search/candidate_index.hpp"
#include "require.hpp"
#include "scratch_file.hpp"
#include "search/layout.hpp"

using namespace marque;

namespace {

const std::string path = fuzz::scratch_path("index");
constexpr const char* names[] = {"海门山羊", "HAIMEN GOAT", "江海潮", "Jiang Hai", "太阳", "红太阳", "SUN", "途安 7"};

Subject subject_of(const char* name) {
  const auto subject = make_subject(name);
  fuzz::require(subject.has_value());
  return *subject;
}

std::vector<std::byte> good_index() {
  IndexBuilder builder(7);
  std::uint64_t id = 0;
  for (const char* name : names) builder.add(EntryId{++id}, subject_of(name), {}, name);
  fuzz::require(std::move(builder).build(1).save(path).has_value());
  IndexBuilder more(8);
  more.add(EntryId{3}, subject_of("江海"), {}, "江海");
  more.remove(EntryId{5});
  fuzz::require(CandidateIndex::append(path, std::move(more)).has_value());
  return fuzz::bytes_of_file(path);
}

/// The checksums of the first part made right again.
void seal(std::vector<std::byte>& file) {
  layout::Header header;
  if (file.size() < sizeof header) return;
  std::memcpy(&header, file.data(), sizeof header);
  for (layout::SectionPlace& place : header.places) {
    if (place.offset <= file.size() && place.bytes <= file.size() - place.offset)
      place.crc = crc32c(std::span(file).subspan(place.offset, place.bytes));
  }
  header.crc = 0;
  header.crc = crc32c(std::as_bytes(std::span(&header, 1)));
  std::memcpy(file.data(), &header, sizeof header);
}

/// Damage may hide entries, never read out of bounds, and never give scores that are none.
void search(const CandidateIndex& index) {
  for (const char* name : {"海门", "haimen", "红日", "sun"}) {
    const auto found = index.find(subject_of(name), {.top = 5});
    if (!found) continue;
    for (const Candidate& candidate : *found) {
      fuzz::require(candidate.scores.overall >= 0 && candidate.scores.overall <= 1);
      static_cast<void>(index.label(candidate.id).size());
      static_cast<void>(index.picture(candidate.id).has_value());
    }
  }
}

void check(std::span<const std::byte> file) {
  fuzz::write_file(path, file);
  const auto index = CandidateIndex::open(path);
  if (!index) return;
  static_cast<void>(index->verify().has_value());
  search(*index);
}

}  // namespace

// A good index of two parts with edits, as they are and with the first part sealed: an error, or an index that can be searched.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::byte> good = good_index();
  std::vector<std::byte> file = fuzz::edited(good, data, size);
  check(file);
  seal(file);
  check(file);
  return 0;
}
