#pragma once

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

#include "marque/base/error.hpp"

namespace marque {

/// A value or the Error that prevented it: the part of C++23's `std::expected` that marque uses.
///
///     Result<Date> day = Date::parse("2026-11-22");
///     if (!day) return day.error();
///     use(*day);
///
/// Asking for the value of a failure (or the error of a success) is a broken precondition.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(value()); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && { return std::move(value()); }

  const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

  template <class U>
  T value_or(U&& fallback) const& {
    return has_value() ? **this : static_cast<T>(std::forward<U>(fallback));
  }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value, or the Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;

  Result() = default;
  Result(Error error) : state_(std::move(error)) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<std::monostate, Error> state_;
};

}  // namespace marque
