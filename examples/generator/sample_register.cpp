#include "sample_register.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "bodies.hpp"
#include "life.hpp"
#include "madrid.hpp"
#include "names.hpp"
#include "recordals.hpp"
#include "tables.hpp"

namespace {

using namespace marque;

/// The topmost numbers of eight digits: the office, which counts upward, gives them out last of all.
constexpr int first_number = 99'980'001, last_number = 99'999'999;

NiceEdition edition_in_force(int year) {
  if (year < 2007) return {8, 2002};
  if (year < 2012) return {9, 2007};
  if (year < 2013) return {10, 2012};
  if (year < 2017) return {10, year};
  if (year < 2023) return {11, year};
  return {year < 2026 ? 12 : 13, year};
}

/// Makes the marks one after another in order of filing, and remembers what later ones may come near to.
class Filer {
 public:
  Filer(const SamplePlan& plan, SampleRegister& result)
      : plan_(plan), result_(result), random_(plan.seed), owners_(found_owners(random_, plan.marks / 4 + 20)),
        agents_(found_agents(random_, 40)) {}

  void file_all() {
    const std::vector<Date> days = filing_days();
    const auto room = static_cast<std::size_t>(last_number - first_number + 1);
    for (std::size_t i = 0; i < days.size(); ++i)
      file(first_number + static_cast<int>(i * room / days.size()), days[i]);
  }

  Random& random() { return random_; }

 private:
  /// Ascending, more of them the later: twice as many a year in the end as in the middle.
  std::vector<Date> filing_days() {
    const Date first = *Date::make(2003, 1, 6);
    const int span = plan_.today.days() - first.days();
    std::vector<Date> days;
    for (std::size_t i = 0; i < plan_.marks; ++i)
      days.push_back(first.plus_days(std::max(random_.between(0, span), random_.between(0, span))));
    std::sort(days.begin(), days.end());
    return days;
  }

  const Owner& choose_owner(Date filed) {
    const auto later = std::upper_bound(owners_.begin(), owners_.end(), filed, [](Date day, const Owner& owner) { return day < owner.founded; });
    const auto founded = static_cast<std::size_t>(later - owners_.begin());
    const std::size_t index = random_.below(std::max(founded, std::size_t{1}));
    // One in thirty owners is large, and files a third of all marks.
    return owners_[random_.chance(330) ? index / 30 * 30 : index];
  }

  CoinedName choose_name(const Owner& owner, const Trade& trade) {
    if (random_.chance(120)) return owner.house_name;
    if (!names_.empty() && random_.chance(30)) return coin_near(random_, trade, random_.pick(names_));
    return coin_mark(random_, trade);
  }

  std::vector<ClassScope> choose_scope(const Trade& trade, Date filed) {
    const bool several = filed >= *Date::make(2014, 5, 1) && random_.chance(200);
    const int classes = several ? random_.between(2, 3) : 1;
    std::vector<ClassScope> scope;
    for (int i = 0; i < classes; ++i) {
      const Trade& source = random_.chance(100) ? random_.pick(trades()) : trade;
      const NiceClass in = choose_goods(source).group->nice_class();
      if (std::none_of(scope.begin(), scope.end(), [&](const ClassScope& s) { return s.nice_class == in; })) scope.push_back({in, goods_in(source, in), {}});
    }
    std::sort(scope.begin(), scope.end(), [](const ClassScope& a, const ClassScope& b) { return a.nice_class < b.nice_class; });
    return scope;
  }

  const GoodsItem& choose_goods(const Trade& trade) {
    std::vector<int> weights;
    for (const TradeGoods& goods : trade.goods) weights.push_back(goods.weight);
    return trade.goods[random_.weighted(weights)].item;
  }

  std::vector<GoodsItem> goods_in(const Trade& trade, NiceClass in) {
    std::vector<GoodsItem> all;
    for (const TradeGoods& goods : trade.goods)
      if (goods.item.group->nice_class() == in) all.push_back(goods.item);
    const auto wanted = static_cast<std::size_t>(random_.between(1, 6));
    while (all.size() > wanted) all.erase(all.begin() + static_cast<std::ptrdiff_t>(random_.below(all.size())));
    return all;
  }

