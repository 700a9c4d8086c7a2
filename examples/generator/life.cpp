#include "life.hpp"

#include <algorithm>
#include <array>

namespace {

using namespace marque;

constexpr int term_months = 120, grace_months = 6;

/// A grace that ends on a holiday runs to the next working day; so many days later it is over in any case.
constexpr int after_holidays = 12;

Date last_of_term(Date first) { return first.plus_months(term_months).plus_days(-1); }

/// The next day on which an issue of the gazette bears a date: the 6th, 13th, 20th or 27th.
Date gazette_day(Date from) {
  for (Date day = from;; day = day.plus_days(1))
    if (const int d = day.day(); d == 6 || d == 13 || d == 20 || d == 27) return day;
}

/// How long an examination took, in days: years before 2014, under a year since, half a year today.
int examination_days(Random& random, int year) {
  if (year < 2014) return random.between(420, 900);
  if (year < 2019) return random.between(240, 360);
  return random.between(120, 250);
}

/// One mark on its way; each step says whether the next one comes.
class Life {
 public:
  Life(Trademark& mark, Date today, const Party& opponent, Random& random)
      : mark_(mark), today_(today), opponent_(opponent), random_(random) {}

  void run() { accepted() && examined() && published() && registered() && ended_early() && renewed(); }

 private:
  void become(Status status) { mark_.status = status; }

  Event& happens(EventKind kind, Date date) {
    mark_.events.push_back({.kind = kind, .date = date});
    return mark_.events.back();
  }

  bool end(EventKind kind, Status status, Date date) {
    happens(kind, date);
    mark_.dates.ended = date;
    become(status);
    return false;
  }

  bool accepted() {
    const Date day = mark_.dates.filed->plus_days(random_.between(18, 40));
    become(Status::filed);
    if (day > today_) return false;
    if (random_.chance(8)) return end(EventKind::non_acceptance, Status::not_accepted, day);
    mark_.dates.accepted = day;
    become(Status::accepted);
    return true;
  }

  bool examined() {
    const Date start = mark_.dates.accepted->plus_days(random_.between(20, 60));
    if (start > today_) return false;
    if (const Date day = start.plus_days(9); random_.chance(7) && day <= today_) return end(EventKind::withdrawal, Status::withdrawn, day);
    decided_ = mark_.dates.filed->plus_days(examination_days(random_, mark_.dates.filed->year()));
    if (decided_ <= today_) return random_.chance(880) || refused();
    happens(EventKind::examination, start);
    become(Status::examination);
    return false;
  }

  bool refused() {
    happens(EventKind::refusal, decided_);
    become(Status::refused);
    const Date review = decided_.plus_days(random_.between(8, 25));
    if (!random_.chance(300) || review > today_) return false;
    happens(EventKind::refusal_review, review);
    become(Status::refusal_review);
    const Date outcome = review.plus_days(random_.between(200, 330));
    if (outcome > today_) return false;
    if (random_.chance(600)) {
      mark_.dates.final_on = outcome;
      happens(EventKind::refusal, outcome);
      become(Status::refused);
      return false;
    }
    decided_ = outcome;
    return true;
  }

  bool published() {
    if (mark_.scope.size() > 1 && random_.chance(60)) {
      mark_.scope.back().status = Status::refused;
      happens(EventKind::partial_refusal, decided_).classes = {mark_.scope.back().nice_class};
      become(Status::partly_refused);
    }
    const Date day = gazette_day(decided_.plus_days(20));
    if (day > today_) return false;
    mark_.dates.published = day;
    become(Status::published);
    return !random_.chance(35) || opposition_overcome();
  }

  bool opposition_overcome() {
    const Date day = mark_.dates.published->plus_days(random_.between(20, 88));
    if (day > today_) return true;
    happens(EventKind::opposition, day).party = opponent_;
    become(Status::opposed);
    const Date outcome = mark_.dates.published->plus_days(random_.between(400, 540));
    if (outcome > today_) return false;
    if (random_.chance(550)) {
      happens(EventKind::opposition_rejected, outcome);
      become(Status::registered);
      return true;
    }
    mark_.dates.final_on = outcome.plus_days(50);
    if (mark_.dates.final_on > today_) mark_.dates.final_on.reset();
    happens(EventKind::non_registration, outcome);
    become(Status::not_registered);
    return false;
  }

  bool registered() {
    const Date day = mark_.dates.published->plus_months(3).plus_days(1);
    if (day > today_) return false;
    mark_.dates.registered = day;
    mark_.dates.expires = last_of_term(day);
    become(Status::registered);
    return true;
  }

  /// Before the first term was over: cancelled, declared invalid, or surrendered.
  bool ended_early() {
    const Date last = std::min(today_, *mark_.dates.expires);
    const Date full_years = mark_.dates.registered->plus_months(36).plus_days(270);
    constexpr std::array shares{955, 28, 8, 9};
    const std::size_t fate = random_.weighted(shares);
    if (fate == 1 && full_years < last)
      return end(EventKind::cancellation, Status::cancelled, within(full_years, last));
    const Date early = mark_.dates.registered->plus_days(200);
    if (early >= last) return true;
    if (fate == 2) return end(EventKind::invalidation, Status::invalidated, within(early, last));
    if (fate == 3) return end(EventKind::surrender, Status::surrendered, within(early, last));
    return true;
  }

  bool renewed() {
    for (;;) {
      const Date expires = *mark_.dates.expires;
      const Date grace_end = expires.plus_months(grace_months);
      const Date paid = expires.plus_days(random_.chance(880) ? -random_.between(5, 350) : random_.between(3, 170));
      if (random_.chance(860) && paid <= today_) {
        happens(EventKind::renewal, paid);
        mark_.dates.expires = last_of_term(expires.plus_days(1));
        continue;
      }
      if (expires >= today_) return true;
      happens(EventKind::expiry, expires.plus_days(1));
      become(Status::in_grace);
      const Date recorded = grace_end.plus_days(after_holidays);
      return recorded > today_ || end(EventKind::lapse, Status::lapsed, recorded);
    }
  }

  Date within(Date from, Date to) { return from.plus_days(random_.between(0, to.days() - from.days())); }

  Trademark& mark_;
  Date today_;
  const Party& opponent_;
  Random& random_;
  Date decided_ = today_;
};

}  // namespace

void live(Trademark& mark, Date today, const Party& opponent, Random& random) { Life(mark, today, opponent, random).run(); }
