#include "marque/law/deadline.hpp"

#include <array>

namespace marque {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> weekdays_zh{"星期日", "星期一", "星期二", "星期三",
                                                      "星期四", "星期五", "星期六"};

constexpr std::string_view article_prefix = "Art.", regulations_prefix = "REG ";

Bilingual both(std::string_view zh, std::string_view en) { return {std::string(zh), std::string(en)}; }

void add(Bilingual& text, const Bilingual& more) {
  text.zh += more.zh;
  text.en += (text.en.empty() || more.en.empty() ? "" : " ") + more.en;
}

Bilingual weekday_of(Date day) {
  const auto index = day.weekday().c_encoding();
  return both(weekdays_zh[index], weekdays[index]);
}

/// The day of the week, and the holiday: `Sunday, Mid-Autumn Festival`.
Bilingual reason_of(Date day, const Holidays& holidays) {
  Bilingual reason = weekday_of(day);
  if (const SetDay* set = holidays.set_day(day)) reason = {reason.zh + "、" + set->chinese, reason.en + ", " + set->english};
  return reason;
}

Bilingual length_text(Length length) {
  const int count = length.days != 0 ? length.days : length.months;
  const std::string number = std::to_string(count);
  if (length.days != 0) return {number + "日", number + " days"};
  if (count % 12 == 0 && count > 12)
    return {std::to_string(count / 12) + "年", std::to_string(count / 12) + " years"};
  return {number + "个月", number + (count == 1 ? " month" : " months")};
}

std::string cited_one(std::string_view provision, const Deadline& deadline) {
  if (provision.starts_with(regulations_prefix)) return "CN-REG-2014 " + std::string(provision.substr(4));
  if (!provision.starts_with(article_prefix)) return std::string(provision);
  const std::string_view article = provision.substr(article_prefix.size());
  if (deadline.assumed) return cited(deadline.law, article);
  return std::string(deadline.rule->law.starts_with("CN-TML") ? deadline.rule->law : name_of(deadline.law)) + " Art." +
         std::string(article);
}

Bilingual counting_text(const Deadline& deadline) {
  const std::string start = deadline.start.to_string();
  const std::string zh = std::string(deadline.rule->starts_zh) + "(" + start + ")";
  const std::string en = std::string(deadline.rule->starts) + " (" + start + ")";
  const Bilingual length = length_text(deadline.rule->length);
  switch (deadline.period->counting) {
    case Counting::ordinary:
      return {"自" + zh + "起" + length.zh + "，开始之日不计入（CN-REG-2014 Art.12）。",
              length.en + " from " + en + ", the first day not counted (CN-REG-2014 Art.12)."};
    case Counting::term:
      return {"自" + zh + "起" + length.zh + "，开始之日计入，至对应日前一日止，不因节假日顺延（CN-REG-2014 Art.12）。",
              length.en + " from " + en +
                  ", the first day counted, to the day before the corresponding one; holidays do not move it "
                  "(CN-REG-2014 Art.12)."};
    case Counting::plain:
      return {"自" + zh + "起" + length.zh + "，未按中国节假日顺延。",
              length.en + " from " + en + "; not moved for China's holidays."};
    case Counting::opens_after:
      return {"自" + zh + "起满" + length.zh + "后可以提出。", "Open once " + length.en + " from " + en + " are full."};
    case Counting::expiry:
      return {zh + "前" + length_text(deadline.period->opens).zh + "内办理，其后有" +
                  length_text(deadline.period->grace).zh + "宽展期；期满日不因节假日顺延。",
              "Within " + length_text(deadline.period->opens).en + " before the " + en + ", with a grace of " +
                  length_text(deadline.period->grace).en + " after it; holidays do not move the term's end."};
    case Counting::month_after:
      return {"自" + zh + "次月1日起" + length.zh + "（CN-REG-2014 Art.45）。",
              length.en + " from the first day of the month after " + en + " (CN-REG-2014 Art.45)."};
    case Counting::none:
      return {"自" + zh + "起，无期限。", "From " + en + ", without limit."};
  }
  return {};
}

/// What became of an end that was counted, of the term's grace or of the period.
Bilingual end_text(const Deadline& deadline, const Holidays& holidays) {
  if (!deadline.nominal_end) return {};
  const Date nominal = *deadline.nominal_end;
  const bool grace = deadline.period->counting == Counting::expiry;
  const std::string day = nominal.to_string();
  const Bilingual subject = grace ? both("宽展期", "The grace") : both("期限", "The period");
  if (!deadline.calendar_known)
    return {subject.zh + "计至" + day + "；该年节假日安排未知，遇节假日将顺延，此处不作推测。",
            subject.en + " is counted to " + day +
                "; the holidays there are not known: it would move on from a day off, which is not guessed here."};
  if (deadline.moved()) {
    const Bilingual reason = reason_of(nominal, holidays);
    const std::string last = (grace ? *deadline.grace_end : *deadline.end).to_string();
    return {subject.zh + "届满日" + day + "为节假日（" + reason.zh + "），顺延至" + last + "。",
            subject.en + " ends on " + day + ", a day off (" + reason.en + "), and moves to " + last + "."};
  }
  const bool worked_weekend = nominal.weekday() == std::chrono::Saturday || nominal.weekday() == std::chrono::Sunday;
  if (!worked_weekend) return {};
  return {day + "为" + weekday_of(nominal).zh + "，但属调休工作日，不顺延。",
          day + " is a " + weekday_of(nominal).en + " but a make-up working day: it is not moved."};
}

Bilingual caution_text(const Deadline& deadline) {
  if (!deadline.conservative_end) return {};
  const std::string day = deadline.conservative_end->to_string();
  if (deadline.caution == Caution::law_transition_unknown)
    return {"期限跨入2027年，新法过渡规定不明，按缩短后的期限稳妥日为" + day + "。",
            "It reaches into 2027, and how the new law takes over is not known: the safe day, under the shorter period, is " +
                day + "."};
  return {"计算方法有争议，稳妥日为" + day + "。", "How to count is disputed: the safe day is " + day + "."};
}

Bilingual verification_text(const Deadline& deadline) {
  const Bilingual how = sentence_of(deadline.rule->verified);
  const std::string provision = provision_of(deadline);
  if (!deadline.assumed) return {"依据：" + provision + "，" + how.zh + "。", "By " + provision + ": " + how.en + "."};
  const std::string law(name_of(deadline.law)), known(deadline.rule->law);
  return {"依据：" + provision + "；" + law + "的相应规定未核实，按" + known + "计算。",
          "By " + provision + "; the rule of " + law + " is not verified, that of " + known + " is counted."};
}

}  // namespace

