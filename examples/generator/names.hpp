#pragma once

#include <string>
#include <vector>

#include "marque/model/mark.hpp"
#include "random.hpp"
#include "tables.hpp"

/// A made-up name and its pinyin, one word a character; no reading where it is of Latin letters.
struct CoinedName {
  std::string text, reading;
  std::vector<marque::SignType> signs{marque::SignType::words};
};

/// Two or three characters, as a company is called.
CoinedName coin_house_name(Random& random);

/// A mark of a trade: of two characters in 35 of 100 cases, three in 35, four or more in 15, with pinyin or a Latin
/// word beside in 8, and Latin alone in 7.
CoinedName coin_mark(Random& random, const Trade& trade);

/// A name that comes near another: its order turned, a character exchanged for one that looks or sounds like it,
/// or a word of the trade added.
CoinedName coin_near(Random& random, const Trade& trade, const CoinedName& other);
