#include "marque/search/index_builder.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>
#include <variant>

#include "marque/law/standing.hpp"
#include "search/index_contents.hpp"
#include "search/name_collector.hpp"
#include "search/rarity_sample.hpp"

namespace marque {

namespace {

/// The similar groups of all goods; none where those of a single one are not known.
std::vector<SimilarGroup> groups_of(const std::vector<ClassScope>& scope) {
  std::vector<SimilarGroup> groups;
  for (const ClassScope& covered : scope) {
    if (covered.goods.empty()) return {};
    for (const GoodsItem& item : covered.goods) {
      if (!item.group) return {};
      groups.push_back(*item.group);
    }
  }
  return groups;
}

/// What the entry depicts, as its record says.
std::vector<ViennaCode> vienna_of(const Entry& entry) {
  if (const auto* mark = std::get_if<Trademark>(&entry)) return mark->mark.vienna;
  if (const auto* international = std::get_if<InternationalRegistration>(&entry)) return international->mark.vienna;
  return {};
}

const Fingerprint* logo_of(const std::optional<Fingerprint>& logo) { return logo ? &*logo : nullptr; }

/// Calls take(words, logo) for every name of an entry; the first has its picture.
template <class Take>
void for_each_name(const Entry& entry, const FingerprintSource& fingerprints, Take&& take) {
  const ImageReference* image = image_of(entry);
  take(words_of(entry), image != nullptr && fingerprints ? fingerprints(*image) : std::nullopt);
  if (const auto* indication = std::get_if<GeographicalIndication>(&entry)) {
    for (const GiName& name : indication->other_names) take(name.text, std::nullopt);
  }
}

}  // namespace

IndexBuilder::IndexBuilder(std::uint64_t key) : impl_(std::make_unique<Impl>(key)) {}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

void IndexBuilder::add(EntryId id, const Subject& subject, ClassSet classes, std::string_view label,
                       const RightFacts& facts) {
  impl_->names.add(id, subject.comparable.view(), logo_of(subject.logo), {classes, label, facts});
}

void IndexBuilder::add_each(std::span<const WrittenName> names, const RefusedName& refused, unsigned threads, const TextLimits& limits) {
  impl_->names.add_each(names, refused, threads, limits);
}

void IndexBuilder::add(EntryId id, const Entry& entry, const FingerprintSource& fingerprints) {
  const auto* trademark = std::get_if<Trademark>(&entry);
  const bool any_class = kind_of(entry) == EntryKind::gi || (trademark != nullptr && trademark->recognised_as_well_known());
  const ClassSet classes = any_class ? ClassSet{} : classes_of(scope_of(entry));
  RightFacts facts{any_class ? std::vector<SimilarGroup>{} : groups_of(scope_of(entry)), status_of(entry), stands_until(entry), vienna_of(entry)};
  const std::string number = number_of(entry);
  for_each_name(entry, fingerprints, [&](const std::string& words, const std::optional<Fingerprint>& logo) {
    if (!impl_->reader.read(words, {})) return;
    const NameView name = impl_->reader.name().view();
    if (!name.skeleton.empty() || logo) impl_->names.add(id, name, logo_of(logo), {classes, number, facts});
  });
}

void IndexBuilder::remove(EntryId id) { impl_->names.remove(id); }

CandidateIndex IndexBuilder::build(unsigned threads) && {
  const SegmentFacts facts{impl_->names.key(), impl_->names.entries()};
  SegmentParts parts = impl_->names.finish(threads);
  const Rarity rarity = measured_rarity(Segment(facts, parts.sections()), threads);
  parts.put(layout::Section::rarity, std::vector<float>(rarity.table().begin(), rarity.table().end()));
  const std::vector<Segment> segments{Segment(facts, parts.sections())};
  auto tables = tables_of(segments);
  assert(tables.has_value());
  return CandidateIndex(std::unique_ptr<CandidateIndex::Impl>(
      new CandidateIndex::Impl{std::move(parts), {}, IndexContents(segments, *std::move(tables))}));
}

std::vector<Subject> subjects_of(const Entry& entry, const FingerprintSource& fingerprints) {
  std::vector<Subject> subjects;
  for_each_name(entry, fingerprints, [&](const std::string& words, const std::optional<Fingerprint>& logo) {
    if (auto subject = make_subject(words, logo); subject && !subject->empty()) subjects.push_back(*std::move(subject));
  });
  return subjects;
}

}  // namespace marque
