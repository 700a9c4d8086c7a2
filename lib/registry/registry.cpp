#include "marque/registry/registry.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <new>

#include "marque/law/lifecycle.hpp"
#include "registry/index.hpp"
#include "registry/keys.hpp"

namespace marque {

using namespace registry_index;

namespace {

constexpr std::uint64_t largest_id = std::numeric_limits<std::int64_t>::max();  // what databases take

using NumberKey = std::pair<std::string, EntryKind>;

NumberKey number_key_of(const Entry& entry) { return {canonical_number(number_of(entry)), kind_of(entry)}; }

/// A record as a transaction leaves it, worked out beside the registry before the registry is touched.
struct Draft {
  NumberKey number;
  Entry entry;
};

/// The postings of one kind that a transaction adds at once and drops at its end.
template <class Key>
class PostingEdits {
 public:
  explicit PostingEdits(Postings<Key>& postings) : postings_(postings) {}

  void add(std::uint64_t id, const std::vector<Key>& keys) {
    added_.reserve(added_.size() + keys.size());
    for (const Key& key : keys) {
      const auto [place, fresh] = postings_.insert(Posting<Key>{key, id});
      if (fresh) added_.push_back(place);
    }
  }
  void drop_all_but(std::uint64_t id, const std::vector<Key>& old_keys, const std::vector<Key>& new_keys) {
    for (const Key& key : old_keys) {
      if (!std::ranges::binary_search(new_keys, key)) dropped_.push_back(postings_.find(std::make_tuple(key, id)));
    }
  }
  void commit() noexcept { erase(dropped_); }
  void roll_back() noexcept { erase(added_); }

 private:
  using Place = typename Postings<Key>::iterator;

  void erase(const std::vector<Place>& places) noexcept {
    for (const Place place : places) postings_.erase(place);
  }

  Postings<Key>& postings_;
  std::vector<Place> added_, dropped_;
};

}  // namespace

struct Registry::Impl {
  Rows rows;
  Indexes indexes;
  std::uint64_t next_id = 1;

  std::optional<EntryId> holder(const NumberKey& number) const {
    const auto& index = rows.get<by_number>();
    const auto found = index.find(std::make_tuple(number.first, number.second));
    return found == index.end() ? std::nullopt : std::optional(EntryId{found->id});
  }

  /// The key of a number that, like the id, nobody has.
  Result<NumberKey> free_place(EntryId id, const Entry& entry) const;

  void write(std::map<std::uint64_t, Draft> drafts);
  std::vector<EntryId> answer(const Query& query) const;
};

namespace {

/// Works out what a list of edits does, without doing it.
class Plan {
 public:
  Plan(const Rows& rows, std::uint64_t next_id) : rows_(rows), next_id_(next_id) {}

  Result<Change> step(const Edit& edit) {
    return std::visit([&](const auto& kind) { return take(kind); }, edit);
  }

  std::map<std::uint64_t, Draft> drafts() && { return std::move(drafts_); }
  std::uint64_t next_id() const noexcept { return next_id_; }

 private:
  Result<Change> take(const Insert& insert) {
    const EntryId id{next_id_};
    Result<Change> change = set(id, std::nullopt, insert.entry);
    if (change) ++next_id_;
    return change;
  }

  Result<Change> take(const Replace& replace) {
    const Entry* present = current(replace.id);
    if (!present) return unused(replace.id);
    return set(replace.id, *present, replace.entry);
  }

  Result<Change> take(const Amend& amend) {
    const Entry* present = current(amend.id);
    if (!present) return unused(amend.id);
    Result<Entry> after = amended(*present, amend.event);
    if (!after) return after.error();
    return set(amend.id, *present, *std::move(after));
  }

  Result<Change> set(EntryId id, std::optional<Entry> before, Entry after) {
    NumberKey number = number_key_of(after);
    if (number.first.empty()) return Error{ErrorCode::missing_field, "a record must have a number"}.in_field("number");
    const auto holder = holder_of(number);
    if (holder && *holder != id.value)
      return Error{ErrorCode::duplicate, "number \"" + number.first + "\" is taken"}.in_field("number");
    if (before) holders_[number_key_of(*before)] = std::nullopt;
    holders_[number] = id.value;
    drafts_.insert_or_assign(id.value, Draft{std::move(number), after});
    return Change{id, std::move(before), std::move(after)};
  }

  const Entry* current(EntryId id) const {
    if (const auto draft = drafts_.find(id.value); draft != drafts_.end()) return &draft->second.entry;
    const auto row = rows_.find(id.value);
    return row == rows_.end() ? nullptr : &row->entry;
  }

  std::optional<std::uint64_t> holder_of(const NumberKey& number) const {
    if (const auto planned = holders_.find(number); planned != holders_.end()) return planned->second;
    const auto& index = rows_.get<by_number>();
    const auto row = index.find(std::make_tuple(number.first, number.second));
    return row == index.end() ? std::nullopt : std::optional(row->id);
  }

  static Error unused(EntryId id) {
    return {ErrorCode::not_found, "there is no record with id " + std::to_string(id.value)};
  }

