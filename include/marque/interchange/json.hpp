#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/clearance/clearance.hpp"
#include "marque/clearance/report.hpp"
#include "marque/model/entry.hpp"
#include "marque/scoring/evidence.hpp"
#include "marque/scoring/comparison.hpp"
#include "marque/text/normalize.hpp"

namespace marque {

class JsonWriter;

/// One record as one line of JSON, without the line break: every known field, in a fixed order, unknown ones absent.
/// Members: lib/interchange/SCHEMA.md. entry_from_json() gives the same entry back.
std::string to_json(const Entry& entry);

/// Reads one record. Only `kind`, `number`, `mark`, `owner`, `classes` and `status` need be there (the owner may be
/// empty where it is not known, classes for a GI). A member that cannot be read but is not needed is kept in
/// Provenance::raw and told in `warnings`; what the record cannot do without is an Error with the member's name. Parsed
/// as untrusted: strict UTF-8, depth and length limits, no duplicate members, no NUL.
Result<Entry> entry_from_json(std::string_view line, std::vector<Error>& warnings, const DocumentLimits& limits = {});

/// A report in the fixed form for scripts (SCHEMA.md), explanations in one language.
std::string to_json(const Report& report, Language language);

/// Which parts of two pictures matched, as a member `picture` of the object that is open.
void write_picture(JsonWriter& out, const PictureEvidence& picture);

/// Two marks compared (`compare`).
std::string to_json(const Comparison& comparison, Language language);

/// Every view of a name, and every reading of its characters (`normalize`).
std::string to_json(const NormalForm& name);

/// The explanation of one entry (`check --explain`).
std::string to_json(const Clearance::Explained& explained, Language language);

}  // namespace marque
