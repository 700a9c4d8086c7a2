#pragma once

#include <optional>
#include <string>

#include "marque/model/party.hpp"
#include "marque/text/normalize.hpp"

namespace marque {

/// Whether a mark is the trade name 字号 of a party: whether its Chinese words, two characters at least, stand in the party's name right
/// after the place it begins with, end there with a word, and are not all of it (海门市叠石桥家纺有限公司 has the trade name 叠石桥).
bool is_trade_name_of(const NormalForm& mark, const Party& party);

}  // namespace marque