  const Rows& rows_;
  std::uint64_t next_id_;
  std::map<std::uint64_t, Draft> drafts_;
  std::map<NumberKey, std::optional<std::uint64_t>> holders_;
};

Error no_memory() { return {ErrorCode::out_of_memory, "no memory"}; }

}  // namespace

namespace {

/// What a transaction does to the postings of every kind.
class IndexEdits {
 public:
  explicit IndexEdits(Indexes& indexes)
      : edits_(std::apply([](auto&... postings) { return ForEachKey<PostingEdits>(PostingEdits(postings)...); }, indexes)) {}

  /// `old` is null for a new record.
  void add(std::uint64_t id, const Entry* old, const Entry& now) {
    const auto edit = [&]<class Key>(PostingEdits<Key>& edits) {
      const auto keys = keys_of<Key>(now);
      if (old) edits.drop_all_but(id, keys_of<Key>(*old), keys);
      edits.add(id, keys);
    };
    std::apply([&](auto&... edits) { (edit(edits), ...); }, edits_);
  }
  void commit() noexcept {
    std::apply([](auto&... edits) { (edits.commit(), ...); }, edits_);
  }
  void roll_back() noexcept {
    std::apply([](auto&... edits) { (edits.roll_back(), ...); }, edits_);
  }

 private:
  ForEachKey<PostingEdits> edits_;
};

/// The postings of one kind for an index that is made at once.
template <class Key>
class PostingList {
 public:
  void add(std::uint64_t id, const Entry& entry) {
    for (Key& key : keys_of<Key>(entry)) postings_.push_back({std::move(key), id});
  }
  void build(Postings<Key>& index) && {
    std::ranges::sort(postings_);
    for (Posting<Key>& posting : postings_) index.insert(index.end(), std::move(posting));
  }

