#pragma once

#include <optional>
#include <string>

#include "marque/base/bilingual.hpp"
#include "marque/clearance/report.hpp"
#include "marque/model/image.hpp"

namespace marque {

/// A report as one self-contained page: style and pictures inside, no script, prints on A4. The mark and each
/// finding stand side by side with aligned characters, evidence, law, and what was and was not searched.
/// All text is escaped. Pictures are to be small and re-encoded (encode_png).
std::string to_html(const Report& report, Language language, const std::optional<Image>& applicant_picture = {},
                    const PictureSource& pictures = {});

}  // namespace marque
