// normalize, compare

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <memory>

#include "commands.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/json_writer.hpp"
#include "marque/interchange/text.hpp"
#include "marque/logo/alignment.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/logo/similarity.hpp"
#include "marque/scoring/comparison.hpp"
#include "marque/scoring/evidence.hpp"
#include "marque/scoring/scorer.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/readings.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

constexpr std::uint64_t pair_file_bytes = 1ull << 30;

std::string utf8(std::u32string_view points) { return encode_utf8(points); }

/// Every reading of every character: `hǎi mén`, heteronyms in brackets.
std::string readings_of(std::u32string_view han) {
  std::string text;
  for (const char32_t character : han) {
    if (!text.empty()) text += ' ';
    std::string all;
    for (const Reading reading : readings(character)) all += (all.empty() ? "" : "/") + tone_marked(reading);
    text += all.empty() ? "?" : all;
  }
  return text;
}

std::string parts_of(const NormalForm& name) {
  std::string text;
  for (const NamePart& part : name.parts) {
    if (!text.empty()) text += " | ";
    text += utf8(part.text) + " (" + std::string(name_of(part.kind)) + (part.generic ? ", generic)" : ")");
  }
  return text;
}

std::vector<std::pair<std::string, std::string>> views_of(const NormalForm& name) {
  return {{"original", name.original},
          {"folded", utf8(name.folded)},
          {"skeleton", utf8(name.skeleton)},
          {"parts", parts_of(name)},
          {"han", utf8(name.han)},
          {"letters", utf8(name.letters)},
          {"digits", utf8(name.digits)},
          {"distinctive_han", utf8(name.distinctive_han)},
          {"distinctive_letters", utf8(name.distinctive_letters)},
          {"readings", readings_of(name.han)},
          {"sound", utf8(comparable(name).phones)}};
}

std::string row_of(const std::vector<std::pair<std::string, std::string>>& views) {
  std::string row;
  for (const auto& [view, text] : views) row += (row.empty() ? "" : "\t") + text;
  return row + "\n";
}

int normalize_all(const Program& program, const std::vector<std::string>& texts) {
  const Format format = format_of(program, "text json tsv");
  for (const std::string& text : texts) {
    const NormalForm name = need(normalize(text, program.limits.text));
    const auto views = views_of(name);
    if (format == Format::json) {
      print(to_json(name) + "\n");
    } else if (format == Format::tsv) {
      print(row_of(views));
    } else {
      std::vector<std::vector<std::string>> rows;
      for (const auto& [view, value] : views) rows.push_back({view, value});
      print(to_table({program.say({"视图", "view"}), text}, rows) + "\n");
    }
  }
  return done;
}

std::string number(float score) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%.4f", static_cast<double>(score));
  return digits;
}

std::string scores_row(const AspectScores& scores) {
  return number(scores.overall) + "\t" + number(scores.appearance) + "\t" + number(scores.sound) + "\t" + number(scores.meaning);
}

/// With something in it that compares.
Result<Subject> subject_of(const Program& program, const std::string& name) {
  auto subject = make_subject(name, {}, program.limits.text);
  if (subject && subject->empty()) return Error{ErrorCode::invalid_text, "nothing to compare in \"" + name + "\"", {}};
  return subject;
}

/// A subject, or the reason on stderr.
std::optional<Subject> subject_or_remark(const Program& program, const std::string& name, std::size_t row) {
  auto subject = subject_of(program, name);
  if (subject) return *std::move(subject);
  remark(program, to_string(subject.error().in_record(row), program.language));
  return {};
}

std::string compared_row(const Program& program, const Dictionary& dictionary, const std::string& a, const std::string& b, std::size_t row) {
  const auto first = subject_or_remark(program, a, row), second = subject_or_remark(program, b, row);
  const std::string names = a + "\t" + b + "\t";
  if (!first || !second) return names + "nan\tnan\tnan\tnan\n";
  return names + scores_row(score(*first, *second, dictionary)) + "\n";
}

Result<Fingerprint> fingerprint_of(const Program& program, const std::string& path) {
  const Fingerprinter fingerprinter = opencv_fingerprinter(LogoUse::asking, program.limits.image);
  try {
    return fingerprinter(read_image(program, path));
  } catch (const Failure& failure) {
    return failure.error;
  }
}

std::string compared_logo_row(const Program& program, const std::string& a, const std::string& b, std::size_t row) {
  const auto first = fingerprint_of(program, a), second = fingerprint_of(program, b);
  if (!first) remark(program, to_string(first.error().in_file(a).in_record(row), program.language));
  if (!second) remark(program, to_string(second.error().in_file(b).in_record(row), program.language));
  return a + "\t" + b + "\t" + (first && second ? number(compare(*first, *second).score) : "nan") + "\n";
}

