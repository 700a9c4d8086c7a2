#include "marque/interchange/json.hpp"
#include "marque/interchange/json_writer.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/readings.hpp"

namespace marque {
namespace {

void write_parts(JsonWriter& out, const NormalForm& name) {
  out.key("parts").begin_array();
  for (const NamePart& part : name.parts) {
    out.begin_object().key("kind").string(name_of(part.kind)).key("text").string(encode_utf8(part.text));
    out.key("generic").boolean(part.generic).end_object();
  }
  out.end_array();
}

/// For each Chinese character all its readings, the commonest first.
void write_readings(JsonWriter& out, std::u32string_view han) {
  out.key("readings").begin_array();
  for (const char32_t character : han) {
    out.begin_array();
    for (const Reading reading : readings(character)) out.string(tone_marked(reading));
    out.end_array();
  }
  out.end_array();
}

}  // namespace

std::string to_json(const NormalForm& name) {
  JsonWriter out;
  const auto view = [&](std::string_view key, std::u32string_view points) { out.key(key).string(encode_utf8(points)); };
  out.begin_object().key("original").string(name.original);
  view("folded", name.folded);
  view("skeleton", name.skeleton);
  write_parts(out, name);
  view("han", name.han);
  view("letters", name.letters);
  view("digits", name.digits);
  view("distinctive_han", name.distinctive_han);
  view("distinctive_letters", name.distinctive_letters);
  write_readings(out, name.han);
  out.end_object();
  return std::move(out).text();
}

}  // namespace marque
