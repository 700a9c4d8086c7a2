#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/area_code.hpp"
#include "marque/model/date.hpp"
#include "marque/model/event.hpp"
#include "marque/model/goods.hpp"
#include "marque/model/party.hpp"
#include "marque/model/provenance.hpp"
#include "marque/model/status.hpp"
#include "marque/model/yuan.hpp"

namespace marque {

/// The systems under which China protects geographical indications 地理标志.
enum class GiSystem : std::uint8_t {
  product,       ///< PGI 地理标志(保护)产品: CNIPA Order 80, before it AQSIQ Order 78
  trademark,     ///< GI collective or certification mark 地理标志集体/证明商标: CNIPA Order 79
  agricultural,  ///< AGI 农产品地理标志: MOA, no new registrations since 2022
  foreign,       ///< protected in China under a treaty, e.g. the EU–China Agreement
};

std::string_view name_of(GiSystem system) noexcept;
std::string_view chinese_of(GiSystem system) noexcept;
Result<GiSystem> parse_gi_system(std::string_view text);

/// One registration of the indication under one system. A right may hold several, and pass from one to another.
struct GiRegistration {
  GiSystem system = GiSystem::product;
  std::string number{};  ///< certificate, announcement or mark number; empty where not known
  std::string authority{};
  std::optional<Date> date{};
  Status status = Status::registered;
  std::string supersedes{};  ///< number of the registration it replaced

  bool operator==(const GiRegistration&) const = default;
};

/// A name the same indication goes by: traditional characters, pinyin, a translation.
struct GiName {
  std::string text{};
  std::string kind{};  ///< `transliteration`, `translation`, `variant`, or empty

  bool operator==(const GiName&) const = default;
};

/// The protected area 保护范围: the frozen text, and the divisions it meant on its day.
struct GiArea {
  std::string text{};
  std::vector<AreaCode> codes{};  ///< by the codes in force at `as_of`
  std::optional<Date> as_of{};

  bool operator==(const GiArea&) const = default;
};

/// A producer entitled to the name and the special mark 合法使用人.
struct LawfulUser {
  Party party;
  std::string approval{};  ///< notice that approved it
  std::optional<Date> since{}, until{};
  bool operator==(const LawfulUser&) const = default;
};

/// What was produced and sold under the name in one year, by one user or by all.
struct GiYear {
  int year = 0;
  std::string user{};    ///< name of the lawful user; empty: the whole indication
  std::string output{};  ///< quantity with its unit, as reported, e.g. `1200 t`
  std::optional<Yuan> sales{};

  bool operator==(const GiYear&) const = default;
};

/// A geographical indication, with 1..n registrations.
struct GeographicalIndication {
  std::string number{};  ///< the number it is found by; where none is known, a reference
                         ///< of the register's own, which says so (`local:…`)
  std::string name{};
  std::vector<GiName> other_names{};
  std::vector<GiRegistration> registrations{};  ///< 1..n
  std::string product{};                        ///< the goods, e.g. 山羊肉
  std::vector<ClassScope> scope{};              ///< the classes of those goods; may be empty
  GiArea area{};
  std::string quality{};   ///< quality requirements 质量技术要求
  std::string standard{};  ///< number of the standard
  std::string test_body{};
  std::vector<Party> holders{};  ///< applicant body or owner of the mark; empty where not known
  std::vector<LawfulUser> users{};
  std::vector<GiYear> years{};
  std::vector<std::string> related{};  ///< numbers of indications that must not be mixed up with it
  Status status = Status::registered;  ///< of the indication as a whole
  std::vector<Event> events{};
  Provenance provenance{};

  bool operator==(const GeographicalIndication&) const = default;
};

}  // namespace marque
