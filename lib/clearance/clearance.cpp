#include "marque/clearance/clearance.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <span>
#include <utility>

#include "clearance/thresholds.hpp"
#include "marque/grounds/absolute.hpp"
#include "marque/grounds/geographical.hpp"
#include "marque/grounds/relative.hpp"
#include "marque/law/alerts.hpp"
#include "marque/law/deadline.hpp"
#include "marque/scoring/scorer.hpp"

namespace marque {

namespace {

Result<Filing> filing_of(const Application& application, const Fingerprinter& fingerprinter, const CheckOptions& options) {
  if (application.words.empty() && !application.logo)
    return Error{ErrorCode::invalid_argument, "an application needs words or a picture"};
  std::optional<Fingerprint> logo;
  if (application.logo && fingerprinter) {
    auto made = fingerprinter(*application.logo);
    if (!made) return made.error().in_field("logo");
    logo = *std::move(made);
  }
  auto subject = make_subject(application.words, std::move(logo));
  if (!subject) return subject.error().in_field("mark");
  const Date filed = application.filed.value_or(application.as_of);
  return Filing{*std::move(subject), application.scope, application.applicants, application.kind,
                filed,               application.as_of, law_in_force(filed),     options.goods_table.on(filed),
                application.signs,   application.registered};
}

EntrySummary summary_of(EntryId id, const Entry& entry) {
  EntrySummary summary;
  summary.id = id;
  summary.kind = kind_of(entry);
  summary.number = number_of(entry);
  summary.mark = words_of(entry);
  if (const auto& owners = owners_of(entry); !owners.empty()) summary.owner = owners.front().name;
  summary.classes = classes_of(scope_of(entry)).classes();
  summary.status = status_of(entry);
  if (const auto* mark = std::get_if<Trademark>(&entry)) {
    summary.filed = mark->dates.filed;
    summary.registered = mark->dates.registered;
  } else if (const auto* international = std::get_if<InternationalRegistration>(&entry)) {
    summary.registered = international->registered;
  }
  summary.expires = expiry_of(entry);
  if (const ImageReference* image = image_of(entry)) summary.image_digest = image->digest;
  summary.generated = provenance_of(entry).generated;
  return summary;
}

Risk gravest(const std::vector<Ground>& grounds) {
  Risk risk = Risk::none;
  for (const Ground& ground : grounds) risk = std::max(risk, ground.risk);
  return risk;
}

/// The entry's name and picture that come closest to the subject.
struct Closest {
  Subject subject;
  AspectScores scores;
};

Closest closest_of(Scorer& scorer, const Entry& entry, std::optional<Fingerprint> picture) {
  Closest best;
  const auto known = [&](const ImageReference&) { return picture; };
  for (Subject& own : subjects_of(entry, known)) {
    const AspectScores scores = scorer.score(own);
    if (best.subject.empty() || scores.overall > best.scores.overall) best = {std::move(own), scores};
  }
  return best;
}

/// What the entry depicts, as its record says.
std::span<const ViennaCode> vienna_of(const Entry& entry) {
  if (const auto* mark = std::get_if<Trademark>(&entry)) return mark->mark.vienna;
  if (const auto* international = std::get_if<InternationalRegistration>(&entry)) return international->mark.vienna;
  return {};
}

struct Judged {
  Finding finding;
  Bilingual reason;                            // why there is no ground
  std::optional<GeographicalIndication> indication;   // recalled by the mark
  bool own = false;                                   // and the applicant's
};

/// `depicted`: what the applicant's mark depicts.
Judged judge(const Filing& filing, std::span<const ViennaCode> depicted, Scorer& scorer, EntryId id, const Entry& entry,
             std::optional<Fingerprint> picture) {
  const Closest closest = closest_of(scorer, entry, std::move(picture));
  Judged judged;
  Finding& finding = judged.finding;
  finding.entry = summary_of(id, entry);
  finding.scores = closest.scores;
  finding.figures = compare_figures(depicted, vienna_of(entry));
  finding.examination = scorer.examine(closest.subject, closest.scores);
  finding.standing = standing_on(entry, filing.as_of);
  finding.alerts = alerts_of(entry, filing.as_of);
  if (const auto* indication = std::get_if<GeographicalIndication>(&entry)) {
    GeographicalFinding found = geographical_grounds(filing, *indication);
    finding.grounds = std::move(found.grounds);
    finding.goods = std::move(found.goods);
    judged.reason = std::move(found.reason);
    if (found.evocation.kind != Evocation::none) judged.indication = *indication;
    judged.own = found.own;
  } else {
    RelativeFinding found = relative_grounds(filing, entry, finding.examination, finding.scores);
    finding.grounds = std::move(found.grounds);
    finding.goods = std::move(found.goods);
    finding.standing = found.standing;
    judged.reason = sentence_of(found.reason);
  }
  finding.risk = gravest(finding.grounds);
  finding.evidence = scorer.explain(closest.subject, closest.scores);
  return judged;
}

Finding absolute_finding(Ground ground) {
  Finding finding;
  finding.risk = ground.risk;
  finding.grounds.push_back(std::move(ground));
  return finding;
}

/// Entries to be judged: the closest marks, and every indication or well-known mark that is at all close.
Result<std::vector<Candidate>> candidates(const CandidateIndex& index, const Filing& filing,
                                          const CheckOptions& options, const Progress& progress) {
  SearchLimits limits;
  limits.top = options.candidates;
  limits.at_least = judged_from;
  limits.classes = filing.goods_table.classes_to_search(filing.scope);
  limits.threads = options.threads;
  limits.dictionary = options.dictionary;
  auto marks = index.find(filing.subject, limits, progress);
  if (!marks) return marks;
  limits.at_least = indication_judged_from;
  limits.reach = Reach::any_class_only;
  auto indications = index.find(filing.subject, limits, progress);
  if (!indications) return indications;
  std::set<EntryId> known;
  for (const Candidate& candidate : *marks) known.insert(candidate.id);
  for (Candidate& candidate : *indications) {
    if (known.insert(candidate.id).second) marks->push_back(std::move(candidate));
  }
  return marks;
}

/// What a check of this library does not look at, each with its reason.
std::vector<Bilingual> not_searched(const Application& application, const Subject& subject, const Fingerprinter& fingerprinter,
                                    const CheckOptions& options) {
  std::vector<Bilingual> off;
  if (application.logo && !fingerprinter)
    off.push_back({"图形比对（程序未启用图形组件）", "pictures (this build has no logo component)"});
  if (!application.logo) off.push_back({"图形比对（未提供图样）", "pictures (no picture was given)"});
  if (application.logo && subject.logo)
    off.push_back({"图样中的文字（不识别，只比图形）", "words inside the picture (not read; the picture is compared as a whole)"});
  if (application.words.empty()) off.push_back({"文字比对（未提供文字）", "words (none were given)"});
  if (!application.words.empty() && subject.comparable.skeleton.empty())
    off.push_back({"文字比对（“" + application.words + "”中没有可供比对的汉字、字母或数字）",
                   "words (“" + application.words + "” holds no characters, letters or digits that could be compared)"});
  if (application.scope.empty()) off.push_back({"商品类似关系（未指定商品，按全部类别查）", "goods (none were given: all classes were searched)"});
  if (!application.scope.empty() && options.goods_table.empty())
    off.push_back({"区分表（未提供：仅按记录所载类似群比对，不含类似群内分部、注、交叉检索和跨类似群保护）",
                   "the goods table 区分表 (none was given: goods are compared by the groups in the records, without sections, notes, "
                   "cross-search and protected items)"});
  if (options.dictionary.is_built_in())
    off.push_back({"跨语言含义（未使用词典，仅按单字释义）", "meaning across languages by dictionary (single characters only)"});
  off.push_back({"未注册的在先使用，以及登记库以外的字号、著作权、姓名等其他在先权利（仅比对查得商标的权利人字号和图样）",
                 "earlier rights outside the register: unregistered use, and trade names, copyright and names of persons (but for the trade names of "
                 "the owners and the pictures of the marks found)"});
  off.push_back({"不以使用为目的的恶意申请（第4条：申请人的需要和意图记录未载）",
                 "filing in bad faith without intent to use (Art. 4: no record tells an applicant's need or intent)"});
  if (application.registered) {
    const auto end = deadline(*find_period("P11"), *application.registered).end;
    if (end && *end < application.as_of)
      off.push_back({"自注册之日起五年已于" + end->to_string() + "届满：在先权利人、利害关系人不得再请求宣告无效（第45条），但恶意注册的，驰名商标所有人除外",
                     "the five years from registration ended on " + end->to_string() +
                         ": holders of earlier rights can no longer ask for invalidation (Art. 45), except the owner of a well-known mark against bad faith"});
  }
  return off;
}

bool holds(const Finding& finding, GroundCode code) {
  return std::any_of(finding.grounds.begin(), finding.grounds.end(), [&](const Ground& ground) { return ground.code == code; });
}

bool tells_place_alone(const Finding& finding) { return !finding.entry && holds(finding, GroundCode::place_name); }

/// Takes the place name of a mark that names just one.
void drop_place_name(std::vector<Finding>& findings) {
  if (std::count_if(findings.begin(), findings.end(), tells_place_alone) == 1) std::erase_if(findings, tells_place_alone);
}

bool more_serious(const Finding& a, const Finding& b) {
  if (a.risk != b.risk) return a.risk > b.risk;
  if (a.scores.overall != b.scores.overall) return a.scores.overall > b.scores.overall;
  return (a.entry ? a.entry->number : "") < (b.entry ? b.entry->number : "");
}

/// A place that several indications count against the mark is told with the most serious of them, and makes no other one worse.
void tell_place_once(std::vector<Finding>& findings) {
  const auto place_in = [](const Finding& finding) {
    return std::find_if(finding.grounds.begin(), finding.grounds.end(), [](const Ground& ground) { return ground.code == GroundCode::place_name; });
  };
  for (Finding& finding : findings) {
    const auto place = place_in(finding);
    if (!finding.entry || place == finding.grounds.end() || finding.grounds.size() == 1) continue;
    const bool told_elsewhere = std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
      const auto same = place_in(other);
      return &other != &finding && other.entry && same != other.grounds.end() && same->explanation == place->explanation && more_serious(other, finding);
    });
    if (!told_elsewhere) continue;
    finding.grounds.erase(place);
    finding.risk = gravest(finding.grounds);
  }
}

