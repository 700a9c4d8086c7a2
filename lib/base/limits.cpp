#include "marque/base/limits.hpp"

#include <algorithm>
#include <type_traits>
#include <vector>

namespace marque {

namespace {

constexpr std::string_view before_name = " (limit ";

/// A bound: what is told of it, and where it stands.
struct Bound {
  LimitInfo info;
  std::uint64_t (*get)(const Limits&);
  void (*set)(Limits&, std::uint64_t);
};

template <auto part, auto member>
Bound bound(std::string_view name, std::uint64_t ceiling, Bilingual what) {
  using Value = std::decay_t<decltype(std::declval<Limits>().*part.*member)>;
  const auto get = [](const Limits& limits) { return static_cast<std::uint64_t>(limits.*part.*member); };
  const auto set = [](Limits& limits, std::uint64_t value) { limits.*part.*member = static_cast<Value>(value); };
  return {{name, get(Limits{}), ceiling, std::move(what)}, get, set};
}

std::span<const Bound> bounds() {
  constexpr auto text = &Limits::text;
  constexpr auto image = &Limits::image;
  constexpr auto document = &Limits::document;
  constexpr auto snapshot = &Limits::snapshot;
  constexpr auto store = &Limits::store;
  constexpr std::uint64_t mebibyte = 1u << 20, gibibyte = 1u << 30;
  static const Bound all[] = {
      bound<document, &DocumentLimits::archive_entries>("archive_entries", 1'000'000, {"压缩包内文件数", "files in an archive"}),
      bound<document, &DocumentLimits::archive_ratio>("archive_ratio", 2'000, {"解压与压缩字节之比", "unpacked to packed bytes of an archive"}),
      bound<document, &DocumentLimits::attributes>("attributes", 1'024, {"一个XML元素的属性数", "attributes of an XML element"}),
      bound<document, &DocumentLimits::children>("children", 1'000'000, {"一个XML元素的子元素数", "children of an XML element"}),
      bound<document, &DocumentLimits::columns>("columns", 16'384, {"表格列数", "columns of a table"}),
      bound<document, &DocumentLimits::depth>("depth", 256, {"JSON、XML嵌套层数", "nesting of JSON and XML"}),
      bound<document, &DocumentLimits::element_names>("element_names", 1'000'000, {"XML不同名称数", "different names in an XML document"}),
      bound<document, &DocumentLimits::goods_bytes>("goods_bytes", 10 * mebibyte, {"一个类别商品服务名称字节数", "bytes of the goods of one class"}),
      bound<text, &TextLimits::growth_factor>("growth_factor", 18, {"规范化后长度与原长之比", "normalised to given length of a name"}),
      bound<image, &ImageLimits::bytes>("image_bytes", 64 * mebibyte, {"图样字节数", "bytes of a picture"}),
      bound<image, &ImageLimits::ancillary_chunk_bytes>("image_chunk_bytes", 8'000'000, {"PNG一个非像素块的字节数", "bytes of one PNG chunk that is no pixels"}),
      bound<image, &ImageLimits::metadata_bytes>("image_metadata_bytes", 8'000'000, {"图样元数据字节数", "bytes of a picture's metadata"}),
      bound<image, &ImageLimits::pixels>("image_pixels", 1u << 26, {"图样像素数", "pixels of a picture"}),
      bound<image, &ImageLimits::jpeg_scans>("image_scans", 256, {"JPEG扫描数", "scans of a JPEG"}),
      bound<image, &ImageLimits::side>("image_side", 16'384, {"图样边长", "side of a picture"}),
      bound<text, &TextLimits::marks_per_base>("marks_per_base", 30, {"一个字符上的组合符数", "combining marks on one character"}),
      bound<document, &DocumentLimits::name_bytes>("name_bytes", 4 * 1024, {"商标文字字节数", "bytes of a mark's words"}),
      bound<document, &DocumentLimits::number_chars>("number_chars", 64, {"JSON数字字符数", "characters of a JSON number"}),
      bound<document, &DocumentLimits::dom_bytes>("record_bytes", 256 * mebibyte, {"一条记录字节数", "bytes of one record"}),
      bound<document, &DocumentLimits::shared_strings_bytes>("shared_strings_bytes", gibibyte, {"XLSX共享文字字节数", "bytes of an XLSX's shared texts"}),
      bound<snapshot, &SnapshotLimits::bytes>("snapshot_bytes", 64 * gibibyte, {"快照字节数", "bytes of a snapshot"}),
      bound<snapshot, &SnapshotLimits::record_bytes>("snapshot_record_bytes", gibibyte, {"快照中一条记录字节数", "bytes of one record in a snapshot"}),
      bound<snapshot, &SnapshotLimits::records>("snapshot_records", 1'000'000'000, {"快照记录数", "records of a snapshot"}),
      bound<document, &DocumentLimits::start_tag_bytes>("start_tag_bytes", 8 * mebibyte, {"一个XML标记、注释或指令的字节数", "bytes of one XML tag, comment or instruction"}),
      bound<document, &DocumentLimits::stream_bytes>("stream_bytes", 1024 * gibibyte, {"文件字节数（解压后）", "bytes of a file, unpacked"}),
      bound<document, &DocumentLimits::string_bytes>("string_bytes", 10 * mebibyte, {"一个字段字节数", "bytes of one field"}),
      bound<text, &TextLimits::growth_slack>("text_growth_slack", 64, {"规范化后长度的余量", "slack of a name's normalised length"}),
      bound<text, &TextLimits::name_bytes>("text_name_bytes", mebibyte, {"规范化的名称字节数", "bytes of a name that is normalised"}),
      bound<store, &StoreLimits::transaction_records>("transaction_records", 1'000'000, {"一次事务的记录数", "records that an import commits together"}),
  };
  return all;
}

const Bound* bound_named(std::string_view name) {
  const auto all = bounds();
  const auto found = std::ranges::find(all, name, [](const Bound& bound) { return bound.info.name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::span<const LimitInfo> limit_table() {
  static const auto table = [] {
    std::vector<LimitInfo> infos;
    for (const Bound& bound : bounds()) infos.push_back(bound.info);
    return infos;
  }();
  return table;
}

Result<void> set_limit(Limits& limits, std::string_view name, std::uint64_t value) {
  const Bound* bound = bound_named(name);
  if (!bound) {
    std::string known;
    for (const LimitInfo& info : limit_table()) known += " " + std::string(info.name);
    return Error{ErrorCode::invalid_argument, "there is no limit \"" + std::string(name.substr(0, 80)) + "\":" + known};
  }
  if (value == 0 || value > bound->info.ceiling)
    return Error{ErrorCode::invalid_argument,
                 "limit " + std::string(name) + " is from 1 to " + std::to_string(bound->info.ceiling)};
  bound->set(limits, value);
  return {};
}

std::uint64_t limit_value(const Limits& limits, std::string_view name) noexcept {
  const Bound* bound = bound_named(name);
  return bound ? bound->get(limits) : 0;
}

Error limit_error(std::string_view name, std::uint64_t value, const std::string& what) {
  return {ErrorCode::limit_exceeded,
          what + std::string(before_name) + std::string(name) + " = " + std::to_string(value) + ")"};
}

std::string_view limit_in(const Error& error) noexcept {
  const std::string_view message = error.message;
  const std::size_t at = message.rfind(before_name);
  if (error.code != ErrorCode::limit_exceeded || at == std::string_view::npos) return {};
  const std::string_view name = message.substr(at + before_name.size());
  return name.substr(0, name.find(' '));
}

}  // namespace marque
