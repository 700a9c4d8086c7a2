#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/entry_source.hpp"
#include "marque/registry/change.hpp"
#include "marque/registry/query.hpp"

namespace marque {

/// One step of a transaction on a registry.
struct Insert {
  Entry entry;
};
struct Replace {
  EntryId id;
  Entry entry;
};
struct Amend {
  EntryId id;
  Event event;   ///< applied through law/lifecycle: an event the state does not admit is ErrorCode::unlawful
};
using Edit = std::variant<Insert, Replace, Amend>;

/// Rights in memory, indexed by number, owner, class and similar group, status, expiry and GI area: a district
/// or a portfolio, up to a few million records. Many readers or one writer.
class Registry : public EntrySource {
 public:
  class Builder;

  Registry();
  ~Registry() override;
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  /// All edits or none, in order; an edit sees those before it. Gives what each one did. ErrorCode::duplicate where
  /// a number is taken by a record of the same kind, missing_field where there is none, not_found where an id is not
  /// in use, unlawful where an event is; Where::record is the edit, from 1.
  Result<std::vector<Change>> apply(std::span<const Edit> edits);

  /// One edit.
  Result<Change> insert(Entry entry);
  Result<Change> amend(EntryId id, const Event& event);

  /// By number, in any spelling (see canonical_number); unset where there is none. Where a national and an
  /// international record have the same digits, the national one; `G1234567` finds the international registration of these digits
  /// where none has that number itself. O(log n).
  std::optional<EntryId> find(std::string_view number) const;
  std::optional<EntryId> find(std::string_view number, EntryKind kind) const;

  /// Ascending by id. Answered from the narrowest index that the query allows, the rest of it checked record by record.
  std::vector<EntryId> query(const Query& query) const;

  Result<Entry> entry(EntryId id) const override;
  std::size_t size() const noexcept;

  /// Visits every record, ascending by id.
  void for_each(const std::function<void(EntryId, const Entry&)>& visit) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Makes a registry of records under the ids that they have in a store or snapshot, its indexes all at once: some half of the time that
/// a million of insertions take. Quickest where ids ascend.
class Registry::Builder {
 public:
  Builder();
  ~Builder();

  /// ErrorCode::duplicate where id or number is taken, missing_field where there is no number, invalid_argument for an id that databases
  /// do not have.
  Result<void> add(EntryId id, Entry entry);

  /// What was added; once.
  Result<Registry> build() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace marque