/// A place, or a deceptive origin, that an indication in the mark's way counts against it already is not told apart.
void merge_place_name(std::vector<Finding>& findings) {
  const auto told = [&](GroundCode code) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.entry && holds(f, code); });
  };
  if (told(GroundCode::place_name)) drop_place_name(findings);
  tell_place_once(findings);
  if (told(GroundCode::deceptive_origin))
    std::erase_if(findings, [](const Finding& f) { return !f.entry && holds(f, GroundCode::deceptive_origin); });
}

/// The holder or lawful user of an indication is free to file what recalls it: neither its place and product, nor an indication
/// recorded as related to it, nor one of the same name for another place stands in the way.
void free_own(std::vector<Finding>& findings, const GeographicalIndication& own, const std::set<EntryId>& homonyms) {
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.entry && finding.entry->kind == EntryKind::gi &&
           (homonyms.contains(finding.entry->id) ||
            std::find(own.related.begin(), own.related.end(), finding.entry->number) != own.related.end());
  });
  drop_place_name(findings);
  std::erase_if(findings, [](const Finding& finding) {
    return !finding.entry && (holds(finding, GroundCode::generic_name) || holds(finding, GroundCode::descriptive) ||
                              holds(finding, GroundCode::deceptive_origin));
  });
}

/// The picture of a finding laid over the applicant's, as its evidence says. A picture that cannot be had leaves the evidence as
/// it is.
void align(Finding& finding, const Image& logo, const CheckOptions& options) {
  if (!finding.entry || finding.entry->image_digest.empty()) return;
  for (Evidence& piece : finding.evidence) {
    if (!piece.picture) continue;
    const auto other = options.pictures(finding.entry->image_digest);
    if (!other) return;
    if (auto alignment = options.aligner(logo, *other, piece.picture->match)) piece.picture->alignment = *std::move(alignment);
  }
}

