#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "marque/base/bilingual.hpp"
#include "marque/base/result.hpp"

namespace marque {

/// Bounds on untrusted text. The defaults suit registers; each may be changed by the caller.
struct TextLimits {
  std::size_t name_bytes = 4 * 1024;        ///< the words of one mark
  std::size_t marks_per_base = 30;          ///< combining marks on one base character (UAX #15, stream-safe)
  std::size_t growth_factor = 18;           ///< normalised length at most factor × input + slack, in UTF-16 units
  std::size_t growth_slack = 64;
};

/// Bounds on untrusted pictures, checked on the header before a decoder runs.
struct ImageLimits {
  std::size_t bytes = 8u << 20;
  std::uint64_t pixels = 1u << 24;
  std::uint32_t side = 8192;
  std::size_t ancillary_chunk_bytes = 1u << 20;  ///< one PNG chunk that is no pixel data
  std::size_t metadata_bytes = 2u << 20;         ///< all of them, or all JPEG APPn segments
  std::uint32_t jpeg_scans = 64;
};

/// Bounds on untrusted documents.
struct DocumentLimits {
  std::size_t name_bytes = 4 * 1024;    ///< the words of the mark in one record
  std::size_t goods_bytes = 64 * 1024;  ///< the names of the goods of one class in one record
  std::size_t depth = 64;               ///< nested values or elements
  std::size_t string_bytes = 1u << 20;  ///< one JSON string, CSV field, text of an XML element or cell
  std::size_t number_chars = 64;
  std::uint64_t stream_bytes = 8ull << 30;  ///< a file, and an entry of an archive unpacked
  std::size_t dom_bytes = 16u << 20;        ///< one record
  std::size_t columns = 1024;

  std::size_t attributes = 128;            ///< of one XML element
  std::size_t start_tag_bytes = 64 * 1024;  ///< one start tag, comment or instruction of XML
  std::size_t children = 10'000;           ///< elements in one XML element of a record
  std::size_t element_names = 16'384;      ///< different names of XML elements in a document

  std::size_t archive_entries = 65'536;
  std::uint64_t archive_ratio = 200;            ///< unpacked to packed bytes; 137 is a normal annual file of the USPTO
  std::size_t shared_strings_bytes = 64u << 20;  ///< texts that an XLSX keeps for all its cells
};

/// Bounds on snapshots, for saving as for loading, so that nothing is saved that cannot be loaded. Texts and lists within a record need
/// none: they are held to the bytes that the record has left before anything is allocated.
struct SnapshotLimits {
  std::uint64_t bytes = 4ull << 30;
  std::size_t record_bytes = 64u << 20;  ///< one record
  std::uint64_t records = 50'000'000;
};

/// Bounds on what a register takes at once.
struct StoreLimits {
  std::size_t transaction_records = 10'000;  ///< records that an import commits together, ImportOptions::batch
};

/// All of them together. None is a time: what bounds the size of a picture or a name bounds what it costs (logo/decode.hpp,
/// text/normalize.hpp), and longer work takes a Progress, by which any deadline stops it. Fingerprints have the size of their format.
/// A search gives no more than SearchLimits::top, and asks by a name within `text`.
struct Limits {
  TextLimits text;
  ImageLimits image;
  DocumentLimits document;
  SnapshotLimits snapshot;
  StoreLimits store;
};

/// A bound by the name under which it is set and told. Whatever passes it is ErrorCode::limit_exceeded, its message ends
/// `(limit depth = 64)`, and limit_in() gives the name back: the bound's own code.
struct LimitInfo {
  std::string_view name;
  std::uint64_t standard;  ///< unless it is set
  std::uint64_t ceiling;   ///< it can be set to no more, because the costs behind it would not be bounded any longer
  Bilingual what;
};

/// Every bound, by name.
std::span<const LimitInfo> limit_table();

/// Sets one. ErrorCode::invalid_argument where there is none of that name, or for a value of 0 or over the ceiling.
Result<void> set_limit(Limits& limits, std::string_view name, std::uint64_t value);

/// The value of one; 0 where there is none of that name.
std::uint64_t limit_value(const Limits& limits, std::string_view name) noexcept;

/// What passing a bound is.
Error limit_error(std::string_view name, std::uint64_t value, const std::string& what);

/// The bound that an error of limit_error() names; empty for any other error.
std::string_view limit_in(const Error& error) noexcept;

}  // namespace marque
