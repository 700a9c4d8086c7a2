#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "snapshot/portable_archive.hpp"

/// The record format, member for member in the order of the bytes (FORMAT.md). Plain values only; whether they are lawful
/// is asked when they become an Entry. A member that came later stands as `since<N>(member)`, N the record version that has
/// it first: older records are read without it. Nothing is ever taken out, moved, or given another type.
namespace marque::wire {

/// The record version that is written. It rises with the first member or enumerator that is added after a release.
inline constexpr std::uint8_t newest_version = 4;

using Day = std::int32_t;  ///< days since 1970-01-01
using MaybeDay = std::optional<Day>;

struct Party {
  std::string name, foreign_name;
  std::string uscc;  ///< empty: none
  std::string country, address;
  std::optional<std::uint32_t> area;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& name& foreign_name& uscc& country& address& area;
  }
};

struct GoodsItem {
  std::string name;
  std::uint16_t group = 0;  ///< 0: none
  std::string item_code;
  std::optional<std::uint8_t> status;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& name& group& item_code& since<3>(status);
  }
};

struct ClassScope {
  std::uint8_t nice_class = 0;
  std::vector<GoodsItem> goods;
  std::optional<std::uint8_t> status;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& nice_class& goods& status;
  }
};

struct Event {
  std::uint8_t kind = 0;
  Day date = 0;
  std::string instrument;
  std::optional<Party> party;
  MaybeDay until;
  std::optional<std::int64_t> amount;  ///< fen
  std::vector<std::uint8_t> classes;
  std::string note;
  std::vector<std::string> goods, designated;
  MaybeDay received;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& kind& date& instrument& party& until& amount& classes& note& since<3>(goods) & since<3>(designated) &
        since<4>(received);
  }
};

struct RawField {
  std::string name, value;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& name& value;
  }
};

struct Provenance {
  std::string source;
  std::optional<std::uint64_t> row;
  std::string note;
  bool generated = false;
  std::vector<RawField> raw;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& source& row& note& generated& raw;
  }
};

struct ImageReference {
  std::string path, digest;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& path& digest;
  }
};

struct ViennaCode {
  std::uint8_t category = 0, division = 0, section = 0;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& category& division& section;
  }
};

struct Mark {
  std::string text;
  std::vector<std::uint8_t> signs;
  std::optional<ImageReference> image;
  std::vector<ViennaCode> vienna;
  std::string translation, transliteration, colours, disclaimer, description;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& text& signs& image& vienna& translation& transliteration& colours& disclaimer& description;
  }
};

struct NiceEdition {
  std::int32_t edition = 0, year = 0;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& edition& year;
  }
};

struct Priority {
  Day date = 0;
  std::string country, number;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& date& country& number;
  }
};

struct TrademarkDates {
  MaybeDay filed, accepted, published, registered, expires, ended, final_on;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& filed& accepted& published& registered& expires& ended& final_on;
  }
};

struct Trademark {
  std::string number;
  std::uint8_t kind = 0;
  Mark mark;
  std::vector<ClassScope> scope;
  std::optional<NiceEdition> nice_edition;
  std::vector<Party> owners;
  std::optional<Party> agent;
  std::vector<Priority> priorities;
  TrademarkDates dates;
  std::string publication_issue, registration_issue;
  std::uint8_t status = 0;
  std::vector<Event> events;
  std::string divided_from;  ///< empty: none
  Provenance provenance;
  std::string transformed_from;  ///< empty: none

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& number& kind& mark& scope& nice_edition& owners& agent& priorities& dates& publication_issue&
        registration_issue& status& events& divided_from& provenance& since<3>(transformed_from);
  }
};

struct Designation {
  std::string party;
  MaybeDay designated, notified;
  std::uint8_t status = 0;
  std::vector<ClassScope> scope;
  bool by_article_9sexies = false;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& party& designated& notified& status& scope& by_article_9sexies;
  }
};

struct BasicMark {
  std::string office, number;
  MaybeDay date;
  bool is_application = false;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& office& number& since<3>(date) & since<3>(is_application);
  }
};

struct InternationalRegistration {
  std::string number;
  std::string china_number;  ///< empty: none
  std::optional<BasicMark> basic_mark;
  Mark mark;
  std::uint8_t kind = 0;
  std::vector<ClassScope> scope;
  std::optional<NiceEdition> nice_edition;
  std::vector<Party> holders;
  std::optional<Party> agent;
  std::vector<Priority> priorities;
  MaybeDay registered, expires;
  std::uint8_t status = 0;
  std::vector<Designation> designations;
  std::vector<Event> events;
  Provenance provenance;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& number& china_number& basic_mark& mark& kind& scope& nice_edition& holders& agent& priorities& registered&
        expires& status& designations& events& provenance;
  }
};

struct GiRegistration {
  std::uint8_t system = 0;
  std::string number, authority;
  MaybeDay date;
  std::uint8_t status = 0;
  std::string supersedes;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& system& number& authority& date& status& supersedes;
  }
};

struct GiName {
  std::string text, kind;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& text& kind;
  }
};

struct GiArea {
  std::string text;
  std::vector<std::uint32_t> codes;
  MaybeDay as_of;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& text& codes& as_of;
  }
};

struct LawfulUser {
  Party party;
  std::string approval;
  MaybeDay since, until;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& party& approval& since& until;
  }
};

struct GiYear {
  std::int32_t year = 0;
  std::string user, output;
  std::optional<std::int64_t> sales;  ///< fen

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& year& user& output& sales;
  }
};

struct GeographicalIndication {
  std::string number, name;
  std::vector<GiName> other_names;
  std::vector<GiRegistration> registrations;
  std::string product;
  std::vector<ClassScope> scope;
  GiArea area;
  std::string quality, standard, test_body;
  std::vector<Party> holders;
  std::vector<LawfulUser> users;
  std::vector<GiYear> years;
  std::vector<std::string> related;
  std::uint8_t status = 0;
  std::vector<Event> events;
  Provenance provenance;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& number& name& other_names& registrations& product& scope& area& quality& standard& test_body& holders&
        users& years& related& status& events& provenance;
  }
};

}  // namespace marque::wire
