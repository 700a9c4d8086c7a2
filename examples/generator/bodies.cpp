#include "bodies.hpp"

#include <algorithm>
#include <cctype>

namespace {

using namespace marque;

constexpr std::string_view uscc_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const AreaCode city = AreaCode::from_digits(320684);       // 海门市, until 2020
const AreaCode district = AreaCode::from_digits(320614);   // 海门区
const AreaCode prefecture = AreaCode::from_digits(320600); // 南通市

/// The check that the nine-character body id carries under GB 11714, as it would have to be.
char body_check(std::string_view eight) {
  constexpr int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += weights[i] * static_cast<int>(uscc_alphabet.find(eight[i]));
  const int check = (11 - sum % 11) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

/// A code that passes the check of GB 32100, over a body id whose own check is wrong: it can be nobody's.
Uscc made_up_uscc(Random& random, AreaCode area) {
  std::string body = "MA";
  while (body.size() < 8) body += uscc_alphabet[random.below(uscc_alphabet.size())];
  const char right = body_check(body);
  body += right == '9' || right == 'X' ? '0' : static_cast<char>(right + 1);
  const std::string first_17 = "91" + area.to_string() + body;
  return *Uscc::parse(first_17 + Uscc::check_character(first_17));
}

Party company(std::string name, Uscc uscc, AreaCode area, std::string address) {
  Party party;
  party.name = std::move(name);
  party.uscc = std::move(uscc);
  party.country = "CN";
  party.address = std::move(address);
  party.area = area;
  return party;
}

std::string capitalised(std::string_view reading) {
  std::string word;
  for (const char c : reading)
    if (c != ' ') word += c;
  word.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
  return word;
}

Owner found_owner(Random& random, Date founded) {
  std::vector<int> weights;
  for (const Trade& trade : trades()) weights.push_back(trade.weight);
  Owner owner{{}, {}, {}, founded, random.weighted(weights), coin_house_name(random)};
  const std::string stem = owner.house_name.text + random.pick(trades()[owner.trade].industries) + "有限公司";
  const bool before = founded.year() < 2020;
  const Uscc uscc = made_up_uscc(random, before ? city : district);
  const int style = random.between(0, 9);
  const std::string place = style < 6 ? (before ? "海门市" : "南通市海门区") : (style < 9 ? "南通" : "江苏");
  owner.party = company(place + stem, uscc, before ? city : district, before ? "江苏省海门市" : "江苏省南通市海门区");
  owner.party.foreign_name = (style == 9 ? "Jiangsu " : style < 6 ? "Haimen " : "Nantong ") + capitalised(owner.house_name.reading) + " Co., Ltd.";
  if (before && style < 6 && random.chance(750)) {
    owner.renamed = company("南通市海门区" + stem, uscc, district, "江苏省南通市海门区");
    owner.renamed->foreign_name = owner.party.foreign_name;
    owner.renamed_on = Date::make(2021, 1, 4)->plus_days(random.between(0, 1000));
  }
  return owner;
}

}  // namespace

std::vector<Owner> found_owners(Random& random, std::size_t count) {
  const Date first = *Date::make(1996, 1, 1), last = *Date::make(2026, 6, 30);
  std::vector<Date> days;
  for (std::size_t i = 0; i < count; ++i) days.push_back(first.plus_days(random.between(0, last.days() - first.days())));
  std::sort(days.begin(), days.end());
  std::vector<Owner> owners;
  for (const Date day : days) owners.push_back(found_owner(random, day));
  return owners;
}

std::vector<Party> found_agents(Random& random, std::size_t count) {
  std::vector<Party> agents;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = "南通" + coin_house_name(random).text + "商标代理有限公司";
    agents.push_back(company(name, made_up_uscc(random, prefecture), prefecture, "江苏省南通市"));
  }
  return agents;
}

Party made_up_bank(Random& random) {
  Party bank;
  bank.name = random.pick(coinage().place).text;
  bank.name += coin_house_name(random).text + "银行(虚构)";
  bank.country = "CN";
  return bank;
}
