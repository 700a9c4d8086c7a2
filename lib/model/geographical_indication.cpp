#include "marque/model/geographical_indication.hpp"

#include <array>

#include "model/enum_names.hpp"

namespace marque {

namespace {

constexpr std::array<EnumName<GiSystem>, 4> names{{
    {GiSystem::product, "product", "地理标志产品"},
    {GiSystem::trademark, "trademark", "地理标志商标"},
    {GiSystem::agricultural, "agricultural", "农产品地理标志"},
    {GiSystem::foreign, "foreign", "国外地理标志"},
}};
static_assert(in_order(names));

}  // namespace

std::string_view name_of(GiSystem system) noexcept { return names[static_cast<std::size_t>(system)].english; }
std::string_view chinese_of(GiSystem system) noexcept { return names[static_cast<std::size_t>(system)].chinese; }
Result<GiSystem> parse_gi_system(std::string_view text) { return parse_enum(names, "GI system", text); }

}  // namespace marque
