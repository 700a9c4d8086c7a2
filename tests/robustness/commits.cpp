#include "robustness/commits.hpp"

#include <charconv>
#include <cstdlib>

#include "marque/store/sqlite_store.hpp"

namespace marque::robustness {

std::uint64_t argument(int count, char** values, std::string_view name, std::uint64_t otherwise) {
  for (int i = 1; i + 1 < count; ++i) {
    const std::string_view value = values[i + 1];
    if (values[i] == name) std::from_chars(value.data(), value.data() + value.size(), otherwise);
  }
  return otherwise;
}

Folder::Folder(const std::filesystem::path& under) {
  path_ = (std::filesystem::canonical(under) / "marque-XXXXXX").string();
  if (!::mkdtemp(path_.data())) throw Broken("cannot make a folder in " + under.string());
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::vector<NewRecord> Commits::records(std::uint64_t commit) const {
  std::vector<NewRecord> made;
  for (std::uint64_t place = 0; place < batch; ++place) {
    const std::uint64_t number = place + 1 < batch ? 1000 + place : 100000 + commit;
    Trademark trademark{.number = *NationalNumber::parse(std::to_string(number))};
    trademark.mark.text = "commit " + std::to_string(commit);
    trademark.mark.description = std::string(filler, 'x');
    made.push_back({.entry = trademark});
  }
  return made;
}

Registry Commits::registry(std::uint64_t commit) const {
  Registry registry;
  for (const NewRecord& record : records(commit)) required(registry.insert(record.entry));
  return registry;
}

Result<std::vector<Outcome>> Commits::make(Store& store, std::uint64_t commit) const {
  return store.put(records(commit), {.action = "add", .detail = std::to_string(commit)});
}

std::uint64_t Commits::found_in(const Store& store) const {
  const std::uint64_t revision = required(store.revision());
  if (revision % batch != 0) throw Broken("a commit is there in part: revision " + std::to_string(revision));
  const std::uint64_t commits = revision / batch;
  required(store.verify());
  if (commits == 0) return 0;
  if (required(store.size()) != batch - 1 + commits) throw Broken("records are missing");
  for (const NewRecord& wanted : records(commits)) {
    const auto id = required(store.find(number_of(wanted.entry)));
    if (!id || required(store.entry(*id)) != wanted.entry) throw Broken("a record is not as the last commit left it");
  }
  return commits;
}

std::uint64_t Commits::found_in(const std::string& path, std::uint64_t least, std::uint64_t most) const {
  const auto store = required(open_sqlite_store(path, Access::write));
  const std::uint64_t commits = found_in(*store);
  if (commits < least)
    throw Broken("commit " + std::to_string(least) + " was acknowledged and is lost; there are " +
                 std::to_string(commits));
  if (commits > most)
    throw Broken("there are " + std::to_string(commits) + " commits, of which at most " + std::to_string(most) +
                 " were made");
  return commits;
}

}  // namespace marque::robustness