  /// About one mark in eight has a picture, and one in forty nothing but a picture.
  void choose_picture(Mark& mark, const std::string& number) {
    if (!random_.chance(124)) return;
    std::vector<SamplePicture>& pictures = result_.pictures;
    Emblem emblem = draw_emblem(random_);
    if (!pictures.empty() && random_.chance(25)) {
      const Emblem& known = random_.pick(pictures).emblem;
      emblem = recoloured(turned(known, random_.between(0, 7) * 128), random_);
    }
    if (random_.chance(200)) {
      mark.text.clear();
      mark.signs.clear();
    }
    mark.signs.push_back(SignType::figure);
    mark.image = ImageReference{"pictures/" + number + ".png", {}};
    pictures.push_back({mark.image->path, std::move(emblem)});
  }

  void file(int number, Date filed) {
    const Owner& owner = choose_owner(filed);
    const Trade& trade = trades()[owner.trade];
    const CoinedName name = choose_name(owner, trade);
    Trademark mark{.number = *NationalNumber::parse(std::to_string(number))};
    mark.mark.text = name.text;
    mark.mark.signs = name.signs;
    choose_picture(mark.mark, mark.number.to_string());
    names_.push_back(name);
    mark.scope = choose_scope(trade, filed);
    mark.nice_edition = edition_in_force(filed.year());
    mark.owners = {owner.on(filed)};
    if (random_.chance(820)) mark.agent = random_.pick(agents_);
    mark.dates.filed = filed;
    live(mark, plan_.today, choose_owner(filed).on(filed), random_);
    record_changes(mark, owner, choose_owner(filed), plan_.today, random_);
    result_.entries.emplace_back(std::move(mark));
  }

  const SamplePlan& plan_;
  SampleRegister& result_;
  Random random_;
  std::vector<Owner> owners_;
  std::vector<Party> agents_;
  std::vector<CoinedName> names_;
};

/// Indexes of marks that stand registered since at least so many years, each of another owner, in random order.
std::vector<std::size_t> standing_marks(const SampleRegister& result, Date since, std::size_t count, Random& random) {
  std::vector<std::size_t> chosen;
  std::set<std::string> owners;
  for (std::size_t tries = 0; chosen.size() < count && tries < 20 * result.entries.size(); ++tries) {
    const std::size_t i = random.below(result.entries.size());
    const auto* mark = std::get_if<Trademark>(&result.entries[i]);
    if (mark == nullptr || mark->status != Status::registered || mark->dates.registered > since || mark->mark.text.empty()) continue;
    if (owners.insert(mark->owners.front().name).second) chosen.push_back(i);
  }
  return chosen;
}

void recognise(Trademark& mark, Date today, int number, Random& random) {
  const Date earliest = mark.dates.registered->plus_months(36);
  Event event{.kind = EventKind::well_known, .date = earliest.plus_days(random.between(0, today.days() - earliest.days()))};
  event.instrument = "虚构认定〔" + std::to_string(event.date.year()) + "〕第" + std::to_string(number) + "号";
  event.note = "made up for demonstration; no authority recognised anything";
  add_in_order(mark.events, std::move(event));
}

Emblem choose_example_logo(const SampleRegister& result, Random& random) {
  const NiceClass farm = *NiceClass::make(31);
  std::size_t picture = 0;
  for (const Entry& entry : result.entries) {
    if (image_of(entry) == nullptr) continue;
    const Emblem& emblem = result.pictures[picture++].emblem;
    if (status_of(entry) == Status::registered && classes_of(scope_of(entry)).contains(farm))
      return recoloured(turned(emblem, whole_turn / 4), random);
  }
  return {};
}

void mark_as_generated(Entry& entry, std::uint64_t row) {
  std::visit([&](auto& record) {
    record.provenance.source = "generate_register";
    record.provenance.row = row;
    record.provenance.generated = true;
    record.provenance.note = "虚构示例记录,不对应任何真实权利 (made up for demonstration; no right in the world)";
  }, entry);
}

}  // namespace

SampleRegister make_sample_register(const SamplePlan& plan) {
  SampleRegister result;
  Filer filer(plan, result);
  filer.file_all();
  Random& random = filer.random();
  int recognised = 0;
  for (const std::size_t i : standing_marks(result, plan.today.plus_months(-96), plan.well_known, random))
    recognise(std::get<Trademark>(result.entries[i]), plan.today, ++recognised, random);
  std::size_t extended = 0;
  for (const std::size_t i : standing_marks(result, plan.today.plus_months(-24), plan.international, random))
    result.entries.emplace_back(extend_abroad(std::get<Trademark>(result.entries[i]), plan.today, ++extended, random));
  result.example_logo = choose_example_logo(result, random);
  std::uint64_t row = 0;
  for (Entry& entry : result.entries) mark_as_generated(entry, ++row);
  return result;
}
