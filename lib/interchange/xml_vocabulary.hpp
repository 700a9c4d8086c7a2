#pragma once

#include <string_view>

#include "interchange/xml_tree.hpp"
#include "marque/interchange/record_reader.hpp"

namespace marque {

/// Vocabularies of XML whose records marque reads, told apart by element and namespace.
struct XmlVocabulary {
  RecordFormat format;
  std::string_view record;    ///< local name of the element that is one record
  std::string_view trailer;   ///< element that follows a record and belongs to it where the group holds one only; may be empty
  std::string_view group;     ///< element that holds records with their trailers; may be empty
  void (*read)(const XmlElement& record, ReadRecord& to);  ///< fills entry, warnings, emptied, lacking
};

void read_uspto(const XmlElement& case_file, ReadRecord& to);  // uspto.cpp
void read_st96(const XmlElement& trademark, ReadRecord& to);   // st96_reader.cpp
void read_st66(const XmlElement& trademark, ReadRecord& to);   // st66.cpp

/// The vocabulary that a record element of this namespace and name begins; null for any other element.
const XmlVocabulary* vocabulary_of_record(std::string_view space, std::string_view local);

/// Whether a document that begins with this element may hold records.
bool may_hold_records(std::string_view space, std::string_view local);

/// Whether elements of a namespace are read: those of the vocabularies and of the offices' extensions
/// (data/xml_namespaces.tsv), and those without any.
bool is_known_namespace(std::string_view space);

}  // namespace marque
