#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interchange/xml_tree.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/model/trademark.hpp"

namespace marque {

/// Names under which Provenance::raw keeps what offices tell and the model has no place for.
namespace raw_name {
constexpr std::string_view told_on = "transaction-date";  ///< the day the office said so; an older record changes nothing
constexpr std::string_view registration_number = "registration-number";
constexpr std::string_view status_code = "status-code";
constexpr std::string_view status_text = "status-text";
constexpr std::string_view status_date = "status-date";
constexpr std::string_view renewal_date = "renewal-date";
constexpr std::string_view former_owner = "former-owner";  ///< party type, name
constexpr std::string_view international_registration = "international-registration";
}  // namespace raw_name

/// One owner as registers list them: once for each step of the mark's history.
struct OwnerStep {
  int party_type = 0;  ///< USPTO: 10 applicant, 11–19 before publication, 20–29 at and after it, 30–69 at and after registration
  Party party;
};

/// The number that digits make; 0 where they make none.
int number_in(std::string_view digits);

/// The first of several paths that holds text.
std::string_view first_text(XmlElement from, std::initializer_list<std::string_view> paths);

/// Gathers what one record of an office tells of a national mark. What cannot be read and is not needed is kept raw with a
/// warning; what the record cannot do without makes it bad.
class OfficeRecord {
 public:
  explicit OfficeRecord(ReadRecord& to) : to_(to) {}

  void number(std::string_view office, std::string_view text);
  void raw(std::string_view name, std::string_view value);

  /// A day in any spelling; zeros are unknown. A spelling that says more than the day is kept beside it.
  void date(std::string_view field, std::string_view text, std::optional<Date>& to);
  /// The same for a day that decides who was first: one that does not exist makes the record bad.
  void vital_date(std::string_view field, std::string_view text, std::optional<Date>& to);

  /// What ST.66 and ST.96 tell of a registration under the same names: its number where it is not the mark's own, and its days.
  void registration(std::string_view office, const XmlElement& trademark);

  /// The code of an office's own table (data/uspto_status.tsv) or a wording.
  void status(std::string_view office, std::string_view code, std::string_view wording);

  /// A Nice class; other classes (US, A, B, 200) are kept raw.
  void nice_class(std::string_view text);
  /// Goods of a class; without one they belong to the record's only class.
  void goods(std::string_view class_text, std::string_view text);
  void goods_class_status(std::string_view class_text, Status status);

  void vienna(std::string_view code);
  void sign(SignType type);
  void priority(std::string_view date, std::string_view country, std::string_view number);

  /// The current owners are those of the highest party type; the others are kept as the chain of title.
  void owners(std::vector<OwnerStep> steps);

  /// A list or text of the record that the source gives as empty.
  void emptied(std::string_view member) { to_.emptied.emplace_back(member); }

  Trademark& mark() { return mark_; }

  /// Makes the entry. A record without classes is bad where the source gave some that are no Nice classes, and only amends
  /// where it gave none.
  void finish(bool gave_classes);

 private:
  void keep(std::string_view field, std::string_view text, Error why);
  void spoil(Error error);
  Result<Entry> as_international();
  ClassScope& scope_of(NiceClass nice_class);

  ReadRecord& to_;
  Trademark mark_{.number = *NationalNumber::parse("1")};
  std::optional<Error> fault_;
  std::vector<std::pair<std::string, std::string>> waiting_;  ///< class and text of goods
};

/// Non-empty parts joined by commas: a postal address in one line.
std::string address_line(const std::vector<std::string_view>& parts);

/// The parts of a mark by the USPTO's drawing code, which ST.66 and ST.96 hand on.
void signs_of_drawing_code(OfficeRecord& record, std::string_view code);

/// The same by the words that other offices use (`Word`, `Figurative`, `Combined`, `3-D`, …).
void signs_of_feature(OfficeRecord& record, std::string_view feature);

/// Goods without the USPTO's marks of amendment: `[deleted]` goes, `*added*` and `((not incontestable))` lose their marks.
std::string without_amendment_marks(std::string_view goods);

/// Whether registers mean `unknown` by it: zeros, dashes, nothing.
bool says_no_date(std::string_view text);

}  // namespace marque
