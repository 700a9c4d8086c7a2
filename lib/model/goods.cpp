#include "marque/model/goods.hpp"

namespace marque {

ClassSet classes_of(const std::vector<ClassScope>& scope) noexcept {
  ClassSet classes;
  for (const ClassScope& part : scope) classes.insert(part.nice_class);
  return classes;
}

}  // namespace marque
