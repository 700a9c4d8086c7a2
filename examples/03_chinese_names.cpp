// Shows: how close two names are, aspect by aspect, with the evidence and the examination guide's verdict.
// Needs: nothing. Two arguments are compared instead of the built-in pairs.
// Read first: 01_first_check.cpp

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "marque/scoring/evidence.hpp"
#include "marque/scoring/examination.hpp"
#include "marque/scoring/scorer.hpp"

namespace {

/// Each pair meets another question.
const std::vector<std::pair<std::string, std::string>> pairs{
    {"海门山羊", "海門山羊"},      // traditional characters
    {"海门山羊", "海们山羊"},      // one character looks and sounds alike
    {"安途", "途安"},              // order
    {"禾汀", "禾汀 HETING"},       // its own pinyin beside it
    {"银行", "YINHANG"},           // a heteronym: háng, not xíng
    {"太阳", "红太阳"},            // a colour word added
    {"电老虎", "电飞虎"},          // one character, another meaning
    {"上海门窗", "海门"},          // the same characters, but not the same words
};

std::string verdict_text(const marque::Examination& examination) {
  std::string text(marque::chinese_of(examination.verdict));
  for (const std::string& rule : examination.rules) text += " " + rule;
  for (const std::string& rule : examination.exceptions) text += " (" + rule + ")";
  return text;
}

int compare(const std::string& a, const std::string& b) {
  const auto one = marque::make_subject(a), other = marque::make_subject(b);
  if (!one || !other) {
    std::fprintf(stderr, "%s\n", marque::to_string(one ? other.error() : one.error()).c_str());
    return 1;
  }
  const marque::AspectScores scores = marque::score(*one, *other);
  std::printf("%s | %s\n  overall %.2f  字形 %.2f  读音 %.2f  含义 %.2f  %s\n", a.c_str(), b.c_str(), static_cast<double>(scores.overall),
              static_cast<double>(scores.appearance), static_cast<double>(scores.sound), static_cast<double>(scores.meaning),
              verdict_text(marque::examine(*one, *other, scores)).c_str());
  for (const marque::Evidence& evidence : marque::explain(*one, *other))
    std::printf("    %s\n", evidence.sentence.in(marque::Language::zh).c_str());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3) return compare(argv[1], argv[2]);
  int status = 0;
  for (const auto& [a, b] : pairs) status |= compare(a, b);
  return status;
}