void align_best(std::vector<Finding>& findings, const std::optional<Image>& logo, const CheckOptions& options) {
  if (!logo || !options.aligner || !options.pictures) return;
  const auto rests_on_picture = [](const Finding& finding) {
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [](const Evidence& piece) { return piece.picture.has_value(); });
  };
  std::size_t done = 0;
  for (Finding& finding : findings) {
    if (done == options.aligned_findings) return;
    if (rests_on_picture(finding)) align(finding, *logo, options), ++done;
  }
}

}  // namespace

Clearance::Clearance(const CandidateIndex& index, const EntrySource& source, Fingerprinter fingerprinter)
    : index_(index), source_(source), fingerprinter_(std::move(fingerprinter)) {}

Result<Report> Clearance::check(const Application& application, const CheckOptions& options, const Progress& progress) const {
  const auto filing = filing_of(application, fingerprinter_, options);
  if (!filing) return filing.error();
  const auto close = candidates(index_, *filing, options, progress);
  if (!close) return close.error();

  Report report{application, filing->law, {}, {index_.size(), close->size(), application.as_of, {}}, {judged_from}};
  for (Ground& ground : absolute_grounds(*filing)) report.findings.push_back(absolute_finding(std::move(ground)));
  std::optional<GeographicalIndication> own;
  std::vector<std::pair<EntryId, GeographicalIndication>> recalled;
  Scorer scorer(filing->subject, options.dictionary);
  for (const Candidate& candidate : *close) {
    const auto entry = source_.entry(candidate.id);
    if (!entry) return entry.error();
    Judged judged = judge(*filing, application.vienna, scorer, candidate.id, *entry, index_.picture(candidate.id));
    if (judged.own) own = std::move(judged.indication);
    else if (judged.indication) recalled.emplace_back(candidate.id, *std::move(judged.indication));
    if (!judged.finding.grounds.empty()) report.findings.push_back(std::move(judged.finding));
  }
  merge_place_name(report.findings);
  if (own) {
    std::set<EntryId> homonyms;
    for (const auto& [id, other] : recalled)
      if (homonymous(*own, other)) homonyms.insert(id);
    free_own(report.findings, *own, homonyms);
  }
  std::erase_if(report.findings, [&](const Finding& finding) { return finding.risk < options.min_risk; });
  std::stable_sort(report.findings.begin(), report.findings.end(), more_serious);
  align_best(report.findings, application.logo, options);
  report.searched.off = not_searched(application, filing->subject, fingerprinter_, options);
  return report;
}

Result<Clearance::Explained> Clearance::explain(const Application& application, EntryId id, const CheckOptions& options) const {
  const auto filing = filing_of(application, fingerprinter_, options);
  if (!filing) return filing.error();
  const auto entry = source_.entry(id);
  if (!entry) return entry.error();
  Scorer scorer(filing->subject, options.dictionary);
  Judged judged = judge(*filing, application.vienna, scorer, id, *entry, index_.picture(id));
  if (application.logo && options.aligner && options.pictures) align(judged.finding, *application.logo, options);
  if (judged.finding.grounds.empty()) return Explained{std::move(judged.finding), std::move(judged.reason)};
  return Explained{std::move(judged.finding), {}};
}

}  // namespace marque
