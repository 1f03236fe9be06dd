#include "models/engine/text_pattern.hpp"

#include <re2/re2.h>

namespace daicho {

bool is_text_pattern(std::string_view pattern) {
    return RE2(re2::StringPiece(pattern.data(), pattern.size()), RE2::Quiet).ok();
}

}  // namespace daicho
