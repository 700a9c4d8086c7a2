#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/base/result.hpp"
#include "marque/logo/fingerprint.hpp"
#include "marque/model/image.hpp"
#include "marque/registry/registry.hpp"
#include "marque/search/candidate_index.hpp"

namespace marque::c {

/// What marque_register stands for: a registry, the pictures its records name, and an index of both.
class MemoryRegister {
 public:
  std::size_t size() const noexcept { return registry_.size(); }

  /// What can be added of a source, and the summary as JSON.
  struct Addition {
    std::vector<Edit> records;
    std::string summary;
  };
  Result<Addition> read(std::string bytes, std::string name) const;
  Result<void> add(const Addition& addition);

  Result<void> add_picture(std::string path, const Image& picture);
  Result<std::string> find(std::string_view number) const;
  Result<void> build_index();

  /// The report as JSON.
  Result<std::string> check(std::string_view application, Language language) const;

 private:
  Registry registry_;
  std::map<std::string, Fingerprint, std::less<>> pictures_;   ///< by the path that records name
  std::optional<CandidateIndex> index_;                        ///< unset where it would not show every record
};

}  // namespace marque::c
