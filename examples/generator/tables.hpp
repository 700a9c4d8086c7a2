#pragma once

#include <map>
#include <string>
#include <vector>

#include "marque/model/goods.hpp"

/// Goods or a service that owners of a trade file for.
struct TradeGoods {
  marque::GoodsItem item;
  int weight = 1;
};

/// What owners deal in: examples/data/owners.tsv and goods.tsv.
struct Trade {
  std::string field;
  int weight = 1;                        ///< share among owners
  std::vector<std::string> industries;   ///< what stands before 有限公司
  std::vector<std::string> suffixes;     ///< what a mark may add to a coined name
  std::vector<TradeGoods> goods;         ///< each with its similar group
};

struct Syllable {
  std::string text, reading;
};

/// What names are coined from: examples/data/coined.tsv.
struct Coinage {
  std::vector<Syllable> first, last, place;
  std::vector<std::string> onsets, nuclei, codas;
  std::map<std::string, std::string> kin;   ///< a character → one that looks or sounds like it
};

const std::vector<Trade>& trades();
const Coinage& coinage();
