#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interchange/json_value.hpp"
#include "interchange/object_reader.hpp"
#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// The entry whose members (SCHEMA.md) an object holds. All readers of records come through here: a table's row
/// is first made such an object. What cannot be read and is not needed goes to Provenance::raw and `warnings`,
/// each naming its member; what the record cannot do without is an Error.
Result<Entry> entry_from_members(const JsonValue::Object& members, std::vector<Error>& warnings);

/// entry_from_json(), which also gives `emptied`, unless it is null, the names of the members that say that there is none.
Result<Entry> entry_from_json(std::string_view line, std::vector<Error>& warnings, const DocumentLimits& limits,
                              std::vector<std::string>* emptied);

/// A person or body, wherever one stands.
Party read_party(ObjectReader& in);

}  // namespace marque
