#pragma once

#include <string>
#include <vector>

#include "marque/base/error.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Whether two rows of one source tell of one record: the same kind and number. Indications never: one
/// announcement may name several.
bool rows_of_one_record(const Entry& a, const Entry& b);

/// A record told class by class: takes the classes of a further row into the first. Where the further row's status
/// differs, it becomes the state in its classes. Other fields stay as the first row has them; a warning names
/// those that differ.
void add_row(Entry& first, const Entry& further, std::vector<Error>& warnings);

/// The stored record as a source now tells it: what the source leaves out stays, what it gives replaces, and the members
/// it gives as empty (`emptied`, names of SCHEMA.md) are emptied. Where and in which row it stood counts only if something
/// else changed. Raw members replace those of the same name.
Entry patched(const Entry& stored, Entry incoming, const std::vector<std::string>& emptied = {});

/// Whether both say on which day their office told them, and `incoming` is the older news.
bool is_older_news(const Entry& incoming, const Entry& stored);

}  // namespace marque
