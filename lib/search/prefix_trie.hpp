#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace marque {

/// Gathers sequences of symbols and lays them out by common beginnings (FORMAT.md).
class PrefixTrieBuilder {
 public:
  static constexpr std::size_t most_symbols = 63;

  /// A sequence of 1 to `most_symbols`; others are left out. References may repeat.
  void add(std::uint32_t reference, std::span<const std::uint16_t> symbols);

  std::size_t rows() const noexcept { return references_.size(); }

  /// What a trie rarely takes more than.
  std::size_t most_likely_bytes() const noexcept;

  /// Appends the trie of the sequences, or of the same from their ends. The same rows in the same order give the same bytes.
  void write(std::vector<std::byte>& bytes) const;
  void write_reversed(std::vector<std::byte>& bytes) const;

 private:
  void write(std::vector<std::byte>& bytes, bool reversed) const;

  std::vector<std::uint16_t> symbols_;
  std::vector<std::uint64_t> ends_;
  std::vector<std::uint32_t> references_;
};

/// References as they lie in the bytes.
class References {
 public:
  References(const std::byte* at, std::size_t count) : at_(at), count_(count) {}

  std::size_t size() const noexcept { return count_; }
  std::uint32_t operator[](std::size_t index) const noexcept {
    std::uint32_t value = 0;
    std::memcpy(&value, at_ + index * sizeof value, sizeof value);
    return value;
  }

 private:
  const std::byte* at_;
  std::size_t count_;
};

/// A trie as write() laid it out: a view, the bytes must outlive it. Damage makes a walk end early or go astray within
/// the bytes, never beyond them.
class PrefixTrie {
 public:
  static std::optional<PrefixTrie> open(std::span<const std::byte> bytes);

  /// The symbols by their codes, the commonest first.
  std::span<const std::uint16_t> alphabet() const noexcept { return alphabet_; }

  /// Goes through the sequences in depth. `visitor.step(depth, code)` is told that a sequence goes on after `depth` symbols
  /// with this one, and whether it gives true decides whether to follow; `visitor.rows(depth, references)` that
  /// sequences end there. Of a branch, `visitor.may_step(depth, code)` is asked first: a cheap form of step() that changes
  /// nothing and may be wrongly true. `visitor.branch(depth, most)`, if it has that, is told before the first of a branch is asked for,
  /// and how many they are at most.
  template <class Visitor>
  void walk(Visitor& visitor) const { record(root_, 0, visitor); }

  static constexpr std::uint8_t ends = 0x40, branches = 0x80;

 private:
  using Bytes = std::span<const std::byte>;

  /// The number at the front, seven bits a byte, the low ones first; what is cut off or too long ends the bytes.
  static std::uint64_t take(Bytes& bytes) {
    if (!bytes.empty() && static_cast<std::uint8_t>(bytes.front()) < 0x80) {
      const auto value = static_cast<std::uint8_t>(bytes.front());
      bytes = bytes.subspan(1);
      return value;
    }
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63 && !bytes.empty(); shift += 7) {
      const auto byte = static_cast<std::uint8_t>(bytes.front());
      bytes = bytes.subspan(1);
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    bytes = {};
    return 0;
  }

  /// Two numbers, most often of a byte each.
  static std::pair<std::uint64_t, std::uint64_t> take_two(Bytes& bytes) {
    if (bytes.size() >= 2 && static_cast<std::uint8_t>(bytes[0] | bytes[1]) < 0x80) {
      const std::pair<std::uint64_t, std::uint64_t> two(static_cast<std::uint8_t>(bytes[0]), static_cast<std::uint8_t>(bytes[1]));
      bytes = bytes.subspan(2);
      return two;
    }
    const std::uint64_t first = take(bytes);
    return {first, take(bytes)};
  }

  template <class Visitor>
  bool follow(std::uint64_t code, std::size_t depth, Visitor& visitor) const {
    return code < alphabet_.size() && depth < PrefixTrieBuilder::most_symbols &&
           visitor.step(depth, static_cast<std::uint16_t>(code));
  }

  template <class Visitor>
  void record(Bytes bytes, std::size_t depth, Visitor& visitor) const {
    if (bytes.empty()) return;
    const auto head = static_cast<std::uint8_t>(bytes.front());
    bytes = bytes.subspan(1);
    for (std::size_t tail = head & 0x3fu; tail > 0; --tail) {
      if (bytes.empty() || !follow(take(bytes), depth++, visitor)) return;
    }
    if ((head & ends) != 0) {
      const std::uint64_t count = take(bytes);
      if (count > bytes.size() / sizeof(std::uint32_t)) return;
      visitor.rows(depth, References(bytes.data(), count));
      bytes = bytes.subspan(count * sizeof(std::uint32_t));
    }
    if ((head & branches) == 0) return;
    const std::uint64_t size = take(bytes);
    if (size > bytes.size()) return;
    branch(bytes.first(size), bytes.subspan(size), depth, visitor);
  }

  /// Children are asked for together before any is followed, so that they come from memory while others are looked at.
  template <class Visitor>
  void branch(Bytes entries, Bytes children, std::size_t depth, Visitor& visitor) const {
    struct Child {
      std::uint64_t code;
      Bytes bytes;
    };
    std::array<Child, 16> kept;
    if constexpr (requires { visitor.branch(depth, entries.size()); }) visitor.branch(depth, entries.size() / 2);
    while (!entries.empty()) {
      std::size_t count = 0;
      while (!entries.empty() && count < kept.size()) {
        const auto [code, child] = take_two(entries);
        if (child > children.size() || code >= alphabet_.size()) return;
        if (visitor.may_step(depth, static_cast<std::uint16_t>(code))) {
          kept[count++] = {code, children.first(child)};
          __builtin_prefetch(children.data());
        }
        children = children.subspan(child);
      }
      for (const Child& child : std::span(kept).first(count)) {
        if (follow(child.code, depth, visitor)) record(child.bytes, depth + 1, visitor);
      }
    }
  }

  std::span<const std::uint16_t> alphabet_;
  Bytes root_;
};

}  // namespace marque
