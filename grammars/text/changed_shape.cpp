#include "grammars/text/changed_shape.hpp"

#include <algorithm>

#include "grammars/text/character_data.hpp"

namespace daicho {

bool has_changed_shape(char32_t c) {
    return std::ranges::binary_search(character_data::changed_shapes, c);
}

}  // namespace daicho
