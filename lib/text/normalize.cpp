#include "marque/text/normalize.hpp"

#include "text/normalizer.hpp"

namespace marque {

namespace {

std::u32string distinctive(const std::vector<NamePart>& parts, PartKind kind) {
  std::u32string text;
  for (const NamePart& part : parts) {
    if (part.kind == kind && !part.generic) text += part.text;
  }
  return text;
}

void fill_views(NormalForm& form) {
  for (const NamePart& part : form.parts) {
    auto& view = part.kind == PartKind::han ? form.han : part.kind == PartKind::letters ? form.letters : form.digits;
    view += part.text;
  }
  form.distinctive_han = distinctive(form.parts, PartKind::han);
  if (form.distinctive_han.empty()) form.distinctive_han = form.han;
  form.distinctive_letters = distinctive(form.parts, PartKind::letters);
  if (form.distinctive_letters.empty()) form.distinctive_letters = form.letters;
}

}  // namespace

std::string_view name_of(PartKind kind) noexcept {
  switch (kind) {
    case PartKind::han:
      return "han";
    case PartKind::letters:
      return "letters";
    case PartKind::digits:
      return "digits";
  }
  return "";
}

Result<NormalForm> normalize(std::string_view name, const TextLimits& limits) {
  Normalizer normalizer;
  if (const auto read = normalizer.read(name, limits); !read) return read.error();
  NormalForm form;
  form.original = name;
  form.folded = normalizer.folded();
  form.skeleton = normalizer.skeleton();
  form.parts.reserve(normalizer.parts().size());
  for (const Stretch& part : normalizer.parts()) form.parts.push_back({part.kind, std::u32string(part.text), part.generic});
  fill_views(form);
  return form;
}

}  // namespace marque
