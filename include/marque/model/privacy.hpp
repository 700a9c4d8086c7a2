#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "marque/model/entry.hpp"

namespace marque {

/// Who may see a field. What a gazette prints is for everybody: names, addresses, agents. What a register or an agency
/// keeps beside it is personal information in the sense of the Personal Information Protection Law (个人信息保护法, Art. 4,
/// 6): shown on request only, and erased on request.
enum class Privacy : std::uint8_t {
  open,        ///< gazetted
  restricted,  ///< identity documents, telephone, e-mail, birthday 身份证件、电话、电子邮件、生日
  secret,      ///< passwords, bank accounts: in no output at all
};

/// The tag of a field, by its name as a source or the JSON form has it (`联系电话`, `email`); open where nothing is known
/// against it. The words are in lib/model/data/private_fields.tsv.
Privacy privacy_of(std::string_view field);

/// How much of the restricted data is kept.
enum class Disclosure : std::uint8_t {
  none,        ///< what everybody may see
  restricted,  ///< all but what is secret
};

/// The entry as it may be shown. Of what a source gave and the model has no place for (Provenance::raw), fields whose name
/// is tagged go as a whole; in other raw fields and in free text (notes, instruments) numbers and addresses that reach a
/// person are redacted(). The model's own fields are all gazetted.
Entry disclosed(Entry entry, Disclosure disclosure = Disclosure::none);

/// Whether the entry says anything that disclosed() would leave out.
bool has_restricted(const Entry& entry);

/// Whether a person or body of this name is a party to the record (owner, holder, agent, user, party to an event), or is named
/// in one of its tagged fields.
bool concerns(const Entry& entry, std::string_view person);

}  // namespace marque
