#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "marque/model/entry.hpp"

namespace marque::test {

/// A registered mark in class 25 with little but what a record needs.
Trademark plain_trademark(const std::string& number, const std::string& words);
GeographicalIndication plain_indication(const std::string& number, const std::string& name);

/// Made-up entries of every kind with any of their fields set; the same for the same seed.
class EntryMaker {
 public:
  explicit EntryMaker(std::uint64_t seed) : random_(seed) {}

  Entry entry(std::uint32_t number);  ///< found by a number made of this one
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }

 private:
  bool sometimes() { return below(2) == 0; }
  std::string text();
  Date date();
  Party party();
  Status status();
  ClassScope scope(int nice_class);
  std::vector<ClassScope> scopes();
  Mark mark();
  Event event();
  Provenance provenance();
  Trademark trademark(std::uint32_t number);
  InternationalRegistration international(std::uint32_t number);
  GeographicalIndication indication(std::uint32_t number);

  template <class T, class Make>
  std::optional<T> maybe(Make make) {
    return sometimes() ? std::optional<T>(make()) : std::nullopt;
  }
  template <class Make>
  auto some(Make make) {
    std::vector<decltype(make())> values;
    for (std::uint64_t left = below(3); left > 0; --left) values.push_back(make());
    return values;
  }

  std::mt19937_64 random_;
};

}  // namespace marque::test
