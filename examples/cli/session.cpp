#include "session.hpp"

#include <cstdlib>
#include <filesystem>
#include <span>
#include <utility>

#include "marque/base/limits.hpp"
#include "marque/logo/decode.hpp"
#include "marque/logo/fingerprinter.hpp"

namespace marque::cli {

namespace {

constexpr std::uint32_t thumbnail_side = 256;

/// A picture's fingerprint as the store has it; one of an older version is made anew from the picture kept.
FingerprintSource fingerprints_of(const Program& program, const Store& store) {
  return [&program, &store, fingerprinter = opencv_fingerprinter(LogoUse::keeping, program.limits.image)](const ImageReference& image) -> std::optional<Fingerprint> {
    if (image.digest.empty()) return {};
    auto found = store.fingerprint(image.digest);
    if (found || found.error().code != ErrorCode::unsupported) return found ? std::optional(*std::move(found)) : std::nullopt;
    const auto picture = store.image(image.digest);
    auto made = picture ? fingerprinter(*picture) : picture.error();
    if (made) return *std::move(made);
    remark(program, to_string(made.error().in_file(image.path.empty() ? image.digest : image.path), program.language));
    return {};
  };
}

CandidateIndex built_index(const Program& program, const Store& store, std::uint64_t stamp) {
  IndexBuilder builder(stamp);
  const FingerprintSource fingerprints = fingerprints_of(program, store);
  const std::uint64_t total = need(store.size());
  const Progress progress = progress_bar(program, program.say({"建立索引", "indexing"}), program.say({"条", "records"}));
  std::uint64_t count = 0;
  need(store.for_each([&](EntryId id, const Entry& entry) {
    builder.add(id, entry, fingerprints);
    return progress.advance(++count, total);
  }));
  if (was_interrupted()) throw Failure{{ErrorCode::cancelled, "interrupted", {}}};
  return std::move(builder).build();
}

// Every part costs each search a little, and dead entries of former parts are read past: from so many parts, or so large a share of
// changed entries, the index is built anew.
constexpr std::size_t most_parts = 8;
constexpr std::size_t least_unchanged = 4;   // for every changed entry

/// The index on disk brought up to date by the entries that changed, where they are few; unset where it has to be built.
std::optional<CandidateIndex> extended_index(const Program& program, const Store& store, const CandidateIndex& stale, const std::string& cache, std::uint64_t stamp) {
  if (stale.parts() >= most_parts) return {};
  const auto changed = store.changed_since(stale.key());
  if (!changed || changed->size() * (least_unchanged + 1) > stale.size()) return {};
  IndexBuilder added(stamp);
  const FingerprintSource fingerprints = fingerprints_of(program, store);
  for (const EntryId id : *changed) {
    const auto entry = store.entry(id);
    if (!entry && entry.error().code != ErrorCode::not_found) return {};
    added.remove(id);
    if (entry) added.add(id, *entry, fingerprints);
  }
  if (!CandidateIndex::append(cache, std::move(added))) return {};
  auto index = CandidateIndex::open(cache);
  return index && index->key() == stamp ? std::optional(*std::move(index)) : std::nullopt;
}

/// The index tells what the register holds, so nobody reads it who may not read the register.
void readable_like(const std::string& cache, const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const auto mode = fs::status(path, failed).permissions();
  if (!failed) fs::permissions(cache, mode, failed);
}

}  // namespace

std::unique_ptr<Store> open_store(const std::string& path, Access access) { return need(open_sqlite_store(path, access)); }

EntryId need_record(const Store& store, const std::string& number) {
  const auto id = need(store.find(number));
  if (!id) throw Failure{{ErrorCode::not_found, "no record with number \"" + number + "\"", {}}};
  return *id;
}

Cause cause_of(const Program& program, std::string action, std::string detail) {
  Cause cause;
  cause.action = std::move(action);
  cause.detail = std::move(detail);
  if (const char* user = std::getenv("USER")) cause.actor = user;
  cause.as_of = as_of(program);
  return cause;
}

Session open_session(const Program& program, const std::string& path) {
  auto store = open_store(path, Access::read);
  const std::uint64_t stamp = need(store->stamp());
  const std::string cache = path + ".index";
  if (auto cached = CandidateIndex::open(cache)) {
    if (cached->key() == stamp) return {std::move(store), *std::move(cached)};
    if (auto extended = extended_index(program, *store, *cached, cache, stamp)) return {std::move(store), *std::move(extended)};
  }
  CandidateIndex index = built_index(program, *store, stamp);
  const auto saved = index.save(cache);
  if (saved) {
    readable_like(cache, path);
  } else {
    remark(program, program.say({"索引未能保存，下次将重建：", "the index could not be kept and will be made again: "}) + to_string(saved.error(), program.language));
  }
  return {std::move(store), std::move(index)};
}

Image read_image(const Program& program, const std::string& path) {
  const std::string text = read_file(path, program.limits.image.bytes, "image_bytes");
  const auto bytes = std::as_bytes(std::span(text));
  return Image{{bytes.begin(), bytes.end()}, {}};
}

std::optional<Image> thumbnail(const Program& program, const Image& image) {
  const auto pixels = decode(image, program.limits.image);
  if (!pixels) return {};
  return encode_png(shrunk(*pixels, thumbnail_side));
}

}  // namespace marque::cli
