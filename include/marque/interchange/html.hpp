#pragma once

#include <functional>
#include <optional>
#include <string>

#include "marque/base/bilingual.hpp"
#include "marque/clearance/report.hpp"
#include "marque/model/image.hpp"

namespace marque {

/// Gives a picture for a report by its digest, small and re-encoded (encode_png); nothing where there is none.
using PictureSource = std::function<std::optional<Image>(const std::string& digest)>;

/// A report as one self-contained page: style and pictures inside, no script, prints on A4. The mark and each
/// finding stand side by side with aligned characters, evidence, law, and what was and was not searched.
/// All text is escaped.
std::string to_html(const Report& report, Language language, const std::optional<Image>& applicant_picture = {},
                    const PictureSource& pictures = {});

}  // namespace marque
