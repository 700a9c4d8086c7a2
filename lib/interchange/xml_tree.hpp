#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace marque {

class XmlElement;

/// The elements of one record, flat: names, attributes and own texts, without comments and namespaces. In data-centric
/// vocabularies an element has either text or children; text behind a child is dropped.
class XmlTree {
 public:
  XmlElement root() const noexcept;
  void clear();

  /// Builds the tree in document order. Names are views that must outlive the tree.
  void open(std::string_view name);
  void attribute(std::string_view name, std::string_view value);  ///< of the element just opened
  void text(std::string_view part);                               ///< of the element now open
  void close();

  /// Goes on within the root, after it was closed.
  void reopen_root() { open_ = 0; }

  std::size_t open_text_bytes() const noexcept { return open_ == none ? 0 : nodes_[open_].text_size; }
  std::size_t open_children() const noexcept { return open_ == none ? 0 : nodes_[open_].children; }

 private:
  friend class XmlElement;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Node {
    std::string_view name;
    std::size_t text_begin = 0;
    std::uint32_t text_size = 0, children = 0;
    std::uint32_t parent = none, first = none, last = none, next = none;
    std::uint32_t attributes = none;  ///< the last of them
  };
  struct Attribute {
    std::string_view name;
    std::size_t begin;
    std::uint32_t size, next;
  };

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
  std::uint32_t open_ = none;
};

/// A place in a tree, or nothing: every question to nothing gives nothing.
class XmlElement {
 public:
  XmlElement() = default;

  explicit operator bool() const noexcept { return tree_ != nullptr; }
  std::string_view name() const noexcept { return tree_ ? node().name : std::string_view{}; }

  /// Its own text, without white space around it.
  std::string_view text() const noexcept;
  std::string_view attribute(std::string_view name) const noexcept;

  XmlElement first() const noexcept { return at(tree_ ? node().first : XmlTree::none); }
  XmlElement next() const noexcept { return at(tree_ ? node().next : XmlTree::none); }

  /// The first child of that name.
  XmlElement child(std::string_view name) const noexcept;

  /// The first element along a path of names, each within the first of the one before: `Contact/Name/EntityName`.
  XmlElement at(std::string_view path) const noexcept;

  /// The text at a path; empty where there is none.
  std::string_view text_at(std::string_view path) const noexcept { return at(path).text(); }

  /// Calls `take(child)` for each child of that name.
  template <class Take>
  void each(std::string_view name, Take&& take) const {
    for (XmlElement element = first(); element; element = element.next())
      if (element.name() == name) take(element);
  }

 private:
  friend class XmlTree;
  XmlElement(const XmlTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  const XmlTree::Node& node() const noexcept { return tree_->nodes_[index_]; }
  XmlElement at(std::uint32_t index) const noexcept {
    return index == XmlTree::none ? XmlElement() : XmlElement(tree_, index);
  }

  const XmlTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

}  // namespace marque