 private:
  std::vector<Posting<Key>> postings_;
};

}  // namespace

// Everything that allocates comes first and can be taken back by erasing; what follows cannot fail.
void Registry::Impl::write(std::map<std::uint64_t, Draft> drafts) {
  IndexEdits edits(indexes);
  std::vector<Rows::iterator> added;
  std::vector<std::pair<Rows::iterator, Draft*>> replaced;
  try {
    added.reserve(drafts.size());
    replaced.reserve(drafts.size());
    for (auto& [id, draft] : drafts) {
      const auto row = rows.find(id);
      const bool is_new = row == rows.end();
      edits.add(id, is_new ? nullptr : &row->entry, draft.entry);
      if (is_new)
        added.push_back(rows.insert(Row{id, draft.number.first, std::move(draft.entry)}).first);
      else
        replaced.emplace_back(row, &draft);
    }
  } catch (...) {
    edits.roll_back();
    for (const auto row : added) rows.erase(row);
    throw;
  }
  for (const auto& [place, draft] : replaced) {
    rows.modify(place, [draft = draft](Row& row) {
      row.number = std::move(draft->number.first);
      row.entry = std::move(draft->entry);
    });
  }
  edits.commit();
}

namespace {

/// One index that could answer a query: how many records it would give, and how to read their ids.
struct Route {
  std::size_t records;
  std::function<void(const std::function<void(std::uint64_t)>&)> ids;
};

template <class Key>
Route by_posting(const Postings<Key>& postings, const std::vector<Key>& keys) {
  std::size_t records = 0;
  for (const Key& key : keys) records += postings.count(std::make_tuple(key));
  return {records, [&postings, keys](const auto& give) {
            for (const Key& key : keys) {
              const auto [first, last] = postings.equal_range(std::make_tuple(key));
              std::for_each(first, last, [&](const auto& posting) { give(posting.id); });
            }
          }};
}

/// The names that hold `part`, found by looking at each different name once.
std::vector<OwnerName> names_with(const Postings<OwnerName>& owners, const std::string& part) {
  std::vector<OwnerName> names;
  for (auto at = owners.begin(); at != owners.end(); at = owners.upper_bound(std::make_tuple(at->key))) {
    if (contains_ignoring_case(at->key.text, part)) names.push_back(at->key);
  }
  return names;
}

Route by_term(const Postings<Date>& terms, const Query& query) {
  const auto first = query.expires_from ? terms.lower_bound(std::make_tuple(*query.expires_from)) : terms.begin();
  const auto last = query.expires_to ? terms.upper_bound(std::make_tuple(*query.expires_to)) : terms.end();
  const std::size_t before_first = terms.rank(first), before_last = terms.rank(last);
  if (before_last <= before_first) return {0, [](const auto&) {}};
  return {before_last - before_first,
          [first, last](const auto& give) { std::for_each(first, last, [&](const auto& posting) { give(posting.id); }); }};
}

Route everything(const Rows& rows) {
  return {rows.size(), [&rows](const auto& give) {
            for (const Row& row : rows) give(row.id);
          }};
}

}  // namespace

std::vector<EntryId> Registry::Impl::answer(const Query& query) const {
  std::vector<Route> routes{everything(rows)};
  const auto by = [&]<class Key>(const std::vector<Key>& keys) { routes.push_back(by_posting(std::get<Postings<Key>>(indexes), keys)); };
  if (query.area) by(std::vector{*query.area});
  if (query.group) by(std::vector{*query.group});
  if (!query.classes.empty()) by(query.classes.classes());
  if (!query.owner.empty()) by(names_with(std::get<Postings<OwnerName>>(indexes), query.owner));
  if (!query.statuses.empty()) by(query.statuses);
  if (query.expires_from || query.expires_to) routes.push_back(by_term(std::get<Postings<Date>>(indexes), query));
  if (query.kind) by(std::vector{*query.kind});
  std::vector<EntryId> found;
  std::ranges::min_element(routes, {}, &Route::records)->ids([&](std::uint64_t id) {
    if (matches(query, rows.find(id)->entry)) found.push_back(EntryId{id});
  });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Registry::Registry() : impl_(std::make_unique<Impl>()) {}
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

Result<std::vector<Change>> Registry::apply(std::span<const Edit> edits) {
  try {
    Plan plan(impl_->rows, impl_->next_id);
    std::vector<Change> changes;
    changes.reserve(edits.size());
    for (const Edit& edit : edits) {
      Result<Change> change = plan.step(edit);
      if (!change) return change.error().in_record(changes.size() + 1);
      changes.push_back(*std::move(change));
    }
    const std::uint64_t next_id = plan.next_id();
    impl_->write(std::move(plan).drafts());
    impl_->next_id = next_id;
    return changes;
  } catch (const std::bad_alloc&) {
    return no_memory();
  }
}

Result<Change> Registry::insert(Entry entry) {
  const Edit edit = Insert{std::move(entry)};
  Result<std::vector<Change>> changes = apply({&edit, 1});
  if (!changes) return changes.error();
  return std::move(changes->front());
}

Result<Change> Registry::amend(EntryId id, const Event& event) {
  const Edit edit = Amend{id, event};
  Result<std::vector<Change>> changes = apply({&edit, 1});
  if (!changes) return changes.error();
  return std::move(changes->front());
}

Result<NumberKey> Registry::Impl::free_place(EntryId id, const Entry& entry) const {
  NumberKey number = number_key_of(entry);
  if (number.first.empty()) return Error{ErrorCode::missing_field, "a record must have a number"}.in_field("number");
  if (id.value == 0 || id.value > largest_id)
    return Error{ErrorCode::invalid_argument, "id " + std::to_string(id.value) + " is out of range"};
  if (rows.find(id.value) != rows.end()) return Error{ErrorCode::duplicate, "id " + std::to_string(id.value) + " is taken"};
  if (holder(number)) return Error{ErrorCode::duplicate, "number \"" + number.first + "\" is taken"}.in_field("number");
  return number;
}

std::optional<EntryId> Registry::find(std::string_view number) const {
  const auto& index = impl_->rows.get<by_number>();
  const std::string canonical = canonical_number(number);
  if (const auto found = index.find(std::make_tuple(canonical)); found != index.end()) return EntryId{found->id};
  const auto designation = ChinaDesignationNumber::parse(canonical);
  return designation ? impl_->holder({designation->international().to_string(), EntryKind::international}) : std::nullopt;
}

std::optional<EntryId> Registry::find(std::string_view number, EntryKind kind) const {
  return impl_->holder({canonical_number(number), kind});
}

std::vector<EntryId> Registry::query(const Query& query) const { return impl_->answer(query); }

Result<Entry> Registry::entry(EntryId id) const {
  const auto row = impl_->rows.find(id.value);
  if (row == impl_->rows.end())
    return Error{ErrorCode::not_found, "there is no record with id " + std::to_string(id.value)};
  return row->entry;
}

std::size_t Registry::size() const noexcept { return impl_->rows.size(); }

void Registry::for_each(const std::function<void(EntryId, const Entry&)>& visit) const {
  for (const Row& row : impl_->rows) visit(EntryId{row.id}, row.entry);
}

struct Registry::Builder::State {
  Registry registry;
  ForEachKey<PostingList> postings;
};

Registry::Builder::Builder() : state_(std::make_unique<State>()) {}
Registry::Builder::~Builder() = default;

Result<void> Registry::Builder::add(EntryId id, Entry entry) {
  try {
    Impl& made = *state_->registry.impl_;
    Result<NumberKey> number = made.free_place(id, entry);
    if (!number) return number.error();
    std::apply([&](auto&... lists) { (lists.add(id.value, entry), ...); }, state_->postings);
    made.rows.insert(made.rows.end(), Row{id.value, std::move(number->first), std::move(entry)});
    made.next_id = std::max(made.next_id, id.value + 1);
    return {};
  } catch (const std::bad_alloc&) {
    return no_memory();
  }
}

Result<Registry> Registry::Builder::build() && {
  try {
    Indexes& indexes = state_->registry.impl_->indexes;
    const auto build = [&]<class Key>(PostingList<Key>& list) { std::move(list).build(std::get<Postings<Key>>(indexes)); };
    std::apply([&](auto&... lists) { (build(lists), ...); }, state_->postings);
    return std::move(state_->registry);
  } catch (const std::bad_alloc&) {
    return no_memory();
  }
}

}  // namespace marque
