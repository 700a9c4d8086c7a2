#pragma once

#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/event.hpp"
#include "marque/model/goods.hpp"

namespace marque {

/// Gives the classes that an event names, or the goods within them, another state. A class whose last item goes, goes with it.
/// Gives whether anything of the scope is left standing. ErrorCode::invalid_class for a class the record does not cover,
/// invalid_argument for goods it does not list, unlawful for what is gone already.
Result<bool> change_scope(std::vector<ClassScope>& scope, Status record, Status to, const Event& event);

/// A review that succeeds frees what was refused before: the classes or goods it names, or all.
void readmit(std::vector<ClassScope>& scope, const Event& event);

/// Where the record as a whole moves on, its classes do too, but for those that are gone.
void follow_record(std::vector<ClassScope>& scope);

/// The classes and goods that an event names, taken out of a scope: what is left of it stays in `scope`. What was not
/// named at all is neither taken nor changed. Errors as above.
Result<std::vector<ClassScope>> taken_out(std::vector<ClassScope>& scope, const Event& event);

}  // namespace marque
