#pragma once

#include <span>
#include <string>

#include "marque/base/bilingual.hpp"
#include "marque/docket/docket.hpp"

namespace marque {

/// What an item is about in one line: `renewal, 12345678 江海潮, grace to 2026-12-07`.
Bilingual summary_of(const DocketItem& item);

/// A docket for people: one line an item, in the order given, with the days that are left.
std::string to_text(std::span<const DocketItem> docket, Date as_of, Language language);

/// For scripts, without header: due, number, mark, owner, rule, state, end, grace_end, conservative_end, provision, and `presumed` where it
/// is counted from the recorded day because the receipt is not known.
std::string to_tsv(std::span<const DocketItem> docket);

/// One object: `as_of`, and `items` with `due`, `state`, `entry`, the members of `deadline`, and `explanation`.
std::string to_json(std::span<const DocketItem> docket, Date as_of, Language language);

/// An iCalendar (RFC 5545) of whole-day events, one an item, its UID the same from day to day as long as record, rule and start are the
/// same, so that a calendar that imports it again updates what it has. DTSTAMP is the clock's day. Hard periods alert two weeks ahead.
/// Lines are folded at 75 octets, never within a character; text is escaped, controls are left out.
std::string to_ics(std::span<const DocketItem> docket, Date as_of, Language language);

}  // namespace marque
