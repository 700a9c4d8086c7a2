#include "json_forms.hpp"

#include "interchange/json_writer.hpp"
#include "marque/text/encoding.hpp"

namespace marque::c {

std::string to_json(const NormalForm& name) {
  JsonWriter out;
  const auto view = [&](std::string_view key, std::u32string_view points) { out.key(key).string(encode_utf8(points)); };
  out.begin_object().key("original").string(name.original);
  view("folded", name.folded);
  view("skeleton", name.skeleton);
  out.key("parts").begin_array();
  for (const NamePart& part : name.parts) {
    out.begin_object().key("kind").string(name_of(part.kind));
    view("text", part.text);
    out.key("generic").boolean(part.generic).end_object();
  }
  out.end_array();
  view("han", name.han);
  view("letters", name.letters);
  view("digits", name.digits);
  view("distinctive_han", name.distinctive_han);
  view("distinctive_letters", name.distinctive_letters);
  return out.end_object().text();
}

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
