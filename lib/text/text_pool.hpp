#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/table_image.hpp"

namespace marque {

/// Texts by number and numbers by text, in three flat blocks that lie elsewhere: in a TextPool, or in an image.
template <class Char>
class TextPoolView {
 public:
  using View = std::basic_string_view<Char>;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Slot {
    std::uint32_t hash = 0, number = none;
  };

  TextPoolView() = default;

  /// `starts`: of each text, and the end of the last; `slots`: by hash(), open addressing, a power of two of them, some free.
  TextPoolView(std::span<const Char> text, std::span<const std::uint32_t> starts, std::span<const Slot> slots) noexcept
      : text_(text.data(), text.size()), starts_(starts), slots_(slots) {}

  explicit TextPoolView(table_image::Reader& image)
      : TextPoolView{image.next<Char>(), image.next<std::uint32_t>(), image.next<Slot>()} {}   // braces: in this order

  void put(table_image::Writer& image) const { image.put(text_).put(starts_).put(slots_); }

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(starts_.size() - 1); }
  View operator[](std::uint32_t number) const noexcept { return text_.substr(starts_[number], starts_[number + 1] - starts_[number]); }
  std::uint32_t find(View text) const noexcept { return slots_[slot_of(text, hash(text))].number; }

  static std::uint32_t hash(View text) noexcept {
    return table_image::hash({reinterpret_cast<const char*>(text.data()), text.size() * sizeof(Char)});
  }

  /// Where the text is, or would be.
  std::size_t slot_of(View text, std::uint32_t code) const noexcept {
    std::size_t at = code & (slots_.size() - 1);
    while (slots_[at].number != none && (slots_[at].hash != code || (*this)[slots_[at].number] != text)) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

 private:
  View text_;
  std::span<const std::uint32_t> starts_;
  std::span<const Slot> slots_;
};

/// Gathers texts, each once.
template <class Char>
class TextPool {
 public:
  using View = std::basic_string_view<Char>;
  static constexpr std::uint32_t none = TextPoolView<Char>::none;

  /// Valid until the next add().
  TextPoolView<Char> view() const noexcept { return {text_, starts_, slots_}; }
  View operator[](std::uint32_t number) const noexcept { return view()[number]; }

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(starts_.size() - 1); }

  /// The text's number, a new one where it is not known.
  std::uint32_t add(View text) {
    if (starts_.size() * 2 > slots_.size()) grow();
    const std::uint32_t code = TextPoolView<Char>::hash(text);
    Slot& slot = slots_[view().slot_of(text, code)];
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
  using Slot = typename TextPoolView<Char>::Slot;

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
