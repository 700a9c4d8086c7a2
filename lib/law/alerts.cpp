#include "marque/law/alerts.hpp"

#include <algorithm>
#include <string>

#include "marque/law/running_periods.hpp"

namespace marque {

namespace {

struct Alert {
  Date due;
  Bilingual sentence;
};

/// A renewal that is open or in its grace.
Bilingual renewal_alert(const Deadline& deadline, PeriodState state) {
  const std::string end = deadline.end->to_string(), grace = deadline.grace_end->to_string();
  if (state == PeriodState::in_grace)
    return {"有效期已于" + end + "届满，宽展期至" + grace + "，未续展即失效。",
            "Its term ended on " + end + "; it is in its grace until " + grace + " and lapses without renewal."};
  return {"有效期将于" + end + "届满，可续展，宽展期至" + grace + "。",
          "Its term ends on " + end + ": it is due for renewal, with a grace until " + grace + "."};
}

Bilingual window_alert(const RunningPeriod& running) {
  const Deadline& deadline = running.deadline;
  const std::string end = deadline.safe_end()->to_string();
  const std::string_view id = deadline.period->id;
  if (id == "P15") {
    const bool crosses = deadline.law != LawVersion::cn_tml_2026 && *deadline.end >= in_force_from(LawVersion::cn_tml_2026);
    const Bilingual doubt = crosses ? Bilingual{"（自2027-01-01起据称仅限主动注销的）", ", from 2027-01-01 on, it is reported, only where its owner gave it up"}
                                    : Bilingual{};
    return {"终止未满一年，至" + end + "止不予核准相同近似商标" + doubt.zh + "。",
            "It ended within the year: like marks are not approved until " + end + doubt.en + "."};
  }
  if (id == "P01" || id == "M06") return {"处于异议期，至" + end + "止可提出异议。", "It is open to opposition until " + end + "."};
  if (id == "M10") return {"至" + end + "止依附于基础商标。", "It depends on its basic mark until " + end + "."};
  if (id.starts_with("M04")) return {"驳回期限至" + end + "，届时未驳回即受保护。", "It can be refused until " + end + "; not refused, it is protected."};
  const Bilingual counted = running.start_presumed ? Bilingual{"（自记录日起算）", ", counted from the recorded day"} : Bilingual{};
  if (id == "P14") return {"已被申请撤销（连续三年不使用），使用证据期限至" + end + counted.zh + "。",
                           "Its cancellation for non-use was asked for; use has to be proved until " + end + counted.en + "."};
  if (id == "P18") return {"已被申请撤销（通用名称），答辩期限至" + end + counted.zh + "。",
                           "Its cancellation as a generic name was asked for; it can be defended until " + end + counted.en + "."};
  if (id == "P07a") return {"已被请求宣告无效，答辩期限至" + end + counted.zh + "。",
                            "A declaration of invalidity was asked for; it can be defended until " + end + counted.en + "."};
  return {"已被驳回、不予注册、撤销或宣告无效，复审或起诉期限至" + end + counted.zh + "。",
          "It was refused, cancelled or declared invalid; a review or suit is open until " + end + counted.en + "."};
}

bool is_renewal(std::string_view id) { return id == "P10" || id == "M09"; }

bool matters(std::string_view id) {
  return is_renewal(id) || id == "P15" || id == "P01" || id == "M06" || id == "M10" || id.starts_with("M04") ||
         id == "P02" || id == "P03" || id == "P04" || id == "P05" || id == "P07a" || id == "P14" || id == "P18";
}

}  // namespace

std::vector<Bilingual> alerts_of(const Entry& entry, Date day) {
  std::vector<Alert> alerts;
  for (const RunningPeriod& running : running_periods(entry, day)) {
    const Deadline& deadline = running.deadline;
    const PeriodState state = state_on(deadline, day);
    const bool running_now = state == PeriodState::open || state == PeriodState::in_grace;
    if (!running_now || !matters(deadline.period->id)) continue;
    const auto due = due_on(deadline, day);
    if (is_renewal(deadline.period->id)) alerts.push_back({*due, renewal_alert(deadline, state)});
    else alerts.push_back({*due, window_alert(running)});
  }
  std::stable_sort(alerts.begin(), alerts.end(), [](const Alert& a, const Alert& b) { return a.due < b.due; });
  std::vector<Bilingual> sentences;
  for (Alert& alert : alerts) sentences.push_back(std::move(alert.sentence));
  return sentences;
}

}  // namespace marque
