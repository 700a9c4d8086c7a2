#pragma once

#include <string>
#include <string_view>

#include "interchange/xml_tree.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Namespace of marque's own extension of ST.96: what the standard has no place for stands in it member by member, as in
/// the JSON form (SCHEMA.md), so that a record comes back whole.
///
///     <mq:RecordExtension><mq:RecordMember name="divided_from">"12345678"</mq:RecordMember></mq:RecordExtension>
constexpr std::string_view st96_extension_namespace = "urn:marque:record:1";

/// Puts the members that a record's extension gives in place of those read from the standard's elements. One that is no JSON
/// is kept raw with a warning.
void apply_st96_extension(XmlElement trademark, ReadRecord& to);

/// The members in which `read_back` differs from `entry`, as the extension's elements; empty where none does.
std::string st96_extension(const Entry& entry, const Entry& read_back);

/// The whole record, its kind included, for one that the elements of a trademark do not make.
std::string st96_extension(const Entry& entry);

}  // namespace marque