std::string provision_of(const Deadline& deadline) {
  std::string all;
  std::string_view rest = deadline.rule->provision;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(", ");
    all += (all.empty() ? "" : ", ") + cited_one(rest.substr(0, comma), deadline);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
  }
  return all;
}

std::string_view law_of(const Deadline& deadline) noexcept {
  if (deadline.rule->law == "MADRID") return "Madrid Protocol";
  return deadline.rule->law == "CN-GI" ? deadline.rule->law : name_of(deadline.law);
}

Bilingual moved_by(const Deadline& deadline, const Holidays& holidays) {
  if (!deadline.moved()) return {};
  const Bilingual reason = reason_of(*deadline.nominal_end, holidays);
  const std::string day = deadline.nominal_end->to_string();
  return {day + " " + reason.zh, day + ", " + reason.en};
}

Bilingual explain(const Deadline& deadline, const Holidays& holidays) {
  Bilingual text = counting_text(deadline);
  add(text, end_text(deadline, holidays));
  add(text, caution_text(deadline));
  add(text, verification_text(deadline));
  const PeriodRule& rule = *deadline.rule;
  if (!rule.note.empty()) add(text, {"注：" + std::string(rule.note_zh) + "。", "Note: " + std::string(rule.note) + "."});
  return text;
}

}  // namespace marque
