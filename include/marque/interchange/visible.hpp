#pragma once

#include <string>
#include <string_view>

namespace marque {

/// Text of a stranger as a line shows it: controls, line breaks, direction overrides, zero-width and other invisible
/// characters stand as `⟨U+202E⟩`, bytes that are no UTF-8 as `⟨FF⟩`. A name can then neither move the cursor of a
/// terminal nor turn around what stands beside it. For whatever quotes a file or an argument, messages of errors as well.
std::string visible(std::string_view text);

}  // namespace marque
