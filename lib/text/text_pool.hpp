#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace marque {

/// Texts by number and numbers by text, in three flat blocks.
template <class Char>
class TextPool {
 public:
  using View = std::basic_string_view<Char>;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(starts_.size() - 1); }

  /// Valid until the next add().
  View operator[](std::uint32_t number) const noexcept {
    return View(text_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }

  std::uint32_t find(View text) const noexcept { return slots_[slot_of(text, hash(text))].number; }

  /// The text's number, a new one where it is not known.
  std::uint32_t add(View text) {
    if (starts_.size() * 2 > slots_.size()) grow();
    const std::uint32_t code = hash(text);
    Slot& slot = slots_[slot_of(text, code)];
    if (slot.number == none) {
      slot = {code, size()};
      text_ += text;
      starts_.push_back(static_cast<std::uint32_t>(text_.size()));
    }
    return slot.number;
  }

  /// For a pool that will get no more texts.
  void shrink() {
    text_.shrink_to_fit();
    starts_.shrink_to_fit();
  }

 private:
  struct Slot {
    std::uint32_t hash = 0, number = none;
  };

  static std::uint32_t hash(View text) noexcept {
    const std::size_t code = std::hash<View>{}(text);
    return static_cast<std::uint32_t>(code ^ code >> 32);
  }

  std::size_t slot_of(View text, std::uint32_t code) const noexcept {
    std::size_t at = code & (slots_.size() - 1);
    while (slots_[at].number != none && (slots_[at].hash != code || (*this)[slots_[at].number] != text)) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const Slot& slot : slots_) {
      if (slot.number == none) continue;
      std::size_t at = slot.hash & (larger.size() - 1);
      while (larger[at].number != none) at = (at + 1) & (larger.size() - 1);
      larger[at] = slot;
    }
    slots_ = std::move(larger);
  }

  std::basic_string<Char> text_;
  std::vector<std::uint32_t> starts_{0};
  std::vector<Slot> slots_ = std::vector<Slot>(64);
};

}  // namespace marque
