#include "marque/grounds/proper_use.hpp"

#include <catch2/catch.hpp>

#include "grounds/filings.hpp"
#include "support/table_file.hpp"

using namespace marque;
using test::goat;

namespace {

std::optional<bool> known(const std::string& text) {
  return text == "?" ? std::nullopt : std::optional(text == "yes");
}

}  // namespace

TEST_CASE("an outsider's use is judged by area and quality before anything else") {
  for (const auto& row : test::rows_of("proper_uses.tsv")) {
    CAPTURE(row[0], row[1], row.back());
    const OutsideUse use{*make_subject(row[0]), {test::in_class(31)}, row[1] == "mark", known(row[2]), known(row[3])};
    const UseFinding found = judge_use(use, goat(), test::day("2026-11-22"));
    CHECK(name_of(found.verdict) == row[4]);
    CHECK(name_of(found.limb) == row[5]);
    CHECK(found.provision == row[6]);
    CHECK_FALSE(found.reason.zh.empty());
    CHECK_FALSE(found.reason.en.empty());
  }
}

TEST_CASE("fair use is cited under the law of the day") {
  const OutsideUse use{*make_subject("海门"), {test::in_class(31)}, false, false, {}};
  CHECK(judge_use(use, goat(), test::day("2027-01-01")).provision == "CN-TML-2026 Art.73");
}

TEST_CASE("what no longer or not yet protects bars nobody") {
  const OutsideUse use{*make_subject("海门山羊"), {test::in_class(31)}, false, false, {}};
  GeographicalIndication gone = goat(), pending = goat();
  gone.status = Status::cancelled;
  pending.status = Status::filed;
  for (GeographicalIndication* one : {&gone, &pending})
    for (GiRegistration& registration : one->registrations) registration.status = one->status;
  CHECK(judge_use(use, gone, test::day("2026-11-22")).verdict == UseVerdict::proper);
  CHECK(judge_use(use, pending, test::day("2026-11-22")).verdict == UseVerdict::open);
}

TEST_CASE("a registration as a mark that has ended changes nothing of what is cited") {
  const OutsideUse use{*make_subject("海门山羊"), {test::in_class(31)}, false, true, true};
  GeographicalIndication once = goat();
  once.registrations.push_back({GiSystem::trademark, "9990001", {}, test::day("2010-01-01"), Status::cancelled, {}});
  CHECK(judge_use(use, once, test::day("2026-11-22")).provision == judge_use(use, goat(), test::day("2026-11-22")).provision);
}
