#pragma once

#include <boost/multi_index/composite_key.hpp>
#include <boost/multi_index/mem_fun.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/ordered_index.hpp>
#include <boost/multi_index/ranked_index.hpp>
#include <boost/multi_index_container.hpp>
#include <cstdint>
#include <limits>
#include <string>

#include "marque/model/entry.hpp"

namespace marque::registry_index {

namespace mi = boost::multi_index;

/// One record of a registry, with the number it is found by.
struct Row {
  std::uint64_t id;
  std::string number;
  Entry entry;

  EntryKind kind() const noexcept { return kind_of(entry); }
  Status status() const noexcept { return status_of(entry); }
  /// Days since 1970; records without a known end sort behind all others.
  std::int32_t expiry() const {
    const auto day = expiry_of(entry);
    return day ? day->days() : std::numeric_limits<std::int32_t>::max();
  }
};

struct by_id;
struct by_number;
struct by_kind;
struct by_status;
struct by_expiry;

// Ranked where a query asks how many rows a key has: that decides which index answers it.
// Numbers are kept unique by Registry, which lets one transaction exchange two of them.
using Rows = mi::multi_index_container<
    Row, mi::indexed_by<mi::ordered_unique<mi::tag<by_id>, mi::member<Row, std::uint64_t, &Row::id>>,
                        mi::ordered_non_unique<mi::tag<by_number>,
                                               mi::composite_key<Row, mi::member<Row, std::string, &Row::number>,
                                                                 mi::const_mem_fun<Row, EntryKind, &Row::kind>>>,
                        mi::ranked_non_unique<mi::tag<by_kind>, mi::const_mem_fun<Row, EntryKind, &Row::kind>>,
                        mi::ranked_non_unique<mi::tag<by_status>, mi::const_mem_fun<Row, Status, &Row::status>>,
                        mi::ranked_non_unique<mi::tag<by_expiry>, mi::const_mem_fun<Row, std::int32_t, &Row::expiry>>>>;

/// One key of one record, where a record has several: an owner, a class, a similar group, an area.
template <class Key>
struct Posting {
  Key key;
  std::uint64_t id;
};

template <class Key>
using Postings = mi::multi_index_container<
    Posting<Key>,
    mi::indexed_by<mi::ranked_unique<mi::composite_key<Posting<Key>, mi::member<Posting<Key>, Key, &Posting<Key>::key>,
                                                       mi::member<Posting<Key>, std::uint64_t, &Posting<Key>::id>>>>>;

}  // namespace marque::registry_index
