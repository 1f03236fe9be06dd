#pragma once

#include <string_view>

namespace daicho {

/// A file of the repository that was compiled in.
struct EmbeddedFile {
    std::string_view path;  ///< from the repository root: "models/core/person.gifm"
    std::string_view text;  ///< lives as long as the program
};

}  // namespace daicho
