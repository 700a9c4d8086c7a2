#include "interchange/xml_tree.hpp"

#include <algorithm>

namespace marque {
namespace {

constexpr std::string_view white_space = " \t\r\n";

std::string_view without_ends(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

}  // namespace

XmlElement XmlTree::root() const noexcept { return nodes_.empty() ? XmlElement() : XmlElement(this, 0); }

void XmlTree::clear() {
  nodes_.clear();
  attributes_.clear();
  text_.clear();
  open_ = none;
}

void XmlTree::open(std::string_view name) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  Node& node = nodes_.emplace_back();
  node.name = name;
  node.parent = open_;
  if (open_ != none) {
    Node& parent = nodes_[open_];
    ++parent.children;
    (parent.last == none ? parent.first : nodes_[parent.last].next) = index;
    parent.last = index;
  }
  open_ = index;
}

void XmlTree::attribute(std::string_view name, std::string_view value) {
  Node& node = nodes_[open_];
  attributes_.push_back({name, text_.size(), static_cast<std::uint32_t>(value.size()), node.attributes});
  node.attributes = static_cast<std::uint32_t>(attributes_.size() - 1);
  text_ += value;
}

void XmlTree::text(std::string_view part) {
  if (open_ == none) return;
  Node& node = nodes_[open_];
  if (node.first != none) return;
  if (node.text_size == 0) {
    part.remove_prefix(std::min(part.find_first_not_of(white_space), part.size()));
    if (part.empty()) return;
    node.text_begin = text_.size();
  }
  node.text_size += static_cast<std::uint32_t>(part.size());
  text_ += part;
}

void XmlTree::close() { open_ = nodes_[open_].parent; }

std::string_view XmlElement::text() const noexcept {
  if (!tree_) return {};
  return without_ends(std::string_view(tree_->text_).substr(node().text_begin, node().text_size));
}

std::string_view XmlElement::attribute(std::string_view name) const noexcept {
  if (!tree_) return {};
  for (std::uint32_t i = node().attributes; i != XmlTree::none; i = tree_->attributes_[i].next) {
    const XmlTree::Attribute& attribute = tree_->attributes_[i];
    if (attribute.name == name) return std::string_view(tree_->text_).substr(attribute.begin, attribute.size);
  }
  return {};
}

XmlElement XmlElement::child(std::string_view name) const noexcept {
  for (XmlElement element = first(); element; element = element.next())
    if (element.name() == name) return element;
  return {};
}

XmlElement XmlElement::at(std::string_view path) const noexcept {
  XmlElement element = *this;
  while (element && !path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    element = element.child(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return element;
}

}  // namespace marque