int compare_pairs(const Program& program, const std::string& file, bool logos) {
  format_of(program, "tsv", Format::tsv);
  const Dictionary dictionary = dictionary_of(program);
  std::size_t row = 0;
  for (const std::string& line : lines_of(read_file(file, pair_file_bytes))) {
    ++row;
    if (was_interrupted()) return interrupted;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      remark(program, to_string(Error{ErrorCode::malformed, "no tab between two marks", {}}.in_file(file).in_record(row), program.language));
      print(line + "\t\tnan" + (logos ? "" : "\tnan\tnan\tnan") + "\n");
      continue;
    }
    const std::string a = line.substr(0, tab), b = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    print(logos ? compared_logo_row(program, a, b, row) : compared_row(program, dictionary, a, b, row));
  }
  return done;
}

int compare_logos(const Program& program, const std::string& a, const std::string& b) {
  const Format format = format_of(program, "text tsv json");
  const auto first = fingerprint_of(program, a), second = fingerprint_of(program, b);
  if (!first) throw Failure{first.error().in_file(a)};
  if (!second) throw Failure{second.error().in_file(b)};
  PictureEvidence evidence = picture_evidence(*first, *second);
  const LogoMatch& match = evidence.match;
  if (auto alignment = opencv_aligner(program.limits.image)(read_image(program, a), read_image(program, b), match)) evidence.alignment = *std::move(alignment);
  if (format == Format::tsv) {
    print(a + "\t" + b + "\t" + number(match.score) + "\n");
  } else if (format == Format::json) {
    JsonWriter out;
    out.begin_object().key("a").string(a).key("b").string(b);
    out.key("overall").score(match.score).key("turn").string(name_of(match.turn));
    write_picture(out, evidence);
    out.end_object();
    print(std::move(out).text() + "\n");
  } else {
    print(to_table({program.say({"图形", "logo"}), program.say({"变换", "turn"})}, {{number(match.score), std::string(name_of(match.turn))}}));
    print(program.say(sentence_of(evidence)) + "\n");
    if (evidence.alignment) print(to_text(*evidence.alignment, program.language) + "\n");
  }
  return done;
}

int compare_two(const Program& program, const std::string& a, const std::string& b) {
  const Format format = format_of(program, "text tsv json");
  const Comparison comparison = compare(need(subject_of(program, a)), need(subject_of(program, b)), dictionary_of(program));
  if (format == Format::tsv) {
    print(a + "\t" + b + "\t" + scores_row(comparison.scores) + "\n");
  } else {
    print(format == Format::json ? to_json(comparison, program.language) + "\n" : to_text(comparison, program.language));
  }
  return done;
}

}  // namespace

void add_word_commands(CLI::App& app, Program& program, const Chosen& chosen) {
  {
    auto* command = app.add_subcommand("normalize", "Show every view of a name: folded, simplified, cut into parts, with all readings");
    auto texts = std::make_shared<std::vector<std::string>>();
    command->add_option("TEXT", *texts, "Names")->required();
    command->callback([&program, chosen, texts] { chosen([&program, texts] { return normalize_all(program, *texts); }); });
  }
  {
    struct Given {
      std::string a, b, pairs;
      bool logos = false;
    };
    auto given = std::make_shared<Given>();
    auto* command = app.add_subcommand("compare", "Compare two marks, or every pair of a file, aspect by aspect");
    command->add_option("A", given->a, "A mark (or a picture, with --logos)");
    command->add_option("B", given->b, "Another");
    command->add_option("--pairs", given->pairs, "File of `mark_a<TAB>mark_b[<TAB>anything]`; - for stdin");
    command->add_flag("--logos", given->logos, "The marks are paths of PNG or JPEG pictures");
    command->footer("With --pairs one row a pair, in order: mark_a mark_b overall appearance sound meaning (with --logos: overall alone).");
    command->callback([&program, chosen, given, command] {
      if (given->pairs.empty() && (command->count("A") == 0 || command->count("B") == 0))
        throw CLI::RequiredError("A and B, or --pairs,");
      chosen([&program, given] {
        if (!given->pairs.empty()) return compare_pairs(program, given->pairs, given->logos);
        return given->logos ? compare_logos(program, given->a, given->b) : compare_two(program, given->a, given->b);
      });
    });
  }
}

}  // namespace marque::cli
