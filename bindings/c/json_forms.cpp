#include "json_forms.hpp"

#include "marque/interchange/json_writer.hpp"

namespace marque::c {

std::string to_json(const std::vector<Evidence>& evidence) {
  JsonWriter out;
  out.begin_array();
  for (const Evidence& piece : evidence) {
    out.begin_object().key("aspect").string(name_of(piece.aspect)).key("score").score(piece.score);
    out.key("zh").string(piece.sentence.zh).key("en").string(piece.sentence.en);
    if (!piece.aligned.empty()) {
      out.key("aligned").begin_array();
      for (const AlignedPair& pair : piece.aligned) {
        out.begin_object().key("a").string(pair.a).key("b").string(pair.b);
        out.key("similarity").score(pair.similarity).key("reason").string(pair.reason).end_object();
      }
      out.end_array();
    }
    out.end_object();
  }
  return out.end_array().text();
}

}  // namespace marque::c
