#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "marque/model/entry.hpp"

namespace marque {

/// A name of an owner as a key. Ordered by its hash first, so that a walk among a million names need not follow each to where its
/// characters lie; equal names stand together.
struct OwnerName {
  explicit OwnerName(std::string name) : hash(std::hash<std::string>{}(name)), text(std::move(name)) {}

  std::size_t hash;
  std::string text;

  auto operator<=>(const OwnerName&) const = default;
};

/// The keys of one kind under which a record is found, each once, ascending: its owners' names, classes, similar groups, areas; its
/// kind, state, and the day its term ends, where that is known.
template <class Key>
std::vector<Key> keys_of(const Entry& entry);

template <>
std::vector<OwnerName> keys_of(const Entry& entry);
template <>
std::vector<NiceClass> keys_of(const Entry& entry);
template <>
std::vector<SimilarGroup> keys_of(const Entry& entry);
template <>
std::vector<AreaCode> keys_of(const Entry& entry);
template <>
std::vector<EntryKind> keys_of(const Entry& entry);
template <>
std::vector<Status> keys_of(const Entry& entry);
template <>
std::vector<Date> keys_of(const Entry& entry);

/// Whether `text` has `part` in it, A–Z and a–z alike.
bool contains_ignoring_case(std::string_view text, std::string_view part) noexcept;

}  // namespace marque
