#pragma once

#include <cstddef>
#include <cstdint>

namespace marque {

/// Bounds on untrusted text. The defaults suit registers; each may be changed by the caller.
struct TextLimits {
  std::size_t name_bytes = 4 * 1024;        ///< the words of one mark
  std::size_t field_bytes = 64 * 1024;      ///< a goods list, an address, an area
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

/// Bounds on untrusted documents. Whatever passes one of them is ErrorCode::limit_exceeded, and the message names it.
struct DocumentLimits {
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

}  // namespace marque
