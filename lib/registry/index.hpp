#pragma once

#include <boost/multi_index/composite_key.hpp>
#include <boost/multi_index/mem_fun.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/ordered_index.hpp>
#include <boost/multi_index/ranked_index.hpp>
#include <boost/multi_index_container.hpp>
#include <compare>
#include <cstdint>
#include <string>
#include <tuple>

#include "marque/model/entry.hpp"
#include "registry/keys.hpp"

namespace marque::registry_index {

namespace mi = boost::multi_index;

/// One record of a registry, with the number it is found by.
struct Row {
  std::uint64_t id;
  std::string number;
  Entry entry;

  EntryKind kind() const noexcept { return kind_of(entry); }
};

struct by_id;
struct by_number;

// Numbers are kept unique by Registry, which lets one transaction exchange two of them.
using Rows = mi::multi_index_container<
    Row, mi::indexed_by<mi::ordered_unique<mi::tag<by_id>, mi::member<Row, std::uint64_t, &Row::id>>,
                        mi::ordered_non_unique<mi::tag<by_number>,
                                               mi::composite_key<Row, mi::member<Row, std::string, &Row::number>,
                                                                 mi::const_mem_fun<Row, EntryKind, &Row::kind>>>>>;

/// One key of one record: an owner, a class, a state, the end of its term. A posting is small and a row is large: a walk down an index
/// touches little memory.
template <class Key>
struct Posting {
  Key key;
  std::uint64_t id;

  auto operator<=>(const Posting&) const = default;
};

/// Ranked, because a query asks how many records a key has: that decides which index answers it.
template <class Key>
using Postings = mi::multi_index_container<
    Posting<Key>,
    mi::indexed_by<mi::ranked_unique<mi::composite_key<Posting<Key>, mi::member<Posting<Key>, Key, &Posting<Key>::key>,
                                                       mi::member<Posting<Key>, std::uint64_t, &Posting<Key>::id>>>>>;

/// Something for each kind of key that records are found by.
template <template <class> class Part>
using ForEachKey = std::tuple<Part<OwnerName>, Part<NiceClass>, Part<SimilarGroup>, Part<AreaCode>, Part<EntryKind>, Part<Status>, Part<Date>>;

using Indexes = ForEachKey<Postings>;

}  // namespace marque::registry_index
