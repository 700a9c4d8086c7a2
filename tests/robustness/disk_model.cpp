#include "robustness/disk_model.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace marque::robustness {

namespace {

constexpr std::size_t sector = 512;

std::string name_in(const std::string& path) { return std::filesystem::path(path).filename().string(); }

}  // namespace

void DiskModel::apply(Bytes& content, const Write& write) {
  if (write.truncate) return content.resize(write.offset);
  content.resize(std::max<std::size_t>(content.size(), write.offset + write.bytes.size()));
  std::copy(write.bytes.begin(), write.bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(write.offset));
}

void DiskModel::record(const SystemCall& call) {
  using Kind = SystemCall::Kind;
  const auto name = [&](const std::string& path, std::shared_ptr<File> file) {
    if (file)
      now_[name_in(path)] = file;
    else
      now_.erase(name_in(path));
    pending_.push_back({name_in(path), std::move(file)});
  };
  const auto file = [&]() -> File& { return *now_.at(name_in(call.path)); };
  switch (call.kind) {
    case Kind::open:
      if (call.created) name(call.path, std::make_shared<File>());
      break;
    case Kind::write:
      file().pending.push_back({call.offset, {call.bytes.begin(), call.bytes.end()}});
      break;
    case Kind::truncate:
      file().pending.push_back({call.offset, {}, true});
      break;
    case Kind::flush:
      for (const Write& write : file().pending) apply(file().flushed, write);
      file().pending.clear();
      break;
    case Kind::flush_folder:
      for (const Naming& naming : pending_) {
        if (naming.file)
          flushed_[naming.name] = naming.file;
        else
          flushed_.erase(naming.name);
      }
      pending_.clear();
      break;
    case Kind::rename:
      name(call.to, now_.at(name_in(call.path)));
      name(call.path, nullptr);
      break;
    case Kind::link:
      name(call.to, now_.at(name_in(call.path)));
      break;
    case Kind::unlink:
      name(call.path, nullptr);
      break;
    default:
      break;
  }
}

DiskModel::Bytes DiskModel::state_of(const File& file, std::mt19937_64& random) {
  Bytes content = file.flushed;
  const std::uint64_t mood = random() % 4;  // none of it, all, whole writes, single sectors
  if (mood == 0) return content;
  const bool stale = random() % 2 == 0;  // a file that grew may show what the disk had there before
  for (const Write& write : file.pending) {
    if (mood == 1) {
      apply(content, write);
    } else if (write.truncate || mood == 2) {
      if (random() % 2 == 0) apply(content, write);
    } else {
      const std::size_t before = content.size();
      if (stale) {
        content.resize(std::max<std::size_t>(before, write.offset + write.bytes.size()), std::byte{0xa5});
      }
      for (std::size_t at = 0; at < write.bytes.size(); at += sector) {
        if (random() % 2 == 0) continue;
        const std::size_t size = std::min(sector, write.bytes.size() - at);
        const auto begin = write.bytes.begin() + static_cast<std::ptrdiff_t>(at);
        apply(content, {write.offset + at, {begin, begin + static_cast<std::ptrdiff_t>(size)}});
      }
    }
  }
  return content;
}

void DiskModel::make_state(const std::string& folder, std::mt19937_64& random) const {
  auto names = flushed_;
  const std::uint64_t mood = random() % 3;  // no name that was not flushed, all, some
  for (const Naming& naming : pending_) {
    if (mood == 0 || (mood == 2 && random() % 2 == 0)) continue;
    if (naming.file)
      names[naming.name] = naming.file;
    else
      names.erase(naming.name);
  }
  std::map<const File*, std::string> written;  // two names of one file
  for (const auto& [name, file] : names) {
    const std::string path = folder + "/" + name;
    if (const auto other = written.find(file.get()); other != written.end()) {
      std::filesystem::create_hard_link(other->second, path);
      continue;
    }
    written.emplace(file.get(), path);
    const Bytes content = state_of(*file, random);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
  }
}

}  // namespace marque::robustness
