#include "grammars/text/nearest.hpp"

#include "grammars/text/edit_distance.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

std::string_view nearest(std::string_view word, std::span<const std::string_view> words) {
    std::string_view best;
    std::size_t least = count_code_points(word) / 3 + 1;  // one more than what is allowed
    for (const std::string_view candidate : words) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance >= least) continue;
        best = candidate;
        least = distance;
    }
    return best;
}

}  // namespace daicho
